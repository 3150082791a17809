/** The first letters of words as they stand (`STC` of Sở Tài chính). */
export const initialsOfWords = (words: readonly string[]): string => words.map((word) => word[0] ?? '').join('');

/** The first letters of the words of a name; what is no letter or figure only parts them. */
export const initialsOf = (name: string): string => initialsOfWords(name.match(/[\p{L}\p{N}]+/gu) ?? []);

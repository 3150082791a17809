// what takes a place in a text and shows nothing: spaces, format characters, fillers of other scripts, the blank of Braille
const invisible = /[\s\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]/gu;

/** Whether anything of a text can be seen on paper. */
export const isVisible = (text: string): boolean => text.replace(invisible, '') !== '';

/** Whether a text says anything: a letter or a figure that can be seen, not signs alone. */
export const hasWords = (text: string | null | undefined): boolean => /[A-Za-z0-9]/.test(text ?? '') || /[\p{L}\p{N}]/u.test((text ?? '').replace(invisible, ''));

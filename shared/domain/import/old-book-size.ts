/** Largest file taken as an old book, bytes: a hundred thousand rows are about 10 MB. */
export const oldBookMaxBytes = 100 * 1024 * 1024;

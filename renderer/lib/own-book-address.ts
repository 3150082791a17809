/** Where the first run begins with the office's own book, past the choice of the sample; the address stays good when the page is loaded anew. */
export const ownBookAddress = '#/lap-so';

const key = 'own-book-begun';

/** Whether a person has left the sample for a book of the office's own in this window: the first run then begins past the choice, also when the page is loaded anew. */
export const ownBookBegun = {
  is: (): boolean => sessionStorage.getItem(key) === 'yes',
  set: (): void => sessionStorage.setItem(key, 'yes'),
  end: (): void => sessionStorage.removeItem(key),
};

import type { PrintedBook } from '../../../shared/contract/printed-book.ts';
import { bookForm } from '../../../shared/report/book-form.ts';

/** The five books in the order an office uses them, by the name the decree gives them. */
export const printedBooks: readonly { value: PrintedBook; label: string }[] = (['incoming', 'outgoing', 'handling', 'post', 'archive-use'] as const).map((book) => ({ value: book, label: bookForm(book).title }));

/** Which numbers a printed book goes by. */
export const kindOfBook = (book: PrintedBook): 'incoming' | 'outgoing' => (book === 'incoming' || book === 'handling' ? 'incoming' : 'outgoing');

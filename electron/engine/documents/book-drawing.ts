import type { BookCover } from '../../../shared/report/book-cover.ts';
import type { BookForm } from '../../../shared/report/book-form.ts';
import type { DocumentMeta } from './core-properties.ts';

/** A book to be drawn; its rows come apart from it, a part at a time. */
export interface BookDrawing {
  form: BookForm;
  cover: BookCover;
  meta: DocumentMeta;
}

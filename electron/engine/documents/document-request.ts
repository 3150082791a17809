import type { AppendixSheet } from '../../../shared/letter/appendix-sheet.ts';
import type { LetterLayout } from '../../../shared/letter/layout-model.ts';
import type { DocumentMeta } from './core-properties.ts';

/** A file to be drawn: everything it needs is in the request. */
export type DocumentRequest = { kind: 'letter-docx'; layout: LetterLayout; meta: DocumentMeta } | { kind: 'appendix-xlsx'; sheet: AppendixSheet; meta: DocumentMeta };

/** What the builder sends its worker, and what comes back. */
export interface BuildOrder {
  order: number;
  request: DocumentRequest;
}
export type BuildAnswer = { order: number; bytes: Uint8Array } | { order: number; error: string };

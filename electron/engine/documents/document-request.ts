import type { MessagePort } from 'node:worker_threads';
import type { Refusal } from '../../../shared/domain/refusal.ts';
import type { AppendixSheet } from '../../../shared/letter/appendix-sheet.ts';
import type { LetterLayout } from '../../../shared/letter/layout-model.ts';
import type { StampPaper, StampPlace } from './arrival-stamp-pdf.ts';
import type { StampFacts } from './arrival-stamp.ts';
import type { BookDrawing } from './book-drawing.ts';
import type { DocumentMeta } from './core-properties.ts';
import type { EnvelopeFacts } from './envelope-docx.ts';
import type { StampFonts } from './stamp-type.ts';

/** A file to be drawn: everything it needs is in the request. */
export type DocumentRequest =
  | { kind: 'letter-docx'; layout: LetterLayout; meta: DocumentMeta }
  | { kind: 'appendix-xlsx'; sheet: AppendixSheet; meta: DocumentMeta }
  | { kind: 'envelope-docx'; facts: EnvelopeFacts; meta: DocumentMeta }
  | { kind: 'stamp-pdf'; facts: StampFacts; paper: StampPaper; place: StampPlace; fonts: StampFonts; meta: DocumentMeta };

/** A book to be drawn; its rows follow through a port of their own, as they are asked for. */
export interface BookRequest {
  format: 'xlsx' | 'docx';
  drawing: BookDrawing;
}

/** What the builder sends its worker, and what comes back. */
export type BuildOrder = { order: number; request: DocumentRequest } | { order: number; book: BookRequest; rows: MessagePort };
export type BuildAnswer = { order: number; bytes: Uint8Array } | { order: number; refusal: Pick<Refusal, 'code' | 'message' | 'data'> } | { order: number; error: string };

import type { PrintedRow } from '../../../shared/report/printed-row.ts';
import { buildAppendixXlsx } from './appendix-xlsx.ts';
import type { BookRequest, DocumentRequest } from './document-request.ts';
import { buildEnvelopeDocx } from './envelope-docx.ts';
import { buildLetterDocx } from './letter-docx.ts';
import { buildRegisterDocx } from './register-docx.ts';
import { buildRegisterXlsx } from './register-xlsx.ts';

/** The bytes of one document, drawn in this thread. A Refusal when what it was given cannot be drawn on. */
export async function buildDocument(request: DocumentRequest): Promise<Uint8Array> {
  switch (request.kind) {
    case 'letter-docx':
      return buildLetterDocx(request.layout, request.meta);
    case 'appendix-xlsx':
      return buildAppendixXlsx(request.sheet, request.meta);
    case 'envelope-docx':
      return buildEnvelopeDocx(request.facts, request.meta);
    // what writes PDF is large and seldom wanted: it is loaded with the first stamp
    case 'stamp-pdf':
      return (await import('./arrival-stamp-pdf.ts')).buildArrivalStampPdf(request.facts, request.paper, request.place, request.fonts, request.meta);
    case 'stamped-pdf':
      return (await import('./stamped-pdf.ts')).buildStampedPdf(request.original, request.page, request.place, request.facts, request.fonts);
  }
}

/** The bytes of a book whose rows come a part at a time. A Refusal when there are more than the format holds. */
export const buildBook = ({ format, drawing }: BookRequest, rows: AsyncIterable<readonly PrintedRow[]>): Promise<Uint8Array> => (format === 'xlsx' ? buildRegisterXlsx(drawing, rows) : buildRegisterDocx(drawing, rows));

import type { PrintedRow } from '../../../shared/report/printed-row.ts';
import type { BookRequest, DocumentRequest } from './document-request.ts';

/**
 * The bytes of one document, drawn in this thread. A Refusal when what it was given cannot be drawn on. What writes a
 * format is loaded with the first document of it: the writers of Word, Excel and PDF are tens of megabytes each.
 */
export async function buildDocument(request: DocumentRequest): Promise<Uint8Array> {
  switch (request.kind) {
    case 'letter-docx':
      return (await import('./letter-docx.ts')).buildLetterDocx(request.layout, request.meta);
    case 'appendix-xlsx':
      return (await import('./appendix-xlsx.ts')).buildAppendixXlsx(request.sheet, request.meta);
    case 'envelope-docx':
      return (await import('./envelope-docx.ts')).buildEnvelopeDocx(request.facts, request.meta);
    case 'stamp-pdf':
      return (await import('./arrival-stamp-pdf.ts')).buildArrivalStampPdf(request.facts, request.paper, request.place, request.fonts, request.meta);
  }
}

/** The bytes of a book whose rows come a part at a time. A Refusal when there are more than the format holds. */
export async function buildBook({ format, drawing }: BookRequest, rows: AsyncIterable<readonly PrintedRow[]>): Promise<Uint8Array> {
  if (format === 'xlsx') return (await import('./register-xlsx.ts')).buildRegisterXlsx(drawing, rows);
  return (await import('./register-docx.ts')).buildRegisterDocx(drawing, rows);
}

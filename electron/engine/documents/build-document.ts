import { buildAppendixXlsx } from './appendix-xlsx.ts';
import type { DocumentRequest } from './document-request.ts';
import { buildLetterDocx } from './letter-docx.ts';

/** The bytes of one document, drawn in this thread. */
export function buildDocument(request: DocumentRequest): Promise<Uint8Array> {
  switch (request.kind) {
    case 'letter-docx':
      return buildLetterDocx(request.layout, request.meta);
    case 'appendix-xlsx':
      return buildAppendixXlsx(request.sheet, request.meta);
  }
}

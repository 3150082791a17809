import { StructuredBody, writeStructuredBody } from '../../../shared/contract/structured-body.ts';
import { readStyledLine } from '../../../shared/letter/rich-text.ts';

/** The editor's document of a body text: one paragraph a line, empty ones kept while they are being written. */
export function bodyToDocument(body: string): StructuredBody {
  return {
    type: 'doc',
    content: body.split('\n').map((line) => ({
      type: 'paragraph',
      content: readStyledLine(line)
        .filter((run) => run.text !== '')
        .map(({ text, bold, italic }) => ({
          type: 'text',
          text,
          marks: [...(bold ? [{ type: 'bold' as const }] : []), ...(italic ? [{ type: 'italic' as const }] : [])],
        })),
    })),
  };
}

/** The body text of what the editor holds. */
export const documentToBody = (document: unknown): string => writeStructuredBody(StructuredBody.parse(document));

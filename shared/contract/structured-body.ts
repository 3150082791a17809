import { z } from 'zod';
import { writeStyledLine } from '../letter/rich-text.ts';

const TextNode = z.object({
  type: z.literal('text'),
  text: z.string(),
  marks: z.array(z.object({ type: z.enum(['bold', 'italic']) })).optional(),
});
const ParagraphNode = z.object({ type: z.literal('paragraph'), content: z.array(TextNode).optional() });

/** The editor's form of a body: a document of paragraphs of styled text; marks `1.`, `a)`, `-` stand in the text. */
export const StructuredBody = z.object({ type: z.literal('doc'), content: z.array(ParagraphNode).optional() });
export type StructuredBody = z.infer<typeof StructuredBody>;

/** The same body as text, one paragraph a line: both forms give the same document. */
export function writeStructuredBody(body: StructuredBody): string {
  return (body.content ?? [])
    .map((paragraph) =>
      writeStyledLine(
        (paragraph.content ?? []).map(({ text, marks }) => ({
          text: text.replaceAll('\n', ' '),
          bold: marks?.some((mark) => mark.type === 'bold') ?? false,
          italic: marks?.some((mark) => mark.type === 'italic') ?? false,
        })),
      ),
    )
    .join('\n');
}

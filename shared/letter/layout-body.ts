import { upperVietnamese } from '../domain/vietnamese-text.ts';
import { isLeftOver, withEndMark } from './end-mark.ts';
import type { Paragraph, TextRun } from './layout-model.ts';
import { makeParagraph } from './make-paragraph.ts';
import { measures, typeRules, type TypeRule } from './page-rules.ts';
import { usualFit, type PageFit } from './page-fit.ts';
import { unbrokenRuns } from './unbroken.ts';
import { readBody, type BodyParagraph, type StyledText } from './rich-text.ts';

const grounds = /^(?:căn cứ|theo đề nghị|xét đề nghị|xét tờ trình)\s/iu;

/** The content: justified paragraphs with an indented first line, marks of levels as typed, `./.` at its end (ô 6). */
export function layoutBody(body: string, typed: boolean, { bodyPt, lineSpacing, bodyBeforePt }: PageFit = usualFit): Paragraph[] {
  const read = readBody(body);
  while (read.length > 0 && isLeftOver(read.at(-1)?.text ?? [])) read.pop();
  const groundsEnd = typed ? read.findIndex((paragraph) => !grounds.test(plain(paragraph))) : 0;
  return read.map((paragraph, at) => {
    const last = at === read.length - 1;
    const text = last ? withEndMark(paragraph.text) : paragraph.text;
    const ground = groundsEnd < 0 || at < groundsEnd;
    const heading = isHeading(plain(paragraph));
    return makeParagraph(`body.${at}`, 'both', unbrokenRuns(text.map((run) => bodyRun(run, ground ? typeRules.grounds : heading ? typeRules.heading : typeRules.body, bodyPt))), {
      firstLineMm: measures.firstLineMm.usual,
      spaceBeforePt: at === 0 ? bodyBeforePt : measures.paragraphBeforePt.usual,
      lineSpacing,
      // the signature is never alone on a page, a heading never at its foot
      keepWithNext: last || heading || paragraph.text.every((run) => run.bold),
    });
  });
}

const plain = (paragraph: BodyParagraph): string => paragraph.text.map((run) => run.text).join('');

/** `I. KẾT QUẢ`: a numbered part in capitals (PL I mục V). */
const isHeading = (text: string): boolean => /^[IVX]+\.\s/.test(text) && text === upperVietnamese(text) && /\p{L}{2}/u.test(text.slice(text.indexOf('.')));

function bodyRun({ text, bold, italic }: StyledText, rule: TypeRule, sizePt: number): TextRun {
  return { text, sizePt, ...(bold || rule.bold ? { bold: true } : {}), ...(italic || rule.italic ? { italic: true } : {}) };
}

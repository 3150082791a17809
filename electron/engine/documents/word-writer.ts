import type { Document, XmlComponent } from 'docx';
import type { Paragraph, TextRun } from '../../../shared/letter/layout-model.ts';
import { noBreakHyphen } from '../../../shared/letter/unbroken.ts';
import { escapeXml } from './escape-xml.ts';
import { wordParagraph, wordRuns } from './word-paragraph.ts';
import { componentXml } from './word-xml.ts';

/** Writes the parts a document has by the thousand. */
export interface WordWriter {
  /** A component drawn by the library. */
  xmlOf(component: XmlComponent): string;
  /** A paragraph as `wordParagraph` draws it. */
  paragraph(paragraph: Paragraph): string;
}

/** Word has an element for the hyphen that does not break; as a sign of the text another font would draw it. */
const wordText = (text: string): string => escapeXml(text).replaceAll(noBreakHyphen, '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">');

/** A private-use sign that stands where the text goes; the widths of type never meet it. */
const slot = '\uE000';
const end = '</w:p>';

/** A writer for one document: what the library draws for a kind of paragraph or run is drawn once and filled many times. */
export function wordWriter(document: Document): WordWriter {
  const starts = new Map<string, string>();
  const runs = new Map<string, [string, string][]>();
  const xmlOf = (component: XmlComponent): string => componentXml(component, document);

  /** The paragraph up to its text. */
  const startOf = (paragraph: Paragraph): string => {
    const { align, indentLeftMm, indentRightMm, firstLineMm, spaceBeforePt, spaceAfterPt, lineSpacing, keepWithNext, frame } = paragraph;
    const key = [align, indentLeftMm, indentRightMm, firstLineMm, spaceBeforePt, spaceAfterPt, lineSpacing, keepWithNext, frame?.widthMm, frame?.heightMm, frame?.color, paragraph.runs[0]?.sizePt].join(' ');
    const known = starts.get(key);
    if (known !== undefined) return known;
    const empty = xmlOf(wordParagraph(paragraph, []));
    const start = empty.endsWith(end) ? empty.slice(0, -end.length) : '<w:p>';
    starts.set(key, start);
    return start;
  };

  /** What stands around the text of a run: of its first line, and of those after a line feed. */
  const aroundText = (run: TextRun): [string, string][] => {
    const key = `${run.sizePt} ${run.bold} ${run.italic} ${run.color}`;
    const known = runs.get(key);
    if (known) return known;
    const drawn = wordRuns({ ...run, text: `${slot}\n${slot}` }).map((part): [string, string] => {
      const [before = '', after = ''] = xmlOf(part).split(slot);
      return [before, after];
    });
    runs.set(key, drawn);
    return drawn;
  };

  const runXml = (run: TextRun): string => {
    const around = aroundText(run);
    return run.text.split('\n').reduce((xml, line, at) => {
      const [before, after] = around[Math.min(at, 1)] ?? ['', ''];
      return xml + before + wordText(line) + after;
    }, '');
  };

  return {
    xmlOf,
    paragraph: (paragraph) => startOf(paragraph) + paragraph.runs.reduce((xml, run) => xml + runXml(run), '') + end,
  };
}

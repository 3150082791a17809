import { AlignmentType, Document, LineRuleType, PageOrientation, Paragraph as WordParagraph, type FileChild } from 'docx';
import { upperVietnamese } from '../../../shared/domain/vietnamese-text.ts';
import type { Columns, Paragraph, TextRun } from '../../../shared/letter/layout-model.ts';
import type { Priority } from '../../../shared/letter/letter.ts';
import { makeParagraph } from '../../../shared/letter/make-paragraph.ts';
import type { Office } from '../../../shared/letter/office.ts';
import { urgencyMarks, urgencyRed } from '../../../shared/letter/page-rules.ts';
import type { DocumentMeta } from './core-properties.ts';
import { packWord } from './word-package.ts';
import { defaultSizePt, wordParagraph, wordRule } from './word-paragraph.ts';
import { wordColumns } from './word-table.ts';
import { dxaOfMm } from './word-units.ts';

/** One envelope: what is inside, and to whom it goes. */
export interface EnvelopeFacts {
  office: Office;
  /** `05/UBND-VP`; empty leaves dots. */
  code: string;
  priority: Priority;
  addressees: string[];
}

/** The long office envelope: the sample of PL IV mục II drawn to its width; the decree does not fix a size. */
export const envelope = { widthMm: 220, heightMm: 110, marginMm: 10, clause: 'PL IV mục II' } as const;

const widthMm = envelope.widthMm - 2 * envelope.marginMm;
/** Of the sample's width: where «Kính gửi» begins, where the name begins, how long the line below the sender is. */
const share = { addressed: 0.36, name: 0.52, rule: 0.62 } as const;
const sizePt = { agency: 13, contacts: 11, code: 12, addressee: 14 } as const;
const codeIndentMm = 12;

/** Envelopes as a Word file, one page for every addressee (PL IV mục II). */
export function buildEnvelopeDocx(facts: EnvelopeFacts, meta: DocumentMeta): Promise<Uint8Array> {
  const pages = facts.addressees.flatMap((name, at) => [...(at > 0 ? [pageBreak()] : []), ...onePage(facts, name)]);
  return packWord(wordDocument([...pages, tail()]), () => wordDocument([]), 'envelope', meta);
}

function wordDocument(children: FileChild[]): Document {
  const times = 'Times New Roman';
  const margin = dxaOfMm(envelope.marginMm);
  return new Document({
    compatibility: { version: 15 },
    styles: {
      default: {
        document: {
          run: { font: { ascii: times, hAnsi: times, cs: times, eastAsia: times }, size: defaultSizePt * 2, language: { value: 'vi-VN', eastAsia: 'vi-VN', bidirectional: 'ar-SA' } },
          paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
        },
      },
    },
    sections: [
      {
        // the library turns the two lengths round itself when the sheet lies
        properties: { page: { size: { width: dxaOfMm(envelope.heightMm), height: dxaOfMm(envelope.widthMm), orientation: PageOrientation.LANDSCAPE }, margin: { top: margin, bottom: dxaOfMm(5), left: margin, right: margin, header: 0, footer: 0, gutter: 0 } } },
        children,
      },
    ],
  });
}

const run = (text: string, size: number, style: Partial<TextRun> = {}): TextRun => ({ text, sizePt: size, ...style });
const plain = (runs: TextRun[], rest: Partial<Paragraph> = {}): Paragraph => makeParagraph('envelope', 'left', runs, rest);
const pageBreak = (): WordParagraph => new WordParagraph({ pageBreakBefore: true, spacing: { line: 20, lineRule: LineRuleType.EXACT }, run: { size: 2 } });
const tail = (): WordParagraph => new WordParagraph({ alignment: AlignmentType.LEFT, spacing: { line: 20, lineRule: LineRuleType.EXACT }, run: { size: 2 } });

function onePage({ office, code, priority }: EnvelopeFacts, name: string): FileChild[] {
  const sender: Columns = { kind: 'columns', source: 'envelope', widthsMm: [widthMm * share.rule, widthMm * (1 - share.rule)], rows: [[senderLines(office), urgency(priority)]], keepWithPrevious: false };
  const addressee: Columns = {
    kind: 'columns',
    source: 'envelope',
    widthsMm: [widthMm * share.addressed, widthMm * (share.name - share.addressed), widthMm * (1 - share.name)],
    rows: [[[], [plain([run('Kính gửi:', sizePt.addressee, { bold: true, italic: true })])], [plain([run(name.trim() === '' ? '…………………………………' : name, sizePt.addressee, { bold: true })], { lineSpacing: 1.2 })]]],
    keepWithPrevious: false,
  };
  return [
    wordColumns(sender),
    wordRule({ kind: 'rule', source: 'envelope', lengthMm: widthMm * share.rule, thicknessPt: 0.75, align: 'left', spaceBeforePt: 4, spaceAfterPt: 0 }, widthMm),
    wordParagraph(plain([run('Số/ký hiệu văn bản: ', sizePt.code), run(code === '' ? '………………………' : code, sizePt.code)], { indentLeftMm: codeIndentMm, spaceBeforePt: 6, spaceAfterPt: 40 })),
    wordColumns(addressee),
  ];
}

/** The agency and what is known of where it is found; a logo is put there by the office itself. */
function senderLines(office: Office): Paragraph[] {
  const agency = office.name.split('\n').map((line) => line.trim()).filter((line) => line !== '').map(upperVietnamese).join(' ');
  const said = (label: string, value: string | null): string => (value?.trim() ? `${label}: ${value.trim()}` : '');
  const beside = (...parts: string[]): string => parts.filter((part) => part !== '').join('    ');
  const contacts = [said('Địa chỉ', office.address), said('Điện thoại', office.phone), beside(said('E-Mail', office.email), said('Website', office.website))].filter((line) => line !== '');
  const parent = office.parentName?.trim() ? [plain([run(upperVietnamese(office.parentName.trim().replaceAll('\n', ' ')), sizePt.code)])] : [];
  return [...parent, plain([run(agency, sizePt.agency, { bold: true })]), ...contacts.map((line) => plain([run(line, sizePt.contacts)]))];
}

/** The mark of urgency stands on the envelope too, so that the post carries it at once. */
function urgency(priority: Priority): Paragraph[] {
  if (priority === 0) return [];
  const mark = urgencyMarks[priority];
  const side = widthMm * (1 - share.rule) - mark.widthMm - 4;
  return [makeParagraph('envelope', 'center', [run(mark.word, 13, { bold: true, color: urgencyRed })], { spaceBeforePt: 4, indentLeftMm: side, indentRightMm: 4, frame: { widthMm: mark.widthMm, heightMm: mark.heightMm, color: urgencyRed } })];
}

import { officialDate, type IsoDate } from '../../../shared/domain/dates.ts';
import { dispatchInWords } from '../../../shared/letter/dispatch-in-words.ts';
import { agencyBlock, nationBlock } from '../../../shared/letter/layout-head.ts';
import type { Block, LetterLayout, Paragraph } from '../../../shared/letter/layout-model.ts';
import { balancingIndentMm, makeParagraph, makeRule, runOf } from '../../../shared/letter/make-paragraph.ts';
import type { Office } from '../../../shared/letter/office.ts';
import { pageGeometry, textWidthOf } from '../../../shared/letter/page-geometry.ts';
import { freeMeasures, measures, typeRules } from '../../../shared/letter/page-rules.ts';
import { textWidthMm } from '../../../shared/letter/text-width.ts';

/** What a handling slip is written from; what is empty is left as dots to be written by hand. */
export interface HandlingSlipFacts {
  office: Office;
  /** The day the slip is made out. */
  date: IsoDate;
  arrivalNumber: string;
  arrivalDate: IsoDate;
  typeName: string;
  code: string;
  issuedDate: IsoDate | null;
  organName: string;
  subject: string;
  /** Who the dispatch is already meant for. */
  toPlaces: string;
  dueDate: IsoDate | null;
}

const title = 'PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN';
const body = typeRules.body;
const ruleShare = 1 / 6;

/** Phiếu giải quyết văn bản đến (PL IV mục VII) as a page. */
export function handlingSlip(facts: HandlingSlipFacts): LetterLayout {
  const page = pageGeometry();
  const widthMm = textWidthOf(page);
  const left = measures.headLeftMm.usual;
  const placeAndDate = makeParagraph('date', 'center', [runOf(`${facts.office.place}, ${officialDate(facts.date)}`, typeRules.placeAndDate, typeRules.placeAndDate.fromPt)], { spaceBeforePt: freeMeasures.headRowGapPt.usual });
  const about = dispatchInWords(facts);
  const indent = balancingIndentMm(about, body, body.fromPt, widthMm);
  const blocks: Block[] = [
    { kind: 'columns', source: 'head', widthsMm: [left, widthMm - left], rows: [[agencyBlock(facts.office, left), [...nationBlock(widthMm - left), placeAndDate]]], keepWithPrevious: false },
    makeParagraph('title', 'center', [runOf(title, typeRules.typeName)], { spaceBeforePt: freeMeasures.titleBeforePt.usual, keepWithNext: true }),
    makeParagraph('about', 'center', [runOf(about, body, body.fromPt)], { indentLeftMm: indent, indentRightMm: indent, spaceBeforePt: 3 }),
    makeParagraph('arrival', 'center', [runOf(`(Số đến: ${facts.arrivalNumber}; ngày đến: ${officialDate(facts.arrivalDate).replace('ngày ', '')})`, body, body.fromPt)]),
    makeRule('title', textWidthMm(title, { ...typeRules.typeName, sizePt: typeRules.typeName.usualPt }) * ruleShare * 2, freeMeasures.ruleGapPt.usual, 6),
    ...opinions(facts, widthMm),
  ];
  return { title, sections: [{ kind: 'letter', ordinal: 0, page, blocks, firstPageFoot: [] }] };
}

/** The three opinions, each with room to write. */
function opinions({ toPlaces, dueDate }: HandlingSlipFacts, widthMm: number): Paragraph[] {
  const onDay = 'ngày\u00A0…… tháng\u00A0…… năm\u00A0………';
  const due = dueDate === null ? '' : officialDate(dueDate);
  return [
    heading('1. Ý kiến của lãnh đạo cơ quan, tổ chức'),
    ...asked('- Giao đơn vị, cá nhân chủ trì:', toPlaces, widthMm, 2),
    ...asked('- Giao các đơn vị, cá nhân tham gia phối hợp giải quyết văn bản đến (nếu có):', '', widthMm, 3),
    ...asked('- Thời hạn giải quyết đối với mỗi đơn vị, cá nhân (nếu có):', due, widthMm, 2),
    ...asked('- Ngày tháng cho ý kiến phân phối, giải quyết:', onDay, widthMm, 1),
    heading('2. Ý kiến của lãnh đạo đơn vị'),
    ...asked('- Giao cho cá nhân; thời hạn giải quyết đối với cá nhân (nếu có):', '', widthMm, 4),
    ...asked('- Ngày, tháng, năm cho ý kiến:', onDay, widthMm, 1),
    heading('3. Ý kiến đề xuất của người giải quyết'),
    ...asked('- Ý kiến đề xuất giải quyết văn bản đến của cá nhân:', '', widthMm, 6),
    ...asked('- Ngày, tháng, năm đề xuất ý kiến:', onDay, widthMm, 1),
  ];
}

const heading = (text: string): Paragraph => makeParagraph('opinion', 'left', [{ ...runOf(text, body), bold: true }], { firstLineMm: measures.firstLineMm.usual, spaceBeforePt: 9, keepWithNext: true });

/** A label with its value, or with dots over so many lines. */
function asked(label: string, value: string, widthMm: number, lines: number): Paragraph[] {
  const firstLineMm = measures.firstLineMm.usual;
  const spaceBeforePt = measures.paragraphBeforePt.usual;
  if (value !== '') return [makeParagraph('opinion', 'left', [runOf(`${label} ${value}${value.endsWith('…') ? '' : '.'}`, body)], { firstLineMm, spaceBeforePt })];
  const room = widthMm - firstLineMm - textWidthMm(`${label} `, { sizePt: body.usualPt }) - spareMm;
  const first = makeParagraph('opinion', 'left', [runOf(`${label} ${room >= leastDotsMm ? dots(room) : ''}`.trimEnd(), body)], { firstLineMm, spaceBeforePt });
  return [first, ...Array.from({ length: lines - 1 }, () => makeParagraph('opinion', 'left', [runOf(dots(widthMm - spareMm), body)], { spaceBeforePt }))];
}

/** Kept free at the end of a line, and the shortest line of dots somebody can write on. */
const spareMm = 1;
const leastDotsMm = 20;

const dots = (widthMm: number): string => '.'.repeat(Math.max(0, Math.floor(widthMm / textWidthMm('.', { sizePt: body.usualPt }))));

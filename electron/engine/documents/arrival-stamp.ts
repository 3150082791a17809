import { agencyLines } from '../../../shared/letter/agency-name.ts';
import { breakLines } from '../../../shared/letter/line-break.ts';
import { baselineEm, mmPerPt, singleLineEm, textWidthMm } from '../../../shared/letter/text-width.ts';

/** What the stamp «ĐẾN» says; what is empty is left as dots to be written by hand. */
export interface StampFacts {
  agency: string;
  number: string;
  /** As printed, `14/08/2020`. */
  date: string;
  toPlaces: string;
  fileNotation: string;
}

/** A text in the stamp: where its baseline begins, mm from the stamp's upper left corner. */
export interface StampText {
  text: string;
  xMm: number;
  baselineMm: number;
  sizePt: number;
  bold: boolean;
}

/** The stamp as lines and texts inside its frame. */
export interface ArrivalStamp {
  texts: StampText[];
  /** Heights of the lines across, mm from the top. */
  linesMm: number[];
}

/** The frame of the stamp, outer edge to outer edge (PL IV mục V: 35 mm × 50 mm). */
export const stampFrame = { widthMm: 50, heightMm: 35, thicknessPt: 1, clause: 'PL IV mục V' } as const;

/** Sizes of the sample, from the usual down to the smallest that is still read off a copy. */
const agencyPt = [13, 12, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6] as const;
const twoLinesFromPt = 10;
const labelPt = 13;
const fileLabelPt = 12;
const arrivedPt = 15;
const valuePt = [13, 12, 11, 10, 9, 8] as const;
const smallestPt = 7;
const sideMm = 1.2;
/** Số and Ngày stand to the right of ĐẾN. */
const besideMm = 14.2;
const dotsGapMm = 0.6;

/** The stamp of one arrival (PL IV mục V). */
export function arrivalStamp({ agency, number, date, toPlaces, fileNotation }: StampFacts): ArrivalStamp {
  const head = agencyHead(agency);
  const rest = stampFrame.heightMm - head.heightMm;
  const row = rest / 4;
  const middle = (at: number): number => head.heightMm + row * (at + 0.5);
  const arrived = centred('ĐẾN', sideMm, besideMm - sideMm, head.heightMm + row, arrivedPt);
  return {
    linesMm: [head.heightMm],
    texts: [
      ...head.texts,
      arrived,
      ...field('Số:', number, besideMm, middle(0), labelPt, 1),
      ...field('Ngày:', date, besideMm, middle(1), labelPt, 1),
      ...field('Chuyển:', toPlaces, sideMm, middle(2), labelPt, 2),
      ...field('Số và ký hiệu HS:', fileNotation, sideMm, middle(3) - 0.3, fileLabelPt, 1),
    ],
  };
}

/** The baseline of a line whose middle is at a height. */
const baselineAt = (middleMm: number, sizePt: number): number => middleMm + (baselineEm - singleLineEm / 2) * sizePt * mmPerPt;

function centred(text: string, xMm: number, widthMm: number, middleMm: number, sizePt: number): StampText {
  return { text, xMm: xMm + (widthMm - textWidthMm(text, { sizePt, bold: true })) / 2, baselineMm: baselineAt(middleMm, sizePt), sizePt, bold: true };
}

/** The agency in capitals, on one line where it stays legible, else on as few as it takes. */
function agencyHead(agency: string): { texts: StampText[]; heightMm: number } {
  const widthMm = stampFrame.widthMm - 2 * sideMm;
  const atSize = (sizePt: number) => ({ sizePt, lines: agencyLines(agency.replaceAll('\n', ' '), widthMm, { sizePt, bold: true }) });
  const whole = agencyPt.map((sizePt) => ({ sizePt, lines: [agencyLines(agency.replaceAll('\n', ' '), 1000, { sizePt, bold: true }).join(' ')] }));
  const oneLine = whole.find(({ sizePt, lines }) => sizePt >= twoLinesFromPt && textWidthMm(lines[0] ?? '', { sizePt, bold: true }) <= widthMm);
  const twoLines = agencyPt.filter((sizePt) => sizePt <= 11).map(atSize).find(({ lines }) => lines.length <= 2);
  const { sizePt, lines } = oneLine ?? twoLines ?? atSize(agencyPt.at(-1) ?? smallestPt);
  const lineMm = sizePt * singleLineEm * mmPerPt;
  const heightMm = Math.max(6.5, Math.min(13, lines.length * lineMm + 1.4));
  const top = (heightMm - lines.length * lineMm) / 2;
  return { heightMm, texts: lines.map((text, at) => centred(text, sideMm, widthMm, top + lineMm * (at + 0.5), sizePt)) };
}

/** A label and its value, smaller when it is long, over at most so many lines, its end cut off where there is no more room. */
function field(label: string, value: string, xMm: number, middleMm: number, labelSizePt: number, linesMax: number): StampText[] {
  const labelWidth = textWidthMm(label, { sizePt: labelSizePt, bold: true });
  const head: StampText = { text: label, xMm, baselineMm: baselineAt(middleMm, labelSizePt), sizePt: labelSizePt, bold: true };
  const from = xMm + labelWidth + dotsGapMm;
  const room = stampFrame.widthMm - sideMm - from;
  const text = value.replace(/\s+/g, ' ').trim();
  if (text === '') return [head, { ...head, text: '.'.repeat(Math.max(0, Math.floor(room / textWidthMm('.', { sizePt: labelSizePt })))), xMm: from, bold: false }];
  const fitting = valuePt.find((sizePt) => textWidthMm(text, { sizePt }) <= room);
  if (fitting !== undefined) return [head, { ...head, text, xMm: from + dotsGapMm, sizePt: fitting, bold: false }];
  const lines = breakLines([{ text, sizePt: smallestPt }], room, room).map((line) => line.pieces.map((piece) => piece.text).join(''));
  const kept = lines.length > linesMax ? [...lines.slice(0, linesMax - 1), cutWith(lines.slice(linesMax - 1).join(' '), room)] : lines;
  const lineMm = smallestPt * singleLineEm * mmPerPt;
  const top = middleMm - (kept.length * lineMm) / 2;
  return [head, ...kept.map((line, at): StampText => ({ text: line, xMm: from + dotsGapMm, baselineMm: baselineAt(top + lineMm * (at + 0.5), smallestPt), sizePt: smallestPt, bold: false }))];
}

function cutWith(text: string, widthMm: number): string {
  let cut = text;
  while (cut !== '' && textWidthMm(`${cut}…`, { sizePt: smallestPt }) > widthMm) cut = cut.slice(0, -1).trimEnd();
  return `${cut}…`;
}

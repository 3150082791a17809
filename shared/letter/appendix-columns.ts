import type { AppendixColumn } from './letter.ts';
import { freeMeasures } from './page-rules.ts';
import { textWidthMm } from './text-width.ts';

/** What the widths of a table's columns are computed from: the texts that will stand in each. */
export interface ColumnTexts extends AppendixColumn {
  texts: readonly string[];
  /** What the last row says here, in bold. */
  totalText: string;
}

/** Widths that fill a line exactly. `easy`: every column has room; `tight`: no word or number is broken; else `broken`. */
export interface FittedColumns {
  widthsMm: number[];
  fit: 'easy' | 'tight' | 'broken';
}

const comfortableMm = freeMeasures.textColumnMm.usual;
const headMaxMm = freeMeasures.tableHeadMaxMm.usual;

/** Distributes a width over columns: numbers and single words whole first, then the longer texts share what is left. */
export function fitColumns(columns: readonly ColumnTexts[], widthMm: number, sizePt: number, paddingMm: number): FittedColumns {
  const wanted = columns.map((column) => wantedWidths(column, sizePt, paddingMm));
  const least = sum(wanted.map((width) => width.leastMm));
  if (least > widthMm) {
    const words = sum(wanted.map((width) => width.wordMm));
    if (words > widthMm) return { widthsMm: cappedWidths(wanted.map((width) => width.wordMm), widthMm), fit: 'broken' };
    const share = (widthMm - words) / (least - words);
    return { widthsMm: wanted.map((width) => width.wordMm + (width.leastMm - width.wordMm) * share), fit: 'tight' };
  }
  const natural = sum(wanted.map((width) => width.naturalMm));
  if (natural >= widthMm) return { widthsMm: lowestTable(columns, wanted, widthMm, least, sizePt, paddingMm), fit: 'easy' };
  // room to spare goes to the texts, a little to the numbers; ordinals stay narrow unless there is nothing else
  const only = columns.every((column) => column.kind === 'ordinal');
  const weights = wanted.map(({ naturalMm }, at) => naturalMm * (columns[at]?.kind === 'text' ? 1 : columns[at]?.kind === 'number' ? 0.3 : only ? 1 : 0));
  const allWeights = sum(weights);
  return { widthsMm: wanted.map((width, at) => width.naturalMm + ((weights[at] ?? 0) / allWeights) * (widthMm - natural)), fit: 'easy' };
}

/** The widths in which no word and no number is broken, mm. */
export const wordWidths = (columns: readonly ColumnTexts[], sizePt: number, paddingMm: number): number[] =>
  columns.map((column) => wantedWidths(column, sizePt, paddingMm).wordMm);

/** Widths cut down to one common limit so that they fill the line: only the widest words are broken. */
function cappedWidths(wordsMm: readonly number[], widthMm: number): number[] {
  let roomMm = widthMm;
  let left = wordsMm.length;
  let limitMm = 0;
  for (const word of [...wordsMm].sort((a, b) => a - b)) {
    limitMm = roomMm / left;
    if (word > limitMm) break;
    roomMm -= word;
    left -= 1;
  }
  return wordsMm.map((word) => Math.min(word, limitMm));
}

/** How many rows are looked at to weigh widths: enough to know a table by, few enough to be quick. */
const weighedRows = 300;
/** Lines the texts of a row are wished to take at most, one wish after the other. */
const wishes = [1, 1.5, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 40, 60];
/** What a line loses at its end, part of its width. */
const raggedEnd = 1.08;

/**
 * The widths with which the table is lowest. Each wish gives the texts the width in which their longest stands in so many
 * lines, but never less than a word or a third of a short text; the rows then say which is lowest. Room shared in
 * proportion is kept where nothing is lower.
 */
function lowestTable(
  columns: readonly ColumnTexts[],
  wanted: readonly { wordMm: number; leastMm: number; naturalMm: number }[],
  widthMm: number,
  least: number,
  sizePt: number,
  paddingMm: number,
): number[] {
  const count = Math.max(0, ...columns.map(({ texts }) => texts.length));
  const step = Math.max(1, Math.ceil(count / weighedRows));
  const around = 2 * paddingMm + 0.5;
  const rows: number[][] = [];
  for (let row = 0; row < count; row += step) rows.push(columns.map(({ texts }) => longestLine(texts[row] ?? '', { sizePt }) * raggedEnd));
  const linesOf = (widths: readonly number[]): number =>
    rows.reduce((all, row) => all + Math.max(1, ...row.map((text, at) => Math.ceil(text / raggedEnd <= (widths[at] ?? 0) - around ? 1 : text / ((widths[at] ?? 0) - around)))), 0);
  let best = shareRoom(columns, wanted, widthMm - least);
  let lowest = linesOf(best);
  for (const lines of wishes) {
    const widths = wanted.map(({ wordMm, leastMm, naturalMm }, at) => {
      if (columns[at]?.kind !== 'text') return leastMm;
      const floor = Math.max(wordMm, Math.min(leastMm, naturalMm / 3));
      return Math.min(naturalMm, Math.max(floor, ((naturalMm - around) * raggedEnd) / lines + around));
    });
    const spare = widthMm - sum(widths);
    if (spare < 0) continue;
    const lacks = wanted.map(({ naturalMm }, at) => naturalMm - (widths[at] ?? 0));
    const share = spare / Math.max(sum(lacks), 0.001);
    const filled = widths.map((width, at) => width + (lacks[at] ?? 0) * share);
    const high = linesOf(filled);
    if (high >= lowest) continue;
    best = filled;
    lowest = high;
  }
  return best;
}

/** Room beyond the least widths: texts that then fit on one line come first, heads of number columns can wrap. */
function shareRoom(columns: readonly ColumnTexts[], wanted: readonly { leastMm: number; naturalMm: number }[], roomMm: number): number[] {
  const lacks = wanted.map((width) => width.naturalMm - width.leastMm);
  const textLack = sum(lacks.filter((_, at) => columns[at]?.kind === 'text'));
  const textsFirst = textLack > 0 && textLack <= roomMm;
  const restShare = (roomMm - (textsFirst ? textLack : 0)) / Math.max(sum(lacks) - (textsFirst ? textLack : 0), 0.001);
  return wanted.map((width, at) => width.leastMm + (lacks[at] ?? 0) * (textsFirst && columns[at]?.kind === 'text' ? 1 : restShare));
}

function wantedWidths({ header, kind, texts, totalText }: ColumnTexts, sizePt: number, paddingMm: number): { wordMm: number; leastMm: number; naturalMm: number } {
  const around = 2 * paddingMm + 0.5;
  const regular = { sizePt };
  const bold = { sizePt, bold: true };
  const headWord = longestWord(header, (word) => textWidthMm(word, bold));
  const headWhole = Math.min(textWidthMm(header, bold), headMaxMm);
  // a sum is one word
  let word = Math.max(headWord, kind === 'number' ? textWidthMm(totalText, bold) : 0);
  let whole = Math.max(headWord, headWhole, textWidthMm(totalText, bold));
  for (const text of texts) {
    const width = longestLine(text, regular);
    if (width > whole) whole = width;
    const wordWidth = kind === 'text' ? (width <= word ? width : longestWord(text, (one) => textWidthMm(one, regular))) : width;
    if (wordWidth > word) word = wordWidth;
  }
  const leastMm = kind === 'text' ? Math.max(word, Math.min(whole, comfortableMm)) : word;
  return { wordMm: word + around, leastMm: leastMm + around, naturalMm: Math.max(whole, leastMm) + around };
}

const longestWord = (text: string, widthOf: (word: string) => number): number => text.split(/\s+/).reduce((most, word) => Math.max(most, widthOf(word)), 0);
const longestLine = (text: string, style: { sizePt: number }): number => (text.includes('\n') ? Math.max(...text.split('\n').map((line) => textWidthMm(line, style))) : textWidthMm(text, style));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

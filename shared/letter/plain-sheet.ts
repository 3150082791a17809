import type { AppendixSheet } from './appendix-sheet.ts';
import { pageGeometry } from './page-geometry.ts';
import { textWidthMm } from './text-width.ts';

export interface PlainColumn {
  header: string;
  widthMm: number;
}

const sizePt = 12;
/** The highest row Excel takes. */
const highestPt = 400;

/** A table of texts under one title as a sheet of Excel: lists that are written, sent on and read back. */
export function plainSheet(name: string, title: string, columns: readonly PlainColumn[], rows: readonly (readonly string[])[]): AppendixSheet {
  const heightOf = (texts: readonly string[]): number => {
    const lines = texts.map((text, at) => Math.ceil((textWidthMm(text, { sizePt, bold: true }) * 1.1) / Math.max(1, (columns[at]?.widthMm ?? 20) - 5)) || 1);
    return Math.min(highestPt, Math.max(1, ...lines) * sizePt * 1.3 + 5);
  };
  const heads = columns.map(({ header }) => header);
  return {
    name,
    page: pageGeometry(true),
    sizePt,
    columns: columns.map(({ widthMm }) => ({ widthMm, align: 'left' })),
    lines: [{ text: title, sizePt: 14, bold: true, italic: false, align: 'left', span: columns.length, heightPt: 26 }],
    head: { texts: heads, heightPt: heightOf(heads) + 4 },
    rows: rows.map((texts) => ({ heightPt: heightOf(texts), cells: texts.map((value) => (value === '' ? { kind: 'empty' } : { kind: 'text', value })) })),
    pagesWide: 1,
    repeatedColumns: 0,
    total: null,
    breaks: [],
  };
}

import { readPastedTable } from '../../../shared/domain/read-pasted-table.ts';
import { shownValue } from '../../../shared/domain/shown-value.ts';
import type { TableBlock } from '../../../shared/domain/table-head.ts';

/** As many columns and rows as a merged cell may spread over before it is taken for nonsense. */
const widest = 500;

/** The block on the clipboard: the table of the page that was copied, with its merged cells and values, else the text with tabs; null when it is no block. */
export function readCopiedTable(data: Pick<DataTransfer, 'getData'>): TableBlock | null {
  const html = data.getData('text/html');
  const table = html.includes('<table') || html.includes('<TABLE') ? new DOMParser().parseFromString(withoutStyle(html), 'text/html').querySelector('table') : null;
  const block = table && blockOf(table);
  if (block && (block.rows.length > 1 || (block.rows[0]?.length ?? 0) > 1)) return block;
  const text = data.getData('text/plain');
  // one plain cell goes into the field as any text does
  return /[\t\n]/.test(text.replace(/\r?\n$/, '')) ? { rows: readPastedTable(text) } : null;
}

/** The page without styles of its own, which the window's policy refuses; what an element had is still there to be read. */
const withoutStyle = (html: string): string => html.replace(/<style[\s\S]*?<\/style>/gi, '').replace(/(\s)style(\s*=)/gi, '$1data-style$2');

function blockOf(table: HTMLTableElement): TableBlock {
  const rows: string[][] = [];
  const merged: ('left' | 'above' | null)[][] = [];
  const shown = [...table.rows].filter((row) => !/display\s*:\s*none/i.test(row.getAttribute('data-style') ?? ''));
  shown.forEach((row, at) => {
    let column = 0;
    for (const cell of row.cells) {
      while (merged[at]?.[column] !== undefined) column += 1;
      const across = Math.min(widest, Math.max(1, cell.colSpan));
      const down = Math.min(shown.length - at, Math.max(1, cell.rowSpan));
      for (let y = 0; y < down; y += 1) {
        for (let x = 0; x < across; x += 1) {
          (rows[at + y] ??= [])[column + x] = x === 0 && y === 0 ? textOf(cell) : '';
          (merged[at + y] ??= [])[column + x] = y > 0 ? 'above' : x > 0 ? 'left' : null;
        }
      }
      column += across;
    }
    rows[at] ??= [];
    merged[at] ??= [];
  });
  return { rows: rows.map((row) => Array.from(row, (text) => text ?? '')), merged: merged.map((row) => Array.from(row, (spread) => spread ?? null)) };
}

/** What a cell shows, with lines as spaces; a number as the program it comes from knows it, whatever marks it groups by. */
function textOf(cell: HTMLTableCellElement): string {
  for (const br of cell.querySelectorAll('br')) br.replaceWith(' ');
  const text = (cell.textContent ?? '').replace(/[\s\u00A0]+/g, ' ').trim();
  const value = valueOf(cell);
  return (value === null ? null : shownValue(text, value)) ?? text;
}

/** The value beside the text: Excel's `x:num`, LibreOffice's `sdval`, Google's `data-sheets-value`. */
function valueOf(cell: HTMLTableCellElement): number | null {
  const written = cell.getAttribute('x:num') || cell.getAttribute('sdval') || /"3":(-?[\d.eE+-]+)/.exec(cell.getAttribute('data-sheets-value') ?? '')?.[1];
  const value = Number(written);
  return written && Number.isFinite(value) ? value : null;
}

import { isOrdinalHead } from '../../../shared/domain/column-kinds.ts';
import { recogniseTable, type RecognisedTable } from '../../../shared/domain/recognise-table.ts';
import type { TableBlock } from '../../../shared/domain/table-head.ts';
import { foldVietnamese } from '../../../shared/domain/vietnamese-text.ts';
import { cellsOf, type Appendix } from '../../../shared/letter/letter.ts';
import { cellColumnsOf, cellOf, newAppendix, pasteBlock } from './appendix-edits.ts';

/** A table with a block pasted into it, and what the person should know of how the block was read. */
export interface PastedTable {
  appendix: Appendix;
  said: string[];
}

const isEmpty = ({ rows }: Appendix): boolean => rows.every((row) => cellsOf(row).every((cell) => cell === null || cell === ''));
const hasOwnHeads = ({ columns }: Appendix): boolean => JSON.stringify(columns) !== JSON.stringify(newAppendix().columns);
const sameName = (one: string, other: string): boolean => foldVietnamese(one).trim() === foldVietnamese(other).trim();

/**
 * Lays a copied block into a table. Into an empty one it comes with its own columns, unless it brings no names and the
 * table has some; into one that is being written it is laid from the cell on, without a head that says again what
 * stands there and without a second running number.
 */
export function pasteTable(appendix: Appendix, row: number, cell: number, block: TableBlock): PastedTable {
  const read = recogniseTable(block);
  if (isEmpty(appendix) && (read.headed || (!hasOwnHeads(appendix) && read.rows.length > 0 && (row === 0 && cell === 0)))) return replaced(appendix, read);
  return laidOver(appendix, row, cell, block, read);
}

const sumsMade = 'Dòng tổng cộng do bảng tự tính nên không dán thêm.';

function replaced(appendix: Appendix, { title, columns, rows, sums, said, headed }: RecognisedTable): PastedTable {
  const cellColumns = columns.filter(({ kind }) => kind !== 'ordinal');
  const takesTitle = title !== null && appendix.title.trim() === '';
  const lost = title !== null && !takesTitle ? [`Không đưa vào bảng: «${title}» ở trên đầu bảng.`] : [];
  const cells = rows.map((each) => each.map((text, at) => cellOf(text, cellColumns[at]?.kind ?? 'text')));
  const numbers = columns.filter(({ total }) => total).map(({ header }) => `«${header}»`);
  const how = [
    headed ? 'Đã lấy dòng đầu làm tên cột' : 'Khối dán không có tên cột nên đặt theo nội dung, xem lại tên từng cột',
    ...(columns.some(({ kind }) => kind === 'ordinal') ? ['STT tự đánh'] : []),
    ...(numbers.length > 0 ? [`cộng cột ${numbers.slice(0, 4).join(', ')}${numbers.length > 4 ? '…' : ''}`] : []),
  ];
  return {
    appendix: { ...appendix, ...(takesTitle ? { title } : {}), columns, rows: cells.length > 0 ? cells : [cellColumns.map(() => null)] },
    said: [`${how.join('; ')}.`, ...said, ...(sums ? [sumsMade] : []), ...lost],
  };
}

function laidOver(appendix: Appendix, row: number, cell: number, block: TableBlock, read: RecognisedTable): PastedTable {
  const under = cellColumnsOf(appendix).slice(cell);
  const ordinalAt = read.columns.findIndex(({ kind }) => kind === 'ordinal');
  const numbersItself = appendix.columns.some(({ kind }) => kind === 'ordinal');
  const brought = read.columns.filter(({ kind }) => kind !== 'ordinal');
  const fits = read.headed || (ordinalAt >= 0 && numbersItself && cell === 0);
  if (!fits) return { appendix: pasteBlock(appendix, row, cell, block.rows, read.columns), said: [] };
  // a running number has no place of its own where the table makes none
  const kept = ordinalAt >= 0 && !numbersItself && !under.some(({ column }) => isOrdinalHead(column.header)) ? ['Bảng này không có cột STT nên không dán cột số thứ tự.'] : [];
  const others = brought.filter(({ header }, at) => under[at] !== undefined && !sameName(under[at].column.header, header)).map(({ header }) => `«${header}»`);
  const heads = read.headed && others.length > 0 ? [`Tên cột dán vào không dùng, bảng giữ tên của mình: ${others.slice(0, 6).join(', ')}.`] : [];
  const title = read.title === null ? [] : [`Không đưa vào bảng: «${read.title}» ở trên đầu bảng.`];
  // the sums go only where the table makes them itself in every one of these columns
  const made = read.sums !== null && brought.every(({ total }, at) => !total || under[at] === undefined || under[at].column.total === true);
  const rows = read.sums === null || made ? read.rows : [...read.rows, read.sums];
  return { appendix: pasteBlock(appendix, row, cell, rows, brought), said: [...heads, ...kept, ...read.said, ...(made ? [sumsMade] : []), ...title] };
}

import { columnOf, isOrdinalHead, isRunning, ordinalIn, type RecognisedColumn, saysNothing } from './column-kinds.ts';
import { readTableHead, type TableBlock } from './table-head.ts';
import { exactSum, readVietnameseNumber } from './vietnamese-number.ts';

/** A block as a table: its columns, and rows with a text for every column but the running number. */
export interface RecognisedTable {
  /** Whether the block brought the names of its columns. */
  headed: boolean;
  /** A line that stood above the head, to be the table's title; null when none did. */
  title: string | null;
  columns: RecognisedColumn[];
  rows: string[][];
  /** The last row of the block when it held the sums that the table makes by itself; it is not among `rows`. */
  sums: string[] | null;
  /** What was left out or made anew, each a sentence for the person who pasted. */
  said: string[];
}

const totalLabel = /^[-–•+*\s]*(?:tổng\s+cộng|tổng\s+số|tổng|cộng)\s*[:.]*\s*$/iu;
const isBlank = (text: string | undefined): boolean => (text ?? '').trim() === '';

/**
 * Reads a block copied from a spreadsheet or a page as a table: its head by the words above the figures, the running
 * number so that it is not printed twice, columns of figures to be added up, and a last row of sums that the table makes
 * by itself. Nothing is dropped that is not said.
 */
export function recogniseTable(given: TableBlock): RecognisedTable {
  const block = evenBlock(given);
  const said: string[] = [];
  const head = readTableHead(block);
  const [title = null, ...lines] = head?.above ?? [];
  if (lines.length > 0) said.push(`Không đưa vào bảng: ${lines.map((line) => `«${line}»`).join(', ')} ở trên đầu bảng.`);
  if (head?.numbering) said.push(`Bỏ dòng số cột «${head.numbering}».`);
  const body = block.rows.slice(head?.end ?? 0);
  const last = body.at(-1);
  const isSum = body.length > 1 && last !== undefined && last.some((cell) => totalLabel.test(cell.normalize('NFC')));
  const items = isSum ? body.slice(0, -1) : body;

  const ordinal = ordinalColumn(head?.names ?? null, items);
  if (ordinal !== null && ordinalIn(items[0]?.[ordinal] ?? '') !== 1 && items.length > 0) said.push('Số thứ tự được đánh lại từ 1.');
  const width = block.rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, at): RecognisedColumn => {
    const header = head?.names[at] ?? '';
    if (at === ordinal) return { header: header === '' ? 'STT' : header, kind: 'ordinal' };
    return columnOf(header === '' ? null : header, items.map((row) => row[at] ?? ''));
  });
  const cellsOf = (row: readonly string[]): string[] => row.flatMap((cell, at) => (at === ordinal ? [] : [columns[at]?.kind === 'number' && saysNothing(cell) ? '' : cell.trim()]));
  const dashes = items.flatMap((row) => row.filter((cell, at) => at !== ordinal && columns[at]?.kind === 'number' && !isBlank(cell) && saysNothing(cell))).length;
  if (dashes > 0) said.push(`${dashes} ô số chỉ ghi dấu hoặc «không» được để trống.`);
  const summed = isSum && addsUp(columns, items, last);
  if (isSum && !summed) said.push('Dòng tổng cộng dán vào không bằng tổng các dòng trên nên được giữ lại để xem.');
  return { headed: head !== null, title, columns: namedApart(columns), rows: (summed ? items : body).map(cellsOf), sums: summed ? cellsOf(last) : null, said };
}

/** The block with rows of one width, without the empty rows around it and the empty columns at its right. */
function evenBlock({ rows, merged }: TableBlock): TableBlock {
  const full = rows.map((row, at) => ({ row, merged: merged?.[at] ?? [] })).filter(({ row }) => row.some((cell) => !isBlank(cell)));
  const width = Math.max(0, ...full.map(({ row }) => row.findLastIndex((cell) => !isBlank(cell)) + 1));
  const even = full.map(({ row }) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
  return merged ? { rows: even, merged: full.map((each) => Array.from({ length: width }, (_, at) => each.merged[at] ?? null)) } : { rows: even };
}

/** The column of running numbers: by its head, else the first one; only where it numbers every row, so that nothing of it is lost. */
function ordinalColumn(names: readonly string[] | null, items: readonly (readonly string[])[]): number | null {
  const at = names === null ? 0 : names.findIndex(isOrdinalHead);
  if (at < 0) return null;
  const cells = items.map((row) => row[at] ?? '');
  if (items.length === 0) return names === null ? null : at;
  if (names === null && ((items[0]?.length ?? 0) < 2 || ordinalIn(cells[0] ?? '') !== 1 || items.length < 2)) return null;
  return isRunning(cells) || (names !== null && cells.every(isBlank)) ? at : null;
}

/** Whether the last row holds the sums of the rows above it, in every column that is added up and nowhere else a figure. */
function addsUp(columns: readonly RecognisedColumn[], items: readonly (readonly string[])[], last: readonly string[]): boolean {
  const valueOf = (text: string | undefined): number | null => {
    if (isBlank(text) || saysNothing(text ?? '')) return 0;
    const read = readVietnameseNumber(text ?? '');
    return 'value' in read ? read.value : null;
  };
  return columns.every(({ kind, total }, at) => {
    const printed = last[at] ?? '';
    if (kind !== 'number') return isBlank(printed) || totalLabel.test(printed.normalize('NFC')) || saysNothing(printed);
    if (!total) return isBlank(printed) || saysNothing(printed);
    const values = items.map((row) => valueOf(row[at]));
    if (items.some((row) => row.some((cell) => totalLabel.test(cell.normalize('NFC'))))) return false;
    return values.every((value) => value !== null) && (isBlank(printed) || valueOf(printed) === exactSum(values));
  });
}

/** Columns that would have one name get a number behind it. */
function namedApart(columns: readonly RecognisedColumn[]): RecognisedColumn[] {
  const times = new Map<string, number>();
  return columns.map((column) => {
    const count = (times.get(column.header) ?? 0) + 1;
    times.set(column.header, count);
    return count === 1 ? column : { ...column, header: `${column.header} ${count}` };
  });
}

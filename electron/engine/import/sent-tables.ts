import { cellText, isDayCell, isFaultCell, type Cell as SheetCell } from '../../../shared/domain/import/cell.ts';
import type { TableRow } from '../../../shared/letter/reported-table.ts';
import { openOldBook } from './open-old-book.ts';
import { isWord, readWordTables } from './word-tables.ts';
import { openZip } from './zip-parts.ts';

const zipStart = [0x50, 0x4b, 3, 4];

/** Every table of a file that somebody sent: sheets of a workbook, a CSV, tables of a Word file. Other files are refused with what to do. */
export async function readSentTables(file: File): Promise<TableRow[][]> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (zipStart.every((byte, at) => bytes[at] === byte) && isWord(openZip(file.name, bytes))) {
    return (await readWordTables(file.name, bytes)).map((rows) => rows.map((cells, at) => ({ row: at + 1, cells: cells.map((cell) => (cell === '' ? null : cell)) })));
  }
  const book = await openOldBook(file, () => undefined);
  const tables: TableRow[][] = [];
  for (const { name } of [...book.sheets].sort((one, other) => Number(one.hidden) - Number(other.hidden))) {
    const { rows } = await book.read(name);
    tables.push(rows.map(({ row, cells }) => ({ row, cells: cells.map(plain) })));
  }
  return tables;
}

/** A cell as figures are read; a formula's error stays a text, so that it is said and not taken for nothing. */
function plain(cell: SheetCell): string | number | null {
  if (isFaultCell(cell)) return cell.fault;
  return isDayCell(cell) ? cellText(cell) : cell;
}

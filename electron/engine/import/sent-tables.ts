import { cellText, isDayCell, isFaultCell, type Cell as SheetCell } from '../../../shared/domain/import/cell.ts';
import type { TableRow } from '../../../shared/letter/reported-table.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import type { ReadStrangers } from '../strangers/read-strangers.ts';
import type { StrangersFile } from '../strangers/strangers-file.ts';
import { openBookBytes, strangersFile } from './open-old-book.ts';
import { isWord, readWordTables } from './word-tables.ts';
import { openZip } from './zip-parts.ts';

const zipStart = [0x50, 0x4b, 3, 4];

/** Most rows of figures that are read from one file: a report of every hamlet of a province has some thousands. */
const mostRows = 20_000;

/** Every table of a file that somebody sent: sheets of a workbook, a CSV, tables of a Word file. Other files are refused with what to do. */
export const readSentTables = async (strangers: ReadStrangers, file: File): Promise<TableRow[][]> => strangers('sent-tables', await strangersFile(file));

/** The same, where the file is read. */
export async function readTablesOf({ name, bytes }: StrangersFile, watch: () => Promise<void>): Promise<TableRow[][]> {
  const tables: TableRow[][] = [];
  let rows = 0;
  const take = (table: TableRow[]): void => {
    rows += table.length;
    if (rows > mostRows) throw new Refusal('INPUT_INVALID', `Tệp «${name}» có quá ${formatVietnameseNumber(mostRows)} dòng bảng. Chép riêng bảng số liệu sang tệp mới rồi đọc lại.`, { problems: [{ field: 'file', message: 'Tệp có quá nhiều dòng.' }] });
    tables.push(table);
  };
  if (zipStart.every((byte, at) => bytes[at] === byte) && isWord(openZip(name, bytes))) {
    for (const word of await readWordTables(name, bytes, watch)) take(word.map((cells, at) => ({ row: at + 1, cells: cells.map((cell) => (cell === '' ? null : cell)) })));
    return tables;
  }
  const book = await openBookBytes(name, bytes, watch);
  for (const sheet of [...book.sheets].sort((one, other) => Number(one.hidden) - Number(other.hidden))) {
    take((await book.read(sheet.name)).rows.map(({ row, cells }) => ({ row, cells: cells.map(plain) })));
  }
  return tables;
}

/** A cell as figures are read; a formula's error stays a text, so that it is said and not taken for nothing. */
function plain(cell: SheetCell): string | number | null {
  if (isFaultCell(cell)) return cell.fault;
  return isDayCell(cell) ? cellText(cell) : cell;
}

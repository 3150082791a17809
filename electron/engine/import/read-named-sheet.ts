import { type Cell, cellText, isFaultCell, type Sheet } from '../../../shared/domain/import/cell.ts';
import { cleanLine } from '../../../shared/domain/import/clean-cell.ts';
import { columnLetter } from '../../../shared/domain/import/column-letter.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { foldVietnamese } from '../../../shared/domain/vietnamese-text.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import type { ReadStrangers } from '../strangers/read-strangers.ts';
import type { OrderOf } from '../strangers/stranger-tasks.ts';
import type { PlainNamedSheet } from '../strangers/strangers-file.ts';
import { openBookBytes, strangersFile } from './open-old-book.ts';

/** Rows, from the top, among which the heads are looked for. */
const rowsLookedAt = 40;

export interface NamedRow<Field extends string> {
  /** Row as the sheet counts it, from 1. */
  row: number;
  cells: Partial<Record<Field, Cell>>;
  text(field: Field): string;
  /** What is wrong with a cell that shows an error instead of a value. */
  fault: string | null;
}

export interface NamedSheet<Field extends string> {
  columns: { column: string; header: string; field: Field | null }[];
  rows: NamedRow<Field>[];
}

/** Most rows such a list is read to: the directory of a whole province has some thousands. */
const mostRows = 20_000;

/**
 * Reads a list whose columns are told by their heads (xlsx, csv): the first sheet with the heads that are needed. `heads` are
 * beginnings of folded head texts by field. A file without them is refused, saying which column is missed.
 */
export async function readNamedSheet<Field extends string>(
  strangers: ReadStrangers,
  file: File,
  heads: Readonly<Record<Field, readonly string[]>>,
  needed: Readonly<Partial<Record<Field, string>>>,
): Promise<NamedSheet<Field>> {
  const { columns, rows } = await strangers('named-sheet', { ...(await strangersFile(file)), heads, needed: needed as Record<string, string> });
  return {
    columns: columns as NamedSheet<Field>['columns'],
    rows: rows.map(({ row, cells, fault }) => ({ row, cells: cells as NamedRow<Field>['cells'], fault, text: (field) => cleanLine(cellText(cells[field] ?? null)) })),
  };
}

/** The same, where the file is read. */
export async function readNamedSheetOf({ name, bytes, heads, needed }: OrderOf<'named-sheet'>, watch: () => Promise<void>): Promise<PlainNamedSheet> {
  const opened = await openBookBytes(name, bytes, watch);
  for (const { name: sheet, hidden } of opened.sheets) {
    if (hidden) continue;
    const found = readSheet(await opened.read(sheet), heads, Object.keys(needed));
    if (!found) continue;
    if (found.rows.length <= mostRows) return found;
    throw refuse(`Tệp «${name}» có ${formatVietnameseNumber(found.rows.length)} dòng; một danh sách đọc nhiều nhất ${formatVietnameseNumber(mostRows)} dòng. Tách tệp rồi đọc từng phần.`, 'Danh sách quá dài.');
  }
  const wanted = Object.values(needed).map((head) => `«${head}»`).join(', ');
  throw refuse(`Tệp «${name}» không có dòng tiêu đề với cột ${wanted}. Tải danh sách mẫu từ chương trình ra, chép dữ liệu vào đó rồi chọn lại.`, `Không thấy cột ${wanted}.`);
}

const refuse = (sentence: string, message: string): Refusal => new Refusal('INPUT_INVALID', sentence, { problems: [{ field: 'file', message }] });

function readSheet(sheet: Sheet, heads: Readonly<Record<string, readonly string[]>>, needed: readonly string[]): PlainNamedSheet | null {
  for (const head of sheet.rows.slice(0, rowsLookedAt)) {
    const taken = new Map<string, number>();
    const columns = head.cells.map((cell, at) => {
      const header = cleanLine(cellText(cell));
      const field = fieldOf(header, heads, taken);
      if (field !== null) taken.set(field, at);
      return { column: columnLetter(at), header, field };
    });
    if (!needed.every((field) => taken.has(field))) continue;
    const rows = sheet.rows.filter(({ row }) => row > head.row).map(({ row, cells }) => {
      const named = Object.fromEntries([...taken].map(([field, at]) => [field, cells[at] ?? null]));
      const broken = [...taken.values()].map((at) => cells[at] ?? null).find((cell) => isFaultCell(cell));
      return { row, cells: named, fault: isFaultCell(broken ?? null) ? (broken as { fault: string }).fault : null };
    });
    const filled = rows.filter(({ cells, fault }) => fault !== null || Object.values(cells).some((cell) => cleanLine(cellText(cell)) !== ''));
    return { columns: columns.filter(({ header }) => header !== ''), rows: filled };
  }
  return null;
}

function fieldOf(header: string, heads: Readonly<Record<string, readonly string[]>>, taken: ReadonlyMap<string, number>): string | null {
  const words = foldVietnamese(header).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  if (words === '') return null;
  for (const exact of [true, false]) {
    for (const [field, begins] of Object.entries(heads)) {
      if (!taken.has(field) && begins.some((wanted) => (exact ? words === wanted : words.startsWith(`${wanted} `)))) return field;
    }
  }
  return null;
}

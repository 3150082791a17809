import { type Cell, cellText, isFaultCell, type Sheet } from '../../../shared/domain/import/cell.ts';
import { cleanLine } from '../../../shared/domain/import/clean-cell.ts';
import { columnLetter } from '../../../shared/domain/import/column-letter.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { foldVietnamese } from '../../../shared/domain/vietnamese-text.ts';
import { openOldBook } from './open-old-book.ts';

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

/**
 * Reads a list whose columns are told by their heads (xlsx, csv): the first sheet with the heads that are needed. `heads` are
 * beginnings of folded head texts by field. A file without them is refused, saying which column is missed.
 */
export async function readNamedSheet<Field extends string>(file: File, heads: Readonly<Record<Field, readonly string[]>>, needed: Readonly<Partial<Record<Field, string>>>): Promise<NamedSheet<Field>> {
  const opened = await openOldBook(file, () => undefined);
  for (const { name, hidden } of opened.sheets) {
    if (hidden) continue;
    const found = readSheet(await opened.read(name), heads, Object.keys(needed) as Field[]);
    if (found) return found;
  }
  const wanted = Object.values<string | undefined>(needed).map((head) => `«${head ?? ''}»`).join(', ');
  throw new Refusal('INPUT_INVALID', `Tệp «${file.name}» không có dòng tiêu đề với cột ${wanted}. Tải danh sách mẫu từ chương trình ra, chép dữ liệu vào đó rồi chọn lại.`, { problems: [{ field: 'file', message: `Không thấy cột ${wanted}.` }] });
}

function readSheet<Field extends string>(sheet: Sheet, heads: Readonly<Record<Field, readonly string[]>>, needed: readonly Field[]): NamedSheet<Field> | null {
  for (const head of sheet.rows.slice(0, rowsLookedAt)) {
    const taken = new Map<Field, number>();
    const columns = head.cells.map((cell, at) => {
      const header = cleanLine(cellText(cell));
      const field = fieldOf(header, heads, taken);
      if (field) taken.set(field, at);
      return { column: columnLetter(at), header, field };
    });
    if (!needed.every((field) => taken.has(field))) continue;
    const rows = sheet.rows.filter(({ row }) => row > head.row).map(({ row, cells }): NamedRow<Field> => {
      const named = Object.fromEntries([...taken].map(([field, at]) => [field, cells[at] ?? null])) as Partial<Record<Field, Cell>>;
      const broken = [...taken.values()].map((at) => cells[at] ?? null).find((cell) => isFaultCell(cell));
      return { row, cells: named, text: (field) => cleanLine(cellText(named[field] ?? null)), fault: isFaultCell(broken ?? null) ? (broken as { fault: string }).fault : null };
    });
    return { columns: columns.filter(({ header }) => header !== ''), rows: rows.filter((row) => row.fault !== null || [...taken.keys()].some((field) => row.text(field) !== '')) };
  }
  return null;
}

function fieldOf<Field extends string>(header: string, heads: Readonly<Record<Field, readonly string[]>>, taken: ReadonlyMap<Field, number>): Field | null {
  const words = foldVietnamese(header).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  if (words === '') return null;
  for (const exact of [true, false]) {
    for (const field of Object.keys(heads) as Field[]) {
      if (!taken.has(field) && heads[field].some((wanted) => (exact ? words === wanted : words.startsWith(`${wanted} `)))) return field;
    }
  }
  return null;
}

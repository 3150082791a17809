import { numberInCell } from './number-in-cell.ts';
import type { Appendix, AppendixColumn, Cell } from './letter.ts';

/** A row of its own figures; a sum of rows above it, which is never added again; `unsure` may be either and counts as its own. */
export type RowKind = 'item' | 'subtotal' | 'total' | 'unsure';

const sumWords = '[-–•+*\\s]*(?:tổng\\s+cộng|tổng\\s+số|tổng|cộng)';
/** What a sum may be of: «Cộng mục I», «Tổng cộng (I + II)», «Cộng trang 2»; «Cộng đồng», «Tổng cục», «Tổng công ty» are names. */
const sumOf =
  '(?:mục|tiểu\\s+mục|nhóm|phần|khối|chương|loại|trang|đợt|tháng|quý|toàn|chung|dồn|riêng|chi\\s+tiết|[IVX]+(?!\\p{L})|[A-Ha-h](?!\\p{L})|\\d|\\()';
const whole = new RegExp(`^${sumWords}\\s*[:.]*\\s*$`, 'iu');
const partly = new RegExp(`^${sumWords}\\s*(?:[:(]|${sumOf}).*$`, 'iu');
const perhaps = /^[-–•+*\s]*(?:tổng\s+(?:số|cộng)|cộng)(?!\p{L})/iu;
const names = /^[-–•+*\s]*cộng\s+(?:đồng|tác|hòa|hoà|sản|hưởng|sinh|trừ)(?!\p{L})/iu;

/** What kind a row is by the words that name it. A whole sum is «Tổng cộng», «Tổng», «Tổng số»; «Cộng» closes its part. */
export function rowKind(columns: readonly AppendixColumn[], row: readonly Cell[]): RowKind {
  const cellColumns = columns.filter(({ kind }) => kind !== 'ordinal');
  const texts = row.filter((cell, at): cell is string => typeof cell === 'string' && cellColumns[at]?.kind === 'text' && cell.trim() !== '');
  const kinds = texts.slice(0, 2).map((text) => kindOf(text.normalize('NFC').replace(/\*/g, '').trim()));
  return kinds.find((kind) => kind !== 'item') ?? 'item';
}

function kindOf(label: string): RowKind {
  if (whole.test(label)) return /tổng/iu.test(label) ? 'total' : 'subtotal';
  if (partly.test(label)) return /^\P{L}*tổng/iu.test(label) && /toàn|chung|\+/iu.test(label) ? 'total' : 'subtotal';
  return perhaps.test(label) && !names.test(label) ? 'unsure' : 'item';
}

/** Whether a row's figures go into the sum of the table. */
export const isCounted = (kind: RowKind): boolean => kind === 'item' || kind === 'unsure';

/** What is to be asked about the sums typed into a table: one that does not add up, a row that may be a sum, a total typed above the computed one. */
export function typedSums({ columns, rows }: Appendix): { row: number; message: string }[] {
  const summed = columns.filter(({ kind }) => kind !== 'ordinal').map((column, cell) => ({ ...column, cell })).filter(({ kind, total }) => kind === 'number' && total);
  if (summed.length === 0) return [];
  const found: { row: number; message: string }[] = [];
  let part = 0;
  rows.forEach((row, at) => {
    const kind = rowKind(columns, row);
    const name = row.find((cell) => typeof cell === 'string' && cell.trim() !== '') ?? '';
    if (kind === 'unsure') found.push({ row: at, message: `dòng ${at + 1} «${name}» có thể là một dòng cộng; đang được tính vào tổng. Nếu là dòng cộng, ghi «Cộng …» hoặc «Tổng cộng».` });
    if (kind === 'total' && at === rows.length - 1) found.push({ row: at, message: `dòng ${at + 1} «${name}» đã là tổng, mà bảng còn tự cộng thêm một dòng «Tổng cộng»; bỏ một trong hai.` });
    if (kind !== 'subtotal' && kind !== 'total') return;
    for (const { cell, header } of summed) {
      const typed = numberInCell(row[cell] ?? null);
      if (typeof typed !== 'number') continue;
      // a sum closes its own part, or everything so far
      const sums = [part, 0].map((from) => sumBetween(columns, rows, from, at, cell));
      if (!sums.some((sum) => Math.abs(sum - typed) < 1e-9 * Math.max(1, Math.abs(typed)))) {
        found.push({ row: at, message: `dòng ${at + 1} «${name}», cột «${header}»: số ghi không bằng tổng các dòng trên; tính lại.` });
      }
    }
    part = at + 1;
  });
  return found;
}

function sumBetween(columns: readonly AppendixColumn[], rows: Appendix['rows'], from: number, to: number, cell: number): number {
  return rows.slice(from, to).reduce((sum, row) => {
    const value = isCounted(rowKind(columns, row)) ? numberInCell(row[cell] ?? null) : null;
    return typeof value === 'number' ? sum + value : sum;
  }, 0);
}

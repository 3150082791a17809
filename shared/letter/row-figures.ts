import { decimalsOf } from '../domain/vietnamese-number.ts';
import type { AppendixColumn, Cell } from './letter.ts';
import { numberInCell } from './number-in-cell.ts';

/** Heads of figures that are never added: shares, averages, prices, ranks. */
const ratioHead = /%|‰|t[ỷỉ]\s*(?:lệ|trọng|suất)|bình\s+quân|trung\s+bình|đơn\s+giá|năng\s+suất|mật\s+độ|hệ\s+số|xếp|thứ\s+(?:tự|hạng|bậc)|hạng|điểm|so\s+(?:sánh|với)|tốc\s+độ|chỉ\s+số|năm\s+(?:thành\s+lập|sinh|ban\s+hành)|số\s+(?:hiệu|điện\s+thoại)/iu;

/** A column whose sums are looked at, and which cell of a row it takes. */
export interface SummedColumn {
  header: string;
  cell: number;
}

/** The columns with a sum at their foot; where the table has none, those whose figures can be added. */
export function summedColumns(columns: readonly AppendixColumn[]): SummedColumn[] {
  const cells = columns.filter(({ kind }) => kind !== 'ordinal').map(({ header, kind, total }, cell) => ({ header, kind, total, cell }));
  const numbers = cells.filter(({ kind }) => kind === 'number');
  const asked = numbers.filter(({ total }) => total);
  return asked.length > 0 ? asked : numbers.filter(({ header }) => !ratioHead.test(header.normalize('NFC')));
}

/** The figures of each row in the summed columns; null where there is none, or none that can be told. */
export function figuresOf(columns: readonly SummedColumn[], rows: readonly (readonly Cell[])[]): (number | null)[][] {
  return rows.map((cells) =>
    columns.map(({ cell }) => {
      const value = numberInCell(cells[cell] ?? null);
      return typeof value === 'number' ? value : null;
    }),
  );
}

/** Whether a figure is the sum: to the last figure, or (`rounded`) as near as figures of so many decimals can be. */
export function agrees(figure: number, sum: number, addends: number): 'exactly' | 'rounded' | null {
  const apart = Math.abs(figure - sum);
  if (apart <= 1e-9 * Math.max(1, Math.abs(figure))) return 'exactly';
  const decimals = Math.max(decimalsOf(figure), decimalsOf(Number(sum.toFixed(6))));
  return decimals > 0 && apart <= (addends / 2 + 0.5) * 10 ** -decimals ? 'rounded' : null;
}

/** A sum without what binary fractions add to it, for saying it. */
export const tidySum = (sum: number): number => Number(sum.toFixed(6));

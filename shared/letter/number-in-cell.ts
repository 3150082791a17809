import { cutShort } from '../domain/cut-short.ts';
import { readVietnameseNumber } from '../domain/vietnamese-number.ts';
import type { Cell } from './letter.ts';
import { isVisible } from './visible-text.ts';

const mostDigits = 15;
const mostDecimals = 6;

/** The number a cell of a number column holds; null for an empty cell, a sentence when it cannot be told or kept to the last figure. */
export function numberInCell(cell: Cell): number | null | { unsure: string } {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) return { unsure: 'Ô số không phải là số hữu hạn.' };
    return isExact(String(cell), cell) ? cell : inexact(String(cell));
  }
  if (!isVisible(cell)) return null;
  const read = readVietnameseNumber(cell);
  if (!('value' in read)) return read;
  return isExact(cell.replace(/[.\s]/g, '').replace(',', '.'), read.value) ? read.value : inexact(cell.trim());
}

/** Whether every figure of a number written with a decimal point survives in the sheet, which keeps fifteen. */
function isExact(written: string, value: number): boolean {
  if (written.includes('e')) return value === 0;
  const [whole = '', part = ''] = written.replace('-', '').split('.');
  const figures = `${whole}${part}`.replace(/^0+|0+$/g, '');
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER && figures.length <= mostDigits && part.length <= mostDecimals;
}

const inexact = (written: string): { unsure: string } => ({ unsure: `«${cutShort(written, 40)}» dài quá ${mostDigits} chữ số hoặc quá ${mostDecimals} số lẻ nên không giữ được đúng từng chữ số; đổi đơn vị tính hoặc làm tròn.` });

import { decimalsOf } from '../domain/vietnamese-number.ts';

const usual = '[>=1000000]#\\.###\\.##0;[>=1000]#\\.##0;0';
const large = '[>=1000000000]#\\.###\\.###\\.##0;[>=1000000]#\\.###\\.##0;#\\.##0';
const groups = ['0', '#\\.##0', '#\\.###\\.##0', '#\\.###\\.###\\.##0', '#\\.###\\.###\\.###\\.##0', '#\\.###\\.###\\.###\\.###\\.##0'];

/**
 * The format in which Excel shows a number as Vietnamese offices write it. Whole numbers get fixed dots, whatever the
 * region of the computer; a format has room for two conditions only, so it is chosen by the value. Where the table holds
 * parts (16,73), the computer's own signs serve all of it: Excel knows no fixed decimal comma, and 1.286 beside 426.5
 * would be read two ways. The mark 42A asks for Vietnamese signs where a program heeds it (LibreOffice does).
 */
export function sheetNumberFormat(value: number, tableHasParts: boolean): string {
  if (tableHasParts) {
    const decimals = decimalsOf(value);
    return decimals === 0 ? '[$-42A]#,##0' : `[$-42A]#,##0.${'0'.repeat(decimals)}`;
  }
  const size = Math.abs(value);
  if (value >= 0 && size < 1e9) return usual;
  if (value >= 0 && size < 1e12) return large;
  const group = Math.floor(Math.log10(Math.max(size, 1)) / 3 + 1e-9);
  return groups[Math.min(group, groups.length - 1)] ?? usual;
}

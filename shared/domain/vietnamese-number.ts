import { cutShort } from './cut-short.ts';
/** The number of decimals a value was given with (0–6), so that sums and prints keep what was typed. */
export function decimalsOf(value: number): number {
  if (Number.isInteger(value) || Math.abs(value) < 1e-6) return 0;
  // fifteen figures are what a binary fraction keeps: 0.30000000000000004 was given as 0.3
  const written = String(Number(value.toPrecision(15)));
  const point = written.indexOf('.');
  return point < 0 ? 0 : Math.min(6, written.length - point - 1);
}

/** `1.705.059`, `16,73`, `-1.234,5`: dots group thousands, a comma stands before decimals. */
export function formatVietnameseNumber(value: number, decimals = decimalsOf(value)): string {
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '.');
  const zero = Number(Math.abs(value).toFixed(decimals)) === 0;
  return `${value < 0 && !zero ? '-' : ''}${grouped}${fraction ? `,${fraction}` : ''}`;
}

/** What a typed number means, or why it cannot be told. */
export type ReadNumber = { value: number } | { unsure: string };

/**
 * Reads a number as Vietnamese offices write it: `1.705.059`, `16,73`, `-12`, `70635`.
 * One dot before exactly three digits is thousands (`70.635`); a lone `1.5` or a comma used both ways is refused.
 */
export function readVietnameseNumber(typed: string): ReadNumber {
  const text = typed.replace(/[\s\u00A0]/g, '');
  if (/^-?\d{1,3}(\.\d{3})+(,\d{1,6})?$/.test(text)) return { value: Number(text.replaceAll('.', '').replace(',', '.')) };
  if (/^-?\d+(,\d{1,6})?$/.test(text)) return /^-?\d{1,3},\d{3}$/.test(text) ? unsure(typed) : { value: Number(text.replace(',', '.')) };
  return unsure(typed);
}

const unsure = (typed: string): ReadNumber => ({ unsure: `«${cutShort(typed, 40)}» chưa rõ là số nào; viết hàng nghìn bằng dấu chấm (70.635), phần lẻ bằng dấu phẩy (16,73).` });

/** The sum without binary fractions creeping in: 0,1 + 0,2 is 0,3. */
export function exactSum(values: readonly number[]): number {
  const decimals = values.reduce((most, value) => Math.max(most, decimalsOf(value)), 0);
  const scale = 10 ** decimals;
  return values.reduce((sum, value) => sum + Math.round(value * scale), 0) / scale;
}

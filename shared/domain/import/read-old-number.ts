import { oneLine } from '../vietnamese-text.ts';
import { priorityCalled } from './marks.ts';
import { type Cell, cellText, isDayCell, isFaultCell } from './cell.ts';

/** A number of an old book as it stands there: `12a` is 12 and `a`, `12/1` is 12 and `/1`, `12-15` is 12 and `-15`. */
export interface KeptNumber {
  number: number;
  suffix: string;
  /** Said of it, when it was not simply a number. */
  remark?: string;
  /** How it was read, of which many rows of a book may be alike: said once, with how many there are. */
  readAs?: string;
  /** Why it is no more than likely; said once likewise. */
  unsure?: string;
  /** What stands beside it in its cell. */
  beside?: string;
  /** The urgency that stands beside it. */
  priority?: number;
}

export type OldNumber = KeptNumber | { empty: true } | { unclear: string };

/**
 * A number with something else in its cell, a space or a new line between them: the day (`01⏎05/01`), the urgency
 * (`03⏎(hỏa tốc)`), copies (`14 2 bản`), a second figure (`4 5`). Put together they would be a number nobody has given.
 */
const apart = /^(\d{1,9})(?:\s+|\s*[,;]\s*)(\(?\d.*|\(?ngày\s*\d.*|\(?(?:hỏa tốc|hoả tốc|thượng khẩn|khẩn|ht|tk|k)\)?|.*(?:bản|tờ|trang|bộ))$/iu;

/** A number and a whole day behind it, however they are kept apart: `12-05/01/2021`, `12/05/01/2021`. */
const dayBehind = /^(\d{1,9})\s*[-/,;(]\s*(?:ngày\s*)?(\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2}))\)?$/iu;
/** How many numbers further a number of thousands may be from the one before it and still be one beyond doubt. */
const nearby = 50;

const largest = 9_999_999;
const suffixMaxLength = 20;

/** What surrounds a number in its column. */
export interface NumberContext {
  /** The number of the line before: `4 500` after 3 is 4 with a figure beside it, after 4.499 it is 4.500. */
  above?: number;
  /** Letters that every number of the column has before it (`VBD` of `VBD001`). */
  prefix?: string;
}

/** Letters before the figures of a number. */
export const lettersBefore = (text: string): string | null => /^(\p{L}{1,8}[-_./ ]?)\d{1,9}$/u.exec(text.trim())?.[1] ?? null;

/** Reads a number as it stands in an old book; it is never changed into another. */
export function readOldNumber(cell: Cell | undefined, { above, prefix }: NumberContext = {}): OldNumber {
  if (cell == null) return { empty: true };
  if (isFaultCell(cell)) return { unclear: cell.fault };
  // `12/1` typed into Excel has become 12 January there
  if (isDayCell(cell)) {
    const [day, month] = [Number(cell.date.slice(8, 10)), Number(cell.date.slice(5, 7))];
    return { number: day, suffix: `/${month}`, remark: `Excel đang giữ ô này như một ngày; số được đọc lại là ${day}/${month}` };
  }
  const written = cellText(cell).trim();
  const bare = prefix && written.startsWith(prefix) ? written.slice(prefix.length) : written;
  const plain = oneLine(bare).replace(/[‐-―−]/g, '-').normalize('NFC');
  // `7.`, `7)`, `(7)`, `7/` is how a number ends in a list: the sign is none of it
  const text = plain.replace(/^(?:số|so|s[ốô]|№|#|no\.?)\s*:?\s*(?=\d)/iu, '').replace(/^\((\d+\p{L}?)\)$/u, '$1').replace(/^(\d[\d.]*\p{L}?)\s*[.,;:)/]$/u, '$1');
  if (text === '' || /^[-_.…/]+$/.test(text)) return { empty: true };
  // a line break is never inside a number; a space is one of thousands only where the number before does not contradict
  const [, first = '', second = ''] = /^(\d{1,9})[^\S\n]*\n\s*(.+)$/su.exec(bare) ?? (above === undefined ? null : /^(\d{1,3}) (\d{3})$/.exec(text)) ?? [];
  if (second !== '' && (bare.includes('\n') || nearer(Number(first), Number(first + second), above))) return standsApart(text, first, oneLine(second));
  const dated = dayBehind.exec(text);
  if (dated) return standsApart(text, dated[1] ?? '', dated[2] ?? '');
  const whole = /^\d{1,3}(?:[. ]\d{3})+$/.test(text) ? text.replace(/[. ]/g, '') : text.replace(/^(\d+)[.,]0+$/, '$1');
  const parts = /^(\d{1,9})(.*)$/u.exec(whole);
  if (!parts) return { unclear: `«${text.slice(0, 40)}» không bắt đầu bằng một số` };
  const number = Number(parts[1]);
  const rest = (parts[2] ?? '').trim();
  if (number > largest) return { unclear: `số ${parts[1] ?? ''} lớn quá ${largest}` };
  if (rest === '') return { number, suffix: '', ...thousands(text, number, above) };
  const range = /^(?:-|den|đến|÷|~|\+|,|;|&|và|va) ?(\d{1,9})$/iu.exec(rest);
  if (range) return { number, suffix: `-${Number(range[1])}`, remark: `«${text}» gồm nhiều số, được giữ thành một dòng` };
  const beside = apart.exec(whole);
  if (beside) return standsApart(text, beside[1] ?? '', beside[2] ?? '');
  if (rest.length > suffixMaxLength || !/^[ /.\-]{0,3}[\p{L}\p{N}][\p{L}\p{N} /.\-]*$/u.test(rest)) return { unclear: `«${text.slice(0, 40)}» không phải là một số của sổ` };
  return { number, suffix: rest.replaceAll(' ', '') };
}

/** A number of thousands written apart says so; it is beyond doubt only where the one before it is near. */
function thousands(text: string, number: number, above: number | undefined): Pick<KeptNumber, 'readAs' | 'unsure'> {
  const [first] = text.split(/[ .]/);
  if (first === undefined || !/^\d{1,3}(?:[. ]\d{3})+$/.test(text)) return {};
  const near = above !== undefined && number > above && number - above <= nearby;
  const said = `«${text}» được đọc là ${number}, dấu ${text.includes(' ') ? 'cách' : 'chấm'} là dấu nghìn`;
  if (text.includes('.') && (above === undefined || near || !nearer(Number(first), number, above))) return {};
  return near ? { readAs: said } : { unsure: said };
}

const nearer = (one: number, other: number, above: number | undefined): boolean => above !== undefined && Math.abs(one - above) < Math.abs(other - above);

function standsApart(text: string, number: string, beside: string): KeptNumber {
  const priority = priorityCalled(beside);
  const remark = `«${text.slice(0, 40)}» được đọc là số ${Number(number)}; phần «${beside.slice(0, 30)}» đứng riêng, không phải của số`;
  return { number: Number(number), suffix: '', remark, beside, ...(priority !== null && priority > 0 && { priority }) };
}

/** A whole number for pages and copies; null when the cell says something else. */
export function readCount(cell: Cell | undefined): number | null {
  const found = /^(\d{1,6})(?:[.,]0+)?(?:\s*(?:trang|tờ|bản|bộ|to|ban|bo))?$/iu.exec(oneLine(cellText(cell)).normalize('NFC'));
  return found ? Number(found[1]) : null;
}

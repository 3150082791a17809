import { isoDate, isRealDate, readTypedDate, shortDate, yearOf, type IsoDate } from '../../../shared/domain/dates.ts';

/** Days from–to, inclusive; an open end is left out. */
export interface DaySpan {
  from?: IsoDate;
  to?: IsoDate;
}

const lastDay = (year: number, month: number): IsoDate => [31, 30, 29, 28].map((day) => isoDate(year, month, day)).find(isRealDate) ?? isoDate(year, month, 28);

/** A whole month (`3/2026`, `t3`, `tháng 3`) or year (`2026`). */
function wholeSpan(text: string, today: IsoDate): DaySpan | null {
  if (/^\d{4}$/.test(text) && isRealDate(`${text}-01-01`)) return { from: `${text}-01-01`, to: `${text}-12-31` };
  const month = /^(?:t|th|tháng|thang)\s*(\d{1,2})(?:\s*[/-]\s*(\d{4}))?$/i.exec(text) ?? /^(\d{1,2})\s*[/-]\s*(\d{4})$/.exec(text);
  if (!month) return null;
  const year = month[2] === undefined ? yearOf(today) : Number(month[2]);
  const first = isoDate(year, Number(month[1]), 1);
  return isRealDate(first) ? { from: first, to: lastDay(year, Number(month[1])) } : null;
}

function oneSpan(text: string, today: IsoDate): DaySpan | null {
  const whole = wholeSpan(text, today);
  if (whole) return whole;
  const day = readTypedDate(text, today);
  return day === null ? null : { from: day, to: day };
}

const two = (apart: RegExpExecArray | null): [string, string] | null => (apart ? [(apart[1] ?? '').trim(), (apart[2] ?? '').trim()] : null);

/** Where `từ–đến` parts for certain: `..`, a long dash, `đến`, a dash between spaces. */
const clearHalves = (text: string): [string, string] | null => two(/^(.*?)\s*(?:\.\.+|[–—]|\s-\s|\s*(?:đến|den)\s*)\s*(.*)$/i.exec(text));

/** A plain dash parts where it cannot be part of a day. */
const dashHalves = (text: string): [string, string] | null => two(/^((?=.*\/)[\d/.]*)-([\d/.]*)$/.exec(text) ?? /^(\d{6}|\d{8})-(\d{6}|\d{8})?$/.exec(text) ?? /^()-(.+)$/.exec(text) ?? /^(.+)-()$/.exec(text));

function spanOf(parts: [string, string] | null, today: IsoDate): DaySpan | null {
  if (!parts || (parts[0] === '' && parts[1] === '')) return null;
  const from = parts[0] === '' ? {} : oneSpan(parts[0], today);
  const to = parts[1] === '' ? {} : oneSpan(parts[1], today);
  if (!from || !to) return null;
  const span = { ...(from.from && { from: from.from }), ...(to.to && { to: to.to }) };
  return span.from && span.to && span.from > span.to ? { from: span.to, to: span.from } : span;
}

/**
 * Reads days as they are typed under a head: `5`, `5/3`, `5/3–10/3`, `5/3-`, `-10/3`, `3/2026`, `t3`, `2026`. An empty
 * span for nothing typed; null when it cannot be read.
 */
export function readTypedDays(typed: string, today: IsoDate): DaySpan | null {
  const text = typed.trim();
  if (text === '') return {};
  const parted = clearHalves(text);
  return parted ? spanOf(parted, today) : (oneSpan(text, today) ?? spanOf(dashHalves(text), today));
}

/** The same days written so that they mean the same tomorrow, as short as that can be: `3/2026`, `05/03/2026–10/03/2026`. */
export function writeDays({ from, to }: DaySpan): string {
  if (from !== undefined && from === to) return shortDate(from);
  if (from !== undefined && to !== undefined) {
    const [year, month] = [yearOf(from), Number(from.slice(5, 7))];
    if (from === `${year}-01-01` && to === `${year}-12-31`) return String(year);
    if (from === isoDate(year, month, 1) && to === lastDay(year, month)) return `${month}/${year}`;
  }
  return from === undefined && to === undefined ? '' : `${from === undefined ? '' : shortDate(from)}–${to === undefined ? '' : shortDate(to)}`;
}

import { dayParts, isoDate, isRealDate, yearOf, type IsoDate } from '../dates.ts';
import type { Recurrence } from '../recurrence.ts';
import { at, readDay, readPeriodEnd, type ReadPart } from './day-and-hour.ts';

/** A day of a month that is named by its period: «ngày 15 của tháng cuối quý». All is null that the letter does not tell. */
export interface DayOfPeriod {
  date: IsoDate | null;
  recurrence: Recurrence | null;
  monthDay: number | null;
  periodMonth: number | null;
  sure: boolean;
}

const ofPeriod = /(\d{1,2})(?: cua| thuoc)?,? thang (cuoi|dau)(?: cung| tien)?(?: cua| trong| thuoc)?(?: (moi|hang|tung))? (quy|nam|ky|6 thang)\b/y;
const followingWord = '(?:tiep theo|ke tiep|lien ke|lien sau|lien tiep|tiep sau|ke sau|sau|tiep)';
/** Behind «tháng sau» with no period the month after the letter's own is meant (see `readDay`). */
const nextMonth = new RegExp(String.raw`(\d{1,2})(?: cua| thuoc)?,? thang (?:(?:dau tien |dau )?${followingWord}(?: lien ke| lien sau| ke tiep)?(?: cua| sau)?(?: khi ket thuc)?(?: (ky|quy|thang|nam)\b)?|(bao cao)\b)(?: bao cao)?`, 'y');

const none: DayOfPeriod = { date: null, recurrence: null, monthDay: null, periodMonth: null, sure: false };
const real = (day: number): number | null => (day >= 1 && day <= 31 ? day : null);

/** «15 của tháng cuối quý», «20 tháng cuối năm», «25 của tháng cuối kỳ báo cáo»: what a «kỳ» is the letter does not say. */
export function readMonthOfPeriod(folded: string, start: number, issuedDate: IsoDate | null): ReadPart<DayOfPeriod> | null {
  const match = at(ofPeriod, folded, start);
  if (!match) return null;
  const [whole, figure, which, repeating, period = ''] = match;
  const end = start + whole.length;
  const monthDay = real(Number(figure));
  // «tháng cuối quý IV/2026», «tháng cuối năm 2026» is one month
  const named = repeating === undefined ? readPeriodEnd(folded, end - period.length, issuedDate) : null;
  if (named) {
    const parts = named.value.date === null ? null : dayParts(named.value.date);
    const months = period === 'nam' ? 12 : 3;
    const date = parts && monthDay !== null ? isoDate(parts.year, which === 'cuoi' ? parts.month : parts.month - months + 1, monthDay) : '';
    return { value: { ...none, date: isRealDate(date) ? date : null, sure: named.value.sure && isRealDate(date) }, end: named.end };
  }
  const after = at(/ (sau|tiep theo|ke tiep|toi|nay)\b/y, folded, end);
  const last = end + (after?.[0].length ?? at(/ bao cao\b/y, folded, end)?.[0].length ?? 0);
  if (period === 'quy') {
    // «tháng đầu quý sau» is said of every quarter's report and of the next quarter alone
    return { value: { ...none, recurrence: 'quarterly', monthDay, periodMonth: which === 'cuoi' ? 3 : 1, sure: monthDay !== null && after === null }, end: last };
  }
  if (period === '6 thang' || (period === 'nam' && repeating !== undefined)) {
    const months = period === 'nam' ? 12 : 6;
    return { value: { ...none, recurrence: months === 12 ? 'yearly' : 'half-yearly', monthDay, periodMonth: which === 'cuoi' ? months : 1, sure: monthDay !== null && after === null }, end: last };
  }
  if (period === 'nam' && monthDay !== null && issuedDate !== null && isRealDate(issuedDate)) {
    const inYear = (year: number): IsoDate => isoDate(year, which === 'cuoi' ? 12 : 1, monthDay);
    const here = inYear(yearOf(issuedDate) + (/sau|theo|tiep|toi/.test(after?.[1] ?? '') ? 1 : 0));
    const date = here >= issuedDate ? here : inYear(yearOf(issuedDate) + 1);
    return { value: { ...none, date: isRealDate(date) ? date : null }, end: last };
  }
  return { value: none, end: last };
}

/**
 * «10 của tháng tiếp theo kỳ báo cáo»: which month that is depends on the period; only «… tháng báo cáo» and «… quý báo cáo» tell it.
 * «05 của tháng sau» with nothing behind it is the month after the letter's own, and to be looked at.
 */
export function readNextMonth(folded: string, start: number, issuedDate: IsoDate | null): ReadPart<DayOfPeriod> | null {
  const match = at(nextMonth, folded, start);
  if (!match) return null;
  const [whole, figure, period, ofReport] = match;
  const end = start + whole.length;
  const monthDay = real(Number(figure));
  if (period === 'thang') return { value: { ...none, recurrence: 'monthly', monthDay, sure: monthDay !== null }, end };
  if (ofReport !== undefined) return { value: { ...none, recurrence: 'monthly', monthDay }, end };
  if (period === 'quy') return { value: { ...none, recurrence: 'quarterly', monthDay, periodMonth: 1 }, end };
  if (/ thang sau$/.test(whole)) {
    const near = readDay(folded.slice(start, end).replace(/ (?:cua|thuoc),? /, ' '), 0, issuedDate);
    return { value: { ...none, date: near?.value.date ?? null }, end };
  }
  return { value: none, end };
}

import { addDays, isRealDate, mondayOf, type IsoDate } from '../dates.ts';
import type { BeforeMeans, DueBound, Recurrence } from '../recurrence.ts';
import { at, readBeforePeriod, readDay, readHour, readPeriodEnd } from './day-and-hour.ts';
import { inYearOf, readDays, readOtherDays, type OtherDay } from './day-lists.ts';
import { readMonthOfPeriod, readNextMonth } from './month-of-period.ts';
import { firstDues, firstInYears, monthsOf, readDayOfRepeat, readMonthDays, readWeekdays, type Repeating } from './repeating.ts';
import { readTerm, type Within } from './term.ts';

/** One day that a phrase names, with hours of its own. */
export interface DueDay {
  /** The day as written; null when none is, or it is not in the calendar. */
  date: IsoDate | null;
  /** The last day that counts; the first one of a recurring duty. */
  due: IsoDate | null;
  times: string[];
  /** The last day of every month, whatever its number: «trước ngày 01 hằng tháng», «ngày 31 hằng tháng». */
  monthEnd: boolean;
}

/** When something is due, as a phrase of the letter says it. `firm` when its words alone (trước, chậm nhất, thời hạn) make it a deadline. */
export interface When {
  start: number;
  end: number;
  /** One at least: «trước ngày 10/5 và ngày 10/11», «ngày 10 và ngày 25 hằng tháng» are two. */
  days: [DueDay, ...DueDay[]];
  recurrence: Recurrence | null;
  until: IsoDate | null;
  bound: DueBound | null;
  within: Within | null;
  firm: boolean;
  /** «trong năm 2026», «hết quý IV»: it may be said of what is reported, not of when. */
  period: boolean;
  certain: boolean;
}

/** Words with which a phrase about time may begin. */
export const anchors =
  /\b(?:(?:cham|muon) nhat|khong (?:qua|muon hon|cham hon|tre hon)|truoc|den het|cho den het|het|trong|vao|luc(?= \d)|sau|han (?:cuoi|chot|bao cao|gui|nop|hoan thanh)|thoi (?:han|gian) (?:bao cao|gui|nop|hoan thanh|thuc hien)|dinh ky|hang|moi|thu|(?:6|06|sau|ba|3|03) thang (?:mot|1|01) lan|nua nam (?:mot|1|01) lan|den(?= ngay \d)|ngay)\b/g;

const before = /truoc(?: va trong)?(?: luc| thoi diem)?/y;
const through = /(?:den(?= ngay \d)|(?:cham|muon) nhat|khong (?:qua|muon hon|cham hon|tre hon)|(?:cho )?den het|het|truoc va trong|han (?:cuoi|chot|bao cao|gui|nop|hoan thanh)(?: cung)?(?: bao cao| gui| nop)?|thoi (?:han|gian) (?:bao cao|gui|nop|hoan thanh|thuc hien)(?: bao cao| ho so| ket qua)?)/y;
const filler = /(?:dinh ky|vao luc|vao|luc|la|den|trong|sau|cac(?= ngay \d)|:|,)/y;
const repeated = /(?:(?:hang|moi|tung) (ngay lam viec|ngay(?! ?\d| cang)|tuan|thang|quy|nua nam|nam(?! \d))|cac (ngay lam viec))\b/y;
/** «6 tháng một lần», «mỗi năm hai lần»: how often, counted. */
const counted: readonly [RegExp, Recurrence][] = [
  [/(?:(?:6|06|sau) thang|nua nam) (?:mot|1|01) lan\b/y, 'half-yearly'],
  [/(?:(?:hang|moi|mot|1|01) )?nam (?:hai|2|02) lan\b/y, 'half-yearly'],
  [/(?:3|03|ba) thang (?:mot|1|01) lan\b/y, 'quarterly'],
  [/(?:(?:mot|1|01) )?nam (?:mot|1|01) lan\b/y, 'yearly'],
  [/(?:(?:mot|1|01) )?quy (?:mot|1|01) lan\b/y, 'quarterly'],
  [/(?:(?:mot|1|01) )?thang (?:mot|1|01) lan\b/y, 'monthly'],
  [/(?:(?:mot|1|01) )?tuan (?:mot|1|01) lan\b/y, 'weekly'],
];
/** «định kỳ 6 tháng»; with «và hằng năm» behind it, two that are told in one. */
const halfYearly = /(?:6|06|sau) thang(?! (?:dau|cuoi|dau nam|cuoi nam)|\/| \d)(,? (?:va )?(?:hang )?nam\b)?/y;
const everyYear = /,? ?(?:hang|moi|tung) nam\b/y;
/** What may follow a word that repeats: the day or the hour after it belongs to it. */
const afterRepeat = /,? ?(truoc|(?:cham|muon) nhat(?: la)?|khong qua|vao luc|vao|luc)(?: luc)? /y;
const thisWeek = / tuan (nay|sau|toi)\b/y;
const range = /(?:,? ?\(?)(?:ke )?tu ngay /y;
const untilSign = /,? ?\(?(?:va )?(?:keo dai |thuc hien )?(?:cho )?(?:den|toi) (?:het )?(?:ngay )?/y;
/** A further day, hour or weekday that the phrase joins and that could not be read with it. */
const joinedOn = /^(?:,| ?-|,? va|,? hoac|,? hay)? ?(?:truoc |den )?(?:\d{1,2} ?(?:gio|h)\d{0,2} )?(?:ngay \d|thu (?:hai|ba|tu|nam|sau|bay|[2-7])\b|\d{1,2} ?[/.-] ?\d{1,2}\b(?!%)|\d{1,2} ?(?:gio|h\d|h\b))/;
const recurrences: Record<string, Recurrence> = { 'ngay lam viec': 'working-days', ngay: 'daily', tuan: 'weekly', thang: 'monthly', quy: 'quarterly', 'nua nam': 'half-yearly', nam: 'yearly' };

/** Most parts a phrase is read in: no letter says when in more words. */
const mostWords = 12;

/** What the phrase is made of while it is read word by word. */
interface Draft extends Repeating {
  date: IsoDate | null;
  dated: boolean;
  /** The day itself. */
  sure: boolean;
  /** Anything else of the phrase that could be meant another way. */
  doubtful: boolean;
  times: string[];
  others: OtherDay[];
  bound: DueBound | null;
  firm: boolean;
  weak: boolean;
  within: boolean;
  period: boolean;
  /** «đến ngày …» alone: only the end of a span. */
  spanned: boolean;
}

/**
 * Reads the phrase that begins at an anchor; null where it is none (trước mắt, trong đó, ngày 14/8 of a cited paper).
 * `bound` is what the letter says, `due` the last day that counts as the office takes «trước ngày»; `often` is how often, where the
 * sentence has said it before: «Định kỳ hằng tháng, các xã gửi báo cáo [trước ngày 25]».
 */
export function readWhen(folded: string, start: number, issuedDate: IsoDate | null, beforeMeans: BeforeMeans, often: Recurrence | null = null): When | null {
  const term = readTerm(folded, start, issuedDate);
  if (term && often !== null) return null;
  if (term) {
    const nothing = { days: [{ date: null, due: null, times: [], monthEnd: false }] satisfies [DueDay], recurrence: null, until: null, period: false };
    return { start, end: term.end, ...nothing, bound: 'through', within: term.value.known ? term.value.within : null, firm: true, certain: term.value.sure };
  }
  const draft: Draft = { date: null, dated: false, sure: true, doubtful: false, times: [], recurrence: often, weekdays: [], monthDays: [], periodMonth: null, others: [], bound: null, firm: false, weak: false, within: false, period: false, spanned: false };
  let end = start;
  let words = 0;
  for (let more = readNext(folded, end, issuedDate, draft); more !== null && words < mostWords; more = readNext(folded, skipGap(folded, more), issuedDate, draft)) {
    end = more;
    words += 1;
  }
  if (draft.date !== null && (draft.recurrence === null || isOfTheYear(draft.recurrence)) && !draft.period) {
    const others = readOtherDays(folded, end, issuedDate);
    draft.others.push(...others.value);
    if (!draft.sure && others.year !== null) draft.date = inYearOf(draft.date, others.year);
    draft.doubtful ||= others.doubtful || (draft.times.length > 0 && others.value.some((each) => each.time === null));
    end = others.end;
    const yearly = draft.recurrence === null ? at(everyYear, folded, end) : null;
    if (yearly) {
      draft.recurrence = 'yearly';
      end += yearly[0].length;
    }
  }
  const bare = !draft.dated && draft.recurrence === null;
  if (bare || end === start) return null;
  // a bare day is the day of something else
  if (draft.dated && draft.bound === null && !draft.weak) return null;
  const last = draft.recurrence === null ? null : readUntil(folded, end, issuedDate);
  end = last?.end ?? end;
  draft.doubtful ||= draft.spanned && draft.recurrence === null;
  draft.doubtful ||= draft.dated && joinedOn.test(folded.slice(end, end + 30));
  return whenOf(draft, { start, end, until: last?.until ?? null, first: last?.first ?? null }, issuedDate, beforeMeans);
}

const skipGap = (folded: string, place: number): number => (folded.charAt(place) === ' ' ? place + 1 : place);

/** Takes one more word of the phrase into the draft and tells where it ended; null when the phrase is over. */
function readNext(folded: string, place: number, issuedDate: IsoDate | null, draft: Draft): number | null {
  const over = draft.dated && (draft.recurrence !== null || draft.date !== null);
  const word = over || draft.recurrence !== null ? null : readSign(folded, place, draft);
  if (word !== null) return word;
  const belonging = draft.recurrence !== null && !draft.dated ? readAfterRepeat(folded, place, draft) : null;
  if (belonging !== null) return belonging;
  const hour = draft.times.length === 0 || (!draft.dated && draft.recurrence === null) ? readHourHere(folded, place, draft) : null;
  if (hour !== null) return hour;
  if (draft.recurrence === null) {
    const count = draft.dated ? null : readCount(folded, place, draft);
    if (count !== null) return count;
    const again = at(repeated, folded, place);
    if (again && !(draft.dated && draft.date !== null)) {
      draft.recurrence = recurrences[again[1] ?? again[2] ?? ''] ?? null;
      return place + again[0].length;
    }
  }
  return draft.dated ? null : readDayHere(folded, place, issuedDate, draft);
}

const isOfTheYear = (recurrence: Recurrence | null): recurrence is 'half-yearly' | 'yearly' => recurrence === 'half-yearly' || recurrence === 'yearly';

/** «6 tháng một lần», «mỗi năm hai lần», «định kỳ 6 tháng». */
function readCount(folded: string, place: number, draft: Draft): number | null {
  for (const [pattern, recurrence] of counted) {
    const match = at(pattern, folded, place);
    if (!match) continue;
    draft.recurrence = recurrence;
    return place + match[0].length;
  }
  const half = /dinh ky $/.test(folded.slice(Math.max(0, place - 8), place)) ? at(halfYearly, folded, place) : null;
  if (!half) return null;
  draft.recurrence = 'half-yearly';
  draft.doubtful ||= half[1] !== undefined;
  return place + half[0].length;
}

/** «hằng tháng trước ngày 25», «hằng tuần, trước thứ Sáu», «hằng ngày, trước 15 giờ 00»: null where nothing of the kind follows. */
function readAfterRepeat(folded: string, place: number, draft: Draft): number | null {
  const sign = at(afterRepeat, folded, place);
  if (!sign) return null;
  const next = place + sign[0].length;
  const bound = sign[1] === 'truoc' ? 'before' : /nhat|qua/.test(sign[1] ?? '') ? 'through' : null;
  const hour = draft.times.length === 0 ? readHour(folded, next) : null;
  if (hour === null && isOfTheYear(draft.recurrence)) return readDayOfYear(folded, next, draft, bound);
  const day = hour === null && draft.monthDays.length + draft.weekdays.length === 0 ? readDayOfRepeat(folded, next, draft.recurrence) : null;
  if (hour === null && day === null) return null;
  draft.bound = bound ?? draft.bound;
  draft.firm ||= bound !== null;
  if (hour !== null) {
    if (hour.value === '24:00') draft.bound = 'through';
    else draft.times.push(hour.value);
    return hour.end;
  }
  if (!day) return null;
  const { sure, ...days } = day.value;
  Object.assign(draft, days);
  draft.doubtful ||= !sure;
  return day.end;
}

/** The day behind «hằng năm», «6 tháng một lần»: «trước [ngày 30/11]»; a day with its year is one day and not every year's. */
function readDayOfYear(folded: string, place: number, draft: Draft, bound: DueBound | null): number | null {
  const sign = at(/(?:cac )?ngay /y, folded, place);
  const start = place + (sign?.[0].length ?? 0);
  // any year will do: only day and month are taken
  const written = readDays(folded, start, '2024-01-01');
  const [first, ...others] = written?.value ?? [];
  if (!written || !first || first.date === null || /\d{4}$/.test(folded.slice(start, written.end))) return null;
  Object.assign(draft, { dated: true, date: first.date, others: others.map((each) => ({ ...each, time: null })) });
  draft.bound = bound ?? draft.bound;
  draft.firm ||= bound !== null;
  return written.end;
}

function readSign(folded: string, place: number, draft: Draft): number | null {
  if (draft.dated) return null;
  const earlier = at(before, folded, place);
  if (earlier) {
    draft.bound = earlier[0].includes('va trong') ? 'through' : 'before';
    draft.firm = true;
    return place + earlier[0].length;
  }
  const later = at(through, folded, place);
  if (later) {
    draft.bound ??= 'through';
    draft.firm ||= later[0] !== 'het' && later[0] !== 'den';
    // «từ ngày 01/12 đến ngày 05/12»: whether its last day is the deadline depends on what is said before
    draft.spanned = later[0] === 'den';
    return place + later[0].length;
  }
  const filled = at(filler, folded, place);
  if (!filled) return null;
  // a comma begins nothing, and `den 12 đơn vị` is no day
  if (/^[:,]$/.test(filled[0]) && draft.times.length === 0 && draft.bound === null && draft.weekdays.length === 0) return null;
  // «10h00, 14h00 và 16h00»: the comma belongs to the hours
  if (filled[0] === ',' && readHour(folded, place + 2)) return null;
  draft.weak ||= ['vao', 'luc', 'vao luc', 'trong', 'dinh ky'].includes(filled[0]);
  draft.within ||= filled[0] === 'trong';
  return place + filled[0].length;
}

function readHourHere(folded: string, place: number, draft: Draft): number | null {
  const joined = draft.times.length > 0 ? at(/(?:,? ?va |, )(?:truoc )?/y, folded, place) : draft.dated ? at(/,? ?(?:truoc|vao luc|luc) /y, folded, place) : null;
  if ((draft.times.length > 0 || draft.dated) && !joined) return null;
  const hour = readHour(folded, place + (joined?.[0].length ?? 0));
  if (!hour) return null;
  // midnight at the end of a day is that whole day
  if (hour.value === '24:00') draft.bound = 'through';
  else draft.times.push(hour.value);
  return hour.end;
}

function readDayHere(folded: string, place: number, issuedDate: IsoDate | null, draft: Draft): number | null {
  const named = draft.weekdays.length === 0 ? readWeekdays(folded, place, false) : null;
  if (named) {
    draft.weekdays = named.value;
    draft.doubtful ||= draft.times.length === 0 && /sang|chieu/.test(folded.slice(place, named.end));
    const week = draft.bound === null ? null : at(thisWeek, folded, named.end);
    if (week) {
      // counted by the letter's own week: said, and to be looked at
      draft.dated = true;
      draft.sure = false;
      draft.date = issuedDate === null || !isRealDate(issuedDate) ? null : addDays(mondayOf(issuedDate), (named.value[0] ?? 0) + (week[1] === 'nay' ? 0 : 7));
      return named.end + week[0].length;
    }
    // `thứ Hai (17/8/2020)`, `thứ Sáu, ngày 20/11/2026`
    return named.end + (at(/(?:,| ?\()(?= ?(?:ngay|\d))/y, folded, named.end)?.[0].length ?? 0);
  }
  const signed = at(/(?:cac )?((?:buoi )?(?:sang|trua|chieu|toi) )?ngay /y, folded, place);
  const sign = signed?.[0].length ?? 0;
  const day = place + sign;
  const belonging = sign > 0 ? readDayOfMonth(folded, day, issuedDate, draft) : null;
  if (belonging !== null) return belonging;
  const early = sign === 0 && draft.bound === 'before' ? readBeforePeriod(folded, place, issuedDate) : null;
  if (early) {
    draft.dated = true;
    draft.date = early.value.date;
    draft.sure = early.value.sure;
    draft.bound = 'through';
    return early.end;
  }
  const period = sign === 0 && (draft.within || draft.bound === 'through') ? readPeriodEnd(folded, place, issuedDate) : null;
  const written = period ? { value: [period.value], end: period.end } : readDays(folded, day, issuedDate);
  const last = written?.value.at(-1);
  if (!written || !last) return null;
  // `trước 1/3 số hộ`: without «ngày» only a day with its year, or one nothing follows, is a day
  if (!period && sign === 0 && draft.weekdays.length === 0 && !/\d{4}$/.test(folded.slice(day, written.end)) && !/^(?: ?[,.;)\n]|$| (?:de|ve|gui|cho)\b)/.test(folded.slice(written.end, written.end + 5))) return null;
  const [first, ...others] = written.value;
  draft.dated = true;
  draft.date = first?.date ?? null;
  draft.others = others.map((each) => ({ ...each, time: null }));
  // an office takes «sáng ngày» for noon or for the day: the day stands, the hour is to be looked at
  draft.sure = first?.sure === true && signed?.[1] === undefined;
  // before the afternoon of a day is on that day
  if (draft.bound === 'before' && /trua|chieu|toi/.test(signed?.[1] ?? '')) draft.bound = 'through';
  if (period) {
    draft.bound ??= 'through';
    draft.period = true;
  }
  return written.end;
}

/** «ngày [10 hằng tháng]», «ngày [15 của tháng cuối quý]», «ngày [10 của tháng tiếp theo kỳ báo cáo]», «ngày [cuối cùng của năm]». */
function readDayOfMonth(folded: string, day: number, issuedDate: IsoDate | null, draft: Draft): number | null {
  const month = readMonthOfPeriod(folded, day, issuedDate) ?? readNextMonth(folded, day, issuedDate);
  if (month) {
    const { date, recurrence, monthDay, periodMonth, sure } = month.value;
    Object.assign(draft, { dated: true, weak: true, date, recurrence, monthDays: monthDay === null ? [] : [monthDay], periodMonth });
    draft.sure = sure;
    draft.doubtful ||= recurrence !== null && !sure;
    return month.end;
  }
  const monthly = readMonthDays(folded, day);
  if (!monthly) return null;
  Object.assign(draft, { dated: true, weak: true, recurrence: 'monthly', monthDays: monthly.value });
  // before the last day of a month: the day before it is another number every month
  draft.doubtful ||= draft.bound === 'before' && /cuoi/.test(folded.slice(day, monthly.end));
  return monthly.end;
}

/** `… cho đến hết ngày 30/11/2026`, `… từ ngày 20/11/2026 đến ngày 30/11/2026` after a recurrence. */
function readUntil(folded: string, place: number, issuedDate: IsoDate | null): { first: IsoDate | null; until: IsoDate | null; end: number } | null {
  let next = place;
  let first: IsoDate | null = null;
  const opened = at(range, folded, folded.charAt(place) === ' ' ? place + 1 : place);
  if (opened) {
    const from = readDay(folded, opened.index + opened[0].length, issuedDate);
    if (!from) return null;
    first = from.value.date;
    next = from.end;
  }
  const sign = at(untilSign, folded, next);
  if (!sign) return null;
  const last = readDay(folded, next + sign[0].length, issuedDate);
  return last && { first, until: last.value.date, end: last.end };
}

function whenOf(draft: Draft, { start, end, until, first }: { start: number; end: number; until: IsoDate | null; first: IsoDate | null }, issuedDate: IsoDate | null, beforeMeans: BeforeMeans): When {
  const { date, times, recurrence, weekdays, monthDays, periodMonth, bound } = draft;
  const hourless = times.length === 0;
  // an hour is an instant whatever the office takes a day for
  const leftOut = bound === 'before' && beforeMeans === 'day-before';
  const dayOf = (written: IsoDate | null, hours: string[]): DueDay => ({ date: written, due: written && lastDay(written, leftOut && hours.length === 0), times: hours, monthEnd: false });
  const shared = { start, end, recurrence, until, bound, within: null, firm: draft.firm, period: draft.period };
  if (recurrence === null) {
    const certain = draft.sure && !draft.doubtful && date !== null && draft.others.every((each) => each.sure);
    return { ...shared, days: [dayOf(date, times), ...draft.others.map((each) => dayOf(each.date, each.time === null ? times : [each.time]))], certain };
  }
  if (isOfTheYear(recurrence) && date !== null) {
    const written = [date, ...draft.others.flatMap((each) => each.date ?? [])];
    const known = issuedDate !== null && isRealDate(issuedDate) ? firstInYears(written, recurrence, issuedDate, leftOut && hourless) : { recurrence, dues: [] };
    const [one = { date: null, due: null, times, monthEnd: false }, ...others] = known.dues.map(({ due, monthEnd }): DueDay => ({ date: null, due, times, monthEnd }));
    const sure = !draft.doubtful && known.dues.length > 0 && known.dues.every((each) => each.sure) && draft.others.every((each) => each.date !== null && each.time === null);
    return { ...shared, recurrence: known.recurrence, days: [one, ...others], certain: sure && (draft.firm || bound !== null || draft.weak) };
  }
  const dues = firstDues(draft, issuedDate, leftOut && hourless, hourless);
  const days = dues.map(({ due, monthEnd }): DueDay => ({ date: null, due, times, monthEnd }));
  const [earliest = { date: null, due: null, times, monthEnd: false }, ...more] = days;
  // a weekday or a day of the month says when the others fall
  const months = monthsOf(recurrence);
  const known = recurrence === 'weekly' ? weekdays.length > 0 : months !== null ? monthDays.length > 0 && (months === 1 || periodMonth !== null) : true;
  const certain = known && !draft.doubtful && dues.every((each) => each.sure) && (draft.firm || weekdays.length > 0 || monthDays.length > 0 || !hourless);
  return { ...shared, days: [first === null ? earliest : { ...earliest, due: first }, ...more], certain };
}

/** The last day that counts; the day written is `leftOut` where «trước» means the day before it. */
const lastDay = (date: IsoDate, leftOut: boolean): IsoDate | null => {
  const day = leftOut ? addDays(date, -1) : date;
  return isRealDate(day) ? day : null;
};

import { addDays, dayNumber, dayParts, isoDate, isRealDate, mondayOf, yearOf, type IsoDate } from '../dates.ts';
import type { BeforeMeans, DueBound, Recurrence } from '../recurrence.ts';
import { at, readBeforePeriod, readDay, readHour, readPeriodEnd, type WrittenDay } from './day-and-hour.ts';
import { readTerm, type Within } from './term.ts';

/** When something is due, as a phrase of the letter says it. `firm` when its words alone (trước, chậm nhất, thời hạn) make it a deadline. */
export interface When {
  start: number;
  end: number;
  date: IsoDate | null;
  times: string[];
  recurrence: Recurrence | null;
  until: IsoDate | null;
  bound: DueBound | null;
  within: Within | null;
  due: IsoDate | null;
  /** Further days that the same words name: «trước ngày 10/5 và ngày 10/11», «ngày 10 và ngày 25 hằng tháng». */
  more: { date: IsoDate | null; due: IsoDate | null }[];
  firm: boolean;
  certain: boolean;
}

/** Words with which a phrase about time may begin. */
export const anchors =
  /\b(?:(?:cham|muon) nhat|khong (?:qua|muon hon|cham hon|tre hon)|truoc|den het|cho den het|het|trong|vao|luc(?= \d)|sau|han (?:cuoi|chot|bao cao|gui|nop|hoan thanh)|thoi (?:han|gian) (?:bao cao|gui|nop|hoan thanh|thuc hien)|dinh ky|hang|moi|thu|ngay)\b/g;

const before = /truoc(?: va trong)?(?: luc| thoi diem)?/y;
const through = /(?:(?:cham|muon) nhat|khong (?:qua|muon hon|cham hon|tre hon)|(?:cho )?den het|het|truoc va trong|han (?:cuoi|chot|bao cao|gui|nop|hoan thanh)(?: cung)?(?: bao cao| gui| nop)?|thoi (?:han|gian) (?:bao cao|gui|nop|hoan thanh|thuc hien)(?: bao cao| ho so| ket qua)?)/y;
const filler = /(?:dinh ky|vao luc|vao|luc|la|den|trong|sau|:|,)/y;
const weekday = /(?:cac )?(?:ngay )?(?:(?:sang|chieu) )?(?:thu (hai|ba|tu|nam|sau|bay|[2-7])\b|chu nhat\b)/y;
const repeated = /(?:(?:hang|moi|tung) (ngay lam viec|ngay(?! ?\d| cang)|tuan|thang|quy)|cac (ngay lam viec))\b/y;
const monthlyDay = /(\d{1,2})((?:(?:,| va|, va) (?:truoc )?(?:ngay )?\d{1,2})*)(?: cua)?,? (?:(?:hang|moi|tung) thang|cua thang(?! (?:cuoi|dau)))\b/y;
const monthOfPeriod = /(\d{1,2})(?: cua)?,? thang (cuoi|dau)(?: cua)?(?: moi| hang| tung)? (quy|nam|ky)\b(?: bao cao)?/y;
/** What may follow a word that repeats: the day or the hour after it belongs to it. */
const afterRepeat = /,? ?(truoc|(?:cham|muon) nhat(?: la)?|khong qua|vao luc|vao|luc)(?: luc)? /y;
const dayOfMonth = /ngay (\d{1,2})\b(?! ?[/.-]? ?\d)(?! thang \d)/y;
const anotherDay = /,? ?va (?:truoc |den het )?(?:ngay )?/y;
const thisWeek = / tuan (nay|sau|toi)\b/y;
const range = /(?:,? ?\(?)(?:ke )?tu ngay /y;
const untilSign = /,? ?\(?(?:va )?(?:keo dai |thuc hien )?(?:cho )?(?:den|toi) (?:het )?(?:ngay )?/y;
const weekdayNames: Record<string, number> = { hai: 0, ba: 1, tu: 2, nam: 3, sau: 4, bay: 5, '2': 0, '3': 1, '4': 2, '5': 3, '6': 4, '7': 5 };
const recurrences: Record<string, Recurrence> = { 'ngay lam viec': 'working-days', ngay: 'daily', tuan: 'weekly', thang: 'monthly', quy: 'quarterly' };

/** Most parts a phrase is read in: no letter says when in more words. */
const mostWords = 12;

/** What the phrase is made of while it is read word by word. */
interface Draft {
  date: IsoDate | null;
  dated: boolean;
  sure: boolean;
  times: string[];
  recurrence: Recurrence | null;
  weekday: number | null;
  monthDay: number | null;
  /** Further days of the month. */
  monthDays: number[];
  /** Which month of a quarter, 1 to 3. */
  quarterMonth: number | null;
  dates: WrittenDay[];
  bound: DueBound | null;
  firm: boolean;
  weak: boolean;
  period: boolean;
}

/**
 * Reads the phrase that begins at an anchor; null where it is none (trước mắt, trong đó, ngày 14/8 of a cited paper).
 * `bound` is what the letter says, `due` the last day that counts as the office takes «trước ngày».
 */
export function readWhen(folded: string, start: number, issuedDate: IsoDate | null, beforeMeans: BeforeMeans): When | null {
  const draft: Draft = { date: null, dated: false, sure: true, times: [], recurrence: null, weekday: null, monthDay: null, monthDays: [], quarterMonth: null, dates: [], bound: null, firm: false, weak: false, period: false };
  const term = readTerm(folded, start, issuedDate);
  if (term) {
    const nothing = { date: null, times: [], recurrence: null, until: null, due: null, more: [] };
    return { start, end: term.end, ...nothing, bound: 'through', within: term.value.known ? term.value.within : null, firm: true, certain: term.value.sure };
  }
  let end = start;
  let words = 0;
  for (let more = readNext(folded, end, issuedDate, draft); more !== null && words < mostWords; more = readNext(folded, skipGap(folded, more), issuedDate, draft)) {
    end = more;
    words += 1;
  }
  if (draft.date !== null && draft.recurrence === null) end = readOtherDays(folded, end, issuedDate, draft);
  const bare = !draft.dated && draft.recurrence === null;
  if (bare || end === start) return null;
  // a bare day is the day of something else
  if (draft.dated && draft.bound === null && !draft.weak) return null;
  const last = draft.recurrence === null ? null : readUntil(folded, end, issuedDate);
  return whenOf(draft, { start, end: last?.end ?? end, until: last?.until ?? null, first: last?.first ?? null }, issuedDate, beforeMeans);
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
    const again = at(repeated, folded, place);
    if (again && !(draft.dated && draft.date !== null)) {
      draft.recurrence = recurrences[again[1] ?? again[2] ?? ''] ?? null;
      return place + again[0].length;
    }
  }
  return draft.dated ? null : readDayHere(folded, place, issuedDate, draft);
}

/** «hằng tháng trước ngày 25», «hằng ngày, trước 15 giờ 00»: null where nothing of the kind follows. */
function readAfterRepeat(folded: string, place: number, draft: Draft): number | null {
  const sign = at(afterRepeat, folded, place);
  if (!sign) return null;
  const next = place + sign[0].length;
  const bound = sign[1] === 'truoc' ? 'before' : /nhat|qua/.test(sign[1] ?? '') ? 'through' : null;
  const hour = draft.times.length === 0 ? readHour(folded, next) : null;
  const day = draft.recurrence === 'monthly' && draft.monthDay === null ? at(dayOfMonth, folded, next) : null;
  if (hour === null && day === null) return null;
  draft.bound = bound ?? draft.bound;
  draft.firm ||= bound !== null;
  if (hour !== null) {
    if (hour.value === '24:00') draft.bound = 'through';
    else draft.times.push(hour.value);
    return hour.end;
  }
  draft.monthDay = Number(day?.[1]);
  return next + (day?.[0].length ?? 0);
}

/** Further days after the first: «trước ngày 10/5/2027 và ngày 10/11/2027»; where the phrase ends then. */
function readOtherDays(folded: string, place: number, issuedDate: IsoDate | null, draft: Draft): number {
  for (let end = place; ; ) {
    const joined = at(anotherDay, folded, end);
    const day = joined && readDay(folded, end + joined[0].length, issuedDate);
    if (!day) return end;
    draft.dates.push(day.value);
    end = day.end;
  }
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
    draft.firm ||= later[0] !== 'het';
    return place + later[0].length;
  }
  const filled = at(filler, folded, place);
  if (!filled) return null;
  // a comma begins nothing, and `den 12 đơn vị` is no day
  if (/^[:,]$/.test(filled[0]) && draft.times.length === 0 && draft.bound === null && draft.weekday === null) return null;
  draft.weak ||= ['vao', 'luc', 'vao luc', 'trong', 'dinh ky'].includes(filled[0]);
  draft.period ||= filled[0] === 'trong';
  return place + filled[0].length;
}

function readHourHere(folded: string, place: number, draft: Draft): number | null {
  const joined = draft.times.length > 0 ? at(/,? ?va (?:truoc )?/y, folded, place) : draft.dated ? at(/,? ?(?:truoc|vao luc|luc) /y, folded, place) : null;
  if ((draft.times.length > 0 || draft.dated) && !joined) return null;
  const hour = readHour(folded, place + (joined?.[0].length ?? 0));
  if (!hour) return null;
  // midnight at the end of a day is that whole day
  if (hour.value === '24:00') draft.bound = 'through';
  else draft.times.push(hour.value);
  return hour.end;
}

function readDayHere(folded: string, place: number, issuedDate: IsoDate | null, draft: Draft): number | null {
  const named = draft.weekday === null ? at(weekday, folded, place) : null;
  if (named) {
    draft.weekday = named[1] === undefined ? 6 : (weekdayNames[named[1]] ?? null);
    const end = place + named[0].length;
    const week = draft.bound === null ? null : at(thisWeek, folded, end);
    if (week) {
      // counted by the letter's own week: said, and to be looked at
      draft.dated = true;
      draft.sure = false;
      draft.date = issuedDate === null || !isRealDate(issuedDate) ? null : addDays(mondayOf(issuedDate), (draft.weekday ?? 0) + (week[1] === 'nay' ? 0 : 7));
      return end + week[0].length;
    }
    // `thứ Hai (17/8/2020)`, `thứ Sáu, ngày 20/11/2026`
    return end + (at(/(?:,| ?\()(?= ?(?:ngay|\d))/y, folded, end)?.[0].length ?? 0);
  }
  const signed = at(/((?:buoi )?(?:sang|trua|chieu|toi) )?ngay /y, folded, place);
  const sign = signed?.[0].length ?? 0;
  const day = place + sign;
  const ofPeriod = sign > 0 ? at(monthOfPeriod, folded, day) : null;
  if (ofPeriod) return readMonthOfPeriod(ofPeriod, day, issuedDate, draft);
  const monthly = sign > 0 ? at(monthlyDay, folded, day) : null;
  const repeating = monthly;
  if (repeating) {
    const which = Number(repeating[1]);
    draft.dated = true;
    draft.recurrence = 'monthly';
    draft.monthDays = [...(repeating[2] ?? '').matchAll(/\d{1,2}/g)].map(([figure]) => Number(figure)).filter((each) => each >= 1 && each <= 31);
    draft.monthDay = which >= 1 && which <= 31 ? which : null;
    draft.weak = true;
    return day + repeating[0].length;
  }
  const early = sign === 0 && draft.bound === 'before' ? readBeforePeriod(folded, place, issuedDate) : null;
  if (early) {
    draft.dated = true;
    draft.date = early.value.date;
    draft.sure = early.value.sure;
    draft.bound = 'through';
    return early.end;
  }
  const period = sign === 0 && (draft.period || draft.bound === 'through') ? readPeriodEnd(folded, place, issuedDate) : null;
  const written = period ?? readDay(folded, day, issuedDate);
  if (!written) return null;
  // `trước 1/3 số hộ`: without «ngày» only a day with its year, or one nothing follows, is a day
  if (!period && sign === 0 && draft.weekday === null && !/\d{4}$/.test(folded.slice(day, written.end)) && !/^(?: ?[,.;)\n]|$| (?:de|ve|gui|cho)\b)/.test(folded.slice(written.end, written.end + 5))) return null;
  draft.dated = true;
  draft.date = written.value.date;
  // an office takes «sáng ngày» for noon or for the day: the day stands, the hour is to be looked at
  draft.sure = written.value.sure && signed?.[1] === undefined;
  if (period) draft.bound ??= 'through';
  return written.end;
}

/** «ngày 15 của tháng cuối quý», «… tháng cuối năm», «… tháng cuối kỳ»: what a «kỳ» is the letter does not say. */
function readMonthOfPeriod(match: RegExpExecArray, day: number, issuedDate: IsoDate | null, draft: Draft): number {
  const [whole, figure, which, period] = match;
  const monthDay = Number(figure);
  draft.dated = true;
  draft.weak = true;
  draft.sure = false;
  if (period === 'quy') {
    draft.recurrence = 'quarterly';
    draft.monthDay = monthDay >= 1 && monthDay <= 31 ? monthDay : null;
    draft.quarterMonth = which === 'cuoi' ? 3 : 1;
  } else if (period === 'nam' && issuedDate !== null && isRealDate(issuedDate)) {
    const inYear = (year: number): IsoDate => isoDate(year, which === 'cuoi' ? 12 : 1, monthDay);
    const here = inYear(yearOf(issuedDate));
    const date = here >= issuedDate ? here : inYear(yearOf(issuedDate) + 1);
    draft.date = isRealDate(date) ? date : null;
  }
  return day + whole.length;
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
  const { date, times, recurrence, weekday: day, monthDay, bound } = draft;
  const hourless = times.length === 0;
  // an hour is an instant whatever the office takes a day for
  const leftOut = bound === 'before' && hourless && beforeMeans === 'day-before';
  const due = recurrence === null ? date && lastDay(date, leftOut) : (first ?? firstDue(draft, issuedDate, leftOut));
  const more = [
    ...draft.dates.map((each) => ({ date: each.date, due: each.date && lastDay(each.date, leftOut) })),
    ...draft.monthDays.map((each) => ({ date: null, due: firstDue({ ...draft, monthDay: each }, issuedDate, leftOut) })),
  ];
  // a yearly report has no recurrence here; a weekday or a day of the month says when the others fall
  const known = recurrence === 'weekly' ? day !== null : recurrence === 'monthly' || recurrence === 'quarterly' ? monthDay !== null && (recurrence === 'monthly' || draft.quarterMonth !== null) : true;
  const certain = recurrence === null ? draft.sure && date !== null && draft.dates.every((each) => each.sure) : known && (draft.firm || day !== null || monthDay !== null || !hourless);
  return { start, end, date, times, recurrence, until, bound, within: null, due, more, firm: draft.firm, certain };
}

/** The last day that counts; the day written is `leftOut` where «trước» means the day before it. */
const lastDay = (date: IsoDate, leftOut: boolean): IsoDate | null => {
  const day = leftOut ? addDays(date, -1) : date;
  return isRealDate(day) ? day : null;
};

/** The first day after the letter's own on which a recurring duty falls; null when the letter does not say which. */
function firstDue({ recurrence, weekday: day, monthDay, quarterMonth }: Draft, issuedDate: IsoDate | null, leftOut: boolean): IsoDate | null {
  const issued = issuedDate === null ? null : dayParts(issuedDate);
  if (!issued || issuedDate === null) return null;
  const next = addDays(issuedDate, 1);
  const weekdayAfter = (wanted: (weekday: number) => boolean): IsoDate => {
    let found = next;
    while (!wanted((dayNumber(found) ?? 0) % 7)) found = addDays(found, 1);
    return found;
  };
  if (recurrence === 'daily') return next;
  if (recurrence === 'working-days') return weekdayAfter((weekday) => weekday < 5);
  if (recurrence === 'weekly') return day === null ? null : weekdayAfter((weekday) => weekday === (leftOut ? (day + 6) % 7 : day));
  if ((recurrence !== 'monthly' && quarterMonth === null) || monthDay === null) return null;
  for (let step = 0; step < 8; step += 1) {
    const month = issued.month - 1 + step;
    if (quarterMonth !== null && (month % 3) + 1 !== quarterMonth) continue;
    const date = isoDate(issued.year + Math.floor(month / 12), (month % 12) + 1, monthDay);
    const due = isRealDate(date) ? lastDay(date, leftOut) : null;
    if (due !== null && due > issuedDate) return due;
  }
  return null;
}


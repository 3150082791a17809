import { addDays, dayNumber, dayParts, isoDate, isRealDate, type IsoDate } from '../dates.ts';
import type { BeforeMeans, DueBound, Recurrence } from '../recurrence.ts';
import { at, readDay, readHour, readPeriodEnd } from './day-and-hour.ts';
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
const monthlyDay = /(\d{1,2})(?: cua)?,? (?:(?:hang|moi|tung) thang|cua thang)\b/y;
const quarterlyDay = /(\d{1,2})(?: cua)? thang (?:cuoi|dau)(?: cua)?(?: moi| hang| tung)? quy\b/y;
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
  const draft: Draft = { date: null, dated: false, sure: true, times: [], recurrence: null, weekday: null, monthDay: null, bound: null, firm: false, weak: false, period: false };
  const term = readTerm(folded, start, issuedDate);
  if (term) {
    const nothing = { date: null, times: [], recurrence: null, until: null, due: null };
    return { start, end: term.end, ...nothing, bound: 'through', within: term.value.known ? term.value.within : null, firm: true, certain: term.value.sure };
  }
  let end = start;
  let words = 0;
  for (let more = readNext(folded, end, issuedDate, draft); more !== null && words < mostWords; more = readNext(folded, skipGap(folded, more), issuedDate, draft)) {
    end = more;
    words += 1;
  }
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
    // `thứ Hai (17/8/2020)`, `thứ Sáu, ngày 20/11/2026`
    return end + (at(/(?:,| ?\()(?= ?(?:ngay|\d))/y, folded, end)?.[0].length ?? 0);
  }
  const sign = at(/ngay /y, folded, place)?.[0].length ?? 0;
  const day = place + sign;
  const quarterly = sign > 0 ? at(quarterlyDay, folded, day) : null;
  const monthly = sign > 0 ? at(monthlyDay, folded, day) : null;
  const repeating = quarterly ?? monthly;
  if (repeating) {
    const which = Number(repeating[1]);
    draft.dated = true;
    draft.recurrence = quarterly ? 'quarterly' : 'monthly';
    draft.monthDay = which >= 1 && which <= 31 ? which : null;
    draft.weak = true;
    return day + repeating[0].length;
  }
  const period = sign === 0 && (draft.period || draft.bound === 'through') ? readPeriodEnd(folded, place, issuedDate) : null;
  const written = period ?? readDay(folded, day, issuedDate);
  if (!written) return null;
  // `trước 1/3 số hộ`: without «ngày» only a day with its year, or one nothing follows, is a day
  if (!period && sign === 0 && draft.weekday === null && !/\d{4}$/.test(folded.slice(day, written.end)) && !/^(?: ?[,.;)\n]|$| (?:de|ve|gui|cho)\b)/.test(folded.slice(written.end, written.end + 5))) return null;
  draft.dated = true;
  draft.date = written.value.date;
  draft.sure = written.value.sure;
  if (period) draft.bound ??= 'through';
  return written.end;
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
  // a yearly report has no recurrence here; a weekday or a day of the month says when the others fall
  const known = recurrence === 'weekly' ? day !== null : recurrence === 'monthly' || recurrence === 'quarterly' ? recurrence === 'monthly' && monthDay !== null : true;
  const certain = recurrence === null ? draft.sure && date !== null : known && (draft.firm || day !== null || monthDay !== null || !hourless);
  return { start, end, date, times, recurrence, until, bound, within: null, due, firm: draft.firm, certain };
}

/** The last day that counts; the day written is `leftOut` where «trước» means the day before it. */
const lastDay = (date: IsoDate, leftOut: boolean): IsoDate | null => {
  const day = leftOut ? addDays(date, -1) : date;
  return isRealDate(day) ? day : null;
};

/** The first day after the letter's own on which a recurring duty falls; null when the letter does not say which. */
function firstDue({ recurrence, weekday: day, monthDay }: Draft, issuedDate: IsoDate | null, leftOut: boolean): IsoDate | null {
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
  if (recurrence !== 'monthly' || monthDay === null) return null;
  for (let step = 0; step < 4; step += 1) {
    const month = issued.month - 1 + step;
    const date = isoDate(issued.year + Math.floor(month / 12), (month % 12) + 1, monthDay);
    const due = isRealDate(date) ? lastDay(date, leftOut) : null;
    if (due !== null && due > issuedDate) return due;
  }
  return null;
}


import type { IsoDate } from '../dates.ts';
import { at, readDay, type ReadPart } from './day-and-hour.ts';

/** A term of days; `from` is the day it is counted from where the letter says it (its own day, a date), else null: the day of receipt. */
export interface Within {
  amount: number;
  unit: 'days' | 'working-days';
  from: IsoDate | null;
}

/** A term as read; `sure` when it was written in days and counted from a known day, `known` when only the latter. */
export interface ReadTerm {
  within: Within;
  sure: boolean;
  known: boolean;
}

const opening = /(?:(?:chi )?trong (?:thoi (?:han|gian)|vong)|(?:cham|muon) nhat|khong (?:qua|cham hon|muon hon|tre hon)|sau|trong)/y;
const filler = /(?: (?:la|toi da|khong qua|cham nhat|trong|sau|trong thoi han|trong vong))*,? /y;
const amountOf = /(\d{1,3}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi lam|muoi|hai muoi|ba muoi)(?: ?\([a-z ]{2,20}\))? ?(ngay lam viec|ngay|tuan|gio|thang)\b/y;
const counted = /,? ?(?:\(?(?:ke|tinh) )?(?:tu (?:khi|ngay|luc|thoi diem)|tu|sau (?:khi|ngay)|sau)\b/y;
const ownDay = /,? ?(?:\(?(?:ke|tinh) )?(?:tu|sau)(?: khi| ngay| luc| thoi diem)* (?:ky|ban hanh|phat hanh)\b/y;
// what the counting begins with when it is the letter itself: «kể từ ngày nhận được (văn bản này)», «kể từ khi nhận hồ sơ» is another's
const receipt =
  / ?(?:nhan|tiep nhan)(?: duoc)?(?: (?:cong van|van ban|quyet dinh|thong bao|cong dien|ke hoach|chi thi|giay moi)(?: nay)?\b| ?(?=[,.;)\n]|$))/y;
const before = /,? (?:lam viec )?truoc\b/y;
const spelled: Record<string, number> = { mot: 1, hai: 2, ba: 3, bon: 4, nam: 5, sau: 6, bay: 7, tam: 8, chin: 9, muoi: 10, 'muoi lam': 15, 'hai muoi': 20, 'ba muoi': 30 };

/**
 * `trong thời hạn 05 ngày làm việc kể từ ngày nhận được`, `chậm nhất 10 ngày kể từ …`, `trong vòng 48 giờ`; a week is 7 days, a month
 * 30 (BLDS 2015, Điều 146). Null for `chậm nhất 03 ngày trước ngày họp`, which is counted back from what nobody knows.
 */
export function readTerm(folded: string, start: number, issuedDate: IsoDate | null): ReadPart<ReadTerm> | null {
  const opened = at(opening, folded, start);
  if (!opened) return null;
  const gap = at(filler, folded, start + opened[0].length);
  const amount = gap && at(amountOf, folded, gap.index + gap[0].length);
  if (!amount) return null;
  const end = amount.index + amount[0].length;
  // «trong 03 ngày 15-17/8» and «trong 5 ngày qua» are days of something; «05 ngày 20/8» is none
  const from = at(counted, folded, end);
  if (at(before, folded, end) || (!from && /^(?:trong|sau)$/.test(opened[0])) || /^ ?\d/.test(folded.slice(end, end + 2))) return null;
  const within = inDays(spelled[amount[1] ?? ''] ?? Number(amount[1]), amount[2] ?? '');
  if (!within) return null;
  const own = at(ownDay, folded, end);
  const day = from ? readDay(folded, skipSpace(folded, from.index + from[0].length), issuedDate) : null;
  // a term counted from an event whose day nobody knows has no day: counting it from the receipt would make one up
  const known = !from || own !== null || day !== null || at(receipt, folded, from.index + from[0].length) !== null;
  const last = own ? own.index + own[0].length : from ? (day?.end ?? from.index + from[0].length) : end;
  return { value: { within: { ...within, from: own ? issuedDate : (day?.value.date ?? null) }, sure: known && amount[2]?.startsWith('ngay') === true, known }, end: last };
}

const skipSpace = (folded: string, place: number): number => (folded.charAt(place) === ' ' ? place + 1 : place);

function inDays(amount: number, unit: string): { amount: number; unit: Within['unit'] } | null {
  if (amount < 1) return null;
  switch (unit) {
    case 'ngay lam viec':
      return { amount, unit: 'working-days' };
    case 'tuan':
      return { amount: amount * 7, unit: 'days' };
    case 'thang':
      return { amount: amount * 30, unit: 'days' };
    case 'gio':
      return amount % 24 === 0 ? { amount: amount / 24, unit: 'days' } : null;
    default:
      return { amount, unit: 'days' };
  }
}

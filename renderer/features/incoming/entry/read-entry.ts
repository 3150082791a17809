import type { IncomingGiven } from '../../../../shared/contract/incoming.ts';
import { readCode } from '../../../../shared/domain/code-reading.ts';
import { dayNumber, shortDate, weekdayOf, yearOf, type IsoDate } from '../../../../shared/domain/dates.ts';
import { readDay, unreadDay, type DayReading } from '../../../../shared/domain/day-shortcuts.ts';
import { oneLine } from '../../../../shared/domain/vietnamese-text.ts';
import type { EntryField, EntryForm } from './entry-form.ts';

/** What the entry is read against. */
export interface EntryContext {
  today: IsoDate;
  /** The arrival day of the newest number; null when the book has given none. */
  lastArrival: IsoDate | null;
}

/** Sentences by field. */
export type Problems = Partial<Record<EntryField, string>>;

/** The form as the book takes it; what stands in the way, and what a careful archivist would remark, field by field. */
export interface ReadEntry {
  given: IncomingGiven & { organName: string; subject: string };
  problems: Problems;
  remarks: Problems;
  /** The number would be given on a day before that of the number before it: asks why. */
  backdated: boolean;
}

/** The fields that hold a day. */
export const dayFields: ReadonlySet<string> = new Set<EntryField>(['arrivalDate', 'issuedDate', 'dueDate']);

/** How each day of the form is read: the letter's own lies behind, the due date ahead, counted from arrival. */
export function readingOf(field: EntryField, form: EntryForm, today: IsoDate): DayReading {
  if (field === 'issuedDate') return { today, leaning: 'past' };
  if (field === 'dueDate') return { today, leaning: 'future', from: readDay(form.arrivalDate, { today, leaning: 'past' }) };
  return { today, leaning: 'past' };
}

/** Longer than this between the letter and its arrival is worth a look at the year, days. */
const longOnTheWay = 365;

function readCount(text: string, name: string): { count: number | null; problem?: string } {
  const clean = text.trim().replaceAll('.', '');
  if (clean === '') return { count: null };
  if (!/^\d{1,6}$/.test(clean) || Number(clean) > 100_000) return { count: null, problem: `«${text.trim()}» không phải là ${name}; ghi một số như 3.` };
  return { count: Number(clean) };
}

/** Reads the form into what the book takes; nothing is guessed here. */
export function readEntry(form: EntryForm, { today, lastArrival }: EntryContext): ReadEntry {
  const problems: Problems = {};
  const remarks: Problems = {};
  const day = (field: 'arrivalDate' | 'issuedDate' | 'dueDate'): IsoDate | null => {
    if (form[field].trim() === '') return null;
    const read = readDay(form[field], readingOf(field, form, today));
    if (read === null) problems[field] = unreadDay(form[field]);
    return read;
  };
  const [arrivalDate, issuedDate, dueDate] = [day('arrivalDate'), day('issuedDate'), day('dueDate')];
  const pages = readCount(form.pages, 'số trang');
  const copies = readCount(form.copies, 'số bản');
  if (pages.problem) problems.pages = pages.problem;
  if (copies.problem) problems.copies = copies.problem;
  if (form.arrivalDate.trim() === '') problems.arrivalDate = 'Chưa ghi ngày đến; bấm Ctrl+; để điền hôm nay.';
  if (oneLine(form.organName) === '') problems.organName = 'Chưa ghi nơi gửi.';
  if (oneLine(form.subject) === '') problems.subject = 'Chưa ghi trích yếu.';
  const { code } = readCode(form.code);
  if (code.length > 60) problems.code = `Số, ký hiệu dài ${code.length} ký tự, quá 60; chỉ ghi phần in trên giấy.`;

  const arrival = arrivalDate ?? today;
  const backdated = lastArrival !== null && arrivalDate !== null && arrivalDate < lastArrival && yearOf(arrivalDate) === yearOf(lastArrival);
  if (backdated && form.backdateReason.trim() === '') problems.backdateReason = 'Ghi vì sao vào sổ với ngày lùi.';
  remarkDays({ arrivalDate: arrival, issuedDate, dueDate, today, lastArrival: backdated ? lastArrival : null }, remarks);

  const signerName = oneLine(form.signerName);
  const position = oneLine(form.signerPosition);
  return {
    given: {
      organName: form.organName,
      subject: form.subject,
      code: code === '' ? null : code,
      issuedDate,
      arrivalDate: arrival,
      typeName: form.typeName,
      signer: signerName === '' && position === '' ? null : { fullName: signerName, position },
      priority: Number(form.priority) as 0 | 1 | 2 | 3,
      toPlaces: form.toPlaces,
      dueDate,
      needsReply: form.needsReply !== '',
      pages: pages.count,
      copies: copies.count,
      note: form.note,
    },
    problems,
    remarks,
    backdated,
  };
}

interface Days {
  arrivalDate: IsoDate;
  issuedDate: IsoDate | null;
  dueDate: IsoDate | null;
  today: IsoDate;
  lastArrival: IsoDate | null;
}

function remarkDays({ arrivalDate, issuedDate, dueDate, today, lastArrival }: Days, remarks: Problems): void {
  if (arrivalDate > today) remarks.arrivalDate = `Ngày đến ${shortDate(arrivalDate)} còn ở phía trước; hôm nay là ${shortDate(today)}.`;
  else if (lastArrival !== null) remarks.arrivalDate = `Trước ngày đến ${shortDate(lastArrival)} của số liền trước; số phải theo trình tự thời gian.`;
  else if (arrivalDate !== today) remarks.arrivalDate = 'Không phải hôm nay.';
  if (issuedDate !== null) {
    const days = (dayNumber(arrivalDate) ?? 0) - (dayNumber(issuedDate) ?? 0);
    if (days < 0) remarks.issuedDate = `Văn bản đề ngày sau ngày đến ${shortDate(arrivalDate)}; xem lại một trong hai ngày.`;
    else if (days > longOnTheWay) remarks.issuedDate = `Văn bản đề ngày đã ${days >= 730 ? `${Math.floor(days / 365)} năm` : 'hơn một năm'} trước khi đến; xem lại năm.`;
  }
  if (dueDate !== null) {
    if (dueDate < arrivalDate) remarks.dueDate = 'Hạn ở trước ngày đến.';
    else if (dueDate < today) remarks.dueDate = 'Hạn này đã qua.';
    else if (['Thứ Bảy', 'Chủ Nhật'].includes(weekdayOf(dueDate))) remarks.dueDate = `Hạn rơi vào ${weekdayOf(dueDate)}.`;
  }
}

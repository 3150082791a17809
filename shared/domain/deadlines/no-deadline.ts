import type { IsoDate } from '../dates.ts';
import { asRead, type FoldedText } from './folded-text.ts';
import { asksForItself, isAskedFromAbove, isQuotedOrder } from './foreign-order.ts';
import type { Sentence } from './sentences.ts';
import type { When } from './when.ts';

/** A span of days, whose end is no deadline: «từ ngày 17/02/2021 đến hết ngày 02/3/2021». */
const spanBefore = /\btu (?:\S{1,6} )?[\dolit][^;]{0,30}$/;
/** A count of what is, or how long something lasts, up to a day. */
const countBefore = /\b(?:luy ke|ap dung|hieu luc|gia han|keo dai|so lieu|ton tai)(?: [a-z]+){0,3},? ?$/;
/** «tính đến hết ngày», «nghỉ đến hết ngày»; not «UBND tỉnh», «đề nghị», which fold alike. */
const countWord = /(?:^|\s)(?:tính|tinh|nghỉ|phấn đấu)(?: đến)?\s*$/iu;
/** Something sent to somebody from a day to a day: its last day is the deadline. */
const sentWithin = /\b(?:gui|nop|bao cao|cung cap)\b[^;]{0,200}\b(?:ve|cho|den|toi) [^,;]{2,80}? ?(?:ke )?tu (?:ngay )?[\dolit][^;]{0,30}$/;
/** When people meet, not by when something is due. */
const meeting = /\b(?:khai mac|be mac|hop|hoi nghi|hoi thao|le|buoi lam viec|tap huan|cuoc hop|dien ra|bat dau|co mat|lam viec)\b(?!.*\b(?:gui|nop|bao cao|dang ky|cung cap)\b)[^;]{0,120}$/;
/** What was done, or holds, before a day: «được phê duyệt trước ngày …». */
const pastBefore = /(?:\b(?:duoc|da) (?:ban hanh|phe duyet|ky(?: ket)?|cap|thanh lap|tiep nhan|thong qua|khoi cong|cong nhan|tuyen dung|dang ky|gui|nop|bao cao|hoan thanh)|\b(?:sinh|co hieu luc|phat sinh|xay ra|ton dong))(?: tu)? ?$/;
/** Signs that a sentence tells of what has been. */
const telling = /\b(?:da|chua|tuy nhien|den nay|trong do|tai cong van|theo cong van|qua tong hop)\b/;
/** A recurring thing that is spoken of, not asked for: «báo cáo hằng ngày của các địa phương cho thấy». */
const spokenOf = /^ ?(?:cua|cho thay|nay|va thuong xuyen)\b/;

const clauseStart = (folded: string, sentence: Sentence, when: When): number => {
  const from = Math.max(sentence.start, folded.lastIndexOf(';', when.start) + 1, when.start - 400);
  return from + (/^ +/.exec(folded.slice(from, from + 4))?.[0].length ?? 0);
};

/** Whether the day is that of an order the letter only quotes, or one above the province asks for it so that it has to be looked at. */
export function whoseOrder(reading: FoldedText, sentence: Sentence, when: When, from: number): 'quoted' | 'from above' | 'own' {
  if (when.recurrence !== null) return 'own';
  const start = clauseStart(reading.folded, sentence, when);
  // what stands behind a quoted deadline and a comma, with somebody who does it, is the letter's own again
  const own = from > start && /^,/.test(reading.folded.slice(from, from + 1)) && asksForItself(reading, from + 1, when.start);
  if (own) return 'own';
  if (isQuotedOrder(reading, { start, end: when.start })) return 'quoted';
  return isAskedFromAbove(reading, { start, end: when.start }) ? 'from above' : 'own';
}

/** What is reported, not by when: «kết quả thực hiện trong năm 2026». */
const content = /\b(?:ket qua|tinh hinh|so lieu|cong tac|noi dung|hoat dong|phat sinh|chi tieu|nhiem vu|thuc hien|danh sach|van ban|vu viec|du an)\b[^,;]{0,80}$/;
const completed = /\b(?:hoan thanh|hoan tat|xong|to chuc|trien khai|xay dung|ban hanh)\b[^,;]*$/;
const reported = /\b(?:bao cao|gui|nop|cung cap|tong hop|thong ke|danh gia)\b/;

/**
 * Whether a period («trong năm 2026», «đến hết quý IV») says what a report is about: surely where a day of its own is set beside it,
 * perhaps where none is.
 */
export function periodOfContent({ folded }: FoldedText, sentence: Sentence, when: When, others: readonly When[]): 'no' | 'perhaps' | 'yes' {
  if (!when.period || when.recurrence !== null || !/^(?:trong|vao|(?:cho )?(?:den )?het)\b/.test(folded.slice(when.start, when.start + 12))) return 'no';
  const piece = folded.slice(Math.max(sentence.start, when.start - 300), when.start);
  const own = piece.slice(Math.max(piece.lastIndexOf(','), piece.lastIndexOf(';')) + 1);
  const done = completed.test(own) && !reported.test(own);
  const beside = others.some((other) => other !== when && !other.period && other.firm && !folded.slice(Math.min(when.end, other.end), Math.max(when.start, other.start)).includes(';'));
  if (beside) return done ? 'no' : 'yes';
  return !done && content.test(own) ? 'perhaps' : 'no';
}

/** Whether a phrase that looks like a deadline only tells of days: of a past, a span or a count. `issued` is the letter's own day. */
export function isNoDeadline(reading: FoldedText, sentence: Sentence, when: When, issued: IsoDate | null): boolean {
  const { folded } = reading;
  const near = folded.slice(Math.max(sentence.start, when.start - 60), when.start);
  // «đến ngày 05/12» alone ends a span: a deadline only of something sent from a day to a day
  if (when.recurrence === null && /^den ngay\b/.test(folded.slice(when.start, when.start + 8)) && !sentWithin.test(folded.slice(Math.max(sentence.start, when.start - 300), when.start))) return true;
  if (when.recurrence === null && when.within === null && /^(?:cho )?(?:den )?het\b/.test(folded.slice(when.start, when.start + 12))) {
    const given = asRead(reading, Math.max(sentence.start, when.start - 15), when.start);
    const sent = sentWithin.test(folded.slice(Math.max(sentence.start, when.start - 300), when.start));
    if ((spanBefore.test(near) && !sent) || countBefore.test(near) || countWord.test(given)) return true;
  }
  if (pastBefore.test(near)) return true;
  const clause = folded.slice(clauseStart(folded, sentence, when), when.start);
  if (!when.firm && when.recurrence === null && meeting.test(clause)) return true;
  if (when.recurrence !== null && !when.firm && spokenOf.test(folded.slice(when.end, when.end + 20))) return true;
  const told = folded.slice(Math.max(sentence.start, when.start - 300), Math.min(sentence.end, when.end + 300));
  if (issued !== null && when.days[0].due !== null && when.recurrence === null && when.days[0].due < issued) return telling.test(told);
  return /\b(?:da|chua) (?:duoc |co |gui |nop )?(?:bao cao|gui|nop|hoan thanh|trinh|tong hop|thuc hien|trien khai)\b[^,;]{0,80}$/.test(near) && when.within === null;
}

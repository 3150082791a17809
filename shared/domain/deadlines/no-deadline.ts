import type { IsoDate } from '../dates.ts';
import { asRead, type FoldedText } from './folded-text.ts';
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
/** A letter that is carried out, and what it asked for: «Thực hiện Công văn số 100/BTC-NS ngày … yêu cầu báo cáo trước ngày …, đề nghị …». */
const ofCited = /^[^a-z]*(?:thuc hien|theo|can cu|tiep theo|phuc dap|tra loi|tai) [^,;]*\d\/[a-z][^,;]*\b(?:yeu cau|de nghi|giao|chi dao|quy dinh)\b[^,;]*$/;
/** When people meet, not by when something is due. */
const meeting = /\b(?:khai mac|be mac|hop|hoi nghi|hoi thao|le|buoi lam viec|tap huan|cuoc hop|dien ra|bat dau|co mat|lam viec)\b(?!.*\b(?:gui|nop|bao cao|dang ky|cung cap)\b)[^;]{0,120}$/;
/** What was done, or holds, before a day: «được phê duyệt trước ngày …». */
const pastBefore = /(?:\b(?:duoc|da) (?:ban hanh|phe duyet|ky(?: ket)?|cap|thanh lap|tiep nhan|thong qua|khoi cong|cong nhan|tuyen dung|dang ky|gui|nop|bao cao|hoan thanh)|\b(?:sinh|co hieu luc|phat sinh|xay ra|ton dong))(?: tu)? ?$/;
/** Signs that a sentence tells of what has been. */
const telling = /\b(?:da|chua|tuy nhien|den nay|trong do|tai cong van|theo cong van|qua tong hop)\b/;
/** A recurring thing that is spoken of, not asked for: «báo cáo hằng ngày của các địa phương cho thấy». */
const spokenOf = /^ ?(?:cua|cho thay|nay|va thuong xuyen)\b/;

/** Whether a phrase that looks like a deadline only tells of days: of a past, a span or a count. `issued` is the letter's own day. */
export function isNoDeadline(reading: FoldedText, sentence: Sentence, when: When, issued: IsoDate | null): boolean {
  const { folded } = reading;
  const near = folded.slice(Math.max(sentence.start, when.start - 60), when.start);
  if (when.recurrence === null && when.within === null && /^(?:cho )?(?:den )?het\b/.test(folded.slice(when.start, when.start + 12))) {
    const given = asRead(reading, Math.max(sentence.start, when.start - 15), when.start);
    const sent = sentWithin.test(folded.slice(Math.max(sentence.start, when.start - 300), when.start));
    if ((spanBefore.test(near) && !sent) || countBefore.test(near) || countWord.test(given)) return true;
  }
  if (pastBefore.test(near)) return true;
  const clause = folded.slice(Math.max(sentence.start, folded.lastIndexOf(';', when.start) + 1, when.start - 400), when.start);
  if (when.recurrence === null && ofCited.test(clause.trimStart())) return true;
  if (!when.firm && when.recurrence === null && meeting.test(clause)) return true;
  if (when.recurrence !== null && !when.firm && spokenOf.test(folded.slice(when.end, when.end + 20))) return true;
  const told = folded.slice(Math.max(sentence.start, when.start - 300), Math.min(sentence.end, when.end + 300));
  if (issued !== null && when.due !== null && when.recurrence === null && when.due < issued) return telling.test(told);
  return /\b(?:da|chua) (?:duoc |co |gui |nop )?(?:bao cao|gui|nop|hoan thanh|trinh|tong hop|thuc hien|trien khai)\b[^,;]{0,80}$/.test(near) && when.within === null;
}

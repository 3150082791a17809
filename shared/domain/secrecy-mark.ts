import type { Problem } from './refusal.ts';
import { lowerVietnamese } from './vietnamese-text.ts';

/** The three degrees of a state secret, the longer ones first (Luật Bảo vệ bí mật nhà nước). */
const degree = 'tuyệt mật|tối mật|mật';
const stamp = 'TUYỆT MẬT|TỐI MẬT|MẬT';

/** The text is nothing but a mark: `Mật`, `(Tối mật)`, `Độ mật: Mật`, `đóng dấu mật`. */
const wholeMark = new RegExp(`^[\\s"“”«»()\\[\\]*-]*(?:(?:mức )?độ mật\\s*[:：.-]?\\s*|(?:đóng )?dấu\\s*[:：.-]?\\s*)?(${degree})[\\s"“”«»()\\[\\]*.-]*$`, 'u');
/** A mark among other words, as people write it: named by its field, or in brackets. */
const writtenMark = new RegExp(`độ mật\\s*[:：-]\\s*(${degree})(?!\\p{L})|[(\\[]\\s*(${degree})\\s*[)\\]]`, 'u');
/** A mark as it is stamped: in capitals (or followed by a colon) where the text begins, in capitals after a stop where it ends. */
const stampedFirst = new RegExp(`^["“«]?(?:(${stamp})\\s*(?:[–—-]|$)|((?:Tuyệt|Tối) mật|Mật|${stamp})\\s*[:：])`, 'u');
const stampedLast = new RegExp(`(?:^|[,;.:–—-]\\s*)(${stamp})["”».]*$`, 'u');

/** `Tối mật` of any case. */
const asWritten = (found: string): string => {
  const lower = lowerVietnamese(found);
  return lower.charAt(0).toLocaleUpperCase('vi') + lower.slice(1);
};
const firstGroup = (match: RegExpExecArray | null): string | null => match?.slice(1).find((group) => group !== undefined) ?? null;

/**
 * The secrecy mark that stands stamped or written out in a text (`MẬT: …`, `(Tối mật)`, `Độ mật: Mật`), or null. The
 * word within a sentence is none: `bảo mật`, `mật độ`, `xử lý tài liệu tối mật`.
 */
export function stampedSecrecy(text: string): string | null {
  const trimmed = text.trim();
  // most texts have no such word at all
  if (!/mật/iu.test(trimmed)) return null;
  const found = firstGroup(stampedFirst.exec(trimmed)) ?? firstGroup(stampedLast.exec(trimmed)) ?? firstGroup(writtenMark.exec(lowerVietnamese(trimmed)));
  return found && asWritten(found);
}

/** The same, and the mark alone in any case: in a field of a register `mật` by itself is a mark. */
export function secrecyMark(text: string): string | null {
  if (!/mật/iu.test(text)) return null;
  const found = firstGroup(wholeMark.exec(lowerVietnamese(text)));
  return found ? asWritten(found) : stampedSecrecy(text);
}

/** Why a dispatch with a mark is not kept here, and what may be (Luật Bảo vệ bí mật nhà nước; registers of their own). */
export const secrecySentence = (mark: string): string => `Chỗ này ghi độ mật «${mark}»: văn bản mật theo dõi ở sổ riêng, nội dung không ghi vào máy này. Ở đây chỉ ghi được rằng văn bản ấy theo dõi ở sổ văn bản mật.`;

/** What is wrong with the texts of a value that carry a mark, by their places in it. */
export function secrecyProblems(value: unknown, field = ''): Problem[] {
  if (typeof value === 'string') {
    const mark = secrecyMark(value);
    return mark === null ? [] : [{ field, message: secrecySentence(mark) }];
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, part]) => secrecyProblems(part, field === '' ? name : `${field}.${name}`));
}

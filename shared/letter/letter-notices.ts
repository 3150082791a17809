import type { Problem } from '../domain/refusal.ts';
import type { Letter } from './letter.ts';
import { readTable } from './row-kind.ts';
import { subjectNotice } from './subject-on-page.ts';
import { hasWords } from './visible-text.ts';

/** Types that print «Như trên» rightly without Kính gửi: they name whom they go to in a line of their own. */
const ownAddressees: readonly string[] = ['Giấy giới thiệu', 'Công điện', 'Giấy mời'];
const pointsBack = /^[-–\s]*như\s+(?:trên|kính\s+gửi)[.;\s]*$/iu;
/** Học hàm, học vị, danh hiệu before a name (PL I mục II khoản 7 điểm c: none is written). */
const title =
  /^(?:(?:GS|PGS|TSKH|TS|ThS|BS(?:CK(?:II?|[12]))?|DS|KS|CN|LS|NSND|NSƯT|NGND|NGƯT|TTND|TTƯT|AHLĐ)(?:\.|\s|(?=[-–,/]))|(?:giáo sư|phó giáo sư|tiến sĩ|thạc sĩ|bác sĩ|kỹ sư|cử nhân|luật sư|ông|bà)\s)/iu;

/** Whether «Như trên» has something above it that it may point to. */
export const mayPointBack = ({ typeName, addressees }: Pick<Letter, 'typeName' | 'addressees'>): boolean =>
  ownAddressees.includes(typeName) || addressees.some(hasWords);

/** What a careful reader would ask about before the letter goes out; nothing of it keeps a number back. */
export function letterNotices(letter: Letter): Problem[] {
  const { signer, recipients } = letter;
  const notices: Problem[] = [];
  const say = (field: string, message: string): void => void notices.push({ field, message });
  const subject = subjectNotice(letter.subject);
  if (subject !== null) say('subject', subject);
  const back = recipients.findIndex(({ name }) => pointsBack.test(name));
  if (back >= 0 && !mayPointBack(letter)) {
    say(`recipients.${back}`, 'Nơi nhận ghi «Như trên» mà văn bản không có Kính gửi; ghi tên nơi nhận, hoặc điền Kính gửi.');
  }
  letter.appendices.forEach((appendix, index) => {
    for (const { row, message } of readTable(appendix).asked.slice(0, 20)) say(`appendices.${index}.rows.${row}`, `Phụ lục ${index + 1}, ${message}`);
  });
  const name = signer.fullName?.trim() ?? '';
  if (name.includes('\n')) {
    const joined = name.replace(/\s+/g, ' ');
    say('signer.fullName', `Họ tên người ký có hai dòng, trang in ghi liền là «${joined}»; nếu một dòng là chức vụ thì chuyển sang «Chức vụ khác».`);
  }
  const titled = name.split('\n').find((line) => title.test(line.trim()));
  if (titled !== undefined) {
    say('signer.fullName', `Trước họ tên «${titled.trim()}» có học hàm, học vị hoặc danh xưng; thể thức không ghi (Phụ lục I mục II khoản 7).`);
  }
  return notices;
}

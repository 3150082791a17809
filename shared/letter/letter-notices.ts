import type { Problem } from '../domain/refusal.ts';
import type { Letter } from './letter.ts';
import { appendixTitle } from './appendix-heading.ts';
import { withoutTypedArchive } from './archive-line.ts';
import { readTable } from './row-kind.ts';
import { subjectNotice } from './subject-on-page.ts';
import { hasWords } from './visible-text.ts';

/** Types that print «Như trên» rightly without Kính gửi: they name whom they go to in a line of their own. */
const ownAddressees: readonly string[] = ['Giấy giới thiệu', 'Công điện', 'Giấy mời'];
const pointsBack = /^[-–\s]*như\s+(?:trên|kính\s+gửi)[.;\s]*$/iu;
/** Quân hàm before a name: only armed forces write it (PL I mục II khoản 7 điểm c). */
const rank = /^(?:đại|thượng|trung|thiếu|chuẩn)\s+(?:tướng|tá|úy|uý)(?:\s|[-–,])/iu;
/** Học hàm, học vị, danh hiệu, xưng hô before a name (PL I mục II khoản 7 điểm c: none is written). */
const learnedTitle =
  /^(?:(?:GS|PGS|TSKH|T\.?S|Th\.?S|B\.?S(?:\.?CK\.?(?:II?|[12]))?|DS|D\.S|KS|K\.S|KTS|CN|LS|NSND|NSƯT|NGND|NGƯT|TTND|TTƯT|AHLĐ)(?:\.|\s|(?=[-–,/]))|(?:đ\/c|đ\.c|đc)[\s.:]|(?:giáo sư|phó giáo sư|tiến s[ĩỹ]|thạc s[ĩỹ]|bác s[ĩỹ]|dược s[ĩỹ]|kỹ sư|kiến trúc sư|cử nhân|luật sư|nhà giáo|viện s[ĩỹ]|nghệ s[ĩỹ]|thầy thuốc|anh hùng|đồng chí|ông|bà)\s)/iu;

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
  if (withoutTypedArchive(recipients, letter.archive).recipients.includes(null)) {
    say('archive', 'Nơi nhận có dòng «Lưu: …» gõ tay; trang in dùng nó làm dòng Lưu, không in hai lần.');
  } else if (recipients.some(({ name }) => /^[-–\s]*lưu\s*[:;]/iu.test(name))) {
    say('archive', 'Nơi nhận có dòng «Lưu: …» gõ tay khác với dòng Lưu của văn bản nên cả hai được in; bỏ một trong hai.');
  }
  letter.appendices.forEach((appendix, index) => {
    const typed = appendix.title.trim();
    if (typed !== '' && appendixTitle(typed) !== typed.normalize('NFC')) say(`appendices.${index}.title`, `Tên phụ lục ${index + 1} được gõ kèm «Phụ lục …» ở đầu hoặc dấu kết thúc ở cuối; trang in ghi «${appendixTitle(typed)}».`);
    for (const { row, message } of readTable(appendix).asked.slice(0, 20)) say(`appendices.${index}.rows.${row}`, `Phụ lục ${index + 1}, ${message}`);
  });
  const name = signer.fullName?.trim() ?? '';
  if (name.includes('\n')) {
    const joined = name.replace(/\s+/g, ' ');
    say('signer.fullName', `Họ tên người ký có hai dòng, trang in ghi liền là «${joined}»; nếu một dòng là chức vụ thì chuyển sang «Chức vụ khác».`);
  }
  const titled = name.split('\n').find((line) => learnedTitle.test(line.trim()));
  if (titled !== undefined) {
    say('signer.fullName', `Trước họ tên «${titled.trim()}» có học hàm, học vị hoặc danh xưng; thể thức không ghi (Phụ lục I mục II khoản 7).`);
  }
  const ranked = name.split('\n').find((line) => rank.test(line.trim()));
  if (ranked !== undefined) {
    say('signer.fullName', `Trước họ tên «${ranked.trim()}» có quân hàm; chỉ văn bản của đơn vị vũ trang mới ghi (Phụ lục I mục II khoản 7).`);
  }
  return notices;
}

import { cleanValue, removedNotice } from '../domain/clean-value.ts';
import type { Letter } from './letter.ts';

const fieldNames: Record<keyof Letter, string> = {
  typeName: 'loại văn bản',
  codeNotation: 'ký hiệu',
  place: 'địa danh',
  issuedDate: 'ngày văn bản',
  subject: 'trích yếu',
  priority: 'độ khẩn',
  addressees: 'kính gửi',
  body: 'nội dung',
  recipients: 'nơi nhận',
  archive: 'dòng lưu',
  signer: 'người ký',
  appendices: 'phụ lục',
  obligations: 'việc phải theo dõi',
  fitPage: 'ép vừa trang',
};

/** The letter with every text NFC and free of characters no document can hold, and a sentence for each field that lost some. */
export function cleanLetter(letter: Letter): { letter: Letter; notices: string[] } {
  const notices: string[] = [];
  const fields = (Object.keys(fieldNames) as (keyof Letter)[]).filter((field) => letter[field] !== undefined).map((field) => {
    const { value, removed } = cleanValue(letter[field]);
    if (removed > 0) notices.push(removedNotice(removed, fieldNames[field]));
    return [field, value] as const;
  });
  const clean = Object.fromEntries(fields) as unknown as Letter;
  // a tab has no width of its own on an official page
  return { letter: { ...clean, body: clean.body.replaceAll('\t', ' ') }, notices };
}

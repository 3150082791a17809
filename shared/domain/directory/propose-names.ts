import { foldVietnamese, upperVietnamese } from '../vietnamese-text.ts';

const smallWords = new Set(['va', 'cua', 'cac', 'cho', 've']);

/** `U` of «Ủy», but `Đ` of «Đào»: so offices write them. */
const plainLetter = (letter: string): string => (/[đĐ]/.test(letter) ? letter : foldVietnamese(letter));
const words = (name: string): string[] => name.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
const initials = (name: string): string => words(name).filter((word) => !smallWords.has(foldVietnamese(word))).map((word) => plainLetter(word[0] ?? '')).join('');

/** `Sở NN&MT` of «Sở Nông nghiệp và Môi trường», `UBND xã An Thượng` of a committee's full name; the name itself when it has no usual shorter form. */
export function proposeShortName(name: string): string {
  const field = /^(Sở|Bộ) (?=\p{Lu})(.+)$/u.exec(name);
  if (field) return `${field[1] ?? ''} ${(field[2] ?? '').split(/ và /).map((part) => part.split(/, ?/).map((each) => upperVietnamese(initials(each))).join(',')).join('&')}`;
  return name.replace(/^Uỷ ban nhân dân|^Ủy ban nhân dân/i, 'UBND').replace(/^Hội đồng nhân dân/i, 'HĐND');
}

/** `STC` of «Sở Tài chính»: the initials in capitals, small words left out. */
export const proposeAbbreviation = (name: string): string => upperVietnamese(initials(name)).slice(0, 40);

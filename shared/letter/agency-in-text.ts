import { lowerVietnamese, oneLine, upperVietnamese } from '../domain/vietnamese-text.ts';
import type { Office } from './office.ts';

const units = ['tỉnh', 'xã', 'phường', 'huyện', 'quận'];
const unitPairs = ['thành phố', 'đặc khu', 'thị xã', 'thị trấn'];
// `xã hội`, `xã viên`: no commune
const noUnit = ['xã hội', 'xã viên'];
// party committees carry the name of their unit
const committees = ['tỉnh ủy', 'tỉnh uỷ', 'thành ủy', 'thành uỷ', 'đảng ủy', 'đảng uỷ'];
/** Words that begin a name of their own wherever they stand (PL II: names of bodies take a capital). */
const bodies = ['ủy ban', 'uỷ ban', 'hội đồng', 'đoàn đại', 'quốc hội', 'mặt trận', 'tổ quốc', 'việt nam', 'chính phủ', ...committees];
/** Words after which the field of a body is named: `Sở Tài chính`, `Ban Quản lý`. */
const heads = new Set(['sở', 'bộ', 'cục', 'ban', 'phòng', 'vụ', 'viện', 'trường', 'đài', 'báo', 'hội', 'trạm']);

const capital = (word: string): string => upperVietnamese([...word][0] ?? '') + [...word].slice(1).join('');

/**
 * The agency's name inside a sentence: `Ủy ban nhân dân tỉnh Hải Dương` of `ỦY BAN NHÂN DÂN TỈNH HẢI DƯƠNG`. What the
 * office wrote itself wins; a name typed with small letters stays as typed; tones keep their spelling (HOÁ → Hoá).
 */
export function agencyInText(office: Pick<Office, 'name' | 'nameInText'>): string {
  if (office.nameInText?.trim()) return oneLine(office.nameInText);
  const name = oneLine(office.name);
  if (name !== upperVietnamese(name)) return name;
  const words = lowerVietnamese(name).split(' ');
  // whether the words that follow are the name of a unit of government
  let proper = false;
  return words
    .map((word, at) => {
      const before = words[at - 1] ?? '';
      const pair = `${word} ${words[at + 1] ?? ''}`;
      const pairBefore = `${before} ${word}`;
      if (committees.includes(pairBefore) || unitPairs.includes(pairBefore)) {
        proper = true;
        return word;
      }
      if (at === 0 || bodies.includes(pair)) {
        proper = units.includes(word) && !bodies.includes(pair);
        return capital(word);
      }
      if (pairBefore === 'việt nam') return capital(word);
      if (unitPairs.includes(pair)) {
        proper = false;
        return words.slice(at, at + 5).join(' ') === 'thành phố hồ chí minh' ? capital(word) : word;
      }
      if (units.includes(word) && !noUnit.includes(pair)) {
        proper = true;
        return word;
      }
      if (['và', '-', 'các'].includes(word)) {
        proper = false;
        return word;
      }
      return proper || before === 'và' || before === '-' || before.endsWith(',') || namesField(words, at) ? capital(word) : word;
    })
    .join(' ');
}

/** Whether a word names what the body before it is for: `Tài chính` after `sở`, but not `nhân dân` after `ủy ban`. */
function namesField(words: readonly string[], at: number): boolean {
  const before = words[at - 1] ?? '';
  if (!heads.has(before)) return false;
  const pairBefore = `${words[at - 2] ?? ''} ${before}`;
  return !['ủy ban', 'uỷ ban', 'văn phòng', 'xã hội'].includes(pairBefore) && `${before} ${words[at] ?? ''}` !== 'hội đồng';
}

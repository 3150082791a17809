import { foldVietnamese, lowerVietnamese } from '../vietnamese-text.ts';

/** Short forms that stand for the same words in every office; no word of the language is written so. */
const shortForms: ReadonlyMap<string, string> = new Map([
  ['ubnd', 'ủy ban nhân dân'],
  ['hdnd', 'hội đồng nhân dân'],
  ['ubmttq', 'ủy ban mặt trận tổ quốc'],
  ['mttq', 'mặt trận tổ quốc'],
  ['ubkt', 'ủy ban kiểm tra'],
  ['dbqh', 'đại biểu quốc hội'],
  ['bql', 'ban quản lý'],
  ['bqlda', 'ban quản lý dự án'],
  ['chqs', 'chỉ huy quân sự'],
  ['lhpn', 'liên hiệp phụ nữ'],
  ['ldld', 'liên đoàn lao động'],
  ['kcn', 'khu công nghiệp'],
  ['vp', 'văn phòng'],
  ['tp', 'thành phố'],
  ['tx', 'thị xã'],
  ['tw', 'trung ương'],
  ['vn', 'việt nam'],
  ['tphcm', 'thành phố hồ chí minh'],
]);

/** Letters that name the level of a place, only after «UBND»: «UBND H. Kim Sơn». */
const levels: ReadonlyMap<string, string> = new Map([['h', 'huyện'], ['q', 'quận'], ['x', 'xã'], ['p', 'phường']]);

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** A word without tones, and with its tone at its end wherever it was written (hoà, hòa). */
interface ReadWord {
  folded: string;
  toned: string;
}

const readWords = new Map<string, ReadWord>();

/** Thousands of names are made of a few hundred words. */
function readWord(word: string): ReadWord {
  const known = readWords.get(word);
  if (known) return known;
  const read = { folded: foldVietnamese(word), toned: toneLast(word) };
  if (readWords.size > 20_000) readWords.clear();
  readWords.set(word, read);
  return read;
}

function toneLast(word: string): string {
  const apart = word.normalize('NFD');
  const tone = apart.match(tones)?.join('') ?? '';
  return tone === '' ? word : apart.replace(tones, '').normalize('NFC') + tone;
}

interface ReadName {
  words: readonly string[];
  key: string;
  foldedKey: string;
}

const readNames = new Map<string, ReadName>();

/** A directory of thousands is read anew after every change of one of its entries: the names stay. */
function readOnce(name: string): ReadName {
  const known = readNames.get(name);
  if (known) return known;
  const words = wordsOf(name);
  const each = words.map(readWord);
  const folded = each.map((word) => word.folded);
  const read = { words: folded, key: each.map(({ toned }) => toned).join(' '), foldedKey: folded.join(' ') };
  if (readNames.size > 50_000) readNames.clear();
  readNames.set(name, read);
  return read;
}

function wordsOf(name: string): string[] {
  const words = lowerVietnamese(name.normalize('NFC').replace(/[ÐƉ]/g, 'Đ')).split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '');
  const written: string[] = [];
  words.forEach((word, at) => {
    const { folded } = readWord(word);
    const long = shortForms.get(folded) ?? (at > 0 && written.at(-1) === 'dân' ? levels.get(folded) : undefined);
    if (long) written.push(...long.split(' '));
    // «Giáo dục và Đào tạo», «Giáo dục & Đào tạo», «Giáo dục, Đào tạo»
    else if (word !== 'và') written.push(word);
  });
  return written;
}

/** The folded words of an agency's name, usual short forms written out, «và» left out. */
export const agencyWords = (name: string): readonly string[] => readOnce(name).words;

/**
 * A name as two names of agencies are compared: case, short forms (UBND), punctuation and the place of the tone (hoà, hòa) count for
 * nothing, the tones themselves do: xã Dương Lâm is not xã Đường Lâm.
 */
export const agencyKey = (name: string): string => readOnce(name).key;

/** The same without tones, for what was typed without them. */
export const foldedAgencyKey = (name: string): string => readOnce(name).foldedKey;

/** Whether the text carries no tone or mark at all: typed in a hurry. */
export const hasNoMarks = (text: string): boolean => foldVietnamese(text) === text.toLowerCase();

const smallWords = new Set(['va', 'cua', 'cac', 'cho', 've']);

/**
 * Whether the words shortened stand for all of the full ones: each is a word, or the initials of several in a row
 * («so tt tt», «so nn mt»; small words may be left out).
 */
export function abbreviates(short: readonly string[], full: readonly string[], piece = 0, from = 0): boolean {
  const wanted = short[piece];
  if (wanted === undefined) return from === full.length;
  const word = full[from];
  if (word === undefined) return false;
  if (word === wanted && abbreviates(short, full, piece + 1, from + 1)) return true;
  for (let at = from, taken = 0; at < full.length && taken < wanted.length; at += 1) {
    const next = full[at] ?? '';
    if (next[0] === wanted[taken]) taken += 1;
    else if (!smallWords.has(next)) return false;
    if (taken === wanted.length && abbreviates(short, full, piece + 1, at + 1)) return true;
  }
  return false;
}

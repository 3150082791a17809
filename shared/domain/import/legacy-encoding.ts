import { upperVietnamese } from '../vietnamese-text.ts';

/** The two ways Vietnamese was kept in one-byte fonts: TCVN3 (ABC, fonts `.Vn…`) and VNI (fonts `VNI-…`). */
export type LegacyEncoding = 'tcvn3' | 'vni';

const tcvn3Written = 'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ¡¢§£¤¥¦';
const tcvn3Meant = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ';

/** TCVN3 as it looks through Windows-1252: one letter for one letter. Capitals with tones are drawn by fonts ending in H, from these small letters. */
export const tcvn3Letters: ReadonlyMap<string, string> = new Map([...tcvn3Written].map((letter, place) => [letter, [...tcvn3Meant][place] ?? letter]));

// VNI writes a vowel and then its mark; the marks of a row stand in the order of the letters they make
const vniRows: readonly (readonly [vowel: string, marks: string, letters: string])[] = [
  ['a', 'øùûõïêèéúüëâàáåãä', 'àáảãạăằắẳẵặâầấẩẫậ'],
  ['e', 'øùûõïâàáåãä', 'èéẻẽẹêềếểễệ'],
  ['o', 'øùûõïâàáåãä', 'òóỏõọôồốổỗộ'],
  ['u', 'øùûõï', 'ùúủũụ'],
  ['y', 'øùûõ', 'ỳýỷỹ'],
  ['ô', 'øùûõï', 'ờớởỡợ'],
  ['ö', 'øùûõï', 'ừứửữự'],
];
const vniSingles: readonly (readonly [written: string, letter: string])[] = [['ô', 'ơ'], ['ö', 'ư'], ['ì', 'ì'], ['í', 'í'], ['æ', 'ỉ'], ['ó', 'ĩ'], ['ò', 'ị'], ['î', 'ỵ'], ['ñ', 'đ']];

/** VNI for Windows: one or two letters for one; a capital vowel takes a capital mark, or a small one in a hurry. */
export const vniLetters: ReadonlyMap<string, string> = new Map([
  ...vniRows.flatMap(([vowel, marks, letters]) =>
    [...marks].flatMap((mark, place): [string, string][] => {
      const letter = [...letters][place] ?? '';
      const capital = upperVietnamese(letter);
      return [[vowel + mark, letter], [upperVietnamese(vowel) + upperVietnamese(mark), capital], [upperVietnamese(vowel) + mark, capital]];
    }),
  ),
  ...vniSingles.flatMap(([written, letter]): [string, string][] => [[written, letter], [upperVietnamese(written), upperVietnamese(letter)]]),
]);

const vniPair = new RegExp([...vniLetters.keys()].sort((one, other) => other.length - one.length).join('|'), 'g');

/** The text in Unicode (NFC); letters the encoding does not know stay as they are. */
export function fromLegacy(text: string, encoding: LegacyEncoding): string {
  if (encoding === 'vni') return text.replace(vniPair, (written) => vniLetters.get(written) ?? written).normalize('NFC');
  let meant = '';
  for (const letter of text) meant += tcvn3Letters.get(letter) ?? letter;
  return meant.normalize('NFC');
}

/** Letters in the order of the alphabet; those with a mark are letters of their own. */
const alphabet = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
/** Combining marks of the tones in the order of dictionaries: huyền, hỏi, ngã, sắc, nặng. */
const tones = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
/** Marks that make another letter: they stay with theirs. */
const letterMarks = /[\u0302\u0306\u031B]/;

/** Where letters, and runs of digits by their length, begin among the signs of a key: signs, then numbers, then letters. */
const [lengthsFrom, lettersFrom, foreignFrom] = [0x3000, 0x4000, 0x5000];
/** Of a longer text the beginning decides. */
const mostCompared = 240;

interface Weight {
  letter: string;
  tone: string;
}

const weights = new Map<string, Weight>();

/** What a character weighs: its letter first; its tone only between texts that are otherwise alike. */
function weightOf(character: string): Weight {
  const known = weights.get(character);
  if (known) return known;
  const [base = '', ...marks] = character.toLowerCase().normalize('NFD');
  const tone = tones.findIndex((mark) => marks.includes(mark)) + 1;
  const letter = (base + marks.filter((mark) => letterMarks.test(mark)).join('')).normalize('NFC');
  const weight = { letter: String.fromCharCode(placeOf(base, letter)), tone: String.fromCharCode(0x30 + tone) };
  if (weights.size < 20_000) weights.set(character, weight);
  return weight;
}

/** Where a letter or sign stands; `base` is the letter without marks that the Vietnamese alphabet does not know. */
function placeOf(base: string, letter: string): number {
  const known = alphabet.includes(letter) ? letter : base;
  if (alphabet.includes(known)) return lettersFrom + alphabet.indexOf(known);
  const code = base.charCodeAt(0);
  return /\p{L}/u.test(base) ? foreignFrom + (code % 0x9000) : Math.min(code, lengthsFrom - 1);
}

/**
 * A text as what plain comparison (`<`) puts into the order of a Vietnamese dictionary: a ă â b c d đ …, tones only where
 * all letters are alike, capitals like small letters, numbers by their value (`9/UBND` before `10/UBND`).
 */
export function vietnameseSortKey(text: string): string {
  let letters = '';
  let marks = '';
  const compared = text.normalize('NFC').slice(0, mostCompared).replace(/\s+/g, ' ').trim();
  for (const [part] of compared.matchAll(/\d+|[^\d]/gu)) {
    if (/^\d/.test(part)) {
      const digits = part.replace(/^0+(?=\d)/, '');
      letters += String.fromCharCode(lengthsFrom + digits.length) + digits;
      continue;
    }
    const { letter, tone } = weightOf(part);
    letters += letter;
    marks += tone;
  }
  return `${letters}\u0001${marks}`;
}

/** Compares two texts as `vietnameseSortKey` orders them. */
export function compareVietnamese(one: string, other: string): number {
  const [a, b] = [vietnameseSortKey(one), vietnameseSortKey(other)];
  return a === b ? 0 : a < b ? -1 : 1;
}

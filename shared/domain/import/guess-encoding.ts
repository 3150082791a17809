import { type LegacyEncoding, fromLegacy } from './legacy-encoding.ts';

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const shapes = /[\u0302\u0306\u031B]/g;
const syllable = /^(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|nh|ngh?|n|ph|p|qu|r|s|th|tr|t|v|x)?(?:uye|uya|oai|oay|oeo|uay|uyu|ieu|yeu|uoi|uou|uo|[aeiouy]{1,2})(?:ch|ng|nh|[cmnpt])?$/;
const stopped = /(?:ch|[cpt])$/;

/** Whether a word can be a syllable of Vietnamese: its letters, at most one tone, and sắc or nặng alone before c, ch, p, t. */
export function isVietnameseSyllable(word: string): boolean {
  const apart = word.toLowerCase().normalize('NFD');
  const toned = apart.match(tones) ?? [];
  if (toned.length > 1 || (apart.match(shapes) ?? []).length > 2) return false;
  const bare = apart.replace(tones, '').replace(shapes, '').replace('đ', 'd');
  if (!syllable.test(bare)) return false;
  return toned.length === 0 || !stopped.test(bare) || toned[0] === '\u0301' || toned[0] === '\u0323';
}

/** What the words of old fonts are made of: letters, and the signs of Latin-1 that stand for letters there. */
const word = /[\p{L}\p{M}¡-¬\u00AD®µ-¾]+/gu;
const beyondAscii = /[^\u0000-\u007F]/;

/** The share of words with marks that are Vietnamese when they are read so. */
function share(words: readonly string[], read: (word: string) => string): number {
  return words.filter((one) => isVietnameseSyllable(read(one).normalize('NFC'))).length / words.length;
}

/** Fewest marked words on which an encoding is guessed. */
const fewest = 3;
const mostRead = 400;

/**
 * In which old encoding texts are written, or null when they read well as they are or nothing reads well.
 * A guess for a person to confirm: nothing is changed by it.
 */
export function guessEncoding(texts: readonly string[]): LegacyEncoding | null {
  const words: string[] = [];
  for (const text of texts) {
    if (words.length >= mostRead) break;
    for (const found of text.match(word) ?? []) if (beyondAscii.test(found)) words.push(found);
  }
  if (words.length < fewest) return null;
  const plain = share(words, (one) => one);
  const [best, second] = (['tcvn3', 'vni'] as const).map((encoding) => ({ encoding, share: share(words, (one) => fromLegacy(one, encoding)) })).sort((one, other) => other.share - one.share);
  if (!best || !second || best.share < 0.6 || best.share < plain + 0.2 || best.share === second.share) return null;
  return best.encoding;
}

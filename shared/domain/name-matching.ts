import { initialsOfWords } from './name-initials.ts';
import { foldVietnamese } from './vietnamese-text.ts';

/** A name people may mean, in the order in which equal hits are shown (most used first). */
export interface KnownName {
  name: string;
  /** Also found by this (`STC`). */
  abbreviation?: string | undefined;
}

interface Folded {
  text: string;
  words: readonly string[];
  initials: string;
  /** Initials without the small words that abbreviations leave out (`STNMT` of Sở Tài nguyên và Môi trường). */
  bareInitials: string;
}

export interface FoundName extends KnownName {
  rank: number;
  /** Meant without doubt (initials, abbreviation, the whole name without tones): stands ready for Enter or Tab. */
  ready: boolean;
}

const smallWords = new Set(['va', 'cua', 'cac', 'cho', 've']);

function foldName(name: string): Folded {
  const text = foldVietnamese(name);
  const words = piecesOf(text);
  const initials = initialsOfWords(words);
  // most names have no small word, and are folded by the thousand
  const bare = words.some((word) => smallWords.has(word)) ? initialsOfWords(words.filter((word) => !smallWords.has(word))) : initials;
  return { text, words, initials, bareInitials: bare };
}

/** The words of a folded text: by its spaces where it has no other mark, which is far quicker. */
const piecesOf = (folded: string): string[] => (/[^a-z0-9 ]/.test(folded) ? folded.split(/[^\p{L}\p{N}]+/u) : folded.split(' ')).filter((word) => word !== '');

const dense = (folded: string): string => folded.replace(/[\s.\-–]+/g, '');

/** How the pieces run through the words in order, each the beginning of a word or the initials of several: where it ends, or -1. */
function runThrough(words: readonly string[], initials: string, pieces: readonly string[], piece = 0, from = 0): number {
  const wanted = pieces[piece];
  if (wanted === undefined) return from;
  for (let at = from; at < words.length; at += 1) {
    if (words[at]?.startsWith(wanted)) {
      const end = runThrough(words, initials, pieces, piece + 1, at + 1);
      if (end >= 0) return end;
    }
    if (wanted.length > 1 && initials.startsWith(wanted, at)) {
      const end = runThrough(words, initials, pieces, piece + 1, at + wanted.length);
      if (end >= 0) return end;
    }
  }
  return -1;
}

/** What was typed, folded once for all names. */
interface Wanted {
  text: string;
  letters: string;
  pieces: readonly string[];
}

function wantedOf(typed: string): Wanted | null {
  const text = foldVietnamese(typed).trim();
  return text === '' ? null : { text, letters: dense(text), pieces: piecesOf(text) };
}

function rankOf({ text, words, initials, bareInitials }: Folded, abbreviation: string, { text: wanted, letters, pieces }: Wanted): number {
  if (text === wanted) return 6;
  if (letters !== '' && letters === abbreviation) return 5.5;
  if (text.startsWith(wanted)) return 5;
  if (letters.length > 1 && (initials === letters || bareInitials === letters)) return 4.5;
  if (pieces.length === 0) return text.includes(wanted) ? 2 : 0;
  if (letters.length > 1 && (initials.startsWith(letters) || bareInitials.startsWith(letters))) return 4;
  const end = runThrough(words, initials, pieces);
  if (end >= 0) {
    const byInitials = pieces.length > 1 && pieces.some((piece) => !words.some((word) => word.startsWith(piece)));
    return byInitials && end === words.length ? 4.2 : 3;
  }
  return text.includes(wanted) ? 2 : 0;
}

/**
 * How well a name answers what was typed, without tones: 0 not at all, more is better. Counts the whole name, its
 * beginning, its initials (`stc` → Sở Tài chính), both mixed (`ubnd tg`), beginnings of its words in order, and parts of it.
 */
export function matchRank(name: string, typed: string): number {
  const wanted = wantedOf(typed);
  return wanted ? rankOf(foldedOnce(name), '', wanted) : 0;
}

const folds = new Map<string, Folded>();

function foldedOnce(name: string): Folded {
  const known = folds.get(name);
  if (known) return known;
  const made = foldName(name);
  // names are few and stay the same all day; a directory of thousands still fits many times over
  if (folds.size > 50_000) folds.clear();
  folds.set(name, made);
  return made;
}

/** Folds a name that will be looked for: an index made of it later is made sooner. */
export const foldAhead = (name: string): void => void foldedOnce(name);

/** Names folded once, to be looked through at every keystroke. */
export type NameIndex = (typed: string, most?: number) => FoundName[];

/** Folds the names once; the answer finds the best hits for what is typed, equal ones in the order given. Empty text finds nothing. */
export function indexNames(names: readonly KnownName[]): NameIndex {
  const entries = names.map((known) => ({ known, folded: foldedOnce(known.name), abbreviation: dense(foldVietnamese(known.abbreviation ?? '')) }));
  return (typed, most = 8) => {
    const wanted = wantedOf(typed);
    if (!wanted) return [];
    const best: { known: KnownName; rank: number }[] = [];
    for (const { known, folded, abbreviation } of entries) {
      const rank = rankOf(folded, abbreviation, wanted);
      if (rank === 0 || (best.length === most && rank <= (best.at(-1)?.rank ?? 0))) continue;
      const after = best.findIndex((each) => each.rank < rank);
      best.splice(after < 0 ? best.length : after, 0, { known, rank });
      if (best.length > most) best.pop();
    }
    return best.map(({ known, rank }) => ({ ...known, rank, ready: rank >= 5.5 || rank === 4.5 || rank === 4.2 || (rank === 4 && wanted.letters.length > 2) }));
  };
}

/** From here on what was typed leads to a name: its beginning, its initials, beginnings of its words; below it only stands somewhere in it. */
const leading = 3;

/**
 * The names that what was typed is a beginning of, best first, and whether its last word is unfinished in the first of
 * them: «Sở Tài c» can only go on, «UBND các xã» may be a name of its own beside «UBND các xã, phường».
 */
export function halfTyped(typed: string, hits: readonly FoundName[]): { names: string[]; unfinished: boolean } {
  const names = hits.filter(({ rank }) => rank >= leading).map(({ name }) => name);
  const last = wantedOf(typed)?.pieces.at(-1);
  const words = names[0] === undefined ? [] : foldedOnce(names[0]).words;
  return { names, unfinished: last !== undefined && !words.includes(last) };
}

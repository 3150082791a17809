import { foldVietnamese } from '../../shared/domain/vietnamese-text.ts';

interface Folded {
  text: string;
  words: string[];
  initials: string;
}

const folded = new Map<string, Folded>();

function foldOf(name: string): Folded {
  const known = folded.get(name);
  if (known) return known;
  const text = foldVietnamese(name);
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const made = { text, words, initials: words.map((word) => word[0]).join('') };
  // names are few and stay the same all day; a directory of thousands still fits many times over
  if (folded.size > 20_000) folded.clear();
  folded.set(name, made);
  return made;
}

/**
 * How well a name answers what was typed, without tones: 0 not at all, more is better. Counts the whole name, its
 * beginning, its initials (`stc` → Sở Tài chính), beginnings of its words in order, and parts of it.
 */
export function matchRank(name: string, typed: string): number {
  const wanted = foldVietnamese(typed).trim();
  if (wanted === '') return 0;
  const { text, words, initials } = foldOf(name);
  if (text === wanted) return 6;
  if (text.startsWith(wanted)) return 5;
  const dense = wanted.replace(/[\s.]+/g, '');
  if (dense.length > 1 && initials === dense) return 4.5;
  if (dense.length > 1 && initials.startsWith(dense)) return 4;
  let at = 0;
  const pieces = wanted.split(/\s+/);
  for (const word of words) if (at < pieces.length && word.startsWith(pieces[at] ?? '')) at += 1;
  if (at === pieces.length) return 3;
  if (text.includes(wanted)) return 2;
  return 0;
}

import { foldVietnamese } from '../../shared/domain/vietnamese-text.ts';

/** A stretch of a text, and whether it is what was looked for. */
export interface MarkedPiece {
  text: string;
  marked: boolean;
}

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;

/** The words of what was typed, without tones, each once. */
export const foldedWords = (typed: string): string[] => [...new Set(foldVietnamese(typed).match(wordPattern) ?? [])];

/** Cuts a text where its words begin with one of the folded words: `đường` of `Đường dẫn` for `duo` is `Đườ`. */
export function markWords(text: string, words: readonly string[]): MarkedPiece[] {
  const composed = text.normalize('NFC');
  const pieces: MarkedPiece[] = [];
  const add = (piece: string, marked: boolean): void => {
    const last = pieces.at(-1);
    if (piece === '') return;
    if (last && last.marked === marked) last.text += piece;
    else pieces.push({ text: piece, marked });
  };
  let at = 0;
  for (const match of composed.matchAll(wordPattern)) {
    const folded = foldVietnamese(match[0]);
    const found = words.filter((word) => folded.startsWith(word)).reduce((most, word) => Math.max(most, word.length), 0);
    if (found === 0) continue;
    add(composed.slice(at, match.index), false);
    // one letter folds to one letter, but for signs put together of several: then the whole word is marked
    const end = folded.length === match[0].length ? found : match[0].length;
    add(match[0].slice(0, end), true);
    at = match.index + end;
  }
  add(composed.slice(at), false);
  return pieces;
}

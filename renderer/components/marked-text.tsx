import { markWords } from '../lib/marked-words.ts';

/** A text with the words that were looked for marked in it. */
export function MarkedText({ text, words }: { text: string; words: readonly string[] }) {
  return markWords(text, words).map((piece, at) => (piece.marked ? <mark key={at}>{piece.text}</mark> : piece.text));
}

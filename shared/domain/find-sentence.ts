import { foldVietnamese, lowerVietnamese } from './vietnamese-text.ts';

/** The sentence in which words that were looked for stand; `marks` are the stretches of it to be marked, [start, end). */
export interface FoundSentence {
  sentence: string;
  marks: [start: number, end: number][];
}

/** What is looked for: each word once, folded, and as typed where it carries marks. */
export interface WantedWord {
  folded: string;
  toned: string | null;
}

/** The words of a typed text as sentences are searched for them. */
export function wantedWords(typed: string): WantedWord[] {
  const words = new Set(lowerVietnamese(typed.normalize('NFC')).match(wordPattern) ?? []);
  return [...words].flatMap((word) => {
    const folded = foldVietnamese(word);
    // a mark by itself is no word
    return folded === '' ? [] : [{ folded, toned: folded === word ? null : word }];
  });
}

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;
/** A figure in groups (`1.705.059`) is one word, and each group is one. */
const tokenPattern = /(?<![\p{N}.,])\p{N}{1,3}(?:\.\p{N}{3})+(?![\p{N}]|[.,]\p{N})|[\p{L}\p{N}\p{M}]+/gu;

/** Longest sentence shown whole, letters; of a longer one the part with the most words. */
export const longestShown = 200;
/** What is shown before the first word of a part. */
const leadIn = 50;

/** What a sentence was found to hold. */
interface Holds {
  /** Which of the wanted words, by their place in the list. */
  words: Set<number>;
  /** Which of them with the very tones that were typed. */
  exact: Set<number>;
}

/** What a word counts that stands in the texts alone, beside one that the fields of the line have too. */
const ofTextsAlone = 16;

/** A search through the lines of one document, place after place, for the sentence that holds the most. */
export class SentenceSearch<Place> {
  readonly #wanted: readonly WantedWord[];
  readonly #weights: readonly number[];
  #best: { place: Place; sentence: string; score: number; words: Set<number> } | null = null;
  readonly #seen = new Set<number>();
  /** The words that stand in the texts alone. */
  readonly #apart: readonly number[];

  /** `fields` are the words of the document's line in the register, folded and as written: they need not be shown again. */
  constructor(wanted: readonly WantedWord[], fields: readonly string[] = []) {
    this.#wanted = wanted;
    this.#weights = wanted.map(({ folded }) => (fields.some((word) => begins(word, folded)) ? 1 : ofTextsAlone));
    this.#apart = this.#weights.flatMap((weight, index) => (weight === ofTextsAlone ? [index] : []));
    wanted.forEach(({ toned }, index) => {
      if (toned !== null && fields.some((word) => word.startsWith(toned))) this.#seen.add(index);
    });
  }

  /** Whether a sentence has been found that holds every word as it was typed. */
  get isDone(): boolean {
    return (this.#best?.score ?? 0) >= this.#weights.reduce((sum, weight) => sum + 2 * weight, 0);
  }

  /** The words seen so far with the very tones that were typed. */
  get isExact(): boolean {
    return this.#wanted.every(({ toned }, index) => toned === null || this.#seen.has(index));
  }

  /** Whether the sentence found holds every word that the fields have not. */
  get isWhole(): boolean {
    return this.#apart.every((index) => this.#best?.words.has(index));
  }

  /** Looks through more lines; the first of sentences that hold equally much stays. */
  read(place: Place, lines: Iterable<string>): void {
    for (const line of lines) {
      if (this.isDone) return;
      for (const sentence of sentencesOf(line)) {
        const { words, exact } = held(sentence, this.#wanted);
        for (const index of exact) this.#seen.add(index);
        const score = [...words, ...exact].reduce((sum, index) => sum + (this.#weights[index] ?? 0), 0);
        if (words.size > 0 && score > (this.#best?.score ?? 0)) this.#best = { place, sentence, score, words };
      }
    }
  }

  /** The best sentence so far, cut and marked, with its place; null when none holds a word. */
  found(): (FoundSentence & { place: Place }) | null {
    return this.#best && { place: this.#best.place, ...cutSentence(this.#best.sentence, this.#wanted) };
  }
}

/** What ends in a full stop without ending a sentence: the number of a clause where it begins, titles, ranks, initials. */
const noEnd =
  /^(?:\p{N}{1,3}|[IVXLC]{1,5}|\p{L})\.$|(?:^|[\s(«"“.])(?:(?![IVXLC]+\.$)\p{Lu}{1,4}|ThS|BS|PGS|Ths|Ts|Th|Tp|tr|st)\.$/u;

/** Cuts a line of text into its sentences; nothing but the spaces between them is lost. */
export function sentencesOf(line: string): string[] {
  const sentences: string[] = [];
  let open = '';
  for (const part of line.split(/(?<=[.!?…;])\s+(?=[\p{Lu}\p{N}«"“(–-])/u)) {
    open = open === '' ? part : `${open} ${part}`;
    if (noEnd.test(open)) continue;
    sentences.push(open);
    open = '';
  }
  if (open !== '') sentences.push(open);
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
}

function held(sentence: string, wanted: readonly WantedWord[]): Holds {
  const [words, exact] = [new Set<number>(), new Set<number>()];
  for (const [token] of sentence.normalize('NFC').matchAll(tokenPattern)) {
    const forms = formsOf(token);
    wanted.forEach(({ folded, toned }, index) => {
      if (!forms.some((form) => begins(form.folded, folded))) return;
      words.add(index);
      if (toned === null || forms.some((form) => form.lower.startsWith(toned))) exact.add(index);
    });
  }
  return { words, exact };
}

/** A single letter is looked for as a word of its own. */
const begins = (word: string, wanted: string): boolean => (wanted.length === 1 ? word === wanted : word.startsWith(wanted));

/** A token as it is compared: itself, and of a figure in groups the whole and each group. */
function formsOf(token: string): { lower: string; folded: string }[] {
  const parts = token.includes('.') ? [token.replaceAll('.', ''), ...token.split('.')] : [token];
  return parts.map((part) => {
    const lower = lowerVietnamese(part);
    return { lower, folded: foldVietnamese(lower) };
  });
}

/** The stretches of a text in which words begin as wanted. */
function marksIn(text: string, wanted: readonly WantedWord[]): { start: number; end: number; words: Set<number> }[] {
  const marks: { start: number; end: number; words: Set<number> }[] = [];
  for (const match of text.matchAll(tokenPattern)) {
    const [token] = match;
    const forms = formsOf(token);
    let longest = 0;
    const words = new Set<number>();
    wanted.forEach(({ folded }, index) => {
      if (!forms.some((form) => begins(form.folded, folded))) return;
      words.add(index);
      longest = Math.max(longest, folded.length);
    });
    if (words.size === 0) continue;
    // letter by letter where one letter folds to one; a figure in groups and signs of several parts are marked whole
    const whole = token.includes('.') || foldVietnamese(token).length !== token.length;
    marks.push({ start: match.index, end: match.index + (whole ? token.length : longest), words });
  }
  return marks;
}

/** A sentence short enough to be shown, cut between words where it holds the most, and its marks. */
export function cutSentence(sentence: string, wanted: readonly WantedWord[]): FoundSentence {
  const text = sentence.normalize('NFC').replace(/\s+/g, ' ').trim();
  const marks = marksIn(text, wanted);
  if (text.length <= longestShown) return { sentence: text, marks: marks.map(({ start, end }) => [start, end]) };
  const start = partStart(text, marks);
  let end = Math.min(text.length, start + longestShown);
  if (end < text.length) end = lastSpace(text, start, end);
  const [head, tail] = [start > 0 ? '…' : '', end < text.length ? '…' : ''];
  const shift = head.length - start;
  return {
    sentence: head + text.slice(start, end).trimEnd() + tail,
    marks: marks.filter((mark) => mark.start >= start && mark.end <= end).map((mark) => [mark.start + shift, mark.end + shift]),
  };
}

/** Where the shown part of a long sentence begins: before the mark from which on the most different words follow. */
function partStart(text: string, marks: readonly { start: number; end: number; words: Set<number> }[]): number {
  let best = { start: 0, amount: 0 };
  for (const { start } of marks) {
    const within = marks.filter((other) => other.start >= start && other.end <= start + longestShown - leadIn);
    const amount = new Set(within.flatMap(({ words }) => [...words])).size;
    if (amount > best.amount) best = { start, amount };
  }
  if (best.start <= leadIn) return 0;
  const earliest = best.start - leadIn;
  const space = text.indexOf(' ', earliest);
  // a single word longer than the lead-in: it is cut through, but never a letter of two halves
  const at = space >= 0 && space < best.start ? space + 1 : best.start;
  return at;
}

/** The last space before `end`, so that no word is cut; where there is none, no letter is. */
function lastSpace(text: string, start: number, end: number): number {
  const space = text.lastIndexOf(' ', end);
  if (space > start + longestShown / 2) return space;
  return /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') ? end - 1 : end;
}

import { remembered } from '../../../shared/domain/remembered.ts';
import { foldVietnamese, lowerVietnamese } from '../../../shared/domain/vietnamese-text.ts';

/** The texts of a line by the column of the index they are found in. */
export interface IndexedTexts {
  organ: readonly (string | null)[];
  code: readonly (string | null)[];
  subject: readonly (string | null)[];
  people: readonly (string | null)[];
  rest: readonly (string | null)[];
}
export const indexColumns = ['organ', 'code', 'subject', 'people', 'rest'] as const;
export type IndexColumn = (typeof indexColumns)[number];

/** A letter of no alphabet (private use): what begins with it cannot be typed into a search. */
export const unwritten = '\uE000';

/** The words of a text: letters and digits with their marks. */
export const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
/** Whether a word carries a tone or a mark. */
export const isMarked = (word: string): boolean => /[^\x00-\x7F]/.test(word) && foldVietnamese(word) !== word;

const knownWord = remembered(50_000, (word) => {
  const lower = lowerVietnamese(word).normalize('NFC');
  // as written, when it carries marks
  return { folded: foldVietnamese(lower), toned: isMarked(lower) ? lower : null };
});

/** A figure written in groups: `1.705.059`, which people type without the stops too. */
const groupedFigure = /(?<![\p{N}.,])\p{N}{1,3}(?:\.\p{N}{3})+(?![\p{N}]|[.,]\p{N})/gu;

/** Every word of some texts once, folded, and those that carry marks as written too; grouped figures also in one. */
export function wordsOnce(texts: Iterable<string>): Set<string> {
  const words = new Set<string>();
  for (const text of texts) {
    for (const word of wordsIn(text)) {
      const { folded, toned } = knownWord(word);
      words.add(folded);
      if (toned !== null) words.add(toned);
    }
    for (const [figure] of text.matchAll(groupedFigure)) words.add(figure.replaceAll('.', ''));
  }
  return words;
}

/** The row of the index: folded words by column, the line's state and year beside them, and the words that carry marks once more as written. */
export function indexRow(texts: IndexedTexts, status: string, year: number): string[] {
  const toned = new Set<string>();
  const row = indexColumns.map((column) => {
    let folded = '';
    for (const text of texts[column]) {
      if (!text) continue;
      for (const word of wordsIn(text)) {
        const known = knownWord(word);
        if (known.toned !== null) toned.add(known.toned);
        folded += ` ${known.folded}`;
      }
    }
    return folded;
  });
  row[4] = `${row[4] ?? ''} ${unwritten}${status} ${unwritten}${year}`;
  return [...row, [...toned].join(' ')];
}

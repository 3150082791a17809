import { remembered } from '../../../shared/domain/remembered.ts';
import { foldVietnamese, lowerVietnamese } from '../../../shared/domain/vietnamese-text.ts';
import { type IndexedTexts, indexColumns, indexRow } from './index-row.ts';

interface Word {
  folded: string;
  /** The word as written in small letters when it carries marks, else null. */
  toned: string | null;
}

interface Text {
  folded: string;
  toned: readonly string[];
}

const mostTexts = 20_000;
/** Words kept ready: a hundred thousand lines are written with a few thousand words. */
const mostWords = 200_000;

/**
 * Index rows for very many lines: the same words as `indexRow` gives, each folded once. The columns of a row are not the
 * texts but their words one after the other, which is the same to the index.
 */
export class BulkIndex {
  readonly #word = remembered(mostWords, markedWord);
  readonly #texts = new Map<string, Text>();
  readonly #state = new Map<string, string>();

  row(texts: IndexedTexts, status: string, year: number): string[] {
    const toned = new Set<string>();
    const row: string[] = [];
    for (const column of indexColumns) {
      let folded = '';
      for (const text of texts[column]) {
        if (!text) continue;
        // without a mark a text is its own words: what is no letter parts them in the index too
        if (ascii.test(text)) {
          folded = folded === '' ? text.toLowerCase() : `${folded} ${text.toLowerCase()}`;
          continue;
        }
        const part = column === 'subject' || column === 'code' ? this.#readAnew(text) : this.#read(text);
        // letters of other scripts, marks written apart: the slow way knows them
        if (part === null) return indexRow(texts, status, year);
        folded = folded === '' ? part.folded : `${folded} ${part.folded}`;
        for (const word of part.toned) toned.add(word);
      }
      row.push(folded);
    }
    row[4] = `${row[4] ?? ''} ${this.#stateWords(status, year)}`;
    row.push([...toned].join(' '));
    return row;
  }

  /** The words of a name or type, which come again and again. */
  #read(text: string): Text | null {
    const known = this.#texts.get(text);
    if (known) return known;
    const read = this.#readAnew(text);
    if (read && text.length <= 60) {
      if (this.#texts.size >= mostTexts) this.#texts.clear();
      this.#texts.set(text, read);
    }
    return read;
  }

  /** A text's words; null when it holds signs that the quick way does not know. */
  #readAnew(text: string): Text | null {
    let folded = '';
    const toned: string[] = [];
    let [start, seen] = [-1, 0];
    for (let at = 0; at <= text.length; at += 1) {
      const code = at < text.length ? text.charCodeAt(at) : 32;
      const kind = kinds[code] || learnKind(code);
      if (kind !== parting) {
        if (kind === exotic) return null;
        if (start < 0) start = at;
        seen |= kind;
      } else if (start >= 0) {
        let word = text.slice(start, at);
        if ((seen & marked) !== 0) {
          const known = this.#word(word);
          word = known.folded;
          if (known.toned !== null) toned.push(known.toned);
        } else if ((seen & capital) !== 0) word = word.toLowerCase();
        folded = folded === '' ? word : `${folded} ${word}`;
        [start, seen] = [-1, 0];
      }
    }
    return { folded, toned };
  }

  #stateWords(status: string, year: number): string {
    const key = `${status} ${year}`;
    const known = this.#state.get(key);
    if (known !== undefined) return known;
    const words = (indexRow({ organ: [], code: [], subject: [], people: [], rest: [] }, status, year)[4] ?? '').trim();
    this.#state.set(key, words);
    return words;
  }
}

const ascii = /^[\u0000-\u007F]*$/;

function markedWord(written: string): Word {
  const lower = lowerVietnamese(written.normalize('NFC'));
  return { folded: foldVietnamese(written), toned: foldVietnamese(lower) === lower ? null : lower };
}

/** What a sign is to the index; 0 while it has not been met. The kinds of a word's letters are gathered bit by bit. */
const [small, capital, marked, parting, exotic] = [1, 2, 4, 8, 16];
const kinds = new Uint8Array(0x10000);

function learnKind(code: number): number {
  const kind = !isLetter(code) ? parting : code > 0x2af && isExotic(code) ? exotic : code >= 128 ? marked : code > 64 && code < 91 ? capital : small;
  kinds[code] = kind;
  return kind;
}

/** Everything that is neither a mark nor a letter of Vietnamese: signs of every kind stand between other scripts. */
const isExotic = (code: number): boolean => !((code >= 0x300 && code <= 0x36f) || (code >= 0x1e00 && code <= 0x1eff));

/** Whether a sign that is not exotic belongs to a word, as \p{L}, \p{N} and \p{M} say. */
function isLetter(code: number): boolean {
  if (code < 128) return (code > 96 && code < 123) || (code > 47 && code < 58) || (code > 64 && code < 91);
  if (code < 192) return code === 0xaa || code === 0xb2 || code === 0xb3 || code === 0xb5 || code === 0xb9 || code === 0xba || (code > 0xbb && code < 0xbf);
  // dashes, curly quotes and the like
  if (code >= 0x2000 && code <= 0x206f) return false;
  return code !== 0xd7 && code !== 0xf7;
}

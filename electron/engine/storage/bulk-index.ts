import { foldVietnamese, lowerVietnamese } from '../../../shared/domain/vietnamese-text.ts';
import { type IndexedTexts, indexColumns, indexRow } from './register-search.ts';

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
const exotic = /[\u02B0-\u02FF\u0370-\u1DFF\u2000-\uFFFF]/;

/**
 * Index rows for very many lines: the same words as `indexRow` gives, each folded once. The columns of a row are not the
 * texts but their words one after the other, which is the same to the index.
 */
export class BulkIndex {
  readonly #words = new Map<string, Word>();
  readonly #texts = new Map<string, Text>();
  readonly #state = new Map<string, string>();

  row(texts: IndexedTexts, status: string, year: number): string[] {
    const toned = new Set<string>();
    const row: string[] = [];
    for (const column of indexColumns) {
      let folded = '';
      for (const text of texts[column]) {
        if (!text) continue;
        // letters of other scripts, marks written apart: the slow way knows them
        if (exotic.test(text)) return indexRow(texts, status, year);
        const part = this.#read(text);
        folded += folded === '' ? part.folded : ` ${part.folded}`;
        for (const word of part.toned) toned.add(word);
      }
      row.push(folded);
    }
    row[4] = `${row[4] ?? ''} ${this.#stateWords(status, year)}`;
    row.push([...toned].join(' '));
    return row;
  }

  /** A text's words; names and types come again and again, a subject hardly ever. */
  #read(text: string): Text {
    const known = this.#texts.get(text);
    if (known) return known;
    const read = this.#readAnew(text);
    if (text.length <= 60) {
      if (this.#texts.size >= mostTexts) this.#texts.clear();
      this.#texts.set(text, read);
    }
    return read;
  }

  #readAnew(text: string): Text {
    let folded = '';
    const toned: string[] = [];
    let start = -1;
    for (let at = 0; at <= text.length; at += 1) {
      const code = at < text.length ? text.charCodeAt(at) : 32;
      if (isLetter(code)) {
        if (start < 0) start = at;
      } else if (start >= 0) {
        const word = this.#word(text.slice(start, at));
        folded += folded === '' ? word.folded : ` ${word.folded}`;
        if (word.toned !== null) toned.push(word.toned);
        start = -1;
      }
    }
    return { folded, toned };
  }

  #word(written: string): Word {
    const known = this.#words.get(written);
    if (known) return known;
    const word = ascii.test(written) ? { folded: written.toLowerCase(), toned: null } : markedWord(written);
    if (this.#words.size >= mostWords) this.#words.clear();
    this.#words.set(written, word);
    return word;
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

/** Whether a letter below U+2000 that is not exotic belongs to a word, as \p{L}, \p{N} and \p{M} say. */
function isLetter(code: number): boolean {
  if (code < 128) return (code > 96 && code < 123) || (code > 47 && code < 58) || (code > 64 && code < 91);
  if (code < 192) return code === 0xaa || code === 0xb2 || code === 0xb3 || code === 0xb5 || code === 0xb9 || code === 0xba || (code > 0xbb && code < 0xbf);
  return code !== 0xd7 && code !== 0xf7;
}

import type { AppendixColumn, Cell } from './letter.ts';

/**
 * How a row is numbered: `group` by its own word, `part` «Phần I», `letter` A, `roman` I, `bold` whole in stars, `blank`
 * nothing where others have a number, `plain` no numbers in this table, `arabic` 1, `dotted` 1.1, `point` a), `dash` -,
 * `plus` +.
 */
export type MarkClass = 'group' | 'part' | 'letter' | 'roman' | 'bold' | 'blank' | 'plain' | 'arabic' | 'dotted' | 'point' | 'dash' | 'plus';

export interface RowMark {
  kind: MarkClass;
  /** As typed, without its stop: `I`, `1.2`. */
  text: string;
  /** Whether the row itself says that it heads those under it. */
  told?: true;
}

const ordinalHead = /^(?:stt|tt|số\s*tt|số\s+thứ\s+tự|thứ\s+tự|s\.?t\.?t\.?|t\.t\.?)$/iu;
/** Whether a text is an ordinal and nothing else: `I`, `1.2.`, `a)`. */
export const isOrdinal = (text: string): boolean => onlyMark.test(text.trim());

const onlyMark = /^(?:[IVX]{1,5}|[A-ZĐ]|\d{1,4}(?:\.\d{1,3})*|[a-zđ]|[-–+*])\s*[.):]?$/u;

/** The cell that holds the ordinals typed by hand; -1 when none does. */
export function typedOrdinalCell(columns: readonly AppendixColumn[]): number {
  const cellColumns = columns.filter(({ kind }) => kind !== 'ordinal');
  return cellColumns.findIndex(({ header, kind }) => kind === 'text' && ordinalHead.test(header.normalize('NFC').trim()));
}

const romanValues: Record<string, number> = { I: 1, V: 5, X: 10 };
const romanOf = (text: string): number | null => {
  if (!/^(?:X{0,3})(?:IX|IV|V?I{0,3})$/.test(text) || text === '') return null;
  return [...text].reduce((sum, sign, at) => {
    const [own, next] = [romanValues[sign] ?? 0, romanValues[text[at + 1] ?? ''] ?? 0];
    return sum + (own < next ? -own : own);
  }, 0);
};

const inFront = [
  /^(?<mark>[IVX]{1,5}|[A-ZĐ])\s*(?:[.)/:]|\s[-–]|-(?=\s))\s*\S/u,
  /^(?<mark>\d{1,3}(?:\.\d{1,3})+)[.)]?\s+\S/u,
  /^(?<mark>\d{1,3})\s*[.)/]\s*(?=\p{L})/u,
  /^(?<mark>[a-zđ])\)\s*\S/u,
  /^(?<mark>[-–])\s*(?=\p{L})/u,
  /^(?<mark>\+)\s*(?=\p{L})/u,
];
const wordInFront = /^(?<mark>(?:phần|chương|mục|tiểu\s+mục)\s+(?:thứ\s+\p{L}+|[IVX]+|\d{1,3}|[A-HĐ]))(?=[\s.:)–-]|$)/iu;

function classOf(mark: string): MarkClass {
  if (/^[-–*]$/.test(mark)) return 'dash';
  if (mark === '+') return 'plus';
  if (/^\d+$/.test(mark)) return 'arabic';
  if (/^\d/.test(mark)) return 'dotted';
  if (/^[a-zđ]$/u.test(mark)) return 'point';
  return romanOf(mark) === null ? 'letter' : 'roman';
}

/** How each row is numbered, by the ordinal typed in its own column, else by what stands in front of its name. */
export function marksOf(columns: readonly AppendixColumn[], rows: readonly (readonly Cell[])[], groups: readonly (string | null)[]): RowMark[] {
  const ordinalCell = typedOrdinalCell(columns);
  const cellColumns = columns.filter(({ kind }) => kind !== 'ordinal');
  const nameCell = cellColumns.findIndex(({ kind }, at) => kind === 'text' && at !== ordinalCell);
  let letters = '';
  let numeral = 0;
  return rows.map((cells, at): RowMark => {
    const told = groups[at] ?? null;
    if (told !== null) {
      const text = bareMark(told);
      const kind = !onlyMark.test(text) ? 'group' : follows(letters, text) ? 'letter' : classOf(text);
      if (kind === 'letter') letters = text;
      return { kind, text, told: true };
    }
    const typed = ordinalCell < 0 ? '' : String(cells[ordinalCell] ?? '').trim();
    const name = String(cells[nameCell] ?? '').normalize('NFC').trim();
    const bold = /^\*\*[^*].*\*\*$/su.test(name);
    const plainName = name.replaceAll('**', '').trim();
    const word = wordInFront.exec(plainName)?.groups?.mark;
    const front = onlyMark.test(typed) ? bareMark(typed) : (inFront.map((form) => form.exec(plainName)?.groups?.mark).find((found) => found !== undefined) ?? null);
    if (front === null) {
      if (word !== undefined) return { kind: 'part', text: word };
      if (bold) return { kind: 'bold', text: '' };
      return { kind: ordinalCell >= 0 && typed === '' ? 'blank' : 'plain', text: '' };
    }
    let kind = classOf(front);
    // I, V, X are letters where the letter before them was the last one
    if (kind === 'roman' && front.length === 1 && follows(letters, front)) kind = 'letter';
    // in front of a name one letter may be short for a word («P. Tân An», «X. Tân Hòa»): it counts only in its turn
    const inTurn = onlyMark.test(typed) || front === 'A' || front === 'I' || (kind === 'letter' ? follows(letters, front) : romanOf(front) === numeral + 1);
    if ((kind === 'letter' || kind === 'roman') && front.length === 1 && !inTurn) return { kind: 'plain', text: '' };
    if (kind === 'letter') letters = front;
    if (kind === 'roman') numeral = romanOf(front) ?? 0;
    return { kind, text: front };
  });
}

const bareMark = (typed: string): string => typed.replace(/\s*[.):]$/u, '').trim();

const alphabet = 'ABCDĐEGHIKLMNOPQRSTUVXY';
const follows = (before: string, letter: string): boolean => {
  const at = alphabet.indexOf(letter);
  if (before === '' || letter.length !== 1) return false;
  return letter.charCodeAt(0) === before.charCodeAt(0) + 1 || (at > 0 && alphabet[at - 1] === before);
};

const ranks: Record<MarkClass, number> = { group: 0, part: 0, letter: 1, roman: 1, bold: 2, blank: 3, plain: 3, arabic: 4, dotted: 5, point: 6, dash: 7, plus: 8 };
const loose = (kind: MarkClass): boolean => kind === 'blank' || kind === 'plain' || kind === 'bold';
const level = ({ kind, text }: RowMark): string => (kind === 'dotted' ? `dotted${text.split('.').length}` : kind === 'part' ? `part ${text.split(/\s/u)[0]?.toLowerCase() ?? ''}` : kind);

/** The row each row stands under, null for those of the first level; `skipped` rows stand outside (sums). */
export function parentsOf(marks: readonly RowMark[], skipped: readonly boolean[]): (number | null)[] {
  const open: { row: number; level: string; kind: MarkClass }[] = [];
  return marks.map((mark, row) => {
    if (skipped[row]) return null;
    const own = level(mark);
    const same = open.findIndex((one) => one.level === own);
    if (same >= 0) open.length = same;
    else {
      for (let top = open.at(-1); top; top = open.at(-1)) {
        // a row without a number stands under what is above it; a numbered one may stand under a row without
        const under = loose(mark.kind) ? !loose(top.kind) || ranks[top.kind] < ranks[mark.kind] : loose(top.kind) ? ranks[mark.kind] > ranks[top.kind] : ranks[top.kind] < ranks[mark.kind] || isPair(top.kind, mark.kind);
        if (under) break;
        open.pop();
      }
    }
    const parent = open.at(-1)?.row ?? null;
    open.push({ row, level: own, kind: mark.kind });
    return parent;
  });
}

/** Letters under numerals and numerals under letters are both written; whichever comes first stands above. */
const isPair = (above: MarkClass, below: MarkClass): boolean => ranks[above] === ranks[below] && above !== below;

/** Whether a row so numbered can only be the head of those under it: I over 1, A over rows of their own, no number over 1. */
export function heads(above: RowMark, below: RowMark): boolean {
  if (above.told) return true;
  if (['part', 'letter', 'roman', 'bold'].includes(above.kind)) return below.kind !== 'plus';
  if (above.kind === 'blank') return below.kind === 'arabic' || below.kind === 'dotted';
  return loose(above.kind) && (below.kind === 'arabic' || below.kind === 'dotted') && /^0?1\b/.test(below.text);
}

/** Whether a row so numbered is made up of those under it, and carries the number itself: 1 over 1.1 or a). */
export const comprises = ({ kind: above }: RowMark, { kind: below }: RowMark): boolean => (above === 'arabic' || above === 'dotted') && (below === 'dotted' || below === 'point');

import { isVisible } from './visible-text.ts';

/** A stretch of text of one style. */
export interface StyledText {
  text: string;
  bold: boolean;
  italic: boolean;
}

/** The level a paragraph's own leading mark sets; the mark stays in the text (literal numbering). */
export type BodyLevel = 'paragraph' | 'clause' | 'point' | 'dash' | 'plus';

export interface BodyParagraph {
  level: BodyLevel;
  text: StyledText[];
}

/** The letters of points in the order the decree uses them: no ă â ê ô ơ ư f j w z (PL I, as the decree itself counts). */
export const pointLetters = [...'abcdđeghiklmnopqrstuvxy'];

const levels: [BodyLevel, RegExp][] = [
  ['clause', /^\d{1,3}(\.\d{1,3})*\.\s/],
  ['point', /^[a-zđ]\)\s/],
  ['dash', /^[-–]\s/],
  ['plus', /^\+\s/],
];

/** The level of a paragraph by its leading mark: `1.`, `1.2.`, `a)`, `-`, `+`. */
export function levelOf(text: string): BodyLevel {
  return levels.find(([, mark]) => mark.test(text))?.[0] ?? 'paragraph';
}

/** Reads the letter's body: one paragraph a line, lines that show nothing dropped. Never fails: stars without a partner stay stars. */
export function readBody(body: string): BodyParagraph[] {
  return body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => {
      const text = readStyledLine(line);
      const plain = text.map((run) => run.text).join('');
      return isVisible(plain) ? [{ level: levelOf(plain), text }] : [];
    });
}

/** Stands between two styles that touch, so that their stars are not read as one mark; it prints nothing. */
const seam = '\\|';

type Token = { text: string } | { mark: '*' | '**' | '***'; opens: boolean; closes: boolean; tight: boolean };

/** Where the next star or backslash from `at` on stands; the line's length when there is none. */
function plainText(line: string, at: number): number {
  special.lastIndex = at;
  return special.exec(line)?.index ?? line.length;
}

const special = /[*\\]/g;

function tokens(line: string): Token[] {
  const found: Token[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') found.push({ text });
    text = '';
  };
  for (let at = 0; at < line.length; ) {
    const plain = plainText(line, at);
    if (plain > at) {
      text += line.slice(at, plain);
      at = plain;
      continue;
    }
    const next = line[at + 1];
    if (line[at] === '\\' && (next === '*' || next === '\\')) {
      text += next;
      at += 2;
      continue;
    }
    if (line.startsWith(seam, at) && (/^\*/.test(line.slice(at + seam.length, at + seam.length + 1)) || /\*\s*$/.test(line.slice(Math.max(0, at - 50), at)))) {
      flush();
      at += seam.length;
      continue;
    }
    const stars = /^\*+/.exec(line.slice(at, at + 4))?.[0].length ?? 0;
    if (stars === 0 || stars > 3) {
      const run = stars > 3 ? (/^\*+/.exec(line.slice(at))?.[0] ?? '*') : (line[at] ?? '');
      text += run;
      at += run.length;
      continue;
    }
    const before = line[at - 1] ?? ' ';
    const after = line[at + stars] ?? ' ';
    flush();
    const rest = line.slice(at + stars, at + stars + 4);
    found.push({ mark: '*'.repeat(stars) as '*' | '**' | '***', ...turns(line.slice(Math.max(0, at - 4), at), before, after, rest, stars) });
    at += stars;
  }
  flush();
  return found;
}

/**
 * What ends, and what begins, a factor or a word: a star between the two multiplies or joins, it styles nothing. A
 * straight quote ends one where a sign stands before it, and begins one where a sign stands behind it.
 */
const factorEnd = /(?:[\p{L}\p{M}\p{N})\]}%‰°′″²³”’»]|[^\s(["']["'])$/u;
const factorStart = /^(?:[\p{L}\p{M}\p{N}([{“‘«]|["'][^\s)\]"'.,;:!?])/u;
const figureThenSpace = /\p{N}\s+$/u;
const spaceThenFigure = /^\s+\p{N}/u;

/**
 * Whether a mark may open and close a style. A star that hugs a bracket or a full stop from inside, as in the footnote
 * sign (*), styles nothing; nor does one that stands in a product (`20*30`, `a*b`, `(2+3)*(4+5)`, `20 *30`, `20* 30`,
 * `“a”*“b”`). Two stars or three that close on a word or a figure (`**Điều 3**2026`) are `tight`: they close what was
 * opened where nothing else does.
 */
function turns(ahead: string, before: string, after: string, rest: string, stars: number): { opens: boolean; closes: boolean; tight: boolean } {
  const figureBefore = /\p{N}$/u.test(ahead);
  const product = (figureThenSpace.test(ahead) && /^\p{N}/u.test(rest)) || (figureBefore && spaceThenFigure.test(rest));
  if (product) return { opens: false, closes: false, tight: false };
  const shuts = !/[\s([]/.test(before);
  const joins = factorStart.test(rest);
  return {
    opens: !/[\s).,;:!?\]]/.test(after) && !factorEnd.test(ahead),
    closes: shuts && !joins,
    tight: shuts && joins && stars > 1,
  };
}

/** Which opening mark each closing mark belongs to: pairs nest or stand apart, they never cross. In one pass. */
function pairs(list: readonly Token[]): { closerOf: Map<number, number>; closers: Set<number> } {
  const closerOf = new Map<number, number>();
  const closers = new Set<number>();
  const closing = new Map<string, number[]>();
  // the mark of the same kind behind each mark
  const behind = new Map<number, number>();
  const last = new Map<string, number>();
  list.forEach((token, at) => {
    if (!('mark' in token)) return;
    const before = last.get(token.mark);
    if (before !== undefined) behind.set(before, at);
    last.set(token.mark, at);
    if (!token.closes && !token.tight) return;
    const ends = closing.get(token.mark);
    if (ends) ends.push(at);
    else closing.set(token.mark, [at]);
  });
  /** A mark inside a word, with one behind it that can only close, is a sign of the text. */
  const isSign = (at: number): boolean => {
    const [token, next] = [list[at], list[behind.get(at) ?? -1]];
    return token !== undefined && 'mark' in token && token.tight && next !== undefined && 'mark' in next && next.closes && !next.opens;
  };
  const reached = new Map<string, number>();
  // ends of the pairs that are open here, the innermost last
  const open: number[] = [];
  list.forEach((token, at) => {
    while ((open.at(-1) ?? Infinity) <= at) open.pop();
    if (!('mark' in token) || !token.opens || closers.has(at)) return;
    const ends = closing.get(token.mark) ?? [];
    let next = reached.get(token.mark) ?? 0;
    while (next < ends.length && ((ends[next] ?? 0) <= at || closers.has(ends[next] ?? 0) || isSign(ends[next] ?? 0))) next += 1;
    reached.set(token.mark, next);
    const end = ends[next];
    if (end === undefined || end <= at + 1 || end > (open.at(-1) ?? Infinity)) return;
    closerOf.set(at, end);
    closers.add(end);
    open.push(end);
  });
  return { closerOf, closers };
}

/** Reads `**bold**`, `*italic*`, `***both***` in one line; `\*` is a star, `\|` a seam between touching styles. */
export function readStyledLine(line: string): StyledText[] {
  const list = tokens(line);
  const { closerOf, closers } = pairs(list);
  const runs: StyledText[] = [];
  let bold = 0;
  let italic = 0;
  const turn = (mark: string, by: 1 | -1): void => {
    if (mark !== '*') bold += by;
    if (mark !== '**') italic += by;
  };
  list.forEach((token, index) => {
    if ('mark' in token) {
      if (closerOf.has(index)) return turn(token.mark, 1);
      if (closers.has(index)) return turn(token.mark, -1);
    }
    const text = 'mark' in token ? token.mark : token.text;
    const last = runs.at(-1);
    if (last && last.bold === bold > 0 && last.italic === italic > 0) last.text += text;
    else runs.push({ text, bold: bold > 0, italic: italic > 0 });
  });
  return runs;
}

const starred = (text: string): string => text.replace(/[\\*]/g, '\\$&');

/**
 * Writes styled text so that `readStyledLine` gives it back; spaces and signs no star can hug move outside the stars. A
 * seam stands where a mark touches a word, a figure or another mark, so that it is not read as a star of the text.
 */
export function writeStyledLine(runs: readonly StyledText[]): string {
  // whether what is written ends with a mark, not with a star of the text
  let marked = false;
  return runs.reduce((line, { text, bold, italic }) => {
    const mark = bold && italic ? '***' : bold ? '**' : italic ? '*' : '';
    const start = text.length - text.replace(/^[\s).,;:!?\]]+/, '').length;
    const inner = text.slice(start).replace(/[\s(\[]+$/, '');
    const styled = mark !== '' && inner !== '';
    if (text === '') return line;
    const apart = marked && (styled ? start === 0 : factorStart.test(text) || spaceThenFigure.test(text));
    const head = apart ? line + seam : line;
    if (!styled) {
      marked = false;
      return head + starred(text);
    }
    const outside = head + text.slice(0, start);
    const touches = line.endsWith('*') && start === 0;
    const open = !apart && (touches || factorEnd.test(outside) || (figureThenSpace.test(outside) && /^\p{N}/u.test(inner))) ? seam : '';
    const tail = text.slice(start + inner.length);
    // a bracket or a space with a figure behind the closing mark reads as a product too
    const shut = factorStart.test(tail) || spaceThenFigure.test(tail) ? seam : '';
    marked = tail === '' || /^\s+$/.test(tail);
    return `${outside}${open}${mark}${starred(inner)}${mark}${shut}${tail}`;
  }, '');
}

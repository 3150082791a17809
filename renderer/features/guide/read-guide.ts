import { Marked, type Token, type Tokens } from 'marked';
import { foldVietnamese } from '../../../shared/domain/vietnamese-text.ts';

/** A chapter of the guide, or an edition of the changelog. */
export interface Chapter {
  title: string;
  tokens: readonly Token[];
  /** Its words without signs, to be searched. */
  text: string;
}

export interface Guide {
  title: string;
  chapters: readonly Chapter[];
}

// an instance of its own: nothing else can change how it reads
const reader = new Marked({ gfm: true, breaks: false });

/** Reads a text in markdown into chapters, one for each heading of the second level; what stands before the first has the text's own title. */
export function readGuide(markdown: string): Guide {
  let title = '';
  const chapters: { title: string; tokens: Token[] }[] = [];
  for (const token of reader.lexer(markdown)) {
    if (token.type === 'heading' && (token as Tokens.Heading).depth === 1) title = plainText([token]).trim();
    else if (token.type === 'heading' && (token as Tokens.Heading).depth === 2) chapters.push({ title: plainText([token]).trim(), tokens: [] });
    else if (token.type !== 'space' && token.type !== 'def') {
      if (chapters.length === 0) chapters.push({ title, tokens: [] });
      chapters.at(-1)?.tokens.push(token);
    }
  }
  return { title, chapters: chapters.map((chapter) => ({ ...chapter, text: plainText(chapter.tokens) })) };
}

/** The tokens that stand within a token, in their order. */
export function tokensWithin(token: Token): readonly Token[] {
  if (token.type === 'list') return (token as Tokens.List).items;
  if (token.type === 'table') return [...(token as Tokens.Table).header, ...(token as Tokens.Table).rows.flat()].flatMap(({ tokens }) => tokens);
  return 'tokens' in token ? (token.tokens ?? []) : [];
}

/** What a person reads of tokens; signs of markdown left out, markup of other kinds as it is written. */
export function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      const within = tokensWithin(token);
      if (within.length > 0) return plainText(within) + (blocks.has(token.type) ? '\n' : '');
      if (token.type === 'br' || token.type === 'space') return '\n';
      return 'text' in token && typeof token.text === 'string' ? token.text + (blocks.has(token.type) ? '\n' : '') : '';
    })
    .join('');
}

const blocks = new Set(['paragraph', 'list', 'list_item', 'heading', 'blockquote', 'table', 'code']);

/** A place of the guide that holds what was looked for. */
export interface GuideHit {
  chapter: number;
  /** How many lines of the chapter hold all the words. */
  count: number;
  /** The first of them, around the words. */
  excerpt: string;
}

/** Letters shown of a line on each side of what was looked for. */
const around = 60;

/** Where all the words stand in one line or in the title of a chapter, without tones: the title first, then words that stand together. */
export function searchGuide({ chapters }: Guide, words: readonly string[]): GuideHit[] {
  if (words.length === 0) return [];
  const phrase = ` ${words.join(' ')}`;
  const hits = chapters.flatMap((chapter, at) => {
    const lines = chapter.text.split('\n').filter((line) => holds(line, words));
    const inTitle = holds(chapter.title, words);
    if (lines.length === 0 && !inTitle) return [];
    const together = lines.find((line) => ` ${foldedWordsOf(line).join(' ')}`.includes(phrase));
    const line = together ?? lines[0] ?? chapter.text.split('\n')[0] ?? '';
    return [{ chapter: at, count: lines.length, rank: inTitle ? 2 : together === undefined ? 0 : 1, excerpt: excerptOf(line, words) }];
  });
  // the order of the chapters stays among equal ones
  return hits.sort((one, other) => other.rank - one.rank).map(({ chapter, count, excerpt }) => ({ chapter, count, excerpt }));
}

const foldedWordsOf = (text: string): string[] => foldVietnamese(text).match(/[\p{L}\p{N}]+/gu) ?? [];

function holds(text: string, words: readonly string[]): boolean {
  const found = foldedWordsOf(text);
  return words.every((word) => found.some((each) => each.startsWith(word)));
}

function excerptOf(line: string, words: readonly string[]): string {
  let first = line.length;
  for (const match of line.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    if (!words.some((word) => foldVietnamese(match[0]).startsWith(word))) continue;
    first = match.index;
    break;
  }
  if (first === line.length) first = 0;
  const from = first <= around ? 0 : line.indexOf(' ', first - around) + 1;
  const to = Math.min(line.length, first + around * 2);
  return `${from > 0 ? '…' : ''}${line.slice(from, to)}${to < line.length ? '…' : ''}`;
}

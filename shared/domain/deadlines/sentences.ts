import { isCapital, type FoldedText } from './folded-text.ts';

/** A sentence of the folded text, its list sign (`1.`, `a)`, `-`) left out; `opens` when it introduces what stands below it,
 * `listed` in a paragraph that began with such a sign. */
export interface Sentence {
  start: number;
  end: number;
  opens: boolean;
  listed: boolean;
}

const listSign = /(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-z]\)|[-+•])[ ]+/y;
/** Short forms after which a point ends nothing: TP. Hải Dương, ThS. Nguyễn Văn A, Q. 1. */
const shortForms = /(?:^|[\s(,;./])(?:tp|ts|ths|gs|pgs|bs|ks|cn|tx|tt|kt|tl|tm|tuq|vp|ub|nd|hd|so|dt|d\/c|[a-z])$/;

/** The sentences of a text in order; every character stands in one at most. */
export function sentencesOf(reading: FoldedText): Sentence[] {
  const { folded } = reading;
  const found: Sentence[] = [];
  let start = 0;
  for (let index = 0; index <= folded.length; index += 1) {
    const letter = folded.charAt(index);
    const last = index === folded.length;
    if (!last && letter !== '\n' && !endsSentence(reading, start, index)) continue;
    add(folded, found, start, letter === '\n' || last ? index : index + 1);
    start = index + 1;
  }
  return found;
}

function add(folded: string, found: Sentence[], from: number, end: number): void {
  let start = from;
  while (start < end && folded.charAt(start) === ' ') start += 1;
  listSign.lastIndex = start;
  const sign = listSign.exec(folded)?.[0].length ?? 0;
  start = Math.min(end, start + sign);
  if (start >= end) return;
  const whole = folded.slice(Math.max(start, end - 3), end).trimEnd();
  // a numbered line without an end is a heading too
  const opens = whole.endsWith(':') || (sign > 1 && end - start < 120 && !/[.;!?/]$/.test(whole));
  const listed = sign > 0 || (from > 0 && folded.charAt(from - 1) !== '\n' && (found.at(-1)?.listed ?? false));
  found.push({ start, end, opens, listed });
}

function endsSentence(reading: FoldedText, start: number, index: number): boolean {
  const { folded } = reading;
  if (!/[.!?]/.test(folded.charAt(index))) return false;
  const after = /^["”')\]]{0,2} ["“(]?/.exec(folded.slice(index + 1, index + 6));
  if (!after) return false;
  const next = index + 1 + after[0].length;
  if (!isCapital(reading, next) && !/[\d-]/.test(folded.charAt(next))) return false;
  const before = folded.slice(Math.max(start, index - 6), index);
  // `1. Sở Nội vụ`: the number is the list sign, not a sentence
  if (/^\d{1,2}(?:\.\d{1,2})*$/.test(folded.slice(start, index).trim())) return false;
  return !(folded.charAt(index) === '.' && shortForms.test(before));
}

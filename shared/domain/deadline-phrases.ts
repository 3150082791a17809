import { isRealDate, type IsoDate } from './dates.ts';
import { asking, asksFor, headedBy, readDuty, reportBeside, type Duty } from './deadlines/duty.ts';
import { asGiven, asRead, foldText, type FoldedText } from './deadlines/folded-text.ts';
import { isNoDeadline } from './deadlines/no-deadline.ts';
import { sentencesOf, type Sentence } from './deadlines/sentences.ts';
import type { Within } from './deadlines/term.ts';
import { anchors, readWhen, type When } from './deadlines/when.ts';
import type { BeforeMeans, DueBound, Recurrence } from './recurrence.ts';

/** A deadline as a letter's text says it; offers to be looked at beside their sentence, never entered unseen. */
export interface DeadlinePhrase {
  /** The whole sentence, composed and on one line. */
  sentence: string;
  /** The words of the time alone, `text.slice(start, end)`. */
  phrase: string;
  start: number;
  end: number;
  /** The day as written; null when none is written, or it is not in the calendar. */
  date: IsoDate | null;
  time: string | null;
  recurrence: Recurrence | null;
  until: IsoDate | null;
  bound: DueBound | null;
  /** A term counted from `from`, or from the day of receipt when that is null. */
  within: Within | null;
  /** The last day that counts; the first one of a recurring duty, when the letter's own day tells it. */
  due: IsoDate | null;
  who: string | null;
  what: string | null;
  reportTo: string | null;
  /** False when the year was guessed, a figure badly recognised, a day not named or already past. */
  certain: boolean;
}

/**
 * The deadlines that a letter sets, in the order of its text: «trước ngày …», «trước 16h00 hằng ngày», «trong thời hạn 05 ngày làm
 * việc …» beside something asked for. Days of cited papers and of facts («tính đến ngày …») are none. `beforeMeans` is the office's
 * habit with «trước ngày X». Never throws; linear in the text.
 */
export function readDeadlines(text: string, { issuedDate, beforeMeans = 'day-before' }: { issuedDate: IsoDate | null; beforeMeans?: BeforeMeans }): DeadlinePhrase[] {
  const reading = foldText(text);
  const letter: LetterDay = { issued: issuedDate !== null && isRealDate(issuedDate) ? issuedDate : null, beforeMeans };
  const found: DeadlinePhrase[] = [];
  let heading: string | null = null;
  for (const sentence of sentencesOf(reading)) {
    const inSentence = readSentence(reading, sentence, letter, sentence.listed ? heading : null);
    if (sentence.opens) heading = headedBy(reading, sentence.start, sentence.end);
    else if (!sentence.listed) heading = null;
    found.push(...inSentence);
  }
  return found;
}

/** The letter's own day, and what its office takes «trước ngày» for. */
interface LetterDay {
  issued: IsoDate | null;
  beforeMeans: BeforeMeans;
}

function readSentence(reading: FoldedText, sentence: Sentence, letter: LetterDay, heading: string | null): DeadlinePhrase[] {
  const { issued } = letter;
  const whens = whensOf(reading, sentence, letter);
  if (whens.length === 0) return [];
  const found: { when: When; duty: Duty }[] = [];
  let from = sentence.start;
  for (const [index, when] of whens.entries()) {
    const to = whens[index + 1]?.start ?? sentence.end;
    const asked = Math.max(asksFor(reading, from, when.end), asksFor(reading, when.end, Math.min(to, when.end + 400)));
    // «vào ngày 20/8» is said of much; of something sent, it is a deadline
    const needed = when.firm ? asking.deed : when.bound === null ? asking.report : asking.completion;
    const again = found.at(-1);
    // «lần 1 trước ngày …, lần 2 trước ngày …»: the same duty another time
    if (again && asked < needed && anotherTime.test(reading.folded.slice(again.when.end, when.start)) && !isNoDeadline(reading, sentence, when, issued)) {
      const { reportTo } = readDuty(reading, { from: when.end, start: when.end, end: when.end, to });
      found.push({ when, duty: { ...again.duty, reportTo: again.duty.reportTo ?? reportTo } });
      from = when.end;
      continue;
    }
    if (asked < needed || isNoDeadline(reading, sentence, when, issued)) continue;
    const around = { from, start: when.start, end: when.end, to };
    if (when.recurrence !== null && !when.certain && !reportBeside(reading, around)) continue;
    const duty = readDuty(reading, around);
    found.push({ when, duty: { ...duty, who: duty.who ?? found.at(-1)?.duty.who ?? heading } });
    const next = reading.folded.indexOf(';', when.end);
    from = next >= 0 && next < to ? next + 1 : when.end;
  }
  // «… trước ngày 17/8; … trước 16h00 hằng ngày về Sở A»: where it is said once, it is said of all
  for (let index = found.length - 2; index >= 0; index -= 1) {
    const [one, next] = [found[index], found[index + 1]];
    if (one && next && one.duty.reportTo === null) one.duty.reportTo = next.duty.reportTo === one.duty.who ? null : next.duty.reportTo;
  }
  const whole = found.length > 0 ? asRead(reading, sentence.start, sentence.end) : '';
  return found.flatMap(({ when, duty }) => phrasesOf(reading, when, duty, whole, issued));
}

const anotherTime = /^[,;]? ?(?:va )?(?:lan|dot|ky) (?:thu )?(?:\d{1,2}|[a-z]{2,4}) ?$/;

function whensOf({ folded }: FoldedText, { start, end }: Sentence, { issued, beforeMeans }: LetterDay): When[] {
  const whens: When[] = [];
  anchors.lastIndex = start;
  for (let anchor = anchors.exec(folded); anchor !== null && anchor.index < end; anchor = anchors.exec(folded)) {
    const when = readWhen(folded, anchor.index, issued, beforeMeans);
    if (!when || when.end > end) continue;
    whens.push(when);
    anchors.lastIndex = when.end;
  }
  return whens;
}

/** One for each hour named: «trước 10h00 và 16h00 hằng ngày» is two duties. */
function phrasesOf(reading: FoldedText, when: When, duty: Duty, sentence: string, issued: IsoDate | null): DeadlinePhrase[] {
  const { recurrence, until, bound, within } = when;
  const days = [{ date: when.date, due: when.due }, ...when.more];
  const phrase = asGiven(reading, when.start, when.end);
  const start = reading.starts[when.start] ?? 0;
  const certain = when.certain && days.every(({ due }) => due === null || issued === null || due >= issued);
  return days.flatMap(({ date, due }) => (when.times.length > 0 ? when.times : [null]).map((time) => ({ sentence, phrase, start, end: start + phrase.length, date, time, recurrence, until, bound, within, due, ...duty, certain })));
}

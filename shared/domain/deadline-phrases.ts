import { isRealDate, type IsoDate } from './dates.ts';
import { meantByHead } from './deadlines/agency-words.ts';
import { asking, asksFor, headedBy, readDuty, reportBeside, type Duty } from './deadlines/duty.ts';
import { asGiven, asRead, foldText, type FoldedText } from './deadlines/folded-text.ts';
import { isNoDeadline, periodOfContent, whoseOrder } from './deadlines/no-deadline.ts';
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
  /** A recurring duty whose days are the last of their months: «trước ngày 01 hằng tháng», «ngày 31 hằng tháng». */
  monthEnd: boolean;
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
  const all = whensOf(reading, sentence, letter);
  const whens = all.filter((when) => periodOfContent(reading, sentence, when, all) !== 'yes');
  if (whens.length === 0) return [];
  const found: Found[] = [];
  let from = sentence.start;
  // a deadline that could not be given to anybody: then nothing of the sentence is sure
  let left = isLeftOver(reading, sentence, all);
  for (const [index, when] of whens.entries()) {
    const to = whens[index + 1]?.start ?? sentence.end;
    const asked = Math.max(asksFor(reading, from, when.end), asksFor(reading, when.end, Math.min(to, when.end + 400)));
    // «vào ngày 20/8» is said of much; of something sent, it is a deadline
    const needed = when.firm ? asking.deed : when.bound === null ? asking.report : asking.completion;
    const order = whoseOrder(reading, sentence, when, from);
    if (order === 'quoted') {
      from = when.end;
      continue;
    }
    const again = found.at(-1);
    const label = again && asRead(reading, again.when.end, when.start);
    // «lần 1 trước ngày …, lần 2 trước ngày …»: the same duty another time
    if (again && asked < needed && anotherTime.test(reading.folded.slice(again.when.end, when.start)) && !isNoDeadline(reading, sentence, when, issued)) {
      const { reportTo } = readDuty(reading, { from: when.end, start: when.end, end: when.end, to });
      // «trước ngày … (đối với cấp tỉnh) và trước ngày … (đối với cấp xã)»: whose each is stands in brackets
      left ||= label?.includes('(') === true;
      found.push({ when, duty: { ...again.duty, what: relabelled(again.duty.what, label ?? ''), reportTo: again.duty.reportTo ?? reportTo } });
      from = when.end;
      continue;
    }
    if (isNoDeadline(reading, sentence, when, issued)) continue;
    if (asked < needed) {
      left ||= when.firm;
      continue;
    }
    const around = { from, start: when.start, end: when.end, to };
    if (when.recurrence !== null && !when.certain && !reportBeside(reading, around)) continue;
    const duty = whoseDuty(readDuty(reading, around), again?.duty ?? null, heading);
    const doubtful = order === 'from above' || otherProvinces.test(duty.who ?? '') || periodOfContent(reading, sentence, when, all) === 'perhaps';
    found.push({ when, duty: { ...duty, sure: duty.sure && !doubtful } });
    const next = reading.folded.indexOf(';', when.end);
    from = next >= 0 && next < to ? next + 1 : when.end;
  }
  // «… trước ngày 17/8; … trước 16h00 hằng ngày về Sở A»: where it is said once, it is said of all but those who hand on
  for (let index = found.length - 2; index >= 0; index -= 1) {
    const [one, next] = [found[index]?.duty, found[index + 1]?.duty];
    if (!one || !next || one.reportTo !== null || next.handedOn || (one.who !== next.who && gathers.test(next.what ?? ''))) continue;
    one.reportTo = next.reportTo === one.who ? null : next.reportTo;
  }
  const whole = found.length > 0 ? asRead(reading, sentence.start, sentence.end) : '';
  return found.flatMap(({ when, duty }) => phrasesOf(reading, when, left ? { ...duty, sure: false } : duty, whole, issued));
}

/** Those a provincial office does not order about. */
const otherProvinces = /^(?:UBND |Ủy ban nhân dân )?các (?:tỉnh|bộ)(?!\p{L})/iu;
/** «trước ngày 20», «trước 15 giờ thứ Năm», which no word of the sentence gives a month or a week. */
const unreadDay = /\b(?:truoc|(?:cham|muon) nhat(?: la)?|khong qua) (?:\d{1,2} ?(?:gio|h) ?(?:\d{2} )?)?(?:(?:cac )?ngay \d{1,2}(?! ?[/.-]? ?\d| thang)|thu (?:hai|ba|tu|nam|sau|bay|[2-7])\b)/g;

/** Whether the sentence names a day that was not read. */
function isLeftOver({ folded }: FoldedText, { start, end }: Sentence, whens: readonly When[]): boolean {
  return [...folded.slice(start, end).matchAll(unreadDay)].some(({ index }) => !whens.some((when) => when.start <= start + index && start + index < when.end));
}

/** What one does with the reports of others. */
const gathers = /^(?:\S+ ){0,2}(?:tổng hợp|tham mưu|thẩm định|trình)(?:\s|,|$)/iu;

interface Found {
  when: When;
  duty: Duty;
}

/** Who owes it, where the clause does not say by name: the receiver of the duty before, the one before, or the heading. */
function whoseDuty(duty: Duty, before: Duty | null, heading: string | null): Duty {
  if (duty.handedOn) {
    const who = before?.reportTo ?? null;
    return { ...duty, who, sure: duty.sure && who !== null };
  }
  if (duty.who === null) return { ...duty, who: before?.who ?? heading };
  const meant = meantByHead(duty.who, before?.reportTo ?? null);
  return meant ? { ...duty, who: meant.name ?? duty.who, sure: duty.sure && meant.sure } : duty;
}

const timeLabel = /(?:lần|đợt|kỳ) (?:thứ )?\S+$/u;
/** `gửi báo cáo lần 1` of the second time: `gửi báo cáo lần 2`. */
const relabelled = (what: string | null, label: string): string | null => {
  const time = timeLabel.exec(label)?.[0];
  return what === null || time === undefined ? what : what.replace(timeLabel, time);
};

const anotherTime = /^(?: ?\([^()]{1,80}\))?(?:[,;]? ?(?:va )?(?:lan|dot|ky) (?:thu )?(?:\d{1,2}|[a-z]{1,4})|[,;](?: va)?| va) ?$/;

function whensOf({ folded }: FoldedText, { start, end }: Sentence, { issued, beforeMeans }: LetterDay): When[] {
  const whens: When[] = [];
  // «báo cáo 6 tháng trước ngày 15/6 và báo cáo năm trước ngày 15/12 hằng năm»: said of both, though it may be of the last alone
  const ofEveryYear = (when: When, next: When | undefined): When | null => {
    if (when.recurrence !== null || next?.recurrence !== 'yearly' || /\d{4}$|;/.test(folded.slice(when.start, when.end))) return null;
    if (!/ va /.test(folded.slice(when.end, next.start)) || folded.slice(when.end, next.start).includes(';')) return null;
    const yearly = readWhen(folded, when.start, issued, beforeMeans, 'yearly');
    return yearly?.end === when.end ? { ...yearly, certain: false } : null;
  };
  anchors.lastIndex = start;
  for (let anchor = anchors.exec(folded); anchor !== null && anchor.index < end; anchor = anchors.exec(folded)) {
    // «Định kỳ hằng tháng, các xã gửi báo cáo về Sở Y tế trước ngày 25»: the day is that of what was said to come back
    const open = whens.at(-1);
    const often = open && open.recurrence !== null && open.days[0].due === null && !folded.slice(open.end, anchor.index).includes(';') ? open.recurrence : null;
    const joined = often === null ? null : readWhen(folded, anchor.index, issued, beforeMeans, often);
    if (joined && joined.end <= end && joined.days[0].due !== null) {
      whens.pop();
      whens.push(joined);
      anchors.lastIndex = joined.end;
      continue;
    }
    const when = readWhen(folded, anchor.index, issued, beforeMeans);
    if (!when || when.end > end) continue;
    whens.push(when);
    anchors.lastIndex = when.end;
  }
  return whens.map((when, index) => ofEveryYear(when, whens[index + 1]) ?? when);
}

/** One for each hour named: «trước 10h00 và 16h00 hằng ngày» is two duties. */
function phrasesOf(reading: FoldedText, when: When, duty: Duty, sentence: string, issued: IsoDate | null): DeadlinePhrase[] {
  const { recurrence, until, bound, within } = when;
  const phrase = asGiven(reading, when.start, when.end);
  const start = reading.starts[when.start] ?? 0;
  const { who, what, reportTo, sure } = duty;
  const certain = sure && when.certain && when.days.every(({ due }) => due === null || issued === null || due >= issued);
  const shared = { sentence, phrase, start, end: start + phrase.length, recurrence, until, bound, within, who, what, reportTo, certain };
  return when.days.flatMap(({ date, due, times, monthEnd }) => (times.length > 0 ? times : [null]).map((time) => ({ ...shared, date, time, due, monthEnd })));
}

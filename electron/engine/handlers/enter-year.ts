import { openYear, runningYear, yearStep } from '../../../shared/domain/book-years.ts';
import { type IsoDate, localDay, shortDate, yearOf } from '../../../shared/domain/dates.ts';
import { printedNumber } from '../../../shared/domain/numbering.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { type EngineParts, actNow } from '../engine-parts.ts';
import { addBookYearAct, lastClockAct, readBookYears, writeBookYears } from '../storage/book-year-repository.ts';
import { lastGivenAt } from '../storage/last-given.ts';
import { readSettings } from '../storage/settings-repository.ts';

/** A number that is about to be given. */
export interface WantedYear {
  kind: 'incoming' | 'outgoing';
  /** The day of the dispatch (of arrival), whose year's book gives the number. */
  day: IsoDate;
  /** The number it will take. */
  next: number;
  /** What a person has agreed to. */
  confirm: readonly string[] | undefined;
}

const bookName = { incoming: 'Sổ văn bản đến', outgoing: 'Sổ văn bản đi' } as const;
const dayName = { incoming: 'ngày đến', outgoing: 'ngày văn bản' } as const;

/**
 * Refuses a number of a year that nobody has said is meant (NEEDS_CONFIRM, `year:2027`), one given while the clock is
 * earlier than the last number given in either book (`clock:2026-11-20`), and any number of a closed book.
 */
export async function askYear(parts: EngineParts, wanted: WantedYear): Promise<void> {
  await planYear(parts, wanted);
}

/** The same, inside the transaction that takes the number: what was agreed to is done and remembered. */
export async function enterYear(held: EngineParts, wanted: WantedYear): Promise<void> {
  const { years, after, opens, behind } = await planYear(held, wanted);
  if (after !== years) await writeBookYears(held.database, wanted.kind, years, after);
  if (!opens && behind === null) return;
  const act = { ...actNow(held, await readSettings(held.database)), kind: wanted.kind, year: yearOf(wanted.day) };
  if (opens) await addBookYearAct(held.database, { ...act, act: 'open' });
  // which number the clock was behind: the same one is not asked about again
  if (behind !== null) await addBookYearAct(held.database, { ...act, act: 'clock', reason: behind });
}

async function planYear({ database, clock }: EngineParts, wanted: WantedYear) {
  const { kind, day, confirm = [] } = wanted;
  const [year, today] = [yearOf(day), localDay(clock())];
  const years = await readBookYears(database, kind);
  const step = yearStep(years, year, yearOf(today));
  if (step === 'closed') throw closedBook(kind, year);
  const behind = await numberAheadOf(database, today);
  const asked: { key: string; question: string }[] = [];
  if (step === 'ask') asked.push({ key: `year:${year}`, question: yearQuestion(wanted, runningYear(years), today) });
  // whoever says that the clock's own year is meant has been shown the clock
  const clockSaid = step === 'ask' && year === yearOf(today);
  if (behind !== null && !clockSaid) asked.push({ key: `clock:${today}`, question: clockQuestion(behind, today) });
  const open = asked.filter(({ key }) => !confirm.includes(key));
  if (open.length > 0) throw needsConfirm(open.map(({ key }) => key), open.map(({ question }) => question).join(' '));
  const after = step === 'ask' || step === 'run' ? openYear(years, year, yearOf(today)) : years;
  return { years, after, opens: step === 'ask', behind };
}

/** When the last number of either book was given, where that is later than today and nobody has said that the clock is right all the same. */
async function numberAheadOf(database: EngineParts['database'], today: IsoDate): Promise<string | null> {
  const last = await lastGivenAt(database);
  if (last === null || last.slice(0, 10) <= today) return null;
  const settled = await lastClockAct(database);
  return settled !== null && settled.reason !== null && settled.reason >= last && settled.at.slice(0, 10) <= today ? null : last;
}

/** What would be asked before such a number is given, or why none is given; null where nothing stands in the way. */
export async function yearNotice(parts: EngineParts, wanted: WantedYear): Promise<string | null> {
  try {
    await planYear(parts, wanted);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

const needsConfirm = (keys: readonly string[], question: string): Refusal => new Refusal('NEEDS_CONFIRM', question, { confirm: [...keys] });

function yearQuestion({ kind, day, next }: WantedYear, running: number | null, today: IsoDate): string {
  const year = yearOf(day);
  const runs = running === null ? ' chưa có năm nào đang chạy;' : ` đang chạy năm ${running};`;
  const takes = next === 1 ? `mở sổ năm ${year} với số 01` : `lấy số ${printedNumber(next)} của sổ năm ${year}`;
  return (
    `${bookName[kind]}${runs} ${dayName[kind]} ${shortDate(day)} sẽ ${takes}. ` +
    `Đúng là năm ${year} thì xác nhận; nhầm thì sửa ${dayName[kind]}, hoặc chỉnh đồng hồ của máy (đang là ${shortDate(today)}).`
  );
}

const clockQuestion = (lastAt: string, today: IsoDate): string =>
  `Đồng hồ của máy là ${shortDate(today)}, sớm hơn việc ghi gần nhất vào sổ (${shortDate(lastAt.slice(0, 10))}). ` +
  'Đồng hồ đúng thì xác nhận để cấp số; sai thì chỉnh đồng hồ của máy rồi làm lại.';

/** Refuses to bring lines of an old book into years that have been closed, or to take them out: a closed book takes corrections only. */
export async function refuseClosedYears(
  { database }: EngineParts,
  kind: WantedYear['kind'],
  years: readonly number[],
  act: 'bring-in' | 'take-out',
): Promise<void> {
  const closed = await closedAmong(database, kind, years);
  if (closed.length === 0) return;
  const message =
    act === 'bring-in'
      ? closedToOldLines(kind, closed)
      : `${bookName[kind]} năm ${closed.join(', ')} đã đóng nên không gỡ các dòng đã nhập ra. Mở lại sổ kèm lý do ở «Sổ & in ấn» rồi hoàn tác.`;
  throw new Refusal('NOT_ALLOWED', message, { kind, year: closed[0] });
}

/** Those of the years whose book has been closed, in order. */
export async function closedAmong(database: EngineParts['database'], kind: WantedYear['kind'], years: readonly number[]): Promise<number[]> {
  const states = await readBookYears(database, kind);
  return [...new Set(years)].filter((year) => states[year] === 'closed').sort((one, other) => one - other);
}

/** Why lines of these years are not brought in, and what to do about it. */
export const closedToOldLines = (kind: WantedYear['kind'], years: readonly number[]): string =>
  `${bookName[kind]} năm ${years.join(', ')} đã đóng nên không nhập thêm dòng vào. Bỏ các dòng của năm ấy khỏi tệp, hoặc mở lại sổ kèm lý do ở «Sổ & in ấn», rồi nhập lại.`;

/** The refusal of a number in a book that has been closed. */
export const closedBook = (kind: WantedYear['kind'], year: number): Refusal =>
  new Refusal(
    'NOT_ALLOWED',
    `${bookName[kind]} năm ${year} đã đóng nên không cấp thêm số. Ghi vào sổ năm đang chạy, hoặc mở lại sổ ấy kèm lý do ở «Sổ & in ấn».`,
    { kind, year },
  );

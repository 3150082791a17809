import { openYear, runningYear, yearStep } from '../../../shared/domain/book-years.ts';
import { type IsoDate, localDay, shortDate, yearOf } from '../../../shared/domain/dates.ts';
import { printedNumber } from '../../../shared/domain/numbering.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { type EngineParts, actNow } from '../engine-parts.ts';
import { addBookYearAct, readBookYears, writeBookYears } from '../storage/book-year-repository.ts';
import { readSettings } from '../storage/settings-repository.ts';

/** A number that is about to be given. */
export interface WantedYear {
  kind: 'incoming' | 'outgoing';
  /** The day of the dispatch (of arrival), whose year's book gives the number. */
  day: IsoDate;
  /** The number it will take. */
  next: number;
  /** When the line of the newest number of its series was last written, local instant; null when there is none. */
  lastAt: string | null;
  /** What a person has agreed to. */
  confirm: readonly string[] | undefined;
}

const bookName = { incoming: 'Sổ văn bản đến', outgoing: 'Sổ văn bản đi' } as const;
const dayName = { incoming: 'ngày đến', outgoing: 'ngày văn bản' } as const;

/**
 * Refuses a number of a year that nobody has said is meant (NEEDS_CONFIRM, `year:2027`), one given while the clock is
 * earlier than the last act (`clock:2026-11-20`), and any number of a closed book.
 */
export async function askYear(parts: EngineParts, wanted: WantedYear): Promise<void> {
  await planYear(parts, wanted);
}

/** The same, inside the transaction that takes the number: what was agreed to is done and remembered. */
export async function enterYear(held: EngineParts, wanted: WantedYear): Promise<void> {
  const { years, after, act } = await planYear(held, wanted);
  if (after !== years) await writeBookYears(held.database, wanted.kind, years, after);
  if (act === null) return;
  const settings = await readSettings(held.database);
  await addBookYearAct(held.database, { ...actNow(held, settings), kind: wanted.kind, year: yearOf(wanted.day), act });
}

async function planYear({ database, clock }: EngineParts, wanted: WantedYear) {
  const { kind, day, lastAt, confirm = [] } = wanted;
  const [year, today] = [yearOf(day), localDay(clock())];
  const years = await readBookYears(database, kind);
  const step = yearStep(years, year, yearOf(today));
  if (step === 'closed') throw closedBook(kind, year);
  if (step === 'ask') {
    const key = `year:${year}`;
    if (!confirm.includes(key)) throw needsConfirm(key, yearQuestion(wanted, runningYear(years), today));
    return { years, after: openYear(years, year, yearOf(today)), act: 'open' as const };
  }
  const behind = lastAt !== null && lastAt.slice(0, 10) > today;
  const key = `clock:${today}`;
  if (behind && !confirm.includes(key)) throw needsConfirm(key, clockQuestion(kind, lastAt, today));
  const after = step === 'run' ? openYear(years, year, yearOf(today)) : years;
  return { years, after, act: behind ? ('clock' as const) : null };
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

const needsConfirm = (key: string, question: string): Refusal => new Refusal('NEEDS_CONFIRM', question, { confirm: [key] });

function yearQuestion({ kind, day, next }: WantedYear, running: number | null, today: IsoDate): string {
  const year = yearOf(day);
  const runs = running === null ? ' chưa có năm nào đang chạy;' : ` đang chạy năm ${running};`;
  const takes = next === 1 ? `mở sổ năm ${year} với số 01` : `lấy số ${printedNumber(next)} của sổ năm ${year}`;
  return (
    `${bookName[kind]}${runs} ${dayName[kind]} ${shortDate(day)} sẽ ${takes}. ` +
    `Đúng là năm ${year} thì xác nhận; nhầm thì sửa ${dayName[kind]}, hoặc chỉnh đồng hồ của máy (đang là ${shortDate(today)}).`
  );
}

const clockQuestion = (kind: WantedYear['kind'], lastAt: string, today: IsoDate): string =>
  `Đồng hồ của máy là ${shortDate(today)}, sớm hơn việc ghi gần nhất vào ${bookName[kind].toLowerCase()} (${shortDate(lastAt.slice(0, 10))}). ` +
  'Đồng hồ đúng thì xác nhận để cấp số; sai thì chỉnh đồng hồ của máy rồi làm lại.';

/** The refusal of a number in a book that has been closed. */
export const closedBook = (kind: WantedYear['kind'], year: number): Refusal =>
  new Refusal(
    'NOT_ALLOWED',
    `${bookName[kind]} năm ${year} đã đóng nên không cấp thêm số. Ghi vào sổ năm đang chạy, hoặc mở lại sổ ấy kèm lý do ở «Sổ & in ấn».`,
    { kind, year },
  );

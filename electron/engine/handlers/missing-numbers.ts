import { yearOf, localDay } from '../../../shared/domain/dates.ts';
import { commonSeries, printedNumber } from '../../../shared/domain/numbering.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { emptyLetter } from '../../../shared/letter/letter.ts';
import { actNow, type EngineParts } from '../engine-parts.ts';
import { addBookYearAct } from '../storage/book-year-repository.ts';
import { takeNumber } from '../storage/book-repository.ts';
import type { MissingNumbers } from '../storage/high-water-mark.ts';
import { insertNumbered } from '../storage/outgoing-repository.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { implementer } from './implementer.ts';

const bookName = { incoming: 'văn bản đến', outgoing: 'văn bản đi' } as const;

/** `văn bản đi năm 2026: 143–147`, series by series. */
const inWords = (missing: readonly MissingNumbers[]): string =>
  missing
    .map(({ kind, series, year, from, to }) => {
      const of = series === commonSeries ? '' : ` (dãy «${series}»)`;
      return `${bookName[kind]} năm ${year}${of}: ${printedNumber(from)}${to > from ? `–${printedNumber(to)}` : ''}`;
    })
    .join('; ');

/** Why a book that has gone back takes nothing: which numbers it lacks and how to bring them back. */
export const numbersMissing = (missing: readonly MissingNumbers[]): Refusal =>
  new Refusal(
    'NUMBERS_MISSING',
    `Sổ đang mở thiếu những số đã cấp (${inWords(missing)}), có thể vì tệp sổ được chép về mà thiếu tệp «-wal» hay là bản cũ. ` +
      'Sổ chỉ đọc được cho tới khi chép lại đủ tệp, khôi phục bản sao lưu mới nhất, hoặc có người quyết định dùng tiếp sổ này.',
    { missing: [...missing] },
  );

export const missing = implementer.books.missing.handler(({ context }) => ({ rows: [...context.book.missing()] }));

/**
 * A person decides to go on with a book that lacks numbers. after: they are not given again, each outgoing one stands as a
 * kept number to be filled in; again: they were never on a paper and are given anew.
 */
export const goOn = implementer.books.goOn.handler(async ({ input: { how, reason }, context }) => {
  const rows = [...context.book.missing()];
  if (rows.length === 0) throw new Refusal('NOT_ALLOWED', 'Sổ không thiếu số nào nên không có gì để quyết định.');
  // past the guard of a book that lacks numbers, which this very act takes away
  await context.book.database().write(async (transaction) => {
    const held: EngineParts = { ...context, database: transaction, write: (work) => work(held) };
    await settle(held, rows, how, reason);
  });
  context.book.acceptAsItIs();
  return { rows };
});

async function settle(held: EngineParts, rows: readonly MissingNumbers[], how: 'after' | 'again', reason: string): Promise<void> {
  const { database } = held;
  const act = actNow(held, await readSettings(database));
  const told = `Mất số trong tệp sổ: ${reason}`.slice(0, 500);
  for (const { kind, series, year, from, to } of rows) {
    for (let number = from; how === 'after' && number <= to; number += 1) {
      if (!(await takeNumber(database, { kind, series, year }, number))) throw new Error('the book has moved on meanwhile');
      if (kind === 'incoming') continue;
      const letter = { ...emptyLetter(), issuedDate: yearOf(localDay(held.clock())) === year ? localDay(held.clock()) : `${year}-12-31`, recipients: [] };
      const line = { origin: 'reservation', status: 'reserved', series, year, codeNumber: number, backdated: null, reservedReason: told, note: null } as const;
      await insertNumbered(database, letter, line, { ...act, act: 'reserve', reason: told });
    }
    await addBookYearAct(database, { ...act, kind, year, act: how === 'after' ? 'skip' : 'again', reason: `${series} ${from}–${to}: ${reason}`.slice(0, 500) });
  }
}

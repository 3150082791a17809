import { type Kysely, sql } from 'kysely';
import type { Board } from '../../../shared/contract/owed.ts';
import { dayOfMoment, type Moment } from '../../../shared/domain/owed-state.ts';
import { finishBoard, readDays } from './owed-board.ts';
import { boardRows } from './owed-board-rows.ts';
import { addCounts, nothingOwed, type OwedCounts } from './owed-counts.ts';
import { type OwedDay, standingOf } from './owed-row.ts';
import { chosenDuties, readDuties, readObligations } from './owed-scope.ts';
import type { Database } from './schema.ts';
import { owedIdOf } from './tracking-acts.ts';

/** How many days ahead a board that is too wide still shows. */
const daysAhead = 7;

/** The board of one dispatch: rows agencies, columns its days. */
export async function readDispatchBoard(database: Kysely<Database>, { dispatch, text, limit }: { dispatch: number; text?: string | undefined; limit: number }, moment: Moment): Promise<Board> {
  const obligations = await readObligations(database, { dispatch });
  const chosen = await chosenDuties(database, obligations, { text });
  const duties = chosen ? [...chosen.values()].flat() : await readDuties(database, obligations);
  const byId = new Map(obligations.map((each) => [each.id, each]));
  const days = [...(await readDays(database, obligations)).entries()]
    .flatMap(([obligationId, each]) => each.map((day) => ({ obligationId, ...day })))
    .sort((one, other) => (one.instant === other.instant ? one.obligationId - other.obligationId : one.instant < other.instant ? -1 : 1));
  const shown = windowOf(days, limit, moment);
  const rows = await boardRows(database, dayOfMoment(moment));
  const counts = nothingOwed();
  const cells: Board['cells'] = [];
  const happened = await happenedOn(database, duties.map(({ id }) => id));
  const columns = shown.map(({ obligationId, n, day, instant }, column): Board['columns'][number] => {
    const columnCounts = nothingOwed();
    const { code = null, subject = '', issuedDate = null } = byId.get(obligationId) ?? {};
    for (const duty of duties) {
      if (duty.obligationId !== obligationId) continue;
      const row = rows.indexOf(duty);
      const on = happened.get(owedIdOf(duty.id, n));
      const { state, settled, lateDays } = standingOf(on ?? { instant, ...nothing }, moment);
      const one: OwedCounts = { open: Number(state === 'open'), late: Number(state === 'late'), onTime: Number(settled === 'on-time'), doneLate: Number(settled === 'late'), excused: Number(settled === 'excused') };
      for (const sum of [columnCounts, rows.countsAt(row), counts]) addCounts(sum, one);
      const partial = on !== undefined && settled === null && on.receivedInstant !== null && on.complete === 0 && standingOf({ ...on, excuseReason: null, complete: 1 }, moment).state === 'done';
      cells.push([row, column, owedIdOf(duty.id, n), one.open, one.late, one.onTime, one.doneLate, one.excused, lateDays, Number(partial)]);
    }
    return { key: `${obligationId}:${n}`, dispatch, code, subject, issuedDate, due: day, time: instant.endsWith('24:00') ? null : instant.slice(11), counts: columnCounts };
  });
  return finishBoard(rows, moment, columns, cells, days.length - shown.length, counts);
}

const nothing = { extendedInstant: null, excuseReason: null, receivedInstant: null, complete: null };

/** The days around the moment when there are more than can be shown. */
function windowOf<Day extends { instant: string }>(days: readonly Day[], limit: number, moment: Moment): readonly Day[] {
  const next = days.findIndex(({ instant }) => instant >= moment);
  const end = Math.min(days.length, Math.max(limit, (next < 0 ? days.length : next) + daysAhead));
  return days.slice(Math.max(0, end - limit), end);
}

type Happened = Pick<OwedDay, 'instant' | 'extendedInstant' | 'excuseReason' | 'receivedInstant' | 'complete'>;

async function happenedOn(database: Kysely<Database>, dutyIds: readonly number[]): Promise<Map<number, Happened>> {
  const { rows } = await sql<Happened & { dutyId: number; n: number }>`
    SELECT dutyId, n, instant, extendedInstant, excuseReason, receivedInstant, complete FROM json_each(${JSON.stringify(dutyIds)}) AS wanted CROSS JOIN owed ON owed.dutyId = wanted.value`.execute(database);
  return new Map(rows.map((row) => [owedIdOf(row.dutyId, row.n), row]));
}

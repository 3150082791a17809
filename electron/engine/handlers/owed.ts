import { dayProblem } from '../../../shared/domain/day-problem.ts';
import { dayOfMoment, momentOf } from '../../../shared/domain/owed-state.ts';
import type { EngineParts } from '../engine-parts.ts';
import { refuseProblems } from '../refusal-to-error.ts';
import { readCalendar } from '../storage/calendar-repository.ts';
import { columnsOfObligation, obligationsOf } from '../storage/obligation-repository.ts';
import { incomingAgenda, lateObligations, owedAgenda } from '../storage/owed-agenda.ts';
import { readBoard } from '../storage/owed-board.ts';
import { readDispatchBoard } from '../storage/owed-board-days.ts';
import type { OwedDayInFull } from '../storage/owed-days.ts';
import { lateRows, sortedLateRows } from '../storage/owed-late.ts';
import { listOwed } from '../storage/owed-list.ts';
import { progressByDay, progressByDispatch } from '../storage/owed-progress.ts';
import { asOwedRow, incomingsOf } from '../storage/owed-row.ts';
import { readMerged } from '../storage/owed-scope.ts';
import { summarizeIncoming, summarizeOwed } from '../storage/owed-summary.ts';
import { trackingHistoryOf } from '../storage/tracking-acts.ts';
import { filledSpan, refuseBadSpan } from './bad-span.ts';
import { implementer, listImplementer } from './implementer.ts';
import { lineOf } from './line-of.ts';
import { owedDaysOf, whyEnded } from './owed-days.ts';

/** The moment a call asks for; refuses a day that cannot be gone by. */
export function momentAsked({ clock }: Pick<EngineParts, 'clock'>, asOf: string | undefined): string {
  const message = asOf === undefined ? null : dayProblem('Thời điểm xem', dayOfMoment(asOf));
  if (message !== null) throw refuseProblems([{ field: 'asOf', message }]);
  return momentOf(asOf, clock());
}

export const list = listImplementer.owed.list.handler(({ input: { asOf, limit, cursor, ...given }, context }) => {
  const filter = { ...given, ...filledSpan(given) };
  refuseBadSpan(filter);
  return listOwed(context.database, filter, momentAsked(context, asOf), limit, cursor);
});

export const get = implementer.owed.get.handler(async ({ input: { id, asOf }, context }) => {
  const { database } = context;
  const moment = momentAsked(context, asOf);
  const [day] = (await owedDaysOf(context, [id], false)) as [OwedDayInFull];
  const { sentence, rule, until, extendReason, excuseReason } = day;
  const row = asOwedRow(day, { ...day, id: day.obligationId, due: day.day }, moment, await readMerged(database), await incomingsOf(database, [day]));
  const history = (await trackingHistoryOf(database, 'owed', [id])).map(({ at, who, act, reason, changes }) => ({ at, who, act, reason, changes }));
  return { ...row, columns: columnsOfObligation(day), sentence, rule, until, extendReason, excuseReason, withdrawnReason: whyEnded(day), history };
});

export const of = implementer.owed.of.handler(async ({ input: { dispatch }, context }) => {
  await lineOf(context, dispatch);
  return { rows: await obligationsOf(context.database, dispatch) };
});

export const board = listImplementer.owed.board.handler(async ({ input: { asOf, dispatch, ...filter }, context }) => {
  const moment = momentAsked(context, asOf);
  if (dispatch === undefined) return readBoard(context.database, filter, moment);
  await lineOf(context, dispatch);
  return readDispatchBoard(context.database, { dispatch, text: filter.text, limit: filter.limit }, moment);
});

/** Longest agenda and plot, days. */
const mostDays = 750;

export const agenda = implementer.owed.agenda.handler(async ({ input: { from, to, asOf }, context }) => {
  const { database } = context;
  refuseBadSpan({ from, to }, mostDays);
  const moment = momentAsked(context, asOf);
  const today = dayOfMoment(moment);
  const calendar = await readCalendar(context);
  const items = Map.groupBy([...(await owedAgenda(database, { from, to }, moment)), ...(await incomingAgenda(database, { from, to }, today))], ({ due }) => due);
  const days = daysBetween(from, to).map((day) => ({ day, working: calendar.isWorkingDay(day), name: calendar.dayOf(day)?.name ?? null, items: items.get(day) ?? [] }));
  const incomingLate = (await incomingAgenda(database, { from: '', to: today }, today)).filter(({ state }) => state === 'late');
  // both kinds together, the longest late first
  const late = [...(await lateObligations(database, moment)), ...incomingLate].sort((one, other) => one.due.localeCompare(other.due));
  return { days, late };
});

function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  // by the calendar alone: no zone takes part
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${to}T00:00:00Z`); at += 86_400_000) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

export const late = listImplementer.owed.late.handler(async ({ input: { asOf, limit, sort }, context: { database, ...parts } }) => {
  const moment = momentAsked(parts, asOf);
  const today = dayOfMoment(moment);
  const [owed, incoming] = [(await summarizeOwed(database, moment)).late, (await summarizeIncoming(database, today)).late];
  const total = owed + incoming;
  const rows = sort ? await sortedLateRows(database, moment, today, limit, total, sort) : await lateRows(database, moment, today, limit);
  return { asOf: moment, total, owed, incoming, rows };
});

export const summary = implementer.owed.summary.handler(async ({ input: { asOf }, context }) => {
  const moment = momentAsked(context, asOf);
  const owed = await summarizeOwed(context.database, moment);
  const incoming = await summarizeIncoming(context.database, dayOfMoment(moment));
  return { asOf: moment, late: owed.late + incoming.late, today: owed.today + incoming.today, soon: owed.soon + incoming.soon, owed, incoming };
});

export const progress = implementer.owed.progress.handler(async ({ input: { asOf, dispatch, from, to }, context }) => {
  refuseBadSpan({ from, to }, mostDays);
  const moment = momentAsked(context, asOf);
  if (dispatch !== undefined) await lineOf(context, dispatch);
  return { days: await progressByDay(context.database, { from, to }, dispatch, moment), dispatches: await progressByDispatch(context.database, dispatch, moment) };
});

import { isRealDate, localDay, localInstant, shortDate, unrealDaySentence } from '../../../shared/domain/dates.ts';
import { instantOf, momentOf } from '../../../shared/domain/owed-state.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import type { AppendixColumn, Cell, Letter } from '../../../shared/letter/letter.ts';
import { chosenColumnProblems, columnsFor, figureColumns, type GivenFigures, readFigures } from '../../../shared/letter/report-figures.ts';
import { actNow, type EngineParts } from '../engine-parts.ts';
import { refuseProblems } from '../refusal-to-error.ts';
import { changeObligation, columnsOfObligation } from '../storage/obligation-repository.ts';
import { type DayChange, findOwedDays, type OwedDayInFull, writeDays } from '../storage/owed-days.ts';
import { standingOf } from '../storage/owed-row.ts';
import { readSettings } from '../storage/settings-repository.ts';
import type { TrackedChange } from '../storage/tracking-acts.ts';
import { findOutgoing } from '../storage/outgoing-repository.ts';
import { incomingOf, nameOfIncoming } from './incoming-line.ts';
import { nameOfDay, owedDaysOf } from './owed-days.ts';

/** A report as it came. */
export interface GivenReport {
  receivedDate: string;
  receivedTime?: string | null | undefined;
  incoming?: number | null | undefined;
  figures?: GivenFigures | null | undefined;
  partial: boolean;
  note?: string | null | undefined;
  again: boolean;
}

/** Refuses a day on which no report can have come. */
export function refuseBadDay({ clock }: EngineParts, { receivedDate, receivedTime = null }: Pick<GivenReport, 'receivedDate' | 'receivedTime'>, issuedDate: string | null, code: string | null): void {
  const refuse = (message: string): never => {
    throw refuseProblems([{ field: 'receivedDate', message }]);
  };
  if (!isRealDate(receivedDate)) refuse(unrealDaySentence('Ngày nhận', receivedDate));
  const now = clock();
  if (receivedDate > localDay(now)) refuse(`Ngày nhận ${shortDate(receivedDate)} còn ở phía trước (hôm nay ${shortDate(localDay(now))}); kiểm tra lại ngày, hoặc đồng hồ của máy.`);
  if (receivedTime !== null && instantOf(receivedDate, receivedTime) > localInstant(now).slice(0, 16)) refuse(`Giờ nhận ${receivedTime} ngày ${shortDate(receivedDate)} còn ở phía trước; kiểm tra lại giờ, hoặc đồng hồ của máy.`);
  if (issuedDate !== null && receivedDate < issuedDate) refuse(`Ngày nhận ${shortDate(receivedDate)} trước ngày ${shortDate(issuedDate)} của văn bản ${code ?? ''}; báo cáo không thể đến trước văn bản yêu cầu.`);
}

/** The columns a day's figures stand in; chosen from what came when the dispatch asked for none. */
export async function columnsOfDay({ database }: EngineParts, day: OwedDayInFull, figures: GivenFigures): Promise<{ columns: AppendixColumn[]; added: TrackedChange | null }> {
  const columns = columnsOfObligation(day);
  if (figureColumns(columns).length > 0) return { columns, added: null };
  const letter = JSON.parse((await findOutgoing(database, day.dispatch))?.content ?? '{}') as Partial<Letter>;
  const chosen = columnsFor(figures, letter.appendices ?? []);
  const problems = chosenColumnProblems(chosen);
  if (problems.length > 0) throw refuseProblems(problems.map((message) => ({ field: 'figures', message: `${day.name}: ${message}` })));
  return { columns: chosen, added: { subject: 'obligation', id: day.obligationId, changes: { columns: [day.columns, JSON.stringify(chosen)] } } };
}

export const hasFigures = (figures: GivenFigures | null | undefined): figures is GivenFigures => figures != null && !(Array.isArray(figures) ? figures.every((cell) => cell === null || cell === '') : figures === '');

/** What a report writes on its day. Refuses figures that cannot be read (naming agency and column) and a second report that was not said to be one. */
export function wantedOf(day: OwedDayInFull, given: GivenReport, columns: readonly AppendixColumn[]): { wanted: DayChange['wanted']; problems: string[] } {
  const { receivedDate, receivedTime = null, incoming, partial, note } = given;
  // what came in part before is added to, not forgotten
  const before = day.receivedDate !== null && day.complete === 0 ? day : null;
  const read = hasFigures(given.figures) ? readFigures(columns, given.figures) : null;
  return {
    wanted: {
      receivedDate,
      receivedInstant: instantOf(receivedDate, receivedTime),
      complete: partial ? 0 : 1,
      incomingId: incoming === undefined ? (before?.incomingId ?? null) : incoming,
      figures: read ? JSON.stringify(read.figures) : given.figures === undefined ? (before?.figures ?? null) : null,
      note: note === undefined ? (before?.note ?? null) : note,
      excuseReason: null,
    },
    problems: (read?.problems ?? []).map((problem) => `${day.name}: ${problem}`),
  };
}

export const isReported = (day: OwedDayInFull): boolean => day.receivedDate !== null && day.complete === 1 && day.excuseReason === null;

export function refuseSecond(day: OwedDayInFull): never {
  throw new Refusal('NOT_ALLOWED', `${nameOfDay(day)} đã báo cáo ngày ${shortDate(day.receivedDate ?? '')}; muốn thay báo cáo ấy thì chọn ghi lại (again).`, { id: day.id, receivedDate: day.receivedDate });
}

/** What is said of figures that came without those of some columns. */
function emptyColumns(columns: readonly AppendixColumn[], figures: string | null | undefined): string[] {
  const cells = JSON.parse(figures ?? '[]') as Cell[];
  const empty = figureColumns(columns).filter((_, at) => (cells[at] ?? null) === null);
  return empty.length === 0 ? [] : [`Chưa có số liệu cột ${empty.map(({ header }) => `«${header}»`).join(', ')}.`];
}

/** Writes one report, alone or with the incoming dispatch it came with. Inside a transaction. */
export async function recordReport(held: EngineParts, id: number, given: GivenReport) {
  const { database } = held;
  const [day] = (await owedDaysOf(held, [id], true)) as [OwedDayInFull];
  refuseBadDay(held, given, day.issuedDate, day.code);
  if (isReported(day) && !given.again) refuseSecond(day);
  if (given.incoming != null) {
    const line = await incomingOf(held, given.incoming);
    if (line.status !== 'registered') throw new Refusal('NOT_ALLOWED', `${nameOfIncoming(line)} đã hủy hoặc đã thu hồi nên không ghi là báo cáo được; chọn văn bản khác.`, { incoming: line.id });
  }
  const { columns, added } = hasFigures(given.figures) ? await columnsOfDay(held, day, given.figures) : { columns: columnsOfObligation(day), added: null };
  const { wanted, problems } = wantedOf(day, given, columns);
  if (problems.length > 0) throw refuseProblems(problems.map((message) => ({ field: 'figures', message })));
  if (added) await changeObligation(database, day.obligationId, { columns: JSON.stringify(columns) });
  const by = { ...actNow(held, await readSettings(database)), act: 'report', reason: null };
  const { act, changed } = await writeDays(database, by, [{ day, wanted }], added ? [added] : []);
  const [after] = (await findOwedDays(database, [id])) as [OwedDayInFull];
  const notices = [
    ...(day.excuseReason === null ? [] : [`${nameOfDay(day)} đã được miễn (${day.excuseReason}); nay có báo cáo nên ghi là đã báo cáo.`]),
    ...(isReported(day) ? [`Báo cáo ngày ${shortDate(day.receivedDate ?? '')} được thay bằng báo cáo này; lịch sử còn giữ cả hai.`] : []),
    ...(hasFigures(given.figures) ? emptyColumns(columns, wanted.figures) : []),
    ...(given.partial ? ['Báo cáo chưa đủ: đơn vị vẫn còn phải báo cáo.'] : []),
  ];
  return { changed, kept: 1 - changed, act, notices, ...standingOf(after, momentOf(undefined, held.clock())) };
}

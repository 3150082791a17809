import { cutShort } from '../../../shared/domain/cut-short.ts';
import { slashDate } from '../../../shared/domain/days-in-words.ts';
import { seriesOf } from '../../../shared/domain/numbering.ts';
import { hasCome, type Moment } from '../../../shared/domain/owed-state.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { impossibleParts } from '../../../shared/letter/letter-problems.ts';
import type { Appendix, Cell, Letter, PlainAppendix } from '../../../shared/letter/letter.ts';
import { figureColumns } from '../../../shared/letter/report-figures.ts';
import { reportForm } from '../../../shared/letter/report-form.ts';
import { collectedTable, notReported } from '../../../shared/report/collected-table.ts';
import { actNow, type EngineParts } from '../engine-parts.ts';
import { refuseProblems } from '../refusal-to-error.ts';
import { columnsOfObligation, obligationsOf } from '../storage/obligation-repository.ts';
import { updateDraft } from '../storage/outgoing-repository.ts';
import { findOwedDays, type OwedDayInFull } from '../storage/owed-days.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { owedIdOf } from '../storage/tracking-acts.ts';
import { implementer } from './implementer.ts';
import { changedMeanwhile, lineOf, notADraft } from './line-of.ts';
import { momentAsked } from './owed.ts';
import { type AskedFor, askedFor, dayNumbered } from './reported-of.ts';

/** Longest name of an appendix. */
const longestTitle = 500;

interface Wanted {
  obligation?: number | undefined;
  dispatch?: number | undefined;
  n?: number | undefined;
  title?: string | undefined;
  share: boolean;
  rank: boolean;
  change: boolean;
}

/** The figures that came in for one day as an appendix; with `into` it stands in that draft. */
export const collect = implementer.owed.collect.handler(({ input: { into, asOf, ...wanted }, context }) => {
  const moment = momentAsked(context, asOf);
  if (into === undefined) return collected(context, wanted, moment);
  return context.write(async (held) => {
    const found = await collected(held, wanted, moment);
    await appendTo(held, into, found.appendix);
    return found;
  });
});

async function collected(parts: EngineParts, wanted: Wanted, moment: Moment): Promise<{ appendix: PlainAppendix; missing: string[]; notices: string[] }> {
  const { database } = parts;
  const asked = await askedFor(parts, wanted.obligation ?? (await onlyObligation(parts, wanted.dispatch)));
  const columns = figureColumns(columnsOfObligation(asked.obligation));
  const n = wanted.n ?? (await latestDay(parts, asked, moment));
  const day = dayNumbered(asked, n);
  const notices: string[] = [];
  const before = wanted.change ? asked.days.find((one) => one.n === n - 1) : undefined;
  if (wanted.change && !before) notices.push('Đây là lần báo cáo đầu tiên nên chưa có số để so tăng, giảm.');
  const factsOf = async (number: number): Promise<Map<number, OwedDayInFull>> => new Map((await findOwedDays(database, asked.duties.map(({ id }) => owedIdOf(id, number)))).map((one) => [one.dutyId, one]));
  const now = await factsOf(n);
  const then = before ? await factsOf(before.n) : new Map<number, OwedDayInFull>();
  const form = reportForm(asked.letter.appendices ?? [], columns, asked.duties);
  const places = form?.rows ?? asked.duties.map((agency) => ({ agency, label: agency.name }));
  const table = collectedTable({
    title: cutShort(wanted.title || form?.title || titleOf(asked, day.day), longestTitle),
    nameHeader: form?.nameHeader ?? 'Đơn vị',
    columns,
    rows: places.map(({ agency, label }) => ({ name: label, ...standing(now.get(agency.id), columns.length, moment), before: figuresOf(then.get(agency.id), moment) })),
    share: wanted.share,
    rank: wanted.rank,
    changeSince: before?.day ?? null,
  });
  if (columns.length === 0) notices.push('Việc này không hẹn số liệu theo cột nên bảng chỉ ghi nơi nào đã báo cáo; ghi các cột số liệu cho việc rồi tổng hợp lại.');
  if (table.missing.length > 0) notices.push(`Còn ${table.missing.length} nơi chưa báo cáo; bảng ghi «${notReported}» ở các dòng ấy.`);
  return { appendix: table.appendix, missing: table.missing, notices: [...notices, ...table.notices] };
}

const titleOf = ({ obligation: { what, recurrence } }: AskedFor, day: string): string => {
  const about = what.replace(/^(?:tổng hợp,?\s*)?(?:báo cáo|gửi|nộp)\s+/iu, '');
  return `Tổng hợp ${about}${recurrence === null ? '' : ` ngày ${slashDate(day)}`}`;
};

const reported = (day: OwedDayInFull | undefined, moment: Moment): day is OwedDayInFull => day?.receivedInstant != null && hasCome(day.receivedInstant, moment);
const figuresOf = (day: OwedDayInFull | undefined, moment: Moment): Cell[] | null => (reported(day, moment) && day.figures !== null ? (JSON.parse(day.figures) as Cell[]) : null);

/** What stands in an agency's row: its figures, and what is to be said beside them. */
function standing(day: OwedDayInFull | undefined, width: number, moment: Moment): { figures: Cell[] | null; note: string | null } {
  const figures = figuresOf(day, moment);
  const excused = day !== undefined && day.excuseReason !== null;
  if (reported(day, moment)) {
    const partial = day.complete === 0 ? 'mới báo cáo một phần' : null;
    if (width === 0) return { figures: [], note: partial ?? 'đã báo cáo' };
    return { figures, note: partial ?? (figures === null ? 'đã báo cáo, không có số liệu' : null) };
  }
  return { figures: null, note: excused ? 'được miễn báo cáo' : null };
}

/** The last day on which something has come, else the last one that is past, else the first. */
async function latestDay({ database }: EngineParts, { days, duties }: AskedFor, moment: Moment): Promise<number> {
  const ids = duties.map(({ id }) => id);
  const came = await database.selectFrom('owed').select(['n', 'receivedInstant']).where('dutyId', 'in', ids).where('receivedInstant', 'is not', null).execute();
  const last = Math.max(0, ...came.filter(({ receivedInstant }) => receivedInstant !== null && hasCome(receivedInstant, moment)).map(({ n }) => n));
  return last > 0 ? last : (days.findLast(({ instant }) => instant < moment)?.n ?? 1);
}

/** The obligation of a dispatch that figures are wanted for, when it can only be one. */
async function onlyObligation(parts: EngineParts, dispatch: number | undefined): Promise<number> {
  if (dispatch === undefined) throw refuseProblems([{ field: 'obligation', message: 'Chưa nói tổng hợp việc nào; ghi mã việc (obligation) hoặc mã văn bản (dispatch).' }]);
  await lineOf(parts, dispatch);
  const standingOnes = (await obligationsOf(parts.database, dispatch)).filter(({ withdrawnReason }) => withdrawnReason === null);
  const withFigures = standingOnes.filter(({ columns }) => columns.length > 0);
  const [only, ...others] = withFigures.length > 0 ? withFigures : standingOnes;
  if (!only) throw new Refusal('NOT_ALLOWED', 'Văn bản này không giao việc báo cáo nào nên không có gì để tổng hợp.', { dispatch });
  if (others.length > 0) throw refuseProblems([{ field: 'obligation', message: `Văn bản này giao nhiều việc (${[only, ...others].map(({ id, what, duties }) => `${id}: ${what}, ${duties.length} nơi`).join('; ')}); chọn một việc để tổng hợp.` }]);
  return only.id;
}

async function appendTo(held: EngineParts, id: number, appendix: Appendix): Promise<void> {
  const line = await lineOf(held, id);
  if (line.status !== 'draft') throw notADraft(line, 'thêm phụ lục');
  const draft = JSON.parse(line.content) as Letter;
  const letter = { ...draft, appendices: [...draft.appendices, appendix] };
  const problems = impossibleParts(letter);
  if (problems.length > 0) throw refuseProblems(problems);
  const settings = await readSettings(held.database);
  if (!(await updateDraft(held.database, id, letter, seriesOf(letter.typeName, settings.series), line.revision, actNow(held, settings)))) throw changedMeanwhile(line);
}

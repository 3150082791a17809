import { cleanValue, removedNotice } from '../../../shared/domain/clean-value.ts';
import { localDay, shortDate } from '../../../shared/domain/dates.ts';
import { dayProblem } from '../../../shared/domain/day-problem.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { figureColumns } from '../../../shared/letter/report-figures.ts';
import type { AppendixColumn } from '../../../shared/letter/letter.ts';
import { actNow, type EngineParts } from '../engine-parts.ts';
import { refuseProblems } from '../refusal-to-error.ts';
import { readCalendar } from '../storage/calendar-repository.ts';
import { addDuties, changeObligation, daysOfObligation, findObligation, type NewDuty, type ObligationLine, setDays, writtenAfter } from '../storage/obligation-repository.ts';
import { moveDuties, nameDuty, widestFigures } from '../storage/duty-repository.ts';
import { codeOfLine } from '../storage/indexed-texts.ts';
import { differences } from '../storage/register-acts.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { recordTracking, type TrackedChange } from '../storage/tracking-acts.ts';
import { addObligations, expandOnce } from './create-owed.ts';
import { implementer } from './implementer.ts';
import { lineOf } from './line-of.ts';
import { daysOf, dutiesOf } from './new-obligations.ts';
import { whyEnded } from './owed-days.ts';

/** The obligation of an id with the issue day and state of its dispatch; refuses one nobody owes any more. */
async function obligationOf(parts: EngineParts, id: number) {
  const obligation = await findObligation(parts.database, id);
  if (!obligation) throw new Refusal('NOT_FOUND', `Không có việc phải báo cáo mã ${id}.`, { obligation: id });
  const line = await lineOf(parts, obligation.outgoingId);
  const ended = whyEnded({ ...obligation, status: line.status, code: codeOfLine(line), cancelReason: line.cancelReason });
  if (ended !== null) throw new Refusal('NOT_ALLOWED', ended, { obligation: id });
  return { obligation, line };
}

export const add = implementer.owed.add.handler(({ input: { dispatch, obligations: given }, context }) =>
  context.write(async (held) => {
    const { value: obligations, removed } = cleanValue(given);
    const line = await lineOf(held, dispatch);
    const code = codeOfLine(line) ?? '';
    if (line.status === 'draft') throw new Refusal('NOT_ALLOWED', 'Dự thảo chưa có số; ghi việc phải báo cáo ngay trong dự thảo, cấp số xong là theo dõi được.', { dispatch });
    const ended = whyEnded({ what: '', withdrawnReason: null, status: line.status, code, cancelReason: line.cancelReason });
    if (ended !== null || line.codeNumber === null || line.status === 'reserved' || line.status === 'used') throw new Refusal('NOT_ALLOWED', ended ?? `Số ${code} mới giữ chỗ, chưa có văn bản nên chưa giao việc được.`, { dispatch });
    const issuedDate = line.issuedDate ?? localDay(held.clock());
    const expanded = await expandOnce(held, obligations.flatMap(({ agencies }) => agencies), issuedDate);
    const { ids, act, notices } = await addObligations(held, dispatch, obligations, issuedDate, expanded);
    return { obligations: ids, act, notices: [...(removed > 0 ? [removedNotice(removed, 'việc phải theo dõi')] : []), ...notices] };
  }),
);

/** Writes changed columns of an obligation with their act. */
async function write(held: EngineParts, obligation: ObligationLine, columns: Parameters<typeof changeObligation>[2], act: string, reason: string | null, notices: string[]) {
  const { id } = obligation;
  const changes = differences(obligation, columns);
  if (Object.keys(changes).length === 0) return { changed: 0, kept: 1, act: null, notices };
  await changeObligation(held.database, id, columns);
  const actId = await recordTracking(held.database, { ...actNow(held, await readSettings(held.database)), act, reason }, [{ subject: 'obligation', id, changes }]);
  return { changed: 1, kept: 0, act: actId, notices };
}

export const change = implementer.owed.change.handler(({ input: { obligation: id, what, reportTo, until, columns: given }, context }) =>
  context.write(async (held) => {
    const columns = cleanValue(given).value;
    const { obligation } = await obligationOf(held, id);
    const notices: string[] = [];
    if (until !== undefined) await endOn(held, obligation, until, notices);
    if (columns !== undefined) await refuseTooFew(held, obligation, columns);
    return write(held, obligation, { ...(what !== undefined && { what }), ...(reportTo !== undefined && { reportTo }), ...(until !== undefined && { until }), ...(columns !== undefined && { columns: JSON.stringify(columns) }) }, 'change', null, notices);
  }),
);

/** Gives a recurring obligation another last day, or none (null): days are added behind or taken from the end, never when something is written on them. */
export async function endOn(held: EngineParts, obligation: ObligationLine, until: string | null, notices: string[]): Promise<void> {
  const { database } = held;
  const refuse = (message: string): never => {
    throw refuseProblems([{ field: 'until', message }]);
  };
  const { id, what, recurrence, due, time } = obligation;
  if (recurrence === null) refuse(`Việc «${what}» chỉ phải báo cáo một lần nên không có ngày cuối; muốn thêm hạn thì gia hạn.`);
  const message = until === null ? null : dayProblem('Ngày cuối', until);
  if (message !== null) refuse(message);
  const calendar = await readCalendar(held);
  const today = localDay(held.clock());
  const present = (await daysOfObligation(database, id)).map(({ day }) => day);
  const asNow = daysOf(due, { recurrence, until, time, bound: obligation.bound }, calendar, today);
  // days of an older book at the ends of months were counted from the first one's number: they go on as they were begun
  const begunOtherwise = recurrence !== 'working-days' && present[1] !== undefined && typeof asNow !== 'string' && asNow[1] !== undefined && present[1] !== asNow[1];
  const counted = begunOtherwise ? daysOf(due, { recurrence, until, time, bound: null }, calendar, today) : asNow;
  if (typeof counted === 'string') return refuse(`Việc «${what}»: ${counted}`);
  const last = present.at(-1) ?? '';
  // days that are there stay as they were counted then, even if the calendar has changed since
  const days = [...present.filter((day) => until === null || day <= until), ...counted.filter((day) => day > last)];
  const written = days.length < present.length ? await writtenAfter(database, id, days.length) : 0;
  if (written > 0) refuse(`Sau ngày ${shortDate(until ?? '')} đã ghi ${written} báo cáo, gia hạn hoặc miễn của việc «${what}» nên chưa kết thúc sớm được; hoàn tác các việc ấy trước.`);
  await setDays(database, obligation, days);
  const years = [...new Set(days.slice(present.length).map((day) => Number(day.slice(0, 4))))].filter((year) => recurrence === 'working-days' && !calendar.isConfirmed(year));
  if (years.length > 0) notices.push(`Lịch nghỉ năm ${years.join(', ')} chưa được xác nhận nên các ngày báo cáo có thể đổi.`);
}

async function refuseTooFew({ database }: EngineParts, { id, what }: ObligationLine, columns: readonly AppendixColumn[]): Promise<void> {
  const filled = await widestFigures(database, id);
  const wanted = figureColumns(columns).length;
  if (wanted < filled) throw refuseProblems([{ field: 'columns', message: `Đã có báo cáo việc «${what}» với ${filled} cột số liệu nên không bớt còn ${wanted} cột được; thêm cột ở cuối hoặc đổi tên cột.` }]);
}

export const withdraw = implementer.owed.withdraw.handler(({ input: { obligation: id, reason }, context }) =>
  context.write(async (held) => {
    const { obligation } = await obligationOf(held, id);
    return write(held, obligation, { withdrawnReason: reason }, 'withdraw', reason, []);
  }),
);

export const split = implementer.owed.split.handler(({ input: { duty: id, agencies }, context }) =>
  context.write(async (held) => {
    const { database } = held;
    const duty = await database.selectFrom('duty').selectAll().where('id', '=', id).executeTakeFirst();
    if (!duty) throw new Refusal('NOT_FOUND', `Không có đơn vị mã ${id} trong các việc phải báo cáo.`, { duty: id });
    const { line } = await obligationOf(held, duty.obligationId);
    const written = await database.selectFrom('owed').select('n').where('dutyId', '=', id).where((is) => is.or([is('extendedDay', 'is not', null), is('excuseReason', 'is not', null), is('receivedDate', 'is not', null)])).limit(1).executeTakeFirst();
    if (written) throw new Refusal('NOT_ALLOWED', `«${duty.name}» đã có báo cáo, gia hạn hoặc miễn nên không tách thành từng đơn vị được; hoàn tác các việc ấy trước.`, { duty: id });
    const lines = agencies && agencies.length > 0 ? agencies : [duty.line];
    const found = dutiesOf(lines, await expandOnce(held, lines, line.issuedDate ?? localDay(held.clock())));
    const present = new Set((await database.selectFrom('duty').select(['id', 'agencyId', 'name']).where('obligationId', '=', duty.obligationId).execute()).filter((each) => each.id !== id).map((each) => each.agencyId ?? each.name));
    const wanted = found.filter((each) => !present.has(each.agencyId ?? each.name)).map((each): NewDuty => ({ ...each, line: duty.line }));
    const [first, ...others] = wanted;
    if (!first || (wanted.length === 1 && first.name === duty.name && first.agencyId === duty.agencyId)) throw new Refusal('NOT_ALLOWED', `Danh bạ chưa biết «${duty.line}» gồm những đơn vị nào, hoặc các đơn vị ấy đã có đủ; lập nhóm trong Danh bạ, hoặc ghi từng đơn vị.`, { duty: id });
    await moveDuties(database, duty.obligationId, duty.ordinal, others.length);
    await nameDuty(database, id, first);
    const added = await addDuties(database, duty.obligationId, duty.ordinal + 1, others);
    const changes: TrackedChange[] = [{ subject: 'duty', id, changes: { name: [duty.name, first.name], agencyId: [duty.agencyId, first.agencyId] } }, ...added.map((newId): TrackedChange => ({ subject: 'duty', id: newId, changes: { id: [null, newId] } }))];
    const act = await recordTracking(database, { ...actNow(held, await readSettings(database)), act: 'split', reason: null }, changes);
    const same = found.length - wanted.length;
    return { changed: wanted.length, kept: same, act, notices: same > 0 ? [`${same} đơn vị đã có sẵn trong việc này nên không thêm lần nữa.`] : [] };
  }),
);

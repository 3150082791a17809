import type { Handling, IncomingChange, IncomingStatus } from '../../../shared/contract/incoming.ts';
import { readCode } from '../../../shared/domain/code-reading.ts';
import { instantInWords, isRealDate, localDay, shortDate, yearOf } from '../../../shared/domain/dates.ts';
import { codeKeyOf, organKeyOf } from '../../../shared/domain/double-key.ts';
import { commonSeries } from '../../../shared/domain/numbering.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { type EngineParts, actNow } from '../engine-parts.ts';
import type { Job } from '../jobs.ts';
import { refuseProblems } from '../refusal-to-error.ts';
import { handlingBeforeReply } from '../storage/handling-before-reply.ts';
import { bookState, nextNumber, takeNumber } from '../storage/book-repository.ts';
import { asIncomingRow, countViews, listIncoming, readIncomingFilter } from '../storage/incoming-list.ts';
import { addIncomingFiles, addIncomingHistory, changeIncoming, findDoubles, findIncomings, type IncomingLine, incomingFilesOf, incomingHistoryOf, insertIncoming, nextFileOrdinal, reindexIncoming } from '../storage/incoming-repository.ts';
import { placeOfLine } from '../storage/line-place.ts';
import { codeOfLine } from '../storage/indexed-texts.ts';
import { findOutgoing } from '../storage/outgoing-repository.ts';
import { differences, type LineChange } from '../storage/register-acts.ts';
import { readStart } from '../storage/register-page.ts';
import { withBackdating } from '../storage/backdating.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { noteUsed } from '../storage/used-values.ts';
import { actProgress } from './act-progress.ts';
import { keptFile, storeAttached } from './attached-files.ts';
import { incomingOf, nameOfIncoming } from './incoming-line.ts';
import { implementer, listImplementer } from './implementer.ts';
import { bookNotices, columnsOf, dayNotices, lineNotices, refuseSlip, withConsequences } from './incoming-given.ts';
import { keepWith } from './keep-with.ts';
import { recordReport } from './record-report.ts';
import { refuseUnrealSpan } from './unreal-days.ts';

const book = (year: number) => ({ kind: 'incoming', series: commonSeries, year }) as const;

export const register = implementer.incoming.register.handler(async ({ input: { files, doubleReason, backdateReason, reports = [], ...given }, context }) => {
  const columns = columnsOf(given);
  const today = localDay(context.clock());
  const arrivalDate = columns.arrivalDate ?? today;
  refuseSlip(arrivalDate, today);
  const waiting = await storeAttached(context, files);
  return keepWith(context, waiting, async (held) => {
    const { database } = held;
    await refuseBadReply(held, columns.replyId);
    const year = yearOf(arrivalDate);
    const arrivalNumber = await nextNumber(database, book(year));
    const state = await bookState(database, book(year), yearOf(today));
    const { lastDate } = state;
    const isBackdated = lastDate !== null && lastDate > arrivalDate;
    const start = { handling: 'waiting' as const, needsReply: columns.needsReply ?? 0, handedDate: null, handedTo: null };
    const line = {
      ...nothingKnown,
      ...columns,
      ...withConsequences(start, columns),
      organName: given.organName,
      subject: given.subject,
      status: 'registered' as const,
      series: commonSeries,
      year,
      arrivalNumber,
      arrivalDate,
      doubleReason: doubleReason ?? null,
      backdated: isBackdated ? (backdateReason ?? '') : null,
      updatedAt: '',
    };
    const act = actNow(held, await readSettings(database));
    const duplicates = await findDoubles(database, { organName: line.organName, code: line.code, issuedDate: line.issuedDate, sha256s: waiting.map(({ sha256 }) => sha256), except: null });
    if (!(await takeNumber(database, book(year), arrivalNumber))) throw new Error('the number was taken inside the transaction');
    const id = await insertIncoming(database, { ...line, updatedAt: act.at }, waiting, act);
    await noteUsed(database, act.at, usedIn(line));
    const backdating = isBackdated && !backdateReason ? [`Ngày đến ${shortDate(arrivalDate)} trước ngày ${shortDate(lastDate)} của số liền trước; sổ ghi dòng này là vào lùi ngày.`] : [];
    const reported = await recordReports(held, reports, { incoming: id, receivedDate: arrivalDate });
    return { id, arrivalNumber, arrivalDate, duplicates, notices: [...lineNotices(line, today), ...backdating, ...bookNotices(state, year), ...reported] };
  });
});

/** Records an incoming dispatch as the report of what its agency owes. Answers the notices. */
async function recordReports(held: EngineParts, reports: readonly number[], { incoming, receivedDate }: { incoming: number; receivedDate: string }): Promise<string[]> {
  const notices: string[] = [];
  for (const owed of new Set(reports)) notices.push(...(await recordReport(held, owed, { receivedDate, incoming, partial: false, again: false })).notices);
  return notices;
}

const nothingKnown = { code: '', codeNumber: '', codeNotation: '', issuedDate: null, typeName: null, signerName: null, signerPosition: null, signerCompetence: null, priority: 0, pages: null, copies: null, toPlaces: '', handedDate: null, handedTo: null, receipt: null, dueDate: null, handling: 'waiting' as const, needsReply: 0, replyId: null, note: null };

const usedIn = (line: Partial<IncomingLine>) => ({ organName: line.organName, signer: line.signerName, position: line.signerPosition, typeName: line.typeName, toPlaces: line.toPlaces, handedTo: line.handedTo });

/** Refuses as an answer what is no dispatch (any more); the answer a line already has stays, whatever became of it. */
async function refuseBadReply({ database }: EngineParts, replyId: number | null | undefined, present: number | null = null): Promise<void> {
  if (replyId == null || replyId === present) return;
  const reply = await findOutgoing(database, replyId);
  if (!reply) throw new Refusal('NOT_FOUND', `Không có văn bản đi mã ${replyId} để ghi là văn bản trả lời.`, { replyId });
  const why = { cancelled: 'đã hủy', reserved: 'mới là số giữ, chưa có văn bản', used: 'là số giữ đã dùng cho văn bản khác' }[reply.status as string];
  if (why) throw new Refusal('NOT_ALLOWED', `Văn bản đi ${codeOfLine(reply) ?? `mã ${replyId}`} ${why} nên không ghi là văn bản trả lời được; chọn văn bản khác.`, { replyId, status: reply.status });
}

export const check = implementer.incoming.check.handler(async ({ input: { organName, code, issuedDate, arrivalDate, files, id }, context }) => {
  const { database } = context;
  const today = localDay(context.clock());
  const day = arrivalDate && isRealDate(arrivalDate) ? arrivalDate : today;
  const sha256s = await Promise.all((files ?? []).map(async (file) => Buffer.from(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())).toString('hex')));
  const duplicates = await findDoubles(database, { organName: organName ?? '', code: readCode(code ?? '').code, issuedDate: issuedDate && isRealDate(issuedDate) ? issuedDate : null, sha256s, except: id ?? null });
  const state = await bookState(database, book(yearOf(day)), yearOf(today));
  const { lastDate } = state;
  const notices = dayNotices({ arrivalDate: day, issuedDate: issuedDate && isRealDate(issuedDate) ? issuedDate : null, handedDate: null, dueDate: null }, today);
  if (id === undefined && lastDate !== null && lastDate > day) notices.push(`Ngày đến ${shortDate(day)} trước ngày ${shortDate(lastDate)} của số liền trước; vào lùi ngày thì ghi lý do.`);
  if (id === undefined) notices.push(...bookNotices(state, yearOf(day)));
  return { nextNumber: await nextNumber(database, book(yearOf(day))), duplicates, notices };
});

export const update = implementer.incoming.update.handler(({ input: { id, revision, reason, ...given }, context }) =>
  context.write(async (held) => {
    const { database } = held;
    const line = await incomingOf(held, id);
    refuseSettled(line, 'sửa');
    if (revision !== undefined && revision !== line.revision) throw new Refusal('CHANGED_MEANWHILE', `${nameOfIncoming(line)} đã được sửa ở nơi khác lúc ${instantInWords(line.updatedAt)}; mở lại để xem bản mới nhất rồi hãy sửa tiếp.`, { revision: line.revision });
    const columns = columnsOf(given, line);
    if (columns.arrivalDate && yearOf(columns.arrivalDate) !== line.year) throw refuseProblems([{ field: 'arrivalDate', message: `Số đến này thuộc sổ năm ${line.year}, ngày đến phải trong năm ấy. Vào nhầm sổ thì hủy số này và vào lại.` }]);
    if (columns.arrivalDate === null) delete columns.arrivalDate;
    await refuseBadReply(held, columns.replyId, line.replyId);
    const before = columns.replyId === null ? (await handlingBeforeReply(database, [line])).get(id) : undefined;
    const wanted: Record<string, unknown> = withConsequences(line, columns, before);
    if (columns.organName) wanted.organKey = organKeyOf(columns.organName);
    if (columns.code !== undefined) wanted.codeKey = codeKeyOf(columns.code);
    const changes = differences(line, wanted);
    const after = { ...line, ...columns };
    const duplicates = columns.code !== undefined || columns.organName || columns.issuedDate !== undefined ? await findDoubles(database, { ...after, sha256s: [], except: id }) : [];
    const notices = lineNotices(after, localDay(held.clock()));
    if (Object.keys(changes).length === 0) return { id, revision: line.revision, act: null, duplicates, notices };
    const by = actNow(held, await readSettings(database));
    const act = await changeIncoming(database, { ...by, act: 'update', reason: reason ?? null }, await withBackdating(database, [{ id, changes }], reason ?? null));
    await noteUsed(database, by.at, usedIn(columns));
    return { id, revision: line.revision + 1, act, duplicates, notices };
  }),
);

interface ManyLines {
  ids: readonly number[];
  set: IncomingChange;
  reason?: string | null | undefined;
  preview: boolean;
}

/** One change on many lines in one transaction, which can be watched and stopped before anything is kept. */
async function changeMany(held: EngineParts, { ids, set, reason, preview }: ManyLines, job: Job) {
  const { database } = held;
  const columns = columnsOf(set);
  if (Object.keys(columns).length === 0) throw refuseProblems([{ field: 'set', message: 'Chưa chọn điều gì để đổi.' }]);
  await refuseBadReply(held, columns.replyId);
  await job.step('Đang đọc các dòng', 0, null);
  const lines = await findIncomings(database, [...new Set(ids)]);
  const before = columns.replyId === null ? await handlingBeforeReply(database, lines) : new Map<number, Handling>();
  const changed = lines.filter(({ status }) => status === 'registered').flatMap((line): LineChange[] => {
    const changes = differences(line, withConsequences(line, columns, before.get(line.id)));
    return Object.keys(changes).length === 0 ? [] : [{ id: line.id, changes }];
  });
  const settled = lines.filter(({ status }) => status !== 'registered').length;
  const notices = settled > 0 ? [`${settled} dòng đã hủy hoặc đã thu hồi giữ nguyên.`] : [];
  const kept = new Set(ids).size - changed.length;
  if (preview || changed.length === 0) return { changed: changed.length, kept, act: null, notices };
  const by = actNow(held, await readSettings(database));
  const act = await changeIncoming(database, { ...by, act: 'update', reason: reason ?? null }, changed, actProgress(job, changed.length));
  await noteUsed(database, by.at, usedIn(columns));
  await job.step('Đang ghi vào sổ', changed.length, changed.length);
  return { changed: changed.length, kept, act, notices };
}

export const change = implementer.incoming.change.handler(({ input: { job: name, ...wanted }, context }) => context.jobs.run(name, (job) => context.write((held) => changeMany(held, wanted, job))));

function refuseSettled(line: IncomingLine, wanted: string): void {
  if (line.status === 'registered') return;
  const state = line.status === 'cancelled' ? 'đã hủy' : 'đã bị nơi gửi thu hồi';
  throw new Refusal('NOT_ALLOWED', `${nameOfIncoming(line)} ${state} nên không ${wanted} được. Khôi phục trước nếu nhầm.`, { id: line.id, status: line.status });
}

/** Cancels, recalls or restores a line: the number stays whatever happens to it. */
function changeStatus(parts: EngineParts, id: number, act: 'cancel' | 'recall' | 'restore', reason: string | null): Promise<{ id: number; status: IncomingStatus }> {
  const status: IncomingStatus = act === 'cancel' ? 'cancelled' : act === 'recall' ? 'recalled' : 'registered';
  return parts.write(async (held) => {
    const line = await incomingOf(held, id);
    if (act === 'restore' && line.status === 'registered') throw new Refusal('NOT_ALLOWED', `${nameOfIncoming(line)} đang có hiệu lực, không có gì để khôi phục.`, { id, status: line.status });
    if (act !== 'restore') refuseSettled(line, act === 'cancel' ? 'hủy lần nữa' : 'ghi thu hồi');
    const changes: LineChange['changes'] = { status: [line.status, status], cancelReason: [line.cancelReason, act === 'restore' ? null : reason] };
    await changeIncoming(held.database, { ...actNow(held, await readSettings(held.database)), act, reason }, [{ id, changes }]);
    return { id, status };
  });
}

export const cancel = implementer.incoming.cancel.handler(({ input, context }) => changeStatus(context, input.id, 'cancel', input.reason));

export const recall = implementer.incoming.recall.handler(({ input, context }) => changeStatus(context, input.id, 'recall', input.reason));

export const restore = implementer.incoming.restore.handler(({ input, context }) => changeStatus(context, input.id, 'restore', input.reason ?? null));

export const attach = implementer.incoming.attach.handler(async ({ input: { id, files }, context }) => {
  await incomingOf(context, id);
  const waiting = await storeAttached(context, files);
  return keepWith(context, waiting, async (held) => {
    const line = await incomingOf(held, id);
    const present = await incomingFilesOf(held.database, id);
    const added = waiting.filter(({ sha256 }) => !present.some((file) => file.sha256 === sha256));
    const duplicates = await findDoubles(held.database, { organName: '', code: '', issuedDate: null, sha256s: added.map(({ sha256 }) => sha256), except: id });
    await addIncomingFiles(held.database, id, await nextFileOrdinal(held.database, id), added);
    if (added.length > 0) await addIncomingHistory(held.database, id, { ...actNow(held, await readSettings(held.database)), act: 'attach', reason: added.map(({ name }) => name).join('; '), changes: null });
    await reindexIncoming(held.database, [line.id]);
    const same = waiting.length - added.length;
    return { id, files: await incomingFilesOf(held.database, id), duplicates, notices: same > 0 ? [`${same} tệp đã có sẵn ở dòng này.`] : [] };
  });
});

export const detach = implementer.incoming.detach.handler(({ input: { id, ordinal, reason }, context }) =>
  context.write(async (held) => {
    const { database } = held;
    const { name } = await fileOf(held, id, ordinal);
    const by = actNow(held, await readSettings(database));
    await database.updateTable('incomingFile').set({ removedAt: by.at }).where('incomingId', '=', id).where('ordinal', '=', ordinal).execute();
    await addIncomingHistory(database, id, { ...by, act: 'detach', reason: reason ? `${name}: ${reason}` : name, changes: null });
    await reindexIncoming(database, [id]);
    return { id, files: await incomingFilesOf(database, id) };
  }),
);

async function fileOf(parts: EngineParts, id: number, ordinal: number) {
  const line = await incomingOf(parts, id);
  const found = (await incomingFilesOf(parts.database, id)).find((file) => file.ordinal === ordinal);
  if (!found) throw new Refusal('NOT_FOUND', `${nameOfIncoming(line)} không có tệp thứ ${ordinal}.`, { id, ordinal });
  return { ...found, of: nameOfIncoming(line) };
}

export const file = implementer.incoming.file.handler(async ({ input: { id, ordinal }, context }) => {
  const { of, ...found } = await fileOf(context, id, ordinal);
  return keptFile(context, found, of.toLowerCase());
});

export const get = implementer.incoming.get.handler(async ({ input: { id }, context }) => {
  const { database } = context;
  const line = await incomingOf(context, id);
  const { signerName, signerPosition, signerCompetence, doubleReason, batch } = line;
  const reply = line.replyId === null ? undefined : await findOutgoing(database, line.replyId);
  return {
    ...asIncomingRow(line),
    signer: signerName === null && signerPosition === null && signerCompetence === null ? null : { competence: signerCompetence, position: signerPosition, fullName: signerName },
    doubleReason,
    batch,
    reply: reply ? { id: reply.id, code: codeOfLine(reply), subject: reply.subject, issuedDate: reply.issuedDate } : null,
    files: await incomingFilesOf(database, id),
    history: await incomingHistoryOf(database, line),
  };
});

export const list = listImplementer.incoming.list.handler(async ({ input: { limit, cursor, offset, exact, ...filter }, context }) => {
  refuseUnrealSpan(filter);
  return listIncoming(context.database, filter, localDay(context.clock()), limit, readStart(cursor, offset), exact);
});

export const place = implementer.incoming.place.handler(async ({ input: { id, ...filter }, context }) => {
  refuseUnrealSpan(filter);
  const { sortKey } = await incomingOf(context, id);
  return { offset: await placeOfLine(context.database, 'incoming', readIncomingFilter(filter, localDay(context.clock())), sortKey) };
});

export const views = implementer.incoming.views.handler(({ input, context }) => countViews(context.database, input?.year, localDay(context.clock())));

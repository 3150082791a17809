import type { OutgoingStatus } from '../../../shared/contract/outgoing.ts';
import { yearOf } from '../../../shared/domain/dates.ts';
import { codeOf, numberWithSuffix, seriesOf } from '../../../shared/domain/numbering.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { cleanLetter } from '../../../shared/letter/clean-letter.ts';
import { letterNotices } from '../../../shared/letter/letter-notices.ts';
import { impossibleParts, missingParts, wrongSums } from '../../../shared/letter/letter-problems.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { type EngineParts, actNow } from '../engine-parts.ts';
import { refuseProblems } from '../refusal-to-error.ts';
import { nextNumber } from '../storage/book-repository.ts';
import { listOutgoing, placeOfOutgoing } from '../storage/outgoing-list.ts';
import { codeOfLine } from '../storage/indexed-texts.ts';
import { filesOf, findOutgoing, historyOf, insertDraft, type IssuedAs, type OutgoingLine, setStatus, statusChange, updateDraft } from '../storage/outgoing-repository.ts';
import { readStart } from '../storage/register-page.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { implementer, listImplementer } from './implementer.ts';
import { issueLetter } from './issue-letter.ts';
import { lapseNotices } from './lapse-notices.ts';
import { changedMeanwhile, lineOf, notADraft, refuseUsed } from './line-of.ts';
import { refuseUnrealDays, refuseUnrealSpan } from './unreal-days.ts';

interface DraftInput extends Letter {
  incomplete?: boolean | undefined;
  codeNumber?: number | string | null | undefined;
}

/** The draft as it will be kept, with sentences about what was changed; refuses what no page can hold, or what is missing. */
function readDraft({ incomplete, codeNumber: _, ...given }: DraftInput): { letter: Letter; notices: string[] } {
  const { letter, notices } = cleanLetter(given);
  // a signer and a text may come later; what it is about and to whom is what makes a draft findable
  const mayComeLater = (field: string): boolean => field === 'signer.position' || (field === 'body' && letter.body === '');
  const problems = incomplete ? impossibleParts(letter) : missingParts(letter).filter((problem) => !mayComeLater(problem.field));
  if (problems.length > 0) throw refuseProblems(problems);
  // a draft the window keeps while it is typed is told of these beside the text
  return { letter, notices: incomplete ? notices : [...notices, ...[...wrongSums(letter), ...letterNotices(letter)].map(({ message }) => message)] };
}

/** A number in the input is never taken over; where the book would give another, that is said. */
async function numberNotices(parts: EngineParts, letter: Letter, given: DraftInput['codeNumber']): Promise<string[]> {
  if (given == null || given === '' || Number(given) === (await nextNumberOf(parts, letter))) return [];
  return [`Số ${given} trong dữ liệu gửi vào không được dùng: số do sổ cấp khi phát hành; muốn sổ bắt đầu từ số khác thì dùng books.start.`];
}

export const draft = implementer.outgoing.draft.handler(async ({ input, context }) => {
  const { letter, notices } = readDraft(input);
  const id = await context.write(async (held) => {
    const settings = await readSettings(held.database);
    return insertDraft(held.database, letter, seriesOf(letter.typeName, settings.series), actNow(held, settings));
  });
  return { id, notices: [...notices, ...(await numberNotices(context, letter, input.codeNumber))], revision: 1 };
});

export const update = implementer.outgoing.update.handler(async ({ input: { id, revision, ...input }, context }) => {
  const { letter, notices } = readDraft(input);
  const kept = await context.write(async (held) => {
    const line = await lineOf(held, id);
    const settings = await readSettings(held.database);
    if (await updateDraft(held.database, id, letter, seriesOf(letter.typeName, settings.series), revision, actNow(held, settings))) return line.revision + 1;
    if (line.status !== 'draft') throw notADraft(line, 'sửa');
    throw changedMeanwhile(line);
  });
  return { id, notices: [...notices, ...(await numberNotices(context, letter, input.codeNumber))], revision: kept };
});

export const issue = implementer.outgoing.issue.handler(async ({ input: { id, issuedDate, ...wanted }, context }) => {
  refuseUnrealDays({ issuedDate });
  return context.inTurn(() => issueLetter(context, { id, issuedDate: issuedDate ?? null, ...wanted }));
});

export const cancel = implementer.outgoing.cancel.handler(({ input: { id, reason, preview }, context }) => changeStatus(context, { id, act: 'cancel', reason: reason ?? null, preview }));

export const restore = implementer.outgoing.restore.handler(({ input: { id, reason }, context }) => changeStatus(context, { id, act: 'restore', reason: reason ?? null, preview: false }));

interface StatusWanted {
  id: number;
  act: 'cancel' | 'restore';
  reason: string | null;
  preview: boolean;
}

/** Cancels a line or takes that back, and says what becomes of the reports still owed for it; a preview only says. */
const changeStatus = (parts: EngineParts, { id, act, reason, preview }: StatusWanted): Promise<{ id: number; status: OutgoingStatus; notices?: string[] }> =>
  parts.write(async (held) => {
    const line = await lineOf(held, id);
    refuseUsed(line);
    if ((line.status === 'cancelled') === (act === 'cancel')) {
      const name = codeOfLine(line) === null ? 'Dự thảo này' : `Số ${codeOfLine(line)}`;
      throw new Refusal('NOT_ALLOWED', act === 'cancel' ? `${name} đã hủy từ trước: ${line.cancelReason ?? ''}` : `${name} đang có hiệu lực, không có gì để khôi phục.`, { id, status: line.status });
    }
    const status = act === 'cancel' ? 'cancelled' : await statusBefore(held, line);
    const by = { ...actNow(held, await readSettings(held.database)), act, reason };
    const notices = await lapseNotices(held, [statusChange(line, status, by)]);
    if (!preview) await setStatus(held.database, line, status, by);
    return { id, status, ...(notices.length > 0 && { notices }) };
  });

/** What a cancelled line was before. */
async function statusBefore({ database }: EngineParts, line: OutgoingLine): Promise<OutgoingStatus> {
  const cancelled = (await historyOf(database, line)).findLast(({ changes }) => changes?.status?.[1] === 'cancelled');
  // lines cancelled before acts told what they changed were drafts or issued
  return (cancelled?.changes?.status?.[0] as OutgoingStatus | undefined) ?? (line.codeNumber === null ? 'draft' : 'issued');
}

export const get = implementer.outgoing.get.handler(async ({ input: { id }, context }) => {
  const { database } = context;
  const line = await lineOf(context, id);
  const letter = JSON.parse(line.content) as Letter;
  const by = line.byId === null ? undefined : await findOutgoing(database, line.byId);
  const answers = await database.selectFrom('incoming').select(['id', 'arrivalNumber', 'numberSuffix', 'year', 'code', 'organName', 'subject']).where('replyId', '=', id).orderBy('sortKey').execute();
  const amends = await database.selectFrom('outgoing').select(['id', 'codeNumber', 'numberSuffix', 'codeNotation', 'status']).where('byId', '=', id).where('status', 'in', ['corrected', 'replaced']).orderBy('sortKey').execute();
  const { origin, status, series, year, codeNumber, numberSuffix, archiveUnits, copies, sentDate, receipt, note, cancelReason, backdated, reservedReason, byId, fileCount, updatedAt, revision } = line;
  return {
    ...letter,
    id,
    origin,
    status,
    series,
    year,
    codeNumber,
    number: codeNumber === null ? null : numberWithSuffix(codeNumber, numberSuffix),
    code: codeOfLine(line),
    nextCode: codeNumber !== null || status !== 'draft' ? null : codeOf(await nextNumberOf(context, letter), letter.codeNotation),
    issuedAs: line.issuedAs === null ? null : (JSON.parse(line.issuedAs) as IssuedAs),
    recipientNames: line.recipients,
    archiveUnits,
    copies,
    sentDate,
    receipt,
    note,
    cancelReason,
    backdated,
    reservedReason,
    byId,
    fileCount,
    by: by ? { id: by.id, code: codeOfLine(by), subject: by.subject } : null,
    amends: amends.map((each) => ({ id: each.id, code: codeOfLine(each), status: each.status === 'corrected' ? each.status : 'replaced' })),
    answers: answers.map(({ arrivalNumber, numberSuffix: suffix, ...each }) => ({ ...each, number: numberWithSuffix(arrivalNumber, suffix) })),
    files: await filesOf(database, id),
    history: await historyOf(database, line),
    updatedAt,
    revision,
  };
});

/** The number the letter would take if it were issued now. */
async function nextNumberOf({ database, clock }: EngineParts, letter: Letter): Promise<number> {
  const { series } = await readSettings(database);
  const year = letter.issuedDate === null ? clock().getFullYear() : yearOf(letter.issuedDate);
  return nextNumber(database, { kind: 'outgoing', series: seriesOf(letter.typeName, series), year });
}

export const list = listImplementer.outgoing.list.handler(({ input: { limit, cursor, offset, exact, sort, ...filter }, context }) => {
  refuseUnrealSpan(filter);
  return listOutgoing(context.database, filter, limit, readStart(cursor, offset), exact, sort);
});

export const place = implementer.outgoing.place.handler(async ({ input: { id, sort, ...filter }, context }) => {
  refuseUnrealSpan(filter);
  const { sortKey } = await lineOf(context, id);
  return { offset: await placeOfOutgoing(context.database, filter, { id, sortKey }, sort) };
});

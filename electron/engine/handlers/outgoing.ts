import type { OutgoingStatus } from '../../../shared/contract/outgoing.ts';
import { isRealDate, yearOf } from '../../../shared/domain/dates.ts';
import { codeOf, seriesOf } from '../../../shared/domain/numbering.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { cleanText } from '../../../shared/domain/vietnamese-text.ts';
import { cleanLetter } from '../../../shared/letter/clean-letter.ts';
import { impossibleParts, missingParts } from '../../../shared/letter/letter-problems.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { type EngineParts, actNow } from '../engine-parts.ts';
import { refuseProblems } from '../refusal-to-error.ts';
import { nextNumber } from '../storage/book-repository.ts';
import { type PageEnd, countOutgoing, listOutgoing } from '../storage/outgoing-list.ts';
import { type IssuedAs, filesOf, historyOf, insertDraft, setStatus, updateDraft } from '../storage/outgoing-repository.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { implementer } from './implementer.ts';
import { issueLetter } from './issue-letter.ts';
import { changedMeanwhile, lineOf, notADraft } from './line-of.ts';

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
  return { letter, notices };
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
    if (line.status !== 'draft') throw notADraft(line.status, line.codeNumber, line.codeNotation, 'sửa');
    throw changedMeanwhile(line);
  });
  return { id, notices: [...notices, ...(await numberNotices(context, letter, input.codeNumber))], revision: kept };
});

export const issue = implementer.outgoing.issue.handler(async ({ input: { id, issuedDate, revision }, context }) => {
  if (issuedDate && !isRealDate(issuedDate)) throw refuseProblems([{ field: 'issuedDate', message: `Ngày văn bản «${issuedDate}» không có trong lịch; ghi ngày có thật, dạng năm-tháng-ngày.` }]);
  return context.inTurn(() => issueLetter(context, { id, issuedDate: issuedDate ?? null, revision }));
});

export const cancel = implementer.outgoing.cancel.handler(({ input: { id, reason }, context }) => changeStatus(context, id, 'cancel', cleanText(reason).text));

export const restore = implementer.outgoing.restore.handler(({ input: { id, reason }, context }) => changeStatus(context, id, 'restore', reason ? cleanText(reason).text : null));

async function changeStatus(parts: EngineParts, id: number, act: 'cancel' | 'restore', reason: string | null): Promise<{ id: number; status: OutgoingStatus }> {
  const status = await parts.write(async (held) => {
    const line = await lineOf(held, id);
    if ((line.status === 'cancelled') === (act === 'cancel')) {
      const name = line.codeNumber === null ? 'Dự thảo này' : `Số ${codeOf(line.codeNumber, line.codeNotation)}`;
      throw new Refusal('NOT_ALLOWED', act === 'cancel' ? `${name} đã hủy từ trước: ${line.cancelReason ?? ''}` : `${name} đang có hiệu lực, không có gì để khôi phục.`, { id, status: line.status });
    }
    const next: OutgoingStatus = act === 'cancel' ? 'cancelled' : line.codeNumber === null ? 'draft' : 'issued';
    await setStatus(held.database, line, next, { ...actNow(held, await readSettings(held.database)), act, reason });
    return next;
  });
  return { id, status };
}

export const get = implementer.outgoing.get.handler(async ({ input: { id }, context }) => {
  const line = await lineOf(context, id);
  const letter = JSON.parse(line.content) as Letter;
  const numbered = line.codeNumber !== null;
  return {
    ...letter,
    id,
    status: line.status,
    series: line.series,
    year: line.year,
    codeNumber: line.codeNumber,
    code: line.codeNumber === null ? null : codeOf(line.codeNumber, line.codeNotation),
    nextCode: numbered || line.status !== 'draft' ? null : codeOf(await nextNumberOf(context, letter), letter.codeNotation),
    issuedAs: line.issuedAs === null ? null : (JSON.parse(line.issuedAs) as IssuedAs),
    files: await filesOf(context.database, id),
    history: await historyOf(context.database, id),
    updatedAt: line.updatedAt,
    revision: line.revision,
  };
});

/** The number the letter would take if it were issued now. */
async function nextNumberOf({ database, clock }: EngineParts, letter: Letter): Promise<number> {
  const { series } = await readSettings(database);
  const year = letter.issuedDate === null ? clock().getFullYear() : yearOf(letter.issuedDate);
  return nextNumber(database, { kind: 'outgoing', series: seriesOf(letter.typeName, series), year });
}

export const list = implementer.outgoing.list.handler(async ({ input: { limit, cursor, ...filter }, context }) => {
  for (const [field, day] of [['from', filter.from], ['to', filter.to]] as const) {
    if (day !== undefined && !isRealDate(day)) throw refuseProblems([{ field, message: `Ngày «${day}» không có trong lịch.` }]);
  }
  const { rows, end } = await listOutgoing(context.database, filter, limit, cursor === undefined ? null : readCursor(cursor));
  const counts = await countOutgoing(context.database, filter);
  const total = filter.status ? counts[filter.status] : counts.draft + counts.issued + counts.cancelled;
  return { rows, total, counts, ...(end && { nextCursor: Buffer.from(JSON.stringify([end.position, end.id])).toString('base64url') }) };
});

function readCursor(cursor: string): PageEnd {
  try {
    const [position, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (typeof position === 'string' && typeof id === 'number') return { position, id };
  } catch {
    // not what nextCursor gave: said below
  }
  throw refuseProblems([{ field: 'cursor', message: 'Con trỏ trang (cursor) không đúng; dùng lại nextCursor của lần gọi trước.' }]);
}

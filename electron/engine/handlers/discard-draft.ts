import { Refusal } from '../../../shared/domain/refusal.ts';
import { actNow, type EngineParts } from '../engine-parts.ts';
import { codeOfLine } from '../storage/indexed-texts.ts';
import { changeOutgoing, historyOf, type OutgoingLine, statusChange } from '../storage/outgoing-repository.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { implementer } from './implementer.ts';
import { changedMeanwhile, lineOf, refuseUsed } from './line-of.ts';

/** Acts by which a line has had a number, or has gone to somebody. */
const numbering: readonly string[] = ['issue', 'register', 'import', 'reserve', 'use'];
const handing: readonly string[] = ['send', 'correct', 'replace', 'recall'];

/**
 * Throws a draft away without a reason: nobody outside the desk has seen it and it never stood in the book. The line
 * stays among the cancelled ones, so that the act can be taken back. Refuses what had a number or was handed over.
 */
export const discard = implementer.outgoing.discard.handler(({ input: { id, revision }, context }) =>
  context.write(async (held) => {
    const { database } = held;
    const line = await lineOf(held, id);
    await refuseKnown(held, line);
    if (revision !== undefined && line.revision !== revision) throw changedMeanwhile(line);
    const by = { ...actNow(held, await readSettings(database)), act: 'cancel', reason: null };
    // the column may not be null: a reason left empty tells a discarded draft from a cancelled one
    const change = statusChange(line, 'cancelled', { ...by, reason: '' });
    return { id, status: 'cancelled' as const, act: await changeOutgoing(database, by, [change]) };
  }),
);

async function refuseKnown({ database }: EngineParts, line: OutgoingLine): Promise<void> {
  const { id, status, codeNumber, sentDate, receipt } = line;
  refuseUsed(line);
  const history = await historyOf(database, line);
  const did = (acts: readonly string[]): boolean => history.some(({ act }) => acts.includes(act));
  const code = codeOfLine(line);
  if (codeNumber !== null || did(numbering)) {
    const sentence =
      status === 'cancelled'
        ? `Số ${code ?? ''} đã hủy và vẫn đứng trong sổ, không bỏ được.`
        : `Văn bản này đã có số${code === null ? '' : ` ${code}`} nên không bỏ được; muốn thôi dùng số ấy thì hủy số và ghi lý do.`;
    throw new Refusal('NOT_ALLOWED', sentence, { id, status, code });
  }
  if (status === 'cancelled') {
    throw new Refusal('NOT_ALLOWED', 'Dự thảo này đã hủy hoặc đã bỏ từ trước; muốn dùng lại thì lấy lại dự thảo.', { id, status, code });
  }
  const reached = await database
    .selectFrom('recipient')
    .select('id')
    .where('outgoingId', '=', id)
    .where((of) => of.or([of('sentDate', 'is not', null), of('receipt', 'is not', null)]))
    .limit(1)
    .executeTakeFirst();
  if (sentDate !== null || receipt !== null || reached !== undefined || did(handing)) {
    const message = 'Dự thảo này đã chuyển cho nơi khác nên không bỏ không lý do được; hãy hủy dự thảo và ghi lý do.';
    throw new Refusal('NOT_ALLOWED', message, { id, status, code });
  }
}

import { Refusal } from '../../../shared/domain/refusal.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { EngineParts } from '../engine-parts.ts';
import { daysOfObligation, findObligation, type ObligationLine } from '../storage/obligation-repository.ts';
import { type OutgoingLine } from '../storage/outgoing-repository.ts';
import { codeOfLine } from '../storage/indexed-texts.ts';
import { lineOf } from './line-of.ts';
import { whyEnded } from './owed-days.ts';

/** An obligation with its dispatch, the letter where it was written here, and its days. */
export interface AskedFor {
  obligation: ObligationLine;
  line: OutgoingLine;
  letter: Partial<Letter>;
  days: Awaited<ReturnType<typeof daysOfObligation>>;
  duties: { id: number; name: string }[];
}

/** What an obligation asked for, of whom; refuses one that is not there or nobody owes any more. */
export async function askedFor(parts: Pick<EngineParts, 'database'>, id: number): Promise<AskedFor> {
  const { database } = parts;
  const obligation = await findObligation(database, id);
  if (!obligation) throw new Refusal('NOT_FOUND', `Không có việc phải báo cáo mã ${id}.`, { obligation: id });
  const line = await lineOf(parts, obligation.outgoingId);
  const ended = whyEnded({ ...obligation, status: line.status, code: codeOfLine(line), cancelReason: line.cancelReason });
  if (ended !== null) throw new Refusal('NOT_ALLOWED', ended, { obligation: id });
  const duties = await database.selectFrom('duty').select(['id', 'name']).where('obligationId', '=', id).orderBy('ordinal').execute();
  return { obligation, line, letter: JSON.parse(line.content || '{}') as Partial<Letter>, days: await daysOfObligation(database, id), duties };
}

/** The n-th day, or a refusal that says how many there are. */
export function dayNumbered({ obligation, days }: AskedFor, n: number): AskedFor['days'][number] {
  const day = days.find((one) => one.n === n);
  if (!day) throw new Refusal('NOT_FOUND', `Việc «${obligation.what}» có ${days.length} lần báo cáo, không có lần thứ ${n}.`, { obligation: obligation.id, n });
  return day;
}

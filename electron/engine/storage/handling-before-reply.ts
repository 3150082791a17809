import type { Kysely } from 'kysely';
import type { Handling } from '../../../shared/contract/incoming.ts';
import type { IncomingLine } from './incoming-repository.ts';
import type { LineChange } from './register-acts.ts';
import type { Database } from './schema.ts';

type Answered = Pick<IncomingLine, 'id' | 'handling' | 'needsReply' | 'replyId'>;

/**
 * What the lines that an answer has settled were before it, by their ids; a line that somebody settled by hand is not
 * among them. One answered from its first day on counts as waiting.
 */
export async function handlingBeforeReply(database: Kysely<Database>, lines: readonly Answered[]): Promise<Map<number, Handling>> {
  const before = new Map<number, Handling>();
  const settled = lines.filter(({ handling, replyId }) => handling === 'done' && replyId !== null);
  for (let at = 0; at < settled.length; at += 500) {
    const some = settled.slice(at, at + 500);
    const entries = await database.selectFrom('incomingHistory').select(['incomingId', 'changes']).where('incomingId', 'in', some.map(({ id }) => id)).where('changes', 'is not', null).orderBy('id').execute();
    const byLine = Map.groupBy(entries, ({ incomingId }) => incomingId);
    for (const line of some) {
      const told = (byLine.get(line.id) ?? []).map(({ changes }) => JSON.parse(changes ?? '{}') as LineChange['changes']);
      const last = told.findLast((changes) => changes.handling !== undefined);
      if (last?.replyId?.[1] != null) before.set(line.id, last.handling?.[0] as Handling);
      else if (!last && line.needsReply === 1 && !told.some((changes) => changes.replyId?.[0] === null)) before.set(line.id, 'waiting');
    }
  }
  return before;
}

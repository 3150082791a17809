import { call } from '@orpc/server';
import type { EngineParts } from '../engine-parts.ts';
import { findOutgoing } from '../storage/outgoing-repository.ts';
import { recipientsOf } from '../storage/recipient-repository.ts';
import type { DemonstrationAct, DemonstrationSendings } from './demonstration-files.ts';
import { onDay } from './demonstration-lines.ts';
import type { ByName } from './demonstration-reports.ts';
import { add, mark } from './recipients.ts';

/** Notes of every dispatch that stands how and when it went to whom, and of some that it was taken over. */
export async function enterSendings(held: EngineParts, { usual, places, acknowledged }: DemonstrationSendings, acts: readonly DemonstrationAct[], { outgoing, agencies }: Pick<ByName, 'outgoing' | 'agencies'>): Promise<void> {
  // a letter written elsewhere came into the book without a list of its own
  const registered = new Map(acts.flatMap((act) => (act.act === 'register' ? [[act.code, act] as const] : [])));
  const taken = new Map(acknowledged.map((each) => [each.code, each]));
  for (const [code, dispatch] of outgoing) {
    const line = await findOutgoing(held.database, dispatch);
    if (!line?.issuedDate || line.status === 'cancelled' || line.status === 'recalled' || line.status === 'reserved') continue;
    const elsewhere = registered.get(code);
    const day = elsewhere?.on ?? line.issuedDate;
    const context = onDay(held, day, '16:20:00');
    if (elsewhere) await call(add, { dispatch, lines: elsewhere.given.recipients }, { context });
    const rows = await recipientsOf(held.database, dispatch);
    const groups = Map.groupBy(rows, ({ line: printed, name }) => places.find(({ names }) => names.includes(printed) || names.includes(name)) ?? null);
    for (const [place, group] of groups) {
      const handed = place?.acknowledgedBy === undefined ? {} : { acknowledgedDate: day, acknowledgedBy: place.acknowledgedBy };
      await call(mark, { ids: group.map(({ id }) => id), set: { how: place?.how ?? usual, sentDate: day, ...(place?.note !== undefined && { note: place.note }), ...handed } }, { context });
    }
    const back = taken.get(code);
    if (!back) continue;
    taken.delete(code);
    const silent = new Set(back.except.map((name) => agencies.get(name)));
    const ids = (groups.get(null) ?? []).flatMap(({ id, agencyId }) => (agencyId === null || silent.has(agencyId) ? [] : [id]));
    await call(mark, { ids, set: { acknowledgedDate: back.on } }, { context: onDay(held, back.on, '16:40:00') });
  }
  if (taken.size > 0) throw new Error(`the demonstration acknowledges what was not sent: ${[...taken.keys()].join(', ')}`);
}

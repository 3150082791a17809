import type { EngineParts } from '../engine-parts.ts';
import { findIncomings } from '../storage/incoming-repository.ts';
import { findOutgoings, linksFrom } from '../storage/outgoing-repository.ts';
import type { ChangedAct, LineChange } from '../storage/register-acts.ts';

/** The changes that bring the lines of an act back to what they were: of those that still are as it left them. */
export async function linesBack({ database }: Pick<EngineParts, 'database'>, { book, lines: changed }: Pick<ChangedAct, 'book' | 'lines'>): Promise<LineChange[]> {
  const ids = changed.map(({ id }) => id);
  const lines: readonly Readonly<Record<string, unknown> & { id: number }>[] = book === 'incoming' ? await findIncomings(database, ids) : await findOutgoings(database, ids);
  const now = new Map(lines.map((line) => [line.id, line]));
  const back: LineChange[] = [];
  for (const { id, changes, movedOn } of changed) {
    const line = now.get(id);
    const untouched = line !== undefined && !movedOn && Object.entries(changes).every(([column, [, after]]) => line[column] === after);
    // what is cancelled or recalled keeps what it says until it is restored
    const settled = book === 'incoming' && line?.status !== 'registered' && changes.status === undefined;
    const link = book === 'outgoing' ? changes.byId?.[0] : null;
    const circular = typeof link === 'number' && (await linksFrom(database, link)).includes(id);
    if (untouched && !settled && !circular) back.push({ id, changes: Object.fromEntries(Object.entries(changes).map(([column, [before, after]]) => [column, [after, before]])) });
  }
  return back;
}

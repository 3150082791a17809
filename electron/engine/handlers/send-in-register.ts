import type { EngineParts } from '../engine-parts.ts';
import { changeOutgoing } from '../storage/outgoing-repository.ts';
import { type Act, findAct, type LineChange } from '../storage/register-acts.ts';
import type { TrackedChange } from '../storage/tracking-acts.ts';
import { linesBack } from './lines-back.ts';

/** Beside the columns of a recipient: the act of the register that what was noted on recipients brought with it. */
const link = 'outgoingAct';

/** Writes in the register that dispatches have gone to all their recipients. Answers the act, null where nothing is to be written. Inside a transaction. */
export const sendInRegister = async (database: EngineParts['database'], by: Act, lines: readonly LineChange[]): Promise<number | null> =>
  lines.length === 0 ? null : changeOutgoing(database, { ...by, act: 'send', reason: 'đã gửi đủ các nơi nhận' }, lines);

/** The changes with the act of the register they brought, so that both are taken back together. */
export const withSending = (changes: readonly TrackedChange[], act: number | null): TrackedChange[] => changes.map((change, at) => (at > 0 || act === null ? change : { ...change, changes: { ...change.changes, [link]: [null, act] } }));

/** The changes of the recipients alone, and the act of the register that came with them. */
export function apartFromSending(changes: readonly TrackedChange[]): { own: TrackedChange[]; act: number | null } {
  const acts = changes.flatMap((change) => change.changes[link]?.[1] ?? []) as number[];
  return { own: changes.map((change) => ({ ...change, changes: Object.fromEntries(Object.entries(change.changes).filter(([column]) => column !== link)) })), act: acts[0] ?? null };
}

/** Takes back that dispatches were sent, on those lines that still say what the act wrote. Answers the lines. Inside a transaction. */
export async function unsendInRegister({ database }: Pick<EngineParts, 'database'>, by: Act, actId: number, dispatches: ReadonlySet<number>): Promise<LineChange[]> {
  const found = await findAct(database, actId);
  if (!found || found.undone) return [];
  const back = await linesBack({ database }, { ...found, lines: found.lines.filter(({ id }) => dispatches.has(id)) });
  if (back.length > 0) await changeOutgoing(database, { ...by, act: 'undo', reason: null, undoOf: actId }, back);
  return back;
}

import { call } from '@orpc/server';
import type { StoredFile } from '../../../shared/contract/outgoing.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { addDays, dayNumber, localDay, weekdayOf } from '../../../shared/domain/dates.ts';
import { seriesOf } from '../../../shared/domain/numbering.ts';
import { type EngineParts, actNow } from '../engine-parts.ts';
import { findOutgoing, insertDraft, setStatus } from '../storage/outgoing-repository.ts';
import type { DemonstrationAct, DemonstrationIncoming, DemonstrationLetter } from './demonstration-files.ts';
import { update } from './change-incoming.ts';
import { cancel, recall } from './incoming-states.ts';
import { issueInside } from './issue-letter.ts';
import { mark } from './mark-outgoing.ts';
import { register } from './register-incoming.ts';
import { register as registerOutgoing, reserve } from './register-outgoing.ts';

/** The day the demonstration tells of: what is late, due and waiting in it is so as seen from this day. */
export const demonstrationDay = '2026-11-20';

/** The same parts on another day, inside the transaction and the turn that are held already. */
export function onDay(held: EngineParts, day: string, time = '09:00:00'): EngineParts {
  const dated: EngineParts = { ...held, clock: () => new Date(`${day}T${time}`), inTurn: (work) => work(), write: (work) => work(dated) };
  return dated;
}

/** Enters a letter as it was written, issued on its day, and perhaps cancelled; answers its id and, when it has one, its code. */
export async function enterLetter(held: EngineParts, { state, issuedDate, cancelReason, letter }: DemonstrationLetter, settings: Pick<Settings, 'series' | 'clerk'>, onStored: (files: StoredFile[]) => void): Promise<{ id: number; code: string | null }> {
  // a draft has no date yet: it was written today
  const dated = issuedDate === null ? held : onDay(held, issuedDate);
  const act = actNow(dated, settings);
  const id = await insertDraft(held.database, letter, seriesOf(letter.typeName, settings.series), act);
  if (state === 'draft') return { id, code: null };
  const { code } = await issueInside(dated, { id, issuedDate }, onStored);
  const line = await findOutgoing(held.database, id);
  if (state === 'cancelled' && line) await setStatus(held.database, line, 'cancelled', { ...act, act: 'cancel', reason: cancelReason ?? null });
  return { id, code };
}

/** Does one of the acts on the outgoing book; `lines` gives and learns the ids of codes. */
export async function doOutgoingAct(held: EngineParts, act: DemonstrationAct, lines: Map<string, number>): Promise<void> {
  const context = onDay(held, act.on, '15:20:00');
  const idOf = (code: string): number => {
    const id = lines.get(code);
    if (id === undefined) throw new Error(`the demonstration has no dispatch ${code}`);
    return id;
  };
  const learn = (id: number, code: string): void => {
    if (code !== act.code) throw new Error(`the demonstration's ${act.code} became ${code}`);
    lines.set(code, id);
  };
  const codeNotation = act.code.slice(act.code.indexOf('/') + 1);
  if (act.act === 'register') {
    const { id, code } = await call(registerOutgoing, { ...act.given, codeNotation }, { context });
    learn(id, code);
  } else if (act.act === 'reserve') {
    const { rows } = await call(reserve, { typeName: act.typeName, codeNotation, issuedDate: act.on, reason: act.reason }, { context });
    for (const { id, code } of rows) learn(id, code);
  } else {
    await call(mark, { ids: [idOf(act.code)], by: act.by === undefined ? null : idOf(act.by), ...act.given }, { context });
  }
}

/** Enters an incoming dispatch on `day`; answers its id. */
export async function enterIncoming(held: EngineParts, line: DemonstrationIncoming, files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>, day: string): Promise<number> {
  const { handed: _, reply, done, cancelled, recalled, file, fileName, dueDate, ...given } = line;
  const open = !done && !reply && !cancelled && !recalled;
  const bytes = file === undefined ? undefined : files.get(file);
  const attached = bytes ? { files: [new File([bytes], fileName ?? file ?? '', { type: 'application/pdf' })] } : {};
  const { id } = await call(register, { ...given, ...attached, dueDate: dueDate && open ? dueAsSeenFrom(dueDate, localDay(held.clock())) : (dueDate ?? null) }, { context: onDay(held, day, '08:40:00') });
  return id;
}

/** Does what became of an incoming dispatch, each on its day. */
export async function followIncoming(held: EngineParts, id: number, { handed, reply, done, cancelled, recalled }: DemonstrationIncoming, lines: ReadonlyMap<string, number>): Promise<void> {
  if (handed) await call(update, { id, handedDate: handed.date, handedTo: handed.to, receipt: handed.receipt }, { context: onDay(held, handed.date, '10:30:00') });
  if (reply) await call(update, { id, replyId: lines.get(reply.code) ?? null }, { context: onDay(held, reply.date, '16:45:00') });
  if (done) await call(update, { id, handling: 'done' }, { context: onDay(held, done, '16:00:00') });
  if (cancelled) await call(cancel, { id, reason: cancelled.reason }, { context: onDay(held, cancelled.date, '14:15:00') });
  if (recalled) await call(recall, { id, reason: recalled.reason }, { context: onDay(held, recalled.date, '14:15:00') });
}

/** A day that is still to come on the demonstration's day is still to come on the day it is loaded; on a weekend it becomes Monday. */
export function dueAsSeenFrom(due: string, today: string): string {
  const later = (dayNumber(today) ?? 0) - (dayNumber(demonstrationDay) ?? 0);
  if (due < demonstrationDay || later <= 0) return due;
  const moved = addDays(due, later);
  const weekday = weekdayOf(moved);
  return addDays(moved, weekday === 'Thứ Bảy' ? 2 : weekday === 'Chủ Nhật' ? 1 : 0);
}

import type { Refusal } from '../../../shared/domain/refusal.ts';
import type { EngineParts } from '../engine-parts.ts';
import { describeDamage } from './describe-damage.ts';

/** Calls that bring a damaged book back, or watch over that. */
const helping = new Set(['backup.list', 'backup.verify', 'backup.restore', 'jobs.get', 'jobs.cancel']);

const described = new WeakMap<Refusal, Promise<Refusal>>();

/** Refuses every other call while the book is damaged or its file gone, saying which backup there is and what it lacks. */
export async function refuseDamagedBook(parts: EngineParts, procedure: readonly string[]): Promise<void> {
  const damage = parts.book.damage();
  if (!damage || helping.has(procedure.join('.'))) return;
  const description = described.get(damage) ?? describeDamage(parts, damage);
  // found out once: a window asks for many things at once
  described.set(damage, description);
  throw await description;
}

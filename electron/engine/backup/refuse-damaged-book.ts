import type { EngineParts } from '../engine-parts.ts';

/** Calls that bring a damaged book back, or watch over that. */
const helping = new Set(['backup.list', 'backup.verify', 'backup.restore', 'jobs.get', 'jobs.cancel']);

/** Refuses every other call while the book is damaged or its file gone. */
export async function refuseDamagedBook(parts: EngineParts, procedure: readonly string[]): Promise<void> {
  const damage = parts.book.damage();
  if (damage && !helping.has(procedure.join('.'))) throw await Promise.resolve(damage);
}

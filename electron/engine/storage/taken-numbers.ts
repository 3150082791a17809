import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

/** A number that was given. */
export interface TakenNumber {
  kind: 'incoming' | 'outgoing';
  series: string;
  year: number;
  number: number;
}

const taken = new WeakMap<Kysely<Database>, TakenNumber[]>();

/** Remembers that this transaction takes a number. */
export function noteTaken(transaction: Kysely<Database>, number: TakenNumber): void {
  const numbers = taken.get(transaction);
  if (numbers) numbers.push(number);
  else taken.set(transaction, [number]);
}

/** The numbers a transaction has taken. */
export const takenIn = (transaction: Kysely<Database>): readonly TakenNumber[] => taken.get(transaction) ?? [];

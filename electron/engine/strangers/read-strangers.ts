import type { Logger } from 'pino';
import type { StrangerPool } from './stranger-pool.ts';
import type { AnswerOf, OrderOf, StrangerKind } from './stranger-tasks.ts';
import type { Step } from './strangers-file.ts';

/** Reads a file that somebody else has made, bounded in time and memory; refused in words when it cannot be read. */
export type ReadStrangers = <Kind extends StrangerKind>(kind: Kind, order: OrderOf<Kind>, watch?: (...step: Step) => Promise<void> | void) => Promise<AnswerOf<Kind>>;

/** The reader of an engine; the log keeps what a file did, never what it says. */
export const readStrangersWith = (pool: StrangerPool, log: Logger): ReadStrangers => (kind, order, watch) =>
  pool.run(kind, order, { ...(watch && { watch }), noted: (what) => log.warn({ kind, size: order.bytes.length, what }, "a stranger's file was not read") });

import type { RefusalCode } from '../../shared/domain/refusal.ts';

/** What the main process tells the engine process; `port` comes with one MessagePort. */
export type ToEngine = { kind: 'port' } | { kind: 'close' };

/** What the engine process tells the main process. */
export type FromEngine = { kind: 'ready' } | { kind: 'refused'; code: RefusalCode; sentence: string };

/** Exit code of an engine that said why it could not start. */
export const refusedToStart = 3;

/**
 * Hears how far a long work is: what it is at, as people say it, how much is done and of how much (null while unknown).
 * It throws when the work is to stop; whoever works then leaves nothing half done.
 */
export type Watch = (phase: string, done: number, total: number | null) => void;

/** Nobody listens. */
export const unwatched: Watch = () => undefined;

/** What a way to a line of the outgoing book says when the person wants to write beside it at once. */
export const writeBeside = { writeBeside: true };

/** Whether the address was come to so. */
export const wantsToWrite = (state: unknown): boolean => typeof state === 'object' && state !== null && 'writeBeside' in state;

/** waiting: not yet handed on; handed: somebody has it; done: settled. */
export const handlings = ['waiting', 'handed', 'done'] as const;

/** The views of the incoming book that every office opens, each its own condition. */
export const incomingViews = ['today', 'waiting', 'due-soon', 'late', 'unanswered', 'cancelled', 'without-files'] as const;

/** What an outgoing dispatch can be. */
export const outgoingStatuses = ['draft', 'reserved', 'issued', 'sent', 'corrected', 'replaced', 'recalled', 'cancelled'] as const;

/** 0 thường, 1 khẩn, 2 thượng khẩn, 3 hỏa tốc. */
export const priorities = [0, 1, 2, 3] as const;

/** The one of them that a text names, or undefined. */
export const namedIn = <Each extends string | number>(all: readonly Each[], text: string | null | undefined): Each | undefined => all.find((each) => String(each) === text);

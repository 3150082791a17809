let last: number | null = null;

/** Remembers the act that Ctrl+Z takes back. */
export const rememberAct = (act: number): void => void (last = act);

/** Something else has been done since, or another book stands in its place: Ctrl+Z would take back what nobody thinks of any more. */
export const forgetLastAct = (): void => void (last = null);

/** The act done last in this window; null when there is none to take back. */
export const lastAct = (): number | null => last;

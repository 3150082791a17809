let last: number | null = null;

/** Remembers the act that Ctrl+Z takes back. */
export const rememberAct = (act: number): void => void (last = act);

/** The act is taken back already, or cannot be any more. */
export const forgetAct = (act: number): void => {
  if (last === act) last = null;
};

/** The act done last in this window; null when there is none to take back. */
export const lastAct = (): number | null => last;

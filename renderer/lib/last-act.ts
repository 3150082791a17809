/** Who takes an act back: the register's own undo, or that of tracking, of the recipients, of the directory. */
export type ActBook = 'register' | 'owed' | 'recipients' | 'agencies';

/** An act that can be taken back, by its id in its book. */
export interface DoneAct {
  book: ActBook;
  act: number;
}

let last: DoneAct | null = null;

/** Remembers the act that Ctrl+Z takes back. */
export const rememberAct = (done: DoneAct): void => void (last = done);

/** Something else has been done since, or another book stands in its place: Ctrl+Z would take back what nobody thinks of any more. */
export const forgetLastAct = (): void => void (last = null);

/** The act done last in this window; null when there is none to take back. */
export const lastAct = (): DoneAct | null => last;

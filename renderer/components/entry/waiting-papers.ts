/** A file on the form. */
export interface Paper {
  key: string;
  file: File;
}

/** The papers of one form: those of the document being entered, and the documents that wait behind it. */
export interface Papers {
  here: readonly Paper[];
  waiting: readonly File[];
}

const none: Papers = { here: [], waiting: [] };
const kept = new Map<string, Papers>();
let made = 0;

/** A file under a key of its own. */
export const asPaper = (file: File): Paper => ({ key: `paper-${(made += 1)}`, file });

/** The papers left on the form of a data folder when the screen was left; a reload forgets them, since files belong to the system. */
export const papersOf = (folderId: string): Papers => kept.get(folderId) ?? none;

export const keepPapers = (folderId: string, papers: Papers): void => void kept.set(folderId, papers);

/** The next document's papers come onto the form. */
export function nextPapers({ waiting }: Papers): Papers {
  const [next, ...rest] = waiting;
  return { here: next ? [asPaper(next)] : [], waiting: rest };
}

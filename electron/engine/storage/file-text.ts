/** What was read of a file that people attached; see `fileText` of migration 0007. */
export type FileText =
  | { state: 'read' | 'cut'; words: string; packed: Uint8Array }
  | { state: 'none' | 'secret'; reason: string };

/** Most text that is kept of one file, letters: some two hundred pages. */
export const longestText = 500_000;

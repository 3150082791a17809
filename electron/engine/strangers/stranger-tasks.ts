import type { Refusal } from '../../../shared/domain/refusal.ts';
import type { TableRow } from '../../../shared/letter/reported-table.ts';
import type { StampPlace } from '../documents/arrival-stamp-pdf.ts';
import type { StampFacts } from '../documents/arrival-stamp.ts';
import type { StampFonts } from '../documents/stamp-type.ts';
import type { PreviewOrder, PreviewReading } from '../import/preview-old-book.ts';
import type { ReadOrder, ReadPart } from '../import/read-parts.ts';
import type { FileText } from '../storage/file-text.ts';
import type { PlainNamedSheet, Step, StrangersFile } from './strangers-file.ts';

type Heads = Readonly<Record<string, readonly string[]>>;
type Needed = Readonly<Record<string, string>>;
type Stamp = { page: number; place: StampPlace; facts: StampFacts; fonts: StampFonts };

/** Everything that opens a file somebody else has made, with what it is given and what it answers. */
export interface StrangerTasks {
  'stamped-pdf': { order: StrangersFile & Stamp; answer: Uint8Array };
  /** The words inside an attached file, to be found by the search. */
  'file-text': { order: StrangersFile; answer: FileText };
  'sent-tables': { order: StrangersFile; answer: TableRow[][] };
  'named-sheet': { order: StrangersFile & { heads: Heads; needed: Needed }; answer: PlainNamedSheet };
  'old-book-preview': { order: PreviewOrder; answer: PreviewReading };
  /** A small book whole; a large one is read by `readInThread`, a few parts ahead of the writer. */
  'old-book-parts': { order: ReadOrder & { problemsTold: number }; answer: ReadPart[] };
}

export type StrangerKind = keyof StrangerTasks;
export type OrderOf<Kind extends StrangerKind> = StrangerTasks[Kind]['order'];
export type AnswerOf<Kind extends StrangerKind> = StrangerTasks[Kind]['answer'];

/** What the thread is sent, and what it says. */
export type StrangerOrder = { [Kind in StrangerKind]: { kind: Kind; order: OrderOf<Kind> } }[StrangerKind];
export type StrangerMessage =
  | { step: Step }
  | { answer: unknown }
  | { refusal: Pick<Refusal, 'code' | 'message' | 'data'> }
  | { failure: string };

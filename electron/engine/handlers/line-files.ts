import type { AttachedFile } from '../../../shared/contract/incoming.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { actNow, type EngineParts } from '../engine-parts.ts';
import type { Act } from '../storage/register-acts.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { keptFile, storeAttached, type WaitingFile } from './attached-files.ts';
import { keepWith } from './keep-with.ts';

type Book = EngineParts['database'];

/** How one of the two books keeps the files that people add to its lines. */
export interface LineFiles<Kept extends AttachedFile> {
  /** What the line is called at the head of a sentence; refuses one that is not there. */
  nameOf: (parts: EngineParts, id: number) => Promise<string>;
  /** Refuses a line that is not there or takes no more files. */
  refuseMore: (parts: EngineParts, id: number) => Promise<void>;
  /** Every file of the line that is shown. */
  filesOf: (database: Book, id: number) => Promise<Kept[]>;
  /** Whether a person added it: what was drawn for a letter is not taken away. */
  isAdded: (file: Kept) => boolean;
  add: (database: Book, id: number, files: readonly WaitingFile[]) => Promise<void>;
  setAside: (database: Book, id: number, ordinal: number, at: string) => Promise<void>;
  /** Writes the act into the history of the line, and anew what the line is found by. */
  note: (database: Book, id: number, entry: Act & { act: 'attach' | 'detach'; reason: string }) => Promise<void>;
}

/** Adds files to a line, those it has left out; `beside` reads what else the answer tells, before they are linked. */
export async function attachTo<Kept extends AttachedFile, Beside>(parts: EngineParts, book: LineFiles<Kept>, id: number, files: readonly File[], beside: (held: EngineParts, added: readonly WaitingFile[]) => Promise<Beside>) {
  await book.refuseMore(parts, id);
  const waiting = await storeAttached(parts, files);
  return keepWith(parts, waiting, async (held) => {
    const { database } = held;
    await book.refuseMore(held, id);
    const present = (await book.filesOf(database, id)).filter(book.isAdded);
    const added = waiting.filter(({ sha256 }) => !present.some((file) => file.sha256 === sha256));
    const told = await beside(held, added);
    if (added.length > 0) {
      await book.add(database, id, added);
      await book.note(database, id, { ...actNow(held, await readSettings(database)), act: 'attach', reason: added.map(({ name }) => name).join('; ') });
    }
    const same = waiting.length - added.length;
    return { id, files: await book.filesOf(database, id), notices: same > 0 ? [`${same} tệp đã có sẵn ở dòng này.`] : [], ...told };
  });
}

/** Sets a file of a line aside: it is not shown any more, and stays in the store and in the history. */
export const detachFrom = <Kept extends AttachedFile>(parts: EngineParts, book: LineFiles<Kept>, { id, ordinal, reason }: { id: number; ordinal: number; reason?: string | null | undefined }): Promise<{ id: number; files: Kept[] }> =>
  parts.write(async (held) => {
    const { database } = held;
    const { name } = await addedOf(held, book, id, ordinal);
    const by = actNow(held, await readSettings(database));
    await book.setAside(database, id, ordinal, by.at);
    await book.note(database, id, { ...by, act: 'detach', reason: reason ? `${name}: ${reason}` : name });
    return { id, files: await book.filesOf(database, id) };
  });

/** One file of a line with its bytes. */
export async function readFileOf<Kept extends AttachedFile>(parts: EngineParts, book: LineFiles<Kept>, id: number, ordinal: number): Promise<File> {
  const { of, ...found } = await addedOf(parts, book, id, ordinal);
  return keptFile(parts, found, of.replace(/^./u, (first) => first.toLowerCase()));
}

async function addedOf<Kept extends AttachedFile>(parts: EngineParts, book: LineFiles<Kept>, id: number, ordinal: number): Promise<Kept & { of: string }> {
  const of = await book.nameOf(parts, id);
  const found = (await book.filesOf(parts.database, id)).find((file) => book.isAdded(file) && file.ordinal === ordinal);
  if (!found) throw new Refusal('NOT_FOUND', `${of} không có tệp đính kèm thứ ${ordinal}.`, { id, ordinal });
  return { ...found, of };
}

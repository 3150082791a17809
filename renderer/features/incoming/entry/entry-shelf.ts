import { z } from 'zod';
import { entryFields, type EntryForm } from './entry-form.ts';

const text = z.string().catch('');
const Form = z.object({ ...Object.fromEntries(entryFields.map((field) => [field, text])), typeGuess: text }) as unknown as z.ZodType<EntryForm>;

/** A save whose answer may have been lost: the line, if there is one, has this number or a later one of the year. */
export const SaveTry = z.object({ from: z.int(), year: z.int() });
export type SaveTry = z.infer<typeof SaveTry>;

const Kept = z.object({
  form: Form,
  /** When it was put aside, ms since 1970. */
  at: z.number(),
  tried: SaveTry.nullable(),
  /** Names of the files that were on the form: the files themselves stay where they came from. */
  files: z.array(z.string()).catch([]),
  /** The revision of the line that was being changed; null for a new one. */
  revision: z.int().nullable(),
});
export type KeptEntry = z.infer<typeof Kept>;

/** Where half-typed entries and the one before are kept on this computer, by data folder. */
export interface EntryShelf {
  find: (id: number | null) => KeptEntry | null;
  put: (id: number | null, entry: KeptEntry) => void;
  drop: (id: number | null) => void;
  previous: () => EntryForm | null;
  keepPrevious: (form: EntryForm) => void;
}

/** The shelf of one data folder in the browser's store. */
export function entryShelf(storage: Storage, folderId: string): EntryShelf {
  const key = (what: string): string => `incoming-entry/${folderId}/${what}`;
  const read = <Value>(what: string, schema: z.ZodType<Value>): Value | null => {
    try {
      const found = schema.safeParse(JSON.parse(storage.getItem(key(what)) ?? 'null'));
      return found.success ? found.data : null;
    } catch {
      return null;
    }
  };
  const write = (what: string, value: unknown): void => {
    try {
      storage.setItem(key(what), JSON.stringify(value));
    } catch {
      // no room in the browser's store: the form itself is still on screen
    }
  };
  const place = (id: number | null): string => (id === null ? 'new' : `line-${id}`);
  return {
    find: (id) => read(place(id), Kept),
    put: (id, entry) => write(place(id), entry),
    drop: (id) => storage.removeItem(key(place(id))),
    previous: () => read('previous', Form),
    keepPrevious: (form) => write('previous', form),
  };
}

import { z } from 'zod';

/** A save whose answer may have been lost: the line, if there is one, has this number or a later one of the year. */
const SaveTry = z.object({ from: z.int(), year: z.int() });
export type SaveTry = z.infer<typeof SaveTry>;

/** A form as it stands: every field as typed. */
export type FormTexts = Record<string, string>;

export interface KeptForm<Form extends FormTexts> {
  form: Form;
  /** When it was put aside, ms since 1970. */
  at: number;
  tried: SaveTry | null;
  /** Names of the files that were on the form: the files themselves stay where they came from. */
  files: string[];
  /** The revision of the line that was being changed; null for a new one. */
  revision: number | null;
}

/** Where half-typed forms and the one before are kept on this computer. */
export interface FormShelf<Form extends FormTexts> {
  find: (id: number | null) => KeptForm<Form> | null;
  put: (id: number | null, kept: KeptForm<Form>) => void;
  drop: (id: number | null) => void;
  previous: () => Form | null;
  keepPrevious: (form: Form) => void;
}

/** The shelf of one kind of form in one data folder; `blank` names its fields and what they hold when nothing was kept of them. */
export function formShelf<Form extends FormTexts>(storage: Storage, kind: string, folderId: string, blank: Form): FormShelf<Form> {
  const Shape = z.record(z.string(), z.string()).transform((kept) => ({ ...blank, ...Object.fromEntries(Object.entries(kept).filter(([field]) => field in blank)) }));
  const Kept = z.object({ form: Shape, at: z.number(), tried: SaveTry.nullable(), files: z.array(z.string()).catch([]), revision: z.int().nullable() });
  const key = (what: string): string => `${kind}/${folderId}/${what}`;
  const read = (what: string): unknown => {
    try {
      return JSON.parse(storage.getItem(key(what)) ?? 'null') as unknown;
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
    find: (id) => Kept.safeParse(read(place(id))).data ?? null,
    put: (id, kept) => write(place(id), kept),
    drop: (id) => storage.removeItem(key(place(id))),
    previous: () => Shape.safeParse(read('previous')).data ?? null,
    keepPrevious: (form) => write('previous', form),
  };
}

import { z } from 'zod';
import { documentTypeNames } from '../../../shared/domain/document-types.ts';
import { recurrences } from '../../../shared/domain/recurrence.ts';
import type { Letter } from '../../../shared/letter/letter.ts';

// by shape only, no lengths: what the book refuses as too long is exactly what has to come back to be mended
const text = z.string();
const orNull = text.nullable().catch(null);
const AppendixColumnShape = z.object({ header: text, kind: z.enum(['ordinal', 'text', 'number']), total: z.boolean().optional() });
const cells = z.array(z.union([text, z.number(), z.null()]));
const RowShape = z.union([cells, z.object({ group: text, cells }), z.object({ subtotal: z.literal(true), cells }), z.object({ item: z.literal(true), cells })]);
const LetterShape = z.object({
  typeName: z.enum(documentTypeNames as [string, ...string[]]),
  codeNotation: text,
  place: orNull,
  issuedDate: orNull,
  subject: text,
  priority: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  addressees: z.array(text),
  body: text,
  recipients: z.array(z.object({ name: text, purpose: text.nullish() })),
  archive: z.object({ units: text, drafter: orNull, copies: z.number().nullable().catch(null) }),
  signer: z.object({ competence: orNull, position: text, otherPosition: text.nullish(), fullName: orNull }),
  appendices: z.array(
    z.object({
      title: text,
      columns: z.array(AppendixColumnShape),
      rows: z.array(RowShape),
    }),
  ),
  obligations: z.array(
    z.object({
      agencies: z.array(text),
      what: text,
      due: orNull,
      time: orNull,
      recurrence: z.enum(recurrences).nullable().catch(null),
      until: text.nullish(),
      reportTo: text.nullish(),
      bound: z.enum(['before', 'through']).nullish().catch(null),
      within: z.object({ amount: z.number(), unit: z.enum(['days', 'working-days']) }).nullish().catch(null),
      columns: z.array(AppendixColumnShape).optional(),
      sentence: text.nullish(),
    }),
  ),
  fitPage: z.boolean().optional(),
}) satisfies z.ZodType<Letter, unknown>;

const Kept = z.object({ letter: LetterShape, revision: z.int().nullable(), at: z.number() });

/** A letter put aside on this computer because the book has not kept it. */
export interface LetterAside {
  /** The desk it was written at. */
  mark: string;
  letter: Letter;
  /** The revision of the line it was written over; null for a letter without a line. */
  revision: number | null;
  /** When it was put aside, ms since 1970. */
  at: number;
}

/** Where letters are put aside: by data folder, by letter and by desk, so that none takes the place of another. */
export interface AsideShelf {
  put: (id: number | null, aside: LetterAside) => void;
  drop: (id: number | null, mark: string) => void;
  /** The newest put aside for a letter (null: for letters without a line), or the one of that desk. */
  find: (id: number | null, mark?: string) => LetterAside | null;
}

/** A desk's own mark; no two desks share one. */
export const deskMark = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;

/** The shelf of one data folder in the browser's store. */
export function asideShelf(storage: Storage, folderId: string): AsideShelf {
  const prefixOf = (id: number | null): string => `letter-aside/${folderId}/${id ?? 'new'}/`;
  const read = (key: string, mark: string): LetterAside | null => {
    try {
      const kept = Kept.safeParse(JSON.parse(storage.getItem(key) ?? 'null'));
      return kept.success ? { mark, ...kept.data } : null;
    } catch {
      return null;
    }
  };
  return {
    put: (id, { mark, ...kept }) => {
      try {
        storage.setItem(prefixOf(id) + mark, JSON.stringify(kept));
      } catch {
        // no room in the browser's store: the book's own refusal is on screen already
      }
    },
    drop: (id, mark) => storage.removeItem(prefixOf(id) + mark),
    find: (id, wanted) => {
      const prefix = prefixOf(id);
      const found = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '')
        .filter((key) => key.startsWith(prefix))
        .map((key) => read(key, key.slice(prefix.length)))
        .filter((aside) => aside !== null)
        .sort((a, b) => b.at - a.at);
      return found.find(({ mark }) => mark === wanted) ?? found[0] ?? null;
    },
  };
}

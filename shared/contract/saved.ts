import { z } from 'zod';
import { line } from './fields.ts';
import { procedure } from './procedure.ts';

/** Entry models («Giấy mời họp của Sở Tài chính») and views that people keep by name. */
export const SavedKind = z.enum(['incoming-model', 'incoming-view', 'outgoing-model', 'outgoing-view'], { error: 'Không có loại này.' });

const name = line('Tên', 100).pipe(z.string().min(1, 'Chưa đặt tên.'));

export const saved = {
  list: procedure.input(z.object({ kind: SavedKind })).output(z.object({ rows: z.array(z.object({ name: z.string(), content: z.record(z.string(), z.unknown()) })) })),
  /** Keeps it under its name; one of the same name is replaced. */
  put: procedure.input(z.object({ kind: SavedKind, name, content: z.record(z.string(), z.unknown()) })).output(z.object({ name: z.string() })),
  remove: procedure.input(z.object({ kind: SavedKind, name })).output(z.object({ removed: z.boolean() })),
};

/** What was typed into the fields before, most used and newest first: the lists under the fields. */
export const UsedField = z.enum(['organName', 'signer', 'typeName', 'toPlaces', 'handedTo', 'codeNotation', 'position']);
export const values = {
  list: procedure
    .input(z.object({ field: UsedField, limit: z.int().min(1).max(20_000).default(5000) }))
    .output(z.object({ rows: z.array(z.object({ value: z.string(), amount: z.int(), lastAt: z.string() })) })),
};

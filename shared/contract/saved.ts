import { z } from 'zod';
import { filledLine } from './fields.ts';
import { procedure } from './procedure.ts';

/** Entry models («Giấy mời họp của Sở Tài chính») and views that people keep by name. */
export const SavedKind = z.enum(['incoming-model', 'incoming-view', 'outgoing-model', 'outgoing-view'], { error: 'Không có loại này.' });

const name = filledLine('Tên', 100, 'Chưa đặt tên.');

const longestContent = 100_000;

/** Deepest that lists and objects lie in one another: the database reads no deeper than a thousand. */
const deepestContent = 100;

/** Whether nothing lies deeper than so many steps; what goes round in a circle does. */
const isShallow = (value: unknown, left: number): boolean =>
  typeof value !== 'object' || value === null || (left > 0 && Object.values(value).every((inside) => isShallow(inside, left - 1)));

/** Whether it can be written down: no circles, no numbers without end, not endless, not bottomless. */
function isKeepable(content: Record<string, unknown>): boolean {
  try {
    return isShallow(content, deepestContent) && JSON.stringify(content).length <= longestContent;
  } catch {
    return false;
  }
}
const content = z.record(z.string(), z.unknown());

export const saved = {
  list: procedure.input(z.object({ kind: SavedKind })).output(z.object({ rows: z.array(z.object({ name: z.string(), content })) })),
  /** Keeps it under its name; one of the same name is replaced. */
  put: procedure.input(z.object({ kind: SavedKind, name, content: content.refine(isKeepable, 'Nội dung không phải dữ liệu JSON, lồng quá 100 lớp hoặc dài quá 100.000 ký tự.') })).output(z.object({ name: z.string() })),
  remove: procedure.input(z.object({ kind: SavedKind, name })).output(z.object({ removed: z.boolean() })),
};

/** What was typed into the fields before, most used and newest first: the lists under the fields. */
export const UsedField = z.enum(['organName', 'signer', 'typeName', 'toPlaces', 'handedTo', 'codeNotation', 'position']);
export const values = {
  list: procedure
    .input(z.object({ field: UsedField, limit: z.int().min(1).max(20_000).default(5000) }))
    .output(z.object({ rows: z.array(z.object({ value: z.string(), amount: z.int(), lastAt: z.string() })) })),
};

import { z } from 'zod';
import { documentTypeCalled, officialLetterType } from '../domain/document-types.ts';
import { recurrences } from '../domain/recurrence.ts';
import { oneLine } from '../domain/vietnamese-text.ts';
import type { Letter as LetterType } from '../letter/letter.ts';
import { fullRow } from '../letter/appendix-rows.ts';
import { StructuredBody, writeStructuredBody } from './structured-body.ts';

const line = (name: string, max: number) => z.string({ error: `${name} phải là chữ.` }).transform(oneLine).pipe(z.string().max(max, `${name} dài quá ${max} ký tự.`));
const optionalLine = (name: string, max: number) => line(name, max).nullish().transform((text) => (text ? text : null));
const day = (name: string) => z.string({ error: `${name} phải là chữ dạng năm-tháng-ngày.` }).max(20, `${name} không phải là ngày.`);

export const Recipient = z.object({ name: line('Nơi nhận', 300), purpose: optionalLine('Mục đích gửi', 100) });
export const ArchiveCopy = z.object({
  units: line('Đơn vị lưu', 100).default('VT'),
  drafter: optionalLine('Người soạn thảo', 60),
  copies: z.int('Số bản phải là số nguyên.').min(0, 'Số bản không thể âm.').max(100_000, 'Số bản quá lớn.').nullish().transform((copies) => copies ?? null),
});
const signerLines = (text: string): string => text.split(/\r\n?|\n/).map(oneLine).filter((part) => part !== '').join('\n');

export const Signer = z.object({
  competence: z.string().max(200, 'Quyền hạn ký dài quá 200 ký tự.').nullish().transform((text) => (text?.trim() ? text.trim() : null)),
  position: z.string({ error: 'Chức vụ người ký phải là chữ.' }).max(200, 'Chức vụ dài quá 200 ký tự.').nullish().transform((text) => text?.trim() ?? ''),
  otherPosition: optionalLine('Chức vụ khác', 200).optional(),
  // a second line is kept: what it is (another office, a title) only its writer knows
  fullName: z.string({ error: 'Họ tên người ký phải là chữ.' }).nullish().transform((text) => signerLines(text ?? '') || null).pipe(z.string().max(100, 'Họ tên người ký dài quá 100 ký tự.').nullable()),
});
export const AppendixColumn = z.object({
  header: line('Tên cột', 300),
  kind: z.enum(['ordinal', 'text', 'number'], { error: 'Loại cột là ordinal, text hoặc number.' }),
  total: z.boolean().optional(),
});
export const Cell = z.union([z.string().max(20_000, 'Ô của bảng dài quá 20.000 ký tự.'), z.number(), z.null()], { error: 'Ô của bảng là chữ, số hoặc để trống.' });
const cells = z.array(Cell);
const hasCells = (row: unknown): boolean => Array.isArray(row) || [{ group: z.string() }, { subtotal: z.literal(true) }, { item: z.literal(true) }].some((kind) => z.strictObject({ ...kind, cells: z.array(z.unknown()) }).safeParse(row).success);
/** A row by itself, or one that says its kind: the head of a group, a sum of rows above it, a row of its own whatever its name. */
export const Row = z.union(
  [
    cells,
    z.strictObject({ group: line('Ký hiệu nhóm', 100), cells }),
    z.strictObject({ subtotal: z.literal(true), cells }),
    z.strictObject({ item: z.literal(true), cells }),
  ],
  // a row of an unknown kind is told which there are; in a known one it is a cell that is wrong
  { error: ({ input }) => (hasCells(input) ? 'Ô của bảng là chữ (nhiều nhất 20.000 ký tự), số hoặc để trống.' : 'Dòng của bảng là danh sách ô, hoặc {"group": "I", "cells": […]}, {"subtotal": true, "cells": […]}, {"item": true, "cells": […]}.') },
);
export const Appendix = z
  .object({
    title: line('Tên phụ lục', 500),
    columns: z.array(AppendixColumn),
    rows: z.array(Row).max(20_000, 'Phụ lục có quá 20.000 dòng.'),
  })
  .overwrite((appendix) => ({ ...appendix, rows: appendix.rows.map((row) => fullRow(appendix.columns, row)) }));
/** A table the program makes: every row by itself. */
export const PlainAppendix = z.object({ title: Appendix.shape.title, columns: Appendix.shape.columns, rows: z.array(cells) });
export const Obligation = z.object({
  agencies: z.array(line('Cơ quan', 300)),
  what: line('Việc phải làm', 1000),
  due: day('Hạn').nullish().transform((due) => (due ? due : null)),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Giờ hạn viết dạng 16:00.').nullish().transform((time) => time ?? null),
  recurrence: z.enum(recurrences, { error: 'Chu kỳ báo cáo không hợp lệ.' }).nullish().transform((value) => value ?? null),
  until: day('Hạn cuối').nullish(),
  reportTo: optionalLine('Nơi nhận báo cáo', 300),
  bound: z.enum(['before', 'through'], { error: 'bound là before (trước ngày) hoặc through (đến hết ngày).' }).nullish(),
  within: z.object({ amount: z.int('Số ngày phải là số nguyên.').min(1, 'Thời hạn ít nhất một ngày.').max(3660, 'Thời hạn nhiều nhất 3.660 ngày.'), unit: z.enum(['days', 'working-days'], { error: 'Đơn vị là days hoặc working-days.' }) }).nullish(),
  columns: z.array(AppendixColumn).max(50, 'Báo cáo có quá 50 cột.').optional(),
  sentence: z.string().max(5000, 'Câu trích dài quá 5.000 ký tự.').nullish(),
});

const documentType = (text: string, context: z.RefinementCtx): string => {
  const known = documentTypeCalled(text);
  if (known === null) context.addIssue({ code: 'custom', message: `«${text}» không phải một trong 29 loại văn bản hành chính.` });
  return known ?? z.NEVER;
};

/** A letter as scripts and the window give it (contract.md, «Letter»); what is left out, or null, takes its default. */
export const Letter = z.object({
  typeName: z.string({ error: 'Loại văn bản phải là chữ.' }).transform(documentType).nullish().transform((name) => name ?? officialLetterType),
  codeNotation: z.string({ error: 'Ký hiệu phải là chữ.' }).nullish().transform((text) => (text ?? '').trim().replace(/[‐‑‒–—−]/g, '-')),
  place: optionalLine('Địa danh', 100),
  issuedDate: day('Ngày văn bản').nullish().transform((date) => (date ? date : null)),
  subject: z.string({ error: 'Trích yếu phải là chữ.' }).nullish().transform((text) => oneLine(text ?? '')),
  priority: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)], { error: 'Độ khẩn là 0 thường, 1 khẩn, 2 thượng khẩn hoặc 3 hỏa tốc.' }).nullish().transform((priority) => priority ?? 0),
  addressees: z.array(line('Kính gửi', 500), { error: 'Kính gửi là danh sách tên.' }).max(500, 'Kính gửi có quá 500 nơi.').nullish().transform((names) => (names ?? []).filter((name) => name !== '')),
  body: z.union([z.string(), StructuredBody.transform(writeStructuredBody)], { error: 'Nội dung là chữ, hoặc dạng có cấu trúc của trình soạn thảo.' }).nullish().transform((body) => body ?? ''),
  recipients: z.array(Recipient).max(500, 'Nơi nhận có quá 500 dòng.').nullish().transform((rows) => (rows ?? []).filter((row) => row.name !== '')),
  archive: ArchiveCopy.nullish().transform((archive) => archive ?? { units: 'VT', drafter: null, copies: null }),
  signer: Signer.nullish().transform((signer) => signer ?? { competence: null, position: '', fullName: null }),
  appendices: z.array(Appendix).max(50, 'Có quá 50 phụ lục.').nullish().transform((rows) => rows ?? []),
  obligations: z.array(Obligation).max(1000, 'Có quá 1.000 việc phải theo dõi.').nullish().transform((rows) => rows ?? []),
  fitPage: z.boolean('Ép vừa trang là có hoặc không.').nullish().transform((fit) => fit || undefined).optional(),
}) satisfies z.ZodType<LetterType, unknown>;
export type Letter = LetterType;

const kept = { line: z.string().nullish().transform((text) => text ?? null), list: z.array(z.string()).nullish().transform((list) => list ?? []) };
const keptCells = z.array(z.union([z.string(), z.number(), z.null()]));
const keptRow = z.union([keptCells, z.object({ group: z.string(), cells: keptCells }), z.object({ subtotal: z.literal(true), cells: keptCells }), z.object({ item: z.literal(true), cells: keptCells })]);
const keptColumn = z.object({ header: z.string(), kind: AppendixColumn.shape.kind, total: z.boolean().optional() });

/**
 * A letter as the book keeps it. What a line was entered with is never refused when it is opened: types of other
 * issuers, names longer than a form takes today, a book of former years all have their place here.
 */
export const StoredLetter = z.object({
  typeName: z.string(),
  codeNotation: z.string(),
  place: kept.line,
  issuedDate: kept.line,
  subject: z.string(),
  priority: z.literal([0, 1, 2, 3]),
  addressees: kept.list,
  body: z.string().nullish().transform((body) => body ?? ''),
  recipients: z.array(z.object({ name: z.string(), purpose: kept.line })).nullish().transform((rows) => rows ?? []),
  archive: z.object({ units: z.string(), drafter: kept.line, copies: z.int().nullish().transform((copies) => copies ?? null) }),
  signer: z.object({ competence: kept.line, position: z.string().nullish().transform((text) => text ?? ''), otherPosition: z.string().nullish(), fullName: kept.line }),
  fitPage: z.boolean().optional(),
  appendices: z.array(z.object({ title: z.string(), columns: z.array(keptColumn), rows: z.array(keptRow) })).nullish().transform((rows) => rows ?? []),
  obligations: z.array(Obligation.extend({ agencies: z.array(z.string()), what: z.string(), due: kept.line, time: kept.line, reportTo: kept.line, until: z.string().nullish(), sentence: z.string().nullish(), columns: z.array(keptColumn).optional() })).nullish().transform((rows) => rows ?? []),
}) satisfies z.ZodType<LetterType, unknown>;

import { z } from 'zod';
import { documentTypeNames } from '../domain/document-types.ts';
import { notationMaxLength } from '../domain/numbering.ts';
import { oneLine } from '../domain/vietnamese-text.ts';
import { isPathText } from './fields.ts';
import { PrintedBook } from './printed-book.ts';
import { procedure } from './procedure.ts';

const text = (name: string, max: number) => z.string({ error: `${name} phải là chữ.` }).max(max, `${name} dài quá ${max} ký tự.`);
const optional = (name: string, max: number) => text(name, max).nullish().transform((value) => (value?.trim() ? oneLine(value) : null));

export const Office = z.object({
  parentName: text('Cơ quan chủ quản', 200).nullish().transform((value) => (value?.trim() ? value.trim() : null)),
  // line feeds stay: they say where the office breaks its name
  name: text('Tên cơ quan', 200).transform((value) => value.trim()).pipe(z.string().min(1, 'Chưa có tên cơ quan.')),
  nameInText: optional('Tên cơ quan trong câu', 200),
  place: text('Địa danh', 100).transform(oneLine).pipe(z.string().min(1, 'Chưa có địa danh.')),
  address: optional('Địa chỉ', 300),
  phone: optional('Điện thoại', 100),
  email: optional('Thư điện tử', 100),
  website: optional('Trang thông tin', 200),
});

export const LetterForm = z.object({
  archivePattern: text('Mẫu dòng Lưu', 200).transform(oneLine).pipe(z.string().min(1, 'Mẫu dòng Lưu không được để trống.')),
  showContacts: z.boolean({ error: 'showContacts là true hoặc false.' }),
});

const typeName = z.enum(documentTypeNames as [string, ...string[]], { error: 'Loại văn bản không thuộc 29 loại của Nghị định 30.' });
export const SeriesRule = z.object({ name: text('Tên dãy số', 60).transform(oneLine).pipe(z.string().min(1, 'Dãy số chưa có tên.')), typeNames: z.array(typeName) });

const columnMm = z.number({ error: 'Bề rộng cột là số milimét.' }).positive('Bề rộng cột phải lớn hơn 0.').max(1000, 'Bề rộng cột quá lớn.');
/** Widths of a printed book's columns on a sheet, mm, in their order; null for the decree's. */
export const ColumnWidths = z.array(columnMm).max(20, 'Sổ không có nhiều cột đến thế.').nullable();

const BeforeMeans = z.enum(['day-before', 'same-day'], { error: 'beforeMeans là day-before (hết ngày liền trước) hoặc same-day (tính cả ngày ấy).' });

export const Settings = z.object({
  /** Null until the first run is done. */
  office: Office.nullable(),
  letterForm: LetterForm,
  /** The notation a new công văn begins with (`UBND-VP`); null when none is usual. */
  codeNotation: z.string().nullable(),
  /** Series beside the common one, each with its document types (Điều 15 khoản 1c). */
  series: z.array(SeriesRule),
  /** Books whose columns the office rules its own way; the others are in the proportions of the decree's samples. */
  bookColumns: z.partialRecord(PrintedBook, ColumnWidths).default({}),
  /** What «trước ngày X» in a letter's text asks for: the end of the day before, or X itself as some offices have it. */
  beforeMeans: BeforeMeans.default('day-before'),
  /** The person at this computer, written into histories; the computer's user name when null. */
  clerk: z.string().nullable(),
  /** Absolute path of the folder backups go to; null for `sao-luu` in the data folder. */
  backupFolder: z.string().nullable().default(null),
  /** Whether this is the demonstration office: fictitious, left by `demo.leave`. */
  demonstration: z.boolean().default(false),
  /** Random name of this data folder, so that a window keeps apart what it remembers of several. */
  folderId: z.string(),
});
export type Settings = z.infer<typeof Settings>;

/** What is changed of the settings. */
export const SettingsUpdate = z.object({ office: Office.optional(), letterForm: LetterForm.partial().optional(), codeNotation: optional('Ký hiệu thường dùng', notationMaxLength).optional(), series: z.array(SeriesRule).optional(), bookColumns: Settings.shape.bookColumns.unwrap().optional(), beforeMeans: BeforeMeans.optional(), clerk: optional('Tên người dùng', 100).optional(), backupFolder: optional('Thư mục sao lưu', 1000).refine((path) => path === null || isPathText(path), 'Đường dẫn của thư mục sao lưu có ký tự không dùng được trong tên tệp.').optional() });

export const settings = {
  get: procedure.input(z.object({}).optional()).output(Settings),
  /** What is left out stays as it is; so does a book left out of `bookColumns`. */
  update: procedure
    .input(SettingsUpdate)
    .output(Settings.extend({ notices: z.array(z.string()) })),
};

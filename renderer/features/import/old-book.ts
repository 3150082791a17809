import type { ImportField, LegacyEncoding } from '../../../shared/contract/import.ts';
import { oldBookMaxBytes } from '../../../shared/domain/import/old-book-size.ts';
import type { z } from 'zod';

/** How a file is to be read as an old book; null is for the program to find out. */
export interface OldBookReading {
  book: 'incoming' | 'outgoing';
  sheets: string[] | null;
  headRow: number | null;
  mapping: Partial<Record<ImportField, string>> | null;
  year: number | null;
  encoding: z.infer<typeof LegacyEncoding> | null;
  /** How days of two meanings are read. */
  dayOrder: 'day-first' | 'month-first' | null;
}

export const newReading = (book: OldBookReading['book']): OldBookReading => ({ book, sheets: null, headRow: null, mapping: null, year: null, encoding: null, dayOrder: null });

/** The reading as the engine's calls take it. */
export const readingInput = ({ book, sheets, headRow, mapping, year, encoding, dayOrder }: OldBookReading) => ({
  book,
  ...(sheets === null ? {} : { sheets }),
  ...(headRow === null ? {} : { headRow }),
  ...(mapping === null ? {} : { mapping }),
  ...(year === null ? {} : { year }),
  ...(encoding === null ? {} : { encoding }),
  ...(dayOrder === null ? {} : { dayOrder }),
});

/** The sheets a reading was made of. */
export const sheetsOf = (found: { sheets: readonly { name: string; taken: boolean }[] } | null): string[] | null => found && found.sheets.filter(({ taken }) => taken).map(({ name }) => name);

/** The row of heads that was found; 0 stands for none. */
export const headRowOf = (found: { headRow: number } | null): number | null => (found && found.headRow > 0 ? found.headRow : null);

/**
 * Makes a column be a field (or nothing): a field comes from one column only, the one chosen last. A field that was only
 * proposed is not chosen by changing another column.
 */
export function remap(columns: readonly { column: string; field: ImportField | null; certain: boolean }[], column: string, field: ImportField | null): Partial<Record<ImportField, string>> {
  const mapping: Partial<Record<ImportField, string>> = {};
  for (const each of columns) if (each.field !== null && each.certain && each.column !== column && each.field !== field) mapping[each.field] = each.column;
  if (field !== null) mapping[field] = column;
  return mapping;
}

/** A sentence on why a file was not taken. */
export class FileNotTaken extends Error {}

/**
 * Reads a chosen file into memory, so that all steps see the same bytes even when it vanishes or changes meanwhile. A
 * FileNotTaken when it is larger than an old book may be (before any of it is read), empty, or cannot be read.
 */
export async function takeFile(file: File): Promise<File> {
  if (file.size > oldBookMaxBytes) {
    throw new FileNotTaken(`Tệp «${file.name}» nặng ${Math.ceil(file.size / 2 ** 20).toLocaleString('vi-VN')} MB, quá ${oldBookMaxBytes / 2 ** 20} MB. Tách sổ theo từng năm, hoặc lưu riêng trang tính cần nhập, rồi chọn lại.`);
  }
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    throw new FileNotTaken(`Không đọc được tệp «${file.name}»: tệp vừa bị xóa, đổi tên hoặc đang bị chương trình khác giữ. Đóng tệp ở chương trình kia rồi chọn lại.`);
  }
  if (bytes.byteLength === 0) throw new FileNotTaken(`Tệp «${file.name}» trống, không có dòng nào để nhập. Chọn tệp khác.`);
  return new File([bytes], file.name, { type: file.type });
}

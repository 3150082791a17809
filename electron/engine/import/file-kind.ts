import { oldBookMaxBytes } from '../../../shared/domain/import/old-book-size.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { compoundNames } from './compound-file.ts';

export type OldBookKind = 'xlsx' | 'csv';

const starts = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, place) => bytes[place] === byte);
const text = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

const refuse = (name: string, sentence: string): Refusal => new Refusal('INPUT_INVALID', `Tệp «${name}» ${sentence}`, { problems: [{ field: 'file', message: sentence }] });

/** Refuses by size alone, before a byte is read. */
export function refuseSize(name: string, size: number): void {
  if (size === 0) throw refuse(name, 'trống, không có gì để đọc. Chọn lại tệp sổ.');
  if (size > oldBookMaxBytes) throw refuse(name, `nặng ${Math.ceil(size / 2 ** 20)} MB, quá ${oldBookMaxBytes / 2 ** 20} MB. Tách sổ theo từng năm, hoặc lưu riêng trang tính cần nhập, rồi chọn lại.`);
}

/** What the bytes are, whatever the name says; every other kind of file is refused with what to do about it. */
export function fileKind(name: string, bytes: Uint8Array): OldBookKind {
  if (starts(bytes, [0x50, 0x4b, 3, 4])) return 'xlsx';
  if (starts(bytes, [0x50, 0x4b])) throw refuse(name, 'là một gói nén trống hoặc hỏng, không phải bảng tính. Mở lại bằng Excel, lưu thành .xlsx rồi chọn lại.');
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) throw refuse(name, compoundReason(bytes));
  if (starts(bytes, [0x25, 0x50, 0x44, 0x46])) throw refuse(name, 'là tệp PDF. Sổ cần ở dạng Excel (.xlsx) hoặc CSV; xin bản Excel của nơi lập sổ.');
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47]) || starts(bytes, [0xff, 0xd8, 0xff]) || text(bytes, 0, 3) === 'GIF' || text(bytes, 0, 2) === 'BM' || starts(bytes, [0x49, 0x49, 0x2a, 0]) || starts(bytes, [0x4d, 0x4d, 0, 0x2a]))
    throw refuse(name, 'là một tệp ảnh. Sổ cần ở dạng Excel (.xlsx) hoặc CSV.');
  if (text(bytes, 0, 5) === '{\\rtf') throw refuse(name, 'là tệp văn bản RTF. Chép bảng sang Excel, lưu thành .xlsx rồi chọn lại.');
  if (starts(bytes, [0x52, 0x61, 0x72, 0x21]) || starts(bytes, [0x37, 0x7a, 0xbc, 0xaf]) || starts(bytes, [0x1f, 0x8b])) throw refuse(name, 'là tệp nén. Giải nén rồi chọn tệp Excel hoặc CSV ở trong.');
  const beginning = text(bytes, 0, Math.min(bytes.length, 512)).replace(/^\u00EF\u00BB\u00BF/, '').trimStart().toLowerCase();
  if (/^<(?:!doctype html|html|table|head|meta)/.test(beginning)) throw refuse(name, 'thật ra là trang web mang tên bảng tính. Mở bằng Excel, chọn lưu thành Sổ làm việc Excel (.xlsx) rồi chọn lại.');
  if (beginning.startsWith('<?xml')) throw refuse(name, 'là tệp XML. Mở bằng Excel, lưu thành .xlsx rồi chọn lại.');
  if (beginning.startsWith('sqlite format 3')) throw refuse(name, 'là cơ sở dữ liệu, không phải sổ Excel hay CSV.');
  if (isBinary(bytes)) throw refuse(name, 'không phải sổ Excel (.xlsx) hay CSV. Mở bằng chương trình đã lập nó, lưu thành .xlsx rồi chọn lại.');
  return 'csv';
}

function compoundReason(bytes: Uint8Array): string {
  const names = compoundNames(bytes);
  if (names.has('EncryptedPackage')) return 'có đặt mật khẩu mở. Mở bằng Excel, vào Tệp > Thông tin > Bảo vệ sổ làm việc, bỏ mật khẩu, lưu lại rồi chọn lại.';
  if (names.has('Workbook') || names.has('Book')) return 'là Excel đời cũ (.xls). Mở bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi chọn lại.';
  if (names.has('WordDocument')) return 'là văn bản Word. Chép bảng sang Excel, lưu thành .xlsx rồi chọn lại.';
  if (names.has('PowerPoint Document')) return 'là bản trình chiếu, không phải bảng tính.';
  return 'là tệp Office đời cũ mà chương trình không đọc. Mở bằng Excel, lưu thành .xlsx rồi chọn lại.';
}

/** Whether the beginning cannot be text: a NUL that is not half of a UTF-16 letter, or many control characters. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4096);
  if (starts(sample, [0xff, 0xfe]) || starts(sample, [0xfe, 0xff])) return false;
  let controls = 0;
  const nulls = [0, 0];
  sample.forEach((byte, place) => {
    if (byte === 0) nulls[place % 2] = (nulls[place % 2] ?? 0) + 1;
    else if (byte < 9 || (byte > 13 && byte < 32)) controls += 1;
  });
  const [even = 0, odd = 0] = nulls;
  // UTF-16 without its mark: the figures and separators have NULs on one side only
  const wide = Math.max(even, odd) > sample.length / 8 && Math.min(even, odd) < sample.length / 100;
  return !wide && (even + odd > 0 || controls > sample.length / 50);
}

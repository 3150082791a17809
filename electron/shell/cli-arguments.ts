import { readFileSync, type Stats, statSync } from 'node:fs';
import { basename } from 'node:path';
import { callMaxBytes, keptFileMaxBytes, sizeText } from '../../shared/domain/paper-files.ts';
import { Refusal } from '../../shared/domain/refusal.ts';

/** What a script asked for on the command line. */
export interface ScriptCall {
  procedure: string;
  /** JSON, `@file.json`, `-`, or undefined for no input. */
  input: string | undefined;
  data: string | undefined;
  out: string | undefined;
  list: boolean;
}

/** The command line makes no sense: one line of help, exit 2. */
export class BadUsage extends Error {}

const help = 'Cách dùng: npm run -s cli -- <thủ tục> [JSON | @tệp.json | -] [--data <thư mục>] [--out <đường dẫn>], hoặc --list.';

/** Reads the words after the program's name. */
export function readArguments(words: readonly string[]): ScriptCall {
  const call: ScriptCall = { procedure: '', input: undefined, data: undefined, out: undefined, list: false };
  const plain: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const [name, joined] = word.startsWith('--') ? [word.split('=', 1)[0], word.includes('=') ? word.slice(word.indexOf('=') + 1) : undefined] : [word, undefined];
    if (name === '--list') call.list = true;
    else if (name === '--data' || name === '--out') {
      const value = joined ?? words[(at += 1)];
      if (value === undefined || value === '') throw new BadUsage(`Sau ${name} cần một đường dẫn. ${help}`);
      call[name === '--data' ? 'data' : 'out'] = value;
    } else if (word.startsWith('--')) throw new BadUsage(`Không có tùy chọn «${word}». ${help}`);
    else plain.push(word);
  }
  if (plain.length > 2) throw new BadUsage(`Thừa «${plain[2]}» (JSON có khoảng trắng phải đặt trong dấu nháy). ${help}`);
  if (!call.list && plain[0] === undefined) throw new BadUsage(help);
  return { ...call, procedure: plain[0] ?? '', input: plain[1] };
}

/** The input of a call: `{"$file": "path"}` anywhere in it stands for that file's bytes and name. */
export function readInput(given: string | undefined): unknown {
  if (given === undefined) return undefined;
  const text = given === '-' ? readBytes(0, 'đầu vào chuẩn').toString('utf8') : given.startsWith('@') ? readRegularFile(given.slice(1)).toString('utf8') : given;
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new BadUsage(`Dữ liệu gửi vào không phải JSON: ${error instanceof Error ? error.message : ''}`);
  }
  try {
    return withFiles(value, { bytes: 0 });
  } catch (error) {
    if (error instanceof RangeError) throw new BadUsage('Dữ liệu gửi vào lồng quá sâu.');
    throw error;
  }
}

/** `read`: how much the files of the call have come to. */
function withFiles(value: unknown, read: { bytes: number }): unknown {
  if (Array.isArray(value)) return value.map((item) => withFiles(item, read));
  if (value === null || typeof value !== 'object') return value;
  const path = (value as { $file?: unknown }).$file;
  if (typeof path === 'string' && Object.keys(value).length === 1) return new File([readRegularFile(path, read)], basename(path));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withFiles(item, read)]));
}

/** Reads a file that a call names; looked at before: what is no file, or larger than the register keeps, is not read. */
function readRegularFile(path: string, read = { bytes: 0 }): Buffer<ArrayBuffer> {
  const found = lookAt(path);
  if (found && !found.isFile()) throw new BadUsage(`«${path}» không phải là một tệp thường.`);
  if (found && found.size > keptFileMaxBytes) {
    const sentence = `Tệp «${basename(path)}» lớn ${sizeText(found.size)}; mỗi tệp nhiều nhất ${sizeText(keptFileMaxBytes)}. Quét lại ở độ phân giải thấp hơn hoặc tách tệp.`;
    throw new Refusal('INPUT_INVALID', sentence, { problems: [{ field: '$file', message: sentence }] });
  }
  read.bytes += found?.size ?? 0;
  if (read.bytes > callMaxBytes) {
    const sentence = `Các tệp của lời gọi cộng lại quá ${sizeText(callMaxBytes)}; gửi làm nhiều lần.`;
    throw new Refusal('INPUT_INVALID', sentence, { problems: [{ field: '$file', message: sentence }] });
  }
  return readBytes(path, path);
}

/** What stands under a path; undefined when there is nothing. */
function lookAt(path: string): Stats | undefined {
  if (path.includes('\0')) throw new BadUsage('Đường dẫn tệp có ký tự NUL, không phải đường dẫn nào.');
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw new BadUsage(unreadable(path, error));
  }
}

const whyUnread: Record<string, string> = {
  ENOENT: 'không có tệp này',
  EACCES: 'không có quyền đọc',
  EPERM: 'không có quyền đọc',
  EISDIR: 'là một thư mục',
  ENOTDIR: 'một phần của đường dẫn không phải thư mục',
  ELOOP: 'liên kết đi vòng',
  ENAMETOOLONG: 'đường dẫn quá dài',
  EIO: 'ổ đĩa báo lỗi khi đọc',
  EMFILE: 'máy đang mở quá nhiều tệp',
  ERR_FS_FILE_TOO_LARGE: 'tệp quá lớn',
};

function unreadable(name: string, error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? 'lỗi';
  const shown = name.length > 200 ? `${name.slice(0, 200)}…` : name;
  return `Không đọc được «${shown}» (${code})${whyUnread[code] ? `: ${whyUnread[code]}` : ''}.`;
}

function readBytes(source: string | number, name: string): Buffer<ArrayBuffer> {
  try {
    return readFileSync(source);
  } catch (error) {
    throw new BadUsage(unreadable(name, error));
  }
}

import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';

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
  const text = given === '-' ? readBytes(0, 'đầu vào chuẩn').toString('utf8') : given.startsWith('@') ? readBytes(given.slice(1), given.slice(1)).toString('utf8') : given;
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new BadUsage(`Dữ liệu gửi vào không phải JSON: ${error instanceof Error ? error.message : ''}`);
  }
  try {
    return withFiles(value);
  } catch (error) {
    if (error instanceof RangeError) throw new BadUsage('Dữ liệu gửi vào lồng quá sâu.');
    throw error;
  }
}

function withFiles(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withFiles);
  if (value === null || typeof value !== 'object') return value;
  const path = (value as { $file?: unknown }).$file;
  if (typeof path === 'string' && Object.keys(value).length === 1) return new File([readRegularFile(path)], basename(path));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withFiles(item)]));
}

/** Largest file a call may carry, bytes. */
const fileMaxBytes = 1024 ** 3;

function readRegularFile(path: string): Buffer<ArrayBuffer> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found && !found.isFile()) throw new BadUsage(`«${path}» không phải là một tệp thường.`);
  if (found && found.size > fileMaxBytes) throw new BadUsage(`Tệp «${path}» lớn hơn 1 GB.`);
  return readBytes(path, path);
}

function readBytes(source: string | number, name: string): Buffer<ArrayBuffer> {
  try {
    return readFileSync(source);
  } catch (error) {
    throw new BadUsage(`Không đọc được «${name}» (${(error as NodeJS.ErrnoException).code ?? 'lỗi'}).`);
  }
}

import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { sizeText } from '../../../shared/domain/paper-files.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { migrations } from '../storage/migrations/migrations.ts';
import { bookEntry, commentMaxBytes, fileOfEntry, knownFormat, manifestEntry, readComment, Summary } from './archive-manifest.ts';

export interface OpenedArchive {
  path: string;
  size: number;
  zip: ZipFile;
  /** By name; when a name stands twice, the last one. */
  entries: Map<string, Entry>;
  twice: string[];
  summary: Summary;
  /** What the archive says is the digest of its bytes. */
  digest: string;
}

/** A refusal that says which archive is damaged, and where. */
export const damagedArchive = (path: string, problems: { field: string; message: string }[], cause?: unknown): Refusal => {
  const more = problems.length > 1 ? ` (và ${problems.length - 1} chỗ khác)` : '';
  return new Refusal('FILE_DAMAGED', `Bản sao lưu «${path}» bị hỏng: ${problems[0]?.message ?? ''}${more} Dùng bản sao lưu khác.`, { path, problems }, cause);
};

const notOurs = (path: string, what: string): Refusal => new Refusal('INPUT_INVALID', `«${path}» không phải bản sao lưu của chương trình này: ${what}. Chọn tệp so-cong-van-….zip do chương trình sao lưu.`, { path });

/** Opens an archive and reads what it says of itself; the caller closes `zip`. Refuses what is no whole archive of this program. */
export async function openArchive(path: string): Promise<OpenedArchive> {
  const { size, head, tail } = readEnds(path);
  const comment = readComment(tail);
  const begins = head.readUInt32LE(0) === localHeader;
  if (!begins && !comment) throw notOurs(path, otherKind(head));
  const zip = await openPromise(path, { autoClose: false, strictFileNames: true }).catch((error: unknown) => {
    throw begins && !comment && !isEntryOfOurs(firstName(head)) ? notOurs(path, 'tệp nén này hỏng hoặc của chương trình khác') : damagedArchive(path, [{ field: '', message: unfinished(path, size, comment !== null) }], error);
  });
  try {
    const { entries, twice } = await listEntries(zip, path);
    refuseForeign(path, entries, comment?.summary);
    return { path, size, zip, entries, twice, ...readSummary(path, comment) };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** What an archive says of itself, read from its end alone; null when the end is not one of ours. */
export function peekArchive(path: string): (Summary & { size: number }) | null {
  const { size, tail } = readEnds(path);
  const summary = Summary.safeParse(readComment(tail)?.summary);
  return summary.success ? { ...summary.data, size } : null;
}

async function listEntries(zip: ZipFile, path: string): Promise<{ entries: Map<string, Entry>; twice: string[] }> {
  const entries = new Map<string, Entry>();
  const twice: string[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) twice.push(entry.fileName);
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    const last = [...entries.keys()].at(-1);
    throw damagedArchive(path, [{ field: last ?? '', message: `mục lục không đọc được${last ? ` sau tệp «${last}»` : ''}.` }], error);
  }
  return { entries, twice };
}

function refuseForeign(path: string, entries: Map<string, Entry>, summary: unknown): void {
  const locked = [...entries.values()].find((entry) => entry.isEncrypted());
  if (locked) throw summary === undefined ? notOurs(path, `tệp nén có mật khẩu (tệp «${locked.fileName}»); chương trình không đặt mật khẩu cho bản sao lưu`) : damagedArchive(path, [{ field: locked.fileName, message: `tệp «${locked.fileName}» bị đánh dấu có mật khẩu.` }]);
  if (summary !== undefined) return;
  if (!entries.has(manifestEntry) && !entries.has(bookEntry)) throw notOurs(path, entries.has('[Content_Types].xml') ? 'đây là tệp Word hoặc Excel' : 'tệp nén này không có sổ và bản kê');
  throw damagedArchive(path, [{ field: '', message: 'phần ghi chú ở cuối tệp bị mất hoặc bị thay đổi; có thể tệp đã được giải nén rồi nén lại bằng chương trình khác.' }]);
}

/** Refuses what a newer program has written before anything else of it is understood. */
function readSummary(path: string, comment: { summary: unknown; digest: string } | null): Pick<OpenedArchive, 'summary' | 'digest'> {
  const summary = Summary.safeParse(comment?.summary);
  const { format, schema } = (comment?.summary ?? {}) as { format?: unknown; schema?: unknown };
  const newer = (typeof format === 'number' && format > knownFormat) || (typeof schema === 'number' && schema > migrations.length);
  if (newer) throw new Refusal('DATA_NEWER', `Bản sao lưu «${path}» do phiên bản mới hơn của chương trình ghi (bản dữ liệu ${String(schema)}, chương trình này đọc đến ${migrations.length}). Cài phiên bản mới rồi khôi phục.`, { path, version: schema, known: migrations.length });
  if (!summary.success || !comment) throw damagedArchive(path, [{ field: '', message: 'phần ghi chú ở cuối tệp bị thay đổi.' }]);
  return { summary: summary.data, digest: comment.digest };
}

function readEnds(path: string): { size: number; head: Buffer; tail: Buffer } {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new Refusal('NOT_FOUND', `Không có tệp «${path}». Kiểm tra đường dẫn, hoặc cắm lại ổ chứa bản sao lưu.`, { path });
  if (!found.isFile()) throw new Refusal('INPUT_INVALID', `«${path}» không phải là một tệp; chọn tệp so-cong-van-….zip.`, { path });
  if (found.size < 64) throw found.size === 0 ? damagedArchive(path, [{ field: '', message: 'tệp trống, không có gì bên trong.' }]) : notOurs(path, 'tệp quá nhỏ để là một bản sao lưu');
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(64);
    readSync(file, head, 0, head.length, 0);
    const tail = Buffer.alloc(Math.min(found.size, commentMaxBytes));
    readSync(file, tail, 0, tail.length, found.size - tail.length);
    return { size: found.size, head, tail };
  } finally {
    closeSync(file);
  }
}

const localHeader = 0x04034b50;
const directoryHeader = 0x02014b50;

const isEntryOfOurs = (name: string): boolean => name === bookEntry || name === manifestEntry || fileOfEntry(name) !== null;
const nameAt = (bytes: Buffer, at: number, lengthAt: number, nameFrom: number): string => (at + nameFrom > bytes.length ? '' : bytes.toString('latin1', at + nameFrom, at + nameFrom + bytes.readUInt16LE(at + lengthAt)));
const firstName = (head: Buffer): string => nameAt(head, 0, 26, 30);

const kinds: [string, string][] = [
  ['53514c69746520666f726d6174203300', 'đây là tệp cơ sở dữ liệu, chưa đóng gói thành bản sao lưu'],
  ['526172211a07', 'đây là tệp nén RAR'],
  ['377abcaf271c', 'đây là tệp nén 7z'],
  ['1f8b', 'đây là tệp nén GZ'],
  ['25504446', 'đây là tệp PDF'],
  ['d0cf11e0a1b11ae1', 'đây là tệp Office kiểu cũ hoặc tệp Office có mật khẩu'],
];

const otherKind = (head: Buffer): string => kinds.find(([magic]) => head.toString('hex').startsWith(magic))?.[1] ?? 'không phải tệp nén zip, hoặc phần đầu tệp đã hỏng';

/** Where an archive without its end was cut. */
function unfinished(path: string, size: number, ended: boolean): string {
  if (ended) return 'mục lục ở cuối tệp bị thay đổi nên không đọc được.';
  const last = lastEntryOfOurs(path, size);
  const where = last === null ? '' : last.inDirectory ? ', đứt trong mục lục' : `, đứt ở tệp «${last.name}»`;
  return `tệp bị cắt cụt, chỉ còn ${sizeText(size)}${where}.`;
}

const stepBytes = 4 * 1024 * 1024;
const headerBytes = 512;

/** The last header of an entry of ours that stands in the file, looked for from its end. */
function lastEntryOfOurs(path: string, size: number): { name: string; inDirectory: boolean } | null {
  const file = openSync(path, 'r');
  try {
    for (let end = size; end > 0; end -= stepBytes) {
      const from = Math.max(0, end - stepBytes);
      const bytes = Buffer.alloc(Math.min(size, end + headerBytes) - from);
      readSync(file, bytes, 0, bytes.length, from);
      for (let at = bytes.lastIndexOf('PK'); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf('PK', at - 1)) {
        const mark = at + 46 <= bytes.length ? bytes.readUInt32LE(at) : 0;
        const name = mark === localHeader ? nameAt(bytes, at, 26, 30) : mark === directoryHeader ? nameAt(bytes, at, 28, 46) : '';
        if (isEntryOfOurs(name)) return { name, inDirectory: mark === directoryHeader };
      }
    }
    return null;
  } finally {
    closeSync(file);
  }
}

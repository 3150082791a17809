import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import type { Entry } from 'yauzl';
import type { Problem } from '../../../shared/domain/refusal.ts';
import type { CopyAudit } from '../health/check-orders.ts';
import { auditCopy } from '../health/run-check.ts';
import { storageRefusal } from '../files/storage-refusal.ts';
import { bookEntry, fileOfEntry, Manifest, manifestEntry, uncoveredBytes } from './archive-manifest.ts';
import { damagedArchive, openArchive, type OpenedArchive } from './open-archive.ts';
import type { Watch } from './watch.ts';

export interface CheckedArchive {
  path: string;
  size: number;
  manifest: Manifest;
  /** The book taken out of the archive, in the folder that was given. */
  bookPath: string;
  /** The kept files whose content is what their name says. */
  files: { sha256: string; size: number }[];
  /** The files that lines link, with the name people know them by. */
  linked: { sha256: string; name: string }[];
}

/** Longest list that is believed, bytes: some four hundred thousand files; it is read whole, where numbers are given. */
const manifestMaxBytes = 64 * 1024 * 1024;
/** After this many faults the rest need not be looked at. */
const enoughFaults = 20;

/**
 * Checks every byte of an archive: each entry's CRC and SHA-256 against the list, the digest of the whole, then the book
 * itself (taken out into `folder`), its row counts, and that every file its lines link is there. Refuses, naming what is wrong.
 */
export async function checkArchive(path: string, folder: string, watch: Watch): Promise<CheckedArchive> {
  const archive = await openArchive(path);
  try {
    const bookPath = join(folder, bookEntry);
    const manifest = await readManifest(archive);
    const problems = await checkEntries(archive, manifest, bookPath, watch);
    if (problems.length === 0) problems.push(...(await checkWhole(archive, watch)));
    if (problems.length > 0) throw damagedArchive(path, problems);
    const audit = await auditCopy(bookPath, watch);
    const inside = bookProblems(manifest, audit);
    if (inside.length > 0) throw damagedArchive(path, inside);
    const files = manifest.entries.flatMap(({ name, size, sha256 }) => (fileOfEntry(name) === sha256 ? [{ sha256, size }] : []));
    return { path, size: archive.size, manifest, bookPath, files, linked: audit.linked };
  } finally {
    archive.zip.close();
  }
}

async function readManifest({ path, zip, entries, summary }: OpenedArchive): Promise<Manifest> {
  const entry = entries.get(manifestEntry);
  const broken = (message: string, cause?: unknown) => damagedArchive(path, [{ field: manifestEntry, message }], cause);
  if (!entry) throw broken(`thiếu bản kê «${manifestEntry}».`);
  if (entry.uncompressedSize > manifestMaxBytes) throw broken(`bản kê «${manifestEntry}» lớn bất thường.`);
  let text = '';
  try {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    const bytes = Buffer.concat(parts);
    if (crc32(bytes) !== entry.crc32) throw new Error('CRC');
    text = bytes.toString('utf8');
  } catch (error) {
    throw broken(`bản kê «${manifestEntry}» bị thay đổi.`, error);
  }
  const manifest = Manifest.safeParse(readJson(text));
  if (!manifest.success) throw broken(`bản kê «${manifestEntry}» không đọc được.`, manifest.error);
  const { at, folderId, schema } = manifest.data;
  if (at !== summary.at || folderId !== summary.folderId || schema !== summary.schema) throw broken(`bản kê «${manifestEntry}» không khớp phần ghi chú ở cuối tệp.`);
  return manifest.data;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // the shape is asked for next and answers for it
    return null;
  }
}

async function checkEntries(archive: OpenedArchive, manifest: Manifest, bookPath: string, watch: Watch): Promise<Problem[]> {
  const listed = new Set([manifestEntry, ...manifest.entries.map(({ name }) => name)]);
  const problem = (name: string, what: string): Problem => ({ field: name, message: `tệp «${name}» ${what}.` });
  const problems = [...archive.twice.map((name) => problem(name, 'có hai lần')), ...[...archive.entries.keys()].filter((name) => !listed.has(name)).map((name) => problem(name, 'không có trong bản kê'))];
  if (!listed.has(bookEntry)) problems.push(problem(bookEntry, 'không có trong bản kê'));
  const total = manifest.entries.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  for (const { name, size, sha256 } of manifest.entries) {
    if (problems.length >= enoughFaults) break;
    const entry = archive.entries.get(name);
    if (!entry) problems.push(problem(name, 'bị thiếu'));
    else if (entry.uncompressedSize !== size) problems.push(problem(name, 'không còn dài như lúc sao lưu'));
    else {
      const fault = await readEntry(archive, entry, sha256, name === bookEntry ? bookPath : null, (bytes) => watch('Kiểm từng tệp', (done += bytes), total));
      if (fault) problems.push(problem(name, fault));
    }
  }
  return problems;
}

/** Reads one entry to its end, into a file when one is named; what is wrong with it, or null. */
async function readEntry({ zip }: OpenedArchive, entry: Entry, sha256: string, into: string | null, onBytes: (bytes: number) => void): Promise<string | null> {
  const hash = createHash('sha256');
  let crc = 0;
  const stopped: { because?: Error } = {};
  const told = (bytes: number): void => {
    try {
      onBytes(bytes);
    } catch (error) {
      stopped.because = error as Error;
      throw error;
    }
  };
  async function* hashed(source: AsyncIterable<Buffer>) {
    for await (const part of source) {
      hash.update(part);
      crc = crc32(part, crc);
      told(part.length);
      yield part;
    }
  }
  try {
    const stream = await zip.openReadStreamPromise(entry);
    await pipeline(stream, hashed, into === null ? new Writable({ write: (_part, _encoding, done) => done() }) : createWriteStream(into));
  } catch (error) {
    if (stopped.because) throw stopped.because;
    // a full disk or a drive that was pulled is no fault of the archive
    if (storageRefusal(error)) throw error;
    return 'không giải nén được';
  }
  return crc !== entry.crc32 || hash.digest('hex') !== sha256 ? 'bị thay đổi từ khi sao lưu' : null;
}

/** Headers and gaps between the entries are in no list: the digest of the whole file covers them. */
async function checkWhole({ path, size, digest }: OpenedArchive, watch: Watch): Promise<Problem[]> {
  const hash = createHash('sha256');
  let done = 0;
  for await (const part of createReadStream(path, { end: size - uncoveredBytes - 1 })) {
    hash.update(part as Buffer);
    watch('Kiểm cả tệp', (done += (part as Buffer).length), size);
  }
  return hash.digest('hex') === digest ? [] : [{ field: '', message: 'có chỗ bị thay đổi ở mục lục của bản sao lưu, ngoài nội dung các tệp.' }];
}

function bookProblems(manifest: Manifest, { faults, schema, counts, linked }: CopyAudit): Problem[] {
  const problems = faults.map((fault) => ({ field: bookEntry, message: `sổ «${bookEntry}» có lỗi bên trong (${fault}).` }));
  if (problems.length > 0) return problems;
  if (schema !== manifest.schema) problems.push({ field: bookEntry, message: `sổ là bản dữ liệu ${schema}, bản kê ghi ${manifest.schema}.` });
  for (const table of new Set([...Object.keys(counts), ...Object.keys(manifest.counts)])) {
    if (counts[table] !== manifest.counts[table]) problems.push({ field: bookEntry, message: `bảng «${table}» có ${counts[table] ?? 0} dòng, bản kê ghi ${manifest.counts[table] ?? 0}.` });
  }
  const present = new Set([...manifest.entries.map(({ name }) => fileOfEntry(name)), ...manifest.lost]);
  for (const { sha256, name } of linked) if (!present.has(sha256)) problems.push({ field: `tep/${sha256}`, message: `thiếu tệp «${name}» mà sổ có nối.` });
  return problems;
}

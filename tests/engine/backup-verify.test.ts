import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bookEntry, fileEntry, knownFormat, type Manifest } from '../../electron/engine/backup/archive-manifest.ts';
import { checkArchive } from '../../electron/engine/backup/check-archive.ts';
import { unwatched } from '../../electron/engine/backup/watch.ts';
import { writeArchive } from '../../electron/engine/backup/write-archive.ts';
import { keptFilesIn } from '../../electron/engine/backup/kept-files.ts';
import { databaseFileName } from '../../electron/engine/storage/open-database.ts';
import { openToRead, rowCounts } from '../../electron/engine/storage/plain-book.ts';
import { migrations } from '../../electron/engine/storage/migrations/migrations.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { refusalOf } from '../contract/suite.ts';
import { clientOf } from '../fixtures/demonstration.ts';
import { officeWithLetters } from '../fixtures/office-with-letters.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';
import { newFolder, removeFolder, temporaryFolder } from '../fixtures/temporary-folder.ts';
import { testEngine } from '../fixtures/test-engine.ts';

let good: Buffer;
const home = newFolder();
let work: string;
let dataFolder: string;

beforeAll(async () => {
  dataFolder = join(home, 'so');
  const engine = testEngine(dataFolder);
  const client = clientOf(engine);
  await client.settings.update({ office: sampleOffice });
  for (let turn = 0; turn < 2; turn += 1) await client.outgoing.issue({ id: (await client.outgoing.draft(sampleLetter())).id });
  good = readFileSync((await client.backup.create({ to: join(home, 'sao lưu/') })).path);
  await engine.close();
  work = join(home, 'thử');
  mkdirSync(work);
});

afterAll(() => removeFolder(home));

/** What checking says of these bytes: the refusal's code and sentence, or null when they are good. */
async function said(bytes: Uint8Array): Promise<Refusal | null> {
  const tried = join(work, 'thử.zip');
  writeFileSync(tried, bytes);
  try {
    await checkArchive(tried, work, unwatched);
    return null;
  } catch (error) {
    // anything but a refusal would be a crash
    if (!(error instanceof Refusal)) throw error;
    return error;
  }
}

test('bản nguyên vẹn thì tốt', async () => expect(await said(good)).toBeNull());

test('lật một bit ở bất cứ đâu: luôn bị phát hiện, không bao giờ sập', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: good.length - 1 }), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
      const bytes = Buffer.from(good);
      bytes[at] = bytes[at]! ^ (1 << bit);
      const refusal = await said(bytes);
      expect(refusal?.message).not.toMatch(/CRC|SHA|byte bị/);
      expect(refusal?.message).toMatch(/bị hỏng|không phải bản sao lưu|phiên bản mới hơn/);
    }),
    { numRuns: 400 },
  );
});

test('lật bit trong phần ghi chú và mục lục ở cuối: luôn bị phát hiện', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2500 }), fc.integer({ min: 0, max: 7 }), async (fromEnd, bit) => {
      const bytes = Buffer.from(good);
      bytes[good.length - fromEnd] = bytes[good.length - fromEnd]! ^ (1 << bit);
      expect(await said(bytes)).not.toBeNull();
    }),
    { numRuns: 400 },
  );
});

test('cắt cụt ở bất cứ đâu: luôn bị phát hiện và nói đứt ở tệp nào', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: good.length - 1 }), async (length) => {
      const refusal = await said(good.subarray(0, length));
      expect(refusal?.code).toMatch(/FILE_DAMAGED|INPUT_INVALID/);
      if (length > 1000) expect(refusal?.message).toMatch(/cắt cụt, chỉ còn [\d,]+ (byte|KB|MB), đứt (ở tệp «(so-cong-van\.sqlite|tep\/[0-9a-f/]+|ban-ke\.json)»|trong mục lục)/);
    }),
    { numRuns: 300 },
  );
});

test('thêm, bỏ, chép đè cả đoạn: luôn bị phát hiện', async () => {
  const span = fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 1, max: 5000 }));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('insert', 'remove', 'zero', 'swap'), span, fc.uint8Array({ minLength: 1, maxLength: 64 }), async (how, [at, length], noise) => {
      const after = good.subarray(Math.min(good.length, at + length));
      const middle = how === 'insert' ? Buffer.concat([noise, good.subarray(at, at + length)]) : how === 'remove' ? Buffer.alloc(0) : how === 'zero' ? Buffer.alloc(good.length - at - after.length) : Buffer.from(good.subarray(at, at + length)).reverse();
      const bytes = Buffer.concat([good.subarray(0, at), middle, after]);
      if (!bytes.equals(good)) expect(await said(bytes)).not.toBeNull();
    }),
    { numRuns: 150 },
  );
});

/** The archive again, made with the program's own hands, but otherwise than it would. */
async function remade(change: { without?: (name: string) => boolean; list?: (manifest: Manifest) => Manifest; summary?: object; book?: (copy: BetterSqlite3.Database) => void }): Promise<Refusal | null> {
  const made = join(temporaryFolder(), 'sửa.zip');
  const copy = join(temporaryFolder(), bookEntry);
  const source = new BetterSqlite3(join(dataFolder, databaseFileName));
  await source.backup(copy);
  source.close();
  const changed = new BetterSqlite3(copy);
  changed.pragma('journal_mode = DELETE');
  change.book?.(changed);
  changed.close();
  const book = openToRead(copy);
  const counts = rowCounts(book);
  book.close();
  const summary = { soCongVan: 'sao-luu' as const, format: knownFormat, at: '2026-11-20T09:30:00', office: null, folderId: 'a', program: '0', schema: migrations.length, ...change.summary };
  const sources = [{ name: bookEntry, path: copy, size: readFileSync(copy).length, compress: true }, ...keptFilesIn(join(dataFolder, 'tep')).map(({ sha256, ...file }) => ({ name: fileEntry(sha256), path: file.path, size: file.size, compress: false }))];
  const kept = sources.filter(({ name }) => !change.without?.(name));
  await writeArchive(made, kept, summary, (entries) => (change.list ?? ((manifest) => manifest))({ ...summary, counts, entries, lost: [] }), unwatched);
  return said(readFileSync(made));
}

test('thiếu một tệp mà sổ có nối: nêu tên tệp ấy', async () => {
  const [gone] = keptFilesIn(join(dataFolder, 'tep'));
  const refusal = await remade({ without: (name) => name === fileEntry(gone!.sha256) });
  expect(refusal?.message).toMatch(/thiếu tệp «.+\.(docx|xlsx)» mà sổ có nối/);
});

test('bản kê nói có mà gói không có, gói có mà bản kê không nói: nêu tên tệp', async () => {
  const extra = { name: 'tep/aa/thua', size: 1, sha256: 'a'.repeat(64) };
  expect((await remade({ list: (manifest) => ({ ...manifest, entries: [...manifest.entries, extra] }) }))?.message).toContain('tệp «tep/aa/thua» bị thiếu');
  expect((await remade({ list: (manifest) => ({ ...manifest, entries: manifest.entries.slice(0, -1) }) }))?.message).toMatch(/tệp «tep\/..\/.{64}» không có trong bản kê/);
  expect((await remade({ without: (name) => name === bookEntry }))?.message).toContain('tệp «so-cong-van.sqlite» không có trong bản kê');
});

test('bản kê sai nội dung hoặc số dòng: nêu tệp và bảng', async () => {
  expect((await remade({ list: (manifest) => ({ ...manifest, entries: manifest.entries.map((entry, index) => (index === 0 ? { ...entry, sha256: '0'.repeat(64) } : entry)) }) }))?.message).toContain('tệp «so-cong-van.sqlite» bị thay đổi từ khi sao lưu');
  expect((await remade({ list: (manifest) => ({ ...manifest, counts: { ...manifest.counts, outgoing: 3 } }) }))?.message).toContain('bảng «outgoing» có 2 dòng, bản kê ghi 3');
});

test('sổ bên trong có liên kết đứt: không nhận', async () => {
  const refusal = await remade({
    book: (copy) => {
      copy.pragma('foreign_keys = OFF');
      copy.prepare("INSERT INTO outgoingHistory (outgoingId, at, who, act) VALUES (999, '2026-11-20T09:30:00', 'ai', 'draft')").run();
    },
  });
  expect(refusal?.message).toContain('có lỗi bên trong (outgoingHistory');
});

test.each([
  ['bản dữ liệu mới hơn', { schema: migrations.length + 1 }],
  ['dạng gói mới hơn', { format: knownFormat + 1 }],
])('%s: từ chối, bảo cài phiên bản mới', async (_, summary) => {
  const refusal = await remade({ summary });
  expect([refusal?.code, refusal?.message]).toEqual(['DATA_NEWER', expect.stringContaining('Cài phiên bản mới')]);
});

/** The zip with every entry marked as locked by a password. */
function locked(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip);
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1')) bytes[at + 8] = bytes[at + 8]! | 1;
  return bytes;
}

test.each<[string, () => Uint8Array, RegExp]>([
  ['tệp trống', () => new Uint8Array(0), /tệp trống/],
  ['tệp chữ', () => Buffer.from('không phải là sổ '.repeat(50)), /không phải tệp nén zip/],
  ['tệp Word', () => readFileSync(keptFilesIn(join(dataFolder, 'tep'))[0]!.path), /tệp Word hoặc Excel/],
  ['chính tệp sổ', () => readFileSync(join(dataFolder, databaseFileName)), /tệp cơ sở dữ liệu/],
  ['tệp zip khác', () => zipSync({ 'anh.jpg': strToU8('ảnh '.repeat(100)) }), /không có sổ và bản kê/],
  ['tệp zip có mật khẩu', () => locked(zipSync({ 'so-cong-van.sqlite': strToU8('sổ '.repeat(100)) })), /có mật khẩu/],
  ['tệp RAR', () => Buffer.concat([Buffer.from('526172211a0701', 'hex'), Buffer.alloc(200)]), /RAR/],
  ['tệp zip hỏng của người khác', () => zipSync({ 'anh.jpg': strToU8('ảnh '.repeat(100)) }).subarray(0, 70), /hỏng hoặc của chương trình khác/],
])('%s: từ chối và nói đó là gì', async (_, bytes, sentence) => expect((await said(bytes()))?.message).toMatch(sentence));

test('đường dẫn không có, là thư mục: một câu', async () => {
  const { client } = openEngine();
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'thư mục'));
  expect((await refusalOf(client.backup.verify({ path: join(folder, 'không có.zip') }))).code).toBe('NOT_FOUND');
  expect((await refusalOf(client.backup.verify({ path: join(folder, 'thư mục') }))).message).toContain('không phải là một tệp');
});

test('bản hỏng thì không khôi phục, sổ đang có không đổi', async () => {
  const { client } = await officeWithLetters(1);
  const { path: archive } = await client.backup.create({ to: temporaryFolder() });
  truncateSync(archive, good.length - 500);
  const refused = await refusalOf(client.backup.restore({ path: archive }));
  expect(refused.code).toBe('FILE_DAMAGED');
  expect((await client.outgoing.list()).total).toBe(1);
  expect((await client.backup.list()).rows).toEqual([]);
});

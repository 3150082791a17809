import { execFile, execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { storageRefusal } from '../../electron/engine/files/storage-refusal.ts';
import { databaseFileName } from '../../electron/engine/storage/open-database.ts';
import { refusals } from '../../shared/contract/errors.ts';
import { officeWithLetters } from '../fixtures/office-with-letters.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { refusalOf } from '../contract/suite.ts';
import { sampleLetter } from '../fixtures/sample-letters.ts';

const failure = (code: string, syscall?: string): Error => Object.assign(new Error(`${code}: in English`), { code, ...(syscall && { syscall }) });

test.each([
  ['ENOSPC', 'write', 'DISK_FULL', 'đã đầy'],
  ['EDQUOT', 'write', 'DISK_FULL', 'dung lượng được cấp'],
  ['EFBIG', 'write', 'DISK_FULL', 'lớn thêm'],
  ['EIO', 'write', 'DISK_UNWRITABLE', 'lỗi khi ghi'],
  ['EIO', 'fsync', 'DISK_UNWRITABLE', 'lỗi khi ghi'],
  ['EIO', 'read', 'DISK_UNREADABLE', 'lỗi khi đọc'],
  ['EIO', 'open', 'DISK_UNREADABLE', 'lỗi khi đọc'],
  ['UNKNOWN', 'read', 'DISK_UNREADABLE', 'lỗi khi đọc'],
  ['EMFILE', 'open', 'BOOK_BUSY', 'quá nhiều tệp'],
  ['ENFILE', 'open', 'BOOK_BUSY', 'quá nhiều tệp'],
  ['EBUSY', 'rename', 'BOOK_BUSY', 'đang giữ tệp'],
  ['EROFS', 'open', 'DISK_UNWRITABLE', 'chỉ đọc'],
  ['EACCES', 'open', 'DISK_UNWRITABLE', 'quyền'],
  ['EPERM', 'rename', 'DISK_UNWRITABLE', 'quyền'],
  ['ELOOP', 'stat', 'DISK_UNWRITABLE', 'đi vòng'],
  ['ENAMETOOLONG', 'open', 'DISK_UNWRITABLE', 'quá dài'],
  ['ESTALE', 'read', 'DISK_UNREADABLE', 'không trả lời'],
  ['ENODEV', 'open', 'DISK_UNREADABLE', 'không trả lời'],
  ['SQLITE_FULL', undefined, 'DISK_FULL', 'đã đầy'],
  ['SQLITE_BUSY', undefined, 'BOOK_BUSY', 'đang ghi'],
  ['SQLITE_BUSY_SNAPSHOT', undefined, 'BOOK_BUSY', 'đang ghi'],
  ['SQLITE_LOCKED', undefined, 'BOOK_BUSY', 'đang ghi'],
  ['SQLITE_READONLY', undefined, 'DISK_UNWRITABLE', 'Không ghi được'],
  ['SQLITE_READONLY_DIRECTORY', undefined, 'DISK_UNWRITABLE', 'Không ghi được'],
  ['SQLITE_CANTOPEN', undefined, 'DISK_UNWRITABLE', 'Không mở được'],
  ['SQLITE_IOERR_READ', undefined, 'DISK_UNREADABLE', 'lỗi khi đọc'],
  ['SQLITE_IOERR_SHORT_READ', undefined, 'DISK_UNREADABLE', 'lỗi khi đọc'],
  ['SQLITE_IOERR_WRITE', undefined, 'DISK_UNWRITABLE', 'lỗi khi ghi'],
  ['SQLITE_IOERR_FSYNC', undefined, 'DISK_UNWRITABLE', 'lỗi khi ghi'],
  ['SQLITE_NOMEM', undefined, 'BOOK_BUSY', 'bộ nhớ'],
  ['SQLITE_CORRUPT', undefined, 'DATA_DAMAGED', 'bị hỏng'],
] as const)('%s (%s) là %s với một câu: điều gì, rồi làm gì', (code, syscall, refused, word) => {
  const refusal = storageRefusal(failure(code, syscall));
  expect([refusal?.code, refusal?.message]).toEqual([refused, expect.stringContaining(word)]);
  expect(Object.keys(refusals)).toContain(refusal?.code);
  // what happened, then what to do
  expect(refusal?.message).toMatch(/[.;:] ?.*(?:làm lại|[Cc]họn|[Kk]iểm tra|[Dd]ọn|[Đđ]óng|[Kk]hôi phục|[Cc]hờ|[Cc]ắm)/u);
  expect(refusal?.message).not.toMatch(/in English|[A-Z]{4,}_/);
});

function hasStrace(): boolean {
  try {
    execFileSync('strace', ['-f', '-o', '/dev/null', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const traced = hasStrace();

/** Calls the command line while the kernel answers some of its system calls on one file with an error. */
async function callUnder(inject: string, path: string, folder: string, call: readonly string[]): Promise<{ code: string; message: string } | null> {
  const cli = fileURLToPath(new URL('../../electron/cli.ts', import.meta.url));
  const words = ['-f', '-qq', '-o', '/dev/null', '-P', path, '-e', `trace=${inject.split(':')[0]}`, '-e', `inject=${inject}`, process.execPath, cli, ...call, '--data', folder];
  try {
    await promisify(execFile)('strace', words, { env: { ...process.env, NODE_OPTIONS: '' } });
    return null;
  } catch (error) {
    const { stderr } = error as { stderr: string };
    const line = stderr.split('\n').find((one) => one.startsWith('{"error"'));
    if (line === undefined) throw new Error(`no answer: ${stderr}`);
    return (JSON.parse(line) as { error: { code: string; message: string } }).error;
  }
}

describe.skipIf(!traced)(`ổ đĩa báo lỗi giữa chừng${traced ? '' : ' (bỏ qua: máy này không có strace)'}`, () => {
  test.each([
    ['mọi lần đọc sổ đều lỗi', 'pread64:error=EIO:when=4+', ['outgoing.list', '{}'], ['DISK_UNREADABLE', 'DISK_UNWRITABLE']],
    ['một lần đọc sổ lỗi', 'pread64:error=EIO:when=9', ['outgoing.list', '{}'], ['DISK_UNREADABLE', null]],
    ['hết ô mở tệp', 'openat:error=EMFILE:when=1+', ['outgoing.list', '{}'], ['BOOK_BUSY', 'DISK_UNWRITABLE', 'DISK_UNREADABLE']],
  ] as const)('%s: nói đúng lỗi ổ đĩa, không gọi sổ lành là hỏng', async (_, inject, call, codes) => {
    const { folder, engine } = await officeWithLetters(2);
    await engine.close();
    const path = join(folder, databaseFileName);
    const before = readFileSync(path);
    const refused = await callUnder(inject, path, folder, call);
    expect(codes).toContain(refused?.code ?? null);
    expect(refused?.message ?? '').not.toMatch(/Khôi phục|bản sao lưu gần nhất/);
    expect(readFileSync(path).equals(before)).toBe(true);
    // the disk is well again: so is the book
    expect((await openEngine({ dataFolder: folder }).client.outgoing.list()).total).toBe(2);
  });

  test.each([
    ['hết dung lượng được cấp', 'EDQUOT', 'DISK_UNWRITABLE'],
    ['đầy đĩa', 'ENOSPC', 'DISK_FULL'],
    ['lỗi ghi', 'EIO', 'DISK_UNWRITABLE'],
    ['ổ chỉ đọc', 'EROFS', 'DISK_UNWRITABLE'],
  ])('%s khi ghi nhật ký của sổ: việc bị từ chối bằng một câu, không số nào mất', async (_, error, code) => {
    const { folder, engine, client: before } = await officeWithLetters(1);
    const { id } = await before.outgoing.draft(sampleLetter());
    await engine.close();
    const refused = await callUnder(`pwrite64:error=${error}:when=1+`, join(folder, `${databaseFileName}-wal`), folder, ['outgoing.issue', JSON.stringify({ id })]);
    expect(refused?.code).toBe(code);
    const { client } = openEngine({ dataFolder: folder });
    expect((await client.books.list()).rows.find(({ kind }) => kind === 'outgoing')?.next).toBe(2);
  });
});

describe.skipIf(!traced)('tệp lưu', () => {
  test.each([
    ['lỗi một lần: đọc lại trên tay cầm mới, đưa ra bình thường', 'read:error=EIO:when=1', null],
    ['lỗi mọi lần: nói ổ đĩa lỗi, không nói tệp đã bị thay đổi', 'read:error=EIO:when=1+', 'DISK_UNREADABLE'],
    ['không mở được vì quyền: nói về quyền', 'openat:error=EACCES:when=1+', 'DISK_UNWRITABLE'],
  ])('đọc tệp Word đã cất %s', async (_, inject, code) => {
    const { folder, engine, client } = await officeWithLetters(1);
    const [row] = (await client.outgoing.list()).rows;
    await engine.close();
    const store = join(folder, 'tep');
    const [kept] = readdirSync(store, { recursive: true, encoding: 'utf8' }).filter((name) => /[0-9a-f]{64}$/.test(name));
    const refused = await callUnder(inject, join(store, kept!), folder, ['letter.docx', JSON.stringify({ id: row!.id })]);
    expect(refused?.code ?? null).toBe(code);
  });
});

test('sổ hỏng thật vẫn được gọi là hỏng ở lần nhìn thứ hai', async () => {
  const { folder, engine, client } = await officeWithLetters(1);
  await client.backup.create();
  await engine.close();
  const { truncateSync } = await import('node:fs');
  truncateSync(join(folder, databaseFileName), 20_000);
  expect((await refusalOf(openEngine({ dataFolder: folder }).client.outgoing.list())).code).toBe('DATA_DAMAGED');
});

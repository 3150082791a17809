import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { refusalOf } from '../contract/suite.ts';
import { bookContent } from '../fixtures/book-content.ts';
import { withDemonstration } from '../fixtures/demonstration.ts';
import { officeWithLetters } from '../fixtures/office-with-letters.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

/** Everything below a folder but what the program keeps there anyway. */
const namesIn = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

test('sao lưu vào một thư mục: một tệp đặt tên theo ngày giờ, kiểm lại được, nói rõ có gì bên trong', async () => {
  const { client } = await officeWithLetters(2);
  const to = temporaryFolder();
  const made = await client.backup.create({ to });
  expect(readdirSync(to)).toEqual(['so-cong-van-sao-luu-2026-11-20-093000.zip']);
  expect(made).toMatchObject({ path: join(to, 'so-cong-van-sao-luu-2026-11-20-093000.zip'), verified: true, at: '2026-11-20T09:30:00', office: 'ỦY BAN NHÂN DÂN TỈNH AN BÌNH', notices: [] });
  expect(made.counts).toMatchObject({ outgoing: 2, outgoingFile: 6 });
  expect(made.files.amount).toBe(6);
  expect(await client.backup.verify({ path: made.path })).toEqual(made);
});

test('sao lưu hai lần trong một giây: hai tệp, không đè lên nhau', async () => {
  const { client } = await officeWithLetters(0);
  const to = temporaryFolder();
  await client.backup.create({ to });
  await client.backup.create({ to });
  expect(readdirSync(to)).toEqual(['so-cong-van-sao-luu-2026-11-20-093000-2.zip', 'so-cong-van-sao-luu-2026-11-20-093000.zip']);
});

test('ghi rõ tên tệp thì dùng tên ấy; tên đã có thì không ghi đè', async () => {
  const { client } = await officeWithLetters(1);
  const to = join(temporaryFolder(), 'Sổ công văn tháng 11.zip');
  expect((await client.backup.create({ to })).path).toBe(to);
  const refused = await refusalOf(client.backup.create({ to }));
  expect([refused.code, refused.message]).toEqual(['NOT_ALLOWED', expect.stringContaining('không ghi đè tệp nào')]);
});

test('khôi phục bản sao lưu vào một máy mới: sổ và tệp giống hệt', async () => {
  const old = openEngine();
  await withDemonstration(old.engine);
  const { path } = await old.client.backup.create({ to: temporaryFolder() });
  const fresh = openEngine();
  const restored = await fresh.client.backup.restore({ path });
  expect(restored.office).toBe((await old.client.settings.get()).office?.name.replaceAll('\n', ' '));
  expect(bookContent(fresh.folder, ['restores'])).toEqual(bookContent(old.folder));
});

test('dòng ghi trong lúc sao lưu không làm bản sao lưu lệch: vào cả dòng lẫn tệp, hoặc không vào', async () => {
  const { client, issue } = await officeWithLetters(3);
  let going = true;
  const writing = (async () => {
    // a letter now and then, so that what every copy has to read stays small
    for (let turn = 0; going; turn += 1) {
      await issue(`trong lúc sao lưu ${turn}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  })();
  const made = [];
  for (let turn = 0; turn < 4; turn += 1) made.push(await client.backup.create({ to: temporaryFolder() }));
  going = false;
  await writing;
  for (const { counts, files } of made) {
    const issued = counts.outgoingHistory! - counts.outgoing!;
    expect([counts.outgoingFile, files.amount]).toEqual([issued * 3, issued * 3]);
  }
  expect(made.at(-1)!.counts.outgoing).toBeGreaterThan(made[0]!.counts.outgoing!);
});

test.each([
  ['kho tệp của sổ', (folder: string) => join(folder, 'tep'), /chỗ ấy giữ tệp của sổ/],
  ['thư mục con của kho tệp', (folder: string) => join(folder, 'tep', 'moi', 'x/'), /chỗ ấy giữ tệp của sổ/],
  ['thư mục không tạo được', () => '/proc/sao-luu', /Chưa sao lưu được vào/],
  ['một tệp nằm ở chỗ thư mục', (folder: string) => join(folder, 'so-cong-van.sqlite', 'x/'), /./],
])('đích là %s: một câu, không để lại gì', async (_, to, sentence) => {
  const { client, folder } = await officeWithLetters(1);
  const before = namesIn(folder);
  const refused = await refusalOf(client.backup.create({ to: to(folder) }));
  expect(refused.message).toMatch(sentence);
  expect(namesIn(folder).filter((name) => name !== 'tam')).toEqual(before);
});

test('thư mục sao lưu đã chọn không còn (rút ổ): nói rõ, không tạo lại nhầm ổ', async () => {
  const { client } = await officeWithLetters(1);
  const drive = join(temporaryFolder(), 'USB');
  mkdirSync(join(drive), { recursive: true });
  await client.settings.update({ backupFolder: join(drive, 'sao lưu sổ') });
  expect((await client.backup.create()).path).toContain(join(drive, 'sao lưu sổ'));
  rmSync(drive, { recursive: true });
  const refused = await refusalOf(client.backup.create());
  expect([refused.code, refused.message]).toEqual(['DISK_UNWRITABLE', expect.stringContaining('Cắm lại ổ đĩa')]);
  expect(existsSync(drive)).toBe(false);
});

test('đĩa đích đầy: một câu nói cần bao nhiêu, còn bao nhiêu; không còn tệp dở dang', async (context) => {
  const { client } = await officeWithLetters(1);
  const small = join(temporaryFolder(), 'đĩa nhỏ');
  mkdirSync(small);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', small], { stdio: 'ignore' });
  } catch {
    return context.skip('không gắn được đĩa nhỏ trên máy này (cần quyền root trên Linux)');
  }
  onTestFinished(() => void execFileSync('umount', ['-l', small]));
  // as long as the files themselves fit, the disk runs full while the archive is written
  writeFileSync(join(small, 'đầy'), Buffer.alloc(30 * 1024));
  const refused = await refusalOf(client.backup.create({ to: small }));
  expect([refused.code, refused.message]).toEqual(['DISK_FULL', expect.stringContaining(small)]);
  expect(readdirSync(small)).toEqual(['đầy']);
  execFileSync('mount', ['-o', 'remount,ro', small]);
  expect((await refusalOf(client.backup.create({ to: small }))).code).toBe('DISK_UNWRITABLE');
});

test('dừng giữa chừng: không để lại gì, rồi sao lưu lại được', async () => {
  const { client, folder } = await officeWithLetters(2);
  const to = temporaryFolder();
  for (const moment of [0, 1, 3, 8, 15, 30]) {
    const job = `sao lưu ${moment}`;
    const making = refusalOf(client.backup.create({ to, job })).then(({ code }) => code, () => 'xong trước khi dừng');
    await new Promise((resolve) => setTimeout(resolve, moment));
    await client.jobs.cancel({ job });
    expect(['CANCELLED', 'xong trước khi dừng']).toContain(await making);
    expect(readdirSync(to).filter((name) => !name.endsWith('.zip'))).toEqual([]);
    expect(readdirSync(join(folder, 'tam'))).toEqual([]);
  }
  expect((await client.backup.create({ to })).verified).toBe(true);
});

test('tệp đã mất từ trước: vẫn sao lưu phần còn lại và nói rõ thiếu tệp nào', async () => {
  const { client, folder } = await officeWithLetters(2);
  const id = (await client.outgoing.list()).rows[0]!.id;
  const { files } = await client.outgoing.get({ id });
  rmSync(join(folder, 'tep', files[0]!.sha256.slice(0, 2), files[0]!.sha256));
  writeFileSync(join(folder, 'tep', files[1]!.sha256.slice(0, 2), files[1]!.sha256), 'bị ghi đè');
  const made = await client.backup.create({ to: temporaryFolder() });
  expect(made.notices).toEqual([expect.stringMatching(new RegExp(`^1 tệp đã mất .*«${files[0]!.name.replace(/[.()]/g, '\\$&')}»`)), expect.stringMatching(/^1 tệp đã bị thay đổi/)]);
  expect((await client.backup.verify({ path: made.path })).notices).toEqual(made.notices);
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { refusalOf } from '../contract/suite.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { auditRegister } from '../fixtures/register-audit.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

/** Mounts a small disk of memory; false where that is not allowed. */
function mountSmallDisk(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return false;
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return true;
}

test('đĩa đầy giữa chừng: bị từ chối bằng một câu, dọn chỗ rồi làm tiếp được, sổ không mất gì', async (context) => {
  const folder = join(temporaryFolder(), 'đĩa nhỏ');
  mkdirSync(folder);
  if (!mountSmallDisk(folder)) return context.skip('không gắn được đĩa nhỏ trên máy này (cần quyền root trên Linux)');
  const { client } = openEngine({ dataFolder: folder });
  await client.settings.update({ office: sampleOffice });
  const { id } = await client.outgoing.draft(sampleLetter());
  const ballast = join(folder, 'đầy');
  const fill = (bytes: number): void => {
    try {
      writeFileSync(ballast, Buffer.alloc(bytes), { flag: 'a' });
    } catch {
      // the disk is full now: that is what is wanted
    }
  };
  for (let turn = 0; turn < 8; turn += 1) fill(1 << 19);
  fill(4096);
  const refused = await refusalOf(client.outgoing.issue({ id }));
  expect([refused.code, refused.message]).toEqual(['DISK_FULL', expect.stringContaining('đã đầy')]);
  expect((await client.outgoing.get({ id })).status).toBe('draft');
  expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.dang-ghi'))).toEqual([]);
  const many = await refusalOf(
    (async () => {
      for (let turn = 0; turn < 200; turn += 1) await client.outgoing.draft(sampleLetter({ body: 'nội dung dài '.repeat(2000) }));
    })(),
  );
  expect(many.code).toBe('DISK_FULL');
  rmSync(ballast);
  expect((await client.outgoing.issue({ id })).codeNumber).toBe(1);
  expect(auditRegister(folder).faults).toEqual([]);
});

test('đĩa đầy khi đang cất tệp thứ ba: hai tệp trước cũng được bỏ, không chiếm chỗ của người dùng', async (context) => {
  const folder = join(temporaryFolder(), 'đĩa nhỏ');
  mkdirSync(folder);
  if (!mountSmallDisk(folder)) return context.skip('không gắn được đĩa nhỏ trên máy này (cần quyền root trên Linux)');
  const { client } = openEngine({ dataFolder: folder });
  const files = [1, 2, 3, 4].map((turn) => new File([Buffer.alloc(900_000, turn)], `quét ${turn}.pdf`));
  expect((await refusalOf(client.incoming.register({ organName: 'Sở Y tế', subject: 'bốn bản quét', files }))).code).toBe('DISK_FULL');
  expect(readdirSync(join(folder, 'tep', 'moi'))).toEqual([]);
  expect((await client.incoming.register({ organName: 'Sở Y tế', subject: 'một bản quét', files: files.slice(0, 1) })).arrivalNumber).toBe(1);
});

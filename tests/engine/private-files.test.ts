import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { prepareDataFolder } from '../../electron/engine/files/data-folder.ts';
import { announce } from '../../electron/shell/running-instance.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

/** Everything below a folder that others than its owner may read, write or enter. */
function openToOthers(folder: string): string[] {
  const paths = [folder, ...readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)))];
  return paths.filter((path) => (statSync(path).mode & 0o077) !== 0);
}

describe.skipIf(process.platform === 'win32')('quyền trên thư mục dữ liệu', () => {
  test('thư mục mới: chỉ người dùng đọc được sổ, văn bản, bản sao lưu, khóa của lần chạy', async () => {
    const folder = join(temporaryFolder(), 'sổ');
    const { client } = openEngine({ dataFolder: folder });
    await client.settings.update({ office: sampleOffice });
    await client.outgoing.issue(await client.outgoing.draft(sampleLetter()));
    await client.incoming.register({ organName: 'Sở Y tế', subject: 'lịch trực', files: [new File(['%PDF'], 'quét.pdf')] });
    await client.backup.create({});
    announce(folder, { pid: process.pid, port: 1, secret: 's' });
    expect(openToOthers(folder)).toEqual([]);
  });

  test('thư mục cũ ai cũng đọc được: mở sổ là khép lại', async () => {
    const { client, folder, engine } = openEngine();
    await client.settings.update({ office: sampleOffice });
    await engine.close();
    for (const path of openToOthers(folder).concat(readdirSync(folder).map((name) => join(folder, name)))) chmodSync(path, statSync(path).isDirectory() ? 0o755 : 0o644);
    chmodSync(folder, 0o755);
    const again = openEngine({ dataFolder: folder });
    await again.client.settings.get();
    expect(openToOthers(folder)).toEqual([]);
  });

  test('thư mục đang chứa thứ khác của người dùng thì không bị khép', () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, 'ảnh'), { mode: 0o755 });
    writeFileSync(join(folder, 'ghi chú.txt'), '', { mode: 0o644 });
    prepareDataFolder(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o755);
    expect(openToOthers(folder)).toHaveLength(3);
  });
});

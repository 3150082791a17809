import { mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backUpOnceADay, startDailyBackup } from '../../electron/engine/backup/daily-backup.ts';
import { officeWithLetters } from '../fixtures/office-with-letters.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

async function officeOfDays() {
  const clock = { now: new Date(2026, 10, 1, 8, 0, 0) };
  const opened = await officeWithLetters(1, { clock: () => clock.now });
  return { ...opened, clock, day: (day: number, hour = 8) => (clock.now = new Date(2026, 10, day, hour, 0, 0)) };
}

test('mỗi ngày một bản, không bản thứ hai; giữ mười ngày; chỉ dọn tệp của chương trình', async () => {
  const { engine, client, folder, day } = await officeOfDays();
  const place = join(folder, 'sao-luu');
  const manual = await client.backup.create();
  writeFileSync(join(place, 'ảnh gia đình.zip'), 'của người ta');
  // the name of ours, but nothing of ours inside
  writeFileSync(join(place, 'so-cong-van-tu-dong-2026-10-01-080000.zip'), 'tên giống mà không phải');
  for (let each = 1; each <= 12; each += 1) {
    day(each);
    expect(await backUpOnceADay(engine.context)).toBe(true);
    day(each, 15);
    expect(await backUpOnceADay(engine.context)).toBe(false);
  }
  const { rows, daily } = await client.backup.list();
  expect(rows.filter(({ kind }) => kind === 'daily').map(({ at }) => at)).toEqual(Array.from({ length: 10 }, (_, index) => `2026-11-${String(12 - index).padStart(2, '0')}T08:00:00`));
  expect(rows.map(({ path }) => path)).toContain(manual.path);
  expect(readdirSync(place)).toEqual(expect.arrayContaining(['ảnh gia đình.zip', 'so-cong-van-tu-dong-2026-10-01-080000.zip']));
  expect(daily).toEqual({ lastSuccess: { at: '2026-11-12T08:00:00', path: rows[0]!.path }, lastFailure: null });
});

test('bản của sổ khác trong cùng thư mục không bị dọn', async () => {
  const shared = temporaryFolder();
  const other = await officeOfDays();
  await other.client.settings.update({ backupFolder: shared });
  await backUpOnceADay(other.engine.context);
  const ours = await officeOfDays();
  await ours.client.settings.update({ backupFolder: shared });
  for (let each = 2; each <= 13; each += 1) {
    ours.day(each);
    await backUpOnceADay(ours.engine.context);
  }
  const { rows } = await ours.client.backup.list();
  expect(rows.map(({ thisBook }) => thisBook)).toEqual([...Array.from({ length: 10 }, () => true), false]);
});

test('sao lưu tự động không được thì thấy ngay ở danh sách, được lại thì hết', async () => {
  const { engine, client, day } = await officeOfDays();
  const drive = join(temporaryFolder(), 'USB');
  mkdirSync(drive);
  await client.settings.update({ backupFolder: join(drive, 'sổ') });
  await backUpOnceADay(engine.context);
  rmSync(drive, { recursive: true });
  day(2);
  await expect(backUpOnceADay(engine.context)).rejects.toMatchObject({ code: 'DISK_UNWRITABLE' });
  const { daily } = await client.backup.list();
  expect(daily.lastSuccess?.at).toBe('2026-11-01T08:00:00');
  expect(daily.lastFailure).toEqual({ at: '2026-11-02T08:00:00', sentence: expect.stringContaining('Cắm lại ổ đĩa') as string });
  mkdirSync(drive);
  await backUpOnceADay(engine.context);
  expect((await client.backup.list()).daily.lastFailure).toBeNull();
});

test('thư mục trống chưa khai cơ quan thì không sao lưu gì', async () => {
  const { engine, client } = openEngine();
  expect(await backUpOnceADay(engine.context)).toBe(false);
  expect((await client.backup.list()).rows).toEqual([]);
});

test('tự chạy sau khi mở rồi đều đặn; đóng chương trình thì dừng, không để dở dang', async () => {
  const { engine, client, folder, day } = await officeOfDays();
  const stop = startDailyBackup(engine.context, { firstAfterMs: 10, everyMs: 100 });
  const days = async () => (await client.backup.list()).rows.map(({ at }) => at.slice(8, 10));
  await expect.poll(days).toEqual(['01']);
  day(2);
  await expect.poll(days).toEqual(['02', '01']);
  day(3);
  await stop();
  const kept = await days();
  expect(['02,01', '03,02,01']).toContain(kept.join());
  expect(readdirSync(join(folder, 'sao-luu')).filter((name) => !name.endsWith('.zip'))).toEqual([]);
  day(4);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await days()).toEqual(kept);
});

test('bản dở dang từ lần mất điện hôm trước được dọn; tệp dở dang của chương trình khác thì không', async () => {
  const { engine, folder } = await officeOfDays();
  const place = join(folder, 'sao-luu');
  mkdirSync(place);
  const [left, foreign] = [join(place, 'so-cong-van-tu-dong-2026-10-30-080000.zip.0123456789ab.dang-ghi'), join(place, 'khác.zip.0123456789ab.dang-ghi')];
  for (const path of [left, foreign]) {
    writeFileSync(path, 'dở');
    utimesSync(path, new Date(2020, 1, 1), new Date(2020, 1, 1));
  }
  await backUpOnceADay(engine.context);
  expect(readdirSync(place).filter((name) => name.endsWith('.dang-ghi'))).toEqual(['khác.zip.0123456789ab.dang-ghi']);
});

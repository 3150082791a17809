import { renameSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { databaseFileName } from '../../electron/engine/storage/open-database.ts';
import { clientOf, withDemonstration } from '../fixtures/demonstration.ts';
import { withIncoming } from '../fixtures/incoming-lines.ts';
import { openWindow, seriousViolations } from '../fixtures/open-window.ts';

test('sao lưu, kiểm tra bản sao lưu, khôi phục về bản ấy rồi hoàn tác', async () => {
  const { page, engine, errors } = await openWindow({
    before: async (engine) => {
      await withDemonstration(engine);
      await withIncoming(engine, 5);
    },
  });
  const amount = async (): Promise<number> => (await clientOf(engine).incoming.views({})).all;
  const before = await amount();
  await page.getByRole('grid', { name: 'Văn bản đi' }).waitFor();
  await page.keyboard.press('Alt+9');
  await page.getByText('Chưa có bản sao lưu nào.', { exact: true }).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Control+s');
  await page.getByText(/Đã sao lưu và kiểm tra lại: /).waitFor();
  await page.getByText(/Bản tốt gần nhất: lúc 09:30 ngày 20\/11\/2026/).waitFor();
  await page.getByRole('button', { name: /^Kiểm tra bản 09:30/ }).click();
  await page.getByText(/Bản sao lưu lúc 09:30 ngày 20\/11\/2026 còn tốt/).waitFor();

  await withIncoming(engine, 2);
  await page.getByRole('button', { name: /^Khôi phục từ bản 09:30/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Khôi phục từ bản sao lưu' });
  await dialog.getByText(/ít hơn 2 văn bản đến/).waitFor();
  const act = dialog.getByRole('button', { name: 'Khôi phục', exact: true });
  expect(await act.isDisabled()).toBe(true);
  expect(await seriousViolations(page)).toEqual([]);
  await dialog.getByLabel('Gõ «khôi phục» để xác nhận').fill('khoi phuc');
  await act.click();
  await page.getByText(/Sổ đã trở về lúc 09:30/).waitFor();
  expect(await amount()).toBe(before);
  await page.getByText(/Sổ này được khôi phục lúc/).waitFor();
  await page.getByRole('main').getByRole('button', { name: 'Hoàn tác khôi phục' }).click();
  await page.getByText(/Đã hoàn tác lần khôi phục/).waitFor();
  expect(await amount()).toBe(before + 2);
  expect(errors).toEqual([]);
});

test('bản sao lưu bị cắt cụt thì bị từ chối bằng một câu, sổ không đổi', async () => {
  const { page, engine } = await openWindow({ before: withDemonstration });
  const { path, size } = await clientOf(engine).backup.create({});
  truncateSync(path, size - 1000);
  await page.goto(`${page.url().split('#')[0]}#/sao-luu`);
  await page.getByLabel('Bản sao lưu ở nơi khác').fill(path);
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).last().click();
  const word = page.locator('.mantine-Notifications-root').getByText(/sao lưu/i);
  await word.first().waitFor();
  expect(await word.first().textContent()).not.toMatch(/Error|undefined|chưa trả lời được/);
});

test('kiểm tra sổ: chỗ sai được kê theo điều, mở được đúng dòng', async () => {
  const { page, engine } = await openWindow({
    before: async (engine) => {
      await clientOf(engine).settings.update({ office: { name: 'SỞ NỘI VỤ', place: 'An Bình' } });
      await withIncoming(engine, 4);
    },
  });
  await page.goto(`${page.url().split('#')[0]}#/sao-luu`);
  await page.getByRole('heading', { name: 'Kiểm tra sổ', exact: true }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText(/Đã xem 4 văn bản đến/).waitFor();
  await page.getByText('Sổ tốt, không có gì phải xem lại ✓').waitFor();

  // somebody with another program on the file of the book
  await engine.context.write(({ database }) => database.updateTable('incoming').set({ issuedDate: '2062-01-05' }).where('arrivalNumber', '=', 2).execute());
  await page.keyboard.press('Control+Enter');
  const finding = page.getByRole('region', { name: 'Ngày ngoài khoảng' });
  await finding.waitFor();
  await finding.getByRole('link', { name: 'Mở' }).first().click();
  const [line] = (await clientOf(engine).incoming.list({ columns: { number: '2' }, limit: 1 })).rows;
  await expect.poll(() => page.url()).toContain(`#/van-ban-den?id=${line?.id}`);
});

test('tệp sổ mất giữa chừng: cửa sổ nói rõ, mời khôi phục từ bản tốt gần nhất, một nút là xong', async () => {
  const { page, engine } = await openWindow({
    before: async (engine) => {
      await withDemonstration(engine);
      await clientOf(engine).backup.create({});
    },
  });
  const total = (await clientOf(engine).outgoing.list({ limit: 1 })).total;
  await page.getByRole('grid', { name: 'Văn bản đi' }).waitFor();
  const book = join(engine.context.dataFolder, databaseFileName);
  renameSync(book, `${book}.mat`);
  await page.getByRole('button', { name: /^Dự thảo/ }).click();
  await page.getByRole('heading', { name: 'Sổ bị hỏng, chưa mở được' }).waitFor();
  await page.getByText('đã kiểm tra, còn tốt ✓').waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Khôi phục từ bản này' }).click();
  await page.getByRole('grid', { name: 'Văn bản đi' }).waitFor();
  expect((await clientOf(engine).outgoing.list({ limit: 1 })).total).toBe(total);
});

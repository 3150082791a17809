import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { guideChapters } from '../../renderer/app/guide-chapters.ts';
import { clientOf, withDemonstration } from '../fixtures/demonstration.ts';
import { openWindow, seriousViolations } from '../fixtures/open-window.ts';

const look = process.env.LOOK;

test('F1 ở màn hình nào mở chương của màn hình ấy, kèm phím của nó; Esc đóng lại', async () => {
  const { page, engine, errors } = await openWindow({ before: withDemonstration, at: '#/ban-lam-viec' });
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).hostname));
  const client = clientOf(engine);
  const draft = (await client.outgoing.list({ status: 'draft' })).rows[0]?.id ?? 0;
  const found: Record<string, string | null> = {};
  const dialog = page.getByRole('dialog', { name: 'Hướng dẫn' });
  for (const route of Object.keys(guideChapters)) {
    const address = `#/${route.startsWith('soan-thao/') ? `soan-thao/${draft}` : route.replace(':id', '1')}`;
    await page.evaluate((to) => (location.hash = to), address);
    await page.getByRole('navigation', { name: 'Các phần của chương trình' }).waitFor();
    await page.keyboard.press('F1');
    await dialog.getByRole('region', { name: 'Phím tắt của màn hình này' }).waitFor();
    found[route] = await dialog.getByRole('heading', { level: 2 }).last().textContent();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
  expect(found).toEqual(guideChapters);
  expect([...hosts]).toEqual(['127.0.0.1']);
  expect(errors).toEqual([]);
});

test('đang gõ thì F1 rồi Esc: con trỏ ở đúng ô, chữ còn nguyên; tìm, «Có gì mới», in cả hướng dẫn', async () => {
  const { page, errors } = await openWindow({ before: withDemonstration, at: '#/van-ban-den/moi' });
  const subject = page.getByLabel('Trích yếu');
  await subject.click();
  await page.keyboard.type('Báo cáo quý');
  await page.keyboard.press('F1');
  const dialog = page.getByRole('dialog', { name: 'Hướng dẫn' });
  await dialog.getByRole('article', { name: 'Vào sổ văn bản đến' }).waitFor();
  // letters typed here go nowhere else
  await page.keyboard.press('n');
  if (look) await page.screenshot({ path: `${look}/guide.png` });
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('giu so');
  await dialog.getByText(/^Có trong \d+ chương\.$/).waitFor();
  await dialog.locator('article mark').first().waitFor();
  if (look) await page.screenshot({ path: `${look}/guide-search.png` });
  await page.keyboard.press('Enter');
  expect(await dialog.getByRole('article').evaluate((element) => element === document.activeElement)).toBe(true);
  await dialog.getByRole('button', { name: 'Có gì mới' }).click();
  await dialog.getByRole('heading', { name: /^Bản 0\.1\.0/ }).waitFor();
  if (look) await page.screenshot({ path: `${look}/guide-new.png` });
  // what the printer gets: the whole guide, and nothing of the window
  await page.evaluate(() => {
    // a printer that takes its time: the page stays as it gets it
    window.print = () => new Promise<void>((done) => Object.assign(window, { printed: done })) as unknown as undefined;
  });
  await page.keyboard.press('Control+p');
  await page.locator('[data-printed-guide]').waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('[data-printed-guide] h2').count()).toBe(readFileSync(new URL('../../resources/user-guide.md', import.meta.url), 'utf8').match(/^## /gm)?.length);
  expect(await page.locator('[data-printed-guide]').isVisible()).toBe(true);
  expect(await page.locator('#root').isVisible()).toBe(false);
  expect(await dialog.isVisible()).toBe(false);
  if (look) await page.pdf({ path: `${look}/guide.pdf`, preferCSSPageSize: true });
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => (window as unknown as { printed: () => void }).printed());
  await expect.poll(() => page.locator('[data-printed-guide]').count()).toBe(0);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.keyboard.type(' III');
  expect(await subject.inputValue()).toBe('Báo cáo quý III');
  expect(errors).toEqual([]);
});

test('F1 trong hộp thoại: Esc chỉ đóng hướng dẫn, hộp và chữ đã gõ còn nguyên; F1 lần nữa cũng đóng', async () => {
  const { page, errors } = await openWindow({ before: withDemonstration, at: '#/van-ban-di', width: 1024 });
  await page.getByRole('grid', { name: 'Văn bản đi' }).waitFor();
  await page.keyboard.press('Control+g');
  const under = page.getByRole('dialog', { name: 'Giữ số' });
  await under.getByLabel('Lý do giữ số').click();
  await page.keyboard.type('chờ ký');
  await page.keyboard.press('F1');
  const dialog = page.getByRole('dialog', { name: 'Hướng dẫn' });
  await dialog.getByRole('article').waitFor();
  if (look) await page.screenshot({ path: `${look}/guide-1024.png` });
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.keyboard.type(' lại');
  expect(await under.getByLabel('Lý do giữ số').inputValue()).toBe('chờ ký lại');
  await page.keyboard.press('F1');
  await dialog.getByRole('article').waitFor();
  await page.keyboard.press('F1');
  await dialog.waitFor({ state: 'detached' });
  expect(await under.isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  await under.waitFor({ state: 'detached' });
  expect(errors).toEqual([]);
});

test('lần mở đầu tiên cũng có hướng dẫn của nó; Ctrl+K gọi «Có gì mới»', async () => {
  const { page, errors } = await openWindow({ at: '#/danh-ba' });
  await page.getByRole('button', { name: /Lập sổ cho cơ quan/ }).click();
  await page.getByLabel('Tên cơ quan', { exact: true }).fill('SỞ Y TẾ');
  await page.keyboard.press('F1');
  await page.getByRole('article', { name: 'Lần đầu' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await page.getByLabel('Tên cơ quan', { exact: true }).inputValue()).toBe('SỞ Y TẾ');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('co gi moi');
  await page.keyboard.press('Enter');
  await page.getByRole('article', { name: 'Có gì mới' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.type('!');
  expect(await page.getByLabel('Tên cơ quan', { exact: true }).inputValue()).toBe('SỞ Y TẾ!');
  expect(errors).toEqual([]);
});

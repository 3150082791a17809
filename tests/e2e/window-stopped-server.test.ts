import { expect, onTestFinished, test } from 'vitest';
import { serveOnLoopback } from '../../electron/shell/http-server.ts';
import { builtWindow } from '../../electron/shell/locations.ts';
import { chromium } from 'playwright-core';
import { chromiumLaunch } from '../fixtures/chromium.ts';
import { withDemonstration } from '../fixtures/demonstration.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { testEngine } from '../fixtures/test-engine.ts';

test('chương trình dừng: lời báo ở giữa màn hình; chạy lại với khóa mới thì trang tự nối, chữ đang gõ còn nguyên', async () => {
  const engine = testEngine(temporaryFolder());
  onTestFinished(() => engine.close());
  await withDemonstration(engine);
  const first = await serveOnLoopback(engine, builtWindow);
  const { port } = first;
  const browser = await chromium.launch(chromiumLaunch);
  onTestFinished(() => browser.close());
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${first.address()}#/van-ban-den/moi`);
  const subject = page.locator('[data-entry="subject"]');
  await subject.fill('chữ đang gõ dở');
  await first.close();
  // the first call that finds nobody says so
  await page.locator('[data-entry="organName"]').fill('Sở Tài chính');
  await page.locator('[data-entry="code"]').fill('12/STC');
  const word = page.getByRole('alertdialog', { name: 'Chương trình đã dừng' });
  await word.waitFor();
  const off = await word.locator('> div').evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return [Math.abs(left + right - innerWidth), Math.abs(top + bottom - innerHeight)];
  });
  expect(Math.max(...off)).toBeLessThanOrEqual(4);

  const second = await serveOnLoopback(engine, builtWindow, port);
  onTestFinished(() => second.close());
  await page.getByRole('alertdialog', { name: 'Chương trình đã được mở lại' }).waitFor();
  // a page loaded anew without the key is told so, and opens by itself as well
  const reloaded = await context.newPage();
  await reloaded.goto(`http://127.0.0.1:${port}/#/van-ban-di`);
  await reloaded.getByRole('heading', { name: 'Trang này chưa có khóa của chương trình' }).waitFor();
  const opened = await context.newPage();
  await opened.goto(second.address());
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  expect(await subject.inputValue()).toBe('chữ đang gõ dở');
  await reloaded.getByRole('grid', { name: 'Văn bản đi' }).waitFor();
});

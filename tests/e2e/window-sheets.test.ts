import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clientOf, withDemonstration } from '../fixtures/demonstration.ts';
import { openWindow, seriousViolations } from '../fixtures/open-window.ts';

test('từ dòng văn bản đến: đặt dấu ĐẾN bằng phím, nhớ chỗ, ra tờ PDF; phiếu giải quyết', async () => {
  const { page, engine, errors } = await openWindow({ before: withDemonstration });
  const [line] = (await clientOf(engine).incoming.list({ limit: 1 })).rows;
  await page.getByRole('navigation').waitFor();
  await page.goto(`${page.url().split('#')[0]}#/van-ban-den?id=${line?.id}`);
  await page.getByRole('button', { name: 'Dấu ĐẾN…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Dấu ĐẾN' });
  await dialog.waitFor();
  await dialog.evaluate((element) => Promise.all(element.getAnimations({ subtree: true }).map((animation) => animation.finished)));
  expect(await seriousViolations(page)).toEqual([]);
  expect(await dialog.getByLabel('Cách mép trái, mm').inputValue()).toBe('30');
  const stamp = dialog.getByRole('group', { name: /^Dấu ĐẾN, cách mép trái 30 mm/ });
  await stamp.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowUp');
  expect(await dialog.getByLabel('Cách mép trái, mm').inputValue()).toBe('40');
  expect(await dialog.getByLabel('Cách mép trên, mm').inputValue()).toBe('44');
  // dragged half way over the edge it stays on the paper
  const box = await dialog.getByRole('group', { name: /^Dấu ĐẾN/ }).boundingBox();
  if (!box) throw new Error('the stamp is not drawn');
  await page.mouse.move(box.x + 10, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x - 400, box.y + 10, { steps: 4 });
  await page.mouse.up();
  expect(await dialog.getByLabel('Cách mép trái, mm').inputValue()).toBe('0');

  const [sheet] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: 'Mở tờ dấu để in' }).click()]);
  expect(readFileSync(await sheet.path()).subarray(0, 5).toString()).toBe('%PDF-');
  await expect.poll(() => dialog.count()).toBe(0);
  await page.reload();
  await page.getByRole('button', { name: 'Dấu ĐẾN…' }).click();
  expect(await dialog.getByLabel('Cách mép trái, mm').inputValue()).toBe('0');
  await page.keyboard.press('Escape');
  await expect.poll(() => dialog.count()).toBe(0);

  const [slip] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Phiếu giải quyết' }).click()]);
  expect(readFileSync(await slip.path()).length).toBeGreaterThan(2000);
  expect(errors).toEqual([]);
});

test('từ dòng văn bản đi: phong bì cho những nơi được chọn', async () => {
  const { page, engine } = await openWindow({ before: withDemonstration });
  const { rows } = await clientOf(engine).outgoing.list({ view: 'numbered', limit: 200 });
  const several = rows.find(({ addressees }) => addressees.includes('; '));
  if (!several) throw new Error('no letter with several addressees');
  const { addressees } = await clientOf(engine).outgoing.get({ id: several.id });
  await page.getByRole('navigation').waitFor();
  await page.goto(`${page.url().split('#')[0]}#/van-ban-di?id=${several.id}`);
  await page.getByRole('button', { name: 'Phong bì…' }).click();
  const dialog = page.getByRole('dialog', { name: 'In phong bì' });
  await dialog.getByLabel(addressees[0] ?? '', { exact: true }).uncheck();
  const open = dialog.getByRole('button', { name: `Mở ${addressees.length - 1} phong bì để in` });
  const [file] = await Promise.all([page.waitForEvent('download'), open.click()]);
  expect(readFileSync(await file.path()).length).toBeGreaterThan(2000);
  await expect.poll(() => dialog.count()).toBe(0);
});

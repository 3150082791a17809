import { expect, test } from 'vitest';
import { letterKeys } from '../../renderer/lib/letter-keys.ts';
import { withDemonstration } from '../fixtures/demonstration.ts';
import { openWindow } from '../fixtures/open-window.ts';

const addresses = ['#/ban-lam-viec', '#/van-ban-den', '#/van-ban-di', '#/van-ban-den/moi', '#/van-ban-di/vao-so', '#/soan-thao/moi', '#/theo-doi', '#/theo-doi?xem=qua-han', '#/lanh-dao', '#/danh-ba', '#/danh-ba?phan=nhom', '#/danh-ba?phan=lich', '#/so-in-an', '#/nhap-so-cu', '#/sao-luu', '#/cai-dat'];

test('qua mọi màn hình: phím chữ nào cũng có trong bảng chung ở F1, và không chữ nào có hai việc', async () => {
  const { page, errors } = await openWindow({ before: withDemonstration });
  const meaningOf: Map<string, string> = new Map(Object.values(letterKeys).map(({ key, meaning }) => [key, meaning]));
  const seen = new Map<string, Set<string>>();
  for (const at of addresses) {
    await page.evaluate((hash) => void (location.hash = hash), at);
    await page.reload({ waitUntil: 'networkidle' });
    await page.keyboard.press('F1');
    const sheet = page.getByRole('region', { name: 'Phím tắt của màn hình này' });
    await sheet.waitFor();
    const rows = await sheet.locator('dl').first().locator(':scope > div').evaluateAll((all) => all.map((row) => [row.querySelector('kbd')?.textContent ?? '', row.querySelector('dd')?.textContent ?? ''] as const));
    for (const [key, label] of rows) if (/^[A-Z]$/.test(key)) seen.set(key, (seen.get(key) ?? new Set()).add(label));
    const table = await sheet.locator('dl[aria-label="Phím chữ cái"] > div').evaluateAll((all) => all.map((row) => [row.querySelector('kbd')?.textContent, row.querySelector('dd')?.textContent]));
    expect(table).toEqual([...meaningOf]);
  }
  expect([...seen.keys()].filter((key) => !meaningOf.has(key))).toEqual([]);
  // said in other words here and there, it is the same thing
  const more = Object.fromEntries([...seen].filter(([, labels]) => labels.size > 1).map(([key, labels]) => [key, [...labels].toSorted()]));
  expect(more).toEqual({ M: ['Thêm cơ quan vào danh bạ', 'Thêm nhóm nơi nhận'], Q: ['Lãnh đạo xem: Quá hạn theo đơn vị', 'Xem danh sách quá hạn', 'Xem việc quá hạn'] });
  expect(errors).toEqual([]);
});

test('N soạn, V vào sổ đến ở mọi danh sách; M thêm vào danh bạ', async () => {
  const { page } = await openWindow({ before: withDemonstration });
  for (const [at, key, to] of [['#/van-ban-den', 'n', '#/soan-thao/moi'], ['#/van-ban-di', 'v', '#/van-ban-den/moi'], ['#/danh-ba', 'v', '#/van-ban-den/moi'], ['#/theo-doi', 'n', '#/soan-thao/moi'], ['#/danh-ba', 'm', '#/danh-ba?id=moi'], ['#/van-ban-di', 'k', '#/van-ban-di/vao-so']] as const) {
    await page.evaluate((hash) => void (location.hash = hash), at);
    await page.reload({ waitUntil: 'networkidle' });
    await page.keyboard.press(key);
    await expect.poll(() => page.evaluate(() => location.hash), { message: `${at} ${key}` }).toContain(to);
  }
});

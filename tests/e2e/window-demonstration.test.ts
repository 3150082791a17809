import { expect, test } from 'vitest';
import { clientOf, withDemonstration } from '../fixtures/demonstration.ts';
import { openWindow, seriousViolations } from '../fixtures/open-window.ts';

const screens = ['ban-lam-viec', 'van-ban-den', 'van-ban-den/moi', 'van-ban-di', 'van-ban-di/vao-so', 'soan-thao/moi', 'theo-doi', 'lanh-dao', 'danh-ba', 'so-in-an', 'nhap-so-cu', 'cai-dat', 'sao-luu'];

test('văn phòng mẫu nói mình là mẫu ở mọi màn hình; «Lập sổ của cơ quan» hỏi một lần rồi dẫn đến bước đầu, sổ trống', async () => {
  const { page, engine, errors } = await openWindow({ before: withDemonstration, at: '#/ban-lam-viec', width: 1024 });
  const client = clientOf(engine);
  const banner = page.getByRole('note', { name: 'Văn phòng mẫu' });
  for (const screen of screens) {
    await page.goto(page.url().replace(/#.*/, `#/${screen}`));
    await banner.waitFor();
    expect(await page.locator('html').evaluate((element) => element.scrollWidth <= element.clientWidth && element.scrollHeight <= element.clientHeight)).toBe(true);
  }
  await page.goto(page.url().replace(/#.*/, '#/theo-doi'));
  expect(await seriousViolations(page)).toEqual([]);
  if (process.env.LOOK) await page.screenshot({ path: `${process.env.LOOK}/demo-1024.png` });
  const lines = (await client.outgoing.list({})).total;
  await banner.getByRole('button', { name: /Lập sổ của cơ quan/ }).click();
  const asked = page.getByRole('dialog', { name: 'Lập sổ của cơ quan?' });
  await asked.waitFor();
  if (process.env.LOOK) await page.screenshot({ path: `${process.env.LOOK}/demo-asked.png` });
  await page.keyboard.press('Escape');
  await asked.waitFor({ state: 'hidden' });
  expect((await client.outgoing.list({})).total).toBe(lines);

  await banner.getByRole('button', { name: /Lập sổ của cơ quan/ }).click();
  await asked.getByRole('button', { name: 'Lập sổ', exact: true }).click();
  await page.getByText('Bước 1 trong 3').waitFor();
  expect((await client.outgoing.list({})).total).toBe(0);
  if (process.env.LOOK) await page.screenshot({ path: `${process.env.LOOK}/demo-left.png` });
  // loaded anew it is still there
  await page.reload();
  await page.getByRole('textbox', { name: 'Tên cơ quan' }).fill('SỞ Y TẾ');
  await page.getByRole('textbox', { name: 'Địa danh' }).fill('An Bình');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('button', { name: 'Bắt đầu dùng' }).click();
  await page.getByRole('heading', { name: 'Bàn làm việc' }).waitFor();
  expect(await banner.count()).toBe(0);
  expect((await client.settings.get()).demonstration).toBe(false);
  expect(errors).toEqual([]);
});

test('nạp lại văn phòng mẫu từ bàn phím: những gì nhập thử không còn, mẫu như lúc đầu', async () => {
  const { page, engine, errors } = await openWindow({ before: withDemonstration, at: '#/van-ban-den' });
  const client = clientOf(engine);
  const before = (await client.incoming.list({})).total;
  await client.incoming.register({ organName: 'Sở Y tế', subject: 'nhập thử', arrivalDate: '2026-11-20' });
  expect((await client.incoming.list({})).total).toBe(before + 1);
  await page.getByRole('note', { name: 'Văn phòng mẫu' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('nap lai van phong mau');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Nạp lại văn phòng mẫu?' }).getByRole('button', { name: 'Nạp lại', exact: true }).click();
  await page.getByText('Đã nạp lại văn phòng mẫu.').waitFor();
  expect((await client.incoming.list({})).total).toBe(before);
  await page.getByRole('note', { name: 'Văn phòng mẫu' }).waitFor();
  expect(errors).toEqual([]);
});

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { clientOf } from '../fixtures/demonstration.ts';
import { withEntryOffice } from '../fixtures/entry-office.ts';
import { openWindow, seriousViolations, type WindowOptions } from '../fixtures/open-window.ts';

const panel = (page: Page) => page.getByRole('complementary', { name: 'Chi tiết văn bản' });

/** The panel of a dispatch of 18/11/2026 that goes to two sở, each of which owes a report by 25/11. */
async function openDispatch(options: WindowOptions = {}) {
  const opened = await openWindow({
    ...options,
    before: async (engine) => {
      await withEntryOffice(engine);
      const client = clientOf(engine);
      const { id } = await client.outgoing.register({ codeNotation: 'UBND-VP', subject: 'rà soát trụ sở', issuedDate: '2026-11-18' });
      await client.recipients.add({ dispatch: id, lines: ['Sở Tài chính', 'Sở Xây dựng'] });
      await client.owed.add({ dispatch: id, obligations: [{ agencies: ['Sở Tài chính', 'Sở Xây dựng'], what: 'báo cáo', due: '2026-11-25', time: null, recurrence: null }] });
    },
  });
  const client = clientOf(opened.engine);
  const id = (await client.outgoing.list({})).rows[0]?.id ?? 0;
  await opened.page.getByRole('grid', { name: 'Văn bản đi' }).waitFor();
  await opened.page.evaluate((at) => void (location.hash = `#/van-ban-di?id=${at}`), id);
  await panel(opened.page).getByRole('heading', { name: 'Gửi đến từng nơi' }).waitFor();
  const status = async () => (await client.outgoing.get({ id })).status;
  const listed = async () => (await client.recipients.list({ dispatch: id })).rows.map(({ name, sentDate }) => [name, sentDate]);
  return { ...opened, client, id, status, listed };
}

test('gửi hết các nơi thì văn bản thành đã gửi ngay trên ngăn, hoàn tác trả lại cả hai; nơi thêm nhầm thì bỏ ra được', async () => {
  const { page, status, listed, errors } = await openDispatch();
  await panel(page).getByRole('button', { name: /^Ghi gửi/ }).click();
  await page.getByRole('dialog', { name: 'Đã gửi: 2 nơi' }).getByRole('button', { name: 'Ghi' }).click();
  await page.getByText(/Đã ghi gửi 2 nơi\. Văn bản 01\/UBND-VP đã gửi đủ 2 nơi nên ghi «Đã gửi»\./).hover();
  await panel(page).getByText('đã gửi 2/2').waitFor();
  await panel(page).getByText('đã gửi đủ các nơi nhận').waitFor();
  expect(await status()).toBe('sent');
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await page.getByText(/Văn bản 01\/UBND-VP trở lại «Đã cấp số»\./).waitFor();
  await panel(page).getByText('đã gửi 0/2').waitFor();
  expect(await status()).toBe('issued');

  await panel(page).getByRole('button', { name: 'Thêm nơi nhận…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Thêm nơi nhận' });
  await dialog.getByLabel('Nơi nhận, dòng 1').fill('Hội Chữ thập đỏ tỉnh');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Thanh tra tỉnh Đông');
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await page.getByText('Đã thêm 2 nơi nhận.').hover();
  await panel(page).getByText('đã gửi 0/4').waitFor();
  await page.getByRole('button', { name: 'Hoàn tác' }).last().click();
  await panel(page).getByText('đã gửi 0/2').waitFor();
  expect((await listed()).map(([name]) => name)).toEqual(['Sở Tài chính', 'Sở Xây dựng']);
  expect(errors).toEqual([]);
});

test('hủy và thu hồi nói trước bao nhiêu báo cáo thôi theo dõi, lấy lại thì nói chúng trở lại', async () => {
  const { page, status, errors } = await openDispatch();
  await panel(page).getByRole('button', { name: 'Hủy số…' }).click();
  const dialog = page.getByRole('dialog', { name: /Hủy số/ });
  await dialog.getByText('2 báo cáo còn phải nộp của văn bản này thôi theo dõi.').waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await dialog.getByLabel('Lý do hủy').fill('ký nhầm');
  await dialog.getByRole('button', { name: 'Hủy số' }).click();
  await page.getByText(/Đã hủy số 01\/UBND-VP\. 2 báo cáo còn phải nộp của văn bản này thôi theo dõi\./).waitFor();
  await panel(page).getByRole('button', { name: 'Lấy lại số' }).click();
  await page.getByText(/Đã lấy lại số 01\/UBND-VP\. 2 báo cáo còn phải nộp của văn bản này lại được theo dõi\./).waitFor();
  expect(await status()).toBe('issued');
  await panel(page).getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'Thu hồi…' }).click();
  const recalling = page.getByRole('dialog', { name: /Thu hồi/ });
  await recalling.getByLabel('Lý do').fill('ban hành nhầm');
  await recalling.getByText(/1 sẽ đổi, 0 giữ nguyên\. 2 báo cáo còn phải nộp của văn bản này thôi theo dõi\./).waitFor();
  expect(errors).toEqual([]);
});

test('nếp «trước ngày» đặt ở Cài đặt được giữ và đọc lại', async () => {
  const { page, engine, errors } = await openWindow({ at: '#/cai-dat', before: withEntryOffice });
  const choice = page.getByRole('radiogroup', { name: /«Trước ngày…»/ });
  await choice.getByRole('radio', { name: /Hết ngày liền trước/, checked: true }).waitFor();
  await choice.getByRole('radio', { name: /Tính cả ngày ấy/ }).check();
  await page.keyboard.press('Control+s');
  await page.getByText('Đã lưu cài đặt.').waitFor();
  expect((await clientOf(engine).settings.get()).beforeMeans).toBe('same-day');
  expect(await seriousViolations(page)).toEqual([]);
  expect(errors).toEqual([]);
});

test('văn bản làm nơi khác: nơi nhận ghi trên giấy đứng sẵn để thêm; Esc đóng từng lớp một', async () => {
  const { page, errors } = await openWindow({
    at: '#/van-ban-di?id=1',
    before: async (engine) => {
      const client = clientOf(engine);
      await withEntryOffice(engine);
      await client.outgoing.register({ codeNotation: 'UBND-VP', subject: 'giao chỉ tiêu', issuedDate: '2026-11-10', addressees: ['Sở Công Thương', 'Sở Y tế'], recipients: ['Như trên', 'Sở Y tế', 'Văn phòng Chính phủ'] });
    },
  });
  await panel(page).getByRole('button', { name: 'Thêm nơi nhận…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Thêm nơi nhận' });
  for (const [at, name] of ['Sở Công Thương', 'Sở Y tế', 'Văn phòng Chính phủ'].entries()) expect(await dialog.getByLabel(`Nơi nhận, dòng ${at + 1}`, { exact: true }).inputValue()).toBe(name);
  // the list of names over the dialog goes first, then the dialog, then the line
  const last = dialog.getByLabel('Nơi nhận, dòng 3', { exact: true });
  await last.fill('so');
  await page.getByRole('listbox', { name: 'Gợi ý' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('listbox', { name: 'Gợi ý' }).waitFor({ state: 'detached' });
  expect(await dialog.isVisible()).toBe(true);
  await last.fill('Văn phòng Chính phủ');
  await page.keyboard.press('Control+Enter');
  await panel(page).getByText('đã gửi 0/3').waitFor();
  await panel(page).getByRole('button', { name: /^Ghi gửi/ }).click();
  const delivery = page.getByRole('dialog', { name: 'Đã gửi: 3 nơi' });
  await delivery.locator('input').and(page.getByLabel('Cách gửi')).click();
  const choices = page.locator('[data-combobox-option]:visible');
  await choices.first().waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => choices.count()).toBe(0);
  expect(await delivery.isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  await delivery.waitFor({ state: 'detached' });
  expect(await panel(page).isVisible()).toBe(true);
  expect(errors).toEqual([]);
});

import { expect, test } from 'vitest';
import { clientOf } from '../fixtures/demonstration.ts';
import { openWindow, seriousViolations } from '../fixtures/open-window.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

test('báo cáo 6 tháng một lần chưa có ngày cuối: đọc từ câu, cấp số, theo dõi, rồi định ngày thôi', async () => {
  const { page, engine, errors } = await openWindow({
    at: '#/van-ban-di',
    before: async (engine) => {
      const client = clientOf(engine);
      await client.settings.update({ office: sampleOffice });
      const body = 'Định kỳ 6 tháng một lần, trước ngày 15/6 và ngày 15/12, Sở Y tế và Sở Tài chính gửi báo cáo về Sở Nội vụ.\nCác sở báo cáo Sở Nội vụ trước ngày 01 hằng tháng.';
      await client.outgoing.draft(sampleLetter({ issuedDate: '2026-11-20', body, appendices: [], obligations: [] }));
    },
  });
  const client = clientOf(engine);
  await page.goto(`${page.url().split('#')[0] ?? ''}#/soan-thao/1`);
  await page.getByRole('textbox', { name: 'Trích yếu' }).waitFor();
  await page.keyboard.press('Control+5');
  const found = page.getByRole('group', { name: 'Hạn tìm thấy trong nội dung' });
  await found.getByText('6 tháng một lần, từ 14/12/2026, chưa định ngày thôi').waitFor();
  await found.getByText('hằng tháng, từ 30/11/2026, chưa định ngày thôi').waitFor();
  await found.getByRole('button', { name: 'Theo dõi hạn này' }).first().click();
  const duty = page.getByRole('region', { name: 'Việc 1' });
  await expect.poll(() => duty.getByLabel('Lần đầu').inputValue()).toBe('14/12/2026');
  expect(await duty.getByLabel('Đến hết ngày').getAttribute('placeholder')).toBe('để trống: chưa định ngày thôi');
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('F9');
  await page.getByRole('dialog', { name: 'Cấp số' }).getByRole('button', { name: /^Cấp số/ }).click();
  await expect.poll(async () => (await client.owed.of({ dispatch: 1 })).rows.map(({ recurrence, until, days }) => [recurrence, until, days.map(({ day }) => day)])).toEqual([['half-yearly', null, ['2026-12-14']]]);

  await page.goto(`${page.url().split('#')[0] ?? ''}#/theo-doi`);
  const panel = page.getByRole('complementary', { name: 'Chi tiết văn bản' });
  const board = page.getByRole('grid', { name: 'Bảng theo dõi' });
  await board.waitFor();
  await board.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Enter');
  await panel.getByText('mỗi nửa năm, chưa định ngày thôi').waitFor();
  await panel.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'Định ngày thôi báo cáo…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Định ngày thôi báo cáo' });
  await dialog.getByLabel('Đến hết ngày').fill('31/12/2027');
  expect(await seriousViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Định ngày thôi' }).click();
  await panel.getByText('mỗi nửa năm đến hết 31/12/2027').waitFor();
  await expect.poll(async () => (await client.owed.of({ dispatch: 1 })).rows[0]?.days.map(({ day }) => day)).toEqual(['2026-12-14', '2027-06-14', '2027-12-14']);
  await page.keyboard.press('Control+z');
  await panel.getByText('mỗi nửa năm, chưa định ngày thôi').waitFor();
  expect(errors).toEqual([]);
});

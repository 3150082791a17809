import { expect, test } from 'vitest';
import { clientOf } from '../fixtures/demonstration.ts';
import { openWindow, seriousViolations } from '../fixtures/open-window.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';
import { textDocx } from '../fixtures/text-files.ts';

const longSentence = `Đối với ${'các cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh và đơn vị sự nghiệp công lập trực thuộc, '.repeat(4)}việc thay trạm biến áp làm trong quý tới.`;

test.each([1366, 1024])('chữ ở trong thư, phụ lục, tệp đính kèm hiện thành câu dưới dòng, đánh dấu; Enter mở văn bản ấy (rộng %i)', async (width) => {
  const { page, errors } = await openWindow({
    width,
    before: async (engine) => {
      const client = clientOf(engine);
      await client.settings.update({ office: sampleOffice });
      const letter = await client.outgoing.draft(sampleLetter({ subject: 'bảo dưỡng trụ sở', body: `Mở đầu.\n${longSentence}` }));
      await client.outgoing.issue({ id: letter.id });
      await client.outgoing.draft(sampleLetter({ subject: 'trạm biến áp số 2', body: 'Khác.' }));
      const files = [textDocx(['Hợp đồng thuê trạm biến áp lưu động. Giá theo tháng.'], 'hop-dong.docx')];
      await client.incoming.register({ organName: 'Sở Công Thương', code: '77/SCT-NL', subject: 'gửi hồ sơ', issuedDate: '2026-11-18', files });
      await engine.context.texts.settle();
    },
  });
  await page.getByRole('grid', { name: 'Văn bản đi' }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('tram bien ap');
  const hits = page.getByRole('listbox', { name: 'Kết quả tìm' });
  const outgoing = hits.getByRole('group', { name: 'Văn bản đi' }).getByRole('option');
  // the line that has the words in its subject first, without a sentence
  await expect.poll(() => outgoing.first().textContent()).toContain('trạm biến áp số 2');
  const inside = outgoing.filter({ hasText: 'Trong thư:' });
  expect(await inside.locator('mark').allTextContents()).toEqual(['trạm', 'biến', 'áp']);
  expect(await inside.textContent()).toMatch(/Trong thư: ….*việc thay trạm biến áp làm trong quý tới\./);
  const arrived = hits.getByRole('group', { name: 'Văn bản đến' }).getByRole('option');
  expect(await arrived.first().textContent()).toContain('Tệp đính kèm hop-dong.docx: Hợp đồng thuê trạm biến áp lưu động.');
  // nothing of it stands in the register: its list has nothing to show
  expect(await arrived.count()).toBe(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  expect(await seriousViolations(page)).toEqual([]);
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/tim-${width}.png` });

  await inside.click();
  await expect.poll(() => page.url()).toMatch(/van-ban-di\?id=\d+/);
  await page.getByText('bảo dưỡng trụ sở').first().waitFor();
  expect(errors).toEqual([]);
});

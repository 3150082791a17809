import { expect, test } from 'vitest';
import { clientOf } from '../fixtures/demonstration.ts';
import { openWindow } from '../fixtures/open-window.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

const columns = [{ header: 'STT', kind: 'ordinal' as const }, { header: 'Đơn vị', kind: 'text' as const }, { header: 'Số lượng', kind: 'number' as const, total: true }];

test('dòng nhóm có số không cộng hai lần; số cộng sai thì hỏi lý do khi cấp số; loại dòng chọn được dưới bảng', async () => {
  const { page, engine, errors } = await openWindow({
    before: async (engine) => {
      const client = clientOf(engine);
      await client.settings.update({ office: sampleOffice });
      await client.outgoing.draft(sampleLetter({ obligations: [], appendices: [{ title: 'Số liệu', columns, rows: [['I. Khối sở', 31], ['Sở A', 10], ['Sở B', 20], ['II. Khối xã', 5], ['Xã A', 5]] }] }));
    },
  });
  const client = clientOf(engine);
  const [draft] = (await client.outgoing.list({})).rows;
  await page.goto(`${page.url().split('#')[0]}#/soan-thao/${draft?.id ?? 0}`);
  const grid = page.getByRole('grid', { name: 'Phụ lục 1' });
  await expect.poll(() => grid.textContent()).toContain('35');
  await page.getByText(/«I. Khối sở».*ghi 31/).first().waitFor();
  await page.keyboard.press('F9');
  const dialog = page.getByRole('dialog', { name: 'Cấp số' });
  await dialog.getByText(/ghi 31, các dòng thuộc nó cộng được 30/).waitFor();
  await dialog.getByRole('button', { name: /^Cấp số/ }).click();
  await dialog.getByText('Sửa lại bảng, hoặc ghi vì sao').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.getByLabel('Dòng 1 là dòng gì').selectOption('item');
  await expect.poll(async () => (await client.outgoing.get({ id: draft?.id ?? 0 })).appendices[0]?.rows[0]).toEqual({ item: true, cells: ['I. Khối sở', 31] });
  await expect.poll(() => grid.textContent()).toContain('66');
  expect(errors).toEqual([]);
});

import { expect, test } from 'vitest';
import { clientOf } from '../fixtures/demonstration.ts';
import { openWindow, seriousViolations } from '../fixtures/open-window.ts';

const communes = ['UBND phường An Đông', 'UBND xã Bình Khê', 'UBND xã Cẩm Sơn'];

/** An office with three communes in one group, and its book of the year begun. */
async function smallOffice(engine: Parameters<typeof clientOf>[0]): Promise<void> {
  const client = clientOf(engine);
  await client.settings.update({ office: { name: 'ỦY BAN NHÂN DÂN\nTỈNH AN BÌNH', place: 'An Bình' }, codeNotation: 'UBND-TH', clerk: 'Lê Thị Hoa' });
  await client.groups.save({ name: 'UBND các xã, phường', members: communes });
}

test('từ văn bản có hạn đến báo cáo, bảng theo dõi, công văn đôn đốc và bảng tổng hợp', async () => {
  const { page, engine, errors } = await openWindow({ at: '#/soan-thao/moi', before: smallOffice });
  const client = clientOf(engine);

  // the letter, by keyboard; its deadline is found in its own words
  await page.getByRole('textbox', { name: 'Trích yếu' }).fill('rà soát cầu yếu trên địa bàn');
  await page.getByRole('textbox', { name: 'Ký hiệu' }).fill('UBND-TH');
  await page.getByLabel('Kính gửi, dòng 1', { exact: true }).fill('UBND các xã, phường');
  await page.getByRole('textbox', { name: 'Nội dung' }).click();
  await page.keyboard.type('UBND các xã, phường báo cáo kết quả rà soát cầu yếu về Sở Xây dựng trước ngày 19/11/2026.');
  await page.getByLabel('Họ tên người ký', { exact: true }).fill('Trần Văn Minh');
  await page.getByLabel('Chức vụ', { exact: true }).fill('CHỦ TỊCH');
  await page.keyboard.press('Control+5');
  const found = page.getByRole('group', { name: 'Hạn tìm thấy trong nội dung' });
  await found.getByText('trước ngày 19/11/2026', { exact: true }).waitFor();
  await found.getByRole('button', { name: 'Theo dõi hạn này' }).click();
  const duty = page.getByRole('region', { name: 'Việc 1' });
  await expect.poll(() => duty.getByLabel('Ngày cuối được tính').inputValue()).toBe('18/11/2026');
  await duty.getByLabel('Số liệu phải có trong báo cáo, dòng 1', { exact: true }).fill('Số cầu yếu');
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('F9');
  const issuing = page.getByRole('dialog', { name: 'Cấp số' });
  await issuing.getByText(/hết ngày 18\/11\/2026/).first().waitFor();
  await issuing.getByRole('button', { name: /^Cấp số/ }).click();
  await expect.poll(async () => (await client.owed.list({})).rows.map(({ agency, due, state }) => [agency, due, state])).toEqual(communes.map((name) => [name, '2026-11-18', 'late']));

  // one report comes in through the incoming book
  await page.goto(`${page.url().split('#')[0] ?? ''}#/van-ban-den/moi`);
  await page.getByLabel('Nơi gửi', { exact: true }).fill('UBND xã Bình Khê');
  await page.getByRole('textbox', { name: 'Trích yếu' }).fill('Báo cáo rà soát cầu yếu theo Công văn số 01/UBND-TH');
  const offer = page.getByRole('group', { name: 'Báo cáo đang chờ của nơi gửi' });
  await offer.getByRole('checkbox', { name: /01\/UBND-TH/ }).check();
  await page.keyboard.press('Control+Enter');
  await page.getByText(/Đã vào sổ số/).waitFor();
  await expect.poll(async () => (await client.owed.list({ state: 'done' })).rows.map(({ agency, settled, report }) => [agency, settled, report?.incoming?.number])).toEqual([['UBND xã Bình Khê', 'late', '01']]);

  // the board: figures by hand for another; undone and done again
  await page.keyboard.press('Alt+5');
  const board = page.getByRole('grid', { name: 'Bảng theo dõi' });
  await board.getByRole('gridcell', { name: 'UBND phường An Đông: 1 báo cáo trễ' }).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await board.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Chi tiết văn bản' });
  await panel.getByRole('heading', { name: 'UBND phường An Đông' }).waitFor();
  await page.keyboard.press('r');
  const report = page.getByRole('dialog', { name: /Báo cáo của UBND phường An Đông/ });
  await report.getByRole('textbox', { name: 'Số cầu yếu' }).fill('1.204');
  expect(await seriousViolations(page)).toEqual([]);
  await report.getByRole('button', { name: 'Ghi nhận' }).click();
  await page.getByText('Đã ghi nhận báo cáo của UBND phường An Đông.').waitFor();
  await report.waitFor({ state: 'detached' });
  await expect.poll(async () => (await client.owed.list({ state: 'late' })).total).toBe(1);
  await board.focus();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await client.owed.list({ state: 'late' })).total).toBe(2);
  await page.getByRole('button', { name: 'Làm lại' }).click();
  await expect.poll(async () => (await client.owed.list({ state: 'late' })).total).toBe(1);

  // the table of what came in, then the reminder to who has not reported
  await page.goto(`${page.url().split('#')[0] ?? ''}#/theo-doi?van-ban=1`);
  await page.getByRole('button', { name: 'Bảng tổng hợp…' }).click();
  const collect = page.getByRole('dialog', { name: 'Bảng tổng hợp' });
  await collect.getByText('1.204').first().waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  // the report begins with the notation of its type
  await collect.getByRole('button', { name: 'Đưa vào phụ lục' }).click();
  await expect.poll(() => page.url()).toMatch(/#\/soan-thao\/\d+$/);
  const gathered = await client.outgoing.get({ id: Number(/\d+$/.exec(page.url())?.[0]) });
  expect([gathered.typeName, gathered.codeNotation, gathered.appendices.length]).toEqual(['Báo cáo', 'BC-UBND', 1]);
  await page.goto(`${page.url().split('#')[0] ?? ''}#/theo-doi?van-ban=1`);
  await board.focus();
  // one key does not write a letter: it asks first
  await page.keyboard.press('d');
  const asked = page.getByRole('dialog', { name: 'Soạn công văn đôn đốc?' });
  await page.keyboard.press('Escape');
  await asked.waitFor({ state: 'hidden' });
  expect(page.url()).toContain('#/theo-doi');
  await board.focus();
  await page.keyboard.press('d');
  await asked.getByRole('button', { name: 'Soạn' }).click();
  await expect.poll(() => page.url()).toMatch(/#\/soan-thao\/\d+$/);
  const draft = Number(/\d+$/.exec(page.url())?.[0]);
  const reminder = await client.outgoing.get({ id: draft });
  expect(reminder.subject).toContain('đôn đốc');
  expect(reminder.addressees).toEqual(['UBND xã Cẩm Sơn']);
  expect(reminder.body).toContain('01/UBND-TH');
  await page.getByText(/đôn đốc/).first().waitFor();
  expect(errors).toEqual([]);
});

test('lịch hạn, tiến độ, bàn làm việc, danh bạ: đọc được, mở đúng chỗ', async () => {
  const { page, engine, errors } = await openWindow({
    at: '#/ban-lam-viec',
    before: async (held) => {
      await smallOffice(held);
      const client = clientOf(held);
      const { id } = await client.outgoing.draft({ codeNotation: 'UBND-TH', subject: 'báo cáo mưa lũ', addressees: ['UBND các xã, phường'], body: 'Báo cáo hằng ngày.', recipients: [{ name: 'Như trên' }], signer: { position: 'CHỦ TỊCH', fullName: 'Trần Văn Minh' }, obligations: [{ agencies: ['UBND các xã, phường'], what: 'báo cáo mưa lũ', due: '2026-11-18', time: '16:00', recurrence: 'daily', until: '2026-11-22' }] });
      await client.outgoing.issue({ id, issuedDate: '2026-11-17' });
    },
  });
  await page.getByRole('group', { name: 'Hạn', exact: true }).getByText('Quá hạn 6').waitFor();
  await page.getByRole('heading', { name: /Quá hạn/ }).waitFor();
  await page.getByRole('link', { name: /16:00 18\/11|16:00.*01\/UBND-TH/ }).first().waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('group', { name: 'Hạn', exact: true }).getByText(/Hôm nay/).click();
  await page.getByRole('heading', { name: /Thứ Sáu, 20\/11/ }).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Tiến độ' }).click();
  await page.getByRole('row', { name: /01\/UBND-TH/ }).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('row', { name: /01\/UBND-TH/ }).getByRole('button').click();
  await page.getByRole('grid', { name: 'Bảng theo dõi' }).getByRole('columnheader', { name: /22\/11\/2026/ }).waitFor();

  await page.keyboard.press('Alt+6');
  await page.getByRole('grid', { name: 'Cơ quan' }).getByRole('row', { name: /UBND xã Cẩm Sơn/ }).click();
  const form = page.getByRole('complementary', { name: 'Sửa cơ quan' });
  await form.getByRole('textbox', { name: 'Tên ngắn' }).fill('Cẩm Sơn');
  await page.keyboard.press('Control+s');
  await page.getByText('Đã lưu «UBND xã Cẩm Sơn».').waitFor();
  expect((await clientOf(engine).agencies.list({})).rows.find(({ name }) => name === 'UBND xã Cẩm Sơn')?.shortName).toBe('Cẩm Sơn');
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Nhóm nơi nhận' }).click();
  await page.getByRole('cell', { name: '3 cơ quan' }).waitFor();
  await page.getByRole('button', { name: 'Lịch làm việc' }).click();
  await page.getByRole('complementary', { name: 'Tính hạn' }).getByText('Thứ Hai 30/11/2026', { exact: true }).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  expect(errors).toEqual([]);
});

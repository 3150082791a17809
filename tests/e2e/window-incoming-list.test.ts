import { expect, test } from 'vitest';
import type { Engine } from '../../electron/engine/engine.ts';
import { clientOf, withDemonstration } from '../fixtures/demonstration.ts';
import { fillRegister } from '../fixtures/fill-register.ts';
import { openWindow, seriousViolations, type WindowOptions } from '../fixtures/open-window.ts';

const office = { name: 'SỞ NỘI VỤ', place: 'An Bình' };

/** Ten lines of one morning, the last entered first in the list. */
async function tenLines(engine: Engine): Promise<void> {
  const client = clientOf(engine);
  await client.settings.update({ office });
  for (let turn = 1; turn <= 10; turn += 1) {
    await client.incoming.register({
      arrivalDate: turn <= 8 ? '2026-11-16' : '2026-11-20',
      organName: turn % 2 === 0 ? 'Sở Tài chính' : 'UBND xã Đường Lâm',
      code: `${100 + turn}/STC-QLNS`,
      issuedDate: '2026-11-13',
      subject: turn === 3 ? 'nâng cấp đường giao thông' : turn === 4 ? 'đơn của ông Dương Văn Lâm' : `mời họp lần ${turn}`,
      ...(turn === 5 && { dueDate: '2026-11-18' }),
    });
  }
}

const filled = (incoming: number, outgoing = 50) => async (engine: Engine): Promise<void> => {
  await clientOf(engine).settings.update({ office });
  fillRegister(engine.context.dataFolder, { incoming, outgoing, years: 1 });
};

async function openIncoming(options: WindowOptions) {
  const opened = await openWindow(options);
  const { page } = opened;
  await page.getByRole('navigation').waitFor();
  await page.keyboard.press('Alt+2');
  const grid = page.getByRole('grid', { name: 'Văn bản đến' });
  await grid.waitFor();
  const line = (index: number) => grid.locator(`[role=row][aria-rowindex="${index + 1}"]`);
  await line(1).waitFor();
  return { ...opened, client: clientOf(opened.engine), grid, line };
}

test('sửa một dòng rồi về: đúng điều đang tìm, mục đang xem, dòng đang mở; vào sổ dở rồi thôi cũng vậy', async () => {
  const { page } = await openWindow({ before: withDemonstration, at: '#/van-ban-den' });
  const grid = page.getByRole('grid', { name: 'Văn bản đến' });
  await grid.waitFor();
  await page.getByRole('button', { name: /^Chưa chuyển/ }).click();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('so');
  await page.keyboard.press('Enter');
  await expect.poll(() => grid.getAttribute('data-text')).toBe('so');
  for (const leave of [() => page.keyboard.press('Escape'), () => page.keyboard.press('Control+Enter'), () => page.getByRole('button', { name: 'Thôi' }).click()]) {
    await grid.focus();
    await page.keyboard.press('F2');
    await page.getByRole('heading', { name: /^Sửa số đến/ }).waitFor();
    await page.locator('[data-entry="organName"]').focus();
    await leave();
    await expect.poll(() => grid.getAttribute('data-text')).toBe('so');
    expect(page.url()).toMatch(/view=waiting.*text=so.*id=\d+/);
    await page.getByRole('complementary', { name: 'Chi tiết văn bản' }).waitFor();
  }
  await grid.focus();
  await page.keyboard.press('v');
  await page.getByRole('heading', { name: 'Vào sổ văn bản đến' }).waitFor();
  await page.locator('[data-entry="organName"]').focus();
  await page.keyboard.press('Escape');
  await expect.poll(() => grid.getAttribute('data-text')).toBe('so');
  expect(page.url()).toContain('view=waiting');
});

test('sổ đến trống nói nơi này để làm gì; V mở chỗ vào sổ', async () => {
  const { page, errors } = await openWindow({ before: async (engine) => void (await clientOf(engine).settings.update({ office })) });
  await page.getByRole('navigation').waitFor();
  await page.keyboard.press('Alt+2');
  await page.getByRole('heading', { name: 'Sổ chưa có văn bản đến nào' }).waitFor();
  await page.keyboard.press('v');
  await expect.poll(() => page.url()).toContain('#/van-ban-den/moi');
  expect(errors).toEqual([]);
});

test('gõ «duong» thấy cả hai, gõ «đường» thì đúng dấu đứng trước, chữ tìm được tô', async () => {
  const { page, grid, line } = await openIncoming({ before: tenLines });
  await page.getByText('10 văn bản', { exact: true }).first().waitFor();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('đường giao');
  await expect.poll(() => grid.getByRole('row').count()).toBe(2);
  await expect.poll(() => line(1).locator('[data-column=subject] mark').allTextContents()).toEqual(['đường', 'giao']);
  await page.getByText('1 văn bản khớp với điều đang tìm').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('Dương');
  await expect.poll(() => line(1).locator('[data-column=subject]').textContent()).toContain('ông Dương Văn Lâm');
  await expect.poll(() => grid.getByRole('row').count()).toBe(7);
});

test('lọc dưới đầu cột bằng phím: lên từ dòng đầu, Tab sang cột sau, Esc bỏ; địa chỉ giữ, lùi lại được', async () => {
  const { page, grid, line } = await openIncoming({ before: tenLines });
  await expect.poll(() => grid.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => page.getByLabel('Lọc Số đến').evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.type('20/11');
  await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('3');
  await page.keyboard.press('Tab');
  expect(await page.getByLabel('Lọc Ngày đến').inputValue()).toBe('20/11/2026');
  await page.keyboard.type('tai chinh');
  await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('2');
  expect(await line(1).textContent()).toContain('Sở Tài chính');
  const filtered = page.url();
  expect(decodeURIComponent(filtered)).toContain('cot.organName=tai+chinh');
  await page.getByRole('button', { name: /^Quá hạn/ }).click();
  await expect.poll(() => page.url()).toContain('view=late');
  await page.goBack();
  await expect.poll(() => page.url()).toBe(filtered);
  await expect.poll(() => page.getByLabel('Lọc Nơi gửi').inputValue()).toBe('tai chinh');
  await page.getByLabel('Lọc Nơi gửi').press('Escape');
  await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('3');
  await page.getByRole('button', { name: 'Bỏ lọc' }).click();
  await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('11');
});

test('các mục xem nói đúng số dòng và mở đúng những dòng ấy', async () => {
  const { page, grid, line } = await openIncoming({ before: tenLines });
  for (const [name, count] of [['Hôm nay', 2], ['Chưa chuyển', 10], ['Quá hạn giải quyết', 1], ['Thiếu tệp', 10], ['Tất cả', 10]] as const) {
    const tab = page.getByRole('button', { name: `${name} ${count}` });
    await tab.click();
    await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe(String(count + 1));
  }
  await page.getByRole('button', { name: /^Quá hạn/ }).click();
  await line(1).getByText('quá 2 ngày').waitFor();
});

test('chọn ba dòng bằng phím, xem trước, chuyển một lần, Ctrl+Z trả lại cả ba', async () => {
  const { page, client, errors } = await openIncoming({ before: tenLines });
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByText('3 dòng đã chọn').waitFor();
  await page.getByRole('button', { name: 'Chuyển…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Đơn vị hoặc người nhận').fill('Phòng Kinh tế');
  // Enter goes on, as in the entry form: a name half typed hands nothing on
  await page.keyboard.press('Enter');
  await expect.poll(() => dialog.getByLabel('Người nhận', { exact: true }).evaluate((field) => field === document.activeElement)).toBe(true);
  await dialog.getByText('3 sẽ đổi, 0 giữ nguyên.').waitFor();
  await dialog.getByRole('button', { name: 'Chuyển' }).click();
  await page.getByText('Đã chuyển 3 văn bản cho Phòng Kinh tế.').waitFor();
  const handed = await client.incoming.list({ columns: { handling: 'handed' } });
  expect(handed.rows.map((row) => [row.toPlaces, row.handedDate])).toEqual(Array.from({ length: 3 }, () => ['Phòng Kinh tế', '2026-11-20']));
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+z');
  await page.getByText('Đã trả 3 văn bản về như trước.').waitFor();
  expect((await client.incoming.list({ columns: { handling: 'waiting' } })).total).toBe(10);
  await page.getByRole('button', { name: 'Làm lại' }).click();
  await expect.poll(async () => (await client.incoming.list({ columns: { handling: 'handed' } })).total).toBe(3);
  expect(errors).toEqual([]);
});

test('Ctrl+Z trong ô tìm là của chữ đang gõ, không phải của sổ', async () => {
  const { page, client } = await openIncoming({ before: tenLines });
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Đã giải quyết' }).click();
  await page.getByText('Đã ghi giải quyết xong 1 văn bản.').waitFor();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('họp');
  await page.keyboard.press('Control+z');
  await page.waitForTimeout(300);
  expect((await client.incoming.list({ columns: { handling: 'done' } })).total).toBe(1);
});

test('dòng mở ra: hủy với lý do, gạch trong sổ kèm lý do, khôi phục; lịch sử nói trước và sau', async () => {
  const { page, client, grid, line } = await openIncoming({ before: tenLines });
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Chi tiết văn bản' });
  await panel.getByRole('heading', { name: 'Số đến 10' }).waitFor();
  await panel.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'Hủy số đến…' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Vào hai lần');
  await page.getByRole('dialog').getByRole('button', { name: 'Hủy số đến' }).click();
  await line(1).getByText('Hủy: Vào hai lần').waitFor();
  expect(await line(1).getAttribute('data-struck')).toBe('true');
  await panel.getByRole('button', { name: 'Khôi phục…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Khôi phục' }).click();
  await expect.poll(() => line(1).getAttribute('data-struck')).toBeNull();
  await panel.getByRole('button', { name: 'Chuyển…' }).click();
  await page.getByRole('dialog').getByLabel('Người nhận', { exact: true }).fill('Trần Minh Khôi');
  await page.getByRole('dialog').getByRole('button', { name: 'Chuyển' }).click();
  await panel.getByText('Giải quyết: Chưa chuyển → Đã chuyển').waitFor();
  expect((await client.incoming.get({ id: 10 })).handedTo).toBe('Trần Minh Khôi');
  await panel.getByRole('button', { name: /Đóng ngăn/ }).focus();
  await page.keyboard.press('Escape');
  await expect.poll(() => grid.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('tệp: thêm, mở lại đúng từng byte, bỏ khỏi dòng mà vẫn còn trong lịch sử', async () => {
  const { page, client } = await openIncoming({ before: tenLines });
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Chi tiết văn bản' });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), panel.getByRole('button', { name: /Thêm tệp/ }).click()]);
  await chooser.setFiles({ name: 'Công văn 110.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 bản quét') });
  const file = panel.getByRole('button', { name: 'Công văn 110.pdf', exact: true });
  await file.waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), file.click()]);
  expect(download.suggestedFilename()).toBe('Công văn 110.pdf');
  const stored = await client.incoming.file({ id: 10, ordinal: 1 });
  expect(await stored.text()).toBe('%PDF-1.4 bản quét');
  await panel.getByRole('button', { name: /^Bỏ Công văn 110/ }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Nhầm văn bản');
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ tệp' }).click();
  await panel.getByText('Công văn 110.pdf: Nhầm văn bản').waitFor();
  expect((await client.incoming.get({ id: 10 })).files).toEqual([]);
});

test('văn bản trả lời được tìm, liên kết hai chiều và tính là đã giải quyết', async () => {
  const { page, client } = await openIncoming({
    before: async (engine) => {
      await tenLines(engine);
      await clientOf(engine).outgoing.register({ codeNotation: 'SNV-VP', subject: 'trả lời về kinh phí', issuedDate: '2026-11-19' });
      await clientOf(engine).incoming.update({ id: 10, needsReply: true });
    },
  });
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Chi tiết văn bản' });
  await panel.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'Văn bản trả lời…' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('kinh phi');
  await page.getByRole('option', { name: /01\/SNV-VP/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Liên kết' }).click();
  await panel.getByRole('link', { name: /01\/SNV-VP/ }).click();
  await panel.getByRole('link', { name: /Số đến 10/ }).waitFor();
  expect((await client.incoming.get({ id: 10 })).handling).toBe('done');
});

test('chép dòng đã chọn: bảng cho Excel, Word và chữ với tab', async () => {
  const { page } = await openIncoming({ before: tenLines });
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByText('2 dòng đã chọn').waitFor();
  await page.keyboard.press('Control+c');
  const plain = await page.evaluate(() => navigator.clipboard.readText());
  const rows = plain.split(/\r?\n/).map((row) => row.split('\t'));
  expect(rows[0]?.slice(0, 4)).toEqual(['Số đến', 'Ngày đến', 'Nơi gửi', 'Số, ký hiệu']);
  expect(rows.slice(1).map((row) => [row[1], row[3]])).toEqual([
    ['20/11/2026', '110/STC-QLNS'],
    ['20/11/2026', '109/STC-QLNS'],
  ]);
  const html = await page.evaluate(async () => (await (await navigator.clipboard.read())[0]?.getType('text/html'))?.text());
  expect(html?.match(/<tr/g)).toHaveLength(3);
});

test('cột rộng, cột chọn và thứ tự cột được giữ qua lần mở sau; trả về như lúc đầu được', async () => {
  const { page, grid, line } = await openIncoming({ before: tenLines });
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  const heads = async (): Promise<string[]> => (await grid.getByRole('columnheader').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label') ?? ''))).slice(1);
  const width = async (): Promise<number> => Math.round((await grid.getByRole('columnheader', { name: 'Số đến' }).boundingBox())?.width ?? 0);
  const before = { heads: await heads(), width: await width() };
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+ArrowRight');
  await expect.poll(heads).toEqual(['Ngày đến', 'Số đến', ...before.heads.slice(2)]);
  expect(await width()).toBe(before.width + 16);
  await page.getByRole('button', { name: 'Cột' }).click();
  await page.getByLabel('Người ký').click();
  await page.keyboard.press('Escape');
  await page.reload();
  await line(1).waitFor();
  expect(await heads()).toEqual(expect.arrayContaining(['Người ký']));
  expect((await heads())[0]).toBe('Ngày đến');
  expect(await width()).toBe(before.width + 16);
  // by the mouse: the edge makes it wider, the head carries it elsewhere
  const head = await grid.getByRole('columnheader', { name: 'Nơi gửi' }).boundingBox();
  if (!head) throw new Error('no such head');
  await page.mouse.move(head.x + head.width, head.y + 14);
  await page.mouse.down();
  await page.mouse.move(head.x + head.width + 40, head.y + 14, { steps: 4 });
  await page.mouse.up();
  expect(Math.round((await grid.getByRole('columnheader', { name: 'Nơi gửi' }).boundingBox())?.width ?? 0)).toBeGreaterThan(Math.round(head.width) + 30);
  await page.getByRole('button', { name: 'Cột' }).click();
  await page.getByRole('button', { name: 'Trả cột về như lúc đầu' }).click();
  await expect.poll(heads).toEqual(before.heads);
});

test('cách xem của riêng mình: giữ, mở lại, đổi tên, bỏ rồi lấy lại', async () => {
  const { page, grid, client } = await openIncoming({ before: tenLines });
  await page.getByLabel('Lọc Nơi gửi').fill('duong lam');
  await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('6');
  await page.getByRole('button', { name: 'Giữ cách xem…' }).click();
  await page.getByRole('dialog').getByLabel('Tên').fill('Xã Đường Lâm');
  await page.getByRole('dialog').getByRole('button', { name: 'Giữ lại' }).click();
  const mine = page.getByRole('button', { name: 'Xã Đường Lâm', exact: true });
  await mine.waitFor();
  await page.getByRole('button', { name: 'Bỏ lọc' }).click();
  await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('11');
  await mine.click();
  await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('6');
  await page.getByRole('button', { name: /Việc với cách xem/ }).click();
  await page.getByRole('menuitem', { name: 'Đổi tên…' }).click();
  await page.getByRole('dialog').getByLabel('Tên').fill('Đường Lâm');
  await page.getByRole('dialog').getByRole('button', { name: 'Đổi tên' }).click();
  await page.getByRole('button', { name: 'Đường Lâm', exact: true }).waitFor();
  expect((await client.saved.list({ kind: 'incoming-view' })).rows.map(({ name }) => name)).toEqual(['Đường Lâm']);
  await page.getByRole('button', { name: /Việc với cách xem/ }).click();
  await page.getByRole('menuitem', { name: 'Bỏ cách xem này' }).click();
  await expect.poll(async () => (await client.saved.list({ kind: 'incoming-view' })).rows).toEqual([]);
  await page.getByRole('button', { name: 'Lấy lại' }).click();
  await page.getByRole('button', { name: 'Đường Lâm', exact: true }).waitFor();
});

test('sổ 30.000 dòng: tới dòng nào cũng được, chỉ vẽ những dòng nhìn thấy, chọn hết và chép được', async () => {
  const { page, grid, line, errors } = await openIncoming({ before: filled(30_000) });
  expect(await grid.getAttribute('aria-rowcount')).toBe('30001');
  await page.keyboard.press('End');
  await line(30_000).waitFor();
  expect(await line(30_000).textContent()).toContain('01/01/2026');
  await page.keyboard.press('PageUp');
  await expect.poll(() => grid.getAttribute('aria-activedescendant')).toMatch(/incoming-\d+/);
  await grid.evaluate((element) => {
    element.scrollTop = (element.scrollHeight - element.clientHeight) / 2;
  });
  await line(15_005).waitFor();
  await expect.poll(() => grid.locator('[data-waiting]').count()).toBe(0);
  expect(await grid.getByRole('row').count()).toBeLessThan(60);
  await grid.focus();
  await page.keyboard.press('Control+Home');
  await line(1).waitFor();
  await page.keyboard.press('Control+a');
  await page.getByText('Một lần chọn nhiều nhất 20.000 dòng').waitFor();
  await page.getByLabel('Lọc Trích yếu').fill('duong giao thong');
  await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('2501');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+a');
  await page.getByText('2.500 dòng đã chọn').waitFor();
  await page.keyboard.press('Control+c');
  await expect.poll(() => page.evaluate(async () => (await navigator.clipboard.readText()).split('\n').length)).toBe(2501);
  expect(errors).toEqual([]);
});

test('mở một dòng ở xa bằng địa chỉ: sổ cuộn tới đó, phím đi tiếp từ đó, đang tìm thì cũng vậy', async () => {
  const { page, grid, line, client, errors } = await openIncoming({ before: filled(12_000) });
  const idAt = async (filter: { text?: string }, offset: number): Promise<number> => (await client.incoming.list({ ...filter, limit: 1, offset })).rows[0]?.id ?? 0;
  const isActive = (index: number, id: number) => expect.poll(async () => [await grid.getAttribute('aria-activedescendant'), await line(index).getAttribute('id').catch(() => null)]).toEqual([`incoming-${id}`, `incoming-${id}`]);
  const [far, below, found] = [await idAt({}, 8000), await idAt({}, 8001), await idAt({ text: 'duong giao' }, 700)];
  await page.evaluate((id) => (location.hash = `#/van-ban-den?id=${id}`), far);
  await page.getByRole('complementary', { name: 'Chi tiết văn bản' }).waitFor();
  await line(8001).waitFor();
  await isActive(8001, far);
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await isActive(8002, below);
  await page.evaluate((id) => (location.hash = `#/van-ban-den?text=duong%20giao&id=${id}`), found);
  await line(701).waitFor();
  await isActive(701, found);
  expect(errors).toEqual([]);
});

test('chuyển 20.000 dòng: quá một giây thì nói tới đâu, dừng được mà sổ còn nguyên, hoàn tác cũng vậy', async () => {
  const { page, grid, client, errors } = await openIncoming({ before: filled(20_000) });
  const handed = async (): Promise<number> => (await client.incoming.list({ columns: { people: 'Quỳnh Xuyến' }, limit: 1 })).total;
  await grid.focus();
  await page.keyboard.press('Control+a');
  await page.getByText('20.000 dòng đã chọn').waitFor();
  await page.getByRole('button', { name: 'Chuyển…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Người nhận', { exact: true }).fill('Quỳnh Xuyến');
  await dialog.getByText(/sẽ đổi/).waitFor();
  await dialog.getByRole('button', { name: 'Chuyển', exact: true }).click();
  await dialog.getByRole('progressbar', { name: 'Đang ghi vào sổ' }).waitFor();
  await dialog.getByRole('button', { name: 'Dừng' }).click();
  await dialog.getByText('Đã dừng; chưa dòng nào đổi.').waitFor();
  expect(await handed()).toBe(0);
  await dialog.getByRole('button', { name: 'Chuyển', exact: true }).click();
  await page.getByText(/^Đã chuyển 19\.\d{3} văn bản/).waitFor();
  expect(await handed()).toBeGreaterThan(19_000);
  await page.keyboard.press('Control+z');
  const undoing = page.getByRole('progressbar', { name: 'Đang hoàn tác' });
  await undoing.waitFor();
  await page.getByText(/^Đã trả \d+ văn bản về như trước/).waitFor();
  await undoing.waitFor({ state: 'detached' });
  // the browser itself tells of the answer that says the work was stopped
  expect([await handed(), errors.filter((error) => !error.includes('409'))]).toEqual([0, []]);
});

test('gõ nhanh thì câu hỏi bị vượt bị dừng, danh sách cuối cùng là của chữ cuối cùng', async () => {
  const { page, grid, line } = await openIncoming({ before: filled(20_000) });
  await page.keyboard.press('Control+f');
  await page.keyboard.type('giai ngan von dau tu cong', { delay: 15 });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  // Enter before the lines have come means the first of those that come
  await page.getByRole('complementary', { name: 'Chi tiết văn bản' }).getByText(/giải ngân vốn đầu tư công/).first().waitFor();
  await expect.poll(() => grid.getAttribute('aria-busy')).toBe('false');
  await expect.poll(async () => (await line(1).locator('[data-column=subject] mark').allTextContents()).join(' ')).toBe('giải ngân vốn đầu tư công');
});

test.each([
  { colorScheme: 'light', width: 1366, height: 768 },
  { colorScheme: 'dark', width: 1920, height: 1080 },
] as const)('sổ đến dùng được với trình đọc màn hình ($colorScheme, $width × $height)', async (size) => {
  const { page, line, errors } = await openIncoming({ ...size, before: filled(600) });
  const found: Record<string, string[]> = {};
  const look = async (name: string): Promise<void> => {
    const outside = await page.evaluate(() => document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth);
    const violations = await seriousViolations(page);
    if (outside || violations.length > 0) found[name] = [...violations, ...(outside ? ['trang cuộn ra ngoài cửa sổ'] : [])];
  };
  await look('danh sách');
  await page.keyboard.press('Enter');
  await page.getByText('Lịch sử').waitFor();
  await look('ngăn chi tiết');
  await page.getByRole('grid').focus();
  await page.keyboard.press('Space');
  await page.getByText('1 dòng đã chọn').waitFor();
  await look('đã chọn dòng');
  await page.getByRole('button', { name: 'Đặt hạn…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await dialog.evaluate((element) => Promise.all(element.getAnimations({ subtree: true }).map((animation) => animation.finished)));
  await look('đặt hạn');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Bỏ chọn' }).click();
  await page.getByRole('button', { name: /^Đã hủy/ }).click();
  await line(1).getByText(/Hủy: /).waitFor();
  await look('đã hủy');
  await page.getByRole('button', { name: 'Cột' }).click();
  await page.getByLabel('Người ký').waitFor();
  await look('chọn cột');
  expect(found).toEqual({});
  expect(errors).toEqual([]);
});

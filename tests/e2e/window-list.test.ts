import { expect, test } from 'vitest';
import { emptyLetter } from '../../shared/letter/letter.ts';
import { clientOf, withDemonstration } from '../fixtures/demonstration.ts';
import { openWindow } from '../fixtures/open-window.ts';

const office = { name: 'SỞ NỘI VỤ', place: 'An Bình' };

test('sổ trống nói nơi này để làm gì và mời soạn văn bản', async () => {
  const { page } = await openWindow({ before: async (engine) => void (await clientOf(engine).settings.update({ office })) });
  await page.getByRole('heading', { name: 'Sổ chưa có văn bản đi nào' }).waitFor();
  await page.keyboard.press('n');
  await page.getByLabel('Trích yếu', { exact: true }).waitFor();
  await expect.poll(() => page.getByLabel('Trích yếu', { exact: true }).evaluate((field) => field === document.activeElement)).toBe(true);
});

test('tìm không dấu, địa chỉ giữ điều đang xem, lùi và tiến đúng chỗ', async () => {
  const { page, errors } = await openWindow({ before: withDemonstration });
  const grid = page.getByRole('grid', { name: 'Văn bản đi' });
  const rows = grid.getByRole('row');
  await grid.waitFor();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('giai ngan von dau tu');
  await expect.poll(() => page.url()).toContain('text=giai+ngan+von+dau+tu');
  await expect.poll(async () => (await rows.allTextContents()).slice(1).every((text) => /giải ngân|đầu tư/i.test(text))).toBe(true);
  const found = await rows.count();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Chi tiết văn bản' });
  await panel.waitFor();
  const opened = page.url();
  expect(opened).toMatch(/id=\d+/);
  await page.keyboard.press('F2');
  await expect.poll(() => page.url()).toContain('#/soan-thao/');
  await page.goBack();
  await panel.waitFor();
  expect(page.url()).toBe(opened);
  expect(await rows.count()).toBe(found);
  // an address typed or linked opens its line, and the keys act on that line
  await page.evaluate(() => { location.hash = '#/van-ban-di?id=3'; });
  await expect.poll(() => panel.getByRole('heading').first().textContent()).toContain('03/');
  await page.keyboard.press('F2');
  await expect.poll(() => page.url()).toContain('#/soan-thao/3');
  await page.goBack();
  await page.goBack();
  await panel.waitFor();
  await page.reload();
  await panel.waitFor();
  await panel.getByRole('button', { name: /Đóng ngăn/ }).focus();
  await page.keyboard.press('Escape');
  await expect.poll(() => panel.count()).toBe(0);
  await expect.poll(() => grid.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Control+f');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.url()).not.toContain('text=');
  expect(errors).toEqual([]);
});

test('chữ gõ có ngay trong địa chỉ: rời đi, lùi lại, sang mục khác, dán địa chỉ đều đúng điều đã gõ', async () => {
  const { page, engine, errors } = await openWindow({ before: withDemonstration });
  const grid = page.getByRole('grid', { name: 'Văn bản đi' });
  const incoming = page.getByRole('grid', { name: 'Văn bản đến' });
  const box = page.locator('header input').first();
  const find = async (text: string): Promise<void> => {
    await page.keyboard.press('Control+f');
    await page.keyboard.type(text, { delay: 5 });
  };
  const shows = async (text: string): Promise<void> => {
    await expect.poll(() => grid.getAttribute('data-text')).toBe(text);
    expect(await box.inputValue()).toBe(text);
  };
  await grid.waitFor();
  // left at once, also while the other screen is still being drawn: the other book knows nothing of these letters
  for (const pause of [40, 80, 150, 250, 320]) {
    await find('giai ngan');
    await page.waitForTimeout(pause);
    await page.keyboard.press('Alt+2');
    await incoming.waitFor();
    await expect.poll(() => incoming.getAttribute('data-text')).toBe('');
    await page.waitForTimeout(350);
    expect(page.url()).not.toContain('text=');
    await page.goBack();
    await shows('giai ngan');
    await page.keyboard.press('Control+f');
    await page.keyboard.press('Escape');
    await shows('');
  }
  await find('giai ngan');
  await shows('giai ngan');
  await page.getByRole('button', { name: /^Đã hủy/ }).click();
  await expect.poll(() => page.url()).toMatch(/view=cancelled.*text=giai\+ngan/);
  await page.goBack();
  await page.getByRole('button', { name: /^Tất cả/, pressed: true }).waitFor();
  await shows('giai ngan');
  await page.reload();
  await shows('giai ngan');
  await page.evaluate(() => void (location.hash = '#/van-ban-di?text=ngan'));
  await shows('ngan');
  // on a slow machine letters fall while the screen of another view is still being drawn: they are meant for it
  const slow = await page.context().newCDPSession(page);
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 8 });
  for (const view of ['Đã cấp số', 'Dự thảo', 'Tất cả', 'Đã cấp số']) {
    await page.keyboard.press('Control+f');
    await page.keyboard.press('Escape');
    await shows('');
    const place = await page.getByRole('button', { name: new RegExp(`^${view}`) }).boundingBox();
    await page.mouse.click((place?.x ?? 0) + 10, (place?.y ?? 0) + 10);
    await find('ve viec');
    await shows('ve viec');
    await page.getByRole('button', { name: new RegExp(`^${view}`), pressed: true }).waitFor();
    await expect.poll(() => page.url()).toContain('text=ve+viec');
  }
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  // the place in the rail shows the whole book again, though it is the address one is at
  await find('giai');
  await shows('giai');
  await page.getByRole('navigation', { name: 'Các phần của chương trình' }).getByRole('link', { name: /Văn bản đi/ }).click();
  await shows('');
  // a line that has no page on the desk is shown beside what was found
  const elsewhere = (await clientOf(engine).outgoing.list({ limit: 100 })).rows.find((row) => row.origin === 'elsewhere' && row.code);
  await find(elsewhere?.code ?? '');
  await shows(elsewhere?.code ?? '');
  await page.keyboard.press('Enter');
  await page.keyboard.press('F2');
  await expect.poll(() => page.url()).toContain(`id=${elsewhere?.id}`);
  await shows(elsewhere?.code ?? '');
  expect(errors).toEqual([]);
});

test('phím mũi tên đi được trong sổ ngay khi mở, sau khi tìm và khi lùi lại', async () => {
  const { page } = await openWindow({ before: withDemonstration });
  const grid = page.getByRole('grid', { name: 'Văn bản đi' });
  const holdsKeyboard = (): Promise<boolean> => grid.evaluate((element) => element === document.activeElement);
  await grid.waitFor();
  await expect.poll(holdsKeyboard).toBe(true);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('dau tu');
  await expect.poll(() => page.url()).toContain('text=dau+tu');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.url()).not.toContain('text=');
  await expect.poll(holdsKeyboard).toBe(true);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('F2');
  await page.getByLabel('Trích yếu', { exact: true }).waitFor();
  await page.goBack();
  await grid.waitFor();
  await expect.poll(holdsKeyboard).toBe(true);
});

test('Enter bấm sớm khi dòng mới chưa về thì mở dòng mới, không mở nhầm dòng cũ', async () => {
  const { page } = await openWindow({ before: withDemonstration });
  const grid = page.getByRole('grid', { name: 'Văn bản đi' });
  await grid.waitFor();
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/rpc/outgoing/list*', async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('button', { name: /^Đã hủy/ }).click();
  await page.getByRole('button', { name: /^Đã hủy/, pressed: true }).waitFor();
  await expect.poll(() => grid.getAttribute('aria-busy')).toBe('true');
  await grid.focus();
  await page.keyboard.press('Enter');
  expect(page.url()).not.toContain('id=');
  answer();
  const panel = page.getByRole('complementary', { name: 'Chi tiết văn bản' });
  await panel.getByText('Đã hủy', { exact: true }).waitFor();
});

test('in màn hình sổ chỉ ra một tờ', async () => {
  const { page } = await openWindow({ before: withDemonstration });
  await page.getByRole('grid', { name: 'Văn bản đi' }).waitFor();
  const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(printed.match(/\/Type \/Page\b/g)).toHaveLength(1);
});

test('hủy số với lý do, dòng bị gạch trong sổ, hoàn tác lấy lại số', async () => {
  const { page, engine } = await openWindow({ before: withDemonstration });
  const grid = page.getByRole('grid', { name: 'Văn bản đi' });
  await grid.waitFor();
  await page.getByRole('button', { name: /^Đã cấp số/ }).click();
  await page.getByRole('button', { name: /^Đã cấp số/, pressed: true }).waitFor();
  await grid.focus();
  await page.keyboard.press('Enter');
  const code = (await page.getByRole('complementary', { name: 'Chi tiết văn bản' }).getByRole('heading', { name: /^\d+\// }).textContent()) ?? '';
  await page.getByRole('button', { name: 'Hủy số…' }).click();
  const dialog = page.getByRole('dialog');
  await expect.poll(() => dialog.getByRole('button', { name: 'Hủy số' }).isDisabled()).toBe(true);
  await expect.poll(() => dialog.getByRole('textbox').evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type('Cấp nhầm hai lần');
  await dialog.getByRole('button', { name: 'Hủy số' }).click();
  // the way back stays as long as the pointer is on it
  await page.getByText(`Đã hủy số ${code}.`).hover();
  const cancelled = await clientOf(engine).outgoing.list({ status: 'cancelled', limit: 20 });
  expect(cancelled.rows.map((row) => row.cancelReason)).toContain('Cấp nhầm hai lần');
  await page.evaluate(() => { location.hash = '#/van-ban-di?status=cancelled'; });
  await page.getByText('Hủy: Cấp nhầm hai lần').waitFor();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await page.getByText(`Đã lấy lại số ${code}.`).waitFor();
  await expect.poll(async () => (await clientOf(engine).outgoing.list({ status: 'cancelled', limit: 10 })).total).toBe(cancelled.total - 1);
});

test('sổ dài: chỉ vẽ những dòng nhìn thấy, End và cuộn đọc tiếp các trang sau', async () => {
  const { page, errors } = await openWindow({
    before: async (engine) => {
      const client = clientOf(engine);
      await client.settings.update({ office });
      for (let at = 1; at <= 450; at += 1) await client.outgoing.draft({ ...emptyLetter('SNV-VP'), subject: `văn bản thứ ${at}`, incomplete: true });
    },
  });
  const grid = page.getByRole('grid', { name: 'Văn bản đi' });
  await grid.waitFor();
  await page.getByText('450 văn bản').first().waitFor();
  expect(await grid.getAttribute('aria-rowcount')).toBe('451');
  await grid.focus();
  const last = grid.getByRole('row').last();
  // each End reads on as far as the pages that have come
  const atTheEnd = async (): Promise<string | null> => {
    await page.keyboard.press('End');
    return last.getAttribute('aria-rowindex');
  };
  await expect.poll(atTheEnd).toBe('451');
  expect(await grid.getByRole('row').count()).toBeLessThan(60);
  await expect.poll(() => last.textContent()).toContain('văn bản thứ 1');
  await page.keyboard.press('Home');
  await expect.poll(() => grid.getByRole('row').nth(1).textContent()).toContain('văn bản thứ 450');
  expect(errors).toEqual([]);
});

test('không đọc được sổ thì nói một câu và cho thử lại', async () => {
  const { page } = await openWindow({ before: withDemonstration });
  await page.getByRole('grid', { name: 'Văn bản đi' }).waitFor();
  await page.route('**/rpc/outgoing/list*', (route) => route.abort());
  await page.getByRole('button', { name: /^Dự thảo/ }).click();
  await page.getByRole('heading', { name: 'Chưa đọc được sổ văn bản đi' }).waitFor();
  await page.unroute('**/rpc/outgoing/list*');
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await page.getByRole('grid', { name: 'Văn bản đi' }).waitFor();
});

test('gửi hai văn bản một lượt, xem trước, hoàn tác; dòng mang dấu và chữ của trạng thái', async () => {
  const { page, engine } = await openWindow({
    before: async (engine) => {
      const client = clientOf(engine);
      await client.settings.update({ office });
      for (let at = 1; at <= 3; at += 1) await client.outgoing.register({ codeNotation: 'SNV-VP', subject: `văn bản ${at}`, issuedDate: '2026-11-19' });
    },
  });
  const grid = page.getByRole('grid', { name: 'Văn bản đi' });
  const line = (index: number) => grid.locator(`[role=row][aria-rowindex="${index + 1}"]`);
  await line(3).waitFor();
  await grid.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('button', { name: 'Đã gửi…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('2 sẽ đổi, 0 giữ nguyên.').waitFor();
  await dialog.getByRole('button', { name: 'Đã gửi' }).click();
  await page.getByText('Đã ghi gửi 2 văn bản ngày 20/11/2026.').waitFor();
  await expect.poll(() => line(1).locator('[data-column=status]').textContent()).toBe('Đã gửi');
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect.poll(() => line(1).locator('[data-column=status]').textContent()).toBe('Đã cấp số');
  expect((await clientOf(engine).outgoing.list({ status: 'sent' })).total).toBe(0);
});

test('thay thế một văn bản: chọn văn bản mới bằng cách tìm, dòng cũ gạch, liên kết mở được', async () => {
  const { page } = await openWindow({
    before: async (engine) => {
      const client = clientOf(engine);
      await client.settings.update({ office });
      await client.outgoing.register({ codeNotation: 'SNV-VP', subject: 'văn bản sai', issuedDate: '2026-11-18' });
      await client.outgoing.register({ codeNotation: 'SNV-VP', subject: 'văn bản đúng', issuedDate: '2026-11-19' });
    },
  });
  await page.evaluate(() => { location.hash = '#/van-ban-di?id=1'; });
  const panel = page.getByRole('complementary', { name: 'Chi tiết văn bản' });
  await panel.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'Thay thế…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Văn bản thay thế').fill('dung');
  await page.getByRole('option', { name: /02\/SNV-VP/ }).click();
  await dialog.getByLabel('Lý do').fill('Sai thẩm quyền ký');
  await dialog.getByRole('button', { name: 'Ghi thay thế' }).click();
  await panel.getByText('Đã thay thế: Sai thẩm quyền ký. Xem').waitFor();
  await expect.poll(() => page.locator('[role=row][aria-rowindex="3"]').getAttribute('data-struck')).toBe('true');
  await panel.getByRole('link', { name: '02/SNV-VP' }).click();
  await panel.getByRole('heading', { name: '02/SNV-VP' }).waitFor();
});

test('mở chương trình ở một danh sách: dòng đầu được hỏi ngay, trước cả cài đặt, và chỉ một lần', async () => {
  for (const [at, book] of [['#/van-ban-den?view=waiting&cot.subject=so', 'incoming'], ['#/van-ban-di?view=draft&text=so', 'outgoing']] as const) {
    const { page } = await openWindow({ before: withDemonstration, at });
    const firsts: string[] = [];
    let asked = (): void => undefined;
    const first = new Promise<void>((resolve) => (asked = resolve));
    await page.route(`**/rpc/${book}/list`, (route) => {
      const body = route.request().postData() ?? '';
      if (body.includes('"offset":0') && body.includes('"limit":100')) firsts.push(body);
      asked();
      return route.continue();
    });
    // the settings are not told before the lines have been asked for
    await page.route('**/rpc/settings/get', (route) => first.then(() => route.continue()));
    await page.reload();
    await page.getByRole('grid').getByRole('row').nth(1).waitFor();
    expect(firsts).toHaveLength(1);
    expect(firsts[0]).toContain('so');
  }
});

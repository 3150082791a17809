import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { clientOf } from '../fixtures/demonstration.ts';
import { withEntryOffice } from '../fixtures/entry-office.ts';
import type { Client } from '../fixtures/open-engine.ts';
import { openWindow, seriousViolations, type OpenedWindow, type WindowOptions } from '../fixtures/open-window.ts';

interface Desk extends OpenedWindow {
  client: Client;
}

/** The window at a screen of the entry office, with the keyboard in its first field. */
async function openDesk(address: string, first: string, options: WindowOptions = {}): Promise<Desk> {
  const opened = await openWindow({
    ...options,
    before: async (engine) => {
      await withEntryOffice(engine);
      await options.before?.(engine);
    },
  });
  await opened.page.getByRole('navigation', { name: 'Các phần của chương trình' }).waitFor();
  await goTo(opened.page, address);
  await expect.poll(() => focusedField(opened.page)).toBe(first);
  return { ...opened, client: clientOf(opened.engine) };
}

const newDesk = (options: WindowOptions = {}): Promise<Desk> => openDesk('#/van-ban-den/moi', 'organName', options);
const goTo = (page: Page, address: string): Promise<void> => page.evaluate((hash) => void (location.hash = hash), address);
const focusedField = (page: Page): Promise<string | null> => page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-entry]')?.dataset.entry ?? null);
const valueOf = (page: Page, field: string): Promise<string> => page.locator(`[data-entry="${field}"]`).inputValue();
const all = async (client: Client) => (await client.incoming.list({ limit: 100 })).rows;
const savedAs = (page: Page, number: string) => page.getByRole('region', { name: 'Vừa vào sổ' }).getByText(number, { exact: true }).waitFor();

/** Holds every call of a procedure back, as a busy machine would, until the answered function lets them go. */
async function holdCalls(page: Page, procedure: string): Promise<() => void> {
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  await page.route(`**/rpc/${procedure}*`, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

/** Types each value and goes on with Enter; the last one without. */
async function typeFields(page: Page, values: readonly string[]): Promise<void> {
  for (const [at, value] of values.entries()) {
    await page.keyboard.type(value);
    if (at < values.length - 1) await page.keyboard.press('Enter');
  }
}

/** Drops files with these names and texts onto the form, as the system would. */
const dropFiles = (page: Page, files: readonly (readonly [name: string, text: string])[]): Promise<void> =>
  page.evaluate((given) => {
    const data = new DataTransfer();
    for (const [name, text] of given) data.items.add(new File([text], name));
    const target = document.querySelector('[data-entry="organName"]');
    for (const type of ['dragenter', 'dragover', 'drop']) target?.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, files);

/** Keys beyond the characters of values since the last time they were asked for, as people count them: one with Ctrl or Shift is one. */
async function countKeys(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    Object.assign(window, { pressed: 0 });
    addEventListener(
      'keydown',
      ({ key, ctrlKey, altKey }) => {
        if (['Control', 'Shift', 'Alt'].includes(key) || (key.length === 1 && !ctrlKey && !altKey)) return;
        (window as unknown as { pressed: number }).pressed += 1;
      },
      { capture: true },
    );
  });
  return () =>
    page.evaluate(() => {
      const counter = window as unknown as { pressed: number };
      const { pressed } = counter;
      counter.pressed = 0;
      return pressed;
    });
}

const documents = [
  ['stc', '2953/STC-QLNS', '18', 'báo cáo tình hình thực hiện dự toán ngân sách 11 tháng', '', 'Nguyễn Văn An', 'Giám đốc', '', 'Phòng Kinh tế ngành', '+10n'],
  ['snv', '1204/SNV-TCBC', '19/11', 'đề nghị thẩm định đề án vị trí việc làm', '', 'Trần Thị Bình', 'Giám đốc', '1', 'pktn', '30'],
  ['stp', '77/BC-STP', '171126', 'báo cáo công tác kiểm tra văn bản quy phạm pháp luật', '', 'Lê Văn Cường', 'Giám đốc', '', 'Phòng Khoa giáo - Văn xã', '5/12'],
  ['ubnd tg', '3583/UBND-KT', '16', 'phối hợp rà soát địa giới hành chính', '', 'Phạm Thị Dung', 'Giám đốc', '', '', ''],
  ['vpcp', '8801/VPCP-TH', '12/11', 'truyền đạt ý kiến của Phó Thủ tướng', '', 'Hoàng Văn Em', 'Giám đốc', '2', 'pktn', '+5n'],
  ['btc', '39/2026/TT-BTC', '1', 'quy định chế độ báo cáo tài chính', '', 'Đỗ Thị Giang', 'Giám đốc', '', 'pktn', ''],
  ['stc', '2954/TTr-STC', '18', 'phê duyệt quyết toán dự án hoàn thành', '', 'nva', '', 'pktn', '+7n'],
  ['snnmt', '512/SNNMT-QLĐĐ', '20', 'thẩm định nhu cầu sử dụng đất', '', 'Vũ Văn Hải', 'Giám đốc', '', '', ''],
  ['ubnd x tb', '41/GM-UBND', '19', 'mời dự lễ công bố xã đạt chuẩn nông thôn mới', '', 'Bùi Thị Kim', 'Giám đốc', '', '', '25'],
  ['stc', '2960/STC-HCSN', '20', 'kinh phí mua sắm tập trung', '', 'nva', '3', 'pkgvx', '+1n'],
] as const;

describe('nhập bằng bàn phím', () => {
  test('mười văn bản, mỗi văn bản không quá 12 phím ngoài chữ phải ghi', async () => {
    const { page, client, errors } = await newDesk();
    const pressed = await countKeys(page);
    for (const [at, values] of documents.entries()) {
      await typeFields(page, values);
      await page.keyboard.press('Control+Enter');
      await savedAs(page, String(at + 1).padStart(2, '0'));
      // a signer met for the first time asks for the position too
      expect({ at, extra: await pressed() }).toEqual({ at, extra: values.length });
      expect(values.length).toBeLessThanOrEqual(12);
      await expect.poll(() => focusedField(page)).toBe('organName');
    }
    const rows = (await all(client)).toReversed();
    expect(rows.map(({ organName, typeName, issuedDate, dueDate, signerName, priority, toPlaces }) => [organName, typeName, issuedDate, dueDate, signerName, priority, toPlaces])).toEqual([
      ['Sở Tài chính', 'Công văn', '2026-11-18', '2026-11-30', 'Nguyễn Văn An', 0, 'Phòng Kinh tế ngành'],
      ['Sở Nội vụ', 'Công văn', '2026-11-19', '2026-11-30', 'Trần Thị Bình', 1, 'Phòng Kinh tế ngành'],
      ['Sở Tư pháp', 'Báo cáo', '2026-11-17', '2026-12-05', 'Lê Văn Cường', 0, 'Phòng Khoa giáo - Văn xã'],
      ['UBND tỉnh Tiền Giang', 'Công văn', '2026-11-16', null, 'Phạm Thị Dung', 0, ''],
      ['Văn phòng Chính phủ', 'Công văn', '2026-11-12', '2026-11-25', 'Hoàng Văn Em', 2, 'Phòng Kinh tế ngành'],
      ['Bộ Tài chính', 'Thông tư', '2026-11-01', null, 'Đỗ Thị Giang', 0, 'Phòng Kinh tế ngành'],
      ['Sở Tài chính', 'Tờ trình', '2026-11-18', '2026-11-27', 'Nguyễn Văn An', 0, 'Phòng Kinh tế ngành'],
      ['Sở Nông nghiệp và Môi trường', 'Công văn', '2026-11-20', null, 'Vũ Văn Hải', 0, ''],
      ['UBND xã Tân Bình', 'Giấy mời', '2026-11-19', '2026-11-25', 'Bùi Thị Kim', 0, ''],
      ['Sở Tài chính', 'Công văn', '2026-11-20', '2026-11-21', 'Nguyễn Văn An', 3, 'Phòng Khoa giáo - Văn xã'],
    ]);
    expect(errors).toEqual([]);
  });

  test('điền hết mọi ô cũng chỉ mười hai phím; chức vụ tự điền khi người ký đã ký trước đó', async () => {
    const { page, client } = await newDesk({ before: async (engine) => void (await clientOf(engine).incoming.register({ organName: 'Sở Tài chính', subject: 'văn bản trước', arrivalDate: '2026-11-20', signer: { fullName: 'Nguyễn Văn An', position: 'Phó Giám đốc' } })) });
    const pressed = await countKeys(page);
    const values = ['stc', '12/TB-STC', '19', 'thông báo nghỉ', '', 'nva', '', 'pktn', '+3n', '4', '2', 'bản giấy'];
    await typeFields(page, values.slice(0, 6));
    await page.keyboard.press('Enter');
    await expect.poll(() => valueOf(page, 'signerPosition')).toBe('Phó Giám đốc');
    await expect.poll(() => focusedField(page)).toBe('priority');
    await typeFields(page, values.slice(6));
    await page.keyboard.press('Control+Enter');
    await savedAs(page, '02');
    expect(await pressed()).toBe(12);
    const line = await client.incoming.get({ id: 2 });
    expect(line).toMatchObject({ pages: 4, copies: 2, note: 'bản giấy', dueDate: '2026-11-23', signer: { fullName: 'Nguyễn Văn An', position: 'Phó Giám đốc' } });
  });

  test('tên chỉ mở rộng khi bấm Tab hoặc Enter, tên gõ trọn giữ nguyên, tên lạ thêm được vào danh bạ ngay đó', async () => {
    const { page, client } = await newDesk();
    await page.keyboard.type('stc');
    expect(await valueOf(page, 'organName')).toBe('stc');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).selectionStart)).toBe(3);
    await page.keyboard.press('Tab');
    expect(await valueOf(page, 'organName')).toBe('Sở Tài chính');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('Sở Tài');
    await page.keyboard.press('Enter');
    expect(await valueOf(page, 'organName')).toBe('Sở Tài');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('Chi cục Kiểm lâm');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('Đã thêm «Chi cục Kiểm lâm» vào danh bạ').waitFor();
    expect(await focusedField(page)).toBe('organName');
    expect((await client.agencies.list()).rows.map(({ name }) => name)).toContain('Chi cục Kiểm lâm');
  });

  test('gõ dở một chữ bằng bộ gõ thì Enter chưa sang ô; chữ và con trỏ không bị động tới', async () => {
    const { page } = await newDesk();
    const ime = await page.context().newCDPSession(page);
    await ime.send('Input.imeSetComposition', { text: 'Sơ', selectionStart: 2, selectionEnd: 2 });
    await page.evaluate(() => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 229, isComposing: true, bubbles: true, cancelable: true })));
    expect(await focusedField(page)).toBe('organName');
    await ime.send('Input.imeSetComposition', { text: 'Sở', selectionStart: 2, selectionEnd: 2 });
    await ime.send('Input.insertText', { text: 'Sở' });
    expect(await valueOf(page, 'organName')).toBe('Sở');
    // Unikey takes letters back and writes them anew
    await page.keyboard.type(' Taf');
    for (let back = 0; back < 2; back += 1) await page.keyboard.press('Backspace');
    await page.keyboard.insertText('à');
    expect(await valueOf(page, 'organName')).toBe('Sở Tà');
    await page.keyboard.press('Enter');
    expect(await focusedField(page)).toBe('code');
    expect(await valueOf(page, 'organName')).toBe('Sở Tà');
  });

  test('Shift+Enter, Ctrl+; Ctrl+\' Ctrl+D, F2, Alt+Enter, Esc làm đúng việc của mình; F1 kể ra', async () => {
    const { page, client } = await newDesk();
    await typeFields(page, ['snv', '5/SNV-VP', '']);
    await page.keyboard.press('Control+;');
    expect(await valueOf(page, 'issuedDate')).toBe('20/11/2026');
    await page.keyboard.press('Enter');
    await typeFields(page, ['giao ban', '', 'Trần Thị Bình', '']);
    await page.keyboard.press('Control+Enter');
    await savedAs(page, '01');
    await page.keyboard.press("Control+'");
    expect(await valueOf(page, 'organName')).toBe('Sở Nội vụ');
    await page.keyboard.press('Enter');
    await page.keyboard.type('6/SNV-VP');
    await page.keyboard.press('Shift+Enter');
    expect(await focusedField(page)).toBe('organName');
    await page.keyboard.type('x');
    // once for the list below the field, once for the field
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await valueOf(page, 'organName')).toBe('Sở Nội vụ');
    await page.keyboard.press('F2');
    await page.keyboard.type('!');
    expect(await valueOf(page, 'organName')).toBe('Sở Nội vụ!');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Control+d');
    expect(await valueOf(page, 'signerName')).toBe('Trần Thị Bình');
    expect(await valueOf(page, 'subject')).toBe('');
    await page.getByLabel('Trích yếu').focus();
    await page.keyboard.type('dòng một');
    await page.keyboard.press('Alt+Enter');
    await page.keyboard.type('dòng hai');
    expect(await valueOf(page, 'subject')).toBe('dòng một\ndòng hai');
    await page.keyboard.press('Control+Enter');
    await savedAs(page, '02');
    expect((await client.incoming.get({ id: 2 })).subject).toBe('dòng một dòng hai');
    await page.keyboard.press('F1');
    const keys = page.getByRole('dialog', { name: 'Hướng dẫn' }).getByRole('region', { name: 'Phím tắt của màn hình này' });
    for (const key of ['Ctrl+Enter', 'Shift+Enter', 'Alt+Enter', 'Ctrl+;', "Ctrl+'", 'Ctrl+D', 'F2', 'Esc']) await keys.getByText(key, { exact: true }).waitFor();
  });

  test('gõ tắt trước khi danh bạ đọc xong vẫn thành tên đầy đủ, lưu ngay cũng vậy', async () => {
    const { page, client } = await newDesk();
    // a machine that has much to do: the directory comes after the line was typed
    const letGo = await holdCalls(page, 'agencies/list');
    await page.reload();
    await expect.poll(() => focusedField(page)).toBe('organName');
    await typeFields(page, ['snv', '7/SNV-VP', '18', 'đến trước danh bạ']);
    await page.keyboard.press('Control+Enter');
    expect(await valueOf(page, 'organName')).toBe('snv');
    letGo();
    await savedAs(page, '01');
    expect(await client.incoming.get({ id: 1 })).toMatchObject({ organName: 'Sở Nội vụ', code: '7/SNV-VP' });
  });

  test('gõ tiếp ngay sau Ctrl+Enter, khi văn bản trước còn đang lưu: chữ vào phiếu sau, không mất chữ nào', async () => {
    const { page, client } = await newDesk();
    const letGo = await holdCalls(page, 'incoming/register');
    await typeFields(page, ['snv', '7/SNV-VP', '18', 'văn bản trước']);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Đang vào sổ…').waitFor();
    await typeFields(page, ['stcc']);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    await page.keyboard.type('8/ST');
    // nothing of it stands in the form that is on its way
    expect(await valueOf(page, 'subject')).toBe('văn bản trước');
    letGo();
    await savedAs(page, '01');
    await page.keyboard.type('C-NS');
    await expect.poll(() => valueOf(page, 'code')).toBe('8/STC-NS');
    expect(await valueOf(page, 'organName')).toBe('Sở Tài chính');
    expect(await client.incoming.get({ id: 1 })).toMatchObject({ organName: 'Sở Nội vụ', subject: 'văn bản trước' });
  });

  test('hai dòng gõ tắt liền nhau trước khi danh bạ đọc xong: cả hai thành tên đầy đủ', async () => {
    const { page, client } = await openDesk('#/van-ban-di/vao-so', 'codeNotation');
    const letGo = await holdCalls(page, 'agencies/list');
    await page.reload();
    await expect.poll(() => focusedField(page)).toBe('codeNotation');
    await typeFields(page, ['UBND-VP', '']);
    await page.locator('[data-entry="subject"]').fill('gửi hai sở');
    await page.getByRole('combobox', { name: /^Nơi nhận, dòng 1|^Kính gửi, dòng 1/ }).first().focus();
    await typeFields(page, ['stc', 'snv', '']);
    await page.keyboard.press('Control+Enter');
    letGo();
    await expect.poll(async () => (await client.outgoing.list({ limit: 5 })).rows.length).toBe(1);
    expect((await client.outgoing.list({ limit: 5 })).rows[0]).toMatchObject({ addressees: 'Sở Tài chính; Sở Nội vụ' });
  });

  test('ngày không có trong lịch, thiếu trích yếu thì không vào sổ và đứng ở ô ấy; ngày lạ được nhắc', async () => {
    const { page, client } = await newDesk();
    await typeFields(page, ['snv', '5/SNV-VP', '31/2', '']);
    await page.keyboard.press('Control+Enter');
    await page.getByText('«31/2» không phải là ngày').waitFor();
    await expect.poll(() => focusedField(page)).toBe('issuedDate');
    await page.keyboard.type('20/11/2024');
    await page.getByText('Văn bản đề ngày đã 2 năm trước khi đến').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Chưa ghi trích yếu.').waitFor();
    expect(await focusedField(page)).toBe('subject');
    expect(await all(client)).toEqual([]);
  });

  test('vào sổ ngày lùi thì hỏi lý do, lý do đứng trong sổ', async () => {
    const { page, client } = await newDesk({ before: async (engine) => void (await clientOf(engine).incoming.register({ organName: 'Sở Nội vụ', subject: 'của hôm nay', arrivalDate: '2026-11-20' })) });
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('18');
    await page.keyboard.press('Enter');
    await page.getByText('Trước ngày đến 20/11/2026 của số liền trước').waitFor();
    await page.getByLabel('Nơi gửi').focus();
    await typeFields(page, ['stp', '', '', 'nhận từ hôm kia']);
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => focusedField(page)).toBe('backdateReason');
    await page.keyboard.type('văn thư nghỉ ốm');
    await page.keyboard.press('Control+Enter');
    await savedAs(page, '02');
    expect(await client.incoming.get({ id: 2 })).toMatchObject({ arrivalDate: '2026-11-18', backdated: 'văn thư nghỉ ốm' });
  });
});

describe('không nhập hai lần, không mất phần gõ dở', () => {
  const earlier = async (engine: Parameters<typeof clientOf>[0]): Promise<void> => {
    await clientOf(engine).incoming.register({ organName: 'Sở Tài chính', code: '2953/STC-QLNS', issuedDate: '2026-11-18', subject: 'bản điện tử', arrivalDate: '2026-11-19', files: [new File(['trang quét'], 'quet.pdf')] });
  };

  test('trùng nơi gửi, số, ngày: nhắc cạnh ô, xem được dòng kia mà phiếu còn nguyên, giữ cả hai phải có lý do', async () => {
    const { page, client } = await newDesk({ before: earlier });
    await typeFields(page, ['stc', '2953 / STC – QLNS', '18', 'bản giấy']);
    await page.getByText(/Trùng nơi gửi, số và ngày với số đến 01 năm 2026/).waitFor();
    await page.getByRole('button', { name: 'Xem dòng ấy' }).click();
    const other = page.getByRole('dialog', { name: 'Số đến 01 năm 2026' });
    await other.getByText('bản điện tử').waitFor();
    await page.keyboard.press('Escape');
    await other.waitFor({ state: 'detached' });
    expect(await valueOf(page, 'subject')).toBe('bản giấy');
    await page.getByLabel('Trích yếu').focus();
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => focusedField(page)).toBe('doubleReason');
    expect(await all(client)).toHaveLength(1);
    await page.keyboard.type('bản giấy gửi sau');
    await page.keyboard.press('Control+Enter');
    await savedAs(page, '02');
    expect((await client.incoming.get({ id: 2 })).doubleReason).toBe('bản giấy gửi sau');
  });

  test('cùng một tệp với dòng khác thì nhắc cạnh tệp', async () => {
    const { page } = await newDesk({ before: earlier });
    await dropFiles(page, [['ten khac.pdf', 'trang quét']]);
    await page.getByText(/Tệp này đã ở số đến 01 năm 2026/).waitFor();
  });

  test('phiếu gõ dở còn nguyên khi rời màn hình và khi tải lại; Esc hỏi trước khi rời', async () => {
    const { page } = await newDesk();
    await typeFields(page, ['snv', '9/SNV', '19', 'đang gõ dở']);
    await page.keyboard.press('Alt+3');
    await page.getByRole('heading', { name: 'Văn bản đi', exact: true }).waitFor();
    await goTo(page, '#/van-ban-den/moi');
    await expect.poll(() => valueOf(page, 'subject')).toBe('đang gõ dở');
    await page.reload();
    await expect.poll(() => valueOf(page, 'subject')).toBe('đang gõ dở');
    expect(await valueOf(page, 'issuedDate')).toBe('19/11/2026');
    await expect.poll(() => focusedField(page)).toBe('organName');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Rời phiếu đang gõ dở?' }).getByRole('button', { name: 'Bỏ phần gõ dở' }).click();
    await goTo(page, '#/van-ban-den/moi');
    await expect.poll(() => focusedField(page)).toBe('organName');
    expect(await valueOf(page, 'subject')).toBe('');
  });

  test('bấm Ctrl+Enter hai lần liền chỉ vào sổ một dòng', async () => {
    const { page, client } = await newDesk();
    await page.route('**/rpc/incoming/register*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    await typeFields(page, ['snv', '9/SNV', '19', 'bấm vội']);
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Control+Enter');
    await savedAs(page, '01');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Chưa ghi nơi gửi.').waitFor();
    expect(await all(client)).toHaveLength(1);
  });

  test('câu trả lời thất lạc, kể cả khi mở lại cửa sổ: bấm lại tìm ra dòng đã vào, không vào thêm', async () => {
    const { page, client } = await newDesk();
    await page.route('**/rpc/incoming/register*', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await typeFields(page, ['snv', '9/SNV', '19', 'mất đường về']);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').getByText(/Chưa vào sổ:.*không vào sổ hai lần/).waitFor();
    expect(await all(client)).toHaveLength(1);
    await page.unroute('**/rpc/incoming/register*');
    await page.reload();
    await expect.poll(() => valueOf(page, 'subject')).toBe('mất đường về');
    await page.getByLabel('Trích yếu').focus();
    await page.keyboard.press('Control+Enter');
    await savedAs(page, '01');
    await page.getByText('đã vào sổ ở lần bấm trước').waitFor();
    expect(await all(client)).toHaveLength(1);
  });

  test('sổ từ chối hoặc mất liên lạc thì nói một câu, phiếu còn nguyên', async () => {
    const { page, client } = await newDesk();
    await page.route('**/rpc/incoming/**', (route) => route.abort());
    await typeFields(page, ['snv', '9/SNV', '19', 'không tới nơi']);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').getByText(/Chưa vào sổ:/).waitFor();
    expect(await valueOf(page, 'subject')).toBe('không tới nơi');
    await page.unroute('**/rpc/incoming/**');
    await page.getByLabel('Trích yếu').focus();
    await page.keyboard.press('Control+Enter');
    await savedAs(page, '01');
    expect(await all(client)).toHaveLength(1);
  });

  test('vào nhầm thì hủy số ngay tại chỗ, lý do có sẵn và sửa được', async () => {
    const { page, client } = await newDesk();
    await typeFields(page, ['snv', '9/SNV', '19', 'vào nhầm']);
    await page.keyboard.press('Control+Enter');
    await savedAs(page, '01');
    await page.getByRole('button', { name: 'Hủy số này' }).click();
    const dialog = page.getByRole('dialog', { name: 'Hủy số 01' });
    await expect.poll(() => dialog.getByLabel('Lý do hủy').inputValue()).toBe('Vào sổ nhầm');
    await page.keyboard.press('Enter');
    await page.getByText('Đã hủy số 01').waitFor();
    expect(await client.incoming.get({ id: 1 })).toMatchObject({ status: 'cancelled', cancelReason: 'Vào sổ nhầm' });
    await page.getByRole('button', { name: 'Lấy lại số này' }).click();
    await expect.poll(async () => (await client.incoming.get({ id: 1 })).status).toBe('registered');
  });
});

test('mẫu nhập: giữ phiếu thành mẫu, lấy lại bằng tên, hạn tính theo ngày đến, bỏ mẫu', async () => {
  const { page, client } = await newDesk();
  await typeFields(page, ['stc', '1/GM-STC', '19', 'mời họp giao ban', '', '', '', 'pktn', '+5n']);
  await page.keyboard.press('Control+m');
  await page.getByLabel('Giữ phiếu đang nhập thành mẫu').fill('Giấy mời họp của Sở Tài chính');
  await page.keyboard.press('Enter');
  await page.getByText('Đã giữ mẫu «Giấy mời họp của Sở Tài chính».').waitFor();
  await page.getByLabel('Trích yếu').focus();
  await page.keyboard.press('Control+Enter');
  await savedAs(page, '01');
  await page.keyboard.press('Control+m');
  await page.getByLabel('Lấy mẫu theo tên').waitFor();
  await page.keyboard.type('gmh');
  await page.keyboard.press('Enter');
  await expect.poll(() => valueOf(page, 'subject')).toBe('mời họp giao ban');
  expect(await valueOf(page, 'organName')).toBe('Sở Tài chính');
  expect(await valueOf(page, 'code')).toBe('');
  await page.getByLabel('Số, ký hiệu').focus();
  await typeFields(page, ['2/GM-STC', '20']);
  await page.keyboard.press('Control+Enter');
  await savedAs(page, '02');
  expect(await client.incoming.get({ id: 2 })).toMatchObject({ dueDate: '2026-11-25', toPlaces: 'Phòng Kinh tế ngành', typeName: 'Giấy mời' });
  await page.keyboard.press('Control+m');
  await page.getByRole('button', { name: 'Bỏ mẫu Giấy mời họp của Sở Tài chính' }).click();
  await expect.poll(async () => (await client.saved.list({ kind: 'incoming-model' })).rows).toEqual([]);
});

describe('tệp quét', () => {
  test('thả nhiều tệp: hỏi một lần, mỗi tệp một văn bản, nhập lần lượt, tệp nằm đúng dòng', async () => {
    const { page, client } = await newDesk();
    await dropFiles(page, [['10.txt', 'mười'], ['2.txt', 'hai'], ['Thumbs.db', 'x'], ['rong.pdf', '']]);
    await page.getByText('Tệp «rong.pdf» trống').waitFor();
    await page.getByRole('dialog', { name: '2 tệp vừa thả vào' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Còn 1 tệp chờ nhập; kế tiếp: 10.txt').waitFor();
    for (const [at, subject] of ['văn bản hai', 'văn bản mười'].entries()) {
      await page.getByLabel('Nơi gửi').focus();
      await typeFields(page, ['snv', `${at + 1}/SNV`, '19', subject]);
      await page.keyboard.press('Control+Enter');
      await savedAs(page, `0${at + 1}`);
    }
    expect((await client.incoming.get({ id: 1 })).files.map(({ name }) => name)).toEqual(['2.txt']);
    const second = await client.incoming.get({ id: 2 });
    expect(second).toMatchObject({ subject: 'văn bản mười', files: [{ name: '10.txt' }] });
    expect(await (await client.incoming.file({ id: 2, ordinal: second.files[0]?.ordinal ?? 0 })).text()).toBe('mười');
  });

  test('chọn tệp bằng hộp của hệ thống, bỏ tệp trước khi lưu; ảnh và PDF hiện cạnh phiếu', async () => {
    const { page, client, errors } = await newDesk();
    const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    await page.getByLabel('Chọn tệp kèm theo').setInputFiles([{ name: 'ảnh chụp.png', mimeType: 'image/png', buffer: picture }]);
    await expect.poll(() => page.getByRole('img', { name: 'Bản quét ảnh chụp.png' }).evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
    await page.getByRole('button', { name: 'Bỏ tệp ảnh chụp.png' }).click();
    await page.getByLabel('Chọn tệp kèm theo').setInputFiles([{ name: 'quét.pdf', mimeType: 'application/pdf', buffer: await onePagePdf() }]);
    const drawn = page.getByRole('img', { name: 'Trang 1 của tệp' });
    await expect.poll(() => drawn.evaluate((canvas: HTMLCanvasElement) => canvas.getContext('2d')?.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data.slice(0, 3).join(','))).toBe('255,0,0');
    await page.getByLabel('Nơi gửi').focus();
    await typeFields(page, ['snv', '1/SNV', '19', 'có bản quét']);
    await page.keyboard.press('Control+Enter');
    await savedAs(page, '01');
    expect((await client.incoming.get({ id: 1 })).files.map(({ name }) => name)).toEqual(['quét.pdf']);
    expect(errors).toEqual([]);
  });
});

/** A PDF whose only page is red all over. */
async function onePagePdf(): Promise<Buffer> {
  const { PDFDocument, rgb } = await import('@cantoo/pdf-lib');
  const pdf = await PDFDocument.create();
  pdf.addPage([200, 300]).drawRectangle({ x: 0, y: 0, width: 200, height: 300, color: rgb(1, 0, 0) });
  return Buffer.from(await pdf.save());
}

describe('sửa một dòng', () => {
  const line = async (engine: Parameters<typeof clientOf>[0]): Promise<void> => {
    await clientOf(engine).incoming.register({ organName: 'Sở Nội vụ', code: '5/SNV', issuedDate: '2026-11-18', subject: 'trước khi sửa', arrivalDate: '2026-11-19', handedTo: 'Lê Văn Cường', signer: { competence: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC', fullName: 'Trần Thị Bình' } });
  };

  test('chỉ ô được sửa đổi, phần khác của dòng giữ nguyên, lấy lại được như cũ', async () => {
    const { page, client } = await openDesk('#/van-ban-den/1/sua', 'organName', { before: line });
    await page.getByLabel('Trích yếu').fill('sau khi sửa');
    await page.getByLabel('Trích yếu').press('Control+Enter');
    await page.getByText('Đã sửa số đến 01.').waitFor();
    expect(await client.incoming.get({ id: 1 })).toMatchObject({ subject: 'sau khi sửa', handedTo: 'Lê Văn Cường', signer: { competence: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC' }, revision: 2 });
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect.poll(async () => (await client.incoming.get({ id: 1 })).subject).toBe('trước khi sửa');
  });

  test('nơi khác sửa trước thì nói rõ ô nào, cho chọn; giữ phần tôi sửa trên bản mới nhất', async () => {
    const { page, client } = await openDesk('#/van-ban-den/1/sua', 'organName', { before: line });
    await page.getByLabel('Trích yếu').fill('tôi sửa');
    await client.incoming.update({ id: 1, dueDate: '2026-12-01' });
    await page.getByLabel('Trích yếu').press('Control+Enter');
    const choice = page.getByRole('alert', { name: 'Dòng này vừa được sửa ở nơi khác' });
    await choice.getByText('Nơi khác đã sửa: hạn. Bạn đang sửa: trích yếu.').waitFor();
    await choice.getByRole('button', { name: 'Giữ phần tôi sửa trên bản mới nhất' }).click();
    expect(await valueOf(page, 'dueDate')).toBe('01/12/2026');
    await page.getByLabel('Trích yếu').press('Control+Enter');
    await page.getByText('Đã sửa số đến 01.').waitFor();
    expect(await client.incoming.get({ id: 1 })).toMatchObject({ subject: 'tôi sửa', dueDate: '2026-12-01' });
  });
});

describe('văn bản đi làm nơi khác', () => {
  test('lấy số kế tiếp bằng bàn phím, mất câu trả lời cũng chỉ lấy một số', async () => {
    const { page, client } = await openDesk('#/van-ban-di/vao-so', 'codeNotation');
    await page.getByText('01/UBND-VP').waitFor();
    await typeFields(page, ['BQLDA-KT', '19', 'báo cáo tiến độ dự án', 'bc', 'Ngô Văn Lâm', 'Giám đốc', '', 'stc', '', '', 'VT', '5', 'bản giấy']);
    await page.getByText('01/BQLDA-KT').waitFor();
    await page.route('**/rpc/outgoing/register*', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').getByText(/Chưa cấp số:/).waitFor();
    await page.unroute('**/rpc/outgoing/register*');
    await page.keyboard.press('Control+Enter');
    await savedAs(page, '01/BQLDA-KT');
    const { rows } = await client.outgoing.list({ limit: 10 });
    expect(rows).toHaveLength(1);
    expect(await client.outgoing.get({ id: rows[0]?.id ?? 0 })).toMatchObject({ code: '01/BQLDA-KT', issuedDate: '2026-11-19', typeName: 'Báo cáo', addressees: ['Sở Tài chính'], copies: 5, origin: 'elsewhere', signer: { fullName: 'Ngô Văn Lâm', position: 'Giám đốc' } });
  });

  test('giữ hai số với lý do, rồi dùng số giữ cho một văn bản', async () => {
    const { page, client } = await openDesk('#/van-ban-di/vao-so', 'codeNotation');
    await page.keyboard.press('Control+g');
    const dialog = page.getByRole('dialog', { name: 'Giữ số' });
    await expect.poll(() => dialog.getByLabel('Bao nhiêu số').evaluate((field) => field === document.activeElement)).toBe(true);
    await dialog.getByLabel('Bao nhiêu số').fill('2');
    await dialog.getByLabel('Lý do giữ số').fill('chờ lãnh đạo ký');
    await dialog.getByRole('button', { name: 'Giữ 2 số' }).click();
    await page.getByText('01/UBND-VP, 02/UBND-VP').waitFor();
    await page.getByRole('button', { name: 'Xong' }).click();
    await page.getByText('03/UBND-VP').waitFor();
    await page.locator('input').and(page.getByLabel('Lấy số')).click();
    await page.getByRole('option', { name: /Số giữ 01\/UBND-VP/ }).click();
    await page.getByLabel('Trích yếu').fill('dùng số đã giữ');
    await page.getByLabel('Trích yếu').press('Control+Enter');
    await savedAs(page, '01/UBND-VP');
    const { rows } = await client.outgoing.list({ limit: 10 });
    expect(rows.map(({ code, status }) => [code, status])).toEqual(expect.arrayContaining([['01/UBND-VP', 'issued'], ['02/UBND-VP', 'reserved']]));
  });
});

test.each([
  { colorScheme: 'light', width: 1366, height: 768 },
  { colorScheme: 'dark', width: 1920, height: 1080 },
] as const)('các phiếu nhập dùng được với trình đọc màn hình và không tràn ($colorScheme)', async (size) => {
  const { page, errors } = await newDesk({ ...size, before: async (engine) => void (await clientOf(engine).incoming.register({ organName: 'Sở Nội vụ', code: '5/SNV', issuedDate: '2026-11-18', subject: 'một dòng', arrivalDate: '2026-11-19' })) });
  const found: Record<string, string[]> = {};
  const look = async (name: string): Promise<void> => {
    const overflowing = await page.evaluate(() => document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth);
    const violations = [...(await seriousViolations(page)), ...(overflowing ? ['trang cuộn ra ngoài cửa sổ'] : [])];
    if (violations.length > 0) found[name] = violations;
  };
  await look('phiếu trống');
  await typeFields(page, ['snv', '5/SNV', '18', 'lần nữa', '', 'tr']);
  await page.getByText(/Trùng nơi gửi/).waitFor();
  await dropFiles(page, [['a.docx', 'nội dung']]);
  await page.getByText('Loại tệp này không xem được ở đây').waitFor();
  await page.getByLabel('Trích yếu').press('Control+Enter');
  await page.getByLabel('Lý do vẫn vào sổ').waitFor();
  await look('phiếu có lời nhắc');
  await page.keyboard.press('Control+m');
  await page.getByLabel('Lấy mẫu theo tên').waitFor();
  await page.getByRole('dialog').evaluate((element) => Promise.all(element.getAnimations({ subtree: true }).map((animation) => animation.finished)));
  await look('mẫu nhập');
  await page.keyboard.press('Escape');
  await goTo(page, '#/van-ban-den/1/sua');
  await page.getByLabel('Lý do sửa').waitFor();
  await look('sửa dòng');
  await goTo(page, '#/van-ban-di/vao-so');
  await page.getByLabel('Ký hiệu').waitFor();
  await look('văn bản đi');
  await page.keyboard.press('Control+g');
  await page.getByLabel('Lý do giữ số').waitFor();
  await page.getByRole('dialog').evaluate((element) => Promise.all(element.getAnimations({ subtree: true }).map((animation) => animation.finished)));
  await look('giữ số');
  expect(found).toEqual({});
  expect(errors).toEqual([]);
});

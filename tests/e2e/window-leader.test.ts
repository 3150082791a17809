import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Engine } from '../../electron/engine/engine.ts';
import { clientOf, withDemonstration } from '../fixtures/demonstration.ts';
import { openWindow, seriousViolations } from '../fixtures/open-window.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';
import { cellsOf } from '../../shared/letter/letter.ts';

/** Pages of what would come out of the printer, and the size of the first, mm. */
async function printed(page: Page): Promise<{ pages: number; widthMm: number; heightMm: number }> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  const mm = (points: string | undefined): number => Math.round((Number(points) / 72) * 25.4);
  return { pages: pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0, widthMm: mm(width), heightMm: mm(height) };
}
const sizeOf = (page: Page): Promise<number> => page.locator('[role="group"][aria-label$="cuộn bằng phím mũi tên"]').evaluate((pane) => Number.parseFloat(getComputedStyle(pane).fontSize));
const pane = (page: Page) => page.locator('[role="group"][aria-label$="cuộn bằng phím mũi tên"]');

test('quá hạn theo đơn vị: từng cơ quan, văn bản, hạn, số ngày; cộng lại đúng số báo cáo trễ; in như danh sách để họp', async () => {
  const { page, engine, errors } = await openWindow({ at: '#/theo-doi', before: withDemonstration });
  await page.getByRole('grid', { name: 'Bảng theo dõi' }).waitFor();
  await page.keyboard.press('Alt+0');
  const table = page.getByRole('table', { name: 'Danh sách báo cáo quá hạn' });
  await table.waitFor();
  const { rows, total } = await clientOf(engine).owed.list({ state: 'late' });
  expect(total).toBe(10);
  // one commune is printed in two ways by two dispatches: it is one agency, called as it is first
  const agencies = rows.filter(({ agencyId }, at) => rows.findIndex((other) => other.agencyId === agencyId) === at).map(({ agency }) => agency);
  expect(agencies.length).toBe(7);
  expect(await table.locator('tr[data-group="true"] span').allTextContents()).toEqual(agencies);
  await table.getByRole('row', { name: /Ủy ban nhân dân xã Yên Trạch 2 báo cáo, lâu nhất 4 ngày/ }).waitFor();
  await table.getByRole('row', { name: /33\/UBND-KT.*4 ngày$/ }).first().waitFor();
  expect(await table.locator('tfoot').textContent()).toBe('Tổng cộng10');
  expect(await page.getByRole('heading', { name: 'DANH SÁCH BÁO CÁO QUÁ HẠN' }).count()).toBe(1);
  expect(await pane(page).evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await page.locator('main').getByRole('textbox').count()).toBe(0);
  expect(await seriousViolations(page)).toEqual([]);

  const paper = await printed(page);
  expect([paper.widthMm, paper.heightMm]).toEqual([297, 210]);
  expect(paper.pages).toBeGreaterThan(0);
  // Esc goes back to where one came from
  await page.keyboard.press('Escape');
  await page.getByRole('grid', { name: 'Bảng theo dõi' }).waitFor();
  expect(errors).toEqual([]);
});

test('phụ lục chữ lớn: tổng như trên giấy, cỡ chữ được nhớ, phím ← → qua phụ lục khác, toàn màn hình, in đúng bảng ấy', async () => {
  const { page, engine, errors } = await openWindow({ before: withDemonstration, colorScheme: 'dark' });
  await page.getByRole('grid', { name: 'Văn bản đi' }).waitFor();
  await page.keyboard.press('Alt+0');
  await page.getByRole('table').waitFor();
  await page.keyboard.press('a');
  const offered = page.getByRole('list', { name: 'Văn bản có phụ lục' });
  await offered.getByRole('link').first().waitFor();
  const withAppendices = await clientOf(engine).outgoing.list({ view: 'with-appendices', limit: 100 });
  expect(withAppendices.rows.every(({ appendixCount, status }) => appendixCount > 0 && !['draft', 'cancelled'].includes(status))).toBe(true);
  expect(await offered.getByRole('link').count()).toBe(withAppendices.rows.length);
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('phong chong thien tai');
  await expect.poll(() => offered.getByRole('link').count()).toBe(1);
  await page.keyboard.press('Enter');
  await expect.poll(() => offered.getByRole('link').first().evaluate((link) => link === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');

  const forces = page.getByRole('table', { name: /^Phụ lục I: Lực lượng/ });
  await forces.waitFor();
  const id = Number(/van-ban=(\d+)/.exec(page.url())?.[1]);
  const { appendices, code } = await clientOf(engine).outgoing.get({ id });
  const sum = (at: number): string => (appendices[0]?.rows ?? []).reduce((all, row) => all + Number(cellsOf(row)[at]), 0).toLocaleString('de-DE');
  expect(await forces.locator('tfoot td').allTextContents()).toEqual(['', 'Tổng cộng', sum(1), sum(2), sum(3), sum(4)]);
  await page.getByRole('heading', { name: 'LỰC LƯỢNG PHÒNG, CHỐNG THIÊN TAI VÀ TÌM KIẾM CỨU NẠN TẠI CHỖ NĂM 2026' }).waitFor();
  await page.getByText(new RegExp(`^\\(Kèm theo Kế hoạch số ${code ?? ''} ngày .* của Ủy ban nhân dân tỉnh An Bình\\)$`)).waitFor();
  expect(await seriousViolations(page)).toEqual([]);

  // larger and smaller, kept for the next table
  const fitted = await sizeOf(page);
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  const larger = await sizeOf(page);
  expect(larger).toBeGreaterThan(fitted);
  await page.keyboard.press('-');
  expect(await sizeOf(page)).toBeLessThan(larger);
  await page.keyboard.press('+');
  await page.keyboard.press('ArrowRight');
  await page.getByRole('table', { name: /^Phụ lục II: Phương tiện/ }).waitFor();
  expect(await sizeOf(page)).toBe(larger);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.getByRole('table', { name: /^Phụ lục III: Phương án sơ tán dân/ }).waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('table', { name: /^Phụ lục II: Phương tiện/ }).waitFor();
  await page.reload();
  await page.getByRole('table', { name: /^Phụ lục II: Phương tiện/ }).waitFor();
  expect(await sizeOf(page)).toBe(larger);
  await page.keyboard.press('PageDown');
  expect(await pane(page).evaluate((element) => element.scrollTop)).toBeGreaterThan(200);

  // the screen is filled, the table has it all
  await page.keyboard.press('f');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  expect(await page.getByRole('navigation').isVisible()).toBe(false);
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(false);
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('f');
  await page.getByRole('navigation').waitFor();
  expect(await page.evaluate(() => document.fullscreenElement === null)).toBe(true);
  // where the shell does not give the screen the window is filled; Esc ends the innermost: the keys, the filled window
  await page.evaluate(() => (document.documentElement.requestFullscreen = () => Promise.reject(new Error('denied'))));
  await page.keyboard.press('f');
  await expect.poll(() => page.getByRole('navigation').isVisible()).toBe(false);
  await page.keyboard.press('F1');
  await page.getByRole('dialog', { name: 'Hướng dẫn' }).getByText('Chữ to hơn').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await page.getByRole('navigation').isVisible()).toBe(false);
  await page.keyboard.press('Escape');
  await page.getByRole('navigation').waitFor();
  await page.getByRole('table', { name: /^Phụ lục II: Phương tiện/ }).waitFor();

  // on paper: black on white whatever the window's colours
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('[data-page]').first();
  expect(await sheet.evaluate((element) => [getComputedStyle(element).backgroundColor, getComputedStyle(element).color])).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  expect(await page.getByRole('table').count()).toBe(0);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.keyboard.press('0');
  await expect.poll(() => sizeOf(page)).toBeLessThan(larger);
  expect(errors).toEqual([]);
});

/** An issued letter with one table of twenty columns and seven hundred rows, and one of two columns. */
async function wideAndLong(engine: Engine): Promise<void> {
  const client = clientOf(engine);
  await client.settings.update({ office: sampleOffice });
  const numbers = Array.from({ length: 18 }, (_, at) => ({ header: `Chỉ tiêu ${at + 1}`, kind: 'number' as const, total: true }));
  const { id } = await client.outgoing.draft(
    sampleLetter({
      appendices: [
        { title: 'Số liệu các thôn', columns: [{ header: 'STT', kind: 'ordinal' }, { header: 'Thôn, tổ dân phố', kind: 'text' }, ...numbers], rows: Array.from({ length: 700 }, (_, row) => [`Thôn số ${row + 1}`, ...numbers.map((_, at) => row + at)]) },
        { title: 'Tóm tắt', columns: [{ header: 'Nội dung', kind: 'text' }, { header: 'Số lượng', kind: 'number', total: true }], rows: [['Diện tích', 1250.5], ['Chưa rõ', null]] },
      ],
    }),
  );
  await client.outgoing.issue({ id, issuedDate: '2026-11-20' });
}

test('bảng hai mươi cột, bảy trăm dòng: cuộn được hết, in đủ, giấy nằm ngang, đầu bảng ở mọi trang', async () => {
  const { page, errors } = await openWindow({ before: wideAndLong, at: '#/lanh-dao?xem=phu-luc&van-ban=1' });
  const table = page.getByRole('table', { name: 'Phụ lục I: Số liệu các thôn' });
  await table.waitFor();
  expect(await table.getAttribute('aria-rowcount')).toBe('702');
  expect(await table.locator('tbody tr').count()).toBeLessThan(120);
  expect((await table.locator('tfoot td').allTextContents()).slice(0, 4)).toEqual(['', 'Tổng cộng', '244.650', '245.350']);
  await page.keyboard.press('End');
  await table.getByRole('cell', { name: 'Thôn số 700', exact: true }).waitFor();
  await page.keyboard.press('Shift+ArrowRight');
  expect(await seriousViolations(page)).toEqual([]);

  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const sheets = page.locator('[data-page]');
  await expect.poll(() => sheets.count()).toBeGreaterThan(10);
  const texts = await sheets.allTextContents();
  expect(texts.every((text) => text.includes('STT') && /tiêu ?18/.test(text))).toBe(true);
  expect(texts.join(' ').match(/Thôn ?số ?\d+/g)).toHaveLength(700);
  expect(texts.at(-1)).toContain('244.650');
  expect(texts[1]).toMatch(/^2/);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(await printed(page)).toEqual({ pages: texts.length, widthMm: 297, heightMm: 210 });

  // the other appendix is narrow: its sheet stands upright
  await page.keyboard.press('ArrowRight');
  await page.getByRole('table', { name: 'Phụ lục II: Tóm tắt' }).waitFor();
  expect(await page.getByRole('table').locator('tfoot').textContent()).toBe('Tổng cộng1.250,5');
  expect(await printed(page)).toEqual({ pages: 1, widthMm: 210, heightMm: 297 });
  expect(errors).toEqual([]);
});

test('không có gì quá hạn, chưa có phụ lục, văn bản không có hay không mở được: nói rõ và có lối đi', async () => {
  const { page } = await openWindow({
    at: '#/lanh-dao',
    before: async (engine) => {
      await clientOf(engine).settings.update({ office: sampleOffice });
      await clientOf(engine).outgoing.draft(sampleLetter({ appendices: [] }));
    },
  });
  await page.getByRole('heading', { name: 'Không có báo cáo nào quá hạn' }).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Phụ lục', exact: true }).click();
  await page.getByRole('heading', { name: 'Chưa có văn bản nào có phụ lục' }).waitFor();
  const open = (address: string): Promise<unknown> => page.evaluate((hash) => (location.hash = hash), address);
  await open('#/lanh-dao?xem=phu-luc&van-ban=1');
  await page.getByRole('heading', { name: 'Văn bản này không có phụ lục' }).waitFor();
  await open('#/lanh-dao?xem=phu-luc&van-ban=99');
  await page.getByRole('alert').getByRole('heading', { name: 'Chưa mở được văn bản này' }).waitFor();
  await page.route('**/rpc/owed/list*', (route) => route.abort());
  await page.keyboard.press('q');
  await page.getByRole('alert').getByRole('heading', { name: 'Chưa đọc được danh sách quá hạn' }).waitFor();
  await page.unroute('**/rpc/owed/list*');
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await page.getByRole('heading', { name: 'Không có báo cáo nào quá hạn' }).waitFor();
});

test('từ văn bản đã cấp số và từ bảng tổng hợp mở thẳng bảng chữ lớn', async () => {
  const { page, engine } = await openWindow({ before: withDemonstration });
  const client = clientOf(engine);
  const dispatch = (await client.outgoing.list({ limit: 500 })).rows.find(({ code }) => code === '33/UBND-KT')?.id ?? 0;
  const appendixed = (await client.outgoing.list({ view: 'with-appendices', limit: 1 })).rows[0];
  await page.goto(`${page.url().split('#')[0] ?? ''}#/soan-thao/${appendixed?.id ?? 0}`);
  await page.getByRole('button', { name: 'Xem phụ lục chữ lớn' }).click();
  await page.getByRole('table', { name: /^Phụ lục/ }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1, name: appendixed?.code ?? '' }).waitFor();

  await page.goto(`${page.url().split('#')[0] ?? ''}#/theo-doi?van-ban=${dispatch}`);
  await page.getByRole('button', { name: 'Bảng tổng hợp…' }).click();
  await page.getByRole('dialog', { name: 'Bảng tổng hợp' }).getByRole('button', { name: 'Xem chữ lớn' }).click();
  const table = page.getByRole('table');
  await table.locator('tfoot').getByText('Tổng cộng').waitFor();
  await page.getByText(/^\(Số liệu đã nhận đến 9 giờ \d\d ngày 20 tháng 11 năm 2026/).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  expect((await printed(page)).widthMm).toBe(297);
});

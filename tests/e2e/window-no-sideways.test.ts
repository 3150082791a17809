import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Engine } from '../../electron/engine/engine.ts';
import { clientOf, withDemonstration } from '../fixtures/demonstration.ts';
import { openWindow } from '../fixtures/open-window.ts';
import { sampleLetter } from '../fixtures/sample-letters.ts';
import { sideways } from '../fixtures/sideways.ts';

const screens = [1024, 1366, 1920] as const;
const zooms = [1, 1.25, 1.5] as const;
/** What may be wider than its place and scrolls there, by key as well: a register, the matrix of who owes what, the leader's large type. */
const wide = '[role=grid], [class*=matrix], [class*=_pane_], .visually-hidden';

/** As long as each may be, in words and as one word. */
const words = (text: string, most: number): string => text.repeat(Math.ceil(most / text.length)).slice(0, most).trim();
const longest = [words('rà soát trụ sở dôi dư ', 500), 'W'.repeat(500)];

interface Lines {
  incoming: number;
  numbered: number;
  draft: number;
}

/** The demonstration office, and lines whose texts are at their limits. */
async function withLimits(engine: Engine): Promise<Lines> {
  await withDemonstration(engine);
  const client = clientOf(engine);
  const organName = words('Ban Chỉ đạo phòng chống thiên tai, tìm kiếm cứu nạn ', 300);
  await client.agencies.save({ name: organName, kind: 'committee' });
  let incoming = 0;
  let draft = 0;
  for (const subject of longest) {
    const signer = { fullName: words('Nguyễn Hoàng Phương Thảo ', 100), position: words('Phó Chánh Văn phòng ', 200) };
    incoming = (await client.incoming.register({ organName, code: `123456789/${'X'.repeat(40)}`, issuedDate: '2026-11-18', typeName: 'Công văn', subject, toPlaces: words('Phòng Tổng hợp, ', 900), dueDate: '2026-11-19', priority: 3, signer, note: words('ghi chú ', 2000) })).id;
    draft = (await client.outgoing.draft(sampleLetter({ subject, obligations: [] }))).id;
  }
  for (const name of ['a', 'b', 'c']) await client.saved.put({ kind: 'incoming-view', name: `Cách xem có tên rất dài số ${name} để thử bề ngang`, content: { view: null, text: name } });
  const numbered = (await client.outgoing.list({ view: 'with-appendices', limit: 1 })).rows[0]?.id ?? 0;
  return { incoming, numbered, draft };
}

/** Every screen, by its route; one may be seen in several states. */
const states: Record<string, (lines: Lines) => string[]> = {
  'ban-lam-viec': () => [''],
  'van-ban-di': ({ numbered }) => ['', `?id=${numbered}`],
  'van-ban-den': ({ incoming }) => ['', `?id=${incoming}`],
  'van-ban-di/vao-so': () => ['', '?giu-so=1'],
  'van-ban-den/moi': () => [''],
  'van-ban-den/:id/sua': () => [''],
  'soan-thao': () => [''],
  'soan-thao/:id': () => [''],
  'theo-doi': () => ['', '?xem=qua-han', '?xem=lich', '?xem=tien-do'],
  'lanh-dao': ({ numbered }) => ['', `?van-ban=${numbered}`],
  'danh-ba': () => ['', '?id=1', '?id=moi', '?phan=nhom', '?phan=nhom&id=1', '?phan=lich'],
  'so-in-an': () => [''],
  'nhap-so-cu': () => [''],
  'sao-luu': () => [''],
  'cai-dat': () => [''],
};

/** The addresses of a route: `:id` stands for a draft, an issued letter and a new one at the desk, for a line in the book. */
function addressesOf(route: string, lines: Lines): string[] {
  const ids = route.startsWith('soan-thao') ? [lines.draft, lines.numbered, 'moi'] : [lines.incoming];
  const paths = route.includes(':id') ? ids.map((id) => route.replace(':id', String(id))) : [route];
  return paths.flatMap((path) => (states[route]?.(lines) ?? []).map((state) => `#/${path}${state}`));
}

async function faultsAt(page: Page, sizes: readonly (readonly [number, number])[]): Promise<string[]> {
  const faults: string[] = [];
  for (const [width, zoom] of sizes) {
    await page.setViewportSize({ width: Math.floor(width / zoom), height: Math.floor(768 / zoom) });
    // what follows the size is drawn in the frames after it
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve)))));
    for (const fault of await sideways(page, wide)) faults.push(`${width} px, ${zoom * 100} %: ${fault}`);
  }
  return faults;
}

const allSizes = screens.flatMap((width) => zooms.map((zoom) => [width, zoom] as const));

test('mọi màn hình có tên ở đây', () => {
  const source = readFileSync(join(import.meta.dirname, '../../renderer/app/routes.tsx'), 'utf8');
  const routes = [...source.matchAll(/screen\('([^']+)'/g)].map(([, path]) => path);
  expect(routes.length).toBeGreaterThan(10);
  expect(Object.keys(states).toSorted()).toEqual(routes.toSorted());
});

test('không màn hình nào cuộn ngang hay cắt mất nút, đầu cột, tiêu đề: 1024, 1366, 1920 px, 100–150 %, chữ dài hết mức', async () => {
  let lines: Lines = { incoming: 0, numbered: 0, draft: 0 };
  const { page, errors } = await openWindow({ before: async (engine) => void (lines = await withLimits(engine)) });
  for (const route of Object.keys(states)) {
    for (const at of addressesOf(route, lines)) {
      await page.setViewportSize({ width: 1366, height: 768 });
      await page.evaluate((hash) => void (location.hash = hash), at);
      // loaded anew: nothing is left of the screen before
      await page.reload({ waitUntil: 'networkidle' });
      await page.locator('main, [class*=_room_]').first().waitFor();
      expect(await faultsAt(page, allSizes), at).toEqual([]);
    }
  }
  expect(errors).toEqual([]);
});

test('ở 1024 px sổ đến, sổ đi, danh bạ hiện trọn các cột đang có, không cuộn ngang, đầu cột không bị cắt', async () => {
  const { page } = await openWindow({ before: withDemonstration, width: 1024 });
  for (const [at, name] of [['#/van-ban-den', 'Văn bản đến'], ['#/van-ban-di', 'Văn bản đi'], ['#/danh-ba', 'Cơ quan'], ['#/danh-ba?id=1', 'Cơ quan']] as const) {
    await page.evaluate((hash) => void (location.hash = hash), at);
    const grid = page.getByRole('grid', { name });
    await grid.getByRole('row').nth(2).waitFor();
    expect(await grid.evaluate((element) => element.scrollWidth - element.clientWidth), at).toBeLessThanOrEqual(0);
    const cut = await grid.getByRole('columnheader').evaluateAll((heads) => heads.flatMap((head) => [head, ...head.querySelectorAll<HTMLElement>('*')].filter((part) => part.clientWidth > 0 && getComputedStyle(part).overflowX !== 'visible' && part.scrollWidth - part.clientWidth > 1).map((part) => part.textContent)));
    expect(cut, at).toEqual([]);
  }
});

interface Opened {
  name: string;
  at: (lines: Lines) => string;
  open: (page: Page) => Promise<void>;
}

const press = (...keys: string[]) => async (page: Page): Promise<void> => {
  await page.getByRole('grid').first().focus();
  for (const key of keys) await page.keyboard.press(key);
};
const button = (...names: (string | RegExp)[]) => async (page: Page): Promise<void> => {
  for (const name of names) await page.getByRole('button', { name }).or(page.getByRole('menuitem', { name })).first().click();
};
const chosen = (name: string | RegExp) => async (page: Page): Promise<void> => {
  await press('Control+a')(page);
  await page.getByRole('group', { name: 'Các dòng đã chọn' }).getByRole('button', { name }).click();
};
const incoming = ({ incoming: id }: Lines): string => `#/van-ban-den?id=${id}`;
const numbered = ({ numbered: id }: Lines): string => `#/van-ban-di?id=${id}`;

const dialogs: Opened[] = [
  { name: 'bảng phím', at: () => '#/van-ban-den', open: press('F1') },
  { name: 'Ctrl+K', at: () => '#/van-ban-den', open: press('Control+k') },
  { name: 'lập sổ của cơ quan', at: () => '#/van-ban-den', open: button('Lập sổ của cơ quan…') },
  { name: 'chuyển nhiều văn bản', at: () => '#/van-ban-den', open: chosen(/^Chuyển/) },
  { name: 'đặt hạn', at: () => '#/van-ban-den', open: chosen('Đặt hạn…') },
  { name: 'độ khẩn, loại', at: () => '#/van-ban-den', open: chosen('Độ khẩn, loại…') },
  { name: 'giữ cách xem', at: () => '#/van-ban-den?text=so', open: button('Giữ cách xem…') },
  { name: 'hủy số đến', at: incoming, open: button('Việc khác', 'Hủy số đến…') },
  { name: 'văn bản trả lời', at: incoming, open: button('Việc khác', 'Văn bản trả lời…') },
  { name: 'đã gửi', at: () => '#/van-ban-di?view=numbered', open: chosen('Đã gửi…') },
  { name: 'thay thế', at: () => '#/van-ban-di?view=numbered', open: chosen('Thay thế…') },
  { name: 'phong bì', at: numbered, open: button(/^Phong bì/) },
  { name: 'cấp số', at: ({ draft }) => `#/soan-thao/${draft}`, open: async (page) => page.keyboard.press('F9') },
  { name: 'mẫu nhập', at: () => '#/van-ban-den/moi', open: async (page) => page.keyboard.press('Control+m') },
  { name: 'bề rộng cột của sổ in', at: () => '#/so-in-an', open: button(/Bề rộng cột/) },
];

test('không hộp thoại nào rộng hơn cửa sổ hay cắt mất nút, chữ dài hết mức', async () => {
  let lines: Lines = { incoming: 0, numbered: 0, draft: 0 };
  const { page } = await openWindow({ before: async (engine) => void (lines = await withLimits(engine)) });
  for (const { name, at, open } of dialogs) {
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.evaluate((hash) => void (location.hash = hash), at(lines));
    await page.reload({ waitUntil: 'networkidle' });
    await page.locator('main').waitFor();
    await open(page);
    const dialog = page.getByRole('dialog').last();
    await dialog.waitFor();
    await page.waitForLoadState('networkidle');
    expect(await faultsAt(page, allSizes.filter(([width]) => width !== 1920)), name).toEqual([]);
    // what ends it is in sight, or is reached by scrolling the dialog
    const below = await dialog.evaluate((element) => element.getBoundingClientRect().bottom - innerHeight);
    expect(below, name).toBeLessThanOrEqual(0);
  }
});

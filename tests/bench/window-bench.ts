import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { serveOnLoopback } from '../../electron/shell/http-server.ts';
import { builtWindow } from '../../electron/shell/locations.ts';
import { chromiumLaunch } from '../fixtures/chromium.ts';
import { clientOf } from '../fixtures/demonstration.ts';
import { fillOwed } from '../fixtures/fill-owed.ts';
import { fillRegister } from '../fixtures/fill-register.ts';
import { sampleOffice } from '../fixtures/sample-letters.ts';
import { testEngine } from '../fixtures/test-engine.ts';

/** What was measured in the window, ms; rows for the last. */
export interface WindowMeasures {
  /** From the address being opened to the first lines on screen. */
  firstRows: number[];
  /** From a key to the lines it finds being painted. */
  keystrokes: number[];
  /** Time between two frames while scrolling. */
  frames: number[];
  /** Rows drawn empty in any frame of the scrolling. */
  blankRows: number;
  /** Frames in which part of the lines' place showed nothing at all. */
  gaps: number;
  /** From the scrollbar let go somewhere to its lines being there. */
  jumps: number[];
}

const searches = ['duong giao thong', 'Đường giao thông', 'giải ngân', 'ubnd xa duong', '2953', 'le thi duong', 'xyz khong co'];

/** The list of incoming dispatches in Chromium over a register of so many lines. */
export async function measureWindow(lines: number, window = builtWindow): Promise<WindowMeasures> {
  return withWindow(
    (folder) => void fillRegister(folder, { incoming: lines, outgoing: Math.floor(lines / 5), years: Math.max(1, Math.floor(lines / 20_000)) }),
    window,
    async (context, address) => {
      const { page, opened: firstRows } = await measureOpening(context, `${address}#/van-ban-den`, '[role=row][aria-rowindex="2"]');
      const keystrokes = await measureTyping(page);
      const scrolled = await measureScrolling(page, { head: 60, down: 360, turns: 250 });
      return { firstRows, keystrokes, ...scrolled, jumps: await measureJumps(page) };
    },
  );
}

/** What was measured on the board of who owes what, ms. */
export interface BoardMeasures {
  /** From the address being opened to the first cells on screen. */
  opened: number[];
  down: number[];
  across: number[];
  /** Frames in which part of the rows' place showed nothing at all. */
  gaps: number;
}

/** The board of so many dispatches × agencies, each owed daily for a month, in Chromium. */
export async function measureBoard(size: { dispatches: number; agencies: number; days: number }, window = builtWindow): Promise<BoardMeasures> {
  return withWindow(
    (folder) => fillOwed(folder, size),
    window,
    async (context, address) => {
      const { page, opened } = await measureOpening(context, `${address}#/theo-doi`, '[role=gridcell][aria-label]');
      const down = await measureScrolling(page, { head: 74, down: 120, turns: 120, there: 30 });
      await page.evaluate(() => document.querySelector('[role=grid]')?.scrollTo(0, 0));
      const across = await measureScrolling(page, { head: 74, right: 200, turns: 120, there: 60 });
      return { opened, down: down.frames, across: across.frames, gaps: down.gaps + across.gaps };
    },
  );
}

/** A Chromium beside a window over a folder that `fill` has filled; the one-time key has been used. */
async function withWindow<Answer>(fill: (folder: string) => void, window: URL, work: (context: BrowserContext, address: string) => Promise<Answer>): Promise<Answer> {
  const folder = mkdtempSync(join(tmpdir(), 'so-cong-van-cua-so-'));
  const first = testEngine(folder);
  await clientOf(first).settings.update({ office: sampleOffice });
  await first.close();
  fill(folder);
  const engine = testEngine(folder);
  const shell = await serveOnLoopback(engine, window);
  const browser = await chromium.launch(chromiumLaunch);
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
    await (await context.newPage()).goto(shell.address());
    return await work(context, `http://127.0.0.1:${shell.port}/`);
  } finally {
    await browser.close();
    await shell.close();
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens an address five times, each in a window of its own; answers the last of them, and how long each took to show something, ms. */
async function measureOpening(context: BrowserContext, address: string, shown: string): Promise<{ page: Page; opened: number[] }> {
  const opened: number[] = [];
  let page = await context.newPage();
  for (let turn = 0; turn < 5; turn += 1) {
    await page.close();
    page = await context.newPage();
    const begun = performance.now();
    await page.goto(address, { waitUntil: 'commit' });
    await page.locator(shown).first().waitFor();
    opened.push(performance.now() - begun);
  }
  return { page, opened };
}

/** Types the searches letter by letter; a key is answered in the frame after the one whose list is of the text typed so far. */
async function measureTyping(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const typed: number[] = [];
    (globalThis as { typed?: number[] }).typed = typed;
    const box = document.querySelector<HTMLInputElement>('header input');
    box?.addEventListener('input', () => {
      const begun = performance.now();
      const wanted = box.value.trim();
      const look = (): void => {
        if (box.value.trim() !== wanted) return;
        const grid = document.querySelector('[role=grid]');
        if (grid?.getAttribute('data-text') !== wanted) requestAnimationFrame(look);
        // the frame that shows it has been made when the next one begins
        else requestAnimationFrame(() => typed.push(performance.now() - begun));
      };
      requestAnimationFrame(look);
    });
  });
  for (const text of searches) {
    await page.keyboard.press('Control+f');
    await page.keyboard.type(text, { delay: 140 });
    await page.waitForTimeout(300);
    await page.keyboard.press('Escape');
    await page.waitForTimeout(300);
  }
  return page.evaluate(() => (globalThis as { typed?: number[] }).typed ?? []);
}

/** How a grid is scrolled: what one turn of the wheel moves, px, how high its head is, how many turns one way before it goes back. */
interface Scrolling {
  head: number;
  right?: number;
  down?: number;
  turns: number;
  there?: number;
}

/** Turns the wheel through a grid, and looks at every frame. */
async function measureScrolling(page: Page, { head, right = 0, down = 0, turns, there = turns }: Scrolling): Promise<Pick<WindowMeasures, 'frames' | 'blankRows' | 'gaps'>> {
  await page.evaluate(({ headHeight, across }) => {
    const seen = { frames: [] as number[], blankRows: 0, gaps: 0, stop: false };
    (globalThis as { seen?: typeof seen }).seen = seen;
    let last = performance.now();
    const look = (): void => {
      const now = performance.now();
      seen.frames.push(now - last);
      last = now;
      const grid = document.querySelector('[role=grid]');
      const place = grid?.getBoundingClientRect();
      const cells = [...(grid?.querySelectorAll('[role=row][aria-rowindex="2"] [role=gridcell]') ?? [])].map((cell) => cell.getBoundingClientRect());
      if (place && across && cells.length > 0 && (Math.min(...cells.map(({ left }) => left)) > place.left + 321 || Math.max(...cells.map(({ right }) => right)) < place.right - 20)) seen.gaps += 1;
      const rows = [...(grid?.querySelectorAll('[role=row][aria-rowindex]') ?? [])].slice(1).map((row) => row.getBoundingClientRect());
      seen.blankRows += grid?.querySelectorAll('[data-waiting]').length ?? 0;
      if (place && (Math.min(...rows.map(({ top }) => top)) > place.top + headHeight + 1 || Math.max(...rows.map(({ bottom }) => bottom)) < place.bottom - 1)) seen.gaps += 1;
      if (!seen.stop) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, { headHeight: head, across: right > 0 });
  await page.mouse.move(600, 450);
  for (let turn = 0; turn < turns; turn += 1) {
    const sign = Math.floor(turn / there) % 2 === 0 ? 1 : -1;
    await page.mouse.wheel(sign * right, sign * down);
    await page.waitForTimeout(12);
  }
  await page.waitForTimeout(200);
  const seen = await page.evaluate(() => {
    const { seen: kept } = globalThis as unknown as { seen: { frames: number[]; blankRows: number; gaps: number; stop: boolean } };
    kept.stop = true;
    return kept;
  });
  return { frames: seen.frames.slice(2), blankRows: seen.blankRows, gaps: seen.gaps };
}

/** Puts the scrollbar somewhere else, and waits for the lines of that place. */
async function measureJumps(page: Page): Promise<number[]> {
  const jumps: number[] = [];
  for (const share of [0.9, 0.1, 0.5, 0.73, 0.31, 1, 0]) {
    jumps.push(
      await page.evaluate(
        (to) =>
          new Promise<number>((resolve) => {
            const grid = document.querySelector('[role=grid]');
            if (!grid) return;
            const before = grid.querySelector('[role=row][aria-rowindex]:not([aria-rowindex="1"])')?.getAttribute('aria-rowindex');
            const begun = performance.now();
            grid.scrollTop = to * (grid.scrollHeight - grid.clientHeight);
            const look = (): void => {
              const now = grid.querySelector('[role=row][aria-rowindex]:not([aria-rowindex="1"])')?.getAttribute('aria-rowindex');
              if (now === before || grid.querySelector('[data-waiting]')) requestAnimationFrame(look);
              else requestAnimationFrame(() => resolve(performance.now() - begun));
            };
            requestAnimationFrame(look);
          }),
        share,
      ),
    );
    await page.waitForTimeout(150);
  }
  return jumps;
}

const quantile = (values: readonly number[], share: number): number => [...values].sort((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
const said = (name: string, values: readonly number[]): string => `  ${name.padEnd(44)} median ${quantile(values, 0.5).toFixed(0).padStart(5)} ms   p95 ${quantile(values, 0.95).toFixed(0).padStart(5)} ms   most ${Math.max(...values).toFixed(0).padStart(5)} ms   ${values.length} times\n`;

/** Prints what was measured in the window at 100,000 incoming lines, and on the board of 200 dispatches × 150 agencies. */
export async function windowBench(lines = 100_000): Promise<void> {
  const { firstRows, keystrokes, frames, blankRows, gaps, jumps } = await measureWindow(lines);
  process.stdout.write(`\nThe window at ${lines.toLocaleString('en')} incoming lines (Chromium)\n`);
  process.stdout.write(said('address opened → first lines', firstRows) + said('key → painted result', keystrokes) + said('between two frames while scrolling', frames) + said('scrollbar let go → lines', jumps));
  process.stdout.write(`  rows drawn empty while scrolling: ${blankRows}; frames with a gap: ${gaps}\n`);
  const board = await measureBoard({ dispatches: 200, agencies: 150, days: 30 });
  process.stdout.write(`\nThe board of 200 dispatches × 150 agencies × 30 days (Chromium)\n`);
  process.stdout.write(said('address opened → first cells', board.opened) + said('between two frames while scrolling down', board.down) + said('between two frames while scrolling across', board.across));
  process.stdout.write(`  frames with a gap: ${board.gaps}\n`);
}

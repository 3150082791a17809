import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { serveOnLoopback } from '../../electron/shell/http-server.ts';
import { builtWindow } from '../../electron/shell/locations.ts';
import { chromiumLaunch } from '../fixtures/chromium.ts';
import { clientOf } from '../fixtures/demonstration.ts';
import { fillRegister } from '../fixtures/fill-register.ts';
import { sampleOffice } from '../fixtures/sample-letters.ts';
import { testEngine } from '../fixtures/test-engine.ts';
const plain = process.argv[2] === 'plain';
const folder = mkdtempSync(join(tmpdir(), 'prof-'));
const first = testEngine(folder);
await clientOf(first).settings.update({ office: sampleOffice });
await first.close();
fillRegister(folder, { incoming: 100_000, outgoing: 20000, years: 5 });
const engine = testEngine(folder);
const shell = await serveOnLoopback(engine, plain ? pathToFileURL('/tmp/me/dist-plain/') : builtWindow);
const browser = await chromium.launch(chromiumLaunch);
const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
const p0 = await context.newPage();
await p0.goto(shell.address());
await p0.close();

for (let i = 0; i < 5; i++) {
  const page = await context.newPage();
  if (i === 4) await browser.startTracing(page, { categories: ['devtools.timeline', 'v8', 'blink.user_timing', 'disabled-by-default-v8.compile', 'toplevel'] });
  await page.goto(`http://127.0.0.1:${shell.port}/#/van-ban-den`, { waitUntil: 'commit' });
  await page.locator('[role=row][aria-rowindex="2"]').first().waitFor();
  if (i === 4) {
    const events = JSON.parse((await browser.stopTracing()).toString()).traceEvents as any[];
    const main = events.find((e) => e.name === 'EvaluateScript' || e.name === 'v8.evaluateModule');
    const here = events.filter((e) => e.pid === main.pid && e.tid === main.tid && e.ph === 'X');
    const t0 = Math.min(...here.filter((e) => e.name === 'ParseHTML').map((e) => e.ts));
    for (const e of here.filter((e) => e.dur > 8000 && e.ts >= t0).sort((x, y) => x.ts - y.ts)) console.log(((e.ts - t0) / 1000).toFixed(0).padStart(6), (e.dur / 1000).toFixed(0).padStart(5), e.name, JSON.stringify(e.args?.data ?? e.args ?? '').slice(0, 150));
  }
  await page.close();
}
await browser.close(); await shell.close(); await engine.close(); rmSync(folder, { recursive: true, force: true });

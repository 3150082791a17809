import { ensureBuilt } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { runHere } from './open-program.mjs';
import { Stop } from './run.mjs';

/** `npm run bench`: what it measures in the window wants the window built and a Chromium, as `npm test` does. */
export async function runBench(parts) {
  if (parts.length === 0 || parts.includes('window')) {
    await ensureBuilt('renderer');
    const { path, missing } = await ensureChromium();
    if (missing) throw new Stop(missing);
    process.env.CHROMIUM_PATH = path;
  }
  await runHere('tests/bench/run.ts', parts);
}

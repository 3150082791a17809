import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { inRoot, projectNode, toolScript } from './project.mjs';
import { run, say, Stop } from './run.mjs';

const reports = inRoot('node_modules', '.cache', 'so-cong-van');

/**
 * `npm test`: every check in turn, none skipped because an earlier one failed; false when anything failed. What this
 * machine lacks the means for (a browser, real letters beside the project) is skipped, counted and said.
 */
export async function runTests(args) {
  const chromium = await ensureChromium();
  const steps = [
    ['kiểu', () => tool('typescript', 'tsc', ['--noEmit'])],
    ['kiểu của shared (không DOM, không Node)', () => tool('typescript', 'tsc', ['--noEmit', '-p', 'shared/tsconfig.json'])],
    ['lint', () => tool('eslint', 'eslint', ['.'])],
    ['tầng', () => layers()],
    ['dựng giao diện', () => built('renderer')],
    ['dựng phần Electron', () => built('electron')],
    ['phép thử', () => vitest('test', chromium, args)],
  ];
  return summarise(await inTurn(steps), chromium);
}

/** `npm run test:long`: only the files `*.long.test.ts`. */
export async function runLongTests(args) {
  const chromium = await ensureChromium();
  const steps = [
    ['dựng giao diện', () => built('renderer')],
    ['phép thử dài', () => vitest('long', chromium, args)],
  ];
  return summarise(await inTurn(steps), chromium);
}

async function inTurn(steps) {
  const results = [];
  for (const [name, step] of steps) {
    say(`\n── ${name}`);
    const started = Date.now();
    const result = await step();
    results.push({ name, ...result, seconds: (Date.now() - started) / 1000 });
    if (result.interrupted) throw new Stop('Đã dừng giữa chừng.', 130);
  }
  return results;
}

/** Only what hangs is ended, ms: on a machine that does other work too a step takes many times as long. */
const hangsAfter = 6 * 3_600_000;

const counted = (ok, note = '') => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, note });

async function tool(packageName, command, args) {
  const { code, interrupted } = await run(projectNode, [toolScript(packageName, command), ...args], { timeout: hangsAfter });
  return { ...counted(code === 0), interrupted };
}

async function built(name) {
  try {
    await ensureBuilt(name);
    return counted(true);
  } catch (error) {
    return counted(false, error.message);
  }
}

/** The layers check passes only when it has really read the project: a cruise of nothing finds no violation either. */
async function layers() {
  const { code } = await run(projectNode, [inRoot('tests', 'architecture', 'check-layers.ts')], { timeout: hangsAfter });
  return counted(code === 0);
}


async function vitest(mode, chromium, args) {
  mkdirSync(reports, { recursive: true });
  const report = join(reports, `vitest-${mode}.json`);
  rmSync(report, { force: true });
  const env = { ...process.env, CHROMIUM_PATH: chromium.path ?? '', SO_CONG_VAN_NO_CHROMIUM: chromium.path ? '' : '1' };
  const flags = ['run', '--mode', mode, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args];
  const { code, timedOut, interrupted } = await run(projectNode, [toolScript('vitest'), ...flags], { env, timeout: hangsAfter });
  return { ...readReport(report, code, timedOut), interrupted };
}

function readReport(report, code, timedOut) {
  let counts;
  try {
    counts = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return counted(false, timedOut ? 'quá thời hạn' : 'Vitest không để lại kết quả');
  }
  const { numPassedTests: passed, numFailedTests: failedTests, numPendingTests: skipped, testResults } = counts;
  // a file that cannot be loaded fails without a single test in it
  const brokenFiles = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')).length;
  const failed = failedTests + brokenFiles;
  if (passed + failed === 0) return counted(false, 'không có phép thử nào chạy');
  // a test that passed and yet left failures behind failed on its first try
  const secondTries = testResults.flatMap((file) => file.assertionResults.filter((test) => test.status === 'passed' && test.failureMessages?.length > 0).map((test) => test.fullName));
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, skipped, secondTries, note: timedOut ? 'quá thời hạn' : '' };
}

const sentenceOf = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;

function summarise(results, chromium) {
  say('');
  for (const { name, passed, failed, skipped, note, seconds } of results) {
    process.stdout.write(`${failed ? '✗' : '✓'} ${name}: ${sentenceOf({ passed, failed, skipped })} (${seconds.toFixed(0)} s)${note ? `: ${note}` : ''}\n`);
  }
  for (const name of results.flatMap(({ secondTries = [] }) => secondTries)) process.stdout.write(`! chạy lại mới qua: ${name}\n`);
  if (chromium.missing) process.stdout.write(`○ phép thử trên trình duyệt: bỏ qua. ${chromium.missing}\n`);
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  process.stdout.write(`${sentenceOf({ passed: total('passed'), failed: total('failed'), skipped: total('skipped') })}\n`);
  return total('failed') === 0;
}

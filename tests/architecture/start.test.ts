import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

function start(folder: string, words: string[], env: Record<string, string> = {}, input = ''): Ran {
  const { PATH = '', HOME = '' } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'electron/start.mjs'), ...words], { cwd: folder, env: { PATH, HOME, ...env }, input, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** A project with nothing installed: the start files, a lock and an npm whose every call is a line of `npm.log`. */
function bareProject(npm: string): { folder: string; env: Record<string, string>; calls: () => string[] } {
  const folder = temporaryFolder();
  cpSync(join(root, 'electron/start.mjs'), join(folder, 'electron/start.mjs'));
  cpSync(join(root, 'electron/start'), join(folder, 'electron/start'), { recursive: true });
  write(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  write(join(folder, 'package-lock.json'), JSON.stringify({ packages: { 'node_modules/zod': { version: '4.0.0' }, 'node_modules/other-platform': { version: '1.0.0', optional: true } } }));
  const script = join(folder, 'npm', 'npm-cli.js');
  write(script, `import { appendFileSync, mkdirSync, writeFileSync, symlinkSync, rmSync } from 'node:fs';\nappendFileSync('npm.log', process.argv.slice(2).join(' ') + '\\n');\nconsole.log('npm talks');\n${npm}`);
  const log = join(folder, 'npm.log');
  return { folder, env: { npm_execpath: script, npm_node_execpath: process.execPath }, calls: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []) };
}

const installs = `
rmSync('node_modules', { recursive: true, force: true });
mkdirSync('node_modules/node/bin', { recursive: true });
mkdirSync('node_modules/zod', { recursive: true });
writeFileSync('node_modules/zod/package.json', '{}');
symlinkSync(${JSON.stringify(process.execPath)}, 'node_modules/node/bin/node');
writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/zod': { version: '4.0.0' } } }));`;

const echo = `import { readFileSync } from 'node:fs';\nconsole.log(JSON.stringify({ words: process.argv.slice(2), input: readFileSync(0, 'utf8') }));\nprocess.exitCode = 7;\n`;

describe.skipIf(process.platform === 'win32')('a start after a clone', () => {
  test('installs once, keeps npm off standard output, and passes words, input and exit code through', () => {
    const { folder, env, calls } = bareProject(installs);
    write(join(folder, 'electron/cli.ts'), echo);
    const words = ['outgoing.get', '{"id": "a b"}', '--out', 'thư mục/tệp "1".docx', '', '*'];
    const first = start(folder, ['cli', ...words], env, 'vào');
    expect({ ...first, stdout: JSON.parse(first.stdout) as unknown }).toMatchObject({ code: 7, stdout: { words, input: 'vào' } });
    expect(first.stderr).not.toContain('npm talks');
    expect(first.stderr).toMatch(/ 1 \/ 1 gói\n$/);
    expect(readFileSync(join(folder, '.npm-install.log'), 'utf8')).toContain('npm talks');
    const second = start(folder, ['cli', ...words], env, 'vào');
    expect({ ...second, stdout: JSON.parse(second.stdout) as unknown }).toEqual({ code: 7, stdout: { words, input: 'vào' }, stderr: '' });
    expect(calls()).toEqual(['ci --ignore-scripts --include=dev --no-audit --no-fund']);
  });

  test('installs again when the lock names other versions, not when only its date is newer', () => {
    const { folder, env, calls } = bareProject(installs);
    write(join(folder, 'electron/cli.ts'), echo);
    start(folder, ['cli'], env);
    const later = new Date(Date.now() + 60_000);
    utimesSync(join(folder, 'package-lock.json'), later, later);
    start(folder, ['cli'], env);
    expect(calls()).toHaveLength(1);
    write(join(folder, 'package-lock.json'), JSON.stringify({ packages: { 'node_modules/zod': { version: '4.0.1' } } }));
    utimesSync(join(folder, 'package-lock.json'), later, later);
    start(folder, ['cli'], env);
    expect(calls()).toHaveLength(2);
  });

  test('started twice at once, installs once', async () => {
    const { folder, env, calls } = bareProject(`await new Promise((resolve) => setTimeout(resolve, 700));${installs}`);
    write(join(folder, 'electron/cli.ts'), 'process.exitCode = 7;');
    const one = (): Promise<number | null> => new Promise((resolve) => spawn(process.execPath, ['electron/start.mjs', 'cli'], { cwd: folder, env: { ...process.env, ...env }, stdio: 'ignore' }).once('exit', resolve));
    expect(await Promise.all([one(), one(), one()])).toEqual([7, 7, 7]);
    expect(calls()).toHaveLength(1);
  });

  test('says in one sentence that the packages cannot be installed', () => {
    const { folder, env, calls } = bareProject('process.exitCode = 1;');
    const { code, stdout, stderr } = start(folder, [], env);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    const [, log = ''] = /^Không cài được các thư viện .*kho npm.*: (.*)$/.exec(stderr.trim().split('\n').at(-1) ?? '') ?? [];
    expect(readFileSync(log, 'utf8')).toBe('> npm ci --ignore-scripts --include=dev --no-audit --no-fund\nnpm talks\n> npm install --ignore-scripts --include=dev --no-audit --no-fund\nnpm talks\n');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(calls().map((call) => call.split(' ')[0])).toEqual(['ci', 'install']);
  });

  test('says what to do when Node 24 did not come with the packages', () => {
    const { folder, env, calls } = bareProject(`mkdirSync('node_modules', { recursive: true }); writeFileSync('node_modules/.package-lock.json', '{"packages":{"node_modules/zod":{"version":"4.0.0"}}}');`);
    const { code, stderr } = start(folder, ['cli'], env);
    expect(code).toBe(1);
    expect(stderr).toContain('npm rebuild node');
    expect(calls()).toEqual(['ci --ignore-scripts --include=dev --no-audit --no-fund', 'rebuild node --ignore-scripts=false']);
  });

  test('says that the folder cannot be written into', () => {
    const { folder, env } = bareProject(installs);
    // refused to everybody, root included
    mkdirSync(join(folder, '.npm-install.log'));
    const { code, stderr } = start(folder, ['cli'], env);
    expect(code).toBe(1);
    expect(stderr.trim().split('\n').at(-1)).toMatch(/^Không ghi được vào thư mục của chương trình, .*EISDIR.*quyền ghi/);
  });

  test('needs the install script of no package but the one that brings Node', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, { hasInstallScript?: boolean }> };
    const scripted = Object.keys(packages).filter((path) => packages[path]?.hasInstallScript);
    expect(scripted).toEqual([
      // a `binding.gyp`, which npm counts as a script: what it would compile comes ready made in the package
      'node_modules/better-sqlite3',
      // picks a 7-Zip for Squirrel installers, which are not made here
      'node_modules/electron-winstaller',
      'node_modules/node',
    ]);
    const { allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { allowScripts: Record<string, boolean> };
    expect(allowScripts).toEqual(Object.fromEntries(scripted.map((path) => [path.replace('node_modules/', ''), path === 'node_modules/node'])));
  });
});

describe('the words of a command', () => {
  test('that is not one are refused with those that are', () => {
    const { code, stderr } = start(root, ['khoi-dong']);
    expect(code).toBe(2);
    expect(stderr).toBe('Không có lệnh "khoi-dong". Các lệnh: start, cli, bench, test, test-long, build, package.\n');
  });
});

/** A project whose tools are puppets: each only ends with a code, vitest also leaves the report it is given. */
function puppetProject(codes: { tsc?: number; vitest?: number }, report: object | null): { folder: string; env: Record<string, string> } {
  const { folder, env } = bareProject('');
  const tool = (name: string, bin: string, script: string): void => {
    write(join(folder, 'node_modules', name, 'package.json'), JSON.stringify({ type: 'module', bin: { [bin]: 'run.js' } }));
    write(join(folder, 'node_modules', name, 'run.js'), script);
  };
  mkdirSync(join(folder, 'node_modules/node/bin'), { recursive: true });
  symlinkSync(process.execPath, join(folder, 'node_modules/node/bin/node'));
  write(join(folder, 'node_modules/.package-lock.json'), readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  tool('typescript', 'tsc', `process.exitCode = ${codes.tsc ?? 0};`);
  tool('eslint', 'eslint', '');
  tool('vite', 'vite', `import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';\nfor (const made of ['renderer/index.html', 'electron/main.js', 'electron/preload.cjs']) { mkdirSync('dist/' + made.split('/')[0], { recursive: true }); writeFileSync('dist/' + made, ''); }\nappendFileSync('vite.log', process.argv.at(process.argv.indexOf('--config') + 1).split('/').at(-1) + '\\n');`);
  tool(
    'vitest',
    'vitest',
    `import { writeFileSync } from 'node:fs';\nconst out = process.argv.find((word) => word.startsWith('--outputFile.json=')).split('=')[1];\n${report ? `writeFileSync(out, ${JSON.stringify(JSON.stringify(report))});` : ''}\nprocess.exitCode = ${codes.vitest ?? 0};`,
  );
  write(join(folder, 'tests/architecture/check-layers.ts'), '');
  const chromium = join(folder, 'chromium');
  write(chromium, '');
  chmodSync(chromium, 0o755);
  return { folder, env: { ...env, CHROMIUM_PATH: chromium } };
}

const file = (status: string, ...tests: string[]): object => ({ status, assertionResults: tests.map((one) => ({ status: one })) });
const report = (passed: number, failed: number, ...testResults: object[]): object => ({ numPassedTests: passed, numFailedTests: failed, numPendingTests: 0, testResults });

describe.skipIf(process.platform === 'win32')('npm test', () => {
  test.each([
    ['everything passed', {}, report(40, 0, file('passed', 'passed')), 0, '46 passed, 0 failed'],
    ['a test failed', { vitest: 1 }, report(39, 1, file('failed', 'failed')), 1, '45 passed, 1 failed'],
    ['a type is wrong', { tsc: 2 }, report(40, 0, file('passed', 'passed')), 1, '44 passed, 2 failed'],
    ['no test ran', {}, report(0, 0), 1, '6 passed, 1 failed'],
    ['a test file could not be loaded', { vitest: 1 }, report(40, 0, file('failed')), 1, '46 passed, 1 failed'],
    ['vitest fell over after its tests', { vitest: 1 }, report(40, 0, file('passed', 'passed')), 1, '46 passed, 1 failed'],
    ['vitest left no report', { vitest: 1 }, null, 1, '6 passed, 1 failed'],
  ])('counts when %s', (_, codes, left, code, line) => {
    const { folder, env } = puppetProject(codes, left);
    const ran = start(folder, ['test'], env);
    expect(ran.stdout.trim().split('\n').at(-1), ran.stderr).toBe(line);
    expect(ran.code).toBe(code);
  });

  test('names the tests that passed only on a second try, and only those', () => {
    const passed = (fullName: string, ...failureMessages: string[]): object => ({ status: 'passed', fullName, failureMessages });
    const { folder, env } = puppetProject({}, report(40, 0, { status: 'passed', assertionResults: [passed('gõ gì cũng được lưu', 'AssertionError: …'), passed('in một tờ')] }));
    const ran = start(folder, ['test'], env);
    const lines = ran.stdout.trim().split('\n');
    expect(lines.filter((line) => line.includes('chạy lại mới qua'))).toEqual(['! chạy lại mới qua: gõ gì cũng được lưu']);
    expect({ code: ran.code, last: lines.at(-1) }, ran.stderr).toEqual({ code: 0, last: '46 passed, 0 failed' });
  });

  test('without a Chromium counts the tests of the window as skipped, and says how to get one', () => {
    const { folder, env } = puppetProject({}, { ...report(40, 0, file('passed', 'passed')), numPendingTests: 208 });
    // nothing on the path: neither a browser nor apt-get
    const ran = start(folder, ['test'], { ...env, CHROMIUM_PATH: '', PATH: join(folder, 'npm') });
    expect(ran.stdout).toMatch(/phép thử trên trình duyệt: bỏ qua\. .*(apt-get install chromium|CHROMIUM_PATH)/);
    expect({ code: ran.code, last: ran.stdout.trim().split('\n').at(-1) }).toEqual({ code: 0, last: '46 passed, 0 failed, 208 skipped' });
  });
});

describe.skipIf(process.platform === 'win32')('npm start', () => {
  const browserProject = (): { folder: string; env: Record<string, string>; builds: () => string[] } => {
    const { folder, env } = puppetProject({}, null);
    write(join(folder, 'electron/serve.ts'), `console.log(JSON.stringify(process.argv.slice(2)));`);
    write(join(folder, 'renderer/main.tsx'), '');
    return { folder, env, builds: () => readFileSync(join(folder, 'vite.log'), 'utf8').trim().split('\n') };
  };

  test('opens the browser shell where there is no screen, says why, and passes its words on', () => {
    const { folder, env } = browserProject();
    const { code, stdout, stderr } = start(folder, ['--data', 'thư mục', '--no-open', '--port', '0'], env);
    expect({ code, words: JSON.parse(stdout) as unknown }).toEqual({ code: 0, words: ['--data', 'thư mục', '--no-open', '--port', '0'] });
    expect(stderr).toContain('Mở Sổ Công văn trong trình duyệt (được yêu cầu).');
    if (process.platform === 'linux') expect(start(folder, [], env).stderr).toContain('trong trình duyệt (máy này không có màn hình đồ họa)');
  });

  test.runIf(process.getuid?.() === 0)('opens the browser shell for root, for whom Chromium keeps no sandbox', () => {
    const { folder, env } = browserProject();
    expect(start(folder, [], { ...env, DISPLAY: ':0' }).stderr).toContain('trong trình duyệt (Electron không chạy dưới quyền root)');
  });

  test('builds the window when something of it changed, came or went, and not otherwise', () => {
    const { folder, env, builds } = browserProject();
    start(folder, ['--browser'], env);
    start(folder, ['--browser'], env);
    expect(builds()).toEqual(['vite.config.ts']);
    write(join(folder, 'renderer/app/new.tsx'), '1');
    start(folder, ['--browser'], env);
    write(join(folder, 'renderer/app/new.tsx'), '12');
    start(folder, ['--browser'], env);
    rmSync(join(folder, 'renderer/app/new.tsx'));
    start(folder, ['--browser'], env);
    expect(builds()).toHaveLength(4);
  });
});

describe('npm run package', () => {
  test.skipIf(existsSync(join(root, 'node_modules/electron/dist')))('says what is missing, why and how, when Electron cannot be fetched', () => {
    const { code, stdout, stderr } = start(root, ['package'], { ELECTRON_MIRROR: 'http://127.0.0.1:9/' });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^Chưa đóng gói được: không tải được Electron từ http:\/\/127\.0\.0\.1:9\/ .*ELECTRON_MIRROR.*npm run package\n$/);
  });
});

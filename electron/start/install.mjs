import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { inRoot, onProjectNode, projectNode, root, textOf } from './project.mjs';
import { run, say, Stop } from './run.mjs';

const longestInstall = 30 * 60_000;

/** What npm said during the last install: kept beside the folder it fills, and named by a failure. */
const npmLog = inRoot('.npm-install.log');

/** Installs what package-lock.json names when it is missing or older than the lock; quiet when there is nothing to do. */
export async function ensureInstalled() {
  if (installed()) return;
  const release = await takeInstallLock();
  try {
    if (installed()) return;
    if (!dependenciesFresh()) await installDependencies();
    if (!existsSync(projectNode)) await installNode();
  } finally {
    release();
  }
}

const installed = () => dependenciesFresh() && existsSync(projectNode);

/** Whether node_modules holds the versions of package-lock.json: by date first, by content when the dates do not say. */
function dependenciesFresh() {
  const lock = inRoot('package-lock.json');
  const kept = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(kept)) return false;
  if (!existsSync(lock) || statSync(lock).mtimeMs <= statSync(kept).mtimeMs) return true;
  return sameVersions(JSON.parse(textOf(lock)).packages ?? {}, JSON.parse(textOf(kept)).packages ?? {});
}

function sameVersions(wanted, present) {
  return Object.entries(wanted).every(([path, { version, optional, devOptional, peer }]) => {
    if (path === '') return true;
    const found = present[path];
    // packages of other platforms are in the lock and rightly not in the folder
    return found ? found.version === version : Boolean(optional || devOptional || peer);
  });
}

/**
 * No package runs a script of its own while it is installed: one with a `binding.gyp` would ask for a compiler, Python
 * and Node's headers, which no office PC has. What is native in them comes ready made inside the packages.
 */
const withoutScripts = ['--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'];

async function installDependencies() {
  say('Lần đầu chạy (hoặc thư viện vừa đổi bản): đang cài các thư viện của chương trình, mất chừng một phút…');
  const stopWatching = watchPackages();
  try {
    // Windows does not let `npm ci` delete the very node.exe this process runs on
    const mayEmptyFolder = process.platform !== 'win32' || !onProjectNode();
    const clean = mayEmptyFolder ? await npm(['ci', ...withoutScripts]) : { code: 1 };
    if (clean.code === 0) return;
    if (clean.interrupted) throw new Stop('Đã dừng việc cài; chạy lại lệnh để cài tiếp.');
    refuseWithoutNpm(clean);
    const repair = await npm(['install', ...withoutScripts]);
    if (repair.interrupted) throw new Stop('Đã dừng việc cài; chạy lại lệnh để cài tiếp.');
    refuseWithoutNpm(repair);
    if (repair.code !== 0) {
      const why = repair.timedOut ? `quá ${longestInstall / 60_000} phút` : `npm dừng với mã ${repair.code}`;
      throw new Stop(
        `Không cài được các thư viện (${why}). Kiểm tra mạng tới kho npm và chỗ trống trên đĩa rồi chạy lại. Lời của npm: ${npmLog}`,
      );
    }
  } finally {
    stopWatching();
  }
}

function refuseWithoutNpm({ code }) {
  if (code === 127) throw new Stop('Không tìm thấy npm. Cài Node.js (từ bản 20, kèm npm) rồi chạy lại.');
}

/** The one package whose script must run: it puts the Node of this machine's kind into place. */
async function installNode() {
  say('Đang lấy Node 24 mà chương trình chạy trên đó…');
  const { interrupted } = await npm(['rebuild', 'node', '--ignore-scripts=false']);
  if (interrupted) throw new Stop('Đã dừng việc cài; chạy lại lệnh để cài tiếp.');
  if (!existsSync(projectNode)) {
    throw new Stop(
      `Thiếu Node 24 mà chương trình cần: gói npm "node" chưa tải được tệp chạy cho máy này. Kiểm tra mạng tới kho npm rồi chạy lại, hoặc chạy: npm rebuild node. Lời của npm: ${npmLog}`,
    );
  }
}

/**
 * Says how many of the lock's packages have arrived: on a terminal in one line that changes, elsewhere at every tenth.
 * Answers what ends it.
 */
function watchPackages() {
  const wanted = packagesOfEveryMachine();
  const terminal = process.stderr.isTTY;
  let saidTenths = 0;
  const look = () => {
    const present = wanted.filter((path) => existsSync(inRoot(path, 'package.json'))).length;
    const line = `  ${present} / ${wanted.length} gói`;
    const tenths = wanted.length === 0 ? 0 : Math.floor((present * 10) / wanted.length);
    if (terminal) process.stderr.write(`\r${line}`);
    else if (tenths > saidTenths) say(line);
    saidTenths = Math.max(saidTenths, tenths);
  };
  const timer = setInterval(look, 500);
  return () => {
    clearInterval(timer);
    look();
    if (terminal) process.stderr.write('\n');
  };
}

/** The folders of the packages that every machine gets; those of one kind of machine are optional in the lock. */
function packagesOfEveryMachine() {
  const { packages = {} } = JSON.parse(textOf(inRoot('package-lock.json')) ?? '{}');
  return Object.entries(packages).flatMap(([path, { optional, devOptional }]) => (path === '' || optional || devOptional ? [] : [path]));
}

/** npm with its words in the log; the npm that started us when there is one, so that no shell is needed. */
async function npm(args) {
  const log = openLog();
  try {
    writeSync(log, `> npm ${args.join(' ')}\n`);
    const options = { stdio: ['ignore', log, log], timeout: longestInstall };
    const own = process.env.npm_execpath;
    const node = process.env.npm_node_execpath;
    if (own && basename(own) === 'npm-cli.js' && existsSync(own)) {
      return await run(node && existsSync(node) ? node : process.execPath, [own, ...args], options);
    }
    return process.platform === 'win32' ? await run('npm.cmd', args, { ...options, shell: true }) : await run('npm', args, options);
  } finally {
    closeSync(log);
  }
}

let logBegun = false;

/** The log to write on, begun anew by the first call of an install. */
function openLog() {
  try {
    const log = openSync(npmLog, logBegun ? 'a' : 'w');
    logBegun = true;
    return log;
  } catch (error) {
    throw new Stop(`Không ghi được vào thư mục của chương trình, ${root} (${error.code}): cần quyền ghi và chỗ trống ở đó để cài, rồi chạy lại.`);
  }
}

/** Two commands started at once must not install into one folder together: the second waits for the first. */
async function takeInstallLock() {
  const lock = join(tmpdir(), `so-cong-van-install-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`);
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch (error) {
      // a temporary folder that cannot be written is no reason not to install
      if (error.code !== 'EEXIST') return () => {};
    }
    const holder = textOf(lock);
    await new Promise((resolve) => setTimeout(resolve, 300));
    // the same word after a moment: not one that is only being written
    if (textOf(lock) === holder && !alive(Number(holder))) rmSync(lock, { force: true });
  }
}

/** Whether the process that took the lock still runs; one that names nobody was left half written. */
function alive(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

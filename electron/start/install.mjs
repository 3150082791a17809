import { createHash } from 'node:crypto';
import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { inRoot, onProjectNode, projectNode, root, textOf } from './project.mjs';
import { run, say, Stop } from './run.mjs';

const longestInstall = 15 * 60_000;

/** Installs what package-lock.json names when it is missing or older than the lock; quiet when there is nothing to do. */
export async function ensureInstalled() {
  if (installed()) return;
  const release = await takeInstallLock();
  try {
    if (installed()) return;
    if (!dependenciesFresh()) await installDependencies();
    if (!existsSync(projectNode)) await npm(['rebuild', 'node']);
    if (!existsSync(projectNode)) {
      throw new Stop('Thiếu Node 24 mà chương trình cần: gói npm "node" chưa tải được tệp chạy cho máy này. Kiểm tra mạng tới kho npm rồi chạy: npm rebuild node');
    }
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

async function installDependencies() {
  say('Đang cài các thư viện của chương trình, mất chừng một phút…');
  const flags = ['--include=dev', '--no-audit', '--no-fund'];
  // Windows does not let `npm ci` delete the very node.exe this process runs on
  const mayEmptyFolder = process.platform !== 'win32' || !onProjectNode();
  const clean = mayEmptyFolder ? await npm(['ci', ...flags]) : { code: 1 };
  if (clean.code === 0) return;
  if (clean.interrupted) throw new Stop('Đã dừng việc cài; chạy lại lệnh để cài tiếp.');
  const repair = await npm(['install', ...flags]);
  if (repair.code === 127) throw new Stop('Không tìm thấy npm. Cài Node.js (từ bản 20, kèm npm) rồi chạy lại.');
  if (repair.code !== 0) {
    throw new Stop(`Không cài được các thư viện (npm dừng với mã ${repair.code}, lý do ở các dòng trên). Kiểm tra mạng tới kho npm và chỗ trống trên đĩa rồi chạy lại.`);
  }
}

/** npm with its words on standard error; the npm that started us when there is one, so that no shell is needed. */
function npm(args) {
  const stdio = ['ignore', 2, 2];
  const own = process.env.npm_execpath;
  const node = process.env.npm_node_execpath;
  if (own && basename(own) === 'npm-cli.js' && existsSync(own)) {
    return run(node && existsSync(node) ? node : process.execPath, [own, ...args], { stdio, timeout: longestInstall });
  }
  return process.platform === 'win32'
    ? run('npm.cmd', args, { stdio, timeout: longestInstall, shell: true })
    : run('npm', args, { stdio, timeout: longestInstall });
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

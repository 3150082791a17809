import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { textOf } from './project.mjs';
import { run, say } from './run.mjs';

const linuxNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge'];
const windowsPrograms = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
const macPrograms = ['Chromium', 'Google Chrome', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

/** The Chromium (or Chrome, or Edge) of this machine that the browser tests drive; null when there is none. CHROMIUM_PATH names another. */
export function findChromium() {
  return candidates().find(runnable) ?? null;
}

function candidates() {
  const named = process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : [];
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
    return [...named, ...windowsPrograms.flatMap((program) => roots.map((folder) => join(folder, program)))];
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...named, ...(process.platform === 'darwin' ? macPrograms : []), ...onPath];
}

function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Finds a Chromium, or installs Debian's when this is root on Debian or Ubuntu; answers `{ path }` or `{ missing: sentence }`. */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return { path: found };
  if (!mayInstall()) return { missing: howToInstall() };
  say('Đang cài Chromium từ kho gói của hệ thống cho các phép thử trên trình duyệt…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (args) => run('apt-get', args, { stdio: ['ignore', 2, 2], env, timeout: 10 * 60_000 });
  await apt(['update']);
  const { code } = await apt(['install', '-y', '--no-install-recommends', 'chromium']);
  const path = findChromium();
  return path ? { path } : { missing: `Không cài được Chromium (apt-get dừng với mã ${code}). Kiểm tra mạng tới kho gói Debian rồi chạy: apt-get install chromium` };
}

const mayInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(textOf('/etc/os-release') ?? '');

function howToInstall() {
  const how = process.platform === 'linux' ? 'chạy: sudo apt-get install chromium' : 'cài Google Chrome hoặc Microsoft Edge';
  return `Không tìm thấy Chromium cho các phép thử trên trình duyệt; hãy ${how}, hoặc đặt biến CHROMIUM_PATH, rồi chạy lại npm test.`;
}

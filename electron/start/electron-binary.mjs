import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { inRoot, projectNode, textOf } from './project.mjs';
import { run, say } from './run.mjs';

const failureNote = inRoot('node_modules', '.cache', 'so-cong-van', 'electron-not-fetched');
const day = 24 * 3_600_000;
const probeTime = 6_000;
const downloadTime = 4 * 60_000;

/** The Electron program of node_modules, or null when its binary has not been fetched. */
export function electronBinary() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? inRoot('node_modules', 'electron', 'dist');
  const name = textOf(inRoot('node_modules', 'electron', 'path.txt')) ?? { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform] ?? 'electron';
  const path = `${folder}/${name}`;
  return existsSync(path) ? path : null;
}

/**
 * Fetches the binary when it is missing: one short probe of its server, then one download with a limit. A failure is
 * remembered for a day, so that a PC without internet does not wait at every start. Null when it is not to be had.
 */
export async function fetchElectron({ again = false } = {}) {
  const present = electronBinary();
  if (present) return present;
  if (!again && Date.now() - Number(textOf(failureNote) ?? 0) < day) return null;
  if (await serverAnswers()) {
    say('Đang tải Electron (khoảng 110 MB, chỉ lần đầu)…');
    await run(projectNode, [inRoot('node_modules', 'electron', 'install.js')], { stdio: ['ignore', 2, 2], env: throughProxy(), timeout: downloadTime });
  }
  const fetched = electronBinary();
  if (fetched) rmSync(failureNote, { force: true });
  else {
    mkdirSync(inRoot('node_modules', '.cache', 'so-cong-van'), { recursive: true });
    writeFileSync(failureNote, String(Date.now()));
  }
  return fetched;
}

/** The address Electron's own installer would ask, mirrors included. */
export function electronServer() {
  const mirror = ['npm_config_electron_mirror', 'NPM_CONFIG_ELECTRON_MIRROR', 'ELECTRON_MIRROR'].map((name) => process.env[name]).find(Boolean);
  return mirror ?? 'https://github.com/electron/electron/releases/download/';
}

async function serverAnswers() {
  const ask = 'fetch(process.argv[1],{method:"HEAD",signal:AbortSignal.timeout(5000)}).then((r)=>process.exit(r.status<500?0:1),()=>process.exit(1))';
  const { code } = await run(projectNode, ['-e', ask, electronServer()], { stdio: 'ignore', env: throughProxy(), timeout: probeTime });
  return code === 0;
}

const throughProxy = () => ({ ...process.env, ELECTRON_GET_USE_PROXY: 'true', NODE_USE_ENV_PROXY: '1' });

/** Why no Electron window can open on this machine, as the end of a sentence; null when one can. */
export function noWindowBecause() {
  if (process.platform !== 'linux') return null;
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'máy này không có màn hình đồ họa';
  // Chromium's sandbox does not start for root, and the sandbox is not given up
  return process.getuid?.() === 0 ? 'Electron không chạy dưới quyền root' : null;
}

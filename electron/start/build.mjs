import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, projectNode, textOf, toolScript } from './project.mjs';
import { run, say, Stop } from './run.mjs';

const parts = {
  renderer: {
    what: 'giao diện',
    config: 'vite.config.ts',
    modes: ['production'],
    made: 'dist/renderer/index.html',
    inputs: ['renderer', 'shared', 'resources', 'vite.config.ts', 'package-lock.json', 'tsconfig.json'],
  },
  electron: {
    what: 'phần chạy trên Electron',
    config: 'vite.electron.config.ts',
    // the second adds the preload, which a sandboxed window takes only as CommonJS
    modes: ['production', 'preload'],
    made: 'dist/electron/preload.cjs',
    inputs: ['electron', 'shared', 'vite.electron.config.ts', 'package-lock.json', 'tsconfig.json'],
  },
};

/** Builds `dist/renderer` or `dist/electron` when something it is made of has changed; `force` builds it anyway. */
export async function ensureBuilt(name, { force = false } = {}) {
  const { what, config, modes, made, inputs } = parts[name];
  const stamp = inRoot('dist', `${name}.stamp`);
  const now = signature(inputs);
  if (!force && existsSync(inRoot(made)) && textOf(stamp) === now) return;
  say(`Đang dựng ${what}…`);
  mkdirSync(inRoot('dist'), { recursive: true });
  rmSync(stamp, { force: true });
  // what Vite says in passing is nobody's business: it is read where the build fails
  const log = inRoot('dist', `${name}.log`);
  const words = openSync(log, 'w');
  try {
    for (const mode of modes) {
      const { code } = await run(projectNode, [toolScript('vite'), 'build', '--config', inRoot(config), '--mode', mode, '--logLevel', 'warn'], {
        // whoever asks for it, tests included: React's slow development build is never what is made
        env: { ...process.env, NODE_ENV: 'production' },
        stdio: ['ignore', words, words],
      });
      if (code === 0) continue;
      say(textOf(log));
      throw new Stop(`Không dựng được ${what}: lỗi của Vite ở các dòng trên.`);
    }
  } finally {
    closeSync(words);
  }
  if (!existsSync(inRoot(made))) throw new Stop(`Không dựng được ${what}: Vite chạy xong mà không có ${made}.`);
  writeFileSync(stamp, now);
}

/** One hash over the names, sizes and times of the inputs: a changed, added or deleted file changes it. */
function signature(inputs) {
  const hash = createHash('sha256');
  const add = (path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) return;
    if (!found.isDirectory()) hash.update(`${path}\0${found.size}\0${found.mtimeMs}\n`);
    else for (const name of readdirSync(path).sort()) add(join(path, name));
  };
  for (const input of inputs) add(inRoot(input));
  return hash.digest('hex');
}

import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { fetchElectron, noWindowBecause } from './electron-binary.mjs';
import { inRoot, root } from './project.mjs';
import { endAs, run, say } from './run.mjs';

/** `npm start`: Electron where it is to be had and a window can open, else the browser shell; says which and why. */
export async function openProgram(args) {
  await ensureBuilt('renderer');
  const because = args.some((arg) => arg === '--browser' || arg === '--port' || arg.startsWith('--port=')) ? 'được yêu cầu' : noWindowBecause();
  if (because) return openInBrowser(args, because);
  const electron = await fetchElectron();
  if (!electron) return openInBrowser(args, 'chưa tải được Electron');
  return openInElectron(electron, args);
}

async function openInElectron(electron, args) {
  await ensureBuilt('electron');
  say('Mở Sổ Công văn trong cửa sổ riêng (Electron).');
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const started = Date.now();
  const end = await run(electron, [root, ...args.filter((arg) => arg !== '--no-open')], { env });
  // Chromium that cannot set up its sandbox or its display dies by a signal or with 127 at once; a refusal of the program exits by itself
  const neverOpened = Date.now() - started < 10_000 && (end.code === 127 || ['SIGTRAP', 'SIGABRT', 'SIGILL', 'SIGSEGV'].includes(end.signal));
  if (neverOpened) return openInBrowser(args, 'Electron không mở được trên máy này');
  endAs(end);
}

async function openInBrowser(args, because) {
  say(`Mở Sổ Công văn trong trình duyệt (${because}).`);
  await runHere('electron/serve.ts', args.filter((arg) => arg !== '--browser'));
}

/** Runs a TypeScript entry in this process, as if Node had been started with it. */
export async function runHere(entry, args) {
  const path = inRoot(entry);
  process.argv = [process.argv[0], path, ...args];
  await import(pathToFileURL(path).href);
}

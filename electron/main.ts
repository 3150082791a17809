import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BrowserWindow, Menu, app, dialog, ipcMain, session, shell } from 'electron';
import { storageRefusal } from './engine/files/storage-refusal.ts';
import { prepareDataFolder } from './engine/files/data-folder.ts';
import { channels } from './shell/electron-channels.ts';
import { type EngineProcess, startEngine } from './shell/electron-engine.ts';
import { answerGestures } from './shell/electron-gestures.ts';
import { denyPermissions, isOurWindow } from './shell/electron-guards.ts';
import { buildMenu } from './shell/electron-menu.ts';
import { registerWindowScheme, serveWindow } from './shell/electron-protocol.ts';
import { bringForward, openWindow } from './shell/electron-window.ts';
import { builtWindow, defaultDataFolder, sourceResources } from './shell/locations.ts';

const programName = 'Sổ Công văn';
const files = { engine: new URL('./engine-process.js', import.meta.url), preload: new URL('./preload.cjs', import.meta.url), icon: new URL('icons/256x256.png', sourceResources) };

app.setName(programName);
app.setAppUserModelId('vn.so-cong-van');
registerWindowScheme();

/** The folder of `--data`, else where this computer's user keeps the books. */
function wantedDataFolder(words: readonly string[]): string {
  const at = words.findIndex((word) => word === '--data' || word.startsWith('--data='));
  const given = words[at]?.includes('=') ? words[at].slice('--data='.length) : words[at + 1];
  return at >= 0 && given ? resolve(given) : defaultDataFolder();
}

/** Says why the program cannot start, in a sentence, and ends it. */
function endWith(error: unknown): void {
  const refusal = storageRefusal(error);
  if (!refusal) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  dialog.showErrorBox(programName, refusal?.message ?? 'Chương trình chưa khởi động được vì lỗi ngoài dự kiến. Xem tệp nhật ký trong thư mục dữ liệu rồi mở lại.');
  app.exit(1);
}

async function start(): Promise<void> {
  const dataFolder = prepareDataFolder(wantedDataFolder(process.argv.slice(1)));
  // Chromium's own files lie beside the books, so that one data folder is one running program
  const windowFolder = join(dataFolder, 'cua-so');
  mkdirSync(windowFolder, { recursive: true });
  app.setPath('userData', windowFolder);
  if (!app.requestSingleInstanceLock()) return app.exit(0);
  await app.whenReady();

  let window: BrowserWindow | null = null;
  let engine: EngineProcess = startEngine(files.engine, dataFolder, onCrash);
  let leaving = false;

  function onCrash(code: number): void {
    process.stderr.write(`engine process ended with code ${code}\n`);
    const choice = dialog.showMessageBoxSync({
      type: 'error',
      title: programName,
      message: 'Phần giữ sổ của chương trình đã dừng đột ngột.',
      detail: 'Những gì đã lưu vẫn còn nguyên. Khởi động lại phần này để làm tiếp; ô đang nhập dở trên màn hình có thể phải nhập lại.',
      buttons: ['Khởi động lại', 'Thoát'],
      defaultId: 0,
      cancelId: 1,
    });
    if (choice !== 0) return app.quit();
    engine = startEngine(files.engine, dataFolder, onCrash);
    engine.ready.then(() => window?.webContents.reload(), endWith);
  }

  await engine.ready;
  const sweepCopies = answerGestures();
  denyPermissions(session.defaultSession);
  serveWindow(builtWindow);
  ipcMain.on(channels.enginePort, (event) => {
    if (isOurWindow(event)) void engine.ready.then(() => event.senderFrame?.postMessage(channels.enginePort, null, [engine.port()]), () => undefined);
  });

  const inspectable = !app.isPackaged;
  window = openWindow({ preload: files.preload, icon: files.icon, state: join(windowFolder, 'cua-so.json') }, inspectable);
  Menu.setApplicationMenu(
    buildMenu({
      send: (command) => window?.webContents.send(channels.menu, command),
      openDataFolder: () => void shell.openPath(dataFolder),
      about: () => void dialog.showMessageBox({ type: 'info', title: programName, message: `${programName} ${app.getVersion()}`, detail: `Dữ liệu: ${dataFolder}`, buttons: ['Đóng'] }),
      inspect: inspectable ? () => window?.webContents.openDevTools() : undefined,
    }),
  );

  app.on('second-instance', () => window && bringForward(window));
  window.on('closed', () => (window = null));
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (leaving) return;
    leaving = true;
    event.preventDefault();
    // the book closes before the program does
    void engine.close().finally(() => {
      sweepCopies();
      app.exit(0);
    });
  });
}

start().catch((error: unknown) => void app.whenReady().then(() => endWith(error)));

import { fileURLToPath } from 'node:url';
import { BrowserWindow, screen } from 'electron';
import { keepInPlace } from './electron-guards.ts';
import { windowOrigin } from './electron-protocol.ts';
import { keepWindowState, openingState, readWindowState, smallestWindow } from './electron-window-state.ts';

export interface WindowFiles {
  /** The built preload script. */
  preload: URL;
  icon: URL;
  /** Where the window's place is remembered. */
  state: string;
}

/** Opens the program's one window: sandboxed, isolated, where it last was. */
export function openWindow(files: WindowFiles, inspectable: boolean): BrowserWindow {
  const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea);
  const { bounds, maximised } = openingState(readWindowState(files.state), areas);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: 'Sổ Công văn',
    icon: fileURLToPath(files.icon),
    backgroundColor: '#ffffff',
    show: false,
    webPreferences: {
      preload: fileURLToPath(files.preload),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: inspectable,
    },
  });
  keepInPlace(window.webContents);
  if (maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => keepWindowState(files.state, { bounds: window.getNormalBounds(), maximised: window.isMaximized() }));
  // a page that fell over loads itself again: its drafts are in the engine
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason !== 'clean-exit' && reason !== 'killed') window.webContents.reload();
  });
  void window.loadURL(`${windowOrigin}/`);
  return window;
}

/** Puts the window before all others, also when it was minimised. */
export function bringForward(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Host, enginePortHere, enginePortWanted } from '../../shared/contract/host.ts';
import { inPage } from '../fixtures/electron-page.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';
import { sharedElectron } from '../fixtures/shared-electron.ts';
import { startElectron } from '../fixtures/start-electron.ts';

/** The page with a mark that a page loaded anew has not. */
type Marked = Window & { heard?: string[] };

const shell = sharedElectron();

test('opens one sandboxed window at its own origin', async () => {
  const windows = await shell.program.run(({ BrowserWindow }) => BrowserWindow.getAllWindows().map(({ options, webContents }) => ({ url: webContents.getURL(), preferences: options.webPreferences })));
  expect(windows).toHaveLength(1);
  expect(windows[0]?.url).toBe('app://so-cong-van/');
  expect(windows[0]?.preferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false, nodeIntegrationInSubFrames: false, webSecurity: true, webviewTag: false });
  const schemes = await shell.program.run(({ protocol }) => protocol.schemes);
  expect(schemes).toMatchObject([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
});

test('gives the page the host gestures and nothing of Node', async () => {
  const seen = await inPage(shell.program, () => ({
    host: Object.keys(window.host as Host).sort(),
    kind: (window.host as Host).kind,
    node: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window),
  }));
  expect(seen).toEqual({ host: ['kind', 'mayNotify', 'notify', 'onMenu', 'openFile', 'print', 'saveFile', 'showInFolder'], kind: 'electron', node: [] });
});

/** One call of the page to the engine over a fresh port: the words of the answer, with its bytes when a file comes along. */
const callEngine = (procedure: string, input: object): Promise<string> =>
  inPage(
    shell.program,
    ({ wanted, here, url, json }) =>
      new Promise<string>((resolve) => {
        window.addEventListener('message', function receive(event: MessageEvent<unknown>) {
          if (event.data !== here) return;
          window.removeEventListener('message', receive);
          const port = event.ports[0];
          if (!port || event.ports.length !== 1) return resolve('not one port');
          port.onmessage = ({ data }: MessageEvent<string | Uint8Array>) => resolve(typeof data === 'string' ? data : new TextDecoder('latin1').decode(data));
          port.postMessage(JSON.stringify({ i: '1', p: { u: url, b: { json } } }));
        });
        window.postMessage(wanted, location.origin);
      }),
    { wanted: enginePortWanted, here: enginePortHere, url: `/${procedure.replace('.', '/')}`, json: input },
  );
const answerOf = async <Answer>(procedure: string, input: object): Promise<Answer> => (JSON.parse(await callEngine(procedure, input)) as { p: { b: { json: Answer } } }).p.b.json;

test('shows the real window: its first screen came from the engine through the port', async () => {
  await expect.poll(() => inPage(shell.program, () => document.body.innerText)).toContain('Xem thử với văn phòng mẫu');
  expect(await shell.program.run(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.consoleErrors)).toEqual([]);
});

test('hands the page a fresh port each time it asks, and the engine answers on it', async () => {
  for (const time of ['first', 'again']) expect(await answerOf('settings.get', {}), time).toHaveProperty('office', null);
});

test('draws a Word file in the worker of the engine process', async () => {
  await answerOf('settings.update', { office: sampleOffice });
  const { id } = await answerOf<{ id: string }>('outgoing.draft', sampleLetter());
  const answer = await callEngine('letter.docx', { id });
  expect(answer).toContain('.docx');
  // the signature of a zip, and its parts
  expect(answer).toMatch(/PK\x03\x04[\s\S]*word\/document\.xml/);
});

test('a second start on the same folder brings the window forward and ends', async () => {
  await shell.program.run(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const second = startElectron(shell.folder);
  expect(await second.ended).toBe(0);
  await expect.poll(() => shell.program.run(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => [window.focused, window.isMinimized()]))).toEqual([[1, false]]);
});

test('a page that falls over is loaded again', async () => {
  await inPage(shell.program, () => void Object.assign(window, { heard: ['trước'] }));
  await shell.program.run(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.emit('render-process-gone', {}, { reason: 'crashed' }));
  await expect.poll(() => inPage(shell.program, () => (window as Marked).heard === undefined).catch(() => false)).toBe(true);
  await inPage(shell.program, () => void Object.assign(window, { heard: ['trước'] }));
});

test('an engine that dies is told to the person and started again for the same window', async () => {
  await shell.program.run(({ utilityProcess, record }) => {
    record.nextButton = 0;
    utilityProcess.running.at(-1)?.kill();
  });
  await expect.poll(() => shell.program.run(({ utilityProcess }) => utilityProcess.running.length)).toBe(2);
  expect(await shell.program.run(({ record }) => record.messageBoxes.at(-1))).toEqual({ message: 'Phần giữ sổ của chương trình đã dừng đột ngột.', buttons: ['Khởi động lại', 'Thoát'] });
  await expect.poll(() => inPage(shell.program, () => 'heard' in window).catch(() => true)).toBe(false);
  const port = await inPage(
    shell.program,
    ({ wanted, here }) =>
      new Promise<number>((resolve) => {
        window.addEventListener('message', (event: MessageEvent<unknown>) => void (event.data === here && resolve(event.ports.length)));
        window.postMessage(wanted, location.origin);
      }),
    { wanted: enginePortWanted, here: enginePortHere },
  );
  expect(port).toBe(1);
});

test('closes the book on quitting', async () => {
  expect(await shell.program.quit(), shell.program.stderr()).toBe(0);
  expect(readdirSync(shell.folder).filter((name) => name.endsWith('-wal'))).toEqual([]);
});

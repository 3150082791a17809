import { describe, expect, test } from 'vitest';
import { channels } from '../../electron/shell/electron-channels.ts';
import { inPage } from '../fixtures/electron-page.ts';
import { sharedElectron } from '../fixtures/shared-electron.ts';

const shell = sharedElectron();

describe('serves the window', () => {
  const ask = (address: string, method = 'GET'): Promise<{ status: number; policy: string | null; text: string }> =>
    shell.program.run(
      async ({ protocol }, [of, how]) => {
        const response = await protocol.answer(of as string, how);
        return { status: response.status, policy: response.headers.get('content-security-policy'), text: (await response.text()).slice(0, 200) };
      },
      [address, method],
    );

  test('with a content policy that allows its own origin alone', async () => {
    const { status, policy, text } = await ask('app://so-cong-van/');
    expect(status).toBe(200);
    expect(policy).toMatch(/default-src 'self'/);
    expect(policy).not.toMatch(/script-src|unsafe-eval|\*/);
    expect(text.toLowerCase()).toContain('<!doctype html>');
  });

  test.each([
    ['a parent folder', 'app://so-cong-van/../electron/main.js'],
    ['an encoded parent folder', 'app://so-cong-van/%2e%2e/electron/main.js'],
    ['an encoded slash', 'app://so-cong-van/..%2felectron%2fmain.js'],
    ['a backslash', 'app://so-cong-van/..%5celectron%5cmain.js'],
    ['an absolute path', 'app://so-cong-van//etc/passwd'],
    ['a drive', 'app://so-cong-van/C:/Windows/win.ini'],
    ['another host', 'app://khac/'],
    ['a file that is not there', 'app://so-cong-van/khong-co.js'],
  ])('and refuses %s', async (_, address) => {
    expect(await ask(address)).toMatchObject({ status: 404, text: 'Không có trang này.' });
  });

  test('and refuses to be written to', async () => {
    expect(await ask('app://so-cong-van/', 'POST')).toMatchObject({ status: 404 });
  });
});

describe('keeps the page in its place', () => {
  test('stops navigation to another address', async () => {
    await inPage(shell.program, () => void setTimeout(() => (location.href = 'https://example.com/lừa'), 0));
    await expect.poll(() => shell.program.run(({ record }) => record.navigationsStopped)).toContainEqual(expect.stringContaining('https://example.com/'));
    expect(await inPage(shell.program, () => 'host' in window)).toBe(true);
  });

  test('stops a frame of another address', async () => {
    await inPage(shell.program, () => document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.org/khung' })));
    await expect.poll(async () => [...(await shell.program.run(({ record }) => record.navigationsStopped)), ...(await shell.program.run(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.consoleErrors ?? []))].join()).toContain('https://example.org/');
    await inPage(shell.program, () => document.querySelectorAll('iframe').forEach((frame) => frame.remove()));
  });

  test('opens no further window', async () => {
    await inPage(shell.program, () => void window.open('https://example.com/cua-so'));
    await expect.poll(() => shell.program.run(({ record }) => record.popupsDenied)).toContain('https://example.com/cua-so');
  });

  test('denies every permission', async () => {
    const answers = await shell.program.run(({ session: { defaultSession } }) => {
      const asked: unknown[] = [];
      for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fullscreen']) defaultSession.permissionRequest({}, permission, (granted: boolean) => asked.push(granted));
      return [...asked, defaultSession.permissionCheck({}, 'media'), defaultSession.devicePermission({})];
    });
    expect(answers).toEqual(Array(8).fill(false));
  });
});

describe('knows who speaks', () => {
  /** A frame inside the page that got hold of the raw channel, as a broken-in script would. */
  const fromFrame = (channel: string): Promise<string> =>
    inPage(
      shell.program,
      async (to) => {
        const frame = document.createElement('iframe');
        document.body.append(frame);
        const raw = Reflect.get(frame.contentWindow as object, '__toMain') as (message: object) => Promise<{ error?: string }>;
        const answer = await raw({ kind: 'invoke', channel: to, given: [{ name: 'a.docx', bytes: { $bytes: '' } }] });
        frame.remove();
        return answer.error ?? 'answered';
      },
      channel,
    );

  test.each([channels.openFile, channels.saveFile, channels.showInFolder, channels.print, channels.notify, channels.mayNotify])('refuses %s of a frame', async (channel) => {
    expect(await fromFrame(channel)).toMatch(/refused .* of a foreign frame/);
  });

  test('gives a stranger no port', async () => {
    const given = await shell.program.run(
      async ({ ipcMain }, channel) => {
        const given: string[] = [];
        const senderFrame = (url: string, parent: object | null, name = url): object => ({ url, parent, postMessage: () => given.push(name) });
        const ours = senderFrame('app://so-cong-van/', null, 'ours');
        for (const frame of [senderFrame('https://example.com/', null), senderFrame('app://so-cong-van.example.com/', null), senderFrame('app://so-cong-van/', ours)]) ipcMain.emit(channel, { senderFrame: frame });
        ipcMain.emit(channel, { senderFrame: null });
        ipcMain.emit(channel, { senderFrame: ours });
        // ports are given in the order they were asked for: a stranger's would be here before ours
        while (!given.includes('ours')) await new Promise((resolve) => setTimeout(resolve, 5));
        return given;
      },
      channels.enginePort,
    );
    expect(given).toEqual(['ours']);
  });
});

import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Host } from '../../shared/contract/host.ts';
import { inPage } from '../fixtures/electron-page.ts';
import { sharedElectron } from '../fixtures/shared-electron.ts';

const shell = sharedElectron();

describe('makes the native gestures', () => {
  const gesture = (name: 'openFile' | 'saveFile', file: string): Promise<string | null> =>
    inPage(
      shell.program,
      async ([act, called]) => {
        const host = window.host as Host;
        try {
          return (await host[act as 'saveFile']({ name: called as string, bytes: new Uint8Array([80, 75, 3, 4]) })) ?? null;
        } catch (error) {
          return `refused: ${(error as Error).message}`;
        }
      },
      [name, file],
    );

  test('opens a Word file from a copy of its own under a safe name', async () => {
    await gesture('openFile', '../../05 UBND-VP: thông báo\u202excod.docx');
    const [path = ''] = await shell.program.run(({ record }) => record.opened);
    expect(path.startsWith(join(shell.folder, 'tam'))).toBe(true);
    expect(path.endsWith('05 UBND-VP thông báoxcod.docx')).toBe(true);
    expect([...readFileSync(path)]).toEqual([80, 75, 3, 4]);
  });

  test.each(['macro.docm', 'cai-dat.exe', 'lenh.bat', 'khong-duoi', 'van-ban.docx.lnk'])('does not open %s', async (name) => {
    expect(await gesture('openFile', name)).toMatch(/^refused: Không mở «.*»: chương trình chỉ mở tệp Word, Excel và PDF\.$/);
  });

  test('says so when no program opens the file', async () => {
    await shell.program.run(({ record }) => void (record.nextOpenTrouble = 'No application'));
    expect(await gesture('openFile', 'a.docx')).toMatch(/^refused: Không mở được «a\.docx»: máy này chưa có chương trình/);
    await shell.program.run(({ record }) => void (record.nextOpenTrouble = ''));
  });

  test('saves where the person says, and shows in its folder only what it saved', async () => {
    const path = join(shell.folder, 'lưu ra', 'công văn 05.docx');
    await shell.program.run(({ record }, to) => void (record.nextSavePath = to), path);
    expect(await gesture('saveFile', 'công văn 05.docx')).toBe(path);
    expect([...readFileSync(path)]).toEqual([80, 75, 3, 4]);
    expect(readdirSync(join(shell.folder, 'lưu ra'))).toEqual(['công văn 05.docx']);
    for (const shown of [path, '/etc/passwd']) await inPage(shell.program, (of) => (window.host as Host).showInFolder(of), shown);
    expect(await shell.program.run(({ record }) => record.shownInFolder)).toEqual([path]);
  });

  test('answers null when the person thinks better of it, and a sentence when the place cannot be written', async () => {
    await shell.program.run(({ record }) => void (record.nextSavePath = null));
    expect(await gesture('saveFile', 'a.docx')).toBeNull();
    mkdirSync(join(shell.folder, 'thư mục.docx'));
    await shell.program.run(({ record }, to) => void (record.nextSavePath = to), join(shell.folder, 'thư mục.docx'));
    expect(await gesture('saveFile', 'a.docx')).toMatch(/^refused: Có một thư mục/);
  });

  test('prints and notifies', async () => {
    await inPage(shell.program, async () => {
      const host = window.host as Host;
      void host.notify('Đến hạn hôm nay', '3 đơn vị');
      await host.print();
    });
    await expect.poll(() => shell.program.run(({ record: { prints, notifications } }) => ({ prints, notifications }))).toEqual({ prints: 1, notifications: [{ title: 'Đến hạn hôm nay', body: '3 đơn vị' }] });
  });

  /** Shows a notification, then does with it what `end` says; whether the page heard of a click. */
  async function afterNotifying(end: 'click' | 'close' | 'timedOut'): Promise<boolean> {
    const before = await shell.program.run(({ Notification }) => Notification.shown.length);
    const clicked = inPage(shell.program, () => (window.host as Host).notify('Quá hạn 2', '2 báo cáo'));
    await expect.poll(() => shell.program.run(({ Notification }) => Notification.shown.length)).toBe(before + 1);
    await shell.program.run(({ Notification }, how) => {
      const shown = Notification.shown.at(-1);
      // put aside by Windows, and clicked there
      if (how === 'timedOut') shown?.emit('close', { reason: how });
      shown?.emit(how === 'close' ? 'close' : 'click', { reason: 'userCanceled' });
    }, end);
    return clicked;
  }

  test('a clicked notification brings the window to the front and is told to the page; a closed one is not', async () => {
    const front = (): Promise<[number, boolean]> => shell.program.run(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window): [number, boolean] => [window.focused, window.isMinimized()])[0] ?? [0, false]);
    await shell.program.run(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    expect(await afterNotifying('close')).toBe(false);
    expect(await front()).toEqual([0, true]);
    expect(await afterNotifying('click')).toBe(true);
    expect(await front()).toEqual([1, false]);
    expect(await afterNotifying('timedOut')).toBe(true);
  });

  test('says so where the computer has no notifications, and shows none', async () => {
    const asked = (): Promise<[string, boolean]> => inPage(shell.program, async () => [await (window.host as Host).mayNotify(false), await (window.host as Host).notify('Quá hạn 2', '')]);
    await shell.program.run(({ Notification }) => void (Notification.supported = false));
    expect(await asked()).toEqual(['missing', false]);
    await shell.program.run(({ Notification }) => void (Notification.supported = true));
    expect(await inPage(shell.program, () => (window.host as Host).mayNotify(true))).toBe('given');
  });

  test('leaves no opened copy behind on quitting', async () => {
    await gesture('openFile', 'mở rồi thoát.docx');
    expect(readdirSync(join(shell.folder, 'tam'))).not.toEqual([]);
    expect(await shell.program.quit(), shell.program.stderr()).toBe(0);
    expect(readdirSync(join(shell.folder, 'tam'))).toEqual([]);
  });
});

import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { BrowserWindow, type IpcMainInvokeEvent, type WebContents, app, dialog, shell } from 'electron';
import type { HostFile } from '../../shared/contract/host.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { usualMode, writeAtomically } from '../engine/files/atomic-write.ts';
import { channels } from './electron-channels.ts';
import { answerGesture } from './electron-guards.ts';
import { mayNotify, showNotification } from './electron-notification.ts';
import { openedFiles, savedName } from './electron-opened-files.ts';

const fileTypes: Record<string, string> = { '.docx': 'Văn bản Word', '.xlsx': 'Bảng tính Excel', '.pdf': 'Tệp PDF' };

/** Answers the window's native gestures (`Host`); the answer sweeps up the copies that were opened. */
export function answerGestures(): () => void {
  const copies = openedFiles(join(app.getPath('temp'), `so-cong-van-${process.pid}`));
  const saved = new Set<string>();

  answerGesture(channels.openFile, async (_, file) => {
    const { name, bytes } = hostFile(file);
    const trouble = await shell.openPath(copies.keep(name, bytes));
    if (trouble !== '') throw new Refusal('NOT_ALLOWED', `Không mở được «${name}»: máy này chưa có chương trình mở loại tệp đó. Dùng «Lưu ra…» rồi mở trên máy khác.`);
  });

  answerGesture(channels.saveFile, async (event, file) => {
    const { name, bytes } = hostFile(file);
    const extension = extname(name).toLowerCase();
    const { canceled, filePath } = await dialog.showSaveDialog(windowOf(event), {
      title: 'Lưu ra',
      buttonLabel: 'Lưu',
      defaultPath: join(app.getPath('documents'), savedName(name)),
      filters: extension ? [{ name: fileTypes[extension] ?? 'Tệp', extensions: [extension.slice(1)] }] : [],
    });
    if (canceled || !filePath) return null;
    writeAtomically(filePath, bytes, usualMode);
    saved.add(filePath);
    return filePath;
  });

  answerGesture(channels.showInFolder, (_, path) => {
    // only what this window saved itself: the page may not look around on the disk
    if (typeof path === 'string' && saved.has(path) && existsSync(path)) shell.showItemInFolder(path);
  });

  answerGesture(channels.print, (event) => print(event.sender));

  answerGesture(channels.notify, (event, title, body) => showNotification(windowOf(event), String(title).slice(0, 200), String(body).slice(0, 1000)));

  answerGesture(channels.mayNotify, mayNotify);

  return () => copies.sweep();
}

function hostFile(given: unknown): HostFile {
  const { name, bytes } = (given ?? {}) as Partial<Record<keyof HostFile, unknown>>;
  if (typeof name !== 'string' || !(bytes instanceof Uint8Array)) throw new Refusal('INPUT_INVALID', 'Tệp đưa ra thiếu tên hoặc nội dung.');
  return { name, bytes };
}

function windowOf(event: IpcMainInvokeEvent): BrowserWindow {
  const window = BrowserWindow.fromWebContents(event.sender);
  if (!window) throw new Error('a message of a window that is gone');
  return window;
}

/** Resolves when the print dialog is done, printed or not. */
function print(contents: WebContents): Promise<void> {
  return new Promise((resolve, reject) => {
    contents.print({ silent: false, printBackground: true }, (done, reason) => {
      if (done || /cancel/i.test(reason)) resolve();
      else reject(new Refusal('NOT_ALLOWED', 'Chưa in được. Kiểm tra máy in đã bật và đã nối với máy này rồi in lại.'));
    });
  });
}

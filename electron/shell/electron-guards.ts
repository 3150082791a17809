import { type IpcMainEvent, type IpcMainInvokeEvent, type Session, type WebContents, ipcMain } from 'electron';
import { storageRefusal } from '../engine/files/storage-refusal.ts';
import type { GestureAnswer } from './electron-channels.ts';
import { windowOrigin } from './electron-protocol.ts';

/** Whether a message comes from the window's own page: its top frame, at our origin. */
export function isOurWindow({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOurAddress(senderFrame.url);
}

function isOurAddress(address: string): boolean {
  return address === windowOrigin || address.startsWith(`${windowOrigin}/`);
}

/** Answers a gesture of the window; a stranger's is refused unread, an expected failure answers its sentence. */
export function answerGesture<Value>(channel: string, gesture: (event: IpcMainInvokeEvent, ...given: unknown[]) => Promise<Value> | Value): void {
  ipcMain.handle(channel, async (event, ...given: unknown[]): Promise<GestureAnswer<Value>> => {
    if (!isOurWindow(event)) throw new Error(`refused ${channel} of a foreign frame`);
    try {
      return { value: await gesture(event, ...given) };
    } catch (error) {
      const refusal = storageRefusal(error);
      if (!refusal) throw error;
      return { sentence: refusal.message };
    }
  });
}

/** The page stays the program's page (it may load itself again): no other address, no further windows, no embedded pages. */
export function keepInPlace(contents: WebContents): void {
  const stay = (event: { url: string; preventDefault(): void }): void => {
    if (!isOurAddress(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** A page of this program needs no camera, place, clipboard reading or device: every permission is denied. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

import { type BrowserWindow, Notification } from 'electron';
import type { LeaveToNotify } from '../../shared/contract/host.ts';
import { bringForward } from './electron-window.ts';

// Electron forgets a notification that nobody holds, and with it the click
const shown = new Set<Notification>();

/** The main process shows notifications itself: no page is ever given leave to. */
export const mayNotify = (): LeaveToNotify => (Notification.isSupported() ? 'given' : 'missing');

/** Shows a notification of the system; a click brings the window to the front. Answers whether it was clicked, once it is done with. */
export function showNotification(window: BrowserWindow, title: string, body: string): Promise<boolean> {
  if (!Notification.isSupported()) return Promise.resolve(false);
  return new Promise((resolve) => {
    const notification = new Notification({ title, body });
    const end = (clicked: boolean): void => {
      shown.delete(notification);
      resolve(clicked);
    };
    notification.on('click', () => {
      bringForward(window);
      end(true);
    });
    // Windows puts one that was not looked at aside, where it can still be clicked
    notification.on('close', ({ reason }) => reason !== 'timedOut' && end(false));
    notification.on('failed', () => end(false));
    shown.add(notification);
    notification.show();
  });
}

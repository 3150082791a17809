import type { Host, HostFile, LeaveToNotify } from '../../shared/contract/host.ts';

function download(file: HostFile): void {
  const address = URL.createObjectURL(new Blob([file.bytes as Uint8Array<ArrayBuffer>]));
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  // the download reads the address after the click; a minute is ample
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const leaves: Record<NotificationPermission, LeaveToNotify> = { granted: 'given', denied: 'refused', default: 'unasked' };
const leave = (): LeaveToNotify => ('Notification' in window ? leaves[Notification.permission] : 'missing');

function notify(title: string, body: string): Promise<boolean> {
  if (leave() !== 'given') return Promise.resolve(false);
  return new Promise((resolve) => {
    const shown = new Notification(title, { body, lang: 'vi' });
    shown.onclick = () => {
      window.focus();
      resolve(true);
      shown.close();
    };
    shown.onclose = shown.onerror = () => resolve(false);
  });
}

/** The shell's gestures as a browser can make them: files are downloaded, pages printed with the window's print styles. */
export const browserHost: Host = {
  kind: 'browser',
  openFile: (file) => Promise.resolve(download(file)),
  saveFile: (file) => {
    download(file);
    return Promise.resolve(file.name);
  },
  showInFolder: () => Promise.resolve(),
  print: () => Promise.resolve(window.print()),
  onMenu: () => () => undefined,
  notify,
  async mayNotify(ask) {
    if (ask && leave() === 'unasked') await Notification.requestPermission();
    return leave();
  },
};

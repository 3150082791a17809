import { contextBridge, ipcRenderer } from 'electron';
import { type Host, type MenuCommand, enginePortHere, enginePortWanted } from '../shared/contract/host.ts';
import { type GestureAnswer, channels } from './shell/electron-channels.ts';

async function ask<Value>(channel: string, ...given: unknown[]): Promise<Value> {
  const answer = (await ipcRenderer.invoke(channel, ...given)) as GestureAnswer<Value>;
  if ('sentence' in answer) throw new Error(answer.sentence);
  return answer.value;
}

const host: Host = {
  kind: 'electron',
  openFile: (file) => ask(channels.openFile, { name: file.name, bytes: file.bytes, ours: file.ours === true }),
  saveFile: (file) => ask(channels.saveFile, { name: file.name, bytes: file.bytes }),
  showInFolder: (path) => ask(channels.showInFolder, path),
  print: () => ask(channels.print),
  onMenu(callback) {
    const receive = (_: unknown, command: MenuCommand): void => callback(command);
    ipcRenderer.on(channels.menu, receive);
    return () => void ipcRenderer.off(channels.menu, receive);
  },
  notify: (title, body) => ask(channels.notify, title, body),
  mayNotify: () => ask(channels.mayNotify),
};

contextBridge.exposeInMainWorld('host', host);

// a port cannot cross the context bridge: it goes to the window as a message of the window to itself
window.addEventListener('message', (event) => {
  if (event.source === window && event.data === enginePortWanted) ipcRenderer.send(channels.enginePort);
});
ipcRenderer.on(channels.enginePort, (event) => window.postMessage(enginePortHere, location.origin, [...event.ports]));

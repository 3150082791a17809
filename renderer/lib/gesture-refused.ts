import type { Host } from '../../shared/contract/host.ts';

/** The shell could not do a gesture, and says why in one Vietnamese sentence. */
export class GestureRefused extends Error {}

// what the shell did not foresee comes in Electron's own words, not in a sentence for people
const unforeseen = /^Error invoking remote method/;

/** The shell whose refused gestures can be told from errors of the program itself. */
export function withGestureSentences(host: Host): Host {
  const told = async <Value>(gesture: Promise<Value>): Promise<Value> => {
    try {
      return await gesture;
    } catch (error) {
      // across Electron's bridge only the message of an error arrives, not its class
      throw error instanceof Error && !unforeseen.test(error.message) ? new GestureRefused(error.message) : error;
    }
  };
  return {
    kind: host.kind,
    openFile: (file) => told(host.openFile(file)),
    saveFile: (file) => told(host.saveFile(file)),
    showInFolder: (path) => told(host.showInFolder(path)),
    print: () => told(host.print()),
    onMenu: (callback) => host.onMenu(callback),
    notify: (title, body) => told(host.notify(title, body)),
    mayNotify: (ask) => told(host.mayNotify(ask)),
  };
}

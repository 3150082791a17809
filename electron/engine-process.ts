import { RPCHandler } from '@orpc/server/message-port';
import { type Engine, createEngine } from './engine/engine.ts';
import { storageRefusal } from './engine/files/storage-refusal.ts';
import { callsInWords } from './shell/calls-in-words.ts';
import { type FromEngine, type ToEngine, refusedToStart } from './shell/electron-engine-messages.ts';
import { callMaxBytes } from '../shared/domain/paper-files.ts';
import { sourceResources } from './shell/locations.ts';
import { folderLog } from './shell/log.ts';

// the entry of Electron's utility process: the engine, one port a window, nothing of Electron but its parent port
const { parentPort } = process;
const tell = (message: FromEngine): void => parentPort.postMessage(message);

function open(dataFolder: string): Engine {
  return createEngine({ dataFolder, clock: () => new Date(), log: folderLog(dataFolder), drawInThread: true, dailyBackup: true, resources: sourceResources });
}

function serve(engine: Engine): void {
  const handler = new RPCHandler(engine.router, { interceptors: [callsInWords(engine.context.log, callMaxBytes)] });
  parentPort.on('message', (event) => {
    const message = event.data as ToEngine;
    if (message.kind === 'close') return void engine.close().finally(() => process.exit(0));
    const [port] = event.ports;
    if (!port) return;
    handler.upgrade(port, { context: engine.context });
    port.start();
  });
}

try {
  serve(open(process.argv[2] ?? ''));
  tell({ kind: 'ready' });
} catch (error) {
  const refusal = storageRefusal(error);
  if (!refusal) throw error;
  tell({ kind: 'refused', code: refusal.code, sentence: refusal.message });
  // the message leaves before the process does
  setTimeout(() => process.exit(refusedToStart), 100);
}

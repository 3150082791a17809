import { fileURLToPath } from 'node:url';
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { FromEngine, ToEngine } from './electron-engine-messages.ts';

/** How long the engine may take to finish its work and close the book, ms. */
const closingTime = 10_000;

/** The engine in a process of its own: a crash there leaves the window standing. */
export interface EngineProcess {
  /** Resolves once the book is open; rejects with the engine's Refusal, or an Error when it died first. */
  ready: Promise<void>;
  /** A fresh port to the engine, for one window. */
  port(): MessagePortMain;
  /** Closes the book and ends the process. */
  close(): Promise<void>;
}

/** Starts the engine over a data folder; `onCrash` hears of an end nobody asked for after it was ready. */
export function startEngine(entry: URL, dataFolder: string, onCrash: (code: number) => void): EngineProcess {
  const child = utilityProcess.fork(fileURLToPath(entry), [dataFolder], { serviceName: 'so-cong-van-engine', stdio: 'inherit' });
  let state: 'starting' | 'ready' | 'closing' | 'gone' = 'starting';

  const gone = new Promise<number>((resolve) => child.once('exit', resolve));
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (message: FromEngine) => {
      if (message.kind === 'refused') return reject(new Refusal(message.code, message.sentence));
      state = 'ready';
      resolve();
    });
    void gone.then((code) => {
      const wasReady = state === 'ready';
      state = 'gone';
      reject(new Error(`engine process ended with code ${code}`));
      if (wasReady) onCrash(code);
    });
  });
  // whoever waits for it hears of it; nobody waiting is no reason to end the program
  ready.catch(() => undefined);

  return {
    ready,
    port() {
      const { port1, port2 } = new MessageChannelMain();
      child.postMessage({ kind: 'port' } satisfies ToEngine, [port1]);
      return port2;
    },
    async close() {
      if (state === 'gone') return;
      state = 'closing';
      child.postMessage({ kind: 'close' } satisfies ToEngine);
      await Promise.race([gone, endAfter(child, closingTime)]);
    },
  };
}

const endAfter = (child: UtilityProcess, wait: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(() => {
      child.kill();
      resolve();
    }, wait).unref();
  });

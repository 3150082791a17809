import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../../../shared/domain/refusal.ts';
import type { ThreadMessage, ThreadOrder } from './read-in-thread.ts';
import { readParts } from './read-parts.ts';

const port = parentPort;
if (!port) throw new Error('import-worker runs as a worker thread');

const say = (message: ThreadMessage): void => port.postMessage(message);

/** Parts that may be under way to the reader: more would only fill its memory. */
const mostUnderWay = 2;
let underWay = 0;
let room = (): void => undefined;
port.on('message', () => {
  underWay -= 1;
  room();
});

const { order, problemsTold } = workerData as ThreadOrder;
try {
  for await (const part of readParts(order, problemsTold, () => say({ opening: true }))) {
    while (underWay >= mostUnderWay) await new Promise<void>((resolve) => (room = resolve));
    underWay += 1;
    say({ part });
  }
  say({ end: true });
} catch (error) {
  if (error instanceof Refusal) say({ refusal: { code: error.code, message: error.message, data: error.data } });
  else say({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
port.close();

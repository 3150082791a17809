import { parentPort } from 'node:worker_threads';
import { buildDocument } from './build-document.ts';
import type { BuildAnswer, BuildOrder } from './document-request.ts';

const port = parentPort;
if (!port) throw new Error('document-worker runs as a worker thread');

const answer = (said: BuildAnswer, transfer: ArrayBuffer[] = []): void => port.postMessage(said, transfer);

port.on('message', ({ order, request }: BuildOrder) => {
  buildDocument(request).then(
    (bytes) => {
      // a copy of its own: the bytes of a small file may share their memory with others
      const own = new Uint8Array(bytes);
      answer({ order, bytes: own }, [own.buffer]);
    },
    (error: unknown) => answer({ order, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});

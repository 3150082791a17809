import { parentPort } from 'node:worker_threads';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { buildBook, buildDocument } from './build-document.ts';
import type { BuildAnswer, BuildOrder } from './document-request.ts';
import { takeRows } from './row-channel.ts';

const port = parentPort;
if (!port) throw new Error('document-worker runs as a worker thread');

const answer = (said: BuildAnswer, transfer: ArrayBuffer[] = []): void => port.postMessage(said, transfer);

port.on('message', (asked: BuildOrder) => {
  const { order } = asked;
  const drawn = 'book' in asked ? buildBook(asked.book, takeRows(asked.rows)) : buildDocument(asked.request);
  drawn.then(
    (bytes) => {
      // a copy of its own: the bytes of a small file may share their memory with others
      const own = new Uint8Array(bytes);
      answer({ order, bytes: own }, [own.buffer]);
    },
    (error: unknown) => {
      if (error instanceof Refusal) answer({ order, refusal: { code: error.code, message: error.message, data: error.data } });
      else answer({ order, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    },
  );
});

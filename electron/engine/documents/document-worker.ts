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
      // the bytes of a small file may share their memory with others: those go as a copy
      const own = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : new Uint8Array(bytes).buffer;
      answer({ order, bytes: new Uint8Array(own) }, [own]);
    },
    (error: unknown) => {
      if (error instanceof Refusal) answer({ order, refusal: { code: error.code, message: error.message, data: error.data } });
      else answer({ order, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    },
  );
});

import { MessageChannel, Worker } from 'node:worker_threads';
import { Refusal } from '../../../shared/domain/refusal.ts';
import type { PrintedRow } from '../../../shared/report/printed-row.ts';
import { buildBook, buildDocument } from './build-document.ts';
import type { BookRequest, BuildAnswer, BuildOrder, DocumentRequest } from './document-request.ts';
import { giveRows } from './row-channel.ts';

export type { BookRequest, DocumentRequest } from './document-request.ts';

/** Makes files of layouts: bytes out, nothing kept. */
export interface DocumentBuilder {
  build(request: DocumentRequest): Promise<Uint8Array>;
  /** A book whose rows are read while it is drawn; what reading them throws is thrown here. */
  buildBook(book: BookRequest, rows: AsyncIterable<readonly PrintedRow[]>): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Draws where it is called: for one call of the command line, and for tests. */
export const inlineDocuments = (): DocumentBuilder => ({ build: buildDocument, buildBook, close: () => Promise.resolve() });

type Waiting = { resolve: (bytes: Uint8Array) => void; reject: (error: unknown) => void };
type Sent = { said: BuildOrder; transfer?: Parameters<Worker['postMessage']>[1] };

/**
 * Draws in a thread of its own, started with the first request, so that nobody waits while a long document is drawn. A
 * thread that dies fails what it was asked and is replaced at the next request.
 */
export function workerDocuments(workerUrl = defaultWorkerUrl()): DocumentBuilder {
  let worker: Worker | null = null;
  let orders = 0;
  const waiting = new Map<number, Waiting>();

  const lose = (lost: Worker, error: Error): void => {
    if (worker !== lost) return;
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  const start = (): Worker => {
    const started = new Worker(workerUrl);
    started.on('message', (answer: BuildAnswer) => {
      const order = waiting.get(answer.order);
      waiting.delete(answer.order);
      // nothing to do: the program may end
      if (waiting.size === 0) started.unref();
      if ('bytes' in answer) order?.resolve(answer.bytes);
      else if ('refusal' in answer) order?.reject(new Refusal(answer.refusal.code, answer.refusal.message, answer.refusal.data));
      else order?.reject(new Error(`document not drawn: ${answer.error}`));
    });
    started.on('error', (error) => lose(started, error instanceof Error ? error : new Error(String(error))));
    started.on('exit', (code) => lose(started, new Error(`document worker ended with code ${code}`)));
    started.unref();
    return started;
  };

  /** Sends an order under a number of its own; `made` may fail it before the worker answers. */
  const send = (made: (order: number, fail: (error: unknown) => void) => Sent): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      worker ??= start();
      orders += 1;
      waiting.set(orders, { resolve, reject });
      worker.ref();
      const { said, transfer } = made(orders, reject);
      worker.postMessage(said, transfer);
    });

  return {
    build: (request) => send((order) => ({ said: { order, request } })),
    buildBook: (book, rows) => {
      const { port1, port2 } = new MessageChannel();
      let stop = (): void => undefined;
      return send((order, fail) => {
        // what the book could not give is the reason, not what the worker makes of it
        stop = giveRows(port1, rows, fail);
        return { said: { order, book, rows: port2 }, transfer: [port2] };
      }).finally(() => stop());
    },
    close: async () => {
      const open = worker;
      if (!open) return;
      lose(open, new Error('documents closed'));
      await open.terminate();
    },
  };
}

/** The worker beside this file: `.ts` as written, `.js` once bundled. */
function defaultWorkerUrl(): URL {
  const ending = new URL(import.meta.url).pathname.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./document-worker.${ending}`, import.meta.url);
}

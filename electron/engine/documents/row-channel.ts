import type { MessagePort } from 'node:worker_threads';
import type { PrintedRow } from '../../../shared/report/printed-row.ts';

/** What goes from the book to the worker that draws it: asked for part by part, so that neither runs ahead. */
type Part = { rows: readonly PrintedRow[] } | { end: 'whole' | 'failed' };

/**
 * Gives rows through a port as they are asked for. What reading them threw is handed to `failed`, and the drawing ends.
 * Answers how to stop: the port of a worker that never came to life is not closed by itself.
 */
export function giveRows(port: MessagePort, rows: AsyncIterable<readonly PrintedRow[]>, failed: (error: unknown) => void): () => void {
  const iterator = rows[Symbol.asyncIterator]();
  let over = false;
  const finish = (): void => {
    if (over) return;
    over = true;
    void iterator.return?.();
  };
  const give = async (): Promise<void> => {
    try {
      const next = await iterator.next();
      if (over) return;
      if (next.done) over = true;
      port.postMessage((next.done ? { end: 'whole' } : { rows: next.value }) satisfies Part);
    } catch (error) {
      over = true;
      failed(error);
      port.postMessage({ end: 'failed' } satisfies Part);
    }
  };
  port.on('message', () => void give());
  port.on('close', finish);
  return () => {
    finish();
    port.close();
  };
}

/** Takes rows from a port; closing the loop closes the port, which ends the reading of the book. */
export async function* takeRows(port: MessagePort): AsyncGenerator<readonly PrintedRow[]> {
  try {
    for (;;) {
      const next = new Promise<Part>((resolve, reject) => {
        port.once('message', resolve);
        port.once('close', () => reject(new Error('rows ended too soon')));
      });
      port.postMessage('next');
      const part = await next;
      port.removeAllListeners('close');
      if ('rows' in part) yield part.rows;
      else if (part.end === 'whole') return;
      else throw new Error('rows could not be read');
    }
  } finally {
    port.close();
  }
}

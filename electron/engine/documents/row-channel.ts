import type { MessagePort } from 'node:worker_threads';
import type { PrintedRow } from '../../../shared/report/printed-row.ts';

/** What goes from the book to the worker that draws it: asked for part by part, so that reading is never more than one part ahead. */
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

/** Takes rows from a port, the next part being read while one is drawn; closing the loop closes the port, which ends the reading of the book. */
export async function* takeRows(port: MessagePort): AsyncGenerator<readonly PrintedRow[]> {
  try {
    for (let coming = ask(port); ; ) {
      const part = await coming;
      if ('end' in part) {
        if (part.end === 'whole') return;
        throw new Error('rows could not be read');
      }
      coming = ask(port);
      // a port that closes meanwhile is met at the next await
      coming.catch(() => undefined);
      yield part.rows;
    }
  } finally {
    port.close();
  }
}

function ask(port: MessagePort): Promise<Part> {
  const answer = new Promise<Part>((resolve, reject) => {
    const closed = (): void => reject(new Error('rows ended too soon'));
    port.once('close', closed);
    port.once('message', (part: Part) => {
      port.off('close', closed);
      resolve(part);
    });
  });
  port.postMessage('next');
  return answer;
}

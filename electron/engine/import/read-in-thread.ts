import { Worker } from 'node:worker_threads';
import { Refusal } from '../../../shared/domain/refusal.ts';
import type { ReadOrder, ReadPart } from './read-parts.ts';

/** Memory for what the thread has just made, MB: with less of it a fifth of a long import goes into tidying it; more gains nothing. */
const youngMb = 64;

/** Old heap of the thread, MB: what a workbook may unpack to is bounded by itself. */
const heapMb = 4096;
/** Longest time the thread may say nothing while it is waited for, ms. */
const silentMs = 120_000;

/** What the thread is given. */
export interface ThreadOrder {
  order: ReadOrder;
  problemsTold: number;
}

/** What the thread says. */
export type ThreadMessage = { opening: true } | { part: ReadPart } | { end: true } | { refusal: Pick<Refusal, 'code' | 'message' | 'data'> } | { failure: string };

/**
 * Reads an old book in a thread of its own, at most a few parts ahead of whoever takes them, so that lines are written
 * while the next are read. Ending the loop, or a `watch` that throws, ends the thread. The bytes pass to the thread.
 */
export async function* readInThread(order: ReadOrder, problemsTold: number, watch: () => Promise<void>): AsyncGenerator<ReadPart> {
  const { buffer } = order.bytes;
  const worker = new Worker(workerUrl(), { workerData: { order, problemsTold } satisfies ThreadOrder, resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: youngMb }, transferList: buffer instanceof ArrayBuffer ? [buffer] : [] });
  const said: ThreadMessage[] = [];
  let heard = (): void => undefined;
  const hear = (message: ThreadMessage): void => {
    said.push(message);
    heard();
  };
  worker.on('message', hear);
  worker.on('error', (error) => hear({ failure: `${String((error as NodeJS.ErrnoException).code ?? '')} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}` }));
  worker.on('exit', (code) => hear({ failure: `import worker ended with code ${code}` }));
  try {
    for (;;) {
      const message = said.shift();
      if (message === undefined) await heardWithin(silentMs, (resolve) => (heard = resolve), order.name);
      else if ('part' in message) {
        yield message.part;
        worker.postMessage('taken');
      } else if ('end' in message) return;
      else if ('refusal' in message) throw new Refusal(message.refusal.code, message.refusal.message, message.refusal.data);
      else if ('failure' in message) throw unreadable(order.name, message.failure.includes('OUT_OF_MEMORY') ? 'tệp phình ra quá lớn khi mở, quá bộ nhớ dành cho một tệp' : 'tệp hỏng hoặc có cấu trúc lạ', message.failure);
      else await watch();
    }
  } finally {
    await worker.terminate();
  }
}

/** Waits until something is heard; refused when nothing comes for that long. */
async function heardWithin(ms: number, hear: (heard: () => void) => void, name: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unreadable(name, 'đọc quá lâu nên đã dừng', 'silent')), ms);
  });
  try {
    await Promise.race([new Promise<void>(hear), silence]);
  } finally {
    clearTimeout(timer);
  }
}

const unreadable = (name: string, why: string, cause: string): Refusal =>
  new Refusal('FILE_UNREADABLE', `Không đọc được tệp «${name}»: ${why}. Mở thử tệp bằng Excel, lưu thành tệp mới rồi chọn lại; sổ chưa ghi gì.`, { problems: [{ field: 'file', message: `Tệp không đọc được: ${why}.` }] }, new Error(cause));

/** The worker beside this file: `.ts` as written, `.js` once bundled. */
function workerUrl(): URL {
  const ending = new URL(import.meta.url).pathname.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./import-worker.${ending}`, import.meta.url);
}

import { Worker, type Transferable } from 'node:worker_threads';
import { Refusal } from '../../../shared/domain/refusal.ts';
import type { AnswerOf, OrderOf, StrangerKind, StrangerMessage } from './stranger-tasks.ts';
import type { Step, StrangersFile } from './strangers-file.ts';

/** What a file may cost before it is refused. */
export interface StrangerBounds {
  workerUrl: URL;
  /** How many files are read at once. */
  threads: number;
  /** Longest time a thread may say nothing, ms: it says how far it is whenever it gets on. */
  silentMs: number;
  /** Most memory a thread may take, by what it does, MB: its heap and the bytes beside it. */
  memoryMb: (kind: StrangerKind) => number;
  /** A thread without work ends after this long, ms. */
  idleMs: number;
}

/** The threads that read what strangers have made: apart from those that draw, so that no number ever waits for them. */
export interface StrangerPool {
  /**
   * Does a work in a thread of its own. A Refusal when the file is refused, takes too long or too much memory, or cannot be
   * read; `noted` is told what happened then. `watch` hears how far it is; what it throws ends the work.
   */
  run<Kind extends StrangerKind>(
    kind: Kind,
    order: OrderOf<Kind>,
    given?: { watch?: (...step: Step) => Promise<void> | void; noted?: (what: string) => void },
  ): Promise<AnswerOf<Kind>>;
  /** Ends every thread; what they were at is refused. */
  close(): Promise<void>;
}

/**
 * Old heap of a thread, MB: far above what a work may take (`memoryMb`, looked at from outside). A table that doubles at the
 * very limit of V8 ends the whole program; below it the thread is ended first.
 */
const heapMb = 4096;
const youngMb = 64;
/** How often the memory of a working thread is looked at, ms. */
const lookMs = 50;

const usual: StrangerBounds = {
  workerUrl: besideThis('stranger-worker'),
  threads: 2,
  silentMs: 60_000,
  memoryMb: (kind) => (kind === 'stamped-pdf' || kind === 'file-text' ? 1024 : 2048),
  idleMs: 30_000,
};

const again = 'Mở thử tệp bằng chương trình đã lập nó, lưu thành tệp mới rồi chọn lại; sổ không bị ảnh hưởng gì.';
const unreadable = ({ name }: StrangersFile, why: string, cause?: unknown): Refusal =>
  new Refusal('FILE_UNREADABLE', `Không đọc được tệp «${name}»: ${why}. ${again}`, { problems: [{ field: 'file', message: `Tệp không đọc được: ${why}.` }] }, cause);

interface Thread {
  worker: Worker;
  /** Hears what the thread says while it has work. */
  hear: (message: StrangerMessage) => void;
  idle: NodeJS.Timeout | null;
}

/** Opens a pool; its threads start with the first works and never keep the program alive by themselves. */
export function openStrangerPool(bounds: Partial<StrangerBounds> = {}): StrangerPool {
  const { workerUrl, threads, silentMs, memoryMb, idleMs } = { ...usual, ...bounds };
  const all = new Set<Thread>();
  const free: Thread[] = [];
  const waiting: (() => void)[] = [];

  const end = (thread: Thread): Promise<unknown> => {
    all.delete(thread);
    const at = free.indexOf(thread);
    if (at >= 0) free.splice(at, 1);
    if (thread.idle) clearTimeout(thread.idle);
    return thread.worker.terminate();
  };

  const start = (): Thread => {
    const worker = new Worker(workerUrl, { resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: youngMb } });
    const thread: Thread = { worker, hear: () => undefined, idle: null };
    worker.on('message', (message: StrangerMessage) => thread.hear(message));
    worker.on('error', (error: unknown) => {
      const code = (error as NodeJS.ErrnoException).code;
      thread.hear({ failure: code ?? (error instanceof Error ? (error.stack ?? error.message) : String(error)) });
    });
    worker.on('exit', (code) => {
      all.delete(thread);
      thread.hear({ failure: `thread ended with code ${code}` });
    });
    worker.unref();
    all.add(thread);
    return thread;
  };

  const take = async (): Promise<Thread> => {
    while (free.length === 0 && all.size >= threads) await new Promise<void>((resolve) => waiting.push(resolve));
    const thread = free.pop() ?? start();
    if (thread.idle) clearTimeout(thread.idle);
    thread.idle = null;
    return thread;
  };

  const giveBack = (thread: Thread): void => {
    thread.hear = () => undefined;
    thread.worker.unref();
    if (all.has(thread)) {
      free.push(thread);
      thread.idle = setTimeout(() => void end(thread), idleMs);
      thread.idle.unref();
    }
    waiting.shift()?.();
  };

  return {
    async run(kind, order, { watch = () => undefined, noted = () => undefined } = {}) {
      const thread = await take();
      thread.worker.ref();
      let silence: NodeJS.Timeout | undefined;
      let looks: NodeJS.Timeout | undefined;
      try {
        return await new Promise<AnswerOf<typeof kind>>((resolve, reject) => {
          const stop = (error: unknown): void => {
            void end(thread);
            reject(error instanceof Error ? error : new Error(String(error)));
          };
          const tooMuch = (): void => {
            noted('out of memory');
            stop(unreadable(order, 'tệp phình ra quá lớn khi mở, quá bộ nhớ dành cho một tệp'));
          };
          const listen = (): void => {
            clearTimeout(silence);
            silence = setTimeout(() => {
              noted('out of time');
              stop(unreadable(order, 'đọc quá lâu nên đã dừng'));
            }, silentMs);
          };
          thread.hear = (message) => {
            if ('step' in message) {
              listen();
              void Promise.resolve(message.step).then((step) => watch(...step)).catch(stop);
            } else if ('answer' in message) resolve(message.answer as AnswerOf<typeof kind>);
            else if ('refusal' in message) reject(new Refusal(message.refusal.code, message.refusal.message, message.refusal.data));
            else if (message.failure === 'ERR_WORKER_OUT_OF_MEMORY') tooMuch();
            else {
              noted(message.failure);
              stop(unreadable(order, 'tệp hỏng hoặc có cấu trúc lạ', new Error(message.failure)));
            }
          };
          looks = watchMemory(thread.worker, memoryMb(kind) * 2 ** 20, tooMuch);
          listen();
          thread.worker.postMessage({ kind, order }, transferred(order));
        });
      } finally {
        clearTimeout(silence);
        clearInterval(looks);
        giveBack(thread);
      }
    },
    async close() {
      await Promise.all([...all].map(end));
    },
  };
}

/** Looks at a thread's memory from outside: limits of V8 do not count the bytes that lie beside its heap. */
function watchMemory(worker: Worker, mostBytes: number, tooMuch: () => void): NodeJS.Timeout {
  let asked = false;
  return setInterval(() => {
    if (asked) return;
    asked = true;
    worker.getHeapStatistics().then(
      ({ used_heap_size: heap, external_memory: beside }) => {
        asked = false;
        if (heap + beside > mostBytes) tooMuch();
      },
      // not begun yet, and asked again; or ended: whoever waits for it hears that
      () => {
        asked = false;
      },
    );
  }, lookMs);
}

/** The bytes go over without a copy; nobody else may hold them. */
const transferred = ({ bytes: { buffer } }: StrangersFile): Transferable[] => (buffer instanceof ArrayBuffer ? [buffer] : []);

/** A worker beside this file: `.ts` as written, `.js` once bundled. */
function besideThis(name: string): URL {
  const ending = new URL(import.meta.url).pathname.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./${name}.${ending}`, import.meta.url);
}

let shared: StrangerPool | null = null;

/** The pool of this process: engines come and go, its threads stay as long as there is work. */
export const sharedStrangerPool = (): StrangerPool => (shared ??= openStrangerPool());

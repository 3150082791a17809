import { Refusal } from '../../../shared/domain/refusal.ts';
import type { EngineParts } from '../engine-parts.ts';
import { backfillLetters, indexLinesWith, keepFileText, nextUnreadFile, settleFileText, type UnreadFile } from '../storage/file-text-repository.ts';
import type { FileText } from '../storage/file-text.ts';
import type { TextKeeper } from './text-keeper.ts';

/** After which rest what has come is looked at, ms: a person may still be entering. */
const restMs = 250;
/** A step of writing is made longer or shorter until it takes about so long, ms: a number waits for one step at most. */
const stepMs = 8;
const mostLines = 200;
/** Files of more bytes are not read: the whole of one stands in memory. */
const largestBytes = 64 * 2 ** 20;
/** Names of files that may have text; one without an ending is looked into. */
const mayHaveText = /(?:^|[\\/])[^.]*$|\.(?:pdf|docx|docm|txt)$/i;

type Outcome = FileText | { state: 'unreadable'; reason: string };

/** Starts to look after the texts of an engine's book. */
export function startTextKeeper(parts: EngineParts): TextKeeper {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> | null = null;
  let again = false;
  let atOnce = 20;
  let paused = 0;
  let halt = Promise.withResolvers<null>();
  const passedOver = new Set<string>();
  const usable = (): boolean => !stopped && paused === 0 && !parts.book.damage() && parts.book.missing().length === 0;

  /** Does a step of writing, then leaves as much time to others as it took. */
  const step = async <Result>(work: (held: EngineParts) => Promise<Result>): Promise<Result> => {
    let took = 0;
    const result = await parts.write(async (held) => {
      const begun = performance.now();
      const done = await work(held);
      took = performance.now() - begun;
      return done;
    });
    atOnce = took > 2 * stepMs ? Math.max(1, Math.floor(atOnce / 2)) : took < stepMs / 2 ? Math.min(mostLines, atOnce * 2) : atOnce;
    await new Promise((resolve) => setTimeout(resolve, Math.min(50, took)));
    return result;
  };

  /** Reads the next file; false when none waits. */
  const readNext = async (): Promise<boolean> => {
    const file = await nextUnreadFile(parts.database, [...passedOver]);
    if (!file) return false;
    const outcome = await Promise.race([textOf(parts, file), halt.promise]);
    if (outcome === null || !usable()) return false;
    if (outcome === 'later') passedOver.add(file.sha256);
    else await keep(file.sha256, outcome);
    return true;
  };

  const keep = async (sha256: string, outcome: Outcome): Promise<void> => {
    await step(({ database }) => keepFileText(database, sha256, outcome));
    for (const book of ['incoming', 'outgoing'] as const) {
      let after: number | null = 'words' in outcome ? 0 : null;
      while (after !== null) {
        if (!usable()) return;
        const from: number = after;
        after = await step(({ database }) => indexLinesWith(database, book, sha256, from, atOnce));
      }
    }
    await step(({ database }) => settleFileText(database, sha256, outcome.state));
  };

  const work = async (until: number): Promise<void> => {
    try {
      do {
        again = false;
        while (usable() && performance.now() < until) {
          // asked of the reader first: nobody's writing waits for a question
          const letters = await parts.database.selectFrom('textBackfill').select('book').executeTakeFirst();
          if (letters) await step(({ database }) => backfillLetters(database, atOnce));
          else if (!(await readNext())) break;
        }
      } while (again && usable() && performance.now() < until);
    } catch (error) {
      // the book is busy, closing or not to be written to: what waits goes on waiting, and is looked for again
      parts.log.warn({ err: error }, 'texts not read to the end');
    }
  };

  const run = (until = Infinity): Promise<void> => {
    if (underWay) {
      again = true;
      return underWay;
    }
    underWay = work(until).finally(() => {
      underWay = null;
    });
    return underWay;
  };

  return {
    wake() {
      if (stopped) return;
      if (underWay) {
        again = true;
        return;
      }
      clearTimeout(timer);
      timer = setTimeout(() => void run(), restMs);
      timer.unref();
    },
    async settle(atMostMs = Infinity) {
      clearTimeout(timer);
      if (atMostMs === Infinity) return run();
      const limit = new Promise<void>((resolve) => setTimeout(resolve, atMostMs).unref());
      await Promise.race([run(performance.now() + atMostMs), limit]);
    },
    async pause(work) {
      paused += 1;
      halt.resolve(null);
      try {
        await underWay;
        return await work();
      } finally {
        paused -= 1;
        halt = Promise.withResolvers<null>();
        passedOver.clear();
        this.wake();
      }
    },
    async close() {
      stopped = true;
      clearTimeout(timer);
      halt.resolve(null);
      await underWay;
    },
  };
}

/** What a file says; `later` when the disk does not give it just now. */
async function textOf({ files, strangers, log }: EngineParts, { sha256, names, size }: UnreadFile): Promise<Outcome | 'later'> {
  const name = names.find((each) => mayHaveText.test(each));
  if (name === undefined) return { state: 'none', reason: 'loại tệp này không đọc được chữ bên trong' };
  if (size > largestBytes) return { state: 'none', reason: `tệp lớn hơn ${largestBytes / 2 ** 20} MB nên không đọc chữ bên trong` };
  let bytes: Buffer<ArrayBuffer> | null;
  try {
    bytes = await files.read(sha256);
  } catch (error) {
    log.warn({ err: error, sha256 }, 'an attached file could not be read just now');
    return 'later';
  }
  if (bytes === null) return { state: 'unreadable', reason: 'tệp không còn trong thư mục dữ liệu' };
  try {
    return await strangers('file-text', { name, bytes });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { state: 'unreadable', reason: error.message };
  }
}

import { parentPort } from 'node:worker_threads';
import { Refusal } from '../../../shared/domain/refusal.ts';
import type { AnswerOf, StrangerKind, StrangerMessage, StrangerOrder } from './stranger-tasks.ts';
import type { Step } from './strangers-file.ts';

const port = parentPort;
if (!port) throw new Error('stranger-worker runs as a worker thread');

// what the readers print about a file goes nowhere: it is the file's own words, and standard output belongs to the answer
const silent = (): void => undefined;
Object.assign(console, { log: silent, info: silent, warn: silent, error: silent, debug: silent });

const say = (message: StrangerMessage, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);
const step = (...told: Step): Promise<void> => Promise.resolve(say({ step: told }));
const reading = (): Promise<void> => step('Đang đọc chữ trong tệp', 0, null);
const opening = (): Promise<void> => step('Đang mở tệp', 0, null);

/** Does one work; what reads a format is loaded with the first file of it. */
async function answer(asked: StrangerOrder): Promise<AnswerOf<StrangerKind>> {
  switch (asked.kind) {
    case 'stamped-pdf': {
      const { bytes, page, place, facts, fonts } = asked.order;
      return (await import('../documents/stamped-pdf.ts')).buildStampedPdf(bytes, page, place, facts, fonts);
    }
    case 'file-text':
      return (await import('../texts/read-file-text.ts')).readFileText(asked.order, reading);
    case 'sent-tables':
      return (await import('../import/sent-tables.ts')).readTablesOf(asked.order, opening);
    case 'named-sheet':
      return (await import('../import/read-named-sheet.ts')).readNamedSheetOf(asked.order, opening);
    case 'old-book-preview':
      return (await import('../import/preview-old-book.ts')).previewOldBook(asked.order, step);
    case 'old-book-parts': {
      const { readParts } = await import('../import/read-parts.ts');
      const { problemsTold, ...order } = asked.order;
      const parts = [];
      for await (const part of readParts(order, problemsTold, opening)) parts.push(part);
      return parts;
    }
  }
}

port.on('message', (asked: StrangerOrder) => {
  answer(asked).then(
    (made) => say({ answer: made }),
    (error: unknown) => {
      if (error instanceof Refusal) say({ refusal: { code: error.code, message: error.message, data: error.data } });
      else say({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    },
  );
});

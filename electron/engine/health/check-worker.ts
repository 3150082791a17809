import { parentPort, workerData } from 'node:worker_threads';
import { auditBook, glanceAtBook } from './audit-book.ts';
import type { CheckAnswers, CheckMessage, CheckOrder } from './check-orders.ts';
import { examineBook } from './examine-book.ts';

const port = parentPort;
if (!port) throw new Error('check-worker runs as a worker thread');

const say = (message: CheckMessage): void => port.postMessage(message);

function answer(order: CheckOrder): CheckAnswers[keyof CheckAnswers] {
  switch (order.kind) {
    case 'glance':
      return glanceAtBook(order.path);
    case 'audit':
      return auditBook(order.path);
    case 'health':
      return examineBook(order, (...progress) => say({ progress }));
  }
}

try {
  say({ answer: answer(workerData as CheckOrder) });
} catch (error) {
  const { message, code } = error as NodeJS.ErrnoException;
  say({ failure: { message, code: code ?? null } });
}

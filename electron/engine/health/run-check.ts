import { Worker } from 'node:worker_threads';
import type { Watch } from '../backup/watch.ts';
import type { CheckAnswers, CheckMessage, CheckOrder, CopyAudit, HealthReport } from './check-orders.ts';

/** What SQLite sees at a glance is wrong with a file, or null. */
export const glanceAt = (path: string, watch: Watch): Promise<string | null> => runCheck<'glance'>({ kind: 'glance', path }, watch);

/** Looks through a copy of the book. */
export const auditCopy = (path: string, watch: Watch): Promise<CopyAudit> => runCheck<'audit'>({ kind: 'audit', path }, watch);

/** Walks every rule of the health check. */
export const examine = (order: Omit<Extract<CheckOrder, { kind: 'health' }>, 'kind'>, watch: Watch): Promise<HealthReport> => runCheck<'health'>({ kind: 'health', ...order }, watch);

/** Checks in a thread of their own, so that nobody waits meanwhile; a watch that throws ends the thread. Fails with SQLite's code when the file cannot be read. */
function runCheck<Kind extends keyof CheckAnswers>(order: CheckOrder & { kind: Kind }, watch: Watch): Promise<CheckAnswers[Kind]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerUrl(), { workerData: order });
    const fail = (error: unknown): void => {
      reject(error instanceof Error ? error : new Error(String(error)));
      void worker.terminate();
    };
    worker.on('message', (message: CheckMessage) => {
      if ('answer' in message) return resolve(message.answer as CheckAnswers[Kind]);
      if ('failure' in message) return fail(Object.assign(new Error(message.failure.message), message.failure.code === null ? {} : { code: message.failure.code }));
      try {
        watch(...message.progress);
      } catch (error) {
        fail(error);
      }
    });
    worker.on('error', fail);
    // after an answer this changes nothing
    worker.on('exit', (code) => fail(new Error(`check worker ended with code ${code}`)));
  });
}

/** The worker beside this file: `.ts` as written, `.js` once bundled. */
function workerUrl(): URL {
  const ending = new URL(import.meta.url).pathname.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./check-worker.${ending}`, import.meta.url);
}

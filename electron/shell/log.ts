import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';

/** Codes and ids only: what letters say never enters a log. */
const options = { base: null, redact: ['input', 'letter', 'body', 'subject'] };

/** Warnings and errors of a script on standard error. */
export const scriptLog = (): Logger => pino({ ...options, level: 'warn' }, pino.destination({ dest: 2, sync: true }));

/** The program's log in its data folder (`nhat-ky/so-cong-van.log`). */
export function folderLog(dataFolder: string): Logger {
  const folder = join(dataFolder, 'nhat-ky');
  mkdirSync(folder, { recursive: true });
  return pino({ ...options, level: 'info' }, pino.destination({ dest: join(folder, 'so-cong-van.log'), sync: true }));
}

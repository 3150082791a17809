import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import { boundedLogFile, type LogBounds } from './bounded-log-file.ts';

/** Codes and ids only: what letters say never enters a log. */
const options = { base: null, redact: ['input', 'letter', 'body', 'subject'] };

/** Warnings and errors of a script on standard error. */
export const scriptLog = (): Logger => pino({ ...options, level: 'warn' }, pino.destination({ dest: 2, sync: true }));

/** The program's log in its data folder (`nhat-ky/so-cong-van.log`), within its bounds. */
export function folderLog(dataFolder: string, bounds: Partial<LogBounds> = {}): Logger {
  const folder = join(dataFolder, 'nhat-ky');
  mkdirSync(folder, { recursive: true });
  return pino({ ...options, level: 'info' }, boundedLogFile(join(folder, 'so-cong-van.log'), bounds));
}

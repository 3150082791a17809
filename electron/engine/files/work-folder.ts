import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from './make-folder.ts';

/** Runs a work with a folder of its own inside the data folder (same disk: what is made there can be renamed into place), taken away afterwards. */
export async function withWorkFolder<Result>(dataFolder: string, work: (folder: string) => Promise<Result>): Promise<Result> {
  const place = join(dataFolder, 'tam');
  sweepAbandoned(place);
  const folder = join(place, `${process.pid}-${randomBytes(6).toString('hex')}`);
  makeFolder(folder);
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What processes that were killed have left. */
function sweepAbandoned(place: string): void {
  if (!existsSync(place)) return;
  for (const name of readdirSync(place)) {
    const pid = /^(\d+)-[0-9a-f]{12}$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(place, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

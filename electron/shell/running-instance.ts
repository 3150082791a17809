import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '../engine/files/atomic-write.ts';

const fileName = 'dang-chay.json';

interface Running {
  pid: number;
  port: number;
  token: string;
}

/** Leaves word in the data folder that the program serves it, for a second start. */
export function announce(dataFolder: string, running: Running): void {
  writeAtomically(join(dataFolder, fileName), Buffer.from(JSON.stringify(running)));
}

/** Takes the word back, when it is still this process's. */
export function withdraw(dataFolder: string): void {
  if (readRunning(dataFolder)?.pid === process.pid) rmSync(join(dataFolder, fileName), { force: true });
}

/** A fresh address of the program that already serves this data folder; null when none answers (a killed one leaves its word behind). */
export async function addressOfRunning(dataFolder: string): Promise<string | null> {
  const running = readRunning(dataFolder);
  if (!running) return null;
  try {
    const response = await fetch(`http://127.0.0.1:${running.port}/mo-lai`, { method: 'POST', headers: { Authorization: `Bearer ${running.token}` }, signal: AbortSignal.timeout(3000) });
    const address = response.ok ? await response.text() : '';
    // whoever listens there now may be another program
    return address.startsWith(`http://127.0.0.1:${running.port}/?khoa=`) ? address : null;
  } catch {
    // nobody listens there any more
    return null;
  }
}

function readRunning(dataFolder: string): Running | null {
  const path = join(dataFolder, fileName);
  if (!existsSync(path)) return null;
  try {
    const { pid, port, token } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Running>;
    return pid !== undefined && port !== undefined && token !== undefined ? { pid, port, token } : null;
  } catch {
    // half a word is none
    return null;
  }
}

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '../engine/files/atomic-write.ts';
import { isProof, isStillThat, newChallenge, processStart, proofOf } from './instance-proof.ts';

const fileName = 'dang-chay.json';

interface Running {
  pid: number;
  port: number;
  /** What both starts can read and neither sends. */
  secret: string;
}

/** Leaves word in the data folder that the program serves it, for a second start. */
export function announce(dataFolder: string, running: Running): void {
  const word = { ...running, started: processStart(running.pid) };
  writeAtomically(join(dataFolder, fileName), Buffer.from(JSON.stringify(word)));
}

/** Takes the word back, when it is still this process's. */
export function withdraw(dataFolder: string): void {
  if (readRunning(dataFolder)?.pid === process.pid) rmSync(join(dataFolder, fileName), { force: true });
}

/** How long the running program may take to answer, ms. */
const patienceMs = 3000;

/**
 * A fresh address of the program that already serves this data folder; null when it is gone (a killed one leaves its word
 * behind) or whoever answers on its port cannot show that it is that program.
 */
export async function addressOfRunning(dataFolder: string): Promise<string | null> {
  const running = readRunning(dataFolder);
  if (!running || !isStillThat(running.pid, running.started)) return null;
  const { port, secret } = running;
  const ask = (headers: Record<string, string>): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}/mo-lai`, { method: 'POST', headers, redirect: 'error', signal: AbortSignal.timeout(patienceMs) });
  try {
    const ours = newChallenge();
    const [theirs = '', proof = ''] = (await (await ask({ 'X-Challenge': ours })).text()).split(' ');
    if (!isProof(proof, secret, 'server', port, `${ours} ${theirs}`)) return null;
    const response = await ask({ 'X-Challenge': theirs, 'X-Proof': proofOf(secret, 'caller', port, theirs) });
    const address = response.ok ? await response.text() : '';
    return address.startsWith(`http://127.0.0.1:${port}/?khoa=`) ? address : null;
  } catch {
    // nobody listens there any more
    return null;
  }
}

function readRunning(dataFolder: string): (Running & { started: string | null }) | null {
  const path = join(dataFolder, fileName);
  if (!existsSync(path)) return null;
  try {
    const { pid, port, secret, started = null } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Running & { started: string | null }>;
    return pid !== undefined && port !== undefined && secret !== undefined ? { pid, port, secret, started } : null;
  } catch {
    // half a word is none
    return null;
  }
}

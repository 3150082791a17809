import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { auditRegister } from '../fixtures/register-audit.ts';

const program = fileURLToPath(new URL('../fixtures/issue-many.ts', import.meta.url));

interface Issuer {
  child: ChildProcess;
  acknowledged: number[];
  ready: Promise<void>;
  /** The first number has been acknowledged (or the process is gone). */
  begun: Promise<void>;
  ended: Promise<number | null>;
}

function startIssuer(dataFolder: string, count: number, name: string): Issuer {
  const child = spawn(process.execPath, [program, dataFolder, String(count), name], { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: number[] = [];
  const ready = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === 'ready') ready.resolve();
      else if (acknowledged.push((JSON.parse(line) as { codeNumber: number }).codeNumber) === 1) begun.resolve();
    }
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', (exit) => resolve(exit)));
  void ended.then(() => (ready.resolve(), begun.resolve()));
  return { child, acknowledged, ready: ready.promise, begun: begun.promise, ended };
}

/** Two processes issue `each` letters into one new folder at once: all numbers consecutive and distinct. */
export async function twoWriters(dataFolder: string, each: number): Promise<void> {
  const issuers = [startIssuer(dataFolder, each, 'a'), startIssuer(dataFolder, each, 'b')];
  expect(await Promise.all(issuers.map((issuer) => issuer.ended))).toEqual([0, 0]);
  const given = issuers.flatMap((issuer) => issuer.acknowledged).sort((one, other) => one - other);
  expect(given).toEqual(Array.from({ length: 2 * each }, (_, index) => index + 1));
  const { numbers, faults } = auditRegister(dataFolder);
  expect(faults).toEqual([]);
  expect(numbers.length).toBe(2 * each);
}

/** Kills an issuing process `kills` times at instants spread by `random` (0–1): nothing acknowledged is lost or doubled. */
export async function killedWriter(dataFolder: string, kills: number, random: () => number): Promise<{ acknowledged: number; given: number }> {
  const acknowledged: number[] = [];
  for (let kill = 1; kill <= kills; kill += 1) {
    const issuer = startIssuer(dataFolder, 1_000_000, `lần ${kill}`);
    // one in eight dies while it still starts, three around its first number, four in the middle of the work
    const when = random();
    if (when > 0.5) await issuer.begun;
    else if (when > 0.125) await issuer.ready;
    await new Promise((resolve) => setTimeout(resolve, random() * 150));
    issuer.child.kill('SIGKILL');
    await issuer.ended;
    acknowledged.push(...issuer.acknowledged);
  }
  // as if a minute had passed: documents of calls that were killed are abandoned
  const waiting = join(dataFolder, 'tep', 'moi');
  for (const name of readdirSync(waiting)) utimesSync(join(waiting, name), new Date(0), new Date(0));
  const finisher = startIssuer(dataFolder, 1, 'sau cùng');
  expect(await finisher.ended).toBe(0);
  expect(readdirSync(waiting)).toEqual([]);
  acknowledged.push(...finisher.acknowledged);
  expect(new Set(acknowledged).size).toBe(acknowledged.length);
  const { numbers, faults } = auditRegister(dataFolder);
  expect(faults).toEqual([]);
  const kept = new Set(numbers.map((line) => line.codeNumber));
  expect(acknowledged.filter((number) => !kept.has(number))).toEqual([]);
  return { acknowledged: acknowledged.length, given: numbers.length };
}

/** A small seeded generator (mulberry32), so that a failing run can be repeated. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { readdirSync, utimesSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import BetterSqlite3 from 'better-sqlite3';
import fc from 'fast-check';
import { expect } from 'vitest';
import { databaseFileName } from '../../electron/engine/storage/open-database.ts';
import { numberWithSuffix } from '../../shared/domain/numbering.ts';
import { bookContent } from '../fixtures/book-content.ts';
import { clientOf } from '../fixtures/demonstration.ts';
import { historyFaults, linkFaults } from '../fixtures/history-audit.ts';
import { indexFaults } from '../fixtures/index-audit.ts';
import { compareWithModel, moments } from '../fixtures/owed-compare.ts';
import { worldOf } from '../fixtures/owed-world.ts';
import { auditRegister } from '../fixtures/register-audit.ts';
import type { Client } from '../fixtures/open-engine.ts';
import { doAct, nothingYet, prepareOffice, type TrialAct, trialKinds, type Acknowledged } from '../fixtures/register-trial.ts';
import { newFolder, removeFolder } from '../fixtures/temporary-folder.ts';
import { testEngine } from '../fixtures/test-engine.ts';
import { trackingFaults } from '../fixtures/tracking-audit.ts';
import { trackingKinds } from '../fixtures/tracking-trial.ts';
import { seeded } from './numbering-trial.ts';

/** Sequences of up to `most` acts. */
export const anyActs = (most: number): fc.Arbitrary<TrialAct[]> =>
  fc.array(fc.record({ kind: fc.constantFrom(...trialKinds), pick: fc.nat(1000), other: fc.nat(1000), value: fc.nat(1000) }), { minLength: Math.floor(most / 2), maxLength: most, size: 'max' });

/** The same of acts that mostly deal with who owes what, by letters that are issued, cancelled and replaced meanwhile. */
export const trackingActs = (most: number): fc.Arbitrary<TrialAct[]> =>
  fc.array(fc.record({ kind: fc.constantFrom(...trackingKinds, ...trackingKinds, 'out.letter' as const, 'out.letter' as const, 'out.letter' as const, 'out.cancel' as const, 'out.restore' as const, 'out.restore' as const, 'out.mark' as const, 'in.register' as const, 'in.cancel' as const, 'undo' as const, 'undo' as const), pick: fc.nat(1000), other: fc.nat(1000), value: fc.nat(1000) }), { minLength: Math.floor(most / 2), maxLength: most, size: 'max' });

const act = (kind: TrialAct['kind'], pick = 0, value = 1): TrialAct => ({ kind, pick, other: 1, value });
/** A few acts of every sort: three arrivals, one with a due day changed twice, one outgoing dispatch. */
export const plainActs: readonly TrialAct[] = [act('in.register'), act('in.register'), act('in.register'), act('in.change', 1, 1), act('out.register')];
/** Letters that ask for reports once, daily, of many: walks begin with them, so that there is something to report. */
const firstLetters: readonly TrialAct[] = [1, 7, 10].map((pick) => ({ kind: 'out.letter', pick, other: pick, value: pick }));

/** Does the acts on a new folder and answers everything that is wrong afterwards; `plant` is SQL that spoils the book first. */
export async function runActs(acts: readonly TrialAct[], { plant }: { plant?: string } = {}): Promise<string[]> {
  const folder = newFolder();
  const engine = testEngine(folder);
  try {
    const client = clientOf(engine);
    await prepareOffice(client);
    const known = { incoming: [] as number[], outgoing: [] as number[] };
    const told = nothingYet();
    for (const act of [...(plant === undefined ? firstLetters : []), ...acts]) await doAct(client, act, known, told);
    await compareWithModel(client, worldOf(folder));
    const unhealthy = await healthFaults(client);
    await engine.close();
    if (plant !== undefined) spoil(folder, plant);
    return [...unhealthy, ...allFaults(folder, told)];
  } finally {
    await engine.close().catch(() => undefined);
    removeFolder(folder);
  }
}

/** Does the first acts, keeps a backup, does the others, restores: answers what is wrong and whether the book is that of the backup. */
export async function runAroundBackup(before: readonly TrialAct[], after: readonly TrialAct[]): Promise<{ faults: string[]; same: boolean }> {
  const folder = newFolder();
  const engine = testEngine(folder);
  try {
    const client = clientOf(engine);
    await prepareOffice(client);
    const known = { incoming: [] as number[], outgoing: [] as number[] };
    const told = nothingYet();
    for (const act of [...firstLetters, ...before]) await doAct(client, act, known, told);
    const atBackup = { incoming: new Map(told.incoming), outgoing: new Map(told.outgoing), tracking: [...told.tracking] };
    const then = bookContent(folder).tables;
    const { path } = await client.backup.create({ to: join(folder, 'giữ') });
    expect(await client.backup.verify({ path })).toMatchObject({ verified: true });
    for (const act of after) await doAct(client, act, known, told);
    await client.backup.restore({ path });
    await compareWithModel(client, worldOf(folder), moments.slice(0, 3));
    await engine.close();
    const now = bookContent(folder, ['restores']).tables;
    return { faults: allFaults(folder, atBackup).filter((fault) => !fault.includes('belongs to no number')), same: JSON.stringify(now) === JSON.stringify(then) };
  } finally {
    await engine.close().catch(() => undefined);
    removeFolder(folder);
  }
}

function spoil(folder: string, sql: string): void {
  const database = new BetterSqlite3(join(folder, databaseFileName));
  database.exec(sql);
  database.close();
}

/** What the health check finds in a book of random acts: what it says of their days, and of reports whose paper was cancelled, is the acts' own doing. */
async function healthFaults(client: Client): Promise<string[]> {
  return (await client.health.check()).findings.filter(({ rule, message }) => !rule.startsWith('date-') && !/ đã hủy, mà .* đã báo cáo /.test(message)).map(({ rule, message }) => `health: ${rule}: ${message}`);
}

/** Everything an archivist, the histories, the index and the acknowledgements would object to. */
function allFaults(folder: string, told: Pick<Acknowledged, 'incoming' | 'outgoing' | 'tracking'>): string[] {
  const { faults } = auditRegister(folder);
  const database = new BetterSqlite3(join(folder, databaseFileName), { readonly: true });
  try {
    const arrival = database.prepare('SELECT year, arrivalNumber AS number FROM incoming WHERE id = ?');
    const issue = database.prepare('SELECT codeNumber, codeNotation FROM outgoing WHERE id = ?');
    const lost: string[] = [];
    for (const [id, given] of told.incoming) {
      const kept = arrival.get(id) as typeof given | undefined;
      if (kept?.year !== given.year || kept.number !== given.number) lost.push(`incoming ${id} was told ${JSON.stringify(given)}, the book has ${JSON.stringify(kept)}`);
    }
    for (const [id, code] of told.outgoing) {
      const kept = issue.get(id) as { codeNumber: number | null; codeNotation: string } | undefined;
      if (!kept || `${kept.codeNumber === null ? '' : numberWithSuffix(kept.codeNumber, '')}/${kept.codeNotation}` !== code) lost.push(`outgoing ${id} was told ${code}, the book has ${JSON.stringify(kept)}`);
    }
    const act = database.prepare('SELECT 1 FROM trackingAct WHERE id = ?');
    for (const id of told.tracking) if (!act.get(id)) lost.push(`the act ${id} on what is tracked was told and is not there`);
    return [...faults, ...lost, ...trackingFaults(database), ...historyFaults(database), ...linkFaults(database), ...indexFaults(database)];
  } finally {
    database.close();
  }
}

const program = fileURLToPath(new URL('../fixtures/register-many.ts', import.meta.url));

/** Kills a process that does random acts `kills` times; answers how many acts were acknowledged in all. */
export async function killedRegister(folder: string, kills: number, seed: number): Promise<number> {
  const random = seeded(seed);
  const told = nothingYet();
  for (let kill = 1; kill <= kills + 1; kill += 1) {
    const last = kill > kills;
    const child = spawn(process.execPath, [program, folder, String(Math.floor(random() * 2 ** 31)), last ? '5' : '1000000'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const begun = Promise.withResolvers<void>();
    let rest = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        begun.resolve();
        const word = JSON.parse(line) as { incoming?: [number, { year: number; number: number }][]; outgoing?: [number, string][]; tracking?: number[] };
        for (const [id, given] of word.incoming ?? []) told.incoming.set(id, given);
        for (const [id, code] of word.outgoing ?? []) told.outgoing.set(id, code);
        told.tracking.push(...(word.tracking ?? []));
        told.done += 1;
      }
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', (exit) => resolve(exit)));
    void ended.then(() => begun.resolve());
    if (last) expect(await ended).toBe(0);
    else {
      if (random() > 0.1) await begun.promise;
      await new Promise((resolve) => setTimeout(resolve, random() * 400));
      child.kill('SIGKILL');
      await ended;
      // as if a minute had passed: files of calls that were killed are abandoned
      const waiting = join(folder, 'tep', 'moi');
      try {
        for (const name of readdirSync(waiting)) utimesSync(join(waiting, name), new Date(0), new Date(0));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    }
  }
  expect(allFaults(folder, told)).toEqual([]);
  const engine = testEngine(folder);
  try {
    await compareWithModel(clientOf(engine), worldOf(folder), moments.slice(0, 1));
    expect(await healthFaults(clientOf(engine))).toEqual([]);
  } finally {
    await engine.close();
  }
  return told.done;
}


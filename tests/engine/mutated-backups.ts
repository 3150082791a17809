import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { ORPCError } from '@orpc/client';
import { expect } from 'vitest';
import { databaseFileName } from '../../electron/engine/storage/open-database.ts';
import { isOwnSchema, schemaDifferences } from '../../electron/engine/storage/schema-check.ts';
import { clientOf } from '../fixtures/demonstration.ts';
import { mutatedBackup } from '../fixtures/mutated-backup.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { testEngine } from '../fixtures/test-engine.ts';

/** What came of the trials. */
export interface Trials {
  refused: number;
  restored: number;
}

/**
 * Backups harmed inside: what `verify` calls good is restored and is a sound book afterwards, with the program's own
 * promises; what it refuses, it refuses in words, and a restore of it leaves the book as it was.
 */
export async function tryMutatedBackups(preparedFolder: () => Promise<string>, seeds: readonly number[]): Promise<Trials> {
  const trials: Trials = { refused: 0, restored: 0 };
  for (const seed of seeds) {
    const { path, harm } = await mutatedBackup(await preparedFolder(), temporaryFolder(), seed);
    const folder = await preparedFolder();
    const engine = testEngine(folder);
    try {
      const client = clientOf(engine);
      const said = await refusal(client.backup.verify({ path }));
      const told = `${seed}: ${harm.join(', ')}: ${said?.message ?? 'tốt'}`;
      const before = contentOf(folder);
      const restoring = await refusal(client.backup.restore({ path }));
      expect(restoring?.code ?? null, told).toBe(said?.code ?? null);
      if (said) {
        expect(said.code, told).not.toBe('INTERNAL_SERVER_ERROR');
        expect(contentOf(folder), told).toEqual(before);
        trials.refused += 1;
        continue;
      }
      trials.restored += 1;
      await soundBook(engine, folder, told);
    } finally {
      await engine.close();
    }
  }
  return trials;
}

/** The book is whole, has the program's own schema, and every line opens or is named by the health check. */
async function soundBook(engine: ReturnType<typeof testEngine>, folder: string, told: string): Promise<void> {
  const client = clientOf(engine);
  const book = new BetterSqlite3(join(folder, databaseFileName), { readonly: true });
  try {
    expect(isOwnSchema(schemaDifferences(book)), told).toBe(true);
    expect(book.pragma('integrity_check', { simple: true }), told).toBe('ok');
    expect(book.pragma('foreign_key_check'), told).toEqual([]);
    const { findings } = await client.health.check();
    const named = new Set(findings.map(({ where }) => `${where.kind} ${where.id ?? ''}`));
    for (const kind of ['incoming', 'outgoing'] as const) {
      for (const { id } of book.prepare(`SELECT id FROM ${kind}`).all() as { id: number }[]) {
        const failed = await refusal(kind === 'incoming' ? client.incoming.get({ id }) : client.outgoing.get({ id }));
        if (failed !== null) expect([...named], `${told}; ${kind} ${id}: ${failed.message}`).toContain(`${kind} ${id}`);
      }
    }
  } finally {
    book.close();
  }
}

async function refusal(call: Promise<unknown>): Promise<{ code: string; message: string } | null> {
  try {
    await call;
    return null;
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error;
    return { code: String(error.code), message: error.message };
  }
}

/** Every row of the tables in which the register stands. */
function contentOf(folder: string): unknown {
  const book = new BetterSqlite3(join(folder, databaseFileName), { readonly: true });
  try {
    return ['book', 'incoming', 'outgoing', 'incomingHistory', 'outgoingHistory', 'setting'].map((table) => book.prepare(`SELECT * FROM ${table}`).all());
  } finally {
    book.close();
  }
}

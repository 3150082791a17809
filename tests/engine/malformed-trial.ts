import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { createRouterClient, ORPCError } from '@orpc/server';
import { expect, onTestFinished } from 'vitest';
import { databaseFileName } from '../../electron/engine/storage/open-database.ts';
import { listProcedures } from '../../electron/shell/cli-list.ts';
import { refusals } from '../../shared/contract/errors.ts';
import { bookContent } from '../fixtures/book-content.ts';
import { malformedInputs } from '../fixtures/malformed-inputs.ts';
import { officeWithLetters } from '../fixtures/office-with-letters.ts';
import { sampleLetter } from '../fixtures/sample-letters.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

type Call = (input: unknown) => Promise<unknown>;

/** Calls that take minutes, or put another book in place of the one that is looked at. */
const leftOut = new Set(['demo.load']);

const vietnamese = /[à-ỹđ]/i;

/**
 * Calls every procedure with so many malformed inputs of its own. What is refused has a known code and a Vietnamese
 * sentence, and has changed nothing: neither a row nor a file of the store. Answers how many were refused and taken.
 */
export async function tryMalformed(seed: number, amount: number): Promise<{ refused: number; taken: number }> {
  const { engine, folder, client } = await officeWithLetters(2);
  await client.outgoing.draft(sampleLetter());
  await client.incoming.register({ organName: 'Sở Y tế', subject: 'việc', files: [new File(['%PDF-1.4 x'], 'a.pdf')] });
  await client.agencies.save({ name: 'Sở Y tế' });
  // names without a folder shall not leave files in the project
  const before = process.cwd();
  process.chdir(temporaryFolder());
  onTestFinished(() => process.chdir(before));
  const watcher = new BetterSqlite3(join(folder, databaseFileName), { readonly: true });
  onTestFinished(() => void watcher.close());
  const version = (): unknown => watcher.pragma('data_version', { simple: true });
  const stored = (): string => readdirSync(join(folder, 'tep'), { recursive: true, encoding: 'utf8' }).sort().join();
  const all: unknown = createRouterClient(engine.router, { context: engine.context });
  const faults: string[] = [];
  let [refused, taken] = [0, 0];
  for (const [at, { procedure, input: schema }] of listProcedures().entries()) {
    if (leftOut.has(procedure)) continue;
    const call = procedure.split('.').reduce((section, name) => (section as Record<string, unknown>)[name], all) as Call;
    for (const { input, what } of malformedInputs(schema, seed * 1000 + at, amount)) {
      // what was attached before is read meanwhile
      await engine.context.texts.settle();
      const [rows, files] = [bookContent(folder).tables, stored()];
      const seen = version();
      try {
        await call(input);
        taken += 1;
      } catch (error) {
        refused += 1;
        const { code, message } = error as { code?: string; message: string };
        const typed = error instanceof ORPCError && code !== undefined && Object.hasOwn(refusals, code) && vietnamese.test(message);
        if (!typed) faults.push(`${procedure} (${what}): ${String(code)} ${message.slice(0, 200)}`);
        if (version() !== seen && JSON.stringify(bookContent(folder).tables) !== JSON.stringify(rows)) faults.push(`${procedure} (${what}): bị từ chối mà sổ đã đổi`);
        if (stored() !== files) faults.push(`${procedure} (${what}): bị từ chối mà kho tệp đã đổi`);
      }
    }
  }
  expect(faults).toEqual([]);
  return { refused, taken };
}

import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { writeAtomically } from '../../electron/engine/files/atomic-write.ts';
import { migrations } from '../../electron/engine/storage/migrations/migrations.ts';
import { indexRow } from '../../electron/engine/storage/index-row.ts';
import { numberedKey, unnumberedKey } from '../../electron/engine/storage/sort-key.ts';
import type { Client } from '../fixtures/open-engine.ts';
import { measureTogether, printTable } from './measure.ts';
import { twoPageLetter } from './two-page-letter.ts';

/** One `outgoing.issue` beside the rows it writes put into bare SQLite, with and without storing the same document durably. */
export async function issueBench(client: Client, folder: string): Promise<void> {
  const rounds = 150;
  const warmup = 15;
  const drafts: number[] = [];
  for (let turn = 0; turn < rounds + warmup; turn += 1) drafts.push((await client.outgoing.draft(twoPageLetter)).id);
  const { id: undated } = await client.outgoing.draft(twoPageLetter);
  const document = await (await client.letter.docx({ id: undated })).bytes();
  const bare = openBare(join(folder, 'tran.sqlite'));
  const withFile = openBare(join(folder, 'tran-va-tep.sqlite'));
  const timings = await measureTogether(
    {
      'outgoing.issue': (turn) => client.outgoing.issue({ id: drafts[turn] ?? 0 }),
      'drawing the same document (letter.docx of a draft)': () => client.letter.docx({ id: undated }),
      'bare SQLite, the same rows': (turn) => bare(turn + 1),
      'bare SQLite and the same file, fsynced': (turn) => {
        writeAtomically(join(folder, 'tran', String(turn)), document);
        withFile(turn + 1);
      },
    },
    { rounds, warmup },
  );
  printTable('Giving one number', timings, 'bare SQLite, the same rows');
}

function openBare(path: string): (id: number) => void {
  const database = new BetterSqlite3(path);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) database.pragma(pragma);
  for (const { sql } of migrations) database.exec(sql);
  const content = JSON.stringify(twoPageLetter);
  const insert = database.prepare("INSERT INTO outgoing (id, origin, status, series, year, codeNotation, typeName, subject, priority, addressees, appendixCount, content, sortKey, updatedAt) VALUES (?, 'letter', 'draft', 'chung', 2026, 'UBND-VP', 'Công văn', ?, 0, ?, 0, ?, ?, '')");
  for (let id = 1; id <= 200; id += 1) insert.run(id, twoPageLetter.subject, twoPageLetter.addressees.join('; '), content, unnumberedKey(null, id));
  const take = database.prepare("INSERT INTO book (kind, series, year, next) VALUES ('outgoing', 'chung', 2026, 2) ON CONFLICT DO UPDATE SET next = next + 1 WHERE next = ?");
  const issue = database.prepare("UPDATE outgoing SET status = 'issued', codeNumber = ?, issuedDate = '2026-11-20', content = ?, issuedAs = '{}', sortKey = ? WHERE id = ?");
  const file = database.prepare("INSERT INTO outgoingFile VALUES (?, 'letter', 0, 'x.docx', 1, 'x', NULL)");
  const drop = database.prepare('DELETE FROM outgoingIndex WHERE rowid = ?');
  const index = database.prepare('INSERT INTO outgoingIndex (rowid, organ, code, subject, people, rest, toned) VALUES (?, ?, ?, ?, ?, ?, ?)');
  const history = database.prepare("INSERT INTO outgoingHistory (outgoingId, at, who, act) VALUES (?, '', '', 'issue')");
  const used = database.prepare("INSERT INTO usedValue VALUES (?, ?, 1, '') ON CONFLICT DO UPDATE SET amount = amount + 1");
  const texts = (id: number) => ({ organ: twoPageLetter.addressees, code: [`${id}/UBND-VP`], subject: [twoPageLetter.subject], people: [twoPageLetter.signer.fullName], rest: ['Công văn'] });
  return (id) => {
    database
      .transaction(() => {
        take.run(id);
        const sortKey = numberedKey('2026-11-20', id, 0);
        issue.run(id, content, sortKey, id);
        file.run(id);
        drop.run(unnumberedKey(null, id));
        index.run(sortKey, ...indexRow(texts(id), 'issued', 2026));
        history.run(id);
        for (const [field, value] of [['signer', twoPageLetter.signer.fullName], ['codeNotation', 'UBND-VP'], ['position', twoPageLetter.signer.position]]) used.run(field, value);
      })
      .immediate();
  };
}

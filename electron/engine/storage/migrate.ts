import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { localInstant } from '../../../shared/domain/dates.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { type Migration, migrations } from './migrations/migrations.ts';

const versionOf = (database: BetterSqlite3.Database): number => database.pragma('user_version', { simple: true }) as number;

/**
 * Brings the tables to the newest version, in one transaction that another process cannot enter, after copying a file
 * that holds data. Refuses a file that a newer program has written.
 */
export function migrate(database: BetterSqlite3.Database, copiesFolder: string, now: Date, steps: readonly Migration[] = migrations): void {
  const version = versionOf(database);
  refuseNewer(version, steps.length);
  if (version === steps.length) return;
  if (version > 0) {
    mkdirSync(copiesFolder, { recursive: true });
    const stamp = localInstant(now).replace(/\D/g, '');
    database.prepare('VACUUM INTO ?').run(join(copiesFolder, `truoc-ban-${steps.length}-${stamp}-${process.pid}.sqlite`));
  }
  // a second process that starts at the same moment waits here while the first one migrates
  database.pragma(`busy_timeout = ${longestMigrationMs}`);
  // a table is made anew under its old name: what refers to it must not stand in the way, and is checked at the end
  database.pragma('foreign_keys = OFF');
  try {
    database
      .transaction(() => {
        // read again inside: another process, perhaps a newer program, may have migrated while this one waited
        const present = versionOf(database);
        refuseNewer(present, steps.length);
        for (const step of steps.slice(present)) {
          database.exec(step.sql);
          step.fill?.(database);
        }
        const dangling = database.pragma('foreign_key_check') as unknown[];
        if (dangling.length > 0) throw new Error(`${dangling.length} links dangle after the migration`);
        database.pragma(`user_version = ${steps.length}`);
      })
      .immediate();
  } finally {
    database.pragma('foreign_keys = ON');
  }
}

const longestMigrationMs = 60_000;

function refuseNewer(version: number, known: number): void {
  if (version <= known) return;
  throw new Refusal('DATA_NEWER', `Dữ liệu này do phiên bản mới hơn của chương trình ghi (bản dữ liệu ${version}, chương trình này đọc đến ${known}). Cài phiên bản mới rồi mở lại; dữ liệu không bị thay đổi.`, { version, known });
}

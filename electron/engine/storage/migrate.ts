import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { localInstant } from '../../../shared/domain/dates.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { migrations } from './migrations/migrations.ts';

const versionOf = (database: BetterSqlite3.Database): number => database.pragma('user_version', { simple: true }) as number;

/**
 * Brings the tables to the newest version, in one transaction that another process cannot enter, after copying a file
 * that holds data. Refuses a file that a newer program has written.
 */
export function migrate(database: BetterSqlite3.Database, copiesFolder: string, now: Date, steps: readonly { name: string; sql: string }[] = migrations): void {
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
  database
    .transaction(() => {
      // read again inside: another process, perhaps a newer program, may have migrated while this one waited
      const present = versionOf(database);
      refuseNewer(present, steps.length);
      for (const step of steps.slice(present)) database.exec(step.sql);
      database.pragma(`user_version = ${steps.length}`);
    })
    .immediate();
}

const longestMigrationMs = 60_000;

function refuseNewer(version: number, known: number): void {
  if (version <= known) return;
  throw new Refusal('DATA_NEWER', `Dữ liệu này do phiên bản mới hơn của chương trình ghi (bản dữ liệu ${version}, chương trình này đọc đến ${known}). Cài phiên bản mới rồi mở lại; dữ liệu không bị thay đổi.`, { version, known });
}

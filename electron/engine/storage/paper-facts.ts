import type BetterSqlite3 from 'better-sqlite3';
import type { SeriesRule } from '../../../shared/domain/numbering.ts';

/** What a book knows of the papers in its store. */
export interface PaperFacts {
  /** Whether a backup has ever been put in its place: papers of later lines were kept then. */
  wasRestored: boolean;
  isLinked: (sha256: string) => boolean;
  /** Which types are numbered apart. */
  series: readonly SeriesRule[];
}

/** Answers from the book as it stands. */
export function paperFacts(book: BetterSqlite3.Database): PaperFacts {
  const linked = book.prepare('SELECT 1 FROM outgoingFile WHERE sha256 = @sha256 UNION ALL SELECT 1 FROM incomingFile WHERE sha256 = @sha256').pluck();
  const setting = book.prepare('SELECT value FROM setting WHERE key = ?').pluck();
  const series = setting.get('series') as string | undefined;
  return {
    wasRestored: setting.get('restores') !== undefined,
    isLinked: (sha256) => linked.get({ sha256 }) !== undefined,
    series: series === undefined ? [] : (JSON.parse(series) as SeriesRule[]),
  };
}

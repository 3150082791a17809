import { addDays, shortDate, type IsoDate } from '../../shared/domain/dates.ts';

/** What `backup.list` says, as far as it tells how safe the book is. */
export interface BackupFacts {
  rows: readonly { at: string; kind: 'daily' | 'manual' | 'before-restore' | 'sample'; thisBook: boolean }[];
  daily: { lastSuccess: { at: string } | null; lastFailure: { at: string; sentence: string } | null };
}

/** A word on the last backup with its colour, and the longer reason. */
export interface BackupState {
  tone: 'good' | 'soon' | 'trouble';
  words: string;
  why: string;
  /** When the newest good backup of this book was taken; null when there is none. */
  at: string | null;
}

/** Days without a backup after which it is said in amber; one working week leaves a weekend in between. */
const longAgo = 3;

const timeOf = (at: string): string => at.slice(11, 16);

/** How the backups of this book fare today: the newest good one, a failure since, or none at all. */
export function backupState({ rows, daily }: BackupFacts, today: IsoDate): BackupState {
  const own = rows.filter(({ thisBook, kind }) => thisBook && kind !== 'before-restore' && kind !== 'sample').map(({ at }) => at);
  const at = [...own, ...(daily.lastSuccess ? [daily.lastSuccess.at] : [])].reduce<string | null>((newest, each) => (newest === null || each > newest ? each : newest), null);
  const failure = daily.lastFailure;
  if (failure && (at === null || failure.at > at)) return { tone: 'trouble', words: 'sao lưu chưa được', why: failure.sentence, at };
  if (at === null) return { tone: 'soon', words: 'chưa sao lưu lần nào', why: 'Sổ này chưa có bản sao lưu nào.', at };
  const day = at.slice(0, 10);
  if (day === today) return { tone: 'good', words: `sao lưu lúc ${timeOf(at)} ✓`, why: 'Bản sao lưu gần nhất đã được mở ra kiểm tra.', at };
  if (day >= addDays(today, -longAgo)) return { tone: 'good', words: `sao lưu ngày ${shortDate(day).slice(0, 5)} ✓`, why: 'Bản sao lưu gần nhất đã được mở ra kiểm tra.', at };
  return { tone: 'soon', words: `sao lưu từ ${shortDate(day)}`, why: `Đã hơn ${longAgo} ngày sổ chưa được sao lưu.`, at };
}

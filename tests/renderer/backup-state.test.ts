import { expect, test } from 'vitest';
import { backupState, type BackupFacts } from '../../renderer/lib/backup-state.ts';

const today = '2026-11-20';
const facts = (rows: [string, 'daily' | 'manual' | 'before-restore', boolean?][], failure?: string, success?: string): BackupFacts => ({
  rows: rows.map(([at, kind, thisBook = true]) => ({ at, kind, thisBook })),
  daily: { lastSuccess: success ? { at: success } : null, lastFailure: failure ? { at: failure, sentence: 'Ổ đĩa đầy.' } : null },
});

test.each<[string, BackupFacts, string, string]>([
  ['sáng nay đã sao lưu', facts([['2026-11-20T07:00:00', 'daily']]), 'good', 'sao lưu lúc 07:00 ✓'],
  ['làm bằng tay sau đó thì tính lần sau', facts([['2026-11-20T09:15:00', 'manual'], ['2026-11-20T07:00:00', 'daily']]), 'good', 'sao lưu lúc 09:15 ✓'],
  ['thứ Sáu tuần trước vẫn gần', facts([['2026-11-17T16:40:00', 'daily']]), 'good', 'sao lưu ngày 17/11 ✓'],
  ['lâu rồi', facts([['2026-11-02T16:40:00', 'daily']]), 'soon', 'sao lưu từ 02/11/2026'],
  ['chưa lần nào', facts([]), 'soon', 'chưa sao lưu lần nào'],
  ['chỉ có bản của sổ khác và bản trước khi khôi phục', facts([['2026-11-20T08:00:00', 'daily', false], ['2026-11-20T08:30:00', 'before-restore']]), 'soon', 'chưa sao lưu lần nào'],
  ['hỏng sau bản tốt gần nhất', facts([['2026-11-19T07:00:00', 'daily']], '2026-11-20T07:00:00'), 'trouble', 'sao lưu chưa được'],
  ['hỏng rồi đã sao lưu lại được', facts([['2026-11-20T08:00:00', 'manual']], '2026-11-20T07:00:00'), 'good', 'sao lưu lúc 08:00 ✓'],
  ['bản ở thư mục khác, sổ nhớ', facts([], undefined, '2026-11-20T07:05:00'), 'good', 'sao lưu lúc 07:05 ✓'],
])('%s', (_, given, tone, words) => expect(backupState(given, today)).toMatchObject({ tone, words }));

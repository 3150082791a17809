import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backupName, readBackupName } from '../../shared/domain/backup-names.ts';
import { backupsToRemove } from '../../shared/domain/backup-retention.ts';

const today = '2026-11-20';
const left = (ats: string[]): string[] => {
  const gone = backupsToRemove(ats.map((at) => ({ at })), today).map(({ at }) => at);
  return ats.filter((at) => !gone.includes(at)).sort();
};

test.each([
  ['hôm nay năm bản: giữ ba bản mới nhất', ['08', '09', '10', '11', '12'].map((hour) => `${today}T${hour}:00:00`), ['10', '11', '12'].map((hour) => `${today}T${hour}:00:00`)],
  ['hôm qua ba bản: giữ bản cuối ngày', ['2026-11-19T08:00:00', '2026-11-19T17:00:00', '2026-11-19T12:00:00'], ['2026-11-19T17:00:00']],
  ['mười hai ngày, mỗi ngày một bản: giữ mười ngày gần nhất', Array.from({ length: 12 }, (_, day) => `2026-11-${String(day + 1).padStart(2, '0')}T08:00:00`), Array.from({ length: 10 }, (_, day) => `2026-11-${String(day + 3).padStart(2, '0')}T08:00:00`)],
  ['bản ghi ngày mai (đồng hồ sai) không bị đụng tới', ['2026-11-21T08:00:00', '2026-11-20T08:00:00'], ['2026-11-20T08:00:00', '2026-11-21T08:00:00']],
  ['một bản duy nhất từ năm ngoái vẫn được giữ', ['2025-01-02T08:00:00'], ['2025-01-02T08:00:00']],
])('%s', (_, ats, kept) => expect(left(ats)).toEqual(kept));

const instant = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([day, hour, minute]) => `2026-11-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00`);

test('bản mới nhất luôn được giữ; không quá mười bản, ba bản của hôm nay, một bản mỗi ngày trước', () => {
  fc.assert(
    fc.property(fc.uniqueArray(instant, { maxLength: 40 }), (ats) => {
      const kept = left(ats).filter((at) => at.slice(0, 10) <= today);
      const past = ats.filter((at) => at.slice(0, 10) <= today).sort();
      expect(kept.length).toBeLessThanOrEqual(10);
      if (past.length > 0) expect(kept).toContain(past.at(-1));
      const days = Map.groupBy(kept, (at) => at.slice(0, 10));
      for (const [day, of] of days) {
        expect(of.length).toBeLessThanOrEqual(day === today ? 3 : 1);
        // nothing newer of the same day was removed for it
        expect(past.filter((at) => at.startsWith(day)).slice(-of.length)).toEqual(of);
      }
      // a day goes whole only when ten are kept
      if (kept.length < 10) expect(days.size).toBe(new Set(past.map((at) => at.slice(0, 10))).size);
    }),
  );
});

test('dọn hai lần như dọn một lần', () => {
  fc.assert(fc.property(fc.uniqueArray(instant, { maxLength: 40 }), (ats) => {
      expect(left(left(ats))).toEqual(left(ats));
    }),
  );
});

test('tên bản sao lưu đọc lại ra đúng loại và lúc sao lưu', () => {
  fc.assert(
    fc.property(fc.constantFrom('daily', 'manual', 'before-restore', 'sample'), instant, fc.integer({ min: 1, max: 99 }), (kind, at, turn) => {
      expect(readBackupName(backupName(kind, at, turn))).toEqual({ kind, at });
    }),
  );
});

test.each(['anh.zip', 'so-cong-van.zip', 'so-cong-van-tu-dong-2026-13-01-080000.zip', 'so-cong-van-tu-dong-2026-11-20-250000.zip', 'so-cong-van-tu-dong-2026-11-20-080000.zip.bak', 'bản sao so-cong-van-tu-dong-2026-11-20-080000.zip'])('«%s» không phải tên chương trình đặt', (name) => expect(readBackupName(name)).toBeNull());

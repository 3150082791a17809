import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../shared/domain/dates.ts';
import { lateByAgency } from '../../shared/letter/late-by-agency.ts';
import { lateList } from '../../shared/letter/late-list.ts';
import type { LateReport, RemindedObligation } from '../../shared/letter/late-report.ts';

const obligation = (id: number, code: string, what: string, time: string | null = null): RemindedObligation => ({
  id, dispatch: { id, typeName: '', code, issuedDate: null, organName: '', subject: `việc ${id}` }, lines: [], what, reportTo: null, due: '2026-11-16', time, bound: null, recurrence: null, until: null,
});
const capital = obligation(1, '33/UBND-KT', 'báo cáo giải ngân');
const flood = obligation(2, '2143/QĐ-UBND', 'báo cáo mưa lũ', '16:00');
const late = (agency: string, of: RemindedObligation, day: string, lateDays: number, extendedTo: string | null = null): LateReport => ({ agency, obligation: of, day, extendedTo, lateDays });

test.each<[string, LateReport[], unknown[]]>([
  ['không ai trễ', [], []],
  ['một cơ quan một báo cáo', [late('Sở Y tế', capital, '2026-11-16', 4)], [['Sở Y tế', 1, 4, ['Văn bản số 33/UBND-KT: Báo cáo giải ngân, 16/11/2026']]]],
  [
    'trễ lâu nhất đứng trước, các ngày của một việc chung một dòng, việc gia hạn dòng riêng',
    [late('UBND xã Hải Lộc', capital, '2026-11-16', 4), late('Sở Y tế', capital, '2026-11-16', 4), late('UBND xã Gia Lạc', flood, '2026-11-18', 2), late('Sở Y tế', flood, '2026-11-18', 2), late('UBND xã Gia Lạc', flood, '2026-11-19', 1), late('Sở Y tế', flood, '2026-11-15', 1, '2026-11-19')],
    [
      ['UBND xã Hải Lộc', 1, 4, ['Văn bản số 33/UBND-KT: Báo cáo giải ngân, 16/11/2026']],
      ['Sở Y tế', 3, 4, ['Văn bản số 33/UBND-KT: Báo cáo giải ngân, 16/11/2026', 'Văn bản số 2143/QĐ-UBND: Báo cáo mưa lũ, 16 giờ 00 ngày 18/11/2026', 'Văn bản số 2143/QĐ-UBND: Báo cáo mưa lũ, 16 giờ 00 ngày 15/11/2026 (gia hạn đến 19/11/2026)']],
      ['UBND xã Gia Lạc', 2, 2, ['Văn bản số 2143/QĐ-UBND: Báo cáo mưa lũ, 16 giờ 00 các ngày 18, 19/11/2026']],
    ],
  ],
])('%s', (_, reports, expected) => {
  expect(lateByAgency(reports).map(({ agency, reports: amount, lateDays, rows }) => [agency, amount, lateDays, rows.map(({ dispatch, what, due }) => `${dispatch}: ${what}, ${due}`)])).toEqual(expected);
});

const anyReports = fc.array(
  fc.record({ agency: fc.constantFrom('Sở Y tế', 'Sở Tài chính', 'UBND xã Hải Lộc', 'Báo An Bình'), of: fc.constantFrom(capital, flood, obligation(3, '', 'nộp hồ sơ')), back: fc.nat(40), extended: fc.boolean() }).map(({ agency, of, back, extended }) => {
    const day = addDays('2026-11-20', -back);
    return late(agency, of, day, back, extended ? addDays(day, 1) : null);
  }),
  { maxLength: 60 },
);

test('cộng các cơ quan lại đúng bằng danh sách: không sót, không lặp báo cáo nào, đúng thứ tự bản in', () => {
  fc.assert(
    fc.property(anyReports, (reports) => {
      const groups = lateByAgency(reports);
      expect(groups.reduce((sum, { reports: amount }) => sum + amount, 0)).toBe(reports.length);
      expect(groups.map(({ agency }) => agency)).toEqual([...new Set(reports.map(({ agency }) => agency))]);
      for (const { agency, reports: amount, lateDays, rows } of groups) {
        const own = reports.filter((report) => report.agency === agency);
        expect([amount, lateDays]).toEqual([own.length, Math.max(...own.map((report) => report.lateDays))]);
        expect(rows.reduce((sum, row) => sum + row.reports, 0)).toBe(amount);
      }
      const printed = lateList(reports, { day: '2026-11-20', time: null }).table.rows;
      expect(groups.flatMap(({ rows }) => rows.map(({ agency, dispatch, due, reports: amount }) => [agency, dispatch, due, amount]))).toEqual(printed.map((row) => [row[0], row[1], row[4], row[5]]));
    }),
  );
});

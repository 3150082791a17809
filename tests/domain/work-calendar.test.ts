import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isRealDate, weekdayOf } from '../../shared/domain/dates.ts';
import { addWorkingDays, endOfTerm, longestTerm, nextWorkingDay, proposedYear, workCalendar } from '../../shared/domain/work-calendar.ts';
import { shippedCalendar } from '../fixtures/shipped-calendar.ts';
import { inThreeZones } from '../fixtures/zones.ts';

const calendar = shippedCalendar;
const anyDay = fc.integer({ min: 0, max: 366 * 7 }).map((days) => addDays('2020-01-01', days));

/** The plain way of a finger on a paper calendar. */
function pointAt(from: string, amount: number): string {
  let day = from;
  for (let counted = 0; counted < amount; ) {
    day = addDays(day, 1);
    const entry = calendar.dayOf(day);
    const weekend = ['Thứ Bảy', 'Chủ Nhật'].includes(weekdayOf(day));
    if (entry ? entry.kind === 'worked' : !weekend) counted += 1;
  }
  return day;
}

inThreeZones(() => {
  test.each([
    ['2026-11-20', true, 'Thứ Sáu thường'],
    ['2026-11-21', false, 'Thứ Bảy'],
    ['2026-11-22', false, 'Chủ Nhật'],
    ['2026-11-23', true, 'Thứ Hai trước Ngày Văn hóa, chưa có quyết định hoán đổi'],
    ['2026-11-24', false, 'Ngày Văn hóa Việt Nam'],
    ['2026-02-17', false, 'mùng 1 Tết'],
    ['2026-02-23', true, 'ngày đi làm lại sau Tết'],
    ['2026-04-27', false, 'nghỉ bù Giỗ Tổ'],
    ['2026-08-31', false, 'nghỉ hoán đổi'],
    ['2026-08-22', true, 'Thứ Bảy làm bù'],
    ['2025-04-26', true, 'Thứ Bảy làm bù năm 2025'],
    ['2024-05-04', true, 'Thứ Bảy làm bù năm 2024'],
    ['2020-01-29', false, 'nghỉ bù Tết năm 2020'],
  ])('%s đi làm: %s (%s)', (day, works) => expect(calendar.isWorkingDay(day)).toBe(works));

  test.each([
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-20', 5, '2026-11-30'],
    ['2026-02-13', 1, '2026-02-23'],
    ['2026-08-20', 2, '2026-08-22'],
    ['2026-08-28', 1, '2026-09-03'],
    ['2024-02-29', 1, '2024-03-01'],
    ['2026-11-21', 0, '2026-11-21'],
  ])('từ %s thêm %d ngày làm việc → %s', (from, amount, day) => expect(addWorkingDays(calendar, from, amount)).toBe(day));

  test('hạn tính bằng ngày làm việc không bao giờ rơi vào ngày nghỉ, và đúng như chỉ tay trên lịch giấy', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 120 }), (from, amount) => {
        const { due } = endOfTerm(calendar, { from, amount, unit: 'working-days' });
        expect(calendar.isWorkingDay(due)).toBe(true);
        expect(due).toBe(pointAt(from, amount));
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  test('hạn tính bằng ngày theo lịch không sớm hơn số ngày ấy, và kết thúc vào ngày làm việc gần nhất', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 400 }), (from, amount) => {
        const { due, rule } = endOfTerm(calendar, { from, amount, unit: 'days' });
        const counted = addDays(from, amount);
        expect(due >= counted).toBe(true);
        expect(calendar.isWorkingDay(due)).toBe(true);
        for (let day = counted; day < due; day = addDays(day, 1)) expect(calendar.isWorkingDay(day)).toBe(false);
        expect(rule.includes('hạn chuyển')).toBe(due !== counted);
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});

describe('cách tính được nói ra', () => {
  test('ngày theo lịch kết thúc vào ngày thường', () => {
    expect(endOfTerm(calendar, { from: '2026-11-09', amount: 10, unit: 'days' })).toEqual({
      due: '2026-11-19',
      rule: 'Đếm 10 ngày theo lịch từ sau ngày 09/11/2026 (không tính ngày đầu), đến hết Thứ Năm 19/11/2026.',
      unconfirmedYears: [],
    });
  });

  test('ngày cuối rơi vào Tết thì chuyển sang ngày đi làm lại, nói rõ vì đâu', () => {
    expect(endOfTerm(calendar, { from: '2026-02-05', amount: 10, unit: 'days' })).toEqual({
      due: '2026-02-23',
      rule: 'Đếm 10 ngày theo lịch từ sau ngày 05/02/2026 (không tính ngày đầu), đến hết Chủ Nhật 15/02/2026. Ngày ấy không làm việc (Chủ Nhật 15/02/2026, Tết Nguyên đán (16/02/2026–20/02/2026), Thứ Bảy 21/02/2026 và Chủ Nhật 22/02/2026) nên hạn chuyển đến hết ngày làm việc tiếp theo, Thứ Hai 23/02/2026 (Bộ luật Dân sự 2015, Điều 148).',
      unconfirmedYears: [],
    });
  });

  test('ngày làm việc: gọi tên ngày nghỉ đã bỏ qua', () => {
    expect(endOfTerm(calendar, { from: '2026-04-24', amount: 5, unit: 'working-days' })).toEqual({
      due: '2026-05-06',
      rule: 'Đếm 5 ngày làm việc từ sau ngày 24/04/2026 (không tính ngày đầu); bỏ qua 4 ngày Thứ Bảy, Chủ Nhật, Nghỉ bù Giỗ Tổ Hùng Vương (27/04/2026), Ngày Chiến thắng (30/04/2026) và Ngày Quốc tế lao động (01/05/2026); ngày cuối là Thứ Tư 06/05/2026.',
      unconfirmedYears: [],
    });
  });

  test('ngày làm việc: Thứ Bảy làm bù được tính và được nói', () => {
    expect(endOfTerm(calendar, { from: '2026-08-20', amount: 3, unit: 'working-days' }).rule).toBe(
      'Đếm 3 ngày làm việc từ sau ngày 20/08/2026 (không tính ngày đầu); bỏ qua 1 ngày Thứ Bảy, Chủ Nhật; có tính Thứ Bảy 22/08/2026 làm bù; ngày cuối là Thứ Hai 24/08/2026.',
    );
  });

  test('hạn chạm năm chưa xác nhận thì nói năm nào', () => {
    expect(endOfTerm(calendar, { from: '2026-12-28', amount: 10, unit: 'working-days' }).unconfirmedYears).toEqual([2027]);
    expect(endOfTerm(calendar, { from: '2026-12-21', amount: 5, unit: 'days' }).unconfirmedYears).toEqual([]);
    expect(endOfTerm(calendar, { from: '2026-12-31', amount: 400, unit: 'days' }).unconfirmedYears).toEqual([2027, 2028]);
    // the first day is not counted, so its year takes no part
    expect(endOfTerm(calendar, { from: '2019-12-31', amount: 3, unit: 'days' }).unconfirmedYears).toEqual([]);
  });
});

describe('năm chưa có thông báo', () => {
  const days = (year: number) => proposedYear(year).map(({ day, kind }) => `${day.slice(5)} ${kind}`);

  test.each([
    [2027, ['01-01 holiday', '04-30 holiday', '05-01 holiday', '05-03 made-up', '09-02 holiday', '11-24 holiday']],
    // 30/4 and 1/5 both at the weekend: two days made up, one after the other; 24/11 is none of Điều 112
    [2033, ['01-01 holiday', '01-03 made-up', '04-30 holiday', '05-01 holiday', '05-02 made-up', '05-03 made-up', '09-02 holiday', '11-24 holiday']],
    [2029, ['01-01 holiday', '04-30 holiday', '05-01 holiday', '09-02 holiday', '09-03 made-up', '11-24 holiday']],
    [2025, ['01-01 holiday', '04-30 holiday', '05-01 holiday', '09-02 holiday']],
  ])('%d có %j', (year, expected) => expect(days(year)).toEqual(expected));

  test('24/11 rơi vào cuối tuần thì không nghỉ bù', () => {
    expect(weekdayOf('2029-11-24')).toBe('Thứ Bảy');
    expect(days(2029)).not.toContain('11-26 made-up');
  });

  test('mọi ngày đều chưa xác nhận, và ngày liền kề 2/9 được nói là chưa rõ', () => {
    for (let year = 2000; year <= 2060; year += 1) {
      const proposed = proposedYear(year);
      expect(proposed.every((entry) => !entry.confirmed && isRealDate(entry.day))).toBe(true);
      expect(new Set(proposed.map(({ day }) => day)).size).toBe(proposed.length);
      for (const made of proposed.filter(({ kind }) => kind === 'made-up')) expect(['Thứ Bảy', 'Chủ Nhật']).not.toContain(weekdayOf(made.day));
      expect(/liền kề/.test(proposed.find(({ day }) => day.endsWith('09-02'))?.source ?? '')).toBe(year >= 2021);
    }
  });
});

describe('giá trị lạ', () => {
  test('hai mục cho một ngày thì mục sau là đúng', () => {
    const off = { day: '2026-11-23', kind: 'swapped-off', name: 'Nghỉ hoán đổi', source: '', confirmed: true } as const;
    const back = { ...off, kind: 'worked', name: 'Không hoán đổi nữa' } as const;
    expect(workCalendar([off, back], []).isWorkingDay('2026-11-23')).toBe(true);
    expect(workCalendar([back, off], []).isWorkingDay('2026-11-23')).toBe(false);
  });

  test('không phải ngày, không phải số ngày thì báo lỗi chứ không đoán', () => {
    expect(() => calendar.isWorkingDay('2026-02-30')).toThrow(RangeError);
    expect(() => nextWorkingDay(calendar, 'mai')).toThrow(RangeError);
    for (const amount of [0, -1, 1.5, NaN, longestTerm + 1]) expect(() => endOfTerm(calendar, { from: '2026-11-20', amount, unit: 'days' })).toThrow(RangeError);
    for (const amount of [-1, 0.5, Infinity]) expect(() => addWorkingDays(calendar, '2026-11-20', amount)).toThrow(RangeError);
  });
});

import { expect, test } from 'vitest';
import { refusalOf } from '../contract/suite.ts';
import { openEngine } from '../fixtures/open-engine.ts';

test('năm nào cũng có lịch: kèm theo chương trình, đề xuất theo luật, hay của cơ quan', async () => {
  const { client } = openEngine();
  const { rows } = await client.calendar.list();
  expect(rows.find(({ year }) => year === 2026)).toMatchObject({ confirmed: true, from: 'shipped' });
  expect(rows.find(({ year }) => year === 2027)).toMatchObject({ confirmed: false, from: 'shipped' });
  const far = await client.calendar.get({ year: 2031 });
  expect([far.from, far.confirmed, far.days.map(({ day }) => day)]).toEqual(['proposed', false, expect.arrayContaining(['2031-01-01', '2031-04-30', '2031-05-01', '2031-09-02', '2031-11-24']) as string[]]);
});

test('đếm hạn nói quy tắc và năm chưa xác nhận; cơ quan ghi lịch của mình thì tính theo lịch ấy, hoàn tác thì trở lại', async () => {
  const { client } = openEngine();
  // 24/11/2026 is a holiday: Monday 23, Wednesday 25, Thursday 26
  expect(await client.calendar.count({ from: '2026-11-20', amount: 3, unit: 'working-days' })).toMatchObject({ due: '2026-11-26', unconfirmedYears: [] });
  expect((await client.calendar.count({ from: '2026-12-30', amount: 5, unit: 'working-days' })).unconfirmedYears).toEqual([2027]);
  const { days } = await client.calendar.get({ year: 2026 });
  const swap = [{ day: '2026-11-23', kind: 'swapped-off' as const, name: 'Nghỉ hoán đổi', source: 'Thông báo' }, { day: '2026-11-28', kind: 'worked' as const, name: 'Làm bù', source: 'Thông báo' }];
  const saved = await client.calendar.save({ year: 2026, days: [...days, ...swap], confirmed: true, source: 'Thông báo của tỉnh' });
  expect(saved).toMatchObject({ from: 'ours', confirmed: true, notices: [] });
  expect((await client.calendar.count({ from: '2026-11-20', amount: 3, unit: 'working-days' })).due).toBe('2026-11-27');
  expect((await client.calendar.count({ from: '2026-11-20', amount: 4, unit: 'working-days' })).due).toBe('2026-11-28');
  expect((await client.calendar.save({ year: 2026, days: saved.days, confirmed: true, source: 'Thông báo của tỉnh' })).act).toBeNull();
  expect(await client.agencies.undo({ act: saved.act ?? 0 })).toMatchObject({ changed: 1 });
  expect((await client.calendar.get({ year: 2026 })).from).toBe('shipped');
  expect((await client.calendar.count({ from: '2026-11-20', amount: 3, unit: 'working-days' })).due).toBe('2026-11-26');
});

test('lịch xuất ra Excel, nhập lại đúng từng ngày, còn chờ người xác nhận', async () => {
  const { client } = openEngine();
  const { days } = await client.calendar.get({ year: 2026 });
  const file = await client.calendar.export({ year: 2026 });
  expect(file.name).toBe('Ngày nghỉ, làm bù năm 2026.xlsx');
  const back = await client.calendar.import({ year: 2026, file });
  expect(back.days).toEqual(days);
  expect([back.confirmed, back.from, back.notices]).toEqual([false, 'ours', [expect.stringContaining('chưa đánh dấu đã xác nhận')]]);
});

test.each([
  ['ngày không có', [{ day: '2026-02-30', kind: 'holiday' as const, name: 'Tết' }], 'không có trong lịch'],
  ['ngày năm khác', [{ day: '2025-12-31', kind: 'holiday' as const, name: 'Tết' }], 'không thuộc năm 2026'],
  ['ngày ghi hai lần', [{ day: '2026-01-01', kind: 'holiday' as const, name: 'Tết' }, { day: '2026-01-01', kind: 'made-up' as const, name: 'Tết' }], 'ghi hai lần'],
  ['làm bù vào ngày thường', [{ day: '2026-11-23', kind: 'worked' as const, name: 'Làm bù' }], 'vốn là ngày làm việc'],
])('lịch từ chối %s', async (_, days, message) => {
  const { client } = openEngine();
  expect((await refusalOf(client.calendar.save({ year: 2026, days, confirmed: true }))).message).toContain(message);
});

test('lịch trống và tệp lạ: nói còn thiếu gì', async () => {
  const { client } = openEngine();
  expect((await client.calendar.save({ year: 2026, days: [], confirmed: true })).notices).toEqual(['Lịch năm 2026 chưa có ngày nghỉ 01/01, 30/4, 01/5, 02/9, 24/11.']);
  expect((await refusalOf(client.calendar.import({ year: 2026, file: new File(['Ngày,Loại\n01/01/2026,Nghỉ mát\n32/01/2026,Nghỉ lễ\n'], 'lich.csv') }))).data.problems?.map(({ field }) => field)).toEqual(['rows.2', 'rows.3']);
  expect((await refusalOf(client.calendar.import({ year: 2026, file: new File(['A,B\n1,2\n'], 'lich.csv') }))).message).toContain('cột «Ngày», «Loại»');
  expect((await refusalOf(client.calendar.count({ from: '2026-02-31', amount: 3, unit: 'days' }))).message).toContain('không có trong lịch');
});

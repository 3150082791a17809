import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BookYears, openYear, runningYear, yearStates, yearStep } from '../../shared/domain/book-years.ts';

describe('số của năm nào thì phải hỏi', () => {
  test.each<[string, BookYears, number, number, string]>([
    ['sổ trống, đúng năm của máy', {}, 2026, 2026, 'run'],
    ['sổ trống, năm khác năm của máy', {}, 2025, 2026, 'ask'],
    ['năm đang chạy', { 2026: 'running' }, 2026, 2026, 'free'],
    ['năm đang chạy, máy lùi về năm khác', { 2026: 'running' }, 2026, 2015, 'free'],
    ['mồng một tháng giêng', { 2026: 'running' }, 2027, 2027, 'ask'],
    ['máy đặt nhầm 2036', { 2026: 'running' }, 2036, 2036, 'ask'],
    ['máy đặt nhầm 2002', { 2026: 'running' }, 2002, 2002, 'ask'],
    ['ngày của năm vừa hết', { 2026: 'past', 2027: 'running' }, 2026, 2027, 'ask'],
    ['năm vừa hết đã xác nhận', { 2026: 'beside', 2027: 'running' }, 2026, 2027, 'free'],
    ['năm sau mở sẵn từ tháng 12, năm nay vẫn chạy', { 2026: 'running', 2027: 'beside' }, 2026, 2026, 'free'],
    ['năm sau mở sẵn, ngày đề trước giao thừa', { 2026: 'running', 2027: 'beside' }, 2027, 2026, 'free'],
    ['năm sau mở sẵn, đã sang năm', { 2026: 'running', 2027: 'beside' }, 2027, 2027, 'run'],
    ['số đầu đặt giữa năm', { 2026: 'beside' }, 2026, 2026, 'run'],
    ['đã đóng', { 2026: 'closed' }, 2026, 2026, 'closed'],
    ['năm sau mở sẵn, năm nay đã đóng, đã sang năm', { 2026: 'closed', 2027: 'beside' }, 2027, 2027, 'run'],
    ['đã đóng, chưa mở sổ năm sau', { 2026: 'closed' }, 2027, 2027, 'ask'],
  ])('%s', (_, years, year, clock, step) => expect(yearStep(years, year, clock)).toBe(step));

  test('xác nhận rồi thì không hỏi nữa, chỉ một năm đang chạy, sổ đã đóng vẫn đóng', () => {
    const year = fc.integer({ min: 2024, max: 2029 });
    const rest = fc.dictionary(year.map(String), fc.constantFrom(...yearStates.filter((state) => state !== 'running')));
    fc.assert(
      fc.property(rest, fc.option(year), year, year, (others, running, wanted, clock) => {
        const years = { ...others, ...(running === null ? {} : { [running]: 'running' as const }) };
        fc.pre(yearStep(years, wanted, clock) !== 'closed');
        const opened = openYear(years, wanted, clock);
        expect(['free', 'run']).toContain(yearStep(opened, wanted, clock));
        expect(Object.values(opened).filter((state) => state === 'running').length).toBeLessThanOrEqual(1);
        for (const [each, state] of Object.entries(years)) if (state === 'closed') expect(opened[Number(each)]).toBe('closed');
        const before = runningYear(years);
        if (before !== null) expect(runningYear(opened)).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

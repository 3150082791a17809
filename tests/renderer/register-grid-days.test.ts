import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../shared/domain/dates.ts';
import { readTypedDays, writeDays } from '../../renderer/components/register-grid/typed-days.ts';

const today = '2026-11-20';

describe('ngày gõ ở ô lọc', () => {
  test.each([
    ['', {}],
    ['5', { from: '2026-11-05', to: '2026-11-05' }],
    ['5/3', { from: '2026-03-05', to: '2026-03-05' }],
    ['050326', { from: '2026-03-05', to: '2026-03-05' }],
    ['5/3–10/3', { from: '2026-03-05', to: '2026-03-10' }],
    ['5/3-10/3', { from: '2026-03-05', to: '2026-03-10' }],
    ['5/3 đến 10/3', { from: '2026-03-05', to: '2026-03-10' }],
    ['5..10', { from: '2026-11-05', to: '2026-11-10' }],
    ['10/3–5/3', { from: '2026-03-05', to: '2026-03-10' }],
    ['050326-100326', { from: '2026-03-05', to: '2026-03-10' }],
    ['5/3-', { from: '2026-03-05' }],
    ['-10/3', { to: '2026-03-10' }],
    ['3/2026', { from: '2026-03-01', to: '2026-03-31' }],
    ['2/2024', { from: '2024-02-01', to: '2024-02-29' }],
    ['t2', { from: '2026-02-01', to: '2026-02-28' }],
    ['tháng 4', { from: '2026-04-01', to: '2026-04-30' }],
    ['2025', { from: '2025-01-01', to: '2025-12-31' }],
    ['3/2026–5/2026', { from: '2026-03-01', to: '2026-05-31' }],
  ])('«%s» là %o', (typed, span) => {
    expect(readTypedDays(typed, today)).toEqual(span);
  });

  test.each(['abc', '32/1', '13/2026', '–', '5/3–x', '1/1–40/1'])('«%s» không đọc được và không lọc gì', (typed) => {
    expect(readTypedDays(typed, today)).toBeNull();
  });

  test('viết ra rồi đọc lại vẫn là những ngày ấy, dù hôm nay là ngày nào', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1990-01-01', days));
    fc.assert(
      fc.property(fc.option(day, { nil: undefined }), fc.option(day, { nil: undefined }), day, (one, other, anyDay) => {
        const [from, to] = one !== undefined && other !== undefined && one > other ? [other, one] : [one, other];
        const span = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
        expect(readTypedDays(writeDays(span), anyDay)).toEqual(span);
      }),
    );
  });

  test.each([
    [{ from: '2026-03-01', to: '2026-03-31' }, '3/2026'],
    [{ from: '2025-01-01', to: '2025-12-31' }, '2025'],
    [{ from: '2026-03-05' }, '05/03/2026–'],
  ])('%o viết là «%s»', (span, text) => {
    expect(writeDays(span)).toBe(text);
  });
});

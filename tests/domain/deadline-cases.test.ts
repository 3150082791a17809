import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../shared/domain/dates.ts';
import { readDeadlines, type DeadlinePhrase } from '../../shared/domain/deadline-phrases.ts';
import { hasCases, readCases, whyNoCases } from '../fixtures/cases.ts';

/** What a careful person reads; a value before `?` may be missing, `slack` is how many days the first one may differ. */
interface Expected {
  due: string | null;
  time: string | null;
  recurrence: string | null;
  reportTo?: string;
  agency?: string;
  until?: string;
  slack?: number;
}

/** Cases that are not read right yet, by their number in the file, and why. */
const notYet: Record<number, string> = {};

const file = readCases<{ issuedDate: string; cases: { text: string; expect: Expected[] }[] }>('deadlines.json');
const issuedDate = file?.issuedDate ?? '2026-11-26';

/** The value as expected where it may be that one, else what was read: so that a fault shows both. */
function allowed(read: string | null, expected: string | null): string | null {
  if (expected === null || !expected.endsWith('?')) return expected;
  return read === null || expected === '?' ? read : expected.slice(0, -1);
}

function told(phrase: DeadlinePhrase | undefined, expected: Expected) {
  if (!phrase) return null;
  const apart = Math.abs((dayNumber(phrase.due ?? '') ?? 0) - (dayNumber(expected.due ?? '') ?? 0));
  return {
    due: phrase.due !== null && expected.due !== null && apart <= (expected.slack ?? 0) ? expected.due : phrase.due,
    time: phrase.time,
    recurrence: phrase.recurrence,
    reportTo: expected.reportTo === undefined ? undefined : phrase.reportTo,
    agency: expected.agency === undefined || phrase.who?.includes(expected.agency) ? expected.agency : phrase.who,
    until: expected.until === undefined ? undefined : phrase.until,
    // a day that nobody can know is never certain
    certainOfNothing: expected.due === null && phrase.certain,
  };
}

describe(`câu có hạn của ../shared/cases${whyNoCases}`, () => {
  test.skipIf(!hasCases)('đủ 27 câu', () => expect(file?.cases.length).toBe(27));

  for (const [index, { text, expect: expected }] of (file?.cases ?? []).entries()) {
    const reason = notYet[index + 1];
    if (reason !== undefined) {
      test.todo(`${index + 1}. «${text}»: ${reason}`);
      continue;
    }
    test(`${index + 1}. «${text}»`, () => {
      const read = readDeadlines(text, { issuedDate });
      expect(read.length).toBe(expected.length);
      for (const [place, one] of expected.entries()) {
        const phrase = read[place];
        expect(told(phrase, one)).toEqual({
          due: one.due,
          time: allowed(phrase?.time ?? null, one.time),
          recurrence: allowed(phrase?.recurrence ?? null, one.recurrence),
          reportTo: one.reportTo,
          agency: one.agency,
          until: one.until,
          certainOfNothing: false,
        });
      }
    });
  }
});

import { shortDate } from '../../../shared/domain/dates.ts';
import { dayProblem } from '../../../shared/domain/day-problem.ts';
import { instantOf } from '../../../shared/domain/owed-state.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { actNow, type EngineParts } from '../engine-parts.ts';
import { refuseProblems } from '../refusal-to-error.ts';
import { type DayChange, type OwedDayInFull, writeDays } from '../storage/owed-days.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { implementer } from './implementer.ts';
import { idsGiven, nameOfDay, owedDaysOf } from './owed-days.ts';

/** Does an act on the days it can be done on; the others stay and are counted. Refused with their reason when there is none. Inside a transaction. */
async function changeDays(held: EngineParts, ids: readonly number[], act: string, reason: string, change: (day: OwedDayInFull) => DayChange['wanted'] | string) {
  const days = await owedDaysOf(held, ids, true);
  const changes: DayChange[] = [];
  const barred: string[] = [];
  for (const day of days) {
    const wanted = change(day);
    if (typeof wanted === 'string') barred.push(wanted);
    else changes.push({ day, wanted });
  }
  const [first] = barred;
  if (changes.length === 0 && first !== undefined) throw new Refusal('NOT_ALLOWED', first, { ids: days.map(({ id }) => id) });
  const written = await writeDays(held.database, { ...actNow(held, await readSettings(held.database)), act, reason }, changes);
  return { changed: written.changed, kept: days.length - written.changed, act: written.act, notices: first === undefined ? [] : [barred.length === 1 ? first : `${first} Tất cả ${barred.length} việc giữ nguyên.`] };
}

const reportedSentence = (day: OwedDayInFull, verb: string): string => `${nameOfDay(day)} đã báo cáo ngày ${shortDate(day.receivedDate ?? '')} nên không ${verb}.`;

export const extend = implementer.owed.extend.handler(({ input: { due, time, reason, ...given }, context }) =>
  context.write((held) => {
    const message = dayProblem('Hạn mới', due);
    if (message !== null) throw refuseProblems([{ field: 'due', message }]);
    return changeDays(held, idsGiven(given), 'extend', reason, (day) => {
      if (day.excuseReason !== null) return `${nameOfDay(day)} đã được miễn nên không gia hạn.`;
      if (day.receivedDate !== null && day.complete === 1) return reportedSentence(day, 'gia hạn');
      const instant = instantOf(due, time === undefined ? day.time : time);
      if (instant <= day.instant) return `Hạn mới ${shortDate(due)} không sau hạn cũ của ${nameOfDay(day)}; ghi ngày sau ngày ấy.`;
      return { extendedDay: due, extendedInstant: instant, extendReason: reason };
    });
  }),
);

export const excuse = implementer.owed.excuse.handler(({ input: { reason, ...given }, context }) =>
  context.write((held) =>
    changeDays(held, idsGiven(given), 'excuse', reason, (day) => {
      if (day.receivedDate !== null && day.complete === 1) return reportedSentence(day, 'miễn');
      return { excuseReason: reason };
    }),
  ),
);

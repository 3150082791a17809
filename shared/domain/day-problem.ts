import { isRealDate, shortDate, unrealDaySentence } from './dates.ts';

/** Beyond it a day is a slip of the year, and counting on from it would leave the calendar of four figures. */
const farthestDay = '2999-12-31';

/** Why a day somebody wrote cannot be gone by: not in the calendar, or of a year nobody means. Null when it can. */
export function dayProblem(name: string, day: string): string | null {
  if (!isRealDate(day)) return unrealDaySentence(name, day);
  return day > farthestDay ? `${name} ${shortDate(day)} còn quá xa; kiểm tra lại năm.` : null;
}

import { dayParts, isoDate, isRealDate, type IsoDate } from '../dates.ts';
import { at, readDay, readHour, type ReadPart, type WrittenDay } from './day-and-hour.ts';

/** A further day of the same phrase, with its own hour where one is written before it. */
export interface OtherDay extends WrittenDay {
  time: string | null;
}

/** A day of which only the number stands, its month behind a later one: «ngày [10 và ngày] 25 tháng 12 năm 2026». */
const bareDay = /(\d{1,2})(?:,? va|,) (?:truoc )?(?:ngay )?(?=\d)/y;
const joint = /(?:,? va|,) (?:(?:truoc|den het|cham nhat(?: la)?|vao) )?/y;
/** What may stand behind the last of several days; anything else makes it the day of something that is told. */
const afterList = /^(?: ?[.;:)\n,]|$| (?:de|ve|gui|cho|den|theo|bang|qua|va|kem|hang|moi|\(|-)(?: |\b))/;
/** Most days of one phrase. */
const mostDays = 12;

/** One day, or several whose month is written once: «10 và 25/12/2026». Null where no day stands. */
export function readDays(folded: string, start: number, issuedDate: IsoDate | null): ReadPart<WrittenDay[]> | null {
  const bare: number[] = [];
  let place = start;
  for (let count = 0; count < mostDays; count += 1) {
    const day = readDay(folded, place, issuedDate);
    if (day) {
      const parts = day.value.date === null ? null : dayParts(day.value.date);
      // `ngày 10, 12/5 số đơn vị`: a list wants its year or its word for the month
      if (bare.length > 0 && !/thang|\d{4}$/.test(folded.slice(place, day.end))) return null;
      const earlier = bare.map((figure): WrittenDay => {
        const date = parts ? isoDate(parts.year, parts.month, figure) : '';
        return isRealDate(date) ? { date, sure: day.value.sure } : { date: null, sure: false };
      });
      return { value: [...earlier, day.value], end: day.end };
    }
    const figure = at(bareDay, folded, place);
    if (!figure) return null;
    bare.push(Number(figure[1]));
    place += figure[0].length;
  }
  return null;
}

const withYear = /\d{4}$/;

/** «10/5, 10/8 và 10/11/2027»: the year written once is that of all, to be looked at. The first day is lent it by the caller. */
export function inYearOf(date: IsoDate | null, year: string): IsoDate | null {
  const moved = date === null ? '' : year + date.slice(4);
  return isRealDate(moved) ? moved : date;
}

/**
 * Further days behind the first: «…, 10/8/2027 và 10/11/2027», «… và 10h00 ngày 08/12/2026»; `doubtful` when a day follows that is
 * left to what is told behind it.
 */
export function readOtherDays(folded: string, start: number, issuedDate: IsoDate | null): ReadPart<OtherDay[]> & { doubtful: boolean; year: string | null } {
  const found: { days: OtherDay[]; end: number }[] = [];
  let end = start;
  while (found.length < mostDays) {
    const joined = at(joint, folded, end);
    if (!joined) break;
    let place = end + joined[0].length;
    const hour = readHour(folded, place);
    if (hour) place = hour.end + (folded.charAt(hour.end) === ' ' ? 1 : 0);
    place += at(/ngay /y, folded, place)?.[0].length ?? 0;
    const written = readDays(folded, place, issuedDate);
    if (!written) break;
    end = written.end;
    found.push({ days: written.value.map((day) => ({ ...day, time: hour?.value ?? null })), end });
  }
  const told = found.length > 0 && !afterList.test(folded.slice(end, end + 8));
  if (told) found.pop();
  const last = found.at(-1);
  const year = last && withYear.test(folded.slice(start, last.end)) ? (last.days.at(-1)?.date?.slice(0, 4) ?? null) : null;
  // a day without its year was guessed: in a list the year at its end is nearer than the letter's
  const days = found.flatMap(({ days: each }) => each.map((day) => (day.sure || year === null ? day : { ...day, date: inYearOf(day.date, year) })));
  return { value: days, end: last?.end ?? start, doubtful: told, year };
}

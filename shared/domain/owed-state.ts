import { dayNumber, localInstant } from './dates.ts';

/** A local moment `YYYY-MM-DDTHH:mm`; `T24:00` is the end of its day. Such texts compare as time does. */
export type Moment = string;

/** What an agency owes on one day, as far as something happened. */
export interface OwedFacts {
  /** The moment after which it is late, extended or not. */
  instant: Moment;
  excused: boolean;
  /** When the report came; `T24:00` where no hour was written. */
  receivedInstant: Moment | null;
  /** False: accepted in part, still owed. */
  complete: boolean;
}

export interface OwedStanding {
  state: 'open' | 'late' | 'done';
  settled: 'on-time' | 'late' | 'excused' | null;
  /** Whole calendar days since the last day that counted. */
  lateDays: number;
}

/** The end of a day. */
export const endOfDay = (day: string): Moment => `${day}T24:00`;

/** The moment a day and hour are over; without an hour the whole day counts. */
export const instantOf = (day: string, time: string | null): Moment => (time === null ? endOfDay(day) : `${day}T${time}`);

/** The moment asked for: a day's end, a minute, or the clock's minute when nothing was asked. */
export const momentOf = (asOf: string | undefined, now: Date): Moment => (asOf === undefined ? localInstant(now).slice(0, 16) : asOf.length === 10 ? endOfDay(asOf) : asOf);

export const dayOfMoment = (moment: Moment): string => moment.slice(0, 10);

/** Whether a report had come by a moment; one without an hour has come on its whole day. */
export const hasCome = (receivedInstant: Moment, moment: Moment): boolean => receivedInstant <= moment || receivedInstant === endOfDay(dayOfMoment(moment));

/** Whether a report came after its time; where one of the two has no hour the days decide. */
export function cameLate(receivedInstant: Moment, instant: Moment): boolean {
  const byDay = receivedInstant.endsWith('T24:00') || instant.endsWith('T24:00');
  return byDay ? dayOfMoment(receivedInstant) > dayOfMoment(instant) : receivedInstant > instant;
}

/** Whole calendar days from one day to a later one; 0 when it is not later. */
export const daysLate = (due: string, day: string): number => Math.max(0, (dayNumber(day) ?? 0) - (dayNumber(due) ?? 0));

/** How it stood at a moment: what came later had not come yet. */
export function standingAt({ instant, excused, receivedInstant, complete }: OwedFacts, moment: Moment): OwedStanding {
  const due = dayOfMoment(instant);
  if (excused) return { state: 'done', settled: 'excused', lateDays: 0 };
  if (receivedInstant !== null && complete && hasCome(receivedInstant, moment)) {
    return cameLate(receivedInstant, instant) ? { state: 'done', settled: 'late', lateDays: daysLate(due, dayOfMoment(receivedInstant)) } : { state: 'done', settled: 'on-time', lateDays: 0 };
  }
  return instant < moment ? { state: 'late', settled: null, lateDays: daysLate(due, dayOfMoment(moment)) } : { state: 'open', settled: null, lateDays: 0 };
}

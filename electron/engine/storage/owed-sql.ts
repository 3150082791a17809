import { type RawBuilder, sql } from 'kysely';
import { dayOfMoment, endOfDay, type Moment } from '../../../shared/domain/owed-state.ts';

// the rules of shared/domain/owed-state.ts, said to SQLite of a row of «owed»

/** Its report came after the moment; one without an hour has come on its whole day. */
export const comeLater = (moment: Moment): RawBuilder<boolean> => sql<boolean>`(owed.receivedInstant > ${moment} AND owed.receivedInstant <> ${endOfDay(dayOfMoment(moment))})`;

const come = (moment: Moment): RawBuilder<boolean> => sql<boolean>`(owed.receivedInstant <= ${moment} OR owed.receivedInstant = ${endOfDay(dayOfMoment(moment))})`;

/** Its report in part had come by the moment. */
export const hasComePartial = come;

/** It was settled by the moment. Of a day on which nothing happened (a row that is not there) this is false. */
export const settledAt = (moment: Moment): RawBuilder<boolean> => sql<boolean>`(owed.settled = 1 AND (owed.excuseReason IS NOT NULL OR ${come(moment)}))`;

/** It was not settled by the moment, or nothing happened on it at all. */
export const unsettledAt = (moment: Moment): RawBuilder<boolean> => sql<boolean>`(coalesce(owed.settled, 0) = 0 OR (owed.excuseReason IS NULL AND ${comeLater(moment)}))`;

import { slashDate } from '../../../shared/domain/days-in-words.ts';
import { dayOfMoment } from '../../../shared/domain/owed-state.ts';
import { lateList as listOfLate } from '../../../shared/letter/late-list.ts';
import { findOwedDays } from '../storage/owed-days.ts';
import { listOwed } from '../storage/owed-list.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { filledSpan, refuseBadSpan } from './bad-span.ts';
import { implementer } from './implementer.ts';
import { lateReportsOf, momentInParts } from './late-reports.ts';
import { listFile } from './office-list.ts';
import { momentAsked } from './owed.ts';

/** Late reports read in one go; more are gone on with. */
const stride = 20_000;

/** Who is late, for the leader's meeting. */
export const lateList = implementer.owed.lateList.handler(async ({ input: { asOf, format, state: _, ...given }, context }) => {
  const { database } = context;
  const filter = { ...given, ...filledSpan(given) };
  refuseBadSpan(filter);
  const moment = momentAsked(context, asOf);
  const ids: number[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listOwed(database, { ...filter, state: 'late' }, moment, stride, cursor);
    for (const { id } of page.rows) ids.push(id);
    cursor = page.nextCursor;
    if (cursor === undefined) break;
  }
  const { office } = await readSettings(database);
  const { reports } = await lateReportsOf(context, await findOwedDays(database, ids), moment, office);
  return listFile(context, listOfLate(reports, momentInParts(moment)), `Danh sách báo cáo quá hạn đến ngày ${slashDate(dayOfMoment(moment)).replaceAll('/', '-')}`, format);
});

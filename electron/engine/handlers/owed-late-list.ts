import { slashDate } from '../../../shared/domain/days-in-words.ts';
import { dayOfMoment } from '../../../shared/domain/owed-state.ts';
import { lateList as listOfLate } from '../../../shared/letter/late-list.ts';
import { findOwedDays, type OwedDayInFull } from '../storage/owed-days.ts';
import { listOwed } from '../storage/owed-list.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { filledSpan, refuseBadSpan } from './bad-span.ts';
import { implementer } from './implementer.ts';
import { lateReportsOf, momentInParts } from './late-reports.ts';
import { listFile } from './office-list.ts';
import { momentAsked } from './owed.ts';

/** Late reports read in one go; more are gone on with. */
const stride = 2_000;

/** Who is late, for the leader's meeting; asking it to stop leaves nothing behind. */
export const lateList = implementer.owed.lateList.handler(({ input: { asOf, format, job: name, state: _, ...given }, context }) =>
  context.jobs.run(name, async (job) => {
    const { database } = context;
    const filter = { ...given, ...filledSpan(given) };
    refuseBadSpan(filter);
    const moment = momentAsked(context, asOf);
    const days: OwedDayInFull[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await listOwed(database, { ...filter, state: 'late' }, moment, stride, cursor);
      days.push(...(await findOwedDays(database, page.rows.map(({ id }) => id))));
      await job.step('Đọc báo cáo quá hạn', days.length, null);
      cursor = page.nextCursor;
      if (cursor === undefined) break;
    }
    const { office } = await readSettings(database);
    const { reports } = await lateReportsOf(context, days, moment, office);
    const title = `Danh sách báo cáo quá hạn đến ngày ${slashDate(dayOfMoment(moment)).replaceAll('/', '-')}`;
    return job.wait('Lập danh sách', () => listFile(context, listOfLate(reports, momentInParts(moment)), title, format));
  }),
);

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

/** Late reports found in one go, with each of which all are counted; more are gone on with. */
const stride = 20_000;
/** Reports read in full in one go. */
const handful = 2_000;

/** Who is late, for the leader's meeting; asking it to stop leaves nothing behind. */
export const lateList = implementer.owed.lateList.handler(({ input: { asOf, format, job: name, state: _, ...given }, context }) =>
  context.jobs.run(name, async (job) => {
    const { database } = context;
    const filter = { ...given, ...filledSpan(given) };
    refuseBadSpan(filter);
    const moment = momentAsked(context, asOf);
    const ids: number[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await listOwed(database, { ...filter, state: 'late' }, moment, stride, cursor);
      for (const { id } of page.rows) ids.push(id);
      await job.step('Tìm báo cáo quá hạn', ids.length, page.total);
      cursor = page.nextCursor;
      if (cursor === undefined) break;
    }
    const days: OwedDayInFull[] = [];
    for (let at = 0; at < ids.length; at += handful) {
      days.push(...(await findOwedDays(database, ids.slice(at, at + handful))));
      await job.step('Đọc báo cáo quá hạn', days.length, ids.length);
    }
    const { office } = await readSettings(database);
    const { reports } = await lateReportsOf(context, days, moment, office);
    const title = `Danh sách báo cáo quá hạn đến ngày ${slashDate(dayOfMoment(moment)).replaceAll('/', '-')}`;
    return job.wait('Lập danh sách', () => listFile(context, listOfLate(reports, momentInParts(moment)), title, format));
  }),
);

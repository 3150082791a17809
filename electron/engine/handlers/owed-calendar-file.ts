import { addDays, localDay } from '../../../shared/domain/dates.ts';
import { safeFileName } from '../../../shared/domain/file-names.ts';
import { dayOfMoment, endOfDay } from '../../../shared/domain/owed-state.ts';
import { deadlineCalendar, type DeadlineEvent } from '../../../shared/report/deadline-calendar.ts';
import { owedAgenda } from '../storage/owed-agenda.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { filledSpan, refuseBadSpan } from './bad-span.ts';
import { implementer } from './implementer.ts';
import { lineOf } from './line-of.ts';
import { momentAsked } from './owed.ts';

/** How far ahead deadlines are given when nobody says, days. */
const usualSpan = 366;

/** Deadlines of a span that are still owed, as a calendar file; each dispatch's day is one entry. */
export const ics = implementer.owed.ics.handler(async ({ input: { dispatch, asOf, ...span }, context }) => {
  const { from, to } = filledSpan(span);
  refuseBadSpan({ from, to });
  if (dispatch !== undefined) await lineOf(context, dispatch);
  const moment = momentAsked(context, asOf);
  const first = from ?? (asOf === undefined ? localDay(context.clock()) : dayOfMoment(moment));
  const last = to ?? addDays(first, usualSpan);
  const { office, folderId } = await readSettings(context.database);
  const items = (await owedAgenda(context.database, { from: first, to: last }, asOf === undefined ? moment : endOfDay(dayOfMoment(moment)))).filter((item) => (dispatch === undefined || item.id === dispatch) && item.open + item.late > 0);
  const events = items.map((item): DeadlineEvent => {
    const owing = item.open + item.late;
    return {
      uid: `han-${folderId}-${item.id}-${item.due}-${(item.time ?? 'ngay').replace(':', '')}-${hashOf(item.what)}@so-cong-van`,
      day: item.due,
      time: item.time,
      summary: `Hạn ${item.code ?? ''}: ${item.what}`.replace('Hạn :', 'Hạn:'),
      description: [item.subject, `Còn ${owing} nơi chưa báo cáo, ${item.done} nơi đã báo cáo.`, item.who].filter((line) => line !== '').join('\n'),
    };
  });
  const text = deadlineCalendar(`Hạn báo cáo${office ? ` – ${office.name.replaceAll('\n', ' ')}` : ''}`, events, context.clock().toISOString().slice(0, 19));
  return new File([text], safeFileName(`Hạn báo cáo từ ${first} đến ${last}`, 'ics'), { type: 'text/calendar; charset=utf-8' });
});

/** A short name for a text, the same on every machine. */
function hashOf(text: string): string {
  let hash = 5381;
  for (const sign of text) hash = (hash * 33 + (sign.codePointAt(0) ?? 0)) >>> 0;
  return hash.toString(36);
}

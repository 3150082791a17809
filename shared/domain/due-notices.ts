import { addDays, dayNumber, shortDate } from './dates.ts';
import { dayOfMoment, type Moment } from './owed-state.ts';
import { formatVietnameseNumber } from './vietnamese-number.ts';

/** What is known of deadlines at a moment. */
export interface DueFacts {
  /** The clock's minute. */
  moment: Moment;
  /** How many reports of others, how many incoming dispatches are late, and due on the day. */
  owed: DueSums;
  incoming: DueSums;
  /** What is due today and tomorrow; what has no hour is not looked at. */
  items: readonly DueItem[];
}

export interface DueSums {
  late: number;
  today: number;
}

export interface DueItem {
  kind: 'owed' | 'incoming';
  /** The dispatch. */
  id: number;
  code: string | null;
  what: string;
  due: string;
  time: string | null;
  /** How many reports are awaited, and how many came. */
  open: number;
  done: number;
}

/** A word on the desktop, and what a click on it opens: who is late, the days ahead, the reports of one dispatch. */
export interface DueNotice {
  title: string;
  body: string;
  about: 'late' | 'days' | { dispatch: number };
}

/** Marks of what was told before, oldest first; kept between looks, so that nothing is told twice. */
export type ToldMarks = readonly string[];

/** How long before its hour a deadline is told of, minutes. */
const ahead = 60;
/** Where the window stays open over night nobody is there at midnight: the day's word waits for this hour. */
const morning = '07:00';
/** More than all dispatches that can have an hour within days: older marks are of days gone by. */
const mostMarks = 5000;
const mostNamed = 3;

const n = formatVietnameseNumber;

/**
 * What to say of deadlines now: once a day, when the window is opened (`opening`) or in the morning, how much is late and due today; and
 * of reports asked for by an hour, once, when that hour is at most 60 minutes away and some have not come. A day with nothing has no word.
 */
export function dueNotices(facts: DueFacts, told: ToldMarks, opening: boolean): { notices: DueNotice[]; told: ToldMarks } {
  const known = new Set(told);
  const day = dayOfMoment(facts.moment);
  const dayMark = `ngày ${day}`;
  // a morning without deadlines is over too: what the clerk herself enters later is no news to her
  const tellsDay = !known.has(dayMark) && (opening || facts.moment.slice(11) >= morning);
  const near = facts.items.filter((item) => isNear(item, facts.moment) && !known.has(markOf(item)));
  const fresh = [...(tellsDay ? [dayMark] : []), ...new Set(near.map(markOf))];
  const ofDay = tellsDay ? dayNotice(facts) : null;
  return {
    notices: [...(ofDay ? [ofDay] : []), ...[...Map.groupBy(near, hourOf).values()].map((items) => hourNotice(items, day))],
    told: fresh.length === 0 ? told : [...told, ...fresh].slice(-Math.max(mostMarks, fresh.length)),
  };
}

const hourOf = ({ due, time }: DueItem): string => `${due}T${time}`;

/** Several obligations of one dispatch by the same hour are one thing to be told. */
const markOf = (item: DueItem): string => `${hourOf(item)} ${item.kind} ${item.id}`;

const minutesOf = (moment: Moment): number => (dayNumber(dayOfMoment(moment)) ?? 0) * 1440 + Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16));

function isNear(item: DueItem, moment: Moment): boolean {
  if (item.time === null || item.open === 0) return false;
  const left = minutesOf(hourOf(item)) - minutesOf(moment);
  return left >= 0 && left <= ahead;
}

function dayNotice({ owed, incoming }: DueFacts): DueNotice | null {
  const late = owed.late + incoming.late;
  const today = owed.today + incoming.today;
  if (late + today === 0) return null;
  const title = [late > 0 ? `quá hạn ${n(late)}` : '', today > 0 ? `hôm nay đến hạn ${n(today)}` : ''].filter(Boolean).join(', ');
  const lines = [amounts('Quá hạn', owed.late, incoming.late), amounts('Hôm nay', owed.today, incoming.today)];
  return { title: title.charAt(0).toUpperCase() + title.slice(1), body: lines.filter(Boolean).join('\n'), about: late > 0 ? 'late' : 'days' };
}

function amounts(when: string, reports: number, dispatches: number): string {
  const parts = [reports > 0 ? `${n(reports)} báo cáo của đơn vị` : '', dispatches > 0 ? `${n(dispatches)} văn bản đến` : ''].filter(Boolean);
  return parts.length === 0 ? '' : `${when}: ${parts.join(', ')}.`;
}

function hourNotice(items: readonly DueItem[], today: string): DueNotice {
  const [first] = items as [DueItem];
  const open = items.reduce((sum, item) => sum + item.open, 0);
  const when = first.due === today ? 'hôm nay' : first.due === addDays(today, 1) ? 'ngày mai' : `ngày ${shortDate(first.due)}`;
  const named = items.slice(0, mostNamed).map(({ code, what, open: left, done }) => [code, what, `đã nhận ${n(done)}/${n(done + left)}`].filter(Boolean).join(' · '));
  const rest = items.length - named.length;
  const ids = new Set(items.map(({ id }) => id));
  return {
    title: `Hạn ${first.time} ${when}: còn chờ ${n(open)} báo cáo`,
    body: [...named, ...(rest > 0 ? [`và ${n(rest)} việc nữa`] : [])].join('\n'),
    about: first.kind === 'owed' && ids.size === 1 ? { dispatch: first.id } : 'days',
  };
}

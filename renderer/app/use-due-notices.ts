import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { addDays } from '../../shared/domain/dates.ts';
import { type DueFacts, type DueNotice, dueNotices, type ToldMarks } from '../../shared/domain/due-notices.ts';
import { dayOfMoment } from '../../shared/domain/owed-state.ts';
import { useDueNoticeChoice } from '../lib/due-notice-choice.ts';
import { engineQueries } from '../lib/engine.ts';
import { host } from '../lib/host.ts';

/** The first look waits until the first screen is drawn, ms. */
const firstLook = 3000;
const everyMinute = 60_000;
/** How old the days' list may be, ms; an act in this window makes it read again at once. */
const listAge = 5 * 60_000;
/** As far as the desk looks ahead, whose list is then read once for both. */
const soonDays = 3;

/** Tells of the deadlines of this data folder on the desktop while the window is open, also behind others; a click leads to what it is about. */
export function useDueNotices(folderId: string | undefined): void {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { on } = useDueNoticeChoice();
  useEffect(() => {
    if (!on || folderId === undefined) return undefined;
    let opening = true;
    const look = async (): Promise<void> => {
      const facts = await readFacts(queries);
      const notices = await takeNew(`due-notices-told ${folderId}`, facts, opening);
      opening = false;
      for (const { title, body, about } of notices) void host.notify(title, body).then((clicked) => clicked && navigate(addressOf(about)), () => undefined);
    };
    // an engine that does not answer now is asked again in a minute; the screens say what is wrong with it
    const lookQuietly = (): void => void look().catch(() => undefined);
    const first = window.setTimeout(lookQuietly, firstLook);
    const timer = window.setInterval(lookQuietly, everyMinute);
    return () => {
      window.clearTimeout(first);
      window.clearInterval(timer);
    };
  }, [queries, navigate, on, folderId]);
}

async function readFacts(queries: QueryClient): Promise<DueFacts> {
  const { asOf, owed, incoming } = await queries.fetchQuery({ ...engineQueries.owed.summary.queryOptions({ input: {} }), staleTime: everyMinute / 2 });
  const from = dayOfMoment(asOf);
  const agenda = owed.today + owed.soon > 0 ? await queries.fetchQuery({ ...engineQueries.owed.agenda.queryOptions({ input: { from, to: addDays(from, soonDays) } }), staleTime: listAge }) : null;
  return { moment: asOf, owed, incoming, items: agenda?.days.flatMap(({ items }) => items) ?? [] };
}

/** What is new, marked as told before anyone sees it; windows of one browser take turns, so that one of them tells. */
function takeNew(key: string, facts: DueFacts, opening: boolean): Promise<DueNotice[]> {
  return navigator.locks.request(key, () => {
    const { notices, told } = dueNotices(facts, readMarks(key), opening);
    localStorage.setItem(key, JSON.stringify(told));
    return notices;
  });
}

function readMarks(key: string): ToldMarks {
  const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
  return Array.isArray(kept) ? kept.filter((mark) => typeof mark === 'string') : [];
}

const addressOf = (about: DueNotice['about']): string => (about === 'late' ? '/theo-doi?xem=qua-han' : about === 'days' ? '/theo-doi?xem=lich' : `/theo-doi?van-ban=${about.dispatch}`);

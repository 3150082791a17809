import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { WeekOfBooks } from '../../../shared/contract/books.ts';
import { shortDate } from '../../../shared/domain/dates.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { engineQueries } from '../../lib/engine.ts';
import { letterKeys } from '../../lib/letter-keys.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { useToday } from '../../lib/use-today.ts';
import desk from './desk-screen.module.css';
import classes from './weeks-box.module.css';

// the plotting library is as large as the rest of the window: fetched when the desk already stands
const WeekPlot = lazy(async () => ({ default: (await import('./week-plot.tsx')).WeekPlot }));

const n = formatVietnameseNumber;
const height = 102;
/** Longest wait for a quiet moment, ms. */
const latest = 2000;

/** What came in and went out in the last twelve weeks: a plot, and a table for whoever does not see it. It waits until the desk's lists stand (`ready`). */
export function WeeksBox({ ready }: { ready: boolean }) {
  const today = useToday();
  const [quiet, setQuiet] = useState(false);
  useEffect(() => {
    if (!ready) return undefined;
    const waiting = window.requestIdleCallback(() => setQuiet(true), { timeout: latest });
    return () => window.cancelIdleCallback(waiting);
  }, [ready]);
  const { data, error } = useQuery({ ...engineQueries.books.weeks.queryOptions({ input: { asOf: today } }), enabled: quiet });
  const weeks = data?.rows ?? [];
  return (
    <section className={`${desk.box} ${classes.weeks}`}>
      <h2>
        Đến và đi theo tuần
        <Link to="/so-in-an">
          Sổ & in ấn <kbd>{letterKeys.books.key}</kbd>
        </Link>
      </h2>
      {error ? (
        <p className={desk.none}>{refusalSentence(error)}</p>
      ) : data && weeks.every(({ incoming, outgoing }) => incoming + outgoing === 0) ? (
        <p className={desk.none}>{n(weeks.length)} tuần qua chưa có văn bản đến, văn bản đi nào</p>
      ) : (
        <>
          <div className={classes.plot} style={{ minHeight: height }}>
            {data ? (
              <Suspense>
                <WeekPlot weeks={weeks} height={height} />
              </Suspense>
            ) : null}
          </div>
          <p className={classes.legend}>
            <span>Đến</span>
            <span>Đi</span>
            <b>{thisWeek(weeks)}</b>
          </p>
          <WeekTable weeks={weeks} />
        </>
      )}
    </section>
  );
}

function thisWeek(weeks: readonly WeekOfBooks[]): string {
  const week = weeks.at(-1);
  return week ? `Tuần này đến ${n(week.incoming)}, đi ${n(week.outgoing)}` : '';
}

function WeekTable({ weeks }: { weeks: readonly WeekOfBooks[] }) {
  return (
    // a table takes no height of its own: what hides it stands around it
    <div className="visually-hidden">
      <table>
        <caption>Văn bản đến và văn bản đi theo tuần</caption>
        <thead>
          <tr>
            <th scope="col">Tuần</th>
            <th scope="col">Đến</th>
            <th scope="col">Đi</th>
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ from, to, incoming, outgoing }) => (
            <tr key={from}>
              <th scope="row">
                {shortDate(from)} – {shortDate(to)}
              </th>
              <td>{n(incoming)}</td>
              <td>{n(outgoing)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

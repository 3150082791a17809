import { useQuery } from '@tanstack/react-query';
import { engineQueries } from '../../../lib/engine.ts';
import classes from './entry-screen.module.css';

/** The lines entered last, so that the person sees where the book stands. */
export function RecentLines() {
  const list = useQuery(engineQueries.incoming.list.queryOptions({ input: { limit: 12, exact: false } }));
  const rows = list.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section aria-label="Dòng mới nhất trong sổ">
      <h2>Dòng mới nhất trong sổ</h2>
      <ul className={classes.recent}>
        {rows.map((row) => (
          <li key={row.id} data-cancelled={row.status === 'registered' ? undefined : ''}>
            <b>{row.number}</b>
            <span title={row.organName}>{row.organName}</span>
            <span title={row.code}>{row.code}</span>
            <span title={row.subject}>{row.subject}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { shortDate, weekdayOf } from '../../shared/domain/dates.ts';
import { SearchEverything } from '../components/search-everything.tsx';
import { useToday } from '../lib/use-today.ts';
import classes from './top-bar.module.css';

/** Over every screen: finding everything, and what day it is. */
export function TopBar() {
  const day = useToday();
  return (
    <div className={classes.bar}>
      <SearchEverything />
      <span className={classes.day}>
        {weekdayOf(day)} {shortDate(day)}
      </span>
    </div>
  );
}

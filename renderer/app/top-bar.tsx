import { memo } from 'react';
import { shortDate, weekdayOf } from '../../shared/domain/dates.ts';
import { DueBanner } from '../components/due-banner.tsx';
import { SearchEverything } from '../components/search-everything.tsx';
import { useToday } from '../lib/use-today.ts';
import classes from './top-bar.module.css';

/** Over every screen: finding everything, and what day it is. */
export const TopBar = memo(function TopBar() {
  const day = useToday();
  return (
    <div className={classes.bar}>
      <SearchEverything />
      <DueBanner />
      <span className={classes.day}>
        {weekdayOf(day)} {shortDate(day)}
      </span>
    </div>
  );
});

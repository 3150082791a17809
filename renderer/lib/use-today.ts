import { useEffect, useState } from 'react';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { today } from './today.ts';

/** Today's day, also past midnight and after the computer has slept. */
export function useToday(): IsoDate {
  const [day, setDay] = useState(today);
  useEffect(() => {
    const look = (): void => setDay(today());
    const timer = window.setInterval(look, 60_000);
    window.addEventListener('focus', look);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('focus', look);
    };
  }, []);
  return day;
}

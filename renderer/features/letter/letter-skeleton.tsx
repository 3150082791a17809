import { Skeleton } from '@mantine/core';
import { Screen } from '../../components/screen.tsx';
import classes from './letter-desk.module.css';

/** The desk's shape while the letter is being read. */
export function LetterSkeleton() {
  return (
    <Screen title="Soạn thảo" status="Đang mở văn bản…">
      <div className={classes.desk} aria-busy>
        <div className={classes.waiting}>
          <Skeleton height={60} />
          <Skeleton height={32} />
          <Skeleton height={32} />
          <Skeleton height={220} />
        </div>
        <div className={classes.waitingPage}>
          <Skeleton height="100%" />
        </div>
      </div>
    </Screen>
  );
}

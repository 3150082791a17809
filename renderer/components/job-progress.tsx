import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { formatVietnameseNumber } from '../../shared/domain/vietnamese-number.ts';
import { engineQueries } from '../lib/engine.ts';
import type { Job } from '../lib/use-job.ts';
import classes from './job-progress.module.css';

/** How often it is asked how far the work has come, ms. */
const interval = 300;

interface JobProgressProps {
  job: Pick<Job, 'name' | 'stop'>;
  label: string;
  /** Shown once it has run so long, ms: what is done in a moment needs no bar. */
  after?: number;
}

/** How far a long call has come, and the way to stop it; nothing while none runs. */
export function JobProgress({ job, label, after = 0 }: JobProgressProps) {
  return job.name === null ? null : <Running key={job.name} name={job.name} label={label} after={after} onStop={job.stop} />;
}

function Running({ name, label, after, onStop }: { name: string; label: string; after: number; onStop: () => void }) {
  const [isLong, setLong] = useState(after === 0);
  useEffect(() => {
    const timer = window.setTimeout(() => setLong(true), after);
    return () => window.clearTimeout(timer);
  }, [after]);
  return isLong ? <Bar name={name} label={label} onStop={onStop} /> : null;
}

function Bar({ name, label, onStop }: { name: string; label: string; onStop: () => void }) {
  const [stopping, setStopping] = useState(false);
  const state = useQuery({ ...engineQueries.jobs.get.queryOptions({ input: { job: name } }), refetchInterval: interval, staleTime: 0, gcTime: 0 }).data ?? null;
  const whole = state?.total ?? null;
  const part = state && whole !== null && whole > 0 ? Math.min(1, state.done / whole) : null;
  const amount = state === null ? '' : whole === null ? (state.done > 0 ? formatVietnameseNumber(state.done) : '') : `${formatVietnameseNumber(state.done)} / ${formatVietnameseNumber(whole)}`;
  return (
    <div className={classes.progress}>
      <div className={classes.words}>
        <b>{stopping ? 'Đang dừng…' : state?.phase || label}</b>
        <span>{amount}</span>
      </div>
      <div
        className={classes.bar}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(part === null ? {} : { 'aria-valuenow': Math.round(part * 100) })}
        data-unknown={part === null || undefined}
      >
        <div style={{ width: part === null ? '30%' : `${part * 100}%` }} />
      </div>
      <Button
        size="xs"
        variant="default"
        disabled={stopping}
        onClick={() => {
          setStopping(true);
          onStop();
        }}
      >
        Dừng
      </Button>
    </div>
  );
}

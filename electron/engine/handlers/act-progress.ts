import type { Job } from '../jobs.ts';
import type { OnProgress } from '../storage/register-acts.ts';

/** Says of an act on so many lines how far its writing has come, and stops it before anything is kept when asked to. */
export const actProgress =
  (job: Job, lines: number): OnProgress =>
  (done) =>
    job.step('Đang ghi vào sổ', done, lines);

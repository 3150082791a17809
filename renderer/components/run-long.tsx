import { notifications } from '@mantine/notifications';
import { engine } from '../lib/engine.ts';
import { refusalCode } from '../lib/refusal-sentence.ts';
import { newJobName } from '../lib/use-job.ts';
import { JobProgress } from './job-progress.tsx';
import { sayDone } from './say.tsx';

/** From when on a work says how far it has come, ms. */
export const longAfter = 1000;

/**
 * Does a work that may be long where no dialog stands open: after a second a notice says how far it has come and can stop
 * it. Null when it was stopped, which is said (`stopped`); nothing of it stays then.
 */
export async function runLong<Result>(label: string, work: (job: string) => Promise<Result>, stopped = 'Đã dừng; chưa dòng nào đổi.'): Promise<Result | null> {
  const name = newJobName();
  // when it has ended meanwhile there is nothing to stop
  const stop = (): void => void engine.jobs.cancel({ job: name }).catch(() => undefined);
  const timer = window.setTimeout(() => {
    notifications.show({ id: name, message: <JobProgress job={{ name, stop }} label={label} />, autoClose: false, withCloseButton: false, withBorder: true });
  }, longAfter);
  try {
    return await work(name);
  } catch (error) {
    if (refusalCode(error) !== 'CANCELLED') throw error;
    sayDone(stopped);
    return null;
  } finally {
    window.clearTimeout(timer);
    notifications.hide(name);
  }
}

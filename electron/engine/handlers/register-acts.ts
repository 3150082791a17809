import { Refusal } from '../../../shared/domain/refusal.ts';
import { actNow, type EngineParts } from '../engine-parts.ts';
import type { Job } from '../jobs.ts';
import { changeIncoming } from '../storage/incoming-repository.ts';
import { changeOutgoing } from '../storage/outgoing-repository.ts';
import { findAct } from '../storage/register-acts.ts';
import { withBackdating } from '../storage/backdating.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { actProgress } from './act-progress.ts';
import { implementer } from './implementer.ts';
import { lapseNotices } from './lapse-notices.ts';
import { linesBack } from './lines-back.ts';

async function takeBack(held: EngineParts, actId: number, job: Job) {
  const { database } = held;
  const found = await findAct(database, actId);
  if (!found) throw new Refusal('NOT_FOUND', `Không có việc mã ${actId} để hoàn tác.`, { act: actId });
  if (found.undone) throw new Refusal('NOT_ALLOWED', 'Việc này đã được hoàn tác rồi.', { act: actId });
  await job.step('Đang đọc các dòng', 0, null);
  const back = await linesBack(held, found);
  const kept = found.lines.length - back.length;
  if (back.length === 0) throw new Refusal('CHANGED_MEANWHILE', 'Các dòng của việc này đã được sửa sau đó nên không hoàn tác được; sửa từng dòng.', { act: actId });
  const named = { ...actNow(held, await readSettings(database)), act: 'undo', reason: null, undoOf: actId };
  const progress = actProgress(job, back.length);
  const lapsing = found.book === 'outgoing' ? await lapseNotices(held, back) : [];
  const act = found.book === 'incoming' ? await changeIncoming(database, named, await withBackdating(database, back, null), progress) : await changeOutgoing(database, named, back, progress);
  await progress(back.length);
  return { changed: back.length, kept, act, notices: [...(kept > 0 ? [`${kept} dòng đã được sửa sau đó nên giữ nguyên.`] : []), ...lapsing] };
}

/** Takes an act back on the lines that still are as it left them; an undo is an act too, and can be undone. */
export const undo = implementer.register.undo.handler(({ input, context }) => context.jobs.run(input.job, (job) => context.write((held) => takeBack(held, input.act, job))));

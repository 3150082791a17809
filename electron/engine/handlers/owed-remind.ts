import { shortDate } from '../../../shared/domain/dates.ts';
import { dayProblem } from '../../../shared/domain/day-problem.ts';
import { guessAgencyKind } from '../../../shared/domain/directory/agency-kind.ts';
import { seriesOf } from '../../../shared/domain/numbering.ts';
import { dayOfMoment } from '../../../shared/domain/owed-state.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { foldVietnamese } from '../../../shared/domain/vietnamese-text.ts';
import { agencyInText } from '../../../shared/letter/agency-in-text.ts';
import { cleanLetter } from '../../../shared/letter/clean-letter.ts';
import type { LateReport, ReminderFacts } from '../../../shared/letter/late-report.ts';
import { impossibleParts } from '../../../shared/letter/letter-problems.ts';
import { emptyLetter, type Letter } from '../../../shared/letter/letter.ts';
import { reminderLetter } from '../../../shared/letter/reminder-letter.ts';
import { actNow, type EngineParts } from '../engine-parts.ts';
import { refuseProblems } from '../refusal-to-error.ts';
import { findOutgoing, insertDraft } from '../storage/outgoing-repository.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { implementer } from './implementer.ts';
import { lateReportsOf, momentInParts } from './late-reports.ts';
import { owedDaysOf } from './owed-days.ts';
import { momentAsked } from './owed.ts';

/** Writes the reminder to everyone of these reports who is late, as a draft; what is not late is left out and said. */
export const remind = implementer.owed.remind.handler(({ input: { ids, newDue = null, asOf }, context }) =>
  context.write(async (held) => {
    const moment = momentAsked(held, asOf);
    refuseBadDue(newDue, dayOfMoment(moment));
    const settings = await readSettings(held.database);
    const { office } = settings;
    if (!office) throw new Refusal('NOT_ALLOWED', 'Chưa khai tên cơ quan nên chưa viết được công văn đôn đốc; khai ở Cài đặt trước.');
    const days = await owedDaysOf(held, ids, true);
    const { reports, lineSizes } = await lateReportsOf(held, days, moment, office);
    const [first] = reports;
    if (!first) throw new Refusal('NOT_ALLOWED', 'Không có việc nào trong số đã chọn đang quá hạn nên không có gì để đôn đốc; chọn việc có dấu quá hạn.', { ids: ids.slice(0, 20) });
    const taken = await firstLetter(held, first);
    const facts: ReminderFacts = { reports, lineSizes, moment: momentInParts(moment), newDue, officeName: agencyInText(office), commanding: commands(office.name, reports), first: taken };
    const { letter, notices } = cleanLetter(reminderLetter(facts));
    const problems = impossibleParts(letter);
    if (problems.length > 0) throw refuseProblems(problems);
    const draft = await insertDraft(held.database, letter, seriesOf(letter.typeName, settings.series), actNow(held, settings));
    const skipped = days.length - reports.length;
    return {
      draft,
      notices: [
        ...notices,
        ...(skipped > 0 ? [`${skipped} việc đã chọn không quá hạn nên không đưa vào công văn.`] : []),
        ...(taken.signer.position === '' ? ['Văn bản yêu cầu làm ở nơi khác nên chưa biết ai ký; chọn người ký trước khi cấp số.'] : []),
        ...(newDue === null ? ['Chưa ghi hạn mới nên công văn đề nghị báo cáo ngay; muốn theo dõi tiếp thì ghi hạn ở phần việc phải làm.'] : []),
      ],
    };
  }),
);

function refuseBadDue(newDue: string | null, today: string): void {
  if (newDue === null) return;
  const message = dayProblem('Hạn mới', newDue);
  if (message !== null) throw refuseProblems([{ field: 'newDue', message }]);
  if (newDue < today) throw refuseProblems([{ field: 'newDue', message: `Hạn mới ${shortDate(newDue)} đã qua (đang xem đến ngày ${shortDate(today)}); ghi ngày còn ở phía trước.` }]);
}

/** What the reminder takes over from the letter that asked first. */
async function firstLetter({ database }: EngineParts, { obligation }: LateReport): Promise<ReminderFacts['first']> {
  const line = await findOutgoing(database, obligation.dispatch.id);
  const letter: Letter = { ...emptyLetter(line?.codeNotation ?? ''), ...(JSON.parse(line?.content || '{}') as Partial<Letter>) };
  const { place, archive, signer } = letter;
  return { codeNotation: letter.codeNotation || (line?.codeNotation ?? ''), place, archive, signer };
}

/** A people's committee gives orders to its own; everybody else is asked. */
function commands(officeName: string, reports: readonly LateReport[]): boolean {
  const committee = /^(?:uy ban nhan dan|ubnd)\b/.test(foldVietnamese(officeName).replaceAll('\n', ' ').trim());
  const own = new Set(['department', 'district', 'commune', 'committee', 'unit']);
  return committee && reports.every(({ agency }) => own.has(guessAgencyKind(agency)));
}

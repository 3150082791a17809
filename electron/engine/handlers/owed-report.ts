import { shortDate } from '../../../shared/domain/dates.ts';
import { cameLate, dayOfMoment } from '../../../shared/domain/owed-state.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { actNow } from '../engine-parts.ts';
import { refuseProblems } from '../refusal-to-error.ts';
import { changeObligation, columnsOfObligation } from '../storage/obligation-repository.ts';
import { type DayChange, writeDays } from '../storage/owed-days.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { implementer } from './implementer.ts';
import { nameOfDay, owedDaysOf } from './owed-days.ts';
import { columnsOfDay, hasFigures, isReported, recordReport, refuseBadDay, refuseSecond, wantedOf } from './record-report.ts';

export const report = implementer.owed.report.handler(({ input: { id, ...given }, context }) => context.write((held) => recordReport(held, id, given)));

export const enter = implementer.owed.enter.handler(({ input: { obligation, n, receivedDate, rows, again }, context }) =>
  context.write(async (held) => {
    const { database } = held;
    const days = await owedDaysOf(held, rows.map(({ id }) => id), true);
    const stray = days.find((day) => day.obligationId !== obligation || day.n !== n);
    if (stray) throw new Refusal('INPUT_INVALID', `${nameOfDay(stray)} không thuộc lần báo cáo thứ ${n} của việc mã ${obligation}; mở lại bảng rồi nhập lại.`, { problems: [{ field: 'rows', message: `${nameOfDay(stray)} không thuộc lần báo cáo này.` }] });
    if (days.length < rows.length) throw refuseProblems([{ field: 'rows', message: 'Một đơn vị có hai dòng trong bảng; mỗi đơn vị chỉ một dòng.' }]);
    const first = days[0];
    if (!first) return { changed: 0, kept: 0, act: null, notices: [] };
    refuseBadDay(held, { receivedDate }, first.issuedDate, first.code);
    const sample = rows.find(({ figures }) => hasFigures(figures))?.figures;
    const { columns, added } = hasFigures(sample) ? await columnsOfDay(held, first, sample) : { columns: columnsOfObligation(first), added: null };
    const byId = new Map(rows.map((row) => [row.id, row]));
    const read = days.map((day) => {
      const { figures, note } = byId.get(day.id) ?? {};
      return { day, ...wantedOf(day, { receivedDate, figures, note, partial: false, again }, columns) };
    });
    const problems = read.flatMap((each) => each.problems.map((message) => ({ field: 'figures', message })));
    if (problems.length > 0) throw refuseProblems(problems);
    const isSame = ({ day, wanted }: DayChange): boolean => isReported(day) && wanted.figures === day.figures && wanted.note === day.note;
    const second = again ? undefined : read.find((each) => isReported(each.day) && !isSame(each));
    if (second) refuseSecond(second.day);
    if (added) await changeObligation(database, obligation, { columns: JSON.stringify(columns) });
    const by = { ...actNow(held, await readSettings(database)), act: 'enter', reason: null };
    const { act, changed } = await writeDays(database, by, read.filter((each) => again || !isSame(each)), added ? [added] : []);
    const late = read.filter(({ day, wanted }) => cameLate(wanted.receivedInstant ?? '', day.extendedInstant ?? day.instant)).length;
    const notices = late > 0 ? [`${late} báo cáo đến sau hạn ${shortDate(dayOfMoment(first.instant))}.`] : [];
    return { changed, kept: days.length - changed, act, notices };
  }),
);

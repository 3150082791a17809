import { cutShort } from '../../../shared/domain/cut-short.ts';
import { localDay, shortDate, type IsoDate } from '../../../shared/domain/dates.ts';
import { dayProblem } from '../../../shared/domain/day-problem.ts';
import { type DeadlinePhrase, readDeadlines } from '../../../shared/domain/deadline-phrases.ts';
import { expandLine, type ExpandedLine } from '../../../shared/domain/directory/expand-line.ts';
import { whoIsMeant, type MeantLines } from '../../../shared/domain/directory/who-is-meant.ts';
import type { BeforeMeans } from '../../../shared/domain/recurrence.ts';
import { endOfTerm, type WorkCalendar } from '../../../shared/domain/work-calendar.ts';
import type { Obligation } from '../../../shared/letter/letter.ts';
import { refuseProblems } from '../refusal-to-error.ts';
import { readCalendar } from '../storage/calendar-repository.ts';
import { readDirectory } from '../storage/group-repository.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { implementer } from './implementer.ts';

/** Deadlines a letter's text sets, each offered as an obligation with its sentence; nothing is kept. */
export const phrases = implementer.owed.phrases.handler(async ({ input: { text, issuedDate = null, addressees = [] }, context }) => {
  const message = issuedDate === null ? null : dayProblem('Ngày văn bản', issuedDate);
  if (message !== null) throw refuseProblems([{ field: 'issuedDate', message }]);
  const calendar = await readCalendar(context);
  const directory = await readDirectory(context.database);
  const { office, beforeMeans } = await readSettings(context.database);
  const day = issuedDate ?? localDay(context.clock());
  const known = new Map<string, ExpandedLine>();
  const expand = (line: string): ExpandedLine => {
    const found = known.get(line) ?? expandLine(line, directory, day, office?.place ?? null);
    known.set(line, found);
    return found;
  };
  const groupName = (id: number): string | null => directory.groups.find((group) => group.id === id)?.name ?? null;
  const lines = addressees.filter((line) => line !== '');
  return { rows: readDeadlines(text, { issuedDate, beforeMeans }).map((phrase) => offered(phrase, whoIsMeant(phrase.who, lines, expand, groupName), { issuedDate, beforeMeans, calendar })) };
});

/** Longest words an obligation keeps of what has to be done, and longest name. */
const longestWhat = 1000;
const longestName = 300;

/** How the office counts days. */
interface Counting {
  issuedDate: IsoDate | null;
  beforeMeans: BeforeMeans;
  calendar: WorkCalendar;
}

function offered(phrase: DeadlinePhrase, { agencies: named, notices: found }: MeantLines, { issuedDate, beforeMeans, calendar }: Counting) {
  const { sentence, time, recurrence, until, date, reportTo, certain, start, end } = phrase;
  // an office that counts the day itself asks for it «đến hết ngày»: so it is kept, shown and reminded of
  const dayCounts = phrase.bound === 'before' && time === null && beforeMeans === 'same-day';
  // the last day of every month is what stands before the 1st, for every office: its number changes, the 1st does not
  const bound = phrase.monthEnd && time === null ? 'before' : dayCounts ? 'through' : phrase.bound;
  const notices: string[] = [];
  const term = termOf(phrase, issuedDate, calendar, notices);
  const due = phrase.due ?? term?.due ?? null;
  if (due === null && recurrence !== null) notices.push('Câu này chưa cho biết lần đầu rơi vào ngày nào; ghi lần đầu trước khi cấp số.');
  if (recurrence !== null && until === null) notices.push('Văn bản chưa nói báo cáo đến ngày nào thì thôi; để trống ngày cuối thì theo dõi tiếp từng kỳ.');
  if (bound === 'before' && date !== null && due !== null && due !== date) notices.push(`«Trước ngày ${shortDate(date)}»: ngày cuối còn kịp là ${shortDate(due)}.`);
  if (phrase.monthEnd && time === null) notices.push(`Hạn là ngày cuối ${recurrence === 'monthly' ? 'mỗi tháng' : 'của tháng đã hẹn'}, tháng dài hay ngắn cũng vậy.`);
  if (dayCounts && date !== null) notices.push(`«Trước ngày ${shortDate(date)}»: cơ quan tính cả ngày ấy (đặt ở Cài đặt), ngày cuối còn kịp là ${shortDate(date)}.`);
  else if (dayCounts && recurrence !== null) notices.push('«Trước» ngày hẹn: cơ quan tính cả ngày ấy (đặt ở Cài đặt).');
  if (due === null && recurrence === null && phrase.within === null) {
    notices.push('Câu này chưa cho biết hạn rơi vào ngày nào; xem lại câu và ghi ngày cuối trước khi cấp số.');
  }
  if (!certain) notices.push('Chỗ này đọc chưa chắc; xem lại ngày, ai làm và gửi về đâu trong câu.');
  notices.push(...found);
  // a whole sentence taken for a name is none
  const agencies = named.filter((name) => name.length <= longestName);
  if (agencies.length === 0) notices.push('Câu này chưa nói rõ ai phải làm; chọn cơ quan.');
  const obligation: Obligation = {
    agencies,
    what: cutShort(phrase.what ?? 'báo cáo kết quả thực hiện', longestWhat),
    due,
    time,
    recurrence,
    until,
    reportTo: reportTo !== null && reportTo.length > longestName ? null : reportTo,
    bound,
    within: due === null && phrase.within && phrase.within.from === null ? { amount: phrase.within.amount, unit: phrase.within.unit } : null,
    sentence: sentence.slice(0, 5000),
  };
  return { sentence, phrase: phrase.phrase, start, end, certain, obligation, rule: term?.rule ?? null, notices };
}

/** The end of a term counted from a day the letter names, or from its own day where it says none but «kể từ ngày nhận». */
function termOf({ within, due }: DeadlinePhrase, issuedDate: IsoDate | null, calendar: WorkCalendar, notices: string[]) {
  if (!within || due !== null) return null;
  const from = within.from ?? issuedDate;
  if (from === null || dayProblem('', from) !== null) return null;
  const term = endOfTerm(calendar, { from, amount: within.amount, unit: within.unit });
  if (within.from === null) notices.push(`Thời hạn tính từ ngày nhận; tạm đếm từ ngày ký ${shortDate(from)}.`);
  if (term.unconfirmedYears.length > 0) notices.push(`Lịch nghỉ năm ${term.unconfirmedYears.join(', ')} chưa được xác nhận nên hạn có thể đổi.`);
  return term;
}


import { officialDate } from '../domain/dates.ts';
import { daysInWords } from '../domain/days-in-words.ts';
import { dispatchInWords } from './dispatch-in-words.ts';
import { distinct, distinctById, type LateReport, type RemindedObligation, type ReminderFacts } from './late-report.ts';
import { countInWords, deadlineInWords, insideSentence, isReport, namesMany, untilInWords, workInWords } from './reminder-words.ts';

const those = 'các cơ quan, đơn vị';

/**
 * The text of a công văn đôn đốc, one paragraph a line: what was asked by which dispatch until when, how many have not
 * reported, what is asked now and by when.
 */
export function reminderBody(facts: ReminderFacts): string {
  const obligations = distinctById(facts.reports.map(({ obligation }) => obligation));
  const dispatches = distinctById(obligations.map(({ dispatch }) => dispatch));
  const asked = (id: number): string => obligations.filter(({ dispatch }) => dispatch.id === id).map((one) => askedInWords(one, facts)).join('; ');
  const opening =
    dispatches.length === 1
      ? dispatches.map((dispatch) => `Theo ${dispatchInWords(dispatch)}, ${asked(dispatch.id)}.`)
      : [`${facts.officeName} đã ban hành các văn bản sau đây, trong đó giao nhiệm vụ báo cáo, thực hiện có thời hạn:`, ...dispatches.map((dispatch, at) => `${at + 1}. ${dispatchInWords(dispatch)}: ${asked(dispatch.id)}${stateOf(facts, dispatch.id)}.`)];
  return [...opening, missingInWords(facts), wantedInWords(facts, obligations), closing(facts)].join('\n');
}

const agenciesOf = (reports: readonly LateReport[]): string[] => distinct(reports.map(({ agency }) => agency));

function askedInWords(obligation: RemindedObligation, { reports, commanding }: ReminderFacts): string {
  const [only, ...others] = agenciesOf(reports);
  const who = only !== undefined && others.length === 0 ? only : obligation.lines.map(insideSentence).join('; ');
  return `${insideSentence(who)} ${commanding ? 'có trách nhiệm' : 'được đề nghị'} ${workInWords(obligation)} ${deadlineInWords(obligation)}`;
}

/** `còn 05 cơ quan, đơn vị chưa gửi báo cáo`; a line that stands for many is not counted as one. */
function lackInWords(reports: readonly LateReport[]): string {
  const agencies = agenciesOf(reports);
  const lack = reports.every(({ obligation }) => isReport(obligation.what)) ? 'chưa gửi báo cáo' : 'chưa thực hiện';
  if (agencies.some(namesMany)) return agencies.length === 1 ? `${insideSentence(agencies[0] ?? '')} ${lack}` : `còn nhiều cơ quan, đơn vị ${lack}`;
  return `còn ${countInWords(agencies.length)} cơ quan, đơn vị ${lack}`;
}

const stateOf = ({ reports }: ReminderFacts, dispatch: number): string => {
  const own = reports.filter(({ obligation }) => obligation.dispatch.id === dispatch);
  return agenciesOf(reports).length === 1 ? '' : `; ${lackInWords(own)}`;
};

/** How many have not reported; of one agency also for which days and how late it is. */
function missingInWords({ reports, moment }: ReminderFacts): string {
  const [agency = '', ...others] = agenciesOf(reports);
  const until = `Tuy nhiên, ${untilInWords(moment)}`;
  if (others.length > 0 || namesMany(agency)) {
    const several = reports.length > others.length + 1 && reports.every(({ obligation }) => isReport(obligation.what)) ? `, tổng cộng ${countInWords(reports.length)} báo cáo quá hạn` : '';
    return `${until}, ${lackInWords(reports)}${several} (danh sách tại Phụ lục kèm theo).`;
  }
  const reporting = reports.every(({ obligation }) => isReport(obligation.what));
  const days = distinct(reports.map(({ day }) => day)).sort();
  const recurring = reports.some(({ obligation }) => obligation.recurrence !== null);
  const most = Math.max(...reports.map(({ lateDays }) => lateDays));
  const late = most > 0 ? `, quá hạn ${countInWords(most)} ngày` : '';
  return `${until}, ${agency} chưa ${reporting ? 'gửi báo cáo' : 'thực hiện'}${recurring ? ` của ${daysInWords(days)}` : late} (chi tiết tại Phụ lục kèm theo).`;
}

function wantedInWords({ reports, newDue, officeName, commanding }: ReminderFacts, obligations: readonly RemindedObligation[]): string {
  const [agency = '', ...others] = agenciesOf(reports);
  const single = others.length === 0 && !namesMany(agency);
  const whom = single ? agency : `${commanding ? 'Thủ trưởng ' : ''}${those} có tên trong Phụ lục`;
  const works = distinct(obligations.map(workInWords));
  const receivers = distinct(obligations.map(({ reportTo }) => reportTo));
  const [receiver] = receivers;
  const whole = receivers.length === 1 && receiver ? `, gửi ${insideSentence(receiver)}` : ', gửi cơ quan nhận báo cáo theo từng văn bản nêu trên';
  const work = works.length === 1 ? works[0] : `hoàn thành các nội dung nêu tại Phụ lục${whole}`;
  const when = newDue === null ? 'ngay sau khi nhận được văn bản này' : `chậm nhất ${officialDate(newDue)}`;
  return `Để việc tổng hợp, báo cáo được đầy đủ, kịp thời, ${officeName} ${commanding ? 'yêu cầu' : 'đề nghị'} ${whom} khẩn trương ${work} ${when}.`;
}

function closing({ reports, commanding }: ReminderFacts): string {
  const [agency = '', ...others] = agenciesOf(reports);
  const whom = others.length === 0 && !namesMany(agency) ? agency : those;
  return commanding ? `Yêu cầu ${whom} nghiêm túc thực hiện./.` : `Đề nghị ${whom} quan tâm, phối hợp thực hiện./.`;
}

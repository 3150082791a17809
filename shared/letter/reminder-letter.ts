import { distinct, type LateReport, type ReminderFacts } from './late-report.ts';
import type { Letter, Obligation } from './letter.ts';
import { reminderAppendix } from './reminder-appendix.ts';
import { reminderBody } from './reminder-body.ts';
import { reminderSubject } from './reminder-subject.ts';

/** More names than this do not stand after «Kính gửi». */
export const addressedMax = 12;

/**
 * The công văn đôn đốc to everyone who owes a late report: cites each dispatch and its deadline, says how many are late,
 * asks for the reports by the new day, lists them in an appendix, and lays that day on them as a new obligation.
 */
export function reminderLetter(facts: ReminderFacts): Letter {
  const { reports, newDue, officeName, first } = facts;
  return {
    typeName: 'Công văn',
    codeNotation: first.codeNotation,
    place: first.place,
    issuedDate: null,
    subject: reminderSubject(reports, officeName),
    priority: 0,
    addressees: addresseesOf(facts),
    body: reminderBody(facts),
    recipients: [{ name: 'Như trên' }],
    archive: { ...first.archive, copies: null },
    signer: first.signer,
    appendices: [reminderAppendix(reports)],
    obligations: newDue === null ? [] : newObligations(reports, newDue),
  };
}

/** Each by name while they are few; else the line of the letter when they are all of it, else those named in the appendix. */
function addresseesOf({ reports, lineSizes }: ReminderFacts): string[] {
  const names = distinct(reports.map(({ agency }) => agency));
  if (names.length <= addressedMax) return names;
  const lines = distinct(reports.flatMap(({ obligation }) => obligation.lines));
  const size = lines.reduce((sum, line) => sum + (lineSizes.get(line) ?? 0), 0);
  return size === names.length && lines.length <= addressedMax ? lines : ['Các cơ quan, đơn vị có tên trong Phụ lục'];
}

function newObligations(reports: readonly LateReport[], due: string): Obligation[] {
  const wanted = new Map<string, Obligation>();
  for (const { agency, obligation: { what, reportTo } } of reports) {
    const key = JSON.stringify([what, reportTo]);
    const known = wanted.get(key);
    if (!known) wanted.set(key, { agencies: [agency], what, due, time: null, recurrence: null, reportTo, bound: 'through' });
    else if (!known.agencies.includes(agency)) known.agencies.push(agency);
  }
  return [...wanted.values()];
}

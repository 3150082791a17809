import { readCode } from '../../../shared/domain/code-reading.ts';
import { isRealDate, localDay, shortDate, yearOf } from '../../../shared/domain/dates.ts';
import { commonSeries } from '../../../shared/domain/numbering.ts';
import { actNow, type EngineParts } from '../engine-parts.ts';
import { bookState, takeNumber } from '../storage/book-repository.ts';
import { findDoubles, insertIncoming } from '../storage/incoming-repository.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { noteUsed } from '../storage/used-values.ts';
import { storeAttached } from './attached-files.ts';
import { enterYear, yearNotice } from './enter-year.ts';
import { implementer } from './implementer.ts';
import { columnsOf, dayNotices, lineNotices, refuseSlip, usedIn, withConsequences } from './incoming-given.ts';
import { refuseBadReply } from './incoming-reply.ts';
import { keepWith } from './keep-with.ts';
import { recordReport } from './record-report.ts';

const book = (year: number) => ({ kind: 'incoming', series: commonSeries, year }) as const;

const nothingKnown = { code: '', codeNumber: '', codeNotation: '', issuedDate: null, typeName: null, signerName: null, signerPosition: null, signerCompetence: null, priority: 0, pages: null, copies: null, toPlaces: '', handedDate: null, handedTo: null, receipt: null, dueDate: null, handling: 'waiting' as const, needsReply: 0, replyId: null, note: null };

export const register = implementer.incoming.register.handler(async ({ input: { files, doubleReason, backdateReason, reports = [], confirm, ...given }, context }) => {
  const columns = columnsOf(given);
  const today = localDay(context.clock());
  const arrivalDate = columns.arrivalDate ?? today;
  refuseSlip(arrivalDate, today);
  const waiting = await storeAttached(context, files);
  return keepWith(context, waiting, async (held) => {
    const { database } = held;
    await refuseBadReply(held, columns.replyId);
    const year = yearOf(arrivalDate);
    const state = await bookState(database, book(year), yearOf(today));
    const { lastDate, next: arrivalNumber } = state;
    await enterYear(held, { kind: 'incoming', day: arrivalDate, next: arrivalNumber, confirm });
    const isBackdated = lastDate !== null && lastDate > arrivalDate;
    const start = { handling: 'waiting' as const, needsReply: columns.needsReply ?? 0, handedDate: null, handedTo: null };
    const line = {
      ...nothingKnown,
      ...columns,
      ...withConsequences(start, columns),
      organName: given.organName,
      subject: given.subject,
      status: 'registered' as const,
      series: commonSeries,
      year,
      arrivalNumber,
      arrivalDate,
      doubleReason: doubleReason ?? null,
      backdated: isBackdated ? (backdateReason ?? '') : null,
      updatedAt: '',
    };
    const act = actNow(held, await readSettings(database));
    const duplicates = await findDoubles(database, { organName: line.organName, code: line.code, issuedDate: line.issuedDate, sha256s: waiting.map(({ sha256 }) => sha256), except: null });
    if (!(await takeNumber(database, book(year), arrivalNumber))) throw new Error('the number was taken inside the transaction');
    const id = await insertIncoming(database, { ...line, updatedAt: act.at }, waiting, act);
    await noteUsed(database, act.at, usedIn(line));
    const backdating = isBackdated && !backdateReason ? [`Ngày đến ${shortDate(arrivalDate)} trước ngày ${shortDate(lastDate)} của số liền trước; sổ ghi dòng này là vào lùi ngày.`] : [];
    const reported = await recordReports(held, reports, { incoming: id, receivedDate: arrivalDate });
    return { id, arrivalNumber, arrivalDate, duplicates, notices: [...lineNotices(line, today), ...backdating, ...reported] };
  });
});

/** Records an incoming dispatch as the report of what its agency owes. Answers the notices. */
async function recordReports(held: EngineParts, reports: readonly number[], { incoming, receivedDate }: { incoming: number; receivedDate: string }): Promise<string[]> {
  const notices: string[] = [];
  for (const owed of new Set(reports)) notices.push(...(await recordReport(held, owed, { receivedDate, incoming, partial: false, again: false })).notices);
  return notices;
}

export const check = implementer.incoming.check.handler(async ({ input: { organName, code, issuedDate, arrivalDate, files, id }, context }) => {
  const { database } = context;
  const today = localDay(context.clock());
  const day = arrivalDate && isRealDate(arrivalDate) ? arrivalDate : today;
  const sha256s = await Promise.all((files ?? []).map(async (file) => Buffer.from(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())).toString('hex')));
  const duplicates = await findDoubles(database, { organName: organName ?? '', code: readCode(code ?? '').code, issuedDate: issuedDate && isRealDate(issuedDate) ? issuedDate : null, sha256s, except: id ?? null });
  const state = await bookState(database, book(yearOf(day)), yearOf(today));
  const { lastDate } = state;
  const notices = dayNotices({ arrivalDate: day, issuedDate: issuedDate && isRealDate(issuedDate) ? issuedDate : null, handedDate: null, dueDate: null }, today);
  if (id === undefined && lastDate !== null && lastDate > day) notices.push(`Ngày đến ${shortDate(day)} trước ngày ${shortDate(lastDate)} của số liền trước; vào lùi ngày thì ghi lý do.`);
  if (id === undefined) {
    const asked = await yearNotice(context, { kind: 'incoming', day, next: state.next, confirm: [] });
    if (asked !== null) notices.push(asked);
  }
  return { nextNumber: state.next, duplicates, notices };
});

import type { Handling, IncomingGiven } from '../../../shared/contract/incoming.ts';
import { readCode } from '../../../shared/domain/code-reading.ts';
import { shortDate, yearOf } from '../../../shared/domain/dates.ts';
import { yearIsSlip } from '../../../shared/domain/issue-date.ts';
import { refuseProblems } from '../refusal-to-error.ts';
import type { IncomingLine } from '../storage/incoming-repository.ts';
import { refuseSecrecy } from './refuse-secrecy.ts';
import { refuseUnrealDays } from './unreal-days.ts';

type Wanted = Partial<Omit<IncomingLine, 'id'>>;

/**
 * The columns of a line that a call wants to set; what it leaves out is not among them. Of a code given apart, the part
 * left out is that of `present`. Refuses secrecy marks and days that are not in the calendar.
 */
export function columnsOf(given: IncomingGiven, present: Pick<IncomingLine, 'codeNumber' | 'codeNotation'> = { codeNumber: '', codeNotation: '' }): Wanted {
  const { code, codeNumber, codeNotation, signer, needsReply, toPlaces, ...rest } = given;
  const { arrivalDate, issuedDate, handedDate, dueDate } = given;
  refuseSecrecy(given);
  refuseUnrealDays({ arrivalDate, issuedDate, handedDate, dueDate });
  const parts = [codeNumber === undefined ? present.codeNumber : (codeNumber ?? ''), codeNotation === undefined ? present.codeNotation : (codeNotation ?? '')];
  const apart = codeNumber === undefined && codeNotation === undefined ? undefined : parts.filter((part) => part !== '').join('/');
  const whole = code === undefined ? apart : code;
  const named = ['organName', 'subject', 'issuedDate', 'typeName', 'priority', 'pages', 'copies', 'handedDate', 'handedTo', 'receipt', 'dueDate', 'handling', 'replyId', 'note', 'arrivalDate'] as const;
  const columns: Wanted = Object.fromEntries(named.filter((name) => rest[name] !== undefined).map((name) => [name, rest[name]]));
  if (whole !== undefined) {
    const read = readCode(whole ?? '');
    Object.assign(columns, { code: read.code, codeNumber: read.codeNumber, codeNotation: read.codeNotation });
  }
  if (signer !== undefined) Object.assign(columns, { signerName: signer?.fullName ?? null, signerPosition: signer?.position ?? null, signerCompetence: signer?.competence ?? null });
  if (needsReply !== undefined) columns.needsReply = needsReply ? 1 : 0;
  if (toPlaces !== undefined) columns.toPlaces = toPlaces ?? '';
  return columns;
}

/** Refuses an arrival so far ahead that its number would be burnt in a wrong book. */
export function refuseSlip(arrivalDate: string, today: string): void {
  if (yearIsSlip(arrivalDate, today)) throw refuseProblems([{ field: 'arrivalDate', message: `Năm của ngày đến ${shortDate(arrivalDate)} còn quá xa; kiểm tra lại ngày để số không vào nhầm sổ.` }]);
}

type Dated = Pick<IncomingLine, 'arrivalDate' | 'issuedDate' | 'handedDate' | 'dueDate'>;

/** What a careful archivist would ask about a code, and about the days of a line. */
export const lineNotices = (line: Dated & Pick<IncomingLine, 'code'>, today: string): string[] => [...readCode(line.code).warnings.map(({ message }) => message), ...dayNotices(line, today)];

/** What a careful archivist would ask about the days of a line. */
export function dayNotices({ arrivalDate, issuedDate, handedDate, dueDate }: Dated, today: string): string[] {
  const notices: string[] = [];
  if (arrivalDate > today) notices.push(`Ngày đến ${shortDate(arrivalDate)} sau hôm nay ${shortDate(today)}.`);
  if (issuedDate && issuedDate > arrivalDate) notices.push(`Ngày văn bản ${shortDate(issuedDate)} sau ngày đến ${shortDate(arrivalDate)}.`);
  if (issuedDate && yearOf(issuedDate) < yearOf(arrivalDate) - 1) notices.push(`Văn bản ký từ ngày ${shortDate(issuedDate)}; kiểm tra lại năm.`);
  if (handedDate && handedDate < arrivalDate) notices.push(`Ngày chuyển ${shortDate(handedDate)} trước ngày đến ${shortDate(arrivalDate)}.`);
  if (dueDate && dueDate < arrivalDate) notices.push(`Hạn giải quyết ${shortDate(dueDate)} đã qua khi văn bản đến.`);
  return notices;
}

type Consequent = Pick<IncomingLine, 'handling' | 'needsReply' | 'handedDate' | 'handedTo'>;

/**
 * What follows from a change by itself: whoever is handed a dispatch has it, an answer settles what asked for one, and a
 * wrong answer taken away gives back what the line was before it (`beforeReply`).
 */
export function withConsequences(line: Consequent, wanted: Wanted, beforeReply?: Handling): Wanted {
  if (wanted.handling !== undefined) return wanted;
  if (wanted.replyId && (wanted.needsReply ?? line.needsReply) === 1) return { ...wanted, handling: 'done' };
  const former = wanted.replyId === null && beforeReply !== undefined ? beforeReply : line.handling;
  const handed = (wanted.handedDate === undefined ? line.handedDate : wanted.handedDate) ?? (wanted.handedTo === undefined ? line.handedTo : wanted.handedTo);
  const handling = former === 'waiting' && handed ? 'handed' : former === 'handed' && !handed ? 'waiting' : former;
  return handling === line.handling ? wanted : { ...wanted, handling };
}

/** What a line teaches the fields to propose next time. */
export const usedIn = (line: Partial<IncomingLine>) => ({ organName: line.organName, signer: line.signerName, position: line.signerPosition, typeName: line.typeName, toPlaces: line.toPlaces, handedTo: line.handedTo });

import { localDay, shortDate, yearOf } from '../../../shared/domain/dates.ts';
import { dateNotices } from '../../../shared/domain/issue-date.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import type { EngineParts } from '../engine-parts.ts';
import { readBookYears } from '../storage/book-year-repository.ts';
import { bookState } from '../storage/book-repository.ts';
import type { OutgoingLine } from '../storage/outgoing-repository.ts';
import { askYear, closedBook, type WantedYear } from './enter-year.ts';
import { lineOf } from './line-of.ts';

interface WantedNumber {
  series: string;
  year: number;
  issuedDate: string;
  /** The line of a number kept earlier. */
  reserved?: number | undefined;
  backdateReason?: string | null | undefined;
  /** What a person has agreed to. */
  confirm?: readonly string[] | undefined;
}

interface ChosenNumber {
  codeNumber: number;
  series: string;
  reserved: OutgoingLine | null;
  /** Why it stands out of the order of time: '' when nobody said, null when it does not. */
  backdated: string | null;
  notices: string[];
  /** What `enterYear` is to be asked again inside the transaction; null for a number kept earlier. */
  wantedYear: WantedYear | null;
}

/** The number a dispatch is to take: the next of its series, or one kept earlier; with what a careful archivist would say of its date. */
export async function chooseNumber(parts: EngineParts, { series, year, issuedDate, reserved: reservedId, backdateReason, confirm }: WantedNumber): Promise<ChosenNumber> {
  const today = localDay(parts.clock());
  if (reservedId !== undefined) {
    const reserved = await reservedLine(parts, reservedId, year);
    return { codeNumber: reserved.codeNumber, series: reserved.series, reserved, backdated: backdateReason ?? null, notices: [], wantedYear: null };
  }
  const book = { kind: 'outgoing', series, year } as const;
  const state = await bookState(parts.database, book, yearOf(today));
  const wantedYear = { kind: 'outgoing', day: issuedDate, next: state.next, confirm } as const;
  await askYear(parts, wantedYear);
  const isBackdated = state.lastDate !== null && state.lastDate > issuedDate;
  const notices = dateNotices(issuedDate, today, isBackdated && backdateReason ? { ...state, lastDate: null } : state);
  return { codeNumber: state.next, series, reserved: null, backdated: isBackdated ? (backdateReason ?? '') : null, notices, wantedYear };
}

async function reservedLine(parts: EngineParts, id: number, year: number): Promise<OutgoingLine & { codeNumber: number }> {
  const line = await lineOf(parts, id);
  if (line.status !== 'reserved' || line.codeNumber === null) throw new Refusal('NOT_ALLOWED', 'Số giữ này đã dùng hoặc đã hủy; chọn số giữ khác hoặc lấy số kế tiếp.', { id, status: line.status });
  if (line.year !== year) throw new Refusal('NOT_ALLOWED', `Số ${line.codeNumber} được giữ trong sổ năm ${line.year}, văn bản lại đề năm ${year}; chọn số giữ cùng năm hoặc sửa ngày văn bản.`, { id, year: line.year });
  if ((await readBookYears(parts.database, 'outgoing'))[year] === 'closed') throw closedBook('outgoing', year);
  return { ...line, codeNumber: line.codeNumber };
}

/** What the history of a dispatch says of a number that had been kept. */
export const reservedSentence = ({ reservedReason, updatedAt }: OutgoingLine): string => `Dùng số giữ từ ${shortDate(updatedAt.slice(0, 10))}: ${reservedReason ?? ''}`;

/** The refusal a broken promise of unique numbers is; any other error as it came. */
export function numberTaken(error: unknown, code: string, year: number, typeName: string): unknown {
  if ((error as { code?: string }).code !== 'SQLITE_CONSTRAINT_UNIQUE') return error;
  return new Refusal('NUMBER_TAKEN', `Số ${code} năm ${year} đã có trong sổ ở dãy số khác; đổi ký hiệu hoặc xem lại dãy số của loại «${typeName}».`, { code, year }, error);
}

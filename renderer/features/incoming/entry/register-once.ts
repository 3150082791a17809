import type { IncomingGiven, IncomingRow } from '../../../../shared/contract/incoming.ts';
import { yearOf } from '../../../../shared/domain/dates.ts';
import { codeKeyOf } from '../../../../shared/domain/double-key.ts';
import { oneLine } from '../../../../shared/domain/vietnamese-text.ts';
import type { Engine } from '../../../lib/engine.ts';
import { wasAnswered } from '../../../lib/refusal-sentence.ts';
import type { SaveTry } from '../../../components/entry/form-shelf.ts';

/** What the book gave. */
export interface Registered {
  id: number;
  arrivalNumber: number;
  arrivalDate: string;
  notices: readonly string[];
}

export interface Registration {
  given: IncomingGiven & { organName: string; subject: string };
  files: readonly File[];
  doubleReason: string;
  backdateReason: string;
  /** The owed ids this paper reports. */
  reports?: readonly number[];
}

/** How many lines after the first try are looked through for one whose answer was lost. */
const lookedThrough = 100;

const same = (row: IncomingRow, given: Registration['given']): boolean =>
  oneLine(row.organName) === oneLine(given.organName).normalize('NFC') &&
  oneLine(row.subject) === oneLine(given.subject).normalize('NFC') &&
  codeKeyOf(row.code) === codeKeyOf(given.code ?? '') &&
  row.issuedDate === (given.issuedDate ?? null) &&
  row.arrivalDate === given.arrivalDate;

/**
 * Enters a line once. Before it is sent, `remember` is told from which number on it would stand; when a try before has
 * lost its answer (`tried`), the line is looked for first, and only sent again when it is not there.
 */
export async function registerOnce(incoming: Pick<Engine['incoming'], 'register' | 'list'>, { given, files, doubleReason, backdateReason, reports = [] }: Registration, nextNumber: number, tried: SaveTry | null, remember: (tried: SaveTry | null) => void): Promise<Registered> {
  const year = yearOf(given.arrivalDate ?? '');
  if (tried !== null && tried.year === year) {
    const { rows } = await incoming.list({ year, limit: lookedThrough });
    const lost = rows.find((row) => row.arrivalNumber >= tried.from && row.status === 'registered' && same(row, given));
    if (lost) return { id: lost.id, arrivalNumber: lost.arrivalNumber, arrivalDate: lost.arrivalDate, notices: ['Văn bản này đã vào sổ ở lần bấm trước, chỉ câu trả lời là chưa về tới; không vào sổ thêm lần nữa.'] };
  }
  remember(tried?.year === year ? tried : { from: nextNumber, year });
  try {
    const answer = await incoming.register({ ...given, files: files.length > 0 ? [...files] : undefined, doubleReason: doubleReason.trim() || undefined, backdateReason: backdateReason.trim() || undefined, reports: reports.length > 0 ? [...reports] : undefined });
    return { id: answer.id, arrivalNumber: answer.arrivalNumber, arrivalDate: answer.arrivalDate, notices: answer.notices };
  } catch (error) {
    if (wasAnswered(error)) remember(null);
    throw error;
  }
}

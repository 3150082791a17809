import { shortDate } from '../domain/dates.ts';
import type { BookColumn, BookForm, BookKind } from './book-form.ts';
import { noteOf } from './line-note.ts';
import type { IncomingLine, OutgoingLine, Posted, RegisterLine } from './register-line.ts';

/** What a cell holds: a day as `YYYY-MM-DD` in a date column, a count as a number; null is empty. */
export type PrintedCell = string | number | null;

/** One row of a printed book, for Excel, Word and the screen alike. */
export interface PrintedRow {
  cells: PrintedCell[];
  /** Struck through, but for the note that says why: the number stays in the book. */
  cancelled: boolean;
}

/** The row of a line in a book; null for a line that has no place there (an incoming line in the outgoing book, an unsent one in sổ III). */
export function rowOf(book: BookKind, line: RegisterLine): PrintedRow | null {
  const cells = cellsOf(book, line);
  return cells && { cells: cells.map((cell) => (cell === '' ? null : cell)), cancelled: line.status === 'cancelled' };
}

/** A ruled row to be filled by hand. */
export const blankRow = ({ columns }: Pick<BookForm, 'columns'>): PrintedRow => ({ cells: columns.map(() => null), cancelled: false });

/** A cell as people read it. */
export function cellText({ kind }: Pick<BookColumn, 'kind'>, cell: PrintedCell): string {
  if (cell === null) return '';
  return kind === 'date' ? shortDate(String(cell)) : String(cell);
}

/** Whether a cell of the row is struck through: all but the last, which is Ghi chú in every book. */
export const isStruck = ({ cancelled, cells }: PrintedRow, at: number): boolean => cancelled && at < cells.length - 1;

function cellsOf(book: BookKind, line: RegisterLine): PrintedCell[] | null {
  switch (book) {
    case 'outgoing':
      return line.kind === 'outgoing' ? outgoingCells(line) : null;
    case 'post':
      // what was not sent has no place among what the post took
      return line.kind === 'outgoing' && line.sentDate !== null ? postCells(line) : null;
    case 'incoming':
      return line.kind === 'incoming' ? incomingCells(line) : null;
    case 'handling':
      return line.kind === 'incoming' ? handlingCells(line) : null;
    case 'archive-use':
      return null;
  }
}

const outgoingCells = (line: OutgoingLine): PrintedCell[] => [
  line.code, line.issuedDate, typeAndSubject(line), line.signerName, placesOf(line), line.archiveUnits, line.copies, line.sentDate, line.receipt, noteOf(line),
];

/** A recipient is one envelope; how many went of a whole dispatch, and the stamp of the post, are written by hand. */
const postCells = (line: OutgoingLine): PrintedCell[] =>
  line.posted ? [line.sentDate, line.code, line.posted.to, 1, line.receipt, postedNote(line, line.posted)] : [line.sentDate, line.code, placesOf(line), null, line.receipt, noteOf(line)];

/** What concerns this envelope, then what the book says of the dispatch. */
function postedNote(line: OutgoingLine, { copies, note, returnedDate, returnReason }: Posted): string {
  const returned = returnedDate === null ? null : `Hoàn lại ngày ${shortDate(returnedDate)}${returnReason ? `: ${returnReason}` : ''}`;
  return [copies === null || copies === 1 ? null : `${copies} bản`, returned, note, noteOf(line)].filter((part) => part !== null && part !== '').join('; ');
}

const incomingCells = (line: IncomingLine): PrintedCell[] => [
  line.arrivalDate, arrivalNumber(line), line.organName, line.code, line.issuedDate, typeAndSubject(line), line.toPlaces, line.handedDate, line.receipt, noteOf(line),
];

const handlingCells = (line: IncomingLine): PrintedCell[] => [arrivalNumber(line), dispatchInWords(line), line.toPlaces, line.dueDate, progress[line.handling], line.replyCode, noteOf(line)];

/** `12a` of an old book stays text. */
const arrivalNumber = ({ number }: IncomingLine): PrintedCell => (/^[1-9]\d{0,14}$/.test(number) ? Number(number) : number);

const progress: Record<IncomingLine['handling'], string> = { waiting: 'Chưa chuyển', handed: 'Đang giải quyết', done: 'Đã giải quyết' };

const placesOf = ({ addressees, recipients }: OutgoingLine): string => namedPlaces([addressees, recipients].flatMap((names) => names.split('; '))).join('; ');

/** Whom a dispatch names, each once: kính gửi, then nơi nhận but for those that only point back (`Như trên`, `Như Điều 3`). */
export const namedPlaces = (names: readonly string[]): string[] => [...new Set(names.map((name) => name.trim()))].filter((name) => name !== '' && !pointsBack.test(name));

const pointsBack = /^như (?:trên|điều)/iu;
const saysItsType = /^(?:v\/v|về)\s/iu;

/** `Công văn: rà soát …`, `Quyết định về việc …`; a subject that begins with its type is not given it twice. */
function typeAndSubject({ typeName, subject }: Pick<RegisterLine, 'typeName' | 'subject'>): string {
  if (!typeName) return subject;
  if (subject === '') return typeName;
  // Vietnamese has no case of its own beyond Unicode's, and the locale's way is forty times slower
  const begins = ['', ' '].includes(subject.charAt(typeName.length)) && subject.slice(0, typeName.length).toLowerCase() === typeName.toLowerCase();
  if (begins) return `${typeName}${subject.slice(typeName.length)}`;
  return saysItsType.test(subject) ? `${typeName} ${subject.replace(/^V(?=ề)/u, 'v')}` : `${typeName}: ${subject}`;
}

/** `Công văn số 2953/UBND-VP ngày 20/05/2021 của UBND tỉnh`: what column (2) of sổ VIII asks for. */
function dispatchInWords({ typeName, code, issuedDate, organName }: IncomingLine): string {
  const parts = [typeName ?? 'Văn bản', code === '' ? null : `số ${code}`, issuedDate === null ? null : `ngày ${shortDate(issuedDate)}`, organName === '' ? null : `của ${organName}`];
  return parts.filter((part) => part !== null).join(' ');
}

import type { BookField, BookKind } from '../../../shared/domain/import/book-fields.ts';
import { type Sheet, cellText } from '../../../shared/domain/import/cell.ts';
import { type Head, findHead } from '../../../shared/domain/import/find-head.ts';
import type { OldBookFile } from './open-old-book.ts';
import { type ImportChoice, refuse } from './read-import.ts';
import { type BegunSheet, rowsBegun, wholeSheet } from './workbook-reader.ts';

/** A sheet that is read. */
export interface TakenSheet {
  name: string;
  head: Head | null;
}

/** A sheet that looks like a table and is not read. */
export interface LeftSheet {
  name: string;
  why: string;
}

/** Which sheets of a file are read as the book, in the order of the file. */
export interface ChosenSheets {
  taken: readonly TakenSheet[];
  /** The beginning of the first, read already. */
  first: BegunSheet;
  /** About how many rows they have in all. */
  amount: number;
  left: readonly LeftSheet[];
  /** Sheets that are read although their heads are those of the other book. */
  doubtful: readonly string[];
}

type Seen = TakenSheet & { hidden: boolean; begun: BegunSheet };

/**
 * Chooses the sheets of a book: those the caller names; `all` that have the heads of such a book; else the first that has
 * them, the visible before the hidden, with every visible sheet of the same columns (a sheet for each month, year, book).
 */
export async function chooseSheets(file: OldBookFile, choice: ImportChoice): Promise<ChosenSheets> {
  const { book } = choice;
  const named = namedSheets(file, choice);
  const seen: Seen[] = [];
  for (const sheet of file.sheets) seen.push(await look(file, sheet, choice, named));
  const taken = named ? seen.filter(({ name }) => named.includes(name)) : choice.sheets === 'all' ? seen.filter(({ head }) => isWhole(head, book) && !isOther(head, book)) : likeTheFirst(seen, book);
  const chosen = taken.length > 0 ? taken : fallBack(file, seen);
  const [first] = chosen;
  if (!first) throw refuse('file', `Tệp «${file.name}» không có dòng nào. Chọn lại tệp sổ.`);
  const left = seen.flatMap((sheet): LeftSheet[] => {
    const why = chosen.includes(sheet) ? null : whyLeft(sheet, named !== null || choice.sheets !== undefined, book);
    return why === null ? [] : [{ name: sheet.name, why }];
  });
  return { taken: chosen.map(({ name, head }) => ({ name, head })), first: first.begun, amount: chosen.reduce((sum, { begun }) => sum + begun.amount, 0), left, doubtful: chosen.filter(({ head }) => isOther(head, book)).map(({ name }) => name) };
}

/** The sheets the caller names; null when none is named. Refused when one is not in the file. */
function namedSheets(file: OldBookFile, { sheet, sheets }: ImportChoice): readonly string[] | null {
  if (sheet !== undefined && sheets !== undefined) throw refuse('sheets', 'Vừa chọn một trang (sheet) vừa chọn nhiều trang (sheets); chỉ ghi một trong hai.');
  const named = sheet !== undefined ? [sheet] : sheets === undefined || sheets === 'all' ? null : sheets;
  for (const name of named ?? []) {
    if (file.sheets.some((one) => one.name === name)) continue;
    throw refuse(sheet === undefined ? 'sheets' : 'sheet', `Tệp «${file.name}» không có trang tính «${name}»; các trang: ${file.sheets.map((one) => one.name).join(', ')}.`);
  }
  return named && file.sheets.flatMap(({ name }) => (named.includes(name) ? [name] : []));
}

/** The beginning of a sheet and its heads; a head far down is looked for in the whole. */
async function look(file: OldBookFile, { name, hidden }: { name: string; hidden: boolean }, choice: ImportChoice, named: readonly string[] | null): Promise<Seen> {
  const wanted = (named?.[0] ?? name) === name ? choice.headRow : undefined;
  const begun = (wanted ?? 0) < rowsBegun ? await file.begin(name) : wholeSheet(await file.read(name));
  const found = findHead(begun.sheet, choice.book, wanted);
  // the told row is that of one sheet: another may have its heads elsewhere
  const elsewhere = wanted !== undefined && named === null && file.sheets.length > 1 && !isWhole(found, choice.book) ? findHead(begun.sheet, choice.book) : null;
  return { name, hidden, begun, head: elsewhere ?? found };
}

const has = (head: Head | null, ...fields: BookField[]): boolean => head !== null && [...head.fields.values()].some((field) => fields.includes(field));

/** Whether the heads tell all that a line of the book needs. */
const isWhole = (head: Head | null, book: BookKind): boolean =>
  has(head, 'subject', 'typeAndSubject') && (book === 'incoming' ? has(head, 'number') && (has(head, 'arrivalDate') || dayWithNumber(head)) : has(head, 'number', 'code', 'codeNumber'));

const dayWithNumber = (head: Head | null): boolean => [...(head?.fields ?? [])].some(([column, field]) => field === 'number' && /ngày/iu.test((head?.texts[column] ?? '').normalize('NFC')));

/** Whether they are those of what arrives, in a file that is to be read as the outgoing book. */
const isOther = (head: Head | null, book: BookKind): boolean => book === 'outgoing' && head !== null && head.texts.some((text) => /số.{0,12}đến|ngày.{0,12}(?:đến|nhận)/iu.test(text.normalize('NFC')));

const coreFields: readonly BookField[] = ['number', 'arrivalDate', 'organName', 'code', 'codeNumber', 'issuedDate', 'subject', 'typeAndSubject'];
const sameColumns = (one: Head | null, other: Head | null): boolean => coreFields.every((field) => has(one, field) === has(other, field));

function likeTheFirst(seen: readonly Seen[], book: BookKind): Seen[] {
  const visibleFirst = [...seen].sort((one, other) => Number(one.hidden) - Number(other.hidden));
  const suited = ({ head }: Seen): boolean => isWhole(head, book) && !isOther(head, book);
  const first = visibleFirst.find(suited) ?? visibleFirst.find(({ head }) => head !== null && !isOther(head, book)) ?? visibleFirst.find(({ head }) => head !== null);
  if (!first) return [];
  if (!suited(first) || first.hidden) return [first];
  // in the order of the file: a month after the month before
  return seen.filter((sheet) => sheet === first || (!sheet.hidden && suited(sheet) && sameColumns(sheet.head, first.head)));
}

/** No sheet has heads: the fullest is shown, so that the columns can be chosen. */
function fallBack(file: OldBookFile, seen: readonly Seen[]): Seen[] {
  const fullest = seen.reduce<Seen | null>((most, sheet) => (most && most.begun.amount >= sheet.begun.amount ? most : sheet), null);
  if (!fullest || fullest.begun.amount === 0) throw refuse('file', `Tệp «${file.name}» không có dòng nào. Chọn lại tệp sổ.`);
  return [fullest];
}

/** Why a sheet that may be a book is not read; null for a cover or an empty sheet. */
function whyLeft({ hidden, head, begun }: Seen, told: boolean, book: BookKind): string | null {
  const suited = isWhole(head, book) && !isOther(head, book);
  if (head === null) return looksFilled(begun.sheet) ? 'không thấy dòng tiêu đề của sổ' : null;
  if (!suited) return `tiêu đề không phải của sổ ${book === 'incoming' ? 'đến' : 'đi'}`;
  if (told) return 'chưa được chọn';
  return hidden ? 'trang đang ẩn' : 'các cột khác trang đầu';
}

/** Some rows of several cells: a table, though without heads. */
const looksFilled = ({ rows }: Sheet): boolean => rows.filter(({ cells }) => cells.filter((cell) => cellText(cell) !== '').length >= 4).length >= 2;

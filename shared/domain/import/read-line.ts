import { type IsoDate, shortDate, yearOf } from '../dates.ts';
import { documentTypeCalled } from '../document-types.ts';
import { secrecyMark } from '../secrecy-mark.ts';
import { foldVietnamese } from '../vietnamese-text.ts';
import { type BookField, type BookKind, fieldNames } from './book-fields.ts';
import { type Cell, cellText } from './cell.ts';
import { asMeant, cleanLine, cleanLines } from './clean-cell.ts';
import type { LegacyEncoding } from './legacy-encoding.ts';
import type { LineProblem, OldLine } from './old-line.ts';
import { readOldCode, readOwnCode } from './read-old-code.ts';
import { type YearContext, readOldDate } from './read-old-date.ts';
import { type OldNumber, readCount, readOldNumber } from './read-old-number.ts';
import { splitTypeAndSubject, typeOfNotation } from './type-and-subject.ts';

/** How the columns of a book are to be read. */
export interface LineRules {
  book: BookKind;
  columns: Readonly<Partial<Record<BookField, number>>>;
  encoding: LegacyEncoding | null;
}

/** What a row becomes: a line, or nothing; and what was noticed. */
export interface LineReading {
  line: OldLine | null;
  problems: LineProblem[];
  /** The arrival date was not written and is that of the line before. */
  dateFromAbove: boolean;
}

const longest: Partial<Record<BookField, number>> = { organName: 300, code: 60, subject: 2000, typeAndSubject: 2000, toPlaces: 1000, signer: 100, receipt: 300, note: 2000, archiveUnits: 200, addressees: 1000 };
// how a cell begins that is nothing but a secrecy mark, in Unicode and in the old fonts
const secretBeginning = /^[\s(\["“«]*[mtđ®§ñ]/i;
const cancelWords = /^(?:da |so )?(?:huy|bo)(?: bo)?(?: so| van ban| cong van| cv)?(?:$|[ ,.:;(]+(?!sung))/;
const cancelBeginning = /^["“(\s]*[hbđds]/iu;
const ditto = /^(?:["”“″〃]|''|\/\/|-? ?n[./]?t\.? ?-?|nhu tren)$/;

/** Reads one row of a book; `above` is the line before it, for ditto marks and days written once a day. */
export function readLine(row: number, cells: readonly Cell[], rules: LineRules, context: YearContext, above: OldLine | null): LineReading {
  const problems: LineProblem[] = [];
  const { columns, book } = rules;
  const say = (field: BookField, message: string, leftOut: boolean): void => {
    const column = columns[field];
    problems.push({ row, ...(column !== undefined && { column }), message, leftOut });
  };
  const cellOf = (field: BookField): Cell | undefined => {
    const column = columns[field];
    return column === undefined ? undefined : cells[column];
  };
  const raw = (field: BookField): string => {
    const cell = cellOf(field);
    if (cell == null) return '';
    if (typeof cell === 'string') return asMeant(cell, rules.encoding);
    if (typeof cell === 'object' && 'fault' in cell) say(field, `Cột ${fieldNames[field]}: ${cell.fault}.`, false);
    return cellText(cell);
  };
  const text = (field: BookField): string => {
    const value = cleanLine(raw(field));
    const limit = longest[field];
    if (limit !== undefined && value.length > limit) say(field, `Cột ${fieldNames[field]} dài ${value.length} ký tự, quá ${limit}; vẫn giữ đủ.`, false);
    return value;
  };
  const repeated = (value: string, before: string | null | undefined): string => (value.length <= 9 && before && ditto.test(foldVietnamese(value)) ? before : value);
  const day = (field: BookField, before: IsoDate | null | undefined, required: boolean): IsoDate | null | undefined => {
    const cell = cellOf(field);
    if (cell == null) return null;
    if (before && typeof cell === 'string' && cell.length <= 9 && ditto.test(foldVietnamese(cell.trim()))) return before;
    const read = readOldDate(typeof cell === 'string' ? asMeant(cell, rules.encoding) : cell, context);
    if ('date' in read) return read.date;
    if ('empty' in read) return null;
    say(field, `Cột ${fieldNames[field]}: ${read.unclear}${required ? '; dòng này chưa nhập.' : '; để trống.'}`, required);
    return undefined;
  };
  const count = (field: BookField): number | null => {
    const read = readCount(cellOf(field));
    if (read === null && text(field) !== '') say(field, `Cột ${fieldNames[field]}: «${text(field).slice(0, 40)}» không phải là một số; để trống.`, false);
    return read;
  };

  if (cells.some((cell) => typeof cell === 'string' && cell.length <= 24 && secretBeginning.test(cell) && secrecyMark(cleanLine(asMeant(cell, rules.encoding))) !== null)) return secret(row, problems);

  const codeCell = cellOf('code');
  const own = book === 'outgoing' && columns.code !== undefined ? readOwnCode(typeof codeCell === 'string' ? asMeant(codeCell, rules.encoding) : codeCell) : null;
  const numberField: BookField = own ? 'code' : columns.number !== undefined ? 'number' : 'codeNumber';
  const number: OldNumber = own ? own.number : readOldNumber(cellOf(numberField));
  const typeCell = text('typeName');
  const joined = columns.typeAndSubject === undefined ? null : splitTypeAndSubject(repeated(text('typeAndSubject'), above && [above.typeName, above.subject].filter(Boolean).join(' ')));
  const subject = joined ? joined.subject : repeated(text('subject'), above?.subject);
  const organName = repeated(text('organName'), above?.organName);
  const note = cleanLines(raw('note'));
  if (secrecyMark(subject) !== null || secrecyMark(note) !== null) return secret(row, problems);

  if (!('number' in number)) {
    say(numberField, 'empty' in number ? `Chưa có ${book === 'incoming' ? 'số đến' : 'số văn bản'}; dòng này chưa nhập.` : `Cột ${fieldNames[numberField]}: ${number.unclear}; dòng này chưa nhập.`, true);
    return { line: null, problems, dateFromAbove: false };
  }
  if (number.remark) say(numberField, `Cột ${fieldNames[numberField]}: ${number.remark}.`, false);
  if (subject === '' && organName === '' && text('code').replace(/^\d+$/, '') === '' && note === '') {
    say(numberField, `Số ${number.number}${number.suffix} chỉ có số, chưa ghi gì khác; dòng này chưa nhập.`, true);
    return { line: null, problems, dateFromAbove: false };
  }

  const issuedDate = day('issuedDate', above?.issuedDate, false) ?? null;
  const written = book === 'incoming' ? day('arrivalDate', above?.arrivalDate, true) : null;
  if (written === undefined) return { line: null, problems, dateFromAbove: false };
  const dateFromAbove = book === 'incoming' && written === null && above !== null;
  const arrivalDate = dateFromAbove ? above.arrivalDate : written;
  if (book === 'incoming' && arrivalDate === null) {
    say('arrivalDate', 'Chưa có ngày đến; dòng này chưa nhập.', true);
    return { line: null, problems, dateFromAbove: false };
  }
  const dated = book === 'incoming' ? arrivalDate : issuedDate;
  const year = dated === null ? (context.year ?? above?.year ?? null) : yearOf(dated);
  if (dated === null && context.year === null && above) say('issuedDate', `Không rõ năm; số ${number.number}${number.suffix} được xếp vào sổ năm ${above.year} theo dòng trên.`, false);
  if (year === null) {
    say('issuedDate', 'Không biết dòng này thuộc năm nào: chưa có ngày, tiêu đề của bảng cũng không ghi năm; dòng này chưa nhập.', true);
    return { line: null, problems, dateFromAbove: false };
  }
  if (subject === '') say(joined ? 'typeAndSubject' : 'subject', 'Chưa ghi trích yếu.', false);
  if (book === 'incoming' && organName === '') say('organName', 'Chưa ghi tác giả (cơ quan ban hành).', false);
  if (arrivalDate !== null && issuedDate !== null && issuedDate > arrivalDate) say('issuedDate', `Ngày văn bản ${shortDate(issuedDate)} sau ngày đến ${shortDate(arrivalDate)}; xem ngày và tháng có bị đảo không.`, false);

  const code = codeOf(rules, own?.codeNotation, text, cellOf, number);
  const typeName = (typeCell === '' ? null : (documentTypeCalled(typeCell) ?? typeCell)) ?? joined?.typeName ?? (book === 'outgoing' ? typeOfNotation(code.codeNotation) : null);
  const cancelled = [note, subject].find((said) => said !== '' && cancelBeginning.test(said) && cancelWords.test(foldVietnamese(said.slice(0, 60))));
  const line: OldLine = {
    row, year, number: number.number, suffix: number.suffix, arrivalDate: arrivalDate ?? null, organName, ...code, issuedDate, typeName, subject,
    signer: repeated(text('signer'), above?.signer) || null,
    toPlaces: repeated(text('toPlaces'), above?.toPlaces),
    handedDate: day('handedDate', above?.handedDate, false) ?? null,
    receipt: text('receipt') || null,
    dueDate: day('dueDate', above?.dueDate, false) ?? null,
    pages: count('pages'),
    copies: count('copies'),
    archiveUnits: text('archiveUnits'),
    addressees: text('addressees'),
    note: note || null,
    cancelled: cancelled ?? null,
  };
  return { line, problems, dateFromAbove };
}

/** A line with a secrecy mark stays out whole: nothing of it is kept on this machine. */
const secret = (row: number, problems: readonly LineProblem[]): LineReading => ({
  line: null,
  problems: [...problems, { row, message: 'Dòng ghi độ mật: văn bản mật theo dõi ở sổ riêng, không nhập vào máy này.', leftOut: true }],
  dateFromAbove: false,
});

type CodeParts = Pick<OldLine, 'code' | 'codeNumber' | 'codeNotation'>;

function codeOf({ book, columns }: LineRules, ownNotation: string | undefined, text: (field: BookField) => string, cellOf: (field: BookField) => Cell | undefined, number: { number: number; suffix: string }): CodeParts {
  if (book === 'outgoing') {
    const codeNotation = ownNotation || text('codeNotation');
    return { code: '', codeNumber: `${number.number}${number.suffix}`, codeNotation };
  }
  if (columns.code !== undefined) return readOldCode(typeof cellOf('code') === 'string' ? text('code') : (cellOf('code') ?? null));
  const [codeNumber, codeNotation] = [text('codeNumber'), text('codeNotation')];
  return { code: [codeNumber, codeNotation].filter(Boolean).join('/'), codeNumber, codeNotation };
}

import { type IsoDate, shortDate, yearOf } from '../dates.ts';
import { documentTypeCalled } from '../document-types.ts';
import { secrecyMark, stampedSecrecy } from '../secrecy-mark.ts';
import { foldVietnamese } from '../vietnamese-text.ts';
import { type BookField, type BookKind, fieldNames } from './book-fields.ts';
import { type Cell, cellText } from './cell.ts';
import { asMeant, cleanLine, cleanLines, withoutEntities } from './clean-cell.ts';
import type { LegacyEncoding } from './legacy-encoding.ts';
import type { LineProblem, OldLine } from './old-line.ts';
import type { DayField, DayOrders } from './day-order.ts';
import { priorityCalled, priorityNoted, secrecyColumnSays } from './marks.ts';
import { mentionsDay, readOldCode, readOwnCode, splitCodeAndDay } from './read-old-code.ts';
import { type YearContext, readOldDate } from './read-old-date.ts';
import { type OldNumber, readCount, readOldNumber } from './read-old-number.ts';
import { splitTypeAndSubject, typeOfNotation } from './type-and-subject.ts';

/** How the columns of a book are to be read. */
export interface LineRules {
  book: BookKind;
  columns: Readonly<Partial<Record<BookField, number>>>;
  encoding: LegacyEncoding | null;
  /** How the columns of days write them. */
  orders: DayOrders;
  /** Nobody has said which column holds the numbers of this incoming book. */
  numberUnknown: boolean;
  /** Letters before every number of the column. */
  numberPrefix: string | undefined;
}

/** What a row becomes: a line, or nothing; and what was noticed. */
export interface LineReading {
  line: OldLine | null;
  problems: LineProblem[];
  /** Notices of which many of a kind are said once, with how many there are. */
  alike: { kind: string; problem: LineProblem }[];
  /** The arrival date was not written and is that of the line before. */
  dateFromAbove: boolean;
}

const longest: Partial<Record<BookField, number>> = { organName: 300, code: 60, subject: 2000, typeAndSubject: 2000, toPlaces: 1000, signer: 100, receipt: 300, note: 2000, archiveUnits: 200, addressees: 1000 };
// how a cell begins that is nothing but a secrecy mark, in Unicode and in the old fonts
const secretBeginning = /^[\s(\["“«]*[mtđ®§ñ]/i;
const cancelWords = /^(?:da |so )?(?:huy|bo)(?: bo)?(?: so| van ban| cong van| cv)?(?:$|[ ,.:;(]+(?!sung))/;
const cancelBeginning = /^["“(\s]*[hbđds]/iu;
/** What stands in the note of a line whose number nobody knows. */
const numberUnknownNote = 'không rõ số đến';
/** How the printed register says it: `Hủy: trùng số; Khẩn`. */
const cancelReasonPrinted = /^Hủy: ([^;]+)/u;
const ditto = /^(?:["”“″〃]|''|\/\/|-? ?n[./]?t\.? ?-?|nhu tren)$/;

/**
 * Reads one row of a book; `above` is the line before it, for ditto marks and days written once a day, `beside` what rows
 * that go on with it hold, in which a secrecy mark may stand by itself.
 */
export function readLine(
  row: number, cells: readonly Cell[], rules: LineRules, context: YearContext, above: OldLine | null, beside: readonly Cell[] = [],
): LineReading {
  const problems: LineProblem[] = [];
  const { columns, book } = rules;
  // number and day of arrival stand in one cell
  const dayBesideNumber = book === 'incoming' && columns.arrivalDate !== undefined && columns.arrivalDate === columns.number;
  const alike: LineReading['alike'] = [];
  const unsure: BookField[] = [];
  const nothing = (): LineReading => ({ line: null, problems, alike, dateFromAbove: false });
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
    if (typeof cell === 'string') {
      const meant = asMeant(cell, rules.encoding);
      const read = withoutEntities(meant);
      if (read !== meant && !alike.some(({ kind }) => kind === 'entities')) {
        const column = columns[field];
        alike.push({ kind: 'entities', problem: { row, ...(column !== undefined && { column }), message: `Cột ${fieldNames[field]} có ký hiệu của trang web («&amp;», «&quot;»…); được đọc lại thành dấu, như «${read.slice(0, 60)}».`, leftOut: false } });
      }
      return read;
    }
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
  const day = (field: DayField, before: IsoDate | null | undefined, required: boolean): IsoDate | null | undefined => {
    const own = field === 'arrivalDate' && dayBesideNumber ? besideNumber : cellOf(field);
    const cell = own ?? (field === 'issuedDate' ? (codeAndDay?.day ?? null) : null);
    if (cell == null) return null;
    if (before && typeof cell === 'string' && cell.length <= 9 && ditto.test(foldVietnamese(cell.trim()))) return before;
    const read = readOldDate(typeof cell === 'string' ? asMeant(cell, rules.encoding) : cell, { ...context, yearAbove: above?.year ?? null, order: rules.orders.of(field) });
    if ('date' in read) {
      if (read.remark !== undefined) say(field, `Cột ${fieldNames[field]}: ${read.remark}.`, false);
      if (read.unsure !== undefined) {
        unsure.push(field);
        const column = columns[field];
        alike.push({ kind: `unsure ${field}`, problem: { row, ...(column !== undefined && { column }), message: `Cột ${fieldNames[field]}: ${read.unsure}; chưa chắc, xem lại.`, leftOut: false } });
      }
      return read.date;
    }
    if ('empty' in read) return null;
    say(field, `Cột ${fieldNames[field]}: ${read.unclear}${required ? '; dòng này chưa nhập.' : '; để trống.'}`, required);
    return undefined;
  };
  // a line with a mark stays out with all it says; what was noticed in it would tell of it too
  const secret = (): LineReading => {
    const why = marked === 'unclear' ? 'Cột độ mật ghi giá trị lạ nên chưa rõ dòng này có mật hay không; nội dung không nhập vào máy này' : 'Dòng ghi độ mật: văn bản mật theo dõi ở sổ riêng, không nhập vào máy này';
    const day = book === 'incoming' ? readOldDate(cellOf('arrivalDate'), { ...context, order: rules.orders.of('arrivalDate') }) : readOldDate(cellOf('issuedDate'), { ...context, order: rules.orders.of('issuedDate') });
    const date = 'date' in day ? day.date : (above && (book === 'incoming' ? above.arrivalDate : above.issuedDate));
    const year = 'date' in day ? yearOf(day.date) : (context.year ?? above?.year ?? context.proposed ?? null);
    const line = 'number' in number && !rules.numberUnknown && year !== null && (book === 'outgoing' || date !== null) ? apartLine(row, year, number, book, date, text('typeName')) : null;
    const kept = line ? `; số ${line.number}${line.suffix} vẫn được giữ bằng một dòng «sổ riêng» không ghi nội dung` : '';
    return { line, problems: [{ row, message: `${why}${kept}.`, leftOut: true }], alike: [], dateFromAbove: false };
  };
  const count = (field: BookField): number | null => {
    const read = readCount(cellOf(field));
    if (read === null && text(field) !== '') say(field, `Cột ${fieldNames[field]}: «${text(field).slice(0, 40)}» không phải là một số; để trống.`, false);
    return read;
  };

  const codeText = cellOf('code');
  const meantCode = typeof codeText === 'string' ? raw('code') : null;
  const codeAndDay = meantCode === null ? null : (splitCodeAndDay(meantCode) ?? onlyDay(meantCode, codeText, columns, context));
  const marked = secrecyOf(beside.length === 0 ? cells : [...cells, ...beside], rules, cellOf);
  const codeCell = codeAndDay?.code ?? meantCode ?? codeText;
  const own = book === 'outgoing' && columns.code !== undefined ? readOwnCode(codeCell) : null;
  const numberField: BookField = own ? 'code' : columns.number !== undefined || rules.numberUnknown ? 'number' : 'codeNumber';
  const number: OldNumber = rules.numberUnknown ? { number: 0, suffix: '' } : own ? own.number : readOldNumber(cellOf(numberField), { ...(above && { above: above.number }), ...(rules.numberPrefix !== undefined && { prefix: rules.numberPrefix }) });
  const besideNumber = 'number' in number && /\d/.test(number.beside ?? '') ? (number.beside ?? null) : null;
  const typeCell = text('typeName');
  const joined = columns.typeAndSubject === undefined ? null : splitTypeAndSubject(repeated(text('typeAndSubject'), above && [above.typeName, above.subject].filter(Boolean).join(' ')));
  const subject = joined ? joined.subject : repeated(text('subject'), above?.subject);
  const organName = repeated(text('organName'), above?.organName);
  const note = cleanLines(raw('note'));
  const stamp = columns.secrecy === undefined ? secrecyMark : stampedSecrecy;
  if (marked !== 'open' || stamp(subject) !== null || stamp(note) !== null) return secret();

  if (!('number' in number)) {
    say(numberField, 'empty' in number ? `Chưa có ${book === 'incoming' ? 'số đến' : 'số văn bản'}; dòng này chưa nhập.` : `Cột ${fieldNames[numberField]}: ${number.unclear}; dòng này chưa nhập.`, true);
    return nothing();
  }
  if (dayBesideNumber && number.beside !== undefined && 'date' in readOldDate(number.beside, { ...context, yearAbove: above?.year ?? null })) {
    alike.push({ kind: 'number and day', problem: { row, column: columns.number ?? 0, message: `Ô số đến có cả ngày đến: được tách thành số ${number.number} và ngày «${number.beside}».`, leftOut: false } });
  } else if (number.remark) say(numberField, `Cột ${fieldNames[numberField]}: ${number.remark}.`, false);
  if (number.unsure !== undefined) unsure.push(numberField);
  const told = number.unsure === undefined ? number.readAs : `${number.unsure}; chưa chắc, xem lại`;
  if (told !== undefined) {
    const column = columns[numberField];
    alike.push({ kind: number.unsure === undefined ? 'number' : 'unsure number', problem: { row, ...(column !== undefined && { column }), message: `Cột ${fieldNames[numberField]}: ${told}.`, leftOut: false } });
  }
  if (subject === '' && organName === '' && text('code').replace(/^\d+$/, '') === '' && note === '' && (joined?.typeName ?? null) === null) {
    say(numberField, `Số ${number.number}${number.suffix} chỉ có số, chưa ghi gì khác; dòng này chưa nhập.`, true);
    return nothing();
  }

  const priority = (columns.priority === undefined ? null : priorityCalled(text('priority'))) ?? number.priority ?? priorityNoted(note);
  if (columns.priority !== undefined && priorityCalled(text('priority')) === null) say('priority', `Cột độ khẩn: «${text('priority').slice(0, 40)}» không phải là độ khẩn nào; để thường.`, false);
  const issuedDate = day('issuedDate', above?.issuedDate, false) ?? null;
  const written = book === 'incoming' ? day('arrivalDate', above?.arrivalDate, true) : null;
  if (written === undefined) return nothing();
  const dateFromAbove = book === 'incoming' && written === null && above !== null;
  const arrivalDate = dateFromAbove ? above.arrivalDate : written;
  if (book === 'incoming' && arrivalDate === null) {
    say('arrivalDate', 'Chưa có ngày đến; dòng này chưa nhập.', true);
    return nothing();
  }
  const dated = book === 'incoming' ? arrivalDate : issuedDate;
  const proposed = context.proposed ?? null;
  const year = dated === null ? (context.year ?? above?.year ?? proposed) : yearOf(dated);
  if (dated === null && context.year === null && year !== null && year === proposed) {
    unsure.push('issuedDate');
    alike.push({ kind: 'year of name', problem: { row, message: `Không ghi ngày; số ${number.number}${number.suffix} được xếp vào sổ năm ${year} theo tên tệp; chưa chắc, xem lại.`, leftOut: false } });
  } else if (dated === null && context.year === null && above) say('issuedDate', `Không rõ năm; số ${number.number}${number.suffix} được xếp vào sổ năm ${above.year} theo dòng trên.`, false);
  if (year === null) {
    say('issuedDate', 'Không biết dòng này thuộc năm nào: chưa có ngày, tiêu đề của bảng, tên trang, tên tệp cũng không ghi năm; dòng này chưa nhập.', true);
    return nothing();
  }
  if (subject === '') say(joined ? 'typeAndSubject' : 'subject', 'Chưa ghi trích yếu.', false);
  if (book === 'incoming' && organName === '') say('organName', 'Chưa ghi tác giả (cơ quan ban hành).', false);
  if (arrivalDate !== null && issuedDate !== null && issuedDate > arrivalDate) say('issuedDate', `Ngày văn bản ${shortDate(issuedDate)} sau ngày đến ${shortDate(arrivalDate)}; xem ngày và tháng có bị đảo không.`, false);

  if (!codeAndDay && meantCode !== null && mentionsDay(meantCode)) {
    unsure.push('code');
    say('code', `Cột số, ký hiệu: «${cleanLine(meantCode).slice(0, 60)}» có vẻ ghi cả ngày nhưng không tách được; giữ nguyên như viết, chưa chắc, xem lại.`, false);
  }
  if (codeAndDay && codeAndDay.code !== '') alike.push({ kind: 'code and day', problem: { row, ...(columns.code !== undefined && { column: columns.code }), message: `Ô số, ký hiệu có cả ngày: được tách thành «${codeAndDay.code}» và «${codeAndDay.day}».`, leftOut: false } });
  const code = codeOf(rules, own?.codeNotation, text, codeCell, number);
  const typeName = (typeCell === '' ? null : (documentTypeCalled(typeCell) ?? typeCell)) ?? joined?.typeName ?? (book === 'outgoing' ? typeOfNotation(code.codeNotation) : null);
  const cancelled = [note, subject].find((said) => said !== '' && cancelBeginning.test(said) && cancelWords.test(foldVietnamese(said.slice(0, 60))));
  // the printed register gives such a line the number 0
  const unnumbered = book === 'incoming' && number.number === 0 && (note === numberUnknownNote || note.startsWith(`${numberUnknownNote}; `));
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
    note: (unnumbered ? note.slice(numberUnknownNote.length).replace(/^; /, '') : note) || null,
    cancelled: cancelled === undefined ? null : (cancelReasonPrinted.exec(cancelled)?.[1] ?? cancelled),
    priority,
    unsure,
    numberUnknown: rules.numberUnknown || unnumbered,
    keptApart: false,
  };
  return { line, problems, alike, dateFromAbove };
}

/**
 * Whether a row is of a secret dispatch. A column of degrees says it for its book, and the word elsewhere is no mark then
 * (a receiver may be called Mật); without one, a cell that is nothing but a mark is one wherever it stands.
 */
function secrecyOf(cells: readonly Cell[], { columns, encoding }: LineRules, cellOf: (field: BookField) => Cell | undefined): 'secret' | 'open' | 'unclear' {
  if (columns.secrecy !== undefined) return secrecyColumnSays(cleanLine(asMeant(cellText(cellOf('secrecy')), encoding)));
  const marked = cells.some((cell) => typeof cell === 'string' && cell.length <= 24 && secretBeginning.test(cell) && secrecyMark(cleanLine(asMeant(cell, encoding))) !== null);
  return marked ? 'secret' : 'open';
}

/** The line that keeps the number of a dispatch of the register of secrets: without agency, code and subject. */
function apartLine(row: number, year: number, { number, suffix }: { number: number; suffix: string }, book: BookKind, date: IsoDate | null, typeName: string): OldLine {
  return {
    row, year, number, suffix, arrivalDate: book === 'incoming' ? date : null, organName: '', code: '', codeNumber: book === 'outgoing' ? `${number}${suffix}` : '', codeNotation: '',
    issuedDate: book === 'outgoing' ? date : null, typeName: book === 'outgoing' ? (documentTypeCalled(typeName) ?? null) : null, subject: '', signer: null, toPlaces: '', handedDate: null, receipt: null, dueDate: null,
    pages: null, copies: null, archiveUnits: '', addressees: '', note: 'sổ riêng', cancelled: null, priority: 0, unsure: [], numberUnknown: false, keptApart: true,
  };
}

/** A cell of numbers and days that holds a day alone, where no other column is that of days. */
function onlyDay(text: string, cell: Cell | undefined, columns: LineRules['columns'], context: YearContext): { code: string; day: string } | null {
  if (columns.issuedDate !== undefined || !/^\s*(?:ngày\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\s*$/iu.test(text)) return null;
  return 'date' in readOldDate(cell, context) ? { code: '', day: text } : null;
}

type CodeParts = Pick<OldLine, 'code' | 'codeNumber' | 'codeNotation'>;

function codeOf({ book, columns }: LineRules, ownNotation: string | undefined, text: (field: BookField) => string, codeCell: Cell | undefined, number: { number: number; suffix: string }): CodeParts {
  if (book === 'outgoing') {
    const codeNotation = ownNotation || text('codeNotation');
    return { code: '', codeNumber: `${number.number}${number.suffix}`, codeNotation };
  }
  if (columns.code !== undefined) return readOldCode(typeof codeCell === 'string' ? cleanLine(codeCell) : (codeCell ?? null));
  const [codeNumber, codeNotation] = [text('codeNumber'), text('codeNotation')];
  return { code: [codeNumber, codeNotation].filter(Boolean).join('/'), codeNumber, codeNotation };
}

import { readCode } from '../../../shared/domain/code-reading.ts';
import { isRealDate, shortDate, yearOf, type IsoDate } from '../../../shared/domain/dates.ts';
import { readDay, unreadDay } from '../../../shared/domain/day-shortcuts.ts';
import { documentTypeCalled, officialLetterType } from '../../../shared/domain/document-types.ts';
import { dateNotices, yearIsSlip } from '../../../shared/domain/issue-date.ts';
import { codeOf, commonSeries, notationProblem, seriesOf, type SeriesRule } from '../../../shared/domain/numbering.ts';
import { typeInCode } from '../../../shared/domain/type-in-code.ts';
import { oneLine } from '../../../shared/domain/vietnamese-text.ts';
import { linesOf, type OutgoingField, type OutgoingForm } from './outgoing-form.ts';

/** A book as far as a number depends on it. */
export interface OutgoingBook {
  series: string;
  year: number;
  next: number;
  open: boolean;
  lastDate: string | null;
}

/** A number kept earlier. */
export interface KeptNumber {
  id: number;
  codeNumber: number;
  codeNotation: string;
  series: string;
  year: number;
  reservedReason: string | null;
}

export interface OutgoingContext {
  today: IsoDate;
  rules: readonly SeriesRule[];
  books: readonly OutgoingBook[];
  reserved: readonly KeptNumber[];
}

export type OutgoingProblems = Partial<Record<OutgoingField, string>>;

export interface ReadOutgoing {
  given: {
    typeName: string;
    codeNotation: string;
    issuedDate: IsoDate;
    subject: string;
    priority: 0 | 1 | 2 | 3;
    addressees: string[];
    recipients: string[];
    signer: { fullName: string; position: string } | null;
    archiveUnits: string;
    copies: number | null;
    note: string;
    series?: string;
    reserved?: number;
  };
  /** The series the number comes from. */
  series: string;
  /** The code it would take; null while the books have not been read. */
  code: string | null;
  codeNumber: number | null;
  problems: OutgoingProblems;
  remarks: string[];
  /** The number would stand out of the order of time: asks why. */
  backdated: boolean;
}

/** The type as written, guessed from the notation when nothing is written: `QĐ-UBND` is a decision. */
export function typeOf(form: OutgoingForm): { typeName: string; guessed: boolean } {
  const written = oneLine(form.typeName);
  if (written !== '') return { typeName: documentTypeCalled(written) ?? written, guessed: false };
  return { typeName: typeInCode(`1/${form.codeNotation}`)?.typeName ?? officialLetterType, guessed: true };
}

/** Reads the form into what the book takes, with the number it would give. */
export function readOutgoing(form: OutgoingForm, { today, rules, books, reserved }: OutgoingContext): ReadOutgoing {
  const problems: OutgoingProblems = {};
  const day = readDay(form.issuedDate, { today, leaning: 'past' });
  if (day === null) problems.issuedDate = form.issuedDate.trim() === '' ? 'Chưa ghi ngày văn bản; bấm Ctrl+; để điền hôm nay.' : unreadDay(form.issuedDate);
  const issuedDate = day ?? today;
  if (isRealDate(issuedDate) && yearIsSlip(issuedDate, today)) problems.issuedDate = `Năm của ngày ${shortDate(issuedDate)} còn quá xa; kiểm tra lại để số không vào nhầm sổ.`;
  const codeNotation = readCode(`1/${form.codeNotation}`).codeNotation;
  const notation = notationProblem(codeNotation);
  if (notation) problems.codeNotation = notation;
  if (oneLine(form.subject) === '') problems.subject = 'Chưa ghi trích yếu.';
  const copies = form.copies.trim() === '' ? null : Number(form.copies.trim().replaceAll('.', ''));
  if (copies !== null && (!Number.isInteger(copies) || copies < 0 || copies > 100_000)) problems.copies = `«${form.copies.trim()}» không phải là số bản; ghi một số như 7.`;

  const { typeName } = typeOf(form);
  const kept = reserved.find(({ id }) => String(id) === form.reserved) ?? null;
  const series = kept?.series ?? (form.series === '' ? seriesOf(typeName, rules) : form.series);
  const year = yearOf(issuedDate);
  const book = books.find((each) => each.series === series && each.year === year);
  if (form.reserved !== '' && kept === null) problems.reserved = 'Số giữ này đã dùng hoặc đã hủy; chọn số khác.';
  else if (kept && kept.year !== year) problems.reserved = `Số này giữ trong sổ năm ${kept.year}, văn bản lại đề năm ${year}.`;
  const backdated = kept === null && book?.lastDate != null && book.lastDate > issuedDate;
  if (backdated && form.backdateReason.trim() === '') problems.backdateReason = 'Ghi vì sao số được cấp với ngày lùi.';
  const codeNumber = kept?.codeNumber ?? book?.next ?? (books.length > 0 || year >= yearOf(today) ? 1 : null);
  const remarks = day === null || kept ? [] : dateNotices(issuedDate, today, { lastDate: book?.lastDate ?? null });
  const signerName = oneLine(form.signerName);
  const position = oneLine(form.signerPosition);
  const lines = (text: string): string[] => linesOf(text).map(oneLine).filter((line) => line !== '');
  return {
    given: {
      typeName,
      codeNotation,
      issuedDate,
      subject: form.subject,
      priority: Number(form.priority) as 0 | 1 | 2 | 3,
      addressees: lines(form.addressees),
      recipients: lines(form.recipients),
      signer: signerName === '' && position === '' ? null : { fullName: signerName, position },
      archiveUnits: form.archiveUnits,
      copies,
      note: form.note,
      ...(form.series === '' || form.series === commonSeries && seriesOf(typeName, rules) === commonSeries ? {} : { series: form.series }),
      ...(kept ? { reserved: kept.id } : {}),
    },
    series,
    code: codeNumber === null ? null : codeOf(codeNumber, codeNotation === '' ? '…' : codeNotation),
    codeNumber,
    problems,
    remarks,
    backdated,
  };
}

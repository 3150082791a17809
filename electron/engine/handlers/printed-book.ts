import { isRealDate } from '../../../shared/domain/dates.ts';
import { numberWithSuffix } from '../../../shared/domain/numbering.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { coverOf, type BookCover } from '../../../shared/report/book-cover.ts';
import { bookForm, type BookKind } from '../../../shared/report/book-form.ts';
import { blankRow, rowOf, type PrintedRow } from '../../../shared/report/printed-row.ts';
import type { RegisterLine } from '../../../shared/report/register-line.ts';
import type { EngineParts } from '../engine-parts.ts';
import { codeOfLine } from '../storage/indexed-texts.ts';
import { incomingBookLines, measureBook, outgoingBookLines, type BookSpan, type IncomingBookLine, type OutgoingBookLine } from '../storage/register-lines.ts';
import { readSettings } from '../storage/settings-repository.ts';

/** Which part of which book is printed. */
export interface BookWanted {
  book: BookKind;
  year: number;
  from?: string | undefined;
  to?: string | undefined;
  series?: string | undefined;
  volume?: string | undefined;
  blankRows: number;
}

/** A book ready to be printed: its cover, how many lines it is made of, its rows in order. */
export interface PrintedBook {
  /** Whose book it is; empty before the office is known. */
  agency: string;
  cover: BookCover;
  /** Lines of the register that are walked; the rows of sổ III are fewer. */
  amount: number;
  /** In strides: a book is read by the hundred thousand rows. */
  rows: (part?: { offset: number; limit: number }) => AsyncGenerator<PrintedRow[]>;
}

/** Ruled rows of a book that has no line: one page of them, to be written by hand. */
const rowsOfAPage = 20;

/** Before the office is known its name is left to be written by hand. */
const unnamed = { parentName: null, name: '…………………………' };

type Source = 'incoming' | 'outgoing' | null;
/** The book of the register each printed book is drawn from; who borrowed which file copy is not kept here. */
const sources: Record<BookKind, Source> = { outgoing: 'outgoing', post: 'outgoing', 'archive-use': null, incoming: 'incoming', handling: 'incoming' };

/** Prepares a book. Refused when its days are none or in the wrong order. */
export async function printedBook({ database }: Pick<EngineParts, 'database'>, wanted: BookWanted): Promise<PrintedBook> {
  const { book, year, volume, blankRows } = wanted;
  const span = spanOf(wanted);
  const { office } = await readSettings(database);
  const source = sources[book];
  const measured = source === null ? null : await measureBook(database, source, span);
  const amount = measured?.amount ?? 0;
  const number = (at: number | null | undefined): string | null => (at === null || at === undefined || book === 'post' ? null : numberWithSuffix(at, ''));
  const cover = coverOf({ book, office: office ?? unnamed, year, from: span.from ?? measured?.firstDay ?? null, to: span.to ?? measured?.lastDay ?? null, fromNumber: number(measured?.firstNumber), toNumber: number(measured?.lastNumber), volume: volume ?? null });

  return {
    agency: office?.name.replaceAll('\n', ' ') ?? '',
    cover,
    amount,
    rows: async function* (part) {
      let printed = 0;
      const strides = source === 'incoming' ? incomingBookLines(database, span, part) : source === 'outgoing' ? outgoingBookLines(database, span, part) : [];
      for await (const lines of strides) {
        const held: PrintedRow[] = [];
        for (const line of lines) {
          const known = 'arrivalNumber' in line ? incomingLine(line) : outgoingLine(line);
          const row = known && rowOf(book, known);
          if (row) held.push(row);
        }
        printed += held.length;
        if (held.length > 0) yield held;
      }
      const last = part === undefined || (part.offset + part.limit >= amount && (part.offset === 0 || part.offset < amount));
      const blank = !last ? 0 : printed === 0 && blankRows === 0 && (part?.offset ?? 0) === 0 ? rowsOfAPage : blankRows;
      if (blank > 0) yield Array.from({ length: blank }, () => blankRow(bookForm(book)));
    },
  };
}

function spanOf({ year, from, to, series }: BookWanted): BookSpan {
  const problems = Object.entries({ from, to }).flatMap(([field, day]) => (day !== undefined && day !== '' && !isRealDate(day) ? [{ field, message: `«${day}» không phải là một ngày.` }] : []));
  if (from && to && problems.length === 0 && from > to) problems.push({ field: 'to', message: '«Đến ngày» trước «Từ ngày».' });
  if (problems.length > 0) throw new Refusal('INPUT_INVALID', `Chưa in được sổ: ${problems.map(({ message }) => message).join(' ')}`, { problems });
  return { year, from: from || null, to: to || null, series: series ?? null };
}

/** The line just read becomes the report's own: a copy of every line would cost as much as reading it. */
function incomingLine(line: IncomingBookLine): RegisterLine {
  const { arrivalNumber, numberSuffix, replyNumber, replySuffix, replyNotation } = line;
  const replyCode = replyNumber === null ? null : codeOfLine({ codeNumber: replyNumber, numberSuffix: replySuffix ?? '', codeNotation: replyNotation ?? '' });
  return Object.assign(line, { kind: 'incoming' as const, number: `${arrivalNumber}${numberSuffix}`, replyCode });
}

/** Drafts have no number and never come here. */
function outgoingLine({ codeNumber, numberSuffix, codeNotation, byNumber, bySuffix, byNotation, status, ...line }: OutgoingBookLine): RegisterLine | null {
  if (status === 'draft') return null;
  const byCode = codeOfLine({ codeNumber: byNumber, numberSuffix: bySuffix ?? '', codeNotation: byNotation ?? '' });
  return { ...line, status, kind: 'outgoing', code: codeOfLine({ codeNumber, numberSuffix, codeNotation }) ?? '', byCode };
}

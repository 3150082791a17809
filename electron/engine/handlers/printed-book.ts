import { isRealDate } from '../../../shared/domain/dates.ts';
import { commonSeries, numberWithSuffix } from '../../../shared/domain/numbering.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { coverOf, type BookCover } from '../../../shared/report/book-cover.ts';
import { bookForm, type BookForm, type BookKind } from '../../../shared/report/book-form.ts';
import { blankRow, rowOf, type PrintedRow } from '../../../shared/report/printed-row.ts';
import type { OutgoingLine, RegisterLine } from '../../../shared/report/register-line.ts';
import type { EngineParts } from '../engine-parts.ts';
import { codeOfLine } from '../storage/indexed-texts.ts';
import { incomingBookLines, measureBook, outgoingBookLines, postBookLines, type BookSpan, type IncomingBookLine, type OutgoingBookLine, type PostBookLine, type SeriesMeasure } from '../storage/register-lines.ts';
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
  /** With the column widths of the office. */
  form: BookForm;
  cover: BookCover;
  /** Its lines, the ruled rows at the end not counted. */
  amount: number;
  /** In strides: a book is read by the hundred thousand rows. */
  rows: (part?: Part) => AsyncGenerator<PrintedRow[]>;
}

/** Ruled rows of a book that has no line: one page of them, to be written by hand. */
const rowsOfAPage = 20;

/** Before the office is known its name is left to be written by hand. */
const unnamed = { parentName: null, name: '…………………………' };

type Part = { offset: number; limit: number };
type Strides = AsyncGenerator<readonly (IncomingBookLine | OutgoingBookLine | PostBookLine)[]>;

/** Who borrowed which file copy is not kept here: sổ IV is ruled paper. */
const sources = { outgoing: outgoingBookLines, post: postBookLines, 'archive-use': null, incoming: incomingBookLines, handling: incomingBookLines } as const satisfies Record<BookKind, unknown>;
const measures = { outgoing: 'outgoing', post: 'post', 'archive-use': null, incoming: 'incoming', handling: 'incoming' } as const satisfies Record<BookKind, unknown>;

/** Prepares a book. Refused when its days are none or in the wrong order. */
export async function printedBook({ database }: Pick<EngineParts, 'database'>, wanted: BookWanted): Promise<PrintedBook> {
  const { book, year, volume, blankRows } = wanted;
  const span = spanOf(wanted);
  const { office, bookColumns } = await readSettings(database);
  const form = bookForm(book, bookColumns[book]);
  const measured = measures[book] === null ? [] : commonFirst(await measureBook(database, measures[book], span));
  const amount = measured.reduce((sum, each) => sum + each.amount, 0);
  const days = measured.flatMap(({ firstDay, lastDay }) => [firstDay, lastDay]).filter((day) => day !== null).sort();
  const numbers = measured.map((each) => ({ series: each.series === commonSeries ? null : each.series, from: numberWithSuffix(each.firstNumber, ''), to: numberWithSuffix(each.lastNumber, '') }));
  const cover = coverOf({ book, office: office ?? unnamed, year, from: span.from ?? days[0] ?? null, to: span.to ?? days.at(-1) ?? null, numbers, volume: volume ?? null });

  return {
    agency: office?.name.replaceAll('\n', ' ') ?? '',
    form,
    cover,
    amount,
    rows: async function* (part) {
      let printed = 0;
      for await (const lines of stridesOf(database, book, span, measured, part)) {
        const held: PrintedRow[] = [];
        for (const line of lines) {
          const known = 'arrivalNumber' in line ? incomingLine(line) : 'postedTo' in line ? postLine(line) : outgoingLine(line);
          const row = known && rowOf(book, known);
          if (row) held.push(row);
        }
        printed += held.length;
        if (held.length > 0) yield held;
      }
      const last = part === undefined || (part.offset + part.limit >= amount && (part.offset === 0 || part.offset < amount));
      const blank = !last ? 0 : printed === 0 && blankRows === 0 && (part?.offset ?? 0) === 0 ? rowsOfAPage : blankRows;
      if (blank > 0) yield Array.from({ length: blank }, () => blankRow(form));
    },
  };
}

const commonFirst = (measured: readonly SeriesMeasure[]): SeriesMeasure[] => measured.toSorted((a, b) => Number(b.series === commonSeries) - Number(a.series === commonSeries));

/** The lines of a book: series after series, each in the order of its numbers; those of the post by the day alone. */
async function* stridesOf(database: EngineParts['database'], book: BookKind, span: BookSpan, measured: readonly SeriesMeasure[], part: Part = { offset: 0, limit: Number.MAX_SAFE_INTEGER }): Strides {
  const source = sources[book];
  if (source === null) return;
  if (book === 'post' || measured.length <= 1) {
    yield* source(database, span, part);
    return;
  }
  let { offset, limit } = part;
  for (const { series, amount } of measured) {
    if (limit <= 0) return;
    const own = Math.min(limit, Math.max(0, amount - offset));
    if (own > 0) yield* source(database, { ...span, series }, { offset, limit: own });
    offset = Math.max(0, offset - amount);
    limit -= own;
  }
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
function outgoingLine({ codeNumber, numberSuffix, codeNotation, byNumber, bySuffix, byNotation, status, ...line }: OutgoingBookLine): OutgoingLine | null {
  if (status === 'draft') return null;
  const byCode = codeOfLine({ codeNumber: byNumber, numberSuffix: bySuffix ?? '', codeNotation: byNotation ?? '' });
  return { ...line, status, kind: 'outgoing', code: codeOfLine({ codeNumber, numberSuffix, codeNotation }) ?? '', byCode };
}

function postLine({ ordinal, postedTo, postedCopies, postedNote, returnedDate, returnReason, ...line }: PostBookLine): RegisterLine | null {
  const known = outgoingLine(line);
  return known && (ordinal === 0 || postedTo === null ? known : { ...known, posted: { to: postedTo, copies: postedCopies, note: postedNote, returnedDate, returnReason } });
}

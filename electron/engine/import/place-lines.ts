import type { BookKind } from '../../../shared/domain/import/book-fields.ts';
import type { LineProblem } from '../../../shared/domain/import/old-line.ts';
import { type PortionColumns, saidAt } from '../storage/line-portion.ts';
import { incomingKey, numberedKey } from '../storage/sort-key.ts';
import type { NumberPlaces } from './number-places.ts';

/** What the book gives lines of a portion, by their place in it; null for lines that are not chosen. */
interface PlacedLines {
  twins: (number | null)[];
  sortKeys: (number | null)[];
  /** Numbers the program has given itself. */
  problems: LineProblem[];
}

/** Gives the `chosen` lines of a portion their twin and their place in the list, in their order. */
export function placeLines({ rows, columns }: { rows: readonly number[]; columns: PortionColumns }, chosen: readonly number[], book: BookKind, places: NumberPlaces): PlacedLines {
  const placed: PlacedLines = { twins: rows.map(() => 0), sortKeys: rows.map(() => null), problems: [] };
  const { year: years, series: seriesColumn, numberSuffix, codeNotation: notations, issuedDate } = columns;
  const numbers = columns[book === 'incoming' ? 'arrivalNumber' : 'codeNumber'];
  for (const line of chosen) {
    const [year, number, suffix, series] = [Number(saidAt(years, line)), Number(saidAt(numbers, line)), String(saidAt(numberSuffix, line)), String(saidAt(seriesColumn, line))];
    const row = rows[line] ?? 0;
    const of = { series, year, number, suffix, codeNotation: book === 'incoming' ? '' : String(saidAt(notations, line)) };
    if (places.given(of)) placed.problems.push({ row, message: `Số ${number}${suffix} năm ${year} đã do chương trình cấp cho văn bản khác; giữ cả hai.`, leftOut: false });
    placed.twins[line] = places.twin(of);
    placed.sortKeys[line] = places.place(book === 'incoming' ? incomingKey(year, number, 0) : numberedKey(saidAt(issuedDate, line) as string | null, number, 0), { number, row });
  }
  return placed;
}

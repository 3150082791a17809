import { shortDate } from '../dates.ts';
import type { BookKind } from './book-fields.ts';
import type { LineProblem, OldLine } from './old-line.ts';

/** What a year of an old book holds. */
export interface YearOfBook {
  year: number;
  rows: number;
  firstNumber: string | null;
  lastNumber: string | null;
}

const numberOf = (line: OldLine): string => `${line.number}${line.suffix}`;
/** Most gaps named one by one in a sentence. */
const gapsNamed = 12;

/** What an archivist would see in the numbers: given twice, missing, days that go back. Nothing is changed. */
export function checkNumbers(lines: readonly OldLine[], book: BookKind, columns: { number?: number; date?: number }): { problems: LineProblem[]; years: YearOfBook[] } {
  const problems: LineProblem[] = [];
  const of = ({ row, sheet }: OldLine): Pick<LineProblem, 'row' | 'sheet'> => ({ row, ...(sheet !== undefined && { sheet }) });
  const at = (column: number | undefined): { column?: number } => (column === undefined ? {} : { column });
  const seen = new Map<string, OldLine>();
  const byYear = new Map<number, OldLine[]>();
  const unnumbered = new Map<number, number>();
  for (const line of lines) {
    if (line.numberUnknown) {
      unnumbered.set(line.year, (unnumbered.get(line.year) ?? 0) + 1);
      continue;
    }
    // different notations may share a number: an office may count decisions and letters apart
    const key = book === 'incoming' ? `${line.year}/${numberOf(line)}` : `${line.year}/${numberOf(line)}/${line.codeNotation}`;
    const before = seen.get(key);
    if (before === undefined) seen.set(key, line);
    else {
      const where = before.sheet === line.sheet ? '' : ` trang «${before.sheet ?? ''}»`;
      problems.push({ ...of(line), ...at(columns.number), message: `Số ${numberOf(line)} năm ${line.year} đã có ở dòng ${before.row}${where}; giữ cả hai.`, leftOut: false });
    }
    const year = byYear.get(line.year);
    if (year) year.push(line);
    else byYear.set(line.year, [line]);
  }
  const years: YearOfBook[] = [];
  for (const [year, ofYear] of [...byYear].sort(([one], [other]) => one - other)) {
    const sorted = [...ofYear].sort((one, other) => one.number - other.number || (one.suffix < other.suffix ? -1 : one.suffix > other.suffix ? 1 : one.row - other.row));
    const [first, last] = [sorted[0], sorted.at(-1)];
    years.push({ year, rows: ofYear.length, firstNumber: first ? numberOf(first) : null, lastNumber: last ? numberOf(last) : null });
    const missing = gapsOf(sorted);
    if (missing) problems.push({ ...of(missing.before), ...at(columns.number), message: `Sổ năm ${year} thiếu ${missing.amount} số: ${missing.text}. Các số còn lại giữ nguyên.`, leftOut: false });
    problems.push(...backwards(sorted, book).map((problem) => ({ ...problem, ...at(columns.date) })));
  }
  for (const [year, rows] of unnumbered) years.push({ year, rows, firstNumber: null, lastNumber: null });
  return { problems, years };
}

function gapsOf(sorted: readonly OldLine[]): { before: OldLine; amount: number; text: string } | null {
  const gaps: string[] = [];
  let [amount, many, reached] = [0, 0, sorted[0]?.number ?? 0];
  let before: OldLine | null = null;
  for (const line of sorted) {
    if (line.number > reached + 1) {
      amount += line.number - reached - 1;
      before ??= line;
      if (gaps.length < gapsNamed) gaps.push(line.number === reached + 2 ? `${reached + 1}` : `${reached + 1}–${line.number - 1}`);
      else many += 1;
    }
    // `12-15` stands for all four
    reached = Math.max(reached, line.number, Number(/^-(\d+)$/.exec(line.suffix)?.[1] ?? 0));
  }
  return before === null ? null : { before, amount, text: many === 0 ? gaps.join(', ') : `${gaps.join(', ')} và ${many} khoảng khác` };
}

function backwards(sorted: readonly OldLine[], book: BookKind): LineProblem[] {
  const problems: LineProblem[] = [];
  let before: OldLine | null = null;
  for (const line of sorted) {
    const [day, last] = book === 'incoming' ? [line.arrivalDate, before?.arrivalDate] : [line.issuedDate, before?.issuedDate];
    if (day && last && day < last) problems.push({ row: line.row, ...(line.sheet !== undefined && { sheet: line.sheet }), message: `Số ${numberOf(line)} ghi ngày ${shortDate(day)}, trước ngày ${shortDate(last)} của số ${before ? numberOf(before) : ''}; xem ngày và tháng có bị đảo không.`, leftOut: false });
    if (day) before = line;
  }
  return problems;
}

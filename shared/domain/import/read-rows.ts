import { shortDate } from '../dates.ts';
import { foldVietnamese } from '../vietnamese-text.ts';
import { type BookField, headWords } from './book-fields.ts';
import { type Cell, type MergedCells, type Sheet, cellText } from './cell.ts';
import { asMeant, cleanLine } from './clean-cell.ts';
import type { Head } from './find-head.ts';
import type { LineProblem, OldLine } from './old-line.ts';
import { type LineRules, readLine } from './read-line.ts';
import type { YearContext } from './read-old-date.ts';

/** A year a title names: `Năm: 2019`, `SỔ CÔNG VĂN ĐẾN NĂM 2019`, `Tháng 3/2019`. */
function yearNamed(text: string): number | null {
  const found = /\bnam ?:? ?((?:19|20)\d\d)\b|\bthang \d{1,2} ?[/-] ?((?:19|20)\d\d)\b|^((?:19|20)\d\d)$/.exec(foldVietnamese(text));
  return found ? Number(found[1] ?? found[2] ?? found[3]) : null;
}

/** `(1) (2) (3) …`, or without the brackets. */
function countsOn(filled: readonly Cell[]): boolean {
  const texts = filled.map(cellText).map((text) => text.trim());
  return texts.length >= 3 && texts.every((text, place) => /^\(?\d{1,2}\)?$/.test(text) && (place === 0 || Number(text.replace(/\D/g, '')) === Number(texts[place - 1]?.replace(/\D/g, '')) + 1));
}

/** The only year in the name of a sheet or file: `Đi 2020`. */
function yearInName(name: string): number | null {
  const years = new Set(name.match(/(?<!\d)(?:19[5-9]\d|20\d\d)(?!\d)/g));
  return years.size === 1 ? Number([...years][0]) : null;
}

/** The amount of cells that most lines under the head have, no less than the head has. */
function usualWidth(sheet: Sheet, head: Head | null): number {
  const times = new Map<number, number>();
  for (const { row, cells } of sheet.rows) if (!head || row > head.last) times.set(cells.length, (times.get(cells.length) ?? 0) + 1);
  const [most = 0] = [...times].sort(([, one], [, other]) => other - one)[0] ?? [];
  return Math.max(most, sheet.rows.find(({ row }) => row === head?.first)?.cells.length ?? 0);
}

/** Reads the rows of a sheet under its head, one after the other: what they say, and what was noticed. */
export class RowReading {
  readonly lines: OldLine[] = [];
  readonly problems: LineProblem[] = [];
  /** Notices of the same kind, of which only the first is listed with how many there are. */
  readonly #alike = new Map<string, { problem: LineProblem; times: number }>();
  readonly #rules: LineRules;
  readonly #head: Head | null;
  readonly #headKeys: ReadonlyMap<number, string>;
  readonly #joined: ReadonlyMap<number, MergedCells[]>;
  readonly #running = new Map<number, { bottom: number; cell: Cell }>();
  /** Most cells that a line of a CSV has without a sign too many; null where nothing shifts. */
  readonly #width: number | null;
  readonly #delimiter: string;
  #context: YearContext;
  #above: OldLine | null = null;

  constructor(sheet: Sheet, head: Head | null, rules: LineRules, context: YearContext) {
    this.#rules = rules;
    this.#head = head;
    this.#delimiter = sheet.delimiter ?? '';
    this.#width = sheet.delimiter === undefined ? null : usualWidth(sheet, head);
    const before = sheet.rows.filter(({ row }) => head && row < head.first).flatMap(({ cells }) => cells.map((cell) => yearNamed(asMeant(cellText(cell), rules.encoding))));
    this.#context = { ...context, year: context.year ?? before.find((year) => year !== null) ?? yearInName(sheet.name) };
    this.#headKeys = new Map(head ? head.texts.map((text, column): [number, string] => [column, headWords(foldVietnamese(text))]).filter(([, words]) => words !== '') : []);
    const joined = new Map<number, MergedCells[]>();
    for (const merged of sheet.merged) if (merged.bottom > merged.top && (!head || merged.top + 1 > head.last)) joined.set(merged.top + 1, [...(joined.get(merged.top + 1) ?? []), merged]);
    this.#joined = joined;
  }

  /** The year of rows that do not say it, as far as is known by now. */
  get year(): number | null {
    return this.#context.year;
  }

  read(row: number, given: readonly Cell[], hidden: boolean): void {
    const { cells, fromAbove } = this.#fillJoined(row, given);
    const filled = given.filter((cell) => cell != null);
    if (this.#passedOver(row, given, filled)) return;
    if (this.#width !== null && given.length > this.#width) {
      this.problems.push({ row, message: `Dòng có ${given.length} ô, các dòng khác có ${this.#width}: một dấu «${this.#delimiter}» trong ô không đặt trong ngoặc kép đã đẩy lệch các cột; dòng này chưa nhập.`, leftOut: true });
      return;
    }
    if (hidden) this.#note('hidden', { row, message: 'Dòng đang bị ẩn trong bảng; vẫn được đọc.', leftOut: false });
    if (this.#continues(cells, fromAbove)) return this.#continue(row, cells);
    const { line, problems, alike, dateFromAbove } = readLine(row, cells, this.#rules, this.#context, this.#above);
    this.problems.push(...problems);
    for (const { kind, problem } of alike) this.#note(kind, problem);
    if (!line) return;
    if (dateFromAbove) this.#note('date', { row, ...this.#at('arrivalDate'), message: `Chưa ghi ngày đến; lấy theo dòng trên (${shortDate(line.arrivalDate ?? '')}).`, leftOut: false });
    this.lines.push(line);
    // a number kept for another register tells nothing of the lines after it but where the count stands
    this.#above = line.keptApart ? { ...(this.#above ?? line), number: line.number, year: line.year } : line;
  }

  /** Everything noticed, the rows that stay out first. */
  finish(): LineProblem[] {
    for (const { problem, times } of this.#alike.values()) this.problems.push(times === 1 ? problem : { ...problem, message: `${problem.message} Còn ${times - 1} dòng khác như vậy.` });
    this.#alike.clear();
    return this.problems;
  }

  #note(kind: string, problem: LineProblem): void {
    const noted = this.#alike.get(kind);
    if (noted) noted.times += 1;
    else this.#alike.set(kind, { problem, times: 1 });
  }

  #at(field: BookField): { column?: number } {
    const column = this.#rules.columns[field];
    return column === undefined ? {} : { column };
  }

  /** Cells joined over several rows stand for each of them. */
  #fillJoined(row: number, given: readonly Cell[]): { cells: readonly Cell[]; fromAbove: ReadonlySet<number> } {
    const fromAbove = new Set<number>();
    const starting = this.#joined.get(row);
    if (!starting && this.#running.size === 0) return { cells: given, fromAbove };
    const cells = [...given];
    for (const [column, { bottom, cell }] of this.#running) {
      if (row > bottom) this.#running.delete(column);
      else if (cells[column] == null) {
        while (cells.length < column) cells.push(null);
        cells[column] = cell;
        fromAbove.add(column);
      }
    }
    for (const { left, bottom } of starting ?? []) this.#running.set(left, { bottom: bottom + 1, cell: given[left] ?? null });
    return { cells, fromAbove };
  }

  /** Rows that are no lines: heads printed again, the (1)…(n) row, the name of a month, a sum at the end. */
  #passedOver(row: number, given: readonly Cell[], filled: readonly Cell[]): boolean {
    if (filled.length === 0 || (this.#head && row <= this.#head.last)) return true;
    const first = cleanLine(asMeant(cellText(filled[0]), this.#rules.encoding));
    // a line of the book begins with a day or a number of more than two figures, or with words: most rows end here
    if (/^\(?\d{1,2}\)?$/.test(first) && countsOn(filled)) return true;
    if (typeof filled[0] === 'string' && !/^\d/.test(first) && this.#isHeadAgain(given)) return true;
    if (filled.length === 1 && typeof filled[0] === 'string' && !/^\d/.test(first)) {
      const named = yearNamed(first);
      if (named !== null) this.#context = { ...this.#context, year: named };
      // one text alone under the columns of the book goes on with the line above, if it stands where such texts stand
      return named !== null || !this.#trails(given);
    }
    return filled.length <= 4 && /^(?:tong )?cong\b(?! van)/.test(foldVietnamese(first));
  }

  #isHeadAgain(given: readonly Cell[]): boolean {
    let same = 0;
    for (const [column, words] of this.#headKeys) {
      const cell = given[column];
      const said = typeof cell === 'string' && cell.length < 90 ? headWords(foldVietnamese(cell)) : '';
      if (said !== '' && words.includes(said)) same += 1;
    }
    return same >= 3;
  }

  #has(cells: readonly Cell[], field: BookField): boolean {
    const column = this.#rules.columns[field];
    return column !== undefined && cells[column] != null;
  }

  #trails(cells: readonly Cell[]): boolean {
    const fields: readonly BookField[] = ['toPlaces', 'receipt', 'note'];
    return this.#above !== null && fields.some((field) => this.#has(cells, field));
  }

  /** Whether the row only adds receivers to the line above: its number and subject are joined with that line's, or it has none. */
  #continues(cells: readonly Cell[], fromAbove: ReadonlySet<number>): boolean {
    if (!this.#above) return false;
    const { columns, book } = this.#rules;
    const number = columns.number ?? (book === 'outgoing' ? (columns.code ?? columns.codeNumber) : undefined);
    const subject = columns.typeAndSubject ?? columns.subject;
    if (number !== undefined && fromAbove.has(number)) return subject === undefined || cells[subject] == null || fromAbove.has(subject);
    const bare = (['number', 'code', 'codeNumber', 'subject', 'typeAndSubject', 'organName', 'arrivalDate', 'issuedDate'] as const).every((field) => !this.#has(cells, field));
    return bare && this.#trails(cells);
  }

  #continue(row: number, cells: readonly Cell[]): void {
    const above = this.#above;
    if (!above) return;
    const added = (field: 'toPlaces' | 'receipt' | 'note'): string => {
      const column = this.#rules.columns[field];
      return column === undefined ? '' : cleanLine(asMeant(cellText(cells[column]), this.#rules.encoding));
    };
    const join = (before: string | null, more: string): string => (more === '' || before === more ? (before ?? '') : [before, more].filter(Boolean).join('; '));
    above.toPlaces = join(above.toPlaces, added('toPlaces'));
    above.receipt = join(above.receipt, added('receipt')) || null;
    above.note = join(above.note, added('note')) || null;
    this.#note('continued', { row, message: `Dòng nối tiếp số ${above.number}${above.suffix} ở dòng ${above.row}; nơi nhận, ký nhận, ghi chú được ghép vào đó.`, leftOut: false });
  }
}

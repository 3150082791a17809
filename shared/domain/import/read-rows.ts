import { shortDate } from '../dates.ts';
import { foldVietnamese } from '../vietnamese-text.ts';
import { type BookField, headWords } from './book-fields.ts';
import { type Cell, type MergedCells, type Sheet, cellText } from './cell.ts';
import { asMeant, cleanLine } from './clean-cell.ts';
import type { Head } from './find-head.ts';
import type { LineProblem, OldLine } from './old-line.ts';
import { type LineRules, readLine } from './read-line.ts';
import type { YearContext } from './read-old-date.ts';
import { RowWidth } from './row-width.ts';
import { goesOn, joinSplitRows } from './split-row.ts';

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
export function yearInName(name: string): number | null {
  const years = new Set(name.match(/(?<!\d)(?:19[5-9]\d|20\d\d)(?!\d)/g));
  return years.size === 1 ? Number([...years][0]) : null;
}

/** Rows that name a stretch of time over the lines below: `THÁNG 01`, `Quý II/2019`, `Tuần 3`. */
const namesTime = /^(?:thang|quy|tuan|nam)\b/;

/** A row that has been read and waits for the next one, which may go on with it. */
interface WaitingRow {
  row: number;
  cells: Cell[];
  hidden: boolean;
  /** Its rows as the sheet gave them: more than one where a line of the printed register goes on. */
  given: (readonly Cell[])[];
  /** Rows that go on with it. */
  further: { row: number; kind: 'split' | 'receivers' | 'words'; said: string; fields: BookField[] }[];
  /** Cells of rows that go on with it, in which a secrecy mark may stand by itself. */
  beside: Cell[];
  /** Said of the number of its cells; every value is unsure then. */
  unsure: string | null;
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
  /** Watches the cells of a CSV's rows; null where nothing shifts. */
  readonly #width: RowWidth | null;
  #context: YearContext;
  #above: OldLine | null = null;
  #waiting: WaitingRow | null = null;
  #leftOut = 0;

  constructor(sheet: Sheet, head: Head | null, rules: LineRules, context: YearContext) {
    this.#rules = rules;
    this.#head = head;
    this.#width = sheet.delimiter === undefined ? null : new RowWidth(sheet, head, rules.columns);
    const before = sheet.rows.filter(({ row }) => head && row < head.first).flatMap(({ cells }) => cells.map((cell) => yearNamed(asMeant(cellText(cell), rules.encoding))));
    // a CSV has no name but that of its file
    const ofSheet = sheet.delimiter === undefined ? yearInName(sheet.name) : null;
    this.#context = { ...context, year: context.year ?? before.find((year) => year !== null) ?? ofSheet };
    this.#headKeys = new Map(head ? head.texts.map((text, column): [number, string] => [column, headWords(foldVietnamese(text))]).filter(([, words]) => words !== '') : []);
    const joined = new Map<number, MergedCells[]>();
    for (const merged of sheet.merged) if (merged.bottom > merged.top && (!head || merged.top + 1 > head.last)) joined.set(merged.top + 1, [...(joined.get(merged.top + 1) ?? []), merged]);
    this.#joined = joined;
  }

  /** Takes the next row; it is read once the row after it has come, or at the end. */
  read(row: number, given: readonly Cell[], hidden: boolean): void {
    const { cells, fromAbove } = this.#fillJoined(row, given);
    const filled = given.filter((cell) => cell != null);
    if (filled.length === 0 || (this.#head && row <= this.#head.last)) return;
    const waiting = this.#waiting;
    const next = waiting ? waiting.row + waiting.further.length + 1 : 0;
    if (waiting && row === next && waiting.further.every(({ kind }) => kind === 'split') && goesOn(waiting.given.at(-1) ?? [], given)) {
      waiting.given.push(given);
      waiting.further.push({ row, kind: 'split', said: '', fields: [] });
      return;
    }
    if (this.#passedOver(row, given, filled)) return;
    const width = this.#width?.look(given, this.#context.thisYear) ?? { kind: 'well' };
    if (width.kind === 'shifted') {
      this.flush();
      this.#say({ row, message: width.why, leftOut: true });
      return;
    }
    const goingOn = width.kind === 'well' ? this.#goesOnWith(row, cells, fromAbove) : null;
    if (goingOn === 'left out') return;
    if (goingOn !== null) return this.#addTo(waiting, row, cells, goingOn);
    this.flush();
    this.#waiting = { row, cells: [...cells], hidden, given: [given], further: [], beside: [], unsure: width.kind === 'unsure' ? width.why : null };
  }

  /** Reads the row that waits: nothing goes on with it any more. */
  flush(): void {
    const waiting = this.#waiting;
    if (!waiting) return;
    this.#waiting = null;
    const { row, hidden, given, further, beside, unsure } = waiting;
    if (hidden) this.#note('hidden', { row, message: 'Dòng đang bị ẩn trong bảng; vẫn được đọc.', leftOut: false });
    const cells = given.length > 1 ? joinSplitRows(given) : waiting.cells;
    const { line, problems, alike, dateFromAbove } = readLine(row, cells, this.#rules, this.#context, this.#above, beside);
    for (const problem of problems) this.#say(problem);
    for (const { kind, problem } of alike) this.#note(kind, problem);
    const toWhat = line ? `số ${line.number}${line.suffix} ở dòng ${row}` : `dòng ${row}`;
    for (const { row: at, kind, said } of line && !line.keptApart ? further : []) {
      if (kind === 'split') this.#note('split', { row: at, message: `Dòng viết tiếp ${toWhat} của sổ in; các phần được ghép lại như cũ.`, leftOut: false });
      else if (kind === 'words') this.#say({ row: at, message: `Dòng không có số, được hiểu là viết tiếp ${toWhat}: phần «${said.slice(0, 60)}» được ghép vào; xem lại.`, leftOut: false });
      else this.#note('continued', { row: at, message: `Dòng nối tiếp ${toWhat}; nơi nhận, ký nhận, ghi chú được ghép vào đó.`, leftOut: false });
    }
    if (!line || line.keptApart) for (const { row: at } of further) this.#say({ row: at, message: `Dòng viết tiếp dòng ${row}, mà dòng ấy không nhập; dòng này cũng không nhập.`, leftOut: true });
    if (!line) return;
    if (unsure !== null) {
      this.#say({ row, message: unsure, leftOut: false });
      line.unsure = allFields(this.#rules.columns, cells);
    } else if (further.some(({ kind }) => kind === 'words')) line.unsure = [...new Set([...line.unsure, ...further.flatMap(({ fields }) => fields)])];
    if (dateFromAbove) this.#note('date', { row, ...this.#at('arrivalDate'), message: `Chưa ghi ngày đến; lấy theo dòng trên (${shortDate(line.arrivalDate ?? '')}).`, leftOut: false });
    this.lines.push(line);
    // a number kept for another register tells nothing of the lines after it but where the count stands
    this.#above = line.keptApart ? { ...(this.#above ?? line), number: line.number, year: line.year } : line;
  }

  /** Everything noticed; nothing more is to come. */
  finish(): LineProblem[] {
    this.flush();
    for (const { problem, times } of this.#alike.values()) this.problems.push(times === 1 ? problem : { ...problem, message: `${problem.message} Còn ${times - 1} dòng khác như vậy.` });
    this.#alike.clear();
    return this.problems;
  }

  /** Rows that stay out, so far. */
  get leftOut(): number {
    return this.#leftOut;
  }

  #say(problem: LineProblem): void {
    this.problems.push(problem);
    if (problem.leftOut) this.#leftOut += 1;
  }

  #note(kind: string, problem: LineProblem): void {
    const noted = this.#alike.get(kind);
    if (noted) noted.times += 1;
    else this.#alike.set(kind, { problem, times: 1 });
    if (problem.leftOut) this.#leftOut += 1;
  }

  #at(field: BookField): { column?: number } {
    const column = this.#rules.columns[field];
    return column === undefined ? {} : { column };
  }

  get #subjectField(): 'typeAndSubject' | 'subject' {
    return this.#rules.columns.typeAndSubject === undefined ? 'subject' : 'typeAndSubject';
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
    const first = cleanLine(asMeant(cellText(filled[0]), this.#rules.encoding));
    // a line of the book begins with a day or a number of more than two figures, or with words: most rows end here
    if (/^\(?\d{1,2}\)?$/.test(first) && countsOn(filled)) return true;
    if (typeof filled[0] === 'string' && !/^\d/.test(first) && this.#isHeadAgain(given)) return true;
    const folded = foldVietnamese(first.slice(0, 40));
    const sum = filled.length <= 4 && /^(?:tong )?cong\b(?! van)/.test(folded);
    if (!sum && (filled.length > 1 || typeof filled[0] !== 'string' || /^\d/.test(first))) return false;
    const named = sum ? null : yearNamed(first);
    // one text alone under the columns of the book goes on with the line above, if it stands where such texts stand
    if (!sum && named === null && !namesTime.test(folded) && this.#standsInBook(given)) return false;
    this.flush();
    if (named !== null) this.#context = { ...this.#context, year: named };
    const what = sum ? 'là dòng cộng' : 'đứng một mình, không có số, ngày; được hiểu là tiêu đề nhóm hay lời ghi';
    this.#note(sum ? 'sum' : 'heading', { row, message: `Dòng «${first.slice(0, 60)}» ${what}, không phải văn bản; không nhập.`, leftOut: true });
    return true;
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

  /** Whether a text stands in a column that a line may go on in. */
  #standsInBook(cells: readonly Cell[]): boolean {
    const fields: readonly BookField[] = ['toPlaces', 'receipt', 'note', this.#subjectField];
    return this.#waiting !== null && fields.some((field) => this.#has(cells, field));
  }

  /**
   * Whether the row goes on with the one above: with receivers where its number and subject are joined with that line's, or
   * it has none; with words of the subject or the agency where these begin with a small letter and the row has neither
   * number nor code nor day. Words that begin with a capital may as well be a heading: they stay out.
   */
  #goesOnWith(row: number, cells: readonly Cell[], fromAbove: ReadonlySet<number>): 'receivers' | 'words' | 'left out' | null {
    if (!this.#waiting) return null;
    const { columns, book, encoding } = this.#rules;
    const number = columns.number ?? (book === 'outgoing' ? (columns.code ?? columns.codeNumber) : undefined);
    const subject = columns[this.#subjectField];
    if (number !== undefined && fromAbove.has(number)) return subject === undefined || cells[subject] == null || fromAbove.has(subject) ? 'receivers' : null;
    if ((['number', 'code', 'codeNumber', 'arrivalDate', 'issuedDate', 'dueDate', 'handedDate'] as const).some((field) => this.#has(cells, field))) return null;
    const words = [subject, columns.organName].filter((column) => column !== undefined && cells[column] != null);
    if (words.length === 0) return this.#standsInBook(cells) ? 'receivers' : null;
    const texts = words.map((column) => cleanLine(asMeant(cellText(cells[column ?? 0]), encoding)));
    if (texts.every((text) => /^[\p{Ll},;.)]/u.test(text))) return 'words';
    if (words.length > 1 || columns.organName === words[0]) return null;
    this.flush();
    this.#say({ row, ...(subject !== undefined && { column: subject }), message: `Dòng chỉ có chữ ở cột trích yếu («${(texts[0] ?? '').slice(0, 60)}»), không có số, ngày: không rõ là viết tiếp dòng trên hay là tiêu đề; dòng này chưa nhập.`, leftOut: true });
    return 'left out';
  }

  /** Adds what a row goes on with to the row that waits. */
  #addTo(waiting: WaitingRow | null, row: number, cells: readonly Cell[], kind: 'receivers' | 'words'): void {
    if (!waiting) return;
    const { columns } = this.#rules;
    const said: string[] = [];
    const fields: BookField[] = [];
    const add = (field: BookField, between: string): void => {
      const column = columns[field];
      const more = column === undefined ? '' : cellText(cells[column]).trim();
      if (column === undefined || more === '') return;
      const before = cellText(waiting.cells[column]).trim();
      if (before === more) return;
      while (waiting.cells.length < column) waiting.cells.push(null);
      waiting.cells[column] = [before, more].filter(Boolean).join(between);
      said.push(more);
      fields.push(field);
    };
    for (const field of ['toPlaces', 'receipt', 'note'] as const) add(field, '; ');
    if (kind === 'words') for (const field of ['organName', this.#subjectField] as const) add(field, ' ');
    waiting.given = [waiting.cells];
    waiting.beside.push(...cells);
    waiting.further.push({ row, kind, said: cleanLine(asMeant(said.join('; '), this.#rules.encoding)), fields });
  }
}

/** The fields of a row that hold something. */
const allFields = (columns: LineRules['columns'], cells: readonly Cell[]): BookField[] =>
  (Object.entries(columns) as [BookField, number][]).filter(([, column]) => cells[column] != null).map(([field]) => field);

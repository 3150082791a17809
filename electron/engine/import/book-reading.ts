import type { BookField } from '../../../shared/domain/import/book-fields.ts';
import type { Sheet } from '../../../shared/domain/import/cell.ts';
import { checkNumbers, type YearOfBook } from '../../../shared/domain/import/check-numbers.ts';
import { DayOrders, type OrdersSeen } from '../../../shared/domain/import/day-order.ts';
import type { Head } from '../../../shared/domain/import/find-head.ts';
import type { LineProblem, OldLine } from '../../../shared/domain/import/old-line.ts';
import { RowReading, yearInName } from '../../../shared/domain/import/read-rows.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import type { ChosenSheets } from './choose-sheets.ts';
import { LineKeys } from './line-keys.ts';
import { type ImportChoice, chosenColumns, commonPrefix, howRead, isNumberUnknown, refuseMissing } from './read-import.ts';

/** A sheet about to be read: its rows are given to `rows` one by one, then its lines are taken. */
export interface SheetReading {
  columns: Partial<Record<BookField, number>>;
  rows: RowReading;
  /** What the columns tell of day and month; rows that are not in the sheet yet have to be shown to it. */
  orders: DayOrders;
}

/** An old book of one sheet or several, read sheet after sheet as one book. */
export class BookReading {
  readonly #chosen: ChosenSheets;
  readonly #choice: ImportChoice;
  readonly #context: { year: number | null; thisYear: number; proposed: number | null };
  readonly #ordersSeen: OrdersSeen = new Map();
  readonly #sheets: (SheetReading & { name: string; head: Head | null; prefix: string | undefined; leftOut: number; problems: LineProblem[] })[] = [];
  readonly #lines: OldLine[] = [];
  readonly #keys: LineKeys;
  /** Where every line stands, by its key: asked only where there are several sheets. */
  readonly #places = new Map<string, { sheet: string; row: number }>();

  /** Why no line could be read of one of the sheets. */
  #missing: Refusal | null = null;

  constructor(fileName: string, chosen: ChosenSheets, choice: ImportChoice, thisYear: number) {
    this.#chosen = chosen;
    this.#choice = choice;
    this.#keys = new LineKeys(choice.book);
    this.#context = { year: choice.year ?? null, thisYear, proposed: yearInName(fileName.replace(/\.[^.]*$/, '')) };
    for (const { name, head } of chosen.taken) {
      try {
        refuseMissing(this.columnsOf(head), choice.book, isNumberUnknown(head, choice));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        this.#missing ??= chosen.taken.length === 1 ? error : new Refusal(error.code, `Trang «${name}»: ${error.message}`, error.data);
      }
    }
  }

  /** Refuses a book of which no line could be read. */
  refuseMissing(): void {
    if (this.#missing !== null) throw this.#missing;
  }

  /** The columns of a sheet; those the caller named are columns of the first, and what heads name there is found by the head elsewhere. */
  columnsOf(head: Head | null): Partial<Record<BookField, number>> {
    const first = this.#chosen.taken[0]?.head ?? null;
    const columns = chosenColumns(head ?? first, this.#choice);
    if (this.#choice.mapping === undefined || head === null || head === first) return columns;
    const own = new Map([...head.fields].map(([column, field]): [BookField, number] => [field, column]));
    for (const [field, column] of Object.entries(columns) as [BookField, number][]) if (first?.fields.get(column) === field) columns[field] = own.get(field) ?? column;
    return columns;
  }

  /** What the days of a sheet that is not begun tell of their order. */
  ordersOf(head: Head | null): Pick<SheetReading, 'orders'> {
    return { orders: new DayOrders(this.columnsOf(head), this.#choice.dayOrder ?? null, this.#ordersSeen) };
  }

  /** Begins a sheet, of which the first rows at least are there. */
  begin(sheet: Sheet, head: Head | null): SheetReading {
    const { book, dayOrder, encoding } = this.#choice;
    const columns = this.columnsOf(head);
    const numberUnknown = isNumberUnknown(head, this.#choice);
    if (numberUnknown) delete columns.number;
    const orders = new DayOrders(columns, dayOrder ?? null, this.#ordersSeen);
    const first = head?.last ?? 0;
    for (const { row, cells } of sheet.rows) if (row > first) orders.see(cells);
    const prefix = columns.number === undefined ? undefined : commonPrefix(sheet, first, columns.number);
    const rows = new RowReading(sheet, head, { book, columns, encoding: encoding ?? null, orders, numberUnknown, numberPrefix: prefix }, this.#context);
    const reading = { columns, rows, orders, name: sheet.name, head, prefix, leftOut: 0, problems: [] };
    this.#sheets.push(reading);
    return reading;
  }

  /** The lines to enter of those read in a sheet: one that another sheet has to the letter stays out, and it is said. */
  take(of: SheetReading, lines: readonly OldLine[]): OldLine[] {
    const sheet = this.#sheets.find((one) => one === of);
    if (!sheet) throw new Error('lines of a sheet that was not begun');
    const kept = !this.#several ? [...lines] : lines.filter((line) => {
      line.sheet = sheet.name;
      const key = this.#keys.of(line);
      const place = this.#places.get(key);
      if (!place) this.#places.set(key, { sheet: sheet.name, row: line.row });
      if (!place || place.sheet === sheet.name) return true;
      sheet.problems.push({ row: line.row, message: `Dòng giống từng chữ dòng ${place.row} của trang «${place.sheet}»; không nhập lần nữa.`, leftOut: true });
      sheet.leftOut += 1;
      return false;
    });
    for (const line of kept) this.#lines.push(line);
    return kept;
  }

  get #several(): boolean {
    return this.#chosen.taken.length > 1;
  }

  /** The lines taken so far. */
  get lines(): readonly OldLine[] {
    return this.#lines;
  }

  /** Everything noticed, what stays out first; and what each year of the book holds. */
  finish(): { problems: LineProblem[]; years: YearOfBook[]; leftOut: number } {
    const { book } = this.#choice;
    const [first] = this.#sheets;
    const columns = first?.columns ?? {};
    const number = columns.number ?? columns.code ?? columns.codeNumber;
    const date = book === 'incoming' ? columns.arrivalDate : columns.issuedDate;
    const ofSheets = this.#sheets.flatMap((sheet) =>
      [...sheet.rows.finish(), ...sheet.problems, ...howRead({ head: sheet.head, choice: this.#choice, columns: sheet.columns, orders: sheet.orders, numberPrefix: sheet.prefix }, sheet.rows.lines)]
        .map((problem) => (this.#several ? { ...problem, sheet: sheet.name } : problem)));
    const checked = checkNumbers(this.#lines, book, { ...(number !== undefined && { number }), ...(date !== undefined && { date }) });
    const left = this.#chosen.left.map(({ name, why }): LineProblem => ({ row: 0, sheet: name, message: `Trang «${name}» không nhập: ${why}. Chọn trang ấy nếu muốn nhập.`, leftOut: true }));
    const doubtful = this.#chosen.doubtful.map((name): LineProblem => ({ row: this.#sheets.find((sheet) => sheet.name === name)?.head?.first ?? 1, ...(this.#several && { sheet: name }), message: 'Tiêu đề có số đến, ngày đến: đây có vẻ là sổ văn bản đến mà đang nhập vào sổ đi; xem lại trước khi nhập.', leftOut: false }));
    const order = new Map(this.#sheets.map(({ name }, place) => [name, place]));
    const placeOf = ({ sheet }: LineProblem): number => (sheet === undefined ? 0 : (order.get(sheet) ?? -1));
    return {
      problems: [...left, ...doubtful, ...ofSheets, ...checked.problems].sort((one, other) => Number(other.leftOut) - Number(one.leftOut) || placeOf(one) - placeOf(other) || one.row - other.row),
      years: checked.years,
      leftOut: this.#sheets.reduce((sum, { rows, leftOut }) => sum + rows.leftOut + leftOut, 0),
    };
  }
}

import { Refusal } from '../../../shared/domain/refusal.ts';
import { type Sheet, type SheetRow, cellText } from '../../../shared/domain/import/cell.ts';
import { namedSign } from '../../../shared/domain/import/html-signs.ts';
import { csvPieces } from './csv-text.ts';

const mostRows = 1_100_000;
const cellMaxLength = 100_000;

/** The sign between the cells of a CSV: the one of , ; tab that stands equally often in the most of its first lines; `sep=;` says it outright. */
export function csvDelimiter(beginning: string): string {
  const said = /^sep=(.)\r?\n/i.exec(beginning)?.[1];
  if (said) return said;
  const lines = linesOutsideQuotes(beginning).slice(0, 60).filter((line) => line.trim() !== '');
  let best = { sign: ',', score: 0 };
  for (const sign of [';', '\t', ',', '|']) {
    const amounts = new Map<number, number>();
    for (const line of lines) {
      const amount = line.split(sign).length - 1;
      if (amount > 0) amounts.set(amount, (amounts.get(amount) ?? 0) + 1);
    }
    for (const [amount, times] of amounts) if (times * Math.min(amount, 12) > best.score) best = { sign, score: times * Math.min(amount, 12) };
  }
  return best.sign;
}

const entities = /&(?:[a-z][a-z0-9]{1,31}|#\d{1,7}|#x[\da-f]{1,6});/gi;
/** The beginning of a sign written as web pages write it (`&amp;`), of which the semicolon is a part and ends no cell. */
const entityBegun = /&(?:([a-z][a-z0-9]{1,31})|#\d{1,7}|#x[\da-f]{1,6})$/i;
const isEntityBegun = (cell: string): boolean => {
  const begun = cell.includes('&') ? entityBegun.exec(cell.slice(-34)) : null;
  return begun !== null && (begun[1] === undefined || namedSign(begun[1]) !== null);
};

/** Lines with what stands in quotes left out, so that commas of a sentence are not counted. */
const linesOutsideQuotes = (text: string): string[] => text.replace(/"(?:[^"]|"")*"/g, '').replace(entities, '').split(/\r\n|\n|\r/);

/** Reads a CSV: quotes doubled inside quotes, line breaks inside quotes, any line ends. `watch` is called between pieces. */
export async function readCsv(fileName: string, bytes: Uint8Array, watch: () => void | Promise<void>): Promise<Sheet> {
  let records: CsvRecords | undefined;
  for (const piece of csvPieces(bytes)) {
    records ??= new CsvRecords(fileName, csvDelimiter(piece.slice(0, 200_000)));
    records.write(piece);
    await watch();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const rows = records?.end() ?? [];
  return { name: fileName.replace(/\.[^.]*$/, ''), hidden: false, rows: rows.filter(({ row, cells }) => row > 1 || !/^sep=./i.test(cellText(cells[0]))), merged: [], fonts: new Map(), delimiter: records?.delimiter ?? ',' };
}

const quote = 34;
const lineFeed = 10;
const semicolon = 59;
const carriageReturn = 13;

/** The records of a CSV as they come in, numbered as Excel would number the rows. */
class CsvRecords {
  readonly #rows: SheetRow[] = [];
  readonly #fileName: string;
  readonly #delimiter: number;
  #cell = '';
  #cells: (string | null)[] = [];
  #row = 1;
  #quoted = false;
  /** Just after a quote that closes the cell, unless a second one follows. */
  #closing = false;
  /** Something of the cell has been read: a quote is then a letter of it (28"). */
  #begun = false;
  #afterReturn = false;

  constructor(fileName: string, delimiter: string) {
    this.#fileName = fileName;
    this.#delimiter = delimiter.charCodeAt(0);
  }

  write(piece: string): void {
    let start = 0;
    for (let at = 0; at < piece.length; at += 1) {
      if (this.#quoted) {
        const end = piece.indexOf('"', at);
        if (end < 0) break;
        this.#take(piece, start, end);
        start = end + 1;
        at = end;
        [this.#quoted, this.#closing] = [false, true];
        continue;
      }
      const sign = piece.charCodeAt(at);
      if (sign === quote && (this.#closing || (!this.#begun && at === start))) {
        if (this.#closing) this.#cell += '"';
        [this.#quoted, this.#closing, this.#begun] = [true, false, true];
        start = at + 1;
      } else if (sign === this.#delimiter) {
        this.#take(piece, start, at);
        if (sign === semicolon && isEntityBegun(this.#cell)) {
          start = at;
          this.#afterReturn = false;
          continue;
        }
        this.#endCell();
        start = at + 1;
      } else if (sign === lineFeed || sign === carriageReturn) {
        if (sign !== lineFeed || !this.#afterReturn) {
          this.#take(piece, start, at);
          this.#endRow();
        }
        start = at + 1;
        this.#afterReturn = sign === carriageReturn;
        continue;
      } else this.#closing = false;
      this.#afterReturn = false;
    }
    this.#take(piece, start, piece.length);
    if (this.#cell !== '') this.#begun = true;
  }

  get delimiter(): string {
    return String.fromCharCode(this.#delimiter);
  }

  end(): SheetRow[] {
    if (this.#quoted) throw this.#unclosed();
    if (this.#cell !== '' || this.#cells.length > 0) this.#endRow();
    return this.#rows;
  }

  #take(piece: string, start: number, end: number): void {
    if (end > start) this.#cell += piece.slice(start, end);
    // a quote nobody closed would swallow the rest of the file into one cell
    if (this.#cell.length > cellMaxLength) throw this.#unclosed();
  }

  #endCell(): void {
    // a text made to stay one in Excel is written as a formula
    const kept = /^\s*=\s*"((?:[^"]|"")*)"\s*$/.exec(this.#cell)?.[1]?.replaceAll('""', '"') ?? this.#cell;
    this.#cells.push(kept.trim() === '' ? null : kept);
    [this.#cell, this.#closing, this.#begun] = ['', false, false];
  }

  #endRow(): void {
    this.#endCell();
    if (this.#cells.some((cell) => cell !== null)) this.#rows.push({ row: this.#row, cells: this.#cells, hidden: false });
    if (this.#rows.length > mostRows) throw this.#refusal(`có hơn ${mostRows} dòng; tách sổ theo từng năm rồi chọn lại.`);
    this.#cells = [];
    this.#row += 1;
  }

  #unclosed = (): Refusal => this.#refusal(`có dấu ngoặc kép mở ở dòng ${this.#row} mà không đóng. Mở bằng Excel, sửa ô ấy, lưu lại rồi chọn lại.`);
  #refusal = (sentence: string): Refusal => new Refusal('INPUT_INVALID', `Tệp «${this.#fileName}» ${sentence}`, { problems: [{ field: 'file', message: sentence }] });
}

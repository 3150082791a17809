import type { Cell, LegacyFont, MergedCells, SheetRow } from '../../../shared/domain/import/cell.ts';
import { isRealDate } from '../../../shared/domain/dates.ts';
import { columnIndex } from '../../../shared/domain/import/column-letter.ts';
import { daySerial } from '../../../shared/domain/import/read-old-date.ts';
import { type SharedStrings, readEscapes } from './shared-strings.ts';
import type { CellStyle } from './workbook-styles.ts';
import { XmlFault, attribute, type XmlEvents } from './xml-scanner.ts';

/** What a sheet's cells refer to. */
export interface SheetSurroundings {
  shared: SharedStrings;
  styles: readonly CellStyle[];
  since1904: boolean;
}

/** Most cells with something in them that a sheet may have. */
const mostCells = 8_000_000;
/** Columns further right hold no book. */
const mostColumns = 200;
const mostMerged = 500_000;
/** Different days kept ready; more are times of the day. */
const mostDays = 20_000;

const isFigure = (code: number): boolean => code >= 48 && code <= 57;

/** Builds the rows of one sheet from its XML. */
export class SheetReader implements XmlEvents {
  rows: SheetRow[] = [];
  readonly merged: MergedCells[] = [];
  readonly #around: SheetSurroundings;
  readonly #fonts = new Map<number, { tcvn3: number; vni: number; texts: number }>();
  readonly #columns = new Map<string, number>();
  readonly #days = new Map<number, Cell>();
  #row = 0;
  #hidden = false;
  #cells: Cell[] = [];
  #filled = 0;
  #column = -1;
  #type = '';
  #style: CellStyle | undefined;
  #value = '';
  #formula = false;
  #taking = false;
  #spoken = false;
  #inline = false;

  constructor(around: SheetSurroundings) {
    this.#around = around;
  }

  open(name: string, attributes: string): void {
    switch (name) {
      case 'c': return this.#beginCell(attributes);
      case 'v': this.#taking = true; return;
      case 'is': this.#inline = true; return;
      case 't': this.#taking = this.#inline && !this.#spoken; return;
      case 'rPh': this.#spoken = true; return;
      case 'f': this.#formula = true; return;
      case 'row': return this.#beginRow(attributes);
      case 'mergeCell': return this.#merge(attribute(attributes, 'ref') ?? '');
      default:
    }
  }

  close(name: string): void {
    switch (name) {
      case 'c': return this.#endCell();
      case 'v': case 't': this.#taking = false; return;
      case 'is': this.#inline = false; return;
      case 'rPh': this.#spoken = false; return;
      case 'row': return this.#endRow();
      default:
    }
  }

  text(text: string): void {
    if (this.#taking) this.#value += text;
  }

  /** The rows read since they were last taken. */
  takeRows(): SheetRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  /** Columns most of whose texts an old font draws. */
  legacyColumns(): Map<number, LegacyFont> {
    const found = new Map<number, LegacyFont>();
    for (const [column, { tcvn3, vni, texts }] of this.#fonts) if (Math.max(tcvn3, vni) * 2 >= texts) found.set(column, tcvn3 >= vni ? 'tcvn3' : 'vni');
    return found;
  }

  #beginRow(attributes: string): void {
    const row = Number(attribute(attributes, 'r') ?? this.#row + 1);
    if (!Number.isInteger(row) || row < 1) throw new XmlFault('a row without number');
    this.#row = row;
    this.#hidden = /\bhidden\s*=\s*["'](?:1|true)/.test(attributes);
    this.#cells = [];
    this.#column = -1;
  }

  #endRow(): void {
    if (this.#cells.length > 0) this.rows.push({ row: this.#row, cells: this.#cells, hidden: this.#hidden });
    this.#cells = [];
  }

  #beginCell(attributes: string): void {
    const at = attribute(attributes, 'r');
    this.#column = at === undefined ? this.#column + 1 : (this.#columnOf(at) ?? this.#column + 1);
    this.#type = attribute(attributes, 't') ?? 'n';
    const style = attribute(attributes, 's');
    this.#style = style === undefined ? undefined : this.#around.styles[Number(style)];
    this.#value = '';
    this.#formula = false;
  }

  /** The column of `B12`; a sheet names the same few in every row. */
  #columnOf(reference: string): number | null {
    let end = reference.length;
    while (end > 0 && isFigure(reference.charCodeAt(end - 1))) end -= 1;
    const letters = reference.slice(0, end);
    const known = this.#columns.get(letters);
    if (known !== undefined) return known;
    const column = columnIndex(letters);
    if (column !== null) this.#columns.set(letters, column);
    return column;
  }

  #endCell(): void {
    if (this.#column >= mostColumns) return;
    const cell = this.#read();
    if (cell === null) return;
    this.#filled += 1;
    if (this.#filled > mostCells) throw new XmlFault('too many cells');
    while (this.#cells.length < this.#column) this.#cells.push(null);
    this.#cells[this.#column] = cell;
  }

  #read(): Cell {
    const value = this.#value;
    if (value === '' && this.#type !== 'inlineStr') return this.#formula ? { fault: 'công thức chưa có kết quả; mở tệp bằng Excel, lưu lại rồi nhập' } : null;
    switch (this.#type) {
      case 's': {
        const index = Number(value);
        return this.#text(this.#around.shared.texts[index] ?? '', this.#around.shared.fonts.get(index));
      }
      case 'str': case 'inlineStr': return this.#text(readEscapes(value), undefined);
      case 'b': return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
      case 'e': return { fault: `ô báo lỗi ${value.slice(0, 20)}` };
      case 'd': return isRealDate(value.slice(0, 10)) ? { date: value.slice(0, 10) } : this.#text(value, undefined);
      default: return this.#number(Number(value));
    }
  }

  #text(text: string, font: LegacyFont | undefined): Cell {
    if (text.trim() === '') return null;
    const legacy = font ?? this.#style?.font;
    if (legacy || this.#fonts.size > 0) {
      const counted = this.#fonts.get(this.#column) ?? { tcvn3: 0, vni: 0, texts: 0 };
      counted.texts += 1;
      if (legacy) counted[legacy] += 1;
      this.#fonts.set(this.#column, counted);
    }
    return text;
  }

  #number(number: number): Cell {
    if (!Number.isFinite(number)) return null;
    const style = this.#style;
    if (style?.day) return this.#day(number);
    const pattern = style?.written;
    return pattern && Number.isInteger(number) && number >= 0 ? `${pattern.before}${String(number).padStart(pattern.digits, '0')}${pattern.after}` : number;
  }

  /** A book has few different days, and one cell stands for all of the same. */
  #day(serial: number): Cell {
    const known = this.#days.get(serial);
    if (known !== undefined) return known;
    const date = daySerial(serial, this.#around.since1904);
    const cell = date === null ? serial : { date };
    if (this.#days.size < mostDays) this.#days.set(serial, cell);
    return cell;
  }

  #merge(reference: string): void {
    const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference.replaceAll('$', ''));
    if (!found) return;
    if (this.merged.length >= mostMerged) throw new XmlFault('too many joined cells');
    const [left, right] = [columnIndex(found[1] ?? ''), columnIndex(found[3] ?? '')];
    if (left !== null && right !== null) this.merged.push({ left, right, top: Number(found[2]) - 1, bottom: Number(found[4]) - 1 });
  }
}

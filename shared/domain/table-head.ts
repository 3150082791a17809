import { isFigure, isOrdinalHead, saysNothing } from './column-kinds.ts';
import { foldVietnamese } from './vietnamese-text.ts';

/** A block of cells; `merged` tells which of them lie under a cell to the left or above that spreads over them. */
export interface TableBlock {
  rows: readonly (readonly string[])[];
  merged?: readonly (readonly ('left' | 'above' | null)[])[];
}

/** The head of a block: the names of its columns, the lines above it, and where the rows below it begin. */
export interface TableHead {
  names: string[];
  above: string[];
  /** A row of column numbers («(1) (2) (3)», «A B 1 2») that stood under the names. */
  numbering: string | null;
  end: number;
}

const words =
  /^(?:stt|tt|don vi|ten|ho (?:va )?ten|chuc vu|chuc danh|dia chi|dia ban|dia phuong|co quan|noi dung|noi nhan|ghi chu|so luong|so tien|kinh phi|thanh tien|don gia|dvt|ngay|nam|ty le|ti le|tong|cong|nam sinh|gioi tinh|dien thoai|so dien thoai|email|ket qua|nhiem vu|tien do|thoi gian|thoi han|ma|ma so|danh muc|loai|hang muc|chi tieu|ke hoach|thuc hien|luy ke|muc|phan)(?=$|[^a-z])/;
const longest = 80;

const filled = (row: readonly string[]): string[] => row.filter((cell) => cell.trim() !== '');
const isYearWord = (text: string): boolean => /^(?:19|20)\d\d$/.test(text.trim());
/** A cell that only a row of data holds. */
const isData = (text: string): boolean => (isFigure(text) && !isYearWord(text)) || /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(text.trim());
const looksLikeNames = (row: readonly string[]): boolean => {
  const cells = filled(row);
  return cells.length > 0 && cells.every((cell) => !isData(cell) && !saysNothing(cell) && cell.length <= longest);
};
const firstWord = (text: string): string => foldVietnamese(text).trim().split(/\s+/)[0] ?? '';

/** Whether the row names the columns of those below it. */
function isHead(rows: TableBlock['rows'], at: number): boolean {
  const row = rows[at] ?? [];
  const cells = filled(row);
  if (!looksLikeNames(row) || cells.length < Math.min(2, row.length)) return false;
  if (cells.some(isOrdinalHead)) return true;
  const below = rows.slice(at + 1);
  if (below.length === 0) return false;
  // a name that begins as most of what stands below it is one more of them
  const isOneMore = row.some((name, column) => {
    const texts = below.map((each) => each[column] ?? '').filter((text) => text.trim() !== '' && !isData(text));
    return name.trim() !== '' && texts.length >= 1 && texts.filter((text) => firstWord(text) === firstWord(name)).length * 2 > texts.length;
  });
  const isWord = (cell: string): boolean => words.test(foldVietnamese(cell).trim());
  // years beside such a word are names too, where other figures stand below them
  const isYearName = (cell: string, column: number): boolean => isYearWord(cell) && below.some((each) => isData(each[column] ?? ''));
  const known = cells.some(isWord) ? row.filter((cell, column) => isWord(cell) || isYearName(cell, column)).length : 0;
  if (isOneMore && known * 2 < cells.length) return false;
  if (known * 2 >= cells.length && known >= Math.min(2, row.length)) return true;
  // a word above nothing but figures names them
  return row.some((name, column) => {
    const under = below.map((each) => each[column] ?? '').filter((text) => !saysNothing(text));
    return name.trim() !== '' && !isYearWord(name) && under.length > 0 && under.filter(isData).length * 2 > under.length;
  });
}

/** Whether a row under a head goes on with it: names where the row above has none of its own, none where it has. */
function goesOn(block: TableBlock, at: number, first: number): boolean {
  const row = block.rows[at] ?? [];
  if (at - first >= 3 || !looksLikeNames(row) || at + 1 >= block.rows.length) return false;
  const above = block.rows[at - 1] ?? [];
  const underOwn = row.some((text, column) => text.trim() === '' && (above[column] ?? '').trim() !== '');
  const underNone = row.some((text, column) => text.trim() !== '' && (above[column] ?? '').trim() === '');
  const spread = row.some((_, column) => block.merged?.[at]?.[column] === 'above');
  return (underOwn && underNone) || spread;
}

/** «(1) (2) (3)», «A B 1 2 3»: numbers of columns. Bare figures count only where a column of words stands below. */
function isNumbering(rows: TableBlock['rows'], at: number): boolean {
  const row = rows[at] ?? [];
  const cells = filled(row);
  if (cells.length < 2 || cells.length < row.length - 1) return false;
  if (cells.every((cell) => /^\(\d{1,2}\)$/.test(cell.trim()) || /^\(?\d{1,2}\s*=/.test(cell.trim()))) return true;
  const letters = cells.findIndex((cell) => !/^[A-H]$/.test(cell.trim()));
  const figures = cells.slice(Math.max(0, letters));
  const run = letters < 0 || figures.every((cell, place) => cell.trim() === String(place + 1) || /^\d{1,2}\s*=/.test(cell.trim()));
  if (!run) return false;
  if (letters !== 0) return true;
  return row.some((cell, column) => {
    const below = rows.slice(at + 1).map((each) => each[column] ?? '').filter((text) => !saysNothing(text));
    return cell.trim() !== '' && below.length > 0 && below.every((text) => !isData(text));
  });
}

/** The head of a block copied from a spreadsheet or a page; null when its first row is already one of its rows. */
export function readTableHead(block: TableBlock): TableHead | null {
  const { rows } = block;
  const isLine = (row: readonly string[] | undefined): boolean => row !== undefined && filled(row).length === 1 && row.length > 1;
  let first = 0;
  while (first < 4 && isLine(rows[first])) first += 1;
  if (!isHead(rows, first)) return null;
  let end = first + 1;
  while (goesOn(block, end, first)) end += 1;
  const names = (rows[first] ?? []).map((_, column) => nameOf(block, first, end, column));
  const numbered = isNumbering(rows, end);
  return { names, above: rows.slice(0, first).map((row) => filled(row)[0] ?? ''), numbering: numbered ? filled(rows[end] ?? []).join(' ') : null, end: numbered ? end + 1 : end };
}

/** A column's name over the rows of the head, from the widest to its own. */
function nameOf({ rows, merged }: TableBlock, first: number, end: number, column: number): string {
  const parts: string[] = [];
  for (let at = first; at < end; at += 1) {
    const own = (rows[at]?.[column] ?? '').trim();
    const isUnder = merged?.[at]?.[column];
    const lower = rows.slice(at + 1, end).some((row) => (row[column] ?? '').trim() !== '');
    // what spreads over a column names it too; without word of it, an empty cell above a name belongs to its left
    const spread = own === '' && at < end - 1 && isUnder !== 'above' && (isUnder === 'left' || (merged === undefined && lower)) ? leftOf(rows[at] ?? [], column) : own;
    if (spread !== '' && parts.at(-1) !== spread) parts.push(spread);
  }
  return parts.join(' – ');
}

function leftOf(row: readonly string[], column: number): string {
  for (let at = column - 1; at >= 0; at -= 1) if ((row[at] ?? '').trim() !== '') return (row[at] ?? '').trim();
  return '';
}

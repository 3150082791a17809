import { cutShort } from '../domain/cut-short.ts';
import { formatVietnameseNumber, readVietnameseNumber } from '../domain/vietnamese-number.ts';
import { cleanText, foldVietnamese, oneLine } from '../domain/vietnamese-text.ts';
import type { Appendix, AppendixColumn, Cell } from './letter.ts';
import { numberInCell } from './number-in-cell.ts';

/** Figures as they are given: one value, one for each column in order, or one by the column's name. */
export type GivenFigures = Cell | readonly Cell[] | Readonly<Record<string, Cell>>;

/** Most columns of figures in a report, longest head of one, longest words in a cell. */
export const mostColumns = 50;
export const longestHead = 300;
const longestCell = 2000;

const cleanLine = (text: string): string => oneLine(cleanText(text).text);

/** The columns a report fills: an ordinal counts by itself. */
export const figureColumns = (columns: readonly AppendixColumn[]): AppendixColumn[] => columns.filter(({ kind }) => kind !== 'ordinal');

const valuesOf = (given: GivenFigures): Cell[] => (Array.isArray(given) ? [...(given as Cell[])] : given !== null && typeof given === 'object' ? Object.values(given as Record<string, Cell>) : [given]);

const isNamed = (given: GivenFigures): given is Readonly<Record<string, Cell>> => given !== null && typeof given === 'object' && !Array.isArray(given);

/** Whether a cell is meant as a number, clearly written or not. */
const meansNumber = (cell: Cell): boolean => typeof cell === 'number' || (typeof cell === 'string' && ('value' in readVietnameseNumber(cell) || /^-?[\d.,\s]+$/.test(cell)));

/**
 * Columns for figures that come in although the dispatch asked for none: by their own names, else those of an appendix of
 * the dispatch that has as many beside the agency's name, else «Số liệu».
 */
export function columnsFor(given: GivenFigures, appendices: readonly Pick<Appendix, 'columns'>[]): AppendixColumn[] {
  const values = valuesOf(given);
  const column = (header: string, cell: Cell): AppendixColumn => (meansNumber(cell) || cell === null ? { header, kind: 'number', total: true } : { header, kind: 'text' });
  if (isNamed(given)) return Object.entries(given).map(([header, cell]) => column(cleanLine(header), cell));
  for (const { columns } of appendices) {
    const figures = figureColumns(columns);
    const named = figures[0]?.kind === 'text' ? figures.slice(1) : figures;
    if (named.length === values.length && named.every(({ kind }, index) => kind === 'text' || values[index] == null || meansNumber(values[index]))) return named;
  }
  return values.map((cell, index) => column(values.length === 1 ? 'Số liệu' : `Số liệu ${index + 1}`, cell));
}

/** What keeps columns chosen from what came in from being kept: too many, heads missing, too long or twice the same. */
export function chosenColumnProblems(columns: readonly AppendixColumn[]): string[] {
  if (columns.length > mostColumns) return [`Có ${formatVietnameseNumber(columns.length)} số liệu, một báo cáo có nhiều nhất ${mostColumns} cột; bỏ bớt, hoặc gửi kèm tệp.`];
  const key = (header: string): string => foldVietnamese(header);
  const heads = Map.groupBy(columns, ({ header }) => key(header));
  return [
    ...columns.filter(({ header }) => header.length > longestHead).map(({ header }) => `Tên cột «${cutShort(header, 60)}» dài quá ${longestHead} ký tự.`),
    ...(columns.some(({ header }) => header === '') ? ['Có số liệu chưa ghi tên cột.'] : []),
    ...[...heads.values()].flatMap(([first, second]) => (first && second && first.header !== '' ? [`Cột «${cutShort(first.header, 60)}» có hai số liệu; giữ một.`] : [])),
  ];
}

/** Figures in the order of the columns; what cannot be read is said with the column's name, and nothing is guessed. */
export function readFigures(columns: readonly AppendixColumn[], given: GivenFigures): { figures: Cell[]; problems: string[] } {
  const wanted = figureColumns(columns);
  const problems: string[] = [];
  const cells = isNamed(given) ? byName(wanted, given, problems) : valuesOf(given);
  if (cells.length > wanted.length) problems.push(`Có ${cells.length} số liệu mà báo cáo chỉ có ${wanted.length} cột (${wanted.map(({ header }) => `«${header}»`).join(', ')}).`);
  const figures = wanted.map(({ header, kind }, index): Cell => {
    const cell = cells[index] ?? null;
    if (kind !== 'number') {
      if (typeof cell === 'string' && cell.length > longestCell) problems.push(`Cột «${header}»: ô dài quá ${formatVietnameseNumber(longestCell)} ký tự; rút gọn lại.`);
      if (typeof cell !== 'string') return cell;
      const { text } = cleanText(cell);
      return text.trim() === '' || text.length > longestCell ? null : text;
    }
    const read = numberInCell(cell);
    if (read !== null && typeof read === 'object') {
      problems.push(`Cột «${header}»: ${read.unsure}`);
      return null;
    }
    return read;
  });
  return { figures, problems };
}

function byName(columns: readonly AppendixColumn[], named: Readonly<Record<string, Cell>>, problems: string[]): Cell[] {
  const key = (name: string): string => foldVietnamese(cleanLine(name));
  const places = Map.groupBy(columns.keys(), (index) => key(columns[index]?.header ?? ''));
  const cells: Cell[] = columns.map(() => null);
  const given = new Set<number>();
  for (const [name, cell] of Object.entries(named)) {
    const [place, other] = places.get(key(name)) ?? [];
    if (place === undefined) problems.push(`Báo cáo không có cột «${cutShort(name, 80)}»; các cột là ${columns.map(({ header }) => `«${header}»`).join(', ')}.`);
    else if (other !== undefined) problems.push(`Báo cáo có nhiều cột cùng tên «${name}»; ghi số liệu theo thứ tự các cột.`);
    else if (given.has(place)) problems.push(`Cột «${columns[place]?.header ?? ''}» có hai số liệu; giữ một.`);
    else {
      cells[place] = cell;
      given.add(place);
    }
  }
  return cells;
}

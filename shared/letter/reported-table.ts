import { cutShort } from '../domain/cut-short.ts';
import { nameFinder } from '../domain/directory/name-in-list.ts';
import { foldVietnamese, oneLine } from '../domain/vietnamese-text.ts';
import type { AppendixColumn, Cell } from './letter.ts';
import { figureColumns, longestHead, readFigures } from './report-figures.ts';

/** A row of somebody's table, with its number as they see it. */
export interface TableRow {
  row: number;
  cells: Cell[];
}

export interface ReportedRow<Agency> {
  agency: Agency;
  figures: Cell[];
  /** As it stands in the table. */
  source: string;
  problems: string[];
}

export interface ReportedTable<Agency> {
  /** The wanted figures: those of the obligation, else what the table's head says. */
  columns: AppendixColumn[];
  rows: ReportedRow<Agency>[];
  /** Rows whose name is none of the agencies. */
  unknown: string[];
  missing: Agency[];
}

const sum = /^(tong|cong|toan tinh)\b/;
const ordinal = /^(?:stt|tt|so tt|so thu tu)$/;

const textOf = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : oneLine(String(cell)));

/**
 * The figures of the agencies in a table somebody sent: the column of names is the one in which most of them are found,
 * the columns of figures are found by their heads, else taken in order after the names. Sums at its end are left out.
 */
export function reportedTable<Agency extends { name: string }>(table: readonly TableRow[], agencies: readonly Agency[], wanted: readonly AppendixColumn[]): ReportedTable<Agency> {
  const find = remembering(nameFinder(agencies));
  const width = Math.max(0, ...table.map(({ cells }) => cells.length));
  const found = Array.from({ length: width }, (_, column) => table.filter(({ cells }) => find(textOf(cells[column])) !== null).length);
  const most = Math.max(0, ...found);
  if (most === 0) return { columns: figureColumns(wanted), rows: [], unknown: table.map(({ cells }) => describe(cells)).filter((text) => text !== '').slice(0, 200), missing: [...agencies] };
  const names = found.indexOf(most);
  const first = table.findIndex(({ cells }) => find(textOf(cells[names])) !== null);
  const heads = Array.from({ length: width }, (_, column) => table.slice(0, first).map(({ cells }) => textOf(cells[column])).filter((text) => text !== '').at(-1) ?? '').map((head) => cutShort(head, longestHead));
  const body = table.slice(first).filter(({ cells }) => cells.some((cell) => textOf(cell) !== ''));
  const { columns, places } = chooseColumns({ heads, body, names }, figureColumns(wanted));

  const rows: ReportedRow<Agency>[] = [];
  const unknown: string[] = [];
  for (const { row, cells } of body) {
    const name = textOf(cells[names]);
    const met = find(name);
    if (met === null || 'unclear' in met) {
      const label = foldVietnamese(name === '' ? describe(cells) : name);
      if (met !== null) unknown.push(`Dòng ${row}: «${name}» có thể là ${met.unclear.map((one) => one.name).join(' hoặc ')}.`);
      else if (!sum.test(label) && places.some((place) => textOf(cells[place]) !== '') && name !== '') unknown.push(`Dòng ${row}: «${name}» không có trong danh sách phải báo cáo.`);
      continue;
    }
    const { figures, problems } = readFigures(columns, places.map((place) => (place < 0 ? null : (cells[place] ?? null))));
    const twin = rows.find(({ agency }) => agency === met.found);
    if (twin) twin.problems.push(`«${name}» có hai dòng (thêm dòng ${row}); giữ dòng đầu, kiểm tra lại.`);
    else rows.push({ agency: met.found, figures, source: describe(cells), problems: [...problems, ...(figures.every((figure) => figure === null) && problems.length === 0 ? ['Dòng này chưa có số liệu.'] : [])] });
  }
  return { columns, rows, unknown, missing: agencies.filter((agency) => !rows.some((row) => row.agency === agency)) };
}

/** A table says the same few words again and again. */
function remembering<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = ask(text);
    known.set(text, answer);
    return answer;
  };
}

const describe = (cells: readonly Cell[]): string => cells.map(textOf).filter((text) => text !== '').join(' | ');

const key = (text: string): string => foldVietnamese(text).replace(/[^a-z0-9]+/g, ' ').trim();

/** Where each wanted figure stands; -1 where it does not. */
function chooseColumns({ heads, body, names }: { heads: string[]; body: readonly TableRow[]; names: number }, wanted: readonly AppendixColumn[]): { columns: AppendixColumn[]; places: number[] } {
  const free = heads.flatMap((head, column) => (column === names || ordinal.test(key(head)) || isCounting(body, column) || body.every(({ cells }) => textOf(cells[column]) === '') ? [] : [column]));
  if (wanted.length === 0) {
    const columns = free.map((place, at): AppendixColumn => {
      const isNumber = body.every(({ cells }) => textOf(cells[place]) === '' || /^-?[\d.,\s]+$/.test(textOf(cells[place])));
      return { header: heads[place] || (free.length === 1 ? 'Số liệu' : `Số liệu ${at + 1}`), kind: isNumber ? 'number' : 'text', ...(isNumber ? { total: true } : {}) };
    });
    return { columns, places: free };
  }
  const byHead = wanted.map(({ header }) => free.find((place) => key(heads[place] ?? '') === key(header)) ?? free.find((place) => key(heads[place] ?? '') !== '' && key(header).includes(key(heads[place] ?? ''))) ?? -1);
  if (byHead.every((place) => place >= 0) && new Set(byHead).size === byHead.length) return { columns: [...wanted], places: byHead };
  // no head says it: figures follow the name
  const after = [...free.filter((place) => place > names), ...free.filter((place) => place < names)];
  return { columns: [...wanted], places: wanted.map((_, at) => (byHead.some((place) => place >= 0) ? (byHead[at] ?? -1) : (after[at] ?? -1))) };
}

/** Whether a column before the names only counts the rows: 1, 2, 3, … */
function isCounting(body: readonly TableRow[], column: number): boolean {
  const counted = body.map(({ cells }) => textOf(cells[column])).filter((text) => text !== '');
  return body.length > 1 && counted.length > 1 && counted.every((text, at) => text.replace(/\.$/, '') === String(at + 1));
}

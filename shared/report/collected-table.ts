import { cutShort } from '../domain/cut-short.ts';
import { slashDate } from '../domain/days-in-words.ts';
import { ranks, shares } from '../domain/shares.ts';
import { exactSum } from '../domain/vietnamese-number.ts';

/** What one agency reported, in the order of the columns; null when it has not. */
export interface CollectedRow {
  name: string;
  figures: (string | number | null)[] | null;
  /** What it reported on the day before; null when nothing. */
  before: (string | number | null)[] | null;
  /** Accepted in part, or excused: said beside its figures. */
  note: string | null;
}

export interface CollectedColumn {
  header: string;
  kind: 'ordinal' | 'text' | 'number';
  total?: boolean | undefined;
}

export interface CollectedTable {
  title: string;
  /** What the agencies are headed by. */
  nameHeader: string;
  /** The figures wanted, without ordinals. */
  columns: CollectedColumn[];
  rows: CollectedRow[];
  share: boolean;
  rank: boolean;
  /** The day the change is counted from; null when no change is wanted. */
  changeSince: string | null;
}

/** An appendix as letters carry it. */
export interface CollectedAppendix {
  title: string;
  columns: CollectedColumn[];
  rows: (string | number | null)[][];
}

/** Longest head of a column of an appendix. */
const longestHead = 300;

export const notReported = 'chưa báo cáo';

/**
 * The figures that came in as the table of an appendix: an ordinal, the agency, its figures, and when wanted beside each
 * summed column its share, place and change. Who has not reported keeps its row, empty and marked; the mark has its own
 * column, so that sums stay sums.
 */
export function collectedTable(table: CollectedTable): { appendix: CollectedAppendix; missing: string[]; notices: string[] } {
  const { rows, columns } = table;
  const notices: string[] = [];
  const remarks = rows.map(({ figures, note }) => (figures === null ? (note ?? notReported) : note));
  const own = columns.map((column, at) => ({ column, values: rows.map(({ figures }) => figures?.[at] ?? null) }));
  const added = columns.flatMap((column, at) => (column.kind === 'number' && measures(columns, at) ? addedTo(table, at, columns.filter((one, place) => one.kind === 'number' && measures(columns, place)).length > 1, notices) : []));
  const last = remarks.some((remark) => remark !== null) ? [{ column: { header: 'Ghi chú', kind: 'text' as const }, values: remarks }] : [];
  const all = [...own, ...added, ...last];
  return {
    appendix: {
      title: table.title,
      columns: [{ header: 'STT', kind: 'ordinal' }, { header: table.nameHeader, kind: 'text' }, ...all.map(({ column }) => column)],
      rows: rows.map(({ name }, at) => [name, ...all.map(({ values }) => values[at] ?? null)]),
    },
    missing: rows.filter(({ figures, note }) => figures === null && note === null).map(({ name }) => name),
    notices,
  };
}

/** Whether a number column is one agencies are compared by: those with a sum, else all of them. */
const measures = (columns: readonly CollectedColumn[], at: number): boolean => columns[at]?.total === true || !columns.some(({ kind, total }) => kind === 'number' && total);

interface FilledColumn {
  column: CollectedColumn;
  values: (string | number | null)[];
}

function addedTo({ columns, rows, share, rank, changeSince }: CollectedTable, at: number, several: boolean, notices: string[]): FilledColumn[] {
  const header = columns[at]?.header ?? '';
  const named = (words: string): string => (several ? cutShort(`${words}: ${header}`, longestHead) : words);
  const values = rows.map(({ figures }) => numberAt(figures, at));
  const added: FilledColumn[] = [];
  if (share) {
    const parts = shares(values);
    if (parts) added.push({ column: { header: named('Tỷ lệ (%)'), kind: 'number', total: true }, values: parts });
    else notices.push(`Không tính được tỷ lệ của cột «${header}»: chưa có số liệu nào lớn hơn 0, hoặc có số âm.`);
  }
  if (rank) added.push({ column: { header: named('Xếp thứ'), kind: 'number' }, values: ranks(values) });
  if (changeSince !== null) {
    const changes = rows.map(({ before }, row) => {
      const [now, then] = [values[row] ?? null, numberAt(before, at)];
      return now === null || then === null ? null : exactSum([now, -then]);
    });
    const whole = changes.every((change) => change !== null);
    added.push({ column: { header: named(`Tăng (+), giảm (-) so với ngày ${slashDate(changeSince)}`), kind: 'number', ...(whole && columns[at]?.total ? { total: true } : {}) }, values: changes });
  }
  return added;
}

const numberAt = (figures: readonly (string | number | null)[] | null, at: number): number | null => {
  const value = figures?.[at] ?? null;
  return typeof value === 'number' ? value : null;
};

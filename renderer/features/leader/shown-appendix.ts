import { alignOf, appendixTable } from '../../../shared/letter/appendix-table.ts';
import type { TableCell } from '../../../shared/letter/layout-model.ts';
import type { Appendix } from '../../../shared/letter/letter.ts';
import { mmPerPt } from '../../../shared/letter/text-width.ts';
import type { BigCell, BigColumn } from './big-table.tsx';
import type { ShownTable } from './leader-room.tsx';

const textOf = ({ runs }: TableCell): string => runs.map(({ text }) => text).join('');
const cellOf = (cell: TableCell): BigCell => ({ text: textOf(cell), align: cell.align });

/** The table of an appendix as it stands on paper, its numbers, its total and the share of the width each column has; null without columns. */
export function shownAppendix(appendix: Appendix): Pick<ShownTable, 'columns' | 'rows' | 'total'> | null {
  const [table] = appendixTable(appendix, 'appendix').table;
  if (!table) return null;
  const { head, rows, total, widthsMm } = table;
  const sizePt = head[0]?.runs[0]?.sizePt ?? 1;
  return {
    columns: head.map((cell, at): BigColumn => ({ header: textOf(cell), em: (widthsMm[at] ?? 0) / (sizePt * mmPerPt), align: alignOf(appendix.columns[at]?.kind ?? 'text') })),
    rows: rows.map((row) => ({ kind: 'line', cells: row.map(cellOf) })),
    total: total?.map(cellOf) ?? null,
  };
}

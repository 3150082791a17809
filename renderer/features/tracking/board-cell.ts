import type { Engine } from '../../lib/engine.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';

export type Board = Awaited<ReturnType<Engine['owed']['board']>>;
export type BoardCell = Board['cells'][number];
export type Counts = Board['counts'];

/** seal: late; amber: due within three days, or accepted in part; ink: not yet due; green: reported; grey: excused. */
export type CellTone = 'seal' | 'amber' | 'ink' | 'green' | 'grey';

export interface CellLook {
  tone: CellTone;
  /** A sign that tells the state without its colour. */
  sign: string;
  /** Short enough for a cell: `trễ 3 ngày`. */
  word: string;
  /** The whole of it, read aloud and shown under the pointer. */
  told: string;
}

const n = formatVietnameseNumber;

/** What a cell of the board says: the worst first, what is settled last. */
export function lookOf([, , , open, late, onTime, doneLate, excused, lateDays, partial]: BoardCell): CellLook {
  const told = [
    late > 0 ? `${n(late)} báo cáo trễ, lâu nhất ${n(lateDays)} ngày` : '',
    open > 0 ? `${n(open)} chưa đến hạn` : '',
    partial > 0 ? `${n(partial)} mới nhận một phần` : '',
    onTime > 0 ? `${n(onTime)} đúng hạn` : '',
    doneLate > 0 ? `${n(doneLate)} báo cáo muộn` : '',
    excused > 0 ? `${n(excused)} được miễn` : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
  const of = (tone: CellTone, sign: string, word: string): CellLook => ({ tone, sign, word, told });
  if (late > 0) return of('seal', '!', late > 1 ? `trễ ${n(late)} kỳ` : lateDays > 0 ? `trễ ${n(lateDays)} ngày` : 'vừa trễ');
  if (partial > 0) return of('amber', '◐', 'một phần');
  if (open > 0) return onTime + doneLate > 0 ? of('ink', '○', `${n(onTime + doneLate)}/${n(onTime + doneLate + open)} kỳ`) : of('ink', '○', 'chưa đến hạn');
  if (doneLate > 0) return of('amber', '✓', doneLate > 1 ? `${n(doneLate)} kỳ muộn` : lateDays > 0 ? `muộn ${n(lateDays)} ngày` : 'báo cáo muộn');
  if (onTime > 0) return of('green', '✓', 'đúng hạn');
  return of('grey', '–', 'miễn');
}

/** Of the counts of a row or a column: how many came in of how many were asked for. */
export const cameIn = ({ onTime, doneLate, open, late }: Counts): string => `${n(onTime + doneLate)}/${n(onTime + doneLate + open + late)}`;

/** The same board with only the agencies that are late on it; the dispatches and their totals stay. */
export function lateRowsOnly(board: Board): Board {
  const kept = board.rows.flatMap((row, at) => (row.counts.late > 0 ? [at] : []));
  const placeOf = new Map(kept.map((at, place) => [at, place]));
  return {
    ...board,
    rows: kept.flatMap((at) => board.rows[at] ?? []),
    cells: board.cells.flatMap((cell): BoardCell[] => {
      const place = placeOf.get(cell[0]);
      return place === undefined ? [] : [[place, cell[1], cell[2], cell[3], cell[4], cell[5], cell[6], cell[7], cell[8], cell[9]]];
    }),
  };
}

/** The cell a dispatch is opened at: that of the agency late the longest, the first of several; undefined where nobody is late. */
export function latestCell(board: Board): BoardCell | undefined {
  let worst: BoardCell | undefined;
  for (const cell of board.cells) {
    if (cell[4] === 0) continue;
    if (worst === undefined || cell[8] > worst[8] || (cell[8] === worst[8] && (cell[0] < worst[0] || (cell[0] === worst[0] && cell[1] < worst[1])))) worst = cell;
  }
  return worst;
}

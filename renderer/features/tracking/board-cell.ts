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

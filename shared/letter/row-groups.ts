import { formatVietnameseNumber } from '../domain/vietnamese-number.ts';
import { agrees, tidySum } from './row-figures.ts';
import { comprises, heads } from './row-outline.ts';
import { isOwn, rowCalled, type RowKind, type TableDesk } from './table-desk.ts';

const orPlain = 'Sửa số, hoặc ghi rõ dòng ấy là dòng thường.';

/** Finds the rows that head others, by their numbers, and those that are parts of the row above; from below upwards. */
export function findGroups(desk: TableDesk): void {
  const { rows, figures, parent } = desk;
  const kids = rows.map((): number[] => []);
  parent.forEach((above, row) => above !== null && kids[above]?.push(row));
  findParts(desk);
  // what a row holds, with the rows under it
  const held = figures.map((own) => own.map(() => 0));
  for (let row = rows.length - 1; row >= 0; row -= 1) {
    const mine = rows[row];
    if (mine?.kind !== 'item') continue;
    const own = figures[row] ?? [];
    const under = (kids[row] ?? []).filter((kid) => rows[kid]?.kind !== 'part');
    const sums = own.map((_, at) => under.reduce((sum, kid) => sum + (held[kid]?.[at] ?? 0), 0));
    const takes = under.length === 0 || isOwn(desk, row) ? headAlone(desk, row) : headOf(desk, row, under, sums);
    if (takes === 'own') for (const below of allUnder(kids, row)) if (rows[below]?.counted) rows[below] = { kind: 'part', counted: false };
    held[row] = own.map((figure, at) => (takes === 'under' ? 0 : (figure ?? 0)) + (takes === 'own' ? 0 : (sums[at] ?? 0)));
  }
}

/** Which figures a row and those under it bring into the sum: its own, theirs, or all of them. */
type Takes = 'own' | 'under' | 'all';

function headAlone(desk: TableDesk, row: number): Takes {
  const { rows, marks, figures, asked } = desk;
  if (!marks[row]?.told) return 'all';
  const filled = (figures[row] ?? []).some((figure) => figure !== null);
  rows[row] = { kind: 'group', counted: filled };
  if (filled) asked.push({ row, message: `${rowCalled(desk, row)} là dòng nhóm mà không có dòng nào thuộc nó; số của nó được cộng vào tổng.` });
  return 'all';
}

function headOf(desk: TableDesk, row: number, under: readonly number[], sums: readonly number[]): Takes {
  const { rows, columns, marks, figures, wrong, asked } = desk;
  const own = figures[row] ?? [];
  const [mark, below] = [marks[row], marks[under[0] ?? -1]];
  if (!mark || !below) return 'all';
  const set = (kind: RowKind, counted: boolean): void => void (rows[row] = { kind, counted });
  const unfit = own.flatMap((figure, at) => (figure !== null && agrees(figure, sums[at] ?? 0, under.length) === null ? [at] : []));
  const missing = own.some((figure, at) => figure === null && (sums[at] ?? 0) !== 0);
  const differs = unfit.map((at) => `cột «${columns[at]?.header ?? ''}» ghi ${formatVietnameseNumber(own[at] ?? 0)}, các dòng thuộc nó cộng được ${formatVietnameseNumber(tidySum(sums[at] ?? 0))}`).join('; ');
  if (heads(mark, below)) {
    set('group', false);
    if (unfit.length > 0) wrong.push({ row, message: `${rowCalled(desk, row)}: ${differs}. ${orPlain}` });
    return 'under';
  }
  if (own.every((figure) => figure === null)) return 'all';
  if (unfit.length === 0 && missing) {
    set('group', false);
    return 'under';
  }
  if (unfit.length === 0) return 'own';
  if (comprises(mark, below) && !missing) {
    wrong.push({ row, message: `${rowCalled(desk, row)}: ${differs}. ${orPlain}` });
    return 'own';
  }
  const detail = below.kind === 'dash' || below.kind === 'plus' || below.kind === 'point' || below.kind === 'dotted';
  if (!detail && below.kind !== 'blank') return 'all';
  set('unsure', true);
  if (detail && !missing) {
    asked.push({ row, message: `${rowCalled(desk, row)} có các dòng chi tiết ở dưới mà ${differs}; tổng của bảng chỉ lấy dòng này. Nếu các dòng dưới là số riêng, bỏ gạch đầu dòng; nếu là một phần, ghi «Trong đó».` });
    return 'own';
  }
  asked.push({ row, message: `${rowCalled(desk, row)} có thể là dòng nhóm của các dòng dưới, nhưng ${differs}; mọi dòng đang được cộng vào tổng. Ghi rõ dòng này là dòng nhóm hay dòng thường.` });
  return 'all';
}

function allUnder(kids: readonly (readonly number[])[], row: number): number[] {
  const found: number[] = [];
  const open = [...(kids[row] ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(next);
    open.push(...(kids[next] ?? []));
  }
  return found;
}

/** «Trong đó» and the rows that go on with it: figures the row above already holds. */
function findParts(desk: TableDesk): void {
  const { rows, words, marks, figures, asked } = desk;
  let whole: number | null = null;
  let going: 'no' | 'same' | 'dashes' = 'no';
  const isEmpty = (row: number): boolean => (figures[row] ?? []).every((figure) => figure === null);
  rows.forEach((row, at) => {
    if (row.kind !== 'item' || isOwn(desk, at)) return void (going = 'no');
    const kind = marks[at]?.kind ?? 'plain';
    const dashed = kind === 'dash' || kind === 'plus' || kind === 'point';
    const opens = words[at] === 'part' && whole !== null;
    if (!opens && !(going === 'same' && dashed && kind === marks[at - 1]?.kind) && !(going === 'dashes' && dashed)) {
      going = 'no';
      whole = at;
      return;
    }
    if (opens) going = dashed ? 'same' : 'dashes';
    rows[at] = { kind: 'part', counted: false };
    if (opens && !dashed && isEmpty(at) && rows[at + 1]?.kind === 'item' && !/^(?:dash|plus|point)$/.test(marks[at + 1]?.kind ?? '')) {
      asked.push({ row: at, message: `${rowCalled(desk, at)}: các dòng sau nó không có gạch đầu dòng nên không rõ dòng nào là một phần của dòng trên; chúng đang được cộng vào tổng. Thêm gạch đầu dòng cho các dòng là một phần.` });
    }
    const lacks = figures[at]?.some((figure, column) => figure !== null && (figures[whole ?? -1]?.[column] ?? null) === null);
    if (lacks) asked.push({ row: at, message: `${rowCalled(desk, at)} là một phần của dòng trên mà dòng trên không có số; số của dòng này không được cộng vào tổng. Điền số cho dòng trên, hoặc đổi tên dòng này.` });
  });
}

/** A figure that may be the sum of others by chance is no sign of a group; from here on chance is unlikely. */
const tellingFigure = 50;
/** How far down a row is looked at for the rows it may be the sum of. */
const looked = 500;

/**
 * Rows without any number, told by their figures: a row named as several («Khối sở», «Các xã») that is the sum of rows
 * not so named under it heads them; another row that is such a sum is asked about, and counts as its own.
 */
export function findLooseGroups(desk: TableDesk): void {
  const { rows, words, marks, parent, figures, columns, asked } = desk;
  if (columns.length === 0) return;
  const free = (row: number): boolean => rows[row]?.kind === 'item' && rows[row].counted && marks[row]?.kind === 'plain' && !isOwn(desk, row);
  const several = (row: number): boolean => words[row] === 'group';
  const named = rows.flatMap((_, row) => (free(row) && several(row) ? [row] : []));
  const tiles = tilesOf(desk, free);
  for (const row of tiles) rows[row] = { kind: 'group', counted: false };
  if (tiles[0] !== undefined && !tiles.every(several)) {
    asked.push({ row: tiles[0], message: `${rowCalled(desk, tiles[0])} và ${tiles.length - 1} dòng nữa bằng đúng tổng các dòng dưới nên được hiểu là dòng nhóm, không cộng thêm vào tổng. Nếu không phải, ghi rõ đó là dòng thường.` });
  }
  for (let row = 0; row < rows.length; row += 1) {
    const own = figures[row] ?? [];
    if (!free(row) || own.every((figure) => figure === null || figure === 0)) continue;
    const end = lastOfSum(desk, row, (below) => free(below) && parent[below] === parent[row] && !(several(row) && several(below)));
    const again = end !== null && lastOfSum(desk, end + 1, free) !== null;
    const big = again || own.some((figure) => Math.abs(figure ?? 0) >= tellingFigure) || own.filter((figure) => Math.abs(figure ?? 0) >= 10).length > 1;
    if (end !== null && several(row)) {
      rows[row] = { kind: 'group', counted: false };
      row = end;
    } else if (end !== null && big) {
      rows[row] = { kind: 'unsure', counted: true };
      asked.push({ row, message: `${rowCalled(desk, row)} bằng đúng tổng các dòng ${row + 2} đến ${end + 1} nên có thể là dòng nhóm; đang được cộng thêm vào tổng. Ghi rõ dòng này là dòng nhóm hay dòng thường.` });
    } else if (several(row) && named[0] === 0 && named.length > 1 && free(row + 1) && !several(row + 1)) {
      rows[row] = { kind: 'unsure', counted: true };
      asked.push({ row, message: `${rowCalled(desk, row)} có thể là dòng nhóm nhưng số của nó không bằng tổng các dòng dưới; đang được cộng thêm vào tổng. Ghi rõ dòng này là dòng nhóm hay dòng thường.` });
    }
  }
  askLastRow(desk, free);
}

/**
 * The heads of a table that falls without rest into two groups or more, each a row and the rows under it that make every
 * figure of it («Huyện A» over its xã): that is no chance. None where a row is left over.
 */
function tilesOf(desk: TableDesk, free: (row: number) => boolean): number[] {
  const { rows, figures, isSum } = desk;
  const heads: number[] = [];
  for (let row = 0; row < rows.length; row += 1) {
    if (isSum[row] || rows[row]?.kind === 'aside') continue;
    const filled = figures[row]?.some((figure) => figure !== null && figure !== 0) ?? false;
    const end = free(row) && filled ? lastOfSum(desk, row, free) : null;
    // small figures fit by chance
    if (end === null || !figures[row]?.some((figure) => Math.abs(figure ?? 0) >= 10)) return [];
    heads.push(row);
    row = end;
  }
  return heads.length > 1 ? heads : [];
}

/** The last of at least two rows directly under `row` that together make every figure of it; null when there is none. */
function lastOfSum({ figures, rows }: TableDesk, row: number, isUnder: (row: number) => boolean): number | null {
  const own = figures[row] ?? [];
  const sums = own.map(() => 0);
  let grows = true;
  for (let below = row + 1; below < Math.min(rows.length, row + looked) && isUnder(below); below += 1) {
    figures[below]?.forEach((figure, at) => {
      sums[at] = (sums[at] ?? 0) + (figure ?? 0);
      grows &&= (figure ?? 0) >= 0;
    });
    // sums that only grow do not come back
    if (grows && own.some((figure, at) => figure !== null && (sums[at] ?? 0) > figure + 1e-6 * Math.max(1, Math.abs(figure)))) return null;
    if (below > row + 1 && own.every((figure, at) => figure === null || agrees(figure, sums[at] ?? 0, below - row) === 'exactly')) return below;
  }
  return null;
}

/** A last row that is the sum of all before it, whatever it is called («Tỉnh An Bình»). */
function askLastRow(desk: TableDesk, free: (row: number) => boolean): void {
  const { rows, figures, asked } = desk;
  const last = rows.length - 1;
  const own = figures[last] ?? [];
  if (last < 2 || !free(last) || !own.some((figure) => Math.abs(figure ?? 0) >= tellingFigure)) return;
  const sums = own.map((_, at) => rows.slice(0, last).reduce((sum, row, before) => sum + (row.counted ? (figures[before]?.[at] ?? 0) : 0), 0));
  if (!own.every((figure, at) => figure === null || agrees(figure, sums[at] ?? 0, last) === 'exactly')) return;
  rows[last] = { kind: 'unsure', counted: true };
  asked.push({ row: last, message: `${rowCalled(desk, last)} bằng đúng tổng các dòng trên nên có thể là dòng tổng; đang được cộng thêm vào tổng. Nếu là dòng tổng, ghi «Tổng cộng» hoặc bỏ dòng này.` });
}

import { formatVietnameseNumber } from '../domain/vietnamese-number.ts';
import { agrees, tidySum } from './row-figures.ts';
import { stemOf } from './row-words.ts';
import { rowCalled, type TableDesk } from './table-desk.ts';

/** Looks at every typed sum. Answers the rows whose words may mean a sum and whose figures say that they are none. */
export function checkSums(desk: TableDesk, names: ReadonlySet<number>): Set<number> {
  const { rows, words, isSum, wrong, asked } = desk;
  const failed = new Set<number>();
  const sums = rows.some((_, row) => isSum[row]) ? sumsOf(desk) : null;
  rows.forEach((read, row) => {
    const say = (list: typeof wrong, sentence: string): void => void list.push({ row, message: `${rowCalled(desk, row)}${sentence}` });
    if (words[row] === 'running') return say(asked, ' là số lũy kế nên không được cộng vào tổng.');
    if (names.has(row) && read.kind === 'item') {
      rows[row] = { kind: 'unsure', counted: true };
      return say(asked, ' có thể là một dòng cộng, nhưng số của nó không bằng tổng dòng nào; đang được tính vào tổng. Nếu là dòng cộng, ghi «Cộng …» hoặc «Tổng cộng»; nếu không, ghi rõ là dòng thường.');
    }
    const found = isSum[row] && sums ? sums(row) : null;
    if (found === null) return;
    const { unfit, rounded } = found;
    const differs = unfit.map(({ header, typed, sum }) => `cột «${header}» ghi ${formatVietnameseNumber(typed)}, cộng được ${formatVietnameseNumber(tidySum(sum))}`).join('; ');
    if (unfit.length > 0 && words[row] === 'perhaps') return void failed.add(row);
    if (unfit.length > 0 && words[row] === 'summary') return say(asked, ` được hiểu là dòng tổng nên không cộng thêm vào tổng, nhưng ${differs}; kiểm tra lại.`);
    if (unfit.length > 0) return say(wrong, `: số ghi không bằng tổng các dòng (${differs}); tính lại.`);
    if (rounded.length > 0) say(asked, `: số ghi ở cột ${rounded.map((header) => `«${header}»`).join(', ')} lệch tổng các dòng ở phần làm tròn; kiểm tra lại.`);
  });
  askDoubleTotal(desk);
  return failed;
}

/** A typed total at the head or the foot of a table that computes its own. */
function askDoubleTotal(desk: TableDesk): void {
  const { rows, figures, table, asked } = desk;
  if (!table.columns.some(({ kind, total }) => kind === 'number' && total)) return;
  for (const row of new Set([0, rows.length - 1])) {
    if (rows[row]?.kind !== 'total' || !figures[row]?.some((figure) => figure !== null)) continue;
    asked.push({ row, message: `${rowCalled(desk, row)} đã là tổng, mà bảng còn tự cộng thêm một dòng «Tổng cộng»; bỏ một trong hai.` });
  }
}

interface SumOfRow {
  unfit: { header: string; typed: number; sum: number }[];
  /** Heads of columns whose figure is the sum but for rounding. */
  rounded: string[];
}

/** For each typed sum: how it differs from the sum it comes nearest to; null when it has no figure or nothing to add. */
function sumsOf(desk: TableDesk): (row: number) => SumOfRow | null {
  const { rows, columns, figures } = desk;
  const running: number[][] = [columns.map(() => 0)];
  rows.forEach((row, at) => running.push(columns.map((_, column) => (running[at]?.[column] ?? 0) + (row.counted ? (figures[at]?.[column] ?? 0) : 0))));
  const between = (from: number, to: number): number[] => columns.map((_, column) => (running[to]?.[column] ?? 0) - (running[from]?.[column] ?? 0));
  const places = placesOfSums(desk);
  return (row) => {
    const own = figures[row] ?? [];
    if (own.every((figure) => figure === null)) return null;
    const tries = [...places(row).filter(([from, to]) => to > from).map(([from, to]) => ({ sums: between(from, to), addends: to - from })), ...formulaOf(desk, row)];
    const judged = tries.map(({ sums, addends }) => judge(desk, own, sums, addends));
    return judged.reduce<SumOfRow | null>((best, one) => (best === null || one.unfit.length < best.unfit.length || (one.unfit.length === best.unfit.length && one.rounded.length < best.rounded.length) ? one : best), null);
  };
}

function judge({ columns }: TableDesk, own: readonly (number | null)[], sums: readonly number[], addends: number): SumOfRow {
  const result: SumOfRow = { unfit: [], rounded: [] };
  own.forEach((typed, at) => {
    if (typed === null) return;
    const [header, sum] = [columns[at]?.header ?? '', sums[at] ?? 0];
    const how = agrees(typed, sum, addends);
    if (how === null) result.unfit.push({ header, typed, sum });
    else if (how === 'rounded') result.rounded.push(header);
  });
  return result;
}

/**
 * The stretches a sum may be of: from the sum before it, from the sum called alike, from the heads it stands under, from
 * the first row; or, where it stands above its rows, to the next sum or the last row; or the whole table.
 */
function placesOfSums({ rows, isSum, names, parent }: TableDesk): (row: number) => [number, number][] {
  const sums = rows.flatMap((_, row) => (isSum[row] ? [{ row, stem: stemOf(names[row] ?? '') }] : []));
  const before = new Map<number, number[]>();
  const after = new Map<number, number[]>();
  const nearest = (ordered: typeof sums, kept: Map<number, number[]>): void => {
    const alike = new Map<string, number>();
    let last: number | undefined;
    for (const { row, stem } of ordered) {
      kept.set(row, [last, alike.get(stem)].filter((one) => one !== undefined));
      alike.set(stem, row);
      last = row;
    }
  };
  nearest(sums, before);
  nearest(sums.toReversed(), after);
  return (row) => {
    let above = row - 1;
    while (above >= 0 && (isSum[above] || rows[above]?.kind === 'aside')) above -= 1;
    const heads = above >= 0 && rows[above]?.kind === 'group' ? [above] : [];
    for (let head = parent[above] ?? null; head !== null; head = parent[head] ?? null) heads.push(head);
    const starts = [...(before.get(row) ?? []), ...heads].map((start) => start + 1);
    // where none fits, the first is the one that is said: a total is of everything above it
    const from0 = rows[row]?.kind === 'total' ? [0, ...starts] : [...starts, 0];
    return [...from0.map((from): [number, number] => [from, row]), ...[...(after.get(row) ?? []), rows.length].map((to): [number, number] => [row + 1, to]), [0, rows.length]];
  };
}

const reference = /[+\-–]|(?<!\p{L})(?:[IVX]+|[A-HĐ]|\d{1,3}(?:\.\d{1,3})*)(?!\p{L})/gu;

/** The sum its own name says: «Tổng (I + II)», «Chênh lệch (A - B)», by the figures of the rows so numbered. */
function formulaOf({ names, marks, figures, columns }: TableDesk, row: number): { sums: number[]; addends: number }[] {
  const said = /(?:\(|\s)((?:[IVX]+|[A-HĐ]|\d{1,3}(?:\.\d{1,3})*)(?:\s*[+–-]\s*(?:[IVX]+|[A-HĐ]|\d{1,3}(?:\.\d{1,3})*))+)\s*\)?\s*[:.]*$/u.exec(names[row] ?? '')?.[1];
  if (said === undefined) return [];
  let sign = 1;
  const sums = columns.map(() => 0);
  let addends = 0;
  for (const [token] of said.matchAll(reference)) {
    if (token === '+') sign = 1;
    else if (token === '-' || token === '–') sign = -1;
    else {
      const named = marks.findIndex(({ text }) => text === token);
      if (named < 0) return [];
      addends += 1;
      columns.forEach((_, at) => (sums[at] = (sums[at] ?? 0) + sign * (figures[named]?.[at] ?? 0)));
    }
  }
  return [{ sums, addends }];
}

import type { PageGeometry } from './layout-model.ts';
import { textWidthOf } from './page-geometry.ts';
import { mmPerPt } from './text-width.ts';

/** A row of a sheet as far as pages are concerned; `keepWithNext`: the next one must stand on its page. */
export interface PagedRow {
  heightPt: number;
  keepWithNext?: boolean | undefined;
}

export interface PagedSheet {
  page: PageGeometry;
  widthsMm: readonly number[];
  pagesWide: number;
  repeatedColumns: number;
  /** Height of what stands above the head of the table, on the first page only. */
  linesPt: number;
  /** Height of the head, which stands on every page. */
  headPt: number;
  rows: readonly PagedRow[];
}

/** What other programs and printers may need more than this program measures. */
const slack = 0.94;

/**
 * After which rows (from 0) a page of the printed sheet ends. A sheet has no rows that keep together, so where some must,
 * every page is ended by hand, a little before it is full; none where all fits on one page or no row keeps with another.
 */
export function sheetBreaks({ page, widthsMm, pagesWide, repeatedColumns, linesPt, headPt, rows }: PagedSheet): number[] {
  if (!rows.some(({ keepWithNext }) => keepWithNext)) return [];
  const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0);
  const width = sum(widthsMm) + (pagesWide - 1) * sum(widthsMm.slice(0, repeatedColumns));
  const scale = Math.min(1, (pagesWide * textWidthOf(page)) / width);
  const capacityPt = ((page.heightMm - page.topMm - page.bottomMm) / mmPerPt / scale) * slack;
  const breaks: number[] = [];
  let usedPt = linesPt + headPt;
  let onPage = 0;
  for (let at = 0; at < rows.length; ) {
    const end = endOfChain(rows, at);
    const wholePt = rows.slice(at, end).reduce((all, { heightPt }) => all + heightPt, 0);
    // rows that no page holds together go on as they come
    const next = headPt + wholePt <= capacityPt ? end : at + 1;
    const heightPt = next === end ? wholePt : (rows[at]?.heightPt ?? 0);
    if (onPage > 0 && usedPt + heightPt > capacityPt) {
      breaks.push(at - 1);
      usedPt = headPt;
      onPage = 0;
    }
    usedPt += heightPt;
    onPage += next - at;
    at = next;
  }
  return breaks;
}

function endOfChain(rows: readonly PagedRow[], from: number): number {
  let end = from + 1;
  while (rows[end - 1]?.keepWithNext && end < rows.length) end += 1;
  return end;
}

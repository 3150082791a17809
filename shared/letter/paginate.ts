import type { Block, Columns, LetterLayout, Paragraph, Section, Table, TableCell } from './layout-model.ts';
import { makeParagraph } from './make-paragraph.ts';
import { textWidthOf } from './page-geometry.ts';
import type { PaperLine, PaperPage } from './paper-page.ts';
import { putMarks, setParagraph, setRule, type Marks, type SetBlock } from './set-lines.ts';
import { cellBoxes, setColumnsRow, setStack, setTableRow, type SetRow } from './set-rows.ts';

/** The fewest lines of a paragraph that stand together before or after a page break. */
const together = 2;
/** More rows than these are no neighbours. */
const mostTogether = 50;

/** The layout as sheets of paper: what the preview draws as it is and the printer prints. Every length is mm. */
export function paginate(layout: LetterLayout): PaperPage[] {
  return layout.sections.flatMap(paginateSection);
}

/** The sheet being filled and how far. */
interface Desk {
  section: Section;
  pages: PaperPage[];
  page: PaperPage;
  /** Where the next mark goes. */
  yMm: number;
  /** The lower edge of the text area of this page. */
  endMm: number;
  /** Whether nothing stands on the page yet. */
  empty: boolean;
}

function paginateSection(section: Section): PaperPage[] {
  const desk: Desk = { section, pages: [], page: blankPage(section, 1), yMm: section.page.topMm, endMm: 0, empty: true };
  turn(desk);
  section.blocks.forEach((block, at) => {
    const next = () => firstPartMm(section, at + 1);
    switch (block.kind) {
      case 'paragraph':
        return placeParagraph(desk, block, block.keepWithNext ? next : () => 0);
      case 'rule':
        return placeWhole(desk, setRule(block, section.page.leftMm, textWidthOf(section.page)), next());
      case 'columns':
        return placeColumns(desk, block);
      case 'table':
        return placeTable(desk, block);
    }
  });
  return desk.pages;
}

const blankPage = ({ page, kind, ordinal }: Section, pageNumber: number): PaperPage => ({ widthMm: page.widthMm, heightMm: page.heightMm, section: { kind, ordinal }, pageNumber, lines: [], rules: [], boxes: [] });

/** Puts a fresh sheet on the desk, with its number from page 2 on, or the foot of page 1. */
function turn(desk: Desk): void {
  const { section, pages } = desk;
  const { page } = section;
  desk.page = blankPage(section, pages.length + 1);
  pages.push(desk.page);
  desk.yMm = page.topMm;
  desk.endMm = page.heightMm - page.bottomMm;
  desk.empty = true;
  if (pages.length > 1) {
    const number = makeParagraph('page', 'center', [{ text: String(pages.length), sizePt: page.pageNumberPt }]);
    putMarks(desk.page, setParagraph(number, page.leftMm, textWidthOf(page)), page.headerMm);
  } else if (section.firstPageFoot.length > 0) {
    const foot = setStack(section.firstPageFoot, page.leftMm, textWidthOf(page));
    const top = page.heightMm - page.footerMm - foot.heightMm;
    putMarks(desk.page, foot, top);
    desk.endMm = Math.min(desk.endMm, top);
  }
}

const roomMm = (desk: Desk): number => desk.endMm - desk.yMm;
const sheetMm = ({ section: { page } }: Desk): number => page.heightMm - page.topMm - page.bottomMm;
// sums of many heights differ by rounding
const fits = (heightMm: number, roomLeftMm: number): boolean => heightMm <= roomLeftMm + 0.01;

function put(desk: Desk, marks: Marks, heightMm: number): void {
  putMarks(desk.page, marks, desk.yMm);
  desk.yMm += heightMm;
  desk.empty = false;
}

/** The height that has to stand on the page of what comes before: a first line or two, a first row with its head. */
function firstPartMm(section: Section, at: number): number {
  const block: Block | undefined = section.blocks[at];
  const { page } = section;
  switch (block?.kind) {
    case 'paragraph': {
      const set = setParagraph(block, page.leftMm, textWidthOf(page));
      const lines = set.lines.length <= together + 1 ? set.lines : set.lines.slice(0, together);
      const ownMm = set.beforeMm + lines.reduce((sum, line) => sum + line.heightMm, 0);
      return block.keepWithNext && lines.length === set.lines.length ? ownMm + set.afterMm + firstPartMm(section, at + 1) : ownMm;
    }
    case 'rule': {
      const set = setRule(block, page.leftMm, textWidthOf(page));
      return set.beforeMm + set.heightMm + set.afterMm + firstPartMm(section, at + 1);
    }
    case 'columns':
      return block.rows[0] ? setColumnsRow(block, block.rows[0], page.leftMm).heightMm : 0;
    case 'table':
      return [block.head, ...block.rows.slice(0, 1)].reduce((sum, row) => sum + setTableRow(block, row, page.leftMm).heightMm, 0);
    default:
      return 0;
  }
}

/** Space before a block counts for nothing at the top of a page that a page break opened. */
const beforeHere = (desk: Desk, beforeMm: number): number => (desk.empty && desk.pages.length > 1 ? 0 : beforeMm);

function placeWhole(desk: Desk, set: SetBlock, followingMm: number): void {
  const neededMm = beforeHere(desk, set.beforeMm) + set.heightMm + set.afterMm + followingMm;
  if (!fits(neededMm, roomMm(desk)) && !desk.empty && fits(neededMm, sheetMm(desk))) turn(desk);
  desk.yMm += beforeHere(desk, set.beforeMm);
  put(desk, set, set.heightMm + set.afterMm);
}

function placeParagraph(desk: Desk, paragraph: Paragraph, followingMm: () => number): void {
  const { page } = desk.section;
  const set = setParagraph(paragraph, page.leftMm, textWidthOf(page));
  const { lines } = set;
  const tailMm = followingMm();
  if (paragraph.frame) return placeWhole(desk, set, tailMm);
  let done = 0;
  while (done < lines.length) {
    const before = done === 0 ? beforeHere(desk, set.beforeMm) : 0;
    const heights = lines.slice(done).map((line) => line.heightMm);
    const count = linesHere(desk, { heights, lineSpacing: paragraph.lineSpacing, first: done === 0 }, before, tailMm === 0 ? 0 : tailMm + set.afterMm);
    if (count === 0) {
      turn(desk);
      continue;
    }
    const part = lines.slice(done, done + count);
    const topMm = part[0]?.topMm ?? 0;
    desk.yMm += before;
    const heightMm = part.reduce((sum, line) => sum + line.heightMm, 0);
    putMarks(desk.page, { lines: part, rules: [], boxes: [] }, desk.yMm - topMm);
    desk.yMm += heightMm;
    desk.empty = false;
    done += count;
    if (done < lines.length) turn(desk);
  }
  desk.yMm += set.afterMm;
}

/** How many of a paragraph's lines stand on this page: no line is left alone, the last ones go with what follows. */
function linesHere(desk: Desk, { heights, lineSpacing, first }: { heights: number[]; lineSpacing: number; first: boolean }, beforeMm: number, tailMm: number): number {
  const room = roomMm(desk) - beforeMm;
  let used = 0;
  let fitting = 0;
  // what the last line has beyond single spacing may hang into the margin
  while (fitting < heights.length && fits(used + (heights[fitting] ?? 0) / lineSpacing, room)) {
    used += heights[fitting] ?? 0;
    fitting += 1;
  }
  const lastMm = heights.slice(-together).reduce((sum, height) => sum + height, 0);
  if (fitting === heights.length) {
    const keeps = tailMm === 0 || fits(used + tailMm, room) || !fits(lastMm + tailMm, sheetMm(desk));
    if (keeps) return fitting;
  }
  let count = Math.min(fitting, heights.length - together);
  if (first && count < together) count = 0;
  if (count > 0) return count;
  return desk.empty ? Math.max(1, fitting) : 0;
}

function placeColumns(desk: Desk, columns: Columns): void {
  for (const row of columns.rows) placeRow(desk, setColumnsRow(columns, row, desk.section.page.leftMm), 0, () => {});
}

function placeTable(desk: Desk, table: Table): void {
  const left = desk.section.page.leftMm;
  const headMm = setTableRow(table, table.head, left).heightMm;
  const placeHead = (): void => {
    const head = setTableRow(table, table.head, left);
    put(desk, { ...head, boxes: cellBoxes(head, 0, head.heightMm) }, head.heightMm);
  };
  const rows = table.total ? [...table.rows, table.total] : table.rows;
  const first = rows[0] ? setTableRow(table, rows[0], left).heightMm : 0;
  if (!fits(headMm + first, roomMm(desk)) && !desk.empty) turn(desk);
  placeHead();
  rows.forEach((row, at) => {
    const set = setTableRow(table, row, left);
    // a total never stands alone on a page, a head never at its foot: they go with their neighbours
    const bothMm = set.heightMm + (table.together[at - 1] ? 0 : followingRowsMm(table, rows, at));
    if (bothMm > set.heightMm && !fits(bothMm, roomMm(desk)) && fits(bothMm, sheetMm(desk) - headMm) && fits(set.heightMm, roomMm(desk))) {
      turn(desk);
      placeHead();
    }
    placeRow(desk, set, headMm, placeHead);
  });
}

/** The height of the rows that must stand on the page of a row. */
function followingRowsMm(table: Table, rows: readonly TableCell[][], at: number): number {
  let heightMm = 0;
  for (let row = at; table.together[row] && row + 1 < rows.length && row < at + mostTogether; row += 1) heightMm += setTableRow(table, rows[row + 1] ?? [], 0).heightMm;
  return heightMm;
}

/** A row whole on a page; one that no page holds goes on over as many as it takes. */
function placeRow(desk: Desk, row: SetRow, headMm: number, placeHead: () => void): void {
  if (!fits(row.heightMm, roomMm(desk)) && fits(row.heightMm, sheetMm(desk) - headMm)) {
    turn(desk);
    placeHead();
  }
  if (fits(row.heightMm, roomMm(desk))) return put(desk, { ...row, boxes: [...row.boxes, ...cellBoxes(row, 0, row.heightMm)] }, row.heightMm);
  for (const { lines, fromMm, toMm } of slices(desk, row, placeHead)) {
    const inside = (topMm: number): boolean => topMm >= fromMm - 0.001 && topMm < toMm - 0.001;
    const part = {
      lines,
      rules: row.rules.filter((rule) => inside(rule.yMm)),
      boxes: [...row.boxes.filter((box) => inside(box.yMm)), ...cellBoxes(row, fromMm, toMm - fromMm)],
    };
    putMarks(desk.page, part, desk.yMm - fromMm);
    desk.yMm += toMm - fromMm;
    desk.empty = false;
  }
}

/** The stretches of a row's height that fall on one page after the other; the desk turns the page between them. */
function* slices(desk: Desk, row: SetRow, placeHead: () => void): Generator<{ lines: PaperLine[]; fromMm: number; toMm: number }> {
  const lines = [...row.lines].sort((a, b) => a.topMm - b.topMm);
  let fromMm = 0;
  let at = 0;
  let turned = false;
  while (at < lines.length) {
    const limitMm = fromMm + roomMm(desk);
    let next = at;
    for (let line = lines[next]; line && fits(line.topMm + line.heightMm, limitMm); line = lines[next]) next += 1;
    // a line higher than a page stands on one all the same
    if (next === at && turned) next += 1;
    if (next > at) {
      const toMm = lines[next]?.topMm ?? row.heightMm;
      yield { lines: lines.slice(at, next), fromMm, toMm };
      fromMm = toMm;
      at = next;
    }
    if (at < lines.length) {
      turn(desk);
      placeHead();
      turned = true;
    }
  }
}

import { PDFArray, PDFDict, PDFName, PDFNumber, PDFPageLeaf, PDFRef, type PDFContext, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';

/** Most pages of a file that is stamped: beyond the thickest bound volume that comes in. */
const mostPages = 20_000;
/** Most steps from the root of the page tree to a page. */
const mostLevels = 200;

export interface FoundPage {
  leaf: PDFPageLeaf;
  /** How many pages the file has. */
  count: number;
}

const unfit = (why: string): Refusal => new Refusal('FILE_UNREADABLE', `${why} nên không đóng dấu được. In lại tệp thành PDF mới hoặc quét lại bản giấy, hoặc in tờ dấu «ĐẾN» rời rồi đóng lên bản giấy.`);

/**
 * Walks the page tree once, each of its branches at most once, and answers the page asked for (from 1). Refused when a
 * branch stands in the tree twice (such a tree has more pages than can be counted), when the tree is too deep or too
 * large, when nothing in it is a page, and when there is no such page.
 */
export function findPdfPage(document: PDFDocument, pageNumber: number): FoundPage {
  const { context } = document;
  const seen = new Set<PDFObject>();
  const times = new Map<PDFObject, number>();
  let leaf: PDFPageLeaf | null = null;
  let count = 0;
  const root = document.catalog.get(PDFName.of('Pages'));
  const open: { node: PDFObject | undefined; level: number }[] = [{ node: root, level: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const node = resolved(context, next.node);
    if (!(node instanceof PDFDict)) continue;
    const kids = resolved(context, node.get(PDFName.of('Kids')));
    if (kids === undefined && node instanceof PDFPageLeaf) {
      count += 1;
      times.set(node, (times.get(node) ?? 0) + 1);
      if (count === pageNumber) leaf = node;
      if (count > mostPages) throw unfit(`Tệp PDF có hơn ${formatVietnameseNumber(mostPages)} trang`);
      continue;
    }
    if (!(kids instanceof PDFArray)) continue;
    if (seen.has(node)) throw unfit('Cây trang của tệp PDF lặp lại chính nó');
    seen.add(node);
    if (next.level >= mostLevels || seen.size > mostPages || kids.size() > mostPages) throw unfit('Cây trang của tệp PDF quá sâu hoặc quá rộng');
    // the last one first, so that pages are met in their order
    for (let at = kids.size() - 1; at >= 0; at -= 1) open.push({ node: kids.get(at), level: next.level + 1 });
  }
  if (count === 0) throw unfit('Tệp PDF không có trang nào đọc được');
  if (!leaf) throw new Refusal('INPUT_INVALID', `Tệp PDF có ${formatVietnameseNumber(count)} trang, không có trang ${formatVietnameseNumber(pageNumber)}.`, { problems: [{ field: 'page', message: `Tệp có ${formatVietnameseNumber(count)} trang.` }] });
  if ((times.get(leaf) ?? 0) > 1) throw unfit(`Trang ${formatVietnameseNumber(pageNumber)} của tệp PDF được dùng lại ở chỗ khác`);
  return { leaf, count };
}

/** Longest side of a page that PDF knows, in its own units, with room for older writers. */
const largestSide = 1_000_000;

/** Where a page lies, in its own units. */
export interface PageShape {
  x: number;
  y: number;
  width: number;
  height: number;
  turn: 0 | 90 | 180 | 270;
  /** Points of one unit of the page (PDF 1.6): large plans are drawn in larger ones. */
  unit: number;
}

/** What is seen of a page: its crop box as far as it lies on the paper. Refused when the page does not say how large it is, or lies askew. */
export function shapeOfPage(leaf: PDFPageLeaf): PageShape {
  const { context } = leaf;
  const paper = boxOf(context, inherited(leaf, 'MediaBox'));
  if (!paper) throw unfit('Trang của tệp PDF không ghi khổ giấy');
  const cut = boxOf(context, inherited(leaf, 'CropBox')) ?? paper;
  const left = Math.max(paper.left, cut.left);
  const bottom = Math.max(paper.bottom, cut.bottom);
  const right = Math.min(paper.right, cut.right);
  const top = Math.min(paper.top, cut.top);
  const seen = right > left && top > bottom ? { x: left, y: bottom, width: right - left, height: top - bottom } : { x: paper.left, y: paper.bottom, width: paper.right - paper.left, height: paper.top - paper.bottom };
  const angle = numberIn(inherited(leaf, 'Rotate')) ?? 0;
  const turn = ((angle % 360) + 360) % 360;
  if (turn !== 0 && turn !== 90 && turn !== 180 && turn !== 270) throw unfit('Trang của tệp PDF xoay lệch, không theo góc vuông');
  const unit = numberIn(resolved(context, leaf.get(PDFName.of('UserUnit')))) ?? 1;
  if (!(unit > 0 && unit <= largestSide)) throw unfit('Trang của tệp PDF ghi đơn vị đo không có thật');
  return { ...seen, turn, unit };
}

/** Refuses a page whose content or resources are not of their kind: nothing can be added to it. */
export function refuseUnfitPage(leaf: PDFPageLeaf): void {
  const { context } = leaf;
  const resources = inherited(leaf, 'Resources');
  const fonts = resources instanceof PDFDict ? resolved(context, resources.get(PDFName.of('Font'))) : undefined;
  const drawable = (resources === undefined || resources instanceof PDFDict) && (fonts === undefined || fonts instanceof PDFDict);
  if (!drawable) throw unfit('Trang của tệp PDF ghi tài nguyên sai dạng');
}

/** What an entry stands for, through references that lead to references; undefined for what is not there. */
function resolved(context: PDFContext, given: PDFObject | undefined): PDFObject | undefined {
  let found = given;
  for (let turn = 0; found instanceof PDFRef; turn += 1) {
    if (turn > 20) return undefined;
    found = context.lookup(found);
  }
  return found;
}

/** An entry of the page, or of the nearest branch above that has it. */
function inherited(leaf: PDFPageLeaf, name: string): PDFObject | undefined {
  const { context } = leaf;
  let node: PDFDict = leaf;
  for (let level = 0; level <= mostLevels; level += 1) {
    const found = resolved(context, node.get(PDFName.of(name)));
    if (found !== undefined) return found;
    const parent = resolved(context, node.get(PDFName.of('Parent')));
    if (!(parent instanceof PDFDict)) return undefined;
    node = parent;
  }
  throw unfit('Cây trang của tệp PDF lặp lại chính nó');
}

/** The corners of a box, whichever of them are written. */
function boxOf(context: PDFContext, box: PDFObject | undefined): { left: number; bottom: number; right: number; top: number } | null {
  if (!(box instanceof PDFArray) || box.size() !== 4) return null;
  const [one, two, three, four] = [0, 1, 2, 3].map((at) => numberIn(resolved(context, box.get(at))));
  if (one === undefined || two === undefined || three === undefined || four === undefined) return null;
  const corners = { left: Math.min(one, three), bottom: Math.min(two, four), right: Math.max(one, three), top: Math.max(two, four) };
  const sound = Object.values(corners).every((side) => Math.abs(side) <= largestSide);
  return sound && corners.right > corners.left && corners.top > corners.bottom ? corners : null;
}

const numberIn = (object: PDFObject | undefined): number | undefined => {
  const value = object instanceof PDFNumber ? object.asNumber() : undefined;
  return value !== undefined && Number.isFinite(value) ? value : undefined;
};

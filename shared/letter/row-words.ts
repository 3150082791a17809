import type { AppendixColumn, Cell } from './letter.ts';

/**
 * What the words that name a row say of it, before any figure is looked at.
 * `total`, `subtotal`: a sum; `summary`: a place that holds all the others («Toàn tỉnh»), a sum when its figures are one;
 * `running`: a sum from an earlier day («Lũy kế»); `average`: no addend; `part`: a part of the row above («Trong đó»);
 * `perhaps`: a sum or a name, the figures decide; `group`: the name of several («Khối sở», «Các xã»).
 */
export type RowWord = 'total' | 'subtotal' | 'summary' | 'running' | 'average' | 'part' | 'perhaps' | 'group';

const sumWords = '(?:tổng\\s+cộng|tổng\\s+số|tổng|cộng)';
/** What a sum may be of: «Cộng mục I», «Tổng các mục», «Tổng cộng (I + II)», «Cộng trang 2». */
const sumOf =
  '(?:mục|tiểu\\s+mục|nhóm|phần|khối|chương|loại|trang|đợt|tháng|quý|toàn|chung|riêng|chi\\s+tiết|các|của|cả|hai|ba|bốn|[IVX]+(?!\\p{L})|[A-Ha-h](?!\\p{L})|\\d|\\()';
const forms: readonly [RowWord, RegExp][] = [
  ['running', new RegExp(`^(?:${sumWords}\\s+)?(?:l[ũu]y\\s+kế|lu[ỹy]\\s+kế|dồn|từ\\s+đầu\\s+năm)(?!\\p{L})`, 'iu')],
  ['total', new RegExp(`^(?:tổng\\s+cộng|tổng\\s+số|tổng)\\s*[:.]*$`, 'iu')],
  ['subtotal', /^cộng\s*[:.]*$/iu],
  ['total', new RegExp(`^(?:tổng\\s+cộng|tổng\\s+số|tổng)\\s*(?:[:(]|${sumOf}).*(?:toàn|chung|\\+)`, 'iu')],
  ['total', /^tổng\s+(?:cộng\s+)?(?:của\s+)?các\s+(?:mục|phần|khoản|nhóm|khối)/iu],
  ['subtotal', new RegExp(`^${sumWords}\\s*(?:[:(]|${sumOf}).*$`, 'iu')],
  [
    'summary',
    /^(?:(?:tính\s+)?chung\s+)?(?:toàn|cả)\s+(?:tỉnh|thành\s+phố|nước|quốc|huyện|quận|thị\s+xã|xã|phường|ngành|khối|vùng|khu\s+vực|năm|quý|kỳ|trường|sở|cơ\s+quan|đơn\s+vị|hệ\s+thống)(?:\s+\p{Lu}[\p{L}\s]*|\s+\d{4})?\s*(?:\(.*\))?\s*[:.]*$/iu,
  ],
  ['summary', /^tính\s+chung(?!\p{L})/iu],
  ['average', /^(?:bình\s+quân|trung\s+bình\s+(?:chung|cộng))(?!\p{L})/iu],
  ['part', /^trong\s+đó(?!\p{L})/iu],
];
const names = /^(?:cộng\s+(?:đồng|tác|hòa|hoà|sản|hưởng|sinh|trừ)|tổng\s+(?:cục|công\s+ty|đài|kho|hội|đội|liên\s+đoàn|lãnh\s+sự|thanh\s+tra|thư\s+ký|giám\s+đốc|biên\s+tập|hợp|kết|duyệt|vệ\s+sinh|bí\s+thư))(?!\p{L})/iu;
const perhaps = /^(?:tổng(?!\p{L})|cộng(?!\p{L})|(?:số\s+)?(?:trang\s+trước|kỳ\s+trước|năm\s+trước)?\s*(?:mang|chuyển)\s+sang(?!\p{L}))/iu;
const severalOf = /^(?:khối|nhóm|các|cấp|cụm|tuyến|lĩnh\s+vực)\s+\p{L}/iu;

/** The name of a row without the stars, dashes and the number before it. */
export const bareLabel = (label: string): string =>
  label
    .normalize('NFC')
    .replaceAll('*', '')
    .replace(/^[-–—•+\s]+/u, '')
    .replace(/^(?:[IVX]+|[A-HĐ]|\d{1,3}(?:\.\d{1,3})*)\s*[.)/:-]\s*/u, '')
    .trim();

/** What a row's name says; null when it says nothing. */
export function wordOf(label: string): RowWord | null {
  const bare = bareLabel(label);
  if (names.test(bare)) return null;
  const known = forms.find(([, form]) => form.test(bare));
  if (known) return known[0];
  if (perhaps.test(bare)) return 'perhaps';
  return severalOf.test(bare) ? 'group' : null;
}

/** Which of the row's cells name it: the texts of its first text columns, without the ordinal typed before them. */
export function labelsOf(columns: readonly AppendixColumn[], cells: readonly Cell[]): string[] {
  const cellColumns = columns.filter(({ kind }) => kind !== 'ordinal');
  return cells
    .filter((cell, at): cell is string => typeof cell === 'string' && cellColumns[at]?.kind === 'text' && cell.trim() !== '')
    .slice(0, 2)
    .map((text) => text.trim());
}

/** What the words that name a row say; the first of its names that says something. */
export function rowWord(columns: readonly AppendixColumn[], cells: readonly Cell[]): RowWord | null {
  const words = labelsOf(columns, cells).map(wordOf);
  return words.find((word) => word !== null && word !== 'group') ?? words.find((word) => word !== null) ?? null;
}

/** What a row is called but for its number: «Cộng mục I» and «Cộng mục II» are called alike. */
export const stemOf = (name: string): string => bareLabel(name).toLowerCase().replace(/(?<!\p{L})[ivx]+(?!\p{L})|(?<!\p{L})[a-zđ](?!\p{L})|\d+/giu, '#').replace(/\s+/g, ' ');

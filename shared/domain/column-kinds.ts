import { readVietnameseNumber } from './vietnamese-number.ts';
import { foldVietnamese } from './vietnamese-text.ts';

/** What a column of a table copied from elsewhere holds; `total` when its figures mean something added up. */
export interface RecognisedColumn {
  header: string;
  kind: 'ordinal' | 'text' | 'number';
  total?: true;
}

/** Signs and words that stand in a cell which says nothing. */
const nothing = /^(?:[-–—.…x/\\]*|không(?: có)?|chưa có)$/iu;
export const saysNothing = (text: string): boolean => nothing.test(text.trim());

/** A figure in whatever way it is grouped; a dot or comma used both ways is still one. A leading zero makes it a code. */
const figure = /^-?(?:[1-9]\d{0,2}(?:[.,]\d{3})+(?:[.,]\d{1,6})?|(?:0|[1-9]\d*)(?:[.,]\d{1,6})?)$/;
export const isFigure = (text: string): boolean => figure.test(text.replace(/[\s\u00A0]/g, ''));

const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text.trim());
const isDay = (text: string): boolean => /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(text.trim());
const isPercent = (text: string): boolean => /^-?\d+(?:[.,]\d+)?\s*%$/.test(text.trim());
const isPhone = (text: string): boolean => /^(?:0|\+84)[\d\s.-]{8,13}$/.test(text.trim());

/** Heads of columns whose figures are names: read as text, so that nothing groups or adds them. */
const named = /^(?:nam|nam sinh|ma|ma so|ma .*|so hieu|so ky hieu|so dien thoai|dien thoai|sdt|cccd|cmnd|so cccd|so cmnd|so tai khoan|mst)$/;
/** Heads of columns whose figures cannot be added. */
const notAdded = /(?:^|[^a-z])(?:ty le|ti le|ty trong|phan tram|binh quan|trung binh|don gia|he so|muc luong|diem|xep hang|xep thu|thu hang|hang|tuoi|nhiet do|mat do|chi so|lai suat)(?:$|[^a-z])|%/;

/** Whether a head names the running number of the rows. */
export const isOrdinalHead = (header: string): boolean => /^(?:stt|tt|so tt|so thu tu|s\.?t\.?t\.?)$/.test(foldVietnamese(header).replace(/[.\s]+$/, '').trim());

/** The running number a cell holds (`3`, `3.`, `(3)`, `03`), or null. */
export function ordinalIn(text: string): number | null {
  const found = /^\(?0*(\d{1,5})[.)]?$/.exec(text.trim())?.[1];
  return found === undefined ? null : Number(found);
}

/** Whether the column numbers its rows one after another, none left out. */
export function isRunning(cells: readonly string[]): boolean {
  const numbers = cells.map(ordinalIn);
  const first = numbers[0] ?? null;
  return first !== null && numbers.every((number, at) => number === first + at);
}

/** What the column holds by its cells, and by its head where it has one; null for the head means it has none. */
export function columnOf(header: string | null, cells: readonly string[]): RecognisedColumn {
  const said = cells.filter((cell) => !saysNothing(cell));
  const every = (test: (text: string) => boolean): boolean => said.length > 0 && said.every(test);
  const head = header === null ? null : foldVietnamese(header).trim();
  const isName = head === null ? every(isYear) && said.length > 1 : named.test(head) || (every(isYear) && /(?:^|\s)nam(?:\s|$)/.test(head));
  if (every(isFigure) && !isName) {
    const clear = said.some((text) => 'value' in readVietnameseNumber(text));
    const added = (head === null || !notAdded.test(head)) && clear;
    return { header: header ?? 'Số lượng', kind: 'number', ...(added ? { total: true as const } : {}) };
  }
  return { header: header ?? nameOf(said, every), kind: 'text' };
}

/** Who a text is the name of: an agency by its first word, a person by two to five words that each begin with a capital. */
const agency = /^(?:ủy ban|uỷ ban|ubnd|hđnd|sở|ban|phòng|trung tâm|chi cục|cục|tổng cục|vụ|viện|văn phòng|thanh tra|công an|xã|phường|thị trấn|thị xã|huyện|quận|thành phố|tp|đặc khu|tỉnh|thôn|tổ dân phố|bản|trường|bệnh viện|trạm|bộ|đảng ủy|hội|liên đoàn|đoàn|công ty|chi nhánh|báo|đài|quỹ)(?![\p{L}\p{N}])/iu;
const person = /^(?:\p{Lu}\p{Ll}*\s+){1,4}\p{Lu}\p{Ll}*$/u;
const long = 60;

function nameOf(said: readonly string[], every: (test: (text: string) => boolean) => boolean): string {
  if (said.length === 0) return 'Ghi chú';
  if (every(isDay)) return 'Ngày';
  if (every(isYear)) return 'Năm';
  if (every(isPercent)) return 'Tỷ lệ';
  if (every(isPhone)) return 'Số điện thoại';
  if (every((text) => agency.test(text))) return 'Đơn vị';
  if (every((text) => person.test(text))) return 'Họ và tên';
  return said.some((text) => text.length > long) ? 'Nội dung' : said.every((text) => agency.test(text) || text.length <= 40) && said.some((text) => agency.test(text)) ? 'Đơn vị' : 'Nội dung';
}

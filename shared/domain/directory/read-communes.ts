import { cleanText, foldVietnamese, lowerVietnamese, oneLine } from '../vietnamese-text.ts';
import { readPastedTable } from '../read-pasted-table.ts';
import { agencyKey, hasNoMarks } from './agency-key.ts';
import { placeName } from './province-of-office.ts';

/** The units of the one level below the province since 01/07/2025. */
export type CommuneLevel = 'xã' | 'phường' | 'đặc khu';

/** A commune of a list; without a name when the line does not tell which unit it is. */
export interface ReadCommune {
  /** The line of the text, from 1. */
  line: number;
  /** As it was written. */
  text: string;
  level: CommuneLevel | null;
  /** `An Thượng`; null when the line is left out. */
  name: string | null;
  /** What is unsure, or why the line is left out. */
  problem: string | null;
}

const levelWords: readonly (readonly [RegExp, CommuneLevel])[] = [
  [/^(?:xã|x\.)(?=[\s:(]|$)\s*/iu, 'xã'],
  [/^(?:phường|p\.)(?=[\s:(]|$)\s*/iu, 'phường'],
  [/^đặc khu(?=[\s:(]|$)\s*/iu, 'đặc khu'],
];
const foldedLevels: Readonly<Record<string, CommuneLevel>> = { xa: 'xã', phuong: 'phường', 'dac khu': 'đặc khu' };
const committee = /^(?:UBND|HĐND\s*(?:và|,)?\s*UBND|(?:ủy|uỷ) ban nhân dân|uy ban nhan dan)\s+/iu;
/** Units that were done away with on 01/07/2025. */
const closedUnit = /^(?:thị trấn|tt\.|huyện|quận|thị xã|thành phố|tp\.?)\s+\p{L}/iu;
const ordinal = /^(?:\(?\d{1,4}\s*[.)\-:/]\s*|\d{1,4}\s+(?=(?:xã|phường|đặc khu)\s)|[-–+•*]\s*(?=\p{L}))/iu;
const many = /^(?:các|danh sách(?: các)?|khối|cấp)\s+/iu;

/** `a name` after the unit it says itself to be, if it says one. */
function readUnit(text: string, marked: boolean): { level: CommuneLevel | null; rest: string } {
  const body = text.replace(committee, '');
  for (const [word, level] of levelWords) if (word.test(body)) return { level, rest: body.replace(word, '').trim() };
  // «xa An Thuong» typed without marks is a unit; «Xa Dung» in a list with marks is a name
  const plain = marked ? null : /^(xa|phuong|dac khu)(?:\s+(.*))?$/i.exec(body);
  if (plain) return { level: foldedLevels[lowerVietnamese(plain[1] ?? '')] ?? null, rest: (plain[2] ?? '').trim() };
  return { level: null, rest: body.trim() };
}

/**
 * Reads the names of communes typed one a line, several in a line after commas, or pasted from a spreadsheet: the unit
 * before the name, in a column of its own, or in a heading above («Các phường:»). A name without a unit is left out and said.
 */
export function readCommunes(raw: string): ReadCommune[] {
  const rows = readPastedTable(cleanText(raw).text);
  const marked = rows.some((cells) => cells.some((cell) => !hasNoMarks(cell)));
  const column = nameColumn(rows, marked);
  const read: ReadCommune[] = [];
  let heading: CommuneLevel | null = null;
  rows.forEach((cells, at) => {
    const filled = cells.filter((cell) => cell !== '');
    if (filled.length === 0 || isHead(filled, read.length === 0 && heading === null)) return;
    const own = unitCell(cells, column, marked);
    const text = oneLine((cells.length > 1 ? (cells[column] || (filled.length === 1 ? filled[0] : '')) : cells[0]) ?? '');
    const head = headingOf(text, marked);
    if (head) {
      heading = head.level;
      if (head.rest === '') return;
    }
    for (const piece of piecesOf(head ? head.rest : text, head !== null, marked)) {
      read.push(readPiece(piece, at + 1, own ?? heading, marked));
    }
  });
  return withoutDoubles(read);
}

const headWords = /^(?:stt|tt|so tt|ten\b.*|xa, ?phuong.*|don vi.*|loai.*|cap|dien tich.*|dan so.*|ma .*|ghi chu)$/;

/** The heads of a table: two of them in a row, or one alone at the top. */
const isHead = (cells: readonly string[], top: boolean): boolean => cells.filter((cell) => headWords.test(foldVietnamese(cell).trim())).length >= (top && cells.length === 1 ? 1 : 2);

/** The column with the names: the one where most cells say a unit and a name; else the first that is mostly words. */
function nameColumn(rows: readonly (readonly string[])[], marked: boolean): number {
  const width = Math.max(1, ...rows.map((cells) => cells.length));
  const score = Array.from({ length: width }, (_, at) => {
    let points = 0;
    for (const cells of rows) {
      const cell = cells[at] ?? '';
      const { level, rest } = readUnit(cell.replace(ordinal, ''), marked);
      if (level !== null && rest !== '' && !/^[,;]/.test(rest)) points += 3;
      else if (level === null && /\p{L}/u.test(rest)) points += 1;
    }
    return points;
  });
  return score.indexOf(Math.max(...score));
}

/** The unit in a cell of its own beside the name. */
function unitCell(cells: readonly string[], column: number, marked: boolean): CommuneLevel | null {
  for (const [at, cell] of cells.entries()) {
    if (at === column) continue;
    const { level, rest } = readUnit(cell, marked);
    if (level !== null && rest === '') return level;
  }
  return null;
}

/** `Các phường:`, `II. PHƯỜNG (12)`, `các xã: A, B`: the unit of what follows. */
function headingOf(text: string, marked: boolean): { level: CommuneLevel; rest: string } | null {
  const bare = text.replace(/^(?:[IVX]+|[A-Ea-e]|\d+)\s*[.)]\s*/u, '');
  const plural = many.test(bare) || many.test(bare.replace(committee, ''));
  const { level, rest } = readUnit(bare.replace(many, '').replace(committee, '').replace(many, ''), marked);
  if (level === null) return null;
  if (/^(?:\([^)]*\)\s*)?:?$/u.test(rest)) return { level, rest: '' };
  if (rest.startsWith(':')) return { level, rest: rest.slice(1).trim() };
  return plural ? { level, rest: rest.replace(/^:\s*/, '') } : null;
}

function piecesOf(text: string, listed: boolean, marked: boolean): string[] {
  const parts = text.split(/\s*[,;]\s*/).flatMap((part) => {
    const and = part.split(/\s+và\s+/iu);
    // «và» parts names only in a list, or before another unit
    return and.length > 1 && (listed || and.every((each) => readUnit(each, marked).level !== null)) ? and : [part];
  });
  return parts.map((part) => part.replace(/^và\s+/iu, '').replace(/[.;,]+$/u, '').trim()).filter((part) => part !== '');
}

/** Letters, figures and the signs that stand in names of places («Cư M'gar»). */
const nameSigns = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} '’.–-]*$/u;
/** Words that begin a unit: within a name they tell that two lines ran together. */
const secondUnit = /(?:^|\s)(?:xã|phường|đặc khu|UBND|HĐND|huyện|quận|tỉnh|các)(?=\s|$)/iu;

function readPiece(text: string, line: number, above: CommuneLevel | null, marked: boolean): ReadCommune {
  const noted = /^(.*\S)\s*(\([^()]*\))$/u.exec(text.replace(ordinal, '').trim());
  const bare = noted?.[1] ?? text.replace(ordinal, '').trim();
  const out = (problem: string): ReadCommune => ({ line, text, level: null, name: null, problem });
  if (closedUnit.test(bare.replace(committee, ''))) return out(`«${bare}» là đơn vị đã thôi hoạt động từ 01/07/2025; ghi xã, phường mới.`);
  const { level, rest } = readUnit(bare, marked);
  const unit = level ?? above;
  if (rest === '' || !/[\p{L}\p{N}]/u.test(rest)) return out('Chưa có tên xã, phường.');
  if (unit === null) return out(`Chưa rõ «${bare}» là xã hay phường; ghi «xã ${bare}» hoặc «phường ${bare}».`);
  if (level === null && !/\p{L}/u.test(rest)) return out(`«${bare}» không phải tên xã, phường.`);
  if (rest.length > 100) return out('Tên dài quá 100 ký tự; mỗi dòng ghi một xã, phường.');
  if (!nameSigns.test(rest) || secondUnit.test(rest)) return out(`Chưa đọc được tên trong «${bare}»; mỗi dòng ghi một xã, phường.`);
  const name = placeName(rest);
  const said = [noted ? `Bỏ phần «${noted[2] ?? ''}».` : '', hasNoMarks(name) && !marked ? 'Viết không dấu; ghi lại có dấu để in đúng.' : ''];
  return { line, text, level: unit, name, problem: said.filter(Boolean).join(' ') || null };
}

/** Of two lines with the same name the first counts; the other says where it stands. */
function withoutDoubles(read: readonly ReadCommune[]): ReadCommune[] {
  const seen = new Map<string, number>();
  return read.map((each) => {
    if (each.name === null) return each;
    const key = agencyKey(`${each.level ?? ''} ${each.name}`);
    const first = seen.get(key);
    if (first !== undefined) return { ...each, name: null, problem: `Trùng với dòng ${first}.` };
    seen.set(key, each.line);
    return each;
  });
}

/** `Ủy ban nhân dân xã An Thượng`, as the directory keeps a commune. */
export const communeCommittee = ({ level, name }: { level: CommuneLevel; name: string }): string => `Ủy ban nhân dân ${level} ${name}`;

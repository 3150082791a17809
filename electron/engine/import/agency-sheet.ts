import { type AgencyKind, agencyKindNames, agencyKinds } from '../../../shared/domain/directory/agency-kind.ts';
import { readOldDate } from '../../../shared/domain/import/read-old-date.ts';
import { foldVietnamese } from '../../../shared/domain/vietnamese-text.ts';
import type { ReadStrangers } from '../strangers/read-strangers.ts';
import { type NamedRow, type NamedSheet, readNamedSheet } from './read-named-sheet.ts';

/** A row of a list of agencies as it reads; empty texts say nothing. */
export interface SheetAgency {
  row: number;
  name: string;
  shortName: string;
  abbreviation: string;
  /** Null when the sheet says none that is known. */
  kind: AgencyKind | null;
  rank: number | null;
  parent: string;
  codes: string[];
  validFrom: string | null;
  validTo: string | null;
  successor: string;
  formerNames: { name: string; from: string | null; to: string | null }[];
  address: string;
  phone: string;
  email: string;
  note: string;
  /** What cannot be read in the row. */
  problem: string | null;
}

/** The heads under which the directory is written out, and read back. */
export const agencySheetHeads = ['Tên cơ quan', 'Tên ngắn', 'Viết tắt', 'Loại', 'Thứ tự', 'Cơ quan chủ quản', 'Mã định danh', 'Từ ngày', 'Đến ngày', 'Kế thừa bởi', 'Tên cũ', 'Địa chỉ', 'Điện thoại', 'Thư điện tử', 'Ghi chú'] as const;

type Field = 'name' | 'shortName' | 'abbreviation' | 'kind' | 'rank' | 'parent' | 'code' | 'from' | 'to' | 'successor' | 'former' | 'address' | 'phone' | 'email' | 'note' | 'ordinal';

const heads: Readonly<Record<Field, readonly string[]>> = {
  name: ['ten co quan', 'ten don vi', 'ten co quan don vi', 'co quan', 'don vi', 'ten day du', 'ten to chuc', 'ten'],
  shortName: ['ten ngan', 'ten rut gon', 'ten goi tat'],
  abbreviation: ['viet tat', 'chu viet tat', 'ten viet tat'],
  kind: ['loai', 'loai co quan', 'nhom', 'khoi'],
  rank: ['thu tu'],
  parent: ['co quan chu quan', 'truc thuoc', 'cap tren', 'don vi cap tren', 'co quan cap tren'],
  code: ['ma dinh danh', 'ma co quan', 'ma don vi', 'ma'],
  from: ['tu ngay', 'thanh lap', 'ngay thanh lap', 'hoat dong tu'],
  to: ['den ngay', 'hoat dong den', 'ngay ket thuc', 'ngay giai the'],
  successor: ['ke thua boi', 'co quan ke thua', 'ke thua'],
  former: ['ten cu', 'ten truoc day'],
  address: ['dia chi'],
  phone: ['dien thoai', 'so dien thoai', 'sdt'],
  email: ['thu dien tu', 'email', 'e mail', 'hop thu', 'dia chi thu dien tu', 'dia chi email', 'dia chi e mail', 'dia chi thu', 'mail'],
  note: ['ghi chu'],
  ordinal: ['stt', 'tt', 'so tt', 'so thu tu'],
};

/** Reads a list of agencies (xlsx, csv). A file without a column of names is refused. */
export async function readAgencySheet(strangers: ReadStrangers, file: File, thisYear: number): Promise<{ columns: NamedSheet<Field>['columns']; rows: SheetAgency[] }> {
  const { columns, rows } = await readNamedSheet(strangers, file, heads, { name: 'Tên cơ quan' });
  return { columns, rows: rows.filter(saysMore).map((row) => readRow(row, thisYear)) };
}

/** A row that was numbered beforehand and never filled in says nothing. */
const saysMore = (row: NamedRow<Field>): boolean => row.fault !== null || (Object.keys(heads) as Field[]).some((field) => field !== 'ordinal' && row.text(field) !== '');

const list = (text: string): string[] => text.split(/\s*[;\n]\s*/).filter((each) => each !== '');
/** Longest texts the directory takes. */
const longest: readonly (readonly [Field, number, string])[] = [['name', 300, 'tên cơ quan'], ['shortName', 200, 'tên ngắn'], ['abbreviation', 40, 'chữ viết tắt'], ['address', 300, 'địa chỉ'], ['phone', 100, 'điện thoại'], ['email', 200, 'thư điện tử'], ['note', 2000, 'ghi chú']];

/** Names of a whole group of agencies: «CÁC SỞ», «KHỐI ĐẢNG», «II. UBND các xã, phường», «Sở, ban, ngành». */
const groupName = /^(?:(?:[ivx]+|[a-z]|\d+)[.)/-]+ *)?(?:cac|khoi|nhom|danh sach|(?:ubnd|uy ban nhan dan) cac)\b|^(?:(?:[ivx]+|[a-z]|\d+)[.)/-]+ *)?so, ?(?:ban, ?)?nganh\b/;

/** A row that says nothing but a name is a heading where the name is of many, or its ordinal is not one of the agencies' (I, A). */
function isHeading(row: NamedRow<Field>, name: string): boolean {
  const alone = (['shortName', 'abbreviation', 'parent', 'code', 'address', 'phone', 'email', 'from', 'to', 'successor', 'former'] as const).every((field) => row.text(field) === '');
  if (!alone || name === '') return false;
  return groupName.test(foldVietnamese(name)) || /^(?:[IVX]+|[A-H])[.)]?$/.test(row.text('ordinal')) || /^(?:[IVX]+|[A-H])[.)] /.test(name);
}

function readRow(row: NamedRow<Field>, thisYear: number): SheetAgency {
  const problems: string[] = row.fault === null ? [] : [row.fault];
  const dayOf = (field: 'from' | 'to', what: string): string | null => {
    const day = readOldDate(row.cells[field], { year: null, thisYear });
    if ('date' in day) return day.date;
    if ('unclear' in day) problems.push(`${what}: ${day.unclear}`);
    return null;
  };
  for (const [field, most, what] of longest) if (row.text(field).length > most) problems.push(`${what} dài quá ${most} ký tự`);
  const name = row.text('name');
  const heading = isHeading(row, name);
  if (heading) problems.unshift(`«${name}» là tên nhóm, không phải cơ quan; các dòng dưới vẫn được đọc`);
  if (!/\p{L}/u.test(name)) problems.push('chưa ghi tên cơ quan');
  const codes = list(row.text('code'));
  for (const code of codes) if (code.length > 35) problems.push(`mã định danh «${code}» dài quá 35 ký tự`);
  const kindText = foldVietnamese(row.text('kind')).trim();
  const kind = agencyKinds.find((each) => kindText === each || kindText === foldVietnamese(agencyKindNames[each])) ?? null;
  const rank = /^\d{1,6}$/.test(row.text('rank')) ? Number(row.text('rank')) : null;
  const validFrom = dayOf('from', 'từ ngày');
  const validTo = dayOf('to', 'đến ngày');
  const formerNames = list(row.text('former')).map((former) => ({ name: former, from: null, to: null }));
  return { row: row.row, name, shortName: row.text('shortName'), abbreviation: row.text('abbreviation'), kind, rank, parent: row.text('parent'), codes, validFrom, validTo, successor: row.text('successor'), formerNames, address: row.text('address'), phone: row.text('phone'), email: row.text('email'), note: row.text('note'), problem: problems[0] ?? null };
}

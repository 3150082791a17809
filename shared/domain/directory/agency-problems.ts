import { addDays, isRealDate, shortDate, unrealDaySentence } from '../dates.ts';
import type { Problem } from '../refusal.ts';
import { agencyKey, foldedAgencyKey } from './agency-key.ts';
import { closesCircle, type KnownAgency } from './known-agency.ts';

interface DatedCode {
  code: string;
  from: string | null;
  to: string | null;
}

/** An agency as it is to be kept. */
export interface WantedAgency extends KnownAgency {
  codes: readonly DatedCode[];
  signers: readonly { fullName: string; from: string | null; to: string | null }[];
}

const overlap = (one: { from: string | null; to: string | null }, other: { from: string | null; to: string | null }): boolean => (one.from ?? '') <= (other.to ?? '9999') && (other.from ?? '') <= (one.to ?? '9999');
const lifeOf = ({ validFrom, validTo }: Pick<KnownAgency, 'validFrom' | 'validTo'>): { from: string | null; to: string | null } => ({ from: validFrom, to: validTo });

/** A span of days that cannot be. */
function spanProblems(field: string, what: string, from: string | null, to: string | null): Problem[] {
  for (const day of [from, to]) if (day !== null && !isRealDate(day)) return [{ field, message: unrealDaySentence(what, day) }];
  return from !== null && to !== null && to < from ? [{ field, message: `${what}: ngày cuối ${shortDate(to)} trước ngày đầu ${shortDate(from)}; sửa một trong hai ngày.` }] : [];
}

/** What keeps an agency from being kept as wanted, with the others of the directory (merged ones too) by id. */
export function agencyProblems(wanted: WantedAgency, byId: ReadonlyMap<number, KnownAgency>): Problem[] {
  const { id, name, validFrom, validTo, parentId, succeededBy, formerNames, codes, signers } = wanted;
  const problems = [
    ...spanProblems('validTo', 'Thời gian hoạt động', validFrom, validTo),
    ...formerNames.flatMap(({ name: former, from, to }, at) => spanProblems(`formerNames.${at}`, `Tên cũ «${former}»`, from, to)),
    ...codes.flatMap(({ code, from, to }, at) => spanProblems(`codes.${at}`, `Mã định danh ${code}`, from, to)),
    ...signers.flatMap(({ fullName, from, to }, at) => spanProblems(`signers.${at}`, `Người ký ${fullName}`, from, to)),
  ];
  for (const [field, other, itself, circle] of [
    ['parentId', parentId, 'Cơ quan chủ quản là chính nó; chọn cơ quan khác.', 'nên thành vòng; chọn cơ quan chủ quản khác.'],
    ['succeededBy', succeededBy, 'Cơ quan kế thừa là chính nó; chọn cơ quan khác.', 'nên thành vòng; chọn cơ quan kế thừa khác.'],
  ] as const) {
    if (other === null) continue;
    const named = byId.get(other);
    if (other === id) problems.push({ field, message: itself });
    else if (!named) problems.push({ field, message: `Danh bạ không có cơ quan mã ${other}.` });
    else if (closesCircle(id, other, field, byId)) problems.push({ field, message: `«${named.name}» ${field === 'parentId' ? 'trực thuộc' : 'do'} «${name}»${field === 'parentId' ? '' : ' kế thừa'} ${circle}` });
  }
  const key = agencyKey(name);
  for (const other of byId.values()) {
    if (other.id === id || other.mergedInto !== null || agencyKey(other.name) !== key || !overlap(lifeOf(other), lifeOf(wanted))) continue;
    problems.push({ field: 'name', message: `Danh bạ đã có «${other.name}»${other.validTo === null ? '' : ` (đến ${shortDate(other.validTo)})`}.` });
  }
  return problems;
}

/** Codes of other agencies that hold at the same time: a code names one agency. */
export function codeProblems(id: number, codes: readonly DatedCode[], others: readonly { id: number; name: string; codes: readonly DatedCode[] }[]): Problem[] {
  const problems: Problem[] = [];
  codes.forEach((code, at) => {
    const twice = codes.findIndex((each, place) => place < at && each.code === code.code && overlap(each, code));
    if (twice >= 0) problems.push({ field: `codes.${at}`, message: `Mã định danh ${code.code} ghi hai lần cho cùng thời gian.` });
    for (const other of others) if (other.id !== id && other.codes.some((each) => each.code === code.code && overlap(each, code))) problems.push({ field: `codes.${at}`, message: `Mã định danh ${code.code} đang là của «${other.name}» trong cùng thời gian.` });
  });
  return problems;
}

/** What is only told: a name like another but for its tones, a successor of one that still stands. */
export function agencyNotices(wanted: KnownAgency, others: Iterable<KnownAgency>): string[] {
  const notices: string[] = [];
  const [key, folded] = [agencyKey(wanted.name), foldedAgencyKey(wanted.name)];
  for (const other of others) {
    if (other.id !== wanted.id && other.mergedInto === null && foldedAgencyKey(other.name) === folded && agencyKey(other.name) !== key) notices.push(`Danh bạ còn có «${other.name}», chỉ khác dấu; gộp hai mục nếu là một.`);
  }
  if (wanted.succeededBy !== null && wanted.validTo === null) notices.push('Đã ghi cơ quan kế thừa nhưng chưa ghi hoạt động đến ngày nào; cơ quan này vẫn tính là đang hoạt động.');
  return notices;
}

/** The name an agency bore until it was renamed on a day, with its first and last day. */
export function nameBefore({ name, validFrom, formerNames }: Pick<KnownAgency, 'name' | 'validFrom' | 'formerNames'>, renamedOn: string): { name: string; from: string | null; to: string } {
  const last = formerNames.map(({ to }) => to).filter((to) => to !== null).sort().at(-1);
  return { name, from: last === undefined ? validFrom : addDays(last, 1), to: addDays(renamedOn, -1) };
}

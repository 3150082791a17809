import { shortDate, type IsoDate } from '../dates.ts';
import { oneLine } from '../vietnamese-text.ts';
import { foldedAgencyKey } from './agency-key.ts';
import type { AgencyKind } from './agency-kind.ts';
import type { DirectoryIndex } from './directory-index.ts';
import { closedSentence, groupMembers } from './group-members.ts';
import { type KnownAgency, type KnownGroup, nameOn, standsOn } from './known-agency.ts';
import { kindsMeant } from './line-meaning.ts';
import { namesInList } from './names-in-list.ts';

/** One line of a letter and the agencies it stands for; one the directory does not know has no id. */
export interface ExpandedLine {
  line: string;
  group: number | null;
  agencies: { id: number | null; name: string }[];
  notices: string[];
}

/** Lines that stand for others of the same letter, or for the office's own shelf: whoever reads the letter knows which. */
const standsForOthers = /^(nhu (tren|kinh gui|dieu|khoan|muc|noi nhan)\b|luu\b)/;

/** Words of a person's post before the agency that is meant: «Giám đốc Sở Tài chính», «Chủ tịch UBND xã An Thượng». */
const post = /^(?:đồng chí |các đồng chí |ông |bà )?(?:giám đốc|thủ trưởng|chánh(?= (?:văn phòng|thanh tra))|trưởng(?= ban (?:quản lý|dân tộc))|chủ tịch(?= (?:UBND|ủy ban nhân dân|uỷ ban nhân dân) (?:xã|phường|huyện|quận|thị|thành|tp)))\s+/iu;

/**
 * Which agencies a line of a letter stands for on a day: a group of the directory, an agency by any of its names, words for many
 * («Các Sở, ngành, đoàn thể tỉnh»), or a list («Các sở: Tài chính, Xây dựng»). What nobody knows stays one agency as written;
 * «Như trên» answers none. `place` is the office's own province, which lines may add to a name.
 */
export function expandLine(line: string, directory: DirectoryIndex, day: IsoDate, place: string | null = null): ExpandedLine {
  const text = cleanLine(line);
  const found: Found = { group: null, agencies: [], notices: [] };
  if (text !== '' && !standsForOthers.test(foldedAgencyKey(text))) expandText(text, { directory, day, place }, found, true);
  const seen = new Set<string>();
  const agencies = found.agencies.filter(({ id, name }) => {
    const key = id === null ? foldedAgencyKey(name) : String(id);
    return !seen.has(key) && seen.add(key);
  });
  return { line, group: found.group, agencies, notices: [...new Set(found.notices)] };
}

interface Found {
  group: number | null;
  agencies: ExpandedLine['agencies'];
  notices: string[];
}

interface Around {
  directory: DirectoryIndex;
  day: IsoDate;
  place: string | null;
}

/** Without the dash before, the marks after and the purpose in brackets. */
const cleanLine = (line: string): string =>
  oneLine(line.normalize('NFC'))
    .replace(/^kính gửi\s*:\s*/iu, '')
    .replace(/^[-–—+•*]\s*/, '')
    .replace(/[\s;.,:]+$/, '')
    .replace(/\s*\((?:để\s|b\/c|t\/h|p\/h|báo cáo|phối hợp|thực hiện)[^()]*\)$/iu, '')
    .replace(/[\s;.,:]+$/, '');

function expandText(text: string, around: Around, found: Found, whole: boolean): void {
  const known = wholeLine(text, around);
  if (known) return take(known, around, found, whole);
  const parts = text.split(';').map(cleanLine).filter((part) => part !== '');
  const kinds = kindsMeant(text);
  if (kinds) return takeKinds(text, kinds, around, found, whole);
  if (parts.length > 1) {
    for (const part of parts) expandText(part, around, found, false);
    return;
  }
  const list = namesInList(text, (name) => wholeLine(name, around) !== null || kindsMeant(name) !== null);
  if (!list) {
    found.agencies.push({ id: null, name: text });
    return;
  }
  for (const { name, sure } of list) {
    const named = wholeLine(name, around);
    const meant = named ? null : kindsMeant(name);
    if (named) take(named, around, found, false);
    else if (meant) takeKinds(name, meant, around, found, false);
    else {
      found.agencies.push({ id: null, name });
      if (!sure) found.notices.push(`Danh bạ chưa có «${name}»; xem lại đây là một hay nhiều cơ quan.`);
    }
  }
}

type Known = { group: KnownGroup } | { agency: KnownAgency; name: string };

/** The text as one thing the directory knows: as it stands, without the province it adds, or without the post before it. */
function wholeLine(text: string, { directory, day, place }: Around): Known | null {
  const withoutPost = text.replace(post, '');
  for (const wording of new Set([text, ...shorter(text, place), withoutPost, ...shorter(withoutPost, place)])) {
    const group = directory.findGroup(wording, day);
    if (group) return { group };
    const agency = directory.find(wording, day);
    if (agency) return { agency: agency.agency, name: agency.printed && wording === text ? text : nameOn(agency.agency, day) };
  }
  return null;
}

/** `Sở Tài chính tỉnh An Bình` → `Sở Tài chính tỉnh`, `Sở Tài chính`. */
function shorter(text: string, place: string | null): string[] {
  const withoutPlace = place !== null && place !== '' && text.toLocaleLowerCase('vi').endsWith(` ${place.toLocaleLowerCase('vi')}`) ? text.slice(0, -place.length - 1) : text;
  return [withoutPlace, withoutPlace.replace(/\s+(?:tỉnh|thành phố)$/iu, '')];
}

function take(known: Known, { directory, day }: Around, found: Found, whole: boolean): void {
  if ('agency' in known) {
    found.agencies.push({ id: known.agency.id, name: known.name });
    const closed = closedSentence(known.agency, directory, day);
    if (closed !== null) found.notices.push(closed);
    return;
  }
  const { members, notices } = groupMembers(known.group, directory, day);
  found.notices.push(...notices);
  if (members.length === 0) {
    found.notices.push(`Nhóm «${known.group.name}» không có cơ quan nào ngày ${shortDate(day)}; giữ cả nhóm như một nơi.`);
    found.agencies.push({ id: null, name: known.group.name });
  } else found.agencies.push(...members.map(({ agency }) => ({ id: agency.id, name: nameOn(agency, day) })));
  if (whole) found.group = known.group.id;
}

/** Words for many: the groups of just those kinds where there are such, else all agencies of the kind that stand that day. */
function takeKinds(text: string, kinds: readonly AgencyKind[], around: Around, found: Found, whole: boolean): void {
  const { directory, day } = around;
  const sameKinds = (wanted: readonly AgencyKind[]): KnownGroup | undefined =>
    directory.groups.find((group) => groupFor(group, wanted) && (group.validFrom === null || group.validFrom <= day) && (group.validTo === null || day <= group.validTo));
  const exact = sameKinds(kinds);
  if (exact) {
    take({ group: exact }, around, found, whole);
    found.notices.push(`«${text}» được hiểu là nhóm «${exact.name}».`);
    return;
  }
  const before = found.agencies.length;
  const how: string[] = [];
  for (const kind of kinds) {
    const group = sameKinds([kind]);
    const members = group ? groupMembers(group, directory, day).members.map(({ agency }) => agency) : directory.agencies.filter((agency) => agency.kind === kind && standsOn(agency, day));
    if (members.length > 0) how.push(`${members.length} ${kindWords[kind]}`);
    found.agencies.push(...members.map((agency) => ({ id: agency.id, name: nameOn(agency, day) })));
  }
  if (found.agencies.length > before) found.notices.push(`«${text}» chưa là một nhóm trong danh bạ; được hiểu là ${how.join(', ')} đang có trong danh bạ.`);
  else {
    found.agencies.push({ id: null, name: text });
    found.notices.push(`Danh bạ không có cơ quan nào thuộc «${text}» hoạt động ngày ${shortDate(day)}; giữ nguyên như một nơi.`);
  }
}

const kindWords: Readonly<Record<AgencyKind, string>> = {
  superior: 'cơ quan cấp trên', party: 'cơ quan Đảng', department: 'sở, ban, ngành', district: 'UBND cấp huyện', committee: 'ban chỉ đạo, hội đồng', commune: 'UBND cấp xã', mass: 'đoàn thể', press: 'cơ quan báo chí', enterprise: 'doanh nghiệp', unit: 'đơn vị',
};

const meanings = new WeakMap<KnownGroup, (AgencyKind[] | null)[]>();

/** Whether one of the group's names speaks of just these kinds. */
function groupFor(group: KnownGroup, kinds: readonly AgencyKind[]): boolean {
  let known = meanings.get(group);
  if (!known) meanings.set(group, (known = [group.name, group.shortName, ...group.aliases].map(kindsMeant)));
  return known.some((meant) => meant !== null && meant.length === kinds.length && kinds.every((kind) => meant.includes(kind)));
}

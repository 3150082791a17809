import { shortDate, type IsoDate } from '../dates.ts';
import type { DirectoryIndex } from './directory-index.ts';
import { followed, holdsOn, type KnownAgency, type KnownGroup, standsOn } from './known-agency.ts';

export interface GroupMember {
  agency: KnownAgency;
  from: IsoDate | null;
  to: IsoDate | null;
}

/**
 * Who belongs to a group on a day: a rule's agencies that stood then, in the order of protocol; a list's members of that day,
 * in its order, each closed one replaced by who took it over.
 */
export function groupMembers(group: KnownGroup, directory: DirectoryIndex, day: IsoDate): { members: GroupMember[]; notices: string[] } {
  const notices: string[] = [];
  const members = new Map<number, GroupMember>();
  const { rule } = group;
  if (rule) {
    const parent = rule.parent === null ? null : directory.kept(rule.parent);
    const except = new Set(rule.except.map((id) => directory.kept(id)?.id));
    for (const kind of rule.kinds) {
      for (const agency of directory.agencies) {
        if (agency.kind !== kind || except.has(agency.id) || !standsOn(agency, day)) continue;
        if (parent === null || (parent && isUnder(agency, parent.id, directory))) members.set(agency.id, { agency, from: agency.validFrom, to: agency.validTo });
      }
    }
    return { members: [...members.values()], notices };
  }
  for (const { agencyId, from, to } of group.listed) {
    if (!holdsOn(from, to, day)) continue;
    const named = directory.kept(agencyId);
    if (!named) continue;
    const agency = standingFor(named, directory, day);
    if (agency === null) notices.push(`Nhóm «${group.name}»: «${named.name}» không hoạt động ngày ${shortDate(day)} nên không tính.`);
    else {
      if (agency !== named) notices.push(`Nhóm «${group.name}»: «${named.name}» đã kết thúc hoạt động, tính «${agency.name}» kế thừa.`);
      if (!members.has(agency.id)) members.set(agency.id, { agency, from, to });
    }
  }
  return { members: [...members.values()], notices };
}

/** The agency itself on a day it stood, else who took it over by then; null when nobody did. */
function standingFor(agency: KnownAgency, directory: DirectoryIndex, day: IsoDate): KnownAgency | null {
  if (standsOn(agency, day)) return agency;
  if (agency.succeededBy === null || agency.validTo === null || day <= agency.validTo) return null;
  const seen = new Set([agency.id]);
  for (let next = directory.kept(agency.succeededBy); next && !seen.has(next.id); next = next.succeededBy === null ? undefined : directory.kept(next.succeededBy)) {
    if (standsOn(next, day)) return next;
    seen.add(next.id);
  }
  return null;
}

function isUnder(agency: KnownAgency, parentId: number, directory: DirectoryIndex): boolean {
  const seen = new Set<number>();
  for (let at = agency.parentId; at !== null && !seen.has(at); at = directory.byId.get(at)?.parentId ?? null) {
    if (directory.kept(at)?.id === parentId) return true;
    seen.add(at);
  }
  return false;
}

/** What is said of a letter that names an agency which no longer stands, or does not stand yet; null when it stands. */
export function closedSentence(agency: KnownAgency, directory: DirectoryIndex, day: IsoDate): string | null {
  if (standsOn(agency, day)) return null;
  if (agency.validFrom !== null && day < agency.validFrom) return `${agency.name} mới thành lập từ ngày ${shortDate(agency.validFrom)}.`;
  const start = directory.byId.get(agency.id);
  const successor = start && agency.succeededBy !== null ? followed(directory.kept(agency.succeededBy) ?? start, 'mergedInto', directory.byId) : null;
  return `${agency.name} đã kết thúc hoạt động từ ngày ${shortDate(agency.validTo ?? day)}${successor && successor !== agency ? `, kế thừa bởi ${successor.name}` : ''}.`;
}

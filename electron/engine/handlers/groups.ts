import type { Group, GroupInput } from '../../../shared/contract/groups.ts';
import { isRealDate, localDay, shortDate, unrealDaySentence } from '../../../shared/domain/dates.ts';
import { agencyKey } from '../../../shared/domain/directory/agency-key.ts';
import { guessAgencyKind } from '../../../shared/domain/directory/agency-kind.ts';
import type { DirectoryIndex } from '../../../shared/domain/directory/directory-index.ts';
import { groupMembers } from '../../../shared/domain/directory/group-members.ts';
import { holdsOn, type KnownGroup, nameOn } from '../../../shared/domain/directory/known-agency.ts';
import { proposeAbbreviation, proposeShortName } from '../../../shared/domain/directory/propose-names.ts';
import { type Problem, Refusal } from '../../../shared/domain/refusal.ts';
import { type EngineParts, actNow } from '../engine-parts.ts';
import { refuseProblems } from '../refusal-to-error.ts';
import { addThing, agencyThing, changeThing, groupThing } from '../storage/directory-things.ts';
import { expandLines, groupRow, readDirectory } from '../storage/group-repository.ts';
import { differences } from '../storage/register-acts.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { recordTracking, type TrackedChange } from '../storage/tracking-acts.ts';
import { blank } from './agencies.ts';
import { implementer, listImplementer } from './implementer.ts';

export const list = listImplementer.groups.list.handler(async ({ input: { asOf, all }, context }) => {
  const day = asOf ?? localDay(context.clock());
  const directory = await readDirectory(context.database);
  return { rows: directory.groups.filter((group) => all || holdsOn(group.validFrom, group.validTo, day)).map((group) => told(group, directory, day)) };
});

export const expand = implementer.groups.expand.handler(async ({ input: { lines, asOf }, context }) => {
  return { rows: await expandLines(context.database, lines, asOf ?? localDay(context.clock())) };
});

export const save = implementer.groups.save.handler(({ input, context }) => context.write((held) => saveGroup(held, input)));

/** Keeps a group; names of members that the directory lacks are added to it in the same act. */
export async function saveGroup(held: EngineParts, { id, members, reason, ...given }: GroupInput): Promise<Group & { act: number | null; notices: string[] }> {
  const { database } = held;
  const today = localDay(held.clock());
  const directory = await readDirectory(database);
  const present = id === undefined ? null : await groupRow(database, id);
  if (id !== undefined && !present) throw new Refusal('NOT_FOUND', `Danh bạ không có nhóm mã ${id}.`, { id });
  const before = id === undefined ? undefined : directory.groups.find((group) => group.id === id);
  const named = {
    name: given.name,
    shortName: given.shortName || before?.shortName || proposeShortName(given.name),
    abbreviation: given.abbreviation || before?.abbreviation || proposeAbbreviation(given.name),
    aliases: given.aliases ?? before?.aliases ?? [],
    // a list given takes the place of a rule, and the other way round
    rule: given.rule === undefined ? (members === undefined ? (before?.rule ?? null) : null) : given.rule,
    validFrom: given.validFrom === undefined ? (before?.validFrom ?? null) : given.validFrom,
    validTo: given.validTo === undefined ? (before?.validTo ?? null) : given.validTo,
  };
  const problems = groupProblems({ ...named, id: id ?? 0 }, members, directory);
  if (named.rule && members !== undefined && members.length > 0) problems.push({ field: 'members', message: 'Nhóm theo quy tắc thì tự tìm thành viên; bỏ danh sách, hoặc bỏ quy tắc.' });
  if (problems.length > 0) throw refuseProblems(problems);
  const changes: TrackedChange[] = [];
  const notices: string[] = [];
  let list: string | undefined;
  if (members !== undefined) list = JSON.stringify(await idsOf(held, members, directory, today, changes, notices));
  else if (named.rule && present && present.members !== '[]') list = '[]';
  const columns = { ...named, aliases: JSON.stringify(named.aliases), rule: named.rule && JSON.stringify(named.rule), ...(list !== undefined && { members: list }) };
  const change = present ? await changeThing(database, 'group', groupThing, present.id, differences(present, columns)) : await addThing(database, 'group', groupThing, { members: '[]', ...columns });
  if (change) changes.push(change);
  const act = changes.length === 0 ? null : await recordTracking(database, { ...actNow(held, await readSettings(database)), act: present ? 'group-change' : 'group', reason: reason ?? null }, changes);
  const after = await readDirectory(database);
  const kept = after.groups.find((group) => group.id === (change?.id ?? id));
  if (!kept) throw new Error('a group just kept is not there');
  const answer = told(kept, after, today);
  notices.push(...groupMembers(kept, after, today).notices);
  if (answer.members.length === 0) notices.push(`Nhóm «${kept.name}» hiện không có cơ quan nào; văn bản gửi nhóm này sẽ không theo dõi được từng nơi.`);
  return { ...answer, act, notices };
}

const told = (group: KnownGroup, directory: DirectoryIndex, day: string): Group => {
  const { id, name, shortName, abbreviation, aliases, rule, validFrom, validTo } = group;
  return {
    id,
    name,
    shortName,
    abbreviation,
    aliases: [...aliases],
    rule: rule && { kinds: [...rule.kinds], parent: rule.parent, except: [...rule.except] },
    validFrom,
    validTo,
    members: groupMembers(group, directory, day).members.map(({ agency, from, to }) => ({ agencyId: agency.id, name: nameOn(agency, day), from, to })),
  };
};

function groupProblems(wanted: Pick<KnownGroup, 'id' | 'name' | 'aliases' | 'rule' | 'validFrom' | 'validTo'>, members: GroupInput['members'], directory: DirectoryIndex): Problem[] {
  const { id, name, aliases, rule, validFrom, validTo } = wanted;
  const problems: Problem[] = [];
  const span = (field: string, what: string, from: string | null | undefined, to: string | null | undefined): void => {
    for (const day of [from, to]) if (day && !isRealDate(day)) return void problems.push({ field, message: unrealDaySentence(what, day) });
    if (from && to && to < from) problems.push({ field, message: `${what}: ngày cuối ${shortDate(to)} trước ngày đầu ${shortDate(from)}; sửa một trong hai ngày.` });
  };
  span('validTo', 'Thời gian của nhóm', validFrom, validTo);
  members?.forEach((member, at) => typeof member === 'object' && span(`members.${at}`, `Thành viên thứ ${at + 1}`, member.from, member.to));
  const keys = new Set([name, ...aliases].map(agencyKey));
  const other = directory.groups.find((group) => group.id !== id && [group.name, ...group.aliases].some((each) => keys.has(agencyKey(each))) && (group.validFrom ?? '') <= (validTo ?? '9999') && (validFrom ?? '') <= (group.validTo ?? '9999'));
  if (other) problems.push({ field: 'name', message: `Danh bạ đã có nhóm «${other.name}» gọi như thế.` });
  const agency = directory.agencies.find((each) => keys.has(agencyKey(each.name)));
  if (agency) problems.push({ field: 'name', message: `«${agency.name}» là một cơ quan trong danh bạ, không đặt làm tên nhóm được.` });
  if (rule?.parent != null && !directory.byId.has(rule.parent)) problems.push({ field: 'rule.parent', message: `Danh bạ không có cơ quan mã ${rule.parent}.` });
  for (const [at, except] of (rule?.except ?? []).entries()) if (!directory.byId.has(except)) problems.push({ field: `rule.except.${at}`, message: `Danh bạ không có cơ quan mã ${except}.` });
  return problems;
}

/** The list as it is kept; members by name are looked up, and added where the directory lacks them. */
async function idsOf(held: EngineParts, members: NonNullable<GroupInput['members']>, directory: DirectoryIndex, today: string, changes: TrackedChange[], notices: string[]): Promise<{ agency: number; from: string | null; to: string | null }[]> {
  const added = new Map<string, number>();
  const list: { agency: number; from: string | null; to: string | null }[] = [];
  const newNames: string[] = [];
  for (const [at, member] of members.entries()) {
    const { agency, from = null, to = null } = typeof member === 'object' ? member : { agency: member };
    let id: number;
    if (typeof agency === 'number') {
      const known = directory.kept(agency);
      if (!known) throw refuseProblems([{ field: `members.${at}`, message: `Danh bạ không có cơ quan mã ${agency}.` }]);
      id = known.id;
    } else {
      const key = agencyKey(agency);
      const known = added.get(key) ?? directory.find(agency, from ?? today)?.agency.id;
      if (known === undefined) {
        const change = await addThing(held.database, 'agency', agencyThing, { ...blank, name: agency, shortName: proposeShortName(agency), abbreviation: proposeAbbreviation(agency), kind: guessAgencyKind(agency) });
        changes.push(change);
        newNames.push(agency);
        added.set(key, change.id);
        id = change.id;
      } else id = known;
    }
    if (list.some((each) => each.agency === id && each.from === from && each.to === to)) notices.push(`«${directory.byId.get(id)?.name ?? String(agency)}» ghi hai lần trong nhóm; giữ một.`);
    else list.push({ agency: id, from, to });
  }
  if (newNames.length > 0) notices.push(`Đã thêm vào danh bạ: ${newNames.slice(0, 10).join('; ')}${newNames.length > 10 ? ` và ${newNames.length - 10} cơ quan khác` : ''}.`);
  return list;
}

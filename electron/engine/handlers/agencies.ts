import type { Agency, AgencyDetails } from '../../../shared/contract/agencies.ts';
import { isRealDate, localDay, shortDate, unrealDaySentence } from '../../../shared/domain/dates.ts';
import { agencyNotices, agencyProblems, codeProblems, nameBefore } from '../../../shared/domain/directory/agency-problems.ts';
import { guessAgencyKind } from '../../../shared/domain/directory/agency-kind.ts';
import { groupMembers } from '../../../shared/domain/directory/group-members.ts';
import { closesCircle, followed, holdsOn, type KnownAgency, standsOn } from '../../../shared/domain/directory/known-agency.ts';
import { proposeAbbreviation, proposeShortName } from '../../../shared/domain/directory/propose-names.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { type EngineParts, actNow } from '../engine-parts.ts';
import { refuseProblems } from '../refusal-to-error.ts';
import { type AgencyRow, agencyRows, allAgencyRows, detailsOf, listAgencies } from '../storage/agency-repository.ts';
import { addThing, agencyThing, changeThing } from '../storage/directory-things.ts';
import { findInDirectory, readyToFind } from '../storage/find-agencies.ts';
import { readDirectory } from '../storage/group-repository.ts';
import { differences, type LineChange } from '../storage/register-acts.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { recordTracking, type TrackedChange, trackingHistoryOf } from '../storage/tracking-acts.ts';
import { implementer, listImplementer } from './implementer.ts';

/** Most agencies that finding answers; whoever types goes on typing. */
const mostFound = 50;

export const list = listImplementer.agencies.list.handler(async ({ input: { asOf, all, text, kind }, context }) => {
  const day = asOf ?? localDay(context.clock());
  const directory = await readDirectory(context.database);
  const wanted = (agency: KnownAgency): boolean => (kind === undefined || agency.kind === kind) && (all || standsOn(agency, day));
  if (text !== undefined && text.trim() !== '') return { rows: findInDirectory(directory, text, wanted, mostFound) };
  if (!all) return { rows: directory.agencies.filter(wanted) };
  // whoever looks at closed ones too is about to search the directory itself
  readyToFind(directory);
  const merged = [...directory.byId.values()].filter(({ mergedInto }) => mergedInto !== null);
  return { rows: [...directory.agencies, ...merged].filter(wanted) };
});

export const get = implementer.agencies.get.handler(async ({ input: { id }, context }) => {
  const [row] = await agencyRows(context.database, [id]);
  if (!row) throw notThere(id);
  const directory = await readDirectory(context.database);
  const today = localDay(context.clock());
  const kept = directory.kept(id)?.id;
  const groups = directory.groups.filter((group) => holdsOn(group.validFrom, group.validTo, today) && groupMembers(group, directory, today).members.some(({ agency }) => agency.id === kept));
  const history = await trackingHistoryOf(context.database, 'agency', [id]);
  return {
    ...detailsOf(row),
    groups: groups.map(({ id: groupId, name }) => ({ id: groupId, name })),
    history: history.map(({ at, who, act, reason, changes }) => ({ at, who, act, reason, changes: withLists(changes) })),
  };
});

export const save = implementer.agencies.save.handler(({ input, context }) =>
  context.write(async (held) => {
    const { database } = held;
    const { id, renamedOn, reason, ...given } = input;
    const all = await listAgencies(database);
    const byId = new Map(all.map((agency) => [agency.id, agency]));
    const [present] = id === undefined ? [] : await agencyRows(database, [id]);
    if (id !== undefined && !present) throw notThere(id);
    if (present?.mergedInto != null) throw new Refusal('NOT_ALLOWED', `Mục «${present.name}» đã gộp vào «${byId.get(present.mergedInto)?.name ?? present.mergedInto}»; sửa mục ấy.`, { id: present.mergedInto });
    const wanted = wantedColumns(given, present, renamedOn ?? null);
    const details = { ...detailsOf({ ...blank, ...present, ...wanted, id: id ?? 0 }) };
    const others = given.codes === undefined && given.validFrom === undefined ? [] : (await allAgencyRows(database)).filter(({ mergedInto, codes }) => mergedInto === null && codes !== '[]').map(detailsOf);
    const problems = [...agencyProblems(details, byId), ...codeProblems(details.id, details.codes, others)];
    refuse(problems);
    const act = { ...actNow(held, await readSettings(database)), act: id === undefined ? 'agency' : renamedOn ? 'rename' : 'agency-change', reason: reason ?? null };
    const change = present ? await changeThing(database, 'agency', agencyThing, present.id, differences(present, wanted)) : await addThing(database, 'agency', agencyThing, { ...blank, ...wanted });
    const kept = change?.id ?? present?.id ?? 0;
    return { ...(await agencyOf(database, kept)), act: change ? await recordTracking(database, act, [change]) : null, notices: agencyNotices({ ...details, id: kept }, all) };
  }),
);

export const merge = implementer.agencies.merge.handler(({ input: { keep, merge: ids, reason }, context }) =>
  context.write(async (held) => {
    const { database } = held;
    const byId = new Map((await listAgencies(database)).map((agency) => [agency.id, agency]));
    const keptOne = byId.get(keep);
    if (!keptOne) throw notThere(keep);
    if (keptOne.mergedInto !== null) throw new Refusal('NOT_ALLOWED', `«${keptOne.name}» đã gộp vào «${followed(keptOne, 'mergedInto', byId).name}»; chọn mục ấy làm mục giữ lại.`, { id: keptOne.mergedInto });
    const notices: string[] = [];
    const changes: TrackedChange[] = [];
    for (const id of new Set(ids)) {
      const each = byId.get(id);
      if (!each) throw notThere(id);
      if (id === keep) throw new Refusal('NOT_ALLOWED', `«${each.name}» là mục được giữ lại nên không gộp vào chính nó; bỏ chọn mục ấy.`, { id });
      if (each.mergedInto === keep) continue;
      if (each.mergedInto !== null) throw new Refusal('NOT_ALLOWED', `«${each.name}» đã gộp vào «${followed(each, 'mergedInto', byId).name}» rồi; hoàn tác lần gộp ấy trước.`, { id });
      if (closesCircle(id, keep, 'mergedInto', byId)) throw new Refusal('NOT_ALLOWED', `Gộp «${each.name}» vào «${keptOne.name}» thì hai mục trỏ vào nhau; chọn mục khác.`, { id });
      // a letter of the day the one was closed must not land on the one that took it over
      if (each.succeededBy === keep || keptOne.succeededBy === id) notices.push(`«${each.name}» và «${keptOne.name}» kế thừa nhau; gộp làm mất sự phân biệt trước và sau ngày sắp xếp. Hoàn tác nếu không phải một cơ quan ghi hai lần.`);
      const change = await changeThing(database, 'agency', agencyThing, id, { mergedInto: [null, keep] });
      if (change) changes.push(change);
      notices.push(...agencyNotices(each, [keptOne]));
    }
    if (changes.length === 0) throw new Refusal('NOT_ALLOWED', 'Các mục đã chọn đều gộp rồi; không còn gì để gộp.', { keep });
    const act = await recordTracking(database, { ...actNow(held, await readSettings(database)), act: 'merge', reason: reason ?? null }, changes);
    return { act, notices: [...new Set(notices)] };
  }),
);

const notThere = (id: number): Refusal => new Refusal('NOT_FOUND', `Danh bạ không có cơ quan mã ${id}.`, { id });

/** A name that is there already is a no of its own: nothing in the input is malformed. */
function refuse(problems: ReturnType<typeof agencyProblems>): void {
  if (problems.length === 0) return;
  if (problems.every(({ field }) => field === 'name')) throw new Refusal('NOT_ALLOWED', problems[0]?.message ?? '', { problems });
  throw refuseProblems(problems);
}

/** A row that says nothing yet. */
export const blank: Omit<AgencyRow, 'id'> = { name: '', shortName: '', abbreviation: '', kind: 'unit', rank: 0, parentId: null, validFrom: null, validTo: null, succeededBy: null, mergedInto: null, address: null, phone: null, email: null, note: null, formerNames: '[]', codes: '[]', contacts: '[]', signers: '[]' };

type Given = Partial<Omit<AgencyDetails, 'id' | 'mergedInto' | 'groups' | 'history'>> & { name: string };

/** The columns as they will be; what was left out is proposed from the name for a new agency, and stays for one that is there. */
export function wantedColumns({ name, shortName, abbreviation, kind, formerNames, codes, contacts, signers, ...plain }: Given, present: AgencyRow | undefined, renamedOn: string | null): Partial<AgencyRow> & { name: string } {
  // a short form that came from the old name goes with it
  const newName = present !== undefined && present.name !== name;
  const short = present && !(newName && present.shortName === proposeShortName(present.name)) ? present.shortName : proposeShortName(name);
  const initials = present && !(newName && present.abbreviation === proposeAbbreviation(present.name)) ? present.abbreviation : proposeAbbreviation(name);
  const former = formerNames ?? (present ? detailsOf(present).formerNames : []);
  if (present && newName && renamedOn !== null) {
    if (!isRealDate(renamedOn)) throw refuseProblems([{ field: 'renamedOn', message: unrealDaySentence('Ngày đổi tên', renamedOn) }]);
    const old = nameBefore({ ...detailsOf(present), formerNames: former }, renamedOn);
    if (old.from !== null && old.to < old.from) throw refuseProblems([{ field: 'renamedOn', message: `Ngày đổi tên ${shortDate(renamedOn)} không sau ngày ${shortDate(old.from)} bắt đầu mang tên «${present.name}»; sửa lại ngày.` }]);
    former.push(old);
  }
  const lists = { ...(codes && { codes: JSON.stringify(codes) }), ...(contacts && { contacts: JSON.stringify(contacts) }), ...(signers && { signers: JSON.stringify(signers) }) };
  const said = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  return { ...said, name, shortName: shortName || short, abbreviation: abbreviation || initials, kind: kind ?? present?.kind ?? guessAgencyKind(name), formerNames: JSON.stringify(former), ...lists };
}

async function agencyOf(database: EngineParts['database'], id: number): Promise<Agency> {
  const agency = (await listAgencies(database)).find((each) => each.id === id);
  if (!agency) throw new Error('an agency just kept is not there');
  return agency;
}

const listColumns = new Set(['formerNames', 'codes', 'contacts', 'signers', 'aliases', 'rule', 'members']);

/** Changes as people read them: lists as lists. */
const withLists = (changes: LineChange['changes']): Record<string, unknown[]> => Object.fromEntries(Object.entries(changes).map(([column, values]) => [column, listColumns.has(column) ? values.map((value) => (typeof value === 'string' ? (JSON.parse(value) as unknown) : value)) : [...values]]));

import { readFile } from 'node:fs/promises';
import type { AgencySheetRow } from '../../../shared/contract/agencies.ts';
import { addDays, localDay, shortDate } from '../../../shared/domain/dates.ts';
import { agencyKey } from '../../../shared/domain/directory/agency-key.ts';
import type { AgencyKind } from '../../../shared/domain/directory/agency-kind.ts';
import { agencyProblems } from '../../../shared/domain/directory/agency-problems.ts';
import { followed, type KnownAgency } from '../../../shared/domain/directory/known-agency.ts';
import { keysOfBody, nameBody, type NamedBody, type ShippedBody } from '../../../shared/domain/directory/province-bodies.ts';
import { type OfficeProvince, provinceOfOffice } from '../../../shared/domain/directory/province-of-office.ts';
import { communeCommittee, readCommunes } from '../../../shared/domain/directory/read-communes.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { oneLine } from '../../../shared/domain/vietnamese-text.ts';
import { actNow } from '../engine-parts.ts';
import { readCommuneSheet } from '../import/commune-sheet.ts';
import { type ShippedBodies, shippedBodies } from '../import/shipped-bodies.ts';
import { detailsOf, listAgencies } from '../storage/agency-repository.ts';
import { addThing, agencyThing } from '../storage/directory-things.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { recordTracking, type TrackedChange } from '../storage/tracking-acts.ts';
import { blank, wantedColumns } from './agencies.ts';
import { implementer } from './implementer.ts';

const readBodies = async (resources: URL): Promise<ShippedBodies> => shippedBodies(JSON.parse(await readFile(new URL('province-bodies.json', resources), 'utf8')));

const noOffice = { name: '', parentName: null, place: '' };

export const offered = implementer.agencies.offered.handler(async ({ input, context }) => {
  const { asOf, groups } = await readBodies(context.resources);
  const office = (await readSettings(context.database)).office ?? noOffice;
  const guess = provinceOfOffice(office);
  const place: OfficeProvince = { province: input.province ?? guess.province, level: input.level ?? guess.level };
  const there = namesByKey(await listAgencies(context.database), localDay(context.clock()));
  const officeKey = agencyKey(oneLine(input.officeName ?? office.name));
  const told = (body: ShippedBody) => {
    const named = nameBody(body, place);
    const keys = keysOfBody(named, place);
    const own = officeKey !== '' && keys.includes(officeKey);
    // a name that is still to be completed is nobody's yet
    const known = body.fill === null ? (keys.map((key) => there.get(key)).find((name) => name !== undefined) ?? null) : null;
    return { ...named, id: body.id, kind: body.kind, usual: body.usual && !own, note: body.note, fill: body.fill, known, own };
  };
  return { ...place, asOf, groups: groups.map(({ id, name, bodies }) => ({ id, name, bodies: bodies.map(told) })) };
});

export const choose = implementer.agencies.choose.handler(async ({ input, context }) => {
  const chosen = await chosenRows(context.resources, input);
  const today = localDay(context.clock());
  if (input.preview) return answer(planChosen(chosen, await listAgencies(context.database), today), null);
  return context.write(async (held) => {
    const { database } = held;
    const planned = planChosen(chosen, await listAgencies(database), today);
    const changes: TrackedChange[] = [];
    for (const { columns, becomes } of planned) if (becomes === 'added') changes.push(await addThing(database, 'agency', agencyThing, { ...blank, ...columns }));
    const act = changes.length === 0 ? null : await recordTracking(database, { ...actNow(held, await readSettings(database)), act: 'import', reason: 'danh sách cơ quan cấp tỉnh, xã' }, changes);
    return answer(planned, act);
  });
});

export const communes = implementer.agencies.communes.handler(({ input: { file }, context }) => readCommuneSheet(context.strangers, file));

/** One thing chosen: its names, the keys under which the directory may have it, and why it cannot come in. */
interface ChosenRow {
  row: number;
  named: Partial<NamedBody> & { name: string };
  kind: AgencyKind;
  rank: number;
  keys: readonly string[];
  problem: string | null;
  /** False when the problem only has to be said. */
  leftOut: boolean;
}

type Chosen = OfficeProvince & { bodies: readonly { id: string; fill: string }[]; communes: string };

async function chosenRows(resources: URL, { bodies, communes: text, ...place }: Chosen): Promise<ChosenRow[]> {
  const byId = new Map((await readBodies(resources)).groups.flatMap((group) => group.bodies).map((body, at) => [body.id, { body, rank: at + 1 }]));
  const rows = bodies.map(({ id, fill }, at): ChosenRow => {
    const found = byId.get(id);
    if (!found) throw unknownBody(id, at);
    const { body, rank } = found;
    const named = nameBody(body, place, fill);
    const problem = body.fill !== null && fill === '' ? `Chưa ghi ${body.fill}.` : provinceMissing(body, named, place);
    return { row: at + 1, named, kind: body.kind, rank, keys: keysOfBody(named, place), problem, leftOut: problem !== null };
  });
  const list = readCommunes(text).map(({ text: written, level, name, problem }, at): ChosenRow => {
    const full = level === null || name === null ? written : communeCommittee({ level, name });
    const keys = [agencyKey(full), ...(name === null ? [] : [agencyKey(`${level} ${name}`)])];
    return { row: bodies.length + at + 1, named: { name: full }, kind: 'commune', rank: 0, keys, problem, leftOut: name === null };
  });
  return [...rows, ...list];
}

const unknownBody = (id: string, at: number): Refusal =>
  new Refusal('INPUT_INVALID', `Danh sách cơ quan của chương trình không có mục «${id}»; lấy mã trong agencies.offered.`, { problems: [{ field: `bodies.${at}.id`, message: 'Không có mục này.' }] });

/** A name that needs the province's is not made without it. */
const provinceMissing = (body: ShippedBody, { name }: NamedBody, { province }: OfficeProvince): string | null =>
  province === '' && body.name.includes('{nơi}') ? `Chưa ghi tỉnh, thành phố nên tên «${name}» còn thiếu.` : null;

/** What becomes of a chosen row. */
interface PlannedChoice {
  chosen: ChosenRow;
  columns: ReturnType<typeof wantedColumns>;
  becomes: 'added' | 'same' | 'left-out';
  problem: string | null;
}

/**
 * Compares the choice with the directory: what stands there under any of its names stays untouched. One of the same
 * name that was closed before today (xã of old names begin anew in 2025) is followed by a new entry from the day after.
 */
function planChosen(chosen: readonly ChosenRow[], all: readonly KnownAgency[], today: string): PlannedChoice[] {
  const there = namesByKey(all, today);
  const sameName = Map.groupBy(all, ({ name }) => agencyKey(name));
  const taken = new Map<string, number>();
  return chosen.map((row): PlannedChoice => {
    const key = agencyKey(row.named.name);
    const others = sameName.get(key) ?? [];
    const last = others.filter((agency) => endedBefore(agency, today)).map(({ validTo }) => validTo ?? '').sort().at(-1);
    const validFrom = last === undefined ? null : addDays(last, 1);
    const columns = wantedColumns({ ...row.named, kind: row.kind, rank: row.rank, validFrom }, undefined, null);
    const plan = (becomes: PlannedChoice['becomes'], problem: string | null): PlannedChoice => ({ chosen: row, columns, becomes, problem });
    if (row.leftOut) return plan('left-out', row.problem);
    const known = row.keys.map((each) => there.get(each)).find((name) => name !== undefined);
    if (known !== undefined) return plan('same', known === row.named.name ? null : `Danh bạ đã có «${known}».`);
    const twice = taken.get(key);
    if (twice !== undefined) return plan('left-out', `Trùng tên với mục ${twice}.`);
    taken.set(key, row.row);
    const [problem] = agencyProblems(detailsOf({ ...blank, ...columns, id: 0 }), new Map(others.map((agency) => [agency.id, agency])));
    if (problem) return plan('left-out', problem.message);
    return plan('added', [row.problem, validFrom && `Mục cũ cùng tên thôi từ ${shortDate(validFrom)}; lập mục mới từ ngày ấy.`].filter(Boolean).join(' ') || null);
  });
}

const endedBefore = ({ validTo, mergedInto }: KnownAgency, today: string): boolean => mergedInto === null && validTo !== null && validTo < today;

/** The name an agency has today by every name it has or had; a merged entry counts as the one that is kept, a closed one not at all. */
function namesByKey(all: readonly KnownAgency[], today: string): Map<string, string> {
  const byId = new Map(all.map((agency) => [agency.id, agency]));
  const standing = all.map((agency) => ({ ...agency, kept: followed(agency, 'mergedInto', byId) })).filter(({ kept }) => !endedBefore(kept, today));
  const found = new Map<string, string>();
  for (const { formerNames, kept } of standing) for (const { name } of formerNames) if (!found.has(agencyKey(name))) found.set(agencyKey(name), kept.name);
  // a name that is borne today counts before one that was
  for (const { name, kept } of standing) found.set(agencyKey(name), kept.name);
  return found;
}

const count = (planned: readonly PlannedChoice[], wanted: PlannedChoice['becomes']): number => planned.filter(({ becomes }) => becomes === wanted).length;

function answer(planned: readonly PlannedChoice[], act: number | null) {
  const rows = planned.map(
    ({ chosen: { row, named, kind }, columns, becomes, problem }): AgencySheetRow => ({ row, name: named.name, shortName: columns.shortName ?? '', abbreviation: columns.abbreviation ?? '', kind, parent: null, code: null, becomes, problem }),
  );
  return { rows, added: count(planned, 'added'), same: count(planned, 'same'), leftOut: count(planned, 'left-out'), act };
}

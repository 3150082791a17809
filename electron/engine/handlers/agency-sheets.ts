import { readFile } from 'node:fs/promises';
import type { Agency, AgencySheetRow } from '../../../shared/contract/agencies.ts';
import { shortDate } from '../../../shared/domain/dates.ts';
import { agencyKindNames } from '../../../shared/domain/directory/agency-kind.ts';
import { safeFileName } from '../../../shared/domain/file-names.ts';
import { fileTypes } from '../../../shared/domain/file-types.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { plainSheet } from '../../../shared/letter/plain-sheet.ts';
import { actNow } from '../engine-parts.ts';
import { agencySheetHeads, readAgencySheet } from '../import/agency-sheet.ts';
import { provincesAsAgencies } from '../import/shipped-provinces.ts';
import { allAgencyRows, detailsOf } from '../storage/agency-repository.ts';
import { addThing, agencyThing, changeThing } from '../storage/directory-things.ts';
import { readDirectory } from '../storage/group-repository.ts';
import { differences } from '../storage/register-acts.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { recordTracking, type TrackedChange } from '../storage/tracking-acts.ts';
import { blank } from './agencies.ts';
import { implementer } from './implementer.ts';
import { type PlannedRow, planAgencySheet } from './plan-agency-sheet.ts';

export const importSheet = implementer.agencies.import.handler(async ({ input: { file, shipped, preview }, context }) => {
  if ((file === undefined) === (shipped === undefined)) throw new Refusal('INPUT_INVALID', 'Chọn một tệp danh bạ, hoặc danh sách kèm theo chương trình.', { problems: [{ field: 'file', message: 'Chưa chọn tệp.' }] });
  const { columns, rows } = file ? await readAgencySheet(context.strangers, file, context.clock().getFullYear()) : { columns: [], rows: provincesAsAgencies(JSON.parse(await readFile(new URL('provinces-2026.json', context.resources), 'utf8'))) };
  const answer = (planned: readonly PlannedRow[], act: number | null) => ({
    columns,
    rows: planned.map(told),
    added: planned.filter(({ becomes }) => becomes === 'added').length,
    changed: planned.filter(({ becomes }) => becomes === 'changed').length,
    leftOut: planned.filter(({ becomes }) => becomes === 'left-out').length,
    act,
  });
  if (preview) return answer(planAgencySheet(rows, await allAgencyRows(context.database)), null);
  return context.write(async (held) => {
    const { database } = held;
    const planned = planAgencySheet(rows, await allAgencyRows(database));
    const changes = await apply(database, planned);
    const act = changes.length === 0 ? null : await recordTracking(database, { ...actNow(held, await readSettings(database)), act: 'import', reason: file?.name ?? 'provinces-2026' }, changes);
    return answer(planned, act);
  });
});

/** Enters the rows; parents and successors, which may stand further down, are linked once all are there. */
async function apply(database: Parameters<typeof addThing>[0], planned: readonly PlannedRow[]): Promise<TrackedChange[]> {
  const changes = new Map<number, TrackedChange>();
  const ids = new Map<PlannedRow, number>();
  for (const row of planned) {
    if (row.becomes === 'left-out') continue;
    if (row.becomes !== 'added') {
      if (row.present !== null) ids.set(row, row.present.id);
      const change = row.present && (await changeThing(database, 'agency', agencyThing, row.present.id, differences(row.present, row.columns)));
      if (change) changes.set(change.id, change);
      continue;
    }
    const change = await addThing(database, 'agency', agencyThing, { ...blank, ...row.columns });
    changes.set(change.id, change);
    ids.set(row, change.id);
  }
  for (const row of planned) {
    const id = ids.get(row);
    const links = Object.entries(row.links).map(([column, to]) => [column, typeof to === 'number' ? to : ids.get(to)] as const).filter(([, to]) => to !== undefined);
    if (id === undefined || links.length === 0) continue;
    const present = await agencyThing.read(database, id);
    const change = present && (await changeThing(database, 'agency', agencyThing, id, differences(present, Object.fromEntries(links))));
    if (!change) continue;
    const before = changes.get(id);
    changes.set(id, before ? { ...before, changes: { ...before.changes, ...change.changes } } : change);
  }
  return [...changes.values()];
}

const told = ({ source, columns, becomes, problem }: PlannedRow): AgencySheetRow => ({
  row: source.row,
  name: source.name,
  shortName: columns.shortName ?? '',
  abbreviation: columns.abbreviation ?? '',
  kind: columns.kind ?? 'unit',
  parent: source.parent || null,
  code: source.codes[0] ?? null,
  becomes,
  problem,
});

export const exportSheet = implementer.agencies.export.handler(async ({ context }) => {
  const { byId, agencies } = await readDirectory(context.database);
  const rows = new Map((await allAgencyRows(context.database)).map((row) => [row.id, detailsOf(row)]));
  const nameOf = (id: number | null): string => (id === null ? '' : (byId.get(id)?.name ?? ''));
  const day = (date: string | null): string => (date === null ? '' : shortDate(date));
  const table = agencies.map(({ id }): string[] => {
    const row = rows.get(id);
    if (!row) throw new Error('an agency of the directory has no row');
    const formers: Agency['formerNames'] = row.formerNames;
    return [row.name, row.shortName, row.abbreviation, agencyKindNames[row.kind], String(row.rank), nameOf(row.parentId), row.codes.map(({ code }) => code).join('; '), day(row.validFrom), day(row.validTo), nameOf(row.succeededBy), formers.map(({ name }) => name).join('; '), row.address ?? '', row.phone ?? '', row.email ?? '', row.note ?? ''];
  });
  const title = 'Danh bạ cơ quan';
  const widths = [70, 42, 24, 38, 16, 55, 42, 26, 26, 55, 55, 50, 30, 40, 40];
  const columns = agencySheetHeads.map((header, at) => ({ header, widthMm: widths[at] ?? 30 }));
  const bytes = await context.documents.build({ kind: 'appendix-xlsx', sheet: plainSheet(title, title, columns, table), meta: { title, author: context.user, created: context.clock() } });
  return new File([new Uint8Array(bytes)], safeFileName(title, 'xlsx'), { type: fileTypes.xlsx });
});


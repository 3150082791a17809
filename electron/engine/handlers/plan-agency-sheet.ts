import { agencyKey } from '../../../shared/domain/directory/agency-key.ts';
import { guessAgencyKind } from '../../../shared/domain/directory/agency-kind.ts';
import { agencyProblems, codeProblems } from '../../../shared/domain/directory/agency-problems.ts';
import type { KnownAgency } from '../../../shared/domain/directory/known-agency.ts';
import { proposeAbbreviation, proposeShortName } from '../../../shared/domain/directory/propose-names.ts';
import type { SheetAgency } from '../import/agency-sheet.ts';
import { type AgencyRow, detailsOf } from '../storage/agency-repository.ts';
import { differences } from '../storage/register-acts.ts';
import { blank } from './agencies.ts';

/** What becomes of one row of a list. */
export interface PlannedRow {
  source: SheetAgency;
  /** The entry it is, when it is there already. */
  present: AgencyRow | null;
  columns: Partial<AgencyRow>;
  /** Parent and successor: an entry that is there, or another row. */
  links: { parentId?: number | PlannedRow; succeededBy?: number | PlannedRow };
  becomes: 'added' | 'changed' | 'same' | 'left-out';
  problem: string | null;
}

/** Compares a list with the directory: by code, else by name; what a row leaves empty stays as it is. */
export function planAgencySheet(rows: readonly SheetAgency[], all: readonly AgencyRow[]): PlannedRow[] {
  const standing = all.filter(({ mergedInto }) => mergedInto === null).map((row) => ({ row, details: detailsOf(row) }));
  const byKey = new Map<string, AgencyRow>();
  const byCode = new Map<string, AgencyRow>();
  for (const { row, details } of standing) {
    const key = agencyKey(row.name);
    // of two of one name, one closed, the list means the one that stands
    if (!byKey.has(key) || row.validTo === null) byKey.set(key, row);
    for (const { code } of details.codes) byCode.set(code, row);
  }
  const others = standing.map(({ details }) => details);
  const byId = new Map<number, KnownAgency>(all.map((row) => [row.id, detailsOf(row)]));
  const seen = new Map<string, number>();
  const planned = rows.map((source): PlannedRow => {
    const key = agencyKey(source.name);
    const present = source.codes.map((code) => byCode.get(code)).find((row) => row !== undefined) ?? byKey.get(key) ?? null;
    const columns = columnsOf(source, present);
    const plan: PlannedRow = { source, present, columns, links: {}, becomes: 'left-out', problem: source.problem };
    if (plan.problem !== null) return plan;
    const twice = seen.get(key);
    if (twice !== undefined) return { ...plan, problem: `trùng tên với dòng ${twice}` };
    seen.set(key, source.row);
    const details = detailsOf({ ...blank, ...present, ...columns, id: present?.id ?? 0 });
    const problems = [...agencyProblems(details, byId), ...codeProblems(details.id, details.codes, others)];
    if (problems[0]) return { ...plan, problem: problems[0].message };
    return { ...plan, becomes: present === null ? 'added' : Object.keys(differences(present, columns)).length > 0 ? 'changed' : 'same' };
  });
  return withLinks(planned, byKey);
}

function withLinks(planned: PlannedRow[], byKey: ReadonlyMap<string, AgencyRow>): PlannedRow[] {
  const inFile = new Map(planned.filter(({ becomes }) => becomes !== 'left-out').map((row) => [agencyKey(row.source.name), row]));
  for (const row of planned) {
    if (row.becomes === 'left-out') continue;
    for (const [column, name, what] of [['parentId', row.source.parent, 'Cơ quan chủ quản'], ['succeededBy', row.source.successor, 'Cơ quan kế thừa']] as const) {
      if (name === '') continue;
      const key = agencyKey(name);
      const to = inFile.get(key) ?? byKey.get(key)?.id;
      if (to === undefined) row.problem = `${what} «${name}» không có trong danh bạ hay trong tệp; bỏ trống.`;
      else if (to === row || closes(row, to, column)) row.problem = `${what} «${name}» nên thành vòng; bỏ trống.`;
      else {
        row.links[column] = to;
        const id = typeof to === 'number' ? to : to.present?.id;
        if (row.becomes === 'same' && (id === undefined || row.present?.[column] !== id)) row.becomes = 'changed';
      }
    }
  }
  return planned;
}

/** Whether linking closes a circle among the rows of the file. */
function closes(from: PlannedRow, to: number | PlannedRow, column: 'parentId' | 'succeededBy'): boolean {
  const seen = new Set<PlannedRow>();
  for (let at: number | PlannedRow | undefined = to; typeof at === 'object' && !seen.has(at); at = at.links[column]) {
    if (at === from) return true;
    seen.add(at);
  }
  return typeof to === 'number' && to === from.present?.id;
}

function columnsOf(source: SheetAgency, present: AgencyRow | null): Partial<AgencyRow> & { name: string } {
  const { name, shortName, abbreviation, kind, rank, codes, validFrom, validTo, formerNames, address, phone, email, note } = source;
  const known = present === null ? null : detailsOf(present);
  const newCodes = codes.filter((code) => !known?.codes.some((each) => each.code === code));
  const newFormers = formerNames.filter((former) => !known?.formerNames.some((each) => agencyKey(each.name) === agencyKey(former.name)));
  return {
    // a name found by its code, or written another way, stays as the directory has it
    name: present?.name ?? name,
    shortName: shortName || present?.shortName || proposeShortName(name),
    abbreviation: abbreviation || present?.abbreviation || proposeAbbreviation(name),
    kind: kind ?? present?.kind ?? guessAgencyKind(name),
    ...(rank !== null && { rank }),
    ...(validFrom !== null && { validFrom }),
    ...(validTo !== null && { validTo }),
    ...(newCodes.length > 0 && { codes: JSON.stringify([...(known?.codes ?? []), ...newCodes.map((code) => ({ code, from: null, to: null }))]) }),
    ...(newFormers.length > 0 && { formerNames: JSON.stringify([...(known?.formerNames ?? []), ...newFormers]) }),
    ...(address !== '' && { address }),
    ...(phone !== '' && { phone }),
    ...(email !== '' && { email }),
    ...(note !== '' && { note }),
  };
}

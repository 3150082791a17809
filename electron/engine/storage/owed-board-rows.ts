import type { Kysely } from 'kysely';
import { AgencyKind } from '../../../shared/contract/agencies.ts';
import type { Board } from '../../../shared/contract/owed.ts';
import { nothingOwed, type OwedCounts } from './owed-counts.ts';
import { readMerged } from './owed-scope.ts';
import type { Database } from './schema.ts';

type Named = { agencyId: number | null; name: string };

/** The agencies of a board, gathered as their duties are met. */
export interface BoardRows {
  /** The row of a duty's agency: of the entry that is kept, or of a name the directory does not know. */
  indexOf(duty: Named): number;
  countsAt(row: number): OwedCounts;
  /** The rows by kind, rank and name, those unknown to the directory last; and where each came to stand. */
  inOrder(): { ordered: Board['rows']; placeOf: (row: number) => number };
}

/** Begins the rows of a board; agencies closed by that day name their successor beside the name as it was printed. */
export async function boardRows(database: Kysely<Database>, day: string): Promise<BoardRows> {
  const agencies = new Map((await database.selectFrom('agency').select(['id', 'name', 'kind', 'rank', 'validTo', 'succeededBy']).execute()).map((agency) => [agency.id, agency]));
  const keptFor = await readMerged(database);
  const rows: (Named & { counts: OwedCounts })[] = [];
  const byAgency = new Map<number, number>();
  const byName = new Map<string, number>();
  const isClosed = (id: number): boolean => {
    const agency = agencies.get(id);
    return agency !== undefined && ((agency.validTo !== null && agency.validTo < day) || (agency.validTo === null && agency.succeededBy !== null));
  };
  const successorOf = (id: number): string | null => {
    const seen = new Set([id]);
    let last: number | null = null;
    for (let next = agencies.get(id)?.succeededBy; next != null && !seen.has(keptFor(next)); next = agencies.get(keptFor(next))?.succeededBy) {
      last = keptFor(next);
      seen.add(last);
      if (!isClosed(last)) break;
    }
    return last === null ? null : (agencies.get(last)?.name ?? null);
  };
  const shown = ({ agencyId, name, counts }: (typeof rows)[number]): Board['rows'][number] => {
    const closed = agencyId !== null && isClosed(agencyId);
    const successor = closed ? successorOf(agencyId) : null;
    return { key: agencyId === null ? `n:${name}` : `a:${agencyId}`, agency: successor === null ? name : `${name} (kế thừa: ${successor})`, agencyId, closed, counts };
  };
  const rankOf = ({ agencyId }: Named): [number, number] => {
    const agency = agencyId === null ? undefined : agencies.get(agencyId);
    return agency ? [AgencyKind.options.indexOf(agency.kind), agency.rank] : [AgencyKind.options.length, 0];
  };
  const collator = new Intl.Collator('vi', { numeric: true });
  return {
    indexOf({ agencyId, name }) {
      const kept = agencyId === null ? null : keptFor(agencyId);
      const known = kept === null ? byName.get(name) : byAgency.get(kept);
      if (known !== undefined) {
        // the latest dispatch's way of writing the name stands
        const row = rows[known];
        if (row) row.name = name;
        return known;
      }
      rows.push({ agencyId: kept, name, counts: nothingOwed() });
      if (kept === null) byName.set(name, rows.length - 1);
      else byAgency.set(kept, rows.length - 1);
      return rows.length - 1;
    },
    countsAt: (row) => rows[row]?.counts ?? nothingOwed(),
    inOrder() {
      const ranked = rows.map((row, index) => ({ row, index, rank: rankOf(row) }));
      ranked.sort((one, other) => one.rank[0] - other.rank[0] || one.rank[1] - other.rank[1] || (one.row.agencyId === null ? one.index - other.index : collator.compare(one.row.name, other.row.name)));
      const places = new Map(ranked.map(({ index }, place) => [index, place]));
      return { ordered: ranked.map(({ row }) => shown(row)), placeOf: (row) => places.get(row) ?? row };
    },
  };
}

import { nameFinder } from '../domain/directory/name-in-list.ts';
import { cellsOf, type Appendix, type AppendixColumn } from './letter.ts';
import { figureColumns } from './report-figures.ts';

/** How a dispatch's own appendix shows the figures it asks for. */
export interface ReportForm<Agency> {
  title: string;
  nameHeader: string;
  /** Agencies in the order of its rows with their labels there; those it has not come behind, by their own names. */
  rows: { agency: Agency; label: string }[];
}

/**
 * The appendix of the dispatch that has exactly these columns beside its names, as the form of what comes back: the next
 * table then reads as the last one did. Null when none has.
 */
export function reportForm<Agency extends { name: string }>(appendices: readonly Appendix[], columns: readonly AppendixColumn[], agencies: readonly Agency[]): ReportForm<Agency> | null {
  for (const { title, columns: all, rows } of appendices) {
    const [names, ...figures] = figureColumns(all);
    if (names?.kind !== 'text' || figures.length === 0 || figures.length !== columns.length || figures.some(({ header }, at) => header !== columns[at]?.header)) continue;
    const find = nameFinder(agencies);
    const labels = new Map<Agency, string>();
    for (const row of rows) {
      const [label] = cellsOf(row);
      const met = find(String(label ?? ''));
      if (met && 'found' in met && !labels.has(met.found)) labels.set(met.found, String(label));
    }
    if (labels.size === 0) continue;
    const named = [...labels].map(([agency, label]) => ({ agency, label }));
    return { title, nameHeader: names.header, rows: [...named, ...agencies.filter((agency) => !labels.has(agency)).map((agency) => ({ agency, label: agency.name }))] };
  }
  return null;
}

import { foldedAgencyKey } from './agency-key.ts';
import type { ExpandedLine } from './expand-line.ts';

/** The lines a duty is laid on, and what has to be said of how they were found. */
export interface MeantLines {
  agencies: string[];
  notices: string[];
}

/**
 * Whom a sentence means: the addressee lines that stand for the same agencies as its words («các xã, phường» →
 * `UBND các xã, phường`), else the agencies of the directory, else the words as they are. Nobody named means all addressees.
 * `expand` tells which agencies a line stands for; `groupName` how the directory calls a group.
 */
export function whoIsMeant(who: string | null, addressees: readonly string[], expand: (line: string) => ExpandedLine, groupName: (id: number) => string | null): MeantLines {
  if (who === null) return { agencies: [...addressees], notices: [] };
  const wanted = foldedAgencyKey(who);
  const same = addressees.find((line) => foldedAgencyKey(line) === wanted);
  if (same !== undefined) return { agencies: [same], notices: [] };
  const meant = expand(who);
  const ids = idsOf(meant);
  if (ids === null) return asWritten(who, wanted, addressees);

  const named = addressees.map((line) => ({ line, ids: idsOf(expand(line)) })).filter((each) => each.ids?.every((id) => ids.includes(id)));
  const covered = new Set(named.flatMap((each) => each.ids ?? []));
  const rest = meant.agencies.filter(({ id }) => id !== null && !covered.has(id));
  if (rest.length === 0) return { agencies: named.map(({ line }) => line), notices: [] };
  const group = meant.group === null ? null : groupName(meant.group);
  if (group !== null) return fromDirectory(who, [group]);
  // words for many («các sở») stay one line, which stands for the same agencies when the dispatch takes its number
  const list = meant.notices.length === 0 && meant.agencies.length <= longestList;
  if (!list) return { agencies: [who], notices: meant.notices };
  return fromDirectory(who, [...named.map(({ line }) => line), ...rest.map(({ name }) => name)]);
}

/** Agencies of a sentence that are named one by one. */
const longestList = 20;

function fromDirectory(who: string, agencies: string[]): MeantLines {
  const told = agencies.filter((name) => name !== who);
  return { agencies, notices: told.length === 0 ? [] : [`«${who}» được hiểu là ${agencies.map((name) => `«${name}»`).join(', ')} trong danh bạ.`] };
}

/** All agencies of a line; null when one of them is not in the directory, or it stands for none. */
function idsOf({ agencies }: ExpandedLine): number[] | null {
  const ids = agencies.flatMap(({ id }) => (id === null ? [] : [id]));
  return ids.length === agencies.length && ids.length > 0 ? ids : null;
}

/** What the directory does not know: the addressee lines whose words stand in it. */
function asWritten(who: string, wanted: string, addressees: readonly string[]): MeantLines {
  const named = addressees.filter((line) => {
    const key = foldedAgencyKey(line);
    return key !== '' && ` ${wanted} `.includes(` ${key} `);
  });
  return { agencies: named.length > 0 ? named : [who], notices: [] };
}

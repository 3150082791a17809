import type { ExpandedLine } from '../../../shared/contract/groups.ts';
import { localDay } from '../../../shared/domain/dates.ts';
import { foldVietnamese } from '../../../shared/domain/vietnamese-text.ts';
import { hasWords } from '../../../shared/letter/visible-text.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { actNow, type EngineParts } from '../engine-parts.ts';
import { readCalendar } from '../storage/calendar-repository.ts';
import { expandLines } from '../storage/group-repository.ts';
import { insertObligations } from '../storage/obligation-repository.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { recordTracking } from '../storage/tracking-acts.ts';
import { countObligations, dutiesOf } from './new-obligations.ts';

/** Of a letter, what says who it goes to and who owes what by it. */
export type OwedLetter = Pick<Letter, 'addressees' | 'recipients' | 'obligations'> & { issuedDate: string };

/**
 * Makes the recipients of a dispatch that takes its number, and what it obliges whom to do by when: lines for many become
 * each of their agencies as of the day of issue, and keep the name they bore. Inside the transaction that gives the number.
 */
export async function createOwed(held: EngineParts, outgoingId: number, { issuedDate, addressees, recipients, obligations }: OwedLetter): Promise<{ notices: string[] }> {
  const { database } = held;
  const named = recipients.filter(({ name }) => !isAsAbove(name));
  const lines = [...addressees, ...named.map(({ name }) => name), ...obligations.flatMap(({ agencies }) => agencies)].filter(hasWords);
  if (lines.length === 0) return { notices: [] };
  const expanded = await expandOnce(held, lines, issuedDate);
  const rows = [
    ...dutiesOf(addressees, expanded).map((place) => ({ ...place, role: 'addressee' as const, purpose: null })),
    ...named.flatMap(({ name, purpose = null }) => dutiesOf([name], expanded).map((place) => ({ ...place, role: 'recipient' as const, purpose }))),
  ];
  const once = new Map(rows.toReversed().map((row) => [row.agencyId ?? row.name, row]));
  const kept = rows.filter((row) => once.get(row.agencyId ?? row.name) === row);
  for (let at = 0; at < kept.length; at += 500) {
    await database.insertInto('recipient').values(kept.slice(at, at + 500).map((row, index) => ({ outgoingId, ordinal: at + index + 1, ...row }))).execute();
  }
  if (obligations.length === 0) return { notices: [] };
  return { notices: (await addObligations(held, outgoingId, obligations, issuedDate, expanded)).notices };
}

/** Lays obligations on agencies by a dispatch. Answers their ids and the act. Inside a transaction. */
export async function addObligations(held: EngineParts, dispatch: number, wanted: Letter['obligations'], issuedDate: string, expanded: ReadonlyMap<string, ExpandedLine>): Promise<{ ids: number[]; act: number; notices: string[] }> {
  const { database } = held;
  const { obligations, notices } = countObligations(wanted, { issuedDate, expanded, calendar: await readCalendar(held), today: localDay(held.clock()) });
  const by = actNow(held, await readSettings(database));
  const ids = await insertObligations(database, dispatch, by.at, obligations);
  const act = await recordTracking(database, { ...by, act: 'add', reason: null }, ids.map((id) => ({ subject: 'obligation', id, changes: { id: [null, id] } })));
  const said = wanted.flatMap(({ agencies }) => agencies.flatMap((line) => expanded.get(line)?.notices ?? []));
  return { ids, act, notices: [...notices, ...new Set(said)] };
}

/** Each line once with the agencies it stands for on a day. */
export async function expandOnce({ database }: Pick<EngineParts, 'database'>, lines: readonly string[], asOf: string): Promise<Map<string, ExpandedLine>> {
  const once = [...new Set(lines.filter(hasWords))];
  return new Map((await expandLines(database, once, asOf)).map((each) => [each.line, each]));
}

/** «Như trên», «Như Kính gửi»: the addressees, who are there already. */
const isAsAbove = (name: string): boolean => /^nhu (tren|kinh gui)\b/.test(foldVietnamese(name).trim());

import { isRealDate, localDay } from '../../../shared/domain/dates.ts';
import { codeKeyOf, organKeyOf } from '../../../shared/domain/double-key.ts';
import { endOfDay, momentOf } from '../../../shared/domain/owed-state.ts';
import { listAgencies } from '../storage/agency-repository.ts';
import { openDaysOf } from '../storage/owed-offers.ts';
import { asOwedRow, incomingsOf } from '../storage/owed-row.ts';
import { readDuties, readMerged, readObligations } from '../storage/owed-scope.ts';
import { implementer } from './implementer.ts';

/** Most offers for one paper; of a daily report the oldest open days and the next. */
const mostOffers = 60;
const mostDaysEach = 8;

/** What an incoming dispatch may be the report of: what its agency still owes by dispatches older than it, cited ones first. */
export const offers = implementer.owed.offers.handler(async ({ input: { organName, text = '', arrivalDate }, context }) => {
  const { database } = context;
  const day = arrivalDate !== undefined && isRealDate(arrivalDate) ? arrivalDate : localDay(context.clock());
  const moment = arrivalDate !== undefined && isRealDate(arrivalDate) ? endOfDay(day) : momentOf(undefined, context.clock());
  const organ = organKeyOf(organName);
  if (organ === '') return { rows: [] };
  const keptFor = await readMerged(database);
  const known = new Set(
    (await listAgencies(database))
      .filter(({ name, shortName, abbreviation, formerNames }) => [name, shortName, abbreviation, ...formerNames.map((former) => former.name)].some((called) => called !== '' && organKeyOf(called) === organ))
      .map(({ id }) => keptFor(id)),
  );
  const sameName = new Map<string, boolean>();
  const isNamed = (name: string): boolean => {
    const same = sameName.get(name) ?? organKeyOf(name) === organ;
    sameName.set(name, same);
    return same;
  };
  const obligations = (await readObligations(database, { unsettledAt: moment })).filter(({ issuedDate }) => issuedDate === null || issuedDate <= day);
  const byId = new Map(obligations.map((each) => [each.id, each]));
  const duties = (await readDuties(database, obligations)).filter(({ agencyId, name }) => (agencyId !== null && known.has(keptFor(agencyId))) || isNamed(name));
  const said = codeKeyOf(text);
  // a code stands alone: 12/UBND is not cited by 112/UBND
  const cites = (code: string | null): boolean => {
    const key = code === null ? '' : codeKeyOf(code);
    for (let at = key === '' ? -1 : said.indexOf(key); at >= 0; at = said.indexOf(key, at + 1)) if (!/\d/.test(said[at - 1] ?? '') || said[at - 1] === '0') return true;
    return false;
  };
  const days = await openDaysOf(database, duties.map(({ id }) => id), moment, mostDaysEach);
  const incomings = await incomingsOf(database, days);
  const rows = days.flatMap((each) => {
    const obligation = byId.get(each.obligationId);
    return obligation ? [{ ...asOwedRow(each, obligation, moment, keptFor, incomings), cited: cites(obligation.code) }] : [];
  });
  return { rows: rows.sort((one, other) => Number(other.cited) - Number(one.cited)).slice(0, mostOffers) };
});

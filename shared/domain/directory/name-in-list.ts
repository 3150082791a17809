import { abbreviates, agencyKey, agencyWords, foldedAgencyKey } from './agency-key.ts';

const committee = /^uy ban nhan dan /;
const level = /^(?:uy ban nhan dan )?(?:huyen|quan|thi xa|thanh pho|xa|phuong|thi tran|dac khu) /;
const ofProvince = /^(?!uy ban)(.+?) (?:tinh|thanh pho) [a-z ]+$/;

const committeeKey = `${agencyKey('ủy ban nhân dân')} `;
const keyWithoutCommittee = (name: string): string => {
  const key = agencyKey(name);
  return key.startsWith(committeeKey) ? key.slice(committeeKey.length) : key;
};
const withoutCommittee = (name: string): string => foldedAgencyKey(name).replace(committee, '');
const withoutProvince = (name: string): string => withoutCommittee(name).replace(ofProvince, '$1');
const placeAlone = (name: string): string => foldedAgencyKey(name).replace(level, '');

/** From sure to bold; a step counts only where one agency alone fits it. */
const steps: readonly ((name: string) => string)[] = [agencyKey, keyWithoutCommittee, foldedAgencyKey, withoutCommittee, withoutProvince, placeAlone];

export type NameFound<Thing> = { found: Thing } | { unclear: Thing[] } | null;

/**
 * Finds which of a few agencies a name in somebody's table means: tones, UBND, the level of a place, the province behind a
 * name may be missing, initials may stand for words («Sở TTTT»). Several that fit equally well are `unclear`; null fits nothing.
 */
export function nameFinder<Thing extends { name: string }>(agencies: readonly Thing[]): (name: string) => NameFound<Thing> {
  const indexes = steps.map((keyOf) => Map.groupBy(agencies, ({ name }) => keyOf(name)));
  const words = agencies.map((agency) => ({ agency, words: agencyWords(agency.name) }));
  return (name) => {
    if (agencyWords(name).length === 0) return null;
    for (const [at, keyOf] of steps.entries()) {
      const key = keyOf(name);
      const fitting = key === '' ? undefined : indexes[at]?.get(key);
      if (fitting) return only(fitting);
    }
    const short = agencyWords(name);
    const fitting = words.filter((one) => abbreviates(short, one.words) || (short.length === 1 && short[0] === one.words.map((word) => word[0]).join(''))).map(({ agency }) => agency);
    return fitting.length === 0 ? null : only(fitting);
  };
}

function only<Thing>(fitting: readonly Thing[]): NameFound<Thing> {
  const [first] = fitting;
  return first !== undefined && fitting.length === 1 ? { found: first } : { unclear: [...fitting] };
}

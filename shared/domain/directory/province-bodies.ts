import { oneLine } from '../vietnamese-text.ts';
import type { AgencyKind } from './agency-kind.ts';
import { agencyKey } from './agency-key.ts';
import { proposeAbbreviation, proposeShortName } from './propose-names.ts';
import type { OfficeProvince } from './province-of-office.ts';

/**
 * A body as resources/province-bodies.json keeps it. In its texts `{tỉnh}` is the level of the province, `{nơi}` its
 * name, `{Tỉnh ủy}` and `{Tỉnh Đoàn}` what these are called there, `{T}` and `{TU}` their letters, `{điền}` what only
 * the person knows (the number of a region).
 */
export interface ShippedBody {
  id: string;
  name: string;
  short?: string | undefined;
  abbr?: string | undefined;
  kind: AgencyKind;
  /** False where most provinces have none, or it has to be completed first. */
  usual: boolean;
  /** What a person should know before choosing it. */
  note: string | null;
  /** What has to be filled in to complete the name. */
  fill: string | null;
  /** Provinces where it is called otherwise. */
  named: Readonly<Record<string, string>>;
}

/** A body with its names in one province. */
export interface NamedBody {
  name: string;
  shortName: string;
  abbreviation: string;
}

function written(text: string, { province, level }: OfficeProvince, fill: string): string {
  const city = level === 'thành phố';
  const words: Readonly<Record<string, string>> = {
    'tỉnh': level,
    'nơi': province,
    'điền': fill,
    'Tỉnh ủy': city ? 'Thành ủy' : 'Tỉnh ủy',
    'Tỉnh Đoàn': city ? 'Thành Đoàn' : 'Tỉnh Đoàn',
    T: city ? 'TP' : 'T',
    TU: 'TU',
  };
  return oneLine(text.replace(/\{([^}]+)\}/g, (whole, word: string) => words[word] ?? whole)).trim();
}

/** What a body is called in a province; `fill` completes a name that asks for it, and is left out where it is empty. */
export function nameBody(body: ShippedBody, place: OfficeProvince, fill = ''): NamedBody {
  const own = Object.entries(body.named).find(([province]) => agencyKey(province) === agencyKey(place.province))?.[1];
  const name = written(own ?? body.name, place, fill);
  const short = body.short === undefined || own !== undefined ? proposeShortName(name) : written(body.short, place, fill);
  return { name, shortName: short, abbreviation: body.abbr === undefined ? proposeAbbreviation(name) : written(body.abbr, place, fill) };
}

/**
 * The keys under which a directory may hold the body already: its name with and without the province behind it. Short
 * forms are none: «Sở NV» stands for two.
 */
export function keysOfBody({ name }: NamedBody, { province, level }: OfficeProvince): string[] {
  const unit = `${level} ${province}`;
  const written = [name];
  if (name.endsWith(` ${level}`)) written.push(`${name} ${province}`);
  else if (name.endsWith(` ${unit}`)) written.push(name.slice(0, -province.length).trim());
  else written.push(`${name} ${unit}`);
  return [...new Set(written.map(agencyKey))];
}

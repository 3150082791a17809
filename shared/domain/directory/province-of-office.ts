import { foldVietnamese, lowerVietnamese, oneLine, upperVietnamese } from '../vietnamese-text.ts';
import { agencyWords } from './agency-key.ts';
import { isCentralCity } from './agency-kind.ts';

/** The two kinds of units directly under the centre, as they stand in the names of bodies. */
export const provinceLevels = ['tỉnh', 'thành phố'] as const;
export type ProvinceLevel = (typeof provinceLevels)[number];

/** The province or centrally-run city whose bodies an office deals with; an empty name where nothing tells it. */
export interface OfficeProvince {
  province: string;
  level: ProvinceLevel;
}

const named = /(?:^|\s)(tỉnh|thành phố|tp\.?)\s+(\p{L}.*)$/iu;

/** Names of places given in capitals, or in small letters throughout, with a capital for each word. */
export function placeName(text: string): string {
  const name = oneLine(text);
  const even = name === upperVietnamese(name) || name === lowerVietnamese(name);
  if (!even) return name;
  return lowerVietnamese(name).replace(/(^|[\s'’.-])(\p{L})/gu, (_, before: string, letter: string) => before + upperVietnamese(letter));
}

/**
 * The province of an office by what stands at the head of its pages: «… TỈNH AN BÌNH» in its name or its superior's, else
 * its địa danh, unless the office is one of a commune. A guess, for the person to confirm.
 */
export function provinceOfOffice({ name, parentName, place }: { name: string; parentName: string | null; place: string }): OfficeProvince {
  for (const text of [name, parentName ?? '']) {
    const found = named.exec(oneLine(text));
    if (!found) continue;
    const written = found[2] ?? '';
    // the địa danh is written with small letters, as names are
    const province = foldVietnamese(written) === foldVietnamese(oneLine(place)) ? placeName(place) : placeName(written);
    return { province, level: lowerVietnamese(found[1] ?? '') === 'tỉnh' ? 'tỉnh' : 'thành phố' };
  }
  const ofCommune = /\b(?:xa|phuong|dac khu|thi tran)\b/.test(agencyWords(name).join(' '));
  const province = ofCommune ? '' : placeName(place);
  return { province, level: isCentralCity(province) ? 'thành phố' : 'tỉnh' };
}

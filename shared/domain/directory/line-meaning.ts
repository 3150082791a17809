import { agencyWords } from './agency-key.ts';
import type { AgencyKind } from './agency-kind.ts';

/** Words for many agencies at once. */
const nouns: ReadonlyMap<string, AgencyKind | null> = new Map<string, AgencyKind | null>([
  ['so', 'department'],
  ['ban', 'department'],
  ['nganh', 'department'],
  ['doan the', 'mass'],
  ['hoi doan the', 'mass'],
  ['to chuc chinh tri xa hoi', 'mass'],
  ['to chuc doan the', 'mass'],
  ['huyen', 'district'],
  ['quan', 'district'],
  ['thi xa', 'district'],
  ['thanh pho', 'district'],
  ['xa', 'commune'],
  ['phuong', 'commune'],
  ['thi tran', 'commune'],
  ['dac khu', 'commune'],
  ['cap huyen', 'district'],
  ['cap xa', 'commune'],
  ['co quan bao chi', 'press'],
  // of these no kind of their own is kept
  ['co quan', null],
  ['don vi', null],
  ['co quan chuyen mon', 'department'],
]);

/** Words that say how many or where, and tell no agency from another. */
const around = ['cac', 'tat ca', 'toan the', 'nhung', 'uy ban nhan dan', 'cap tinh', 'thuoc tinh', 'cua tinh', 'trong tinh', 'toan tinh', 'tren dia ban', 'tinh', 'thanh pho truc thuoc tinh', 'thuoc', 'truc thuoc', 'co lien quan', 'lien quan', 'va'];
/** Heads of agencies that stand for their agencies: «Giám đốc các sở», «Chủ tịch UBND các xã». */
const heads = ['thu truong', 'giam doc', 'chu tich', 'lanh dao', 'truong'];

const pieces = [...nouns.keys(), ...around, ...heads].sort((one, other) => other.length - one.length).map((piece) => piece.split(' '));
const plural = new Set(['cac', 'cap huyen', 'cap xa', 'tat ca', 'toan the']);

/**
 * The kinds of agencies a line speaks of when it is made of words for many only («Các Sở, ngành, đoàn thể tỉnh»,
 * «UBND các huyện, thị xã, thành phố», «Giám đốc các sở; Chủ tịch UBND các xã»), in its order; null for every other line.
 */
export function kindsMeant(line: string): AgencyKind[] | null {
  const words = agencyWords(line);
  const kinds = new Set<AgencyKind>();
  let many = false;
  for (let at = 0; at < words.length; ) {
    const piece = pieces.find((each) => each.every((word, place) => words[at + place] === word));
    if (!piece) return null;
    const text = piece.join(' ');
    at += piece.length;
    if (plural.has(text)) many = true;
    const kind = nouns.get(text);
    if (kind) kinds.add(kind);
  }
  // «các đơn vị liên quan» says nothing that can be looked up
  return many && kinds.size > 0 ? [...kinds] : null;
}

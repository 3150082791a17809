import { readCode } from './code-reading.ts';
import { documentTypes, officialLetterType } from './document-types.ts';
import { foldVietnamese } from './vietnamese-text.ts';

/** Types that arrive but are not among the 29 of NĐ 30/2020: laws' and the Party's own. */
const others = [['Nghị định', 'NĐ'], ['Thông tư', 'TT'], ['Thông tư liên tịch', 'TTLT'], ['Lệnh', 'L'], ['Kết luận', 'KL'], ['Quy định', 'QĐi'], ['Công văn', 'CV']] as const;
const known: readonly (readonly [string, string])[] = [...documentTypes.flatMap(([name, short]) => (short === null ? [] : [[name, short] as const])), ...others];

/** A type guessed from a code, and the part of the code that says so. */
export interface TypeGuess {
  typeName: string;
  source: string;
}

/**
 * The type a code names: `12/QĐ-UBND` → Quyết định, `45/TTr-STC` → Tờ trình; a notation that begins with an agency
 * (`2953/UBND-VP`) is a công văn. Null without a notation. Only ever a guess: agencies share letters with types.
 */
export function typeInCode(code: string): TypeGuess | null {
  const { codeNumber, codeNotation } = readCode(code);
  if (codeNumber === '' || codeNotation === '') return null;
  const [first = ''] = codeNotation.replace(/^\d{4}\//, '').split(/[-/]/);
  if (first === '') return null;
  const exact = known.find(([, short]) => short === first);
  const alike = known.filter(([, short]) => foldVietnamese(short) === foldVietnamese(first));
  const named = exact ?? (alike.length === 1 || new Set(alike.map(([name]) => name)).size === 1 ? alike[0] : undefined);
  if (named) return { typeName: named[0], source: first };
  return alike.length === 0 && /^\p{Lu}{2,}/u.test(first) && codeNotation.includes('-') ? { typeName: officialLetterType, source: codeNotation } : null;
}

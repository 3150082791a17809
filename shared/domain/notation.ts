import { documentTypes, officialLetterType } from './document-types.ts';

/** What the Party's offices put before their symbol on a công văn (`CV-BTGTU`). */
const officialLetterPrefix = 'CV';

/** The abbreviation that begins the notation of a type (PL III mục I): `GM` for giấy mời; null for công văn, thư công, types not among the 29. */
export const abbreviationOf = (typeName: string): string | null => documentTypes.find(([name]) => name === typeName)?.[1] ?? null;

/** The type whose abbreviation begins a notation exactly as printed (`TB-UBND` → Thông báo); null when none does. */
function typeAtHead(codeNotation: string): string | null {
  const [head = '', ...rest] = codeNotation.split('-');
  return rest.length === 0 ? null : (documentTypes.find(([, short]) => short === head)?.[0] ?? null);
}

/**
 * The office's own symbol in the notation of a document of this type (PL I mục II khoản 3): `TB-UBND` → `UBND`, and
 * for công văn what stands before the drafting unit, `UBND-VP` → `UBND`. Null when the notation does not have that form.
 */
export function officeSymbol(typeName: string, codeNotation: string): string | null {
  const parts = codeNotation.trim().split('-').filter((part) => part !== '');
  const short = abbreviationOf(typeName);
  if (short !== null) return parts[0] === short && parts.length > 1 ? parts.slice(1).join('-') : null;
  if (typeName !== officialLetterType || parts.length === 0) return null;
  if (parts[0] === officialLetterPrefix) return parts.length > 1 ? parts.slice(1).join('-') : null;
  return parts.length === 1 ? (parts[0] ?? null) : parts.slice(0, -1).join('-');
}

/**
 * What is unusual in a notation for its type, in one sentence, or null (PL I mục II khoản 3). Said, never refused: an
 * office may write `CT-TTHT` on a công văn because its own symbol is CT; `officeNotation`, its usual one, tells that.
 */
export function notationMismatch(typeName: string, codeNotation: string, officeNotation: string | null): string | null {
  const notation = codeNotation.trim();
  if (notation === '') return null;
  const short = abbreviationOf(typeName);
  const other = typeAtHead(notation);
  const ofOther = other === null ? '' : `, «${notation}» là ký hiệu của ${other.toLocaleLowerCase('vi')}`;
  if (short !== null) {
    if (notation.startsWith(`${short}-`)) return null;
    return `Ký hiệu của ${typeName.toLocaleLowerCase('vi')} bắt đầu bằng ${short}-${ofOther || `, văn bản này mang «${notation}»`}; xem lại loại hoặc ký hiệu.`;
  }
  if (typeName !== officialLetterType || other === null) return null;
  const [own] = (officeNotation ?? '').split('-');
  if (own === notation.split('-')[0]) return null;
  return `Ký hiệu của công văn bắt đầu bằng chữ viết tắt của cơ quan${ofOther}; xem lại loại hoặc ký hiệu.`;
}

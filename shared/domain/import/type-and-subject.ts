import { documentTypes, officialLetterType } from '../document-types.ts';
import { foldVietnamese } from '../vietnamese-text.ts';

const typesByLength = documentTypes.map(([name]) => ({ name, folded: foldVietnamese(name) })).sort((one, other) => other.folded.length - one.folded.length);

/** The type a text of «tên loại và trích yếu» begins with, and what follows it; the text stays whole when it begins with none. */
export function splitTypeAndSubject(text: string): { typeName: string | null; subject: string } {
  // the longest name has fifteen letters; tones written apart have been joined before
  const beginning = foldVietnamese(text.slice(0, 24));
  const type = typesByLength.find(({ folded }) => beginning.startsWith(folded) && !/[a-z0-9]/.test(beginning[folded.length] ?? ''));
  if (!type) return { typeName: null, subject: text };
  const rest = text.slice(type.name.length).replace(/^\s*[:;,.–-]?\s*/, '');
  return { typeName: type.name, subject: rest };
}

/** The type an own notation names (`QĐ-UBND`); a notation that begins with none is that of a công văn (PL III mục I). */
export function typeOfNotation(notation: string): string {
  const first = notation.replace(/^\d{4}\//, '').split('-')[0] ?? '';
  return documentTypes.find(([, abbreviation]) => abbreviation !== null && abbreviation === first)?.[0] ?? officialLetterType;
}

import type { OutgoingRow } from '../../shared/contract/outgoing.ts';
import { officialLetterType } from '../../shared/domain/document-types.ts';
import { abbreviationOf, notationMismatch, officeSymbol } from '../../shared/domain/notation.ts';

type EarlierLetter = Pick<OutgoingRow, 'typeName' | 'codeNotation'>;

/**
 * The notation a letter of this type begins with: that of the last one issued which fits its type; for công văn else
 * the office's usual one; for a type never issued here its abbreviation and the office's symbol. Empty when unknown.
 */
export function usualNotation(earlier: readonly EarlierLetter[], typeName: string, officeNotation: string | null): string {
  const fits = (row: EarlierLetter): boolean => notationMismatch(row.typeName, row.codeNotation, officeNotation) === null;
  const last = earlier.find((row) => row.typeName === typeName && row.codeNotation !== '' && fits(row));
  if (last) return last.codeNotation;
  if (typeName === officialLetterType) return officeNotation ?? '';
  const short = abbreviationOf(typeName);
  if (short === null) return '';
  const ofOffice = officeNotation === null ? null : officeSymbol(officialLetterType, officeNotation);
  const symbol = ofOffice ?? earlier.filter(fits).map((row) => officeSymbol(row.typeName, row.codeNotation)).find((found) => found !== null);
  return symbol ? `${short}-${symbol}` : '';
}

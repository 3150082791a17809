import { officialLetterType } from '../../shared/domain/document-types.ts';
import type { OutgoingRow } from '../../shared/contract/outgoing.ts';

/** The notation a letter of this type begins with: that of the last one issued, for công văn else the office's usual one. */
export function usualNotation(earlier: readonly OutgoingRow[], typeName: string, officeNotation: string | null): string {
  const last = earlier.find((row) => row.typeName === typeName)?.codeNotation;
  return last ?? (typeName === officialLetterType ? officeNotation : null) ?? '';
}

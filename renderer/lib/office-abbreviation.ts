import { initialsOfWords } from '../../shared/domain/name-initials.ts';
import { foldVietnamese, oneLine, upperVietnamese } from '../../shared/domain/vietnamese-text.ts';

const wholes: readonly [RegExp, string][] = [
  [/^uy ban nhan dan/, 'UBND'],
  [/^hoi dong nhan dan/, 'HĐND'],
  [/^van phong uy ban nhan dan/, 'VPUBND'],
  [/^van phong/, 'VP'],
];

/** A guess at how the office abbreviates itself in its notation (`Ủy ban nhân dân tỉnh An Bình` → UBND); to be confirmed. */
export function officeAbbreviation(name: string): string {
  const line = oneLine(name);
  const folded = foldVietnamese(line);
  const whole = wholes.find(([pattern]) => pattern.test(folded));
  if (whole) return whole[1];
  // the rest of a name says where it is, not what it is
  const what = line.split(/\s+(?:tỉnh|thành phố|TỈNH|THÀNH PHỐ)\s+/)[0] ?? '';
  return upperVietnamese(initialsOfWords(what.split(/\s+/).filter((word) => !['và', 'VÀ'].includes(word))));
}

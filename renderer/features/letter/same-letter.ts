import { Letter as LetterSchema } from '../../../shared/contract/letter-schema.ts';
import { cleanLetter } from '../../../shared/letter/clean-letter.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { withoutEmptyEnds } from './appendix-edits.ts';

/** The letter as the book would keep it; null when it would refuse it. */
function asKept(letter: Letter): string | null {
  const read = LetterSchema.safeParse(withoutEmptyEnds(letter));
  return read.success ? JSON.stringify(cleanLetter(read.data).letter) : null;
}

/** Whether the book would keep both as the same text. */
export function sameLetter(one: Letter, other: Letter): boolean {
  const kept = asKept(one);
  return kept !== null && kept === asKept(other);
}

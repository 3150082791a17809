import type { Outgoing } from '../../../shared/contract/outgoing.ts';
import type { LetterAside } from './letter-aside.ts';
import { letterOf } from './letter-of.ts';
import { sameLetter } from './same-letter.ts';

/** With which text a letter opens: the book's, the one put aside, or the one the person chooses. */
export type Opening = 'book' | 'aside' | 'ask';

/**
 * How a letter opens when something of it was put aside. Only what was written over the very revision in the book is
 * taken back unasked; a letter without a line may have reached the book after all, so it is offered.
 */
export function openingOf(stored: Outgoing | null, aside: LetterAside | null, wanted?: string): Opening {
  if (aside === null) return 'book';
  if (stored === null) return aside.mark === wanted ? 'aside' : 'ask';
  if (sameLetter(aside.letter, letterOf(stored))) return 'book';
  return stored.status === 'draft' && stored.revision === aside.revision ? 'aside' : 'ask';
}

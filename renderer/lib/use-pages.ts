import { useDeferredValue, useMemo, useState } from 'react';
import { layoutLetter } from '../../shared/letter/layout-letter.ts';
import type { Letter } from '../../shared/letter/letter.ts';
import type { LetterForm, Office } from '../../shared/letter/office.ts';
import { paginate } from '../../shared/letter/paginate.ts';
import type { PaperPage } from '../../shared/letter/paper-page.ts';
import { today } from './today.ts';

/** The pages of a letter as it stands; drawn a moment after the typing, never before it. */
export function usePages(letter: Letter, office: Office, form: LetterForm, codeNumber: number | null): readonly PaperPage[] {
  const late = useDeferredValue(letter);
  const pages = useMemo(() => drawn(late, office, form, codeNumber), [late, office, form, codeNumber]);
  const [last, setLast] = useState<readonly PaperPage[]>([]);
  if (pages !== null && pages !== last) setLast(pages);
  return pages ?? last;
}

function drawn(letter: Letter, office: Office, form: LetterForm, codeNumber: number | null): readonly PaperPage[] | null {
  try {
    return paginate(layoutLetter(letter, office, form, { codeNumber }, today()));
  } catch {
    // a value no page can hold, such as a row too long for its table: the findings say so, the last good page stays
    return null;
  }
}

import { Checkbox } from '@mantine/core';
import { useMemo } from 'react';
import { fitLetter } from '../../../shared/letter/layout-letter.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { LetterForm, Office } from '../../../shared/letter/office.ts';
import { fitInWords, usualFit } from '../../../shared/letter/page-fit.ts';
import classes from './letter-form.module.css';

interface PageFitChoiceProps {
  /** The letter as it was last laid out. */
  letter: Letter;
  /** Whether it is asked for now, before the pages are drawn anew. */
  chosen: boolean;
  office: Office;
  form: LetterForm;
  today: string;
  onChange: (patch: Partial<Letter>) => void;
}

/** «Ép vừa trang», offered where it saves a page; what it did is said beside it. */
export function PageFitChoice({ letter, chosen, office, form, today, onChange }: PageFitChoiceProps) {
  const { fit, pagesBefore, pages } = useMemo(() => fitLetter(letter, office, form, { codeNumber: null }, today), [letter, office, form, today]);
  const saves = fit !== usualFit;
  if (!saves && !chosen) return null;
  const said = saves
    ? `còn ${pages} trang thay vì ${pagesBefore}: ${fitInWords(fit)}; lề và cỡ chữ vẫn trong nghị định`
    : 'không bớt được trang nào trong điều nghị định cho phép; trang in như thường';
  return (
    <Checkbox
      className={classes.fit ?? ''}
      size="xs"
      label="Ép vừa trang"
      description={said}
      data-field="fitPage"
      checked={chosen}
      onChange={(event) => onChange({ fitPage: event.currentTarget.checked || undefined })}
    />
  );
}

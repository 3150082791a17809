import { type Appendix, cellsOf, emptyLetter, type Letter, type Obligation } from './letter.ts';
import { isVisible } from './visible-text.ts';

const isBlank = (text: string | null | undefined): boolean => !isVisible(text ?? '');
const isBareAppendix = ({ title, rows }: Appendix): boolean =>
  isBlank(title) && rows.every((row) => cellsOf(row).every((cell) => cell === null || (typeof cell === 'string' && isBlank(cell))));
const isBareObligation = ({ agencies, what, due, within }: Obligation): boolean => agencies.every(isBlank) && isBlank(what) && due === null && !within;

/**
 * Whether nothing has been written in a letter yet: only what stands in a new one by itself (Như trên, VT), or what says
 * how it would be headed (type, notation, place, day, urgency). Such a draft is worth no line in the book.
 */
export function isUnwritten(letter: Letter): boolean {
  const { archive, signer } = letter;
  const bare = emptyLetter();
  const isBareRecipient = ({ name, purpose }: Letter['recipients'][number]): boolean =>
    isBlank(purpose) && (isBlank(name) || bare.recipients.some((each) => each.name === name.trim()));
  const texts = [letter.subject, letter.body, ...letter.addressees, archive.drafter, signer.position, signer.otherPosition, signer.competence, signer.fullName];
  return (
    texts.every(isBlank) &&
    archive.copies === null &&
    (isBlank(archive.units) || archive.units.trim() === bare.archive.units) &&
    letter.recipients.every(isBareRecipient) &&
    letter.appendices.every(isBareAppendix) &&
    letter.obligations.every(isBareObligation)
  );
}

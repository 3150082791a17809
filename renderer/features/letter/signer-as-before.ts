import type { Signer } from '../../../shared/letter/letter.ts';

/**
 * The signer with the powers of an earlier letter in the fields nobody has filled yet; null when another name has been
 * written meanwhile, or nothing is left to fill.
 */
export function signerAsBefore(now: Signer, before: Signer): Signer | null {
  if (now.fullName !== before.fullName) return null;
  const position = now.position.trim() === '' ? before.position : now.position;
  const competence = now.competence === null || now.competence.trim() === '' ? before.competence : now.competence;
  return position === now.position && competence === now.competence ? null : { ...now, position, competence };
}

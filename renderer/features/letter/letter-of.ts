import type { Outgoing } from '../../../shared/contract/outgoing.ts';
import type { Letter } from '../../../shared/letter/letter.ts';

/** What the dispatch says, without its place in the book. */
export const letterOf = ({ typeName, codeNotation, place, issuedDate, subject, priority, addressees, body, recipients, archive, signer, appendices, obligations, fitPage }: Outgoing): Letter => ({
  typeName,
  codeNotation,
  place,
  issuedDate,
  subject,
  priority,
  addressees,
  body,
  recipients,
  archive,
  signer,
  appendices,
  obligations,
  ...(fitPage && { fitPage }),
});

import type { OutgoingLine } from '../storage/outgoing-repository.ts';

type Standing = Pick<OutgoingLine, 'status' | 'codeNumber'>;

/** A dispatch with a number that is in force in some way: neither a draft nor a kept number nor cancelled. */
export const isGiven = ({ status, codeNumber }: Standing): boolean => codeNumber !== null && !['draft', 'reserved', 'used', 'cancelled'].includes(status);

/** Corrected, replaced or recalled: handing it over later is noted, and changes nothing of that. */
export const isSettled = ({ status }: Standing): boolean => status === 'corrected' || status === 'replaced' || status === 'recalled';

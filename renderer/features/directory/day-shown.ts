import { shortDate } from '../../../shared/domain/dates.ts';

/** `01/01/2016 – 30/06/2025`; empty when neither day is known. */
export const dayShown = ({ from, to }: { from: string | null; to: string | null }): string => (from === null && to === null ? '' : `${from ? shortDate(from) : '…'} – ${to ? shortDate(to) : '…'}`);

import { localDay, type IsoDate } from '../../shared/domain/dates.ts';

/** The day on this computer's wall calendar. */
export const today = (): IsoDate => localDay(new Date());

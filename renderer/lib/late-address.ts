import type { LateRow } from '../../shared/contract/owed.ts';

/** Where a late row is dealt with: the agency's cell on the board of its dispatch, or the open line of the incoming book. */
export const lateAddress = ({ kind, id, owed }: Pick<LateRow, 'kind' | 'id' | 'owed'>): string => (kind === 'incoming' ? `/van-ban-den?view=late&id=${id}` : `/theo-doi?van-ban=${id}${owed === null ? '' : `&o=${owed}`}`);

import { lateSorts, readSort, writeSort, type ListSort } from '../../../shared/domain/list-sort.ts';

/** What the screen shows: the board, everything late, the days ahead, or what has come in. */
export type TrackingView = 'board' | 'late' | 'agenda' | 'progress';

export interface TrackingAddress {
  view: TrackingView;
  /** One dispatch only: its days stand in the columns. */
  dispatch: number | null;
  text: string;
  /** Also dispatches nobody owes anything for any more. */
  settled: boolean;
  /** On the board only agencies that are late. */
  lateOnly: boolean;
  /** By which head the list of what is late is sorted; null: the longest late first. */
  sort?: ListSort<(typeof lateSorts)[number]> | null;
  /** The open cell, as the id of its owed day. */
  open: number | null;
}

const views: Record<string, TrackingView> = { bang: 'board', 'qua-han': 'late', lich: 'agenda', 'tien-do': 'progress' };
const whole = (text: string | null): number | null => (text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null);

/** Reads `?xem=lich&van-ban=12&chu=…&ca-da-xong=1&chi-tre=1&o=120001`; what is not understood is left out. */
export function readTrackingAddress(search: URLSearchParams): TrackingAddress {
  return { view: views[search.get('xem') ?? ''] ?? 'board', dispatch: whole(search.get('van-ban')), text: search.get('chu') ?? '', settled: search.get('ca-da-xong') === '1', lateOnly: search.get('chi-tre') === '1', sort: readSort(search.get('sort'), lateSorts), open: whole(search.get('o')) };
}

/** Writes it back, leaving out what is not set. */
export function writeTrackingAddress({ view, dispatch, text, settled, lateOnly, sort, open }: TrackingAddress): URLSearchParams {
  const search = new URLSearchParams();
  const name = Object.entries(views).find(([, each]) => each === view)?.[0];
  if (name && view !== 'board') search.set('xem', name);
  if (dispatch !== null) search.set('van-ban', String(dispatch));
  if (text) search.set('chu', text);
  if (settled) search.set('ca-da-xong', '1');
  if (lateOnly) search.set('chi-tre', '1');
  if (sort) search.set('sort', writeSort(sort));
  if (open !== null) search.set('o', String(open));
  return search;
}

/** Figures that came in, gathered into a table that is only looked at. */
export interface GatheredTable {
  obligation: number;
  /** Which of its days, from 1. */
  n: number;
  title: string;
  share: boolean;
  rank: boolean;
  change: boolean;
}

/** What the leader's screen shows: who is late, the dispatches with appendices, one appendix (from 1), or gathered figures. */
export type LeaderAddress = { view: 'late' } | { view: 'choice'; text: string } | { view: 'appendix'; dispatch: number; appendix: number } | { view: 'gathered'; table: GatheredTable };

const path = '/lanh-dao';
const whole = (text: string | null): number | null => (text !== null && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null);
const asked = (search: URLSearchParams, name: string): boolean => search.get(name) === '1';

/** Reads `?xem=phu-luc&van-ban=12&phu-luc=2`; what is not understood is left out. */
export function readLeaderAddress(search: URLSearchParams): LeaderAddress {
  if (search.get('xem') !== 'phu-luc') return { view: 'late' };
  const dispatch = whole(search.get('van-ban'));
  if (dispatch !== null) return { view: 'appendix', dispatch, appendix: whole(search.get('phu-luc')) ?? 1 };
  const obligation = whole(search.get('tong-hop'));
  if (obligation === null) return { view: 'choice', text: search.get('chu') ?? '' };
  return { view: 'gathered', table: { obligation, n: whole(search.get('ky')) ?? 1, title: search.get('ten') ?? '', share: asked(search, 'ty-le'), rank: asked(search, 'xep-hang'), change: asked(search, 'ky-truoc') } };
}

/** The way to it, for links of every screen. */
export function leaderAddress(address: LeaderAddress): string {
  if (address.view === 'late') return path;
  const search = new URLSearchParams({ xem: 'phu-luc' });
  if (address.view === 'appendix') {
    search.set('van-ban', String(address.dispatch));
    if (address.appendix > 1) search.set('phu-luc', String(address.appendix));
  }
  if (address.view === 'choice' && address.text !== '') search.set('chu', address.text);
  if (address.view === 'gathered') {
    const { obligation, n, title, share, rank, change } = address.table;
    search.set('tong-hop', String(obligation));
    if (n > 1) search.set('ky', String(n));
    if (title !== '') search.set('ten', title);
    for (const [name, wanted] of [['ty-le', share], ['xep-hang', rank], ['ky-truoc', change]] as const) if (wanted) search.set(name, '1');
  }
  return `${path}?${search.toString()}`;
}

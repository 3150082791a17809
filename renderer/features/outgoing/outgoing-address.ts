import { OutgoingStatus } from '../../../shared/contract/outgoing.ts';

/** What the list shows, as its address says it. */
export interface OutgoingAddress {
  status: OutgoingStatus | null;
  year: number | null;
  text: string;
  /** The open line. */
  id: number | null;
}

const whole = (text: string | null): number | null => (text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null);

/** Reads `?status=issued&year=2026&text=…&id=12`; what is not understood is left out. */
export function readOutgoingAddress(search: URLSearchParams): OutgoingAddress {
  const status = OutgoingStatus.safeParse(search.get('status'));
  return { status: status.success ? status.data : null, year: whole(search.get('year')), text: search.get('text') ?? '', id: whole(search.get('id')) };
}

/** Writes it back, leaving out what is not set. */
export function writeOutgoingAddress(address: OutgoingAddress): URLSearchParams {
  const search = new URLSearchParams();
  if (address.status) search.set('status', address.status);
  if (address.year) search.set('year', String(address.year));
  if (address.text) search.set('text', address.text);
  if (address.id) search.set('id', String(address.id));
  return search;
}

/** What the list of incoming dispatches can be sorted by, one for each of its columns. */
export const incomingSorts = ['number', 'arrival', 'organName', 'code', 'issued', 'subject', 'typeName', 'people', 'handed', 'due', 'handling', 'priority', 'signer', 'receipt', 'needsReply', 'pages', 'copies', 'files', 'note'] as const;

/** What the list of outgoing dispatches can be sorted by, one for each of its columns. */
export const outgoingSorts = ['code', 'issued', 'subject', 'typeName', 'addressees', 'people', 'recipients', 'archive', 'copies', 'sent', 'receipt', 'files', 'note', 'series', 'status'] as const;

/** What the list of what is late can be sorted by. */
export const lateSorts = ['due', 'code', 'who', 'subject', 'what', 'lateDays'] as const;

/** By what a list is sorted, and which way; lines without a value stand last either way. */
export interface ListSort<By extends string = string> {
  by: By;
  order: 'asc' | 'desc';
}

/** As it stands in an address: `organName`, and `-organName` from the last to the first; null when it is none of `names`. */
export function readSort<By extends string>(text: string | null, names: readonly By[]): ListSort<By> | null {
  const by = names.find((name) => name === text?.replace(/^-/, ''));
  return by === undefined ? null : { by, order: text?.startsWith('-') ? 'desc' : 'asc' };
}

/** Writes it back. */
export const writeSort = ({ by, order }: ListSort): string => (order === 'desc' ? `-${by}` : by);

/** What a click on a head makes of the order: first one way, then the other, then as it was before. */
export function nextSort<By extends string>(now: ListSort<By> | null, by: By): ListSort<By> | null {
  if (now?.by !== by) return { by, order: 'asc' };
  return now.order === 'asc' ? { by, order: 'desc' } : null;
}

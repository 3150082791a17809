import type { Handling } from '../../../shared/contract/incoming.ts';

/** How far an incoming dispatch has come, as it is called. */
export const handlingWords: Record<Handling, string> = { waiting: 'Chưa chuyển', handed: 'Đã chuyển', done: 'Đã giải quyết' };

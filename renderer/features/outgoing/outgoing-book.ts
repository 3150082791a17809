import type { OutgoingRow } from '../../../shared/contract/outgoing.ts';
import type { ListedBook } from '../../components/register-list/listed-book.ts';
import { engine } from '../../lib/engine.ts';
import { outgoingInput, type OutgoingInput } from './outgoing-input.ts';

/** How the list of outgoing dispatches asks for its lines. */
export const outgoingBook: ListedBook<OutgoingRow, OutgoingInput> = { book: 'outgoing', inputOf: outgoingInput, read: (input, signal) => engine.outgoing.list(input, { signal }) };

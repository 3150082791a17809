import type { IncomingRow } from '../../../shared/contract/incoming.ts';
import type { ListedBook } from '../../components/register-list/listed-book.ts';
import { engine } from '../../lib/engine.ts';
import { incomingInput, type IncomingInput } from './incoming-input.ts';

/** How the list of incoming dispatches asks for its lines. */
export const incomingBook: ListedBook<IncomingRow, IncomingInput> = { book: 'incoming', inputOf: incomingInput, read: (input, signal) => engine.incoming.list(input, { signal }) };

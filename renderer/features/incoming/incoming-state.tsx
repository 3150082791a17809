import type { IncomingRow } from '../../../shared/contract/incoming.ts';
import { StateSign } from '../../components/state-sign.tsx';
import { handlingWords } from './incoming-words.ts';

/** How an incoming line stands, as a word with its sign. */
export function IncomingState({ row }: { row: Pick<IncomingRow, 'status' | 'handling'> }) {
  if (row.status === 'cancelled') return <StateSign word="Đã hủy" tone="seal" shape="bar" />;
  if (row.status === 'recalled') return <StateSign word="Đã thu hồi" tone="seal" shape="bar" />;
  return <StateSign word={handlingWords[row.handling]} tone={row.handling === 'done' ? 'green' : row.handling === 'handed' ? 'ink' : 'amber'} shape={row.handling === 'done' ? 'full' : 'hollow'} />;
}

import type { LineState } from '../../shared/contract/outgoing.ts';
import { outgoingWords } from './outgoing-words.ts';
import { StateSign, type SignTone } from './state-sign.tsx';

const looks: Record<LineState, [SignTone, 'full' | 'hollow' | 'bar']> = {
  draft: ['grey', 'hollow'],
  reserved: ['amber', 'hollow'],
  used: ['grey', 'full'],
  issued: ['green', 'hollow'],
  sent: ['green', 'full'],
  corrected: ['amber', 'full'],
  replaced: ['amber', 'bar'],
  recalled: ['seal', 'bar'],
  cancelled: ['seal', 'bar'],
};

/** The state of an outgoing dispatch as a word with its colour. */
export function StatusSign({ status }: { status: LineState }) {
  const [tone, shape] = looks[status];
  return <StateSign word={outgoingWords[status]} tone={tone} shape={shape} />;
}

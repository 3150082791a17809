import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OutgoingRow } from '../../../shared/contract/outgoing.ts';
import { MarkDialog, type Mark } from './mark-dialog.tsx';

const marks: readonly [Mark, string][] = [
  ['sent', 'Đã gửi…'],
  ['corrected', 'Đính chính…'],
  ['replaced', 'Thay thế…'],
  ['recalled', 'Thu hồi…'],
];

/** What can be done with the chosen outgoing lines, each in one statement with one undo. */
export function OutgoingActs({ rows, onDone }: { rows: readonly OutgoingRow[]; onDone: () => void }) {
  const [mark, setMark] = useState<Mark | null>(null);
  return (
    <>
      {marks.map(([name, label], at) => (
        <Button key={name} size="compact-sm" variant={at === 0 ? 'filled' : 'default'} onClick={() => setMark(name)}>
          {label}
        </Button>
      ))}
      {mark ? <MarkDialog mark={mark} ids={rows.map(({ id }) => id)} onClose={() => setMark(null)} onDone={onDone} /> : null}
    </>
  );
}

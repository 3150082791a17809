import type { ReactNode } from 'react';
import type { IncomingChange } from '../../../shared/contract/incoming.ts';
import { ActDialog } from '../../components/act-dialog.tsx';
import { engine } from '../../lib/engine.ts';
import { ChangedLines } from './changed-lines.tsx';

interface ChangeDialogProps {
  ids: readonly number[];
  title: (lines: string) => string;
  button: string;
  /** What is to be changed; null while what was typed cannot be read. */
  set: IncomingChange | null;
  /** Each is handed to whom it already names. */
  toWritten?: boolean;
  done: (changed: string) => string;
  onClose: () => void;
  onDone: () => void;
  children: ReactNode;
}

/** One change on one or many incoming lines. */
export function ChangeDialog({ ids, set, toWritten = false, ...dialog }: ChangeDialogProps) {
  const wanted = set === null || Object.keys(set).length === 0 ? null : { set, ...(toWritten && { toWritten }) };
  return (
    <ActDialog
      book="incoming"
      amount={ids.length}
      wanted={wanted}
      call={(what, preview, { signal, job }) =>
        engine.incoming.change({ ids: [...ids], ...what, preview, ...(preview && ids.length > 1 && { lines: true }), ...(job && { job }) }, signal ? { signal } : {})
      }
      lines={({ lines = [] }) => (lines.length > 0 ? <ChangedLines lines={lines} amount={ids.length} /> : null)}
      {...dialog}
    />
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { Double } from '../../../../shared/contract/incoming.ts';
import type { NewForm } from '../../../components/entry/use-new-form.ts';
import { useSave, type SaveState } from '../../../components/entry/use-save.ts';
import type { Paper } from '../../../components/entry/waiting-papers.ts';
import { registerChanged } from '../../../lib/after-change.ts';
import { engine } from '../../../lib/engine.ts';
import { reportsOf, type EntryForm } from './entry-form.ts';
import type { Problems, ReadEntry } from './read-entry.ts';
import { registerOnce, type Registered } from './register-once.ts';

interface Registering {
  desk: NewForm<EntryForm>;
  read: ReadEntry;
  papers: readonly Paper[];
  byFile: readonly Double[];
  /** Nothing was saved because of these: the keyboard goes to the first of them. */
  onStopped: (problems: Problems) => void;
  onEntered: (entered: Registered & { about: string }) => void;
}

export interface RegisteringState extends SaveState {
  /** The person wants to save what looks double: ask why. */
  askDouble: boolean;
}

const doubleAsked = 'Ghi lý do giữ cả hai, rồi bấm Ctrl+Enter lần nữa.';

/** «Lưu & nhập tiếp»: one save at a time, looked up for doubles once more, never entered twice. */
export function useRegistering({ desk, read, papers, byFile, onStopped, onEntered }: Registering): RegisteringState {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<string | null>(null);
  const { form, tried } = desk;
  const { given } = read;
  // the question goes with what looked double: another number or file has not been asked about
  const asking = JSON.stringify([given.organName, given.code, given.issuedDate, byFile.map(({ id }) => id)]);

  const stop = (problems: Problems): void => {
    desk.setProblems(problems);
    onStopped(problems);
  };
  const send = async (entered: () => void): Promise<void> => {
    // asked again at this moment: what was typed last may not have been looked up yet
    const checked = await engine.incoming.check({ organName: given.organName, code: given.code ?? null, issuedDate: given.issuedDate ?? null, arrivalDate: given.arrivalDate ?? null });
    const doubles = checked.duplicates.length + byFile.length;
    // after a lost answer the line itself may be the double: it is looked for first
    if (doubles > 0 && form.doubleReason.trim() === '' && tried === null) {
      setAsked(asking);
      return stop({ doubleReason: doubleAsked });
    }
    const registered = await registerOnce(engine.incoming, { given, files: papers.map(({ file }) => file), doubleReason: form.doubleReason, backdateReason: form.backdateReason, reports: reportsOf(form) }, checked.nextNumber, tried, desk.remember);
    flushSync(() => {
      setAsked(null);
      onEntered({ ...registered, about: [given.organName, given.code, given.subject].filter(Boolean).join(' · ') });
    });
    entered();
    await registerChanged(queries);
  };
  return { ...useSave({ problems: read.problems, send, stop }), askDouble: asked === asking };
}

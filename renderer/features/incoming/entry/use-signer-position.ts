import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { engineQueries } from '../../../lib/engine.ts';
import type { EntryForm } from './entry-form.ts';

/** Fills the position a signer last signed with, as the book remembers it; never over one that is written. */
export function useSignerPosition(form: EntryForm, onFound: (position: string) => void): (fullName: string) => void {
  const queries = useQueryClient();
  const current = useRef(form);
  useEffect(() => {
    current.current = form;
  });
  const look = async (fullName: string): Promise<string | null> => {
    const { rows } = await queries.fetchQuery(engineQueries.incoming.list.queryOptions({ input: { columns: { people: fullName }, limit: 50, exact: false } }));
    const signed = rows.filter((row) => row.signerName === fullName);
    const last = signed.find((row) => row.organName === current.current.organName) ?? signed[0];
    if (!last) return null;
    const line = await queries.fetchQuery(engineQueries.incoming.get.queryOptions({ input: { id: last.id } }));
    return line.signer?.position ?? null;
  };
  return (name) => {
    const fullName = name.trim();
    if (fullName === '' || current.current.signerPosition.trim() !== '') return;
    look(fullName).then(
      (position) => {
        const now = current.current;
        if (position !== null && now.signerPosition.trim() === '' && now.signerName.trim() === fullName) onFound(position);
      },
      // a position that is not found is typed by hand
      () => undefined,
    );
  };
}

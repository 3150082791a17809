import { useQuery } from '@tanstack/react-query';
import type { AttachedFile } from '../../../../shared/contract/incoming.ts';
import { engine } from '../../../lib/engine.ts';

/** A file kept with the line, read to be looked at beside the form; null until it has come, or when it cannot be read. */
export function useKeptFile(id: number, wanted: AttachedFile | null): { key: string; name: string; file: Blob } | null {
  const kept = useQuery({
    queryKey: ['incoming-kept-file', id, wanted?.sha256],
    queryFn: () => engine.incoming.file({ id, ordinal: wanted?.ordinal ?? 0 }),
    enabled: wanted !== null,
    staleTime: Infinity,
    gcTime: 60_000,
  });
  return wanted && kept.data ? { key: wanted.sha256, name: wanted.name, file: kept.data } : null;
}

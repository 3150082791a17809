import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { Notice } from '../../../components/notice.tsx';
import { Screen } from '../../../components/screen.tsx';
import { engine, engineQueries } from '../../../lib/engine.ts';
import { refusalSentence } from '../../../lib/refusal-sentence.ts';
import { EditEntry } from './edit-entry.tsx';
import { NewEntry } from './new-entry.tsx';

/** Vào sổ văn bản đến: a new line of the book. */
export function NewEntryScreen() {
  const settings = useQuery(engineQueries.settings.get.queryOptions());
  return settings.data ? <NewEntry folderId={settings.data.folderId} /> : null;
}

/** Sửa a line of the incoming book; its number stays. */
export function EditEntryScreen() {
  const id = Number(useParams().id);
  const settings = useQuery(engineQueries.settings.get.queryOptions());
  // read anew whenever the form is opened: what is changed must be what stands in the book
  const line = useQuery({ queryKey: ['incoming-edit-start', id], queryFn: () => engine.incoming.get({ id }), staleTime: Infinity, gcTime: 0, enabled: Number.isInteger(id) });
  if (line.isError || !Number.isInteger(id)) {
    return (
      <Screen title="Sửa văn bản đến">
        <Notice tone="trouble" title="Chưa mở được dòng này" action={{ label: 'Thử lại', run: () => void line.refetch() }}>
          {line.isError ? refusalSentence(line.error) : 'Địa chỉ này không chỉ dòng nào trong sổ.'}
        </Notice>
      </Screen>
    );
  }
  return settings.data && line.data ? <EditEntry key={id} folderId={settings.data.folderId} start={line.data} /> : null;
}

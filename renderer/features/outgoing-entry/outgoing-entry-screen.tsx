import { useQuery } from '@tanstack/react-query';
import { Notice } from '../../components/notice.tsx';
import { Screen } from '../../components/screen.tsx';
import { engineQueries } from '../../lib/engine.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { OutgoingEntry } from './outgoing-entry.tsx';

/** Vào sổ văn bản đi made elsewhere: it only takes its number here. */
export function OutgoingEntryScreen() {
  const settings = useQuery(engineQueries.settings.get.queryOptions());
  const books = useQuery(engineQueries.books.list.queryOptions({ input: {} }));
  const reserved = useQuery(engineQueries.outgoing.list.queryOptions({ input: { view: 'reserved', limit: 200 } }));
  const earlier = useQuery(engineQueries.outgoing.list.queryOptions({ input: { limit: 200 } }));
  const failed = [settings, books, reserved, earlier].find((query) => query.isError);
  if (failed) {
    return (
      <Screen title="Vào sổ văn bản đi">
        <Notice tone="trouble" title="Chưa mở được sổ" action={{ label: 'Thử lại', run: () => void failed.refetch() }}>
          {refusalSentence(failed.error)}
        </Notice>
      </Screen>
    );
  }
  if (!settings.data || !books.data || !reserved.data || !earlier.data) return null;
  const kept = reserved.data.rows.flatMap(({ id, codeNumber, codeNotation, series, year, reservedReason }) => (codeNumber === null ? [] : [{ id, codeNumber, codeNotation, series, year, reservedReason }]));
  return <OutgoingEntry settings={settings.data} books={books.data.rows.filter(({ kind }) => kind === 'outgoing')} reserved={kept} earlier={earlier.data.rows.filter(({ status }) => status !== 'draft' && status !== 'reserved')} />;
}

import { useQuery } from '@tanstack/react-query';
import { Notice } from '../../components/notice.tsx';
import { Screen } from '../../components/screen.tsx';
import { engineQueries } from '../../lib/engine.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { SettingsForm } from './settings-form.tsx';

/** Cài đặt: the office, the form of its letters, its books and numbers, and who sits here. */
export function SettingsScreen() {
  const settings = useQuery(engineQueries.settings.get.queryOptions());
  const books = useQuery(engineQueries.books.list.queryOptions({ input: {} }));
  const failed = [settings, books].find((query) => query.isError);
  if (failed) {
    return (
      <Screen title="Cài đặt">
        <Notice tone="trouble" title="Chưa đọc được cài đặt" action={{ label: 'Thử lại', run: () => void failed.refetch() }}>
          {refusalSentence(failed.error)}
        </Notice>
      </Screen>
    );
  }
  if (!settings.data?.office || !books.data) return <Screen title="Cài đặt">{null}</Screen>;
  return <SettingsForm saved={{ ...settings.data, office: settings.data.office }} books={books.data.rows} />;
}

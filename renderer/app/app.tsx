import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from 'react-router/dom';
import { Notice } from '../components/notice.tsx';
import { FirstRun } from '../features/first-run/first-run.tsx';
import { engineQueries } from '../lib/engine.ts';
import { refusalSentence } from '../lib/refusal-sentence.ts';
import { CommandCenter } from './command-center.tsx';
import { routes } from './routes.tsx';
import { theme } from './theme.ts';

const queries = new QueryClient({
  // the engine is on this machine: no point in asking again by itself, nor in forgetting soon
  defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false, staleTime: 15_000, networkMode: 'always' }, mutations: { networkMode: 'always' } },
});

function Door() {
  const settings = useQuery(engineQueries.settings.get.queryOptions());
  if (settings.isPending) return null;
  if (settings.isError) {
    return (
      <Notice tone="trouble" title="Chưa mở được sổ" action={{ label: 'Thử lại', run: () => void settings.refetch() }}>
        {refusalSentence(settings.error)}
      </Notice>
    );
  }
  return settings.data.office ? <RouterProvider router={routes} /> : <FirstRun />;
}

/** The window as a whole. */
export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queries}>
        <Notifications position="bottom-right" limit={3} autoClose={8000} transitionDuration={120} />
        <CommandCenter>
          <Door />
        </CommandCenter>
      </QueryClientProvider>
    </MantineProvider>
  );
}

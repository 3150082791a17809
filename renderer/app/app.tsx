import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from 'react-router/dom';
import { ConfirmFirstDialog } from '../components/confirm-first-dialog.tsx';
import { Notice } from '../components/notice.tsx';
import { FirstRun } from '../features/first-run/first-run.tsx';
import { RescueScreen } from '../features/trust/rescue-screen.tsx';
import { engineQueries } from '../lib/engine.ts';
import { host } from '../lib/host.ts';
import { refusalCode, refusalSentence } from '../lib/refusal-sentence.ts';
import { askAhead } from './ask-ahead.ts';
import { CommandCenter } from './command-center.tsx';
import { StoppedServer } from './stopped-server.tsx';
import { routes } from './routes.tsx';
import { theme } from './theme.ts';
import classes from './app.module.css';

// whichever call meets the damage first, the door is asked again and leads to the rescue
const noticeDamage = (error: unknown): void => {
  const door = engineQueries.settings.get.queryKey();
  if (refusalCode(error) === 'DATA_DAMAGED' && queries.getQueryState(door)?.status !== 'error') void queries.invalidateQueries({ queryKey: door });
};
const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeDamage }),
  mutationCache: new MutationCache({ onError: noticeDamage }),
  // the engine is on this machine: no point in asking again by itself, nor in forgetting soon
  defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false, staleTime: 15_000, networkMode: 'always' }, mutations: { networkMode: 'always' } },
});

askAhead(queries, location.hash);

function Door() {
  const settings = useQuery(engineQueries.settings.get.queryOptions());
  if (settings.isPending) return null;
  if (refusalCode(settings.error) === 'DATA_DAMAGED') return <RescueScreen error={settings.error} onRetry={() => void settings.refetch()} />;
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
        <div className={classes.window}>
          <div className={classes.inside}>
            <CommandCenter>
              <Door />
              <ConfirmFirstDialog />
              {host.kind === 'browser' ? <StoppedServer /> : null}
            </CommandCenter>
          </div>
          {/* what was done is told in a strip of its own under everything else: it covers nothing, the work makes room */}
          <Notifications classNames={{ root: classes.words, notification: classes.word }} withinPortal={false} position="bottom-center" limit={3} autoClose={8000} transitionDuration={120} />
        </div>
      </QueryClientProvider>
    </MantineProvider>
  );
}

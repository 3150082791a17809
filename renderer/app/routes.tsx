import { useQuery } from '@tanstack/react-query';
import { createHashRouter, Navigate } from 'react-router';
import { BooksScreen } from '../features/books/books-screen.tsx';
import { DeskScreen } from '../features/desk/desk-screen.tsx';
import { DirectoryScreen } from '../features/directory/directory-screen.tsx';
import { EditEntryScreen, NewEntryScreen } from '../features/incoming/entry/entry-screen.tsx';
import { ImportScreen } from '../features/import/import-screen.tsx';
import { IncomingScreen } from '../features/incoming/incoming-screen.tsx';
import { LeaderScreen } from '../features/leader/leader-screen.tsx';
import { LetterScreen } from '../features/letter/letter-screen.tsx';
import { OutgoingEntryScreen } from '../features/outgoing-entry/outgoing-entry-screen.tsx';
import { OutgoingScreen } from '../features/outgoing/outgoing-screen.tsx';
import { SettingsScreen } from '../features/settings/settings-screen.tsx';
import { TrackingScreen } from '../features/tracking/tracking-screen.tsx';
import { TrustScreen } from '../features/trust/trust-screen.tsx';
import { engineQueries } from '../lib/engine.ts';
import { lastLetterAddress } from '../lib/last-letter.ts';
import { Frame } from './frame.tsx';
import { LostScreen } from './lost-screen.tsx';

/** «Soạn thảo» by itself: the letter last on the desk. */
const LastLetter = () => {
  const settings = useQuery(engineQueries.settings.get.queryOptions());
  return settings.data ? <Navigate to={lastLetterAddress(settings.data.folderId)} replace /> : null;
};

/** The addresses of the window; each names the screen, its filter and the open line. */
export const routes = createHashRouter([
  {
    path: '/',
    element: <Frame />,
    children: [
      { index: true, element: <Navigate to="/ban-lam-viec" replace /> },
      { path: 'ban-lam-viec', element: <DeskScreen />, errorElement: <LostScreen /> },
      { path: 'van-ban-di', element: <OutgoingScreen />, errorElement: <LostScreen /> },
      { path: 'van-ban-den', element: <IncomingScreen />, errorElement: <LostScreen /> },
      { path: 'van-ban-di/vao-so', element: <OutgoingEntryScreen />, errorElement: <LostScreen /> },
      { path: 'van-ban-den/moi', element: <NewEntryScreen />, errorElement: <LostScreen /> },
      { path: 'van-ban-den/:id/sua', element: <EditEntryScreen />, errorElement: <LostScreen /> },
      { path: 'soan-thao', element: <LastLetter /> },
      { path: 'soan-thao/:id', element: <LetterScreen />, errorElement: <LostScreen /> },
      { path: 'theo-doi', element: <TrackingScreen />, errorElement: <LostScreen /> },
      { path: 'lanh-dao', element: <LeaderScreen />, errorElement: <LostScreen /> },
      { path: 'danh-ba', element: <DirectoryScreen />, errorElement: <LostScreen /> },
      { path: 'so-in-an', element: <BooksScreen />, errorElement: <LostScreen /> },
      { path: 'nhap-so-cu', element: <ImportScreen />, errorElement: <LostScreen /> },
      { path: 'sao-luu', element: <TrustScreen />, errorElement: <LostScreen /> },
      { path: 'cai-dat', element: <SettingsScreen />, errorElement: <LostScreen /> },
      { path: '*', element: <Navigate to="/ban-lam-viec" replace /> },
    ],
  },
]);

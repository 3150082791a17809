import { useQuery } from '@tanstack/react-query';
import { createHashRouter, Navigate } from 'react-router';
import { DeskScreen } from '../features/desk/desk-screen.tsx';
import { EditEntryScreen, NewEntryScreen } from '../features/incoming/entry/entry-screen.tsx';
import { IncomingScreen } from '../features/incoming/incoming-screen.tsx';
import { OutgoingEntryScreen } from '../features/outgoing-entry/outgoing-entry-screen.tsx';
import { OutgoingScreen } from '../features/outgoing/outgoing-screen.tsx';
import { engineQueries } from '../lib/engine.ts';
import { lastLetterAddress } from '../lib/last-letter.ts';
import { Frame } from './frame.tsx';
import { laterScreen } from './later-screen.tsx';
import { LostScreen } from './lost-screen.tsx';

// the desk, the books and entry are what the program is opened for
const LetterScreen = laterScreen(async () => (await import('../features/letter/letter-screen.tsx')).LetterScreen);
const TrackingScreen = laterScreen(async () => (await import('../features/tracking/tracking-screen.tsx')).TrackingScreen);
const LeaderScreen = laterScreen(async () => (await import('../features/leader/leader-screen.tsx')).LeaderScreen);
const DirectoryScreen = laterScreen(async () => (await import('../features/directory/directory-screen.tsx')).DirectoryScreen);
const BooksScreen = laterScreen(async () => (await import('../features/books/books-screen.tsx')).BooksScreen);
const ImportScreen = laterScreen(async () => (await import('../features/import/import-screen.tsx')).ImportScreen);
const TrustScreen = laterScreen(async () => (await import('../features/trust/trust-screen.tsx')).TrustScreen);
const SettingsScreen = laterScreen(async () => (await import('../features/settings/settings-screen.tsx')).SettingsScreen);

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

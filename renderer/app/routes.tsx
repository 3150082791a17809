import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { createHashRouter, Navigate, type RouteObject } from 'react-router';
import { DeskScreen } from '../features/desk/desk-screen.tsx';
import { EditEntryScreen, NewEntryScreen } from '../features/incoming/entry/entry-screen.tsx';
import { IncomingScreen } from '../features/incoming/incoming-screen.tsx';
import { OutgoingEntryScreen } from '../features/outgoing-entry/outgoing-entry-screen.tsx';
import { OutgoingScreen } from '../features/outgoing/outgoing-screen.tsx';
import { engineQueries } from '../lib/engine.ts';
import { lastLetterAddress } from '../lib/last-letter.ts';
import { Frame } from './frame.tsx';
import type { GuidedRoute } from './guide-chapters.ts';
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

/** A screen at an address that has its chapter in the guide. */
const screen = (path: GuidedRoute, element: ReactElement): RouteObject => ({ path, element, errorElement: <LostScreen /> });

/** The addresses of the window; each names the screen, its filter and the open line. */
export const routes = createHashRouter([
  {
    path: '/',
    element: <Frame />,
    children: [
      { index: true, element: <Navigate to="/ban-lam-viec" replace /> },
      screen('ban-lam-viec', <DeskScreen />),
      screen('van-ban-di', <OutgoingScreen />),
      screen('van-ban-den', <IncomingScreen />),
      screen('van-ban-di/vao-so', <OutgoingEntryScreen />),
      screen('van-ban-den/moi', <NewEntryScreen />),
      screen('van-ban-den/:id/sua', <EditEntryScreen />),
      screen('soan-thao', <LastLetter />),
      screen('soan-thao/:id', <LetterScreen />),
      screen('theo-doi', <TrackingScreen />),
      screen('lanh-dao', <LeaderScreen />),
      screen('danh-ba', <DirectoryScreen />),
      screen('so-in-an', <BooksScreen />),
      screen('nhap-so-cu', <ImportScreen />),
      screen('sao-luu', <TrustScreen />),
      screen('cai-dat', <SettingsScreen />),
      { path: '*', element: <Navigate to="/ban-lam-viec" replace /> },
    ],
  },
]);

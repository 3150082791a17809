import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { useMantineColorScheme, useComputedColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { useCommands } from '../lib/commands.ts';
import { engineQueries } from '../lib/engine.ts';
import { fromList } from '../lib/way-back.ts';
import { useSteady } from '../lib/use-steady.ts';
import { lastLetterAddress } from '../lib/last-letter.ts';
import { letterKeys } from '../lib/letter-keys.ts';
import { leaderAddress } from '../lib/leader-address.ts';
import { DemonstrationBanner } from './demonstration-banner.tsx';
import classes from './frame.module.css';
import { readAhead } from './later-screen.tsx';
import { MissingNumbersBanner } from './missing-numbers-banner.tsx';
import { places } from './places.ts';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';
import { useDueNotices } from './use-due-notices.ts';

/** By then the first screen is there, ms. */
const settledMs = 2000;

/** The frame of every screen: the rail of places, finding everything above, and the screen. */
export function Frame() {
  const navigate = useNavigate();
  const roomy = useMediaQuery('(min-width: 1500px)', true, { getInitialValueInEffect: false });
  const [chosen, setChosen] = useLocalStorage<boolean | null>({ key: 'rail-open', defaultValue: null, getInitialValueInEffect: false });
  const open = chosen !== false;
  const rail = !open ? 'narrow' : roomy ? 'open' : 'under';
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';

  const folderId = useQuery(engineQueries.settings.get.queryOptions()).data?.folderId;
  useDueNotices(folderId);
  useEffect(() => {
    const later = setTimeout(readAhead, settledMs);
    return () => clearTimeout(later);
  }, []);
  const go = (to: string): void => void navigate(to === '/soan-thao' ? lastLetterAddress(folderId) : to);
  const { pathname } = useLocation();
  const newLetter = (): void => void navigate('/soan-thao/moi');
  const newIncoming = (): void => void navigate('/van-ban-den/moi', pathname === '/van-ban-den' ? fromList : {});
  const toggleTheme = (): void => setColorScheme(dark ? 'light' : 'dark');

  useCommands([
    ...places.map(({ command, digit, to, label }) => ({ id: command, label: `Sang ${label}`, shortcut: `Alt+${digit}`, run: () => go(to) })),
    { id: 'leader', label: 'Mở màn hình lãnh đạo: quá hạn theo đơn vị, phụ lục chữ lớn', shortcut: 'Alt+0', run: () => go(leaderAddress({ view: 'late' })) },
    { id: 'import', label: 'Nhập sổ cũ từ tệp Excel, CSV', run: () => go('/nhap-so-cu') },
    { id: 'new-incoming', label: 'Vào sổ văn bản đến', shortcut: letterKeys.newIncoming.key, run: newIncoming },
    { id: 'new-letter', label: 'Soạn văn bản mới', shortcut: letterKeys.newLetter.key, run: newLetter },
    { id: 'toggle-theme', label: dark ? 'Dùng nền sáng' : 'Dùng nền tối', run: toggleTheme },
    { id: 'toggle-rail', label: open ? 'Thu gọn thanh bên' : 'Mở rộng thanh bên', run: () => setChosen(!open) },
  ]);

  // the rail keeps one function of each for good
  const onGo = useSteady(go);
  const onToggleTheme = useSteady(toggleTheme);
  const onToggle = useSteady((): void => setChosen(!open));

  return (
    <div className={classes.frame} data-rail={rail}>
      <Rail pathname={pathname} open={open} dark={dark} onGo={onGo} onToggleTheme={onToggleTheme} onToggle={onToggle} />
      <div className={classes.stage}>
        <TopBar />
        <div className={classes.notices}>
          <DemonstrationBanner />
          <MissingNumbersBanner />
        </div>
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      </div>
    </div>
  );
}

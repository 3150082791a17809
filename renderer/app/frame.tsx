import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { Tooltip, useMantineColorScheme, useComputedColorScheme } from '@mantine/core';
import { IconAddressBook, IconBooks, IconCalendarCheck, IconChevronsLeft, IconChevronsRight, IconFileText, IconInbox, IconLayoutDashboard, IconMoon, IconPencil, IconSettings, IconShieldCheck, IconSun } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { NavLink, Outlet, useLocation, useNavigate } from 'react-router';
import { useCommands } from '../lib/commands.ts';
import { engineQueries } from '../lib/engine.ts';
import { lastLetterAddress } from '../lib/last-letter.ts';
import { leaderAddress } from '../lib/leader-address.ts';
import classes from './frame.module.css';
import { TopBar } from './top-bar.tsx';
import { useDueNotices } from './use-due-notices.ts';

/** The rail from the top; Alt with `digit` jumps there. */
const places = [
  { command: 'desk', digit: 1, to: '/ban-lam-viec', label: 'Bàn làm việc', icon: IconLayoutDashboard },
  { command: 'incoming', digit: 2, to: '/van-ban-den', label: 'Văn bản đến', icon: IconInbox },
  { command: 'outgoing', digit: 3, to: '/van-ban-di', label: 'Văn bản đi', icon: IconFileText },
  { command: 'letter', digit: 4, to: '/soan-thao', label: 'Soạn thảo', icon: IconPencil },
  { command: 'tracking', digit: 5, to: '/theo-doi', label: 'Theo dõi', icon: IconCalendarCheck },
  { command: 'directory', digit: 6, to: '/danh-ba', label: 'Danh bạ', icon: IconAddressBook },
  { command: 'books', digit: 7, to: '/so-in-an', label: 'Sổ & in ấn', icon: IconBooks },
  { command: 'settings', digit: 8, to: '/cai-dat', label: 'Cài đặt', icon: IconSettings },
  { command: 'backup', digit: 9, to: '/sao-luu', label: 'Sao lưu', icon: IconShieldCheck },
] as const;

/** The frame of every screen: the rail of places, finding everything above, and the screen. */
export function Frame() {
  const navigate = useNavigate();
  const roomy = useMediaQuery('(min-width: 1500px)', true, { getInitialValueInEffect: false });
  const [chosen, setChosen] = useLocalStorage<boolean | null>({ key: 'rail-open', defaultValue: null, getInitialValueInEffect: false });
  const open = chosen ?? roomy;
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';

  const folderId = useQuery(engineQueries.settings.get.queryOptions()).data?.folderId;
  useDueNotices(folderId);
  const go = (to: string): void => void navigate(to === '/soan-thao' ? lastLetterAddress(folderId) : to);
  // the key of what is new means the book one is in
  const inIncoming = useLocation().pathname.startsWith('/van-ban-den');
  const newLetter = (): void => void navigate('/soan-thao/moi');
  const newIncoming = (): void => void navigate('/van-ban-den/moi');
  const toggleTheme = (): void => setColorScheme(dark ? 'light' : 'dark');

  useCommands([
    ...places.map(({ command, digit, to, label }) => ({ id: command, label: `Sang ${label}`, shortcut: `Alt+${digit}`, run: () => go(to) })),
    { id: 'leader', label: 'Mở màn hình lãnh đạo: quá hạn theo đơn vị, phụ lục chữ lớn', shortcut: 'Alt+0', run: () => go(leaderAddress({ view: 'late' })) },
    { id: 'import', label: 'Nhập sổ cũ từ tệp Excel, CSV', run: () => go('/nhap-so-cu') },
    { id: 'new-incoming', label: 'Vào sổ văn bản đến', shortcut: inIncoming ? 'N' : undefined, run: newIncoming },
    { id: 'new-letter', label: 'Soạn văn bản mới', shortcut: inIncoming ? undefined : 'N', run: newLetter },
    { id: 'toggle-theme', label: dark ? 'Dùng nền sáng' : 'Dùng nền tối', run: toggleTheme },
    { id: 'toggle-rail', label: open ? 'Thu gọn thanh bên' : 'Mở rộng thanh bên', run: () => setChosen(!open) },
  ]);

  const Chevrons = open ? IconChevronsLeft : IconChevronsRight;
  return (
    <div className={classes.frame} data-rail={open ? 'open' : 'narrow'}>
      <nav className={classes.rail} aria-label="Các phần của chương trình">
        <div className={classes.brand}>
          <span className={classes.mark} aria-hidden />
          <span className={classes.label}>Sổ Công văn</span>
        </div>
        {places.map(({ to, digit, label, icon: Icon }) => (
          <Tooltip key={to} label={open ? `Alt+${digit}` : `${label}  Alt+${digit}`} position="right" openDelay={150} events={{ hover: true, focus: !open, touch: true }}>
            <NavLink
              to={to}
              className={classes.place ?? ''}
              aria-label={label}
              onClick={(event) => {
                event.preventDefault();
                go(to);
              }}
            >
              <Icon size={18} stroke={1.7} aria-hidden />
              <span className={classes.label}>{label}</span>
            </NavLink>
          </Tooltip>
        ))}
        <div className={classes.foot}>
          <button type="button" className={classes.place} onClick={toggleTheme} aria-label={dark ? 'Dùng nền sáng' : 'Dùng nền tối'} title={dark ? 'Dùng nền sáng' : 'Dùng nền tối'}>
            {dark ? <IconSun size={18} stroke={1.7} aria-hidden /> : <IconMoon size={18} stroke={1.7} aria-hidden />}
            <span className={classes.label}>{dark ? 'Nền sáng' : 'Nền tối'}</span>
          </button>
          <button type="button" className={classes.place} onClick={() => setChosen(!open)} aria-label={open ? 'Thu gọn thanh bên' : 'Mở rộng thanh bên'} aria-expanded={open} title={open ? 'Thu gọn' : 'Mở rộng thanh bên'}>
            <Chevrons size={18} stroke={1.7} aria-hidden />
            <span className={classes.label}>Thu gọn</span>
          </button>
        </div>
      </nav>
      <div className={classes.stage}>
        <TopBar />
        <Outlet />
      </div>
    </div>
  );
}

import { Tooltip } from '@mantine/core';
import { IconChevronsLeft, IconChevronsRight, IconMoon, IconSun } from '@tabler/icons-react';
import { memo } from 'react';
import classes from './frame.module.css';
import { places } from './places.ts';

interface RailProps {
  /** The place whose screen is shown. */
  pathname: string;
  open: boolean;
  dark: boolean;
  /** One and the same function at every drawing. */
  onGo: (to: string) => void;
  onToggleTheme: () => void;
  onToggle: () => void;
}

const isAt = (pathname: string, to: string): boolean => pathname === to || pathname.startsWith(`${to}/`);

/** The places of the program from the top. Drawn anew only when the place changes: the address also changes with every line that is opened. */
export const Rail = memo(function Rail({ pathname, open, dark, onGo, onToggleTheme, onToggle }: RailProps) {
  const Chevrons = open ? IconChevronsLeft : IconChevronsRight;
  return (
    <nav className={classes.rail} aria-label="Các phần của chương trình">
      <div className={classes.brand}>
        <span className={classes.mark} aria-hidden />
        <span className={classes.label}>Sổ Công văn</span>
      </div>
      {places.map(({ to, digit, label, icon: Icon }) => (
        <Tooltip key={to} label={open ? `Alt+${digit}` : `${label}  Alt+${digit}`} position="right" openDelay={150} events={{ hover: true, focus: !open, touch: true }}>
          <a
            href={`#${to}`}
            className={classes.place}
            aria-label={label}
            aria-current={isAt(pathname, to) ? 'page' : undefined}
            onClick={(event) => {
              event.preventDefault();
              onGo(to);
            }}
          >
            <Icon size={18} stroke={1.7} aria-hidden />
            <span className={classes.label}>{label}</span>
          </a>
        </Tooltip>
      ))}
      <div className={classes.foot}>
        <button type="button" className={classes.place} onClick={onToggleTheme} aria-label={dark ? 'Dùng nền sáng' : 'Dùng nền tối'} title={dark ? 'Dùng nền sáng' : 'Dùng nền tối'}>
          {dark ? <IconSun size={18} stroke={1.7} aria-hidden /> : <IconMoon size={18} stroke={1.7} aria-hidden />}
          <span className={classes.label}>{dark ? 'Nền sáng' : 'Nền tối'}</span>
        </button>
        <button type="button" className={classes.place} onClick={onToggle} aria-label={open ? 'Thu gọn thanh bên' : 'Mở rộng thanh bên'} aria-expanded={open} title={open ? 'Thu gọn' : 'Mở rộng thanh bên'}>
          <Chevrons size={18} stroke={1.7} aria-hidden />
          <span className={classes.label}>Thu gọn</span>
        </button>
      </div>
    </nav>
  );
});

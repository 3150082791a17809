import { ActionIcon, Button } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { LetterLayout } from '../../../shared/letter/layout-model.ts';
import { paginate } from '../../../shared/letter/paginate.ts';
import type { PaperPage } from '../../../shared/letter/paper-page.ts';
import { PrintedPages } from '../../components/printed-pages.tsx';
import { ButtonKey } from '../../components/register-list/button-key.tsx';
import { sayRefused } from '../../components/say.tsx';
import { Screen } from '../../components/screen.tsx';
import { useCommands, type Command } from '../../lib/commands.ts';
import { letterKeys } from '../../lib/letter-keys.ts';
import { leaderAddress, type LeaderAddress } from '../../lib/leader-address.ts';
import { takeIdleKeyboard } from '../../lib/take-idle-keyboard.ts';
import { usePrintAll } from '../../lib/use-print-all.ts';
import tabs from '../../styles/tabs.module.css';
import { BigTable, emOf, type BigCell, type BigColumn, type BigRow } from './big-table.tsx';
import classes from './leader-room.module.css';
import { fittedSize, steppedSize } from './type-size.ts';
import type { FullScreen } from './use-full-screen.ts';

/** How the person looks at it, whatever it is. */
export interface Stage {
  /** Type, px; null: as large as the width allows. */
  size: number | null;
  setSize: (size: number | null) => void;
  screen: FullScreen;
}

/** A table to be shown and printed. */
export interface ShownTable {
  name: string;
  /** Lines above it: what it is, what is said of it. */
  heading: readonly { text: string; look: 'word' | 'title' | 'told' }[];
  columns: readonly BigColumn[];
  rows: readonly BigRow[];
  total: readonly BigCell[] | null;
  /** Its pages, laid out when they are wanted. */
  layout: () => LetterLayout;
}

interface LeaderRoomProps {
  stage: Stage;
  view: 'late' | 'appendices';
  status: ReactNode;
  /** Between the views and the tools: which one is shown. */
  beside?: ReactNode;
  commands?: readonly Command[];
  table?: ShownTable | null | undefined;
  /** In the place of the table. */
  children?: ReactNode;
}

const views: readonly { view: LeaderRoomProps['view']; label: string; shortcut: string; to: LeaderAddress }[] = [
  { view: 'late', label: 'Quá hạn theo đơn vị', shortcut: letterKeys.late.key, to: { view: 'late' } },
  { view: 'appendices', label: 'Phụ lục', shortcut: letterKeys.appendices.key, to: { view: 'choice', text: '' } },
];
/** Beside the table: the bar it scrolls by. */
const scrollBarPx = 16;

/** The room a view of the leader's screen stands in: its bar, its keys, the table in large type, and the table's pages for the printer. */
export function LeaderRoom({ stage, view, status, beside, commands = [], table, children }: LeaderRoomProps) {
  const navigate = useNavigate();
  const first = useLocation().key === 'default';
  const pane = useRef<HTMLDivElement>(null);
  const { ref, width, height } = useElementSize();
  const size = stage.size ?? fittedSize(width - scrollBarPx, table ? emOf(table.columns) : 1);
  const { full, ours, enter, leave } = stage.screen;
  const { drawAll, preparing, print } = usePrintAll(table != null, sayRefused);
  const layout = table?.layout;
  const pages = useMemo(() => (drawAll && layout ? pagesOf(layout) : null), [drawAll, layout]);
  useEffect(() => takeIdleKeyboard(pane.current), [table]);

  const show = (to: LeaderAddress): void => void navigate(leaderAddress(to), { replace: true });
  const out = (): void => void (first ? navigate('/theo-doi') : navigate(-1));
  const step = (by: 1 | -1): void => stage.setSize(steppedSize(size, by));
  const aside = (by: 1 | -1): void => pane.current?.scrollBy({ left: by * pane.current.clientWidth * 0.6 });
  useCommands([
    ...(table
      ? ([
          { id: 'print', label: 'In bảng đang xem', shortcut: 'Ctrl+P', run: print },
          { id: 'leader-print', label: 'In bảng đang xem', shortcut: letterKeys.print.key, run: print, keyOnly: true },
          { id: 'leader-larger', label: 'Chữ to hơn', shortcut: '+', run: () => step(1) },
          { id: 'leader-smaller', label: 'Chữ nhỏ hơn', shortcut: '−', run: () => step(-1) },
          { id: 'leader-fit', label: 'Cỡ chữ vừa bề ngang', shortcut: '0', run: () => stage.setSize(null) },
          { id: 'leader-scroll', label: 'Cuộn bảng; Space, Home, End cũng vậy', shortcut: '↑ ↓ PageUp PageDown', run: () => pane.current?.focus(), keyOnly: true, toldOnly: true },
          { id: 'leader-left', label: 'Cuộn bảng rộng sang trái', shortcut: 'Shift+←', run: () => aside(-1), keyOnly: true },
          { id: 'leader-right', label: 'Cuộn bảng rộng sang phải', shortcut: 'Shift+→', run: () => aside(1), keyOnly: true },
        ] satisfies Command[])
      : []),
    ...commands,
    ...views.map(({ label, shortcut, to }) => ({ id: `leader-${to.view}`, label: `Lãnh đạo xem: ${label}`, shortcut, run: () => show(to) })),
    { id: 'leader-full', label: ours ? 'Thôi toàn màn hình' : 'Xem toàn màn hình', shortcut: letterKeys.fullScreen.key, run: ours ? leave : enter },
    { id: 'leader-out', label: full && ours ? 'Thôi toàn màn hình' : 'Rời màn hình lãnh đạo, về chỗ trước', shortcut: 'Esc', run: ours ? leave : out, keyOnly: true },
  ]);

  return (
    <Screen title="Màn hình lãnh đạo" status={preparing ? 'Đang xếp trang để in…' : status}>
      <div className={classes.room}>
        <div className={tabs.bar}>
          <div className={tabs.tabs} role="group" aria-label="Xem gì">
            {views.map(({ view: each, label, to }) => (
              <button key={each} type="button" aria-pressed={view === each} onClick={() => show(to)}>
                {label}
              </button>
            ))}
          </div>
          <div className={classes.beside}>{beside}</div>
          {/* a press of the mouse leaves the keyboard where it scrolls */}
          <div className={classes.tools} onMouseDown={(event) => event.preventDefault()}>
            {table ? (
              <>
                <ActionIcon variant="default" size={28} aria-label="Chữ nhỏ hơn (phím −)" title="Chữ nhỏ hơn  −" onClick={() => step(-1)}>
                  <IconMinus size={15} aria-hidden />
                </ActionIcon>
                <ActionIcon variant="default" size={28} aria-label="Chữ to hơn (phím +)" title="Chữ to hơn  +" onClick={() => step(1)}>
                  <IconPlus size={15} aria-hidden />
                </ActionIcon>
                <Button size="xs" variant="default" aria-pressed={stage.size === null} onClick={() => stage.setSize(null)} rightSection={<ButtonKey name="0" />}>
                  Vừa bề ngang
                </Button>
              </>
            ) : null}
            <Button size="xs" variant="default" onClick={ours ? leave : enter} rightSection={<ButtonKey name={letterKeys.fullScreen.key} />}>
              {ours ? 'Thôi toàn màn hình' : 'Toàn màn hình'}
            </Button>
            {table ? (
              <Button size="xs" onClick={print} loading={preparing} rightSection={<ButtonKey name={letterKeys.print.key} />}>
                In
              </Button>
            ) : null}
          </div>
        </div>
        <div ref={ref} className={classes.work}>
          {table ? <BigTable key={table.name} {...table} heading={<Heading lines={table.heading} />} size={size} room={{ width, height }} scroller={pane} /> : children}
        </div>
      </div>
      {drawAll && table ? pages ? <PrintedPages pages={pages} /> : <p className={classes.unprinted}>Bảng này chưa xếp được lên trang giấy; hãy lưu ra Excel để in.</p> : null}
    </Screen>
  );
}

function pagesOf(layout: () => LetterLayout): readonly PaperPage[] | null {
  try {
    return paginate(layout());
  } catch {
    // a value no page can hold: the sheet says so instead of staying white
    return null;
  }
}

const Heading = ({ lines }: { lines: ShownTable['heading'] }) => (
  <header className={classes.heading}>
    {lines.map(({ text, look }, at) =>
      look === 'told' ? (
        <p key={at}>{text}</p>
      ) : (
        <h2 key={at} data-look={look}>
          {text}
        </h2>
      ),
    )}
  </header>
);

import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { everything, isNarrowed, sameWanted, type ListWanted } from './list-address.ts';
import { NameViewDialog } from './name-view-dialog.tsx';
import type { OwnView } from './own-view.ts';
import type { OwnViews } from './use-own-views.ts';
import classes from './view-tabs.module.css';

/** A view every office opens, with how many lines it shows. */
export interface ListView {
  /** Null: all lines. */
  id: string | null;
  label: string;
  count: number | undefined;
  /** There are more than `count`. */
  more?: boolean;
  /** What asks for a look while there is any of it. */
  tone?: 'seal' | 'amber';
}

interface ViewTabsProps {
  views: readonly ListView[];
  own: OwnViews;
  wanted: ListWanted;
  onShow: (wanted: ListWanted) => void;
  /** At the right end. */
  aside: ReactNode;
}

/** The views of a list, each with its count, and the person's own. */
export function ViewTabs({ views, own, wanted, onShow, aside }: ViewTabsProps) {
  const [naming, setNaming] = useState<{ view: OwnView | null } | null>(null);
  const mine = own.views.find((view) => sameWanted(view.wanted, wanted));
  return (
    <div className={classes.strip}>
      <div className={classes.tabs} role="group" aria-label="Mục xem">
        {views.map(({ id, label, count, more, tone }) => (
          <button key={label} type="button" aria-pressed={!mine && wanted.view === id} data-tone={count ? tone : undefined} onClick={() => onShow({ ...everything, year: wanted.year, text: wanted.text, filters: wanted.filters, sort: wanted.sort, view: id })}>
            {label} <span>{count === undefined ? '' : `${formatVietnameseNumber(count)}${more ? '+' : ''}`}</span>
          </button>
        ))}
        {own.views.length > 0 ? (
          <div className={classes.own} role="group" aria-label="Cách xem của tôi">
            {own.views.map((view) => (
              <button key={view.name} type="button" title={view.name} aria-pressed={view === mine} onClick={() => onShow(view.wanted)}>
                {view.name}
              </button>
            ))}
            {mine ? (
              <Menu position="bottom-end" shadow="xs" withinPortal>
                <Menu.Target>
                  <ActionIcon size="sm" variant="subtle" color="gray" aria-label={`Việc với cách xem «${mine.name}»`}>
                    <IconDots size={15} aria-hidden />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => setNaming({ view: mine })}>Đổi tên…</Menu.Item>
                  <Menu.Item disabled={own.views[0] === mine} onClick={() => own.move(mine.name, -1)}>
                    Sang trái
                  </Menu.Item>
                  <Menu.Item disabled={own.views.at(-1) === mine} onClick={() => own.move(mine.name, 1)}>
                    Sang phải
                  </Menu.Item>
                  <Menu.Item onClick={() => own.remove(mine)}>Bỏ cách xem này</Menu.Item>
                </Menu.Dropdown>
              </Menu>
            ) : null}
          </div>
        ) : null}
      </div>
      <div className={classes.aside}>
        {isNarrowed(wanted) ? (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onShow({ ...everything, sort: wanted.sort, view: wanted.view })}>
            Bỏ lọc
          </Button>
        ) : null}
        {(isNarrowed(wanted) || wanted.sort) && !mine ? (
          <Button size="compact-sm" variant="subtle" onClick={() => setNaming({ view: null })}>
            Giữ cách xem…
          </Button>
        ) : null}
        {aside}
      </div>
      <NameViewDialog
        key={naming?.view?.name ?? ''}
        opened={naming !== null}
        name={naming?.view?.name ?? ''}
        taken={own.views.map((view) => view.name)}
        onClose={() => setNaming(null)}
        onName={(name) => (naming?.view ? own.rename(naming.view, name) : own.keep(name, wanted))}
      />
    </div>
  );
}

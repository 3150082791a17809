import { Button, Checkbox, CloseButton, Menu } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { ButtonKey } from '../../components/register-list/button-key.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { ListSkeleton } from '../../components/register-list/list-skeleton.tsx';
import { Notice } from '../../components/notice.tsx';
import { runLong } from '../../components/run-long.tsx';
import { sayDone, sayRefused } from '../../components/say.tsx';
import { Screen } from '../../components/screen.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { useUndoKey } from '../../components/use-undo.ts';
import { useCommands } from '../../lib/commands.ts';
import { letterKeys } from '../../lib/letter-keys.ts';
import { engine, engineQueries } from '../../lib/engine.ts';
import { leaderAddress } from '../../lib/leader-address.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { saveOut } from '../../lib/save-out.ts';
import { Agenda } from './agenda.tsx';
import { readTrackingAddress, writeTrackingAddress, type TrackingAddress, type TrackingView } from './board-address.ts';
import { lateRowsOnly, type Counts } from './board-cell.ts';
import { BoardMatrix } from './board-matrix.tsx';
import { CollectDialog } from './collect-dialog.tsx';
import { LateRows } from './late-rows.tsx';
import { FiguresDialog } from './figures-dialog.tsx';
import { OwedPanel } from './owed-panel.tsx';
import tabs from '../../styles/tabs.module.css';
import classes from './tracking-screen.module.css';

// the plotting library is as large as the rest of the window: fetched when plots are looked at
const Progress = lazy(async () => ({ default: (await import('./progress.tsx')).Progress }));

const views: [TrackingView, string][] = [
  ['board', 'Bảng theo dõi'],
  ['late', 'Quá hạn'],
  ['agenda', 'Lịch hạn'],
  ['progress', 'Tiến độ'],
];

const told = ({ late, open, onTime, doneLate, excused }: Counts): string =>
  [`${formatVietnameseNumber(late)} trễ`, `${formatVietnameseNumber(open)} chưa đến hạn`, `${formatVietnameseNumber(onTime)} đúng hạn`, `${formatVietnameseNumber(doneLate)} báo cáo muộn`, excused > 0 ? `${formatVietnameseNumber(excused)} được miễn` : ''].filter(Boolean).join(' · ');

/** Theo dõi: who owes which report by when, what came in, and the letter to those who are late. */
export function TrackingScreen() {
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const matrix = useRef<HTMLDivElement>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  useUndoKey();
  const address = readTrackingAddress(search);
  // at once: what is typed or pressed meanwhile builds on it
  const show = (change: Partial<TrackingAddress>, replace = false): void => setSearch(writeTrackingAddress({ ...address, ...change }), { replace, flushSync: true });
  const { view, dispatch, text, settled, lateOnly, open } = address;

  const board = useQuery({ ...engineQueries.owed.board.queryOptions({ input: { dispatch: dispatch ?? undefined, text: text || undefined, open: !settled && dispatch === null } }), placeholderData: keepPreviousData, enabled: view === 'board' });
  const data = board.data;
  const shown = data && lateOnly ? lateRowsOnly(data) : data;
  const one = dispatch !== null ? data?.columns.find((column) => column.dispatch === dispatch) : undefined;
  const obligations = useQuery({ ...engineQueries.owed.of.queryOptions({ input: { dispatch: dispatch ?? 0 } }), enabled: dispatch !== null });
  const [first, ...others] = dispatch === null ? [] : (obligations.data?.rows ?? []).filter((each) => each.withdrawnReason === null);
  const [opened, setOpened] = useState<'figures' | 'collect' | null>(null);
  const lateAgencies = data?.rows.filter((row) => row.counts.late > 0).length ?? 0;

  const remind = useMutation({
    mutationFn: async () => {
      const ids: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await engine.owed.list({ state: 'late', dispatch: dispatch ?? undefined, text: text || undefined, limit: 20_000, cursor });
        ids.push(...page.rows.map((row) => row.id));
        cursor = page.nextCursor;
      } while (cursor !== undefined && ids.length < 20_000);
      return engine.owed.remind({ ids: ids.slice(0, 20_000) });
    },
    onSuccess: ({ draft, notices }) => {
      sayDone(['Đã soạn công văn đôn đốc; xem lại rồi cấp số.', ...notices].join(' '));
      void navigate(`/soan-thao/${draft}`);
    },
    onError: sayRefused,
  });
  const [reminding, setReminding] = useState<number | null>(null);
  const lateList = useMutation({
    mutationFn: async (format: 'docx' | 'xlsx') => {
      const file = await runLong('Đang làm danh sách trễ hạn', (job) => engine.owed.lateList({ dispatch: dispatch ?? undefined, state: 'late', format, job }), 'Đã dừng; chưa lưu tệp nào.');
      if (file) await saveOut(file);
    },
    onError: sayRefused,
  });
  const ics = useMutation({ mutationFn: async () => saveOut(await engine.owed.ics({ dispatch: dispatch ?? undefined })), onError: sayRefused });

  const close = (): void => {
    show({ open: null });
    matrix.current?.focus();
  };
  useCommands([
    { id: 'find', label: 'Tìm trong bảng theo dõi', shortcut: 'Ctrl+F', run: () => searchBox.current?.select() },
    { id: 'owed-remind', label: 'Soạn công văn đôn đốc các đơn vị trễ', shortcut: letterKeys.remind.key, run: () => data && data.counts.late > 0 && !remind.isPending && setReminding(data.counts.late) },
    { id: 'owed-board', label: 'Xem bảng theo dõi', shortcut: letterKeys.board.key, run: () => show({ view: 'board' }) },
    { id: 'owed-late', label: 'Xem danh sách quá hạn', shortcut: letterKeys.late.key, run: () => show({ view: 'late', open: null }) },
    { id: 'owed-late-only', label: lateOnly ? 'Bảng theo dõi: xem mọi đơn vị' : 'Bảng theo dõi: chỉ đơn vị trễ', run: () => show({ view: 'board', lateOnly: !lateOnly, open: null }) },
    { id: 'owed-agenda', label: 'Xem lịch hạn', shortcut: letterKeys.agenda.key, run: () => show({ view: 'agenda', open: null }) },
    { id: 'owed-move', label: 'Chuyển ô; Home, End, PageUp, PageDown đi xa hơn', shortcut: '↑ ↓ ← →', run: () => matrix.current?.focus(), keyOnly: true },
    { id: 'owed-open', label: 'Mở việc của ô', shortcut: 'Enter', run: () => undefined, keyOnly: true, toldOnly: true },
    { id: 'owed-undo', label: 'Hoàn tác việc vừa làm', shortcut: 'Ctrl+Z', run: () => undefined, keyOnly: true, toldOnly: true },
  ]);

  const work = (() => {
    if (view === 'agenda') return <Agenda onDispatch={(id) => show({ view: 'board', dispatch: id, open: null })} />;
    if (view === 'late') return <LateRows sort={address.sort ?? null} onSort={(sort) => show({ sort })} />;
    if (view === 'progress') {
      return (
        <Suspense fallback={<ListSkeleton label="Đang đọc tiến độ" />}>
          <Progress dispatch={dispatch} onDispatch={(id) => show({ view: 'board', dispatch: id, open: null })} />
        </Suspense>
      );
    }
    if (board.isError) {
      return (
        <Notice tone="trouble" title="Chưa đọc được bảng theo dõi" action={{ label: 'Thử lại', run: () => void board.refetch() }}>
          {refusalSentence(board.error)}
        </Notice>
      );
    }
    if (!data || !shown) return <ListSkeleton label="Đang đọc bảng theo dõi" />;
    if (data.columns.length === 0) {
      return text || settled || dispatch !== null ? (
        <Notice title="Không có việc nào như vậy" action={{ label: 'Xem tất cả', run: () => show({ text: '', dispatch: null, open: null }) }}>
          {text ? `Không tìm thấy «${text}» trong tên cơ quan, số ký hiệu và trích yếu.` : 'Văn bản này không giao việc nào phải báo cáo.'}
        </Notice>
      ) : (
        <Notice title="Không còn cơ quan nào phải báo cáo" action={{ label: 'Xem cả việc đã xong', run: () => show({ settled: true }) }}>
          Khi soạn văn bản, ghi việc phải báo cáo ở mục «Việc phải theo dõi»; cấp số xong, mỗi cơ quan nhận việc hiện thành một dòng ở đây, trễ hạn là thấy ngay.
        </Notice>
      );
    }
    if (shown.rows.length === 0) {
      return (
        <Notice title="Không đơn vị nào trễ" action={{ label: 'Xem mọi đơn vị', run: () => show({ lateOnly: false }) }}>
          Đang chỉ xem đơn vị trễ; không có báo cáo nào quá hạn trên bảng này.
        </Notice>
      );
    }
    return (
      <div className={classes.split} data-open={open !== null}>
        <div className={classes.board}>
          {data.counts.late > 0 ? (
            <div className={classes.remind}>
              <p>
                <b>{formatVietnameseNumber(lateAgencies)} cơ quan</b> đang trễ {formatVietnameseNumber(data.counts.late)} báo cáo. <Link to="/theo-doi?xem=qua-han">Xem từng dòng</Link>
              </p>
              <Menu position="bottom-end" shadow="xs">
                <Menu.Target>
                  <Button size="xs" variant="default" loading={lateList.isPending}>
                    Danh sách trễ hạn…
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => lateList.mutate('docx')}>Lưu tệp Word</Menu.Item>
                  <Menu.Item onClick={() => lateList.mutate('xlsx')}>Lưu tệp Excel</Menu.Item>
                </Menu.Dropdown>
              </Menu>
              <Button size="xs" color="seal" loading={remind.isPending} onClick={() => setReminding(data.counts.late)}>
                Soạn công văn đôn đốc&nbsp; <kbd>{letterKeys.remind.key}</kbd>
              </Button>
            </div>
          ) : null}
          <BoardMatrix
            key={`${dispatch ?? 'all'}${lateOnly ? ' late' : ''}`}
            board={shown}
            days={dispatch !== null}
            open={open}
            matrixRef={matrix}
            onOpen={(cell) => show({ open: cell[2] }, open !== null)}
            onClose={() => (open !== null ? close() : dispatch !== null ? show({ dispatch: null }) : undefined)}
            onDispatch={(id) => show(dispatch === null ? { dispatch: id, open: null } : {}, dispatch !== null)}
          />
        </div>
        {open !== null ? <OwedPanel key={open} id={open} onClose={close} onShow={(id) => show({ open: id }, true)} /> : null}
      </div>
    );
  })();

  return (
    <Screen
      title="Theo dõi"
      status={data ? `${told(data.counts)}${data.more > 0 ? ` · còn ${formatVietnameseNumber(data.more)} văn bản chưa hiện, tìm để thu hẹp` : ''}` : 'Ai phải báo cáo gì, cho ai, đến bao giờ'}
      actions={
        <>
          <SearchField inputRef={searchBox} label="Tìm cơ quan, số ký hiệu, trích yếu" value={text} onSearch={(typed) => show({ text: typed, view: 'board' }, true)} onLeave={() => matrix.current?.focus()} />
          <Button variant="default" onClick={() => void navigate(leaderAddress({ view: 'late' }))} rightSection={<ButtonKey name="Alt+0" />}>
            Lãnh đạo xem
          </Button>
          <Button variant="default" loading={ics.isPending} onClick={() => ics.mutate()}>
            Tệp lịch (.ics)
          </Button>
        </>
      }
    >
      {reminding === null ? null : (
        <ConfirmDialog
          title="Soạn công văn đôn đốc?"
          text={`Một dự thảo sẽ được soạn cho ${formatVietnameseNumber(lateAgencies)} cơ quan đang trễ ${formatVietnameseNumber(reminding)} báo cáo. Dự thảo chưa gửi đi đâu và chưa có số.`}
          button="Soạn"
          onAgree={() => {
            setReminding(null);
            remind.mutate();
          }}
          onLeave={() => setReminding(null)}
        />
      )}
      <div className={tabs.bar}>
        <div className={tabs.tabs} role="group" aria-label="Cách xem">
          {views.map(([id, label]) => (
            <button key={id} type="button" aria-pressed={view === id} onClick={() => show({ view: id, open: null })}>
              {label}
            </button>
          ))}
        </div>
        {dispatch !== null ? (
          <div className={classes.about}>
            <span title={one?.subject}>{one ? `${one.code ?? ''} · ${one.subject}` : 'Một văn bản'}</span>
            <CloseButton size="sm" aria-label="Thôi xem riêng văn bản này" onClick={() => show({ dispatch: null, open: null })} />
          </div>
        ) : null}
        <div className={classes.aside}>
          {first ? (
            <>
              <Button size="xs" variant="default" onClick={() => setOpened('figures')}>
                Nhập số liệu…
              </Button>
              <Button size="xs" variant="default" onClick={() => setOpened('collect')}>
                Bảng tổng hợp…
              </Button>
            </>
          ) : null}
          {view === 'board' ? <Checkbox size="xs" label="Chỉ đơn vị trễ" checked={lateOnly} onChange={(event) => show({ lateOnly: event.currentTarget.checked, open: null })} /> : null}
          {view === 'board' && dispatch === null ? <Checkbox size="xs" label="Cả văn bản đã báo cáo đủ" checked={settled} onChange={(event) => show({ settled: event.currentTarget.checked, open: null })} /> : null}
        </div>
      </div>
      {work}
      {first && opened === 'figures' ? <FiguresDialog obligations={[first, ...others]} onClose={() => setOpened(null)} /> : null}
      {first && opened === 'collect' ? <CollectDialog obligations={[first, ...others]} subject={one?.subject ?? first.what} onClose={() => setOpened(null)} /> : null}
    </Screen>
  );
}

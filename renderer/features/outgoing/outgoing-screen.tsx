import { Button, Select } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { Notice } from '../../components/notice.tsx';
import { Screen } from '../../components/screen.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { useCommands } from '../../lib/commands.ts';
import { engineQueries } from '../../lib/engine.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { today } from '../../lib/today.ts';
import { readOutgoingAddress, writeOutgoingAddress, type OutgoingAddress } from './outgoing-address.ts';
import { OutgoingGrid } from './outgoing-grid.tsx';
import { OutgoingPanel } from './outgoing-panel.tsx';
import classes from './outgoing-screen.module.css';
import { OutgoingSkeleton } from './outgoing-skeleton.tsx';
import { OutgoingTabs } from './outgoing-tabs.tsx';

const pageSize = 200;

/** Văn bản đi: the book of outgoing dispatches, found, opened, cancelled. */
export function OutgoingScreen() {
  const [search, setSearch] = useSearchParams();
  const address = readOutgoingAddress(search);
  const navigate = useNavigate();
  const searchBox = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const { status, year, text, id } = address;

  const show = (change: Partial<OutgoingAddress>, replace = false): void => setSearch(writeOutgoingAddress({ ...address, ...change }), { replace });

  const list = useInfiniteQuery(
    engineQueries.outgoing.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        limit: pageSize,
        ...(status ? { status } : {}),
        ...(year ? { year } : {}),
        ...(text ? { text } : {}),
        ...(cursor ? { cursor } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: (before) => before,
    }),
  );
  const books = useQuery(engineQueries.books.list.queryOptions({ input: {} }));
  const years = useMemo(() => {
    const kept = (books.data?.rows ?? []).filter((book) => book.kind === 'outgoing').map((book) => book.year);
    return [...new Set([Number(today().slice(0, 4)), ...kept])].sort((a, b) => b - a);
  }, [books.data]);
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const first = list.data?.pages[0];
  const total = first?.total ?? 0;

  const writeNew = (): void => void navigate('/soan-thao/moi');
  const close = (): void => {
    show({ id: null });
    grid.current?.focus();
  };
  useCommands([
    { id: 'find', label: 'Tìm trong văn bản đi', shortcut: 'Ctrl+F', run: () => searchBox.current?.select() },
    { id: 'list-move', label: 'Chuyển dòng; PageUp, PageDown, Home, End đi xa hơn', shortcut: '↑ ↓', run: () => grid.current?.focus(), keyOnly: true },
    { id: 'list-open', label: 'Mở ngăn chi tiết của dòng', shortcut: 'Enter', run: () => undefined, keyOnly: true },
    { id: 'list-edit', label: 'Mở văn bản ở bàn soạn thảo', shortcut: 'F2', run: () => id && void navigate(`/soan-thao/${id}`), keyOnly: true },
  ]);

  const filtered = status !== null || text !== '' || year !== null;
  const work = (() => {
    if (list.isPending) return <OutgoingSkeleton />;
    if (list.isError) {
      return (
        <Notice tone="trouble" title="Chưa đọc được sổ văn bản đi" action={{ label: 'Thử lại', run: () => void list.refetch() }}>
          {refusalSentence(list.error)}
        </Notice>
      );
    }
    if (rows.length === 0 && !filtered) {
      return (
        <Notice title="Sổ chưa có văn bản đi nào" action={{ label: 'Soạn văn bản', shortcut: 'N', run: writeNew }}>
          Đây là nơi giữ mọi văn bản của cơ quan: dự thảo, văn bản đã cấp số và số đã hủy. Soạn văn bản đầu tiên, xem trước trang giấy rồi cấp số.
        </Notice>
      );
    }
    if (rows.length === 0) {
      return (
        <Notice title="Không có văn bản nào như vậy" action={{ label: 'Xem tất cả', run: () => show({ status: null, year: null, text: '', id: null }) }}>
          {text ? `Không tìm thấy «${text}» trong số ký hiệu, trích yếu, nơi nhận và người ký.` : 'Không có dòng nào ở mục này.'}
        </Notice>
      );
    }
    return (
      <OutgoingGrid
        key={`${status}|${year}|${text}`}
        gridRef={grid}
        rows={rows}
        total={total}
        openId={id}
        stale={list.isPlaceholderData}
        more={list.hasNextPage}
        onMore={() => !list.isFetchingNextPage && void list.fetchNextPage()}
        onOpen={(row) => show({ id: row }, id !== null)}
        onEdit={(row) => void navigate(`/soan-thao/${row}`)}
        onClose={close}
      />
    );
  })();

  return (
    <Screen
      title="Văn bản đi"
      actions={
        <>
          <SearchField inputRef={searchBox} label="Tìm số, trích yếu, nơi nhận…" value={text} onSearch={(wanted) => show({ text: wanted }, true)} onLeave={() => grid.current?.focus()} />
          <Select
            aria-label="Năm"
            w={120}
            allowDeselect={false}
            data={[{ value: '', label: 'Tất cả năm' }, ...years.map((each) => ({ value: String(each), label: String(each) }))]}
            value={year ? String(year) : ''}
            onChange={(value) => show({ year: value ? Number(value) : null })}
          />
          <Button onClick={writeNew} rightSection={<kbd className={classes.key}>N</kbd>}>
            Soạn văn bản
          </Button>
        </>
      }
      status={first ? `${formatVietnameseNumber(total)} văn bản${text ? ' khớp với điều đang tìm' : filtered ? ' ở mục này' : ''}${list.isFetchingNextPage ? ' · đang đọc thêm…' : ''}` : list.isError ? 'Chưa đọc được sổ' : 'Đang đọc sổ…'}
    >
      <OutgoingTabs status={status} counts={first?.counts} onChange={(next) => show({ status: next, id: null })} />
      <div className={classes.split} data-open={id !== null}>
        <div className={classes.list}>{work}</div>
        {id !== null ? <OutgoingPanel key={id} id={id} onClose={close} /> : null}
      </div>
    </Screen>
  );
}

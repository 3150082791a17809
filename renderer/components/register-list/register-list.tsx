import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState, type ComponentType, type ReactNode } from 'react';
import { nextSort } from '../../../shared/domain/list-sort.ts';
import { useCommands } from '../../lib/commands.ts';
import { engineQueries } from '../../lib/engine.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { useSteady } from '../../lib/use-steady.ts';
import { useToday } from '../../lib/use-today.ts';
import { Notice } from '../notice.tsx';
import { ColumnChoice } from '../register-grid/column-choice.tsx';
import type { GridColumn, GridLine } from '../register-grid/grid-column.ts';
import type { LineLook } from '../register-grid/grid-row.tsx';
import { chosenRows } from '../register-grid/line-selection.ts';
import { RegisterGrid } from '../register-grid/register-grid.tsx';
import { useColumnLayout } from '../register-grid/use-column-layout.ts';
import { useLinePages } from '../register-grid/use-line-pages.ts';
import { sayMissing } from '../say.tsx';
import { Screen } from '../screen.tsx';
import { SearchField } from '../search-field.tsx';
import { useUndoKey } from '../use-undo.ts';
import { ChosenBar } from './chosen-bar.tsx';
import { countSentence } from './count-sentence.ts';
import { everything, isNarrowed, type ListWanted } from './list-address.ts';
import { ListSkeleton } from './list-skeleton.tsx';
import { linesKey, type ListedBook } from './listed-book.ts';
import classes from './register-list.module.css';
import { useLineChoice } from './use-line-choice.ts';
import { useListAddress } from './use-list-address.ts';
import { useOwnViews } from './use-own-views.ts';
import { ViewTabs, type ListView } from './view-tabs.tsx';
import { YearChoice } from './year-choice.tsx';

interface RegisterListProps<Row extends GridLine, Input> extends ListedBook<Row, Input> {
  /** `Văn bản đến`. */
  title: string;
  columns: readonly GridColumn<Row>[];
  views: readonly ListView[];
  /** Where in that list a line stands. */
  place: (input: Input & { id: number }, signal: AbortSignal) => Promise<{ offset: number | null }>;
  lookOf: (row: Row, today: string) => LineLook;
  findLabel: string;
  /** Where words are looked for, as a sentence goes on: `số ký hiệu, trích yếu`. */
  foundIn: string;
  /** Buttons beside the finding field, the primary one last. */
  actions: ReactNode;
  /** What stands here when the book is empty. */
  empty: ReactNode;
  editLabel: string;
  /** `row` null: the open line, asked for by key where its line may be far from those on screen. `open` shows it in the panel; `keep` has it open when one comes back. */
  onEdit: (id: number, row: Row | null, list: { open: () => void; keep: () => void }) => void;
  Panel: ComponentType<{ id: number; onClose: () => void }>;
  /** What can be done with the chosen lines. */
  Acts: ComponentType<{ rows: readonly Row[]; onDone: () => void }>;
  /** The act that has a key and a name of its own: with the chosen lines, or with the one the keys act on. */
  keyAct?: { id: string; label: string; shortcut: string; Dialog: ComponentType<{ rows: readonly Row[]; onClose: () => void; onDone: () => void }> };
}

/** A book as a list: its views, finding and filtering, the lines, what is done with the chosen ones, the open line beside. */
export function RegisterList<Row extends GridLine, Input extends object>({ book, title, columns, views, inputOf, read, place, lookOf, findLabel, foundIn, actions, empty, editLabel, onEdit, Panel, Acts, keyAct }: RegisterListProps<Row, Input>) {
  const searchBox = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const folderId = useQuery(engineQueries.settings.get.queryOptions()).data?.folderId ?? '';
  const [layout, setLayout] = useColumnLayout(folderId, book);
  const own = useOwnViews(`${book}-view`);
  useUndoKey();

  const { address, show, ask, keep } = useListAddress(views.map((view) => view.id).filter((id) => id !== null), columns.map((column) => column.id));
  const { id } = address;
  const wanted: ListWanted = { view: address.view, year: address.year, text: address.text, filters: address.filters, sort: address.sort };

  const day = useToday();
  const input = inputOf(wanted, day);
  const { list, error, behind, again } = useLinePages<Row>(linesKey(book, input), (part, signal) => read({ ...input, ...part }, signal));
  const { selection, choose, stretch, clear } = useLineChoice(list);
  const chosen = useMemo(() => chosenRows(selection), [selection]);
  const look = useMemo(() => (row: Row): LineLook => lookOf(row, day), [lookOf, day]);

  const activeRow = useRef<Row | null>(null);
  const [acting, setActing] = useState<readonly Row[] | null>(null);
  const beginAct = (): void => {
    const rows = chosen.length > 0 ? chosen : activeRow.current ? [activeRow.current] : [];
    if (rows.length === 0) return sayMissing('Chưa có văn bản nào để chuyển: chọn dòng bằng Space, hoặc sang mục khác.');
    setActing(rows);
  };

  const showYear = useSteady((year: number | null): void => show({ year }));

  const open = (row: Row): void => show({ id: row.id }, id !== null);
  const focusGrid = (): void => grid.current?.focus();
  const close = (): void => {
    show({ id: null });
    focusGrid();
  };
  useCommands([
    { id: 'find', label: `Tìm trong ${title.toLowerCase()}`, shortcut: 'Ctrl+F', run: () => searchBox.current?.select() },
    ...(keyAct ? [{ id: keyAct.id, label: keyAct.label, shortcut: keyAct.shortcut, run: beginAct }] : []),
    { id: 'list-filter', label: 'Lọc theo cột; ↑ ở dòng đầu cũng lên ô lọc', shortcut: 'Ctrl+Shift+F', run: () => grid.current?.querySelector<HTMLElement>('[data-filter]')?.focus() },
    { id: 'list-move', label: 'Chuyển dòng; PageUp, PageDown, Home, End đi xa hơn', shortcut: '↑ ↓', run: focusGrid, keyOnly: true },
    { id: 'list-open', label: 'Mở ngăn chi tiết của dòng', shortcut: 'Enter', run: () => undefined, keyOnly: true, toldOnly: true },
    { id: 'list-edit', label: editLabel, shortcut: 'F2', run: () => id !== null && onEdit(id, null, { open: () => undefined, keep: () => undefined }), keyOnly: true },
    { id: 'list-choose', label: 'Chọn dòng; Shift+↑↓ chọn nhiều dòng liền nhau', shortcut: 'Space', run: () => undefined, keyOnly: true, toldOnly: true },
    { id: 'list-choose-all', label: 'Chọn tất cả dòng đang xem', shortcut: 'Ctrl+A', run: () => undefined, keyOnly: true, toldOnly: true },
    { id: 'list-copy', label: 'Chép các dòng đã chọn thành bảng cho Excel, Word', shortcut: 'Ctrl+C', run: () => undefined, keyOnly: true, toldOnly: true },
    { id: 'list-undo', label: 'Hoàn tác việc vừa làm', shortcut: 'Ctrl+Z', run: () => undefined, keyOnly: true, toldOnly: true },
    { id: 'list-sort', label: 'Ở đầu cột (↑ từ ô lọc): sắp theo cột, lần nữa thì ngược lại, lần nữa thì thôi', shortcut: 'Enter', run: () => undefined, keyOnly: true, toldOnly: true },
    { id: 'list-columns', label: 'Ở đầu cột: đổi rộng; Ctrl+←→ đổi chỗ cột', shortcut: 'Shift+←→', run: () => undefined, keyOnly: true, toldOnly: true },
  ]);

  const narrowed = isNarrowed(wanted);
  const work = (() => {
    if (error !== null && !list) {
      return (
        <Notice tone="trouble" title={`Chưa đọc được sổ ${title.toLowerCase()}`} action={{ label: 'Thử lại', run: again }}>
          {refusalSentence(error)}
        </Notice>
      );
    }
    if (!list) return <ListSkeleton label={`Đang đọc sổ ${title.toLowerCase()}`} />;
    if (list.total === 0 && !behind && !narrowed && wanted.view === null) return empty;
    return (
      <RegisterGrid
        gridRef={grid}
        label={title}
        name={book}
        columns={columns}
        layout={layout}
        onLayout={setLayout}
        list={list}
        behind={behind}
        nothing={
          <Notice title="Không có văn bản nào như vậy" action={{ label: 'Xem tất cả', run: () => show({ ...everything, id: null }) }}>
            {wanted.text ? `Không tìm thấy «${wanted.text}» trong ${foundIn}${Object.values(wanted.filters).some((typed) => typed !== '') ? ', với điều đang lọc ở các cột' : ''}.` : 'Không có dòng nào ở mục này.'}
          </Notice>
        }
        text={wanted.text}
        filters={wanted.filters}
        onFilter={(column, typed) => ask({ filters: { ...wanted.filters, [column]: typed } })}
        sort={wanted.sort}
        onSort={(column) => show({ sort: nextSort(wanted.sort ?? null, column) ?? undefined })}
        lookOf={look}
        openId={id}
        locate={async (line, signal) => (await place({ ...input, id: line }, signal)).offset}
        onOpen={open}
        onEdit={(row) => onEdit(row.id, row, { open: () => open(row), keep: () => keep({ id: row.id }) })}
        onClose={close}
        activeRowRef={activeRow}
        selection={selection}
        onSelect={choose}
        onStretch={stretch}
      />
    );
  })();

  const status = (() => {
    if (!list) return error ? 'Chưa đọc được sổ' : 'Đang đọc sổ…';
    const said = `${countSentence(list.total, list.more)}${wanted.text ? ' khớp với điều đang tìm' : narrowed || wanted.view ? ' ở mục này' : ''}`;
    if (!error) return said;
    return (
      <>
        {said} · <span className={classes.failed}>Có đoạn chưa đọc được.</span>
        <button type="button" className={classes.again} onClick={again}>
          Thử lại
        </button>
      </>
    );
  })();

  return (
    <Screen
      title={title}
      actions={
        <>
          <SearchField inputRef={searchBox} label={findLabel} value={wanted.text} onSearch={(text) => ask({ text })} onLeave={focusGrid} />
          <YearChoice book={book} year={wanted.year} onChoose={showYear} />
          {actions}
        </>
      }
      status={status}
    >
      {chosen.length > 0 ? (
        <ChosenBar amount={chosen.length} gridRef={grid} onClear={clear}>
          <Acts rows={chosen} onDone={clear} />
        </ChosenBar>
      ) : (
        <ViewTabs views={views} own={own} wanted={wanted} onShow={(next) => show({ ...next, id: null })} aside={<ColumnChoice columns={columns} layout={layout} onLayout={setLayout} />} />
      )}
      <div className={classes.split} data-open={id !== null}>
        <div className={classes.list}>{work}</div>
        {id !== null ? <Panel key={id} id={id} onClose={close} /> : null}
      </div>
      {keyAct && acting ? <keyAct.Dialog rows={acting} onClose={() => setActing(null)} onDone={clear} /> : null}
    </Screen>
  );
}

import { Button, Checkbox, FileButton, Select } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useSearchParams } from 'react-router';
import type { Agency, AgencyKind } from '../../../shared/contract/agencies.ts';
import { readSort, writeSort, type ListSort } from '../../../shared/domain/list-sort.ts';
import { sortRows } from '../../../shared/domain/sort-rows.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { ListSkeleton } from '../../components/register-list/list-skeleton.tsx';
import { Notice } from '../../components/notice.tsx';
import { sayRefused } from '../../components/say.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { SortHead } from '../../components/sort-head.tsx';
import { useCommands } from '../../lib/commands.ts';
import { letterKeys } from '../../lib/letter-keys.ts';
import { engine, engineQueries } from '../../lib/engine.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { saveOut } from '../../lib/save-out.ts';
import { AgencyForm } from './agency-form.tsx';
import { ChooseDialog } from './choose-dialog.tsx';
import { kindWords, validityWords } from './agency-words.ts';
import classes from './directory-screen.module.css';
import { SheetImport } from './sheet-import.tsx';

const rowHeight = 32;

const sorts = ['name', 'shortName', 'abbreviation', 'kind', 'parent', 'validity'] as const;
const heads: Record<(typeof sorts)[number], string> = { name: 'Tên', shortName: 'Tên ngắn', abbreviation: 'Viết tắt', kind: 'Loại', parent: 'Trực thuộc', validity: 'Hoạt động' };

/** Agencies: found by initials, former names, without tones; the open one beside. */
export function AgenciesPart() {
  const [search, setSearch] = useSearchParams();
  const [text, setText] = useState('');
  const [kind, setKind] = useState<AgencyKind | null>(null);
  const [all, setAll] = useState(false);
  const [sheet, setSheet] = useState<File | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [at, setAt] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const opened = search.get('id');
  const sort = readSort(search.get('sort'), sorts);
  const show = (id: string | null, by: ListSort | null, replace: boolean): void => setSearch({ ...(by && { sort: writeSort(by) }), ...(id !== null && { id }) }, { replace });
  const open = (id: number | 'moi' | null): void => show(id === null ? null : String(id), sort, opened !== null);
  const list = useQuery({ ...engineQueries.agencies.list.queryOptions({ input: { all, ...(text && { text }), ...(kind && { kind }) } }), placeholderData: keepPreviousData });
  const everyone = useQuery(engineQueries.agencies.list.queryOptions({ input: { all: true } }));
  const nameOf = (id: number | null): string => (id === null ? '' : (everyone.data?.rows.find((row) => row.id === id)?.shortName ?? ''));
  const cellsOf = (row: Agency): Record<(typeof sorts)[number], string> => ({
    name: row.name,
    shortName: row.shortName === row.name ? '' : row.shortName,
    abbreviation: row.abbreviation,
    kind: kindWords[row.kind],
    parent: nameOf(row.parentId),
    validity: row.mergedInto === null ? validityWords(row) : 'đã gộp',
  });
  // the directory is here whole: what is sorted is all of it
  const rows = sort ? sortRows(list.data?.rows ?? [], sort.order, (row) => cellsOf(row)[sort.by], true) : (list.data?.rows ?? []);
  const here = Math.min(at, Math.max(0, rows.length - 1));
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 12, scrollPaddingStart: rowHeight });
  const save = useMutation({ mutationFn: async () => saveOut(await engine.agencies.export({})), onError: sayRefused });
  useCommands([
    { id: 'new-agency', label: 'Thêm cơ quan vào danh bạ', shortcut: letterKeys.newEntry.key, run: () => open('moi') },
    { id: 'choose-agencies', label: 'Chọn sở, ngành, xã, phường của tỉnh vào danh bạ', run: () => setChoosing(true) },
    { id: 'find', label: 'Tìm cơ quan', shortcut: 'Ctrl+F', run: () => searchBox.current?.select() },
  ]);
  const move = (to: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    setAt(next);
    virtual.scrollToIndex(next, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Record<string, () => void> = { ArrowDown: () => move(here + 1), ArrowUp: () => move(here - 1), PageDown: () => move(here + 15), PageUp: () => move(here - 15), Home: () => move(0), End: () => move(rows.length - 1), Enter: () => rows[here] && open(rows[here].id) };
    const step = steps[event.key];
    if (!step || event.target !== event.currentTarget) return;
    event.preventDefault();
    step();
  };
  const close = (): void => {
    open(null);
    scroller.current?.focus();
  };

  return (
    <>
      <div className={classes.bar}>
        <SearchField inputRef={searchBox} label="Tên, tên cũ, chữ đầu như stc" value={text} onSearch={(typed) => (setAt(0), setText(typed))} onLeave={() => scroller.current?.focus()} />
        <Select aria-label="Loại cơ quan" placeholder="Mọi loại" clearable w={200} data={Object.entries(kindWords).map(([value, label]) => ({ value, label }))} value={kind} onChange={(value) => setKind(value as AgencyKind | null)} />
        <Checkbox size="xs" label="Cả cơ quan đã thôi hoạt động" checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
        <div className={classes.aside}>
          <span className={classes.told}>{list.data ? `${formatVietnameseNumber(rows.length)} cơ quan` : ''}</span>
          <Button variant="default" onClick={() => setChoosing(true)}>
            Chọn theo tỉnh…
          </Button>
          <FileButton accept=".xlsx,.csv" onChange={setSheet}>
            {(props) => (
              <Button {...props} variant="default">
                Nhập từ Excel…
              </Button>
            )}
          </FileButton>
          <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
            Ra Excel
          </Button>
          <Button onClick={() => open('moi')}>
            Thêm cơ quan&nbsp; <kbd>{letterKeys.newEntry.key}</kbd>
          </Button>
        </div>
      </div>
      {list.isError ? (
        <Notice tone="trouble" title="Chưa đọc được danh bạ" action={{ label: 'Thử lại', run: () => void list.refetch() }}>
          {refusalSentence(list.error)}
        </Notice>
      ) : !list.data ? (
        <ListSkeleton label="Đang đọc danh bạ" />
      ) : rows.length === 0 && !text && !kind && opened === null ? (
        <Notice title="Danh bạ còn trống" action={{ label: 'Chọn theo tỉnh…', run: () => setChoosing(true) }}>
          Danh bạ gợi tên khi gõ «stc», cho biết một dòng «UBND các xã, phường» gồm những ai, và ai còn nợ báo cáo. Chọn sở, ngành có sẵn và dán tên xã, phường; hoặc nhập danh sách từ Excel, thêm từng cơ quan ({letterKeys.newEntry.key}).
        </Notice>
      ) : (
        <div className={classes.split} data-open={opened !== null}>
          <div ref={scroller} className={classes.list} role="grid" aria-label="Cơ quan" aria-rowcount={rows.length} tabIndex={0} aria-activedescendant={rows.length > 0 ? `agency-${rows[here]?.id}` : undefined} onKeyDown={onKeyDown}>
            <div className={classes.head} role="row">
              {sorts.map((by) => (
                <SortHead key={by} as="span" by={by} label={heads[by]} sort={sort} onSort={(next) => (setAt(0), show(opened, next, false))} />
              ))}
            </div>
            <div role="rowgroup" style={{ position: 'relative', height: virtual.getTotalSize() }}>
              {virtual.getVirtualItems().map(({ index, start }) => {
                const row = rows[index];
                if (!row) return null;
                const cells = Object.values(cellsOf(row));
                return (
                  <div key={row.id} id={`agency-${row.id}`} role="row" aria-rowindex={index + 1} aria-selected={opened === String(row.id) || (opened === null && index === here)} className={classes.row} data-ended={row.validTo !== null || row.mergedInto !== null} style={{ top: start }} onClick={() => (setAt(index), open(row.id))}>
                    {cells.map((cell, column) => (
                      <span key={column} role="gridcell" title={cell}>
                        {cell}
                      </span>
                    ))}
                  </div>
                );
              })}
            </div>
          </div>
          {opened !== null ? <AgencyForm key={opened} id={opened === 'moi' ? null : Number(opened)} agencies={everyone.data?.rows ?? []} onClose={close} onOpen={open} /> : null}
        </div>
      )}
      {choosing ? <ChooseDialog onClose={() => setChoosing(false)} /> : null}
      {sheet ? <SheetImport file={sheet} onClose={() => setSheet(null)} /> : null}
    </>
  );
}

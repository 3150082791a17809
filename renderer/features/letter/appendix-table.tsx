import { Button, NativeSelect } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type ClipboardEvent } from 'react';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { numberInCell } from '../../../shared/letter/number-in-cell.ts';
import { placesOfRows, totalsOf, type TablePlace } from '../../../shared/letter/appendix-rows.ts';
import { cellsOf, type Appendix, type Cell } from '../../../shared/letter/letter.ts';
import { readTable } from '../../../shared/letter/row-kind.ts';
import { addColumn, cellColumnsOf, cellText, givenKind, insertRow, removeRow, setCell, setKind, type GivenKind } from './appendix-edits.ts';
import { sayDone } from '../../components/say.tsx';
import classes from './appendix-table.module.css';
import { CellInput } from './cell-input.tsx';
import { ColumnHead } from './column-head.tsx';
import { goToCell } from './letter-places.ts';
import { pasteTable } from './paste-table.ts';
import { readCopiedTable } from './read-copied-table.ts';
import { useTableCursor } from './use-table-cursor.ts';

const rowHeight = 28;

interface AppendixTableProps {
  appendix: Appendix;
  name: string;
  /** Field of the rows (`appendices.0.rows`). */
  field: string;
  /** Given what becomes of the table as it then is: two keys may come before the next drawing. */
  onChange: (make: (before: Appendix) => Appendix) => void;
}

/** A table edited as in a spreadsheet: arrows, Enter, Tab, F2, blocks pasted from Excel; sums are computed. */
export function AppendixTable({ appendix, name, field, onChange }: AppendixTableProps) {
  const pane = useRef<HTMLDivElement>(null);
  const [pasted, setPasted] = useState(0);
  const columns = cellColumnsOf(appendix);
  const before = useRef<Appendix[]>([]);
  const change = (make: (now: Appendix) => Appendix): void =>
    onChange((now) => {
      before.current = [...before.current.slice(-99), now];
      return make(now);
    });
  const undo = (): void => {
    const last = before.current.pop();
    if (last) onChange(() => last);
  };

  // the virtualizer keeps itself in step outside React's memory
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({ count: appendix.rows.length, getScrollElement: () => pane.current, estimateSize: () => rowHeight, overscan: 10, scrollPaddingStart: 64, scrollPaddingEnd: rowHeight * 2 });
  const cursor = useTableCursor({
    rows: appendix.rows.length,
    columns: columns.length,
    onShow: (row) => virtual.scrollToIndex(row),
    onAddRow: () => change((now) => insertRow(now, now.rows.length)),
  });

  // a finding or a click on the page names a cell, drawn or not
  const table = useRef<HTMLDivElement>(null);
  const { goTo } = cursor;
  useEffect(() => {
    const here = table.current;
    const go = (event: Event): void => {
      const { row, cell } = (event as CustomEvent<{ row: number; cell: number }>).detail;
      goTo(row, cell);
    };
    here?.addEventListener(goToCell, go);
    return () => here?.removeEventListener(goToCell, go);
  }, [goTo]);

  const paste = (event: ClipboardEvent): void => {
    const block = readCopiedTable(event.clipboardData);
    if (block === null) return;
    event.preventDefault();
    cursor.stopEditing();
    setPasted((times) => times + 1);
    const { said } = pasteTable(appendix, cursor.row, cursor.column, block);
    change((now) => pasteTable(now, cursor.row, cursor.column, block).appendix);
    if (said.length > 0) sayDone(`${said.join(' ')} Ctrl+Z trong bảng trả lại như trước.`);
  };

  const rowKind = givenKind(appendix.rows[cursor.row]);
  const template = appendix.columns.map((column) => (column.kind === 'ordinal' ? '64px' : column.kind === 'number' ? 'minmax(104px, 1fr)' : 'minmax(150px, 2.4fr)')).join(' ');
  const unsure = appendix.rows.flatMap((row) => cellsOf(row).filter((cell, at) => columns[at]?.column.kind === 'number' && isUnsure(cell))).length;
  const totals = totalsOf(appendix);
  const reading = readTable(appendix);
  const places = useMemo(() => placesOfRows(appendix), [appendix]);
  const place = { gridTemplateColumns: template };

  return (
    <div ref={table} className={classes.table} data-field={field}>
      <div ref={pane} className={classes.pane} role="grid" aria-label={name} aria-rowcount={appendix.rows.length + 1} aria-colcount={appendix.columns.length} onPaste={paste}>
        <div role="row" className={classes.heads} style={place} aria-rowindex={1}>
          {appendix.columns.map((column, at) => (
            <ColumnHead key={at} appendix={appendix} at={at} column={column} onChange={change} />
          ))}
        </div>
        <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => (
            <div key={index} role="row" aria-rowindex={index + 2} className={classes.row} data-kind={reading.rows[index]?.kind} style={{ ...place, transform: `translateY(${start}px)` }}>
              {appendix.columns.map((column, at) => {
                if (column.kind === 'ordinal') {
                  return (
                    <span key={at} role="gridcell" className={classes.ordinal}>
                      {ordinalText(places[index]?.[at])}
                    </span>
                  );
                }
                const cellAt = columns.findIndex((each) => each.at === at);
                const cell = cellsOf(appendix.rows[index] ?? [])[cellAt] ?? null;
                const here = cursor.row === index && cursor.column === cellAt;
                return (
                  <span
                    key={at}
                    role="gridcell"
                    className={classes.cell}
                    data-kind={column.kind}
                    data-here={here}
                    data-unsure={column.kind === 'number' && isUnsure(cell)}
                    title={unsureSentence(column.kind === 'number' ? cell : null)}
                    onMouseDown={(event) => {
                      if (here) return;
                      event.preventDefault();
                      // what was being written in another cell is kept before that cell's field goes
                      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
                      cursor.goTo(index, cellAt);
                    }}
                    onDoubleClick={() => cursor.edit()}
                  >
                    {here ? (
                      <CellInput
                        key={pasted}
                        label={`Dòng ${index + 1}, cột ${column.header}`}
                        shown={shownOf(cell)}
                        text={cellText(cell)}
                        cursor={cursor}
                        onCommit={(typed) => change((now) => setCell(now, index, cellAt, typed))}
                        onUndo={undo}
                      />
                    ) : (
                      shownOf(cell)
                    )}
                  </span>
                );
              })}
            </div>
          ))}
        </div>
        {totals ? (
          <div role="row" className={classes.totals} style={place}>
            {appendix.columns.map((column, at) => (
              <span key={at} role="gridcell" data-kind={column.kind}>
                {typeof totals[at] === 'number' ? formatVietnameseNumber(totals[at]) : at === 0 || (at === 1 && appendix.columns[0]?.kind === 'ordinal') ? (at === 0 && appendix.columns[0]?.kind === 'ordinal' ? '' : 'Tổng cộng') : ''}
              </span>
            ))}
          </div>
        ) : null}
      </div>
      {unsure > 0 ? <p className={classes.unsure}>{unsure} ô chưa rõ là số nào, đánh dấu trong bảng: hàng nghìn viết bằng dấu chấm (70.635), phần lẻ bằng dấu phẩy (16,73).</p> : null}
      <div className={classes.acts}>
        <Button size="compact-xs" variant="default" onClick={() => change((now) => insertRow(now, cursor.row + 1))}>
          Thêm dòng
        </Button>
        <Button size="compact-xs" variant="default" disabled={appendix.rows.length === 0} onClick={() => change((now) => removeRow(now, cursor.row))}>
          Bỏ dòng {Math.min(cursor.row, appendix.rows.length - 1) + 1}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => change((now) => addColumn(now, { header: `Cột ${now.columns.length + 1}`, kind: 'text' }))}>
          Thêm cột
        </Button>
        <NativeSelect
          size="xs"
          aria-label={`Dòng ${Math.min(cursor.row, appendix.rows.length - 1) + 1} là dòng gì`}
          title="Dòng đang chọn là dòng gì khi cộng bảng"
          disabled={appendix.rows.length === 0}
          value={rowKind}
          data={kindWords}
          onChange={(event) => {
            const kind = event.currentTarget.value as GivenKind;
            change((now) => setKind(now, cursor.row, kind));
          }}
        />
        <span>
          <kbd>F2</kbd> sửa ô · <kbd>Ctrl+V</kbd> dán khối từ Excel · <kbd>Esc</kbd> rồi <kbd>Tab</kbd> ra khỏi bảng
        </span>
      </div>
    </div>
  );
}

/** What a row may be said to be; «tự nhận» leaves it to its words, its number and its figures. */
const kindWords: { value: GivenKind; label: string }[] = [
  { value: 'told', label: 'Loại dòng: tự nhận' },
  { value: 'item', label: 'Dòng thường' },
  { value: 'group', label: 'Dòng nhóm' },
  { value: 'subtotal', label: 'Dòng cộng' },
];

const ordinalText = (place: TablePlace | undefined): string => (place?.kind === 'ordinal' || place?.kind === 'mark' ? String(place.value) : '');

const isUnsure = (cell: Cell): boolean => {
  const read = numberInCell(cell);
  return typeof read === 'object' && read !== null;
};

const unsureSentence = (cell: Cell): string | undefined => {
  const read = numberInCell(cell);
  return typeof read === 'object' && read !== null ? read.unsure : undefined;
};

const shownOf = (cell: Cell): string => (typeof cell === 'number' ? formatVietnameseNumber(cell) : (cell ?? ''));

import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { Appendix, AppendixColumn, ColumnKind } from '../../../shared/letter/letter.ts';
import { changeColumn, removeColumn } from './appendix-edits.ts';
import classes from './appendix-table.module.css';

const kinds: [ColumnKind, string][] = [
  ['text', 'Cột chữ'],
  ['number', 'Cột số'],
  ['ordinal', 'Cột thứ tự (tự đánh số)'],
];

interface ColumnHeadProps {
  appendix: Appendix;
  at: number;
  column: AppendixColumn;
  onChange: (make: (before: Appendix) => Appendix) => void;
}

/** A column's name, and what kind it is. */
export function ColumnHead({ appendix, at, column, onChange }: ColumnHeadProps) {
  return (
    <span role="columnheader" className={classes.headcell}>
      <input aria-label={`Tên cột ${at + 1}`} value={column.header} autoComplete="off" spellCheck={false} onChange={(event) => {
          const header = event.currentTarget.value;
          onChange((now) => changeColumn(now, at, { header }));
        }} />
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={20} aria-label={`Cột ${column.header || at + 1}: loại cột, cộng, bỏ`}>
            <IconDots size={13} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {kinds.map(([kind, label]) => (
            <Menu.Item key={kind} rightSection={column.kind === kind ? '✓' : null} onClick={() => onChange((now) => changeColumn(now, at, { kind }))}>
              {label}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item disabled={column.kind !== 'number'} rightSection={column.total ? '✓' : null} onClick={() => onChange((now) => changeColumn(now, at, { total: !column.total }))}>
            Cộng ở dòng cuối
          </Menu.Item>
          <Menu.Item disabled={appendix.columns.length === 1} onClick={() => onChange((now) => removeColumn(now, at))}>
            Bỏ cột này
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}

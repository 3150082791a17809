import { Button, Checkbox, Popover } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { memo } from 'react';
import { orderColumns, showColumn, shownColumns, untouchedLayout, type ColumnLayout } from './column-layout.ts';
import classes from './column-choice.module.css';
import type { GridColumn } from './grid-column.ts';

interface ColumnChoiceProps<Row> {
  columns: readonly GridColumn<Row>[];
  layout: ColumnLayout;
  onLayout: (layout: ColumnLayout) => void;
}

/** Which columns are shown; and back to how they were at first. */
function ColumnChoicePlain<Row>({ columns, layout, onLayout }: ColumnChoiceProps<Row>) {
  const shown = shownColumns(columns, layout);
  return (
    <Popover position="bottom-end" shadow="xs" trapFocus returnFocus width={260}>
      <Popover.Target>
        <Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconColumns3 size={15} aria-hidden />}>
          Cột
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.choice ?? ''} aria-label="Chọn cột">
        <div className={classes.list}>
          {orderColumns(columns, layout.order).map((column) => {
            const isShown = shown.includes(column);
            return <Checkbox key={column.id} size="xs" label={column.head} checked={isShown} disabled={isShown && shown.length === 1} onChange={() => onLayout(showColumn(layout, column.id, !isShown))} />;
          })}
        </div>
        <Button size="xs" variant="default" fullWidth mt="sm" onClick={() => onLayout(untouchedLayout)}>
          Trả cột về như lúc đầu
        </Button>
        <p className={classes.hint}>Kéo đầu cột để đổi chỗ, kéo mép phải để đổi rộng. Bằng phím: ↑ ở dòng đầu hai lần, rồi Shift+←→ đổi rộng, Ctrl+←→ đổi chỗ.</p>
      </Popover.Dropdown>
    </Popover>
  );
}

export const ColumnChoice = memo(ColumnChoicePlain) as typeof ColumnChoicePlain;

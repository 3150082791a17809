import { Button, Checkbox, Input, Popover } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import classes from './sheet-choice.module.css';
import type { OldBook } from './use-old-book.ts';

type Sheets = OldBook['sheets'];

/** What the closed choice says: one name, or how many of how many. */
const chosenWords = (taken: Sheets, all: Sheets): string => (taken.length === 1 ? (taken[0]?.name ?? '') : `${formatVietnameseNumber(taken.length)} trên ${formatVietnameseNumber(all.length)} trang`);

interface SheetChoiceProps {
  sheets: Sheets;
  /** The names chosen, which the reading may not have followed yet; null is for the program to find out. */
  chosen: readonly string[] | null;
  onChoose: (names: string[]) => void;
}

/** Which sheets of a workbook are read as the book: one, several or all. */
export function SheetChoice({ sheets, chosen, onChoose }: SheetChoiceProps) {
  const isTaken = ({ name, taken: read }: Sheets[number]): boolean => (chosen === null ? read : chosen.includes(name));
  const taken = sheets.filter(isTaken);
  const choose = (wanted: (sheet: Sheets[number]) => boolean): void => {
    const names = sheets.filter(wanted).map(({ name }) => name);
    if (names.length > 0) onChoose(names);
  };
  return (
    <Popover position="bottom-start" shadow="xs" trapFocus returnFocus width={320}>
      <Input.Wrapper label="Trang tính" labelElement="div" w={180}>
        <Popover.Target>
          <Button variant="default" fullWidth justify="space-between" className={classes.button ?? ''} aria-label={`Trang tính: ${chosenWords(taken, sheets)}`} rightSection={<IconChevronDown size={14} aria-hidden />} title={taken.map(({ name }) => name).join(', ')}>
            {chosenWords(taken, sheets)}
          </Button>
        </Popover.Target>
      </Input.Wrapper>
      <Popover.Dropdown className={classes.choice ?? ''} aria-label="Chọn trang tính">
        <div className={classes.list}>
          {sheets.map((sheet) => (
            <Checkbox
              key={sheet.name}
              size="xs"
              label={`${sheet.name} (${formatVietnameseNumber(sheet.rows)} dòng${sheet.hidden ? ', đang ẩn' : ''})`}
              checked={isTaken(sheet)}
              disabled={isTaken(sheet) && taken.length === 1}
              onChange={() => choose((each) => isTaken(each) !== (each === sheet))}
            />
          ))}
        </div>
        <Button size="xs" variant="default" fullWidth mt="sm" disabled={taken.length === sheets.length} onClick={() => choose(() => true)}>
          Chọn tất cả
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

import { Button } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { sayDone } from '../say.tsx';
import classes from './chosen-bar.module.css';

interface ChosenBarProps {
  amount: number;
  gridRef: RefObject<HTMLElement | null>;
  onClear: () => void;
  children: ReactNode;
}

/** How many lines are chosen, and what can be done with them; in the place of the views while there are any. */
export function ChosenBar({ amount, gridRef, onClear, children }: ChosenBarProps) {
  const copy = (): void => {
    gridRef.current?.focus();
    // the same way as Ctrl+C: the clipboard's own interface would strip what tells a spreadsheet texts from numbers
    if (document.execCommand('copy')) sayDone(`Đã chép ${formatVietnameseNumber(amount)} dòng; dán vào Excel hoặc Word.`);
  };
  return (
    <div className={classes.bar} role="group" aria-label="Các dòng đã chọn">
      <strong role="status">{formatVietnameseNumber(amount)} dòng đã chọn</strong>
      {children}
      <Button size="compact-sm" variant="default" onClick={copy} title="Ctrl+C">
        Chép bảng
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        ml="auto"
        title="Esc"
        onClick={() => {
          onClear();
          gridRef.current?.focus();
        }}
      >
        Bỏ chọn
      </Button>
    </div>
  );
}

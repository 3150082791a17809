import { NumberInput, Select } from '@mantine/core';
import { sizeText } from '../../../shared/domain/paper-files.ts';
import { headRowOf, type OldBookReading } from './old-book.ts';
import classes from './reading-bar.module.css';
import { SheetChoice } from './sheet-choice.tsx';
import type { OldBook } from './use-old-book.ts';

interface ReadingBarProps {
  fileName: string;
  size: number;
  reading: OldBookReading;
  found: OldBook | null;
  onChange: (change: Partial<OldBookReading>) => void;
}

/** Which book it goes into, which sheets and head row it is read from; another choice proposes the columns anew. */
export function ReadingBar({ fileName, size, reading, found, onChange }: ReadingBarProps) {
  const sheets = found?.sheets ?? [];
  const headRow = reading.headRow ?? headRowOf(found);
  return (
    <div className={classes.bar}>
      <div className={classes.file} title={fileName}>
        <b>{fileName}</b>
        <span>{sizeText(size)}</span>
      </div>
      <Select
        label="Nhập vào"
        w={170}
        allowDeselect={false}
        data={[
          { value: 'incoming', label: 'Sổ văn bản đến' },
          { value: 'outgoing', label: 'Sổ văn bản đi' },
        ]}
        value={reading.book}
        onChange={(value) => onChange({ book: value === 'outgoing' ? 'outgoing' : 'incoming', mapping: null, headRow: null })}
      />
      {sheets.length > 1 ? (
        <SheetChoice sheets={sheets} chosen={reading.sheets} onChoose={(names) => onChange({ sheets: names, mapping: null, headRow: null })} />
      ) : null}
      <SettledNumber key={`head-${headRow ?? ''}`} label="Dòng đầu bảng" placeholder="không thấy" value={headRow} onSettle={(next) => onChange({ headRow: next, mapping: null })} />
      <SettledNumber key={`year-${reading.year ?? ''}`} label="Năm khi ngày không ghi" placeholder="như trong tệp" width={160} min={1900} max={2200} value={reading.year} onSettle={(year) => onChange({ year })} />
      <Select
        label="Ngày hai nghĩa (3/4)"
        w={170}
        allowDeselect={false}
        data={[
          { value: '', label: 'Như cột cho thấy' },
          { value: 'day-first', label: 'Ngày trước tháng' },
          { value: 'month-first', label: 'Tháng trước ngày' },
        ]}
        value={reading.dayOrder ?? ''}
        onChange={(value) => onChange({ dayOrder: value === 'day-first' || value === 'month-first' ? value : null })}
      />
    </div>
  );
}

interface SettledNumberProps {
  label: string;
  value: number | null;
  onSettle: (value: number | null) => void;
  min?: number;
  max?: number;
  width?: number;
  placeholder?: string;
}

/** The whole file is read anew for every value: only once it has been written out. */
function SettledNumber({ label, value, onSettle, min = 1, max = 1_048_576, width = 120, placeholder }: SettledNumberProps) {
  const settle = (typed: string): void => {
    const next = /^\d+$/.test(typed.trim()) ? Number(typed) : null;
    if (next !== value && (next === null || (next >= min && next <= max))) onSettle(next);
  };
  return (
    <NumberInput
      label={label}
      w={width}
      hideControls
      allowDecimal={false}
      allowNegative={false}
      placeholder={placeholder}
      min={min}
      max={max}
      defaultValue={value ?? ''}
      onBlur={(event) => settle(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle(event.currentTarget.value);
      }}
    />
  );
}

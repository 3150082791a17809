import { NumberInput, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { commonSeries } from '../../../shared/domain/numbering.ts';
import { DayField } from '../../components/day-field.tsx';
import { engineQueries } from '../../lib/engine.ts';
import type { BookChoice } from './book-choice.ts';
import classes from './book-choice-bar.module.css';
import { kindOfBook, printedBooks } from './book-names.ts';

interface BookChoiceBarProps {
  choice: BookChoice;
  thisYear: number;
  onChange: (change: Partial<BookChoice>) => void;
}

/** Which book, year, days, series and volume are printed. */
export function BookChoiceBar({ choice, thisYear, onChange }: BookChoiceBarProps) {
  const books = useQuery(engineQueries.books.list.queryOptions({ input: {} }));
  const own = (books.data?.rows ?? []).filter(({ kind }) => kind === kindOfBook(choice.book));
  const years = [...new Set([thisYear, choice.year, ...own.map(({ year }) => year)])].sort((a, b) => b - a);
  const series = [...new Set([...own.filter(({ year }) => year === choice.year).map((book) => book.series), ...(choice.series ? [choice.series] : [])])];
  return (
    <div className={classes.bar} role="group" aria-label="Chọn sổ để in">
      <Select
        label="Sổ"
        w={290}
        allowDeselect={false}
        data={[...printedBooks]}
        value={choice.book}
        onChange={(value) => {
          const book = printedBooks.find((each) => each.value === value)?.value;
          if (book) onChange({ book, series: null });
        }}
      />
      <Select label="Năm" w={92} allowDeselect={false} data={years.map(String)} value={String(choice.year)} onChange={(value) => value && onChange({ year: Number(value), from: null, to: null })} />
      <div className={classes.day}>
        <DayField label="Từ ngày" key={`from-${choice.year}`} placeholder="đầu năm" value={choice.from} onChange={(from) => onChange({ from })} />
      </div>
      <div className={classes.day}>
        <DayField label="Đến ngày" key={`to-${choice.year}`} placeholder="hết năm" value={choice.to} onChange={(to) => onChange({ to })} />
      </div>
      {series.length > 1 ? (
        <Select
          label="Dãy số"
          w={150}
          allowDeselect={false}
          data={[{ value: '', label: 'Tất cả' }, ...series.map((value) => ({ value, label: value === commonSeries ? 'Dãy chung' : value }))]}
          value={choice.series ?? ''}
          onChange={(value) => onChange({ series: value === '' ? null : value })}
        />
      ) : null}
      <VolumeField key={choice.volume} volume={choice.volume} onChange={(volume) => onChange({ volume })} />
      <NumberInput
        label="Dòng trống"
        w={100}
        min={0}
        max={500}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="strict"
        title="Dòng kẻ sẵn ở cuối sổ, để ghi tay"
        value={choice.blankRows}
        onChange={(value) => onChange({ blankRows: typeof value === 'number' ? value : 0 })}
      />
    </div>
  );
}

/** The cover is drawn anew for every volume: only once its number has been written. */
function VolumeField({ volume, onChange }: { volume: string | null; onChange: (volume: string | null) => void }) {
  const [typed, setTyped] = useState(volume ?? '');
  const settle = (): void => {
    const next = typed.trim() || null;
    if (next !== volume) onChange(next);
  };
  return (
    <TextInput
      label="Quyển số"
      w={84}
      maxLength={20}
      autoComplete="off"
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
      }}
    />
  );
}

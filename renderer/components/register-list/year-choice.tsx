import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { memo, useMemo } from 'react';
import { engineQueries } from '../../lib/engine.ts';
import { useToday } from '../../lib/use-today.ts';

interface YearChoiceProps {
  book: 'incoming' | 'outgoing';
  year: number | null;
  /** One function for good: a letter typed beside it does not draw it again. */
  onChoose: (year: number | null) => void;
}

/** The years of which there is a book, the newest first. */
export const YearChoice = memo(function YearChoice({ book, year, onChoose }: YearChoiceProps) {
  const day = useToday();
  const books = useQuery(engineQueries.books.list.queryOptions({ input: {} }));
  const years = useMemo(() => {
    const kept = (books.data?.rows ?? []).filter((each) => each.kind === book).map((each) => each.year);
    return [...new Set([Number(day.slice(0, 4)), ...kept])].sort((a, b) => b - a);
  }, [books.data, book, day]);
  return (
    <Select
      aria-label="Năm"
      w={120}
      allowDeselect={false}
      data={[{ value: '', label: 'Tất cả năm' }, ...years.map((each) => ({ value: String(each), label: String(each) }))]}
      value={year ? String(year) : ''}
      onChange={(value) => onChoose(value ? Number(value) : null)}
    />
  );
});

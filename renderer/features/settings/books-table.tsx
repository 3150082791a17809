import { Button, NumberInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Book } from '../../../shared/contract/books.ts';
import { commonSeries } from '../../../shared/domain/numbering.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { sayDone, sayRefused } from '../../components/say.tsx';
import { engine, engineQueries } from '../../lib/engine.ts';
import classes from './settings-form.module.css';

const bookName = ({ kind, series }: Pick<Book, 'kind' | 'series'>): string => (kind === 'incoming' ? 'Văn bản đến' : series === commonSeries ? 'Văn bản đi, dãy chung' : `Văn bản đi, ${series}`);

/** The books of both directions with their next numbers; a book that has given none yet can begin elsewhere. */
export function BooksTable({ books }: { books: readonly Book[] }) {
  const [choosing, setChoosing] = useState<Book | null>(null);
  return (
    <table className={classes.books}>
      <thead>
        <tr>
          <th scope="col">Sổ</th>
          <th scope="col">Năm</th>
          <th scope="col">Số kế tiếp</th>
          <th scope="col">
            <span className="visually-hidden">Đặt số bắt đầu</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {books.map((book) => (
          <tr key={`${book.kind}-${book.series}-${book.year}`}>
            <td>{bookName(book)}</td>
            <td>{book.year}</td>
            <td>{formatVietnameseNumber(book.next)}</td>
            <td align="right">
              {choosing?.kind === book.kind && choosing.series === book.series && choosing.year === book.year ? (
                <StartBook book={book} onDone={() => setChoosing(null)} />
              ) : (
                <Button size="compact-xs" variant="default" onClick={() => setChoosing(book)}>
                  Đặt số bắt đầu
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function StartBook({ book, onDone }: { book: Book; onDone: () => void }) {
  const queries = useQueryClient();
  const [next, setNext] = useState<number | string>(book.next);
  const start = useMutation({
    mutationFn: (value: number) => engine.books.start({ kind: book.kind, series: book.series, year: book.year, next: value }),
    onSuccess: async (started) => {
      onDone();
      await queries.invalidateQueries({ queryKey: engineQueries.books.key() });
      sayDone(`${bookName(book)}, năm ${book.year} bắt đầu từ số ${formatVietnameseNumber(started.next)}.`);
    },
    onError: (error) => {
      onDone();
      sayRefused(error);
    },
  });
  return (
    <form
      style={{ display: 'flex', gap: 6, justifyContent: 'flex-end' }}
      onSubmit={(event) => {
        event.preventDefault();
        if (typeof next === 'number') start.mutate(next);
      }}
    >
      <NumberInput aria-label="Số bắt đầu" size="xs" w={90} min={1} max={9_999_999} hideControls allowDecimal={false} autoFocus value={next} onChange={setNext} />
      <Button size="xs" type="submit" loading={start.isPending}>
        Đặt
      </Button>
      <Button size="xs" variant="default" onClick={onDone}>
        Thôi
      </Button>
    </form>
  );
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { NextYearOffer } from '../../components/next-year-offer.tsx';
import { Notice } from '../../components/notice.tsx';
import { sayRefused } from '../../components/say.tsx';
import { Screen } from '../../components/screen.tsx';
import { useCommands } from '../../lib/commands.ts';
import { engine, engineQueries } from '../../lib/engine.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { saveOut } from '../../lib/save-out.ts';
import { useJob } from '../../lib/use-job.ts';
import { usePrintAll } from '../../lib/use-print-all.ts';
import { useToday } from '../../lib/use-today.ts';
import { BookChoiceBar } from './book-choice-bar.tsx';
import { lastBookChoice, readBookChoice, rememberBookChoice, spanOf, writeBookChoice, type BookChoice } from './book-choice.ts';
import { BookDesk } from './book-desk.tsx';
import { ColumnWidthsDialog } from './column-widths-dialog.tsx';
import { useBookPages } from './use-book-pages.ts';
import { YearDialog } from './year-dialog.tsx';
import classes from './books-screen.module.css';

/** Sổ & in ấn: the five books of the decree as they print, to paper, Excel and Word. */
export function BooksScreen() {
  const navigate = useNavigate();
  const thisYear = Number(useToday().slice(0, 4));
  const [search, setSearch] = useSearchParams();
  const choice = readBookChoice(search.has('book') ? search : lastBookChoice(), thisYear);
  const written = writeBookChoice(choice).toString();
  useEffect(() => rememberBookChoice(readBookChoice(new URLSearchParams(written), thisYear)), [written, thisYear]);
  // at once: a change typed right after this one builds on it
  const choose = (change: Partial<BookChoice>): void => setSearch(writeBookChoice({ ...choice, ...change }), { replace: true, flushSync: true });

  const book = useBookPages(choice);
  const { drawAll, preparing, print } = usePrintAll(book.whole, sayRefused);
  const job = useJob();
  const settings = useQuery(engineQueries.settings.get.queryOptions());
  const [ruling, setRuling] = useState(false);
  const [yearsOpen, setYearsOpen] = useState(false);
  const save = (format: 'xlsx' | 'docx'): void =>
    void job
      .run((name) => engine.register.export({ ...spanOf(choice), format, job: name }))
      .then((file) => file && saveOut(file))
      .catch(sayRefused);

  useCommands([
    { id: 'print', label: 'In sổ đang xem', shortcut: 'Ctrl+P', run: print },
    { id: 'book-years', label: 'Năm của sổ: đóng sổ, mở sổ năm sau', run: () => setYearsOpen(true) },
    { id: 'save-excel', label: 'Lưu sổ đang xem thành tệp Excel', shortcut: 'Ctrl+E', run: () => save('xlsx') },
    { id: 'save', label: 'Lưu sổ đang xem thành tệp Word', shortcut: 'Ctrl+S', run: () => save('docx') },
  ]);

  const { query, sheets, read, total, whole } = book;
  // few lines on a sheet of lying A4 are a column too narrow for what is in it
  const cramped = whole && total >= 20 && sheets.length > total / 3 ? ' · dòng rất cao, nới cột bằng «Bề rộng cột»' : '';
  const amount = `${formatVietnameseNumber(total)} dòng · ${formatVietnameseNumber(sheets.length)} trang${cramped}`;
  const status = query.isError ? 'Chưa đọc được sổ' : query.isPending ? 'Đang đọc sổ…' : whole ? amount : `Đang đọc sổ… ${formatVietnameseNumber(read)} / ${formatVietnameseNumber(total)} dòng`;
  return (
    <Screen
      title="Sổ & in ấn"
      actions={
        <>
          <Button variant="default" onClick={() => void navigate('/nhap-so-cu')}>
            Nhập sổ cũ…
          </Button>
          <Button variant="default" onClick={() => setYearsOpen(true)}>
            Năm của sổ…
          </Button>
          <Button variant="default" disabled={!settings.data} onClick={() => setRuling(true)}>
            Bề rộng cột…
          </Button>
          <Button variant="default" disabled={job.name !== null} onClick={() => save('xlsx')}>
            Lưu Excel
          </Button>
          <Button variant="default" disabled={job.name !== null} onClick={() => save('docx')}>
            Lưu Word
          </Button>
          <Button onClick={print} loading={preparing} rightSection={<kbd className={classes.key}>Ctrl+P</kbd>}>
            In
          </Button>
        </>
      }
      status={preparing ? (whole ? `Đang dựng ${formatVietnameseNumber(sheets.length + 1)} trang để in…` : status) : status}
    >
      <NextYearOffer />
      <BookChoiceBar choice={choice} thisYear={thisYear} onChange={choose} />
      {ruling && settings.data ? <ColumnWidthsDialog book={choice.book} kept={settings.data.bookColumns[choice.book] ?? null} onClose={() => setRuling(false)} /> : null}
      {yearsOpen ? (
        <YearDialog
          onClose={() => setYearsOpen(false)}
          onShow={({ kind, year }) => {
            setYearsOpen(false);
            choose({ book: kind, year });
          }}
        />
      ) : null}
      <JobProgress job={job} label="Đang làm tệp" />
      {query.isError ? (
        <Notice tone="trouble" title="Chưa đọc được sổ" action={{ label: 'Thử lại', run: () => void query.refetch() }}>
          {refusalSentence(query.error)}
        </Notice>
      ) : query.isPending ? (
        <div className={classes.waiting} aria-busy aria-label="Đang đọc sổ" />
      ) : (
        <BookDesk key={choice.book} book={book} printing={drawAll} />
      )}
    </Screen>
  );
}

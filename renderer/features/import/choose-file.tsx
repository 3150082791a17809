import { Button, SegmentedControl } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import classes from './choose-file.module.css';
import type { OldBookReading } from './old-book.ts';

interface ChooseFileProps {
  book: OldBookReading['book'];
  onBook: (book: OldBookReading['book']) => void;
  onFile: (file: File) => void;
  /** Why the last file was not taken. */
  refused: string | null;
}

/** The place to drop the old book's file, or to choose it. */
export function ChooseFile({ book, onBook, onFile, refused }: ChooseFileProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  return (
    <section className={classes.choose} aria-label="Chọn tệp">
      <SegmentedControl
        aria-label="Nhập vào sổ nào"
        data={[
          { value: 'incoming', label: 'Sổ văn bản đến' },
          { value: 'outgoing', label: 'Sổ văn bản đi' },
        ]}
        value={book}
        onChange={(value) => onBook(value)}
      />
      <div
        className={classes.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
      >
        <IconFileSpreadsheet size={34} stroke={1.3} aria-hidden />
        <p>Thả tệp sổ cũ vào đây</p>
        <Button onClick={() => input.current?.click()}>Chọn tệp…</Button>
        <small>Excel (.xlsx) hoặc CSV, đến 100 MB. Số cũ giữ nguyên; xem lại rồi mới ghi vào sổ.</small>
        <input
          ref={input}
          type="file"
          aria-label="Tệp sổ cũ"
          accept=".xlsx,.csv,.txt,.tsv"
          hidden
          onChange={(event) => {
            take(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {refused ? (
        <p role="alert" className={classes.refused}>
          {refused}
        </p>
      ) : null}
    </section>
  );
}

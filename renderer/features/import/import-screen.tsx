import { useState } from 'react';
import { Screen } from '../../components/screen.tsx';
import { ChooseFile } from './choose-file.tsx';
import { EarlierImports } from './earlier-imports.tsx';
import { ImportDone, type ImportResult } from './import-done.tsx';
import { ImportLook } from './import-look.tsx';
import { FileNotTaken, takeFile, type OldBookReading } from './old-book.ts';

/** Nhập sổ cũ: a file is chosen, looked at, entered as a whole, and can be taken back as a whole. */
export function ImportScreen() {
  const [book, setBook] = useState<OldBookReading['book']>('incoming');
  const [file, setFile] = useState<File | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);

  const take = (chosen: File): void => {
    setRefused(null);
    takeFile(chosen).then(setFile, (error: unknown) => {
      if (!(error instanceof FileNotTaken)) throw error;
      setRefused(error.message);
    });
  };
  const again = (): void => {
    setFile(null);
    setResult(null);
  };
  if (result) return <ImportDone result={result} onAgain={again} />;
  if (file) return <ImportLook file={file} book={book} onBack={again} onDone={setResult} />;
  return (
    <Screen title="Nhập sổ cũ" status="Sổ cũ ghi bằng Excel của cơ quan nào cũng được; đầu cột được nhận ra và sửa lại được">
      <ChooseFile book={book} onBook={setBook} onFile={take} refused={refused} />
      <EarlierImports />
    </Screen>
  );
}

import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { HostFile } from '../../shared/contract/host.ts';
import { host } from '../lib/host.ts';
import { leaderAddress } from '../lib/leader-address.ts';
import { excelFileOf, wordFileOf } from '../lib/letter-files.ts';
import classes from './letter-file-buttons.module.css';
import { sayDone, sayRefused } from './say.tsx';

interface LetterFileButtonsProps {
  id: number;
  /** Titles of the appendices, in order. */
  appendices: readonly string[];
  onPrint?: (() => void) | undefined;
  size?: 'xs' | 'sm';
}

/** Mở Word · Mở Excel (one for each appendix) · In · Lưu ra…: the letter's files, opened or kept elsewhere; its appendices in large type. */
export function LetterFileButtons({ id, appendices, onPrint, size = 'sm' }: LetterFileButtonsProps) {
  const navigate = useNavigate();
  const [busy, setBusy] = useState<string | null>(null);

  const act = (name: string, make: () => Promise<HostFile>, use: (file: HostFile) => Promise<unknown>): void => {
    setBusy(name);
    make()
      .then(use)
      .catch(sayRefused)
      .finally(() => setBusy(null));
  };
  const saveAs = async (file: HostFile): Promise<void> => {
    const path = await host.saveFile(file);
    if (path === null) return;
    if (host.kind === 'electron') sayDone(`Đã lưu ${file.name}.`, { label: 'Mở thư mục', run: () => void host.showInFolder(path) });
    else sayDone(`Đã tải ${file.name} về thư mục tải xuống.`);
  };
  const open = (file: HostFile): Promise<void> => host.openFile({ ...file, ours: true });

  return (
    <div className={classes.files}>
      <Button size={size} variant="default" loading={busy === 'word'} onClick={() => act('word', () => wordFileOf(id), open)}>
        Mở Word
      </Button>
      {appendices.map((title, index) => (
        <Button
          key={index}
          size={size}
          variant="default"
          title={title}
          loading={busy === `excel-${index}`}
          onClick={() => act(`excel-${index}`, () => excelFileOf(id, index + 1), open)}
        >
          {appendices.length > 1 ? `Mở Excel phụ lục ${index + 1}` : 'Mở Excel'}
        </Button>
      ))}
      {appendices.length > 0 ? (
        <Button size={size} variant="default" onClick={() => void navigate(leaderAddress({ view: 'appendix', dispatch: id, appendix: 1 }))}>
          Xem phụ lục chữ lớn
        </Button>
      ) : null}
      {onPrint ? (
        <Button size={size} variant="default" onClick={onPrint}>
          In
        </Button>
      ) : null}
      <Button size={size} variant="default" loading={busy === 'save'} onClick={() => act('save', () => wordFileOf(id), saveAs)}>
        Lưu ra…
      </Button>
    </div>
  );
}

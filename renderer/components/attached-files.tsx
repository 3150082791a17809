import { ActionIcon, FileButton } from '@mantine/core';
import { IconDownload, IconPaperclip, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { sizeText } from '../../shared/domain/paper-files.ts';
import { openOut, saveOut } from '../lib/save-out.ts';
import classes from './attached-files.module.css';
import { sayRefused } from './say.tsx';

export interface ShownFile {
  ordinal: number;
  name: string;
  size: number;
}

interface AttachedFilesProps {
  files: readonly ShownFile[];
  read: (ordinal: number) => Promise<File>;
  onAttach: (files: File[]) => void;
  /** Sets a file aside; left out where files are final. */
  onDetach: (file: ShownFile) => void;
  busy: boolean;
}

/** The files kept with a line: opened, saved elsewhere, added by choosing or dropping, set aside. */
export function AttachedFiles({ files, read, onAttach, onDetach, busy }: AttachedFilesProps) {
  const [reading, setReading] = useState<number | null>(null);
  const use = (ordinal: number, what: (file: File) => Promise<unknown>): void => {
    setReading(ordinal);
    read(ordinal)
      .then(what)
      .catch(sayRefused)
      .finally(() => setReading(null));
  };
  return (
    <div>
      <ul className={classes.files}>
        {files.map((file) => (
          <li key={file.ordinal} aria-busy={reading === file.ordinal}>
            <IconPaperclip size={14} aria-hidden />
            <button type="button" className={classes.name} title={`Mở ${file.name}`} onClick={() => use(file.ordinal, openOut)}>
              {file.name}
            </button>
            <small>{sizeText(file.size)}</small>
            <ActionIcon size="sm" variant="subtle" color="gray" aria-label={`Lưu ${file.name} ra nơi khác`} title="Lưu ra…" onClick={() => use(file.ordinal, saveOut)}>
              <IconDownload size={14} aria-hidden />
            </ActionIcon>
            <ActionIcon size="sm" variant="subtle" color="gray" aria-label={`Bỏ ${file.name} khỏi văn bản này`} title="Bỏ khỏi dòng…" onClick={() => onDetach(file)}>
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <FileButton multiple onChange={(chosen) => chosen.length > 0 && onAttach(chosen)}>
        {(button) => (
          <button type="button" className={classes.add} disabled={busy} {...button}>
            {busy ? 'Đang thêm tệp…' : 'Thêm tệp: thả vào đây hoặc chọn'}
          </button>
        )}
      </FileButton>
    </div>
  );
}

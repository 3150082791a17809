import { ActionIcon, Button } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { sizeText } from '../../../shared/domain/paper-files.ts';
import classes from './entry.module.css';

export interface Chip {
  key: string;
  name: string;
  size: number;
}

interface FileChipsProps {
  chips: readonly Chip[];
  /** The one whose picture is shown. */
  shown: string | null;
  onShow: (key: string) => void;
  onRemove: (key: string) => void;
  onPick: (files: File[]) => void;
}

/** The files that go with the line: seen, opened, taken away before saving; and the way to more of them. */
export function FileChips({ chips, shown, onShow, onRemove, onPick }: FileChipsProps) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div>
      <ul className={classes.chips} aria-label="Tệp kèm theo">
        {chips.map(({ key, name, size }) => (
          <li key={key} className={classes.chip} data-shown={key === shown}>
            <button type="button" tabIndex={-1} className={classes.chipName} title={name} onClick={() => onShow(key)}>
              {name}
            </button>
            <small>{sizeText(size)}</small>
            <ActionIcon variant="subtle" color="gray" size="xs" aria-label={`Bỏ tệp ${name}`} onClick={() => onRemove(key)}>
              <IconX size={13} />
            </ActionIcon>
          </li>
        ))}
        <li>
          <Button size="compact-sm" variant="default" leftSection={<IconPaperclip size={14} aria-hidden />} onClick={() => picker.current?.click()}>
            Thêm tệp…
          </Button>
        </li>
      </ul>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label="Chọn tệp kèm theo"
        onChange={(event) => {
          onPick([...(event.currentTarget.files ?? [])]);
          // the same file can be chosen again after it was taken away
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

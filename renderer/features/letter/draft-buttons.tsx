import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import type { HostFile } from '../../../shared/contract/host.ts';
import { sayDone, sayMissing, sayRefused } from '../../components/say.tsx';
import { useCommands } from '../../lib/commands.ts';
import { host } from '../../lib/host.ts';
import { excelFileOf, wordFileOf } from '../../lib/letter-files.ts';
import classes from './letter-desk.module.css';

interface DraftButtonsProps {
  /** Keeps what is typed and answers the draft's id; null when it could not be kept, or nothing is written yet. */
  kept: () => Promise<number | null>;
  appendices: readonly string[];
  onPrint: () => void;
  onDiscard: () => void;
}

/** In · Mở Word · Việc khác: the paper of a draft, which is signed before it gets its number. */
export function DraftButtons({ kept, appendices, onPrint, onDiscard }: DraftButtonsProps) {
  const [busy, setBusy] = useState(false);
  const act = (make: (id: number) => Promise<HostFile>, use: (file: HostFile) => Promise<unknown>): void => {
    setBusy(true);
    kept()
      .then(async (id) => {
        if (id === null) return;
        await use(await make(id));
      })
      .catch(sayRefused)
      .finally(() => setBusy(false));
  };
  const open = (file: HostFile): Promise<void> => host.openFile({ ...file, ours: true });
  const saveAs = async (file: HostFile): Promise<void> => {
    const path = await host.saveFile(file);
    if (path !== null) sayDone(host.kind === 'electron' ? `Đã lưu ${file.name}.` : `Đã tải ${file.name} về thư mục tải xuống.`);
  };
  useCommands([
    { id: 'word', label: 'Mở dự thảo bằng Word', run: () => act(wordFileOf, open) },
    { id: 'discard', label: 'Bỏ dự thảo này', run: onDiscard },
  ]);
  return (
    <>
      <Button variant="default" size="sm" onClick={onPrint} rightSection={<kbd className={classes.key}>Ctrl+P</kbd>}>
        In
      </Button>
      <Button variant="default" size="sm" loading={busy} onClick={() => act(wordFileOf, open)}>
        Mở Word
      </Button>
      <Menu position="bottom-end" shadow="xs">
        <Menu.Target>
          <Button variant="default" size="sm">
            Việc khác
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => act(wordFileOf, saveAs)}>Lưu tệp Word ra…</Menu.Item>
          {appendices.map((title, at) => (
            <Menu.Item key={at} title={title} onClick={() => act((id) => excelFileOf(id, at + 1), open)}>
              {appendices.length > 1 ? `Mở Excel phụ lục ${at + 1}` : 'Mở Excel'}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item c="var(--seal)" onClick={onDiscard}>
            Bỏ dự thảo
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

/** Says why a draft has no file yet. */
export const sayUnwritten = (): void => sayMissing('Chưa viết gì trong văn bản này nên chưa có tệp Word; gõ trích yếu trước.');

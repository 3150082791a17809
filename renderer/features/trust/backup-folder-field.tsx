import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sayDone } from '../../components/say.tsx';
import { engine, engineQueries } from '../../lib/engine.ts';
import { refusalProblems, refusalSentence } from '../../lib/refusal-sentence.ts';
import classes from './trust-screen.module.css';

/** Where backups go: another disk or a stick keeps them when this computer breaks. */
export function BackupFolderField({ folder }: { folder: string }) {
  const queries = useQueryClient();
  const [typed, setTyped] = useState(folder);
  const keep = useMutation({
    mutationFn: (backupFolder: string) => engine.settings.update({ backupFolder }),
    onSuccess: async ({ notices }) => {
      await Promise.all([queries.invalidateQueries({ queryKey: engineQueries.settings.key() }), queries.invalidateQueries({ queryKey: engineQueries.backup.key() })]);
      sayDone(['Đã đổi thư mục sao lưu.', ...notices].join(' '));
    },
  });
  const changed = typed.trim() !== folder;
  const problem = keep.error ? (refusalProblems(keep.error)[0]?.message ?? refusalSentence(keep.error)) : null;
  return (
    <form
      className={classes.folder}
      onSubmit={(event) => {
        event.preventDefault();
        if (changed) keep.mutate(typed.trim());
      }}
    >
      <TextInput
        label="Thư mục sao lưu"
        description="Nên ở ổ đĩa khác hoặc USB; để trống thì dùng thư mục trong chỗ để dữ liệu"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          keep.reset();
        }}
        error={problem}
      />
      {changed ? (
        <Button type="submit" variant="default" loading={keep.isPending}>
          Đổi thư mục
        </Button>
      ) : null}
    </form>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { registerChanged } from '../lib/after-change.ts';
import { AttachedFiles, type ShownFile } from './attached-files.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { sayDone, sayRefused } from './say.tsx';

/** Files on their way to the open line: those chosen in its list of files, and those dropped anywhere on its panel. */
export interface AddedFiles {
  add: (files: File[]) => void;
  adding: boolean;
}

/** Adds files to the open line and says so, with whatever `attach` answers beside it. */
export function useAddFiles(attach: (files: File[]) => Promise<readonly string[]>): AddedFiles {
  const queries = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: attach,
    onSuccess: async (told) => {
      await registerChanged(queries);
      sayDone(['Đã thêm tệp.', ...told].join(' '));
    },
    onError: sayRefused,
  });
  return { add: (files) => files.length > 0 && mutate(files), adding: isPending };
}

interface LineFilesProps {
  files: readonly ShownFile[];
  added: AddedFiles;
  read: (ordinal: number) => Promise<File>;
  detach: (of: { ordinal: number; reason?: string }) => Promise<unknown>;
}

/** The files of the open line; one of them is set aside after a question. */
export function LineFiles({ files, added, read, detach }: LineFilesProps) {
  const queries = useQueryClient();
  const [detaching, setDetaching] = useState<ShownFile | null>(null);
  return (
    <>
      <AttachedFiles files={files} read={read} onAttach={added.add} onDetach={setDetaching} busy={added.adding} />
      <ReasonDialog
        opened={detaching !== null}
        onClose={() => setDetaching(null)}
        title="Bỏ tệp khỏi dòng này"
        told={`«${detaching?.name ?? ''}» không còn hiện ở dòng này, nhưng vẫn giữ trong kho và trong lịch sử.`}
        label="Lý do (không bắt buộc)"
        button="Bỏ tệp"
        optional
        act={async (reason) => {
          if (!detaching) return;
          await detach({ ordinal: detaching.ordinal, ...(reason && { reason }) });
          await registerChanged(queries);
        }}
      />
    </>
  );
}

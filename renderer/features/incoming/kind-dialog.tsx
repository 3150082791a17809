import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { IncomingChange, IncomingRow } from '../../../shared/contract/incoming.ts';
import { documentTypeNames } from '../../../shared/domain/document-types.ts';
import { priorityWords } from '../../components/changed-fields.ts';
import { ChangeDialog } from './change-dialog.tsx';

/** Độ khẩn, loại, ghi chú: what else may be set on many lines at once; what is left empty stays. */
export function KindDialog({ rows, onClose, onDone }: { rows: readonly IncomingRow[]; onClose: () => void; onDone: () => void }) {
  const only = rows.length === 1 ? rows[0] : undefined;
  const [priority, setPriority] = useState<string | null>(only ? String(only.priority) : null);
  const [typeName, setTypeName] = useState<string | null>(only?.typeName ?? null);
  const [note, setNote] = useState(only?.note ?? '');
  const set: IncomingChange = {
    ...(priority !== null && { priority: Number(priority) as 0 | 1 | 2 | 3 }),
    ...((typeName !== null || only) && { typeName }),
    ...((note.trim() !== '' || only) && { note: note.trim() || null }),
  };
  return (
    <ChangeDialog ids={rows.map(({ id }) => id)} title={(lines) => `Độ khẩn, loại, ghi chú của ${lines}`} button="Ghi" set={set} done={(amount) => `Đã ghi ${amount}`} onClose={onClose} onDone={onDone}>
      <Select label="Độ khẩn" placeholder="Giữ nguyên" clearable={!only} data={priorityWords.map((label, value) => ({ value: String(value), label }))} value={priority} onChange={setPriority} />
      <Select label="Loại văn bản" placeholder={only ? 'Chưa ghi' : 'Giữ nguyên'} clearable searchable data={typeName !== null && !documentTypeNames.some((name) => name === typeName) ? [typeName, ...documentTypeNames] : [...documentTypeNames]} value={typeName} onChange={setTypeName} />
      <Textarea label="Ghi chú" placeholder={only ? undefined : 'Giữ nguyên'} autosize minRows={2} maxRows={6} maxLength={2000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </ChangeDialog>
  );
}

import { Checkbox, Textarea, TextInput } from '@mantine/core';
import type { Suggestion } from '../../../components/suggest-input.tsx';
import type { Agency } from '../../../../shared/contract/agencies.ts';
import type { Double } from '../../../../shared/contract/incoming.ts';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import { documentTypes } from '../../../../shared/domain/document-types.ts';
import { useAddToDirectory } from '../../../components/entry/add-to-directory.ts';
import { CodeEntry } from '../../../components/entry/code-entry.tsx';
import { DayEntry } from '../../../components/entry/day-entry.tsx';
import { FieldNotes, type FieldNote } from '../../../components/entry/field-notes.tsx';
import { NameEntry } from '../../../components/entry/name-entry.tsx';
import { PriorityEntry } from '../../../components/entry/priority-entry.tsx';
import { useDirectory, useUsedNames } from '../../../components/entry/use-names.ts';
import { codeDoubleNote } from './double-note.ts';
import type { EntryField, EntryForm } from './entry-form.ts';
import classes from './entry-screen.module.css';
import { readingOf, type ReadEntry } from './read-entry.ts';

interface EntryFieldsProps {
  form: EntryForm;
  set: (field: EntryField, value: string) => void;
  today: IsoDate;
  read: ReadEntry;
  /** What stands in the way, once the person has tried to save. */
  problems: Partial<Record<EntryField, string>>;
  byCode: readonly Double[];
  /** The person wants to save what looks double: ask why. */
  askDouble: boolean;
  onLook: (id: number) => void;
  onCodeSettled: () => void;
  onSignerSettled: (name: string) => void;
}

const types = documentTypes.map(([name, abbreviation]) => ({ name, abbreviation: abbreviation ?? undefined }));
const nothingElse: readonly Suggestion[] = [];
const ownUnits = ({ kind }: Agency): boolean => kind === 'unit' || kind === 'department';
const remark = (text: string | undefined): FieldNote[] => (text === undefined ? [] : [{ text }]);

/** The fields of an incoming dispatch, in the order in which the paper is read. */
export function EntryFields({ form, set, today, read, problems, byCode, askDouble, onLook, onCodeSettled, onSignerSettled }: EntryFieldsProps) {
  const directory = useDirectory();
  const units = useDirectory(ownUnits);
  const agencies = useUsedNames('organName', directory);
  const signers = useUsedNames('signer', nothingElse);
  const positions = useUsedNames('position', nothingElse);
  const typeNames = useUsedNames('typeName', types);
  const places = useUsedNames('toPlaces', units);
  const addToDirectory = useAddToDirectory();
  const { remarks } = read;
  const change = (field: EntryField) => (value: string) => set(field, value);
  // the book remembers with which position
  const signedBefore = signers?.some(({ name }) => name === form.signerName.trim());
  const known = directory === null || directory.some(({ name }) => name === form.organName.trim());

  return (
    <>
      <NameEntry label="Nơi gửi" field="organName" placeholder="tên cơ quan, hoặc chữ đầu như stc" value={form.organName} onChange={change('organName')} suggestions={agencies} act={known ? undefined : addToDirectory} error={problems.organName} />
      <div className={classes.rowCode}>
        <CodeEntry value={form.code} onChange={change('code')} onSettle={onCodeSettled} error={problems.code} />
        <div>
          <DayEntry label="Ngày văn bản" field="issuedDate" placeholder="đọc trên giấy: 5, 5/3" value={form.issuedDate} onChange={change('issuedDate')} reading={readingOf('issuedDate', form, today)} error={problems.issuedDate} />
          <FieldNotes notes={remark(remarks.issuedDate)} />
        </div>
      </div>
      {byCode.length > 0 || form.doubleReason !== '' || askDouble ? (
        <div className={classes.doubles}>
          <FieldNotes notes={byCode.map((double) => codeDoubleNote(double, onLook))} />
          {askDouble || form.doubleReason !== '' ? <TextInput label="Lý do vẫn vào sổ" data-entry="doubleReason" placeholder="ví dụ: bản chính gửi sau bản điện tử" maxLength={500} autoComplete="off" value={form.doubleReason} onChange={(event) => set('doubleReason', event.currentTarget.value)} error={problems.doubleReason} /> : null}
        </div>
      ) : null}
      <Textarea label="Trích yếu" data-entry="subject" autosize minRows={2} value={form.subject} onChange={(event) => set('subject', event.currentTarget.value)} error={problems.subject} />
      <div className={classes.rowSigner}>
        <NameEntry
          label={
            <>
              Loại{' '}
              {form.typeGuess !== '' && form.typeGuess !== '-' ? (
                <span className={classes.guess} title={`Đoán từ ký hiệu «${form.typeGuess}»; gõ đè để đổi`}>
                  đoán từ {form.typeGuess}
                </span>
              ) : null}
            </>
          }
          field="typeName"
          value={form.typeName}
          onChange={change('typeName')}
          suggestions={typeNames}
          error={problems.typeName}
        />
        <NameEntry label="Người ký" field="signerName" value={form.signerName} onChange={change('signerName')} onSettle={onSignerSettled} onTake={onSignerSettled} suggestions={signers} error={problems.signerName} />
        <NameEntry label="Chức vụ" field="signerPosition" value={form.signerPosition} onChange={change('signerPosition')} suggestions={positions} skip={form.signerName.trim() === '' || form.signerPosition.trim() !== '' || signedBefore} error={problems.signerPosition} />
      </div>
      <div className={classes.rowPriority}>
        <PriorityEntry value={form.priority} onChange={change('priority')} />
        <Checkbox className={classes.reply ?? ''} label="Cần trả lời" title="Alt+R" checked={form.needsReply !== ''} onChange={(event) => set('needsReply', event.currentTarget.checked ? 'yes' : '')} />
      </div>
      <div className={classes.rowPlace}>
        <NameEntry label="Chuyển cho" field="toPlaces" placeholder="đơn vị hoặc người nhận" value={form.toPlaces} onChange={change('toPlaces')} suggestions={places} half="ask" error={problems.toPlaces} />
        <div>
          <DayEntry label="Hạn giải quyết" field="dueDate" placeholder="5/3 hoặc +10n" value={form.dueDate} onChange={change('dueDate')} reading={readingOf('dueDate', form, today)} error={problems.dueDate} />
          <FieldNotes notes={remark(remarks.dueDate)} />
        </div>
      </div>
      <div className={classes.rowCounts}>
        <TextInput label="Số trang" data-entry="pages" inputMode="numeric" autoComplete="off" value={form.pages} onChange={(event) => set('pages', event.currentTarget.value)} error={problems.pages} />
        <TextInput label="Số bản" data-entry="copies" inputMode="numeric" autoComplete="off" value={form.copies} onChange={(event) => set('copies', event.currentTarget.value)} error={problems.copies} />
        <Textarea label="Ghi chú" data-entry="note" autosize minRows={1} maxRows={4} value={form.note} onChange={(event) => set('note', event.currentTarget.value)} error={problems.note} />
      </div>
    </>
  );
}

import { Select, Textarea, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import type { Agency } from '../../../shared/contract/agencies.ts';
import type { OutgoingRow } from '../../../shared/contract/outgoing.ts';
import { documentTypes } from '../../../shared/domain/document-types.ts';
import { commonSeries, printedNumber, type SeriesRule } from '../../../shared/domain/numbering.ts';
import { BackdateReason } from '../../components/entry/backdate-reason.tsx';
import { DayEntry } from '../../components/entry/day-entry.tsx';
import { FieldNotes } from '../../components/entry/field-notes.tsx';
import { NameEntry } from '../../components/entry/name-entry.tsx';
import { PriorityEntry } from '../../components/entry/priority-entry.tsx';
import { useDirectory, useRecipientNames } from '../../components/entry/use-names.ts';
import { LineList } from '../../components/line-list.tsx';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import classes from './outgoing-entry.module.css';
import { linesOf, type OutgoingField, type OutgoingForm } from './outgoing-form.ts';
import { typeOf, type KeptNumber, type OutgoingProblems, type ReadOutgoing } from './read-outgoing.ts';

interface OutgoingFieldsProps {
  form: OutgoingForm;
  set: (field: OutgoingField, value: string) => void;
  today: IsoDate;
  read: ReadOutgoing;
  problems: OutgoingProblems;
  rules: readonly SeriesRule[];
  reserved: readonly KeptNumber[];
  /** Letters issued before, newest first: notations and signers. */
  earlier: readonly OutgoingRow[];
  onSignerSettled: (name: string) => void;
}

const types = documentTypes.map(([name, abbreviation]) => ({ name, abbreviation: abbreviation ?? undefined }));
const units = ({ kind }: Agency): boolean => kind === 'unit';
const unique = (names: readonly (string | null)[]): { name: string }[] => [...new Set(names.filter((name) => name !== null && name !== ''))].map((name) => ({ name: name ?? '' }));

/** The fields of a document made elsewhere, in the order in which the paper is read. */
export function OutgoingFields({ form, set, today, read, problems, rules, reserved, earlier, onSignerSettled }: OutgoingFieldsProps) {
  const directory = useRecipientNames();
  const ownUnits = useDirectory(units);
  const notations = useMemo(() => unique(earlier.map((row) => row.codeNotation)), [earlier]);
  const signers = useMemo(() => unique(earlier.map((row) => row.signerName)), [earlier]);
  const { typeName, guessed } = typeOf(form);
  const kept = reserved.map(({ id, codeNumber, codeNotation, year, reservedReason }) => ({ value: String(id), label: `Số giữ ${printedNumber(codeNumber)}/${codeNotation} năm ${year}: ${reservedReason ?? ''}` }));
  return (
    <>
      {kept.length > 0 ? <Select label="Lấy số" allowDeselect={false} data={[{ value: '', label: 'Số kế tiếp của dãy' }, ...kept]} value={form.reserved} onChange={(value) => set('reserved', value ?? '')} error={problems.reserved} /> : null}
      <div className={classes.row}>
        <NameEntry label="Ký hiệu" field="codeNotation" placeholder="UBND-VP" value={form.codeNotation} onChange={(value) => set('codeNotation', value)} suggestions={notations} error={problems.codeNotation} />
        <div>
          <DayEntry label="Ngày văn bản" field="issuedDate" value={form.issuedDate} onChange={(value) => set('issuedDate', value)} reading={{ today, leaning: 'past' }} error={problems.issuedDate} />
          <FieldNotes notes={read.remarks.map((text) => ({ text }))} />
        </div>
      </div>
      {read.backdated ? <BackdateReason value={form.backdateReason} onChange={(value) => set('backdateReason', value)} error={problems.backdateReason} /> : null}
      <Textarea label="Trích yếu" data-entry="subject" autosize minRows={2} value={form.subject} onChange={(event) => set('subject', event.currentTarget.value)} error={problems.subject} />
      <div className={classes.row3}>
        <NameEntry
          label={
            <>
              Loại {guessed && form.codeNotation !== '' ? <span className={classes.guess}>đoán: {typeName}</span> : null}
            </>
          }
          field="typeName"
          placeholder={typeName}
          value={form.typeName}
          onChange={(value) => set('typeName', value)}
          suggestions={types}
          error={problems.typeName}
        />
        <NameEntry label="Người ký" field="signerName" value={form.signerName} onChange={(value) => set('signerName', value)} onSettle={onSignerSettled} onTake={onSignerSettled} suggestions={signers} />
        <NameEntry label="Chức vụ" field="signerPosition" value={form.signerPosition} onChange={(value) => set('signerPosition', value)} suggestions={[]} skip={form.signerName.trim() === '' || form.signerPosition.trim() !== '' || signers.some(({ name }) => name === form.signerName.trim())} />
      </div>
      <PriorityEntry value={form.priority} onChange={(value) => set('priority', value)} />
      {(['addressees', 'recipients'] as const).map((field) => (
        <div key={field} data-entry={field}>
          <LineList
            label={field === 'addressees' ? 'Kính gửi' : 'Nơi nhận'}
            field={field}
            lines={linesOf(form[field])}
            onChange={(lines) => set(field, lines.join('\n'))}
            textOf={(line) => line}
            withText={(_line, text) => text}
            newLine={() => ''}
            suggestions={directory}
            placeholder={field === 'addressees' ? 'tên cơ quan, hoặc chữ đầu như stc; Enter ở dòng trống để sang ô sau' : 'tên cơ quan'}
            leaveOnEmpty
          />
        </div>
      ))}
      <div className={classes.row3}>
        <NameEntry label="Đơn vị lưu" field="archiveUnits" placeholder="VT, KGVX" value={form.archiveUnits} onChange={(value) => set('archiveUnits', value)} suggestions={ownUnits} />
        <TextInput label="Số bản" data-entry="copies" inputMode="numeric" autoComplete="off" value={form.copies} onChange={(event) => set('copies', event.currentTarget.value)} error={problems.copies} />
        {rules.length > 0 ? (
          <Select label="Dãy số" data={[{ value: '', label: `Theo loại (${read.series})` }, { value: commonSeries, label: 'Dãy chung' }, ...rules.map(({ name }) => ({ value: name, label: name }))]} allowDeselect={false} value={form.series} disabled={form.reserved !== ''} onChange={(value) => set('series', value ?? '')} error={problems.series} />
        ) : null}
      </div>
      <Textarea label="Ghi chú" data-entry="note" autosize minRows={1} maxRows={4} value={form.note} onChange={(event) => set('note', event.currentTarget.value)} error={problems.note} />
    </>
  );
}

import { Select, TextInput, Textarea } from '@mantine/core';
import { useRef } from 'react';
import type { OutgoingRow } from '../../../shared/contract/outgoing.ts';
import { documentTypeNames } from '../../../shared/domain/document-types.ts';
import { notationMismatch } from '../../../shared/domain/notation.ts';
import { notationProblem } from '../../../shared/domain/numbering.ts';
import { subjectMaxLength } from '../../../shared/letter/letter-problems.ts';
import type { Letter, Priority } from '../../../shared/letter/letter.ts';
import type { Office } from '../../../shared/letter/office.ts';
import { DayField } from '../../components/day-field.tsx';
import { LineList } from '../../components/line-list.tsx';
import { usualNotation } from '../../lib/usual-notation.ts';
import classes from './letter-form.module.css';
import { type Directory, namesToChoose } from './names-to-choose.ts';

const priorities: { value: string; label: string }[] = [
  { value: '0', label: 'Thường' },
  { value: '1', label: 'Khẩn' },
  { value: '2', label: 'Thượng khẩn' },
  { value: '3', label: 'Hỏa tốc' },
];

interface DocumentFoldProps {
  letter: Letter;
  office: Office;
  directory: Directory;
  /** Letters issued before, newest first: which notation each type takes. */
  earlier: readonly OutgoingRow[];
  /** The notation the office's công văn usually take. */
  officeNotation: string | null;
  onChange: (patch: Partial<Letter>) => void;
}

/** Văn bản: what stands at the head of the page, to the addressees. */
export function DocumentFold({ letter, office, directory, earlier, officeNotation, onChange }: DocumentFoldProps) {
  const notation = letter.codeNotation === '' ? null : notationProblem(letter.codeNotation);
  // said beside the field; only what can never stand after the slash is an error
  const mismatch = notation === null ? notationMismatch(letter.typeName, letter.codeNotation, officeNotation) : null;
  const typeField = useRef<HTMLInputElement>(null);
  return (
    <>
      <Textarea
        label="Trích yếu"
        data-field="subject"
        placeholder="tăng cường…, viết thường sau «V/v»"
        autosize
        minRows={2}
        value={letter.subject}
        onChange={(event) => onChange({ subject: event.currentTarget.value.replace(/\n+/g, ' ') })}
        onKeyDown={(event) => {
          // one line of meaning: Enter goes on instead of breaking it
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.altKey) return;
          event.preventDefault();
          typeField.current?.focus();
        }}
        error={letter.subject.length > subjectMaxLength ? `Trích yếu dài ${letter.subject.length} ký tự, quá ${subjectMaxLength}; rút gọn lại.` : undefined}
      />
      <div className={classes.row}>
        <Select
          ref={typeField}
          label="Loại văn bản"
          data-field="typeName"
          searchable
          allowDeselect={false}
          nothingFoundMessage="Không có loại này"
          data={[...documentTypeNames]}
          value={letter.typeName}
          onChange={(typeName) => {
            if (!typeName) return;
            // a notation nobody has changed goes with its type
            const usual = letter.codeNotation === '' || letter.codeNotation === usualNotation(earlier, letter.typeName, officeNotation);
            const next = usualNotation(earlier, typeName, officeNotation);
            onChange({ typeName, ...(usual ? { codeNotation: next } : {}) });
          }}
        />
        <TextInput
          label="Ký hiệu"
          data-field="codeNotation"
          placeholder="UBND-VP"
          spellCheck={false}
          autoComplete="off"
          value={letter.codeNotation}
          onChange={(event) => onChange({ codeNotation: event.currentTarget.value })}
          onBlur={() => letter.codeNotation.trim() !== letter.codeNotation && onChange({ codeNotation: letter.codeNotation.trim() })}
          error={notation}
          description={mismatch}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
        />
      </div>
      <div className={classes.row3}>
        <TextInput
          label="Địa danh"
          data-field="place"
          placeholder={office.place}
          autoComplete="off"
          value={letter.place ?? ''}
          onChange={(event) => onChange({ place: event.currentTarget.value === '' ? null : event.currentTarget.value })}
        />
        <DayField label="Ngày văn bản" field="issuedDate" placeholder="điền khi cấp số" value={letter.issuedDate} onChange={(issuedDate) => onChange({ issuedDate })} />
        <Select label="Độ khẩn" data-field="priority" allowDeselect={false} data={priorities} value={String(letter.priority)} onChange={(value) => onChange({ priority: Number(value ?? 0) as Priority })} />
      </div>
      <LineList
        label="Kính gửi"
        field="addressees"
        lines={letter.addressees}
        onChange={(addressees) => onChange({ addressees })}
        textOf={(name) => name}
        withText={(_name, text) => text}
        newLine={() => ''}
        suggestions={namesToChoose(directory)}
        placeholder="tên cơ quan, hoặc chữ đầu như stc"
        hint={<span>Alt+↑ ↓ chuyển dòng</span>}
      />
    </>
  );
}

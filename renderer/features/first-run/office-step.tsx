import { TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { notationProblem } from '../../../shared/domain/numbering.ts';
import type { Office } from '../../../shared/letter/office.ts';
import { officeAbbreviation } from '../../lib/office-abbreviation.ts';

interface OfficeStepProps {
  office: Office;
  onChange: (office: Office) => void;
  notation: string;
  onNotation: (notation: string) => void;
}

/** What stands at the head of every page. */
export function OfficeStep({ office, onChange, notation, onNotation }: OfficeStepProps) {
  const [ownNotation, setOwnNotation] = useState(notation !== '');
  const [left, setLeft] = useState(false);
  return (
    <>
      <h1>Cơ quan</h1>
      <TextInput
        label="Cơ quan chủ quản"
        description="Để trống nếu không in, như Ủy ban nhân dân tỉnh"
        autoComplete="off"
        value={office.parentName ?? ''}
        onChange={(event) => onChange({ ...office, parentName: event.currentTarget.value === '' ? null : event.currentTarget.value })}
      />
      <Textarea
        label="Tên cơ quan"
        description="Enter để ngắt dòng như cơ quan vẫn in"
        autosize
        minRows={2}
        maxRows={4}
        required
        autoFocus
        value={office.name}
        onChange={(event) => {
          const name = event.currentTarget.value;
          onChange({ ...office, name });
          // until someone writes it himself the notation follows the name
          if (!ownNotation) onNotation(name.trim() === '' ? '' : `${officeAbbreviation(name)}-VP`);
        }}
        onBlur={() => setLeft(true)}
        error={left && office.name.trim() === '' ? 'Ghi tên cơ quan.' : undefined}
      />
      <TextInput label="Địa danh" description="Đứng trước ngày tháng, thường là tên tỉnh" required autoComplete="off" value={office.place} onChange={(event) => onChange({ ...office, place: event.currentTarget.value })} />
      <TextInput
        label="Ký hiệu thường dùng"
        description="Chữ viết tắt cơ quan và đơn vị soạn, như UBND-VP; sửa được ở từng văn bản"
        autoComplete="off"
        spellCheck={false}
        value={notation}
        onChange={(event) => {
          setOwnNotation(true);
          onNotation(event.currentTarget.value);
        }}
        error={notation === '' ? undefined : notationProblem(notation)}
      />
    </>
  );
}

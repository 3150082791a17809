import { Select } from '@mantine/core';
import type { OutgoingRow } from '../../../shared/contract/outgoing.ts';
import { shortDate } from '../../../shared/domain/dates.ts';
import { printedNumber } from '../../../shared/domain/numbering.ts';
import classes from './issue-dialog.module.css';

interface NumberChoiceProps {
  /** `146/UBND-VP`; null while the books are being read. */
  next: string | null;
  /** Numbers kept earlier that this draft may take. */
  offered: readonly Pick<OutgoingRow, 'id' | 'codeNumber' | 'codeNotation' | 'reservedReason' | 'updatedAt'>[];
  value: number | null;
  onChange: (id: number | null) => void;
  /** Who kept the chosen one, when and why. */
  told: string | null;
}

/** The next number, or one that was kept. */
export function NumberChoice({ next, offered, value, onChange, told }: NumberChoiceProps) {
  const label = ({ codeNumber, codeNotation }: NumberChoiceProps['offered'][number]): string => `Số giữ ${printedNumber(codeNumber ?? 0)}/${codeNotation}`;
  return (
    <Select
      label="Lấy số"
      description={told}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      mb="sm"
      allowDeselect={false}
      data={[{ value: '', label: `Số kế tiếp ${next ?? '…'}` }, ...offered.map((kept) => ({ value: String(kept.id), label: label(kept) }))]}
      renderOption={({ option }) => {
        const kept = offered.find(({ id }) => String(id) === option.value);
        return (
          <span className={classes.offer}>
            <strong>{option.label}</strong>
            {kept ? <small>giữ ngày {shortDate(kept.updatedAt.slice(0, 10))}</small> : null}
            {kept?.reservedReason ? <span>{kept.reservedReason}</span> : null}
          </span>
        );
      }}
      value={value === null ? '' : String(value)}
      onChange={(chosen) => onChange(chosen ? Number(chosen) : null)}
    />
  );
}

import { TextInput } from '@mantine/core';

interface BackdateReasonProps {
  value: string;
  onChange: (reason: string) => void;
  error?: string | undefined;
}

/** Why a number is given on a day before that of the number before it; the book shows it. */
export function BackdateReason({ value, onChange, error }: BackdateReasonProps) {
  return <TextInput label="Lý do ghi ngày lùi" description="Ghi vào sổ cùng dòng này" data-entry="backdateReason" maxLength={500} autoComplete="off" value={value} onChange={(event) => onChange(event.currentTarget.value)} error={error} />;
}

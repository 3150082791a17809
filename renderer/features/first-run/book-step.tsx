import { NumberInput } from '@mantine/core';
import { codeOf, printedNumber } from '../../../shared/domain/numbering.ts';
import { today } from '../../lib/today.ts';
import classes from './first-run.module.css';

/** The next number of each book. */
export interface FirstNumbers {
  outgoing: number;
  incoming: number;
}

/** Where the numbers of this year go on from. */
export function BookStep({ notation, next, onNext }: { notation: string; next: FirstNumbers; onNext: (next: FirstNumbers) => void }) {
  const field = { min: 1, max: 9_999_999, allowDecimal: false, allowNegative: false, hideControls: true };
  return (
    <>
      <h1>Sổ năm {today().slice(0, 4)}</h1>
      <NumberInput
        label="Số sẽ cấp tiếp theo"
        description="Cơ quan bắt đầu dùng giữa năm thì ghi số kế tiếp của sổ giấy; chưa cấp số nào thì để 1"
        {...field}
        autoFocus
        value={next.outgoing}
        onChange={(value) => onNext({ ...next, outgoing: typeof value === 'number' && value >= 1 ? value : 1 })}
      />
      <NumberInput
        label="Số đến tiếp theo"
        description="Số kế tiếp của sổ đăng ký văn bản đến"
        {...field}
        value={next.incoming}
        onChange={(value) => onNext({ ...next, incoming: typeof value === 'number' && value >= 1 ? value : 1 })}
      />
      <p className={classes.quiet}>
        Văn bản đi đầu tiên sẽ là <b>{codeOf(next.outgoing, notation || 'UBND-VP')}</b>, văn bản đến đầu tiên là số <b>{printedNumber(next.incoming)}</b>. Số đã cấp không sửa và không cấp lại.
      </p>
      <p className={classes.quiet}>Sổ cũ giữ bằng Excel thì nhập sau, ở Sổ &amp; in ấn, mục Nhập sổ cũ; số cũ giữ nguyên.</p>
    </>
  );
}

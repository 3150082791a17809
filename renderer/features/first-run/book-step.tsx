import { NumberInput } from '@mantine/core';
import { codeOf } from '../../../shared/domain/numbering.ts';
import { today } from '../../lib/today.ts';
import classes from './first-run.module.css';

/** Where the numbers of this year go on from. */
export function BookStep({ notation, next, onNext }: { notation: string; next: number; onNext: (next: number) => void }) {
  return (
    <>
      <h1>Sổ văn bản đi năm {today().slice(0, 4)}</h1>
      <NumberInput
        label="Số sẽ cấp tiếp theo"
        description="Cơ quan bắt đầu dùng giữa năm thì ghi số kế tiếp của sổ giấy; chưa cấp số nào thì để 1"
        min={1}
        max={9_999_999}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        autoFocus
        value={next}
        onChange={(value) => onNext(typeof value === 'number' && value >= 1 ? value : 1)}
      />
      <p className={classes.quiet}>
        Văn bản đầu tiên sẽ là <b>{codeOf(next, notation || 'UBND-VP')}</b>. Số đã cấp không sửa và không cấp lại.
      </p>
      <p className={classes.quiet}>Sổ cũ giữ bằng Excel thì nhập sau, ở Sổ &amp; in ấn, mục Nhập sổ cũ; số cũ giữ nguyên.</p>
    </>
  );
}

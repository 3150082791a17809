import { Radio, Stack } from '@mantine/core';
import type { BeforeMeans } from '../../../shared/domain/recurrence.ts';

const choices: readonly [BeforeMeans, string][] = [
  ['day-before', 'Hết ngày liền trước: «trước ngày 17/8» thì 16/8 là ngày cuối'],
  ['same-day', 'Tính cả ngày ấy: «trước ngày 17/8» thì 17/8 vẫn còn kịp'],
];

/** What the office takes «trước ngày X» for where deadlines are read from a letter's text. */
export function BeforeMeansChoice({ value, onChange }: { value: BeforeMeans; onChange: (value: BeforeMeans) => void }) {
  return (
    <Radio.Group label="«Trước ngày…» trong nội dung văn bản" description="Dùng khi đọc hạn để gợi ý; hạn đã ghi và «trước 16 giờ 00 ngày…» không đổi" value={value} onChange={(next) => onChange(next)}>
      <Stack gap={6} mt={6}>
        {choices.map(([name, label]) => (
          <Radio key={name} value={name} label={label} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

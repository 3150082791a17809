import { Button, Radio } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { MissingNumbers } from '../../shared/contract/books.ts';
import { commonSeries, printedNumber } from '../../shared/domain/numbering.ts';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { registerChanged } from '../lib/after-change.ts';
import { engine, engineQueries } from '../lib/engine.ts';
import classes from './missing-numbers-banner.module.css';

const bookName = { incoming: 'văn bản đến', outgoing: 'văn bản đi' } as const;

const inWords = ({ kind, series, year, from, to }: MissingNumbers): string =>
  `${bookName[kind]} năm ${year}${series === commonSeries ? '' : ` (dãy «${series}»)`}: ${printedNumber(from)}${to > from ? `–${printedNumber(to)}` : ''}`;

/** Over every screen while the book lacks numbers that were given: it is only read until somebody decides. */
export function MissingNumbersBanner() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const missing = useQuery(engineQueries.books.missing.queryOptions());
  const [deciding, setDeciding] = useState(false);
  const [how, setHow] = useState<'after' | 'again'>('after');
  const rows = missing.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <div className={classes.banner} role="alert">
      <p>
        <strong>Sổ đang mở thiếu những số đã cấp:</strong> {rows.map(inWords).join('; ')}. Có thể tệp sổ được chép về mà thiếu tệp
        «-wal», hoặc là bản cũ. Sổ chỉ đọc được; đóng chương trình và chép lại đủ tệp, hoặc khôi phục bản sao lưu mới nhất.
      </p>
      <Button size="compact-sm" variant="default" onClick={() => void navigate('/sao-luu')}>
        Sao lưu, khôi phục
      </Button>
      <Button size="compact-sm" color="seal" onClick={() => setDeciding(true)}>
        Dùng tiếp sổ này…
      </Button>
      {deciding ? (
        <ReasonDialog
          opened
          onClose={() => setDeciding(false)}
          title="Dùng tiếp sổ thiếu số"
          told={`Các số ${rows.map(inWords).join('; ')} không còn trong tệp sổ. Quyết định này được ghi vào lịch sử.`}
          warning={how === 'after' ? 'Số đi bị mất được giữ chỗ để ghi lại theo bản giấy.' : 'Chỉ chọn khi chắc các số ấy chưa nằm trên giấy nào.'}
          choice={
            <Radio.Group value={how} onChange={(value) => setHow(value as typeof how)} mb="sm" aria-label="Các số bị mất">
              <Radio value="after" label="Không cấp lại các số ấy, cấp tiếp sau số lớn nhất" />
              <Radio value="again" label="Cấp lại các số ấy" mt={6} />
            </Radio.Group>
          }
          label="Lý do"
          button="Dùng tiếp"
          act={async (reason) => {
            await engine.books.goOn({ how, reason });
            await registerChanged(queries);
          }}
        />
      ) : null}
    </div>
  );
}

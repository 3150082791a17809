import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { IncomingRow, IncomingView } from '../../../shared/contract/incoming.ts';
import { Notice } from '../../components/notice.tsx';
import { ButtonKey } from '../../components/register-list/button-key.tsx';
import { RegisterList } from '../../components/register-list/register-list.tsx';
import type { ListView } from '../../components/register-list/view-tabs.tsx';
import { engine, engineQueries } from '../../lib/engine.ts';
import { letterKeys } from '../../lib/letter-keys.ts';
import { useToday } from '../../lib/use-today.ts';
import { fromList } from '../../lib/way-back.ts';
import { dueWords } from './due-words.ts';
import { IncomingActs } from './incoming-acts.tsx';
import { incomingBook } from './incoming-book.ts';
import { HandOnDialog } from './hand-on-dialog.tsx';
import { incomingColumns } from './incoming-columns.tsx';
import { IncomingPanel } from './incoming-panel.tsx';

const named: readonly [IncomingView, string, 'seal' | 'amber' | undefined][] = [
  ['today', 'Hôm nay', undefined],
  ['waiting', 'Chưa chuyển', undefined],
  ['due-soon', 'Sắp đến hạn', 'amber'],
  ['late', 'Quá hạn giải quyết', 'seal'],
  ['unanswered', 'Chờ trả lời', undefined],
  ['cancelled', 'Đã hủy', undefined],
  ['without-files', 'Thiếu tệp', undefined],
];

const yearIn = (search: URLSearchParams): number | null => (/^\d{4}$/.test(search.get('year') ?? '') ? Number(search.get('year')) : null);

/** Văn bản đến: the book of incoming dispatches, found, handed on, settled. */
export function IncomingScreen() {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const year = yearIn(search);
  const day = useToday();
  const columns = useMemo(() => incomingColumns(day), [day]);
  const counted = useQuery(engineQueries.incoming.views.queryOptions({ input: year === null ? {} : { year }, placeholderData: (before) => before })).data;
  const views: readonly ListView[] = [...named.map(([id, label, tone]): ListView => ({ id, label, count: counted?.views[id], ...(tone && { tone }) })), { id: null, label: 'Tất cả', count: counted?.all }];
  const writeNew = (): void => void navigate('/van-ban-den/moi', fromList);

  return (
    <RegisterList
      {...incomingBook}
      title="Văn bản đến"
      columns={columns}
      views={views}
      place={(input, signal) => engine.incoming.place(input, { signal })}
      lookOf={lookOf}
      findLabel="Tìm số, nơi gửi, trích yếu…"
      foundIn="số ký hiệu, nơi gửi, trích yếu, người nhận, ghi chú và tên tệp"
      editLabel="Sửa dòng đang mở"
      onEdit={(id, _row, { keep }) => {
        keep();
        void navigate(`/van-ban-den/${id}/sua`, fromList);
      }}
      Panel={IncomingPanel}
      Acts={IncomingActs}
      keyAct={handOn}
      actions={
        <Button onClick={writeNew} rightSection={<ButtonKey name={letterKeys.newIncoming.key} />}>
          Vào sổ
        </Button>
      }
      empty={
        <Notice title="Sổ chưa có văn bản đến nào" action={{ label: 'Vào sổ văn bản đến', shortcut: letterKeys.newIncoming.key, run: writeNew }}>
          Đây là nơi ghi mọi văn bản gửi đến cơ quan: số đến, ai nhận, hạn giải quyết, văn bản trả lời. Vào sổ văn bản đầu tiên, hoặc nhập sổ cũ từ tệp Excel.
        </Notice>
      }
    />
  );
}

const handOn = { id: 'hand-on', label: 'Chuyển văn bản đã chọn cho đơn vị, người nhận', shortcut: letterKeys.handOn.key, Dialog: HandOnDialog };

const lookOf = (row: IncomingRow, day: string) => ({ struck: row.status !== 'registered', late: dueWords(row, day)?.tone === 'late' });

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import type { OutgoingRow } from '../../../shared/contract/outgoing.ts';
import { Notice } from '../../components/notice.tsx';
import { ButtonKey } from '../../components/register-list/button-key.tsx';
import { RegisterList } from '../../components/register-list/register-list.tsx';
import type { ListView } from '../../components/register-list/view-tabs.tsx';
import { engine, engineQueries } from '../../lib/engine.ts';
import { OutgoingActs } from './outgoing-acts.tsx';
import { isEnded, outgoingColumns } from './outgoing-columns.tsx';
import { outgoingInput } from './outgoing-input.ts';
import { OutgoingPanel } from './outgoing-panel.tsx';

/** Văn bản đi: the book of outgoing dispatches, found, opened, sent, corrected, cancelled. */
export function OutgoingScreen() {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const year = /^\d{4}$/.test(search.get('year') ?? '') ? { year: Number(search.get('year')) } : {};
  const count = (view?: 'unsent' | 'without-files') => engineQueries.outgoing.list.queryOptions({ input: { ...year, ...(view && { view }), limit: 1, exact: view === undefined }, placeholderData: (before) => before });
  const counts = useQuery(count()).data?.counts;
  const unsent = useQuery(count('unsent')).data;
  const bare = useQuery(count('without-files')).data;
  const numbered = counts && counts.issued + counts.sent + counts.corrected + counts.replaced + counts.recalled;
  const views: readonly ListView[] = [
    { id: null, label: 'Tất cả', count: counts && numbered !== undefined ? numbered + counts.draft + counts.reserved + counts.cancelled : undefined },
    { id: 'draft', label: 'Dự thảo', count: counts?.draft },
    { id: 'numbered', label: 'Đã cấp số', count: numbered },
    { id: 'unsent', label: 'Chưa chuyển', count: unsent?.total, more: unsent?.more ?? false },
    { id: 'reserved', label: 'Giữ số', count: counts?.reserved, tone: 'amber' },
    { id: 'cancelled', label: 'Đã hủy', count: counts?.cancelled },
    { id: 'without-files', label: 'Thiếu tệp', count: bare?.total, more: bare?.more ?? false },
  ];
  const writeNew = (): void => void navigate('/soan-thao/moi');

  return (
    <RegisterList
      book="outgoing"
      title="Văn bản đi"
      columns={outgoingColumns}
      views={views}
      inputOf={outgoingInput}
      read={(input, signal) => engine.outgoing.list(input, { signal })}
      lookOf={lookOf}
      findLabel="Tìm số, trích yếu, nơi nhận…"
      foundIn="số ký hiệu, trích yếu, nơi nhận, người ký, ghi chú và tên tệp"
      editLabel="Mở văn bản ở bàn soạn thảo"
      onEdit={(id) => void navigate(`/soan-thao/${id}`)}
      Panel={OutgoingPanel}
      Acts={OutgoingActs}
      actions={
        <Button onClick={writeNew} rightSection={<ButtonKey name="N" />}>
          Soạn văn bản
        </Button>
      }
      empty={
        <Notice title="Sổ chưa có văn bản đi nào" action={{ label: 'Soạn văn bản', shortcut: 'N', run: writeNew }}>
          Đây là nơi giữ mọi văn bản của cơ quan: dự thảo, văn bản đã cấp số và số đã hủy. Soạn văn bản đầu tiên, xem trước trang giấy rồi cấp số.
        </Notice>
      }
    />
  );
}

const lookOf = (row: OutgoingRow) => ({ struck: isEnded(row) });

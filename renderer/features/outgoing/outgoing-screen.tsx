import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import type { Outgoing, OutgoingRow } from '../../../shared/contract/outgoing.ts';
import { Notice } from '../../components/notice.tsx';
import { ButtonKey } from '../../components/register-list/button-key.tsx';
import { RegisterList } from '../../components/register-list/register-list.tsx';
import type { ListView } from '../../components/register-list/view-tabs.tsx';
import { sayMissing, sayRefused } from '../../components/say.tsx';
import { useCommands } from '../../lib/commands.ts';
import { letterKeys } from '../../lib/letter-keys.ts';
import { engine, engineQueries } from '../../lib/engine.ts';
import { fromList } from '../../lib/way-back.ts';
import { OutgoingActs } from './outgoing-acts.tsx';
import { noDeskSentence } from './no-desk-sentence.ts';
import { outgoingBook } from './outgoing-book.ts';
import { isEnded, outgoingColumns } from './outgoing-columns.tsx';
import { OutgoingPanel } from './outgoing-panel.tsx';

/** Văn bản đi: the book of outgoing dispatches, found, opened, sent, corrected, cancelled. */
export function OutgoingScreen() {
  const navigate = useNavigate();
  const queries = useQueryClient();
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
  const elsewhere = { label: 'Vào sổ văn bản làm nơi khác', shortcut: letterKeys.elsewhere.key, run: (): void => void navigate('/van-ban-di/vao-so', fromList) };
  const keep = { label: 'Giữ số…', shortcut: 'Ctrl+G', run: (): void => void navigate('/van-ban-di/vao-so?giu-so=1', fromList) };
  useCommands([
    { id: 'outgoing-elsewhere', ...elsewhere },
    { id: 'outgoing-reserve', ...keep, label: 'Giữ số để dùng sau' },
  ]);

  // a line that was not written here has no page on the desk: its panel is where it is looked after
  const edit = (line: Pick<Outgoing, 'id' | 'origin' | 'status' | 'code'>, open: () => void): void => {
    const why = noDeskSentence(line);
    if (why === null) return void navigate(`/soan-thao/${line.id}`);
    open();
    sayMissing(why);
  };
  const editOf = (id: number, row: OutgoingRow | null, { open }: { open: () => void }): void => (row ? edit(row, open) : void queries.ensureQueryData(engineQueries.outgoing.get.queryOptions({ input: { id } })).then((line) => edit(line, open), sayRefused));

  return (
    <RegisterList
      {...outgoingBook}
      title="Văn bản đi"
      columns={outgoingColumns}
      views={views}
      place={(input, signal) => engine.outgoing.place(input, { signal })}
      lookOf={lookOf}
      findLabel="Tìm số, trích yếu, nơi nhận…"
      foundIn="số ký hiệu, trích yếu, nơi nhận, người ký, ghi chú và tên tệp"
      editLabel="Mở văn bản ở bàn soạn thảo"
      onEdit={editOf}
      Panel={OutgoingPanel}
      Acts={OutgoingActs}
      actions={
        <>
          <Menu position="bottom-end" shadow="xs">
            <Menu.Target>
              <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
                Lấy số
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {[elsewhere, keep].map(({ label, shortcut, run }) => (
                <Menu.Item key={label} onClick={run} rightSection={<kbd>{shortcut}</kbd>}>
                  {label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <Button onClick={writeNew} rightSection={<ButtonKey name={letterKeys.newLetter.key} />}>
            Soạn văn bản
          </Button>
        </>
      }
      empty={
        <Notice title="Sổ chưa có văn bản đi nào" action={{ label: 'Soạn văn bản', shortcut: letterKeys.newLetter.key, run: writeNew }} others={[elsewhere, keep]}>
          Đây là nơi giữ mọi văn bản của cơ quan: dự thảo, văn bản đã cấp số và số đã hủy. Soạn văn bản đầu tiên, xem trước trang giấy rồi cấp số; văn bản làm nơi khác thì vào sổ để lấy số.
        </Notice>
      }
    />
  );
}

const lookOf = (row: OutgoingRow) => ({ struck: isEnded(row) });

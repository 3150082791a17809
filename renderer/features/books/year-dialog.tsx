import { Button, Modal, Table, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BookYear } from '../../../shared/contract/books.ts';
import { instantInWords, shortDate } from '../../../shared/domain/dates.ts';
import { commonSeries, printedNumber } from '../../../shared/domain/numbering.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { NextYearOffer } from '../../components/next-year-offer.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { registerChanged } from '../../lib/after-change.ts';
import { engine, engineQueries } from '../../lib/engine.ts';
import { useKeyboardBack } from '../../lib/give-keyboard-back.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import classes from './year-dialog.module.css';

const bookWords = { incoming: 'Văn bản đến', outgoing: 'Văn bản đi' } as const;
const stateWords: Record<BookYear['state'], string> = { running: 'Đang chạy', beside: 'Đang mở', past: 'Đã qua, chưa đóng', closed: 'Đã đóng' };
const actWords = { open: 'Mở sổ', start: 'Đặt số đầu', close: 'Đóng sổ', reopen: 'Mở lại', clock: 'Xác nhận giờ máy', skip: 'Bỏ qua số mất', again: 'Cấp lại số mất' } as const;

/** `chung: 147 (31/12/2026)`, a line for every series that has given a number. */
const lastNumbers = ({ series }: BookYear): string[] =>
  series.map(({ name, last, lastDate }) => `${series.length > 1 ? `${name === commonSeries ? 'Dãy chung' : name}: ` : ''}${printedNumber(last)}${lastDate ? ` (${shortDate(lastDate)})` : ''}`);

/** What was done with the years, the newest first: who said that a year or a clock is right, who closed, who reopened. */
function YearActs({ rows }: { rows: readonly BookYear[] }) {
  const acts = rows.flatMap(({ kind, year, acts: done }) => done.map((act) => ({ ...act, kind, year })));
  if (acts.length === 0) return null;
  return (
    <section className={classes.history} aria-label="Việc đã làm với năm của sổ">
      <h3>Đã làm</h3>
      <ol>
        {acts
          .sort((one, other) => other.at.localeCompare(one.at))
          .map(({ at, who, act, reason, kind, year }, index) => (
            <li key={index}>
              {instantInWords(at)} · {who} · {actWords[act]} · {bookWords[kind].toLowerCase()} {year}
              {reason === null ? '' : act === 'clock' ? `: sớm hơn việc ghi lúc ${instantInWords(reason)}` : `: ${reason}`}
            </li>
          ))}
      </ol>
    </section>
  );
}

interface YearDialogProps {
  onClose: () => void;
  /** Shows the book of that year, to print its cover and pages. */
  onShow: (year: Pick<BookYear, 'kind' | 'year'>) => void;
}

/** The years of both books: which one runs, their last numbers, closing one and opening the next. */
export function YearDialog({ onClose, onShow }: YearDialogProps) {
  useKeyboardBack();
  const queries = useQueryClient();
  const years = useQuery(engineQueries.books.years.queryOptions());
  const [asked, setAsked] = useState<{ act: 'close' | 'reopen'; row: BookYear } | null>(null);
  return (
    <>
      <Modal opened onClose={onClose} title="Năm của sổ" size="xl">
        {years.error ? <Text c="var(--seal)">{refusalSentence(years.error)}</Text> : null}
        <NextYearOffer />
        {years.data && years.data.rows.length === 0 ? <Text size="sm">Chưa có số nào được cấp. Sổ năm nay tự mở với số đầu tiên.</Text> : null}
        {years.data && years.data.rows.length > 0 ? (
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Năm</Table.Th>
                <Table.Th>Sổ</Table.Th>
                <Table.Th>Trạng thái</Table.Th>
                <Table.Th>Số cuối</Table.Th>
                <Table.Th ta="right">Số dòng</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {years.data.rows.map((row) => (
                <Table.Tr key={`${row.kind} ${row.year}`}>
                  <Table.Td>{row.year}</Table.Td>
                  <Table.Td>{bookWords[row.kind]}</Table.Td>
                  <Table.Td>{stateWords[row.state]}</Table.Td>
                  <Table.Td>
                    {lastNumbers(row).map((line) => (
                      <div key={line}>{line}</div>
                    ))}
                  </Table.Td>
                  <Table.Td ta="right">{formatVietnameseNumber(row.series.reduce((sum, { lines }) => sum + lines, 0))}</Table.Td>
                  <Table.Td className={classes.acts}>
                    <Button size="compact-sm" variant="default" onClick={() => onShow(row)}>
                      Xem, in
                    </Button>
                    {row.state === 'closed' ? (
                      <Button size="compact-sm" variant="default" onClick={() => setAsked({ act: 'reopen', row })}>
                        Mở lại…
                      </Button>
                    ) : (
                      <Button size="compact-sm" variant="default" onClick={() => setAsked({ act: 'close', row })}>
                        Đóng sổ…
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        ) : null}
        <YearActs rows={years.data?.rows ?? []} />
      </Modal>
      {asked === null ? null : (
        <ReasonDialog
          key={`${asked.act} ${asked.row.kind} ${asked.row.year}`}
          opened
          optional={asked.act === 'close'}
          onClose={() => setAsked(null)}
          title={`${asked.act === 'close' ? 'Đóng' : 'Mở lại'} sổ ${bookWords[asked.row.kind].toLowerCase()} năm ${asked.row.year}`}
          told={
            asked.act === 'close'
              ? `Số cuối: ${lastNumbers(asked.row).join('; ') || 'chưa cấp số nào'}. Đóng rồi thì sổ chỉ còn được đính chính, không cấp thêm số; sau đó in bìa và các trang ở màn hình này.`
              : 'Sổ lại nhận thêm số. Việc mở lại được ghi vào lịch sử cùng lý do.'
          }
          warning={
            asked.act === 'close' && asked.row.reserved > 0
              ? `Còn ${asked.row.reserved} số giữ chưa dùng; đóng sổ rồi thì không dùng được nữa.`
              : null
          }
          label={asked.act === 'close' ? 'Ghi chú (không bắt buộc)' : 'Lý do mở lại'}
          button={asked.act === 'close' ? 'Đóng sổ' : 'Mở lại sổ'}
          act={async (reason) => {
            const { kind, year } = asked.row;
            if (asked.act === 'close') await engine.books.close({ kind, year, reason: reason || null });
            else await engine.books.reopen({ kind, year, reason });
            await registerChanged(queries);
            if (asked.act === 'close') onShow(asked.row);
          }}
        />
      )}
    </>
  );
}

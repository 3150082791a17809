import { Button, Menu } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { RecipientRow } from '../../../shared/contract/recipients.ts';
import { shortDate } from '../../../shared/domain/dates.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { sayRefused } from '../../components/say.tsx';
import { StateSign } from '../../components/state-sign.tsx';
import { engine, engineQueries } from '../../lib/engine.ts';
import { saveOut } from '../../lib/save-out.ts';
import { AddRecipientsDialog } from './add-recipients-dialog.tsx';
import { howWords } from './how-words.ts';
import classes from './recipients-part.module.css';
import { DeliveryDialog, type Delivery } from './delivery-dialog.tsx';

/** What is recorded, and of how many places: «Đã gửi…» alone is said of the whole dispatch. */
const recordWords: Record<Delivery['kind'], string> = { send: 'Ghi gửi', acknowledge: 'Ghi ký nhận', return: 'Ghi hoàn lại' };

function stateOf({ returnedDate, acknowledgedDate, sentDate, how, returnReason, acknowledgedBy }: RecipientRow) {
  if (returnedDate) return { sign: <StateSign word={`hoàn lại ${shortDate(returnedDate)}`} tone="seal" shape="bar" />, told: returnReason };
  if (acknowledgedDate) return { sign: <StateSign word={`ký nhận ${shortDate(acknowledgedDate)}`} tone="green" />, told: acknowledgedBy };
  if (sentDate) return { sign: <StateSign word={`gửi ${shortDate(sentDate)}`} tone="ink" shape="hollow" />, told: how ? howWords[how] : null };
  return { sign: <StateSign word="chưa gửi" tone="amber" shape="hollow" />, told: null };
}

/**
 * Each agency the dispatch goes to: how and when it was sent, who signed for it, what came back; and what they owe for it.
 * `printed` are the lines of the paper that say whom it is to.
 */
export function RecipientsPart({ dispatch, printed }: { dispatch: number; printed: readonly string[] }) {
  const list = useQuery(engineQueries.recipients.list.queryOptions({ input: { dispatch } }));
  const board = useQuery(engineQueries.owed.of.queryOptions({ input: { dispatch } }));
  const [checked, setChosen] = useState<readonly number[]>([]);
  const [delivery, setDelivery] = useState<Delivery | null>(null);
  const [adding, setAdding] = useState(false);
  const sheet = useMutation({ mutationFn: async (format: 'docx' | 'xlsx') => saveOut(await engine.recipients.sheet({ dispatch, format })), onError: sayRefused });
  const rows = list.data?.rows ?? [];
  const owes = (board.data?.rows ?? []).filter((each) => each.withdrawnReason === null);
  if (!list.data) return null;
  // one that was taken out of the list meanwhile is not chosen any more
  const chosen = checked.filter((id) => rows.some((row) => row.id === id));
  const out = rows.filter((row) => row.returnedDate === null);
  const waiting: Record<Delivery['kind'], readonly RecipientRow[]> = { send: out.filter((row) => row.sentDate === null), acknowledge: out.filter((row) => row.acknowledgedDate === null), return: [] };
  // with nothing chosen: those it has not been said of yet, or everyone once it has been of all; what came back is pointed at
  const marked = (kind: Delivery['kind']): readonly number[] => (chosen.length > 0 || kind === 'return' ? chosen : (waiting[kind].length > 0 ? waiting[kind] : out).map((row) => row.id));
  const sent = rows.filter((row) => row.sentDate !== null).length;
  return (
    <>
      {owes.length > 0 ? (
        <>
          <h3>Việc phải báo cáo</h3>
          <Link className={classes.link} to={`/theo-doi?van-ban=${dispatch}`}>
            {formatVietnameseNumber(owes.length)} việc, {formatVietnameseNumber(new Set(owes.flatMap((each) => each.duties.map((duty) => duty.name))).size)} cơ quan: xem bảng theo dõi
          </Link>
        </>
      ) : null}
      <h3>Gửi đến từng nơi</h3>
      {rows.length > 0 ? (
        <>
          <div className={classes.bar}>
            <span>
              đã gửi {formatVietnameseNumber(sent)}/{formatVietnameseNumber(rows.length)}
            </span>
            <Menu position="bottom-end" shadow="xs">
              <Menu.Target>
                <Button size="compact-xs" variant="default" loading={sheet.isPending}>
                  Danh sách giao nhận…
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => sheet.mutate('docx')}>Lưu tệp Word</Menu.Item>
                <Menu.Item onClick={() => sheet.mutate('xlsx')}>Lưu tệp Excel</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </div>
          <ul className={classes.list}>
            {rows.map((row) => {
              const { sign, told } = stateOf(row);
              return (
                <li key={row.id}>
                  <label>
                    <input type="checkbox" checked={chosen.includes(row.id)} onChange={(event) => setChosen((now) => (event.currentTarget.checked ? [...now, row.id] : now.filter((id) => id !== row.id)))} />
                    <span>
                      {row.name}
                      {row.line !== row.name ? <small> · {row.line}</small> : null}
                    </span>
                  </label>
                  <span title={told ?? undefined}>{sign}</span>
                </li>
              );
            })}
          </ul>
        </>
      ) : null}
      <div className={classes.acts}>
        {rows.length > 0
          ? (['send', 'acknowledge', 'return'] as const).map((kind) => {
              const ids = marked(kind);
              return (
                <Button key={kind} size="xs" variant="default" disabled={ids.length === 0} onClick={() => setDelivery({ kind, ids })}>
                  {recordWords[kind]}
                  {ids.length > 0 ? ` ${formatVietnameseNumber(ids.length)} nơi` : ''}…
                </Button>
              );
            })
          : null}
        <Button size="xs" variant="default" onClick={() => setAdding(true)}>
          Thêm nơi nhận…
        </Button>
      </div>
      {delivery ? <DeliveryDialog delivery={delivery} onClose={() => setDelivery(null)} onDone={() => setChosen([])} /> : null}
      {adding ? <AddRecipientsDialog dispatch={dispatch} offered={rows.length === 0 ? printed : []} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

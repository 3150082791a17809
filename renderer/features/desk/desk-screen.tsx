import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Children, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { AgendaItem, LateRow } from '../../../shared/contract/owed.ts';
import { addDays, shortDate, weekdayOf } from '../../../shared/domain/dates.ts';
import { daysLateInWords } from '../../../shared/domain/days-late.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { NextYearOffer } from '../../components/next-year-offer.tsx';
import { Screen } from '../../components/screen.tsx';
import { useCommands } from '../../lib/commands.ts';
import { letterKeys } from '../../lib/letter-keys.ts';
import { engineQueries } from '../../lib/engine.ts';
import { lateAddress } from '../../lib/late-address.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { useToday } from '../../lib/use-today.ts';
import classes from './desk-screen.module.css';
import { WeeksBox } from './weeks-box.tsx';

const n = formatVietnameseNumber;
/** How many reports and dispatches are still to come, as the banner over every screen counts them: a line of a box may stand for many agencies. */
const amountOf = (items: readonly AgendaItem[]): number => items.reduce((sum, item) => sum + item.open, 0);
/** Most lines of a box; the rest is a link away. */
const most = 8;
/** In the narrow column, where a plot must find its place too. */
const mostBeside = 5;
const soonDays = 3;

/** Bàn làm việc: today in one look. What is late, due, not yet handed on, and the drafts that wait for a number. */
export function DeskScreen() {
  const navigate = useNavigate();
  const today = useToday();
  const agenda = useQuery(engineQueries.owed.agenda.queryOptions({ input: { from: today, to: addDays(today, soonDays) } }));
  const late = useQuery({ ...engineQueries.owed.late.queryOptions({ input: { limit: most } }), refetchInterval: 60_000 });
  const waiting = useQuery(engineQueries.incoming.list.queryOptions({ input: { view: 'waiting', limit: mostBeside } }));
  const drafts = useQuery(engineQueries.outgoing.list.queryOptions({ input: { status: 'draft', limit: mostBeside } }));
  useCommands([
    { id: 'desk-late', label: 'Xem việc quá hạn', shortcut: letterKeys.late.key, run: () => void navigate('/theo-doi?xem=qua-han') },
    { id: 'desk-agenda', label: 'Xem lịch hạn', shortcut: letterKeys.agenda.key, run: () => void navigate('/theo-doi?xem=lich') },
    { id: 'desk-waiting', label: 'Xem văn bản đến chưa chuyển', shortcut: letterKeys.waiting.key, run: () => void navigate('/van-ban-den?view=waiting') },
    { id: 'desk-drafts', label: 'Xem dự thảo chờ cấp số', shortcut: letterKeys.drafts.key, run: () => void navigate('/van-ban-di?view=draft') },
    { id: 'desk-books', label: 'Xem sổ & in ấn', shortcut: letterKeys.books.key, run: () => void navigate('/so-in-an') },
  ]);
  const days = agenda.data?.days ?? [];
  const dueToday = days.find((day) => day.day === today)?.items ?? [];
  const soon = days.filter((day) => day.day > today);
  const failed = agenda.error ?? late.error ?? waiting.error ?? drafts.error;
  return (
    <Screen
      title="Bàn làm việc"
      status={failed ? refusalSentence(failed) : `${weekdayOf(today)} ${shortDate(today)}`}
      actions={
        <>
          <Button variant="default" onClick={() => void navigate('/soan-thao/moi')}>
            Soạn văn bản&nbsp; <kbd>{letterKeys.newLetter.key}</kbd>
          </Button>
          <Button onClick={() => void navigate('/van-ban-den/moi')}>
            Vào sổ văn bản đến&nbsp; <kbd>{letterKeys.newIncoming.key}</kbd>
          </Button>
        </>
      }
    >
      <NextYearOffer />
      <div className={classes.desk}>
        <div className={classes.column}>
          <Box title="Quá hạn" amount={late.data?.total} tone="seal" more={['/theo-doi?xem=qua-han', 'Xem từng dòng', letterKeys.late.key]} none="Không có việc nào quá hạn">
            {(late.data?.rows ?? []).map((row) => (
              <Late key={`${row.kind} ${row.owed ?? row.id}`} row={row} />
            ))}
            {late.data && late.data.total > most ? (
              <li>
                <Link to="/theo-doi?xem=qua-han">và {n(late.data.total - most)} việc nữa</Link>
              </li>
            ) : null}
          </Box>
          <Box title="Đến hạn hôm nay" amount={agenda.data && amountOf(dueToday)} tone="amber" more={['/theo-doi?xem=lich', 'Lịch hạn', letterKeys.agenda.key]} none="Hôm nay không có hạn nào">
            {dueToday.slice(0, most).map((item, index) => (
              <Due key={index} item={item} />
            ))}
          </Box>
          <Box title="Ba ngày tới" amount={agenda.data && amountOf(soon.flatMap(({ items }) => items))} none="Ba ngày tới không có hạn nào">
            {soon
              .flatMap((day) => day.items)
              .slice(0, most)
              .map((item, index) => (
                <Due key={index} item={item} withDay />
              ))}
          </Box>
        </div>
        <div className={classes.column}>
          <Box title="Văn bản đến chưa chuyển" amount={waiting.data?.total} more={['/van-ban-den?view=waiting', 'Xem hết', letterKeys.waiting.key]} none="Văn bản đến đã chuyển hết">
            {(waiting.data?.rows ?? []).map((row) => (
              <li key={row.id}>
                <Link to={`/van-ban-den?view=waiting&id=${row.id}`}>
                  <span>Số {row.number}</span>
                  <span>{row.organName}</span>
                  <span title={row.subject}>{row.subject}</span>
                  <small>{shortDate(row.arrivalDate).slice(0, 5)}</small>
                </Link>
              </li>
            ))}
          </Box>
          <Box title="Dự thảo chờ cấp số" amount={drafts.data?.total} more={['/van-ban-di?view=draft', 'Xem hết', letterKeys.drafts.key]} none="Không có dự thảo nào">
            {(drafts.data?.rows ?? []).map((row) => (
              <li key={row.id}>
                <Link to={`/soan-thao/${row.id}`}>
                  <span>{row.typeName}</span>
                  <span>…/{row.codeNotation}</span>
                  <span title={row.subject}>{row.subject || 'chưa có trích yếu'}</span>
                  <small>{shortDate(row.updatedAt.slice(0, 10)).slice(0, 5)}</small>
                </Link>
              </li>
            ))}
          </Box>
          <WeeksBox ready={!agenda.isPending && !waiting.isPending && !drafts.isPending} />
        </div>
      </div>
    </Screen>
  );
}

interface BoxProps {
  title: string;
  amount: number | undefined;
  tone?: 'seal' | 'amber';
  /** Where the whole of it is, what that is called, its key. */
  more?: readonly [to: string, label: string, key: string];
  none: string;
  children: ReactNode;
}

function Box({ title, amount, tone, more, none, children }: BoxProps) {
  return (
    <section className={classes.box} data-tone={amount ? tone : undefined}>
      <h2>
        {title} <span>{amount === undefined ? '…' : n(amount)}</span>
        {more && amount ? (
          <Link to={more[0]}>
            {more[1]} <kbd>{more[2]}</kbd>
          </Link>
        ) : null}
      </h2>
      {amount !== undefined && Children.count(children) === 0 ? <p className={classes.none}>{none}</p> : <ul className={classes.items}>{children}</ul>}
    </section>
  );
}

/** One row behind the number: since when, whose, what it is about, how many days. */
function Late({ row }: { row: LateRow }) {
  const { due, time, code, who, subject, what, lateDays, kind } = row;
  return (
    <li>
      <Link to={lateAddress(row)}>
        <span>{[time, shortDate(due).slice(0, 5)].filter(Boolean).join(' ')}</span>
        <span>{code ?? '—'}</span>
        <span title={`${who ? `${who} · ` : ''}${subject} · ${what}`}>
          {who || (kind === 'incoming' ? 'chưa chuyển' : '—')} · {subject}
        </span>
        <small data-tone="seal">trễ {daysLateInWords(lateDays).replace('vừa trễ', 'trong ngày')}</small>
      </Link>
    </li>
  );
}

function Due({ item, withDay = false }: { item: AgendaItem; withDay?: boolean }) {
  const all = item.open + item.late + item.done;
  return (
    <li>
      <Link to={item.kind === 'owed' ? `/theo-doi?van-ban=${item.id}` : `/van-ban-den?id=${item.id}`}>
        <span>{[item.time, withDay ? shortDate(item.due).slice(0, 5) : item.time ? '' : 'trong ngày'].filter(Boolean).join(' ')}</span>
        <span>{item.code ?? '—'}</span>
        <span title={`${item.what} · ${item.subject}`}>
          {item.what}
          {item.who ? ` · ${item.who}` : ''}
        </span>
        <small data-tone={item.state === 'late' ? 'seal' : undefined}>{item.kind === 'incoming' ? (item.state === 'late' ? 'quá hạn giải quyết' : 'phải giải quyết') : item.late > 0 ? `${n(item.late)} đơn vị trễ` : `đã nhận ${n(item.done)}/${n(all)}`}</small>
      </Link>
    </li>
  );
}

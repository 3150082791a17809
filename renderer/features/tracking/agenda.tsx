import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { AgendaItem } from '../../../shared/contract/owed.ts';
import { addDays, mondayOf, shortDate, weekdayOf } from '../../../shared/domain/dates.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { ListSkeleton } from '../../components/register-list/list-skeleton.tsx';
import { Notice } from '../../components/notice.tsx';
import { StateSign } from '../../components/state-sign.tsx';
import { engineQueries } from '../../lib/engine.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { useToday } from '../../lib/use-today.ts';
import classes from './agenda.module.css';

const shownDays = 14;

/** The days ahead, two weeks at a time: what others must report, and what must be dealt with here. */
export function Agenda({ onDispatch }: { onDispatch: (dispatch: number) => void }) {
  const today = useToday();
  const navigate = useNavigate();
  const [from, setFrom] = useState(() => mondayOf(today));
  const to = addDays(from, shownDays - 1);
  const agenda = useQuery({ ...engineQueries.owed.agenda.queryOptions({ input: { from, to } }), placeholderData: keepPreviousData });
  // the number over every screen, whatever there is no room for here
  const summary = useQuery(engineQueries.owed.summary.queryOptions({ input: {} })).data;
  const open = (item: AgendaItem): void => (item.kind === 'owed' ? onDispatch(item.id) : void navigate(`/van-ban-den?id=${item.id}`));
  if (agenda.isError) {
    return (
      <Notice tone="trouble" title="Chưa đọc được lịch hạn" action={{ label: 'Thử lại', run: () => void agenda.refetch() }}>
        {refusalSentence(agenda.error)}
      </Notice>
    );
  }
  if (!agenda.data) return <ListSkeleton label="Đang đọc lịch hạn" />;
  const { days, late } = agenda.data;
  return (
    <div className={classes.agenda}>
      <div className={classes.weeks}>
        <h2>
          {shortDate(from)} – {shortDate(to)}
        </h2>
        <Button size="xs" variant="default" onClick={() => setFrom(addDays(from, -7))}>
          Tuần trước
        </Button>
        <Button size="xs" variant="default" disabled={from === mondayOf(today)} onClick={() => setFrom(mondayOf(today))}>
          Tuần này
        </Button>
        <Button size="xs" variant="default" onClick={() => setFrom(addDays(from, 7))}>
          Tuần sau
        </Button>
      </div>
      {late.length > 0 ? (
        <section className={classes.day} data-late>
          <h3>
            {summary ? <Link to="/theo-doi?xem=qua-han">Quá hạn {formatVietnameseNumber(summary.late)}</Link> : 'Quá hạn'}
            {summary ? (
              <small>
                {formatVietnameseNumber(summary.owed.late)} báo cáo của đơn vị, {formatVietnameseNumber(summary.incoming.late)} văn bản đến
              </small>
            ) : null}
          </h3>
          <Items items={late} withDay onOpen={open} />
        </section>
      ) : null}
      {days.map(({ day, working, name, items }) => (
        <section key={day} className={classes.day} data-off={!working} data-today={day === today}>
          <h3>
            {weekdayOf(day)}, {shortDate(day).slice(0, 5)}
            <small>{[day === today ? 'hôm nay' : '', name ?? (working ? '' : 'ngày nghỉ')].filter(Boolean).join(' · ')}</small>
          </h3>
          {items.length === 0 ? <div className={classes.none}>Không có hạn nào</div> : <Items items={items} onOpen={open} />}
        </section>
      ))}
    </div>
  );
}

function signOf({ kind, state, open, late, done }: AgendaItem) {
  if (kind === 'incoming') return state === 'late' ? <StateSign word="Quá hạn giải quyết" tone="seal" /> : <StateSign word="Phải giải quyết" tone="ink" shape="hollow" />;
  const all = open + late + done;
  if (late > 0) return <StateSign word={`${formatVietnameseNumber(late)} trễ, đã nhận ${formatVietnameseNumber(done)}/${formatVietnameseNumber(all)}`} tone="seal" />;
  return open > 0 ? <StateSign word={`đã nhận ${formatVietnameseNumber(done)}/${formatVietnameseNumber(all)}`} tone="ink" shape="hollow" /> : <StateSign word={`đủ ${formatVietnameseNumber(done)}/${formatVietnameseNumber(all)}`} tone="green" />;
}

function Items({ items, withDay = false, onOpen }: { items: readonly AgendaItem[]; withDay?: boolean; onOpen: (item: AgendaItem) => void }) {
  return (
    <ul className={classes.items}>
      {items.map((item, index) => (
        <li key={index}>
          <button type="button" onClick={() => onOpen(item)} title={item.subject}>
            <span>{withDay ? shortDate(item.due).slice(0, 5) : (item.time ?? '')}</span>
            <span className={classes.code}>{item.code ?? '—'}</span>
            <span>
              {item.what}
              {item.who ? ` · ${item.who}` : ''}
            </span>
            {signOf(item)}
          </button>
        </li>
      ))}
    </ul>
  );
}

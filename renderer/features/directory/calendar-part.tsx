import { ActionIcon, Button, Checkbox, FileButton, NumberInput, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CalendarDay, CalendarYear } from '../../../shared/contract/calendar.ts';
import { shortDate, weekdayOf, yearOf } from '../../../shared/domain/dates.ts';
import { DayField } from '../../components/day-field.tsx';
import { ListSkeleton } from '../../components/register-list/list-skeleton.tsx';
import { Notice } from '../../components/notice.tsx';
import { sayRefused } from '../../components/say.tsx';
import { sayAct } from '../../components/use-undo.ts';
import { registerChanged } from '../../lib/after-change.ts';
import { useCommands } from '../../lib/commands.ts';
import { engine, engineQueries } from '../../lib/engine.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { saveOut } from '../../lib/save-out.ts';
import { today } from '../../lib/today.ts';
import classes from './directory-screen.module.css';

const kinds: { value: CalendarDay['kind']; label: string }[] = [
  { value: 'holiday', label: 'Nghỉ lễ' },
  { value: 'made-up', label: 'Nghỉ bù' },
  { value: 'swapped-off', label: 'Nghỉ hoán đổi' },
  { value: 'worked', label: 'Làm bù' },
];
const origin: Record<CalendarYear['from'], string> = { ours: 'văn phòng đã ghi', shipped: 'có sẵn trong chương trình', proposed: 'mới có ngày lễ cố định' };

/** The working calendar, year by year: days off and worked Saturdays with their notices, and counting a term by it. */
export function CalendarPart() {
  const [year, setYear] = useState(() => yearOf(today()));
  const known = useQuery(engineQueries.calendar.get.queryOptions({ input: { year } }));
  const years = useQuery(engineQueries.calendar.list.queryOptions({ input: {} }));
  const offered = [...new Set([...(years.data?.rows ?? []).map((row) => row.year), yearOf(today()), yearOf(today()) + 1, year])].sort((a, b) => b - a);
  return (
    <div className={classes.calendar}>
      {known.isError ? (
        <Notice tone="trouble" title="Chưa đọc được lịch" action={{ label: 'Thử lại', run: () => void known.refetch() }}>
          {refusalSentence(known.error)}
        </Notice>
      ) : !known.data ? (
        <ListSkeleton label="Đang đọc lịch" />
      ) : (
        <YearTable key={`${year}/${JSON.stringify(known.data)}`} known={known.data} years={offered} onYear={setYear} />
      )}
      <Counting />
    </div>
  );
}

function YearTable({ known, years, onYear }: { known: CalendarYear; years: readonly number[]; onYear: (year: number) => void }) {
  const queries = useQueryClient();
  const [days, setDays] = useState<(Omit<CalendarDay, 'day'> & { day: string | null })[]>(known.days);
  const [confirmed, setConfirmed] = useState(known.confirmed);
  const [source, setSource] = useState(known.source);
  const changed = JSON.stringify([days, confirmed, source]) !== JSON.stringify([known.days, known.confirmed, known.source]);
  const put = (at: number, patch: Partial<CalendarDay> | { day: string | null }): void => setDays((now) => now.map((each, index) => (index === at ? { ...each, ...patch } : each)));
  const save = useMutation({
    mutationFn: () => engine.calendar.save({ year: known.year, confirmed, source, days: days.flatMap((each) => (each.day === null ? [] : [{ ...each, day: each.day }])) }),
    onSuccess: async ({ act, notices }) => {
      await queries.invalidateQueries({ queryKey: engineQueries.calendar.key() });
      await registerChanged(queries);
      sayAct(queries, [`Đã lưu lịch năm ${known.year}.`, ...notices].join(' '), act, 'agencies');
    },
    onError: sayRefused,
  });
  const out = useMutation({ mutationFn: async () => saveOut(await engine.calendar.export({ year: known.year })), onError: sayRefused });
  const read = useMutation({
    mutationFn: (file: File) => engine.calendar.import({ year: known.year, file }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: engineQueries.calendar.key() });
      await registerChanged(queries);
    },
    onError: sayRefused,
  });
  useCommands([{ id: 'save-calendar', label: `Lưu lịch năm ${known.year}`, shortcut: 'Ctrl+S', run: () => changed && save.mutate() }]);
  return (
    <div className={classes.list}>
      <div className={classes.bar}>
        <Select aria-label="Năm" w={100} allowDeselect={false} data={years.map(String)} value={String(known.year)} onChange={(value) => value && onYear(Number(value))} />
        <span className={classes.told}>{origin[known.from]}</span>
        <Checkbox label="Đã đủ theo thông báo chính thức" checked={confirmed} onChange={(event) => setConfirmed(event.currentTarget.checked)} />
        <div className={classes.aside}>
          <FileButton accept=".xlsx,.csv" onChange={(file) => file && read.mutate(file)}>
            {(props) => (
              <Button {...props} variant="default" loading={read.isPending}>
                Nhập từ tệp…
              </Button>
            )}
          </FileButton>
          <Button variant="default" loading={out.isPending} onClick={() => out.mutate()}>
            Ra tệp
          </Button>
          <Button disabled={!changed} loading={save.isPending} onClick={() => save.mutate()}>
            Lưu&nbsp; <kbd>Ctrl+S</kbd>
          </Button>
        </div>
      </div>
      <div className={classes.fields}>
        {confirmed ? null : <p className={classes.warning}>Năm {known.year} chưa xác nhận đủ ngày nghỉ: hạn tính qua năm này sẽ kèm lời nhắc.</p>}
        <TextInput label="Căn cứ của cả năm" placeholder="Thông báo số …" value={source} onChange={(event) => setSource(event.currentTarget.value)} />
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Ngày</th>
              <th scope="col">Loại</th>
              <th scope="col">Tên</th>
              <th scope="col">Căn cứ</th>
              <th scope="col" aria-label="Bỏ" />
            </tr>
          </thead>
          <tbody>
            {days.map((each, at) => (
              <tr key={at}>
                <td style={{ width: 210 }}>{each.day === null || !known.days.some((day) => day.day === each.day) ? <DayField label="" value={each.day} onChange={(day) => put(at, { day })} /> : `${weekdayOf(each.day)} ${shortDate(each.day)}`}</td>
                <td style={{ width: 150 }}>
                  <Select aria-label={`Loại ngày, dòng ${at + 1}`} allowDeselect={false} data={kinds} value={each.kind} onChange={(kind) => kind && put(at, { kind })} />
                </td>
                <td>
                  <TextInput aria-label={`Tên ngày, dòng ${at + 1}`} value={each.name} onChange={(event) => put(at, { name: event.currentTarget.value })} />
                </td>
                <td>
                  <TextInput aria-label={`Căn cứ, dòng ${at + 1}`} value={each.source} onChange={(event) => put(at, { source: event.currentTarget.value })} />
                </td>
                <td style={{ width: 30 }}>
                  <ActionIcon variant="subtle" color="gray" aria-label={`Bỏ dòng ${at + 1}`} onClick={() => setDays((now) => now.toSpliced(at, 1))}>
                    <IconX size={14} />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <Button variant="default" size="xs" w="fit-content" leftSection={<IconPlus size={14} />} onClick={() => setDays((now) => [...now, { day: null, kind: 'holiday', name: '', source: '' }])}>
          Thêm ngày
        </Button>
      </div>
    </div>
  );
}

function Counting() {
  const [from, setFrom] = useState<string | null>(today());
  const [amount, setAmount] = useState(5);
  const [unit, setUnit] = useState<'days' | 'working-days'>('working-days');
  const count = useQuery({ ...engineQueries.calendar.count.queryOptions({ input: { from: from ?? today(), amount, unit } }), enabled: from !== null, retry: false });
  return (
    <aside className={classes.side} aria-label="Tính hạn">
      <strong>Tính hạn</strong>
      <DayField label="Kể từ ngày" value={from} onChange={setFrom} />
      <div className={classes.pair}>
        <NumberInput label="Số ngày" min={1} max={3660} hideControls allowDecimal={false} value={amount} onChange={(value) => setAmount(typeof value === 'number' && value > 0 ? value : 1)} />
        <Select
          label="Đơn vị"
          allowDeselect={false}
          data={[
            { value: 'working-days', label: 'ngày làm việc' },
            { value: 'days', label: 'ngày' },
          ]}
          value={unit}
          onChange={(value) => value && setUnit(value)}
        />
      </div>
      {count.data ? (
        <>
          <p style={{ margin: 0, fontSize: 20, fontWeight: 600 }}>
            {weekdayOf(count.data.due)} {shortDate(count.data.due)}
          </p>
          <p className={classes.told}>{count.data.rule}</p>
          {count.data.unconfirmedYears.length > 0 ? <p className={classes.warning}>Lịch năm {count.data.unconfirmedYears.join(', ')} chưa xác nhận.</p> : null}
        </>
      ) : null}
    </aside>
  );
}

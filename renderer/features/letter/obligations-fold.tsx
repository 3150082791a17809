import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useLayoutEffect, useRef } from 'react';
import type { Letter, Obligation } from '../../../shared/letter/letter.ts';
import { DayField } from '../../components/day-field.tsx';
import { LineList } from '../../components/line-list.tsx';
import { sayDone } from '../../components/say.tsx';
import { SuggestInput, type Suggestion } from '../../components/suggest-input.tsx';
import { TimeField } from '../../components/time-field.tsx';
import { FoundDeadlines } from './found-deadlines.tsx';
import { recurrenceWords } from './obligation-words.ts';
import classes from './obligations-fold.module.css';

const emptyObligation: Obligation = { agencies: [], what: '', due: null, time: null, recurrence: null };
const dueKinds = [
  { value: 'day', label: 'Ngày' },
  { value: 'working-days', label: 'Số ngày làm việc' },
  { value: 'days', label: 'Số ngày' },
];
const columnKinds = [
  { value: 'sum', label: 'số, có cộng' },
  { value: 'number', label: 'số' },
  { value: 'text', label: 'chữ' },
];

interface ObligationsFoldProps {
  letter: Letter;
  /** The directory, groups first. */
  names: readonly Suggestion[];
  onChange: (change: (before: Letter) => Partial<Letter>) => void;
}

/** Việc phải theo dõi: who must report what, to whom, by when; they are watched from the moment the letter takes its number. */
export function ObligationsFold({ letter, names, onChange }: ObligationsFoldProps) {
  const fold = useRef<HTMLDivElement>(null);
  const added = useRef(false);
  const { obligations } = letter;
  useLayoutEffect(() => {
    if (!added.current) return;
    added.current = false;
    fold.current?.querySelector<HTMLInputElement>(`[data-field="obligations.${obligations.length - 1}.agencies"] input`)?.focus();
  }, [obligations.length]);
  const put = (at: number, patch: Partial<Obligation>): void => onChange((before) => ({ obligations: before.obligations.map((each, index) => (index === at ? { ...each, ...patch } : each)) }));
  const add = (obligation: Obligation): void => onChange((before) => ({ obligations: [...before.obligations, obligation] }));
  const remove = (at: number): void => {
    const removed = obligations[at];
    onChange((before) => ({ obligations: before.obligations.toSpliced(at, 1) }));
    if (removed) sayDone(`Đã bỏ việc ${at + 1}.`, { label: 'Lấy lại', run: () => onChange((before) => ({ obligations: before.obligations.toSpliced(at, 0, removed) })) });
  };
  // who the letter is to comes first: they are who must do it
  const addressees = letter.addressees.filter((name) => name.trim() !== '').map((name) => ({ name }));
  const suggestions = [...addressees, ...names.filter(({ name }) => !addressees.some((each) => each.name === name))];
  return (
    <div ref={fold} style={{ display: 'grid', gap: 12 }}>
      <FoundDeadlines letter={letter} onTake={add} />
      {obligations.length === 0 ? <p className={classes.empty}>Ghi cơ quan nào phải báo cáo việc gì, đến bao giờ; cấp số xong thì theo dõi ở mục Theo dõi, trễ hạn là thấy và soạn sẵn công văn đôn đốc.</p> : null}
      {obligations.map((obligation, at) => (
        <OneObligation key={at} at={at} obligation={obligation} suggestions={suggestions} onChange={(patch) => put(at, patch)} onRemove={() => remove(at)} />
      ))}
      <div data-field="obligations">
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} />}
          onClick={() => {
            added.current = true;
            add({ ...emptyObligation, agencies: addressees.map(({ name }) => name) });
          }}
        >
          Thêm việc phải theo dõi
        </Button>
      </div>
    </div>
  );
}

interface OneObligationProps {
  at: number;
  obligation: Obligation;
  suggestions: readonly Suggestion[];
  onChange: (patch: Partial<Obligation>) => void;
  onRemove: () => void;
}

function OneObligation({ at, obligation, suggestions, onChange, onRemove }: OneObligationProps) {
  const { agencies, what, due, time, recurrence, until, reportTo, within, columns = [], sentence } = obligation;
  const field = `obligations.${at}`;
  return (
    <section className={classes.obligation} data-field={field} aria-label={`Việc ${at + 1}`}>
      <div className={classes.head}>
        <h3>Việc {at + 1}</h3>
        <Button variant="default" size="compact-xs" onClick={onRemove}>
          Bỏ việc này
        </Button>
      </div>
      {sentence ? <p className={classes.sentence}>{sentence}</p> : null}
      <LineList label="Cơ quan phải làm" field={`${field}.agencies`} lines={agencies} onChange={(next) => onChange({ agencies: next })} textOf={(name) => name} withText={(_name, text) => text} newLine={() => ''} suggestions={suggestions} placeholder="tên cơ quan hoặc nhóm, như UBND các xã, phường" />
      <TextInput label="Việc phải làm" data-field={`${field}.what`} autoComplete="off" placeholder="báo cáo kết quả thực hiện" value={what} onChange={(event) => onChange({ what: event.currentTarget.value })} />
      <div className={classes.due}>
        <Select label="Hạn là" allowDeselect={false} data={dueKinds} value={within ? within.unit : 'day'} onChange={(kind) => onChange(kind === 'day' ? { within: null } : { due: null, recurrence: null, until: null, within: { amount: within?.amount ?? 5, unit: kind === 'days' ? 'days' : 'working-days' } })} />
        {within ? (
          <NumberInput label="Kể từ ngày ký" data-field={`${field}.due`} min={1} max={3660} hideControls allowDecimal={false} allowNegative={false} suffix=" ngày" value={within.amount} onChange={(amount) => onChange({ within: { ...within, amount: typeof amount === 'number' && amount > 0 ? amount : 1 } })} />
        ) : (
          <DayField label={recurrence ? 'Lần đầu' : 'Ngày cuối được tính'} field={`${field}.due`} value={due} onChange={(day) => onChange({ due: day })} placeholder="5/3 hoặc 050326" />
        )}
        <TimeField label="Giờ" field={`${field}.time`} value={time} onChange={(hour) => onChange({ time: hour })} />
      </div>
      {within ? null : (
        <div className={classes.due}>
          <Select label="Định kỳ" clearable placeholder="một lần" data={Object.entries(recurrenceWords).map(([value, label]) => ({ value, label }))} value={recurrence} onChange={(value) => onChange({ recurrence: value as Obligation['recurrence'], ...(value === null && { until: null }) })} />
          {recurrence ? <DayField label="Đến hết ngày" field={`${field}.until`} value={until ?? null} onChange={(day) => onChange({ until: day })} placeholder="để trống: chưa định ngày thôi" /> : null}
        </div>
      )}
      <SuggestInput label="Báo cáo gửi về" data-field={`${field}.reportTo`} placeholder="cơ quan tổng hợp, để trống nếu gửi cơ quan ban hành" value={reportTo ?? ''} onChange={(text) => onChange({ reportTo: text === '' ? null : text })} suggestions={suggestions} />
      <LineList
        label="Số liệu phải có trong báo cáo"
        field={`${field}.columns`}
        lines={columns}
        onChange={(next) => onChange({ columns: next.length === 1 && next[0]?.header === '' ? [] : next })}
        textOf={(column) => column.header}
        withText={(column, header) => ({ ...column, header })}
        newLine={() => ({ header: '', kind: 'number' as const, total: true })}
        suggestions={[]}
        placeholder="tên cột số liệu; để trống nếu báo cáo tự do"
        beside={(column, change, name) => (
          <Select
            className={classes.kind ?? ''}
            aria-label={`Loại số liệu: ${name}`}
            allowDeselect={false}
            data={columnKinds}
            value={column.kind === 'text' ? 'text' : column.total ? 'sum' : 'number'}
            onChange={(kind) => change({ header: column.header, kind: kind === 'text' ? 'text' : 'number', total: kind === 'sum' })}
          />
        )}
      />
    </section>
  );
}

import { Group, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { IncomingChange, IncomingRow } from '../../../shared/contract/incoming.ts';
import { shortDate } from '../../../shared/domain/dates.ts';
import { readDay } from '../../../shared/domain/day-shortcuts.ts';
import { DayEntry } from '../../components/entry/day-entry.tsx';
import { useDirectory, useUsedNames } from '../../components/entry/use-names.ts';
import { SuggestInput } from '../../components/suggest-input.tsx';
import { useToday } from '../../lib/use-today.ts';
import { ChangeDialog } from './change-dialog.tsx';

interface HandOnDialogProps {
  rows: readonly IncomingRow[];
  onClose: () => void;
  onDone: () => void;
}

/** written: each to the unit that already stands on its line; one: all to the same. */
type Receivers = 'written' | 'one';

/**
 * Chuyển: to whom, on which day, and what the receiver signed. Several go each to the unit written on it, or all to one;
 * what is left empty stays as it is.
 */
export function HandOnDialog({ rows, onClose, onDone }: HandOnDialogProps) {
  const today = useToday();
  const only = rows.length === 1 ? rows[0] : undefined;
  const [receivers, setReceivers] = useState<Receivers>(() => (!only && rows.some(waitsWithUnit) ? 'written' : 'one'));
  const [places, setPlaces] = useState(only?.toPlaces ?? '');
  const [to, setTo] = useState(only?.handedTo ?? '');
  const [typedDay, setTypedDay] = useState(shortDate(only?.handedDate ?? today));
  const [receipt, setReceipt] = useState(only?.receipt ?? '');
  const units = useUsedNames('toPlaces', useDirectory());
  const people = useUsedNames('handedTo', nobody);

  const toWritten = receivers === 'written';
  const day = readDay(typedDay, { today });
  // of one line everything is in sight, so that emptying a field empties it; of many only what was written is meant
  const said = (text: string): { value: string | null } | null => (text.trim() !== '' ? { value: text.trim() } : only ? { value: null } : null);
  const [unit, person, signed] = [toWritten ? null : said(places), toWritten ? null : said(to), said(receipt)];
  // a document that each hands on by what is written on it is handed on by its day alone
  const unread = toWritten ? day === null : typedDay.trim() !== '' && day === null;
  const set: IncomingChange | null = unread ? null : { ...(day && { handedDate: day }), ...(unit && { toPlaces: unit.value }), ...(person && { handedTo: person.value }), ...(signed && { receipt: signed.value }) };
  const receiver = toWritten ? ' cho đơn vị đã ghi' : places.trim() || to.trim() ? ` cho ${places.trim() || to.trim()}` : '';
  return (
    <ChangeDialog ids={rows.map(({ id }) => id)} title={(lines) => `Chuyển ${lines}`} button="Chuyển" set={set} toWritten={toWritten} done={(amount) => `Đã chuyển ${amount}${receiver}`} onClose={onClose} onDone={onDone}>
      {only ? null : (
        <Radio.Group value={receivers} onChange={(next) => setReceivers(next)} aria-label="Chuyển cho ai">
          <Group gap="lg">
            <Radio value="written" label="Mỗi văn bản cho đơn vị đã ghi" {...(toWritten && { 'data-autofocus': true })} />
            <Radio value="one" label="Tất cả cho một nơi" />
          </Group>
        </Radio.Group>
      )}
      {toWritten ? null : (
        <>
          <SuggestInput label="Đơn vị hoặc người nhận" value={places} onChange={setPlaces} suggestions={units} offerAll half="ask" data-autofocus />
          <SuggestInput label="Người nhận" value={to} onChange={setTo} suggestions={people} offerAll />
        </>
      )}
      <DayEntry label="Ngày chuyển" field="handedDate" value={typedDay} onChange={setTypedDay} reading={{ today }} />
      <TextInput label="Ký nhận" value={receipt} onChange={(event) => setReceipt(event.currentTarget.value)} />
    </ChangeDialog>
  );
}

const waitsWithUnit = ({ handling, status, toPlaces }: IncomingRow): boolean => handling === 'waiting' && status === 'registered' && toPlaces.trim() !== '';

const nobody: readonly never[] = [];

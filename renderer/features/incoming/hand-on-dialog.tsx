import { TextInput } from '@mantine/core';
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

/** Chuyển: to whom, on which day, and what the receiver signed. What is left empty stays as it is. */
export function HandOnDialog({ rows, onClose, onDone }: HandOnDialogProps) {
  const today = useToday();
  const only = rows.length === 1 ? rows[0] : undefined;
  const [places, setPlaces] = useState(only?.toPlaces ?? '');
  const [to, setTo] = useState(only?.handedTo ?? '');
  const [typedDay, setTypedDay] = useState(shortDate(only?.handedDate ?? today));
  const [receipt, setReceipt] = useState(only?.receipt ?? '');
  const units = useUsedNames('toPlaces', useDirectory());
  const people = useUsedNames('handedTo', nobody);

  const day = readDay(typedDay, { today });
  // of one line everything is in sight, so that emptying a field empties it; of many only what was written is meant
  const said = (text: string): { value: string | null } | null => (text.trim() !== '' ? { value: text.trim() } : only ? { value: null } : null);
  const [unit, person, signed] = [said(places), said(to), said(receipt)];
  const set: IncomingChange | null = typedDay.trim() !== '' && day === null ? null : { ...(day && { handedDate: day }), ...(unit && { toPlaces: unit.value }), ...(person && { handedTo: person.value }), ...(signed && { receipt: signed.value }) };
  return (
    <ChangeDialog ids={rows.map(({ id }) => id)} title={(lines) => `Chuyển ${lines}`} button="Chuyển" set={set} done={(amount) => `Đã chuyển ${amount}${places.trim() ? ` cho ${places.trim()}` : to.trim() ? ` cho ${to.trim()}` : ''}`} onClose={onClose} onDone={onDone}>
      <SuggestInput label="Đơn vị hoặc người nhận" value={places} onChange={setPlaces} suggestions={units} offerAll half="ask" />
      <SuggestInput label="Người nhận" value={to} onChange={setTo} suggestions={people} offerAll />
      <DayEntry label="Ngày chuyển" field="handedDate" value={typedDay} onChange={setTypedDay} reading={{ today }} />
      <TextInput label="Ký nhận" value={receipt} onChange={(event) => setReceipt(event.currentTarget.value)} />
    </ChangeDialog>
  );
}

const nobody: readonly never[] = [];

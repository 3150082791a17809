import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { shortDate } from '../../shared/domain/dates.ts';
import { engineQueries } from '../lib/engine.ts';
import { foldedWords } from '../lib/marked-words.ts';
import classes from './find-outgoing.module.css';
import { MarkedText } from './marked-text.tsx';

/** An incoming dispatch as it is named beside another line. */
export interface NamedIncoming {
  id: number;
  number: string;
  code: string;
  subject: string;
  arrivalDate: string;
}

interface FindIncomingProps {
  label: string;
  value: NamedIncoming | null;
  /** Whose dispatches stand there before anything is typed. */
  organName: string;
  onChange: (found: NamedIncoming | null) => void;
}

const nameOf = ({ number, code, subject }: NamedIncoming): string => `Số đến ${number}${code ? ` · ${code}` : ''} · ${subject}`;

/** Finds one incoming dispatch by number, notation, agency or words, to link it; those of the agency first. */
export function FindIncoming({ label, value, organName, onChange }: FindIncomingProps) {
  const [typed, setTyped] = useState('');
  const late = useDeferredValue(typed.trim());
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const found = useQuery({ ...engineQueries.incoming.list.queryOptions({ input: { ...(late === '' ? { columns: { organName } } : { text: late }), status: 'registered', limit: 8, exact: false } }), placeholderData: (before) => before });
  const rows = found.data?.rows ?? [];
  const words = foldedWords(late);
  return (
    <Combobox
      store={combobox}
      withinPortal
      onOptionSubmit={(id) => {
        const row = rows.find((each) => String(each.id) === id);
        if (!row) return;
        onChange({ id: row.id, number: row.number, code: row.code, subject: row.subject, arrivalDate: row.arrivalDate });
        setTyped('');
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <TextInput
          label={label}
          placeholder="Số đến, số ký hiệu hoặc chữ; để trống nếu báo cáo không bằng văn bản"
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          value={value && typed === '' ? nameOf(value) : typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            if (value) onChange(null);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
          onClick={() => combobox.openDropdown()}
          onKeyDown={(event) => {
            // a list that opened by itself would take the first Enter of the form
            if (event.key === 'ArrowDown') combobox.openDropdown();
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={label} className={classes.options ?? ''}>
          {rows.length === 0 ? <Combobox.Empty>{found.isFetching ? 'Đang tìm…' : late === '' ? `Chưa có văn bản đến nào của ${organName}` : 'Không có văn bản đến nào như vậy'}</Combobox.Empty> : null}
          {rows.map((row) => (
            <Combobox.Option key={row.id} value={String(row.id)}>
              <strong>
                {row.number} · <MarkedText text={row.code} words={words} />
              </strong>
              <small>{shortDate(row.arrivalDate)}</small>
              <span>
                <MarkedText text={row.subject} words={words} />
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

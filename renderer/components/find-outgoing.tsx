import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { shortDate } from '../../shared/domain/dates.ts';
import { engineQueries } from '../lib/engine.ts';
import { foldedWords } from '../lib/marked-words.ts';
import classes from './find-outgoing.module.css';
import { MarkedText } from './marked-text.tsx';

/** An outgoing dispatch as it is named beside another line. */
export interface NamedOutgoing {
  id: number;
  code: string | null;
  subject: string;
}

interface FindOutgoingProps {
  label: string;
  value: NamedOutgoing | null;
  onChange: (found: NamedOutgoing | null) => void;
  /** Drafts still without a number instead of numbered lines; the newest stand there before anything is typed. */
  drafts?: boolean;
  /** Not offered. */
  except?: readonly number[];
  error?: string | undefined;
}

const nameOf = ({ code, subject }: NamedOutgoing): string => `${code ?? 'Dự thảo'} · ${subject || 'chưa có trích yếu'}`;

/** Finds one outgoing dispatch by number, notation or words: a numbered one to link it, or a draft. */
export function FindOutgoing({ label, value, onChange, drafts = false, except = [], error }: FindOutgoingProps) {
  const [typed, setTyped] = useState('');
  const [left, setLeft] = useState(false);
  const late = useDeferredValue(typed.trim());
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const found = useQuery({ ...engineQueries.outgoing.list.queryOptions({ input: { ...(late !== '' && { text: late }), ...(drafts && { status: 'draft' }), limit: 12, exact: false } }), enabled: late !== '' || drafts, placeholderData: (before) => before });
  const idle = late === '' && !drafts;
  const rows = idle ? [] : (found.data?.rows ?? []).filter((row) => (row.code === null) === drafts && row.status !== 'cancelled' && !except.includes(row.id)).slice(0, 8);
  const words = foldedWords(late);
  return (
    <Combobox
      store={combobox}
      withinPortal
      onOptionSubmit={(id) => {
        const row = rows.find((each) => String(each.id) === id);
        if (!row) return;
        onChange({ id: row.id, code: row.code, subject: row.subject });
        setTyped('');
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <TextInput
          label={label}
          data-autofocus
          placeholder={drafts ? 'Chữ trong trích yếu, nơi nhận, người ký' : 'Số, ký hiệu hoặc chữ trong trích yếu'}
          autoComplete="off"
          spellCheck={false}
          value={value && typed === '' ? nameOf(value) : typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            if (value) onChange(null);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
          onFocus={(event) => {
            setLeft(false);
            if (value) event.currentTarget.select();
            else if (drafts) combobox.openDropdown();
          }}
          onBlur={() => {
            setLeft(true);
            combobox.closeDropdown();
          }}
          error={error ?? (left && late !== '' && value === null ? 'Chọn một văn bản trong danh sách hiện ra khi gõ.' : undefined)}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={idle}>
        <Combobox.Options aria-label={label} className={classes.options ?? ''}>
          {rows.length === 0 ? <Combobox.Empty>{found.isFetching ? 'Đang tìm…' : (drafts ? 'Không có dự thảo nào như vậy' : 'Không có văn bản đi nào như vậy')}</Combobox.Empty> : null}
          {rows.map((row) => (
            <Combobox.Option key={row.id} value={String(row.id)}>
              <strong>
                <MarkedText text={row.code ?? `…/${row.codeNotation}`} words={words} />
              </strong>
              <small>{row.issuedDate ? shortDate(row.issuedDate) : ''}</small>
              <span>
                <MarkedText text={row.subject || 'Chưa có trích yếu'} words={words} />
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

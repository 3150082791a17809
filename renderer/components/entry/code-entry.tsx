import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { readCode } from '../../../shared/domain/code-reading.ts';
import classes from './entry.module.css';
import { FieldNotes, type FieldNote } from './field-notes.tsx';

interface CodeEntryProps {
  value: string;
  onChange: (code: string) => void;
  /** Told when the field is left, with the code as it stands then. */
  onSettle: (code: string) => void;
  notes?: readonly FieldNote[];
  error?: string | undefined;
}

/** Số, ký hiệu as on the paper: tidied when the field is left, shown apart in number and notation, oddities said below it. */
export function CodeEntry({ value, onChange, onSettle, notes = [], error }: CodeEntryProps) {
  const [focused, setFocused] = useState(false);
  const { code, codeNumber, codeNotation, warnings } = readCode(value);
  const said: FieldNote[] = focused ? [] : warnings.map(({ message, better }) => ({ text: message, acts: better === undefined ? [] : [{ label: `Dùng ${better}`, run: () => (onChange(better), onSettle(better)) }] }));
  const apart = codeNumber !== '' && codeNotation !== '' ? `số ${codeNumber}, ký hiệu ${codeNotation}` : '';
  return (
    <div>
      <TextInput
        label={
          <>
            Số, ký hiệu
            {apart ? (
              <span className={classes.beside} aria-hidden>
                {apart}
              </span>
            ) : null}
          </>
        }
        data-entry="code"
        placeholder="2953/UBND-VP"
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false);
          if (code !== value) onChange(code);
          onSettle(code);
        }}
        error={error}
        styles={{ label: { maxWidth: '100%', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } }}
      />
      <FieldNotes notes={[...said, ...notes]} />
    </div>
  );
}

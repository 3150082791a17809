import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useSteady } from '../lib/use-steady.ts';
import classes from './line-list.module.css';
import { SuggestInput, type Suggestion } from './suggest-input.tsx';

interface LineListProps<Line> {
  label: string;
  /** The letter's field the lines belong to; line n answers to `field.n`. */
  field: string;
  lines: readonly Line[];
  onChange: (lines: Line[]) => void;
  textOf: (line: Line) => string;
  withText: (line: Line, text: string) => Line;
  newLine: () => Line;
  suggestions: readonly Suggestion[] | null;
  placeholder?: string;
  /** A second, smaller field of the line; `goOn` begins the next line, as Enter in the first field does. */
  beside?: (line: Line, change: (line: Line) => void, name: string, at: number, goOn: () => void) => ReactNode;
  hint?: ReactNode;
  /** Enter in the last line while it is empty is left to the form: on to the next field. */
  leaveOnEmpty?: boolean;
}

/**
 * Lines one writes one under another: Enter begins the next, Backspace in an empty one takes it away, Alt+↑ and Alt+↓
 * move it.
 */
export function LineList<Line>({ label, field, lines, onChange, textOf, withText, newLine, suggestions, placeholder, beside, hint, leaveOnEmpty = false }: LineListProps<Line>) {
  const list = useRef<HTMLDivElement>(null);
  const focusNext = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (focusNext.current === null) return;
    list.current?.querySelectorAll<HTMLInputElement>('[data-line] input[data-main]')[focusNext.current]?.focus();
    focusNext.current = null;
  });
  const shown = lines.length > 0 ? lines : [newLine()];

  // a key may take a name and go on to the next line at once; and when the names to choose from come late, two lines are
  // completed in one drawing: each change is one of what was handed out last
  const latest = useRef<readonly Line[]>(shown);
  useLayoutEffect(() => {
    latest.current = shown;
  });
  const replace = useSteady((at: number, line: Line): void => {
    latest.current = latest.current.map((each, index) => (index === at ? line : each));
    onChange([...latest.current]);
  });
  const put = useSteady((change: (lines: readonly Line[]) => Line[], focus: number): void => {
    focusNext.current = focus;
    latest.current = change(latest.current);
    onChange([...latest.current]);
  });
  const move = (at: number, by: -1 | 1): void => {
    const to = at + by;
    const line = shown[at];
    if (line === undefined || to < 0 || to >= shown.length) return;
    put((now) => now.toSpliced(at, 1).toSpliced(to, 0, line), to);
  };
  const begin = (at: number): void => put((now) => now.toSpliced(at, 0, newLine()), at);
  const remove = (at: number): void => put((now) => now.toSpliced(at, 1), Math.max(0, at - 1));

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, at: number): void => {
    const empty = event.currentTarget.value === '';
    if (leaveOnEmpty && event.key === 'Enter' && (event.shiftKey || (empty && at === shown.length - 1))) return;
    if (event.key === 'Enter' && !event.ctrlKey && !event.altKey) begin(at + 1);
    else if (event.key === 'Backspace' && empty && shown.length > 1) remove(at);
    else if (event.altKey && event.key === 'ArrowUp') move(at, -1);
    else if (event.altKey && event.key === 'ArrowDown') move(at, 1);
    else if (event.key === 'ArrowUp' && !event.altKey && at > 0) list.current?.querySelectorAll<HTMLInputElement>('[data-line] input[data-main]')[at - 1]?.focus();
    else if (event.key === 'ArrowDown' && !event.altKey && at < shown.length - 1) list.current?.querySelectorAll<HTMLInputElement>('[data-line] input[data-main]')[at + 1]?.focus();
    else return;
    event.preventDefault();
  };

  return (
    <div className={classes.list} ref={list} role="group" aria-label={label} data-field={field}>
      <div className={classes.label}>
        <span>{label}</span>
        {hint}
      </div>
      {shown.map((line, at) => (
        <div key={at} className={classes.line} data-line data-field={`${field}.${at}`}>
          <SuggestInput
            className={classes.main ?? ''}
            data-main
            aria-label={`${label}, dòng ${at + 1}`}
            placeholder={at === 0 ? placeholder : undefined}
            value={textOf(line)}
            onChange={(text) => replace(at, withText(line, text))}
            suggestions={suggestions}
            takeAndGo
            half="ask"
            onKeyDown={(event) => onKeyDown(event, at)}
            leftSection={<span aria-hidden>-</span>}
            leftSectionWidth={22}
          />
          {beside?.(line, (next) => replace(at, next), `${label}, dòng ${at + 1}`, at, () => begin(at + 1))}
          <ActionIcon variant="subtle" color="gray" size="sm" tabIndex={-1} aria-label={`Bỏ dòng ${at + 1} của ${label}`} onClick={() => remove(at)} style={{ visibility: shown.length > 1 || textOf(line) !== '' ? 'visible' : 'hidden' }}>
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
      {leaveOnEmpty && textOf(shown.at(-1) ?? newLine()) === '' ? null : (
        <Button size="compact-xs" variant="subtle" tabIndex={-1} leftSection={<IconPlus size={13} />} onClick={() => begin(shown.length)}>
          Thêm dòng
        </Button>
      )}
    </div>
  );
}

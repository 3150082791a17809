import { Button, Textarea } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useLayoutEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { Appendix, Letter } from '../../../shared/letter/letter.ts';
import { sayDone } from '../../components/say.tsx';
import { newAppendix } from './appendix-edits.ts';
import classes from './appendix-fold.module.css';
import { AppendixTable } from './appendix-table.tsx';

interface AppendixFoldProps {
  appendices: readonly Appendix[];
  /** Whether the pages are hidden and the form has the whole width. */
  wide: boolean;
  onWide: () => void;
  onChange: (change: (before: Letter) => Partial<Letter>) => void;
}

/** Phụ lục: tables that go with the letter. */
export function AppendixFold({ appendices, wide, onWide, onChange }: AppendixFoldProps) {
  const fold = useRef<HTMLDivElement>(null);
  const added = useRef(false);
  useLayoutEffect(() => {
    if (!added.current) return;
    added.current = false;
    // what is made is named next
    fold.current?.querySelector<HTMLTextAreaElement>(`[data-field="appendices.${appendices.length - 1}.title"]`)?.focus();
  }, [appendices.length]);
  const put = (at: number, make: (before: Appendix) => Appendix): void => onChange((letter) => ({ appendices: letter.appendices.map((each, index) => (index === at ? make(each) : each)) }));
  // the table one was at stays where the eyes are, however the rest moves
  const widen = (button: HTMLElement): void => {
    flushSync(onWide);
    button.closest('[data-field]')?.scrollIntoView({ block: 'start' });
  };
  const remove = (at: number): void => {
    const removed = appendices[at];
    onChange((letter) => ({ appendices: letter.appendices.toSpliced(at, 1) }));
    if (!removed) return;
    sayDone(`Đã bỏ phụ lục ${at + 1}.`, { label: 'Lấy lại phụ lục', run: () => onChange((letter) => ({ appendices: letter.appendices.toSpliced(at, 0, removed) })) });
  };
  return (
    <div ref={fold} className={classes.fold}>
      {appendices.length === 0 ? <p className={classes.empty}>Chưa có phụ lục. Phụ lục là một bảng in kèm văn bản, xuất được ra Word và Excel; dòng «Kèm theo Công văn số …» tự điền khi cấp số.</p> : null}
      {appendices.map((appendix, at) => (
        <div key={at} className={classes.appendix} data-field={`appendices.${at}`}>
          <div className={classes.head}>
            <Textarea
              label={appendices.length > 1 ? `Tên phụ lục ${at + 1}` : 'Tên phụ lục'}
              data-field={`appendices.${at}.title`}
              autosize
              minRows={1}
              value={appendix.title}
              onChange={(event) => {
                const title = event.currentTarget.value.replace(/\n+/g, ' ');
                put(at, (before) => ({ ...before, title }));
              }}
              // one name: Enter does not break it
              onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && event.preventDefault()}
            />
            <Button variant="default" size="xs" aria-pressed={wide} title={'Ctrl+\\'} onClick={(event) => widen(event.currentTarget)}>
              {wide ? 'Hiện trang giấy' : 'Mở rộng bảng'}
            </Button>
            <Button variant="default" size="xs" onClick={() => remove(at)}>
              Bỏ phụ lục
            </Button>
          </div>
          <AppendixTable appendix={appendix} name={`Phụ lục ${at + 1}`} field={`appendices.${at}.rows`} onChange={(make) => put(at, make)} />
        </div>
      ))}
      <div data-field="appendices">
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} />}
          onClick={() => {
            added.current = true;
            onChange((letter) => ({ appendices: [...letter.appendices, newAppendix()] }));
          }}
        >
          Thêm phụ lục
        </Button>
      </div>
    </div>
  );
}

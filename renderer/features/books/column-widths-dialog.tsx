import { Button, Group, Modal, NumberInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import type { PrintedBook } from '../../../shared/contract/printed-book.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { bookForm, columnWidths } from '../../../shared/report/book-form.ts';
import { bookWidthMm } from '../../../shared/report/book-page.ts';
import { columnWidthsProblem, readyWidthsMm } from '../../../shared/report/column-widths.ts';
import { sayDone } from '../../components/say.tsx';
import { engine, engineQueries } from '../../lib/engine.ts';
import { useKeyboardBack } from '../../lib/give-keyboard-back.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import classes from './column-widths-dialog.module.css';

interface ColumnWidthsDialogProps {
  book: PrintedBook;
  /** The office's own, mm; null when it follows the decree's sample. */
  kept: readonly number[] | null;
  onClose: () => void;
}

const whole = (widthsMm: readonly number[]): number[] => widthsMm.map((width) => Math.round(width * 10) / 10);
const same = (one: readonly number[], other: readonly number[]): boolean => one.length === other.length && one.every((width, at) => width === other[at]);
const said = (mm: number): string => mm.toFixed(1).replace(/\.0$/, '').replace('.', ',');

/** Enter goes on to the next column; on the last one it keeps the widths. */
function enterGoesOn(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || !(event.target instanceof HTMLInputElement)) return;
  const fields = [...event.currentTarget.querySelectorAll('input')];
  const next = fields[fields.indexOf(event.target) + 1];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.select();
}

/** How wide the columns of a book are printed: the decree's sample, roomy for long texts, or as the office wants them. */
export function ColumnWidthsDialog({ book, kept, onClose }: ColumnWidthsDialogProps) {
  useKeyboardBack();
  const queries = useQueryClient();
  const { title, columns } = bookForm(book);
  const decree = whole(readyWidthsMm(book, 'decree'));
  const roomy = whole(readyWidthsMm(book, 'roomy'));
  const [widths, setWidths] = useState<number[]>(() => (kept ? [...kept] : decree));
  const keep = useMutation({
    mutationFn: () => engine.settings.update({ bookColumns: { [book]: same(widths, decree) ? null : widths } }),
    onSuccess: async ({ notices: _, ...settings }: Settings & { notices: string[] }) => {
      queries.setQueryData(engineQueries.settings.get.queryKey(), settings);
      await queries.invalidateQueries({ queryKey: engineQueries.register.key() });
      sayDone(`Đã đổi bề rộng cột của ${title.charAt(0).toLowerCase()}${title.slice(1)}.`);
      onClose();
    },
  });
  const sum = widths.reduce((total, width) => total + width, 0);
  const onPaper = columnWidths(bookForm(book, widths), bookWidthMm);
  const problem = columnWidthsProblem(book, widths) ?? (keep.error ? refusalSentence(keep.error) : null);
  const spread = Math.abs(sum - bookWidthMm) < 0.6 ? '' : `; khi in được dãn đều cho vừa khổ giấy ${bookWidthMm} mm`;
  return (
    <Modal opened onClose={onClose} title={`Bề rộng cột: ${title}`} size={660}>
      <form
        onKeyDown={enterGoesOn}
        onSubmit={(event) => {
          event.preventDefault();
          if (problem === null || keep.isError) keep.mutate();
        }}
      >
        <Group gap="xs">
          <Button size="compact-sm" variant={same(widths, decree) ? 'light' : 'default'} onClick={() => setWidths(decree)}>
            Theo mẫu Nghị định 30
          </Button>
          <Button size="compact-sm" variant={same(widths, roomy) ? 'light' : 'default'} onClick={() => setWidths(roomy)}>
            Rộng cho trích yếu, nơi nhận dài
          </Button>
        </Group>
        <div className={classes.ruler} aria-hidden>
          {onPaper.map((width, at) => (
            <span key={at} style={{ flexGrow: Math.max(0.1, width) }}>
              ({at + 1})
            </span>
          ))}
        </div>
        <div className={classes.fields}>
          {columns.map(({ header }, at) => (
            <NumberInput
              key={at}
              {...(at === 0 ? { 'data-autofocus': true } : {})}
              label={`(${at + 1}) ${header}`}
              suffix=" mm"
              min={0}
              max={1000}
              decimalScale={1}
              decimalSeparator=","
              allowNegative={false}
              value={widths[at] ?? 0}
              onChange={(value) => setWidths(widths.with(at, typeof value === 'number' ? value : 0))}
            />
          ))}
        </div>
        <p className={classes.told} role="status" data-trouble={problem !== null || undefined}>
          {problem ?? `Cộng ${said(sum)} mm${spread}. Cách kẻ này được giữ cho cả cơ quan: trên màn hình, bản in, Excel và Word.`}
        </p>
        <Group justify="flex-end" gap="xs" mt="sm">
          <Button variant="default" onClick={onClose}>
            Thôi
          </Button>
          <Button type="submit" loading={keep.isPending} disabled={columnWidthsProblem(book, widths) !== null}>
            Giữ cách kẻ này
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

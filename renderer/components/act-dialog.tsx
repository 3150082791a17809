import { Button, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, type KeyboardEvent, type ReactNode } from 'react';
import { formatVietnameseNumber } from '../../shared/domain/vietnamese-number.ts';
import { registerChanged } from '../lib/after-change.ts';
import { useKeyboardBack } from '../lib/give-keyboard-back.ts';
import { refusalSentence } from '../lib/refusal-sentence.ts';
import { useJob } from '../lib/use-job.ts';
import { DialogButtons } from './dialog-buttons.tsx';
import { useAfterNames } from './entry/use-after-names.ts';
import { JobProgress } from './job-progress.tsx';
import { longAfter } from './run-long.tsx';
import { sayAct } from './use-undo.ts';

/** What an act did, or would do. */
export interface ActOutcome {
  changed: number;
  kept: number;
  act: number | null;
  notices: readonly string[];
}

interface ActDialogProps<Wanted, Outcome extends ActOutcome> {
  book: 'incoming' | 'outgoing';
  /** How many lines it is for. */
  amount: number;
  /** Of `văn bản` or `12 văn bản`. */
  title: (lines: string) => string;
  button: string;
  /** What is to be done; null while what was typed cannot be read or is not enough. */
  wanted: Wanted | null;
  /** Does it, or only counts; a long one goes on under the name of `job`. */
  call: (wanted: Wanted, preview: boolean, how: { signal?: AbortSignal; job?: string }) => Promise<Outcome>;
  /** What it will change line by line, of what a look beforehand answered. */
  lines?: (foreseen: Outcome) => ReactNode;
  /** What to say afterwards: `Đã chuyển 12 văn bản` of `12 văn bản`. */
  done: (changed: string) => string;
  onClose: () => void;
  onDone: () => void;
  children: ReactNode;
}

const lines = (amount: number): string => (amount === 1 ? 'văn bản' : `${formatVietnameseNumber(amount)} văn bản`);

/** Enter goes on to the next field, as in every form; on the last one, or with Ctrl, it does the act. */
function enterGoesOn(event: KeyboardEvent<HTMLFormElement>): void {
  const form = event.currentTarget;
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.defaultPrevented || !(event.target instanceof HTMLInputElement)) return;
  const fields = [...form.querySelectorAll<HTMLInputElement>('input:not([type="hidden"])')];
  const next = fields[fields.indexOf(event.target) + 1];
  if (!event.ctrlKey && !next) return;
  event.preventDefault();
  if (event.ctrlKey || !next) return form.requestSubmit();
  next.focus();
  next.select();
}

/** One act on one or many lines: says beforehand how many it will change, afterwards what it did and how to take it back. */
export function ActDialog<Wanted, Outcome extends ActOutcome = ActOutcome>({
  book,
  amount,
  title,
  button,
  wanted,
  call,
  lines: drawLines,
  done,
  onClose,
  onDone,
  children,
}: ActDialogProps<Wanted, Outcome>) {
  useKeyboardBack();
  const queries = useQueryClient();
  const late = useDeferredValue(wanted);
  const preview = useQuery({
    queryKey: [[book, 'act-preview'], title(''), amount, late],
    queryFn: ({ signal }) => call(late as Wanted, true, { signal }),
    enabled: late !== null,
    placeholderData: (before) => before,
    gcTime: 0,
  });
  const job = useJob();
  const act = useMutation({
    mutationFn: (what: Wanted) => job.run((name) => call(what, false, { job: name })),
    onSuccess: async (outcome) => {
      // stopped: what was typed stands there for another try
      if (outcome === null) return;
      const { changed, act: id, notices } = outcome;
      onClose();
      onDone();
      await registerChanged(queries);
      sayAct(queries, [changed === 0 ? 'Không dòng nào phải đổi.' : `${done(lines(changed))}.`, ...notices].join(' '), id);
    },
  });
  const { save, waiting } = useAfterNames(() => wanted !== null && act.mutate(wanted));
  const foreseen = late === null ? undefined : preview.data;
  const told = act.data === null ? 'Đã dừng; chưa dòng nào đổi.' : foreseen ? [`${formatVietnameseNumber(foreseen.changed)} sẽ đổi, ${formatVietnameseNumber(foreseen.kept)} giữ nguyên.`, ...foreseen.notices].join(' ') : '';
  // what is under way is stopped first
  const leave = (): void => (act.isPending ? job.stop() : onClose());
  const problem = act.error ?? (late === null ? null : preview.error);
  return (
    <Modal opened onClose={leave} title={title(lines(amount))} withCloseButton={false} {...(drawLines && amount > 1 ? { size: 'lg' } : {})}>
      <form
        onKeyDown={enterGoesOn}
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted !== null) save();
        }}
      >
        <Stack gap="sm">{children}</Stack>
        {foreseen && drawLines ? drawLines(foreseen) : null}
        <Text size="sm" mt="md" mb="xs" c={problem ? 'var(--seal)' : undefined} role="status" mih={20}>
          {problem ? refusalSentence(problem) : told}
        </Text>
        <JobProgress job={job} label="Đang ghi vào sổ" after={longAfter} />
        <DialogButtons>
          <Button variant="default" onClick={leave}>
            Thôi
          </Button>
          <Button type="submit" loading={act.isPending || waiting} disabled={wanted === null}>
            {button}
          </Button>
        </DialogButtons>
      </form>
    </Modal>
  );
}

import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sayDone, sayRefused } from '../../../components/say.tsx';
import { registerChanged } from '../../../lib/after-change.ts';
import { engine } from '../../../lib/engine.ts';
import { refusalSentence } from '../../../lib/refusal-sentence.ts';
import { arrivalText } from './entry-head.tsx';
import classes from './entry-screen.module.css';
import type { Registered } from './register-once.ts';

export interface JustDone extends Registered {
  /** What was entered, in a few words. */
  about: string;
}

/** The number just given, large for writing on the paper, and the way back named by its effect. */
export function JustRegistered({ done, onCancelled }: { done: JustDone; onCancelled: () => void }) {
  const [asking, setAsking] = useState(false);
  const number = arrivalText(done.arrivalNumber);
  return (
    <section className={classes.done} aria-label="Vừa vào sổ">
      <IconCheck size={20} aria-hidden />
      <div role="status">
        <p className={classes.line}>
          Đã vào sổ số <strong>{number}</strong>
          <span className={classes.about} title={done.about}>
            {done.about}
          </span>
        </p>
        {done.notices.map((notice) => (
          <p key={notice} className={classes.doneNotice}>
            {notice}
          </p>
        ))}
      </div>
      <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
        Hủy số này
      </Button>
      {asking ? <CancelNumber id={done.id} number={number} onClose={() => setAsking(false)} onCancelled={onCancelled} /> : null}
    </section>
  );
}

function CancelNumber({ id, number, onClose, onCancelled }: { id: number; number: string; onClose: () => void; onCancelled: () => void }) {
  const queries = useQueryClient();
  const [reason, setReason] = useState('Vào sổ nhầm');
  const cancel = useMutation({
    mutationFn: () => engine.incoming.cancel({ id, reason }),
    onSuccess: async () => {
      onClose();
      onCancelled();
      await registerChanged(queries);
      sayDone(`Đã hủy số đến ${number}; dòng vẫn đứng trong sổ, gạch ngang.`, { label: 'Lấy lại số này', run: () => void engine.incoming.restore({ id }).then(() => registerChanged(queries)).then(() => sayDone(`Đã lấy lại số đến ${number}.`), sayRefused) });
    },
  });
  return (
    <Modal opened onClose={onClose} title={`Hủy số đến ${number}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '' && !cancel.isPending) cancel.mutate();
        }}
      >
        <Text size="sm" mb="sm">
          Số này không cấp lại; dòng vẫn đứng trong sổ, gạch ngang, với lý do.
        </Text>
        <Textarea label="Lý do hủy" data-autofocus autosize minRows={1} maxRows={4} maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)} onFocus={(event) => event.currentTarget.select()} error={cancel.error ? refusalSentence(cancel.error) : undefined} onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing && !event.altKey) {
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }
        }} />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={onClose}>
            Giữ lại
          </Button>
          <Button type="submit" color="seal" loading={cancel.isPending} disabled={reason.trim() === ''}>
            Hủy số {number}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

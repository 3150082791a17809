import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { registerChanged } from '../../lib/after-change.ts';
import { useKeyboardBack } from '../../lib/give-keyboard-back.ts';
import { ReasonDialog } from '../reason-dialog.tsx';
import { sayDone, sayRefused } from '../say.tsx';
import classes from './entry-desk.module.css';

/** What the book just gave. */
export interface JustDone {
  id: number;
  /** The number, or number and notation, as it is written on the paper. */
  number: string;
  /** What was entered, in a few words. */
  about: string;
  notices: readonly string[];
}

interface JustEnteredProps {
  done: JustDone;
  /** «Đã vào sổ số», «Đã cấp số». */
  verb: string;
  cancel: (reason: string) => Promise<{ id: number; notices?: readonly string[] | undefined }>;
  restore: () => Promise<unknown>;
  onCancelled: () => void;
  /** Opens what was just entered where it can be mended. */
  edit: () => void;
}

/** The number just given, large for writing on the paper, and the way back named by its effect. */
export function JustEntered({ done, verb, cancel, restore, onCancelled, edit }: JustEnteredProps) {
  const [asking, setAsking] = useState(false);
  return (
    <section className={classes.done} aria-label="Vừa vào sổ">
      <IconCheck size={20} aria-hidden />
      <div role="status">
        <p className={classes.line}>
          {verb} <strong>{done.number}</strong>
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
      <Button size="compact-sm" variant="default" onClick={edit}>
        Sửa
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
        Hủy số này
      </Button>
      {asking ? <CancelNumber number={done.number} cancel={cancel} restore={restore} onClose={() => setAsking(false)} onCancelled={onCancelled} /> : null}
    </section>
  );
}

type CancelNumberProps = Pick<JustEnteredProps, 'cancel' | 'restore' | 'onCancelled'> & { number: string; onClose: () => void };

function CancelNumber({ number, cancel, restore, onClose, onCancelled }: CancelNumberProps) {
  useKeyboardBack();
  const queries = useQueryClient();
  const act = async (reason: string): Promise<void> => {
    const { notices = [] } = await cancel(reason);
    onCancelled();
    await registerChanged(queries);
    const back = (): void => void restore().then(() => registerChanged(queries)).then(() => sayDone(`Đã lấy lại số ${number}.`), sayRefused);
    sayDone([`Đã hủy số ${number}; dòng vẫn đứng trong sổ, gạch ngang.`, ...notices].join(' '), { label: 'Lấy lại số này', run: back });
  };
  return <ReasonDialog opened onClose={onClose} title={`Hủy số ${number}`} told="Số này không cấp lại; dòng vẫn đứng trong sổ, gạch ngang, với lý do." label="Lý do hủy" button={`Hủy số ${number}`} stay="Giữ lại" usual="Vào sổ nhầm" act={act} />;
}

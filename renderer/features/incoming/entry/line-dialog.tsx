import { Button, Group, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { shortDate } from '../../../../shared/domain/dates.ts';
import { sizeText } from '../../../../shared/domain/paper-files.ts';
import { sayRefused } from '../../../components/say.tsx';
import { engine, engineQueries } from '../../../lib/engine.ts';
import { host } from '../../../lib/host.ts';
import { useKeyboardBack } from '../../../lib/give-keyboard-back.ts';
import { refusalSentence } from '../../../lib/refusal-sentence.ts';
import classes from './entry-screen.module.css';

const openFile = (id: number, ordinal: number, name: string): void =>
  void engine.incoming
    .file({ id, ordinal })
    .then(async (file) => host.openFile({ name, bytes: new Uint8Array(await file.arrayBuffer()) }))
    .catch(sayRefused);

/** The other line, looked at without leaving the form. */
export function LineDialog({ id, onClose }: { id: number; onClose: () => void }) {
  useKeyboardBack();
  const navigate = useNavigate();
  const { data: line, error } = useQuery(engineQueries.incoming.get.queryOptions({ input: { id } }));
  const facts: [string, string][] = line
    ? [
        ['Nơi gửi', line.organName],
        ['Số, ký hiệu', line.code],
        ['Ngày văn bản', line.issuedDate ? shortDate(line.issuedDate) : ''],
        ['Ngày đến', shortDate(line.arrivalDate)],
        ['Trích yếu', line.subject],
        ['Chuyển cho', line.toPlaces],
        ['Ghi chú', line.note ?? ''],
      ]
    : [];
  return (
    <Modal opened onClose={onClose} title={line ? `Số đến ${line.number} năm ${line.year}` : 'Dòng trong sổ'} size={560}>
      {error ? <p role="alert">{refusalSentence(error)}</p> : null}
      <dl className={classes.facts}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <Group gap="xs" mb="md">
        {line?.files.map(({ ordinal, name, size }) => (
          <Button key={ordinal} size="compact-sm" variant="default" onClick={() => openFile(id, ordinal, name)}>
            {name} · {sizeText(size)}
          </Button>
        ))}
      </Group>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => void navigate(`/van-ban-den?id=${id}`)}>
          Mở trong sổ, giữ phiếu gõ dở
        </Button>
        <Button data-autofocus onClick={onClose}>
          Nhập tiếp
        </Button>
      </Group>
    </Modal>
  );
}

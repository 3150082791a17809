import { ActionIcon, Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { oneLine } from '../../../../shared/domain/vietnamese-text.ts';
import { sayDone, sayRefused } from '../../../components/say.tsx';
import { SuggestInput } from '../../../components/suggest-input.tsx';
import { engine, engineQueries } from '../../../lib/engine.ts';
import { useKeyboardBack } from '../../../lib/give-keyboard-back.ts';
import { refusalSentence } from '../../../lib/refusal-sentence.ts';
import classes from './entry-screen.module.css';

interface ModelsDialogProps {
  /** What the present form would keep as a model. */
  present: Record<string, unknown>;
  onTake: (content: Record<string, unknown>) => void;
  onClose: () => void;
}

const kind = 'incoming-model' as const;
const asked = engineQueries.saved.list.queryOptions({ input: { kind } });

/** Entry models by name: one is taken by typing its name, the present form is kept as one, one that is not needed goes. */
export function ModelsDialog({ present, onTake, onClose }: ModelsDialogProps) {
  useKeyboardBack();
  const queries = useQueryClient();
  const models = useQuery(asked);
  const [wanted, setWanted] = useState('');
  const [name, setName] = useState('');
  const rows = models.data?.rows;
  const names = useMemo(() => rows?.map((row) => ({ name: row.name })) ?? null, [rows]);
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: engineQueries.saved.key() });
  const newName = oneLine(name);
  const replaces = names?.some((each) => each.name === newName) ?? false;

  const keep = useMutation({
    mutationFn: () => engine.saved.put({ kind, name: newName, content: present }),
    onSuccess: async () => {
      await again();
      sayDone(`Đã giữ mẫu «${newName}».`);
      onClose();
    },
  });
  const remove = (gone: string): void => {
    const content = rows?.find((row) => row.name === gone)?.content ?? {};
    void engine.saved.remove({ kind, name: gone }).then(async () => {
      await again();
      sayDone(`Đã bỏ mẫu «${gone}».`, { label: 'Lấy lại', run: () => void engine.saved.put({ kind, name: gone, content }).then(again, sayRefused) });
    }, sayRefused);
  };
  // a name may be typed and taken before the models have been read
  const take = (chosen: string): void =>
    void queries.ensureQueryData(asked).then((read) => {
      const found = read.rows.find((row) => row.name === chosen);
      if (found) onTake(found.content);
    }, sayRefused);

  return (
    <Modal opened onClose={onClose} title="Mẫu nhập" size={520}>
      <SuggestInput
        label="Lấy mẫu theo tên"
        data-autofocus
        placeholder={names?.length === 0 ? 'chưa có mẫu nào' : 'gõ tên, hoặc chữ đầu; ↓ xem tất cả'}
        value={wanted}
        onChange={setWanted}
        suggestions={names}
        onTake={take}
        offerAll
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) take(wanted.trim());
        }}
      />
      {models.error ? <p role="alert">{refusalSentence(models.error)}</p> : null}
      <ul className={classes.models}>
        {names?.map((model) => (
          <li key={model.name}>
            <button type="button" onClick={() => take(model.name)}>
              {model.name}
            </button>
            <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`Bỏ mẫu ${model.name}`} onClick={() => remove(model.name)}>
              <IconTrash size={14} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (newName !== '' && !keep.isPending) keep.mutate();
        }}
      >
        <TextInput label="Giữ phiếu đang nhập thành mẫu" placeholder="Giấy mời họp của Sở Tài chính" maxLength={100} autoComplete="off" value={name} onChange={(event) => setName(event.currentTarget.value)} error={keep.error ? refusalSentence(keep.error) : undefined} />
        <Text size="xs" c="dimmed" mt={4}>
          Mẫu giữ mọi ô trừ số, ký hiệu và các ngày; hạn được giữ theo số ngày sau ngày đến.
        </Text>
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={onClose}>
            Đóng
          </Button>
          <Button type="submit" disabled={newName === '' || Object.keys(present).length === 0} loading={keep.isPending}>
            {replaces ? 'Thay mẫu cùng tên' : 'Giữ mẫu'}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

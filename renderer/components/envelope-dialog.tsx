import { Button, Checkbox, Group, Modal } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { envelopeNames } from '../../shared/domain/directory/envelope-names.ts';
import { formatVietnameseNumber } from '../../shared/domain/vietnamese-number.ts';
import { engine, engineQueries } from '../lib/engine.ts';
import { refusalSentence } from '../lib/refusal-sentence.ts';
import { openOwn } from '../lib/save-out.ts';
import classes from './envelope-dialog.module.css';

interface EnvelopeDialogProps {
  id: number;
  addressees: readonly string[];
  opened: boolean;
  onClose: () => void;
}

/** Phong bì: one for every addressee that is ticked; who stands behind a group is named one by one. */
export function EnvelopeDialog({ id, addressees: lines, opened, onClose }: EnvelopeDialogProps) {
  const expanded = useQuery({ ...engineQueries.groups.expand.queryOptions({ input: { lines: [...lines] } }), enabled: opened });
  // until the directory has answered nothing can be printed by what is not known yet
  const addressees = expanded.data ? envelopeNames(expanded.data.rows) : lines;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const to = addressees.filter((name) => !left.has(name));
  const make = useMutation({ mutationFn: async () => openOwn(await engine.sheets.envelope({ id, to })), onSuccess: onClose });
  const all = to.length === addressees.length;
  return (
    <Modal opened={opened} onClose={onClose} title="In phong bì">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <Checkbox data-autofocus label={`Tất cả ${formatVietnameseNumber(addressees.length)} nơi`} checked={all} indeterminate={!all && to.length > 0} onChange={() => setLeft(all ? new Set(addressees) : new Set())} />
        <div className={classes.names} tabIndex={0} role="group" aria-label="Nơi nhận phong bì">
          {addressees.map((name) => (
            <Checkbox
              key={name}
              label={name}
              checked={!left.has(name)}
              onChange={(event) => {
                const next = new Set(left);
                if (event.currentTarget.checked) next.delete(name);
                else next.add(name);
                setLeft(next);
              }}
            />
          ))}
        </div>
        {(make.error ?? expanded.error) ? (
          <p role="alert" className={classes.refused}>
            {refusalSentence(make.error ?? expanded.error)}
          </p>
        ) : null}
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={onClose}>
            Thôi
          </Button>
          <Button type="submit" disabled={to.length === 0 || expanded.isPending} loading={make.isPending}>
            Mở {formatVietnameseNumber(to.length)} phong bì để in
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

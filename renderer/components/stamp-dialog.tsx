import { Button, Group, Modal, NumberInput, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AttachedFile } from '../../shared/contract/incoming.ts';
import { engine } from '../lib/engine.ts';
import { refusalSentence } from '../lib/refusal-sentence.ts';
import { openOut } from '../lib/save-out.ts';
import { lastStampPlace, rememberStampPlace, stampPapers, withinPaper, type StampPaper } from '../lib/stamp-place.ts';
import classes from './stamp-dialog.module.css';
import { StampPaperPicture } from './stamp-paper.tsx';

interface StampDialogProps {
  id: number;
  files: readonly AttachedFile[];
  opened: boolean;
  onClose: () => void;
}

const paperSheet = 'paper';

/** Dấu «ĐẾN»: on a sheet that is printed over the paper, or onto a copy of a PDF kept with the line. */
export function StampDialog({ id, files, opened, onClose }: StampDialogProps) {
  const [{ paper, place }, setPlaced] = useState(lastStampPlace);
  const [target, setTarget] = useState(paperSheet);
  const [page, setPage] = useState(1);
  const pdfs = files.filter(({ name }) => /\.pdf$/i.test(name));
  const onPdf = target !== paperSheet;
  const make = useMutation({
    mutationFn: async () => {
      rememberStampPlace(paper, place);
      const file = onPdf ? await engine.sheets.stamped({ id, ordinal: Number(target), page, ...place }) : await engine.sheets.stamp({ id, paper, ...place });
      await openOut(file);
    },
    onSuccess: onClose,
  });
  const move = (next: Partial<typeof place>): void => setPlaced({ paper, place: withinPaper({ ...place, ...next }, paper) });

  return (
    <Modal opened={opened} onClose={onClose} title="Dấu ĐẾN" size={620}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <StampPaperPicture paper={paper} place={place} onPlace={(next) => setPlaced({ paper, place: next })} />
        <div className={classes.fields}>
          <Select
            label="Đóng dấu lên"
            data-autofocus
            allowDeselect={false}
            data={[{ value: paperSheet, label: 'Tờ giấy đã nhận (in đè)' }, ...pdfs.map(({ ordinal, name }) => ({ value: String(ordinal), label: `Bản sao của ${name}` }))]}
            value={target}
            onChange={(value) => setTarget(value ?? paperSheet)}
          />
          {onPdf ? (
            <NumberInput label="Trang" min={1} max={10_000} allowDecimal={false} value={page} onChange={(value) => setPage(typeof value === 'number' && value >= 1 ? value : 1)} />
          ) : (
            <Select
              label="Khổ giấy"
              allowDeselect={false}
              data={Object.keys(stampPapers)}
              value={paper}
              onChange={(value) => {
                const next = (value ?? 'A4') as StampPaper;
                setPlaced({ paper: next, place: withinPaper(place, next) });
              }}
            />
          )}
          <div className={classes.pair}>
            <NumberInput label="Cách mép trái, mm" min={0} max={1200} value={place.xMm} onChange={(value) => typeof value === 'number' && move({ xMm: value })} />
            <NumberInput label="Cách mép trên, mm" min={0} max={1200} value={place.yMm} onChange={(value) => typeof value === 'number' && move({ yMm: value })} />
          </div>
          <p className={classes.hint}>
            {onPdf ? 'Dấu được in vào một bản sao; tệp gốc kèm văn bản giữ nguyên.' : 'Đặt tờ giấy đã nhận vào máy in, in ở cỡ thật (100 %), không co cho vừa trang.'}
          </p>
          {make.error ? (
            <p role="alert" className={classes.refused}>
              {refusalSentence(make.error)}
            </p>
          ) : null}
          <Group justify="flex-end" gap="xs" mt="auto">
            <Button variant="default" onClick={onClose}>
              Thôi
            </Button>
            <Button type="submit" loading={make.isPending}>
              {onPdf ? 'Mở bản PDF có dấu' : 'Mở tờ dấu để in'}
            </Button>
          </Group>
        </div>
      </form>
    </Modal>
  );
}

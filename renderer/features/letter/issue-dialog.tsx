import { Button, Group, Modal } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { shortDate, yearOf, type IsoDate } from '../../../shared/domain/dates.ts';
import { dateNotices, yearIsSlip } from '../../../shared/domain/issue-date.ts';
import { codeOf, commonSeries } from '../../../shared/domain/numbering.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { DayField } from '../../components/day-field.tsx';
import { outgoingChanged } from '../../lib/after-change.ts';
import { engine, engineQueries } from '../../lib/engine.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { today } from '../../lib/today.ts';
import classes from './issue-dialog.module.css';
import type { JustIssued } from './just-issued.tsx';
import type { KeptLine } from './letter-session.ts';

interface IssueDialogProps {
  /** The draft as this desk knows it. */
  line: KeptLine;
  letter: Letter;
  series: string | null;
  onClose: () => void;
  onIssued: (issued: JustIssued) => void;
}

/** Asks once before the number is given: shows what becomes final, and what is unusual. */
export function IssueDialog({ line: { id, revision }, letter, series, onClose, onIssued }: IssueDialogProps) {
  const queries = useQueryClient();
  const [day, setDay] = useState<IsoDate | null>(letter.issuedDate ?? today());
  const books = useQuery({ ...engineQueries.books.list.queryOptions({ input: {} }), staleTime: 0 });
  const year = yearOf(day ?? today());
  const book = books.data?.rows.find((each) => each.kind === 'outgoing' && each.year === year && each.series === (series ?? commonSeries));
  const code = books.data ? codeOf(book?.next ?? 1, letter.codeNotation) : null;

  const issue = useMutation({
    mutationFn: () => engine.outgoing.issue({ id, issuedDate: day, revision }),
    onSuccess: async (issued) => {
      onIssued({ code: issued.code, issuedDate: issued.issuedDate, notices: issued.notices });
      await outgoingChanged(queries);
    },
    // the number may have been taken though the answer was lost: the letter is read again, and shows it if so
    onError: () => outgoingChanged(queries),
  });

  const slip = day !== null && yearIsSlip(day, today());
  const warnings = [
    ...(day === null || !books.data ? [] : dateNotices(day, today(), { open: book?.open ?? year >= yearOf(today()), lastDate: book?.lastDate ?? null })),
    letter.appendices.some((appendix) => appendix.title.trim() === '') ? 'Có phụ lục chưa có tên.' : null,
  ].filter((sentence) => sentence !== null);

  return (
    <Modal opened onClose={onClose} title="Cấp số" size={560}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (day !== null && !slip && !issue.isPending) issue.mutate();
        }}
      >
        <p className={classes.code}>{code ?? '…'}</p>
        <dl className={classes.final}>
          <div>
            <dt>Trích yếu</dt>
            <dd>{letter.subject}</dd>
          </div>
          <div>
            <dt>Kính gửi</dt>
            <dd>{letter.addressees.filter((name) => name.trim() !== '').join('; ')}</dd>
          </div>
          <div>
            <dt>Người ký</dt>
            <dd>{[letter.signer.fullName, letter.signer.position].filter(Boolean).join(', ')}</dd>
          </div>
          <div>
            <dt>Phụ lục</dt>
            <dd>{letter.appendices.length === 0 ? 'không có' : letter.appendices.map((appendix) => appendix.title || 'chưa có tên').join('; ')}</dd>
          </div>
        </dl>
        <DayField label="Ngày văn bản" value={day} onChange={setDay} autoFocus required />
        {slip ? (
          <p className={classes.refused} role="alert">
            Năm của ngày văn bản {shortDate(day)} còn quá xa; kiểm tra lại ngày để số không vào nhầm sổ.
          </p>
        ) : null}
        {warnings.map((sentence) => (
          <p key={sentence} className={classes.warning}>
            {sentence}
          </p>
        ))}
        <p className={classes.note}>Cấp số xong, nội dung và ngày không sửa được nữa; sai thì hủy số với lý do và soạn văn bản thay thế.</p>
        {issue.error ? (
          <p className={classes.refused} role="alert">
            {refusalSentence(issue.error)}
          </p>
        ) : null}
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={onClose}>
            Để sau
          </Button>
          <Button type="submit" loading={issue.isPending} disabled={day === null || slip || code === null}>
            Cấp số {code}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

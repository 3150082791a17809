import { Button, Modal, TextInput } from '@mantine/core';
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { wrongSumRule, wrongSums } from '../../../shared/letter/letter-problems.ts';
import { shortDate, yearOf, type IsoDate } from '../../../shared/domain/dates.ts';
import { notationMismatch } from '../../../shared/domain/notation.ts';
import { commonSeries } from '../../../shared/domain/numbering.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { BackdateReason } from '../../components/entry/backdate-reason.tsx';
import { DayField } from '../../components/day-field.tsx';
import { registerChanged } from '../../lib/after-change.ts';
import { engine, engineQueries } from '../../lib/engine.ts';
import { keptSentence } from '../../lib/kept-sentence.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { today } from '../../lib/today.ts';
import classes from './issue-dialog.module.css';
import { issueNumber } from './issue-number.ts';
import type { JustIssued } from './just-issued.tsx';
import type { KeptLine } from './letter-session.ts';
import { dueInWords } from './obligation-words.ts';
import { NumberChoice } from './number-choice.tsx';

interface IssueDialogProps {
  /** The draft as this desk knows it. */
  line: KeptLine;
  letter: Letter;
  series: string | null;
  /** The notation the office's công văn usually take. */
  officeNotation: string | null;
  /** The line of a kept number it came here to take. */
  kept: number | null;
  onClose: () => void;
  onIssued: (issued: JustIssued) => void;
}

/** Asks once before the number is given: which number, what becomes final, and what is unusual. */
export function IssueDialog({ line: { id, revision }, letter, series, officeNotation, kept: keptAtFirst, onClose, onIssued }: IssueDialogProps) {
  const queries = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [day, setDay] = useState<IsoDate | null>(letter.issuedDate ?? today());
  const [keptId, setKeptId] = useState(keptAtFirst);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [sumReason, setSumReason] = useState('');
  const sums = wrongSums(letter);
  const books = useQuery({ ...engineQueries.books.list.queryOptions({ input: {} }), staleTime: 0 });
  const reserved = useQuery({ ...engineQueries.outgoing.list.queryOptions({ input: { view: 'reserved', year: yearOf(day ?? today()), limit: 200 }, placeholderData: (before) => before }), staleTime: 0 });
  const kept = useQuery({ ...engineQueries.outgoing.get.queryOptions({ input: keptId === null ? skipToken : { id: keptId } }), staleTime: 0 });
  // another series' numbers are for other papers; the one that was chosen before coming here stays on offer
  const chosen = keptId === null ? null : (kept.data ?? null);
  const fitting = (reserved.data?.rows ?? []).filter((row) => row.series === (series ?? commonSeries) || row.id === keptAtFirst);
  const offered = chosen === null || fitting.some((row) => row.id === chosen.id) ? fitting : [chosen, ...fitting];
  const number = issueNumber({ day, today: today(), codeNotation: letter.codeNotation, series, books: books.data?.rows, kept: chosen });
  const code = keptId !== null && chosen === null ? null : number.code;

  const issue = useMutation({
    mutationFn: () => engine.outgoing.issue({ id, issuedDate: day, revision, ...(keptId !== null && { reserved: keptId }), ...(number.backdated && { backdateReason: reason.trim() }), ...(sums.length > 0 && { accept: [{ rule: wrongSumRule, reason: sumReason.trim() }] }) }),
    onSuccess: async (issued) => {
      onIssued({ code: issued.code, issuedDate: issued.issuedDate, notices: issued.notices });
      await registerChanged(queries);
    },
    // the number may have been taken though the answer was lost: the letter is read again, and shows it if so
    onError: () => registerChanged(queries),
  });
  const give = (): void => {
    if (day === null || number.refused !== null || code === null || issue.isPending) return;
    if (number.backdated && reason.trim() === '') {
      setAsked(true);
      form.current?.querySelector<HTMLElement>('[data-entry="backdateReason"]')?.focus();
      return;
    }
    if (sums.length > 0 && sumReason.trim() === '') {
      setAsked(true);
      form.current?.querySelector<HTMLElement>('[data-entry="sumReason"]')?.focus();
      return;
    }
    issue.mutate();
  };

  const keptLost = kept.isError ? refusalSentence(kept.error) : null;
  const mismatch = notationMismatch(letter.typeName, letter.codeNotation, officeNotation);
  const warnings = [...number.warnings, ...(mismatch === null ? [] : [mismatch]), ...(letter.appendices.some((appendix) => appendix.title.trim() === '') ? ['Có phụ lục chưa có tên.'] : []), ...letter.obligations.filter(({ due }) => day !== null && due !== null && due < day).map(({ what, due }) => `Hạn ${shortDate(due ?? '')} của việc «${what}» đã qua trước ngày văn bản.`)];

  return (
    <Modal opened onClose={onClose} title="Cấp số" size={560}>
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          give();
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
          {letter.obligations.length > 0 ? (
            <div>
              <dt>Theo dõi</dt>
              <dd>
                {letter.obligations.map((obligation, index) => (
                  <span key={index} className={classes.obligation}>
                    {obligation.agencies.filter((name) => name.trim() !== '').join('; ')}: {obligation.what}, {dueInWords(obligation)}
                  </span>
                ))}
              </dd>
            </div>
          ) : null}
        </dl>
        {offered.length > 0 || keptId !== null ? <NumberChoice next={number.next} offered={offered} value={keptId} onChange={setKeptId} told={chosen ? keptSentence(chosen) : null} /> : null}
        <DayField label="Ngày văn bản" value={day} onChange={setDay} autoFocus required />
        {(number.refused ?? keptLost) ? (
          <p className={classes.refused} role="alert">
            {number.refused ?? keptLost}
          </p>
        ) : null}
        {warnings.map((sentence) => (
          <p key={sentence} className={classes.warning}>
            {sentence}
          </p>
        ))}
        {number.backdated ? (
          <div className={classes.reason}>
            <BackdateReason value={reason} onChange={setReason} error={asked && reason.trim() === '' ? 'Ghi vì sao số được cấp với ngày lùi.' : undefined} />
          </div>
        ) : null}
        {sums.length > 0 ? (
          <div className={classes.reason}>
            {sums.slice(0, 3).map(({ field, message }) => (
              <p key={field} className={classes.refused} role="alert">
                {message}
              </p>
            ))}
            {sums.length > 3 ? <p className={classes.refused}>Còn {sums.length - 3} dòng cộng nữa không khớp.</p> : null}
            <TextInput
              data-entry="sumReason"
              label="Lý do vẫn cấp số khi số cộng không khớp"
              maxLength={500}
              autoComplete="off"
              value={sumReason}
              onChange={(event) => setSumReason(event.currentTarget.value)}
              error={asked && sumReason.trim() === '' ? 'Sửa lại bảng, hoặc ghi vì sao vẫn phát hành số cộng này.' : undefined}
            />
          </div>
        ) : null}
        <p className={classes.note}>Cấp số xong, nội dung và ngày không sửa được nữa; sai thì hủy số với lý do và soạn văn bản thay thế.</p>
        {issue.error ? (
          <p className={classes.refused} role="alert">
            {refusalSentence(issue.error)}
          </p>
        ) : null}
        <DialogButtons>
          <Button variant="default" onClick={onClose}>
            Để sau
          </Button>
          <Button type="submit" loading={issue.isPending} disabled={day === null || number.refused !== null || code === null}>
            {number.backdated ? 'Cấp số lùi ngày' : 'Cấp số'} {code}
          </Button>
        </DialogButtons>
      </form>
    </Modal>
  );
}

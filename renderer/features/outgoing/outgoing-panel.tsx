import { Button, Menu } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import type { Outgoing } from '../../../shared/contract/outgoing.ts';
import { shortDate, weekdayOf } from '../../../shared/domain/dates.ts';
import { namedPlaces } from '../../../shared/report/printed-row.ts';
import { CancelLetterDialog } from '../../components/cancel-letter-dialog.tsx';
import { priorityWords } from '../../components/changed-fields.ts';
import { HistoryList } from '../../components/history-list.tsx';
import { LetterFileButtons } from '../../components/letter-file-buttons.tsx';
import { Fact } from '../../components/line-fact.tsx';
import facts from '../../components/line-facts.module.css';
import { LineFiles, useAddFiles, type AddedFiles } from '../../components/line-files.tsx';
import { LinePanel } from '../../components/line-panel.tsx';
import { LineTag } from '../../components/line-tag.tsx';
import { ButtonKey } from '../../components/register-list/button-key.tsx';
import { sayDone, sayRefused } from '../../components/say.tsx';
import { OutgoingSheets } from '../../components/sheet-buttons.tsx';
import { StatusSign } from '../../components/status-sign.tsx';
import { sayAct } from '../../components/use-undo.ts';
import { registerChanged } from '../../lib/after-change.ts';
import { engine, engineQueries } from '../../lib/engine.ts';
import { refusalCode } from '../../lib/refusal-sentence.ts';
import { wantsToWrite } from '../../lib/write-beside.ts';
import { endedSentence } from './ended-sentence.ts';
import { KeptNumberActs } from './kept-number-acts.tsx';
import { MarkDialog, type Mark } from './mark-dialog.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { RecipientsPart } from './recipients-part.tsx';

/** The open line of the list: details, links, files, history, and what can be done with it. */
export function OutgoingPanel({ id, onClose }: { id: number; onClose: () => void }) {
  const letter = useQuery(engineQueries.outgoing.get.queryOptions({ input: { id } }));
  const added = useAddFiles(async (files) => (await engine.outgoing.attach({ id, files })).notices);
  return (
    <LinePanel line={letter} head={(known) => known.code ?? `…/${known.codeNotation}`} sign={(known) => <StatusSign status={known.status} />} onClose={onClose} onDrop={added.add}>
      {(known) => <LetterDetails letter={known} added={added} />}
    </LinePanel>
  );
}

function LetterDetails({ letter, added }: { letter: Outgoing; added: AddedFiles }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [cancelling, setCancelling] = useState(false);
  const [mark, setMark] = useState<Mark | null>(null);
  const come = useLocation();
  const [noting, setNoting] = useState(wantsToWrite(come.state) && letter.codeNumber !== null);
  const restore = useMutation({
    mutationFn: () => engine.outgoing.restore({ id: letter.id }),
    onSuccess: async ({ notices = [] }) => {
      await registerChanged(queries);
      sayDone([letter.code ? `Đã lấy lại số ${letter.code}.` : 'Đã lấy lại dự thảo.', ...notices].join(' '));
    },
    onError: sayRefused,
  });
  const unmark = useMutation({
    mutationFn: () => engine.outgoing.mark({ ids: [letter.id], status: 'issued' }),
    onSuccess: async ({ act, notices }) => {
      await registerChanged(queries);
      sayAct(queries, [`Số ${letter.code ?? ''} lại là đã cấp số, chưa gửi.`, ...notices].join(' '), act);
    },
    onError: sayRefused,
  });

  const discard = useMutation({
    mutationFn: () => engine.outgoing.discard({ id: letter.id, revision: letter.revision }),
    onSuccess: async ({ act }) => {
      await registerChanged(queries);
      sayAct(queries, 'Đã bỏ dự thảo.', act);
    },
    onError: (error) => {
      sayRefused(error);
      // what others have seen goes with a reason
      if (refusalCode(error) === 'NOT_ALLOWED') setCancelling(true);
    },
  });

  const { status, code } = letter;
  const written = letter.origin === 'letter';
  const numbered = !['draft', 'reserved', 'used', 'cancelled'].includes(status);
  const ended = endedSentence(letter);
  const signer = [letter.signer.competence?.replaceAll('\n', ' / '), letter.signer.position].filter(Boolean).join(' / ');
  const attached = letter.files.filter(({ role }) => role === 'attached');
  return (
    <>
      {ended ? (
        <p className={facts.ended}>
          {ended}
          {letter.by ? (
            <>
              {' '}
              <Link to={`/van-ban-di?id=${letter.by.id}`}>{letter.by.code ?? 'Dự thảo'}</Link>
            </>
          ) : null}
        </p>
      ) : null}
      {letter.backdated !== null ? <p className={facts.told}>Cấp số lùi ngày{letter.backdated ? `: ${letter.backdated}` : ', không ghi lý do'}</p> : null}
      {letter.reservedReason !== null ? <p className={facts.told}>Số được giữ: {letter.reservedReason}</p> : null}
      <p className={facts.subject}>{letter.subject || (status === 'used' ? 'Số đã sang văn bản khác' : status === 'reserved' ? 'Số đang giữ, chưa có văn bản' : 'Chưa có trích yếu')}</p>
      <dl className={facts.facts}>
        <Fact name="Loại">{letter.typeName}</Fact>
        <Fact name="Ngày">{letter.issuedDate ? `${shortDate(letter.issuedDate)}, ${weekdayOf(letter.issuedDate)}` : 'để trống đến khi cấp số'}</Fact>
        {letter.nextCode && status === 'draft' ? <Fact name="Sẽ cấp số">{letter.nextCode}</Fact> : null}
        {letter.priority ? (
          <Fact name="Độ khẩn">
            <LineTag tone="seal">{priorityWords[letter.priority]}</LineTag>
          </Fact>
        ) : null}
        {status === 'reserved' || status === 'used' ? null : (
          <>
            <Fact name="Kính gửi">{letter.addressees.join('; ') || '—'}</Fact>
            <Fact name="Nơi nhận">{letter.recipientNames || '—'}</Fact>
            <Fact name="Người ký">
              {letter.signer.fullName ?? '—'}
              {signer ? <small>{signer}</small> : null}
            </Fact>
          </>
        )}
        {letter.sentDate || letter.receipt ? (
          <Fact name="Ngày chuyển">
            {letter.sentDate ? shortDate(letter.sentDate) : '—'}
            {letter.receipt ? <small>ký nhận: {letter.receipt}</small> : null}
          </Fact>
        ) : null}
        {written ? <Fact name="Phụ lục">{letter.appendices.length === 0 ? 'không có' : letter.appendices.map((appendix) => appendix.title).join('; ')}</Fact> : null}
        {letter.note ? <Fact name="Ghi chú">{letter.note}</Fact> : null}
      </dl>
      <div className={facts.acts}>
        {status === 'reserved' ? <KeptNumberActs kept={letter} /> : null}
        {status === 'issued' ? <Button onClick={() => setMark('sent')}>Đã gửi…</Button> : null}
        {written ? (
          <Button variant={status === 'draft' ? 'filled' : 'default'} onClick={() => void navigate(`/soan-thao/${letter.id}`)} rightSection={<ButtonKey name="F2" />}>
            {status === 'draft' ? 'Soạn tiếp' : 'Xem trang giấy'}
          </Button>
        ) : null}
        {status === 'cancelled' ? (
          <Button variant="default" loading={restore.isPending} onClick={() => restore.mutate()}>
            {code ? 'Lấy lại số' : 'Lấy lại dự thảo'}
          </Button>
        ) : status === 'used' ? null : (
          <Button
            variant="default"
            c="var(--seal)"
            loading={discard.isPending}
            onClick={() => (status === 'draft' ? discard.mutate() : setCancelling(true))}
          >
            {status === 'draft' ? 'Bỏ dự thảo' : code ? 'Hủy số…' : 'Hủy dự thảo…'}
          </Button>
        )}
        {numbered ? (
          <Menu position="bottom-end" shadow="xs">
            <Menu.Target>
              <Button variant="default">Việc khác</Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setNoting(true)}>Ghi chú, ký nhận…</Menu.Item>
              {status === 'issued' ? null : <Menu.Item onClick={() => unmark.mutate()}>Trả về «Đã cấp số»</Menu.Item>}
              <Menu.Divider />
              <Menu.Item onClick={() => setMark('corrected')}>Đính chính…</Menu.Item>
              <Menu.Item onClick={() => setMark('replaced')}>Thay thế…</Menu.Item>
              <Menu.Item onClick={() => setMark('recalled')}>Thu hồi…</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </div>
      {letter.amends.length > 0 ? (
        <>
          <h3>Đính chính, thay thế</h3>
          {letter.amends.map((amended) => (
            <div key={amended.id}>
              <Link to={`/van-ban-di?id=${amended.id}`}>
                {amended.status === 'corrected' ? 'Đính chính' : 'Thay thế'} số {amended.code}
              </Link>
            </div>
          ))}
        </>
      ) : null}
      {letter.answers.length > 0 ? (
        <>
          <h3>Trả lời văn bản đến</h3>
          {letter.answers.map((answer) => (
            <div key={answer.id}>
              <Link to={`/van-ban-den?id=${answer.id}`}>
                Số đến {answer.number} · {[answer.code, answer.organName].filter(Boolean).join(', ')}
              </Link>
            </div>
          ))}
        </>
      ) : null}
      {written ? (
        <>
          <h3>Tệp của văn bản</h3>
          <LetterFileButtons id={letter.id} appendices={letter.appendices.map((appendix) => appendix.title)} size="xs" />
        </>
      ) : null}
      <h3>{written ? 'Tệp kèm theo' : 'Tệp'}</h3>
      <LineFiles files={attached} added={added} read={(ordinal) => engine.outgoing.file({ id: letter.id, ordinal })} detach={(of) => engine.outgoing.detach({ id: letter.id, ...of })} />
      {numbered && letter.addressees.length > 0 ? (
        <>
          <h3>Giấy in</h3>
          <OutgoingSheets id={letter.id} addressees={letter.addressees} />
        </>
      ) : null}
      {numbered ? <RecipientsPart dispatch={letter.id} printed={namedPlaces([...letter.addressees, ...letter.recipients.map(({ name }) => name)])} /> : null}
      <h3>Lịch sử</h3>
      <HistoryList history={letter.history} linked={letter.by} />

      <CancelLetterDialog letter={letter} opened={cancelling} onClose={() => setCancelling(false)} />
      {mark ? <MarkDialog mark={mark} ids={[letter.id]} onClose={() => setMark(null)} onDone={() => undefined} /> : null}
      {noting ? <NoteDialog line={letter} onClose={() => setNoting(false)} /> : null}
    </>
  );
}

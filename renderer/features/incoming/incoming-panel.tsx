import { Button, Menu } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Incoming, IncomingChange } from '../../../shared/contract/incoming.ts';
import { shortDate, weekdayOf } from '../../../shared/domain/dates.ts';
import { priorityWords } from '../../components/changed-fields.ts';
import { HistoryList } from '../../components/history-list.tsx';
import { Fact } from '../../components/line-fact.tsx';
import facts from '../../components/line-facts.module.css';
import { LineFiles, useAddFiles, type AddedFiles } from '../../components/line-files.tsx';
import { LinePanel } from '../../components/line-panel.tsx';
import { LineTag } from '../../components/line-tag.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { sayDone, sayRefused } from '../../components/say.tsx';
import { IncomingSheets } from '../../components/sheet-buttons.tsx';
import { sayAct } from '../../components/use-undo.ts';
import { ButtonKey } from '../../components/register-list/button-key.tsx';
import { registerChanged } from '../../lib/after-change.ts';
import { engine, engineQueries } from '../../lib/engine.ts';
import { fromList } from '../../lib/way-back.ts';
import { useToday } from '../../lib/use-today.ts';
import { DueDialog } from './due-dialog.tsx';
import { dueWords } from './due-words.ts';
import { HandOnDialog } from './hand-on-dialog.tsx';
import { IncomingState } from './incoming-state.tsx';
import { KindDialog } from './kind-dialog.tsx';
import { ReplyDialog } from './reply-dialog.tsx';

/** The open incoming line: what it is, who has it, until when, its answer, files, history, and what can be done with it. */
export function IncomingPanel({ id, onClose }: { id: number; onClose: () => void }) {
  const line = useQuery(engineQueries.incoming.get.queryOptions({ input: { id } }));
  const added = useAddFiles(async (files) => {
    const { duplicates, notices } = await engine.incoming.attach({ id, files });
    const same = duplicates[0];
    return [...notices, ...(same ? [`Tệp này cũng có ở số đến ${same.number} năm ${same.year}.`] : [])];
  });
  return (
    <LinePanel line={line} head={(known) => `Số đến ${known.number}`} sign={(known) => <IncomingState row={known} />} onClose={onClose} onDrop={added.add}>
      {(known) => <IncomingDetails line={known} added={added} />}
    </LinePanel>
  );
}

type Opened = 'hand' | 'due' | 'kind' | 'reply' | 'cancel' | 'recall' | 'restore';

function IncomingDetails({ line, added }: { line: Incoming; added: AddedFiles }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const today = useToday();
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = (): void => setOpened(null);
  const done = (): void => undefined;
  const name = `số đến ${line.number}`;

  const change = useMutation({
    mutationFn: ({ set }: { set: IncomingChange; sentence: string }) => engine.incoming.change({ ids: [line.id], set }),
    onSuccess: async ({ act, notices }, { sentence }) => {
      await registerChanged(queries);
      sayAct(queries, [sentence, ...notices].join(' '), act);
    },
    onError: sayRefused,
  });
  const ended = async (act: 'cancel' | 'recall', reason: string): Promise<void> => {
    const { notices = [] } = await engine.incoming[act]({ id: line.id, reason });
    await registerChanged(queries);
    sayDone([act === 'cancel' ? `Đã hủy ${name}.` : `Đã ghi thu hồi ${name}.`, ...notices].join(' '), { label: 'Hoàn tác', run: () => void restored('').catch(sayRefused) });
  };
  const restored = async (reason: string): Promise<void> => {
    await engine.incoming.restore({ id: line.id, ...(reason && { reason }) });
    await registerChanged(queries);
    sayDone(`Đã khôi phục ${name}.`);
  };

  const inForce = line.status === 'registered';
  const due = dueWords(line, today);
  const signer = [line.signer?.competence, line.signer?.position].filter(Boolean).join(' / ');
  return (
    <>
      {inForce ? null : (
        <p className={facts.ended}>
          {line.status === 'cancelled' ? 'Đã hủy' : 'Đã thu hồi'}: {line.cancelReason}
        </p>
      )}
      {line.backdated !== null ? <p className={facts.told}>Vào sổ lùi ngày{line.backdated ? `: ${line.backdated}` : ', không ghi lý do'}</p> : null}
      <p className={facts.subject}>{line.subject}</p>
      <dl className={facts.facts}>
        <Fact name="Ngày đến">{`${shortDate(line.arrivalDate)}, ${weekdayOf(line.arrivalDate)}`}</Fact>
        <Fact name="Nơi gửi">{line.organName}</Fact>
        <Fact name="Số, ký hiệu">{line.code || '—'}</Fact>
        <Fact name="Ngày văn bản">{line.issuedDate ? shortDate(line.issuedDate) : '—'}</Fact>
        <Fact name="Loại">{line.typeName ?? '—'}</Fact>
        {line.priority > 0 ? (
          <Fact name="Độ khẩn">
            <LineTag tone="seal">{priorityWords[line.priority]}</LineTag>
          </Fact>
        ) : null}
        <Fact name="Người ký">
          {line.signerName ?? '—'}
          {signer ? <small>{signer}</small> : null}
        </Fact>
        <Fact name="Chuyển cho">
          {[line.toPlaces, line.handedTo].filter(Boolean).join('; ') || '—'}
          {line.handedDate ? <small>ngày {shortDate(line.handedDate)}{line.receipt ? `, ký nhận: ${line.receipt}` : ''}</small> : null}
        </Fact>
        <Fact name="Hạn">
          {line.dueDate ? `${shortDate(line.dueDate)}, ${weekdayOf(line.dueDate)} ` : '—'}
          {due ? <LineTag tone={due.tone === 'late' ? 'seal' : 'amber'}>{due.word}</LineTag> : null}
        </Fact>
        {line.note ? <Fact name="Ghi chú">{line.note}</Fact> : null}
        {line.doubleReason ? <Fact name="Vào dù trùng">{line.doubleReason}</Fact> : null}
      </dl>
      <div className={facts.acts}>
        {inForce ? (
          <Button variant={line.handling === 'waiting' ? 'filled' : 'default'} onClick={() => setOpened('hand')}>
            {line.handling === 'waiting' ? 'Chuyển…' : 'Chuyển, ký nhận…'}
          </Button>
        ) : (
          <Button onClick={() => setOpened('restore')}>Khôi phục…</Button>
        )}
        <Button variant="default" onClick={() => void navigate(`/van-ban-den/${line.id}/sua`, fromList)} rightSection={<ButtonKey name="F2" />}>
          Sửa
        </Button>
        {inForce ? (
          <Menu position="bottom-end" shadow="xs">
            <Menu.Target>
              <Button variant="default">Việc khác</Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setOpened('due')}>Đặt hạn…</Menu.Item>
              {line.handling === 'done' ? (
                <Menu.Item onClick={() => change.mutate({ set: { handling: line.handedDate ?? line.handedTo ? 'handed' : 'waiting' }, sentence: `Đã mở lại ${name}.` })}>Mở lại, chưa giải quyết</Menu.Item>
              ) : (
                <Menu.Item onClick={() => change.mutate({ set: { handling: 'done' }, sentence: `Đã ghi giải quyết xong ${name}.` })}>Đã giải quyết</Menu.Item>
              )}
              <Menu.Item onClick={() => setOpened('reply')}>Văn bản trả lời…</Menu.Item>
              <Menu.Item onClick={() => setOpened('kind')}>Độ khẩn, loại, ghi chú…</Menu.Item>
              <Menu.Divider />
              <Menu.Item color="seal" onClick={() => setOpened('recall')}>
                Bên gửi thu hồi…
              </Menu.Item>
              <Menu.Item color="seal" onClick={() => setOpened('cancel')}>
                Hủy số đến…
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </div>
      <h3>Trả lời</h3>
      {line.reply ? (
        <Link to={`/van-ban-di?id=${line.reply.id}`}>
          {line.reply.code ?? 'Dự thảo'} · {line.reply.subject}
        </Link>
      ) : (
        <span>{line.needsReply ? 'Cần trả lời, chưa có văn bản trả lời.' : 'Không có.'}</span>
      )}
      <h3>Tệp</h3>
      <LineFiles files={line.files} added={added} read={(ordinal) => engine.incoming.file({ id: line.id, ordinal })} detach={(of) => engine.incoming.detach({ id: line.id, ...of })} />
      <h3>Giấy in</h3>
      <IncomingSheets id={line.id} files={line.files} />
      <h3>Lịch sử</h3>
      <HistoryList history={line.history} linked={line.reply} />

      {opened === 'hand' ? <HandOnDialog rows={[line]} onClose={close} onDone={done} /> : null}
      {opened === 'due' ? <DueDialog rows={[line]} onClose={close} onDone={done} /> : null}
      {opened === 'kind' ? <KindDialog rows={[line]} onClose={close} onDone={done} /> : null}
      {opened === 'reply' ? <ReplyDialog line={line} onClose={close} /> : null}
      <ReasonDialog opened={opened === 'cancel'} onClose={close} title={`Hủy ${name}`} told="Số này không cấp lại cho văn bản khác; dòng trong sổ vẫn còn, ghi người hủy, lúc hủy và lý do." label="Lý do hủy" button="Hủy số đến" act={(reason) => ended('cancel', reason)} />
      <ReasonDialog opened={opened === 'recall'} onClose={close} title={`Bên gửi thu hồi ${name}`} told="Dùng khi cơ quan ban hành thu hồi văn bản. Dòng trong sổ và mọi dữ liệu vẫn còn." label="Lý do, văn bản thu hồi" button="Ghi thu hồi" act={(reason) => ended('recall', reason)} />
      <ReasonDialog opened={opened === 'restore'} onClose={close} title={`Khôi phục ${name}`} told="Dòng lại có hiệu lực; việc hủy, thu hồi và việc khôi phục đều còn trong lịch sử." label="Lý do (không bắt buộc)" button="Khôi phục" optional act={restored} />
    </>
  );
}

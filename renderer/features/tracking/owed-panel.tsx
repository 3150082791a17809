import { Button, Menu } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { OwedDetails, OwedRow } from '../../../shared/contract/owed.ts';
import { shortDate, weekdayOf } from '../../../shared/domain/dates.ts';
import { recurrenceInWords } from '../../../shared/domain/recurrence.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { Fact } from '../../components/line-fact.tsx';
import facts from '../../components/line-facts.module.css';
import { LinePanel } from '../../components/line-panel.tsx';
import { ButtonKey } from '../../components/register-list/button-key.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { StateSign } from '../../components/state-sign.tsx';
import { sayAct } from '../../components/use-undo.ts';
import { registerChanged } from '../../lib/after-change.ts';
import { letterKeys } from '../../lib/letter-keys.ts';
import { useCommands } from '../../lib/commands.ts';
import { engine, engineQueries } from '../../lib/engine.ts';
import { EndDialog } from './end-dialog.tsx';
import { ExtendDialog } from './extend-dialog.tsx';
import classes from './owed-panel.module.css';
import { actWords, dueOf, stateOf } from './owed-words.ts';
import { ReportDialog } from './report-dialog.tsx';

interface OwedPanelProps {
  id: number;
  onClose: () => void;
  onShow: (id: number) => void;
}

/** One agency's duty for one dispatch: its days, what came in, and what can be done with it. */
export function OwedPanel({ id, onClose, onShow }: OwedPanelProps) {
  const owed = useQuery(engineQueries.owed.get.queryOptions({ input: { id } }));
  return (
    <LinePanel line={owed} head={(known) => known.agency} sign={(known) => <StateSign {...stateOf(known)} />} onClose={onClose}>
      {(known) => <Details owed={known} onShow={onShow} />}
    </LinePanel>
  );
}

type Opened = 'report' | 'extend' | 'excuse' | 'end' | 'withdraw';

function Details({ owed, onShow }: { owed: OwedDetails; onShow: (id: number) => void }) {
  const queries = useQueryClient();
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = (): void => setOpened(null);
  const days = useQuery(engineQueries.owed.list.queryOptions({ input: { dispatch: owed.dispatch, obligation: owed.obligation, ...(owed.agencyId === null ? { text: owed.agency } : { agency: owed.agencyId }) } }));
  const rows: OwedRow[] = (days.data?.rows ?? []).filter((row) => row.agency === owed.agency);
  const standing = owed.withdrawnReason === null && owed.settled !== 'excused';
  useCommands([
    { id: 'owed-report', label: 'Ghi nhận báo cáo của việc đang mở', shortcut: letterKeys.report.key, run: () => standing && setOpened('report') },
    { id: 'owed-extend', label: 'Gia hạn việc đang mở', shortcut: letterKeys.extend.key, run: () => owed.state !== 'done' && setOpened('extend') },
  ]);
  const told = async (sentence: string, outcome: { act: number | null; notices: readonly string[] }): Promise<void> => {
    await registerChanged(queries);
    sayAct(queries, [sentence, ...outcome.notices].join(' '), outcome.act, 'owed');
  };

  return (
    <>
      {owed.withdrawnReason === null ? null : <p className={facts.ended}>Thôi yêu cầu: {owed.withdrawnReason}</p>}
      <p className={facts.subject}>{owed.what}</p>
      <dl className={facts.facts}>
        <Fact name="Văn bản">
          <Link to={`/van-ban-di?id=${owed.dispatch}`}>{owed.code ?? 'chưa có số'}</Link>
          <small>{owed.subject}</small>
        </Fact>
        <Fact name="Hạn">
          {`${dueOf(owed)}, ${weekdayOf(owed.due)}`}
          {owed.extendedFrom ? <small>gia hạn từ {shortDate(owed.extendedFrom)}{owed.extendReason ? `: ${owed.extendReason}` : ''}</small> : null}
          {owed.rule ? <small>{owed.rule}</small> : null}
        </Fact>
        {owed.recurrence ? <Fact name="Định kỳ">{`${recurrenceInWords(owed.recurrence, owed.time)}${owed.until ? ` đến hết ${shortDate(owed.until)}` : ', chưa định ngày thôi'}`}</Fact> : null}
        {owed.reportTo ? <Fact name="Gửi về">{owed.reportTo}</Fact> : null}
        {owed.report ? (
          <Fact name={owed.report.partial ? 'Nhận một phần' : 'Đã nhận'}>
            {`${owed.report.receivedTime ? `${owed.report.receivedTime} ngày ` : ''}${shortDate(owed.report.receivedDate)}`}
            {owed.report.incoming ? (
              <small>
                <Link to={`/van-ban-den?id=${owed.report.incoming.id}`}>
                  số đến {owed.report.incoming.number}
                  {owed.report.incoming.code ? `, ${owed.report.incoming.code}` : ''}
                </Link>
              </small>
            ) : null}
            {owed.report.note ? <small>{owed.report.note}</small> : null}
          </Fact>
        ) : null}
        {owed.excuseReason ? <Fact name="Được miễn">{owed.excuseReason}</Fact> : null}
      </dl>
      {owed.report?.figures && owed.columns.length > 0 ? (
        <table className={classes.figures}>
          <tbody>
            {owed.columns.map((column, index) => {
              const figure = owed.report?.figures?.[index] ?? null;
              return (
                <tr key={index}>
                  <th scope="row">{column.header}</th>
                  <td>{figure === null ? '—' : typeof figure === 'number' ? formatVietnameseNumber(figure) : figure}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ) : null}
      {owed.sentence ? <p className={classes.sentence}>{owed.sentence}</p> : null}
      <div className={facts.acts}>
        {standing ? (
          <Button variant={owed.state === 'done' ? 'default' : 'filled'} onClick={() => setOpened('report')} rightSection={<ButtonKey name={letterKeys.report.key} />}>
            {owed.state === 'done' ? 'Nhận bản thay thế…' : 'Ghi nhận báo cáo…'}
          </Button>
        ) : null}
        {standing && owed.state !== 'done' ? (
          <Button variant="default" onClick={() => setOpened('extend')} rightSection={<ButtonKey name={letterKeys.extend.key} />}>
            Gia hạn…
          </Button>
        ) : null}
        {standing ? (
          <Menu position="bottom-end" shadow="xs">
            <Menu.Target>
              <Button variant="default">Việc khác</Button>
            </Menu.Target>
            <Menu.Dropdown>
              {owed.state !== 'done' ? <Menu.Item onClick={() => setOpened('excuse')}>Miễn báo cáo…</Menu.Item> : null}
              {owed.recurrence ? <Menu.Item onClick={() => setOpened('end')}>{owed.until ? 'Đổi ngày thôi báo cáo…' : 'Định ngày thôi báo cáo…'}</Menu.Item> : null}
              <Menu.Item onClick={() => setOpened('withdraw')}>Thôi yêu cầu việc này với mọi đơn vị…</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </div>
      {rows.length > 1 ? (
        <>
          <h3>Các kỳ báo cáo</h3>
          <ul className={classes.days}>
            {rows.map((row) => (
              <li key={row.id}>
                <button type="button" aria-current={row.id === owed.id} onClick={() => onShow(row.id)}>
                  <span>{dueOf(row)}</span>
                  <StateSign {...stateOf(row)} />
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {owed.history.length > 0 ? (
        <>
          <h3>Lịch sử</h3>
          <ol className={classes.history}>
            {owed.history.toReversed().map((entry, index) => (
              <li key={index}>
                <time dateTime={entry.at}>
                  {shortDate(entry.at.slice(0, 10))} {entry.at.slice(11, 16)}
                </time>
                {actWords[entry.act] ?? entry.act} · {entry.who}
                {entry.reason ? <em>{entry.reason}</em> : null}
              </li>
            ))}
          </ol>
        </>
      ) : null}
      {opened === 'report' ? <ReportDialog owed={owed} onClose={close} onDone={(outcome) => void told(outcome.partial ? `Đã ghi nhận một phần báo cáo của ${owed.agency}.` : `Đã ghi nhận báo cáo của ${owed.agency}.`, outcome)} /> : null}
      {opened === 'extend' ? <ExtendDialog owed={owed} onClose={close} onDone={(day, outcome) => void told(`Đã gia hạn cho ${owed.agency} đến ${shortDate(day)}.`, outcome)} /> : null}
      {opened === 'end' ? <EndDialog owed={owed} onClose={close} onDone={(day, outcome) => void told(`«${owed.what}» thôi báo cáo sau ngày ${shortDate(day)}.`, outcome)} /> : null}
      <ReasonDialog
        opened={opened === 'excuse'}
        onClose={close}
        title={`Miễn báo cáo cho ${owed.agency}`}
        told={`Kỳ hạn ${dueOf(owed)} không còn phải báo cáo; lý do ở lại trong lịch sử.`}
        label="Lý do miễn"
        button="Miễn báo cáo"
        act={async (reason) => told(`Đã miễn báo cáo cho ${owed.agency}.`, await engine.owed.excuse({ id: owed.id, reason }))}
      />
      <ReasonDialog
        opened={opened === 'withdraw'}
        onClose={close}
        title="Thôi yêu cầu việc này"
        told={`Mọi đơn vị thôi phải «${owed.what}» theo ${owed.code ?? 'văn bản này'}; báo cáo đã nhận vẫn giữ.`}
        label="Lý do"
        button="Thôi yêu cầu"
        act={async (reason) => told('Đã thôi yêu cầu việc này.', await engine.owed.withdraw({ obligation: owed.obligation, reason }))}
      />
    </>
  );
}

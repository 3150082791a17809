import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate, useSearchParams } from 'react-router';
import type { OutgoingRow } from '../../../shared/contract/outgoing.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { shortDate } from '../../../shared/domain/dates.ts';
import { DropHint } from '../../components/entry/drop-hint.tsx';
import { EntryDesk } from '../../components/entry/entry-desk.tsx';
import { focusEntry, useEntryKeys } from '../../components/entry/entry-keys.ts';
import { FileChips } from '../../components/entry/file-chips.tsx';
import { JustEntered, type JustDone } from '../../components/entry/just-entered.tsx';
import { LeaveDialog } from '../../components/entry/leave-dialog.tsx';
import { useFocusFirst } from '../../components/entry/use-focus-first.ts';
import { useNewForm, type FormKind } from '../../components/entry/use-new-form.ts';
import { usePapers } from '../../components/entry/use-papers.ts';
import { useSave } from '../../components/entry/use-save.ts';
import { sayMissing } from '../../components/say.tsx';
import { Screen } from '../../components/screen.tsx';
import { registerChanged } from '../../lib/after-change.ts';
import { useCommands } from '../../lib/commands.ts';
import { engine, engineQueries } from '../../lib/engine.ts';
import { today as todayHere } from '../../lib/today.ts';
import { useWayBack } from '../../lib/way-back.ts';
import { OutgoingFields } from './outgoing-fields.tsx';
import { blankOutgoing, isBlankOutgoing, likePreviousOutgoing, outgoingFields, type OutgoingField, type OutgoingForm } from './outgoing-form.ts';
import { readOutgoing, type KeptNumber, type OutgoingBook, type OutgoingProblems } from './read-outgoing.ts';
import { ReserveDialog } from './reserve-dialog.tsx';
import { writeBeside } from '../../lib/write-beside.ts';
import { takeNumberOnce } from './take-number-once.ts';

interface OutgoingEntryProps {
  settings: Settings;
  books: readonly OutgoingBook[];
  reserved: readonly KeptNumber[];
  earlier: readonly OutgoingRow[];
}

const days: ReadonlySet<string> = new Set<OutgoingField>(['issuedDate']);

/** One document made elsewhere after another takes its number. `?giu-so=1` opens «Giữ số», `?so-giu=12` takes the kept number of line 12. */
export function OutgoingEntry({ settings, books, reserved, earlier }: OutgoingEntryProps) {
  const queries = useQueryClient();
  const [address, setAddress] = useSearchParams();
  const navigate = useNavigate();
  const today = todayHere();
  const column = useRef<HTMLDivElement>(null);
  const [done, setDone] = useState<JustDone | null>(null);
  const [leaving, setLeaving] = useState(false);
  const blank = (): OutgoingForm => ({ ...blankOutgoing(today, settings.codeNotation ?? ''), reserved: address.get('so-giu') ?? '' });
  const kind: FormKind<OutgoingForm> = { kind: 'outgoing-entry', blank, isBlank: isBlankOutgoing, withField: (form, field, value) => ({ ...form, [field]: value }), repeatable: (form) => ({ ...form, reserved: '', backdateReason: '' }) };
  const begin = (): void => focusEntry(column.current, 'codeNotation');
  const focusFirst = useFocusFirst(column, outgoingFields);

  const paper = usePapers(`${settings.folderId}/outgoing`, false);
  const { here } = paper.papers;
  const desk = useNewForm(kind, settings.folderId, paper.papers);
  const { form, set, problems, previous } = desk;
  // a form half typed before takes the number that was chosen meanwhile; one still blank its notation as well
  useEffect(() => {
    const chosen = reserved.find(({ id }) => String(id) === address.get('so-giu'));
    if (chosen) desk.change((now) => ({ ...now, reserved: String(chosen.id), codeNotation: isBlankOutgoing(now) ? chosen.codeNotation : now.codeNotation }));
    begin();
    // once, when the screen is opened
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const read = readOutgoing(form, { today, rules: settings.series, books, reserved });

  const stop = (stopped: OutgoingProblems): void => {
    desk.setProblems(stopped);
    focusFirst(stopped);
  };
  const send = async (entered: () => void): Promise<void> => {
    const taken = await takeNumberOnce(engine.outgoing, read, { files: here.map(({ file }) => file), backdateReason: form.backdateReason }, desk.tried, desk.remember);
    flushSync(() => {
      setDone({ id: taken.id, number: taken.code, about: form.subject, notices: taken.notices });
      // first: the field that is left writes out its day, and must not do so in the next form
      begin();
      desk.entered({ ...blankOutgoing(today, read.given.codeNotation), issuedDate: form.issuedDate });
      paper.next();
    });
    entered();
    if (address.has('so-giu')) setAddress({}, { replace: true });
    await registerChanged(queries);
  };
  const { save, saving, refused } = useSave({ problems: read.problems, send, stop });
  const settleSigner = (name: string): void => {
    const row = earlier.find((each) => each.signerName === name.trim());
    if (!row || form.signerPosition.trim() !== '') return;
    void queries.fetchQuery(engineQueries.outgoing.get.queryOptions({ input: { id: row.id } })).then(
      ({ signer }) => desk.change((now) => (now.signerName.trim() === name.trim() && now.signerPosition.trim() === '' ? { ...now, signerPosition: signer.position } : now)),
      // a position that is not found is typed by hand
      () => undefined,
    );
  };
  const goBack = useWayBack('/van-ban-di');
  const leave = (): void => (isBlankOutgoing(form) && here.length === 0 ? goBack() : setLeaving(true));
  const copyPrevious = (): void => (previous ? desk.refill(likePreviousOutgoing(form, previous)) : sayMissing('Chưa có văn bản nào trước đó để nhập giống.'));
  const reserve = (): void => setAddress({ 'giu-so': '1' }, { replace: true });

  const keys = useEntryKeys(
    { value: (field) => form[field as OutgoingField], set: (field, value) => set(field as OutgoingField, value), previous: (field) => previous?.[field as OutgoingField] ?? null, days, today: () => shortDate(today), onSave: save, onLeave: leave },
    'Cấp số và nhập tiếp',
  );
  useCommands([
    { id: 'entry-same', label: 'Nhập giống văn bản trước', shortcut: 'Ctrl+D', run: copyPrevious },
    { id: 'entry-reserve', label: 'Giữ số để dùng sau', shortcut: 'Ctrl+G', run: reserve },
  ]);

  const shown = here.find(({ key }) => key === paper.shown) ?? here[0];
  return (
    <Screen
      title="Vào sổ văn bản đi làm nơi khác"
      status={saving ? 'Đang cấp số…' : undefined}
      actions={
        <>
          <Button variant="default" onClick={reserve} rightSection={<kbd>Ctrl+G</kbd>}>
            Giữ số…
          </Button>
          <Button variant="default" onClick={leave}>
            Về sổ văn bản đi
          </Button>
        </>
      }
    >
      <EntryDesk
        column={column}
        keys={keys}
        paper={paper}
        picture={shown ? { key: shown.key, name: shown.file.name, file: shown.file } : null}
        above={done ? <JustEntered key={done.id} done={done} verb="Đã cấp số" cancel={(reason) => engine.outgoing.cancel({ id: done.id, reason })} restore={() => engine.outgoing.restore({ id: done.id })} onCancelled={() => (setDone(null), begin())} edit={() => void navigate(`/van-ban-di?id=${done.id}`, { state: writeBeside })} /> : null}
        numberLabel={form.reserved === '' ? 'Sẽ cấp số' : 'Dùng số giữ'}
        number={read.code ?? '…'}
        refused={refused}
        refusedTitle="Chưa cấp số"
        lostHint="Bấm Ctrl+Enter lần nữa: chương trình tìm dòng này trong sổ trước, không lấy hai số."
        buttons={
          <>
            <Button onClick={save} loading={saving} rightSection={<kbd>Ctrl+Enter</kbd>} data-entry="save">
              Cấp số & nhập tiếp
            </Button>
            <Button variant="default" px="xs" onClick={copyPrevious} rightSection={<kbd>Ctrl+D</kbd>} disabled={previous === null}>
              Giống văn bản trước
            </Button>
          </>
        }
        empty={<DropHint>Kéo tệp của văn bản thả vào đây để giữ cùng dòng sổ. Tệp Word, PDF, ảnh quét đều được.</DropHint>}
      >
        <OutgoingFields form={form} set={set} today={today} read={read} problems={problems} rules={settings.series} reserved={reserved} earlier={earlier} onSignerSettled={settleSigner} />
        <FileChips chips={here.map(({ key, file }) => ({ key, name: file.name, size: file.size }))} shown={shown?.key ?? null} onShow={paper.show} onRemove={paper.remove} onPick={paper.pick} />
      </EntryDesk>
      {leaving ? <LeaveDialog onStay={() => setLeaving(false)} onLeave={goBack} onDrop={() => (desk.drop(), paper.clear(), goBack())} /> : null}
      {address.has('giu-so') ? <ReserveDialog codeNotation={form.codeNotation} onClose={() => setAddress({}, { replace: true })} /> : null}
    </Screen>
  );
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { shortDate, yearOf } from '../../../../shared/domain/dates.ts';
import { readDay } from '../../../../shared/domain/day-shortcuts.ts';
import { printedNumber } from '../../../../shared/domain/numbering.ts';
import { formatVietnameseNumber } from '../../../../shared/domain/vietnamese-number.ts';
import { BackdateReason } from '../../../components/entry/backdate-reason.tsx';
import { DropHint } from '../../../components/entry/drop-hint.tsx';
import { EntryDesk } from '../../../components/entry/entry-desk.tsx';
import { focusEntry, useEntryKeys } from '../../../components/entry/entry-keys.ts';
import { FieldNotes } from '../../../components/entry/field-notes.tsx';
import { FileChips } from '../../../components/entry/file-chips.tsx';
import { JustEntered, type JustDone } from '../../../components/entry/just-entered.tsx';
import { LeaveDialog } from '../../../components/entry/leave-dialog.tsx';
import { useFocusFirst } from '../../../components/entry/use-focus-first.ts';
import { useNewForm, type FormKind } from '../../../components/entry/use-new-form.ts';
import { usePapers } from '../../../components/entry/use-papers.ts';
import { sayMissing } from '../../../components/say.tsx';
import { Screen } from '../../../components/screen.tsx';
import { useCommands } from '../../../lib/commands.ts';
import { engine, engineQueries } from '../../../lib/engine.ts';
import { today as todayHere } from '../../../lib/today.ts';
import { useWayBack } from '../../../lib/way-back.ts';
import { ArrivalField } from './arrival-field.tsx';
import { fileDoubleNote } from './double-note.ts';
import { EntryFields } from './entry-fields.tsx';
import { blankForm, entryFields, isBlank, likePrevious, modelOf, reportsOf, withField, withGuessedType, withModel, type EntryField, type EntryForm } from './entry-form.ts';
import { LineDialog } from './line-dialog.tsx';
import { ModelsDialog } from './models-dialog.tsx';
import { dayFields, readEntry, readingOf } from './read-entry.ts';
import { OwedOffer } from './owed-offer.tsx';
import { RecentLines } from './recent-lines.tsx';
import { useDoubles } from './use-doubles.ts';
import { usePreviousForm } from './use-previous-form.ts';
import { useRegistering } from './use-registering.ts';
import { useSignerPosition } from './use-signer-position.ts';

const incomingForm: FormKind<EntryForm> = {
  kind: 'incoming-entry',
  blank: () => blankForm(todayHere()),
  isBlank,
  withField: (form, field, value) => withField(form, field as EntryField, value),
  repeatable: (form) => ({ ...form, doubleReason: '', backdateReason: '', reports: '' }),
};

/** `05`, `146`, `1.247`: an arrival number as it is written on the stamp. */
const arrivalText = (number: number): string => (number < 10 ? printedNumber(number) : formatVietnameseNumber(number));

/** Vào sổ văn bản đến: one form after another, by keyboard alone. */
export function NewEntry({ folderId }: { folderId: string }) {
  const today = todayHere();
  const navigate = useNavigate();
  const column = useRef<HTMLDivElement>(null);
  const [done, setDone] = useState<JustDone | null>(null);
  const [dialog, setDialog] = useState<'models' | 'leave' | { line: number } | null>(null);
  const begin = (): void => focusEntry(column.current, 'organName');
  useEffect(begin, []);
  const focusFirst = useFocusFirst(column, entryFields);

  const paper = usePapers(folderId, true);
  const { here } = paper.papers;
  const desk = useNewForm(incomingForm, folderId, paper.papers);
  const { form, set, problems } = desk;
  const previous = usePreviousForm(desk.previous);
  const arrival = readDay(form.arrivalDate, readingOf('arrivalDate', form, today)) ?? today;
  const books = useQuery(engineQueries.books.list.queryOptions({ input: {} }));
  const lastArrival = books.data?.rows.find(({ kind, year }) => kind === 'incoming' && year === yearOf(arrival))?.lastDate ?? null;
  const read = readEntry(form, { today, lastArrival });
  const { organName, code = null, issuedDate = null, arrivalDate = null } = read.given;
  const { nextNumber, byCode, byFile } = useDoubles({ organName, code, issuedDate, arrivalDate }, here);
  const settleSigner = useSignerPosition(form, (position) => set('signerPosition', position));
  const { save, saving, refused, askDouble } = useRegistering({
    desk,
    read,
    papers: here,
    byFile,
    onStopped: focusFirst,
    onEntered: ({ arrivalNumber, ...entered }) => {
      setDone({ ...entered, number: arrivalText(arrivalNumber) });
      // first: the field that is left writes out its day, and must not do so in the next form
      begin();
      // whoever enters yesterday's post goes on with yesterday
      desk.entered({ ...blankForm(today), arrivalDate: shortDate(arrival), backdateReason: form.backdateReason });
      paper.next();
    },
  });

  const goBack = useWayBack('/van-ban-den');
  const leave = (): void => (isBlank(form) && here.length === 0 ? goBack() : setDialog('leave'));
  const look = (line: number): void => setDialog({ line });
  const close = (): void => setDialog(null);
  const copyPrevious = (): void => (previous ? desk.refill(withGuessedType(likePrevious(form, previous))) : sayMissing('Chưa có văn bản nào trước đó để nhập giống.'));
  const keys = useEntryKeys(
    {
      value: (field) => form[field as EntryField],
      set: (field, value) => set(field as EntryField, value),
      previous: (field) => previous?.[field as EntryField] ?? null,
      days: dayFields,
      today: () => shortDate(today),
      onSave: save,
      onLeave: leave,
    },
    'Lưu và nhập tiếp',
  );
  useCommands([
    { id: 'entry-same', label: 'Nhập giống văn bản trước', shortcut: 'Ctrl+D', run: copyPrevious },
    { id: 'entry-models', label: 'Mẫu nhập: lấy, giữ, bỏ', shortcut: 'Ctrl+M', run: () => setDialog('models') },
    { id: 'entry-reply', label: 'Đánh dấu cần trả lời', shortcut: 'Alt+R', run: () => set('needsReply', form.needsReply === '' ? 'yes' : '') },
  ]);

  const shown = here.find(({ key }) => key === paper.shown) ?? here[0];
  return (
    <Screen
      title="Vào sổ văn bản đến"
      status={saving ? 'Đang vào sổ…' : undefined}
      actions={
        <Button variant="default" onClick={leave}>
          Về sổ văn bản đến
        </Button>
      }
    >
      <EntryDesk
        column={column}
        keys={keys}
        paper={paper}
        picture={shown ? { key: shown.key, name: shown.file.name, file: shown.file } : null}
        above={done ? <JustEntered key={done.id} done={done} verb="Đã vào sổ số" cancel={(reason) => engine.incoming.cancel({ id: done.id, reason })} restore={() => engine.incoming.restore({ id: done.id })} onCancelled={() => (setDone(null), begin())} edit={() => void navigate(`/van-ban-den/${done.id}/sua`)} /> : null}
        numberLabel="Số đến kế tiếp"
        number={nextNumber === null ? '…' : arrivalText(nextNumber)}
        beside={<ArrivalField form={form} set={set} today={today} remark={read.remarks.arrivalDate} error={problems.arrivalDate} />}
        refused={refused}
        refusedTitle="Chưa vào sổ"
        lostHint="Bấm Ctrl+Enter lần nữa: chương trình tìm dòng này trong sổ trước, không vào sổ hai lần."
        buttons={
          <>
            <Button onClick={save} loading={saving} rightSection={<kbd>Ctrl+Enter</kbd>} data-entry="save">
              Lưu & nhập tiếp
            </Button>
            <Button variant="default" px="xs" onClick={copyPrevious} rightSection={<kbd>Ctrl+D</kbd>} disabled={previous === null}>
              Giống văn bản trước
            </Button>
            <Button variant="default" px="xs" onClick={() => setDialog('models')} rightSection={<kbd>Ctrl+M</kbd>}>
              Mẫu…
            </Button>
          </>
        }
        empty={
          <>
            <DropHint>Kéo tệp quét, hoặc cả thư mục bản quét, thả vào đây: trang giấy hiện ngay cạnh phiếu.</DropHint>
            <RecentLines />
          </>
        }
      >
        {read.backdated ? <BackdateReason value={form.backdateReason} onChange={(text) => set('backdateReason', text)} error={problems.backdateReason} /> : null}
        <EntryFields form={form} set={set} today={today} read={read} problems={problems} byCode={byCode} askDouble={askDouble} onLook={look} onCodeSettled={() => desk.change(withGuessedType)} onSignerSettled={settleSigner} />
        <OwedOffer organName={form.organName} text={[form.subject, form.note].join('\n')} taken={reportsOf(form)} onTake={(taken) => desk.change((now) => ({ ...now, reports: taken.join(',') }))} />
        <FileChips chips={here.map(({ key, file }) => ({ key, name: file.name, size: file.size }))} shown={shown?.key ?? null} onShow={paper.show} onRemove={paper.remove} onPick={paper.pick} />
        <FieldNotes notes={byFile.map((double) => fileDoubleNote(double, look))} />
      </EntryDesk>
      {dialog === 'models' ? <ModelsDialog present={modelOf(form, today)} onTake={(content) => (desk.refill(withModel(form, content)), close())} onClose={close} /> : null}
      {dialog === 'leave' ? <LeaveDialog onStay={close} onLeave={goBack} onDrop={() => (desk.drop(), paper.clear(), goBack())} /> : null}
      {dialog !== null && typeof dialog === 'object' ? <LineDialog id={dialog.line} onClose={close} /> : null}
    </Screen>
  );
}

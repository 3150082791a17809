import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { shortDate, yearOf } from '../../../../shared/domain/dates.ts';
import { readDay } from '../../../../shared/domain/day-shortcuts.ts';
import { BackdateReason } from '../../../components/entry/backdate-reason.tsx';
import { focusEntry, useEntryKeys } from '../../../components/entry/entry-keys.ts';
import { FieldNotes } from '../../../components/entry/field-notes.tsx';
import { FileChips } from '../../../components/entry/file-chips.tsx';
import { FilePicture } from '../../../components/entry/file-picture.tsx';
import { ManyFilesDialog } from '../../../components/entry/many-files-dialog.tsx';
import { sayMissing } from '../../../components/say.tsx';
import { Screen } from '../../../components/screen.tsx';
import { useCommands } from '../../../lib/commands.ts';
import { engineQueries } from '../../../lib/engine.ts';
import { refusalSentence, wasAnswered } from '../../../lib/refusal-sentence.ts';
import { today as todayHere } from '../../../lib/today.ts';
import { EntryFields } from './entry-fields.tsx';
import { blankForm, entryFields, isBlank, likePrevious, modelOf, withGuessedType, withModel, type EntryField } from './entry-form.ts';
import { EntryHead } from './entry-head.tsx';
import classes from './entry-screen.module.css';
import { fileDoubleNote } from './double-note.ts';
import { JustRegistered, type JustDone } from './just-registered.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { LineDialog } from './line-dialog.tsx';
import { ModelsDialog } from './models-dialog.tsx';
import { dayFields, readEntry, readingOf } from './read-entry.ts';
import { RecentLines } from './recent-lines.tsx';
import { useDoubles } from './use-doubles.ts';
import { useDrop } from './use-drop.ts';
import { useNewForm } from './use-new-form.ts';
import { usePapers } from './use-papers.ts';
import { useRegistering } from './use-registering.ts';
import { useSignerPosition } from './use-signer-position.ts';

const list = '/van-ban-den';

/** Vào sổ văn bản đến: one form after another, by keyboard alone. */
export function NewEntry({ folderId }: { folderId: string }) {
  const navigate = useNavigate();
  const today = todayHere();
  const column = useRef<HTMLDivElement>(null);
  const [done, setDone] = useState<JustDone | null>(null);
  const [dialog, setDialog] = useState<'models' | 'leave' | { line: number } | null>(null);
  const begin = (): void => focusEntry(column.current, 'organName');
  useEffect(begin, []);

  const paper = usePapers(folderId, true);
  const drop = useDrop(paper.take);
  const { here, waiting } = paper.papers;
  const desk = useNewForm(folderId, today, paper.papers);
  const { form, set, problems, previous } = desk;
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
    onStopped: (stopped) => {
      const first = entryFields.find((field) => stopped[field] !== undefined);
      // the field may only now be drawn
      if (first) window.setTimeout(() => focusEntry(column.current, first));
    },
    onEntered: (entered) => {
      setDone(entered);
      // whoever enters yesterday's post goes on with yesterday
      desk.entered({ ...blankForm(today), arrivalDate: shortDate(arrival), backdateReason: form.backdateReason });
      paper.next();
      begin();
    },
  });

  const leave = (): void => (isBlank(form) && here.length === 0 ? void navigate(list) : setDialog('leave'));
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
      <div className={classes.desk} data-dropping={drop.over ? '' : undefined} {...drop.handlers}>
        <div className={classes.column} ref={column} {...keys}>
          {done ? <JustRegistered key={done.id} done={done} onCancelled={() => (setDone(null), begin())} /> : null}
          {waiting.length > 0 ? (
            <p className={classes.queue}>
              <span>
                Còn {waiting.length} tệp chờ nhập; kế tiếp: {waiting[0]?.name}
              </span>
              <Button size="compact-xs" variant="default" onClick={paper.next}>
                Bỏ qua tệp đang xem
              </Button>
            </p>
          ) : null}
          <EntryHead label="Số đến kế tiếp" number={nextNumber} form={form} set={set} reading={readingOf('arrivalDate', form, today)} remark={read.remarks.arrivalDate} error={problems.arrivalDate} />
          <div className={classes.fields}>
            {read.backdated ? <BackdateReason value={form.backdateReason} onChange={(text) => set('backdateReason', text)} error={problems.backdateReason} /> : null}
            <EntryFields form={form} set={set} today={today} read={read} problems={problems} byCode={byCode} askDouble={askDouble} onLook={look} onCodeSettled={() => desk.change(withGuessedType)} onSignerSettled={settleSigner} />
            <FileChips chips={here.map(({ key, file }) => ({ key, name: file.name, size: file.size }))} shown={shown?.key ?? null} onShow={paper.show} onRemove={paper.remove} onPick={paper.pick} />
            <FieldNotes notes={byFile.map((double) => fileDoubleNote(double, look))} />
          </div>
          <div className={classes.foot}>
            {refused ? (
              <p className={classes.refused} role="alert">
                Chưa vào sổ: {refusalSentence(refused)}
                {wasAnswered(refused) ? '' : ' Bấm Ctrl+Enter lần nữa: chương trình tìm dòng này trong sổ trước, không vào sổ hai lần.'}
              </p>
            ) : null}
            <Button onClick={save} loading={saving} rightSection={<kbd>Ctrl+Enter</kbd>} data-entry="save">
              Lưu & nhập tiếp
            </Button>
            <Button variant="default" px="sm" onClick={copyPrevious} rightSection={<kbd>Ctrl+D</kbd>} disabled={previous === null}>
              Giống văn bản trước
            </Button>
            <Button variant="default" px="sm" onClick={() => setDialog('models')} rightSection={<kbd>Ctrl+M</kbd>}>
              Mẫu…
            </Button>
          </div>
        </div>
        {shown ? (
          <FilePicture key={shown.key} name={shown.file.name} file={shown.file} />
        ) : (
          <div className={classes.aside}>
            <p className={classes.drop}>Kéo tệp quét, hoặc cả thư mục bản quét, thả vào đây: trang giấy hiện ngay cạnh phiếu.</p>
            <RecentLines />
          </div>
        )}
      </div>
      <ManyFilesDialog files={paper.asking} onEach={() => paper.answer('each')} onTogether={() => paper.answer('together')} onClose={() => paper.answer('none')} />
      {dialog === 'models' ? <ModelsDialog present={modelOf(form, today)} onTake={(content) => (desk.refill(withModel(form, content)), close())} onClose={close} /> : null}
      {dialog === 'leave' ? <LeaveDialog onStay={close} onLeave={() => void navigate(list)} onDrop={() => (desk.drop(), paper.clear(), void navigate(list))} /> : null}
      {dialog !== null && typeof dialog === 'object' ? <LineDialog id={dialog.line} onClose={close} /> : null}
    </Screen>
  );
}

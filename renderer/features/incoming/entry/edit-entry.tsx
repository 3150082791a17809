import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { AttachedFile, Incoming } from '../../../../shared/contract/incoming.ts';
import { shortDate } from '../../../../shared/domain/dates.ts';
import { DropHint } from '../../../components/entry/drop-hint.tsx';
import { EntryDesk } from '../../../components/entry/entry-desk.tsx';
import { focusEntry, useEntryKeys } from '../../../components/entry/entry-keys.ts';
import { FieldNotes } from '../../../components/entry/field-notes.tsx';
import { FileChips } from '../../../components/entry/file-chips.tsx';
import { formShelf } from '../../../components/entry/form-shelf.ts';
import { LeaveDialog } from '../../../components/entry/leave-dialog.tsx';
import { useFocusFirst } from '../../../components/entry/use-focus-first.ts';
import { usePapers } from '../../../components/entry/use-papers.ts';
import { useSave } from '../../../components/entry/use-save.ts';
import { Notice } from '../../../components/notice.tsx';
import { sayDone, sayRefused } from '../../../components/say.tsx';
import { Screen } from '../../../components/screen.tsx';
import { sayAct } from '../../../components/use-undo.ts';
import { registerChanged } from '../../../lib/after-change.ts';
import { useCommands } from '../../../lib/commands.ts';
import { engine } from '../../../lib/engine.ts';
import { refusalCode } from '../../../lib/refusal-sentence.ts';
import { today as todayHere } from '../../../lib/today.ts';
import { useWayBack } from '../../../lib/way-back.ts';
import { ArrivalField } from './arrival-field.tsx';
import { changedGiven, namesOfChanges, overNewest } from './changed-given.ts';
import { fileDoubleNote } from './double-note.ts';
import { EntryFields } from './entry-fields.tsx';
import { entryFields, formOf, withField, withGuessedType, type EntryField, type EntryForm } from './entry-form.ts';
import { LineDialog } from './line-dialog.tsx';
import { dayFields, readEntry, type Problems } from './read-entry.ts';
import { OvertakenChoice } from './overtaken-choice.tsx';
import { useDoubles } from './use-doubles.ts';
import { useKeptFile } from './use-kept-file.ts';

/** Sửa một dòng: the same form over a line of the book, its number untouched; two who change it at once are told. */
export function EditEntry({ folderId, start }: { folderId: string; start: Incoming }) {
  const queries = useQueryClient();
  const today = todayHere();
  const [shelf] = useState(() => formShelf(localStorage, 'incoming-entry', folderId, formOf(start)));
  const [line, setLine] = useState(start);
  const [found] = useState(() => shelf.find(start.id));
  const [form, setForm] = useState<EntryForm>(() => (found?.revision === start.revision ? found.form : found ? overNewest(formOf(start), found.form, formOf(start)) : formOf(start)));
  const [files, setFiles] = useState<readonly AttachedFile[]>(start.files);
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Problems>({});
  const [newest, setNewest] = useState<Incoming | null>(null);
  const [dialog, setDialog] = useState<'leave' | { line: number } | null>(null);
  const [shownKept, setShownKept] = useState<number | null>(start.files[0]?.ordinal ?? null);
  const column = useRef<HTMLDivElement>(null);
  const focusFirst = useFocusFirst(column, entryFields);

  const { id } = line;
  const goBack = useWayBack(`/van-ban-den?id=${id}`);
  const paper = usePapers(`${folderId}/${id}`, false);
  const { here } = paper.papers;
  const read = readEntry(form, { today, lastArrival: null });
  const { byCode, byFile } = useDoubles({ organName: read.given.organName, code: read.given.code ?? null, issuedDate: read.given.issuedDate ?? null, arrivalDate: read.given.arrivalDate ?? null }, here, id);
  const changed = namesOfChanges(formOf(line), form);
  const dirty = changed.length > 0 || here.length > 0;
  const kept = useKeptFile(id, files.find(({ ordinal }) => ordinal === shownKept) ?? null);

  useEffect(() => {
    if (changed.length === 0) shelf.drop(id);
    else shelf.put(id, { form, at: Date.now(), tried: null, files: [], revision: line.revision });
  }, [shelf, id, form, line.revision, changed.length]);
  useEffect(() => {
    focusEntry(column.current, 'organName');
    if (found && namesOfChanges(formOf(start), form).length > 0) sayDone('Đã lấy lại phần sửa dở của lần trước.', { label: 'Bỏ phần ấy', run: () => setForm(formOf(start)) });
    // told once, when the screen is opened
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const set = (field: EntryField, value: string): void => {
    setForm((now) => withField(now, field, value));
    setProblems((now) => ({ ...now, [field]: undefined }));
  };
  const stop = (found: Problems): void => {
    setProblems(found);
    focusFirst(found);
  };
  const away = (): void => {
    shelf.drop(id);
    paper.clear();
    goBack();
  };

  const send = async (): Promise<void> => {
    const given = changedGiven(line, form, today);
    let act: number | null = null;
    if (Object.keys(given).length > 0) {
      try {
        ({ act } = await engine.incoming.update({ id, revision: line.revision, ...given, reason: reason.trim() || undefined }));
      } catch (error) {
        if (refusalCode(error) !== 'CHANGED_MEANWHILE') throw error;
        const now = await engine.incoming.get({ id });
        // the answer of the try before was lost, not its change: nothing is left to save
        if (Object.keys(changedGiven(now, overNewest(formOf(line), form, formOf(now)), today)).length > 0) return setNewest(now);
      }
    }
    if (here.length > 0) await engine.incoming.attach({ id, files: here.map(({ file }) => file) });
    await registerChanged(queries);
    sayAct(queries, `Đã sửa số đến ${line.number}.`, act);
    away();
  };
  const { save: saveOver, saving, refused } = useSave({ problems: read.problems, send, stop });
  const save = (): void => (newest ? undefined : saveOver());
  const look = (other: number): void => setDialog({ line: other });
  const takeNewest = (next?: EntryForm): void => {
    if (!newest) return;
    setForm(next ?? formOf(newest));
    setLine(newest);
    setFiles(newest.files);
    setNewest(null);
  };
  const leave = (): void => (dirty ? setDialog('leave') : goBack());
  const takeAway = (file: AttachedFile): void =>
    void engine.incoming.detach({ id, ordinal: file.ordinal }).then(async (answer) => {
      setFiles(answer.files);
      await registerChanged(queries);
      sayDone(`Đã gỡ tệp ${file.name} khỏi số đến ${line.number}; tệp vẫn còn trong lịch sử của dòng.`);
    }, sayRefused);

  const keys = useEntryKeys(
    { value: (field) => form[field as EntryField], set: (field, value) => set(field as EntryField, value), previous: () => null, days: dayFields, today: () => shortDate(today), onSave: save, onLeave: leave },
    'Lưu phần sửa',
  );
  useCommands([{ id: 'entry-reply', label: 'Đánh dấu cần trả lời', shortcut: 'Alt+R', run: () => set('needsReply', form.needsReply === '' ? 'yes' : '') }]);

  const title = `Sửa số đến ${line.number} năm ${line.year}`;
  if (start.status !== 'registered') {
    return (
      <Screen title={title}>
        <Notice title={start.status === 'cancelled' ? 'Số này đã hủy' : 'Văn bản này đã được nơi gửi thu hồi'} action={{ label: 'Về sổ văn bản đến', run: goBack }}>
          Dòng vẫn đứng trong sổ nhưng không sửa được nữa. Nếu hủy nhầm, lấy lại số ấy trong sổ rồi sửa.
        </Notice>
      </Screen>
    );
  }
  const shownPaper = here.find(({ key }) => key === paper.shown);
  const chips = [...files.map(({ ordinal, name, size }) => ({ key: `kept-${ordinal}`, name, size })), ...here.map(({ key, file }) => ({ key, name: file.name, size: file.size }))];
  const keptOf = (key: string): AttachedFile | undefined => files.find(({ ordinal }) => key === `kept-${ordinal}`);
  return (
    <Screen title={title} status={saving ? 'Đang lưu…' : changed.length > 0 ? `Đã sửa: ${changed.join(', ')}` : undefined} actions={<Button variant="default" onClick={leave}>Về sổ văn bản đến</Button>}>
      <EntryDesk
        column={column}
        keys={keys}
        paper={paper}
        picture={shownPaper ? { key: shownPaper.key, name: shownPaper.file.name, file: shownPaper.file } : kept}
        numberLabel="Số đến"
        number={line.number}
        beside={<ArrivalField form={form} set={set} today={today} error={problems.arrivalDate} />}
        question={newest ? <OvertakenChoice line={line} newest={newest} changed={changed} onTake={takeNewest} onKeep={() => takeNewest(overNewest(formOf(line), form, formOf(newest)))} /> : null}
        refused={refused}
        refusedTitle="Chưa lưu được"
        lostHint="Bấm Ctrl+Enter lần nữa để lưu lại; lưu hai lần cũng chỉ là một lần sửa."
        buttons={
          <>
            <Button onClick={save} loading={saving} disabled={newest !== null} rightSection={<kbd>Ctrl+Enter</kbd>} data-entry="save">
              Lưu phần sửa
            </Button>
            <Button variant="default" onClick={leave}>
              Thôi
            </Button>
          </>
        }
        empty={<DropHint>Kéo tệp quét thả vào đây để thêm vào dòng này.</DropHint>}
      >
        <EntryFields form={form} set={set} today={today} read={read} problems={problems} byCode={byCode} askDouble={false} onLook={look} onCodeSettled={() => setForm(withGuessedType)} onSignerSettled={() => undefined} />
        <FileChips
          chips={chips}
          shown={shownPaper?.key ?? (shownKept === null ? null : `kept-${shownKept}`)}
          onShow={(key) => {
            paper.show(key);
            setShownKept(keptOf(key)?.ordinal ?? null);
          }}
          onRemove={(key) => {
            const file = keptOf(key);
            if (file) takeAway(file);
            else paper.remove(key);
          }}
          onPick={paper.pick}
        />
        <FieldNotes notes={byFile.map((double) => fileDoubleNote(double, look))} />
        <TextInput label="Lý do sửa" description="Ghi vào lịch sử của dòng; để trống cũng được" data-entry="reason" maxLength={500} autoComplete="off" value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </EntryDesk>
      {dialog === 'leave' ? <LeaveDialog onStay={() => setDialog(null)} onLeave={goBack} onDrop={away} /> : null}
      {dialog !== null && typeof dialog === 'object' ? <LineDialog id={dialog.line} onClose={() => setDialog(null)} /> : null}
    </Screen>
  );
}

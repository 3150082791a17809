import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { AttachedFile, Incoming } from '../../../../shared/contract/incoming.ts';
import { shortDate } from '../../../../shared/domain/dates.ts';
import { ChoiceNotice } from '../../../components/choice-notice.tsx';
import { focusEntry, useEntryKeys } from '../../../components/entry/entry-keys.ts';
import { FieldNotes } from '../../../components/entry/field-notes.tsx';
import { FileChips } from '../../../components/entry/file-chips.tsx';
import { FilePicture } from '../../../components/entry/file-picture.tsx';
import { Notice } from '../../../components/notice.tsx';
import { sayDone, sayRefused } from '../../../components/say.tsx';
import { Screen } from '../../../components/screen.tsx';
import { registerChanged } from '../../../lib/after-change.ts';
import { useCommands } from '../../../lib/commands.ts';
import { engine } from '../../../lib/engine.ts';
import { refusalCode, refusalProblems, refusalSentence } from '../../../lib/refusal-sentence.ts';
import { today as todayHere } from '../../../lib/today.ts';
import { changedGiven, namesOfChanges, overNewest } from './changed-given.ts';
import { fileDoubleNote } from './double-note.ts';
import { EntryFields } from './entry-fields.tsx';
import { entryFields, formOf, withField, withGuessedType, type EntryField, type EntryForm } from './entry-form.ts';
import { EntryHead } from './entry-head.tsx';
import classes from './entry-screen.module.css';
import { entryShelf } from './entry-shelf.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import { LineDialog } from './line-dialog.tsx';
import { dayFields, readEntry, readingOf } from './read-entry.ts';
import type { Problems } from './use-new-form.ts';
import { useDoubles } from './use-doubles.ts';
import { useDrop } from './use-drop.ts';
import { useKeptFile } from './use-kept-file.ts';
import { usePapers } from './use-papers.ts';


/** Sửa một dòng: the same form over a line of the book, its number untouched; two who change it at once are told. */
export function EditEntry({ folderId, start }: { folderId: string; start: Incoming }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const today = todayHere();
  const [shelf] = useState(() => entryShelf(localStorage, folderId));
  const [line, setLine] = useState(start);
  const [found] = useState(() => shelf.find(start.id));
  const [form, setForm] = useState<EntryForm>(() => (found?.revision === start.revision ? found.form : found ? overNewest(formOf(start), found.form, formOf(start)) : formOf(start)));
  const [files, setFiles] = useState<readonly AttachedFile[]>(start.files);
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Problems>({});
  const [refused, setRefused] = useState<unknown>(null);
  const [newest, setNewest] = useState<Incoming | null>(null);
  const [saving, setSaving] = useState(false);
  const [dialog, setDialog] = useState<'leave' | { line: number } | null>(null);
  const [shownKept, setShownKept] = useState<number | null>(start.files[0]?.ordinal ?? null);
  const column = useRef<HTMLDivElement>(null);
  const busy = useRef(false);

  const { id } = line;
  const back = `/van-ban-den?id=${id}`;
  const paper = usePapers(`${folderId}/${id}`, false);
  const drop = useDrop(paper.take);
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
    const first = entryFields.find((field) => found[field] !== undefined);
    if (first) window.setTimeout(() => focusEntry(column.current, first));
  };
  const away = (): void => {
    shelf.drop(id);
    paper.clear();
    void navigate(back);
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
    sayDone(`Đã sửa số đến ${line.number}.`, act === null ? undefined : { label: 'Lấy lại như cũ', run: () => void engine.register.undo({ act }).then(() => registerChanged(queries)).then(() => sayDone(`Số đến ${line.number} lại như trước khi sửa.`), sayRefused) });
    away();
  };
  const save = (): void => {
    if (busy.current || newest) return;
    if (Object.keys(read.problems).length > 0) return stop(read.problems);
    busy.current = true;
    setSaving(true);
    setRefused(null);
    send()
      .catch((error: unknown) => {
        setRefused(error);
        stop(Object.fromEntries(refusalProblems(error).map(({ field, message }) => [field, message])));
      })
      .finally(() => {
        busy.current = false;
        setSaving(false);
      });
  };
  const leave = (): void => (dirty ? setDialog('leave') : void navigate(back));
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
        <Notice title={start.status === 'cancelled' ? 'Số này đã hủy' : 'Văn bản này đã được nơi gửi thu hồi'} action={{ label: 'Về sổ văn bản đến', run: () => void navigate(back) }}>
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
      <div className={classes.desk} data-dropping={drop.over ? '' : undefined} {...drop.handlers}>
        <div className={classes.column} ref={column} {...keys}>
          <EntryHead label="Số đến" number={line.number} form={form} set={set} reading={readingOf('arrivalDate', form, today)} error={problems.arrivalDate} />
          <div className={classes.fields}>
            <EntryFields form={form} set={set} today={today} read={read} problems={problems} byCode={byCode} askDouble={false} onLook={(other) => setDialog({ line: other })} onCodeSettled={() => setForm(withGuessedType)} onSignerSettled={() => undefined} />
            <FileChips
              chips={chips}
              shown={shownPaper?.key ?? (shownKept === null ? null : `kept-${shownKept}`)}
              onShow={(key) => (keptOf(key) ? (paper.show(''), setShownKept(keptOf(key)?.ordinal ?? null)) : paper.show(key))}
              onRemove={(key) => {
                const file = keptOf(key);
                if (file) takeAway(file);
                else paper.remove(key);
              }}
              onPick={paper.pick}
            />
            <FieldNotes notes={byFile.map((double) => fileDoubleNote(double, (other) => setDialog({ line: other })))} />
            <TextInput label="Lý do sửa" description="Ghi vào lịch sử của dòng; để trống cũng được" data-entry="reason" maxLength={500} autoComplete="off" value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          </div>
          {newest ? (
            <ChoiceNotice
              title="Dòng này vừa được sửa ở nơi khác"
              choices={[
                {
                  label: 'Giữ phần tôi sửa trên bản mới nhất',
                  run: () => {
                    setForm(overNewest(formOf(line), form, formOf(newest)));
                    setLine(newest);
                    setFiles(newest.files);
                    setNewest(null);
                  },
                },
                {
                  label: 'Bỏ phần tôi sửa, xem bản trong sổ',
                  run: () => {
                    setForm(formOf(newest));
                    setLine(newest);
                    setFiles(newest.files);
                    setNewest(null);
                  },
                },
              ]}
            >
              Nơi khác đã sửa: {namesOfChanges(formOf(line), formOf(newest)).join(', ') || 'điều không hiện ở phiếu này'}. Bạn đang sửa: {changed.join(', ')}.
            </ChoiceNotice>
          ) : null}
          <div className={classes.foot}>
            {refused ? (
              <p className={classes.refused} role="alert">
                Chưa lưu được: {refusalSentence(refused)}
              </p>
            ) : null}
            <Button onClick={save} loading={saving} disabled={newest !== null} rightSection={<kbd>Ctrl+Enter</kbd>} data-entry="save">
              Lưu phần sửa
            </Button>
            <Button variant="default" onClick={leave}>
              Thôi
            </Button>
          </div>
        </div>
        {shownPaper ? <FilePicture key={shownPaper.key} name={shownPaper.file.name} file={shownPaper.file} /> : kept ? <FilePicture key={kept.key} name={kept.name} file={kept.file} /> : <div className={classes.aside}>
          <p className={classes.drop}>Kéo tệp quét thả vào đây để thêm vào dòng này.</p>
        </div>}
      </div>
      {dialog === 'leave' ? <LeaveDialog onStay={() => setDialog(null)} onLeave={() => void navigate(back)} onDrop={away} /> : null}
      {dialog !== null && typeof dialog === 'object' ? <LineDialog id={dialog.line} onClose={() => setDialog(null)} /> : null}
    </Screen>
  );
}

import { Button, CloseButton, NumberInput, Select, Skeleton, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Agency, AgencyDetails, AgencyKind } from '../../../shared/contract/agencies.ts';
import { dayShown } from './day-shown.ts';
import { DayField } from '../../components/day-field.tsx';
import { LineList } from '../../components/line-list.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { sayAct } from '../../components/use-undo.ts';
import { registerChanged } from '../../lib/after-change.ts';
import { useCommands } from '../../lib/commands.ts';
import { engine, engineQueries } from '../../lib/engine.ts';
import { refusalProblems, refusalSentence } from '../../lib/refusal-sentence.ts';
import { today } from '../../lib/today.ts';
import { kindWords } from './agency-words.ts';
import classes from './directory-screen.module.css';

type Draft = Pick<AgencyDetails, 'name' | 'shortName' | 'abbreviation' | 'kind' | 'rank' | 'parentId' | 'validFrom' | 'validTo' | 'succeededBy' | 'formerNames' | 'codes' | 'contacts' | 'signers' | 'address' | 'phone' | 'email' | 'note'>;

const empty: Draft = { name: '', shortName: '', abbreviation: '', kind: 'unit', rank: 0, parentId: null, validFrom: null, validTo: null, succeededBy: null, formerNames: [], codes: [], contacts: [], signers: [], address: null, phone: null, email: null, note: null };

interface AgencyFormProps {
  id: number | null;
  agencies: readonly Agency[];
  onClose: () => void;
  onOpen: (id: number) => void;
}

/** One agency of the directory: its names over time, place, codes, people; a new name from a day, or a slip put right. */
export function AgencyForm({ id, agencies, onClose, onOpen }: AgencyFormProps) {
  const known = useQuery({ ...engineQueries.agencies.get.queryOptions({ input: { id: id ?? 0 } }), enabled: id !== null });
  return (
    <aside
      className={classes.form}
      aria-label={id === null ? 'Thêm cơ quan' : 'Sửa cơ quan'}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      {id !== null && !known.data ? (
        <div className={classes.fields}>{known.isError ? <p role="alert">{refusalSentence(known.error)}</p> : <Skeleton height={160} />}</div>
      ) : (
        <Fields key={known.data ? `${known.data.id}/${known.data.history.length}` : 'new'} id={id} before={known.data ?? empty} details={known.data ?? null} agencies={agencies} onClose={onClose} onOpen={onOpen} />
      )}
    </aside>
  );
}

interface FieldsProps extends AgencyFormProps {
  before: Draft;
  details: AgencyDetails | null;
}

function Fields({ id, before, details, agencies, onClose, onOpen }: FieldsProps) {
  const queries = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<Draft>(before);
  const [renamedOn, setRenamedOn] = useState<string | null>(null);
  const [merging, setMerging] = useState<string | null>(null);
  const [mergeAsked, setMergeAsked] = useState(false);
  const set = (patch: Partial<Draft>): void => setDraft((now) => ({ ...now, ...patch }));
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const renamed = id !== null && draft.name.trim() !== before.name;
  const save = useMutation({
    mutationFn: () => {
      const { name, shortName, abbreviation, kind, rank, parentId, validFrom, validTo, succeededBy, formerNames, codes, contacts, signers, address, phone, email, note } = draft;
      const kept = { formerNames: formerNames.filter((each) => each.name.trim() !== ''), codes: codes.filter((each) => each.code.trim() !== ''), contacts: contacts.filter((each) => each.name.trim() !== ''), signers: signers.filter((each) => each.fullName.trim() !== '') };
      // a kind nobody chose is told from the name
      const chosen = id === null && kind === empty.kind ? {} : { kind };
      return engine.agencies.save({ ...(id !== null && { id }), name, shortName, abbreviation, ...chosen, rank, parentId, validFrom, validTo, succeededBy, ...kept, address, phone, email, note, ...(renamed && renamedOn && { renamedOn }) });
    },
    onSuccess: async ({ id: saved, name, act, notices }) => {
      await registerChanged(queries);
      sayAct(queries, [id === null ? `Đã thêm «${name}» vào danh bạ.` : `Đã lưu «${name}».`, ...notices].join(' '), act, 'agencies');
      if (id === null) onOpen(saved);
    },
  });
  const submit = (): void => {
    if (!save.isPending) save.mutate();
  };
  useCommands([{ id: 'save-agency', label: 'Lưu cơ quan', shortcut: 'Ctrl+S', run: submit }]);
  const others = agencies.filter((each) => each.id !== id && each.mergedInto === null).map((each) => ({ value: String(each.id), label: each.name }));
  const problems = save.error ? refusalProblems(save.error) : [];
  const wrong = (field: string): string | undefined => problems.find((each) => each.field === field)?.message;
  return (
    <form
      ref={form}
      style={{ display: 'contents' }}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={classes.bar}>
        <strong>{id === null ? 'Thêm cơ quan' : before.name}</strong>
        <CloseButton ml="auto" aria-label="Đóng (Esc)" onClick={onClose} />
      </div>
      <div className={classes.fields}>
        {details?.mergedInto ? <p className={classes.told}>Mục này đã gộp vào «{agencies.find((each) => each.id === details.mergedInto)?.name}».</p> : null}
        <TextInput label="Tên" autoComplete="off" value={draft.name} error={wrong('name')} onChange={(event) => set({ name: event.currentTarget.value })} />
        {renamed ? <DayField label="Đổi tên từ ngày (để trống nếu chỉ sửa chính tả)" value={renamedOn} onChange={setRenamedOn} /> : null}
        <div className={classes.pair}>
          <TextInput label="Tên ngắn" placeholder="Sở TC" autoComplete="off" value={draft.shortName} onChange={(event) => set({ shortName: event.currentTarget.value })} />
          <TextInput label="Viết tắt" placeholder="STC" autoComplete="off" value={draft.abbreviation} onChange={(event) => set({ abbreviation: event.currentTarget.value })} />
        </div>
        <div className={classes.pair}>
          <Select label="Loại" allowDeselect={false} data={Object.entries(kindWords).map(([value, label]) => ({ value, label }))} value={draft.kind} onChange={(kind) => kind && set({ kind: kind as AgencyKind })} />
          <NumberInput label="Thứ tự trong loại" min={0} max={1_000_000} hideControls allowDecimal={false} value={draft.rank} onChange={(rank) => set({ rank: typeof rank === 'number' ? rank : 0 })} />
        </div>
        <Select label="Trực thuộc" searchable clearable limit={50} nothingFoundMessage="Không có cơ quan này" data={others} value={draft.parentId === null ? null : String(draft.parentId)} error={wrong('parentId')} onChange={(value) => set({ parentId: value === null ? null : Number(value) })} />
        <div className={classes.pair}>
          <DayField label="Thành lập từ ngày" value={draft.validFrom} onChange={(validFrom) => set({ validFrom })} />
          <DayField label="Hoạt động đến hết ngày" value={draft.validTo} onChange={(validTo) => set({ validTo })} />
        </div>
        {draft.validTo !== null || draft.succeededBy !== null ? <Select label="Kế thừa bởi" searchable clearable limit={50} nothingFoundMessage="Không có cơ quan này" data={others} value={draft.succeededBy === null ? null : String(draft.succeededBy)} error={wrong('succeededBy')} onChange={(value) => set({ succeededBy: value === null ? null : Number(value) })} /> : null}
        <LineList label="Tên cũ" field="formerNames" lines={draft.formerNames} onChange={(formerNames) => set({ formerNames })} textOf={(each) => each.name} withText={(each, name) => ({ ...each, name })} newLine={() => ({ name: '', from: null, to: null })} suggestions={[]} beside={(each) => <span className={classes.told}>{dayShown(each)}</span>} />
        <LineList label="Mã định danh" field="codes" lines={draft.codes} onChange={(codes) => set({ codes })} textOf={(each) => each.code} withText={(each, code) => ({ ...each, code })} newLine={() => ({ code: '', from: null, to: null })} suggestions={[]} placeholder="H37.DN.001" />
        <LineList
          label="Người ký"
          field="signers"
          lines={draft.signers}
          onChange={(signers) => set({ signers })}
          textOf={(each) => each.fullName}
          withText={(each, fullName) => ({ ...each, fullName })}
          newLine={() => ({ fullName: '', position: '', competence: null, from: null, to: null })}
          suggestions={[]}
          beside={(each, change, name) => <TextInput className={classes.small ?? ''} aria-label={`Chức vụ: ${name}`} placeholder="chức vụ" value={each.position} onChange={(event) => change({ ...each, position: event.currentTarget.value })} />}
        />
        <LineList
          label="Người liên hệ"
          field="contacts"
          lines={draft.contacts}
          onChange={(contacts) => set({ contacts })}
          textOf={(each) => each.name}
          withText={(each, name) => ({ ...each, name })}
          newLine={() => ({ name: '', position: null, phone: null, email: null })}
          suggestions={[]}
          beside={(each, change, name) => <TextInput className={classes.small ?? ''} aria-label={`Điện thoại: ${name}`} placeholder="điện thoại" value={each.phone ?? ''} onChange={(event) => change({ ...each, phone: event.currentTarget.value === '' ? null : event.currentTarget.value })} />}
        />
        <TextInput label="Địa chỉ" value={draft.address ?? ''} onChange={(event) => set({ address: event.currentTarget.value })} />
        <div className={classes.pair}>
          <TextInput label="Điện thoại" value={draft.phone ?? ''} onChange={(event) => set({ phone: event.currentTarget.value })} />
          <TextInput label="Thư điện tử" value={draft.email ?? ''} onChange={(event) => set({ email: event.currentTarget.value })} />
        </div>
        <Textarea label="Ghi chú" autosize minRows={2} value={draft.note ?? ''} onChange={(event) => set({ note: event.currentTarget.value })} />
        {id !== null && details?.mergedInto === null ? (
          <Select label="Gộp vào mục khác" placeholder="khi danh bạ có hai mục của cùng một cơ quan" searchable clearable limit={50} data={others} value={merging} onChange={(value) => (setMerging(value), setMergeAsked(value !== null))} />
        ) : null}
        {details && details.groups.length > 0 ? <p className={classes.told}>Trong nhóm: {details.groups.map((group) => group.name).join('; ')}</p> : null}
      </div>
      <div className={classes.foot}>
        <p role="status">{save.error && problems.every((each) => !['name', 'parentId', 'succeededBy'].includes(each.field)) ? refusalSentence(save.error) : ''}</p>
        {id !== null && draft.validTo === null && before.validTo === null ? (
          <Button variant="default" onClick={() => set({ validTo: today() })}>
            Thôi hoạt động…
          </Button>
        ) : null}
        <Button type="submit" loading={save.isPending} disabled={draft.name.trim() === ''}>
          Lưu&nbsp; <kbd>Ctrl+S</kbd>
        </Button>
      </div>
      <ReasonDialog
        opened={mergeAsked}
        onClose={() => (setMergeAsked(false), setMerging(null))}
        title={`Gộp vào «${others.find((each) => each.value === merging)?.label ?? ''}»`}
        told="Dòng trong sổ và văn bản đã phát hành giữ tên như đã in; việc theo dõi của hai mục tính chung từ nay."
        label="Lý do"
        button="Gộp"
        optional
        act={async (reason) => {
          const { act, notices } = await engine.agencies.merge({ keep: Number(merging), merge: [id ?? 0], ...(reason && { reason }) });
          await registerChanged(queries);
          sayAct(queries, ['Đã gộp hai mục.', ...notices].join(' '), act, 'agencies');
        }}
      />
    </form>
  );
}

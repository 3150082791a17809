import { Button, CloseButton, MultiSelect, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Agency, AgencyKind } from '../../../shared/contract/agencies.ts';
import type { Group } from '../../../shared/contract/groups.ts';
import { readSort, writeSort, type ListSort } from '../../../shared/domain/list-sort.ts';
import { sortRows } from '../../../shared/domain/sort-rows.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { DayField } from '../../components/day-field.tsx';
import { LineList } from '../../components/line-list.tsx';
import { ListSkeleton } from '../../components/register-list/list-skeleton.tsx';
import { Notice } from '../../components/notice.tsx';
import { SortHead } from '../../components/sort-head.tsx';
import { sayAct } from '../../components/use-undo.ts';
import { registerChanged } from '../../lib/after-change.ts';
import { letterKeys } from '../../lib/letter-keys.ts';
import { useCommands } from '../../lib/commands.ts';
import { engine, engineQueries } from '../../lib/engine.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { kindWords, validityWords } from './agency-words.ts';
import classes from './directory-screen.module.css';

const sorts = ['name', 'members', 'rule', 'validity'] as const;
const heads: Record<(typeof sorts)[number], string> = { name: 'Tên nhóm', members: 'Gồm', rule: 'Cách chọn', validity: 'Hiệu lực' };
const ruleWords = ({ rule }: Group): string => (rule ? `theo loại: ${rule.kinds.map((kind) => kindWords[kind]).join(', ')}` : 'theo danh sách');
const valueOf = (row: Group, by: (typeof sorts)[number]): string => ({ name: row.name, members: String(row.members.length), rule: ruleWords(row), validity: validityWords(row) })[by];

/** Groups: one line of a letter and the agencies it stands for, by list or by rule. */
export function GroupsPart() {
  const [search, setSearch] = useSearchParams();
  const opened = search.get('id');
  const sort = readSort(search.get('sort'), sorts);
  const show = (id: string | null, by: ListSort | null, replace: boolean): void => setSearch({ phan: 'nhom', ...(by && { sort: writeSort(by) }), ...(id !== null && { id }) }, { replace });
  const open = (id: number | 'moi' | null): void => show(id === null ? null : String(id), sort, opened !== null);
  const groups = useQuery(engineQueries.groups.list.queryOptions({ input: { all: true } }));
  const agencies = useQuery(engineQueries.agencies.list.queryOptions({ input: {} }));
  useCommands([{ id: 'new-group', label: 'Thêm nhóm nơi nhận', shortcut: letterKeys.newEntry.key, run: () => open('moi') }]);
  if (groups.isError) {
    return (
      <Notice tone="trouble" title="Chưa đọc được các nhóm" action={{ label: 'Thử lại', run: () => void groups.refetch() }}>
        {refusalSentence(groups.error)}
      </Notice>
    );
  }
  if (!groups.data) return <ListSkeleton label="Đang đọc các nhóm" />;
  const rows = sort ? sortRows(groups.data.rows, sort.order, (row) => valueOf(row, sort.by), true) : groups.data.rows;
  const shown = opened === 'moi' ? null : (rows.find((row) => String(row.id) === opened) ?? null);
  if (rows.length === 0 && opened === null) {
    return (
      <Notice title="Chưa có nhóm nơi nhận" action={{ label: 'Thêm nhóm', shortcut: letterKeys.newEntry.key, run: () => open('moi') }}>
        Nhóm cho biết một dòng như «UBND các xã, phường» gồm những cơ quan nào, để theo dõi từng cơ quan đã nhận và đã báo cáo.
      </Notice>
    );
  }
  return (
    <div className={classes.split} data-open={opened !== null}>
      <div className={classes.list}>
        <div className={classes.bar}>
          <span className={classes.told}>{formatVietnameseNumber(rows.length)} nhóm</span>
          <div className={classes.aside}>
            <Button onClick={() => open('moi')}>
              Thêm nhóm&nbsp; <kbd>{letterKeys.newEntry.key}</kbd>
            </Button>
          </div>
        </div>
        <table className={classes.table}>
          <thead>
            <tr>
              {sorts.map((by) => (
                <SortHead key={by} by={by} label={heads[by]} sort={sort} onSort={(next) => show(opened, next, false)} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} data-open={row.id === shown?.id}>
                <td>
                  <button type="button" onClick={() => open(row.id)}>
                    {row.name}
                  </button>
                </td>
                <td>{formatVietnameseNumber(row.members.length)} cơ quan</td>
                <td>{ruleWords(row)}</td>
                <td>{validityWords(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {opened !== null ? <GroupForm key={opened + JSON.stringify(shown)} group={shown} agencies={agencies.data?.rows ?? []} onClose={() => open(null)} onOpen={open} /> : null}
    </div>
  );
}

interface GroupFormProps {
  group: Group | null;
  agencies: readonly Agency[];
  onClose: () => void;
  onOpen: (id: number) => void;
}

function GroupForm({ group, agencies, onClose, onOpen }: GroupFormProps) {
  const queries = useQueryClient();
  const [name, setName] = useState(group?.name ?? '');
  const [aliases, setAliases] = useState<string[]>(group?.aliases ?? []);
  const [byRule, setByRule] = useState(group?.rule !== null && group !== null);
  const [kinds, setKinds] = useState<AgencyKind[]>(group?.rule?.kinds ?? []);
  const [parent, setParent] = useState<number | null>(group?.rule?.parent ?? null);
  const [members, setMembers] = useState<string[]>((group?.members ?? []).map((member) => String(member.agencyId)));
  const [validFrom, setValidFrom] = useState(group?.validFrom ?? null);
  const [validTo, setValidTo] = useState(group?.validTo ?? null);
  const data = agencies.map((each) => ({ value: String(each.id), label: each.name }));
  const save = useMutation({
    mutationFn: () =>
      engine.groups.save({
        ...(group && { id: group.id }),
        name,
        aliases: aliases.filter((alias) => alias.trim() !== ''),
        ...(byRule ? { rule: { kinds, parent, except: group?.rule?.except ?? [] } } : { rule: null, members: members.map(Number) }),
        validFrom,
        validTo,
      }),
    onSuccess: async ({ id, name: kept, act, notices }) => {
      await registerChanged(queries);
      sayAct(queries, [`Đã lưu nhóm «${kept}».`, ...notices].join(' '), act, 'agencies');
      if (!group) onOpen(id);
    },
  });
  const submit = (): void => {
    if (!save.isPending) save.mutate();
  };
  useCommands([{ id: 'save-group', label: 'Lưu nhóm', shortcut: 'Ctrl+S', run: submit }]);
  return (
    <aside
      className={classes.form}
      aria-label={group ? 'Sửa nhóm' : 'Thêm nhóm'}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <form
        style={{ display: 'contents' }}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className={classes.bar}>
          <strong>{group?.name ?? 'Thêm nhóm'}</strong>
          <CloseButton ml="auto" aria-label="Đóng (Esc)" onClick={onClose} />
        </div>
        <div className={classes.fields}>
          <TextInput label="Tên nhóm, như ghi trong văn bản" data-autofocus autoComplete="off" placeholder="UBND các xã, phường" value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <LineList label="Cách gọi khác" field="aliases" lines={aliases} onChange={setAliases} textOf={(alias) => alias} withText={(_alias, text) => text} newLine={() => ''} suggestions={[]} />
          <SegmentedControl
            aria-label="Cách chọn thành viên"
            data={[
              { value: 'list', label: 'Theo danh sách' },
              { value: 'rule', label: 'Theo loại cơ quan' },
            ]}
            value={byRule ? 'rule' : 'list'}
            onChange={(value) => setByRule(value === 'rule')}
          />
          {byRule ? (
            <>
              <MultiSelect label="Mọi cơ quan loại" data={Object.entries(kindWords).map(([value, label]) => ({ value, label }))} value={kinds} onChange={(value) => setKinds(value as AgencyKind[])} />
              <Select label="Trực thuộc" placeholder="không kể trực thuộc đâu" searchable clearable limit={50} data={data} value={parent === null ? null : String(parent)} onChange={(value) => setParent(value === null ? null : Number(value))} />
            </>
          ) : (
            <MultiSelect label="Thành viên" searchable clearable limit={50} nothingFoundMessage="Không có trong danh bạ" data={data} value={members} onChange={setMembers} maxDropdownHeight={260} />
          )}
          <div className={classes.pair}>
            <DayField label="Hiệu lực từ ngày" value={validFrom} onChange={setValidFrom} />
            <DayField label="đến hết ngày" value={validTo} onChange={setValidTo} />
          </div>
          {group && byRule ? (
            <div>
              <p className={classes.told}>Hôm nay gồm {formatVietnameseNumber(group.members.length)} cơ quan:</p>
              <ol className={classes.members}>
                {group.members.map((member) => (
                  <li key={member.agencyId}>{member.name}</li>
                ))}
              </ol>
            </div>
          ) : null}
        </div>
        <div className={classes.foot}>
          <p role="status">{save.error ? refusalSentence(save.error) : ''}</p>
          <Button type="submit" loading={save.isPending} disabled={name.trim() === '' || (byRule && kinds.length === 0)}>
            Lưu&nbsp; <kbd>Ctrl+S</kbd>
          </Button>
        </div>
      </form>
    </aside>
  );
}

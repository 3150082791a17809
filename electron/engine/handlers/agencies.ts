import { foldVietnamese } from '../../../shared/domain/vietnamese-text.ts';
import { cleanValue } from '../../../shared/domain/clean-value.ts';
import { initialsOf } from '../../../shared/domain/name-initials.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { changeAgency, insertAgencies, listAgencies } from '../storage/agency-repository.ts';
import { implementer } from './implementer.ts';

export const list = implementer.agencies.list.handler(async ({ context }) => ({ rows: await listAgencies(context.database) }));

export const save = implementer.agencies.save.handler(({ input, context }) =>
  context.write(async ({ database }) => {
    const { id, name, ...given } = cleanValue(input).value;
    const rows = await listAgencies(database);
    const present = rows.find((row) => row.id === id);
    if (id !== undefined && !present) throw new Refusal('NOT_FOUND', `Danh bạ không có cơ quan mã ${id}.`, { id });
    const same = rows.find((row) => row.id !== id && foldVietnamese(row.name) === foldVietnamese(name));
    if (same) throw new Refusal('NOT_ALLOWED', `Danh bạ đã có «${same.name}».`, { id: same.id });
    const wanted = { name, shortName: given.shortName || present?.shortName || name, abbreviation: given.abbreviation || present?.abbreviation || initialsOf(name).toLocaleUpperCase('vi'), kind: given.kind ?? present?.kind ?? 'unit' };
    if (id === undefined) await insertAgencies(database, [wanted]);
    else await changeAgency(database, id, wanted);
    const kept = (await listAgencies(database)).find((row) => (id === undefined ? row.name === name : row.id === id));
    if (!kept) throw new Error('an agency just kept is not there');
    return kept;
  }),
);

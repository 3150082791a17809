import { z } from 'zod';
import { agencyKinds } from '../domain/directory/agency-kind.ts';
import { provinceLevels } from '../domain/directory/province-of-office.ts';
import { Day, filledLine, line, Notices, nullableDay, nullableLine, nullableText, optionalReason } from './fields.ts';
import { procedure } from './procedure.ts';

export const AgencyId = z.int({ error: 'Mã cơ quan (id) là số nguyên.' });
export const AgencyKind = z.enum(agencyKinds, { error: 'Loại cơ quan không có.' });
export type AgencyKind = z.infer<typeof AgencyKind>;

const from = nullableDay('Từ ngày').default(null);
const to = nullableDay('Đến ngày').default(null);
/** A name it bore before, with the days it bore it. */
export const FormerName = z.object({ name: filledLine('Tên cũ', 300, 'Chưa ghi tên cũ.'), from, to });
/** Mã định danh (QĐ 20/2020/QĐ-TTg): opaque, at most 35 characters; both orders of levels are met. */
export const AgencyCode = z.object({ code: filledLine('Mã định danh', 35, 'Chưa ghi mã định danh.'), from, to });
export const AgencyContact = z.object({ name: line('Họ tên', 100), position: nullableLine('Chức vụ', 200).default(null), phone: nullableLine('Điện thoại', 100).default(null), email: nullableLine('Thư điện tử', 200).default(null) });
export const AgencySigner = z.object({ fullName: filledLine('Họ tên', 100, 'Chưa ghi họ tên.'), position: line('Chức vụ', 200), competence: nullableLine('Quyền hạn ký', 200).default(null), from, to });

export const Agency = z.object({
  id: AgencyId,
  name: z.string(),
  /** `Sở TC`; the name when it has no shorter form. */
  shortName: z.string(),
  /** `STC`. */
  abbreviation: z.string(),
  kind: AgencyKind,
  /** Place in the order of protocol within its kind; equal ranks go by name. */
  rank: z.int(),
  parentId: AgencyId.nullable(),
  /** First and last day it stood; null where not known, or still standing. */
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  /** Kế thừa bởi. */
  succeededBy: AgencyId.nullable(),
  /** The entry that is kept for this one. */
  mergedInto: AgencyId.nullable(),
  formerNames: z.array(z.object({ name: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
});
export type Agency = z.infer<typeof Agency>;

export const AgencyDetails = Agency.extend({
  address: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  note: z.string().nullable(),
  codes: z.array(AgencyCode),
  contacts: z.array(AgencyContact),
  signers: z.array(AgencySigner),
  /** Groups it stands in today. */
  groups: z.array(z.object({ id: z.int(), name: z.string() })),
  history: z.array(z.object({ at: z.string(), who: z.string(), act: z.string(), reason: z.string().nullable(), changes: z.record(z.string(), z.array(z.unknown())) })),
});
export type AgencyDetails = z.infer<typeof AgencyDetails>;

const given = {
  shortName: line('Tên ngắn', 200),
  abbreviation: line('Chữ viết tắt', 40),
  kind: AgencyKind,
  rank: z.int('Thứ tự là số nguyên.').min(0, 'Thứ tự không thể âm.').max(1_000_000, 'Thứ tự quá lớn.'),
  parentId: AgencyId.nullable(),
  validFrom: nullableDay('Thành lập từ ngày'),
  validTo: nullableDay('Hoạt động đến ngày'),
  succeededBy: AgencyId.nullable(),
  formerNames: z.array(FormerName).max(50, 'Nhiều nhất 50 tên cũ.'),
  codes: z.array(AgencyCode).max(20, 'Nhiều nhất 20 mã định danh.'),
  contacts: z.array(AgencyContact).max(50, 'Nhiều nhất 50 người liên hệ.'),
  signers: z.array(AgencySigner).max(100, 'Nhiều nhất 100 người ký.'),
  address: nullableLine('Địa chỉ', 300),
  phone: nullableLine('Điện thoại', 100),
  email: nullableLine('Thư điện tử', 200),
  note: nullableText('Ghi chú', 2000),
};

/** A row of a sheet of agencies as it would be entered, and what becomes of it. */
export const AgencySheetRow = z.object({ row: z.int(), name: z.string(), shortName: z.string(), abbreviation: z.string(), kind: AgencyKind, parent: z.string().nullable(), code: z.string().nullable(), becomes: z.enum(['added', 'changed', 'same', 'left-out']), problem: z.string().nullable() });
export type AgencySheetRow = z.infer<typeof AgencySheetRow>;

const Province = {
  province: line('Tên tỉnh, thành phố', 100),
  level: z.enum(provinceLevels, { error: 'Cấp (level) là «tỉnh» hoặc «thành phố».' }),
};

/** A body that a province has since 2025, with its names there. */
export const OfferedBody = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
  abbreviation: z.string(),
  kind: AgencyKind,
  /** Chosen unless the person says otherwise: most provinces have it, and it is not the office itself. */
  usual: z.boolean(),
  note: z.string().nullable(),
  /** What has to be filled in to complete the name. */
  fill: z.string().nullable(),
  /** The name under which the directory has it already. */
  known: z.string().nullable(),
  /** Whether it is the office itself. */
  own: z.boolean(),
});
export type OfferedBody = z.infer<typeof OfferedBody>;

export const agencies = {
  /** The directory, for choosing addressees and recipients; small enough to be given whole. Closed and merged ones only when asked for, or when they stood on `asOf`. */
  list: procedure
    .input(z.object({ asOf: Day('Ngày xem (asOf)').optional(), all: z.boolean().default(false), text: z.string().max(200).optional(), kind: AgencyKind.optional() }).default({ all: false }))
    .output(z.object({ rows: z.array(Agency) })),
  /**
   * Adds an agency, or changes the one of that id; what is left out stays. A name that is there already is refused.
   * Short name, abbreviation and kind are proposed from the name. With `renamedOn` the old name stays as a former one
   * until the day before; without it a changed name is a spelling put right.
   */
  save: procedure
    .input(z.object({ ...z.object(given).partial().shape, id: AgencyId.optional(), name: filledLine('Tên cơ quan', 300, 'Chưa ghi tên cơ quan.'), renamedOn: nullableDay('Ngày đổi tên').optional(), reason: optionalReason }))
    .output(Agency.extend({ act: z.int().nullable(), notices: Notices })),
};

/** Acts on the whole directory. */
export const directoryActs = {
  get: procedure.input(z.object({ id: AgencyId })).output(AgencyDetails),
  /** Entries of the same agency: the others point to the kept one; lines that name them stay as printed. */
  merge: procedure.input(z.object({ keep: AgencyId, merge: z.array(AgencyId).min(1, 'Chưa chọn mục nào để gộp.').max(500), reason: optionalReason })).output(z.object({ act: z.int(), notices: Notices })),
  /** Reads a sheet of agencies (xlsx, csv), or the 34 provinces that come with the program; with `preview` only says what would become of each row. */
  import: procedure
    .input(z.object({ file: z.file().optional(), shipped: z.enum(['provinces-2026'], { error: 'Danh sách kèm theo chương trình là provinces-2026.' }).optional(), preview: z.boolean().default(false) }))
    .output(z.object({ columns: z.array(z.object({ column: z.string(), header: z.string(), field: z.string().nullable() })), rows: z.array(AgencySheetRow), added: z.int(), changed: z.int(), leftOut: z.int(), act: z.int().nullable() })),
  /**
   * The bodies of a Vietnamese province after 2025 to choose a directory from, by group, named for the province; the
   * office's own by its settings where none is given. What the directory has is marked.
   */
  offered: procedure
    .input(z.object({ province: Province.province.optional(), level: Province.level.optional(), officeName: line('Tên cơ quan', 500).optional() }).default({}))
    .output(z.object({ province: z.string(), level: Province.level, asOf: z.string(), groups: z.array(z.object({ id: z.string(), name: z.string(), bodies: z.array(OfferedBody) })) })),
  /**
   * Adds the bodies chosen of `offered` and the communes of a text (one a line, or cells from a spreadsheet) in one act.
   * What is there already stays as it is; a line that tells no commune is left out and said. With `preview` nothing is kept.
   */
  choose: procedure
    .input(
      z.object({
        ...Province,
        bodies: z.array(z.object({ id: z.string().max(60), fill: line('Phần điền thêm', 60).default('') })).max(500, 'Nhiều nhất 500 cơ quan một lần.').default([]),
        communes: z.string({ error: 'Danh sách xã, phường phải là chữ.' }).max(200_000, 'Danh sách xã, phường dài quá 200.000 ký tự; nhập làm nhiều lần.').default(''),
        preview: z.boolean().default(false),
      }),
    )
    .output(z.object({ rows: z.array(AgencySheetRow), added: z.int(), same: z.int(), leftOut: z.int(), act: z.int().nullable() })),
  /** The communes of a list (xlsx, csv) as lines for `choose`, to be looked through first. */
  communes: procedure.input(z.object({ file: z.file() })).output(z.object({ lines: z.array(z.string()), leftOut: z.array(z.object({ row: z.int(), text: z.string(), problem: z.string() })) })),
  /** The directory as a sheet that `import` reads back. */
  export: procedure.input(z.object({}).optional()).output(z.file()),
  /** Takes an act on the directory, its groups or the calendar back where nothing has changed since. */
  undo: procedure.input(z.object({ act: z.int('Mã việc (act) là số nguyên.') })).output(z.object({ changed: z.int(), kept: z.int(), notices: Notices })),
};

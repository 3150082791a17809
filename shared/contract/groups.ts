import { z } from 'zod';
import { AgencyId, AgencyKind } from './agencies.ts';
import { Day, filledLine, line, Notices, nullableDay, optionalReason } from './fields.ts';
import { procedure } from './procedure.ts';

export const GroupId = z.int({ error: 'Mã nhóm (id) là số nguyên.' });

/** Members found by what they are: all agencies of these kinds, under that agency (itself or through others) when one is named. */
export const GroupRule = z.object({ kinds: z.array(AgencyKind).min(1, 'Quy tắc nhóm chưa chọn loại cơ quan nào.'), parent: AgencyId.nullable().default(null), except: z.array(AgencyId).default([]) });
export type GroupRule = z.infer<typeof GroupRule>;

export const GroupMember = z.object({ agencyId: AgencyId, name: z.string(), from: z.string().nullable(), to: z.string().nullable() });

export const Group = z.object({
  id: GroupId,
  name: z.string(),
  shortName: z.string(),
  abbreviation: z.string(),
  /** Other wordings of the same line of a letter. */
  aliases: z.array(z.string()),
  rule: GroupRule.nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  /** Who belongs to it on the day asked for, in the order of the list or of protocol. */
  members: z.array(GroupMember),
});
export type Group = z.infer<typeof Group>;

/** One line of a letter and the agencies it stands for; an agency the directory does not know has no id and stays as written. */
export const ExpandedLine = z.object({ line: z.string(), group: GroupId.nullable(), agencies: z.array(z.object({ id: AgencyId.nullable(), name: z.string() })), notices: Notices });
export type ExpandedLine = z.infer<typeof ExpandedLine>;

const member = z.union([AgencyId, filledLine('Tên cơ quan', 300, 'Chưa ghi tên cơ quan.'), z.object({ agency: z.union([AgencyId, filledLine('Tên cơ quan', 300, 'Chưa ghi tên cơ quan.')]), from: nullableDay('Từ ngày').optional(), to: nullableDay('Đến ngày').optional() })], { error: 'Thành viên nhóm là mã cơ quan, tên cơ quan, hoặc {agency, from, to}.' });

/** A group as it is to be kept; what is left out of a change stays. */
export const GroupInput = z.object({
  id: GroupId.optional(),
  name: filledLine('Tên nhóm', 300, 'Chưa ghi tên nhóm.'),
  shortName: line('Tên ngắn', 200).optional(),
  abbreviation: line('Chữ viết tắt', 40).optional(),
  aliases: z.array(filledLine('Cách gọi khác', 300, 'Cách gọi khác còn trống.')).max(50).optional(),
  rule: GroupRule.nullish(),
  members: z.array(member).max(5000, 'Nhóm có quá 5.000 thành viên.').optional(),
  validFrom: nullableDay('Từ ngày').optional(),
  validTo: nullableDay('Đến ngày').optional(),
  reason: optionalReason,
});
export type GroupInput = z.infer<typeof GroupInput>;

export const groups = {
  list: procedure.input(z.object({ asOf: Day('Ngày xem (asOf)').optional(), all: z.boolean().default(false) }).default({ all: false })).output(z.object({ rows: z.array(Group) })),
  /** Adds a group or changes the one of that id; a list takes `members` (ids or names; a name the directory lacks is added to it), a rule takes `rule`. */
  save: procedure
    .input(GroupInput)
    .output(Group.extend({ act: z.int().nullable(), notices: Notices })),
  /** The agencies that lines of a letter stand for on a day (today when left out). */
  expand: procedure.input(z.object({ lines: z.array(line('Dòng', 500)).max(1000), asOf: Day('Ngày xem (asOf)').optional() })).output(z.object({ rows: z.array(ExpandedLine) })),
};

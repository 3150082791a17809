import { z } from 'zod';
import { lateSorts } from '../domain/list-sort.ts';
import { recurrences } from '../domain/recurrence.ts';
import { filledLine, jobName, line, Notices, nullableDay, nullableLine, nullableText, Reason, searchText, sortBy } from './fields.ts';
import { AppendixColumn, Obligation, PlainAppendix } from './letter-schema.ts';
import { OutgoingId } from './outgoing.ts';
import { procedure } from './procedure.ts';

/** One report on one day: what one agency owes for one dispatch. */
export const OwedId = z.int({ error: 'Mã việc phải báo cáo (id) là số nguyên.' });
export const OwedState = z.enum(['open', 'late', 'done'], { error: 'Trạng thái là open, late hoặc done.' });
export type OwedState = z.infer<typeof OwedState>;

/** A day (its end) or a local minute `YYYY-MM-DDTHH:mm`; now when left out. */
const asOf = z.string({ error: 'asOf là ngày dạng năm-tháng-ngày, có thể kèm giờ.' }).regex(/^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d)?$/, 'asOf là ngày dạng năm-tháng-ngày, có thể kèm giờ (2020-08-18T16:00).').optional();
const day = (name: string) => z.string({ error: `${name} phải là chữ dạng năm-tháng-ngày.` }).max(20, `${name} không phải là ngày.`);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Giờ viết dạng 16:00.').nullable();

/** A cell of what was reported: a number, or words. */
const Figure = z.union([z.number(), z.string().max(2000, 'Ô số liệu dài quá 2.000 ký tự.'), z.null()], { error: 'Số liệu là số hoặc chữ.' });
/** One value, one for each column in order, or one by the column's name; numbers may be written the Vietnamese way. */
export const Figures = z.union([Figure, z.array(Figure).max(100, 'Báo cáo có quá 100 số liệu.'), z.record(z.string(), Figure)], { error: 'Số liệu là một số, danh sách theo cột, hoặc theo tên cột.' });

export const OwedReport = z.object({
  receivedDate: z.string(),
  receivedTime: z.string().nullable(),
  /** Accepted in part: still owed. */
  partial: z.boolean(),
  /** The incoming dispatch it came with. */
  incoming: z.object({ id: z.int(), number: z.string(), year: z.int(), code: z.string() }).nullable(),
  /** In the order of the obligation's columns. */
  figures: z.array(Figure).nullable(),
  note: z.string().nullable(),
});
export type OwedReport = z.infer<typeof OwedReport>;

export const OwedRow = z.object({
  id: OwedId,
  /** The outgoing dispatch that asks for it. */
  dispatch: OutgoingId,
  /** Its type, empty where none is noted, and its own day. */
  typeName: z.string(),
  issuedDate: z.string().nullable(),
  code: z.string().nullable(),
  subject: z.string(),
  obligation: z.int(),
  /** Which of a recurring obligation's days, from 1. */
  n: z.int(),
  agency: z.string(),
  agencyId: z.int().nullable(),
  what: z.string(),
  reportTo: z.string().nullable(),
  /** The last day that counts, extended or not. */
  due: z.string(),
  time: z.string().nullable(),
  bound: z.enum(['before', 'through']).nullable(),
  recurrence: z.enum(recurrences).nullable(),
  /** The day before it was extended. */
  extendedFrom: z.string().nullable(),
  state: OwedState,
  /** How a done one was settled. */
  settled: z.enum(['on-time', 'late', 'excused']).nullable(),
  /** Whole calendar days from the last day that counts to `asOf`, or to the day it came. */
  lateDays: z.int(),
  report: OwedReport.nullable(),
});
export type OwedRow = z.infer<typeof OwedRow>;

export const OwedDetails = OwedRow.extend({
  columns: z.array(AppendixColumn),
  sentence: z.string().nullable(),
  rule: z.string().nullable(),
  until: z.string().nullable(),
  extendReason: z.string().nullable(),
  excuseReason: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  history: z.array(z.object({ at: z.string(), who: z.string(), act: z.string(), reason: z.string().nullable(), changes: z.record(z.string(), z.array(z.unknown())) })),
});
export type OwedDetails = z.infer<typeof OwedDetails>;

export const OwedAct = z.object({ changed: z.int(), kept: z.int(), act: z.int().nullable(), notices: Notices });

const ids = z.array(OwedId).min(1, 'Chưa chọn việc nào.').max(20_000, 'Một lần đổi nhiều nhất 20.000 việc.');

/** An obligation of a dispatch as it is kept. */
export const KeptObligation = z.object({
  id: z.int(),
  dispatch: OutgoingId,
  what: z.string(),
  reportTo: z.string().nullable(),
  bound: z.enum(['before', 'through']).nullable(),
  due: z.string(),
  time: z.string().nullable(),
  recurrence: OwedRow.shape.recurrence,
  until: z.string().nullable(),
  rule: z.string().nullable(),
  columns: z.array(AppendixColumn),
  sentence: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  days: z.array(z.object({ n: z.int(), day: z.string() })),
  duties: z.array(z.object({ id: z.int(), name: z.string(), agencyId: z.int().nullable(), line: z.string() })),
});
export type KeptObligation = z.infer<typeof KeptObligation>;

const Counts = z.object({ open: z.int(), late: z.int(), onTime: z.int(), doneLate: z.int(), excused: z.int() });

const filter = {
  dispatch: OutgoingId.optional(),
  agency: z.int().optional(),
  obligation: z.int().optional(),
  state: OwedState.optional(),
  /** Days due, inclusive. */
  from: z.string().optional(),
  to: z.string().optional(),
  text: searchText.optional(),
};

/** An entry of the agenda: a report of others, or an incoming dispatch to be dealt with here. */
export const AgendaItem = z.object({
  kind: z.enum(['owed', 'incoming']),
  /** The dispatch (outgoing or incoming). */
  id: z.int(),
  code: z.string().nullable(),
  subject: z.string(),
  what: z.string(),
  due: z.string(),
  time: z.string().nullable(),
  /** Of reports: how many agencies owe it, are late, have reported. Of an incoming dispatch: who has it. */
  open: z.int(),
  late: z.int(),
  done: z.int(),
  who: z.string(),
  state: OwedState,
});
export type AgendaItem = z.infer<typeof AgendaItem>;

/** One row behind the number «Quá hạn»: one agency's report of one day, or one incoming dispatch to be dealt with here. */
export const LateRow = z.object({
  kind: z.enum(['owed', 'incoming']),
  /** The dispatch (outgoing or incoming). */
  id: z.int(),
  /** Of a report: the duty to open. */
  owed: OwedId.nullable(),
  code: z.string().nullable(),
  subject: z.string(),
  what: z.string(),
  /** Who owes it; of an incoming dispatch who has it, empty while nobody has. */
  who: z.string(),
  due: z.string(),
  time: z.string().nullable(),
  /** Whole calendar days since the last day that counted. */
  lateDays: z.int(),
});
export type LateRow = z.infer<typeof LateRow>;

/** Who owes what: agencies by dispatches, or by the days of one dispatch. */
export const Board = z.object({
  asOf: z.string(),
  columns: z.array(z.object({ key: z.string(), dispatch: OutgoingId, code: z.string().nullable(), subject: z.string(), issuedDate: z.string().nullable(), due: z.string(), time: z.string().nullable(), counts: Counts })),
  rows: z.array(z.object({ key: z.string(), agency: z.string(), agencyId: z.int().nullable(), closed: z.boolean(), counts: Counts })),
  /**
   * [row, column, owed id, open, late, on time, done late, excused, late days, partial]; `owed id` is the one to
   * act on: the oldest late, else the first still owed, else the last; `late days` are its own, and where nothing is
   * late now those of the report settled longest after its day; `partial` counts the days
   * accepted in part and still owed.
   */
  cells: z.array(z.tuple([z.int(), z.int(), z.int(), z.int(), z.int(), z.int(), z.int(), z.int(), z.int(), z.int()])),
  /** Dispatches (or days) beyond `limit`. */
  more: z.int(),
  counts: Counts,
});
export type Board = z.infer<typeof Board>;

export const owed = {
  /** By due moment, then dispatch, then agency in its order. */
  list: procedure
    .input(z.object({ asOf, ...filter, limit: z.int().min(1, 'Ít nhất một việc.').max(20_000, 'Nhiều nhất 20.000 việc một lần.').default(5000), cursor: z.string().optional() }).default({ limit: 5000 }))
    .output(z.object({ rows: z.array(OwedRow), total: z.int(), nextCursor: z.string().optional() })),
  get: procedure.input(z.object({ id: OwedId, asOf })).output(OwedDetails),
  /** The obligations of a dispatch. */
  of: procedure.input(z.object({ dispatch: OutgoingId })).output(z.object({ rows: z.array(KeptObligation) })),
  /** Lays further obligations on agencies by a dispatch that already has its number, ours or made elsewhere. */
  add: procedure.input(z.object({ dispatch: OutgoingId, obligations: z.array(Obligation).min(1, 'Chưa ghi việc nào.').max(1000, 'Một lần giao nhiều nhất 1.000 việc.') })).output(z.object({ obligations: z.array(z.int()), act: z.int(), notices: Notices })),
  /** Puts the names that one line stood for in its place («UBND các xã, phường» → each of them). */
  split: procedure.input(z.object({ duty: z.int(), agencies: z.array(line('Cơ quan', 300)).optional() })).output(OwedAct),
  /** Gives the wanted figures their columns, the report's addressee or words, or a recurring one its end. */
  change: procedure.input(z.object({ obligation: z.int(), what: filledLine('Việc phải làm', 1000, 'Chưa ghi việc phải làm.').optional(), reportTo: nullableLine('Nơi nhận báo cáo', 300).optional(), /** null: it has no end any more. */ until: nullableDay('Ngày cuối').optional(), columns: z.array(AppendixColumn).max(50, 'Báo cáo có quá 50 cột.').optional() })).output(OwedAct),
  /** The obligation no longer stands: nobody owes it, and the history says why. */
  withdraw: procedure.input(z.object({ obligation: z.int(), reason: Reason('thôi yêu cầu') })).output(OwedAct),
  /**
   * A report came. `partial`: accepted in part, still owed. A second report for the same day is refused unless `again`
   * says that it takes the place of the first; the history keeps both.
   */
  report: procedure
    .input(z.object({ id: OwedId, receivedDate: day('Ngày nhận'), receivedTime: time.optional(), incoming: z.int().nullish(), figures: Figures.nullish(), partial: z.boolean().default(false), note: nullableText('Ghi chú', 2000).optional(), again: z.boolean().default(false) }))
    .output(OwedAct.extend({ state: OwedState, settled: OwedRow.shape.settled, lateDays: z.int() })),
  /** Many reports of one day at once: typed, pasted, or read from a sheet with `read`. */
  enter: procedure
    .input(z.object({ obligation: z.int(), n: z.int().default(1), receivedDate: day('Ngày nhận'), rows: z.array(z.object({ id: OwedId, figures: Figures.nullish(), note: nullableText('Ghi chú', 2000).optional() })).min(1, 'Chưa có dòng nào.').max(5000, 'Một lần nhập nhiều nhất 5.000 dòng.'), again: z.boolean().default(false) }))
    .output(OwedAct),
  /** Gia hạn. */
  extend: procedure.input(z.object({ id: OwedId.optional(), ids: ids.optional(), due: day('Hạn mới'), time: time.optional(), reason: Reason('gia hạn') })).output(OwedAct),
  /** Miễn báo cáo. */
  excuse: procedure.input(z.object({ id: OwedId.optional(), ids: ids.optional(), reason: Reason('miễn báo cáo') })).output(OwedAct),
  undo: procedure.input(z.object({ act: z.int('Mã việc (act) là số nguyên.') })).output(OwedAct),
  /** Rows agencies, columns dispatches (the days of one when `dispatch` is given). */
  board: procedure
    .input(z.object({ asOf, dispatch: OutgoingId.optional(), year: z.int().optional(), text: searchText.optional(), /** Only dispatches still owed something. */ open: z.boolean().default(true), limit: z.int().min(1, 'Ít nhất một văn bản.').max(500, 'Nhiều nhất 500 văn bản một lần.').default(200) }).default({ open: true, limit: 200 }))
    .output(Board),
  agenda: procedure.input(z.object({ from: z.string(), to: z.string(), asOf })).output(z.object({ days: z.array(z.object({ day: z.string(), working: z.boolean(), name: z.string().nullable(), items: z.array(AgendaItem) })), late: z.array(AgendaItem) })),
  /** The rows that `summary` counts as late, the longest late first; `total` is its `late` at the same moment. */
  late: procedure
    .input(z.object({ asOf, limit: z.int().min(1, 'Ít nhất một dòng.').max(20_000, 'Nhiều nhất 20.000 dòng một lần.').default(500), sort: sortBy(lateSorts).optional() }).default({ limit: 500 }))
    .output(z.object({ asOf: z.string(), total: z.int(), owed: z.int(), incoming: z.int(), rows: z.array(LateRow) })),
  /** The banner: what is late, due today, due in the next three days; of others' reports and of incoming dispatches. */
  summary: procedure
    .input(z.object({ asOf }).default({}))
    .output(z.object({ asOf: z.string(), late: z.int(), today: z.int(), soon: z.int(), owed: z.object({ late: z.int(), today: z.int(), soon: z.int() }), incoming: z.object({ late: z.int(), today: z.int(), soon: z.int() }) })),
  /** What has come in over time, and by dispatch. */
  progress: procedure
    .input(z.object({ asOf, dispatch: OutgoingId.optional(), from: z.string(), to: z.string() }))
    .output(z.object({ days: z.array(z.object({ day: z.string(), due: z.int(), received: z.int(), late: z.int() })), dispatches: z.array(z.object({ dispatch: OutgoingId, code: z.string().nullable(), subject: z.string(), counts: Counts })) })),
  /** What an incoming dispatch may be the report of: open duties of its agency, those whose dispatch it cites first. */
  offers: procedure
    .input(z.object({ organName: line('Tác giả', 300), text: z.string().max(20_000).optional(), arrivalDate: z.string().optional() }))
    .output(z.object({ rows: z.array(OwedRow.extend({ cited: z.boolean() })) })),
};

/** What it writes by itself, and what it reads out of texts and sheets. */
export const owedPapers = {
  /** Figures found for the agencies of one day in a pasted table or a sender's sheet; nothing is kept. */
  read: procedure
    .input(z.object({ obligation: z.int(), n: z.int().default(1), text: z.string().max(2_000_000).optional(), file: z.file().optional() }))
    .output(z.object({ columns: z.array(AppendixColumn), rows: z.array(z.object({ id: OwedId, agency: z.string(), figures: z.array(Figure), source: z.string(), problems: z.array(z.string()) })), unknown: z.array(z.string()), missing: z.array(z.object({ id: OwedId, agency: z.string() })), notices: Notices })),
  /** Writes a draft công văn đôn đốc to the agencies of these reports, citing the dispatches and their deadlines, with an appendix of who owes what since when. */
  remind: procedure.input(z.object({ ids, newDue: nullableDay('Hạn mới').optional(), asOf })).output(z.object({ draft: OutgoingId, notices: Notices })),
  /**
   * The figures that came in, by agency, as an appendix: totals, and when asked for each agency's share, rank and change
   * since the day before; who has not reported is marked. With `into` the table is put into that draft.
   */
  collect: procedure
    .input(z.object({ obligation: z.int().optional(), dispatch: OutgoingId.optional(), n: z.int().optional(), title: line('Tên phụ lục', 500).optional(), share: z.boolean().default(false), rank: z.boolean().default(false), change: z.boolean().default(false), into: OutgoingId.optional(), asOf }))
    .output(z.object({ appendix: PlainAppendix, missing: z.array(z.string()), notices: Notices })),
  /** Who is late, for the leader's meeting. */
  lateList: procedure.input(z.object({ asOf, ...filter, format: z.enum(['docx', 'xlsx'], { error: 'Dạng tệp là docx hoặc xlsx.' }), job: jobName })).output(z.file()),
  /** Deadlines as a calendar file. */
  ics: procedure.input(z.object({ from: z.string().optional(), to: z.string().optional(), dispatch: OutgoingId.optional(), asOf }).default({})).output(z.file()),
  /** Deadlines written in a letter's text, each with its sentence, offered as obligations. */
  phrases: procedure
    .input(z.object({ text: z.string().max(500_000), issuedDate: z.string().nullish(), addressees: z.array(line('Kính gửi', 500)).max(500).optional() }))
    .output(z.object({ rows: z.array(z.object({ sentence: z.string(), phrase: z.string(), start: z.int(), end: z.int(), certain: z.boolean(), obligation: Obligation, rule: z.string().nullable(), notices: Notices })) })),
};

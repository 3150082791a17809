import { z } from 'zod';
import { handlings, incomingViews } from '../domain/register-states.ts';
import { incomingSorts } from '../domain/list-sort.ts';
import { Year } from './books.ts';
import { confirmed, filledLine, jobName, line, Notices, nullableCount, nullableDay, nullableLine, nullableText, optionalReason, page, Priority, Reason, searchText, sortBy } from './fields.ts';
import { procedure } from './procedure.ts';

export const IncomingId = z.int({ error: 'Mã văn bản (id) là số nguyên.' });
export const IncomingStatus = z.enum(['registered', 'cancelled', 'recalled'], { error: 'Trạng thái là registered, cancelled hoặc recalled.' });
export type IncomingStatus = z.infer<typeof IncomingStatus>;

export const Handling = z.enum(handlings, { error: 'Việc giải quyết là waiting, handed hoặc done.' });
export type Handling = z.infer<typeof Handling>;

export const IncomingSigner = z.object({ competence: nullableLine('Quyền hạn ký', 200), position: nullableLine('Chức vụ người ký', 200), fullName: nullableLine('Họ tên người ký', 100) }).partial();

/** What may be said of an incoming dispatch; what is left out is unknown when it is registered, and stays when it is changed. */
const given = {
  /** Number and notation together as printed on the paper; or apart in the two below. */
  code: nullableLine('Số, ký hiệu', 60),
  codeNumber: z.union([z.string(), z.number().transform(String)], { error: 'Số văn bản là chữ hoặc số.' }).pipe(line('Số văn bản', 30)).nullable(),
  codeNotation: nullableLine('Ký hiệu', 40),
  issuedDate: nullableDay('Ngày văn bản'),
  typeName: nullableLine('Tên loại', 100),
  signer: IncomingSigner.nullable(),
  priority: Priority,
  pages: nullableCount('Số trang', 100_000),
  copies: nullableCount('Số bản', 100_000),
  /** Đơn vị hoặc người nhận. */
  toPlaces: nullableLine('Đơn vị hoặc người nhận', 1000),
  /** Ngày chuyển. */
  handedDate: nullableDay('Ngày chuyển'),
  /** Who took it over. */
  handedTo: nullableLine('Người nhận', 300),
  /** Ký nhận: what the receiver signed or said. */
  receipt: nullableLine('Ký nhận', 300),
  dueDate: nullableDay('Hạn giải quyết'),
  handling: Handling,
  needsReply: z.boolean({ error: 'needsReply là true hoặc false.' }),
  /** The outgoing dispatch that answers it. */
  replyId: z.int('Mã văn bản trả lời là số nguyên.').nullable(),
  note: nullableText('Ghi chú', 2000),
};
const organName = filledLine('Nơi gửi', 300, 'Chưa ghi nơi gửi (cơ quan ban hành).');
const subject = filledLine('Trích yếu', 2000, 'Chưa ghi trích yếu.');
const arrivalDate = nullableDay('Ngày đến');
const everything = z.object({ ...given, organName, subject, arrivalDate }).partial();
export type IncomingGiven = z.infer<typeof everything>;

/** What may be changed on many lines at once. */
export const IncomingChange = z
  .object({ toPlaces: given.toPlaces, handedDate: given.handedDate, handedTo: given.handedTo, receipt: given.receipt, dueDate: given.dueDate, handling: given.handling, needsReply: given.needsReply, replyId: given.replyId, note: given.note, priority: given.priority, typeName: given.typeName })
  .partial();
export type IncomingChange = z.infer<typeof IncomingChange>;

/** A file kept with a line. */
export const AttachedFile = z.object({ ordinal: z.int(), name: z.string(), size: z.int(), sha256: z.string() });
export type AttachedFile = z.infer<typeof AttachedFile>;

/** A line that looks the same: same agency, code and date, or the same file. */
export const Double = z.object({
  id: IncomingId,
  arrivalNumber: z.int(),
  /** `1247`, `12a`: the number as printed. */
  number: z.string(),
  year: Year,
  arrivalDate: z.string(),
  organName: z.string(),
  code: z.string(),
  issuedDate: z.string().nullable(),
  subject: z.string(),
  because: z.enum(['code', 'file']),
});
export type Double = z.infer<typeof Double>;

export const IncomingRow = z.object({
  id: IncomingId,
  status: IncomingStatus,
  series: z.string(),
  year: Year,
  arrivalNumber: z.int(),
  /** `12a` as printed; differs from arrivalNumber only in old books. */
  number: z.string(),
  arrivalDate: z.string(),
  organName: z.string(),
  code: z.string(),
  codeNumber: z.string(),
  codeNotation: z.string(),
  issuedDate: z.string().nullable(),
  typeName: z.string().nullable(),
  subject: z.string(),
  signerName: z.string().nullable(),
  priority: z.int(),
  pages: z.int().nullable(),
  copies: z.int().nullable(),
  toPlaces: z.string(),
  handedDate: z.string().nullable(),
  handedTo: z.string().nullable(),
  receipt: z.string().nullable(),
  dueDate: z.string().nullable(),
  handling: Handling,
  needsReply: z.boolean(),
  replyId: z.int().nullable(),
  note: z.string().nullable(),
  cancelReason: z.string().nullable(),
  backdated: z.string().nullable(),
  fileCount: z.int(),
  updatedAt: z.string(),
  revision: z.int(),
});
export type IncomingRow = z.infer<typeof IncomingRow>;

export const IncomingHistoryEntry = z.object({
  at: z.string(),
  who: z.string(),
  act: z.enum(['register', 'import', 'update', 'cancel', 'restore', 'recall', 'attach', 'detach', 'undo']),
  reason: z.string().nullable(),
  /** `{field: [before, after]}`. */
  changes: z.record(z.string(), z.array(z.unknown())).nullable(),
});
export type IncomingHistoryEntry = z.infer<typeof IncomingHistoryEntry>;

export const Incoming = IncomingRow.extend({
  signer: z.object({ competence: z.string().nullable(), position: z.string().nullable(), fullName: z.string().nullable() }).nullable(),
  doubleReason: z.string().nullable(),
  reply: z.object({ id: z.int(), code: z.string().nullable(), subject: z.string(), issuedDate: z.string().nullable() }).nullable(),
  files: z.array(AttachedFile),
  history: z.array(IncomingHistoryEntry),
  /** From which old book it came; null for lines entered here. */
  batch: z.int().nullable(),
});
export type Incoming = z.infer<typeof Incoming>;

export const IncomingView = z.enum(incomingViews, { error: 'Khung nhìn không có.' });
export type IncomingView = z.infer<typeof IncomingView>;

/** What is typed under the heads of the columns: words for texts, days from–to for dates. */
export const IncomingColumns = z.object({
  number: z.string().max(20),
  organName: searchText,
  code: searchText,
  subject: searchText,
  /** Đơn vị, người nhận, người ký. */
  people: searchText,
  typeName: z.string().max(100),
  issuedFrom: z.string(),
  issuedTo: z.string(),
  dueFrom: z.string(),
  dueTo: z.string(),
  handedFrom: z.string(),
  handedTo: z.string(),
  handling: Handling,
  priority: Priority,
  needsReply: z.boolean(),
}).partial();
export type IncomingColumns = z.infer<typeof IncomingColumns>;

const filter = {
  year: Year.optional(),
  text: searchText.optional(),
  /** Days of arrival. */
  from: z.string().optional(),
  to: z.string().optional(),
  status: IncomingStatus.optional(),
  view: IncomingView.optional(),
  columns: IncomingColumns.optional(),
};

const files = z.array(z.file()).max(100, 'Một lần thêm nhiều nhất 100 tệp.').optional();

/** What a change makes of one line; `kept` says why it stays as it is, null where it changes. */
export const ChangedLine = z.object({
  id: IncomingId,
  number: z.string(),
  organName: z.string(),
  code: z.string(),
  subject: z.string(),
  /** Who has it afterwards, as written. */
  toPlaces: z.string(),
  /** `{field: [before, after]}`. */
  changes: z.record(z.string(), z.array(z.unknown())),
  kept: z.string().nullable(),
});
export type ChangedLine = z.infer<typeof ChangedLine>;

/** What was done, and the name by which it can be undone. */
export const Changed = z.object({ changed: z.int(), kept: z.int(), act: z.int().nullable(), notices: Notices });

/** A line that is cancelled, recalled or restored; `notices` where an agency still counts as having reported by it. */
const turned = z.object({ id: IncomingId, status: IncomingStatus, notices: Notices.optional() });

export const incoming = {
  /** Takes the next arrival number of the year of `arrivalDate` (today when left out); numbers in the input are never used. */
  register: procedure
    .input(
      everything.required({ organName: true, subject: true }).extend({
        files,
        /** Why it is kept although it looks like another line. */
        doubleReason: optionalReason,
        /** Why it is entered on a day before the one of the number before it. */
        backdateReason: optionalReason,
        confirm: confirmed,
        /** What it is the report of, by the ids of `owed.list`: recorded with the line, on its day of arrival. */
        reports: z.array(z.int()).max(1000, 'Một văn bản là báo cáo của nhiều nhất 1.000 việc.').optional(),
      }),
    )
    .output(z.object({ id: IncomingId, arrivalNumber: z.int(), arrivalDate: z.string(), duplicates: z.array(Double), notices: Notices })),
  /** What would look double, before anything is saved; also answers the number the line would take. */
  check: procedure
    .input(z.object({ organName: z.string().max(300).optional(), code: z.string().max(60).nullish(), issuedDate: z.string().nullish(), arrivalDate: z.string().nullish(), files, id: IncomingId.optional() }))
    .output(z.object({ nextNumber: z.int(), duplicates: z.array(Double), notices: Notices })),
  /** What is left out stays; with `revision`, refused as CHANGED_MEANWHILE when the line has moved on. The arrival number never changes. */
  update: procedure
    .input(everything.extend({ id: IncomingId, revision: z.int().optional(), reason: optionalReason }))
    .output(z.object({ id: IncomingId, revision: z.int(), act: z.int().nullable(), duplicates: z.array(Double), notices: Notices })),
  /** One change on many lines in one transaction; `preview` only counts. */
  change: procedure
    .input(
      z.object({
        ids: z.array(IncomingId).min(1, 'Chưa chọn dòng nào.').max(20_000, 'Một lần đổi nhiều nhất 20.000 dòng.'),
        set: IncomingChange,
        /** Each is handed to whom it already names: lines that name nobody, or that were handed on before, stay. */
        toWritten: z.boolean({ error: 'toWritten là true hoặc false.' }).optional(),
        reason: optionalReason,
        preview: z.boolean().default(false),
        /** Also says line by line what changes, of the first 200 in the order given. */
        lines: z.boolean({ error: 'lines là true hoặc false.' }).optional(),
        job: jobName,
      }),
    )
    .output(Changed.extend({ lines: z.array(ChangedLine).optional() })),
  cancel: procedure.input(z.object({ id: IncomingId, reason: Reason('hủy') })).output(turned),
  /** The sender took the dispatch back (PL VI mục III khoản 8): the line and its data stay. */
  recall: procedure.input(z.object({ id: IncomingId, reason: Reason('thu hồi') })).output(turned),
  /** Takes a cancellation or a recall back; both acts stay in the history. */
  restore: procedure.input(z.object({ id: IncomingId, reason: optionalReason })).output(turned),
  attach: procedure.input(z.object({ id: IncomingId, files: z.array(z.file()).min(1, 'Chưa có tệp nào.').max(100, 'Một lần thêm nhiều nhất 100 tệp.') })).output(z.object({ id: IncomingId, files: z.array(AttachedFile), duplicates: z.array(Double), notices: Notices })),
  /** Sets a file aside that belongs elsewhere; it stays in the store and in the history. */
  detach: procedure.input(z.object({ id: IncomingId, ordinal: z.int(), reason: optionalReason })).output(z.object({ id: IncomingId, files: z.array(AttachedFile) })),
  file: procedure.input(z.object({ id: IncomingId, ordinal: z.int() })).output(z.file()),
  get: procedure.input(z.object({ id: IncomingId })).output(Incoming),
  /** Newest number first; hits with the exact tones of the text come before the others. */
  list: procedure
    .input(z.object({ ...filter, ...page, sort: sortBy(incomingSorts).optional() }).default({ limit: 100, exact: true }))
    .output(
      z.object({
        rows: z.array(IncomingRow),
        total: z.int(),
        /** More than `total` were found, not counted to the end. */
        more: z.boolean(),
        /** Of the same filter without `status`. */
        counts: z.object({ registered: z.int(), cancelled: z.int(), recalled: z.int() }),
        nextCursor: z.string().optional(),
      }),
    ),
  /** How many lines of the same filter stand before a line in that list; null when the filter does not find it. */
  place: procedure.input(z.object({ ...filter, id: IncomingId, sort: sortBy(incomingSorts).optional() })).output(z.object({ offset: z.int().nullable() })),
  /** How many lines each view shows. */
  views: procedure.input(z.object({ year: Year.optional() }).optional()).output(z.object({ all: z.int(), views: z.record(IncomingView, z.int()) })),
};

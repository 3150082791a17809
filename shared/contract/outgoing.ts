import { z } from 'zod';
import { outgoingStatuses } from '../domain/register-states.ts';
import { outgoingSorts } from '../domain/list-sort.ts';
import { Year } from './books.ts';
import { accepted, confirmed, filledLine, jobName, line, nullableCount, nullableDay, nullableLine, nullableText, optionalReason, page, Priority, Reason, searchText, sortBy } from './fields.ts';
import { Changed } from './incoming.ts';
import { Letter, StoredLetter } from './letter-schema.ts';
import { procedure } from './procedure.ts';
import { LetterForm, Office } from './settings.ts';

export const OutgoingId = z.int({ error: 'Mã văn bản (id) là số nguyên.' });
/** reserved: a number kept for later; sent: handed over or posted; corrected, replaced, recalled: in the book, with its link and reason. */
export const OutgoingStatus = z.enum(outgoingStatuses, { error: 'Trạng thái không có.' });
export type OutgoingStatus = z.infer<typeof OutgoingStatus>;

/** letter: written here; elsewhere: only took a number here; old-book: brought in; reservation: a number kept for later. */
export const OutgoingOrigin = z.enum(['letter', 'elsewhere', 'old-book', 'reservation']);

const realDay = z.string({ error: 'Ngày phải là chữ dạng năm-tháng-ngày.' });

export const HistoryEntry = z.object({
  /** Local instant `YYYY-MM-DDTHH:mm:ss`. */
  at: z.string(),
  who: z.string(),
  act: z.enum(['draft', 'update', 'issue', 'register', 'import', 'reserve', 'use', 'send', 'correct', 'replace', 'recall', 'cancel', 'restore', 'note', 'attach', 'detach', 'undo']),
  reason: z.string().nullable(),
  /** `{field: [before, after]}`. */
  changes: z.record(z.string(), z.array(z.unknown())).nullable(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** A file kept for the letter when it took its number, or attached by a person. */
export const StoredFile = z.object({ role: z.enum(['letter', 'appendix-docx', 'appendix-xlsx', 'attached']), ordinal: z.int(), name: z.string(), size: z.int(), sha256: z.string() });
export type StoredFile = z.infer<typeof StoredFile>;

/** What the book says of a line beside the letter itself. */
const inTheBook = {
  cancelReason: z.string().nullable(),
  origin: OutgoingOrigin,
  /** `05`, `12a` as printed; null before issue. */
  number: z.string().nullable(),
  /** Nơi nhận, joined by «; ». */
  recipientNames: z.string(),
  /** Đơn vị, người nhận bản lưu. */
  archiveUnits: z.string(),
  copies: z.int().nullable(),
  /** Ngày chuyển. */
  sentDate: z.string().nullable(),
  /** Ký nhận. */
  receipt: z.string().nullable(),
  note: z.string().nullable(),
  /** Why it was given its number on a day before that of the number before it; '' when nobody said; null when it was not. */
  backdated: z.string().nullable(),
  /** Why the number was kept for later. */
  reservedReason: z.string().nullable(),
  /** The line that corrects or replaces this one. */
  byId: z.int().nullable(),
  fileCount: z.int(),
};

export const OutgoingRow = z.object({
  id: OutgoingId,
  status: OutgoingStatus,
  series: z.string(),
  year: Year,
  codeNumber: z.int().nullable(),
  codeNotation: z.string(),
  /** `05/UBND-VP`; null before issue. */
  code: z.string().nullable(),
  typeName: z.string(),
  issuedDate: z.string().nullable(),
  subject: z.string(),
  priority: z.int(),
  addressees: z.string(),
  signerName: z.string().nullable(),
  appendixCount: z.int(),
  ...inTheBook,
  updatedAt: z.string(),
});
export type OutgoingRow = z.infer<typeof OutgoingRow>;

/** used: a kept number that has passed to `by`; its line is no line of the book any more. */
export const LineState = z.enum([...OutgoingStatus.options, 'used']);
export type LineState = z.infer<typeof LineState>;

export const Outgoing = StoredLetter.extend({
  id: OutgoingId,
  status: LineState,
  series: z.string(),
  year: Year,
  codeNumber: z.int().nullable(),
  code: z.string().nullable(),
  /** The code it would take if it were issued now; null once it has one. */
  nextCode: z.string().nullable(),
  /** The office and form as they stood when the letter was issued; null for a draft (the present ones count). */
  issuedAs: z.object({ office: Office, letterForm: LetterForm }).nullable(),
  files: z.array(StoredFile),
  history: z.array(HistoryEntry),
  ...inTheBook,
  /** That line's code and subject. */
  by: z.object({ id: z.int(), code: z.string().nullable(), subject: z.string() }).nullable(),
  /** The lines it corrects, or stands in the place of. */
  amends: z.array(z.object({ id: z.int(), code: z.string().nullable(), status: z.enum(['corrected', 'replaced']) })),
  /** The incoming dispatches it answers. */
  answers: z.array(z.object({ id: z.int(), number: z.string(), year: z.int(), code: z.string(), organName: z.string(), subject: z.string() })),
  updatedAt: z.string(),
  /** Grows with every change of the line; given back to `update`, it keeps two desks from overwriting each other. */
  revision: z.int(),
});
export type Outgoing = z.infer<typeof Outgoing>;

/** What is typed under the heads of the columns. */
export const OutgoingColumns = z.object({ number: z.string().max(20), code: searchText, subject: searchText, addressees: searchText, people: searchText, typeName: z.string().max(100), issuedFrom: z.string(), issuedTo: z.string() }).partial();
export type OutgoingColumns = z.infer<typeof OutgoingColumns>;

/** Sentences about what was changed on the way in: control characters left out, a number in the file not used. */
const Notices = z.array(z.string());
/** What may be said of a dispatch that was made elsewhere and only takes a number here. */
const elsewhere = z.object({
  typeName: line('Tên loại', 100).optional(),
  codeNotation: line('Ký hiệu', 60),
  issuedDate: nullableDay('Ngày văn bản').optional(),
  subject: filledLine('Trích yếu', 2000, 'Chưa ghi trích yếu.'),
  priority: Priority.optional(),
  addressees: z.array(line('Kính gửi', 500), { error: 'Kính gửi là danh sách tên.' }).max(500, 'Kính gửi có quá 500 nơi.').optional(),
  recipients: z.array(line('Nơi nhận', 300), { error: 'Nơi nhận là danh sách tên.' }).max(500, 'Nơi nhận có quá 500 dòng.').optional(),
  signer: z.object({ competence: nullableLine('Quyền hạn ký', 200).optional(), position: nullableLine('Chức vụ', 200).optional(), fullName: nullableLine('Họ tên người ký', 100).optional() }).nullish(),
  archiveUnits: nullableLine('Đơn vị, người nhận bản lưu', 200).optional(),
  copies: nullableCount('Số lượng bản', 100_000).optional(),
  note: nullableText('Ghi chú', 2000).optional(),
  /** A series of its own (tổ chức tư vấn); that of the type when left out. */
  series: line('Dãy số', 60).optional(),
  files: z.array(z.file()).max(100, 'Một lần thêm nhiều nhất 100 tệp.').optional(),
});
const numberChoice = {
  /** The line of a number kept earlier, to be used now instead of the next one. */
  reserved: OutgoingId.optional(),
  /** Why the number is given on a day before that of the number before it; kept and shown in the book. */
  backdateReason: optionalReason,
  confirm: confirmed,
};
const given = z.object({ id: OutgoingId, codeNumber: z.int(), code: z.string(), issuedDate: z.string(), notices: Notices });

/** A line that is cancelled or restored; `notices` where reports still owed for it lapse or are watched again. */
const turned = z.object({ id: OutgoingId, status: OutgoingStatus, notices: Notices.optional() });

const draftInput = {
  /** A letter still being written: missing parts are allowed until it is issued. */
  incomplete: z.boolean().optional(),
  /** Only looked at to say that numbers come from the book, never from the input. */
  codeNumber: z.union([z.number(), z.string(), z.null()]).optional(),
};

const filter = {
  year: Year.optional(),
  /** Found without tones, case or order, in code, subject, addressees, recipients, signer, notes, file names. */
  text: searchText.optional(),
  from: realDay.optional(),
  to: realDay.optional(),
  status: OutgoingStatus.optional(),
  /** With a number, whatever became of it; of these, written here with an appendix; not yet sent; with a file missing; kept numbers not used. */
  view: z.enum(['numbered', 'with-appendices', 'unsent', 'without-files', 'reserved']).optional(),
  series: z.string().optional(),
  columns: OutgoingColumns.optional(),
};

export const outgoing = {
  draft: procedure.input(Letter.extend(draftInput)).output(z.object({ id: OutgoingId, notices: Notices, revision: z.int() })),
  /** With `revision`, refused as CHANGED_MEANWHILE when the line is no longer at it. */
  update: procedure.input(Letter.extend({ ...draftInput, id: OutgoingId, revision: z.int().optional() })).output(z.object({ id: OutgoingId, notices: Notices, revision: z.int() })),
  /** With `revision`, refused as CHANGED_MEANWHILE when the draft is no longer the one that was read. */
  issue: procedure
    .input(z.object({ id: OutgoingId, issuedDate: realDay.nullish(), revision: z.int().optional(), accept: accepted, ...numberChoice }))
    .output(given),
  /** Enters a dispatch made elsewhere: it takes the next number of its series, or a reserved one, and needs no page of ours. */
  register: procedure.input(elsewhere.extend(numberChoice)).output(given),
  /** Keeps the next number, or several, for later, with who and why; used by `issue` or `register`, or cancelled. */
  reserve: procedure
    .input(z.object({ typeName: line('Tên loại', 100).optional(), series: line('Dãy số', 60).optional(), codeNotation: line('Ký hiệu', 60), issuedDate: nullableDay('Ngày').optional(), amount: z.int().min(1, 'Giữ ít nhất một số.').max(50, 'Mỗi lần giữ nhiều nhất 50 số.').default(1), reason: Reason('giữ số'), confirm: confirmed }))
    .output(z.object({ rows: z.array(z.object({ id: OutgoingId, codeNumber: z.int(), code: z.string() })) })),
  /** Sent, corrected, replaced, recalled, or back to issued: one act on one or many lines; `preview` only counts. */
  mark: procedure
    .input(
      z.object({
        ids: z.array(OutgoingId).min(1, 'Chưa chọn dòng nào.').max(20_000, 'Một lần đổi nhiều nhất 20.000 dòng.'),
        status: z.enum(['issued', 'sent', 'corrected', 'replaced', 'recalled']),
        /** The dispatch that corrects or replaces it. */
        by: OutgoingId.nullish(),
        sentDate: nullableDay('Ngày chuyển').optional(),
        receipt: nullableLine('Ký nhận', 300).optional(),
        reason: optionalReason,
        preview: z.boolean().default(false),
        job: jobName,
      }),
    )
    .output(Changed),
  /** What may be written beside a numbered line: note, receipt, day of sending. */
  note: procedure.input(z.object({ id: OutgoingId, note: nullableText('Ghi chú', 2000).optional(), receipt: nullableLine('Ký nhận', 300).optional(), sentDate: nullableDay('Ngày chuyển').optional() })).output(Changed),
  attach: procedure.input(z.object({ id: OutgoingId, files: z.array(z.file()).min(1, 'Chưa có tệp nào.').max(100, 'Một lần thêm nhiều nhất 100 tệp.') })).output(z.object({ id: OutgoingId, files: z.array(StoredFile), notices: Notices })),
  detach: procedure.input(z.object({ id: OutgoingId, ordinal: z.int(), reason: optionalReason })).output(z.object({ id: OutgoingId, files: z.array(StoredFile) })),
  /** A file attached to the line. */
  file: procedure.input(z.object({ id: OutgoingId, ordinal: z.int() })).output(z.file()),
  /** `preview` only says what would become of it, and needs no reason yet. */
  cancel: procedure
    .input(
      z
        .object({ id: OutgoingId, reason: Reason('hủy').optional(), preview: z.boolean().default(false) })
        .refine(({ reason, preview }) => preview || reason !== undefined, { path: ['reason'], message: 'Ghi lý do hủy.' }),
    )
    .output(turned),
  /**
   * Throws away a draft that never had a number and was handed to nobody, without a reason; `act` takes it back by
   * `register.undo`. With `revision`, refused as CHANGED_MEANWHILE when the draft is no longer at it.
   */
  discard: procedure
    .input(z.object({ id: OutgoingId, revision: z.int().optional() }))
    .output(z.object({ id: OutgoingId, status: OutgoingStatus, act: z.int() })),
  /** Takes a cancellation back; both acts stay in the history. */
  restore: procedure.input(z.object({ id: OutgoingId, reason: optionalReason })).output(turned),
  get: procedure.input(z.object({ id: OutgoingId })).output(Outgoing),
  /** Newest first: drafts, then by date and number; `cursor` is what `nextCursor` gave. */
  list: procedure
    .input(
      z
        .object({ ...filter, ...page, sort: sortBy(outgoingSorts).optional() })
        .default({ limit: 100, exact: true }),
    )
    .output(
      z.object({
        rows: z.array(OutgoingRow),
        total: z.int(),
        /** Of the same filter without `status`, for the tabs. */
        counts: z.record(OutgoingStatus, z.int()),
        /** More than `total` were found, not counted to the end. */
        more: z.boolean(),
        nextCursor: z.string().optional(),
      }),
    ),
  /** How many lines of the same filter stand before a line in that list; null when the filter does not find it. */
  place: procedure.input(z.object({ ...filter, id: OutgoingId, sort: sortBy(outgoingSorts).optional() })).output(z.object({ offset: z.int().nullable() })),
};

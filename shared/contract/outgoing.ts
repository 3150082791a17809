import { z } from 'zod';
import { Year } from './books.ts';
import { Letter } from './letter-schema.ts';
import { procedure } from './procedure.ts';
import { LetterForm, Office } from './settings.ts';

export const OutgoingId = z.int({ error: 'Mã văn bản (id) là số nguyên.' });
export const OutgoingStatus = z.enum(['draft', 'issued', 'cancelled'], { error: 'Trạng thái là draft, issued hoặc cancelled.' });
export type OutgoingStatus = z.infer<typeof OutgoingStatus>;

const realDay = z.string({ error: 'Ngày phải là chữ dạng năm-tháng-ngày.' });

export const HistoryEntry = z.object({
  /** Local instant `YYYY-MM-DDTHH:mm:ss`. */
  at: z.string(),
  who: z.string(),
  act: z.enum(['draft', 'update', 'issue', 'cancel', 'restore']),
  reason: z.string().nullable(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** A file kept for the letter when it took its number. */
export const StoredFile = z.object({ role: z.enum(['letter', 'appendix-docx', 'appendix-xlsx']), ordinal: z.int(), name: z.string(), size: z.int(), sha256: z.string() });
export type StoredFile = z.infer<typeof StoredFile>;

const LetterOut = z.object(Letter.shape);

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
  cancelReason: z.string().nullable(),
  updatedAt: z.string(),
});
export type OutgoingRow = z.infer<typeof OutgoingRow>;

export const Outgoing = LetterOut.extend({
  id: OutgoingId,
  status: OutgoingStatus,
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
  updatedAt: z.string(),
  /** Grows with every change of the line; given back to `update`, it keeps two desks from overwriting each other. */
  revision: z.int(),
});
export type Outgoing = z.infer<typeof Outgoing>;

/** Sentences about what was changed on the way in: control characters left out, a number in the file not used. */
const Notices = z.array(z.string());
const draftInput = {
  /** A letter still being written: missing parts are allowed until it is issued. */
  incomplete: z.boolean().optional(),
  /** Only looked at to say that numbers come from the book, never from the input. */
  codeNumber: z.union([z.number(), z.string(), z.null()]).optional(),
};

export const outgoing = {
  draft: procedure.input(Letter.extend(draftInput)).output(z.object({ id: OutgoingId, notices: Notices, revision: z.int() })),
  /** With `revision`, refused as CHANGED_MEANWHILE when the line is no longer at it. */
  update: procedure.input(Letter.extend({ ...draftInput, id: OutgoingId, revision: z.int().optional() })).output(z.object({ id: OutgoingId, notices: Notices, revision: z.int() })),
  /** With `revision`, refused as CHANGED_MEANWHILE when the draft is no longer the one that was read. */
  issue: procedure
    .input(z.object({ id: OutgoingId, issuedDate: realDay.nullish(), revision: z.int().optional() }))
    .output(z.object({ id: OutgoingId, codeNumber: z.int(), code: z.string(), issuedDate: z.string(), notices: Notices })),
  cancel: procedure
    .input(z.object({ id: OutgoingId, reason: z.string({ error: 'Ghi lý do hủy.' }).trim().min(1, 'Ghi lý do hủy.').max(500, 'Lý do dài quá 500 ký tự.') }))
    .output(z.object({ id: OutgoingId, status: OutgoingStatus })),
  /** Takes a cancellation back; both acts stay in the history. */
  restore: procedure.input(z.object({ id: OutgoingId, reason: z.string().trim().max(500).optional() })).output(z.object({ id: OutgoingId, status: OutgoingStatus })),
  get: procedure.input(z.object({ id: OutgoingId })).output(Outgoing),
  /** Newest first: drafts, then by date and number; `cursor` is what `nextCursor` gave. */
  list: procedure
    .input(
      z
        .object({
          year: Year.optional(),
          /** Found without tones, case or order, in code, subject, addressees, signer. */
          text: z.string().max(200, 'Chữ tìm dài quá 200 ký tự.').optional(),
          from: realDay.optional(),
          to: realDay.optional(),
          status: OutgoingStatus.optional(),
          limit: z.int('Số dòng phải là số nguyên.').min(1, 'Ít nhất một dòng.').max(500, 'Nhiều nhất 500 dòng một lần.').default(100),
          cursor: z.string().optional(),
        })
        .default({ limit: 100 }),
    )
    .output(
      z.object({
        rows: z.array(OutgoingRow),
        total: z.int(),
        /** Of the same filter without `status`, for the tabs. */
        counts: z.object({ draft: z.int(), issued: z.int(), cancelled: z.int() }),
        nextCursor: z.string().optional(),
      }),
    ),
};

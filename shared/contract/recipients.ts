import { z } from 'zod';
import { line, Notices, nullableCount, nullableDay, nullableLine, nullableText, optionalReason } from './fields.ts';
import { OutgoingId } from './outgoing.ts';
import { procedure } from './procedure.ts';

/** hand: trao tay; post: bưu điện; network: trục liên thông; email, fax, other. */
export const SentHow = z.enum(['hand', 'post', 'network', 'email', 'fax', 'other'], { error: 'Cách gửi là hand, post, network, email, fax hoặc other.' });

export const RecipientRow = z.object({
  id: z.int(),
  dispatch: OutgoingId,
  role: z.enum(['addressee', 'recipient']),
  /** The line of the dispatch it comes from, as printed. */
  line: z.string(),
  name: z.string(),
  agencyId: z.int().nullable(),
  purpose: z.string().nullable(),
  how: SentHow.nullable(),
  sentDate: z.string().nullable(),
  copies: z.int().nullable(),
  receipt: z.string().nullable(),
  acknowledgedDate: z.string().nullable(),
  acknowledgedBy: z.string().nullable(),
  returnedDate: z.string().nullable(),
  returnReason: z.string().nullable(),
  note: z.string().nullable(),
});
export type RecipientRow = z.infer<typeof RecipientRow>;

const set = z
  .object({
    how: SentHow.nullable(),
    sentDate: nullableDay('Ngày gửi'),
    copies: nullableCount('Số bản', 100_000),
    receipt: nullableLine('Số bì, số vận đơn', 300),
    acknowledgedDate: nullableDay('Ngày ký nhận'),
    acknowledgedBy: nullableLine('Người ký nhận', 200),
    returnedDate: nullableDay('Ngày hoàn lại'),
    returnReason: nullableLine('Lý do hoàn lại', 300),
    note: nullableText('Ghi chú', 2000),
  })
  .partial();

/** Each agency a dispatch goes to: how and when it was sent, taken over, or came back. */
export const recipients = {
  list: procedure.input(z.object({ dispatch: OutgoingId })).output(z.object({ rows: z.array(RecipientRow) })),
  /** For a dispatch made elsewhere, or one more agency that was forgotten. */
  add: procedure.input(z.object({ dispatch: OutgoingId, lines: z.array(line('Nơi nhận', 500)).min(1, 'Chưa ghi nơi nào.').max(500, 'Một lần thêm nhiều nhất 500 dòng.'), role: z.enum(['addressee', 'recipient']).default('recipient') })).output(z.object({ rows: z.array(RecipientRow), act: z.int(), notices: Notices })),
  mark: procedure.input(z.object({ ids: z.array(z.int()).min(1, 'Chưa chọn nơi nào.').max(20_000, 'Một lần đổi nhiều nhất 20.000 nơi.'), set, reason: optionalReason, preview: z.boolean().default(false) })).output(z.object({ changed: z.int(), kept: z.int(), act: z.int().nullable(), notices: Notices })),
  undo: procedure.input(z.object({ act: z.int() })).output(z.object({ changed: z.int(), kept: z.int(), act: z.int().nullable(), notices: Notices })),
  /** The hand-over list of a dispatch, or of a day's sendings, to be signed by who takes them. */
  sheet: procedure.input(z.object({ dispatch: OutgoingId.optional(), from: z.string().optional(), to: z.string().optional(), how: SentHow.optional(), format: z.enum(['docx', 'xlsx'], { error: 'Dạng tệp là docx hoặc xlsx.' }) })).output(z.file()),
};

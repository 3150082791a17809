import { localDay } from '../../../shared/domain/dates.ts';
import { daysInWords } from '../../../shared/domain/days-in-words.ts';
import { dispatchInWords } from '../../../shared/letter/dispatch-in-words.ts';
import { type HandedOver, handOverList, sentHowNames } from '../../../shared/letter/hand-over-list.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { codeOfLine } from '../storage/indexed-texts.ts';
import { findOutgoings } from '../storage/outgoing-repository.ts';
import { recipientsOf, recipientsSent } from '../storage/recipient-repository.ts';
import { filledSpan, refuseBadSpan } from './bad-span.ts';
import { implementer } from './implementer.ts';
import { lineOf } from './line-of.ts';
import { listFile } from './office-list.ts';

/** The hand-over list of a dispatch, or of what went on some days, to be signed by who takes it. */
export const sheet = implementer.recipients.sheet.handler(async ({ input: { dispatch, how, format, ...span }, context }) => {
  const { database, clock } = context;
  const { from, to } = filledSpan(span);
  refuseBadSpan({ from, to });
  const first = from ?? to ?? localDay(clock());
  const last = to ?? first;
  const rows = dispatch === undefined ? await recipientsSent(database, { from: first, to: last, how }) : (await recipientsOf(database, dispatch)).filter((row) => (how === undefined || row.how === how) && (from === undefined || (row.sentDate ?? '') >= from) && (to === undefined || (row.sentDate !== null && row.sentDate <= to)));
  const line = dispatch === undefined ? null : await lineOf(context, dispatch);
  const days = daysInWords(first === last ? [first] : [first, last]).replace(/^các ngày (.+), (.+)$/u, 'từ ngày $1 đến ngày $2');
  const by = how === undefined ? '' : `, cách gửi: ${sentHowNames[how].toLowerCase()}`;
  const about = line ? dispatchInWords({ typeName: line.typeName ?? '', code: codeOfLine(line) ?? '', issuedDate: line.issuedDate, organName: '', subject: line.subject }) : `Gửi ${days}`;
  if (rows.length === 0) throw new Refusal('NOT_ALLOWED', line ? 'Văn bản này chưa có nơi nhận nào để lập danh sách giao nhận.' : `Không có văn bản nào ghi là gửi ${days}; ghi ngày gửi cho các nơi nhận rồi in lại.`);
  const dispatches = new Map((await findOutgoings(database, [...new Set(rows.map(({ outgoingId }) => outgoingId))])).map((one) => [one.id, one]));
  const handed = rows.map((row): HandedOver => {
    const of = dispatches.get(row.outgoingId);
    return { ...row, code: of ? (codeOfLine(of) ?? '') : '', issuedDate: of?.issuedDate ?? null, subject: of?.subject ?? '' };
  });
  return listFile(context, handOverList(handed, `(${about}${by})`), line ? `Danh sách giao nhận văn bản ${codeOfLine(line) ?? ''}` : `Danh sách giao nhận văn bản ${first === last ? first : `${first} đến ${last}`}`, format);
});

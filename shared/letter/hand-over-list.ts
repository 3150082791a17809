import type { IsoDate } from '../domain/dates.ts';
import { slashDate } from '../domain/days-in-words.ts';
import type { ListDocument } from './list-document.ts';

export type SentHow = 'hand' | 'post' | 'network' | 'email' | 'fax' | 'other';

/** How a dispatch went, as it stands in lists. */
export const sentHowNames: Readonly<Record<SentHow, string>> = { hand: 'Trao tay', post: 'Bưu điện', network: 'Trục liên thông', email: 'Thư điện tử', fax: 'Fax', other: 'Cách khác' };

/** One paper handed to one agency. */
export interface HandedOver {
  code: string;
  issuedDate: IsoDate | null;
  subject: string;
  name: string;
  copies: number | null;
  how: SentHow | null;
  sentDate: IsoDate | null;
  receipt: string | null;
  acknowledgedDate: IsoDate | null;
  acknowledgedBy: string | null;
  note: string | null;
}

/** Room for a signature in every row. */
const signaturePt = 16;

/** Danh sách giao nhận văn bản: every agency with what it is given, to be signed by who takes it. `about` says of which dispatch or days. */
export function handOverList(rows: readonly HandedOver[], about: string): ListDocument {
  return {
    title: 'Danh sách giao nhận văn bản',
    about: [about],
    sheet: 'Giao nhận văn bản',
    roomPt: signaturePt,
    table: {
      columns: [
        { header: 'STT', kind: 'ordinal' },
        { header: 'Số, ký hiệu văn bản', kind: 'text' },
        { header: 'Nơi nhận', kind: 'text' },
        { header: 'Số bản', kind: 'number', ...(rows.some(({ copies }) => copies !== null) ? { total: true } : {}) },
        { header: 'Cách gửi', kind: 'text' },
        { header: 'Ngày gửi', kind: 'text' },
        { header: 'Ngày nhận', kind: 'text' },
        { header: 'Người nhận (ký, ghi rõ họ tên)', kind: 'text' },
        { header: 'Ghi chú', kind: 'text' },
      ],
      rows: rows.map(({ code, issuedDate, name, copies, how, sentDate, receipt, acknowledgedDate, acknowledgedBy, note }) => [
        [code, issuedDate === null ? '' : `ngày ${slashDate(issuedDate)}`].filter((part) => part !== '').join(' '),
        name,
        copies,
        how === null ? null : sentHowNames[how],
        sentDate === null ? null : slashDate(sentDate),
        acknowledgedDate === null ? null : slashDate(acknowledgedDate),
        acknowledgedBy,
        [receipt === null ? '' : `Số bì ${receipt}`, note ?? ''].filter((part) => part !== '').join('; ') || null,
      ]),
    },
  };
}

import type { IncomingRow } from '../../../shared/contract/incoming.ts';
import { documentTypeNames } from '../../../shared/domain/document-types.ts';
import { shortDate } from '../../../shared/domain/dates.ts';
import { priorityWords } from '../../components/changed-fields.ts';
import { LineTag } from '../../components/line-tag.tsx';
import { LineSubject } from '../../components/line-subject.tsx';
import type { GridColumn } from '../../components/register-grid/grid-column.ts';
import { dueWords } from './due-words.ts';
import { IncomingState } from './incoming-state.tsx';
import { handlingWords } from './incoming-words.ts';

const priorities = priorityWords.map((label, value) => ({ value: String(value), label }));

/** The columns of the incoming book, as they stand before anyone has changed them. */
export const incomingColumns = (today: string): readonly GridColumn<IncomingRow>[] => [
  { id: 'number', head: 'Số đến', width: 68, align: 'right', filter: { kind: 'words' }, text: (row) => row.number, draw: (row, mark) => <strong>{mark(row.number)}</strong> },
  { id: 'arrival', head: 'Ngày đến', width: 96, kind: 'day', filter: { kind: 'days' }, text: (row) => row.arrivalDate },
  { id: 'organName', head: 'Nơi gửi', width: 170, filter: { kind: 'words' }, text: (row) => row.organName },
  { id: 'code', head: 'Số, ký hiệu', width: 136, filter: { kind: 'words' }, text: (row) => row.code },
  { id: 'issued', head: 'Ngày văn bản', width: 106, kind: 'day', givesWay: 2, filter: { kind: 'days' }, text: (row) => row.issuedDate ?? '' },
  {
    id: 'subject',
    head: 'Trích yếu',
    width: 240,
    grows: true,
    filter: { kind: 'words' },
    text: (row) => row.subject,
    draw: (row, mark) => (
      <LineSubject subject={mark(row.subject)} struck={row.status !== 'registered'} ended={row.status === 'registered' ? null : `${row.status === 'cancelled' ? 'Hủy' : 'Thu hồi'}: ${row.cancelReason ?? ''}`}>
        {row.priority > 0 ? <LineTag tone="seal">{priorityWords[row.priority]}</LineTag> : null}
        {row.backdated !== null ? <LineTag tone="amber" title={row.backdated || 'Không ghi lý do'}>Vào lùi ngày</LineTag> : null}
        {row.needsReply && row.replyId === null && row.status === 'registered' ? <LineTag tone="amber">Chờ trả lời</LineTag> : null}
      </LineSubject>
    ),
  },
  { id: 'typeName', head: 'Loại', width: 110, atFirstHidden: true, filter: { kind: 'choice', options: documentTypeNames.map((name) => ({ value: name, label: name })) }, text: (row) => row.typeName ?? '' },
  { id: 'people', head: 'Đơn vị, người nhận', width: 150, givesWay: 4, filter: { kind: 'words' }, text: (row) => row.toPlaces || (row.handedTo ?? '') },
  { id: 'handed', head: 'Ngày chuyển', width: 104, kind: 'day', atFirstHidden: true, filter: { kind: 'days' }, text: (row) => row.handedDate ?? '' },
  {
    id: 'due',
    head: 'Hạn',
    width: 172,
    kind: 'day',
    givesWay: 3,
    filter: { kind: 'days' },
    text: (row) => row.dueDate ?? '',
    draw: (row) => {
      const words = dueWords(row, today);
      return row.dueDate === null ? null : (
        <>
          {shortDate(row.dueDate)} {words ? <LineTag tone={words.tone === 'late' ? 'seal' : 'amber'}>{words.word}</LineTag> : null}
        </>
      );
    },
  },
  { id: 'handling', head: 'Tình trạng', width: 126, filter: { kind: 'choice', options: Object.entries(handlingWords).map(([value, label]) => ({ value, label })) }, text: (row) => (row.status === 'cancelled' ? 'Đã hủy' : row.status === 'recalled' ? 'Đã thu hồi' : handlingWords[row.handling]), draw: (row) => <IncomingState row={row} /> },
  { id: 'priority', head: 'Độ khẩn', width: 100, atFirstHidden: true, filter: { kind: 'choice', options: priorities }, text: (row) => priorityWords[row.priority] ?? '' },
  { id: 'signer', head: 'Người ký', width: 140, atFirstHidden: true, text: (row) => row.signerName ?? '' },
  { id: 'receipt', head: 'Ký nhận', width: 120, atFirstHidden: true, text: (row) => row.receipt ?? '' },
  { id: 'needsReply', head: 'Trả lời', width: 110, atFirstHidden: true, filter: { kind: 'choice', options: [{ value: 'yes', label: 'Cần trả lời' }, { value: 'no', label: 'Không cần' }] }, text: (row) => (row.replyId !== null ? 'Đã trả lời' : row.needsReply ? 'Cần trả lời' : '') },
  { id: 'pages', head: 'Số trang', width: 80, align: 'right', atFirstHidden: true, text: (row) => (row.pages === null ? '' : String(row.pages)) },
  { id: 'copies', head: 'Số bản', width: 80, align: 'right', atFirstHidden: true, text: (row) => (row.copies === null ? '' : String(row.copies)) },
  { id: 'files', head: 'Tệp', width: 56, align: 'right', atFirstHidden: true, text: (row) => (row.fileCount === 0 ? '' : String(row.fileCount)) },
  { id: 'note', head: 'Ghi chú', width: 160, atFirstHidden: true, text: (row) => row.note ?? '' },
];

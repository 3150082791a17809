import type { OutgoingRow } from '../../../shared/contract/outgoing.ts';
import { documentTypeNames } from '../../../shared/domain/document-types.ts';
import { priorityWords } from '../../components/changed-fields.ts';
import { LineSubject } from '../../components/line-subject.tsx';
import { LineTag } from '../../components/line-tag.tsx';
import { outgoingWords } from '../../components/outgoing-words.ts';
import type { GridColumn } from '../../components/register-grid/grid-column.ts';
import { StatusSign } from '../../components/status-sign.tsx';

/** Whether a line is no longer in force. */
export const isEnded = ({ status }: Pick<OutgoingRow, 'status'>): boolean => status === 'cancelled' || status === 'recalled' || status === 'replaced';

/** The columns of the outgoing book, as they stand before anyone has changed them. */
export const outgoingColumns: readonly GridColumn<OutgoingRow>[] = [
  {
    id: 'code',
    head: 'Số, ký hiệu',
    width: 150,
    filter: { kind: 'words' },
    text: (row) => row.code ?? (row.status === 'draft' ? '' : (row.number ?? '')),
    draw: (row, mark) => (row.code === null ? `…/${row.codeNotation}` : isEnded(row) ? <s>{mark(row.code)}</s> : <strong>{mark(row.code)}</strong>),
  },
  { id: 'issued', head: 'Ngày', width: 100, kind: 'day', filter: { kind: 'days' }, text: (row) => row.issuedDate ?? '' },
  {
    id: 'subject',
    head: 'Trích yếu',
    width: 240,
    grows: true,
    filter: { kind: 'words' },
    text: (row) => row.subject,
    draw: (row, mark) => (
      <LineSubject subject={row.subject ? mark(row.subject) : row.status === 'reserved' ? `Giữ số: ${row.reservedReason ?? ''}` : 'Chưa có trích yếu'} struck={isEnded(row)} ended={row.cancelReason ? `Hủy: ${row.cancelReason}` : null}>
        {row.priority > 0 ? <LineTag tone="seal">{priorityWords[row.priority]}</LineTag> : null}
        {row.backdated !== null ? (
          <LineTag tone="amber" title={row.backdated || 'Không ghi lý do'}>
            Lùi ngày
          </LineTag>
        ) : null}
        {row.reservedReason !== null && row.status !== 'reserved' ? (
          <LineTag tone="grey" title={row.reservedReason}>
            Số giữ
          </LineTag>
        ) : null}
      </LineSubject>
    ),
  },
  { id: 'typeName', head: 'Loại', width: 110, atFirstHidden: true, filter: { kind: 'choice', options: documentTypeNames.map((name) => ({ value: name, label: name })) }, text: (row) => row.typeName },
  { id: 'addressees', head: 'Kính gửi', width: 210, givesWay: 2, filter: { kind: 'words' }, text: (row) => row.addressees },
  { id: 'people', head: 'Người ký', width: 150, givesWay: 3, filter: { kind: 'words' }, text: (row) => row.signerName ?? '' },
  { id: 'recipients', head: 'Nơi nhận', width: 200, atFirstHidden: true, text: (row) => row.recipientNames },
  { id: 'archive', head: 'Lưu', width: 100, atFirstHidden: true, text: (row) => row.archiveUnits },
  { id: 'copies', head: 'Số bản', width: 72, align: 'right', atFirstHidden: true, text: (row) => (row.copies === null ? '' : String(row.copies)) },
  { id: 'sent', head: 'Ngày chuyển', width: 104, kind: 'day', atFirstHidden: true, text: (row) => row.sentDate ?? '' },
  { id: 'receipt', head: 'Ký nhận', width: 120, atFirstHidden: true, text: (row) => row.receipt ?? '' },
  { id: 'files', head: 'Tệp', width: 56, align: 'right', atFirstHidden: true, text: (row) => (row.fileCount === 0 ? '' : String(row.fileCount)) },
  { id: 'note', head: 'Ghi chú', width: 160, atFirstHidden: true, text: (row) => row.note ?? '' },
  { id: 'series', head: 'Dãy số', width: 110, atFirstHidden: true, text: (row) => row.series },
  { id: 'status', head: 'Trạng thái', width: 124, filter: { kind: 'choice', options: Object.entries(outgoingWords).map(([value, label]) => ({ value, label })) }, text: (row) => outgoingWords[row.status], draw: (row) => <StatusSign status={row.status} /> },
];

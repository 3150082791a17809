import type { ImportField } from '../../../shared/contract/import.ts';

type Book = 'incoming' | 'outgoing';

const common: Record<ImportField, string> = {
  number: 'Số',
  arrivalDate: 'Ngày đến',
  organName: 'Tác giả',
  code: 'Số, ký hiệu văn bản',
  codeNumber: 'Số văn bản',
  codeNotation: 'Ký hiệu văn bản',
  issuedDate: 'Ngày văn bản',
  typeName: 'Tên loại',
  typeAndSubject: 'Tên loại và trích yếu',
  subject: 'Trích yếu',
  signer: 'Người ký',
  toPlaces: 'Đơn vị hoặc người nhận',
  handedDate: 'Ngày chuyển',
  receipt: 'Ký nhận',
  dueDate: 'Thời hạn giải quyết',
  pages: 'Số trang',
  copies: 'Số bản',
  archiveUnits: 'Đơn vị, người nhận bản lưu',
  addressees: 'Kính gửi',
  note: 'Ghi chú',
  priority: 'Độ khẩn',
  secrecy: 'Độ mật',
};

const named: Record<Book, Partial<Record<ImportField, string>>> = {
  incoming: { number: 'Số đến' },
  outgoing: { number: 'Số văn bản đi', toPlaces: 'Nơi nhận văn bản', copies: 'Số lượng bản' },
};

const ofBook: Record<Book, readonly ImportField[]> = {
  incoming: ['arrivalDate', 'number', 'organName', 'code', 'codeNumber', 'codeNotation', 'issuedDate', 'typeAndSubject', 'typeName', 'subject', 'signer', 'toPlaces', 'handedDate', 'receipt', 'dueDate', 'pages', 'copies', 'priority', 'secrecy', 'note'],
  outgoing: ['number', 'code', 'codeNumber', 'codeNotation', 'issuedDate', 'typeAndSubject', 'typeName', 'subject', 'signer', 'addressees', 'toPlaces', 'archiveUnits', 'copies', 'handedDate', 'receipt', 'pages', 'priority', 'secrecy', 'note'],
};

const fieldLabel = (field: ImportField, book: Book): string => named[book][field] ?? common[field];

/** The fields a column of an old book may be, in the order of the printed book. */
export const fieldsOf = (book: Book): readonly { value: ImportField; label: string }[] => ofBook[book].map((value) => ({ value, label: fieldLabel(value, book) }));

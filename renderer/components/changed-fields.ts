import { isRealDate, shortDate } from '../../shared/domain/dates.ts';
import { outgoingWords } from './outgoing-words.ts';

/** What changed of a line, as people say it. */
export interface ChangedField {
  name: string;
  before: string;
  after: string;
}

const names: Record<string, string> = {
  status: 'Tình trạng',
  arrivalDate: 'Ngày đến',
  organName: 'Nơi gửi',
  code: 'Số, ký hiệu',
  issuedDate: 'Ngày văn bản',
  typeName: 'Loại',
  subject: 'Trích yếu',
  signerName: 'Người ký',
  signerPosition: 'Chức vụ người ký',
  signerCompetence: 'Quyền hạn ký',
  priority: 'Độ khẩn',
  pages: 'Số trang',
  copies: 'Số bản',
  toPlaces: 'Đơn vị, người nhận',
  handedDate: 'Ngày chuyển',
  handedTo: 'Người nhận',
  receipt: 'Ký nhận',
  dueDate: 'Hạn',
  handling: 'Giải quyết',
  needsReply: 'Cần trả lời',
  replyId: 'Văn bản trả lời',
  note: 'Ghi chú',
  sentDate: 'Ngày chuyển',
  byId: 'Văn bản thay, đính chính',
  backdated: 'Vào lùi ngày',
};

export const priorityWords = ['Thường', 'Khẩn', 'Thượng khẩn', 'Hỏa tốc'] as const;

const words: Record<string, (value: unknown) => string | undefined> = {
  status: (value) => ({ registered: 'Đã vào sổ', ...outgoingWords })[String(value)],
  handling: (value) => ({ waiting: 'Chưa chuyển', handed: 'Đã chuyển', done: 'Đã giải quyết' })[String(value)],
  needsReply: (value) => (value === 1 || value === true ? 'có' : 'không'),
  priority: (value) => priorityWords[Number(value)],
};

/** Another line that a change names by its id. */
export interface LinkedLine {
  id: number;
  code: string | null;
}

const isLink = (field: string): boolean => field === 'replyId' || field === 'byId';

function said(field: string, value: unknown, linked: LinkedLine | null): string {
  if (field === 'backdated') return typeof value !== 'string' ? 'không' : value || 'có, không ghi lý do';
  if (value === null || value === undefined || value === '') return 'trống';
  if (isLink(field)) return value === linked?.id ? (linked.code ?? 'dự thảo') : `dòng mã ${JSON.stringify(value)}`;
  const text = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);
  return words[field]?.(value) ?? (isRealDate(text) ? shortDate(text) : text);
}

/** The changes of a history entry that mean something to people; what only the program knows of is left out. */
export const changedFields = (changes: Readonly<Record<string, readonly unknown[]>> | null, linked: LinkedLine | null = null): ChangedField[] =>
  Object.entries(changes ?? {}).flatMap(([field, [before, after]]) => {
    const name = names[field];
    return name === undefined ? [] : [{ name, before: said(field, before, linked), after: said(field, after, linked) }];
  });

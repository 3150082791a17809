/** What a column of an old book can be; the contract names the same. */
export type BookField =
  | 'number' | 'arrivalDate' | 'organName' | 'code' | 'codeNumber' | 'codeNotation' | 'issuedDate' | 'typeName' | 'typeAndSubject' | 'subject' | 'signer'
  | 'toPlaces' | 'handedDate' | 'receipt' | 'dueDate' | 'pages' | 'copies' | 'archiveUnits' | 'addressees' | 'note'
  | 'priority' | 'secrecy';

export type BookKind = 'incoming' | 'outgoing';

/** A field and how offices have headed its column, folded, the surest wording first. */
type Heading = readonly [field: BookField, wording: RegExp];

const either = {
  typeAndSubject: /^(?=.*\b(?:ten loai|loai van ban|the loai|loai vb|loai)\b)(?=.*\b(?:trich yeu|noi dung)\b)/,
  code: /\bso (?:va |, )?(?:ky )?hieu\b|\bso kh\b|\bso hieu\b|\bso ky$|\bky hieu va so\b|\bso va ki hieu\b|\bso ki hieu\b|\bsokyhieu\b|\bso(?: (?:va|cua))? ngay(?: thang)?(?: nam)?(?: (?:cua )?(?:van ban|vb|cong van|cv))?$|\bngay(?: thang)?(?: nam)?(?: va)? so(?: (?:ky |ki )?hieu)?(?: (?:cua )?(?:van ban|vb|cong van|cv))?$|^(?:document|doc) (?:number|no|code)$|^ref(?:erence)?(?: (?:number|no))?$|^ma hieu(?: (?:van ban|vb))?$|^code$/,
  codeNotation: /^(?:ky hieu|ki hieu)(?: cua)?(?: (?:van ban|vb|cong van|cv))?$|^code notation$/,
  issuedDate: /\bngay(?: thang)?(?: nam)? (?:cua )?(?:van ban|vb|cong van|cv|ban hanh|ky|phat hanh)\b|\bngay thang(?: nam)?(?: vb)?$|\bngay vb\b|\bngay bh\b|^(?:issued?|promulgation|document|doc) date$|^date of (?:issue|document)$/,
  typeName: /^(?:ten )?(?:loai|the loai|hinh thuc)(?: (?:van ban|vb|cong van|cv))?$|^ten loai\b|^loai$|^(?:document |doc )?type(?: name)?$/,
  subject: /\btrich yeu\b|^tieu de\b|^chu de\b|\btom tat\b|^(?:subject|title|summary|abstract)$|\bnoi dung\b|\bve viec\b|^v v$|^ten (?:van ban|vb|cong van|cv)(?: den| di)?$/,
  signer: /\bnguoi ky\b|\bho (?:va )?ten nguoi ky\b|^ky ten$|\blanh dao ky\b|^sign(?:er|ed by)\b/,
  handedDate: /\bngay (?:chuyen|giao|gui|phat)\b|\bngay chuyen giao\b/,
  receipt: /\bky nhan\b|\bky ten nhan\b|\bchu ky nguoi nhan\b/,
  pages: /\bso (?:trang|to)\b/,
  copies: /\bso (?:luong )?(?:ban|luong)\b|\bso bo\b|^so luong\b/,
  priority: /^(?:muc )?(?:do )?khan(?: cap)?$|^urgency$/,
  secrecy: /^(?:muc )?(?:do )?(?:bao )?mat$|^(?:secrecy|confidentiality)$/,
  note: /\bghi chu\b|^chu thich$|^luu y$|^(?:notes?|remarks?)$/,
};

/** An incoming book (PL IV mục VI and what offices made of it). */
const incoming: readonly Heading[] = [
  ['number', /\bso den\b|\bso(?: va)? ngay(?: thang)? (?:den|nhan)\b|\bso thu tu den\b|\bso (?:cv|vb|cong van|van ban) den\b|\bso vao so\b|\bstt den\b|^so (?:dang ky|tiep nhan|dk|dk den)$|^arrival (?:number|no)$/],
  ['dueDate', /\bthoi han\b|\bhan (?:xu ly|giai quyet|tra loi|hoan thanh|tra)\b|\bngay (?:het|den) han\b|^han$|\bhan xl\b|^(?:due date|deadline)$/],
  ['arrivalDate', /^thoi (?:gian|diem) (?:den|nhan|tiep nhan)\b|^(?:arrival date|date (?:received|of arrival)|received(?: date| on)?)$|\bngay(?: thang)?(?: nam)? (?:den|nhan|vao so|tiep nhan)\b|\bngay (?:cv|vb|cong van|van ban) den\b/],
  ['typeAndSubject', either.typeAndSubject],
  ['code', either.code],
  ['codeNotation', either.codeNotation],
  ['issuedDate', either.issuedDate],
  ['organName', /\btac gia\b|\b(?:co quan|don vi|noi|to chuc|cq|dv)(?: vb)? (?:ban hanh|bh|gui|goi|phat hanh|gui den)\b|\bcqbh\b|^doi tac$|^(?:sender|organ name|organi[sz]ation|issuing (?:agency|organ|organi[sz]ation)|issuer|from)$|\bnguoi gui\b|\bnoi (?:ban hanh|phat hanh)\b|^co quan$|\bco quan bh\b|\bnoi den\b/],
  ['signer', either.signer],
  ['receipt', either.receipt],
  ['handedDate', either.handedDate],
  ['toPlaces', /\b(?:don vi|noi|nguoi|bo phan|phong|can bo)(?: hoac nguoi| nguoi)? (?:nhan|xu ly|giai quyet|thu ly|thuc hien|duoc giao)\b|\bchuyen (?:cho|den|giao)\b|\bnoi chuyen\b|^chuyen$|^nguoi nhan\b|\bxu ly chinh\b|\b(?:chuyen vien|phong ban|lanh dao)(?: \w+)? (?:xu ly|thu ly|giai quyet|thuc hien)\b|^(?:nguoi|don vi|can bo) (?:phu trach|duoc phan cong|theo doi)$|^(?:to places|assigned to|assignee|handler)$|\b(?:don vi|phong|bo phan) chu tri\b|^nhan (?:van ban|vb|cong van|cv)$/],
  ['subject', either.subject],
  ['typeName', either.typeName],
  ['pages', either.pages],
  ['copies', either.copies],
  ['note', either.note],
  ['priority', either.priority],
  ['secrecy', either.secrecy],
  ['codeNumber', /^so(?: (?:van ban|vb|cong van|cv))?$|^so cua (?:van ban|vb)$|^code number$/],
  ['issuedDate', /^(?:ngay|date)$/],
];

/** An outgoing book (PL IV mục I and what offices made of it). */
const outgoing: readonly Heading[] = [
  ['archiveUnits', /\bban luu\b|\bnoi luu\b|\bnguoi luu\b|\bdon vi luu\b|^luu$/],
  ['dueDate', /\bthoi han\b|\bhan (?:tra loi|bao cao|tra)\b/],
  ['typeAndSubject', either.typeAndSubject],
  ['code', either.code],
  ['codeNotation', either.codeNotation],
  ['issuedDate', either.issuedDate],
  ['signer', either.signer],
  ['receipt', either.receipt],
  ['handedDate', either.handedDate],
  ['toPlaces', /\bnoi (?:nhan|gui|goi)\b|\b(?:don vi|co quan|nguoi) nhan\b|\bgui (?:cho|den)\b/],
  ['addressees', /\bkinh gui\b/],
  ['subject', either.subject],
  ['typeName', either.typeName],
  ['copies', either.copies],
  ['pages', either.pages],
  ['note', either.note],
  ['priority', either.priority],
  ['secrecy', either.secrecy],
  ['number', /^so(?: (?:van ban|vb|cong van|cv))?(?: di)?$|\bso di\b|\bso (?:vb|cv) di\b|^code number$/],
  ['issuedDate', /^(?:ngay|date|ngay di)$/],
];

const headings: Readonly<Record<BookKind, readonly Heading[]>> = { incoming, outgoing };

/** Syllables that heads are made of, for heads written in one word. */
const syllables = new Set('so den di ngay thang nam ky ki hieu co quan ban hanh trich yeu noi dung loai van vb cv cong ghi chu han xu ly don vi tri nguoi nhan gui phat tac gia ten giao chuyen luu muc do khan mat trang to luong lanh dao stt the gui kinh thoi tra loi'.split(' '));

/** A word of several such syllables taken apart (`ngayden`, `sokyhieu`); one that is none stays whole. */
function apart(word: string): string {
  if (word.length < 4 || syllables.has(word)) return word;
  const from = (at: number): string[] | null => {
    if (at === word.length) return [];
    for (let length = Math.min(6, word.length - at); length > 1; length -= 1) {
      const rest = syllables.has(word.slice(at, at + length)) ? from(at + length) : null;
      if (rest) return [word.slice(at, at + length), ...rest];
    }
    return null;
  };
  return from(0)?.join(' ') ?? word;
}

/** A head whose words are run together and told by their capitals, with spaces (`SoKyHieu`); «Sổ văn bản» names a book, not a number. */
export const spacedHead = (head: string): string =>
  head.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').normalize('NFC').replace(/^\s*sổ (?=văn bản|công văn|vb\b|cv\b|đăng ký)/iu, 'quyển sổ ');

/** The folded words of a head: without the signs and the column numbers `(1)` printed under it. */
export const headWords = (folded: string): string => folded.replace(/\(\d{1,2}\)/g, ' ').replace(/[^a-z0-9]+/g, ' ').trim().split(' ').map(apart).join(' ');

/** A field a head may name, and how sure that is (smaller is surer). */
export interface NamedField {
  field: BookField;
  rank: number;
}

/** The fields a head may name, the surest first; none when it names none. */
export function fieldsHeaded(words: string, book: BookKind): NamedField[] {
  if (words === '' || words.length > 90) return [];
  return headings[book].flatMap(([field, wording], rank) => (wording.test(words) ? [{ field, rank }] : []));
}

/** Whether the head is that of a plain count of rows, which in a book without number column is the number itself. */
export const isCount = (words: string): boolean => /^(?:stt|tt|so tt|so thu tu|no)$/.test(words);

/** What a field is called in sentences. */
export const fieldNames: Readonly<Record<BookField, string>> = {
  number: 'số', arrivalDate: 'ngày đến', organName: 'tác giả', code: 'số, ký hiệu', codeNumber: 'số văn bản', codeNotation: 'ký hiệu', issuedDate: 'ngày văn bản',
  typeName: 'tên loại', typeAndSubject: 'tên loại và trích yếu', subject: 'trích yếu', signer: 'người ký', toPlaces: 'nơi nhận', handedDate: 'ngày chuyển', receipt: 'ký nhận',
  dueDate: 'thời hạn', pages: 'số trang', copies: 'số bản', archiveUnits: 'nơi lưu', addressees: 'kính gửi', note: 'ghi chú',
  priority: 'độ khẩn', secrecy: 'độ mật',
};

/** The five printed books of NĐ 30/2020, Phụ lục IV. */
export type BookKind = 'outgoing' | 'post' | 'archive-use' | 'incoming' | 'handling';

/** What a column holds: days and counts are days and counts in Excel too; `sign` is left to be signed by hand. */
export type ColumnKind = 'text' | 'date' | 'number' | 'sign';

export interface BookColumn {
  /** As the decree writes it. */
  header: string;
  /** Width in the sample of the decree, or the one the office has set, mm; the book is wider by the same part everywhere. */
  printedMm: number;
  kind: ColumnKind;
}

/** One book: its name on the cover and its columns in their order. */
export interface BookForm {
  book: BookKind;
  clause: string;
  title: string;
  /** Whether the cover says from which number to which: sổ VIII does not. */
  numbersOnCover: boolean;
  columns: BookColumn[];
}

const column = (header: string, printedMm: number, kind: ColumnKind = 'text'): BookColumn => ({ header, printedMm, kind });

const forms: Record<BookKind, BookForm> = {
  outgoing: {
    book: 'outgoing',
    clause: 'PL IV mục I',
    title: 'Sổ đăng ký văn bản đi',
    numbersOnCover: true,
    columns: [
      column('Số, ký hiệu văn bản', 18),
      column('Ngày tháng văn bản', 19, 'date'),
      column('Tên loại và trích yếu nội dung văn bản', 31.2),
      column('Người ký', 17.5),
      column('Nơi nhận văn bản', 15),
      column('Đơn vị, người nhận bản lưu', 22.5),
      column('Số lượng bản', 17.5, 'number'),
      column('Ngày chuyển', 20, 'date'),
      column('Ký nhận', 15, 'sign'),
      column('Ghi chú', 12.5),
    ],
  },
  post: {
    book: 'post',
    clause: 'PL IV mục III',
    title: 'Sổ gửi văn bản đi bưu điện',
    numbersOnCover: true,
    columns: [
      column('Ngày chuyển', 22.5, 'date'),
      column('Số, ký hiệu văn bản', 28.2),
      column('Nơi nhận văn bản', 48.7),
      column('Số lượng bì', 20.5, 'number'),
      column('Ký nhận và dấu bưu điện', 30.8, 'sign'),
      column('Ghi chú', 15.4),
    ],
  },
  'archive-use': {
    book: 'archive-use',
    clause: 'PL IV mục IV',
    title: 'Sổ sử dụng bản lưu',
    numbersOnCover: true,
    columns: [
      column('Ngày tháng', 17.8, 'date'),
      column('Họ tên người sử dụng', 22.2),
      column('Số, ký hiệu ngày tháng văn bản', 26.1),
      column('Tên loại và trích yếu nội dung văn bản', 27.5),
      column('Số và ký hiệu HS', 14.1),
      column('Ký nhận', 14.9, 'sign'),
      column('Ngày trả', 15.9, 'date'),
      column('Người cho phép sử dụng', 20),
      column('Ghi chú', 12.5),
    ],
  },
  incoming: {
    book: 'incoming',
    clause: 'PL IV mục VI',
    title: 'Sổ đăng ký văn bản đến',
    numbersOnCover: true,
    columns: [
      column('Ngày đến', 15, 'date'),
      column('Số đến', 12.5, 'number'),
      column('Tác giả', 12.5),
      column('Số, ký hiệu văn bản', 20),
      column('Ngày tháng văn bản', 17.5, 'date'),
      column('Tên loại và trích yếu nội dung văn bản', 27.5),
      column('Đơn vị hoặc người nhận', 20),
      column('Ngày chuyển', 20, 'date'),
      column('Ký nhận', 15, 'sign'),
      column('Ghi chú', 15),
    ],
  },
  handling: {
    book: 'handling',
    clause: 'PL IV mục VIII',
    title: 'Sổ theo dõi giải quyết văn bản đến',
    numbersOnCover: false,
    columns: [
      column('Số đến', 11.9, 'number'),
      column('Tên loại, số, ký hiệu, ngày, tháng và tên cơ quan, tổ chức ban hành văn bản', 51.5),
      column('Đơn vị hoặc người nhận', 24.5),
      column('Thời hạn giải quyết', 20, 'date'),
      column('Tiến độ giải quyết', 19),
      column('Số, ký hiệu văn bản trả lời', 26),
      column('Ghi chú', 11.9),
    ],
  },
};

/** The form of a book; with the widths (mm) of an office that rules its columns its own way. */
export function bookForm(book: BookKind, widthsMm?: readonly number[] | null): BookForm {
  const form = forms[book];
  if (!widthsMm) return form;
  return { ...form, columns: form.columns.map((column, at) => ({ ...column, printedMm: widthsMm[at] ?? column.printedMm })) };
}

/** `(1)`, `(2)`, …: the second row of every head. */
export const columnOrdinals = ({ columns }: Pick<BookForm, 'columns'>): string[] => columns.map((_, at) => `(${at + 1})`);

/** How cells of a column stand: texts at the left, days, counts and signatures in the middle. */
export const alignOfColumn = ({ kind }: Pick<BookColumn, 'kind'>): 'left' | 'center' => (kind === 'text' ? 'left' : 'center');

/** The columns of a form spread over a width, in the proportions of the form. */
export function columnWidths({ columns }: Pick<BookForm, 'columns'>, widthMm: number): number[] {
  const printed = columns.reduce((sum, { printedMm }) => sum + printedMm, 0);
  return columns.map(({ printedMm }) => (printedMm * widthMm) / printed);
}

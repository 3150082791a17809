import { describe, expect, it } from 'vitest';
import { coverOf, type CoverFacts } from '../../shared/report/book-cover.ts';
import { bookForm, columnOrdinals, columnWidths, type BookKind } from '../../shared/report/book-form.ts';
import { columnWidthsProblem, readyWidthsMm } from '../../shared/report/column-widths.ts';
import { bookWidthMm } from '../../shared/report/book-page.ts';

/** The heads of Phụ lục IV, word for word, and the widths printed there (mm). */
const heads: [BookKind, string, [string, number][]][] = [
  ['outgoing', 'Sổ đăng ký văn bản đi', [['Số, ký hiệu văn bản', 18], ['Ngày tháng văn bản', 19], ['Tên loại và trích yếu nội dung văn bản', 31.2], ['Người ký', 17.5], ['Nơi nhận văn bản', 15], ['Đơn vị, người nhận bản lưu', 22.5], ['Số lượng bản', 17.5], ['Ngày chuyển', 20], ['Ký nhận', 15], ['Ghi chú', 12.5]]],
  ['post', 'Sổ gửi văn bản đi bưu điện', [['Ngày chuyển', 22.5], ['Số, ký hiệu văn bản', 28.2], ['Nơi nhận văn bản', 48.7], ['Số lượng bì', 20.5], ['Ký nhận và dấu bưu điện', 30.8], ['Ghi chú', 15.4]]],
  ['archive-use', 'Sổ sử dụng bản lưu', [['Ngày tháng', 17.8], ['Họ tên người sử dụng', 22.2], ['Số, ký hiệu ngày tháng văn bản', 26.1], ['Tên loại và trích yếu nội dung văn bản', 27.5], ['Số và ký hiệu HS', 14.1], ['Ký nhận', 14.9], ['Ngày trả', 15.9], ['Người cho phép sử dụng', 20], ['Ghi chú', 12.5]]],
  ['incoming', 'Sổ đăng ký văn bản đến', [['Ngày đến', 15], ['Số đến', 12.5], ['Tác giả', 12.5], ['Số, ký hiệu văn bản', 20], ['Ngày tháng văn bản', 17.5], ['Tên loại và trích yếu nội dung văn bản', 27.5], ['Đơn vị hoặc người nhận', 20], ['Ngày chuyển', 20], ['Ký nhận', 15], ['Ghi chú', 15]]],
  ['handling', 'Sổ theo dõi giải quyết văn bản đến', [['Số đến', 11.9], ['Tên loại, số, ký hiệu, ngày, tháng và tên cơ quan, tổ chức ban hành văn bản', 51.5], ['Đơn vị hoặc người nhận', 24.5], ['Thời hạn giải quyết', 20], ['Tiến độ giải quyết', 19], ['Số, ký hiệu văn bản trả lời', 26], ['Ghi chú', 11.9]]],
];

describe.each(heads)('mẫu sổ %s: %s', (book, title, columns) => {
  it('đủ cột, đúng thứ tự, đúng chữ của Phụ lục IV', () => {
    const form = bookForm(book);
    expect(form.title).toBe(title);
    expect(form.columns.map(({ header }) => header)).toEqual(columns.map(([header]) => header));
    expect(columnOrdinals(form)).toEqual(columns.map((_, at) => `(${at + 1})`));
  });

  it('bề rộng cột theo tỉ lệ của mẫu, đầy khổ giấy nằm ngang', () => {
    const widths = columnWidths(bookForm(book), bookWidthMm);
    const printed = columns.reduce((sum, [, mm]) => sum + mm, 0);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(bookWidthMm, 6);
    widths.forEach((width, at) => expect(width / bookWidthMm).toBeCloseTo((columns[at]?.[1] ?? 0) / printed, 9));
  });
});

describe('bìa sổ', () => {
  const facts = (rest: Partial<CoverFacts> = {}): CoverFacts => ({ book: 'incoming', office: { parentName: 'UBND tỉnh An Bình', name: 'Sở Tài chính' }, year: 2026, from: '2026-01-02', to: '2026-12-31', numbers: [{ series: null, from: '01', to: '1247' }], volume: '2', ...rest });

  it('cơ quan chủ quản, cơ quan, tên sổ, năm, từ ngày, từ số, quyển số', () => {
    expect(coverOf(facts())).toEqual({
      parentName: 'UBND TỈNH AN BÌNH',
      name: 'SỞ TÀI CHÍNH',
      title: 'SỔ ĐĂNG KÝ VĂN BẢN ĐẾN',
      year: 'Năm: 2026',
      days: 'Từ ngày 02/01/2026 đến ngày 31/12/2026',
      numbers: 'Từ số 01 đến số 1247',
      volume: 'Quyển số: 2',
    });
  });

  it('sổ theo dõi giải quyết không có dòng «Từ số»', () => {
    expect(coverOf(facts({ book: 'handling' })).numbers).toBeNull();
  });

  it('điều chưa biết để chấm cho người ghi; không có cơ quan chủ quản thì bỏ dòng ấy', () => {
    const cover = coverOf(facts({ office: { parentName: null, name: 'Ủy ban nhân dân\ntỉnh An Bình' }, from: null, to: null, numbers: [], volume: null }));
    expect(cover).toMatchObject({ parentName: null, name: 'ỦY BAN NHÂN DÂN\nTỈNH AN BÌNH', days: 'Từ ngày ………… đến ngày …………', numbers: 'Từ số ………… đến số …………', volume: 'Quyển số: ……' });
  });

  it('năm có nhiều dãy số: mỗi dãy một dòng với số đầu, số cuối của nó', () => {
    const numbers = [{ series: null, from: '01', to: '37' }, { series: 'Quyết định', from: '2141', to: '2148' }];
    expect(coverOf(facts({ book: 'outgoing', numbers })).numbers).toBe('Dãy chung: từ số 01 đến số 37\nDãy Quyết định: từ số 2141 đến số 2148');
    expect(coverOf(facts({ book: 'outgoing', numbers: numbers.slice(1) })).numbers).toBe('Dãy Quyết định: từ số 2141 đến số 2148');
  });
});

describe('bề rộng cột theo nếp cơ quan', () => {
  it.each(heads)('sổ %s: cách kẻ rộng đủ cột, vừa đúng khổ giấy', (book, _, columns) => {
    const widths = readyWidthsMm(book, 'roomy');
    expect(widths).toHaveLength(columns.length);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(bookWidthMm, 6);
    expect(columnWidthsProblem(book, widths)).toBeNull();
    expect(columnWidthsProblem(book, readyWidthsMm(book, 'decree'))).toBeNull();
    expect(columnWidths(bookForm(book, widths), bookWidthMm)).toEqual(widths.map((width) => expect.closeTo(width, 6) as number));
  });

  it('thiếu cột, cột quá hẹp: nói cột nào và vì sao', () => {
    expect(columnWidthsProblem('post', [1, 2])).toBe('Sổ gửi văn bản đi bưu điện có 6 cột, đã cho 2 bề rộng.');
    expect(columnWidthsProblem('post', [30, 30, 100, 2, 50, 48])).toBe('Cột (4) «Số lượng bì» chỉ còn 2 mm trên giấy; mỗi cột rộng ít nhất 8 mm.');
  });
});

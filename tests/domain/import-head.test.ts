import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BookKind } from '../../shared/domain/import/book-fields.ts';
import type { MergedCells, Sheet } from '../../shared/domain/import/cell.ts';
import { columnIndex, columnLetter } from '../../shared/domain/import/column-letter.ts';
import { findHead } from '../../shared/domain/import/find-head.ts';

const sheetOf = (rows: (string | number | null)[][], merged: MergedCells[] = []): Sheet => ({
  name: 'Sổ',
  hidden: false,
  rows: rows.map((cells, place) => ({ row: place + 1, cells, hidden: false })).filter(({ cells }) => cells.some((cell) => cell !== null)),
  merged,
  fonts: new Map(),
});
const proposed = (rows: (string | number | null)[][], book: BookKind, merged?: MergedCells[]): Record<string, string> | null => {
  const head = findHead(sheetOf(rows, merged), book);
  return head && Object.fromEntries([...head.fields].map(([column, field]) => [columnLetter(column), field]));
};

describe('dòng tiêu đề của sổ đến', () => {
  test('mẫu của Nghị định 30, dưới bìa và trên dòng (1)…(10)', () => {
    const rows = [
      ['ỦY BAN NHÂN DÂN HUYỆN'],
      ['SỔ ĐĂNG KÝ VĂN BẢN ĐẾN'],
      ['Năm: 2019'],
      ['Ngày đến', 'Số đến', 'Tác giả', 'Số, ký hiệu văn bản', 'Ngày tháng văn bản', 'Tên loại và trích yếu nội dung văn bản', 'Đơn vị hoặc người nhận', 'Ngày chuyển', 'Ký nhận', 'Ghi chú'],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)', '(10)'],
      ['02/01/2019', 1, 'Sở Tài chính', '01/STC', '02/01/2019', 'Công văn về dự toán', 'Phòng Tài chính', null, null, null],
    ];
    expect(proposed(rows, 'incoming')).toEqual({ A: 'arrivalDate', B: 'number', C: 'organName', D: 'code', E: 'issuedDate', F: 'typeAndSubject', G: 'toPlaces', H: 'handedDate', I: 'receipt', J: 'note' });
    expect(findHead(sheetOf(rows), 'incoming')?.first).toBe(4);
  });

  test('tiêu đề không dấu, viết tắt, có cột trống và cột lạ', () => {
    expect(proposed([['STT', 'SO CV DEN', 'NGAY DEN', null, 'CO QUAN BAN HANH', 'SO KY HIEU', 'NGAY VB', 'TRICH YEU', 'LANH DAO PHE', 'HAN XU LY']], 'incoming')).toEqual({ B: 'number', C: 'arrivalDate', E: 'organName', F: 'code', G: 'issuedDate', H: 'subject', J: 'dueDate' });
  });

  test('hai dòng tiêu đề, dòng trên gộp ô', () => {
    const rows = [
      ['Đến', null, 'Văn bản', null, null, null, 'Chuyển', null],
      ['Số đến', 'Ngày', 'Nơi gửi', 'Số, ký hiệu', 'Ngày', 'Trích yếu', 'Người nhận', 'Ký nhận'],
      [1, '2/1/2019', 'Sở Tài chính', '01/STC', '1/1/2019', 'về dự toán', 'Văn phòng', null],
    ];
    const merged = [{ top: 0, bottom: 0, left: 0, right: 1 }, { top: 0, bottom: 0, left: 2, right: 5 }, { top: 0, bottom: 0, left: 6, right: 7 }];
    const head = findHead(sheetOf(rows, merged), 'incoming');
    expect([head?.first, head?.last]).toEqual([1, 2]);
    expect(head?.texts[1]).toBe('Đến Ngày');
    expect(Object.fromEntries(head?.fields ?? [])).toEqual({ 0: 'number', 1: 'arrivalDate', 2: 'organName', 3: 'code', 4: 'issuedDate', 5: 'subject', 6: 'toPlaces', 7: 'receipt' });
  });

  test('không có cột số đến thì cột số thứ tự là số', () => expect(proposed([['TT', 'Ngày đến', 'Nơi gửi', 'Số hiệu', 'Nội dung']], 'incoming')).toMatchObject({ A: 'number' }));

  test('số và ký hiệu ở hai cột', () => expect(proposed([['Số đến', 'Ngày đến', 'Cơ quan ban hành', 'Số văn bản', 'Ký hiệu', 'Ngày ban hành', 'Loại văn bản', 'Trích yếu', 'Người ký', 'Số trang', 'Số bản']], 'incoming')).toEqual({ A: 'number', B: 'arrivalDate', C: 'organName', D: 'codeNumber', E: 'codeNotation', F: 'issuedDate', G: 'typeName', H: 'subject', I: 'signer', J: 'pages', K: 'copies' }));

  test('tiêu đề viết bằng phông TCVN3', () => expect(proposed([['Sè ®Õn', 'Ngµy ®Õn', 'T¸c gi¶', 'Sè ký hiÖu', 'Ngµy th¸ng v¨n b¶n', 'TrÝch yÕu']], 'incoming')).toEqual({ A: 'number', B: 'arrivalDate', C: 'organName', D: 'code', E: 'issuedDate', F: 'subject' }));

  test('bảng không phải là sổ thì không có dòng tiêu đề', () => {
    expect(proposed([['Họ tên', 'Chức vụ', 'Điện thoại'], ['Nguyễn Văn A', 'Trưởng phòng', '0912']], 'incoming')).toBeNull();
    expect(proposed([], 'incoming')).toBeNull();
  });
});

test('mẫu sổ đi của Nghị định 30', () => {
  const rows = [['Số, ký hiệu văn bản', 'Ngày tháng văn bản', 'Tên loại và trích yếu nội dung văn bản', 'Người ký', 'Nơi nhận văn bản', 'Đơn vị, người nhận bản lưu', 'Số lượng bản', 'Ngày chuyển', 'Ký nhận', 'Ghi chú']];
  expect(proposed(rows, 'outgoing')).toEqual({ A: 'code', B: 'issuedDate', C: 'typeAndSubject', D: 'signer', E: 'toPlaces', F: 'archiveUnits', G: 'copies', H: 'handedDate', I: 'receipt', J: 'note' });
});

test('chữ cái của cột đi và về như nhau', () => {
  expect([0, 25, 26, 701, 702, 16_383].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
  fc.assert(fc.property(fc.integer({ min: 0, max: 16_383 }), (column) => columnIndex(columnLetter(column)) === column), { seed: 16 });
  expect(['XFE', '', 'A1', 'ABCD'].map(columnIndex)).toEqual([null, null, null, null]);
});

describe('tiêu đề của phần mềm khác', () => {
  test.each<[BookKind, string[], Record<string, string>]>([
    ['incoming', ['Sổ văn bản', 'Số đăng ký', 'Thời gian đến', 'Tổ chức ban hành', 'Số/Ký hiệu', 'Ngày ký', 'Tiêu đề', 'Chuyên viên xử lý', 'Trạng thái'], { B: 'number', C: 'arrivalDate', D: 'organName', E: 'code', F: 'issuedDate', G: 'subject', H: 'toPlaces' }],
    ['incoming', ['STT', 'Ngày tiếp nhận', 'CQ ban hành', 'Số VB', 'Ký hiệu của văn bản', 'Ngày BH', 'Tóm tắt nội dung', 'Phòng ban xử lý', 'Hạn XL'], { A: 'number', B: 'arrivalDate', C: 'organName', D: 'codeNumber', E: 'codeNotation', F: 'issuedDate', G: 'subject', H: 'toPlaces', I: 'dueDate' }],
    ['incoming', ['arrivalNumber', 'arrivalDate', 'organName', 'codeNumber', 'codeNotation', 'issuedDate', 'typeName', 'subject', 'dueDate', 'toPlaces', 'note'], { A: 'number', B: 'arrivalDate', C: 'organName', D: 'codeNumber', E: 'codeNotation', F: 'issuedDate', G: 'typeName', H: 'subject', I: 'dueDate', J: 'toPlaces', K: 'note' }],
    ['incoming', ['Arrival No.', 'Received date', 'Sender', 'Document number', 'Issue date', 'Title', 'Assigned to', 'Deadline', 'Remarks'], { A: 'number', B: 'arrivalDate', C: 'organName', D: 'code', E: 'issuedDate', F: 'subject', G: 'toPlaces', H: 'dueDate', I: 'note' }],
    ['incoming', ['so_den', 'ngay_nhan', 'don_vi_phat_hanh', 'so_va_ngay_vb', 'chu_de'], { A: 'number', B: 'arrivalDate', C: 'organName', D: 'code', E: 'subject' }],
    ['outgoing', ['Sổ đăng ký', 'Ngày, số văn bản', 'Loại VB', 'Tiêu đề', 'Lãnh đạo ký', 'Nơi nhận'], { B: 'code', C: 'typeName', D: 'subject', E: 'signer', F: 'toPlaces' }],
  ])('%s: %j', (book, heads, fields) => expect(proposed([heads], book)).toEqual(fields));
});

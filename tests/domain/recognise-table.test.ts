import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPastedTable } from '../../shared/domain/read-pasted-table.ts';
import { recogniseTable } from '../../shared/domain/recognise-table.ts';
import { shownValue } from '../../shared/domain/shown-value.ts';
import { formatVietnameseNumber } from '../../shared/domain/vietnamese-number.ts';

/** A block written as on the clipboard: `|` for tabs, one line a row. */
const block = (text: string) => ({ rows: readPastedTable(text.trim().split('\n').map((line) => line.split('|').map((cell) => cell.trim()).join('\t')).join('\n')) });
/** Columns in short: `STT:ordinal`, `Số lượng:number+` for one that is added up. */
const inShort = (text: string): string[] => recogniseTable(block(text)).columns.map(({ header, kind, total }) => `${header}:${kind}${total ? '+' : ''}`);

describe('khối dán có tên cột', () => {
  test.each<[string, string, string[], number]>([
    ['STT, đơn vị, số', 'STT|Đơn vị|Số lượng\n1|Xã An Bình|1.200\n2|Xã Hòa Lộc|70.635', ['STT:ordinal', 'Đơn vị:text', 'Số lượng:number+'], 2],
    ['TT viết tắt, số không phân nhóm', 'TT|Tên trường|Số lớp|Số học sinh\n1|Trường A|12|345\n2|Trường B|9|301', ['TT:ordinal', 'Tên trường:text', 'Số lớp:number+', 'Số học sinh:number+'], 2],
    ['không có STT', 'Đơn vị|Kinh phí (triệu đồng)\nSở Y tế|1.250,5\nSở Tư pháp|300', ['Đơn vị:text', 'Kinh phí (triệu đồng):number+'], 2],
    ['chỉ chữ', 'Họ và tên|Chức vụ|Đơn vị\nTrần Văn An|Chuyên viên|Sở Y tế\nLê Thị Bình|Trưởng phòng|Sở Tư pháp', ['Họ và tên:text', 'Chức vụ:text', 'Đơn vị:text'], 2],
    ['tên cột lạ trên cột số', 'Tuyến kênh|Chiều dài kiên cố\nN1|350\nN2|1.200', ['Tuyến kênh:text', 'Chiều dài kiên cố:number+'], 2],
    ['năm làm tên cột', 'Đơn vị|2024|2025\nXã A|120|130\nXã B|7|9', ['Đơn vị:text', '2024:number+', '2025:number+'], 2],
    ['tỷ lệ, đơn giá, bình quân không cộng', 'Đơn vị|Số hộ|Tỷ lệ (%)|Đơn giá|Bình quân\nXã A|120|16,7|15.000|2\nXã B|7|3,2|16.000|3', ['Đơn vị:text', 'Số hộ:number+', 'Tỷ lệ (%):number', 'Đơn giá:number', 'Bình quân:number'], 2],
    ['năm sinh, mã, điện thoại là chữ', 'Họ và tên|Năm sinh|Mã số|Điện thoại\nTrần An|1980|1024|0912345678\nLê Bình|1991|1025|0987654321', ['Họ và tên:text', 'Năm sinh:text', 'Mã số:text', 'Điện thoại:text'], 2],
    ['hai cột cùng tên', 'Đơn vị|Số lượng|Số lượng\nXã A|1|2\nXã B|3|4', ['Đơn vị:text', 'Số lượng:number+', 'Số lượng 2:number+'], 2],
    ['tên cột để trống', 'STT|Đơn vị|\n1|Xã A|5\n2|Xã B|6', ['STT:ordinal', 'Đơn vị:text', 'Số lượng:number+'], 2],
    ['một dòng', 'STT|Đơn vị|Số lượng\n1|Xã A|5', ['STT:ordinal', 'Đơn vị:text', 'Số lượng:number+'], 1],
    ['chỉ có tên cột', 'STT|Đơn vị|Số lượng', ['STT:ordinal', 'Đơn vị:text', 'Số lượng:text'], 0],
    ['ô trống, gạch ngang', 'Đơn vị|Đã tiêm|Còn lại\nXã A|-|5\nXã B|12|', ['Đơn vị:text', 'Đã tiêm:number+', 'Còn lại:number+'], 2],
    ['nhóm La Mã giữa các dòng: STT là chữ, không mất gì', 'STT|Đơn vị|Số lượng\nI|Khối sở|\n1|Sở Y tế|5\nII|Khối xã|\n1|Xã A|6', ['STT:text', 'Đơn vị:text', 'Số lượng:number+'], 4],
    ['số kiểu Anh chưa rõ vẫn là cột số, ô đánh dấu', 'Đơn vị|Số tiền\nXã A|70,635\nXã B|1.200', ['Đơn vị:text', 'Số tiền:number+'], 2],
    ['ngày', 'Nội dung|Thời hạn\nRà soát|14/08/2026\nBáo cáo|20/08/2026', ['Nội dung:text', 'Thời hạn:text'], 2],
  ])('%s', (_, text, columns, rows) => {
    expect(inShort(text)).toEqual(columns);
    expect(recogniseTable(block(text)).rows).toHaveLength(rows);
  });

  test('hai tầng tên cột, dòng số cột, tên bảng ở trên', () => {
    const read = recogniseTable(block('DANH SÁCH HỘ NGHÈO||||\nĐơn vị tính: hộ||||\nSTT|Đơn vị|Số hộ||Ghi chú\n||Nghèo|Cận nghèo|\n(1)|(2)|(3)|(4)|(5)\n1|Xã A|5|7|\n2|Xã B|6|8|'));
    expect(read.columns.map(({ header }) => header)).toEqual(['STT', 'Đơn vị', 'Số hộ – Nghèo', 'Số hộ – Cận nghèo', 'Ghi chú']);
    expect([read.title, read.rows]).toEqual(['DANH SÁCH HỘ NGHÈO', [['Xã A', '5', '7', ''], ['Xã B', '6', '8', '']]]);
    expect(read.said).toEqual(['Không đưa vào bảng: «Đơn vị tính: hộ» ở trên đầu bảng.', 'Bỏ dòng số cột «(1) (2) (3) (4) (5)».']);
  });

  test('dòng tổng cộng đúng thì để bảng tự tính, sai thì giữ lại và nói', () => {
    const right = recogniseTable(block('STT|Đơn vị|Số lượng\n1|Xã A|5\n2|Xã B|6\n|Tổng cộng|11'));
    expect([right.rows, right.sums, right.said]).toEqual([[['Xã A', '5'], ['Xã B', '6']], ['Tổng cộng', '11'], []]);
    const wrong = recogniseTable(block('STT|Đơn vị|Số lượng\n1|Xã A|5\n2|Xã B|6\n|Tổng cộng|12'));
    expect([wrong.rows.at(-1), wrong.sums, wrong.said]).toEqual([['Tổng cộng', '12'], null, ['Dòng tổng cộng dán vào không bằng tổng các dòng trên nên được giữ lại để xem.']]);
    // with sums of parts between the rows nothing is guessed
    const parts = recogniseTable(block('Đơn vị|Số lượng\nXã A|5\nCộng|5\nXã B|6\nCộng|6\nTổng cộng|11'));
    expect(parts.rows).toHaveLength(5);
  });

  test('STT không từ 1 thì đánh lại và nói', () => {
    expect(recogniseTable(block('STT|Đơn vị\n5|Xã A\n6|Xã B')).said).toEqual(['Số thứ tự được đánh lại từ 1.']);
  });
});

describe('khối dán không có tên cột', () => {
  test.each<[string, string, string[], number]>([
    ['đơn vị và số', 'Xã An Bình|1.200\nXã Hòa Lộc|70.635', ['Đơn vị:text', 'Số lượng:number+'], 2],
    ['STT đứng đầu', '1|Sở Y tế|12\n2|Sở Tư pháp|7', ['STT:ordinal', 'Đơn vị:text', 'Số lượng:number+'], 2],
    ['họ tên, điện thoại, ngày', 'Trần Văn An|0912345678|14/08/2026\nLê Thị Bình|0987654321|15/08/2026', ['Họ và tên:text', 'Số điện thoại:text', 'Ngày:text'], 2],
    ['năm không bị cộng', 'Xã A|2024\nXã B|2025', ['Đơn vị:text', 'Năm:text'], 2],
    ['tỷ lệ', 'Xã A|16,7%\nXã B|3%', ['Đơn vị:text', 'Tỷ lệ:text'], 2],
    ['hai cột số', 'Xã A|1|2\nXã B|3|4', ['Đơn vị:text', 'Số lượng:number+', 'Số lượng 2:number+'], 2],
    ['dòng đầu chưa có số liệu không phải là tên cột', 'Xã A|chưa có\nXã B|12\nXã C|7', ['Đơn vị:text', 'Số lượng:number+'], 3],
    ['một cột số', '5\n7\n9', ['Số lượng:number+'], 3],
  ])('%s', (_, text, columns, rows) => {
    expect(inShort(text)).toEqual(columns);
    expect(recogniseTable(block(text)).rows).toHaveLength(rows);
    expect(recogniseTable(block(text)).headed).toBe(false);
  });
});

const names = fc.constantFrom('Xã An Bình', 'Phường Tân Lập', 'Sở Tài chính', 'Ban Quản lý dự án', 'Trường THPT Lê Lợi');
const amounts = fc.integer({ min: 0, max: 9_999_999 });

test('bảng có STT, tên và số: nhận đúng đầu cột, không thêm STT, mỗi số còn nguyên', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(names, amounts, amounts), { minLength: 1, maxLength: 12 }), fc.boolean(), (rows, numbered) => {
      const text = [
        [...(numbered ? ['STT'] : []), 'Đơn vị', 'Kế hoạch', 'Thực hiện'],
        ...rows.map(([name, one, two], at) => [...(numbered ? [String(at + 1)] : []), name, formatVietnameseNumber(one), formatVietnameseNumber(two)]),
      ];
      const read = recogniseTable({ rows: text });
      expect(read.columns).toEqual([...(numbered ? [{ header: 'STT', kind: 'ordinal' }] : []), { header: 'Đơn vị', kind: 'text' }, { header: 'Kế hoạch', kind: 'number', total: true }, { header: 'Thực hiện', kind: 'number', total: true }]);
      expect(read.rows).toEqual(rows.map(([name, one, two]) => [name, formatVietnameseNumber(one), formatVietnameseNumber(two)]));
    }),
  );
});

test('khối nào cũng vậy: mỗi dòng đủ ô, chữ nào không vào bảng thì được nói', () => {
  const cell = fc.oneof(names, amounts.map(String), fc.constantFrom('', 'STT', 'Đơn vị', 'Ghi chú', 'Tổng cộng', '-', '(1)', '(2)', '1', '2', 'A', '2024', '0912345678', '70,635', 'x'), fc.string({ maxLength: 12 }));
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 7 }), (rows) => {
      const read = recogniseTable({ rows });
      const width = read.columns.filter(({ kind }) => kind !== 'ordinal').length;
      for (const row of read.rows) expect(row).toHaveLength(width);
      const kept = [...read.columns.map(({ header }) => header), ...read.rows.flat(), ...(read.sums ?? []), read.title ?? '', ...read.said].join('\n');
      for (const text of rows.flat().map((each) => each.trim())) {
        const isMark = /^[-–—.…x/\\]*$/.test(text) || /^\(?\d+[.)]?$/.test(text);
        if (!isMark) expect(kept).toContain(text);
      }
    }),
    { numRuns: 500 },
  );
});

test.each<[string, number, string | null]>([
  ['70,635', 70635, '70635'],
  ['1,705,059', 1705059, '1705059'],
  ['16.7', 16.7321, '16,7'],
  ['16,73', 16.7321, '16,73'],
  ['(1,200)', -1200, '-1200'],
  ['-5', -5, '-5'],
  ['0', 0, '0'],
  ['14/08/2020', 44057, null],
  ['14.08.2020', 44057, null],
  ['0912', 912, null],
  ['12%', 0.12, null],
  ['', 0, null],
])('ô hiện «%s» của giá trị %d đọc là %s', (text, value, read) => {
  expect(shownValue(text, value)).toBe(read);
});

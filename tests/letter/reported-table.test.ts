import { describe, expect, it } from 'vitest';
import { nameFinder } from '../../shared/domain/directory/name-in-list.ts';
import { readPastedTable } from '../../shared/domain/read-pasted-table.ts';
import { reportedTable } from '../../shared/letter/reported-table.ts';

const agencies = ['UBND huyện Nam Sơn', 'UBND huyện Kim Hà', 'UBND thành phố An Bình', 'Sở Thông tin và Truyền thông', 'UBND xã Dương Lâm', 'UBND xã Đường Lâm'].map((name, at) => ({ id: at + 1, name }));
const column = { header: 'Số lượng cài đặt', kind: 'number' as const, total: true };
const pasted = (text: string) => readPastedTable(text).map((cells, at) => ({ row: at + 1, cells }));
const read = (text: string, columns = [column]) => {
  const { rows, ...rest } = reportedTable(pasted(text), agencies, columns);
  return { ...rest, rows: rows.map(({ agency, figures, problems }) => [agency.name, ...figures, ...problems]), missing: rest.missing.map(({ name }) => name) };
};

describe('tên trong bảng của nơi gửi', () => {
  const find = nameFinder(agencies);
  it.each([
    ['Ủy ban nhân dân huyện Nam Sơn', 1],
    ['Huyện Nam Sơn', 1],
    ['nam son', 1],
    ['TP. An Bình', 3],
    ['UBND TP An Bình', 3],
    ['Sở TTTT', 4],
    ['Sở TT&TT', 4],
    ['Sở Thông tin và Truyền thông tỉnh An Bình', 4],
    ['Xã Đường Lâm', 6],
    ['UBND xã Dương Lâm', 5],
  ])('«%s» là cơ quan thứ %i', (name, id) => expect(find(name)).toEqual({ found: agencies[id - 1] }));

  it('gõ không dấu mà hai nơi cùng khớp thì không đoán', () => expect(find('xa duong lam')).toEqual({ unclear: [agencies[4], agencies[5]] }));
  it.each(['', 'Huyện Thanh Bình', 'Tổng cộng', '123'])('«%s» không là cơ quan nào', (name) => expect(find(name)).toBeNull());
});

describe('số liệu trong bảng dán vào', () => {
  it('đọc cột theo tên, bỏ số thứ tự và dòng tổng, nói dòng lạ và nơi còn thiếu', () => {
    expect(read('STT\tĐơn vị\tDân số\tSố lượng cài đặt\n1\tHuyện Nam Sơn\t90.000\t70.635\n2\tTP An Bình\t80.000\t23.954\n3\tHuyện Thanh Bình\t10\t5\n\tTổng cộng\t170.010\t94.594')).toEqual({
      columns: [column],
      rows: [['UBND huyện Nam Sơn', 70635], ['UBND thành phố An Bình', 23954]],
      unknown: ['Dòng 4: «Huyện Thanh Bình» không có trong danh sách phải báo cáo.'],
      missing: ['UBND huyện Kim Hà', 'Sở Thông tin và Truyền thông', 'UBND xã Dương Lâm', 'UBND xã Đường Lâm'],
    });
  });

  it('bảng không có đầu cột: số đứng sau tên', () => {
    expect(read('1\tNam Sơn\t70635\n2\tKim Hà\t19203').rows).toEqual([['UBND huyện Nam Sơn', 70635], ['UBND huyện Kim Hà', 19203]]);
  });

  it('số viết lối lạ, ô trống, hai dòng một nơi: mỗi dòng nói điều của nó', () => {
    const { rows } = read('Đơn vị\tSố lượng cài đặt\nNam Sơn\t70,635\nKim Hà\t\nTP An Bình\t12\nTP An Bình\t13');
    expect(rows[0]?.[2]).toMatch(/Cột «Số lượng cài đặt»: «70,635» chưa rõ là số nào/u);
    expect(rows[1]).toEqual(['UBND huyện Kim Hà', null, 'Dòng này chưa có số liệu.']);
    expect(rows[2]).toEqual(['UBND thành phố An Bình', 12, '«TP An Bình» có hai dòng (thêm dòng 5); giữ dòng đầu, kiểm tra lại.']);
  });

  it('việc không hẹn cột nào thì lấy cột của bảng', () => {
    const { columns, rows } = read('TT\tĐơn vị\tSố máy\tGhi chú\n1\tNam Sơn\t12\txong\n2\tKim Hà\t9\t', []);
    expect(columns).toEqual([{ header: 'Số máy', kind: 'number', total: true }, { header: 'Ghi chú', kind: 'text' }]);
    expect(rows).toEqual([['UBND huyện Nam Sơn', 12, 'xong'], ['UBND huyện Kim Hà', 9, null]]);
  });

  it('bảng không có tên nào quen thì không đọc gì, và nói từng dòng', () => {
    expect(read('Alpha\t1\nBeta\t2')).toMatchObject({ rows: [], unknown: ['Alpha | 1', 'Beta | 2'] });
  });
});

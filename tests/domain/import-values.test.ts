import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRealDate, shortDate } from '../../shared/domain/dates.ts';
import { readOldCode, readOwnCode, splitCodeAndDay } from '../../shared/domain/import/read-old-code.ts';
import { daySerial, readOldDate } from '../../shared/domain/import/read-old-date.ts';
import { readCount, readOldNumber } from '../../shared/domain/import/read-old-number.ts';

const book2019 = { year: 2019, thisYear: 2026 };
const unnamed = { year: null, thisYear: 2026 };

describe('ngày trong sổ cũ', () => {
  test.each([
    ['5/3/2019', '2019-03-05'],
    ['05/03/2019', '2019-03-05'],
    ['5/3/19', '2019-03-05'],
    ['05-03-2019', '2019-03-05'],
    ['05.03.19', '2019-03-05'],
    ['5 / 3 / 2019', '2019-03-05'],
    ['ngày 5 tháng 3 năm 2019', '2019-03-05'],
    ['Ngày 05 tháng 03 năm 2019', '2019-03-05'],
    ['ngày 05/3/2019', '2019-03-05'],
    ['Thứ Ba, 05/3/2019', '2019-03-05'],
    ['2019-03-05', '2019-03-05'],
    ['2019-03-05T00:00:00', '2019-03-05'],
    ['05/03/2019 08:30', '2019-03-05'],
    ['05/03/2019 8h30', '2019-03-05'],
    ['5/3/2019.', '2019-03-05'],
    ['05032019', '2019-03-05'],
    ['43529', '2019-03-05'],
    [43529, '2019-03-05'],
    [43529.35, '2019-03-05'],
    [{ date: '2019-03-05' }, '2019-03-05'],
    ['29/2/2020', '2020-02-29'],
    ['31/12/97', '1997-12-31'],
    ['5/3/2019\u00A0', '2019-03-05'],
    ['Ngày 5 tháng 3 năm 2019'.normalize('NFD'), '2019-03-05'],
  ])('%j là %s', (cell, date) => expect(readOldDate(cell, book2019)).toEqual({ date }));

  test.each(['5/3', '05-3', '5 tháng 3', '5 tháng Ba'])('%j lấy năm của sổ, và chưa chắc', (cell) => expect(readOldDate(cell, book2019)).toEqual({ date: '2019-03-05', unsure: expect.stringContaining('năm 2019') as unknown }));
  test.each(['14-Aug-20', '14 Aug 2020', 'Aug 14, 2020', 'August 14th, 2020', '14-thg 8-20', '14 tháng 8 2020', '20200814', '14/8/2020 (chiều)', 'Thứ Sáu, 14/8/2020', 'thứ 6 ngày 14/8/2020', '14/08/2020 sáng', '14.Aug.2020'])('%j là 14/8/2020', (cell) => {
    expect(readOldDate(cell, { year: 2020, thisYear: 2026 })).toEqual({ date: '2020-08-14' });
  });
  test.each(['20201332', '31-Feb-20', 'Foo 14, 2020', '14-thg 13-20'])('%j không phải là ngày', (cell) => {
    expect(readOldDate(cell, { year: 2020, thisYear: 2026 })).toEqual({ unclear: expect.any(String) as unknown });
  });

  test.each([
    ['30/02/2019', 'tháng 2/2019 không có ngày 30'],
    ['29/2/2019', 'tháng 2/2019 không có ngày 29'],
    ['31/4', 'tháng 4/2019 không có ngày 31'],
    ['12/25/2019', 'không có tháng 25; ngày viết trước tháng'],
    ['0/3/2019', 'tháng 3/2019 không có ngày 0'],
    ['5/0/2019', 'không có tháng 0'],
    ['5/3/2109', 'năm 2109 chưa tới'],
    ['5/3/1019', 'không có năm 1019'],
    ['tháng 3', 'không đọc được'],
    ['chưa rõ', 'không đọc được'],
    ['5/3/019', 'không đọc được'],
    [12, 'không đọc được'],
    [99999, 'không phải là ngày'],
    [{ date: '1905-07-11' }, 'năm 1905 quá xa'],
    [{ fault: 'ô báo lỗi #REF!' }, '#REF!'],
  ])('%j không phải là ngày: %s', (cell, reason) => expect(readOldDate(cell, book2019)).toEqual({ unclear: expect.stringContaining(reason) as unknown }));

  test.each([null, undefined, '', '  ', '-', '…', '/', ' \u00A0 '])('%j là ô trống', (cell) => expect(readOldDate(cell, book2019)).toEqual({ empty: true }));

  test('ngày không ghi năm trong sổ không ghi năm thì không đoán', () => expect(readOldDate('5/3', unnamed)).toEqual({ unclear: expect.stringContaining('không có năm') as unknown }));

  test.each(['2021-02-31', '2021-31-02', '20210231', '31/02/2021', '02/31/2021', '00/05/2021', '0/0/2021', '31/4'])('%s không có trong lịch ở cột viết cả hai cách cũng không được hỏi là hai nghĩa', (written) => {
    expect(readOldDate(written, { ...unnamed, order: { ambiguous: 'ask', unsure: null } })).toEqual({ unclear: expect.stringContaining('không có trong lịch') as unknown });
  });

  test('ngày có thật viết cách nào cũng đọc lại đúng ngày ấy, không đảo ngày với tháng', () => {
    const day = fc.integer({ min: 16_438, max: 46_000 }).map((serial) => daySerial(serial) ?? '');
    fc.assert(
      fc.property(day, fc.constantFrom('/', '-', '.'), fc.boolean(), (date, sign, zeros) => {
        const [d, m, y] = shortDate(date).split('/');
        const written = zeros ? [d, m, y] : [Number(d), Number(m), y];
        return isRealDate(date) && JSON.stringify(readOldDate(written.join(sign), unnamed)) === JSON.stringify({ date }) && JSON.stringify(readOldDate(`ngày ${Number(d)} tháng ${Number(m)} năm ${y}`, unnamed)) === JSON.stringify({ date });
      }),
      { seed: 13 },
    );
  });

  test('chữ bất kỳ không làm hỏng việc đọc, và ngày đọc được là ngày có thật', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ unit: fc.constantFrom(...'0123456789/-. ngàythángnăm'), maxLength: 20 })), (text) => {
        const read = readOldDate(text, book2019);
        return 'date' in read ? isRealDate(read.date) : 'empty' in read || read.unclear !== '';
      }),
      { seed: 14 },
    );
  });

  test.each([[1, '1900-01-01'], [59, '1900-02-28'], [60, null], [61, '1900-03-01'], [43831, '2020-01-01'], [0, null], [2_958_465, '9999-12-31'], [2_958_466, null]])('số đếm %d của Excel là %s', (serial, date) => expect(daySerial(serial)).toBe(date));
  test('lịch tính từ 1904', () => expect(daySerial(42369, true)).toBe('2020-01-01'));
});

describe('số trong sổ cũ được giữ nguyên', () => {
  test.each([
    ['05', 5, ''],
    [5, 5, ''],
    ['12a', 12, 'a'],
    ['12 A', 12, 'A'],
    ['12/1', 12, '/1'],
    ['12.1', 12, '.1'],
    ['1.247', 1247, ''],
    ['12 bis', 12, 'bis'],
    ['12b/2', 12, 'b/2'],
    ['Số: 125', 125, ''],
    ['125.0', 125, ''],
    ['125/VP', 125, '/VP'],
    ['0', 0, ''],
  ])('%j là số %d, phần sau «%s»', (cell, number, suffix) => expect(readOldNumber(cell)).toEqual({ number, suffix }));

  test.each([['12-15', 12, '-15'], ['12 - 15', 12, '-15'], ['12–15', 12, '-15'], ['12 đến 15', 12, '-15'], ['12, 13', 12, '-13']])('%j gồm nhiều số: %d và «%s»', (cell, number, suffix) => expect(readOldNumber(cell)).toEqual({ number, suffix, remark: expect.stringContaining('nhiều số') as unknown }));

  test.each([
    ['01\n05/01', 1, '05/01'],
    ['12\n15/3', 12, '15/3'],
    ['7 (08/02/2024)', 7, '08/02/2024'],
    ['12-05/01/2021', 12, '05/01/2021'],
    ['12/05/01/2021', 12, '05/01/2021'],
    ['12 ngày 5/1', 12, 'ngày 5/1'],
    ['12; 5/1', 12, '5/1'],
    ['4 5', 4, '5'],
    ['13 1', 13, '1'],
    ['14 2 bản', 14, '2 bản'],
    ['20 bản chính 3 tờ', 20, '3 tờ'],
  ])('%j là số %d, phần còn lại được nói ra, không dính vào số', (cell, number, said) => expect(readOldNumber(cell)).toEqual({ number, suffix: '', beside: expect.stringContaining(said) as unknown, remark: expect.stringContaining(said) as unknown }));

  test.each([['03\n(hỏa tốc)', 3, 3], ['8 Khẩn', 8, 1], ['9\nTK', 9, 2]])('%j giữ cả độ khẩn', (cell, number, priority) => expect(readOldNumber(cell)).toEqual({ number, suffix: '', priority, beside: expect.any(String) as unknown, remark: expect.any(String) as unknown }));

  test('«4 500» sau số 3 là số 4, sau số 4499 là số 4500; xuống dòng không bao giờ ở trong một số', () => {
    expect(readOldNumber('4 500', { above: 3 })).toMatchObject({ number: 4, remark: expect.stringContaining('500') as unknown });
    expect(readOldNumber('4 500', { above: 4499 })).toEqual({ number: 4500, suffix: '', readAs: expect.stringContaining('dấu nghìn') as unknown });
    expect(readOldNumber('12\n150', { above: 12_149 })).toMatchObject({ number: 12 });
  });

  test('số nghìn viết cách không phải hai số, mà cũng không chắc khi dòng trên không ở gần', () => {
    for (const above of [undefined, 1180]) expect(readOldNumber('1 247', above === undefined ? {} : { above })).toEqual({ number: 1247, suffix: '', unsure: expect.stringContaining('1247') as unknown });
    expect(readOldNumber('1.247', { above: 1246 })).toEqual({ number: 1247, suffix: '' });
    expect(readOldNumber('1.247', { above: 12 })).toMatchObject({ number: 1247, unsure: expect.any(String) as unknown });
  });

  test.each([['7.', 7, ''], ['7)', 7, ''], ['(7)', 7, ''], ['07/', 7, ''], ['7 ;', 7, ''], ['№ 7', 7, ''], ['Số 12a.', 12, 'a'], ['1.247.', 1247, '']])('%j: dấu ở cuối không thuộc về số', (cell, number, suffix) => expect(readOldNumber(cell)).toEqual({ number, suffix }));

  test('12/1 mà Excel đã đổi thành ngày 12 tháng 1 được đọc lại và nói ra', () => expect(readOldNumber({ date: '2019-01-12' })).toEqual({ number: 12, suffix: '/1', remark: expect.stringContaining('như một ngày') as unknown }));

  test.each(['chưa có', 'A12', '12345678901', '12?', '12 (mật)', { fault: 'ô báo lỗi #N/A' }])('%j không phải là số của sổ', (cell) => expect(readOldNumber(cell)).toEqual({ unclear: expect.any(String) as unknown }));
  test.each([null, '', ' ', '-', '…'])('%j là ô trống', (cell) => expect(readOldNumber(cell)).toEqual({ empty: true }));
  test('số nào từ 0 đến 9999999 cũng giữ nguyên', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9_999_999 }), fc.constantFrom('', 'a', 'b', '/1', 'bis'), (number, suffix) => JSON.stringify(readOldNumber(`${number}${suffix}`)) === JSON.stringify({ number, suffix })), { seed: 15 });
  });
  test.each([['3', 3], [3, 3], ['3 trang', 3], ['02 bản', 2], ['', null], ['nhiều', null], ['3+2', null]])('đếm %j là %j', (cell, count) => expect(readCount(cell)).toBe(count));
});

describe('số, ký hiệu', () => {
  test.each([
    ['2953/UBND-VP', '2953/UBND-VP', '2953', 'UBND-VP'],
    ['2953 / UBND – VP', '2953/UBND-VP', '2953', 'UBND-VP'],
    ['Số: 05/2019/QĐ-UBND', '05/2019/QĐ-UBND', '05', '2019/QĐ-UBND'],
    ['12a/KH-STC', '12a/KH-STC', '12a', 'KH-STC'],
    ['125-CV/TU', '125-CV/TU', '125', 'CV/TU'],
    ['KH-STC', 'KH-STC', '', 'KH-STC'],
    ['', '', '', ''],
    ['125', '125', '125', ''],
  ])('«%s» của nơi khác', (written, code, codeNumber, codeNotation) => expect(readOldCode(written)).toEqual({ code, codeNumber, codeNotation }));

  test.each([
    ['05/UBND-VP', 5, '', 'UBND-VP'],
    ['12a/UBND-VP', 12, 'a', 'UBND-VP'],
    ['12/1/UBND-VP', 12, '/1', 'UBND-VP'],
    ['125-CV/TU', 125, '', 'CV/TU'],
    ['1.247/QĐ-UBND', 1247, '', 'QĐ-UBND'],
    ['05/2019/QĐ-UBND', 5, '', '2019/QĐ-UBND'],
    ['Số: 7 /TB-VP', 7, '', 'TB-VP'],
    ['125', 125, '', ''],
    [125, 125, '', ''],
  ])('%j của cơ quan mình', (written, number, suffix, codeNotation) => expect(readOwnCode(written)).toEqual({ number: { number, suffix }, codeNotation }));
});

describe('mã và ngày trong một ô', () => {
  test.each([
    ['12/SYT-NV ngày 4/3/2021', '12/SYT-NV', '4/3/2021'],
    ['12/SYT-NV - 04/03/2021', '12/SYT-NV', '04/03/2021'],
    ['12/SYT-NV – 4.3.2021', '12/SYT-NV', '4.3.2021'],
    ['12/SYT-NV\n4/3', '12/SYT-NV', '4/3'],
    ['12/SYT-NV ngày 4/3', '12/SYT-NV', '4/3'],
    ['12/SYT-NV (4/3)', '12/SYT-NV', '4/3'],
    ['12/SYT-NV/ngày 4/3/2021', '12/SYT-NV', '4/3/2021'],
    ['12/SYT-NV ngày 2021-03-04', '12/SYT-NV', '2021-03-04'],
    ['123 ngày 4/3/2021', '123', '4/3/2021'],
    ['4/3/2021 - 12/SYT-NV', '12/SYT-NV', '4/3/2021'],
    ['ngày 4/3/2021, số 12/SYT-NV', 'số 12/SYT-NV', '4/3/2021'],
    ['01/2021/QĐ-UBND 05/01/2021', '01/2021/QĐ-UBND', '05/01/2021'],
  ])('%j là «%s» và «%s»', (written, code, day) => expect(splitCodeAndDay(written)).toEqual({ code, day }));
  test.each(['15/2023/NĐ-CP', '12/SYT-NV', '12/KH-SYT-2021', '35/KH-UBND 12/2021', '125-CV/TU', '4/3/2021', 'Số 05/2019/QĐ-UBND', ''])('%j chỉ là một thứ', (written) => expect(splitCodeAndDay(written)).toBeNull());
});

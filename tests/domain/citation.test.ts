import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCitation } from '../../shared/domain/citation.ts';

describe('câu dẫn một văn bản', () => {
  test.each([
    ['Công văn số 9187/STC-QLNS ngày 25/11/2026', '9187', 'stc-qlns', '2026-11-25', 2026],
    ['số: 2147/QĐ-UBND', '2147', 'qd-ubnd', null, null],
    ['công văn 9187', '9187', null, null, null],
    ['Quyết định số 2147/QĐ-UBND năm 2026', '2147', 'qd-ubnd', null, 2026],
    ['QĐ 2147/QĐ-UBND', '2147', 'qd-ubnd', null, null],
    ['Chỉ thị số 06/CT-UBND ngày 20 tháng 02 năm 2021 của Chủ tịch Ủy ban nhân dân tỉnh', '6', 'ct-ubnd', '2021-02-20', 2021],
    ['Nghị định số 30/2020/NĐ-CP ngày 05/3/2020', '30', '2020/nd-cp', '2020-03-05', 2020],
    ['công văn số 123-CV/TU', '123', 'cv/tu', null, null],
    ['SỐ 05 / UBND – VP', '5', 'ubnd-vp', null, null],
    ['Thông tư 5/2026/TT-BTC.', '5', '2026/tt-btc', null, null],
    ['Giấy mời số 12/GM-UBND, ngày 31/02/2026', '12', 'gm-ubnd', null, 2026],
  ])('%s', (text, number, notation, date, year) => expect(readCitation(text)).toEqual({ number, notation, date, year }));

  test.each(['2953', '2953/UBND-VP', 'phòng cháy', 'công văn', 'công văn về phòng cháy', 'số liệu 9187', 'báo cáo 6 tháng đầu năm', '', 'ngày 25/11/2026', 'kế hoạch 2026 phòng chống thiên tai'])('«%s» không phải câu dẫn', (text) => {
    expect(readCitation(text)).toBeNull();
  });

  test('chữ bất kỳ không làm treo, không ném lỗi', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void readCitation(text)));
    for (const piece of ['công văn số 1/', 'số 1-a-', 'a - ', '1/a.-']) expect(readCitation(`số 1/${piece.repeat(20_000)}`)).toBeDefined();
  });
});

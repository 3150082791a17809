import { describe, expect, test } from 'vitest';
import { day, workbookFile, type Value } from '../fixtures/old-books.ts';
import { openEngine } from '../fixtures/open-engine.ts';

const sheetOf = (rows: Value[][], merged: string[] = []): Promise<File> =>
  workbookFile((workbook) => {
    const sheet = workbook.addWorksheet('Sheet1');
    for (const row of rows) sheet.addRow(row).eachCell((cell) => { if (cell.value instanceof Date) cell.numFmt = 'dd/mm/yyyy'; });
    for (const cells of merged) sheet.mergeCells(cells);
  });
const csv = (...lines: string[]): File => new File([lines.join('\n')], 'so.csv');
const preview = (file: File, book: 'incoming' | 'outgoing' = 'incoming') => openEngine().client.import.preview({ book, file });

/** Of every kind of `../shared/cases/import` two books of another hand. */
describe('hai sổ khác của mỗi kiểu', () => {
  test.each<[string, Value[][]]>([
    ['i1: hai cột «Ngày», cột đến ở giữa', [['Số đến', 'Ngày', 'Cơ quan gửi', 'Số hiệu', 'Ngày', 'Nội dung'], [1, day(2022, 5, 9), 'Sở Y tế', '3/SYT', day(2022, 5, 6), 'V/v a'], [2, day(2022, 5, 9), 'Sở Y tế', '4/SYT', day(2022, 5, 5), 'V/v b']]],
    ['i2: tiêu đề viết liền có tên kỹ thuật', [['ArrivalNumber', 'ArrivalDate', 'OrganName', 'Code', 'IssuedDate', 'Subject'], [1, '09/05/2022', 'Sở Y tế', '3/SYT', '06/05/2022', 'V/v a'], [2, '09/05/2022', 'Sở Y tế', '4/SYT', '05/05/2022', 'V/v b']]],
    ['i2: gạch dưới, viết hoa', [['SO_DEN', 'NGAY_DEN', 'NOI_GUI', 'SO_KY_HIEU', 'NGAY_VB', 'TRICH_YEU'], [1, '9/5/2022', 'Sở Y tế', '3/SYT', '6/5/2022', 'V/v a'], [2, '9/5/2022', 'Sở Y tế', '4/SYT', '5/5/2022', 'V/v b']]],
    ['i7: số có chữ và gạch đứng trước', [['Số đến', 'Ngày đến', 'Đối tác', 'Số văn bản', 'Ngày ban hành', 'Chủ đề'], ['VB-0001', '9/5/2022', 'Sở Y tế', '3/SYT', '6/5/2022', 'V/v a'], ['VB-0002', '9/5/2022', 'Sở Y tế', '4/SYT', '5/5/2022', 'V/v b']]],
    ['i7: tên văn bản, mã hiệu', [['Số đăng ký', 'Ngày tiếp nhận', 'Tổ chức ban hành', 'Mã hiệu', 'Ngày ký', 'Tên văn bản'], ['DEN/1', '9/5/2022', 'Sở Y tế', '3/SYT', '6/5/2022', 'V/v a'], ['DEN/2', '9/5/2022', 'Sở Y tế', '4/SYT', '5/5/2022', 'V/v b']]],
    ['i9: tháng bằng chữ và ngày trong tuần', [['Số đến', 'Ngày đến', 'Nơi gửi', 'Số ký hiệu', 'Ngày VB', 'Trích yếu'], [1, 'Thứ hai, 9-5-2022', 'Sở Y tế', '3/SYT', '06-May-22', 'V/v a'], [2, '9 tháng 5 năm 2022', 'Sở Y tế', '4/SYT', '20220505', 'V/v b']]],
    ['i13: mã và ngày', [['Số đến', 'Ngày đến', 'Nơi gửi', 'Số ký hiệu, ngày tháng', 'Trích yếu'], [1, '9/5/2022', 'Sở Y tế', '3/SYT; ngày 6/5/2022', 'V/v a'], [2, '9/5/2022', 'Sở Y tế', '4/SYT\n(05.05.2022)', 'V/v b']]],
  ])('%s', async (_, rows) => {
    const read = (await preview(await sheetOf(rows))).rows;
    expect(read.map(({ number, arrivalDate, organName, code, issuedDate, subject }) => [number, arrivalDate, organName, code, issuedDate, subject])).toEqual([['1', '2022-05-09', 'Sở Y tế', '3/SYT', '2022-05-06', 'V/v a'], ['2', '2022-05-09', 'Sở Y tế', '4/SYT', '2022-05-05', 'V/v b']]);
  });

  test.each([['STT', [1, 2, 3]], ['ID', [101, 102, 105]]])('i5: cột số đến ghi ký hiệu, cột %s đếm dòng: chỉ là đề nghị', async (head, counts) => {
    const file = await sheetOf([[head, 'Số công văn đến', 'Ngày đến', 'Nơi gửi', 'Nội dung'], ...counts.map((count, at): Value[] => [count, `${at + 5}/SYT-NV`, '9/5/2022', 'Sở Y tế', 'V/v a'])]);
    const { columns, rows } = await preview(file);
    expect(columns.slice(0, 2).map(({ field, certain }) => [field, certain])).toEqual([['number', false], ['code', true]]);
    expect(rows.map(({ number, code }) => [number, code])).toEqual([['không rõ số đến', '5/SYT-NV'], ['không rõ số đến', '6/SYT-NV'], ['không rõ số đến', '7/SYT-NV']]);
  });

  test.each<[string, Value[][], string[]]>([
    ['tiêu đề hai dòng dưới tên sổ', [['SỔ CÔNG VĂN ĐẾN NĂM 2022'], ['Công văn đến', null, 'Công văn', null, null, 'Trích yếu'], ['Số', 'Ngày', 'Nơi gửi', 'Số hiệu', 'Ngày', null]], ['A2:B2', 'C2:E2', 'F2:F3']],
    ['ba dòng, dòng giữa gộp hết', [['ĐẾN', null, 'VĂN BẢN', null, null, null], ['Số đến', 'Ngày đến', 'Tác giả', 'Số ký hiệu', 'Ngày văn bản', 'Trích yếu'], ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)']], ['A1:B1', 'C1:F1']],
  ])('i14: %s', async (_, heads, merged) => {
    const { rows } = await preview(await sheetOf([...heads, [1, day(2022, 5, 9), 'Sở Y tế', '3/SYT', day(2022, 5, 6), 'V/v a']], merged));
    expect(rows.map(({ number, arrivalDate, organName, code, issuedDate, subject }) => [number, arrivalDate, organName, code, issuedDate, subject])).toEqual([['1', '2022-05-09', 'Sở Y tế', '3/SYT', '2022-05-06', 'V/v a']]);
  });

  test.each(['Độ mật', 'Mức độ mật'])('i19: cột «%s» của sổ đi và sổ đến', async (head) => {
    const incoming = await preview(csv(`Số đến,Ngày đến,Nơi gửi,Số ký hiệu,${head},Nội dung,Nơi nhận`, '1,9/5/2022,Sở Y tế,3/SYT,Không,V/v a,Bà Mật', '2,9/5/2022,Công an tỉnh,4/CAT,M,V/v kín,Phòng A', '3,9/5/2022,Công an tỉnh,5/CAT,Tối mật,V/v kín,Phòng A'));
    expect(incoming.rows.map(({ number, subject }) => [number, subject])).toEqual([['1', 'V/v a'], ['2', ''], ['3', '']]);
    const outgoing = await preview(csv(`Số ký hiệu,Ngày VB,${head},Trích yếu,Nơi nhận`, '1/UBND,9/5/2022,,V/v a,Bà Mật', '2/UBND,9/5/2022,TM,V/v kín,Phòng A', '3/UBND,9/5/2022,Thường,V/v c,Phòng A'), 'outgoing');
    expect(outgoing.rows.map(({ codeNumber, subject }) => [codeNumber, subject])).toEqual([[1, 'V/v a'], [2, ''], [3, 'V/v c']]);
    for (const { rows, problems } of [incoming, outgoing]) expect(JSON.stringify([rows, problems])).not.toContain('kín');
  });

  test.each([
    ['v3', ['5/28/2025', '5/3/2025', '12/1/2025'], ['2025-05-28', '2025-05-03', '2025-12-01']],
    ['v3, gạch ngang', ['01-31-25', '02-01-25', '02-02-25'], ['2025-01-31', '2025-02-01', '2025-02-02']],
  ])('%s: cột tháng trước ngày', async (_, written, days) => {
    const { rows } = await preview(csv('Số đến,Ngày đến,Nơi gửi,Số ký hiệu,Nội dung', ...written.map((date, at) => `${at + 1},${date},Sở Y tế,${at}/SYT,V/v a`)));
    expect(rows.map(({ arrivalDate }) => arrivalDate)).toEqual(days);
  });

  test.each<[string, string[]]>([
    ['TT,Tên đơn vị,Địa chỉ email\nI,CÁC SỞ,\n1,Sở Y tế,syt@x.vn\nII,KHỐI ĐOÀN THỂ,\n2,Tỉnh đoàn,td@x.vn', ['Sở Y tế', 'Tỉnh đoàn']],
    ['STT,Tên cơ quan,E-mail\n,UBND các xã,\n1,UBND xã An Bình,ab@x.vn\n,Nhóm doanh nghiệp,\n2,Công ty Cấp nước,cn@x.vn', ['UBND xã An Bình', 'Công ty Cấp nước']],
  ])('danh bạ: dòng nhóm không phải cơ quan', async (text, names) => {
    const { rows } = await openEngine().client.agencies.import({ file: csv(text), preview: true });
    expect(rows.filter(({ becomes }) => becomes === 'added').map(({ name }) => name)).toEqual(names);
  });
});

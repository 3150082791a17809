import { describe, expect, test } from 'vitest';
import { incomingHeads, workbookFile, type Value } from '../fixtures/old-books.ts';
import { openEngine } from '../fixtures/open-engine.ts';

const heads = 'Số đến,Ngày đến,Tác giả,Số ký hiệu,Ngày văn bản,Trích yếu,Nơi nhận';
const csv = (...lines: string[]): File => new File([lines.join('\n')], 'so-den.csv');
const sheetOf = (rows: Value[][], name = 'so-den.xlsx'): Promise<File> => workbookFile((workbook) => void workbook.addWorksheet('Sheet1').addRows(rows), name);
const preview = (file: File, book: 'incoming' | 'outgoing' = 'incoming') => openEngine().client.import.preview({ book, file });
const about = (problems: readonly { row: number; message: string }[], row: number): string => problems.filter((problem) => problem.row === row).map(({ message }) => message).join(' ');

describe('dòng CSV lệch ô', () => {
  test('thiếu một ô ở giữa: dòng lệch không vào, nói từng dòng', async () => {
    const { rows, problems, amounts } = await preview(csv(heads, '1,3/2/2023,Sở Y tế,1/SYT,2/2/2023,V/v a,Phòng A', '2,3/2/2023,2/SYT,2/2/2023,V/v b,Phòng A', '3,3/2/2023,Sở Y tế,3/SYT,V/v c,Phòng A', '4,Sở Y tế,4/SYT,2/2/2023,V/v d,Phòng A'));
    expect(rows.map(({ number }) => number)).toEqual(['1']);
    for (const row of [3, 4, 5]) expect(about(problems, row)).toContain('thiếu ô');
    expect(amounts.leftOut).toBe(3);
  });

  test('thiếu ô mà không gì chỉ ra chỗ lệch: vẫn vào, nói từng dòng, không ô nào là chắc', async () => {
    const { rows, problems } = await preview(csv(heads, '1,3/2/2023,Sở Y tế,1/SYT,2/2/2023,V/v a,Phòng A', '2,3/2/2023,Sở Y tế,2/SYT,2/2/2023,V/v b', '3,3/2/2023,Sở Y tế,3/SYT,2/2/2023,V/v c'));
    expect(rows.map(({ number, subject }) => [number, subject])).toEqual([['1', 'V/v a'], ['2', 'V/v b'], ['3', 'V/v c']]);
    expect(rows.map(({ unsure }) => (unsure as string[]).toSorted())).toEqual([[], ...Array.from({ length: 2 }, () => ['arrivalDate', 'code', 'issuedDate', 'number', 'organName', 'subject'])]);
    for (const row of [3, 4]) expect(about(problems, row)).toContain('chưa chắc ô nào thuộc cột nào');
  });

  test.each([1, 2, 3])('tệp nhỏ %d dòng, dòng nào cũng thừa một ô: không dòng nào vào', async (amount) => {
    const lines = Array.from({ length: amount }, (_, at) => `${at + 1},3/2/2023,Sở Y tế,1/SYT,2/2/2023,V/v thi đua, khen thưởng,Phòng A`);
    const { rows, problems } = await preview(csv(heads, ...lines));
    expect(rows).toEqual([]);
    expect(problems.filter(({ leftOut }) => leftOut).map(({ row }) => row)).toEqual(lines.map((_, at) => at + 2));
  });

  test('dòng nào cũng có dấu thừa ở cuối là thói quen của tệp; cột không có tiêu đề mà có chữ thì không chắc', async () => {
    const line = (number: number, end: string): string => `${number},3/2/2023,Sở Y tế,${number}/SYT,2/2/2023,V/v a,Phòng A${end}`;
    expect((await preview(csv(heads, ...[1, 2, 3, 4, 5].map((number) => line(number, ','))))).problems).toEqual([]);
    const { rows, problems } = await preview(csv(heads, ...[1, 2, 3, 4, 5].map((number) => line(number, number === 3 ? ',thêm' : ','))));
    expect(rows).toHaveLength(5);
    expect(about(problems, 4)).toContain('ô thừa không nhập');
  });
});

describe('số, ký hiệu và ngày trong một cột', () => {
  test.each([
    ['Số và ngày văn bản', ['12/SYT-NV ngày 4/3/2021', '07/SNV - 5/3/2021']],
    ['Số, ngày VB', ['12/SYT-NV\n4/3/2021', '07/SNV\n5/3/2021']],
    ['Ngày tháng văn bản', ['12/SYT-NV (4/3/2021)', '07/SNV (5/3/2021)']],
    ['Ngày và số văn bản', ['4/3/2021 - 12/SYT-NV', '5/3/2021, số 07/SNV']],
  ])('«%s»', async (head, cells) => {
    const { rows } = await preview(await sheetOf([['Số đến', 'Ngày đến', 'Tác giả', head, 'Trích yếu'], ...cells.map((cell, at) => [at + 1, '8/3/2021', 'Sở Y tế', cell, 'V/v a'])]));
    expect(rows.map(({ code, issuedDate }) => [code, issuedDate])).toEqual([['12/SYT-NV', '2021-03-04'], ['07/SNV', '2021-03-05']]);
  });

  test('ô không tách được thì giữ nguyên, nói ra và chưa chắc; ô chỉ có ngày là ngày', async () => {
    const { rows, problems } = await preview(await sheetOf([['Số đến', 'Ngày đến', 'Tác giả', 'Số và ngày văn bản', 'Trích yếu'], [1, '8/3/2021', 'Sở Y tế', '12/SYT-NV ngày 4/3/2021 và 13/SYT-NV', 'V/v a'], [2, '8/3/2021', 'Sở Y tế', '4/3/2021', 'V/v b'], [3, '8/3/2021', 'Sở Y tế', '14/SYT-NV ngày 4/3', 'V/v c']]));
    expect(rows.map(({ code, issuedDate, unsure }) => [code, issuedDate, unsure])).toEqual([['12/SYT-NV ngày 4/3/2021 và 13/SYT-NV', null, ['code']], ['', '2021-03-04', []], ['14/SYT-NV', '2021-03-04', ['issuedDate']]]);
    expect(about(problems, 2)).toContain('không tách được');
  });

  test('«Số, ngày đến» chung một cột', async () => {
    const { rows } = await preview(await sheetOf([['Số, ngày đến', 'Tác giả', 'Số ký hiệu', 'Trích yếu'], ['01\n05/01/2021', 'Sở Y tế', '1/SYT', 'V/v a'], ['02 ngày 06/01/2021', 'Sở Y tế', '2/SYT', 'V/v b'], ['03-07/01/2021', 'Sở Y tế', '3/SYT', 'V/v c']]));
    expect(rows.map(({ number, arrivalDate }) => [number, arrivalDate])).toEqual([['1', '2021-01-05'], ['2', '2021-01-06'], ['3', '2021-01-07']]);
  });
});

describe('dòng không có số', () => {
  const book = (...rows: Value[][]): Promise<File> => sheetOf([incomingHeads, ['2/1/2019', 1, 'Sở Nông nghiệp và', '1/SNN', '1/1/2019', 'Công văn về phòng, chống'], ...rows, ['3/1/2019', 2, 'Sở Y tế', '2/SYT', '1/1/2019', 'Công văn về tiêm chủng']]);

  test('chữ thường ở cột trích yếu, tác giả là viết tiếp: ghép vào, nói ra, chưa chắc', async () => {
    const { rows, problems } = await preview(await book([null, null, 'môi trường', null, null, 'thiên tai năm 2019']));
    expect(rows.map(({ organName, subject }) => [organName, subject])).toEqual([['Sở Nông nghiệp và môi trường', 'về phòng, chống thiên tai năm 2019'], ['Sở Y tế', 'về tiêm chủng']]);
    expect(rows[0]?.unsure).toEqual(['organName', 'typeAndSubject']);
    expect(about(problems, 3)).toContain('thiên tai năm 2019');
  });

  test('chữ hoa đứng một mình: không rõ là viết tiếp hay tiêu đề, ra ngoài và nói ra; tiêu đề nhóm cũng được nói', async () => {
    const { rows, problems, amounts } = await preview(await book([null, null, null, null, null, 'Văn bản của HĐND'], ['Văn bản mật theo dõi riêng'], [null, null, 'Sở Tài chính', null, null, 'Công văn về dự toán']));
    expect(rows.map(({ subject }) => subject)).toEqual(['về phòng, chống', 'về tiêm chủng']);
    expect(problems.filter(({ leftOut }) => leftOut).map(({ row }) => row)).toEqual([3, 4, 5]);
    expect(amounts.leftOut).toBe(3);
  });

  test('dấu mật ở dòng viết tiếp đưa cả văn bản ra ngoài', async () => {
    const { rows, problems } = await preview(await book([null, null, null, null, null, null, 'Phòng Tổng hợp', null, null, 'Mật'], [null, null, null, null, null, 'thiên tai (Tối mật)']));
    expect(rows.map(({ number, subject, note }) => [number, subject, note])).toEqual([['1', '', 'sổ riêng'], ['2', 'về tiêm chủng', null]]);
    expect(JSON.stringify(rows)).not.toContain('phòng, chống');
    expect(problems.filter(({ leftOut }) => leftOut).map(({ row }) => row)).toEqual([2, 3, 4]);
  });
});

describe('ký hiệu của trang web', () => {
  test('tên nào của HTML cũng đọc được, cả khi dấu chấm phẩy ngăn các ô; chữ & thường thì giữ', async () => {
    const file = csv(heads.replaceAll(',', ';'), '1;3/2/2023;S&#7903; N&ocirc;ng nghi&#x1EC7;p;1/SNN;2/2/2023;Kh&aacute;m s&uacute;c v&acirc;t &ndash; &laquo;&eacute;p&raquo; &#150; R&D A & B;Ph&ograve;ng A');
    const { rows } = await preview(file);
    expect(rows[0]).toMatchObject({ organName: 'Sở Nông nghiệp', toPlaces: 'Phòng A', subject: 'Khám súc vât – «ép» – R&D A & B' });
  });
});

describe('số viết lạ', () => {
  test('«1 235» được nói và chưa chắc; «7.» là số 7', async () => {
    const book = (...numbers: string[]): Promise<File> => sheetOf([incomingHeads, ...numbers.map((number, at): Value[] => ['2/1/2019', number, 'Sở Y tế', `${at}/SYT`, null, 'Công văn về a'])]);
    const first = await preview(await book('1 235', '1 236', '1 237'));
    expect(first.rows.map(({ number, unsure }) => [number, unsure])).toEqual([['1235', ['number']], ['1236', []], ['1237', []]]);
    expect([2, 3].map((row) => about(first.problems, row))).toEqual([expect.stringContaining('chưa chắc'), expect.stringContaining('dấu nghìn. Còn 1 dòng khác như vậy')]);
    const other = await preview(await book('7.', '8)', '1 235'));
    expect(other.rows.map(({ number, unsure }) => [number, unsure])).toEqual([['7', []], ['8', []], ['1', []]]);
    expect(about(other.problems, 4)).toContain('«235» đứng riêng');
  });
});

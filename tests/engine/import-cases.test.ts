import BetterSqlite3 from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { databaseFileName } from '../../electron/engine/storage/open-database.ts';
import { casesFolder } from '../fixtures/cases.ts';
import { day, incomingFile, workbookFile } from '../fixtures/old-books.ts';
import { openEngine } from '../fixtures/open-engine.ts';

const caseFile = (name: string): File => new File([new Uint8Array(readFileSync(new URL(`import/${name}`, casesFolder ?? undefined)))], name);
const csv = (text: string, name = 'so-den.csv'): File => new File([text], name);
const preview = (file: File, more: { dayOrder?: 'day-first' | 'month-first' } = {}) => openEngine().client.import.preview({ book: 'incoming', file, ...more });
const about = (problems: readonly { row: number; message: string }[], row: number): string => problems.filter((problem) => problem.row === row).map(({ message }) => message).join(' ');
const arrivals = (folder: string): unknown[] => {
  const database = new BetterSqlite3(join(folder, databaseFileName), { readonly: true });
  try {
    return database.prepare('SELECT arrivalDate, count(*) AS times FROM incoming GROUP BY arrivalDate ORDER BY arrivalDate').all();
  } finally {
    database.close();
  }
};
const heads = 'Số đến,Ngày đến,Tác giả,Số ký hiệu,Ngày văn bản,Trích yếu';

describe.skipIf(casesFolder === null)('các sổ cũ đã làm hỏng việc nhập', () => {
  test('v3: cột ghi tháng trước được đọc như vậy suốt cột', async () => {
    const { rows, problems } = await preview(caseFile('v3-my.csv'));
    const days = ['03', '04', '05', '10', '12', '14', '21', '28'].map((date) => `2025-03-${date}`);
    expect(rows.map(({ arrivalDate }) => arrivalDate)).toEqual(days);
    expect(rows.map(({ issuedDate }) => issuedDate)).toEqual(days);
    expect(about(problems, 2)).toContain('ghi tháng trước ngày');
  });

  test('i9: 26 cách ghi là một ngày, cách thứ 27 để lại; chưa chắc thì nói', async () => {
    const { rows, problems } = await preview(caseFile('i9-cach-ghi-ngay.xlsx'));
    expect(rows.map(({ arrivalDate }) => arrivalDate)).toEqual(Array.from({ length: 26 }, () => '2020-08-14'));
    expect(rows.filter(({ unsure }) => (unsure as string[]).length > 0).map(({ number, unsure }) => [number, unsure])).toEqual([['12', ['arrivalDate']]]);
    expect(problems.filter(({ leftOut }) => leftOut).map(({ row }) => row)).toEqual([24]);
    for (const row of [3, 13, 16, 17]) expect(about(problems, row)).not.toBe('');
  });

  test('i11, v1: hai thứ trong một ô không thành một số', async () => {
    const [one, other] = [await preview(caseFile('i11-so-va-ngay-mot-o.xlsx')), await preview(caseFile('v1-so-dinh.csv'))];
    expect(one.rows.map(({ number, priority }) => [number, priority])).toEqual([['1', 0], ['2', 0], ['3', 3], ['4', 0]]);
    expect(other.rows.map(({ number }) => number)).toEqual(['12', '13', '14']);
    for (const { rows, problems } of [one, other]) for (const { row } of rows) expect(about(problems, Number(row))).toContain('đứng riêng');
  });

  test('i18: công thức giữ chữ và dấu của trang web, không dòng nào lệch cột', async () => {
    const { rows, problems } = await preview(caseFile('i18-thuc-the.csv'));
    expect(rows.map(({ arrivalDate, organName, code, issuedDate, subject }) => [arrivalDate, organName, code, issuedDate, subject])).toEqual([
      ['2024-01-05', 'Sở Nông nghiệp & Môi trường', '12/SNNMT-VP', '2024-01-04', 'V/v "Ngày thứ Bảy" tình nguyện'],
      ['2024-01-05', 'Sở Nội vụ', '07/SNV-VP', '2024-01-03', 'Lịch trực'],
    ]);
    expect(about(problems, 2)).toContain('ký hiệu của trang web');
  });

  test.each([
    ['i1-hai-cot-ngay.xlsx', [['1', '2024-01-05', '2024-01-04', '12/STC-NS'], ['2', '2024-01-05', '2024-01-03', '07/SNV-VP'], ['3', '2024-01-08', '2024-01-05', '03/BC-UBND']]],
    ['i2-camel.csv', [['1', '2024-01-05', '2024-01-04', '12/STC-NS'], ['2', '2024-01-05', '2024-01-03', '07/SNV-VP']]],
    ['i7-odoo.xlsx', [['1', '2024-01-05', '2024-01-04', '12/STC-NS'], ['2', '2024-01-05', '2024-01-03', '07/SNV-VP']]],
    ['i13-mot-cot-ma.xlsx', [['1', '2024-01-05', '2024-01-04', '12/STC-NS'], ['2', '2024-01-05', '2024-01-03', '07/SNV-VP'], ['3', '2024-01-05', '2024-01-03', '08/SNV-VP']]],
    ['i14-ba-dong-dau.xlsx', [['1', '2024-01-05', '2024-01-04', '12/STC-NS'], ['2', '2024-01-05', '2024-01-03', '07/SNV-VP']]],
  ])('%s: các cột được nhận ra', async (name, lines) => {
    const { rows, amounts } = await preview(caseFile(name));
    expect(rows.map(({ number, arrivalDate, issuedDate, code }) => [number, arrivalDate, issuedDate, code])).toEqual(lines);
    expect(rows.map(({ subject }) => subject).slice(0, 2)).toEqual(['V/v lập dự toán', 'Lịch tiếp công dân']);
    expect(rows.every(({ organName }) => String(organName).length > 5)).toBe(true);
    expect(amounts).toEqual({ new: lines.length, present: 0, leftOut: 0 });
  });

  test('i5: cột số đến ghi ký hiệu thì hỏi; chưa trả lời thì ngoài dãy số, trả lời rồi thì là số', async () => {
    const { client } = openEngine();
    const file = caseFile('i5-luoi.xlsx');
    const { columns } = await client.import.preview({ book: 'incoming', file });
    expect(columns.slice(0, 2).map(({ field, certain }) => [field, certain])).toEqual([['number', false], ['code', true]]);
    expect(await client.import.apply({ book: 'incoming', file })).toMatchObject({ imported: 3, batch: 1 });
    expect((await client.incoming.list({})).rows.map(({ note }) => note)).toEqual(Array.from({ length: 3 }, () => 'không rõ số đến'));
    expect((await client.books.list({ year: 2024 })).rows.filter(({ kind }) => kind === 'incoming')).toEqual([]);
    await client.import.undo({ batch: 1 });
    const mapping = Object.fromEntries(columns.flatMap(({ column, field }) => (field === null ? [] : [[field, column]])));
    await client.import.apply({ book: 'incoming', file, mapping });
    expect((await client.incoming.list({})).rows.map(({ arrivalNumber }) => arrivalNumber)).toEqual([3, 2, 1]);
  });

  test('i19: dòng mật ra ngoài cùng nội dung, số còn được giữ; chữ Mật chỗ khác không phải là dấu', async () => {
    const { client } = openEngine();
    const { problems } = await client.import.apply({ book: 'incoming', file: caseFile('i19-do-mat.xlsx') });
    expect(problems.filter(({ leftOut }) => leftOut).map(({ row }) => row)).toEqual([8, 9, 10, 11]);
    const { rows } = await client.incoming.list({});
    expect(rows.filter(({ note }) => note === 'sổ riêng').map(({ arrivalNumber, organName, code, subject }) => [arrivalNumber, organName, code, subject])).toEqual([10, 9, 8, 7].map((number) => [number, '', '', '']));
    expect(rows.filter(({ subject }) => subject !== '')).toHaveLength(6);
    expect((await client.books.list({ year: 2024 })).rows).toContainEqual(expect.objectContaining({ kind: 'incoming', year: 2024, next: 11 }));
  });

  test('danh bạ: dòng nhóm không phải cơ quan, «Địa chỉ thư điện tử» là thư điện tử', async () => {
    const { client } = openEngine();
    const { rows, columns } = await client.agencies.import({ file: caseFile('agency.csv') });
    expect(rows.filter(({ becomes }) => becomes === 'left-out').map(({ name }) => name)).toEqual(['CÁC SỞ', 'CÁC XÃ']);
    expect(columns.find(({ header }) => header === 'Địa chỉ thư điện tử')?.field).toBe('email');
    expect(rows.filter(({ becomes }) => becomes === 'added')).toHaveLength(6);
  });
});

describe('các kiểu ấy ở sổ khác', () => {
  const book = (...days: string[]): File => csv([heads, ...days.map((arrival, place) => `${place + 1},${arrival},Sở Y tế,${place + 1}/SYT-NV,1/1/2023,V/v việc ${place + 1}`)].join('\n'));

  test('cột có cả hai cách ghi: ngày rõ đọc như viết, ngày hai nghĩa được hỏi, trả lời thì đọc', async () => {
    const file = book('2/13/2023', '14/2/2023', '3/4/2023', '5/5/2023');
    const asked = await preview(file);
    expect(asked.rows.map(({ arrivalDate }) => arrivalDate)).toEqual(['2023-02-13', '2023-02-14', '2023-05-05']);
    expect(about(asked.problems, 4)).toContain('03/04/2023 hay 04/03/2023');
    expect((await preview(file, { dayOrder: 'day-first' })).rows[2]).toMatchObject({ arrivalDate: '2023-04-03' });
    expect((await preview(file, { dayOrder: 'month-first' })).rows[2]).toMatchObject({ arrivalDate: '2023-03-04' });
  });

  test('chứng cứ ở cuối một bảng dài vẫn đổi cách đọc những dòng đầu', async () => {
    const { client, folder } = openEngine();
    const lines = Array.from({ length: 900 }, (_, place) => [place < 899 ? '4/5/2019' : '4/25/2019', place + 1, 'Sở Y tế', `${place + 1}/SYT`, null, 'Công văn về tiêm chủng']);
    await client.import.apply({ book: 'incoming', file: await incomingFile(lines) });
    expect(arrivals(folder)).toEqual([{ arrivalDate: '2019-04-05', times: 899 }, { arrivalDate: '2019-04-25', times: 1 }]);
  });

  test('cột không tự nói thì theo cột kia, và chưa chắc', async () => {
    const { rows } = await preview(csv(`${heads}\n1,3/20/2023,Sở Y tế,1/SYT,3/2/2023,V/v a\n2,3/21/2023,Sở Y tế,2/SYT,3/4/2023,V/v b`));
    expect(rows.map(({ issuedDate, unsure }) => [issuedDate, unsure])).toEqual([['2023-03-02', ['issuedDate']], ['2023-03-04', ['issuedDate']]]);
  });

  test('dấu phân cách không đặt trong ngoặc kép: dòng lệch không vào, và nói ra', async () => {
    const { rows, problems } = await preview(csv(`${heads.replaceAll(',', ';')}\n1;3/2/2023;Sở Y tế;1/SYT;2/2/2023;V/v a; b\n2;3/2/2023;Sở Y tế;2/SYT;2/2/2023;V/v &lt;c&gt;\n3;3/2/2023;Sở Y tế;3/SYT;2/2/2023;V/v d`));
    expect(rows.map(({ number, subject }) => [number, subject])).toEqual([['2', 'V/v <c>'], ['3', 'V/v d']]);
    expect(about(problems, 2)).toContain('lệch các cột');
  });

  test('tiêu đề viết liền không dấu, có gạch dưới; số có chữ đứng trước; độ mật bằng chữ tắt', async () => {
    const { rows, columns } = await preview(csv('soden,ngayden,coquanbanhanh,so_ky_hieu,ngayvanban,trichyeu,domat,dokhan\nCVD-07,03/02/2023,Sở Y tế,1/SYT,02/02/2023,Công tác bảo mật,,Thượng khẩn\nCVD-08,03/02/2023,Công an tỉnh,9/CAT,02/02/2023,kế hoạch riêng,TuM,\nCVD-09,03/02/2023,Sở Y tế,3/SYT,02/02/2023,việc thường,cấp 3,'));
    expect(columns.map(({ field }) => field)).toEqual(['number', 'arrivalDate', 'organName', 'code', 'issuedDate', 'subject', 'secrecy', 'priority']);
    expect(rows.map(({ number, subject, priority }) => [number, subject, priority])).toEqual([['7', 'Công tác bảo mật', 2], ['8', '', 0], ['9', '', 0]]);
  });

  test('hai cột «Ngày» mà cột sau muộn hơn: cột sau là ngày đến, và chưa chắc', async () => {
    const { rows, columns } = await preview(csv('Ngày,Số đến,Nơi gửi,Số ký hiệu,Ngày,Trích yếu\n02/02/2023,1,Sở Y tế,1/SYT,03/02/2023,V/v a\n01/02/2023,2,Sở Y tế,2/SYT,03/02/2023,V/v b'));
    expect(rows.map(({ arrivalDate, issuedDate }) => [arrivalDate, issuedDate])).toEqual([['2023-02-03', '2023-02-02'], ['2023-02-03', '2023-02-01']]);
    expect(columns.map(({ field, certain }) => [field, certain]).filter(([field]) => String(field).endsWith('Date'))).toEqual([['issuedDate', true], ['arrivalDate', false]]);
  });

  test('ba dòng tiêu đề với nhóm khác', async () => {
    const file = await workbookFile((workbook) => {
      const sheet = workbook.addWorksheet('2022');
      sheet.addRow(['VĂN BẢN ĐẾN', null, 'VĂN BẢN', null, null, null]);
      sheet.addRow(['Đến', null, 'Nơi gửi', 'Nội dung', null, 'Trích yếu']);
      sheet.addRow(['Số', 'Ngày', null, 'Số hiệu', 'Ngày', null]);
      for (const merged of ['A1:B1', 'C1:F1', 'A2:B2', 'D2:E2', 'C2:C3', 'F2:F3']) sheet.mergeCells(merged);
      sheet.addRow([1, day(2022, 2, 3), 'Sở Y tế', '1/SYT', day(2022, 2, 2), 'về tiêm chủng']);
    });
    expect((await preview(file)).rows[0]).toMatchObject({ number: '1', arrivalDate: '2022-02-03', organName: 'Sở Y tế', code: '1/SYT', issuedDate: '2022-02-02', subject: 'về tiêm chủng' });
  });

  test('mã có ngày đứng sau được tách, mã thường thì không', async () => {
    const { rows } = await preview(csv(`${heads}\n1,03/02/2023,Sở Y tế,"15/2023/NĐ-CP, 1/2/2023",,V/v a\n2,03/02/2023,Sở Y tế,15/2023/NĐ-CP,02/02/2023,V/v b`));
    expect(rows.map(({ code, issuedDate }) => [code, issuedDate])).toEqual([['15/2023/NĐ-CP', '2023-02-01'], ['15/2023/NĐ-CP', '2023-02-02']]);
  });

  test('danh bạ: nhóm ghi chữ cái trong tên, dòng chỉ có số thứ tự', async () => {
    const { client } = openEngine();
    const { rows } = await client.agencies.import({ file: csv('TT,Tên cơ quan,Email\n,B. Khối Đảng,\n1,Ban Tổ chức Tỉnh ủy,btc@x.vn\n,"Sở, ban, ngành",\n2,Các Khu công nghiệp tỉnh,kcn@x.vn\n3,,'), preview: true });
    expect(rows.map(({ name, becomes }) => [name, becomes])).toEqual([['B. Khối Đảng', 'left-out'], ['Ban Tổ chức Tỉnh ủy', 'added'], ['Sở, ban, ngành', 'left-out'], ['Các Khu công nghiệp tỉnh', 'added']]);
  });
});

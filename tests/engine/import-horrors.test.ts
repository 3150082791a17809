import { ftruncateSync, openAsBlob, openSync, closeSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openWorkbook } from '../../electron/engine/import/workbook-reader.ts';
import { compoundFile } from '../fixtures/compound-file.ts';
import { day, incomingFile, incomingHeads, incomingRows, workbookFile } from '../fixtures/old-books.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const fileOf = (bytes: Uint8Array, name = 'so-den.xlsx'): File => new File([new Uint8Array(bytes)], name);
const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());
const refusalOf = async (file: File): Promise<string> => {
  const { client } = openEngine();
  const refused = await client.import.preview({ book: 'incoming', file }).then(
    () => ({ code: 'đọc được', message: '' }),
    (error: unknown) => error as { code: string; message: string },
  );
  expect(refused.code).toBe('INPUT_INVALID');
  await expect(client.import.apply({ book: 'incoming', file })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  expect((await client.incoming.list({})).total).toBe(0);
  expect((await client.import.list({})).rows).toEqual([]);
  return refused.message;
};
const oneLine = [day(2019, 1, 2), 1, 'Sở Y tế', '1/SYT', day(2019, 1, 1), 'Công văn về tiêm chủng'];
const withPart = async (name: string, change: (xml: string) => string): Promise<File> => {
  const parts = unzipSync(await bytesOf(await incomingFile([oneLine])));
  parts[name] = strToU8(change(new TextDecoder().decode(parts[name])));
  return fileOf(zipSync(parts));
};

describe('tệp không phải là sổ', () => {
  test.each<[string, Uint8Array, string]>([
    ['có mật khẩu', compoundFile(['EncryptionInfo', 'EncryptedPackage']), 'có đặt mật khẩu mở'],
    ['Excel đời cũ', compoundFile(['Workbook']), 'Excel đời cũ (.xls)'],
    ['Word đời cũ', compoundFile(['WordDocument', '1Table']), 'văn bản Word'],
    ['tệp OLE lạ', compoundFile(['Contents']), 'tệp Office đời cũ'],
    ['tệp OLE bị cắt', compoundFile(['Workbook']).subarray(0, 600), 'tệp Office đời cũ'],
    ['docx', zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<document/>') }), 'văn bản Word'],
    ['ods', zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8('<x/>') }), 'LibreOffice (.ods)'],
    ['zip thường', zipSync({ 'ảnh.txt': strToU8('a') }), 'không chứa bảng tính nào'],
    ['pdf', strToU8('%PDF-1.7\n1 0 obj'), 'tệp PDF'],
    ['ảnh png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'tệp ảnh'],
    ['ảnh jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'tệp ảnh'],
    ['trang web tên .xls', strToU8('<html><table><tr><td>Số đến</td></tr></table></html>'), 'trang web mang tên bảng tính'],
    ['trống', new Uint8Array(), 'trống'],
    ['toàn số 0', new Uint8Array(4096), 'không phải sổ Excel'],
    ['chương trình', new Uint8Array(2000).map((_, place) => (place * 37) % 256), 'không phải sổ Excel'],
  ])('%s', async (_, bytes, sentence) => expect(await refusalOf(fileOf(bytes))).toContain(sentence));
});

describe('tệp hỏng hoặc làm hại', () => {
  test('chép chưa xong, ở mọi chỗ cắt', async () => {
    const whole = await bytesOf(await incomingFile(incomingRows(50)));
    for (const share of [0.1, 0.5, 0.9, 0.999]) expect(await refusalOf(fileOf(whole.subarray(0, Math.floor(whole.length * share))))).toMatch(/hỏng hoặc chép chưa xong/);
  });

  test('một bit lật trong trang tính bị phát hiện', async () => {
    const parts = unzipSync(await bytesOf(await incomingFile([oneLine])));
    const stored = zipSync(parts, { level: 0 });
    const text = Buffer.from(stored).indexOf('Sở Y tế');
    expect(text).toBeGreaterThan(0);
    stored[text + 1] = (stored[text + 1] ?? 0) ^ 1;
    expect(await refusalOf(fileOf(stored))).toMatch(/hỏng hoặc chép chưa xong/);
  });

  test('bom nén: dừng khi phình ra, không chờ phình hết', async () => {
    const parts = unzipSync(await bytesOf(await incomingFile([oneLine])));
    const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
    const head = strToU8(sheet.slice(0, sheet.indexOf('<sheetData>')));
    const bomb = Buffer.alloc(40 * 2 ** 20, `<row/>${' '.repeat(120)}`);
    bomb.set(head);
    const file = fileOf(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': bomb }, { level: 6 }));
    expect(file.size).toBeLessThan(2 ** 20);
    expect(await refusalOf(file)).toContain('phình ra quá lớn');
  });

  test('trang tính không nén, ra một mảnh hơn một trăm nghìn dòng: đọc đủ', async () => {
    const parts = unzipSync(await bytesOf(await incomingFile([oneLine])));
    const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
    const [from, amount] = [10, 160_000];
    const rows = Array.from({ length: amount }, (_, at) => `<row r="${from + at}"><c r="B${from + at}"><v>${from + at}</v></c><c r="F${from + at}" t="inlineStr"><is><t>việc</t></is></c></row>`);
    parts['xl/worksheets/sheet1.xml'] = strToU8(sheet.replace('</sheetData>', `${rows.join('')}</sheetData>`));
    const workbook = await openWorkbook('so-den.xlsx', zipSync(parts, { level: 0 }), () => undefined);
    const begun = await workbook.begin(workbook.sheets[0]?.name ?? '');
    let read = begun.sheet.rows.length;
    for await (const piece of begun.rest()) read += piece.length;
    expect(read).toBe(amount + 3);
  });

  test('quá nhiều tệp trong gói', async () => {
    const many = Object.fromEntries(Array.from({ length: 5100 }, (_, place) => [`a${place}`, new Uint8Array()]));
    expect(await refusalOf(fileOf(zipSync(many, { level: 0 })))).toContain('phình ra quá lớn');
  });

  test('thực thể XML tự khai không được mở ra', async () => {
    const laughs = await withPart('xl/sharedStrings.xml', (xml) => xml.replace('<sst', '<!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><sst'));
    expect(await refusalOf(laughs)).toContain('cấu trúc hỏng hoặc lạ');
    const outside = await withPart('xl/workbook.xml', (xml) => xml.replace('<workbook', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><workbook'));
    expect(await refusalOf(outside)).toContain('cấu trúc hỏng hoặc lạ');
  });

  test('trang tính bị đứt giữa thẻ', async () => expect(await refusalOf(await withPart('xl/worksheets/sheet1.xml', (xml) => xml.slice(0, xml.lastIndexOf('<row') + 12)))).toContain('cấu trúc hỏng hoặc lạ'));

  test('tệp 1 GB bị từ chối theo cỡ, không đọc vào máy', async () => {
    const path = join(temporaryFolder(), 'so.xlsx');
    const handle = openSync(path, 'w');
    ftruncateSync(handle, 1024 ** 3);
    closeSync(handle);
    const before = process.memoryUsage().rss;
    const message = await refusalOf(new File([await openAsBlob(path)], 'so.xlsx'));
    expect(message).toContain('nặng 1024 MB, quá 100 MB');
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 2 ** 20);
  });

  test('tệp biến mất, hay bị ghi lại, trước khi đọc xong', async () => {
    const folder = temporaryFolder();
    for (const harm of [(path: string) => unlinkSync(path), (path: string) => writeFileSync(path, 'khác')]) {
      const path = join(folder, 'so.xlsx');
      writeFileSync(path, await bytesOf(await incomingFile([oneLine])));
      const file = new File([await openAsBlob(path)], 'so.xlsx');
      harm(path);
      expect(await refusalOf(file)).toContain('bị xóa, dời hoặc sửa trong lúc đọc');
    }
  });
});

describe('sổ Excel của mọi nơi', () => {
  test('ô gộp nhiều dòng: một văn bản nhiều nơi nhận là một dòng, ngày gộp có cho từng dòng', async () => {
    const { client } = openEngine();
    const file = await workbookFile((workbook) => {
      const sheet = workbook.addWorksheet('2019');
      sheet.addRow(incomingHeads);
      sheet.addRow([day(2019, 1, 2), 1, 'Sở Y tế', '1/SYT', '1/1/2019', 'Công văn về tiêm chủng', 'Phòng A']);
      sheet.addRow([null, null, null, null, null, null, 'Phòng B']);
      sheet.addRow([null, 2, 'Sở Nội vụ', '2/SNV', '1/1/2019', 'Công văn về biên chế', 'Phòng C']);
      for (const cells of ['A2:A4', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3', 'F2:F3']) sheet.mergeCells(cells);
      sheet.getColumn(1).numFmt = 'dd/mm/yyyy';
    });
    const { imported, problems } = await client.import.apply({ book: 'incoming', file });
    expect(imported).toBe(2);
    expect((await client.incoming.list({})).rows.map(({ arrivalNumber, arrivalDate, toPlaces }) => [arrivalNumber, arrivalDate, toPlaces])).toEqual([[2, '2019-01-02', 'Phòng C'], [1, '2019-01-02', 'Phòng A; Phòng B']]);
    expect(problems.map(({ row, message }) => [row, message])).toEqual([[3, 'Dòng nối tiếp số 1 ở dòng 2; nơi nhận, ký nhận, ghi chú được ghép vào đó.']]);
  });

  test('công thức có kết quả, công thức lỗi, công thức chưa tính, chữ nhiều kiểu, số có khuôn dạng', async () => {
    const { client } = openEngine();
    const file = await workbookFile((workbook) => {
      const sheet = workbook.addWorksheet('2019');
      sheet.addRow(incomingHeads);
      const row = sheet.addRow([day(2019, 1, 2), { formula: 'B1+1', result: 7 }, { richText: [{ text: 'Sở ' }, { font: { bold: true }, text: 'Y tế' }] }, 15, { error: '#REF!' }, { formula: 'A1&B1', result: 'Công văn về tiêm chủng' }, { formula: 'VLOOKUP(1,2,3)' }, { formula: 'A2+1', result: day(2019, 1, 3) }, true, { text: 'xem tệp', hyperlink: 'http://a.vn' }]);
      row.getCell(1).numFmt = 'dd/mm/yyyy';
      row.getCell(4).numFmt = '000"/SYT-NV"';
      row.getCell(8).numFmt = '[$-42A]d mmmm yyyy;@';
    });
    const { imported, problems } = await client.import.apply({ book: 'incoming', file });
    expect(imported).toBe(1);
    expect(problems.map(({ column, message }) => [column, message])).toEqual([['E', 'Cột ngày văn bản: ô báo lỗi #REF!; để trống.'], ['G', 'Cột nơi nhận: công thức chưa có kết quả; mở tệp bằng Excel, lưu lại rồi nhập.']]);
    const { rows } = await client.incoming.list({});
    expect(await client.incoming.get({ id: rows[0]?.id ?? 0 })).toMatchObject({ arrivalNumber: 7, organName: 'Sở Y tế', code: '015/SYT-NV', issuedDate: null, subject: 'về tiêm chủng', toPlaces: '', handedDate: '2019-01-03', receipt: 'TRUE', note: 'xem tệp' });
  });

  test('dòng ẩn, trang ẩn, cột trống, hai dòng tiêu đề, tiêu đề in lại, dòng (1)…(n), dòng tháng, dòng cộng', async () => {
    const { client } = openEngine();
    const file = await workbookFile((workbook) => {
      workbook.addWorksheet('Bìa').addRow(['SỔ ĐĂNG KÝ VĂN BẢN ĐẾN']);
      const hidden = workbook.addWorksheet('Nháp', { state: 'hidden' });
      hidden.addRow(incomingHeads);
      hidden.addRow([day(2018, 1, 2), 999, 'Nháp', '9/N', '1/1/2018', 'nháp']);
      const sheet = workbook.addWorksheet('Sổ đến');
      const heads = [['ĐẾN', null, null, 'VĂN BẢN', null, null, null, 'Ghi chú'], ['Số đến', 'Ngày', null, 'Nơi gửi', 'Số, ký hiệu', 'Ngày', 'Trích yếu', null]];
      sheet.addRow(['Năm: 2019']);
      sheet.addRows(heads);
      sheet.mergeCells('A2:B2');
      sheet.mergeCells('D2:G2');
      sheet.addRow(['(1)', '(2)', null, '(3)', '(4)', '(5)', '(6)', '(7)']);
      sheet.addRow(['THÁNG 01']);
      sheet.addRow([1, '2/1', null, 'Sở Y tế', '1/SYT', '1/1', 'về tiêm chủng', null]);
      sheet.addRow([]);
      sheet.addRow([2, '3/1', null, 'Sở Y tế', '2/SYT', '2/1', 'về khám bệnh', null]).hidden = true;
      sheet.addRows(heads);
      sheet.addRow([3, '5/2', null, 'Sở Y tế', '3/SYT', '4/2', 'về dịch bệnh', null]);
      sheet.addRow([4]);
      sheet.addRow(['Tổng cộng', 3]);
    });
    const seen = await client.import.preview({ book: 'incoming', file });
    expect(seen.sheets).toEqual([{ name: 'Bìa', rows: 1, hidden: false, taken: false }, { name: 'Nháp', rows: 2, hidden: true, taken: false }, { name: 'Sổ đến', rows: 12, hidden: false, taken: true }]);
    expect([seen.sheet, seen.headRow]).toEqual(['Sổ đến', 2]);
    expect(seen.rows.map(({ number, arrivalDate, issuedDate, subject }) => [number, arrivalDate, issuedDate, subject])).toEqual([['1', '2019-01-02', '2019-01-01', 'về tiêm chủng'], ['2', '2019-01-03', '2019-01-02', 'về khám bệnh'], ['3', '2019-02-05', '2019-02-04', 'về dịch bệnh']]);
    expect(seen.problems.map(({ row, leftOut, message }) => [row, leftOut, message])).toEqual([
      [0, true, 'Trang «Nháp» không nhập: trang đang ẩn. Chọn trang ấy nếu muốn nhập.'],
      [5, true, 'Dòng «THÁNG 01» đứng một mình, không có số, ngày; được hiểu là tiêu đề nhóm hay lời ghi, không phải văn bản; không nhập.'],
      [12, true, 'Số 4 chỉ có số, chưa ghi gì khác; dòng này chưa nhập.'],
      [13, true, 'Dòng «Tổng cộng» là dòng cộng, không phải văn bản; không nhập.'],
      [8, false, 'Dòng đang bị ẩn trong bảng; vẫn được đọc.'],
    ].toSpliced(4, 0, ...(['văn bản: «1/1»', 'đến: «2/1»'].map((what) => [6, false, `Cột ngày ${what} không ghi năm, được hiểu là năm 2019; chưa chắc, xem lại. Còn 2 dòng khác như vậy.`]))));
    expect((await client.import.preview({ book: 'incoming', file, sheet: 'Nháp' })).rows).toHaveLength(1);
    await expect(client.import.preview({ book: 'incoming', file, sheet: 'Không có' })).rejects.toMatchObject({ message: expect.stringContaining('các trang: Bìa, Nháp, Sổ đến') as unknown });
  });

  test('lịch tính từ 1904 của máy Mac', async () => {
    const { client } = openEngine();
    const file = await workbookFile((workbook) => {
      workbook.properties.date1904 = true;
      const sheet = workbook.addWorksheet('A');
      sheet.addRow(incomingHeads);
      sheet.addRow([day(2019, 3, 5), 1, 'Sở Y tế', '1/SYT', null, 'Công văn']).getCell(1).numFmt = 'dd/mm/yyyy';
    });
    expect((await client.import.preview({ book: 'incoming', file })).rows[0]).toMatchObject({ arrivalDate: '2019-03-05' });
  });

  test('phông .VnTime của ô nói là TCVN3 khi chữ quá ít để đoán', async () => {
    const { client } = openEngine();
    const file = await workbookFile((workbook) => {
      const sheet = workbook.addWorksheet('2009');
      sheet.addRow(incomingHeads);
      sheet.addRow([day(2009, 1, 2), 1, 'Së Y tÕ', '1/SYT', null, 'VÒ dÞch']).eachCell((cell) => (cell.font = { name: '.VnTime', size: 12 }));
    });
    expect((await client.import.preview({ book: 'incoming', file })).encoding).toMatchObject({ name: 'tcvn3', after: 'Sở Y tế' });
  });

  test('xlsx do LibreOffice, Google viết: không có kho chữ chung, chữ nằm trong ô, không ghi chỗ của ô', async () => {
    const { client } = openEngine();
    const cell = (text: string): string => `<x:c t="inlineStr"><x:is><x:t xml:space="preserve">${text}</x:t></x:is></x:c>`;
    const rows = [['Số đến', 'Ngày đến', 'Nơi gửi', 'Trích yếu'], ['1', '02/01/2019', 'Sở Kế hoạch &amp; Đầu tư', 'về «A &lt; B»&#10;_x0041_']].map((texts) => `<x:row>${texts.map(cell).join('')}</x:row>`).join('');
    const file = fileOf(
      zipSync({
        '_rels/.rels': strToU8('<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="book/main.xml"/></Relationships>'),
        'book/main.xml': strToU8('<x:workbook xmlns:x="a" xmlns:r="b"><x:sheets><x:sheet name="A>B" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>'),
        'book/_rels/main.xml.rels': strToU8('<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="one.xml"/></Relationships>'),
        'book/one.xml': strToU8(`<?xml version="1.0"?><!-- a > b --><x:worksheet xmlns:x="a"><x:sheetData>${rows}</x:sheetData></x:worksheet>`),
      }),
    );
    const seen = await client.import.preview({ book: 'incoming', file });
    expect(seen.sheet).toBe('A>B');
    expect(seen.rows[0]).toMatchObject({ number: '1', organName: 'Sở Kế hoạch & Đầu tư', subject: 'về «A < B» A' });
  });
});

import { describe, expect, test } from 'vitest';
import { databaseFileName } from '../../electron/engine/storage/open-database.ts';
import BetterSqlite3 from 'better-sqlite3';
import { join } from 'node:path';
import { csvOf, day, incomingFile, incomingRows, outgoingHeads, workbookFile } from '../fixtures/old-books.ts';
import { openEngine } from '../fixtures/open-engine.ts';

const books = (folder: string, sql: string): unknown[] => {
  const database = new BetterSqlite3(join(folder, databaseFileName), { readonly: true });
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
};

const threeLines = [
  [day(2019, 1, 2), '05', 'Sở Tài chính', '12/STC-NS', day(2019, 1, 1), 'Công văn về dự toán năm 2019', 'Phòng Kế hoạch', day(2019, 1, 3), 'Lan', 'gấp'],
  [day(2019, 1, 2), '12a', 'Sở Nội vụ', '07/TB-SNV', '30/02/2019', 'Thông báo lịch nghỉ Tết', 'Văn phòng', null, null, null],
  ['5/3', '12/1', 'UBND huyện Tứ Kỳ', '03/BC-UBND', '04.03.19', 'Báo cáo thu ngân sách', null, null, null, null],
];

describe('sổ đến cũ vào chương trình', () => {
  test('xem trước: cột, dòng, năm, chỗ vướng theo dòng và cột', async () => {
    const { client } = openEngine();
    const file = await incomingFile(threeLines);
    const seen = await client.import.preview({ book: 'incoming', file });
    expect(seen.headRow).toBe(2);
    expect(seen.columns.map(({ column, field }) => [column, field])).toEqual([['A', 'arrivalDate'], ['B', 'number'], ['C', 'organName'], ['D', 'code'], ['E', 'issuedDate'], ['F', 'typeAndSubject'], ['G', 'toPlaces'], ['H', 'handedDate'], ['I', 'receipt'], ['J', 'note']]);
    expect(seen.amounts).toEqual({ new: 3, present: 0, leftOut: 0 });
    expect(seen.years).toEqual([{ year: 2019, rows: 3, firstNumber: '5', lastNumber: '12a' }]);
    expect(seen.rows[2]).toMatchObject({ number: '12/1', arrivalDate: '2019-03-05', issuedDate: '2019-03-04', organName: 'UBND huyện Tứ Kỳ', typeName: 'Báo cáo', subject: 'thu ngân sách' });
    expect(seen.problems).toContainEqual({ row: 4, column: 'E', leftOut: false, message: 'Cột ngày văn bản: «30/02/2019» không có trong lịch: tháng 2/2019 không có ngày 30; để trống.' });
    expect(seen.encoding).toBeNull();
  });

  test('nhập giữ nguyên số, tìm thấy được, nhập lại không thêm gì, hoàn tác một lần là hết', async () => {
    const { client, folder } = openEngine();
    const file = await incomingFile(threeLines);
    const done = await client.import.apply({ book: 'incoming', file });
    expect(done).toMatchObject({ imported: 3, skipped: 0, batch: 1 });
    expect(books(folder, 'SELECT arrivalNumber, numberSuffix, year, issuedDate, organName, code, typeName, subject, toPlaces, handling, batch FROM incoming ORDER BY sortKey')).toEqual([
      { arrivalNumber: 5, numberSuffix: '', year: 2019, issuedDate: '2019-01-01', organName: 'Sở Tài chính', code: '12/STC-NS', typeName: 'Công văn', subject: 'về dự toán năm 2019', toPlaces: 'Phòng Kế hoạch', handling: 'done', batch: 1 },
      { arrivalNumber: 12, numberSuffix: 'a', year: 2019, issuedDate: null, organName: 'Sở Nội vụ', code: '07/TB-SNV', typeName: 'Thông báo', subject: 'lịch nghỉ Tết', toPlaces: 'Văn phòng', handling: 'done', batch: 1 },
      { arrivalNumber: 12, numberSuffix: '/1', year: 2019, issuedDate: '2019-03-04', organName: 'UBND huyện Tứ Kỳ', code: '03/BC-UBND', typeName: 'Báo cáo', subject: 'thu ngân sách', toPlaces: '', handling: 'done', batch: 1 },
    ]);
    const found = await client.incoming.list({ text: 'du toan so tai chinh' });
    expect(found.rows.map(({ subject }) => subject)).toEqual(['về dự toán năm 2019']);
    const line = await client.incoming.get({ id: found.rows[0]?.id ?? 0 });
    expect(line.history[0]).toMatchObject({ act: 'import', who: 'vanthu', reason: 'so-den.xlsx' });
    expect((await client.books.list({ year: 2019 })).rows).toContainEqual(expect.objectContaining({ kind: 'incoming', year: 2019, next: 13 }));
    expect((await client.values.list({ field: 'organName' })).rows.map(({ value }) => value)).toContain('Sở Nội vụ');

    expect(await client.import.apply({ book: 'incoming', file })).toMatchObject({ imported: 0, skipped: 3, batch: null });
    expect((await client.import.preview({ book: 'incoming', file })).amounts).toEqual({ new: 0, present: 3, leftOut: 0 });
    const longer = await incomingFile([...threeLines, [day(2019, 3, 6), 13, 'Sở Y tế', '9/SYT', day(2019, 3, 5), 'Công văn về tiêm chủng']]);
    expect(await client.import.apply({ book: 'incoming', file: longer })).toMatchObject({ imported: 1, skipped: 3, batch: 2 });

    expect(await client.import.undo({ batch: 2 })).toEqual({ removed: 1 });
    expect(await client.import.undo({ batch: 1 })).toEqual({ removed: 3 });
    expect((await client.incoming.list({})).total).toBe(0);
    expect((await client.incoming.list({ text: 'du toan' })).total).toBe(0);
    expect((await client.values.list({ field: 'organName' })).rows).toEqual([]);
    expect((await client.books.list({ year: 2019 })).rows.filter(({ kind }) => kind === 'incoming')).toEqual([]);
    expect((await client.import.list({})).rows.map(({ batch, imported, undoneAt }) => [batch, imported, undoneAt !== null])).toEqual([[2, 1, true], [1, 3, true]]);
    await expect(client.import.undo({ batch: 1 })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await client.import.apply({ book: 'incoming', file })).toMatchObject({ imported: 3, batch: 3 });
  });

  test('số trùng giữ cả hai và nói ra; số thiếu nói một câu', async () => {
    const { client, folder } = openEngine();
    const rows = [1, 2, 2, 5, 9].map((number, place) => [day(2019, 1, 2 + place), number, 'Sở Y tế', `${place}/SYT`, day(2019, 1, 1), 'Công văn về việc khám sức khỏe']);
    const { problems, imported } = await client.import.apply({ book: 'incoming', file: await incomingFile(rows) });
    expect(imported).toBe(5);
    expect(problems.map(({ message }) => message)).toEqual(['Số 2 năm 2019 đã có ở dòng 4; giữ cả hai.', 'Sổ năm 2019 thiếu 5 số: 3–4, 6–8. Các số còn lại giữ nguyên.']);
    expect(books(folder, 'SELECT arrivalNumber, twin FROM incoming ORDER BY sortKey')).toEqual([{ arrivalNumber: 1, twin: 0 }, { arrivalNumber: 2, twin: 0 }, { arrivalNumber: 2, twin: 1 }, { arrivalNumber: 5, twin: 0 }, { arrivalNumber: 9, twin: 0 }]);
  });

  test('hai dòng giống hệt nhau trong một tệp là hai dòng, và lần sau vẫn là hai dòng ấy', async () => {
    const { client } = openEngine();
    const row = [day(2019, 1, 2), 1, 'Sở Y tế', '1/SYT', day(2019, 1, 1), 'Công văn'];
    const file = await incomingFile([row, row]);
    expect(await client.import.apply({ book: 'incoming', file })).toMatchObject({ imported: 2 });
    expect(await client.import.apply({ book: 'incoming', file })).toMatchObject({ imported: 0, skipped: 2 });
  });

  test('số chương trình đã cấp không bị đè: dòng cũ cùng số đứng cạnh', async () => {
    const { client } = openEngine();
    await client.incoming.register({ arrivalDate: '2026-03-02', organName: 'Sở Y tế', subject: 'về tiêm chủng' });
    const { problems } = await client.import.apply({ book: 'incoming', file: await incomingFile([[day(2026, 1, 5), 1, 'Sở Nội vụ', '5/SNV', day(2026, 1, 4), 'Công văn về biên chế'], [day(2026, 1, 5), 2, 'Sở Nội vụ', '6/SNV', day(2026, 1, 4), 'Công văn về thi đua']]) });
    expect(problems).toContainEqual({ row: 3, leftOut: false, message: 'Số 1 năm 2026 đã do chương trình cấp cho văn bản khác; giữ cả hai.' });
    expect((await client.incoming.register({ arrivalDate: '2026-03-03', organName: 'Sở Y tế', subject: 'về dịch bệnh' })).arrivalNumber).toBe(3);
  });

  test('lần nhập có dòng đã được sửa thì không hoàn tác, và nói dòng nào', async () => {
    const { client } = openEngine();
    const { batch } = await client.import.apply({ book: 'incoming', file: await incomingFile(threeLines) });
    const { rows } = await client.incoming.list({ text: 'du toan' });
    await client.incoming.update({ id: rows[0]?.id ?? 0, note: 'đã trả lời' });
    await expect(client.import.undo({ batch: batch ?? 0 })).rejects.toMatchObject({ code: 'NOT_ALLOWED', message: expect.stringContaining('5/2019') as unknown });
    expect((await client.incoming.list({})).total).toBe(3);
  });

  test('cột chọn lại bằng chữ cái; trường không chọn thì không đọc', async () => {
    const { client } = openEngine();
    const file = await workbookFile((workbook) => {
      const sheet = workbook.addWorksheet('A');
      sheet.addRow(['1', '02/01/2019', 'Sở Y tế', 'về tiêm chủng', 'riêng']);
      sheet.addRow(['2', '03/01/2019', 'Sở Nội vụ', 'về biên chế', 'riêng']);
    });
    const seen = await client.import.preview({ book: 'incoming', file });
    expect(seen.problems[0]?.message).toContain('Không thấy dòng tiêu đề của sổ đến');
    await expect(client.import.apply({ book: 'incoming', file })).rejects.toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining('số đến, ngày đến, trích yếu') as unknown });
    await client.import.apply({ book: 'incoming', file, mapping: { number: 'A', arrivalDate: 'B', organName: 'C', subject: 'D' } });
    expect((await client.incoming.list({})).rows.map(({ arrivalNumber, organName, note }) => [arrivalNumber, organName, note])).toEqual([[2, 'Sở Nội vụ', null], [1, 'Sở Y tế', null]]);
  });

  test('dòng ghi độ mật không vào, dòng hủy vào với lý do, ngày đến để trống lấy theo dòng trên', async () => {
    const { client } = openEngine();
    const { imported, problems } = await client.import.apply({
      book: 'incoming',
      file: await incomingFile([
        [day(2019, 1, 2), 1, 'Sở Y tế', '1/SYT', day(2019, 1, 1), 'Công văn về tiêm chủng'],
        [null, 2, '"', '2/SYT', '"', 'Công văn về khám bệnh', '"'],
        [null, 3, 'Công an tỉnh', '3/CAT', day(2019, 1, 1), 'Công văn', null, null, null, 'Mật'],
        [day(2019, 1, 3), 4, 'Sở Y tế', '4/SYT', day(2019, 1, 2), 'Công văn', null, null, null, 'Hủy, vào sổ nhầm'],
        [day(2019, 1, 3), 5, 'Công an tỉnh', '5/CAT', day(2019, 1, 2), 'Kế hoạch bảo vệ mục tiêu (Tối mật)'],
      ]),
    });
    expect(imported).toBe(5);
    expect(problems.filter(({ leftOut }) => leftOut)).toEqual([[5, 3], [7, 5]].map(([row, number]) => ({ row, leftOut: true, message: `Dòng ghi độ mật: văn bản mật theo dõi ở sổ riêng, không nhập vào máy này; số ${number} vẫn được giữ bằng một dòng «sổ riêng» không ghi nội dung.` })));
    const { rows } = await client.incoming.list({});
    expect(rows.map(({ arrivalNumber, arrivalDate, organName, issuedDate, status, cancelReason }) => [arrivalNumber, arrivalDate, organName, issuedDate, status, cancelReason])).toEqual([
      [5, '2019-01-03', '', null, 'registered', null],
      [4, '2019-01-03', 'Sở Y tế', '2019-01-02', 'cancelled', 'Hủy, vào sổ nhầm'],
      [3, '2019-01-02', '', null, 'registered', null],
      [2, '2019-01-02', 'Sở Y tế', '2019-01-01', 'registered', null],
      [1, '2019-01-02', 'Sở Y tế', '2019-01-01', 'registered', null],
    ]);
  });

  test('phông TCVN3 được đề nghị đổi, chỉ đổi khi được bảo', async () => {
    const { client } = openEngine();
    const file = await incomingFile([
      [day(2009, 1, 2), 1, 'Së Tµi chÝnh', '1/STC', day(2009, 1, 1), 'C«ng v¨n vÒ dù to¸n ng©n s¸ch n¨m 2009'],
      [day(2009, 1, 3), 2, 'Së N«ng nghiÖp', '2/SNN', day(2009, 1, 1), 'B¸o c¸o phßng chèng b·o lôt'],
    ]);
    const seen = await client.import.preview({ book: 'incoming', file });
    expect(seen.encoding).toMatchObject({ name: 'tcvn3', before: 'Së Tµi chÝnh', after: 'Sở Tài chính' });
    expect(seen.rows[0]).toMatchObject({ organName: 'Së Tµi chÝnh' });
    await client.import.apply({ book: 'incoming', file, encoding: 'tcvn3' });
    expect((await client.incoming.list({ text: 'bao cao lut' })).rows.map(({ typeName, subject, organName }) => [typeName, subject, organName])).toEqual([['Báo cáo', 'phòng chống bão lụt', 'Sở Nông nghiệp']]);
  });
});

describe('sổ đi cũ', () => {
  test('số, ký hiệu tách ra; tên loại theo cột hoặc theo ký hiệu; nơi nhận, bản lưu, ngày chuyển', async () => {
    const { client, folder } = openEngine();
    const file = await workbookFile((workbook) => {
      const sheet = workbook.addWorksheet('Đi 2020');
      sheet.addRow(outgoingHeads);
      sheet.addRow(['05/UBND-VP', '02/01/2020', 'Công văn v/v nghỉ Tết', 'Trần Văn An', 'Các sở; UBND các huyện', 'VT', 12, '03/01/2020', 'Hoa', null]);
      sheet.addRow(['12a/QĐ-UBND', '5/1', 'Về việc kiện toàn Ban Chỉ đạo', 'Trần Văn An', 'Sở Nội vụ', 'VT, NC', '03', null, null, 'Hủy số']);
      sheet.addRow(['05/QĐ-UBND', '31/4/2020', 'Quyết định khen thưởng', 'Trần Văn An', 'Sở Nội vụ', 'VT', 3, null, null, null]);
    }, 'so-di.xlsx');
    const { imported, problems } = await client.import.apply({ book: 'outgoing', file });
    expect(imported).toBe(3);
    expect(problems.map(({ row, column, message }) => [row, column, message.slice(0, 60)])).toContainEqual([4, 'B', 'Cột ngày văn bản: «31/4/2020» không có trong lịch: tháng 4/2']);
    expect(books(folder, 'SELECT origin, status, codeNumber, numberSuffix, twin, codeNotation, typeName, issuedDate, subject, recipients, archiveUnits, copies, sentDate, year, cancelReason FROM outgoing ORDER BY id')).toEqual([
      { origin: 'old-book', status: 'sent', codeNumber: 5, numberSuffix: '', twin: 0, codeNotation: 'UBND-VP', typeName: 'Công văn', issuedDate: '2020-01-02', subject: 'v/v nghỉ Tết', recipients: 'Các sở; UBND các huyện', archiveUnits: 'VT', copies: 12, sentDate: '2020-01-03', year: 2020, cancelReason: null },
      { origin: 'old-book', status: 'cancelled', codeNumber: 12, numberSuffix: 'a', twin: 0, codeNotation: 'QĐ-UBND', typeName: 'Quyết định', issuedDate: '2020-01-05', subject: 'Về việc kiện toàn Ban Chỉ đạo', recipients: 'Sở Nội vụ', archiveUnits: 'VT, NC', copies: 3, sentDate: null, year: 2020, cancelReason: 'Hủy số' },
      { origin: 'old-book', status: 'issued', codeNumber: 5, numberSuffix: '', twin: 1, codeNotation: 'QĐ-UBND', typeName: 'Quyết định', issuedDate: null, subject: 'khen thưởng', recipients: 'Sở Nội vụ', archiveUnits: 'VT', copies: 3, sentDate: null, year: 2020, cancelReason: null },
    ]);
    const { rows } = await client.outgoing.list({ text: '12a' });
    expect(rows.map(({ code }) => code)).toEqual(['12a/QĐ-UBND']);
    expect((await client.outgoing.get({ id: rows[0]?.id ?? 0 })).subject).toBe('Về việc kiện toàn Ban Chỉ đạo');
  });
});

describe('tệp CSV', () => {
  const heads = ['Số đến', 'Ngày đến', 'Nơi gửi', 'Số ký hiệu', 'Trích yếu'];
  const lines = [[1, '02/01/2019', 'Sở Tài chính', '1/STC', 'về dự toán, quyết toán'], [2, '03/01/2019', 'Sở Nội vụ', '2/SNV', 'về "thi đua",\nkhen thưởng']];
  const text = (separator: string): string => csvOf([heads, ...lines], separator);
  const utf16 = (value: string): Uint8Array => new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(value, 'utf16le')]));
  const bare16 = (value: string): Uint8Array => new Uint8Array(Buffer.from(value, 'utf16le'));
  /** Windows-1258 writes the tone after its vowel. */
  const cp1258 = (value: string): Uint8Array => {
    const marks: Record<string, number> = { '\u0300': 0xcc, '\u0309': 0xd2, '\u0303': 0xde, '\u0301': 0xec, '\u0323': 0xf2 };
    const letters: Record<string, number> = { ă: 0xe3, â: 0xe2, đ: 0xf0, ê: 0xea, ô: 0xf4, ơ: 0xf5, ư: 0xfd, Ă: 0xc3, Â: 0xc2, Đ: 0xd0, Ê: 0xca, Ô: 0xd4, Ơ: 0xd5, Ư: 0xdd };
    return new Uint8Array([...value].flatMap((letter) => [...letter.normalize('NFD')].reduce<string[]>((parts, part) => (/[\u0302\u0306\u031B]/.test(part) ? [...parts.slice(0, 1).map((base) => (base + part).normalize('NFC')), ...parts.slice(1)] : [...parts, part]), [])).map((part) => letters[part] ?? marks[part] ?? part.charCodeAt(0)));
  };
  test.each<[string, BlobPart]>([
    ['dấu phẩy, UTF-8', text(',')],
    ['dấu chấm phẩy, UTF-8 có dấu đầu tệp', `\uFEFF${text(';')}`],
    ['tab, UTF-16', utf16(text('\t')) as BlobPart],
    ['chấm phẩy, UTF-16 không dấu đầu tệp', bare16(text(';')) as BlobPart],
    ['windows-1258', cp1258(text(';')) as BlobPart],
    ['có dòng sep=', `sep=;\r\n${text(';')}`],
  ])('%s', async (_, content) => {
    const { client } = openEngine();
    const { imported } = await client.import.apply({ book: 'incoming', file: new File([content], 'so.csv') });
    expect(imported).toBe(2);
    expect((await client.incoming.list({})).rows.map(({ organName, subject }) => [organName, subject])).toEqual([['Sở Nội vụ', 'về "thi đua", khen thưởng'], ['Sở Tài chính', 'về dự toán, quyết toán']]);
  });

  test('CSV xuất bằng phông TCVN3 được nhận ra', async () => {
    const { client } = openEngine();
    const rows = csvOf([['Sè ®Õn', 'Ngµy ®Õn', 'N¬i göi', 'Sè ký hiÖu', 'TrÝch yÕu'], [1, '02/01/2009', 'Së Tµi chÝnh', '1/STC', 'vÒ dù to¸n ng©n s¸ch']], ';');
    const file = new File([new Uint8Array(Buffer.from(rows, 'latin1'))], 'so.csv');
    expect(await client.import.preview({ book: 'incoming', file })).toMatchObject({ encoding: { name: 'tcvn3' }, amounts: { new: 1 } });
  });

  test('ngoặc kép không đóng thì nói dòng nào', async () => {
    const { client } = openEngine();
    await expect(client.import.preview({ book: 'incoming', file: new File([`${text(',')}\r\n3,"Sở`], 'so.csv') })).rejects.toMatchObject({ message: expect.stringContaining('dòng 4') as unknown });
  });
});

describe('nhiều dòng', () => {
  test('dừng giữa chừng thì không giữ lại dòng nào, và xem được đã đến đâu', async () => {
    const { client, folder } = openEngine();
    const file = await incomingFile(incomingRows(6000));
    const seen: string[] = [];
    const importing = client.import.apply({ book: 'incoming', file, job: 'nhập' });
    const watching = (async () => {
      for (;;) {
        const state = await client.jobs.get({ job: 'nhập' });
        if (state) seen.push(state.phase);
        if (state?.phase === 'Đang ghi vào sổ') return client.jobs.cancel({ job: 'nhập' });
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    await expect(importing).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(await watching).toEqual({ asked: true });
    expect(seen).toContain('Đang mở tệp');
    expect(books(folder, 'SELECT (SELECT count(*) FROM incoming) AS lines, (SELECT count(*) FROM importBatch) AS batches, (SELECT count(*) FROM book) AS books, (SELECT coalesce(sum(amount), 0) FROM incomingCount) AS counted')).toEqual([{ lines: 0, batches: 0, books: 0, counted: 0 }]);
    expect(await client.import.apply({ book: 'incoming', file })).toMatchObject({ imported: 6000 });
    expect((await client.incoming.list({ text: 'đợt 5999' })).rows.map(({ arrivalNumber }) => arrivalNumber)).toEqual([5999]);
    expect(await client.import.undo({ batch: 1 })).toEqual({ removed: 6000 });
    expect((await client.incoming.list({ text: 'nhiệm vụ' })).total).toBe(0);
  });

  test('nhập từng phần chồng nhau chỉ thêm dòng mới', async () => {
    const { client } = openEngine();
    expect(await client.import.apply({ book: 'incoming', file: await incomingFile(incomingRows(900)) })).toMatchObject({ imported: 900 });
    expect(await client.import.apply({ book: 'incoming', file: await incomingFile(incomingRows(900, 501)) })).toMatchObject({ imported: 500, skipped: 400 });
    expect((await client.incoming.list({})).total).toBe(1400);
  });
});


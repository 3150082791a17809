import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import type { Client } from '../fixtures/open-engine.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { refusalOf } from '../contract/suite.ts';
import { all, readPackage, rootOf } from '../documents/read-package.ts';
import { PDFDocument } from '@cantoo/pdf-lib';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

async function openOffice() {
  const opened = openEngine();
  await opened.client.settings.update({ office: sampleOffice });
  return opened;
}

async function register(client: Client, rest: Parameters<Client['incoming']['register']>[0] | object = {}): Promise<number> {
  return (await client.incoming.register({ organName: 'Sở Tài chính', code: '2953/STC-NS', issuedDate: '2026-11-18', typeName: 'Công văn', subject: 'đối chiếu kinh phí', ...rest })).id;
}

async function sheetOf(file: File): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await file.arrayBuffer());
  const sheet = workbook.worksheets[1];
  if (!sheet) throw new Error('thiếu trang sổ');
  return sheet;
}

const rowOf = (sheet: ExcelJS.Worksheet, at: number, columns: number): ExcelJS.CellValue[] => Array.from({ length: columns }, (_, column) => sheet.getCell(at, column + 1).value);

describe('xuất sổ', () => {
  test('sổ đến: mọi dòng theo số, dòng hủy còn trong sổ, dòng trống ở cuối, bìa ghi từ ngày từ số', async () => {
    const { client } = await openOffice();
    await register(client, { arrivalDate: '2026-11-18', toPlaces: 'Phòng Tổng hợp', handedDate: '2026-11-19' });
    const wrong = await register(client, { arrivalDate: '2026-11-19', subject: 'vào nhầm', code: '1/STC' });
    await client.incoming.cancel({ id: wrong, reason: 'vào nhầm sổ' });
    const reply = await client.outgoing.register({ ...elsewhere, subject: 'trả lời Sở Tài chính' });
    await register(client, { arrivalDate: '2026-11-20', code: '2/STC', dueDate: '2026-12-01', replyId: reply.id });
    const file = await client.register.export({ book: 'incoming', year: 2026, format: 'xlsx', volume: '2', blankRows: 3 });
    expect(file.name).toBe('Sổ đăng ký văn bản đến năm 2026.xlsx');
    const sheet = await sheetOf(file);
    expect(sheet.rowCount).toBe(2 + 3 + 3);
    expect(rowOf(sheet, 3, 10)).toEqual([new Date('2026-11-18'), 1, 'Sở Tài chính', '2953/STC-NS', new Date('2026-11-18'), 'Công văn: đối chiếu kinh phí', 'Phòng Tổng hợp', new Date('2026-11-19'), null, null]);
    expect(rowOf(sheet, 4, 10).slice(-1)).toEqual(['Hủy: vào nhầm sổ']);
    expect(sheet.getCell(4, 2).font.strike).toBe(true);
    const screen = await client.register.read({ book: 'handling', year: 2026 });
    expect(screen).toMatchObject({ title: 'Sổ theo dõi giải quyết văn bản đến', total: 3, cover: { days: 'Từ ngày 18/11/2026 đến ngày 20/11/2026', numbers: null } });
    expect(screen.rows.at(-1)?.cells).toEqual(['3', 'Công văn số 2/STC ngày 18/11/2026 của Sở Tài chính', '', '01/12/2026', expect.any(String) as string, '01/UBND-VP', '']);
    expect((await client.register.read({ book: 'incoming', year: 2026, volume: '2' })).cover).toMatchObject({ numbers: 'Từ số 01 đến số 03', volume: 'Quyển số: 2', name: 'ỦY BAN NHÂN DÂN TỈNH AN BÌNH' });
  });

  test('chỉ một khoảng ngày, một phần cho màn hình', async () => {
    const { client } = await openOffice();
    for (const day of ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-20']) await register(client, { arrivalDate: day, code: `${day}/STC` });
    const span = { book: 'incoming', year: 2026, from: '2026-11-05', to: '2026-11-18' } as const;
    const read = await client.register.read(span);
    expect([read.total, read.rows.map(({ cells }) => cells[1]), read.cover.days]).toEqual([2, ['2', '3'], 'Từ ngày 05/11/2026 đến ngày 18/11/2026']);
    expect((await client.register.read({ ...span, offset: 1, limit: 1 })).rows.map(({ cells }) => cells[1])).toEqual(['3']);
    expect((await client.register.export({ ...span, format: 'docx' })).name).toBe('Sổ đăng ký văn bản đến năm 2026 từ 05-11-2026 đến 18-11-2026.docx');
    expect((await refusalOf(client.register.read({ ...span, from: '2026-02-30' }))).code).toBe('INPUT_INVALID');
    expect((await refusalOf(client.register.read({ ...span, from: '2026-11-19' }))).message).toContain('«Đến ngày» trước «Từ ngày»');
  });

  test('sổ đi và sổ gửi bưu điện: thư của chương trình, văn bản ngoài, số giữ, văn bản đã gửi', async () => {
    const { client } = await openOffice();
    const { id } = await client.outgoing.draft(sampleLetter({ issuedDate: '2026-11-20' }));
    await client.outgoing.issue({ id });
    await client.outgoing.reserve({ codeNotation: 'UBND-VP', issuedDate: '2026-11-20', reason: 'chờ Chủ tịch ký' });
    const rows = (await client.register.read({ book: 'outgoing', year: 2026 })).rows;
    expect(rows[0]?.cells.slice(0, 7)).toEqual(['01/UBND-VP', '20/11/2026', 'Công văn: rà soát trụ sở dôi dư sau sắp xếp', 'Trần Minh Khôi', 'Các sở, ban, ngành tỉnh; UBND các xã, phường; Chủ tịch UBND tỉnh', 'VT, KT', '8']);
    expect(rows[1]?.cells.at(-1)).toBe('Giữ số: chờ Chủ tịch ký');
    // nothing was sent yet: one page of ruled rows
    expect((await client.register.read({ book: 'post', year: 2026 })).rows.every(({ cells }) => cells.every((cell) => cell === ''))).toBe(true);
    await client.outgoing.mark({ ids: [id], status: 'sent', sentDate: '2026-11-20' });
    expect((await client.register.read({ book: 'post', year: 2026 })).rows.map(({ cells }) => cells[1])).toEqual(['01/UBND-VP']);
  });

  test('sổ gửi bưu điện đi theo ngày chuyển, cả văn bản năm trước gửi sang năm nay; khoảng ngày là ngày chuyển', async () => {
    const { client } = await openOffice();
    const sent = async (issuedDate: string, sentDate: string): Promise<void> => {
      const { id } = await client.outgoing.register({ ...elsewhere, issuedDate, backdateReason: 'nhập bù', confirm: ['year:2025'] });
      await client.outgoing.mark({ ids: [id], status: 'sent', sentDate });
    };
    await sent('2025-12-31', '2026-01-05');
    await sent('2026-02-02', '2026-03-10');
    await sent('2026-02-03', '2026-02-03');
    await sent('2026-02-04', '2026-03-10');
    await client.outgoing.register({ ...elsewhere, issuedDate: '2026-02-05' });
    const { total, cover, rows } = await client.register.read({ book: 'post', year: 2026 });
    expect(rows.map(({ cells }) => cells.slice(0, 2))).toEqual([['05/01/2026', '01/UBND-VP'], ['03/02/2026', '02/UBND-VP'], ['10/03/2026', '01/UBND-VP'], ['10/03/2026', '03/UBND-VP']]);
    expect([total, cover.days]).toEqual([4, 'Từ ngày 05/01/2026 đến ngày 10/03/2026']);
    const march = await client.register.read({ book: 'post', year: 2026, from: '2026-03-01', to: '2026-03-31' });
    expect([march.total, march.rows.map(({ cells }) => cells[1])]).toEqual([2, ['01/UBND-VP', '03/UBND-VP']]);
    expect((await client.register.read({ book: 'post', year: 2026, offset: 1, limit: 2 })).rows.map(({ cells }) => cells[1])).toEqual(['02/UBND-VP', '01/UBND-VP']);
    expect((await client.register.read({ book: 'post', year: 2025 })).total).toBe(0);
  });

  test('nơi nhận gửi bưu điện vào sổ từng nơi theo ngày của nó; nơi gửi cách khác thì không; văn bản không có nơi nào qua bưu điện như cũ', async () => {
    const { client } = await openOffice();
    const { id } = await client.outgoing.register({ ...elsewhere, addressees: [] });
    const { rows: places } = await client.recipients.add({ dispatch: id, lines: ['Sở Tài chính', 'Sở Xây dựng', 'Sở Y tế', 'Sở Nội vụ'] });
    const [finance, building, health] = places.map((place) => place.id);
    await client.outgoing.mark({ ids: [id], status: 'sent', sentDate: '2026-11-20' });
    const other = await client.outgoing.register({ ...elsewhere });
    await client.outgoing.mark({ ids: [other.id], status: 'sent', sentDate: '2026-11-20' });
    const read = async (part: object = {}) => client.register.read({ book: 'post', year: 2026, ...part });
    const byHand = await client.recipients.mark({ ids: [health ?? 0], set: { how: 'hand', sentDate: '2026-11-19' } });
    expect(byHand.changed).toBe(1);
    expect((await read()).rows.map(({ cells }) => cells.slice(0, 2))).toEqual([['20/11/2026', '01/UBND-VP'], ['20/11/2026', '02/UBND-VP']]);

    await client.recipients.mark({ ids: [building ?? 0], set: { how: 'post', sentDate: '2026-11-20', receipt: 'EB 123 VN', copies: 2 } });
    await client.recipients.mark({ ids: [finance ?? 0], set: { how: 'post', sentDate: '2026-11-18', receipt: 'EB 122 VN', copies: 1, returnedDate: '2026-11-20', returnReason: 'sai địa chỉ' } });
    const { total, rows, cover } = await read();
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['18/11/2026', '01/UBND-VP', 'Sở Tài chính', '1', 'EB 122 VN', 'Hoàn lại ngày 20/11/2026: sai địa chỉ'],
      ['20/11/2026', '01/UBND-VP', 'Sở Xây dựng', '1', 'EB 123 VN', '2 bản'],
      ['20/11/2026', '02/UBND-VP', 'Sở Tài chính', '', '', ''],
    ]);
    expect([total, cover.days]).toEqual([3, 'Từ ngày 18/11/2026 đến ngày 20/11/2026']);
    for (let offset = 0; offset < 3; offset += 1) expect((await read({ offset, limit: 1 })).rows[0]?.cells[2]).toBe(rows[offset]?.cells[2]);
    expect((await read({ to: '2026-11-19' })).total).toBe(1);
    expect(rowOf(await sheetOf(await client.register.export({ book: 'post', year: 2026, format: 'xlsx' })), 3, 5)).toEqual([new Date('2026-11-18'), '01/UBND-VP', 'Sở Tài chính', 1, 'EB 122 VN']);
  });

  test('sổ gửi bưu điện dài hơn một lượt đọc: không sót, không lặp nơi nào', async () => {
    const { client } = await openOffice();
    const { id } = await client.outgoing.register({ ...elsewhere, addressees: [] });
    const lines = Array.from({ length: 340 }, (_, at) => `Đơn vị ${String(at).padStart(3, '0')}`);
    const first = await client.recipients.add({ dispatch: id, lines });
    const second = await client.outgoing.register({ ...elsewhere, addressees: [] });
    const next = await client.recipients.add({ dispatch: second.id, lines });
    await client.recipients.mark({ ids: [...first.rows, ...next.rows].map((row) => row.id), set: { how: 'post', sentDate: '2026-11-19' } });
    const { total, rows } = await client.register.read({ book: 'post', year: 2026, limit: 1000 });
    expect([total, rows.length]).toEqual([680, 680]);
    expect(rows.map(({ cells }) => `${cells[1]} ${cells[2]}`)).toEqual([...lines.map((name) => `01/UBND-VP ${name}`), ...lines.map((name) => `02/UBND-VP ${name}`)]);
  });

  test('năm có hai dãy số: bìa ghi từng dãy với số của nó, sổ xếp hết dãy này đến dãy kia', async () => {
    const { client } = await openOffice();
    await client.settings.update({ series: [{ name: 'Quyết định', typeNames: ['Quyết định'] }] });
    await client.books.start({ kind: 'outgoing', series: 'Quyết định', year: 2026, next: 2 });
    for (const typeName of ['Công văn', 'Quyết định', 'Công văn', 'Quyết định', 'Công văn']) await client.outgoing.register({ ...elsewhere, typeName, codeNotation: typeName === 'Công văn' ? 'UBND-VP' : 'QĐ-UBND' });
    const codes = async (part: object = {}): Promise<(string | undefined)[]> => (await client.register.read({ book: 'outgoing', year: 2026, ...part })).rows.map(({ cells }) => cells[0]);
    const order = ['01/UBND-VP', '02/UBND-VP', '03/UBND-VP', '02/QĐ-UBND', '03/QĐ-UBND'];
    expect(await codes()).toEqual(order);
    for (let offset = 0; offset < 5; offset += 1) expect(await codes({ offset, limit: 2 })).toEqual(order.slice(offset, offset + 2));
    const cover = async (series?: string) => (await client.register.read({ book: 'outgoing', year: 2026, ...(series ? { series } : {}) })).cover.numbers;
    expect(await cover()).toBe('Dãy chung: từ số 01 đến số 03\nDãy Quyết định: từ số 02 đến số 03');
    expect([await cover('chung'), await cover('Quyết định')]).toEqual(['Từ số 01 đến số 03', 'Dãy Quyết định: từ số 02 đến số 03']);
    const printed = readPackage(await (await client.register.export({ book: 'outgoing', year: 2026, format: 'docx' })).bytes());
    expect(rootOf(printed.get('word/document.xml')).text).toContain('Dãy Quyết định: từ số 02 đến số 03');
  });

  test('bề rộng cột là nếp của cơ quan: giữ cho từng sổ, bỏ thì lại theo mẫu của Nghị định', async () => {
    const { client } = await openOffice();
    const widths = async (book: 'outgoing' | 'incoming'): Promise<number[]> => (await client.register.read({ book, year: 2026 })).columns.map(({ widthMm }) => Math.round(widthMm));
    const decree = await widths('outgoing');
    const own = [26, 19, 50, 19, 56, 17, 14, 19, 19, 21];
    const incoming = await widths('incoming');
    await client.settings.update({ bookColumns: { outgoing: own } });
    expect([await widths('outgoing'), await widths('incoming')]).toEqual([own, incoming]);
    const sheet = await sheetOf(await client.register.export({ book: 'outgoing', year: 2026, format: 'xlsx' }));
    expect((sheet.getColumn(5).width ?? 0) / (sheet.getColumn(10).width ?? 1)).toBeCloseTo(56 / 21, 2);
    await client.settings.update({ bookColumns: { handling: null } });
    expect(await widths('outgoing')).toEqual(own);
    expect(await refusalOf(client.settings.update({ bookColumns: { outgoing: [1, 2, 3] } }))).toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining('có 10 cột, đã cho 3') as string });
    expect((await refusalOf(client.settings.update({ bookColumns: { post: [30, 30, 100, 2, 50, 48] } }))).message).toContain('Cột (4) «Số lượng bì» chỉ còn 2 mm');
    await client.settings.update({ bookColumns: { outgoing: null } });
    expect(await widths('outgoing')).toEqual(decree);
  });

  test('sổ sử dụng bản lưu là trang kẻ sẵn; chưa khai cơ quan thì bìa để chấm', async () => {
    const { client } = await openOffice();
    const document = rootOf(readPackage(await (await client.register.export({ book: 'archive-use', year: 2026, format: 'docx', blankRows: 25 })).bytes()).get('word/document.xml'));
    expect(all(document, 'w:tr')).toHaveLength(1 + 2 + 25);
    const { client: fresh } = openEngine();
    expect((await fresh.register.read({ book: 'incoming', year: 2026 })).cover).toMatchObject({ parentName: null, name: '…………………………', days: 'Từ ngày ………… đến ngày …………' });
    expect((await sheetOf(await fresh.register.export({ book: 'incoming', year: 2026, format: 'xlsx' }))).rowCount).toBe(2 + 20);
  });

  test('việc xuất dừng được giữa chừng', async () => {
    const { client } = await openOffice();
    for (let turn = 0; turn < 3; turn += 1) await register(client, { code: `${turn}/STC` });
    const exported = refusalOf(client.register.export({ book: 'incoming', year: 2026, format: 'xlsx', blankRows: 500, job: 'in sổ' }));
    await expect.poll(() => client.jobs.get({ job: 'in sổ' })).not.toBeNull();
    expect(await client.jobs.cancel({ job: 'in sổ' })).toEqual({ asked: true });
    expect((await exported).code).toBe('CANCELLED');
    expect(await client.jobs.get({ job: 'in sổ' })).toBeNull();
  });
});

const elsewhere = { typeName: 'Công văn', codeNotation: 'UBND-VP', issuedDate: '2026-11-20', subject: 'x', addressees: ['Sở Tài chính'], signer: { competence: '', position: 'CHỦ TỊCH', fullName: 'Trần Minh Khôi' } };

describe('tờ rời', () => {
  test('dấu đến, phiếu giải quyết của một văn bản đến', async () => {
    const { client } = await openOffice();
    const id = await register(client, { toPlaces: 'Phòng Tổng hợp' });
    const stamp = await client.sheets.stamp({ id, xMm: 30, yMm: 45 });
    expect([stamp.name, stamp.type]).toEqual(['Dấu đến số 1 năm 2026.pdf', 'application/pdf']);
    expect((await PDFDocument.load(await stamp.bytes())).getPageCount()).toBe(1);
    const slip = await client.sheets.handling({ id });
    expect(rootOf(readPackage(await slip.bytes()).get('word/document.xml')).text).toContain('- Giao đơn vị, cá nhân chủ trì: Phòng Tổng hợp.');
    expect((await refusalOf(client.sheets.stamp({ id: 99 }))).code).toBe('NOT_FOUND');
  });

  test('đóng dấu vào bản sao của tệp kèm; tệp gốc trong sổ nguyên vẹn', async () => {
    const { client } = await openOffice();
    const document = await PDFDocument.create();
    document.addPage();
    const original = new Uint8Array(await document.save());
    const id = await register(client, { files: [new File([original], 'quét.pdf'), new File(['không phải pdf'], 'ghi.txt')] });
    const { files } = await client.incoming.get({ id });
    const ordinal = (name: string): number => files.find((file) => file.name === name)?.ordinal ?? 0;
    const copy = await client.sheets.stamped({ id, ordinal: ordinal('quét.pdf') });
    expect(copy.name).toBe('quét (đã đóng dấu đến).pdf');
    const bytes = await copy.bytes();
    expect(bytes.length).toBeGreaterThan(original.length);
    expect(Buffer.compare(Buffer.from(bytes.subarray(0, original.length)), Buffer.from(original))).toBe(0);
    expect(Buffer.compare(Buffer.from(await (await client.incoming.file({ id, ordinal: ordinal('quét.pdf') })).bytes()), Buffer.from(original))).toBe(0);
    expect(await refusalOf(client.sheets.stamped({ id, ordinal: ordinal('ghi.txt') }))).toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining('ghi.txt') as string });
    expect((await refusalOf(client.sheets.stamped({ id, ordinal: 77 }))).code).toBe('NOT_FOUND');
    expect((await refusalOf(client.sheets.stamped({ id, ordinal: ordinal('quét.pdf'), page: 2 }))).message).toContain('không có trang 2');
  });

  test('bì cho mọi nơi kính gửi, hoặc cho tên được chọn', async () => {
    const { client } = await openOffice();
    const { id } = await client.outgoing.draft(sampleLetter({ issuedDate: '2026-11-20' }));
    await client.outgoing.issue({ id });
    const names = async (input: Parameters<Client['sheets']['envelope']>[0]): Promise<string[]> => {
      const document = rootOf(readPackage(await (await client.sheets.envelope(input)).bytes()).get('word/document.xml'));
      return all(document, 'w:p').map(({ text }) => text);
    };
    expect(await names({ id })).toEqual(expect.arrayContaining(['Các sở, ban, ngành tỉnh', 'UBND các xã, phường', 'Số/ký hiệu văn bản: 01/UBND-VP']));
    const one = await names({ id, to: ['Bộ Tài chính'] });
    expect(one.filter((text) => text === 'Kính gửi:')).toHaveLength(1);
    // a group of the directory, and words for many: one each, whoever stands twice once; a single one as it was written
    const members = ['UBND xã Tân Bình', 'UBND phường An Thượng', 'UBND xã Đông Hòa'];
    const ids = [];
    for (const name of members) ids.push((await client.agencies.save({ name, kind: 'commune' })).id);
    await client.groups.save({ name: 'UBND các xã, phường', members: ids });
    const printed = await names({ id, to: ['UBND các xã, phường', 'Giám đốc Sở Tài chính', 'UBND xã Đông Hòa'] });
    expect(printed.filter((text) => text === 'Kính gửi:')).toHaveLength(4);
    expect(printed.filter((text) => /UBND|Giám đốc/.test(text)).toSorted()).toEqual(expect.arrayContaining([...members, 'Giám đốc Sở Tài chính']));
    expect(printed).not.toContain('UBND các xã, phường');
    expect((await refusalOf(client.sheets.envelope({ id, to: [' '] }))).code).toBe('NOT_ALLOWED');
  });
});

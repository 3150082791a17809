import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bookForm } from '../../shared/report/book-form.ts';
import { rowOf, type PrintedRow } from '../../shared/report/printed-row.ts';
import type { IncomingLine, OutgoingLine, RegisterLine } from '../../shared/report/register-line.ts';
import { addDays } from '../../shared/domain/dates.ts';
import type { LineProblem } from '../../shared/domain/import/old-line.ts';
import { openBookBytes } from '../../electron/engine/import/open-old-book.ts';
import { readWholeBook } from '../../electron/engine/import/read-whole-book.ts';
import { coverOf } from '../../shared/report/book-cover.ts';
import { buildRegisterXlsx } from '../../electron/engine/documents/register-xlsx.ts';
import { type Client, openEngine } from '../fixtures/open-engine.ts';

type Book = 'incoming' | 'outgoing';

/** The book as it is printed, row by row, as people read it. */
const printedRows = async (client: Client, book: Book): Promise<string[][]> => (await client.register.read({ book, year: 2026, offset: 0, limit: 500, blankRows: 0 })).rows.map(({ cells }) => cells);
const printedFile = (client: Client, book: Book): Promise<File> => client.register.export({ book, year: 2026, format: 'xlsx', blankRows: 0 });

const sentence = 'về việc rà soát, sắp xếp lại trụ sở dôi dư - kinh tế-xã hội (giai đoạn 2021-2025); 20*30 m, mức chi 3*2*5 triệu đồng. ';
const long = (letters: number): string => sentence.repeat(Math.ceil(letters / sentence.length)).slice(0, letters).trim();

describe('sổ in của chương trình, nhập lại', () => {
  test('sổ đến: trích yếu dài sang hai, ba dòng, lời ghi nhiều dòng, dòng hủy, độ khẩn đều trở lại', async () => {
    const { client } = openEngine();
    const base = { arrivalDate: '2026-11-18', organName: 'Ủy ban nhân dân tỉnh', code: '2953/UBND-VP', issuedDate: '2026-11-17', typeName: 'Công văn', toPlaces: 'Phòng Tổng hợp; Phòng Kế hoạch' };
    for (const subject of [long(1217), long(1990), 'rà soát hồ sơ', long(60), long(800)]) await client.incoming.register({ ...base, subject, priority: subject === 'rà soát hồ sơ' ? 2 : 0 });
    await client.incoming.register({ ...base, subject: long(900), toPlaces: `Phòng A; ${long(700)}`, note: `đã trả lời;\nxem hồ sơ số 5\n${long(1500)}` });
    const cancelled = await client.incoming.register({ ...base, subject: long(1217) });
    await client.incoming.cancel({ id: cancelled.id, reason: 'vào sổ nhầm' });

    const other = openEngine();
    const file = await printedFile(client, 'incoming');
    const { imported, problems } = await other.client.import.apply({ book: 'incoming', file });
    expect(imported).toBe(7);
    expect(problems.filter(({ leftOut }) => leftOut)).toEqual([]);
    expect(await printedRows(other.client, 'incoming')).toEqual(await printedRows(client, 'incoming'));
    const lines = async (of: Client): Promise<unknown[]> => (await of.incoming.list({})).rows.map(({ arrivalNumber, arrivalDate, organName, code, issuedDate, typeName, subject, priority, toPlaces, status, cancelReason }) => ({ arrivalNumber, arrivalDate, organName, code, issuedDate, typeName, subject, priority, toPlaces, status, cancelReason }));
    expect(await lines(other.client)).toEqual(await lines(client));
    expect(await other.client.import.apply({ book: 'incoming', file })).toMatchObject({ imported: 0, skipped: 7 });
  });

  test('dòng «không rõ số đến» in ra rồi nhập lại vẫn đứng ngoài dãy số; sổ đến nhập nhầm vào sổ đi thì nói', async () => {
    const { client } = openEngine();
    const old = new File(['Mã,Số văn bản đến,Ngày đến,Tác giả,Trích yếu\n1,12/STC-NS,5/1/2026,Sở Tài chính,V/v dự toán\n2,13/STC-NS,5/1/2026,Sở Tài chính,V/v quyết toán'], 'cu.csv');
    await client.import.apply({ book: 'incoming', file: old });
    const file = await printedFile(client, 'incoming');
    const other = openEngine();
    await other.client.import.apply({ book: 'incoming', file });
    expect(await printedRows(other.client, 'incoming')).toEqual(await printedRows(client, 'incoming'));
    expect((await other.client.books.list({ year: 2026 })).rows.filter(({ kind }) => kind === 'incoming')).toEqual((await client.books.list({ year: 2026 })).rows.filter(({ kind }) => kind === 'incoming'));
    expect((await other.client.import.preview({ book: 'outgoing', file })).problems.map(({ message }) => message)).toContainEqual(expect.stringContaining('có vẻ là sổ văn bản đến'));
  });

  test('sổ đi: trích yếu, nơi nhận dài, số giữ trước, số hủy đều trở lại; dòng chưa ghi ngày theo năm ở tên tệp', async () => {
    const { client } = openEngine();
    await client.settings.update({ office: { name: 'ỦY BAN NHÂN DÂN TỈNH', place: 'An Bình' } });
    const base = { typeName: 'Công văn', codeNotation: 'UBND-VP', issuedDate: '2026-11-17', signer: { competence: null, position: 'CHỦ TỊCH', fullName: 'Trần Văn An' } };
    await client.outgoing.register({ ...base, subject: long(1217), addressees: Array.from({ length: 90 }, (_, at) => `UBND xã thứ ${at + 1}`) });
    await client.outgoing.register({ ...base, typeName: 'Quyết định', codeNotation: 'QĐ-UBND', subject: long(1500), note: long(1600) });
    const third = await client.outgoing.register({ ...base, subject: 'rà soát' });
    await client.outgoing.cancel({ id: third.id, reason: 'trùng số' });
    await client.outgoing.reserve({ typeName: 'Công văn', codeNotation: 'UBND-VP', issuedDate: '2026-11-18', reason: 'giữ cho hội nghị' });

    const other = openEngine();
    const file = await printedFile(client, 'outgoing');
    const { imported, problems } = await other.client.import.apply({ book: 'outgoing', file });
    expect(imported).toBe(4);
    expect(problems.filter(({ leftOut }) => leftOut)).toEqual([]);
    expect(await printedRows(other.client, 'outgoing')).toEqual(await printedRows(client, 'outgoing'));
    const lines = async (of: Client): Promise<unknown[]> => (await of.outgoing.list({})).rows.map(({ code, issuedDate, typeName, subject }) => ({ code, issuedDate, typeName, subject }));
    expect(await lines(other.client)).toEqual(await lines(client));
  });
});

const words = fc.array(fc.constantFrom('rà soát', 'trụ sở', 'kinh tế-xã hội', 'giai đoạn 2021-2025', 'Phòng', 'UBND', '20*30', '«a b»', '=1+1', 'van-thu@so-tai-chinh.an-binh.example', 'đ', '-', 'Nghị định số 30/2020/NĐ-CP'), { minLength: 1, maxLength: 260 }).map((parts) => parts.join(' '));
const shortText = fc.constantFrom('Sở Tài chính', 'UBND huyện Tứ Kỳ', 'Văn phòng Tỉnh ủy');
const date = fc.integer({ min: 0, max: 320 }).map((days) => addDays('2026-01-01', days));
const nullable = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value, { freq: 3 });
const noteText = nullable(fc.array(words, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')));
const common = { issuedDate: nullable(date), typeName: nullable(fc.constantFrom('Công văn', 'Quyết định', 'Giấy mời', 'Bản thỏa thuận')), subject: words.map((text) => `xử lý ${text}`), note: noteText, backdated: fc.constant(null), receipt: nullable(shortText) };

const incomingLine: fc.Arbitrary<IncomingLine> = fc.record({
  ...common, kind: fc.constant('incoming' as const), status: fc.constantFrom('registered' as const, 'cancelled' as const, 'recalled' as const), cancelReason: nullable(fc.constantFrom('trùng số', 'vào sổ nhầm')),
  number: fc.constant(''), code: fc.constantFrom('12/SYT-NV', '2953/UBND-VP', '05/2019/QĐ-UBND', ''), arrivalDate: date, organName: words, priority: fc.integer({ min: 0, max: 3 }), toPlaces: words, handedDate: nullable(date),
  dueDate: fc.constant(null), handling: fc.constant('done' as const), replyCode: fc.constant(null),
});
const outgoingLine: fc.Arbitrary<OutgoingLine> = fc.record({
  ...common, kind: fc.constant('outgoing' as const), typeName: fc.constantFrom('Công văn', 'Quyết định', 'Giấy mời'), status: fc.constantFrom('issued' as const, 'sent' as const, 'cancelled' as const, 'recalled' as const, 'reserved' as const),
  cancelReason: nullable(fc.constantFrom('trùng số', 'ký nhầm')), code: fc.constantFrom('UBND-VP', 'QĐ-UBND', 'TB-VP'), signerName: nullable(fc.constantFrom('Trần Văn An')), addressees: words, recipients: fc.constant(''), archiveUnits: shortText,
  copies: nullable(fc.integer({ min: 1, max: 300 })), sentDate: nullable(date), reservedReason: nullable(fc.constantFrom('giữ cho hội nghị')), byCode: fc.constant(null),
});

/** A printed book of these lines, read as an old book, and what it would print. */
async function printedAgain(book: Book, lines: readonly RegisterLine[]): Promise<{ before: (PrintedRow | null)[]; after: (PrintedRow | null)[]; problems: readonly LineProblem[] }> {
  const before = lines.map((line) => rowOf(book, line));
  const drawing = { form: bookForm(book), cover: coverOf({ book, office: { parentName: null, name: 'SỞ TÀI CHÍNH' }, year: 2026, from: null, to: null, numbers: [], volume: null }), meta: { title: '', author: '', created: new Date(0) } };
  const bytes = await buildRegisterXlsx(drawing, once(before.filter((row) => row !== null)));
  const opened = await openBookBytes('Sổ năm 2026.xlsx', bytes, () => undefined);
  const { lines: read, problems } = await readWholeBook(opened, { book }, 2026, { step: () => Promise.resolve() });
  const after = read.map((line) => {
    const { note, receipt, issuedDate, subject, typeName, toPlaces, handedDate } = line;
    const stored = { note, receipt, issuedDate, subject, typeName, cancelReason: line.cancelled, backdated: null };
    return rowOf(book, book === 'incoming'
      ? { ...stored, kind: 'incoming', status: line.cancelled === null ? 'registered' : 'cancelled', number: `${line.number}${line.suffix}`, code: line.code, arrivalDate: line.arrivalDate ?? '', organName: line.organName, priority: line.priority, toPlaces, handedDate, dueDate: null, handling: 'done', replyCode: null }
      : { ...stored, kind: 'outgoing', status: line.cancelled === null ? 'issued' : 'cancelled', code: `${line.number}/${line.codeNotation}`, signerName: line.signer, addressees: '', recipients: toPlaces, archiveUnits: line.archiveUnits, copies: line.copies, sentDate: handedDate, reservedReason: null, byCode: null });
  });
  return { before, after, problems };
}

async function* once<Value>(value: Value): AsyncGenerator<Value> {
  yield await Promise.resolve(value);
}

describe('sổ nào in ra cũng đọc lại được như cũ', () => {
  test.each([
    ['sổ đến', 'incoming' as const, fc.array(incomingLine, { minLength: 1, maxLength: 8 }).map((lines) => lines.map((line, at) => ({ ...line, number: at % 4 === 3 ? `${at + 1}a` : String(at + 1) })))],
    ['sổ đi', 'outgoing' as const, fc.array(outgoingLine, { minLength: 1, maxLength: 8 }).map((lines) => lines.map((line, at) => ({ ...line, code: `${at + 10}/${line.code}` })))],
  ])('%s: in, đọc, in lại là như nhau từng chữ', async (_, book, lines: fc.Arbitrary<RegisterLine[]>) => {
    await fc.assert(fc.asyncProperty(lines, async (given) => {
      const { before, after, problems } = await printedAgain(book, given);
      expect(after).toEqual(before);
      expect(problems.filter(({ leftOut }) => leftOut)).toEqual([]);
    }), { seed: 88, numRuns: 40 });
  });
});

import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { databaseFileName } from '../../electron/engine/storage/open-database.ts';
import { indexFaults } from '../fixtures/index-audit.ts';
import { csvOf, incomingFile, incomingHeads, incomingRows, outgoingHeads, workbookFile } from '../fixtures/old-books.ts';
import { type Client, openEngine, type OpenedEngine } from '../fixtures/open-engine.ts';
import { startedThreads } from '../fixtures/started-threads.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const lookInto = <Answer>(folder: string, look: (database: BetterSqlite3.Database) => Answer): Answer => {
  const database = new BetterSqlite3(join(folder, databaseFileName));
  try {
    return look(database);
  } finally {
    database.close();
  }
};
const tables = ['incoming', 'outgoing', 'importBatch', 'book', 'incomingCount', 'outgoingCount', 'saved'] as const;
const left = (folder: string): Record<string, number> =>
  lookInto(folder, (database) => ({
    ...Object.fromEntries(tables.map((table) => [table, database.prepare(`SELECT ${table.endsWith('Count') ? 'coalesce(sum(amount), 0)' : 'count(*)'} FROM ${table}`).pluck().get() as number])),
    words: database.prepare(`SELECT count(*) FROM incomingIndex WHERE incomingIndex MATCH 'nhiem OR so'`).pluck().get() as number,
  }));
const nothing = { ...Object.fromEntries(tables.map((table) => [table, 0])), words: 0 };

/** Asks for the job until it says this phase with the thread at work, then does what is to be done. */
async function onceAt(client: Client, threads: readonly unknown[], phase: string, act: () => Promise<unknown>): Promise<unknown> {
  for (;;) {
    const state = await client.jobs.get({ job: 'nhập' });
    if (state?.phase === phase && threads.length > 0) return act();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const amount = 6000;
let bytes: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  bytes = new Uint8Array(await (await incomingFile(incomingRows(amount))).arrayBuffer());
});
const bigFile = (): File => new File([bytes], 'so-den.xlsx');

/** The same book in a larger file: pictures beside the sheet. */
const withPictures = async (file: File): Promise<File> => {
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
  return new File([new Uint8Array(zipSync({ ...parts, 'xl/media/anh.png': [new Uint8Array(300_000), { level: 0 }] }))], file.name);
};
const linesOf = (folder: string, book: 'incoming' | 'outgoing'): unknown[] => lookInto(folder, (database) => database.prepare(`SELECT * FROM ${book} ORDER BY id`).all());

describe('sổ lớn được đọc ở luồng riêng', () => {
  test.each([
    ['sổ đến', 'incoming' as const, () => incomingFile([...incomingRows(2300), ...incomingRows(300, 200)])],
    [
      'sổ đi',
      'outgoing' as const,
      () =>
        workbookFile((workbook) => {
          const sheet = workbook.addWorksheet('Đi 2020');
          sheet.addRow(outgoingHeads);
          for (let number = 1; number <= 2600; number += 1) sheet.addRow([`${1 + (number % 1500)}/${number % 3 === 0 ? 'QĐ-UBND' : 'UBND-VP'}`, number % 7 === 0 ? '31/4/2020' : `0${1 + (number % 9)}/0${1 + (number % 6)}/2020`, `Về việc thực hiện nhiệm vụ đợt ${number}`, 'Trần Văn An', 'Các sở; UBND các huyện', 'VT', number % 5, null, null, number % 11 === 0 ? 'Hủy số' : null]);
        }, 'so-di.xlsx'),
    ],
  ])('%s: vào sổ từng dòng như khi đọc tại chỗ', async (_, book, make) => {
    const file = await make();
    const threads = startedThreads();
    const [small, large] = [openEngine(), openEngine()];
    const told = await small.client.import.apply({ book, file });
    expect(threads).toEqual([]);
    expect(told.imported).toBe(2600);
    expect(await large.client.import.apply({ book, file: await withPictures(file) })).toEqual(told);
    expect(threads.map(({ threadId }) => threadId)).toEqual([-1]);
    const [one, other] = [linesOf(small.folder, book), linesOf(large.folder, book)];
    expect(other).toHaveLength(one.length);
    for (const [place, line] of one.entries()) expect(other[place]).toEqual(line);
    expect(lookInto(large.folder, indexFaults)).toEqual([]);
    expect(left(large.folder)).toEqual(left(small.folder));
    // the other file again adds nothing
    expect(await large.client.import.apply({ book, file })).toMatchObject({ imported: 0, skipped: 2600, batch: null });
  });
});

describe('sổ lớn hỏng thì từ chối bằng câu của nó, không để lại gì', () => {
  const cut = (): File => new File([bytes.subarray(0, Math.floor(bytes.length * 0.97))], 'so-den.xlsx');
  const flipped = (): File => {
    const stored = zipSync(unzipSync(bytes), { level: 0 });
    const at = Buffer.from(stored).indexOf('nhiệm vụ đợt 4321');
    expect(at).toBeGreaterThan(0);
    stored[at] = (stored[at] ?? 0) ^ 1;
    return new File([new Uint8Array(stored)], 'so-den.xlsx');
  };
  const wrongXml = (): File => {
    const parts = unzipSync(bytes);
    parts['xl/worksheets/sheet1.xml'] = strToU8(new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']).slice(0, -2000));
    return new File([new Uint8Array(zipSync(parts, { level: 0 }))], 'so-den.xlsx');
  };
  const csvRows = (rows: number, number: (row: number) => number): string => csvOf([incomingHeads, ...Array.from({ length: rows }, (_, row) => ['02/01/2019', number(row), 'Sở Y tế', `${row}/SYT`, '01/01/2019', `Công văn về nhiệm vụ đợt ${row}`, '', '', '', ''])], ';');
  const openQuote = (): File => new File([`${csvRows(4000, (row) => row + 1)}\r\n02/01/2019;4001;"Sở`], 'so-den.csv');
  test.each<[string, () => File, RegExp]>([
    ['chép chưa xong', cut, /hỏng hoặc chép chưa xong/],
    ['một bit lật trong trang tính', flipped, /hỏng hoặc chép chưa xong/],
    ['trang tính đứt giữa chừng', wrongXml, /hỏng/],
    ['ngoặc kép không đóng ở dòng cuối', openQuote, /dòng 4002/],
  ])('%s', async (_, file, sentence) => {
    const { client, folder } = openEngine();
    const seen = (await client.import.preview({ book: 'incoming', file: file() }).catch((error: unknown) => error)) as { code: string; message: string; data: unknown };
    expect(seen.message).toMatch(sentence);
    const threads = startedThreads();
    await expect(client.import.apply({ book: 'incoming', file: file() })).rejects.toMatchObject({ code: 'INPUT_INVALID', message: seen.message, data: seen.data });
    expect(threads.map(({ threadId }) => threadId)).toEqual([-1]);
    expect(left(folder)).toEqual(nothing);
  });

  test('một số lặp lại quá nhiều lần, chỉ biết sau khi đã ghi gần vạn dòng', async () => {
    const { client, folder } = openEngine();
    const threads = startedThreads();
    await expect(client.import.apply({ book: 'incoming', file: new File([csvRows(10_500, () => 7)], 'so-den.csv') })).rejects.toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining('Số 7 lặp lại hơn 9999 lần (dòng 10001)') as unknown });
    expect(threads.map(({ threadId }) => threadId)).toEqual([-1]);
    expect(left(folder)).toEqual(nothing);
  });
});

describe('dừng giữa chừng', () => {
  test.each(['Đang mở tệp', 'Đang ghi vào sổ'])('dừng khi «%s» thì không giữ lại dòng nào, nhập lại được ngay', async (phase) => {
    const { client, folder } = openEngine();
    const threads = startedThreads();
    const stopping = onceAt(client, threads, phase, () => client.jobs.cancel({ job: 'nhập' }));
    await expect(client.import.apply({ book: 'incoming', file: bigFile(), job: 'nhập' })).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(await stopping).toEqual({ asked: true });
    expect(threads.map(({ threadId }) => threadId)).toEqual([-1]);
    expect(left(folder)).toEqual(nothing);
    expect(await client.import.apply({ book: 'incoming', file: bigFile() })).toMatchObject({ imported: amount, batch: 1 });
    expect(lookInto(folder, indexFaults)).toEqual([]);
  });

  test('luồng đọc chết khi đang ghi thì không giữ lại dòng nào', async () => {
    const { client, folder } = openEngine();
    const threads = startedThreads();
    const killing = onceAt(client, threads, 'Đang ghi vào sổ', async () => threads[0]?.terminate());
    await expect(client.import.apply({ book: 'incoming', file: bigFile(), job: 'nhập' })).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    await killing;
    expect(left(folder)).toEqual(nothing);
    expect(await client.import.apply({ book: 'incoming', file: bigFile() })).toMatchObject({ imported: amount });
  });
});

describe('đóng chương trình khi đang nhập', () => {
  /** An engine that the test closes itself. */
  const closable = (): OpenedEngine => openEngine({ dataFolder: temporaryFolder() });

  test('khi đang ghi: ghi cho xong rồi mới đóng', async () => {
    const { client, engine, folder } = closable();
    const threads = startedThreads();
    const closing = onceAt(client, threads, 'Đang ghi vào sổ', () => engine.close());
    expect(await client.import.apply({ book: 'incoming', file: bigFile(), job: 'nhập' })).toMatchObject({ imported: amount });
    await closing;
    expect(threads.map(({ threadId }) => threadId)).toEqual([-1]);
    expect(left(folder)).toMatchObject({ incoming: amount, importBatch: 1 });
  });

  test('khi đang mở tệp: không có dòng nào vào sổ, luồng đọc kết thúc', async () => {
    const { client, engine, folder } = closable();
    const threads = startedThreads();
    const closing = onceAt(client, threads, 'Đang mở tệp', () => engine.close());
    const refused = await client.import.apply({ book: 'incoming', file: bigFile(), job: 'nhập' }).then(() => null, (error: unknown) => error as Error);
    await closing;
    expect(refused).toMatchObject({ code: 'BOOK_BUSY', message: expect.stringContaining('Chương trình đang đóng') as unknown });
    expect(threads.map(({ threadId }) => threadId)).toEqual([-1]);
    expect(left(folder)).toEqual(nothing);
    expect(await openEngine({ dataFolder: folder }).client.import.apply({ book: 'incoming', file: bigFile() })).toMatchObject({ imported: amount });
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BookKind } from '../../shared/domain/import/book-fields.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { readInThread } from '../../electron/engine/import/read-in-thread.ts';
import { type ReadOrder, type ReadPart, readParts } from '../../electron/engine/import/read-parts.ts';
import { csvOf, incomingFile, incomingHeads, incomingRows, outgoingHeads } from '../fixtures/old-books.ts';
import { startedThreads } from '../fixtures/started-threads.ts';

const problemsTold = 5;
const orderOf = (name: string, bytes: Uint8Array, book: BookKind): ReadOrder => ({ name, bytes, choice: { book }, thisYear: 2026, today: '2026-11-20', series: [{ name: 'Quyết định', typeNames: ['Quyết định'] }] });

/** What a reading gives to its end: parts, or the sentence it was refused with. */
async function told(parts: AsyncGenerator<ReadPart>): Promise<unknown[]> {
  const all: unknown[] = [];
  try {
    for await (const part of parts) all.push(part);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    all.push({ code: error.code, message: error.message, data: error.data });
  }
  return all;
}
const here = (order: ReadOrder): Promise<unknown[]> => told(readParts(order, problemsTold, () => undefined));
// the bytes pass to the thread: it is given its own
const inThread = (order: ReadOrder): Promise<unknown[]> => told(readInThread({ ...order, bytes: order.bytes.slice() }, problemsTold, () => Promise.resolve()));

const words = fc.oneof(fc.constantFrom('', 'Sở Y tế', 'UBND huyện Tứ Kỳ', 'Công văn về "thi đua", khen thưởng', 'Quyết định\nkhen thưởng', 'Mật', 'Hủy, vào sổ nhầm', 'C«ng v¨n'), fc.string({ unit: 'grapheme', maxLength: 30 }));
const days = fc.constantFrom('', '"', '02/01/2019', '5/3', '30/02/2019', '31.12.20', 'không rõ', '01/01/2031');
const numbers = fc.oneof(fc.constantFrom('', '05', '12a', '12/1', '3-6', '7', '7', 'số'), fc.integer({ min: 1, max: 40 }).map(String));
const codes = fc.oneof(fc.constantFrom('', '12/STC-NS', '05/QĐ-UBND', '05/UBND-VP', '7'), fc.integer({ min: 1, max: 30 }).map((number) => `${number}/QĐ-UBND`));
const incoming = fc.tuple(days, numbers, words, codes, days, words, words, days, words, words);
const outgoing = fc.tuple(codes, days, words, words, words, words, numbers, days, words, words);
const books = fc.oneof(
  fc.array(incoming, { maxLength: 60 }).map((rows) => ({ book: 'incoming' as const, text: csvOf([incomingHeads, ...rows], ';') })),
  fc.array(outgoing, { maxLength: 60 }).map((rows) => ({ book: 'outgoing' as const, text: csvOf([outgoingHeads, ...rows], ';') })),
  // no book at all
  fc.string().map((text) => ({ book: 'incoming' as const, text })),
);

test('sổ bất kỳ: đọc ở luồng riêng ra đúng những gì đọc tại chỗ, cả lời từ chối', async () => {
  await fc.assert(
    fc.asyncProperty(books, async ({ book, text }) => {
      const order = orderOf('sổ.csv', new TextEncoder().encode(text), book);
      expect(await inThread(order)).toStrictEqual(await here(order));
    }),
    { numRuns: 20 },
  );
});

test('sổ năm nghìn dòng: từng phần, từng dòng như đọc tại chỗ', async () => {
  const file = await incomingFile(incomingRows(5000));
  const order = orderOf(file.name, new Uint8Array(await file.arrayBuffer()), 'incoming');
  const [threaded, local] = [await inThread(order), await here(order)];
  // opened, three portions, noticed
  expect(local).toHaveLength(5);
  expect(threaded).toHaveLength(local.length);
  for (const [place, part] of local.entries()) expect(threaded[place]).toStrictEqual(part);
});

test('người nhận thôi giữa chừng, hoặc từ chối đọc tiếp, thì luồng kết thúc', async () => {
  const file = await incomingFile(incomingRows(5000));
  const bytes = new Uint8Array(await file.arrayBuffer());
  const threads = startedThreads();
  for await (const part of readInThread(orderOf(file.name, bytes.slice(), 'incoming'), problemsTold, () => Promise.resolve())) if ('lines' in part) break;
  const stop = new Refusal('CANCELLED', 'Đã dừng');
  await expect(readInThread(orderOf(file.name, bytes, 'incoming'), problemsTold, () => Promise.reject(stop)).next()).rejects.toBe(stop);
  expect(threads.map(({ threadId }) => threadId)).toEqual([-1, -1]);
});

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { openStrangerPool, type StrangerBounds } from '../../electron/engine/strangers/stranger-pool.ts';
import { doublingPdf, hostilePdfs, mutatedPdf, soundPdf } from '../fixtures/hostile-pdfs.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';
import { stampingOf } from '../fixtures/stamped-answers.ts';

const restless = new URL('../fixtures/restless-worker.mjs', import.meta.url);

function openPool(bounds: Partial<StrangerBounds>) {
  const pool = openStrangerPool({ workerUrl: restless, ...bounds });
  onTestFinished(() => pool.close());
  return pool;
}
const named = (name: string) => ({ name, bytes: new Uint8Array(8) });

test('PDF làm ra để phá: mỗi tệp ra bản đã đóng dấu hoặc một câu nói đúng chỗ sai', async () => {
  const { client } = openEngine();
  const stamp = await stampingOf(client, hostilePdfs.map(([, make]) => make()));
  const wrong: string[] = [];
  for (const [at, [name, , said]] of hostilePdfs.entries()) {
    const sentence = await stamp(at);
    if (said !== null && !said.test(sentence ?? '')) wrong.push(`${name}: ${sentence ?? 'đóng được'}`);
  }
  expect(wrong).toEqual([]);
});

test('PDF hỏng ngẫu nhiên (dạng ngắn): không tệp nào làm lỗi ngoài dự kiến', async () => {
  const { client } = openEngine();
  const files = Array.from({ length: 30 }, (_, seed) => mutatedPdf(seed));
  const stamp = await stampingOf(client, files);
  const said = [];
  for (const at of files.keys()) said.push(await stamp(at));
  // both happen, else the harm is all too much or none
  expect(said.some((sentence) => sentence === null) && said.some((sentence) => sentence !== null)).toBe(true);
});

test('trong lúc một tệp lạ giữ luồng đọc mãi không xong: cấp số, vẽ thư, vào sổ đều trả lời trước nó', async () => {
  const pool = openPool({ silentMs: 3_600_000 });
  const { client } = openEngine({ strangerPool: pool, drawInThread: true });
  await client.settings.update({ office: sampleOffice });
  const incoming = await client.incoming.register({ organName: 'Sở Y tế', subject: 'bản quét', files: [new File([new Uint8Array(soundPdf())], 'đứng im.pdf')] });
  const order: string[] = [];
  // the name of the file makes the thread of the test stand still; the engine gives it on as it is
  const holding = pool.run('sent-tables', named('đứng im')).catch(() => order.push('tệp lạ'));
  const second = pool.run('sent-tables', named('đứng im')).catch(() => order.push('tệp lạ'));
  // both threads are taken: this one waits in the row
  const stamping = client.sheets.stamped({ id: incoming.id, ordinal: 1, page: 1, xMm: 20, yMm: 10 }).then(() => order.push('đóng dấu'), () => order.push('đóng dấu'));
  const { id } = await client.outgoing.draft(sampleLetter());
  order.push(`số ${(await client.outgoing.issue({ id })).codeNumber}`);
  await client.letter.docx({ id });
  order.push(`đến ${(await client.incoming.register({ organName: 'Sở Y tế', subject: 'khác' })).arrivalNumber}`);
  expect(order).toEqual(['số 1', 'đến 2']);
  await pool.close();
  await Promise.all([holding, second, stamping]);
  expect(order.slice(2).sort()).toEqual(['tệp lạ', 'tệp lạ', 'đóng dấu']);
});

test.each<[string, Partial<StrangerBounds>, RegExp]>([
  // long enough for a thread to start on a busy machine
  ['đứng im', { silentMs: 15_000 }, /đọc quá lâu/],
  ['nuốt bộ nhớ', { memoryMb: () => 256 }, /quá bộ nhớ/],
  ['phình', { memoryMb: () => 256 }, /quá bộ nhớ/],
  ['chết', {}, /hỏng hoặc có cấu trúc lạ/],
  ['ném', {}, /hỏng hoặc có cấu trúc lạ/],
])('tệp làm luồng đọc %s: bị từ chối bằng một câu, tệp sau đọc được ngay', async (name, bounds, said) => {
  const pool = openPool({ ...bounds, threads: 1 });
  const noted: string[] = [];
  const reading = pool.run('sent-tables', named(name), { noted: (what) => noted.push(what) });
  await expect(reading).rejects.toMatchObject({ code: 'FILE_UNREADABLE', message: expect.stringMatching(said) as string });
  await expect(reading).rejects.toThrow(`«${name}»`);
  expect(noted.length).toBe(1);
  expect(await pool.run('sent-tables', named('lành'))).toEqual(new Uint8Array([1]));
});

test('người gọi dừng giữa chừng thì luồng đọc kết thúc và lời dừng đến đúng người gọi', async () => {
  const pool = openStrangerPool({ threads: 1 });
  onTestFinished(() => pool.close());
  const csv = `Số đến,Ngày đến,Trích yếu\n${Array.from({ length: 5000 }, (_, at) => `${at + 1},05/01/2026,việc ${at}`).join('\n')}`;
  const order = { name: 'so.csv', bytes: new TextEncoder().encode(csv), choice: { book: 'incoming' as const }, thisYear: 2026 };
  const stop = new Error('thôi');
  await expect(pool.run('old-book-preview', { ...order, bytes: order.bytes.slice() }, { watch: () => Promise.reject(stop) })).rejects.toBe(stop);
  expect((await pool.run('old-book-preview', order)).keys.length).toBe(5000);
});

test('đọc xong thì luồng đang chờ việc không giữ tiến trình lại', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(new URL('../fixtures/read-once.ts', import.meta.url))]);
  expect(stdout).toBe('1');
});

test('cây trang mười lăm tầng nhân đôi vẫn bị từ chối bằng đúng lý do, không đếm từng trang', async () => {
  const { client } = openEngine();
  const stamp = await stampingOf(client, [doublingPdf(15), doublingPdf(1000), soundPdf()]);
  expect([await stamp(0), await stamp(1), await stamp(2)]).toEqual([expect.stringContaining('lặp lại chính nó'), expect.stringMatching(/lặp lại chính nó|quá sâu/), null]);
});

import { describe, expect, test } from 'vitest';
import { linePages, linesPerPage } from '../../renderer/components/register-grid/line-pages.ts';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A book of so many lines that answers when told to, and remembers what was asked. */
function slowBook(lines: number) {
  const calls: { offset: number; signal: AbortSignal; answer: () => void; fail: (error: Error) => void }[] = [];
  const rows = (offset: number, limit: number): number[] => Array.from({ length: Math.max(0, Math.min(limit, lines - offset)) }, (_, at) => offset + at);
  const read = (offset: number, limit: number, signal: AbortSignal): Promise<number[]> =>
    new Promise((resolve, reject) => {
      calls.push({ offset, signal, answer: () => resolve(rows(offset, limit)), fail: reject });
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
  return { calls, read, first: rows(0, linesPerPage) };
}

describe('đọc sổ theo từng trang', () => {
  test('nhìn tới đâu đọc tới đó; nhảy xa thì lời gọi cũ dừng', async () => {
    const { calls, read, first } = slowBook(100_000);
    const pages = linePages(first, read);
    expect(pages.rowAt(42)).toBe(42);
    pages.look(50_010, 50_030, 100_000);
    expect(calls.map(({ offset }) => offset)).toEqual([50_000]);
    pages.look(90_000, 90_020, 100_000);
    expect(calls[0]?.signal.aborted).toBe(true);
    expect(calls[1]?.offset).toBe(90_000);
    calls[1]?.answer();
    await wait(0);
    expect(pages.rowAt(90_015)).toBe(90_015);
    expect(pages.has(90_000, 90_099)).toBe(true);
    expect(pages.has(90_000, 90_100)).toBe(false);
  });

  test('đứng lại một lúc thì trang bên cạnh đã sẵn, cuộn tiếp không phải chờ', async () => {
    const { calls, read, first } = slowBook(100_000);
    const pages = linePages(first, read);
    pages.look(0, 20, 100_000);
    expect(calls).toHaveLength(0);
    await wait(350);
    expect(calls.map(({ offset }) => offset)).toEqual([100, 200]);
  });

  test('trang đọc hỏng được báo, và được đọc lại khi nhìn lại', async () => {
    const { calls, read, first } = slowBook(1000);
    const pages = linePages(first, read);
    let told = 0;
    pages.subscribe(() => (told += 1));
    pages.look(500, 520, 1000);
    calls[0]?.fail(new Error('mất kết nối'));
    await wait(0);
    expect(pages.failure()).toBeInstanceOf(Error);
    expect(told).toBe(1);
    pages.look(500, 520, 1000);
    calls[1]?.answer();
    await wait(0);
    expect(pages.failure()).toBeNull();
    expect(pages.rowAt(510)).toBe(510);
  });

  test('sổ vừa đổi: dòng cũ còn trên màn hình tới khi đọc lại', () => {
    const { read, first } = slowBook(1000);
    const before = linePages(first, read, new Map([[3, [300, 301]]]));
    const after = linePages(first, read, before.kept());
    expect(after.rowAt(301)).toBe(301);
  });

  test('chọn từ dòng đầu tới dòng cuối đọc đủ mọi dòng, đúng thứ tự', async () => {
    const { calls, read, first } = slowBook(1234);
    const pages = linePages(first, read);
    const all = pages.readAll(50, 1233, new AbortController().signal);
    const answering = setInterval(() => calls.splice(0).forEach(({ answer }) => answer()), 1);
    expect(await all).toEqual(Array.from({ length: 1184 }, (_, at) => 50 + at));
    clearInterval(answering);
  });

  test('không giữ cả sổ trong bộ nhớ', async () => {
    const pages = linePages([0], (offset, limit) => Promise.resolve(Array.from({ length: limit }, (_, at) => offset + at)));
    for (let at = 0; at < 100_000; at += 500) {
      pages.look(at, at + 20, 100_000);
      await wait(0);
    }
    expect(pages.kept().size).toBeLessThan(90);
  });
});

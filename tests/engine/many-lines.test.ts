import { expect, test } from 'vitest';
import { bookContent } from '../fixtures/book-content.ts';
import { fillRegister } from '../fixtures/fill-register.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { refusalOf } from '../contract/suite.ts';

const office = { name: 'SỞ NỘI VỤ', place: 'An Bình' };

async function filled(incoming: number, outgoing: number) {
  const opened = openEngine();
  await opened.client.settings.update({ office });
  fillRegister(opened.folder, { incoming, outgoing, years: 1 });
  const ids = async (book: 'incoming' | 'outgoing', amount: number): Promise<number[]> => {
    const found: number[] = [];
    while (found.length < amount) {
      const { rows } = await opened.client[book].list({ limit: Math.min(500, amount - found.length), offset: found.length });
      found.push(...rows.map(({ id }) => id));
    }
    return found;
  };
  return { ...opened, ids };
}

type Client = Awaited<ReturnType<typeof filled>>['client'];

/** Stops the job as soon as it has begun to write, and answers how far it said it was. */
async function stopWhileWriting(client: Client, job: string): Promise<{ done: number; total: number | null }> {
  for (;;) {
    const state = await client.jobs.get({ job });
    if (state?.phase === 'Đang ghi vào sổ' && state.done > 0) {
      await client.jobs.cancel({ job });
      return state;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('việc trên 20.000 dòng đến: nói đã tới đâu, dừng giữa chừng thì sổ còn nguyên như cũ, làm trọn thì hoàn tác được', async () => {
  const { client, folder, ids } = await filled(20_500, 10);
  const all = await ids('incoming', 20_000);
  const before = bookContent(folder);
  const call = { ids: all, set: { toPlaces: 'Phòng Tổng hợp', handedTo: 'Quỳnh Xuyến' } };
  const [refused, state] = await Promise.all([refusalOf(client.incoming.change({ ...call, job: 'chuyển' })), stopWhileWriting(client, 'chuyển')]);
  expect([refused.code, state.total]).toEqual(['CANCELLED', expect.any(Number)]);
  expect(bookContent(folder)).toEqual(before);
  const { changed, act } = await client.incoming.change({ ...call, job: 'chuyển' });
  expect(changed).toBeGreaterThan(19_000);
  const done = bookContent(folder);
  const [again] = await Promise.all([refusalOf(client.register.undo({ act: act ?? 0, job: 'lui' })), stopWhileWriting(client, 'lui')]);
  expect([again.code, bookContent(folder)]).toEqual(['CANCELLED', done]);
  expect((await client.register.undo({ act: act ?? 0 })).changed).toBe(changed);
  expect((await client.incoming.list({ text: 'Quỳnh Xuyến', limit: 1 })).total).toBe(0);
});

test('việc trên nhiều dòng đi cũng dừng được trước khi ghi xong', async () => {
  const { client, folder, ids } = await filled(10, 6000);
  const all = await ids('outgoing', 6000);
  const before = bookContent(folder);
  const [refused] = await Promise.all([refusalOf(client.outgoing.mark({ ids: all, status: 'recalled', reason: 'ban hành nhầm', job: 'thu hồi' })), stopWhileWriting(client, 'thu hồi')]);
  expect([refused.code, bookContent(folder)]).toEqual(['CANCELLED', before]);
});

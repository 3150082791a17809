import { expect, test } from 'vitest';
import { openJobs } from '../../electron/engine/jobs.ts';
import { Refusal } from '../../shared/domain/refusal.ts';

const stopped = { code: 'CANCELLED' };

test('việc làm ở nơi khác: nói đang làm gì, bảo dừng thì không chờ nữa, xong thì trả kết quả', async () => {
  const jobs = openJobs();
  const forever = jobs.run('vẽ', (job) => job.wait('Lập danh sách', () => new Promise<never>(() => undefined)));
  const told = expect(forever).rejects.toMatchObject(stopped);
  await expect.poll(() => jobs.get('vẽ')).toEqual({ phase: 'Lập danh sách', done: 0, total: null });
  expect(jobs.cancel('vẽ')).toBe(true);
  await told;
  expect(jobs.get('vẽ')).toBeNull();
  expect(await jobs.run('vẽ', (job) => job.wait('Lập danh sách', () => Promise.resolve('xong')))).toBe('xong');
});

test('bảo dừng trước khi tới bước sau thì bước ấy không bắt đầu; lỗi của việc vẫn là lỗi của việc', async () => {
  const jobs = openJobs();
  let begun = false;
  const late = jobs.run('vẽ', async (job) => {
    jobs.cancel('vẽ');
    await job.wait('Lập danh sách', () => Promise.resolve((begun = true)));
  });
  await expect(late).rejects.toMatchObject(stopped);
  expect(begun).toBe(false);
  await expect(jobs.run('vẽ', (job) => job.wait('Lập danh sách', () => Promise.reject(new Refusal('NOT_ALLOWED', 'chưa khai'))))).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
});

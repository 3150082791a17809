import fc from 'fast-check';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { anyActs, killedRegister, runActs, trackingActs } from './random-register-trial.ts';

test('hàng nghìn việc bất kỳ trên sổ: số không trùng không thủng, lịch sử đủ, chỉ mục đúng như sổ', { timeout: 1_200_000 }, async () => {
  await fc.assert(fc.asyncProperty(anyActs(200), async (acts) => {
    expect(await runActs(acts)).toEqual([]);
  }), { numRuns: 40, seed: 30_2020, interruptAfterTimeLimit: 1_000_000 });
});

test('hàng nghìn việc bất kỳ trên báo cáo, hạn, nơi nhận, danh bạ: số đếm, bảng, lịch việc đúng như đếm từng ngày, lịch sử đủ', { timeout: 1_200_000 }, async () => {
  await fc.assert(fc.asyncProperty(trackingActs(250), async (acts) => {
    expect(await runActs(acts)).toEqual([]);
  }), { numRuns: 30, seed: 30_2026, interruptAfterTimeLimit: 1_000_000 });
});

test('bị tắt đột ngột 80 lần giữa lúc làm việc bất kỳ: điều đã báo xong thì còn, sổ không sai', { timeout: 1_200_000 }, async () => {
  expect(await killedRegister(temporaryFolder(), 80, 12)).toBeGreaterThan(200);
});

import { expect, test } from 'vitest';
import { killedRestores } from './killed-restores.ts';

test('tắt máy 40 lần giữa lúc khôi phục: sổ cũ nguyên vẹn hoặc sổ mới nguyên vẹn', { timeout: 1_200_000 }, async () => {
  expect(new Set(await killedRestores(40))).toEqual(new Set(['cũ', 'mới']));
});

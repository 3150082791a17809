import { expect, test } from 'vitest';
import { tryMalformed } from './malformed-trial.ts';

test('mọi thủ tục × 8 dữ liệu sai dạng: lời từ chối có mã và câu tiếng Việt, không gì đổi trong sổ', async () => {
  const { refused, taken } = await tryMalformed(8, 8);
  expect(refused).toBeGreaterThan(taken);
});

import { expect, test } from 'vitest';
import { mutatedPdf } from '../fixtures/hostile-pdfs.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { stampingOf } from '../fixtures/stamped-answers.ts';

test('500 PDF hỏng ngẫu nhiên: mỗi tệp ra bản đã đóng dấu hoặc một lời từ chối có mã và một câu', async () => {
  const { client } = openEngine();
  const files = Array.from({ length: 500 }, (_, seed) => mutatedPdf(1000 + seed));
  const stamp = await stampingOf(client, files);
  let [stamped, refused] = [0, 0];
  for (const at of files.keys()) {
    if ((await stamp(at)) === null) stamped += 1;
    else refused += 1;
  }
  expect(stamped + refused).toBe(500);
  expect(stamped).toBeGreaterThan(20);
  expect(refused).toBeGreaterThan(20);
});

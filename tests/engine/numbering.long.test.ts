import { expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { killedWriter, seeded, twoWriters } from './numbering-trial.ts';

test('hai tiến trình cùng cấp mỗi bên 500 số: 1.000 số liền nhau, không trùng', { timeout: 600_000 }, () => twoWriters(temporaryFolder(), 500));

test('bị tắt đột ngột 200 lần: không số nào mất hay trùng, số nào cũng có văn bản', { timeout: 1_200_000 }, async () => {
  const { acknowledged, given } = await killedWriter(temporaryFolder(), 200, seeded(30_2020));
  expect(acknowledged).toBeGreaterThan(200);
  expect(given).toBeGreaterThanOrEqual(acknowledged);
});

import { expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { killedWriter, seeded, twoWriters } from './numbering-trial.ts';

test('hai tiến trình cùng cấp số vào một sổ: số liền nhau, không trùng', () => twoWriters(temporaryFolder(), 40));

test('bị tắt đột ngột 10 lần: không số nào mất hay trùng, số nào cũng có văn bản', async () => {
  const { acknowledged, given } = await killedWriter(temporaryFolder(), 10, seeded(2026));
  expect(acknowledged).toBeGreaterThanOrEqual(5);
  expect(given).toBeGreaterThanOrEqual(acknowledged);
});

import { expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { killedWriter, seeded, twoWriters } from './numbering-trial.ts';

test('hai tiến trình cùng cấp mỗi bên 500 số: 1.000 số liền nhau, không trùng', { timeout: 600_000 }, () => twoWriters(temporaryFolder(), 500));

test('bị tắt đột ngột 200 lần: không số nào mất hay trùng, số nào cũng có văn bản', { timeout: 1_200_000 }, async () => {
  const kills = 200;
  const { acknowledged, given } = await killedWriter(temporaryFolder(), kills, seeded(30_2020));
  // on a busy machine fewer numbers come between two kills: enough of them that the work was under way
  expect(acknowledged).toBeGreaterThan(kills / 4);
  expect(given).toBeGreaterThanOrEqual(acknowledged);
});

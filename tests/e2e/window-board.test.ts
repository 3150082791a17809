import { expect, test } from 'vitest';
import { withDemonstration } from '../fixtures/demonstration.ts';
import { openWindow } from '../fixtures/open-window.ts';

test('ô đang đứng trên bảng theo dõi luôn nhìn thấy được, đi về phía nào cũng vậy', async () => {
  const { page, errors } = await openWindow({ before: withDemonstration, at: '#/theo-doi' });
  await page.getByLabel('Cả văn bản đã báo cáo đủ').check();
  const board = page.getByRole('grid', { name: 'Bảng theo dõi' });
  await board.focus();
  const inSight = (): Promise<boolean> =>
    board.evaluate((grid) => {
      const at = grid.querySelector('[role=gridcell][data-at=true]')?.getBoundingClientRect();
      const head = grid.querySelector('[role=row]')?.getBoundingClientRect();
      const names = grid.querySelector('[role=rowheader]')?.getBoundingClientRect();
      const whole = grid.getBoundingClientRect();
      if (!at || !head || !names) return false;
      return at.top >= head.bottom - 1 && at.left >= names.right - 1 && at.bottom <= whole.top + grid.clientHeight + 1 && at.right <= whole.left + grid.clientWidth + 1;
    });
  for (const [key, times] of [['ArrowRight', 9], ['ArrowDown', 30], ['ArrowLeft', 9], ['ArrowUp', 30], ['PageDown', 3], ['PageUp', 3], ['End', 1], ['Control+End', 1], ['Control+Home', 1]] as const)
    for (let time = 0; time < times; time += 1) {
      await page.keyboard.press(key);
      await expect.poll(inSight, { message: `${key} ${time + 1}` }).toBe(true);
    }
  expect(errors).toEqual([]);
});

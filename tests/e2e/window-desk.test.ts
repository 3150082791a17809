import { expect, test } from 'vitest';
import { withDemonstration } from '../fixtures/demonstration.ts';
import { openWindow } from '../fixtures/open-window.ts';

test('bàn làm việc đếm như băng trên đầu mọi màn hình, cả khi một dòng thay cho nhiều đơn vị', async () => {
  const { page, errors } = await openWindow({ before: withDemonstration, at: '#/ban-lam-viec' });
  const banner = page.getByRole('group', { name: 'Hạn', exact: true });
  const counted = async (): Promise<string[]> => ((await banner.textContent()) ?? '').match(/\d+/g) ?? [];
  await expect.poll(counted).toHaveLength(3);
  const [late = '', today = '', soon = ''] = await counted();
  // of the late ones some have agencies whose day is still to come: these are not late
  expect(Number(late)).toBeGreaterThan(0);
  for (const [title, amount] of [['Quá hạn', late], ['Đến hạn hôm nay', today], ['Ba ngày tới', soon]] as const) await page.getByRole('heading', { name: new RegExp(`^${title} ${amount}( |$)`) }).waitFor();
  expect(errors).toEqual([]);
});

import { expect, test } from 'vitest';
import { officeWithBothBooks } from '../fixtures/office-with-both-books.ts';
import { preparedOffice } from '../fixtures/prepared-office.ts';
import { tryMutatedBackups } from './mutated-backups.ts';

const office = preparedOffice(officeWithBothBooks);

test('500 bản sao lưu hỏng bên trong, niêm lại đúng dấu: kiểm là tốt thì khôi phục được và sổ lành; không thì từ chối bằng lời', async () => {
  const { refused, restored } = await tryMutatedBackups(office, Array.from({ length: 500 }, (_, seed) => 1000 + seed));
  expect(refused + restored).toBe(500);
  expect(Math.min(refused, restored)).toBeGreaterThan(50);
});

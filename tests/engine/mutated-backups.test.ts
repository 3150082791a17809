import { expect, test } from 'vitest';
import { officeWithBothBooks } from '../fixtures/office-with-both-books.ts';
import { preparedOffice } from '../fixtures/prepared-office.ts';
import { tryMutatedBackups } from './mutated-backups.ts';

const office = preparedOffice(officeWithBothBooks);

test('8 bản sao lưu hỏng bên trong, niêm lại đúng dấu: kiểm là tốt thì khôi phục được và sổ lành; không thì từ chối bằng lời, sổ nguyên vẹn', async () => {
  const { refused, restored } = await tryMutatedBackups(office, Array.from({ length: 8 }, (_, seed) => seed));
  expect(refused + restored).toBe(8);
  expect(Math.min(refused, restored)).toBeGreaterThan(0);
});

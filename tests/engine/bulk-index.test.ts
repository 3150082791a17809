import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BulkIndex } from '../../electron/engine/storage/bulk-index.ts';
import { indexRow } from '../../electron/engine/storage/index-row.ts';

/** The words an index sees in a column, in their order. */
const words = (column: string): string[] => column.match(/[\p{L}\p{N}\p{M}\p{Co}]+/gu) ?? [];
const bulk = new BulkIndex();

test('chỉ mục ghi hàng loạt chứa đúng những chữ mà chỉ mục ghi từng dòng chứa', () => {
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'abđeghiơưăâĐỦỄàảãáạ 0123456789/-.,()«»–µ²×÷'), maxLength: 40 }),
    fc.constantFrom('Sở Tài chính', 'UBND huyện Tứ Kỳ', '2953/UBND–VP', 'Ủy ban'.normalize('NFD'), '漢字 và chữ', 'a😀b'),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  const texts = fc.record({ organ: fc.array(text, { maxLength: 2 }), code: fc.array(text, { maxLength: 2 }), subject: fc.array(text, { maxLength: 2 }), people: fc.array(fc.option(text), { maxLength: 2 }), rest: fc.array(text, { maxLength: 2 }) });
  fc.assert(
    fc.property(texts, (given) => {
      const [one, other] = [bulk.row(given, 'registered', 2019), indexRow(given, 'registered', 2019)];
      expect(one.map(words)).toEqual(other.map(words));
    }),
    { seed: 21, numRuns: 500 },
  );
});

import { expect, test } from 'vitest';
import { readPastedTable } from '../../shared/domain/read-pasted-table.ts';

test.each([
  ['Thành phố\t70.635\r\nThị xã\t16,73%\r\n', [['Thành phố', '70.635'], ['Thị xã', '16,73%']]],
  ['một ô', [['một ô']]],
  ['a\t\tc', [['a', '', 'c']]],
  ['"hai\ndòng"\t5\n"có ""ngoặc"""\t6', [['hai dòng', '5'], ['có "ngoặc"', '6']]],
  ['"chỉ là dấu\t1', [['"chỉ là dấu', '1']]],
  ['"a" b\t1', [['"a" b', '1']]],
  ['a\n\nb', [['a'], [''], ['b']]],
])('%j', (text, cells) => {
  expect(readPastedTable(text)).toEqual(cells);
});

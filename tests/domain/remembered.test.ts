import { expect, test } from 'vitest';
import { remembered } from '../../shared/domain/remembered.ts';

test('điều đã tính thì nhớ, kể cả khi kết quả trống; đầy thì quên hết và tính lại đúng như trước', () => {
  const asked: string[] = [];
  const withoutSpaces = remembered(2, (text) => {
    asked.push(text);
    return text.trim();
  });
  expect([' a ', ' ', ' a ', ' ', 'b', ' a '].map(withoutSpaces)).toEqual(['a', '', 'a', '', 'b', 'a']);
  expect(asked).toEqual([' a ', ' ', 'b', ' a ']);
});

import { expect, test } from 'vitest';
import { stampPapers, stampSize, withinPaper } from '../../renderer/lib/stamp-place.ts';

test.each([
  ['đúng chỗ', { xMm: 30, yMm: 45 }, 'A4', { xMm: 30, yMm: 45 }],
  ['kéo quá mép phải và mép dưới', { xMm: 500, yMm: 500 }, 'A4', { xMm: 160, yMm: 262 }],
  ['kéo quá mép trái và mép trên', { xMm: -5, yMm: -0.4 }, 'A4', { xMm: 0, yMm: 0 }],
  ['từ A4 sang A5', { xMm: 160, yMm: 262 }, 'A5', { xMm: 98, yMm: 175 }],
  ['lẻ thì tròn mm', { xMm: 30.4, yMm: 45.6 }, 'A3', { xMm: 30, yMm: 46 }],
] as const)('dấu ĐẾN nằm trọn trên giấy: %s', (_, place, paper, expected) => expect(withinPaper(place, paper)).toEqual(expected));

test('dấu rộng 50, cao 35 mm, nhỏ hơn mọi khổ giấy', () => {
  expect(stampSize).toEqual({ widthMm: 50, heightMm: 35 });
  for (const { widthMm, heightMm } of Object.values(stampPapers)) expect(widthMm > 50 && heightMm > 35).toBe(true);
});

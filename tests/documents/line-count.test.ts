import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineCounter } from '../../electron/engine/documents/line-count.ts';
import { breakLines } from '../../shared/letter/line-break.ts';

const words = fc.constantFrom('rà', 'soát', 'nghiêng', 'UBND-VP', '2953/UBND-VP', '-', 'Văn', 'phòng', 'sở', '285.216', 'x'.repeat(40), '\n', '…', '𝒳', '');
const texts = fc.array(words, { maxLength: 40 }).map((list) => list.join(' '));

describe('đếm dòng của một ô', () => {
  it('bằng số dòng mà phép chia dòng chia ra, mọi bề rộng và cỡ chữ', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 12, max: 120 }), fc.constantFrom(9, 11, 13), fc.boolean(), (text, widthMm, sizePt, bold) => {
        expect(lineCounter(widthMm, sizePt, bold)(text)).toBe(breakLines([{ text, sizePt, bold }], widthMm, widthMm).length);
      }),
      { numRuns: 1000 },
    );
  });
});

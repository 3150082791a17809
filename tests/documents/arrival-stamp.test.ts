import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivalStamp, stampFrame, type StampFacts } from '../../electron/engine/documents/arrival-stamp.ts';
import { textWidthMm } from '../../shared/letter/text-width.ts';

const facts = (rest: Partial<StampFacts> = {}): StampFacts => ({ agency: 'Sở Tài chính', number: '1247', date: '20/11/2026', toPlaces: 'Phòng Tổng hợp', fileNotation: '', ...rest });
const textsOf = (stamp: ReturnType<typeof arrivalStamp>): string[] => stamp.texts.map(({ text }) => text);

describe('dấu «ĐẾN» theo mẫu V', () => {
  it('tên cơ quan in hoa, ĐẾN, Số, Ngày, Chuyển, Số và ký hiệu HS', () => {
    const texts = textsOf(arrivalStamp(facts()));
    expect(texts.slice(0, 2)).toEqual(['SỞ TÀI CHÍNH', 'ĐẾN']);
    expect(texts.slice(2, 8)).toEqual(['Số:', '1247', 'Ngày:', '20/11/2026', 'Chuyển:', 'Phòng Tổng hợp']);
    expect(texts[8]).toBe('Số và ký hiệu HS:');
    expect(texts[9]).toMatch(/^\.{5,}$/);
  });

  it('điều chưa có để chấm mà ghi tay', () => {
    const texts = textsOf(arrivalStamp(facts({ number: '', date: '', toPlaces: '' })));
    expect(texts.filter((text) => /^\.+$/.test(text))).toHaveLength(4);
  });

  it('tên cơ quan dài xuống dòng thay vì thu nhỏ không đọc được', () => {
    const [first, second] = arrivalStamp(facts({ agency: 'Ủy ban nhân dân tỉnh An Bình' })).texts;
    expect([first?.text, second?.text]).toEqual(['ỦY BAN NHÂN DÂN', 'TỈNH AN BÌNH']);
    expect(first?.sizePt).toBeGreaterThanOrEqual(10);
  });

  it('mọi chữ nằm trong khung 50 × 35 mm, chữ nào cũng từ 6 pt', () => {
    const words = fc.array(fc.constantFrom('Ủy', 'ban', 'nhân', 'dân', 'tỉnh', 'Phòng', 'Khoa', 'giáo', 'nghiêng', 'Trung', 'tâm', 'Phục', 'vụ'), { minLength: 1, maxLength: 16 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(words, words, fc.integer({ min: 1, max: 999_999 }), (agency, toPlaces, number) => {
        for (const { text, xMm, baselineMm, sizePt, bold } of arrivalStamp(facts({ agency, toPlaces, number: String(number) })).texts) {
          expect(xMm).toBeGreaterThan(0);
          expect(xMm + textWidthMm(text, { sizePt, bold })).toBeLessThan(stampFrame.widthMm);
          expect(baselineMm).toBeGreaterThan(1);
          expect(baselineMm).toBeLessThan(stampFrame.heightMm - 0.5);
          expect(sizePt).toBeGreaterThanOrEqual(6);
        }
      }),
    );
  });
});

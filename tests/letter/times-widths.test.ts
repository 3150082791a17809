import { describe, expect, it } from 'vitest';
import { blankOf, textWidthMm } from '../../shared/letter/text-width.ts';
import { timesWidths } from '../../shared/letter/times-widths.ts';
import { coveredRanges, styleNames, widthsOfFont } from './times-width-source.ts';

describe('bảng bề rộng chữ Times', () => {
  it.each(styleNames)('kiểu %s đúng như tệp phông chữ', (style) => {
    expect(timesWidths.styles[style].trim().split(/\s+/).map(Number)).toEqual(widthsOfFont(style).flat());
  });

  it('phủ đúng các dải đã khai', () => {
    expect(timesWidths.ranges).toEqual(coveredRanges);
  });

  it.each([
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { sizePt: 12, bold: true }, 88.3],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { sizePt: 13, bold: true }, 95.7],
    ['Độc lập - Tự do - Hạnh phúc', { sizePt: 13, bold: true }, 55.9],
    ['Độc lập - Tự do - Hạnh phúc', { sizePt: 14, bold: true }, 60.2],
    ['Hải Phòng, ngày 05 tháng 11 năm 2026', { sizePt: 14, italic: true }, 79.3],
  ])('%s dài như đã đo', (text, style, mm) => {
    expect(textWidthMm(text, style)).toBeCloseTo(mm, 0);
  });

  it('chỗ trống để điền tay sát bề rộng muốn có', () => {
    const style = { sizePt: 13 };
    expect(Math.abs(textWidthMm(blankOf(12, style), style) - 12)).toBeLessThan(0.6);
    expect(blankOf(12, style)).toMatch(/^\u00A0+$/);
  });

  it('dấu tổ hợp và ký tự không in không có bề rộng', () => {
    expect(textWidthMm('\u0301\u200B', { sizePt: 14 })).toBe(0);
  });
});

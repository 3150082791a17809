import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutLetter } from '../../shared/letter/layout-letter.ts';
import { defaultLetterForm } from '../../shared/letter/office.ts';
import { paginate } from '../../shared/letter/paginate.ts';
import { textWidthMm } from '../../shared/letter/text-width.ts';
import { unbroken, unbrokenRuns, unbrokenWithin } from '../../shared/letter/unbroken.ts';
import { plainSigns } from '../fixtures/plain-signs.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

const shown = (text: string): string => text.replaceAll('\u00A0', '_').replaceAll('\u2011', '=');

describe('chữ đi liền nhau không bị tách qua hai dòng', () => {
  it.each([
    ['Công văn số 12/CT-UBND ngày 25 tháng 11 năm 2026', 'Công văn số_12/CT=UBND ngày_25_tháng_11 năm_2026'],
    ['Nghị quyết số 05/2026/NQ-HĐND', 'Nghị quyết số_05/2026/NQ=HĐND'],
    ['Kế hoạch 26-KH/BTGTU', 'Kế hoạch 26=KH/BTGTU'],
    ['theo điểm a khoản 2 Điều 3', 'theo điểm_a khoản_2 Điều_3'],
    ['Chương II, Mục 1, Phụ lục III', 'Chương_II, Mục_1, Phụ_lục_III'],
    ['lúc 08 giờ 30 phút', 'lúc 08_giờ_30_phút'],
    ['quý IV', 'quý_IV'],
    ['điều kiện - cách làm, số lượng, ngày hội', 'điều kiện - cách làm, số lượng, ngày hội'],
    ['Tờ trình số 15/TTr-SNV, Chương trình 12-CTr/TU', 'Tờ trình số_15/TTr=SNV, Chương trình 12=CTr/TU'],
    ['Quyết định ký hiệu QĐ-UBND', 'Quyết định ký hiệu QĐ=UBND'],
    ['nhiệm kỳ 2021-2026, ngày 25-11-2026', 'nhiệm kỳ_2021=2026, ngày_25=11=2026'],
    ['Điều 12a, Quý IV, Biểu số 3, TCVN 6909', 'Điều_12a, Quý_IV, Biểu_số_3, TCVN_6909'],
    ['Đà Nẵng-Hội An, Ban-ga-lo', 'Đà Nẵng-Hội An, Ban-ga-lo'],
    ['chính trị - xã hội, Covid-19', 'chính trị - xã hội, Covid-19'],
  ])('%s', (text, wanted) => {
    expect(shown(unbroken(text))).toBe(wanted);
  });

  it('chỉ đổi dấu, không đổi chữ; chữ thuộc hai kiểu cũng đi liền', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('ngày', ' ', '25', 'tháng', '12/CT-UBND', 'Điều', 'a', '-', '.', '\n'), { maxLength: 20 }), (parts) => {
        const text = parts.join('');
        expect(unbroken(text).replaceAll('\u00A0', ' ').replaceAll('\u2011', '-')).toBe(text);
      }),
    );
    const runs = unbrokenRuns([{ text: 'trước ngày ', sizePt: 14 }, { text: '25', sizePt: 14, bold: true }, { text: ' tháng 11', sizePt: 14 }]);
    expect(runs.map((run) => shown(run.text))).toEqual(['trước ngày_', '25', '_tháng_11']);
  });

  it('không dòng nào của trang kết thúc giữa ký hiệu hay giữa ngày và số, ở mọi độ dài', () => {
    for (let length = 1; length < 90; length += 1) {
      const body = `${'x'.repeat(length % 9 || 1)} ${'từ '.repeat(length)}Chỉ thị số 12/CT-UBND ngày 25 tháng 11 năm 2026 theo khoản 2 Điều 3.`;
      const letter = sampleLetter({ body });
      const pages = paginate(layoutLetter(letter, sampleOffice, defaultLetterForm, { codeNumber: 5 }, '2026-11-20'));
      const lines = pages.flatMap((page) => page.lines.filter((line) => line.source.startsWith('body'))).map((line) => line.pieces.map((piece) => piece.text).join(''));
      for (const line of lines) expect(line).not.toMatch(/(?:CT-|ngày|tháng|năm|Điều|khoản|số|tháng \d+ năm)$/);
      expect(lines.join(' ')).not.toContain('\u2011');
      expect(letter.body).toBe(body);
    }
  });

  it('ô của phụ lục, Kính gửi, đầu đề cột: không dòng nào kết thúc giữa ký hiệu, giữa từ và số của nó, ở mọi độ dài', () => {
    const broken = /(?:CT-|ngày|tháng|Điều|khoản|số|Quý|UBND-)$/;
    for (let length = 0; length < 60; length += 1) {
      const text = `${'x '.repeat(length)}Chỉ thị số 12/CT-UBND ngày 25 tháng 11 theo khoản 2 Điều 3, Quý IV`;
      const columns = [{ header: 'STT', kind: 'ordinal' as const }, { header: `${'việc '.repeat(length % 12)}theo Điều 3, Quý IV`, kind: 'text' as const }, { header: 'Ghi chú', kind: 'text' as const }];
      const letter = sampleLetter({ addressees: [text, 'Sở Nội vụ'], appendices: [{ title: 'x', columns, rows: [[text, text], ['a', '12/CT-UBND']] }] });
      const pages = paginate(layoutLetter(letter, sampleOffice, defaultLetterForm, { codeNumber: 5 }, '2026-11-20'));
      const lines = pages.flatMap((page) => page.lines.filter((line) => /^(?:addressees|appendices\.0\.(?:rows|columns))/.test(line.source))).map((line) => line.pieces.map((piece) => piece.text).join(''));
      expect(lines.length).toBeGreaterThan(6);
      for (const line of lines) expect(line).not.toMatch(broken);
    }
  });

  it('chữ đứng vừa một dòng được giữ như gõ; từ dài hơn cột thì tách như thường, không mất chữ', () => {
    const widthOf = (text: string): number => text.length;
    expect(unbrokenWithin('12/CT-UBND', 20, widthOf)).toBe('12/CT-UBND');
    expect(shown(unbrokenWithin('theo Điều 3 và 12/CT-UBND', 11, widthOf))).toBe('theo Điều_3 và 12/CT=UBND');
    expect(shown(unbrokenWithin('theo Điều 3 và 12/CT-UBND', 9, widthOf))).toBe('theo Điều_3 và 12/CT-UBND');
  });

  it('ký hiệu dài hơn cột đầu trang: xuống dòng trước ký hiệu, không tách trong ký hiệu', () => {
    for (const codeNotation of ['VPUBND-KSTTHC-CNTT', 'UBND-VXNV-KSTTHC-TH', 'SNV-VP']) {
      const pages = paginate(layoutLetter(sampleLetter({ codeNotation }), sampleOffice, defaultLetterForm, { codeNumber: 12345 }, '2026-11-20'));
      const lines = (pages[0]?.lines ?? []).filter((line) => line.source === 'codeNotation').map((line) => line.pieces.map((piece) => piece.text).join(''));
      expect([`Số: 12345/${codeNotation}`, `Số:|12345/${codeNotation}`]).toContain(lines.join('|'));
    }
  });

  it('bề rộng của dấu nối không tách bằng dấu nối thường', () => {
    for (const bold of [false, true]) expect(textWidthMm('\u2011', { sizePt: 14, bold })).toBe(textWidthMm('-', { sizePt: 14, bold }));
  });
});

describe('địa danh dài', () => {
  it.each(['Thành phố Hồ Chí Minh', 'Phường Nguyễn Thị Minh Khai', 'Thành phố Phan Rang - Tháp Chàm', 'Huế'])('%s: ngày tháng năm đứng trên một dòng', (place) => {
    for (const issuedDate of ['2026-11-26', null]) {
      const pages = paginate(layoutLetter(sampleLetter({ place, issuedDate }), sampleOffice, defaultLetterForm, { codeNumber: 5 }, '2026-11-20'));
      const lines = (pages[0]?.lines ?? []).filter((line) => line.source === 'issuedDate').map((line) => plainSigns(line.pieces.map((piece) => piece.text).join('')));
      expect(lines.length).toBeLessThanOrEqual(2);
      expect(lines.at(-1)).toMatch(/ngày.+tháng.+năm 2026$/);
      if (lines.length === 2) expect(lines[0]).toBe(`${place},`);
    }
  });
});

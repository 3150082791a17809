import { describe, expect, it } from 'vitest';
import { fitLetter, layoutLetter } from '../../shared/letter/layout-letter.ts';
import type { Letter } from '../../shared/letter/letter.ts';
import { defaultLetterForm } from '../../shared/letter/office.ts';
import { fitInWords, tighterFits } from '../../shared/letter/page-fit.ts';
import { measures, typeRules } from '../../shared/letter/page-rules.ts';
import { paginate } from '../../shared/letter/paginate.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

const pagesOf = (letter: Letter) => paginate(layoutLetter(letter, sampleOffice, defaultLetterForm, { codeNumber: 5 }, '2026-11-20'));
const withLines = (lines: number, fitPage?: boolean): Letter =>
  sampleLetter({ body: Array.from({ length: lines }, (_, at) => `Đoạn ${at + 1} của nội dung công văn này.`).join('\n'), appendices: [], obligations: [], ...(fitPage ? { fitPage } : {}) });
/** The fewest paragraphs that no longer fit one page. */
const overflow = Array.from({ length: 60 }, (_, at) => at + 1).find((lines) => pagesOf(withLines(lines)).length === 2) ?? 0;

describe('ép vừa trang', () => {
  it('thư dài quá một trang chừng 10 mm về một trang khi người soạn chọn, không chọn thì để nguyên', () => {
    for (const lines of [overflow, overflow + 1]) {
      expect(pagesOf(withLines(lines))).toHaveLength(2);
      expect(pagesOf(withLines(lines, true))).toHaveLength(1);
      const fitted = fitLetter(withLines(lines, true), sampleOffice, defaultLetterForm, { codeNumber: 5 }, '2026-11-20');
      expect([fitted.pagesBefore, fitted.pages]).toEqual([2, 1]);
      expect(fitInWords(fitted.fit)).toContain('khoảng trống trên chữ ký 60 pt');
    }
  });

  it('không vừa được, hay đã vừa, thì trang in như thường', () => {
    for (const lines of [3, overflow + 25]) {
      const usual = pagesOf(withLines(lines));
      expect(pagesOf(withLines(lines, true))).toEqual(usual);
    }
  });

  it('mức ép nào cũng ở trong điều nghị định cho phép', () => {
    for (const fit of tighterFits) {
      expect(fit.bodyPt).toBeGreaterThanOrEqual(typeRules.body.fromPt);
      expect(fit.bodyPt).toBeLessThanOrEqual(typeRules.body.toPt);
      expect(fit.lineSpacing).toBeGreaterThanOrEqual(measures.lineSpacing.from);
      expect(fit.lineSpacing).toBeLessThanOrEqual(measures.lineSpacing.to);
      expect(fit.signatureGapPt).toBeGreaterThanOrEqual(measures.signatureGapPt.from);
    }
  });

  it('chữ ký không đứng một mình ở trang sau, ép hay không ép', () => {
    for (let lines = 1; lines < 70; lines += 1) {
      for (const fitPage of [false, true]) {
        const pages = pagesOf(withLines(lines, fitPage));
        const signed = pages.find((page) => page.lines.some((line) => line.source === 'signer.position'));
        expect(signed?.lines.some((line) => line.source.startsWith('body'))).toBe(true);
      }
    }
  });
});

import { formatVietnameseNumber } from '../domain/vietnamese-number.ts';
import { freeMeasures, measures, typeRules } from './page-rules.ts';

/** The measures «ép vừa trang» may draw tighter: each stays inside what the decree allows or leaves free. Sizes and spaces pt. */
export interface PageFit {
  /** Size of the body: 13 to 14 (PL I mục II khoản 6 điểm e). */
  bodyPt: number;
  /** Lines of the body: single to 1.5 (PL I mục II khoản 6 điểm e). */
  lineSpacing: number;
  bodyBeforePt: number;
  footBeforePt: number;
  signatureGapPt: number;
}

export const usualFit: PageFit = {
  bodyPt: typeRules.body.usualPt,
  lineSpacing: measures.lineSpacing.usual,
  bodyBeforePt: freeMeasures.bodyBeforePt.usual,
  footBeforePt: freeMeasures.footBeforePt.usual,
  signatureGapPt: measures.signatureGapPt.usual,
};

const closer = { bodyBeforePt: 6, footBeforePt: 6, signatureGapPt: measures.signatureGapPt.from };
const single = measures.lineSpacing.from;

/** From the least seen to the most: spaces that are free first, lines then, the size of the type last. */
export const tighterFits: readonly PageFit[] = [
  { ...usualFit, ...closer },
  { ...usualFit, ...closer, lineSpacing: (usualFit.lineSpacing + single) / 2 },
  { ...usualFit, ...closer, lineSpacing: single },
  { ...usualFit, ...closer, bodyPt: 13.5, lineSpacing: single },
  { ...usualFit, ...closer, bodyPt: typeRules.body.fromPt, lineSpacing: single },
];

/** What a fit changed, in words: `giãn dòng 1,05; cỡ chữ 13`. */
export function fitInWords(fit: PageFit): string {
  const said = [
    fit.lineSpacing === usualFit.lineSpacing ? '' : `giãn dòng ${formatVietnameseNumber(Math.round(fit.lineSpacing * 100) / 100)}`,
    fit.bodyPt === usualFit.bodyPt ? '' : `cỡ chữ ${formatVietnameseNumber(fit.bodyPt)}`,
    `khoảng trống trên chữ ký ${formatVietnameseNumber(fit.signatureGapPt)} pt`,
    `trước nội dung ${formatVietnameseNumber(fit.bodyBeforePt)} pt`,
  ];
  return said.filter((part) => part !== '').join(', ');
}

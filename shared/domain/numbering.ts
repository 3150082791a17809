import { lowerVietnamese } from './vietnamese-text.ts';

/** `05`, `146`: numbers below ten take a leading zero (NĐ 30/2020 PL I mục II khoản 3b). */
export const printedNumber = (codeNumber: number): string => String(codeNumber).padStart(2, '0');

/** `05/UBND-VP`: number and notation together, the notation exactly as written (`QyĐ`, `TTr` are mixed case). */
export const codeOf = (codeNumber: number, codeNotation: string): string => `${printedNumber(codeNumber)}/${codeNotation}`;

/** A number as the book shows it: `05`; an old book's `12a` keeps what stands behind it. */
export const numberWithSuffix = (number: number, suffix: string): string => `${suffix === '' ? printedNumber(number) : number}${suffix}`;

/** Longest notation accepted (PL VI: CodeNotation is String 30). */
export const notationMaxLength = 30;

/** Why a notation cannot stand after the slash, in one sentence, or null when it can. */
export function notationProblem(codeNotation: string): string | null {
  if (codeNotation.trim() === '') return 'Chưa có ký hiệu văn bản; ghi ký hiệu như UBND-VP.';
  if (/\s/.test(codeNotation)) return `Ký hiệu «${codeNotation}» có khoảng trắng; ký hiệu viết liền, nối bằng gạch ngang như UBND-VP.`;
  if (codeNotation.includes('/')) return `Ký hiệu «${codeNotation}» có dấu gạch chéo; gạch chéo chỉ đứng giữa số và ký hiệu.`;
  if ([...codeNotation].length > notationMaxLength) return `Ký hiệu «${codeNotation}» dài quá ${notationMaxLength} ký tự.`;
  if (!/^[\p{L}\p{N}&.]+(?:-[\p{L}\p{N}&.]+)*$/u.test(codeNotation)) return `Ký hiệu «${codeNotation}» có ký tự lạ; chỉ dùng chữ, số và gạch ngang ở giữa, như UBND-VP.`;
  return null;
}

/** A series of numbers of its own, and the document types that take their number from it. */
export interface SeriesRule {
  name: string;
  typeNames: string[];
}

/** The series every type belongs to when the head of the agency has not said otherwise (Điều 15 khoản 1c). */
export const commonSeries = 'chung';

/** The series whose next number a document of this type takes. */
export function seriesOf(typeName: string, rules: readonly SeriesRule[]): string {
  const wanted = lowerVietnamese(typeName);
  return rules.find((rule) => rule.typeNames.some((name) => lowerVietnamese(name) === wanted))?.name ?? commonSeries;
}

import { remembered } from './remembered.ts';
import { cleanText } from './vietnamese-text.ts';

/** What was noticed about a code; `better` is the code as it was most likely meant. */
export interface CodeWarning {
  message: string;
  better?: string;
}

/** A code as typed from the paper: tidied, and apart in number and notation. */
export interface CodeReading {
  /** Number and notation together, dashes and spaces in order, the case as typed. */
  code: string;
  codeNumber: string;
  codeNotation: string;
  warnings: readonly CodeWarning[];
}

const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
const slashes = /[\\\u2044\u2215\uFF0F]/g;
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
/** Letters of other scripts that look like ours: nobody would find the code by typing it. */
const lookAlikes: Record<string, string> = {
  А: 'A', В: 'B', С: 'C', Е: 'E', Н: 'H', І: 'I', Ј: 'J', К: 'K', М: 'M', О: 'O', Р: 'P', Ѕ: 'S', Т: 'T', У: 'Y', Х: 'X', а: 'a', с: 'c', е: 'e', о: 'o', р: 'p', х: 'x', у: 'y',
  Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H', Ι: 'I', Κ: 'K', Μ: 'M', Ν: 'N', Ο: 'O', Ρ: 'P', Τ: 'T', Υ: 'Y', Χ: 'X', Ð: 'Đ', Ɖ: 'Đ',
};
const foreign = /[\u0370-\u03FF\u0400-\u04FFÐƉ]/gu;
/** `123-CV/TU`: Party bodies write a dash after the number. */
const partyCode = /^(\d+[\p{Ll}]?)-([^/]+\/.+)$/u;

const tidy = (typed: string): string =>
  cleanText(typed)
    .text.replace(invisible, '')
    .replace(dashes, '-')
    .replace(slashes, '/')
    .replace(/[\s\u00A0]+/g, ' ')
    .replace(/ ?([/-]) ?/g, '$1')
    .trim()
    .replace(/^số ?:? ?(?=[\d/])/iu, '');

/**
 * Reads `2953/UBND-VP`, ` 2953 / UBND – VP`, `123-CV/TU`, `15/2026/NĐ-CP`: tidies dashes and spaces, keeps the case, and says
 * what looks wrong. An empty text has no code and no warning: some papers carry none.
 */
export const readCode = remembered(100, (typed): Readonly<CodeReading> => {
  // a code is read where it is parted, and again where it is judged
  const code = tidy(typed);
  if (code === '') return { code, codeNumber: '', codeNotation: '', warnings: [] };
  const [codeNumber, codeNotation] = apart(code);
  return { code, codeNumber, codeNotation, warnings: warningsOf(code, codeNumber, codeNotation) };
});

function apart(code: string): [codeNumber: string, codeNotation: string] {
  const party = partyCode.exec(code);
  if (party) return [party[1] ?? '', party[2] ?? ''];
  const slash = code.indexOf('/');
  if (slash >= 0) return [code.slice(0, slash), code.slice(slash + 1)];
  return /^\d/.test(code) ? [code, ''] : ['', code];
}

function warningsOf(code: string, codeNumber: string, codeNotation: string): CodeWarning[] {
  const warnings: CodeWarning[] = [];
  const strange = [...new Set(code.match(foreign))];
  if (strange.length > 0) {
    const better = code.replace(foreign, (letter) => lookAlikes[letter] ?? letter);
    warnings.push({ message: `Có chữ của bảng chữ khác trông giống chữ Việt (${strange.map((letter) => `«${letter}»`).join(', ')}); để vậy thì sau này gõ ${better} không tìm ra.`, ...(better === code ? {} : { better }) });
  }
  const letterAsDigit = /^(?=.*\d)[\dOoIl]+$/.test(codeNumber) && /[OoIl]/.test(codeNumber);
  if (letterAsDigit) {
    const digits = codeNumber.replace(/[Oo]/g, '0').replace(/[Il]/g, '1');
    warnings.push({ message: `Số «${codeNumber}» có chữ cái trông như chữ số.`, better: digits + code.slice(codeNumber.length) });
  } else if (codeNumber === '' && code.includes('/')) {
    warnings.push({ message: 'Chưa có số trước dấu gạch chéo; xem lại trên giấy.' });
  } else if (!code.includes('/')) {
    warnings.push({ message: codeNumber === '' ? 'Chưa có số; số và ký hiệu viết như 2953/UBND-VP.' : 'Chưa có ký hiệu sau số; viết như 2953/UBND-VP nếu trên giấy có.' });
  } else if (!/^\d+[\p{L}]?$/u.test(codeNumber)) {
    warnings.push({ message: `«${codeNumber}» không giống một số văn bản.` });
  }
  if (/ /.test(code)) warnings.push({ message: 'Số, ký hiệu có khoảng trắng ở giữa; thường viết liền, nối bằng gạch ngang.', better: code.replace(/ (?=[^ ]*$)/, '-').replaceAll(' ', '') });
  if (code.includes('/') && codeNotation === '') warnings.push({ message: 'Chưa có ký hiệu sau dấu gạch chéo.' });
  if (/--|\/\/|[-/]$/.test(code.replace(/\/$/, codeNotation === '' ? '' : '/'))) warnings.push({ message: 'Thừa dấu gạch, hoặc ký hiệu còn dở.' });
  return warnings;
}

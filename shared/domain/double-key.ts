import { remembered } from './remembered.ts';
import { foldVietnamese } from './vietnamese-text.ts';

const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;

/** A code as two papers' codes are compared: without spaces, dashes alike, leading zeros of the number left out, folded (`2953/UBND–VP` and ` 02953 / ubnd-vp` are one). */
export const codeKeyOf = remembered(100, (code) => foldVietnamese(code.replace(dashes, '-').replace(/[\s\u00A0\u200B]+/g, '')).replace(/^0+(?=\d)/, ''));

/** An agency's name as two lines' agencies are compared: folded words, with the usual short forms of the first word. */
export const organKeyOf = remembered(20_000, (name) =>
  foldVietnamese(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\buy ban nhan dan\b/g, 'ubnd')
    .replace(/\bhoi dong nhan dan\b/g, 'hdnd')
    .replace(/\bvan phong\b/g, 'vp')
    // «UBND tỉnh An Bình» and «UBND An Bình» are one; a commune and a ward of one name are not
    .replace(/\b(tinh|thanh pho) /g, ''),
);

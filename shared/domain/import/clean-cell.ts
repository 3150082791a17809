import { decodeHTMLStrict } from 'entities/decode';
import { cleanText, oneLine } from '../vietnamese-text.ts';
import { type LegacyEncoding, fromLegacy } from './legacy-encoding.ts';

// controls, spaces of any other kind, marks written apart, direction marks: what cleaning may have to do with
const unclean = /[\u0000-\u001F\u007F-\u00A0\u0300-\u036F\u200B-\u200F\u2028-\u202E\u2066-\u2069\uD800-\uDFFF\uFEFF\uFFFE\uFFFF\u212A\u212B\u2126]| {2}|^ | $/;
const unicodeVietnamese = /[\u0100-\u01B0\u1EA0-\u1EF9\u0300\u0301\u0303\u0309\u0323]/;

/** A cell's text in one line, clean and in NFC. */
export const cleanLine = (text: string): string => (unclean.test(text) ? oneLine(cleanText(text).text) : text);

/** A cell's text with its line breaks. */
export const cleanLines = (text: string): string => (unclean.test(text) ? cleanText(text).text.replace(/[ \t\u00A0]+/g, ' ').trim() : text);

/** A text out of an old encoding; one that already holds letters which that encoding cannot write stays as it is. */
export const asMeant = (text: string, encoding: LegacyEncoding | null): string => (encoding === null || unicodeVietnamese.test(text) ? text : fromLegacy(text, encoding));

/** `&amp;`, `&#7843;`, `&#x1EA3;`: a sign as web pages write it. */
const reference = /&(?:([a-z][a-z0-9]{1,31})|#(\d{1,7})|#x([\da-f]{1,6}));/gi;

/** The sign a name of HTML stands for (`Agrave`), also where an export has changed its case as a whole (`NBSP`); null for no name. */
export function namedSign(name: string): string | null {
  for (const tried of name === name.toUpperCase() ? [name, name.toLowerCase()] : [name]) {
    const read = decodeHTMLStrict(`&${tried};`);
    if (read !== `&${tried};`) return read.replaceAll('\u00A0', ' ');
  }
  return null;
}

/** A text in which signs are written as web pages write them, as it reads; what is no such sign stays as it is. */
export const withoutEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(reference, (whole, name?: string, decimal?: string, hexadecimal?: string) => {
        if (name !== undefined) return namedSign(name) ?? whole;
        const point = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
        // signs of Windows that pages number as if they were letters (`&#150;` is a dash)
        if (point >= 128 && point < 160) return decodeHTMLStrict(whole);
        return point >= 32 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : whole;
      })
    : text;

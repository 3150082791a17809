import { cleanText, oneLine } from '../vietnamese-text.ts';
import { namedSign, numberedSign } from './html-signs.ts';
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

/** A text in which signs are written as web pages write them, as it reads; what is no such sign stays as it is. */
export const withoutEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(reference, (whole, name?: string, decimal?: string, hexadecimal?: string) => {
        if (name !== undefined) return namedSign(name) ?? whole;
        return numberedSign(decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)) ?? whole;
      })
    : text;

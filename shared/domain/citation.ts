import { documentTypeNames } from './document-types.ts';
import { isoDate, isRealDate, type IsoDate } from './dates.ts';
import { foldVietnamese } from './vietnamese-text.ts';

/** A dispatch as letters cite it: «Công văn số 9187/STC-QLNS ngày 25/11/2026 của Sở Tài chính». */
export interface Citation {
  number: string;
  /** Folded, as the search looks for it; null when only the number was cited. */
  notation: string | null;
  date: IsoDate | null;
  year: number | null;
}

// types of other issuers and the ways they are shortened in speech and notes
const others = ['văn bản', 'thông tư', 'nghị định', 'luật', 'lệnh', 'pháp lệnh', 'kết luận', 'thư mời', 'giấy xác nhận', 'cv', 'qđ', 'tb', 'kh', 'bc', 'ttr', 'nq', 'ct', 'tt', 'nđ', 'gm', 'hd', 'cđ'];
const types = [...documentTypeNames, ...others].map((name) => foldVietnamese(name)).sort((one, other) => other.length - one.length);
const form = new RegExp(
  String.raw`^(?:(${types.join('|')})\s+)?(so\s*:?\s*)?(\d{1,7}[a-z]?)(?:\s*[/-]\s*([a-z0-9][a-z0-9./&-]*(?:\s*-\s*[a-z0-9]+)*))?` +
    String.raw`(?:\s*,?\s*(?:ky\s+)?ngay\s+(\d{1,2})\s*(?:[/.-]|thang)\s*(\d{1,2})(?:\s*(?:[/.-]|nam)\s*(\d{4}))?)?(?:\s*,?\s*nam\s+(\d{4}))?(?:\s+cua\s+.*)?$`,
);

/**
 * Reads a text that cites one dispatch; null for any other, a bare number or code included: those are found as they are.
 * Days are day before month. Never throws.
 */
export function readCitation(text: string): Citation | null {
  const folded = foldVietnamese(text.normalize('NFC'))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[«»"“”().;]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const match = form.exec(folded);
  if (!match) return null;
  const [, type, sign, number = '', notation, day, month, ofDay, ofYear] = match;
  // a bare «2953» or «2953/UBND-VP» is no sentence
  if (type === undefined && sign === undefined && day === undefined && ofYear === undefined) return null;
  const year = ofDay ?? ofYear;
  const date = day !== undefined && month !== undefined && ofDay !== undefined ? isoDate(Number(ofDay), Number(month), Number(day)) : null;
  return {
    number: number.replace(/^0+(?=\d)/, ''),
    notation: notation?.replace(/\s+/g, '').replace(/[-/.]+$/, '') ?? null,
    date: date !== null && isRealDate(date) ? date : null,
    year: year === undefined ? null : Number(year),
  };
}

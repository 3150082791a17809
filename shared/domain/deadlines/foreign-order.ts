import { isAgency } from './agency-words.ts';
import { isCapital, type FoldedText } from './folded-text.ts';

/** A clause that begins with another's paper; what is said «tại» it is quoted whoever wrote it. */
const citing = /^[^a-z]*(?:ngay [^a-z]*(?:thang \d{1,2} nam \d{4})?,? ?)?(?:(tai)\b|thuc hien|theo|can cu|tiep theo|phuc dap|tra loi|xet|tren co so)\b/;
const symbol = /\d ?\/ ?[a-z][a-z\d/-]*/;
const ordering = /\b(?:yeu cau|de nghi|giao|chi dao|quy dinh|huong dan)\b/g;
const deed = /\b(?:bao cao|gui|nop|cung cap|tong hop|hoan thanh|trinh|thuc hien|lap|ra soat|dang ky|gop y|tham gia)\b/;
/** Above the province: their order to the office is not what the office asks of others. */
const central = /^(?:bo(?! (?:chi huy|doi|tu lenh|phan|mon|ba))|thu tuong|chinh phu|van phong chinh phu|quoc hoi|uy ban thuong vu quoc hoi|tong cuc|thanh tra chinh phu|kiem toan nha nuoc|ban bi thu|trung uong|(?:ban|van phong|uy ban)\b[^,;]{0,60} (?:trung uong|quoc gia)|ban chi dao (?:quoc gia|trung uong))\b/;
const named = /(?:^|[,;:] ?|\b(?:va|cua) )([^,;]{2,90}?)(?: (?:da|co|vua|tiep tuc))* $/;

/** Where in the folded text a clause stands, up to the deadline. */
interface Clause {
  start: number;
  end: number;
}

const isCentral = (reading: FoldedText, place: number): boolean => isCapital(reading, place) && central.test(reading.folded.slice(place, place + 120));

/** Whether one who is named in a paper's symbol speaks: «55/BNV-TL» and «Bộ Nội vụ». */
const wroteIt = (code: string, name: string): boolean => {
  const initials = name
    .trim()
    .split(/[\s-]+/)
    .map((word) => word.charAt(0))
    .join('');
  return initials.length > 1 && new RegExp(`[/-]${initials}(?![a-z])`).test(code);
};

/**
 * Whether a deadline is that of an order the letter only quotes: «Thực hiện Công văn số 100/BTC-NS ngày … yêu cầu báo cáo trước ngày …»,
 * «Tại Công văn số 55/BNV-TL, Bộ Nội vụ yêu cầu báo cáo trước ngày …». What the letter itself asks for behind it is not.
 */
export function isQuotedOrder(reading: FoldedText, { start, end }: Clause): boolean {
  const clause = reading.folded.slice(start, end);
  const cited = symbol.exec(clause);
  const head = citing.exec(clause);
  if (!cited || (!head && !isCentralSubject(reading, start, clause))) return false;
  ordering.lastIndex = cited.index + cited[0].length;
  const order = ordering.exec(clause);
  // «Thực hiện … tại Công văn số 55/BNV-TL về việc báo cáo trước ngày …»: still what the paper is about
  if (!order) return /^[^,]*\b(?:ve viec|v\/v)\b[^,]*$/.test(clause.slice(cited.index + cited[0].length));
  const between = clause.slice(cited.index + cited[0].length, order.index);
  const comma = between.lastIndexOf(',');
  if (comma >= 0 && head) {
    const subject = cited.index + cited[0].length + comma + 1;
    const speaker = clause.slice(subject, order.index).trim();
    const place = start + subject + (clause.charAt(subject) === ' ' ? 1 : 0);
    // «Theo Công văn số …, yêu cầu các sở …»: the letter's own words
    if (speaker === '') return false;
    if (head[1] === undefined && !isCentral(reading, place) && !wroteIt(cited[0], speaker)) return false;
  }
  return !isOwnAgain(reading, start + order.index + order[0].length, end);
}

const isCentralSubject = (reading: FoldedText, start: number, clause: string): boolean => {
  const opened = /^[^a-z]*(?:ngay [^a-z]*(?:thang \d{1,2} nam \d{4})?,? ?)?/.exec(clause)?.[0].length ?? 0;
  return isCentral(reading, start + opened);
};

/** Whether the letter speaks for itself again: behind a comma it asks, or another is named who does something. */
function isOwnAgain(reading: FoldedText, from: number, to: number): boolean {
  const { folded } = reading;
  for (const { index } of folded.slice(from, to).matchAll(/, /g)) {
    const place = from + index + 2;
    if (/^(?:[^,;]{0,90} )?(?:yeu cau|de nghi|giao|phan cong)\b/.test(folded.slice(place, to))) return true;
    if (deed.test(folded.slice(from, from + index)) && isAgency(reading, place) && deed.test(folded.slice(place, to))) return true;
  }
  return false;
}

/** Whether a stretch behind a comma names who does it, or asks: «…, các sở gửi số liệu», «…, đề nghị các xã …». */
export function asksForItself(reading: FoldedText, from: number, to: number): boolean {
  const start = from + (/^ (?:do do,? |vi vay,? |de kip thoi[^,]*, )?/.exec(reading.folded.slice(from, to))?.[0].length ?? 0);
  const words = reading.folded.slice(start, to);
  return /^(?:[^,;]{0,90} )?(?:yeu cau|de nghi|giao|phan cong)\b/.test(words) || (isAgency(reading, start) && deed.test(words));
}

/** Whether one above the province asks here: «Bộ Nội vụ yêu cầu báo cáo trước ngày …». In the ministry's own letter it is its order. */
export function isAskedFromAbove(reading: FoldedText, { start, end }: Clause): boolean {
  const clause = reading.folded.slice(start, end);
  const last = [...clause.matchAll(/\b(?:yeu cau|de nghi|giao|chi dao)\b/g)].at(-1);
  const speaker = last && named.exec(clause.slice(0, last.index));
  if (!speaker) return false;
  const place = start + last.index - speaker[0].length + speaker[0].indexOf(speaker[1] ?? '');
  return isCentral(reading, place);
}

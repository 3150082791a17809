import { isAgency, isNamedAgency, isSmallHead, nameEnd } from './agency-words.ts';
import { asRead, isCapital, type FoldedText } from './folded-text.ts';

/** Who does what for whom, as far as the letter says it beside a deadline. */
export interface Duty {
  who: string | null;
  what: string | null;
  reportTo: string | null;
  /** What the receiver of the duty before does with it: «… trước ngày 05/12 để tổng hợp, báo cáo UBND tỉnh trước ngày 10/12». */
  handedOn: boolean;
  /** False where somebody else named in the clause may be meant. */
  sure: boolean;
}

/** The text before and after a deadline, in places of the folded text, up to the neighbouring deadlines. */
export interface Surroundings {
  from: number;
  start: number;
  end: number;
  to: number;
}

/** Words that ask for something to be sent. */
const sending = /\b(?:bao cao|gui|nop|(?<!(?:qua|lich|chuong|cong|quy|tien|giao|hanh|lo) )trinh|cung cap|phan hoi|tra loi|gop y|cho y kien|co y kien|tham gia y kien|dang ky|thong bao|cap nhat|tong hop)\b/g;
const doing =
  /\b(?:bao cao|gui|nop|hoan thanh|hoan tat|hoan thien|hoan chinh|chinh sua|chinh ly|dieu chinh|sua doi|bo sung|thu thap|tap hop|xac minh|giai trinh|kien nghi|lua chon|lay y kien|xin y kien|kien toan|thanh lap|sap xep|bien soan|soan thao|phan loai|phan bo|tham dinh|giam sat|khai bao|uu tien|kien quyet|thong nhat|tich cuc|dong loat|som|khan cap|ngay lap tuc|cam ket|kiem diem|so hoa|phat dong|huy dong|de cu|gioi thieu|tuyen chon|binh chon|binh xet|xet chon|thao go|sua chua|lap dat|tham dinh|thu hoi|chot|tu (?:kiem tra|danh gia|ra soat|cham)|(?<!(?:qua|lich|chuong|cong|quy|tien|giao|hanh|lo) )trinh|cung cap|tong hop|dang ky|phan hoi|tra loi|gop y|cho y kien|co y kien|tham gia|de xuat|ban giao|giai quyet|xu ly|thong bao|cap nhat|(?<!(?:cong|doc|dan) )lap(?! tuc)|photo|in an|sao (?:gui|chup)|scan|xay dung|ban hanh|to chuc|trien khai|thuc hien|ra soat|thong ke|khac phuc|giai ngan|quyet toan|phe duyet|cong bo|cong khai|niem yet|nhap|khao sat|chuyen(?! (?:bien|vien|mon|trach|nganh|doi|de))|tiep thu|bo tri|nghiem thu|thanh toan|chi tra|doi chieu|dang tai|phoi hop|kiem tra|chu tri|chi dao|khan truong|nghiem tuc|tap trung|tiep tuc|co trach nhiem|chiu trach nhiem|can(?! bo)|phai|huong dan|tham muu|can cu|thuong xuyen|chu dong|kip thoi|dinh ky|theo doi|don doc|nghien cuu|xem xet|danh gia|quan tam|tang cuong|day manh|nhanh chong|chuan bi|tien hanh|dam bao|bao dam|quan triet|pho bien|tuyen truyen|phan cong|theo|phan anh|xac nhan|ky ket|ke khai|kiem ke|so ket|tong ket|cu(?= (?:can|nguoi|dai|cong))|moi tham du)\b/g;
/** A word for a deed is a name's or a thing's here: «các tổ chức», «ban chỉ đạo», «chế độ báo cáo». */
const asNoun = /(?:(?:\bcac |, )to chuc|\bban (?:chi dao|to chuc)|\b(?:che do|mau|ky) bao cao|\bcac (?:thong bao|bao cao))$/;
const leadIn = /(?:[\s,;:.)\-–"”“(]+|yeu cau|de nghi|kinh|tran trong|giao|phan cong|dong thoi|ngoai ra|rieng|doi voi|va|sau do|cung|den nay|uy quyen cho)/y;
const handing = /\b(?:yeu cau|de nghi|giao|phan cong|yeu cau doi voi) /g;
/** Longest stretch looked at before a deadline, characters: a sentence of several pages has its subject near. */
const farthest = 3_000;
/** Longest statement of what is to be done before only its last deed is kept, characters. */
const longestWhat = 180;

/** How clearly something is asked for: nothing, a deed, its completion, something to be sent. */
export const asking = { nothing: 0, deed: 1, completion: 2, report: 3 } as const;

/** The clearest thing asked for in a stretch of text, one of `asking`. */
export function asksFor({ folded }: FoldedText, from: number, to: number): number {
  const near = folded.slice(Math.max(from, to - farthest), to);
  if (near.search(sending) >= 0) return asking.report;
  if (/\b(?:hoan (?:thanh|tat|chinh|thien)|xong)\b/.test(near)) return asking.completion;
  return near.search(doing) >= 0 ? asking.deed : asking.nothing;
}

/** Whether a report is asked for right beside a bare «hằng ngày», which is said of much else too. */
export function reportBeside({ folded }: FoldedText, { from, start, end, to }: Surroundings): boolean {
  const report = /\b(?:bao cao|gui|nop|cung cap|tong hop)\b/;
  return report.test(folded.slice(Math.max(from, start - 200), start)) || report.test(folded.slice(end, Math.min(to, end + 100)));
}

/** Who is named at the head of a paragraph or list: «2. Chủ tịch UBND các xã, phường chỉ đạo:»; null when nobody is. */
export const headedBy = (reading: FoldedText, from: number, to: number): string | null => readClause(reading, skipLeadIn(reading, from, to), to).who;

const purpose = /^de (?:kip thoi |lam co so )?(?=tong hop|tham muu|bao cao|trinh)/;
/** «gửi về Sở A để tổng hợp, báo cáo B trước ngày …»: whose day it is can be read in two ways. */
const purposeWithin = /\bde (?:kip thoi )?tong hop,? (?:va )?(?:bao cao|trinh|tham muu)/;

/** Reads the duty around a deadline: «<ai> báo cáo <gì> <trước ngày …> về <đâu>», or with the deadline in front. */
export function readDuty(reading: FoldedText, { from, start, end, to }: Surroundings): Duty {
  const clause = lastClause(reading, Math.max(from, start - farthest), start);
  const tail = Math.min(to, end + farthest, firstOf(reading.folded, ';', end, to), handedOn(reading, end, to));
  const before = readClause(reading, clause, start);
  const doneBefore = asksFor(reading, clause, start) !== asking.nothing;
  const next = nextActor(reading, end, tail);
  // «Để kịp tổng hợp, trước ngày 10/12, các sở gửi …»: what stands in front is why, not what
  if (doneBefore && (before.who !== null || next === null || readReceiver(reading, before.deed, start) !== null)) {
    const gathering = before.who === null ? readGathering(reading, clause, start) : null;
    if (gathering) return gathering;
    const last = next ?? tail;
    const { reportTo, at } = readReceiver(reading, end, last) ?? readReceiver(reading, before.deed, start) ?? { reportTo: null, at: null };
    const words = reading.folded.slice(clause, start);
    const sure = before.who === null || !purposeWithin.test(words);
    return { who: before.who, what: whatOf(reading, before.deed, start, at), reportTo, handedOn: before.who === null && purpose.test(words), sure };
  }
  // «Trước ngày 25 hằng tháng, UBND các xã báo cáo …»; «Các đơn vị, trước ngày 15/12, gửi …»
  const opened = skipLeadIn(reading, end, tail);
  const after = readClause(reading, opened, tail);
  const receiver = readReceiver(reading, after.deed, tail);
  return { who: before.who ?? after.who, what: whatOf(reading, after.deed, tail, receiver?.at ?? null), reportTo: receiver?.reportTo ?? null, handedOn: false, sure: true };
}

const firstOf = (folded: string, sign: string, from: number, to: number): number => {
  const found = folded.indexOf(sign, from);
  return found < 0 || found > to ? to : found;
};

/** Where somebody else's part begins: «… trước ngày 10/12 để Sở Nội vụ tổng hợp, trình …», «… để phòng tổng hợp», «… để tổng hợp». */
function handedOn(reading: FoldedText, from: number, to: number): number {
  for (const { index, 0: word } of reading.folded.slice(from, to).matchAll(/\bde (?:kip thoi )?/g)) {
    const place = from + index + word.length;
    if (isNamedAgency(reading, place) || isSmallHead(reading, place) || /^tong hop\b/.test(reading.folded.slice(place, place + 9))) return from + index;
  }
  return to;
}

/** Where behind a comma somebody else is named who does something: «… trước ngày 05/12/2026, Văn phòng tổng hợp, báo cáo …». */
function nextActor(reading: FoldedText, from: number, to: number): number | null {
  for (const { index, 0: sign } of reading.folded.slice(from, to).matchAll(/, (?:sau do,? |va |tren co so do,? )?/g)) {
    const place = from + index + sign.length;
    if (isSmallHead(reading, place)) return from + index;
    if (!isAgency(reading, place)) continue;
    const deed = firstDeed(reading, place, to);
    if (deed !== null && deed > place) return from + index;
  }
  return null;
}

/** Where the last clause begins: after the last semicolon, unless what stands before it names people only and belongs to them. */
function lastClause(reading: FoldedText, from: number, to: number): number {
  const { folded } = reading;
  let start = from;
  let pending = from;
  for (let sign = folded.indexOf(';', from); sign >= 0 && sign < to; sign = folded.indexOf(';', sign + 1)) {
    if (firstDeed(reading, skipLeadIn(reading, pending, sign), sign) !== null) start = sign + 1;
    pending = sign + 1;
  }
  return skipLeadIn(reading, start, to);
}

function skipLeadIn(reading: FoldedText, from: number, to: number): number {
  let place = from;
  for (;;) {
    leadIn.lastIndex = place;
    const skipped = leadIn.exec(reading.folded);
    const next = place + (skipped?.[0].length ?? 0);
    if (!skipped || next >= to || (/[a-z]$/.test(skipped[0]) && /[a-z]/.test(reading.folded.charAt(next)))) return place;
    place = next;
  }
}

/** The first word for a deed that is one: small, or opening the clause. */
function firstDeed(reading: FoldedText, from: number, to: number): number | null {
  const text = reading.folded.slice(from, to);
  for (const { index, 0: word } of text.matchAll(doing)) {
    if (index === 0) return from;
    if (isCapital(reading, from + index) || asNoun.test(text.slice(Math.max(0, index - 10), index + word.length))) continue;
    return from + index;
  }
  return null;
}

/** Who acts in a clause, and where what is done begins. */
function readClause(reading: FoldedText, from: number, to: number): { who: string | null; deed: number } {
  const { folded } = reading;
  let subject: number | null = null;
  // «UBND tỉnh yêu cầu các Sở …», «đề nghị các đơn vị …»: those asked, the last ones named
  for (const { index, 0: word } of folded.slice(from, to).matchAll(handing)) if (isAgency(reading, from + index + word.length)) subject = from + index + word.length;
  const forWhom = from + (/^de (?:kip thoi )?/.exec(folded.slice(from, from + 12))?.[0].length ?? 0);
  if (subject === null && forWhom > from && (isNamedAgency(reading, forWhom) || isSmallHead(reading, forWhom))) subject = forWhom;
  if (subject === null && isSmallHead(reading, from)) subject = from;
  if (subject === null && isAgency(reading, from) && firstDeed(reading, from, to) !== from) subject = from;
  // «Để kịp tổng hợp, các Sở …»
  for (let comma = folded.indexOf(', ', from); subject === null && comma >= 0 && comma < to - 2; comma = folded.indexOf(', ', comma + 2)) {
    if (isAgency(reading, comma + 2) && firstDeed(reading, comma + 2, to) !== null) subject = comma + 2;
  }
  if (subject === null) return { who: null, deed: firstDeed(reading, from, to) ?? from };
  const deed = firstDeed(reading, subject, to) ?? to;
  const who = asRead(reading, subject, deed).replace(/(?: và)?[\s,;:(–-]+$/u, '').replace(/ (?:và|có|sẽ|thì|được)$/u, '');
  // «Bộ Nội vụ yêu cầu báo cáo …»: who asks is not who owes
  return { who: who === '' || /(?:^|\s)(?:yêu cầu|đề nghị|giao|chỉ đạo)$/u.test(who) ? null : who, deed };
}

const gathered = /(?:^|\b(?:gui|nop|chuyen|cung cap|phan hoi)\b[^;]{0,160}?\b)(?:ve|cho|den|toi) /g;

/** «… gửi về Sở A để tổng hợp, báo cáo Y trước ngày …», said of nobody in particular: the day is Sở A's own. */
function readGathering(reading: FoldedText, from: number, to: number): Duty | null {
  for (const { index, 0: words } of reading.folded.slice(from, to).matchAll(gathered)) {
    const start = from + index + words.length;
    if (!isNamedAgency(reading, start)) continue;
    const end = nameEnd(reading, start, to);
    const deed = /^,? (?:de )?(?:kip thoi )?(?=tong hop\b)/.exec(reading.folded.slice(end, to));
    if (!deed) continue;
    const receiver = readReceiver(reading, end + deed[0].length, to);
    if (!receiver) continue;
    return { who: asRead(reading, start, end), what: whatOf(reading, end + deed[0].length, to, receiver.at), reportTo: receiver.reportTo, handedOn: false, sure: true };
  }
  return null;
}

const receiving = /\b(?:(?:ve|cho|den|toi)|(?:bao cao|trinh|gui|nop)) /g;

/** To whom it is sent: the last name after «về», «gửi», «báo cáo»; `at` is where it stands with its word, to be left out of what is done. */
function readReceiver(reading: FoldedText, from: number, to: number): { reportTo: string; at: [start: number, end: number] } | null {
  let found: { reportTo: string; at: [number, number] } | null = null;
  for (const { index, 0: word } of reading.folded.slice(from, to).matchAll(receiving)) {
    const start = from + index + word.length;
    // «đồng gửi Sở B»: a copy
    if (!isNamedAgency(reading, start) || /\bdong $/.test(reading.folded.slice(from, from + index))) continue;
    const end = nameEnd(reading, start, to);
    const small = /^(?:ve|cho|den|toi) $/.test(word);
    // «báo cáo UBND tỉnh kết quả»: the deed stays, the name goes
    found = { reportTo: asRead(reading, start, end), at: [small ? from + index : start, end] };
    if (small) break;
  }
  return found;
}

function whatOf(reading: FoldedText, from: number, to: number, without: [number, number] | null): string | null {
  const pieces = (start: number): string => {
    const cut = without && without[0] >= start && without[1] <= to ? without : null;
    return (cut ? [asRead(reading, start, cut[0]), asRead(reading, cut[1], to)] : [asRead(reading, start, to)]).join(' ');
  };
  let what = pieces(from);
  if (what.length > longestWhat) {
    const sends = [...reading.folded.slice(from, to).matchAll(sending)].filter(({ index }) => !isCapital(reading, from + index));
    const last = sends.at(-1);
    if (last) what = pieces(from + last.index);
  }
  const tidy = what
    .replace(/ để (?:kịp thời )?tổng hợp.*$/u, '')
    // «… từ ngày 25 đến ngày 28»: its beginning is no part of what is done
    .replace(/ từ (?:ngày )?\d[\d/. -]*(?: (?:cho )?đến)?\s*$/u, '')
    .replace(/\s+([,;.])/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/(?:[\s,;:.(/–-]|(?:^|\s)(?:và|là|để|xong|trong|vào|sáng|chiều))+$/u, (end) => (/xong/.test(end) ? ' xong' : ''))
    .replace(/^[\s,;:.)–-]+/u, '');
  return tidy === '' ? null : tidy;
}

import { foldVietnamese } from '../vietnamese-text.ts';
import { asRead, isCapital, type FoldedText } from './folded-text.ts';

// what stands after «các»: so lieu, noi dung and the like are no one
const many = 'so|ban|nganh|co quan|don vi|dia phuong|phong|xa|phuong|huyen|thi xa|thanh pho|tinh|dac khu|to chuc|doanh nghiep|truong|bo|cuc|chi cuc|hoi|doan the|chu dau tu|trung tam|benh vien|cong ty|dong chi|ca nhan|thanh vien|khoa|vien|chi bo|dang uy|ubnd|uy ban|hdnd|ngan hang|nha thau|co so|khu|thon|to|cap|pho|van phong';
const oneOf =
  'ubnd|hdnd|uy ban|hoi dong|van phong|thanh tra|cong an|kho bac|ngan hang|bao hiem|buu dien|trung tam|chi cuc|tong cuc|cuc|mat tran|lien doan|tinh doan|thanh doan|huyen|xa|phuong|thanh pho|thi xa|tinh uy|thanh uy|huyen uy|dang uy|thuong truc|don vi|co quan|dia phuong|doanh nghiep|chu dau tu|nha thau|benh vien|toan the|tat ca|can bo|ca nhan|thu truong|thu tuong|chinh phu|giam doc|chu tich|pho chu tich|pho giam doc|chanh|hieu truong|lanh dao|nguoi dung dau|nguoi dai dien|bi thu|dong chi|truong (?:phong|ban|cac|bo phan|thon|doan)|vnpt|viettel|mobifone|cong ty|tong cong ty|tap doan|toa an|vien kiem sat|bo chi huy|bo tu lenh|to cong|to giup|to chuyen|bo phan|ban quan ly|phong';
// words that are also others: they name an agency only with a capital, and not as these
const capital = 'so(?! (?:luong|lieu|nay|tien|do|\\d))|bo(?! (?:tri|sung|qua))|ban(?! (?:hanh|giao|sao|tin|do|than))|hoi(?! nghi)|dai|bao(?! (?:cao|dam|gom|ve|quan))|to(?! chuc)|vien|truong(?! hop)|khoa|doan|vu(?! viec)';
const several = new RegExp(`(?:cac|nhung|moi|tung) (?:${many})\\b`, 'y');
const single = new RegExp(`(?:${oneOf})\\b`, 'y');
const capitalised = new RegExp(`(?:${capital})\\b`, 'y');

const matches = (pattern: RegExp, folded: string, place: number): boolean => {
  pattern.lastIndex = place;
  return pattern.test(folded);
};

/** Whether someone who can owe or receive a report is named from this place of the folded text on. */
export function isAgency(reading: FoldedText, place: number): boolean {
  const { folded } = reading;
  return matches(several, folded, place) || matches(single, folded, place) || (isCapital(reading, place) && matches(capitalised, folded, place));
}

/** Whether it is a name written as names are, with a capital: «về Sở Nội vụ», not «về cơ quan». */
export const isNamedAgency = (reading: FoldedText, place: number): boolean => isCapital(reading, place) && isAgency(reading, place);

/** Syllables of names that look like words between names once their tones are off: «Bảo vệ», «Trọng», «Hiệu quả». */
const withinName = /^(?:vệ|trọng|quả|đề|đen|đèn)/iu;
const endOfName =
  /[;.(:\n]|,| - (?=[a-z])| (?:ket qua|tinh hinh|ve|theo|truoc|de|qua|bang|cham nhat|muon nhat|dung (?:han|thoi|quy|yeu)|xem xet|chi dao|so lieu|danh sach|noi dung|ke hoach|nhung|viec|dinh ky|ngay|(?:dot|lan|ky|phien|giai doan) (?:thu )?(?:\d|[ivx]+\b|mot\b|hai\b|ba\b|nhat\b|dau\b|cuoi\b)|som|gap|day du|chinh thuc|kip thoi|truc tiep|thong qua|duoi (?:dang|hinh)|kem|cung (?:ky|luc|thoi)|khan truong|bo sung|tai (?:cuoc|buoi|hoi|ky|dia)|thoi (?:han|gian)|han (?:cuoi|chot)|het|hang (?:ngay|tuan|thang|quy|nam)|trong|vao|phe duyet|quyet dinh|cho y kien|tong hop|bao cao|phan anh|hoac|den|va (?:bao cao|gui|dong thoi|tong hop|cac)|khong|va truoc|tu (?=ngay\b|\d)|cho (?=den\b|toi\b)|cac noi dung|sau|moi|tung)\b/g;

/** Where the name of an agency that begins here ends; «Sở Văn hóa, Thể thao và Du lịch» is one name. */
export function nameEnd(reading: FoldedText, start: number, limit: number): number {
  const { folded } = reading;
  endOfName.lastIndex = start;
  for (let stop = endOfName.exec(folded); stop !== null && stop.index < limit; stop = endOfName.exec(folded)) {
    const word = stop.index + 1;
    if (stop[0] === ',') {
      const joined = /^, [a-z ]{2,30} va /.exec(folded.slice(stop.index, Math.min(limit, stop.index + 50)));
      if (joined && isCapital(reading, word + 1) && !isAgency(reading, word + 1) && isCapital(reading, stop.index + joined[0].length)) continue;
    } else if (stop[0].startsWith(' ') && (isCapital(reading, word) || withinName.test(asRead(reading, word, word + 5)))) {
      continue;
    }
    return stop.index;
  }
  return limit;
}

const bareHead = /^(phong|so|van phong|ban|cuc|chi cuc|trung tam|thanh tra|bo phan|to|hoi|xa|phuong|huyen|don vi|co quan|noi nhan)(?: nay| do| tren| dau moi| chu tri| tong hop)?$/;
const smallHead = /(?:phong|so|van phong|ban|cuc|chi cuc|trung tam|thanh tra|bo phan|to|hoi|xa|phuong|huyen|don vi|co quan)(?: nay| do| tren| dau moi| chu tri)? (?=tong hop|bao cao|trinh|tham muu|xem xet|tham dinh|theo doi|thong nhat|kip thoi)/y;

const smallName = /(?:phong|so|ban|cuc|trung tam)(?: [a-z]+){1,5}? (?=tong hop|bao cao|trinh|tham muu|tham dinh)/y;

/** Whether somebody is meant here by a common word in small letters, with what he does behind it: «để [phòng] tổng hợp». */
export const isSmallHead = (reading: FoldedText, place: number): boolean =>
  !isCapital(reading, place) && (matches(smallHead, reading.folded, place) || (matches(smallName, reading.folded, place) && isCapital(reading, place + (reading.folded.slice(place).search(/ /) + 1))));

/**
 * The name that a common word in small letters stands for, from the one named before: «phòng» after «Phòng Tài chính». Null when `who` is
 * no such word; `name` is null when nobody named before fits.
 */
export function meantByHead(who: string, named: string | null): { name: string | null; sure: boolean } | null {
  if (!/^\p{Ll}/u.test(who)) return null;
  if (named !== null && foldVietnamese(who) === foldVietnamese(named)) return { name: named, sure: true };
  const head = bareHead.exec(foldVietnamese(who))?.[1];
  if (head === undefined) return null;
  const fits = named !== null && (`${foldVietnamese(named)} `).startsWith(`${head} `);
  return fits ? { name: named, sure: true } : { name: /^(?:don vi|co quan|noi nhan)$/.test(head) ? named : null, sure: false };
}

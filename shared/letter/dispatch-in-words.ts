import { officialDate, type IsoDate } from '../domain/dates.ts';

/** What a dispatch is cited by; what is empty or null is left out. */
export interface CitedDispatch {
  typeName: string;
  code: string;
  issuedDate: IsoDate | null;
  /** As it stands inside a sentence: `Ủy ban nhân dân tỉnh An Bình`. */
  organName: string;
  subject: string;
}

/** `về việc tiếp tục …` of a subject, whether or not it begins with «V/v» or «về» itself. */
const aboutOf = (subject: string): string => (/^(?:v\/v|về)[\s:]/iu.test(subject) ? subject.replace(/^v\/v[\s:]+/iu, 'về việc ').replace(/^V(?=ề)/u, 'v') : `về việc ${subject}`);

/** `Công văn số 2953/UBND-VP ngày 14 tháng 8 năm 2020 của … về việc …`: a dispatch as it is cited for the first time. */
export function dispatchInWords({ subject, ...cited }: CitedDispatch): string {
  return [dispatchNamed(cited), subject.trim() === '' ? '' : aboutOf(subject.trim())].filter((part) => part !== '').join(' ');
}

/** The same without its subject. */
export function dispatchNamed({ typeName, code, issuedDate, organName }: Omit<CitedDispatch, 'subject'>): string {
  return [typeName || 'Văn bản', code === '' ? '' : `số ${code}`, issuedDate === null ? '' : officialDate(issuedDate), organName === '' ? '' : `của ${organName}`].filter((part) => part !== '').join(' ');
}

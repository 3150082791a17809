import { distinct, distinctById, type LateReport } from './late-report.ts';
import { isReport } from './reminder-words.ts';

/** Longest work named in the subject, which has 500 characters. */
const longestWork = 300;
/** More dispatches than this are not named one by one after «V/v». */
const namedMax = 3;

/**
 * What the reminder is about: `đôn đốc báo cáo kết quả triển khai Công văn số 2953/UBND-VP`; several dispatches are named
 * while they are few, each type once.
 */
export function reminderSubject(reports: readonly LateReport[], officeName: string): string {
  const dispatches = distinctById(reports.map(({ obligation }) => obligation.dispatch));
  const works = distinct(reports.map(({ obligation }) => obligation.what.trim()));
  // what takes a paragraph to say is not said again in the subject
  const only = works.length === 1 && (works[0] ?? '').length <= longestWork ? lowerFirst(works[0] ?? '') : null;
  const work = only ?? (works.every(isReport) ? 'báo cáo kết quả thực hiện' : 'thực hiện');
  const named = dispatches.length > namedMax ? `các văn bản của ${officeName}` : namesOf(dispatches);
  // «báo cáo kết quả thực hiện Công văn …», but «báo cáo số lượng cài đặt theo Công văn …»
  return `đôn đốc ${work}${/(?:thực hiện|triển khai)$/iu.test(work) ? '' : ' theo'} ${named}`;
}

function namesOf(dispatches: readonly { typeName: string; code: string }[]): string {
  const types = distinct(dispatches.map(({ typeName }) => typeName || 'Văn bản'));
  const parts = types.map((type) => {
    const codes = dispatches.filter(({ typeName }) => (typeName || 'Văn bản') === type).map(({ code }) => (code === '' ? '' : `số ${code}`)).filter((code) => code !== '');
    return `${codes.length > 1 ? `các ${type}` : type} ${andList(codes)}`.trim();
  });
  return andList(parts);
}

const andList = (parts: readonly string[]): string => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} và ${parts.at(-1)}`);
const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

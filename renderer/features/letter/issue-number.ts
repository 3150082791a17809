import { shortDate, yearOf, type IsoDate } from '../../../shared/domain/dates.ts';
import { dateNotices, yearIsSlip } from '../../../shared/domain/issue-date.ts';
import { codeOf, commonSeries, printedNumber } from '../../../shared/domain/numbering.ts';

/** A book as far as a number depends on it. */
interface NumberBook {
  kind: 'incoming' | 'outgoing';
  series: string;
  year: number;
  next: number;
  open: boolean;
  lastDate: IsoDate | null;
}

/** A line whose number was kept for later. */
export interface KeptNumberLine {
  status: string;
  series: string;
  year: number;
  codeNumber: number | null;
  codeNotation: string;
}

interface NumberWanted {
  day: IsoDate | null;
  today: IsoDate;
  codeNotation: string;
  series: string | null;
  /** Undefined while they are being read. */
  books: readonly NumberBook[] | undefined;
  /** The kept number that was chosen; null for the next one. */
  kept: KeptNumberLine | null;
}

export interface IssueNumber {
  /** The code it takes; null while the books are being read. */
  code: string | null;
  /** That of the next number, whatever was chosen. */
  next: string | null;
  /** The next number on a day before that of the one before it: asks why. */
  backdated: boolean;
  /** Why it cannot be given so. */
  refused: string | null;
  /** What a careful archivist would say. */
  warnings: string[];
}

/** The number a draft is to take on that day, the next one or a kept one, with what stands against it. */
export function issueNumber({ day, today, codeNotation, series, books, kept }: NumberWanted): IssueNumber {
  const year = yearOf(day ?? today);
  const wanted = series ?? commonSeries;
  const book = books?.find((each) => each.kind === 'outgoing' && each.year === year && each.series === wanted);
  const next = books ? codeOf(book?.next ?? 1, codeNotation) : null;
  const slip = day !== null && yearIsSlip(day, today) ? `Năm của ngày văn bản ${shortDate(day)} còn quá xa; kiểm tra lại ngày để số không vào nhầm sổ.` : null;
  if (kept) {
    const number = printedNumber(kept.codeNumber ?? 0);
    const gone = kept.status !== 'reserved' || kept.codeNumber === null ? 'Số giữ này đã dùng hoặc đã hủy; chọn số giữ khác hoặc lấy số kế tiếp.' : null;
    const otherYear = kept.year === year ? null : `Số ${number} giữ trong sổ năm ${kept.year}, văn bản lại đề năm ${year}; sửa ngày văn bản hoặc chọn số khác.`;
    const warnings = [
      ...(day === null ? [] : dateNotices(day, today, { lastDate: null })),
      kept.series === wanted ? null : `Số ${number} thuộc dãy «${kept.series}», văn bản này theo dãy «${wanted}».`,
      kept.codeNotation === codeNotation ? null : `Số ${number} được giữ với ký hiệu ${kept.codeNotation}, văn bản này mang ký hiệu ${codeNotation}.`,
    ].filter((sentence) => sentence !== null);
    return { code: kept.codeNumber === null ? null : codeOf(kept.codeNumber, codeNotation), next, backdated: false, refused: slip ?? gone ?? otherYear, warnings };
  }
  const state = { lastDate: book?.lastDate ?? null };
  return { code: next, next, backdated: day !== null && state.lastDate !== null && state.lastDate > day, refused: slip, warnings: day === null || !books ? [] : dateNotices(day, today, state) };
}

import type { TextRun } from './layout-model.ts';

/** No-break space and hyphen: only in the drawing, never in what is stored. */
const noBreakSpace = '\u00A0';
export const noBreakHyphen = '\u2011';

/** A number and notation (`12/CT-UBND`, `05/2026/QĐ-UBND`), as long as one is. */
const code = /(?<![\p{L}\p{N}/-])\d{1,6}[a-zA-Z]?\/(?:\d{4}\/)?[\p{Lu}\d][\p{L}\d]{0,11}(?:-[\p{L}\d&]{1,12}){1,4}(?![\p{L}\p{N}])/gu;
/** A number and notation of the Party's organs (`26-KH/BTGTU`). */
const partyCode = /(?<![\p{L}\p{N}/-])\d{1,6}-\p{Lu}[\p{L}]{1,5}\/\p{Lu}[\p{L}\d]{1,11}(?:-[\p{L}\d]{1,12}){0,3}(?![\p{L}\p{N}])/gu;
/** A notation by itself (`QĐ-UBND`, `TTr-SNV`), also behind the blank of its number. */
const notation = /(?<![\p{L}\p{N}-])\p{Lu}\p{L}{0,4}\p{Lu}\p{L}{0,5}(?:-\p{Lu}[\p{L}\d&]{0,11}){1,4}(?![\p{L}\p{N}])/gu;
/** Figures joined by hyphens: `2021-2026`, `25-11-2026`. */
const figures = /(?<![\p{L}\p{N}-])\d{1,4}(?:-\d{1,4}){1,2}(?![\p{L}\p{N}-])/gu;
/** A date, `ngày 25 tháng 11`: the year may stand on the next line, never without its word. */
const date = /(?<!\p{L})(?:ngày|mùng|mồng)[ ]+\d{1,2}(?:[ ]+tháng[ ]+\d{1,2})?(?!\d)/giu;
/** A word and the number that names one of its kind. */
const numbered =
  /(?<!\p{L})(?:điều|khoản|chương|mục|tiểu mục|phần|phụ lục|mẫu|mẫu số|biểu|biểu số|bảng|số|tháng|quý|năm|kỳ|khóa|đợt|lần|ngày|quận|phường|tổ|khu phố|[TQ]CVN)[ ]+(?:\d[\d./]*[a-zđ]?|[IVX]+)(?![\p{L}\p{N}])/giu;
const point = /(?<!\p{L})điểm[ ]+[a-zđ](?![\p{L}\p{N}])/giu;
const hour = /(?<!\p{N})\d{1,2}[ ]+giờ(?:[ ]+\d{1,2}(?:[ ]+phút)?)?(?!\p{L})/giu;

/** Text whose dates, symbols and numbered articles hold together over the end of a line; one sign for one sign. */
export function unbroken(text: string): string {
  const glued = [date, numbered, point, hour].reduce((one, form) => one.replace(form, (found) => found.replaceAll(' ', noBreakSpace)), text);
  return [code, partyCode, notation, figures].reduce((one, form) => one.replace(form, (found) => found.replaceAll('-', noBreakHyphen)), glued);
}

/**
 * The same for a text in a place of a width: only words that stand in a line of it hold together, and a text that stands
 * on one line is left as it is (signs for the eye alone would be in the way of whoever searches or copies it).
 */
export function unbrokenWithin(text: string, widthMm: number, widthOf: (text: string) => number): string {
  if (text.split('\n').every((line) => widthOf(line) + spareMm <= widthMm)) return text;
  let at = 0;
  return unbroken(text)
    .split(/([ \n])/)
    .map((word) => {
      const typed = text.slice(at, at + word.length);
      at += word.length;
      return word === typed || widthOf(word) + spareMm <= widthMm ? word : typed;
    })
    .join('');
}

/** What a word processor may measure wider than this program does. */
const spareMm = 0.5;

/** The same for runs: what belongs together may stand in two styles (`ngày **25** tháng`). */
export function unbrokenRuns(runs: readonly TextRun[]): TextRun[] {
  const whole = unbroken(runs.map((run) => run.text).join(''));
  let at = 0;
  return runs.map((run) => {
    const text = whole.slice(at, at + run.text.length);
    at += run.text.length;
    return { ...run, text };
  });
}

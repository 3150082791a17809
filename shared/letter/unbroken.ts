import type { TextRun } from './layout-model.ts';

/** No-break space and hyphen: only in the drawing, never in what is stored. */
const noBreakSpace = '\u00A0';
export const noBreakHyphen = '\u2011';

/** A number and notation (`12/CT-UBND`, `05/2026/QĐ-UBND`), as long as one is. */
const code = /(?<![\p{L}\p{N}/-])\d{1,6}[a-zA-Z]?\/(?:\d{4}\/)?[\p{Lu}\d]{1,12}(?:-[\p{L}\d&]{1,12}){1,4}(?![\p{L}\p{N}])/gu;
/** A number and notation of the Party's organs (`26-KH/BTGTU`). */
const partyCode = /(?<![\p{L}\p{N}/-])\d{1,6}-\p{Lu}{2,6}\/\p{Lu}[\p{L}\d]{1,11}(?:-[\p{L}\d]{1,12}){0,3}(?![\p{L}\p{N}])/gu;
/** A date, `ngày 25 tháng 11`: the year may stand on the next line, never without its word. */
const date = /(?<!\p{L})(?:ngày|mùng|mồng)[ ]+\d{1,2}(?:[ ]+tháng[ ]+\d{1,2})?(?!\d)/giu;
/** A word and the number that names one of its kind. */
const numbered =
  /(?<!\p{L})(?:điều|khoản|chương|mục|tiểu mục|phụ lục|mẫu|mẫu số|số|tháng|quý|năm|kỳ|khóa|đợt|ngày)[ ]+(?:\d[\d./]*|[IVX]+)(?![\p{L}\p{N}])/giu;
const point = /(?<!\p{L})điểm[ ]+[a-zđ](?![\p{L}\p{N}])/giu;
const hour = /(?<!\p{N})\d{1,2}[ ]+giờ(?:[ ]+\d{1,2}(?:[ ]+phút)?)?(?!\p{L})/giu;

/** Text whose dates, symbols and numbered articles hold together over the end of a line; one sign for one sign. */
export function unbroken(text: string): string {
  const glued = [date, numbered, point, hour].reduce((one, form) => one.replace(form, (found) => found.replaceAll(' ', noBreakSpace)), text);
  return [code, partyCode].reduce((one, form) => one.replace(form, (found) => found.replaceAll('-', noBreakHyphen)), glued);
}

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

import { isRealDate, shortDate, unrealDaySentence } from '../domain/dates.ts';
import { dayProblem } from '../domain/day-problem.ts';
import { needsAddressee } from '../domain/document-types.ts';
import { notationProblem } from '../domain/numbering.ts';
import type { Problem } from '../domain/refusal.ts';
import { secrecySentence, stampedSecrecy } from '../domain/secrecy-mark.ts';
import { decimalsOf, formatVietnameseNumber } from '../domain/vietnamese-number.ts';
import { cellsOf, type Appendix, type Letter, type Obligation } from './letter.ts';
import { numberInCell } from './number-in-cell.ts';
import { readTable } from './row-kind.ts';
import { afterVv } from './subject-on-page.ts';
import { hasWords } from './visible-text.ts';

/** Longest body the program lays out (characters); five hundred pages are not a letter. */
export const bodyMaxLength = 500_000;
/** Longest subject (PL VI: Subject is String 500). */
export const subjectMaxLength = 500;

/** What makes a letter impossible to keep even as a draft: values that no page or book can hold. Half-typed words are not among them. */
export function impossibleParts(letter: Letter): Problem[] {
  const problems: Problem[] = [];
  const say = (field: string, message: string): void => void problems.push({ field, message });
  if (letter.issuedDate !== null && !isRealDate(letter.issuedDate)) say('issuedDate', unrealDaySentence('Ngày văn bản', letter.issuedDate));
  if (letter.body.length > bodyMaxLength) say('body', `Nội dung dài ${formatVietnameseNumber(letter.body.length)} ký tự, quá giới hạn ${formatVietnameseNumber(bodyMaxLength)}; đưa phần chi tiết sang phụ lục hoặc tệp kèm theo.`);
  problems.push(...stampedParts(letter));
  letter.appendices.forEach((appendix, index) => problems.push(...tableProblems(appendix, index)));
  letter.obligations.forEach((obligation, index) => {
    for (const [key, date] of [['due', obligation.due], ['until', obligation.until ?? null]] as const) {
      const problem = date === null ? null : dayProblem('Hạn', date);
      if (problem !== null) say(`obligations.${index}.${key}`, problem);
    }
  });
  return problems;
}

/** Where a secrecy mark is stamped into the letter; the word alone may be the beginning of another (`mật độ`). */
function stampedParts({ typeName, subject, body, appendices }: Letter): Problem[] {
  const texts: [string, string[]][] = [['typeName', [typeName]], ['subject', [subject]], ['body', body.split('\n')], ...appendices.map(({ title }, index): [string, string[]] => [`appendices.${index}.title`, [title]])];
  return texts.flatMap(([field, lines]) => {
    const mark = lines.map(stampedSecrecy).find((found) => found !== null);
    return mark ? [{ field, message: secrecySentence(mark) }] : [];
  });
}

/** What `outgoing.issue` calls a typed sum that does not add up. */
export const wrongSumRule = 'table-sum';

/**
 * Typed sums that do not add up: an error of the paper, which nobody sends out but with a reason of his own
 * (`outgoing.issue` with `accept`).
 */
export function wrongSums(letter: Letter): Problem[] {
  return letter.appendices.flatMap((appendix, index) =>
    readTable(appendix).wrong.slice(0, 20).map(({ row, message }) => ({ field: `appendices.${index}.rows.${row}`, message: `Phụ lục ${index + 1}, ${message}` })),
  );
}

/** What is still missing before the letter can take a number (with what `impossibleParts` says). */
export function missingParts(letter: Letter): Problem[] {
  const problems = impossibleParts(letter);
  const say = (field: string, message: string): void => void problems.push({ field, message });
  const notation = notationProblem(letter.codeNotation);
  if (notation) say('codeNotation', notation);
  if (!hasWords(afterVv(letter.subject))) say('subject', 'Chưa có trích yếu; ghi ngắn gọn nội dung sau «V/v».');
  if (letter.subject.length > subjectMaxLength) say('subject', `Trích yếu dài ${letter.subject.length} ký tự, quá ${subjectMaxLength}; rút gọn lại.`);
  if (needsAddressee(letter.typeName) && !letter.addressees.some(hasWords)) say('addressees', 'Chưa có nơi nào ở «Kính gửi»; chọn ít nhất một.');
  if (!hasWords(letter.body)) say('body', 'Chưa có nội dung; soạn ít nhất một đoạn.');
  if (!hasWords(letter.signer.position)) say('signer.position', 'Chưa có chức vụ người ký; chọn người ký.');
  return [...problems, ...unclearCells(letter), ...letter.obligations.flatMap(obligationProblems)];
}

/** What is missing before an obligation can be watched: who, what, by when. A recurring one may have no end yet. */
export function obligationProblems(obligation: Obligation, index: number): Problem[] {
  const { agencies, what, due, within, until } = obligation;
  const problems: Problem[] = [];
  const say = (key: string, message: string): void => void problems.push({ field: `obligations.${index}.${key}`, message });
  const name = hasWords(what) ? `Việc «${what}»` : `Việc thứ ${index + 1}`;
  if (!hasWords(what)) say('what', `Việc thứ ${index + 1} phải theo dõi chưa ghi là việc gì.`);
  if (!agencies.some(hasWords)) say('agencies', `${name} chưa ghi cơ quan nào phải làm.`);
  if (due === null && !within) say('due', `${name} chưa có hạn; ghi ngày, hoặc số ngày kể từ ngày ký.`);
  if (until && due !== null && until < due) say('until', `${name} kết thúc ${shortDate(until)}, trước lần đầu ${shortDate(due)}; sửa một trong hai ngày.`);
  return problems;
}

/** Cells and sums whose number cannot be told or kept to the last figure: a table with one is not printed. */
export function unclearCells(letter: Letter): Problem[] {
  return letter.appendices.flatMap((appendix, index) => {
    const cellColumns = appendix.columns.filter((column) => column.kind !== 'ordinal');
    const cells = appendix.rows.flatMap((row, rowIndex) =>
      cellsOf(row).flatMap((cell, cellIndex) => {
        const column = cellColumns[cellIndex];
        const number = column?.kind === 'number' || typeof cell === 'number' ? numberInCell(cell) : null;
        if (number === null || typeof number === 'number') return [];
        return [{ field: `appendices.${index}.rows.${rowIndex}.${cellIndex}`, message: `Phụ lục ${index + 1}, dòng ${rowIndex + 1}, cột «${column?.header ?? ''}»: ${number.unsure}` }];
      }),
    );
    return [...cells, ...inexactSums(appendix, index)];
  });
}

/** Columns whose sum has more figures than the program can add without losing one. */
function inexactSums({ columns, rows }: Appendix, index: number): Problem[] {
  let cell = -1;
  return columns.flatMap((column) => {
    if (column.kind !== 'ordinal') cell += 1;
    if (!column.total || column.kind !== 'number') return [];
    let sum = 0;
    let decimals = 0;
    for (const row of rows) {
      const number = numberInCell(cellsOf(row)[cell] ?? null);
      if (typeof number !== 'number') continue;
      sum += Math.abs(number);
      decimals = Math.max(decimals, decimalsOf(number));
    }
    if (sum * 10 ** decimals <= Number.MAX_SAFE_INTEGER) return [];
    return [{ field: `appendices.${index}.columns`, message: `Phụ lục ${index + 1}, cột «${column.header}»: tổng có quá nhiều chữ số nên không cộng được đúng; đổi đơn vị tính.` }];
  });
}

function tableProblems(appendix: Appendix, index: number): Problem[] {
  const problems: Problem[] = [];
  const at = `appendices.${index}`;
  const name = `Phụ lục ${index + 1}`;
  const cellColumns = appendix.columns.filter((column) => column.kind !== 'ordinal');
  if (appendix.columns.length === 0) problems.push({ field: `${at}.columns`, message: `${name} chưa có cột nào.` });
  if (appendix.columns.length > 30) problems.push({ field: `${at}.columns`, message: `${name} có ${appendix.columns.length} cột, không đặt vừa một trang; tách thành nhiều phụ lục.` });
  if (appendix.columns.some((column) => column.total && column.kind !== 'number')) problems.push({ field: `${at}.columns`, message: `${name}: chỉ cột số mới cộng được.` });
  appendix.rows.forEach((row, rowIndex) => {
    const { length } = cellsOf(row);
    if (Array.isArray(row) ? length !== cellColumns.length : length > cellColumns.length) problems.push({ field: `${at}.rows.${rowIndex}`, message: `${name}, dòng ${rowIndex + 1} có ${length} ô nhưng bảng có ${cellColumns.length} cột phải điền.` });
  });
  return problems;
}

import { dayNumber, shortDate } from '../../../shared/domain/dates.ts';
import type { GridColumn } from './grid-column.ts';

/** What goes onto the clipboard. */
export interface CopiedTable {
  plain: string;
  html: string;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const inOneCell = (text: string): string => text.replace(/[\t\r\n]+/g, ' ').trim();

/** What a spreadsheet would not leave alone: formulas, leading zeros, numbers of more digits than it keeps. */
const readAsSomethingElse = /^[=+\-@]|^0\d+$|^\d{12,}$/;

/** Excel's day 1 is 01/01/1900 and it believes in 29/02/1900. */
const excelDay = (day: string): number | null => {
  const days = dayNumber(day);
  return days === null ? null : days + (days < 59 ? 1 : 2);
};

const border = 'border:0.5pt solid #000;padding:2pt 4pt;vertical-align:top';
const asText = "mso-number-format:'\\@'";

function htmlCell<Row>(column: GridColumn<Row>, row: Row): string {
  const text = column.text(row);
  const serial = column.kind === 'day' ? excelDay(text) : null;
  // the number beside the day keeps a spreadsheet of another country from swapping day and month
  if (serial !== null) return `<td style="${border};mso-number-format:'dd\\/mm\\/yyyy'" x:num="${serial}" sdval="${serial}" sdnum="1066;1066;DD/MM/YYYY">${shortDate(text)}</td>`;
  return `<td style="${border};${asText}" x:str sdnum="1066;0;@">${escaped(text).replace(/\r?\n/g, '<br>')}</td>`;
}

const plainCell = <Row>(column: GridColumn<Row>, row: Row): string => {
  const text = inOneCell(column.kind === 'day' ? shortDate(column.text(row)) : column.text(row));
  // a plain text carries no types: the apostrophe is how one says «text» to a spreadsheet
  return column.kind !== 'day' && readAsSomethingElse.test(text) ? `'${text}` : text;
};

/** Lines as a table for Excel and Word: HTML with borders and typed cells, and the same as text with tabs. Days are written dd/mm/yyyy. */
export function copiedTable<Row>(columns: readonly GridColumn<Row>[], rows: readonly Row[]): CopiedTable {
  const heads = columns.map((column) => `<th style="${border};font-weight:bold;text-align:center;${asText}">${escaped(column.head)}</th>`).join('');
  const lines = rows.map((row) => `<tr>${columns.map((column) => htmlCell(column, row)).join('')}</tr>`).join('\n');
  return {
    plain: [columns.map((column) => column.head), ...rows.map((row) => columns.map((column) => plainCell(column, row)))].map((cells) => cells.join('\t')).join('\r\n'),
    html: `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body><table style="border-collapse:collapse;font-family:'Times New Roman';font-size:12pt"><thead><tr>${heads}</tr></thead><tbody>\n${lines}\n</tbody></table></body></html>`,
  };
}

import { readPastedTable } from '../../../shared/domain/read-pasted-table.ts';
import { refuseProblems } from '../refusal-to-error.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { figureColumns, mostColumns } from '../../../shared/letter/report-figures.ts';
import { reportedTable, type TableRow } from '../../../shared/letter/reported-table.ts';
import { readSentTables } from '../import/sent-tables.ts';
import { columnsOfObligation } from '../storage/obligation-repository.ts';
import { owedIdOf } from '../storage/tracking-acts.ts';
import { implementer } from './implementer.ts';
import { askedFor, dayNumbered } from './reported-of.ts';

/** Figures found in a pasted table or a sender's file, for the agencies of one day; nothing is kept. Of several tables the one with most agencies counts. */
export const read = implementer.owed.read.handler(async ({ input: { obligation, n, text, file }, context }) => {
  const asked = await askedFor(context, obligation);
  dayNumbered(asked, n);
  if ((text === undefined || text.trim() === '') && file === undefined) throw refuseProblems([{ field: 'text', message: 'Chưa có gì để đọc: dán bảng số liệu, hoặc chọn tệp Excel, CSV, Word của nơi gửi.' }]);
  const tables = file ? await readSentTables(context.strangers, file) : [pasted(text ?? '')];
  const columns = figureColumns(columnsOfObligation(asked.obligation));
  const readings = tables.map((table) => reportedTable(table, asked.duties, columns));
  const best = readings.toSorted((one, other) => other.rows.length - one.rows.length)[0];
  if (!best) throw refuseProblems([{ field: 'file', message: `Tệp «${file?.name ?? ''}» không có bảng nào để đọc; chép bảng số liệu rồi dán vào đây.` }]);
  if (best.columns.length > mostColumns) throw refuseProblems([{ field: file ? 'file' : 'text', message: `Bảng có ${formatVietnameseNumber(best.columns.length)} cột số liệu, một báo cáo có nhiều nhất ${mostColumns}; bỏ bớt cột, hoặc ghi trước các cột số liệu của việc này rồi đọc lại.` }]);
  const idOf = ({ id }: { id: number }): number => owedIdOf(id, n);
  return {
    columns: best.columns,
    rows: best.rows.map(({ agency, figures, source, problems }) => ({ id: idOf(agency), agency: agency.name, figures, source, problems })),
    unknown: best.unknown,
    missing: best.missing.map((agency) => ({ id: idOf(agency), agency: agency.name })),
    notices: best.rows.length === 0 ? ['Không thấy tên nơi nào phải báo cáo trong bảng; kiểm tra cột tên đơn vị.'] : readings.length > 1 ? [`Tệp có ${readings.length} bảng; đọc bảng có nhiều nơi nhất.`] : [],
  };
});

const pasted = (text: string): TableRow[] => readPastedTable(text).map((cells, at) => ({ row: at + 1, cells: cells.map((cell) => (cell === '' ? null : cell)) }));

import { safeFileName } from '../../../shared/domain/file-names.ts';
import { fileTypes } from '../../../shared/domain/file-types.ts';
import { shortDate } from '../../../shared/domain/dates.ts';
import { alignOfColumn, bookForm, columnWidths } from '../../../shared/report/book-form.ts';
import { bookWidthMm } from '../../../shared/report/book-page.ts';
import { cellText, type PrintedRow } from '../../../shared/report/printed-row.ts';
import type { Job } from '../jobs.ts';
import { implementer } from './implementer.ts';
import { printedBook, type BookWanted } from './printed-book.ts';

/** The book as a file; nothing of it is kept, and asking it to stop leaves nothing behind. */
export const exportBook = implementer.register.export.handler(({ input: { format, job: name, ...wanted }, context }) =>
  context.jobs.run(name, async (job) => {
    const { agency, form, cover, amount, rows } = await printedBook(context, wanted);
    const drawing = { form, cover, meta: { title: titleOf(wanted), author: agency, created: context.clock() } };
    const bytes = await context.documents.buildBook({ format, drawing }, followed(rows(), job, amount));
    return new File([new Uint8Array(bytes)], safeFileName(titleOf(wanted), format), { type: fileTypes[format] });
  }),
);

/** The same rows for the screen. */
export const read = implementer.register.read.handler(async ({ input: { offset, limit, ...wanted }, context }) => {
  const { form, cover, amount, rows } = await printedBook(context, wanted);
  const widths = columnWidths(form, bookWidthMm);
  const shown: { cells: string[]; cancelled: boolean }[] = [];
  for await (const part of rows({ offset, limit })) for (const { cells, cancelled } of part) shown.push({ cells: form.columns.map((column, at) => cellText(column, cells[at] ?? null)), cancelled });
  return {
    title: form.title,
    columns: form.columns.map((column, at) => ({ header: column.header, widthMm: widths[at] ?? 0, align: alignOfColumn(column) })),
    cover,
    rows: shown,
    total: amount,
  };
});

/** Before every handful the work says how far it is, and stops when it is asked to. */
async function* followed(rows: AsyncIterable<PrintedRow[]>, job: Job, amount: number): AsyncGenerator<PrintedRow[]> {
  let done = 0;
  for await (const part of rows) {
    done += part.length;
    await job.step('Ghi sổ', Math.min(done, amount), amount);
    yield part;
  }
  await job.step('Ghi sổ', amount, amount);
}

function titleOf({ book, year, from, to }: BookWanted): string {
  const days = [from ? `từ ${shortDate(from)}` : '', to ? `đến ${shortDate(to)}` : ''].filter((part) => part !== '').join(' ').replaceAll('/', '-');
  return [`${bookForm(book).title} năm ${year}`, days].filter((part) => part !== '').join(' ');
}

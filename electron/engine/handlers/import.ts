import { instantInWords, localInstant } from '../../../shared/domain/dates.ts';
import type { BookKind } from '../../../shared/domain/import/book-fields.ts';
import { columnLetter } from '../../../shared/domain/import/column-letter.ts';
import type { LineProblem, OldLine } from '../../../shared/domain/import/old-line.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { actNow } from '../engine-parts.ts';
import { LineKeys } from '../import/line-keys.ts';
import { openOldBook } from '../import/open-old-book.ts';
import { type ImportChoice, type ImportReading, chooseSheet, describeColumns, offerEncoding, readImport, refuseMissing } from '../import/read-import.ts';
import { findBatch, hasImported, listBatches, presentKeys, removeBatch, workedOn } from '../storage/import-repository.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { enterOldBook } from './enter-old-book.ts';
import { implementer } from './implementer.ts';

/** Lines shown before anything is entered. */
const rowsShown = 50;
/** Problems told one by one. */
const problemsTold = 500;

export const preview = implementer.import.preview.handler(({ input: { file, job: jobName, ...choice }, context }) =>
  context.jobs.run(jobName, async (job) => {
    const opened = await openOldBook(file, () => job.step('Đang mở tệp', 0, null));
    const { sheet, head } = await chooseSheet(opened, choice);
    const reading = await readImport(sheet, head, choice, context.clock().getFullYear(), job);
    const keys = new LineKeys(choice.book);
    const keyed = reading.lines.map((line) => keys.next(line));
    const present = (await hasImported(context.database, choice.book)) ? await presentKeys(context.database, choice.book, keyed, (done) => job.step('Đang so với sổ', done, keyed.length)) : new Set<string>();
    const told = tellProblems(withUnknownColumns(reading, choice));
    // sheets beside the chosen one are only counted, so that a book in twelve sheets is seen to be one
    const sheets = [];
    for (const { name, hidden } of opened.sheets) sheets.push({ name, hidden, rows: name === sheet.name ? sheet.rows.length : (await opened.read(name)).rows.length });
    return {
      sheets,
      sheet: sheet.name,
      headRow: head?.first ?? 0,
      columns: describeColumns(reading),
      rows: reading.lines.slice(0, rowsShown).map((line) => shown(line, choice.book)),
      amounts: { new: keyed.length - present.size, present: present.size, leftOut: reading.problems.filter(({ leftOut }) => leftOut).length },
      years: reading.years,
      ...told,
      encoding: offerEncoding(reading),
    };
  }),
);

export const apply = implementer.import.apply.handler(({ input: { file, job: jobName, ...choice }, context }) =>
  context.jobs.run(jobName, async (job) => {
    const { noticed, ...entered } = await enterOldBook(context, file, choice, problemsTold, job);
    return { ...entered, ...tellProblems(noticed.problems, noticed.more) };
  }),
);

export const undo = implementer.import.undo.handler(({ input: { batch, job: jobName }, context }) =>
  context.jobs.run(jobName, async (job) => {
    await job.step('Đang hoàn tác lần nhập', 0, null);
    return context.inTurn(() =>
      context.write(async (held) => {
        const { database } = held;
        const found = await findBatch(database, batch);
        if (!found) throw new Refusal('NOT_FOUND', `Không có lần nhập sổ cũ mã ${batch}.`, { batch });
        if (found.undoneAt !== null) throw new Refusal('NOT_ALLOWED', `Lần nhập «${found.fileName}» đã được hoàn tác lúc ${instantInWords(found.undoneAt)}.`, { batch });
        const worked = await workedOn(database, found.book, batch);
        if (worked.length > 0) throw stillWorkedOn(found.fileName, worked);
        const removed = await removeBatch(database, found.book, batch, { at: localInstant(held.clock()), who: actNow(held, await readSettings(database)).who });
        return { removed };
      }),
    );
  }),
);

export const list = implementer.import.list.handler(async ({ context }) => ({ rows: await listBatches(context.database) }));

function stillWorkedOn(fileName: string, worked: readonly { number: number; suffix: string; year: number }[]): Refusal {
  const named = worked.slice(0, 5).map(({ number, suffix, year }) => `${number}${suffix}/${year}`).join(', ');
  const more = worked.length > 5 ? ` và ${worked.length >= 1000 ? 'nhiều' : worked.length - 5} dòng khác` : '';
  return new Refusal('NOT_ALLOWED', `Chưa hoàn tác lần nhập «${fileName}»: các dòng số ${named}${more} đã được sửa, gắn tệp hoặc nối với văn bản khác từ đó. Những dòng ấy sẽ mất việc đã làm, nên cả lần nhập được giữ nguyên.`, { lines: worked.slice(0, 100) });
}

interface ToldProblems {
  problems: { row: number; column?: string; message: string; leftOut: boolean }[];
  moreProblems: number;
}

const tellProblems = (problems: readonly LineProblem[], more = 0): ToldProblems => ({
  problems: problems.slice(0, problemsTold).map(({ row, column, message, leftOut }) => ({ row, ...(column !== undefined && { column: columnLetter(column) }), message, leftOut })),
  moreProblems: more + Math.max(0, problems.length - problemsTold),
});

/** A preview is shown even when no column could be told; the sentence says what is missing. */
function withUnknownColumns({ head, columns, problems, sheet }: ImportReading, { book }: ImportChoice): LineProblem[] {
  try {
    refuseMissing(columns, book);
    return problems;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const message = head ? error.message : `Không thấy dòng tiêu đề của sổ ${book === 'incoming' ? 'đến' : 'đi'} trong trang «${sheet.name}». Chọn dòng tiêu đề, hoặc chọn cột cho từng mục.`;
    return [{ row: head?.first ?? sheet.rows[0]?.row ?? 1, message, leftOut: false }];
  }
}

/** A line as it would be entered, under the names of the contract. */
function shown(line: OldLine, book: BookKind): Record<string, unknown> {
  const { row, year, number, suffix, arrivalDate, organName, code, issuedDate, typeName, subject, signer, toPlaces, handedDate, receipt, dueDate, pages, copies, archiveUnits, addressees, note, cancelled, codeNumber, codeNotation } = line;
  const common = { row, year, number: `${number}${suffix}`, issuedDate, typeName, subject, signer, toPlaces, handedDate, receipt, copies, note, cancelled };
  return book === 'incoming' ? { ...common, arrivalNumber: number, arrivalDate, organName, code, codeNumber, codeNotation, dueDate, pages } : { ...common, code: [`${number}${suffix}`, codeNotation].filter(Boolean).join('/'), codeNumber: number, codeNotation, archiveUnits, addressees };
}

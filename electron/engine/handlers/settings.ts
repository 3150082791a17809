import type { PrintedBook } from '../../../shared/contract/printed-book.ts';
import { type Settings, SettingsUpdate } from '../../../shared/contract/settings.ts';
import { archivePatternProblem } from '../../../shared/letter/archive-line.ts';
import { columnWidthsProblem } from '../../../shared/report/column-widths.ts';
import type { EngineParts } from '../engine-parts.ts';
import { refuseProblems } from '../refusal-to-error.ts';
import { listBooks } from '../storage/book-repository.ts';
import { readSettings, writeSettings } from '../storage/settings-repository.ts';
import { cleanValue, removedNotice } from '../../../shared/domain/clean-value.ts';
import { commonSeries, type SeriesRule } from '../../../shared/domain/numbering.ts';
import { lowerVietnamese } from '../../../shared/domain/vietnamese-text.ts';
import { implementer } from './implementer.ts';

export const get = implementer.settings.get.handler(({ context }) => readSettings(context.database));

export const update = implementer.settings.update.handler(({ input, context }) =>
  context.write(async ({ database }) => {
    const present = await readSettings(database);
    const { value: cleaned, removed } = cleanValue(input);
    // what was only such signs is empty now
    const { data: value, error } = SettingsUpdate.safeParse(cleaned);
    if (error) throw refuseProblems(error.issues.map(({ path, message }) => ({ field: path.map(String).join('.'), message })));
    const { letterForm, bookColumns, ...parts } = value;
    if (parts.series) parts.series = await namedAsInBooks(database, parts.series);
    if (parts.series) refuseClashes(parts.series);
    const pattern = letterForm?.archivePattern === undefined ? null : archivePatternProblem(letterForm.archivePattern);
    if (pattern !== null) throw refuseProblems([{ field: 'letterForm.archivePattern', message: pattern }]);
    if (bookColumns) refuseColumns(bookColumns);
    await writeSettings(database, { ...parts, ...(bookColumns && { bookColumns: { ...present.bookColumns, ...bookColumns } }), ...(letterForm && { letterForm: { ...present.letterForm, ...letterForm } }) });
    return { ...(await readSettings(database)), notices: removed > 0 ? [removedNotice(removed, 'cài đặt')] : [] };
  }),
);

function refuseColumns(bookColumns: Settings['bookColumns']): void {
  for (const [book, widths] of Object.entries(bookColumns) as [PrintedBook, number[] | null][]) {
    const problem = widths && columnWidthsProblem(book, widths);
    if (problem) throw refuseProblems([{ field: `bookColumns.${book}`, message: problem }]);
  }
}

/** A series that has given numbers keeps its name letter for letter: under another case it would count from 1 again. */
async function namedAsInBooks(database: EngineParts['database'], series: SeriesRule[]): Promise<SeriesRule[]> {
  const books = await listBooks(database, undefined);
  return series.map((rule) => ({ ...rule, name: books.find((book) => book.kind === 'outgoing' && lowerVietnamese(book.series) === lowerVietnamese(rule.name))?.series ?? rule.name }));
}

/** A type takes its numbers from one series only, and a series has one name. */
function refuseClashes(series: SeriesRule[]): void {
  const types = series.flatMap((rule) => rule.typeNames);
  const twice = types.find((name, index) => types.indexOf(name) !== index);
  if (twice) throw refuseProblems([{ field: 'series', message: `Loại «${twice}» thuộc hai dãy số; mỗi loại chỉ lấy số từ một dãy.` }]);
  const names = series.map((rule) => lowerVietnamese(rule.name));
  const same = series.find((_, index) => names[index] === commonSeries || names.indexOf(names[index] ?? '') !== index)?.name;
  if (same) throw refuseProblems([{ field: 'series', message: `Đã có dãy số tên «${same}»; đặt tên khác.` }]);
}

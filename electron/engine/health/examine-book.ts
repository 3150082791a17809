import { HealthRule } from '../../../shared/contract/health.ts';
import type { Watch } from '../backup/watch.ts';
import { openToRead } from '../storage/plain-book.ts';
import { checkCounters } from './check-counters.ts';
import { checkDates } from './check-dates.ts';
import { checkDirectory } from './check-directory.ts';
import { checkFiles } from './check-files.ts';
import { checkHistory } from './check-history.ts';
import { checkDatabase, checkLinks, checkSchema } from './check-links.ts';
import { checkNumbers } from './check-numbers.ts';
import type { CheckOrder, HealthReport } from './check-orders.ts';
import { checkOwed } from './check-owed.ts';
import { checkRecipients } from './check-recipients.ts';
import { checkReportPapers } from './check-report-papers.ts';
import { checkSearch } from './check-search.ts';
import { checkTexts } from './check-texts.ts';
import { checkYears } from './check-years.ts';
import { newFindingList } from './finding-list.ts';

/** Walks every rule over one state of the book and over every file it keeps. */
export function examineBook({ path, filesFolder, today }: Extract<CheckOrder, { kind: 'health' }>, watch: Watch): HealthReport {
  const book = openToRead(path);
  try {
    // one state from the first rule to the last: a line written meanwhile would look like a fault
    book.hold();
    const list = newFindingList();
    let searched = 0;
    watch('Kiểm tệp sổ', 0, null);
    checkDatabase(book, list);
    checkSchema(book, list);
    checkLinks(book, list);
    for (const kind of ['incoming', 'outgoing'] as const) {
      watch(`Kiểm số, ngày và số đếm văn bản ${kind === 'incoming' ? 'đến' : 'đi'}`, 0, null);
      checkNumbers(book, kind, list);
      checkCounters(book, kind, list);
      checkYears(book, kind, list);
      checkDates(book, kind, today, list);
      searched += checkSearch(book, kind, list, watch);
      checkTexts(book, kind, list);
    }
    watch('Kiểm việc phải báo cáo', 0, null);
    checkOwed(book, list);
    checkReportPapers(book, list);
    checkRecipients(book, list);
    checkDirectory(book, list);
    const history = checkHistory(book, list);
    const { files, bytes } = checkFiles(book, filesFolder, list, watch);
    const amount = (kind: string): number => book.value<number>(`SELECT count(*) FROM ${kind}`);
    return { findings: list.findings, more: list.more, checked: { incoming: amount('incoming'), outgoing: amount('outgoing'), files, bytes, searched, history, rules: [...HealthRule.options] } };
  } finally {
    book.close();
  }
}

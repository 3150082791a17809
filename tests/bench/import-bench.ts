import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { incomingHeads, incomingRows } from '../fixtures/old-books.ts';
import { testEngine } from '../fixtures/test-engine.ts';
import { printTable, processorsOf, type Spent, spendTogether, timingsOf } from './measure.ts';

const child = fileURLToPath(new URL('./import-child.ts', import.meta.url));

/** An old book of so many lines in so many sheets, ten columns, written by exceljs's streaming writer with shared texts, as Excel writes it. */
async function writeOldBook(path: string, amount: number, sheets: number): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true, useStyles: true });
  for (let month = 1; month <= sheets; month += 1) {
    const sheet = workbook.addWorksheet(sheets === 1 ? 'Sổ đến' : `Tháng ${month}`);
    sheet.getColumn(1).numFmt = 'dd/mm/yyyy';
    sheet.getColumn(5).numFmt = 'dd/mm/yyyy';
    sheet.addRow(['SỔ ĐĂNG KÝ VĂN BẢN ĐẾN NĂM 2019']).commit();
    sheet.addRow(incomingHeads).commit();
    const end = Math.floor((amount * month) / sheets);
    for (let from = Math.floor((amount * (month - 1)) / sheets) + 1; from <= end; from += 1000) for (const row of incomingRows(Math.min(1000, end - from + 1), from)) sheet.addRow(row).commit();
    sheet.commit();
  }
  await workbook.commit();
}

const works = { whole: 'exceljs reads the file', streamed: 'exceljs streams the file', import: 'import.apply' };

/**
 * A whole import (read, checked, written, found again) beside exceljs reading the same file alone: whole at once and
 * streaming, each in a process of its own. Every import goes into an empty book, which is made outside of what is measured.
 */
export async function importBench(sizes: readonly (readonly [lines: number, sheets: number])[] = [[10_000, 1], [10_000, 12], [100_000, 1]], rounds = 3): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'so-cong-van-nhap-'));
  try {
    for (const [size, sheets] of sizes) {
      const path = join(folder, `so-den-${size}-${sheets}.xlsx`);
      await writeOldBook(path, size, sheets);
      const book = (round: number): string => join(folder, `so-${size}-${sheets}-${round}`);
      for (let round = 0; round < rounds; round += 1) await testEngine(book(round), { user: 'đo' }).close();
      const runs = spendTogether<Spent & { rows: number; restMb: number }>(child, Object.keys(works), rounds, (work, round) => [work, path, book(round)]);
      for (const [work, own] of runs) for (const { rows } of own) if (rows !== size) throw new Error(`${work}: ${rows} rows of ${size}`);
      const timings = timingsOf(runs, works);
      printTable(`import.apply of ${size} rows in ${sheets} ${sheets === 1 ? 'sheet' : 'sheets'}, 10 columns, beside exceljs reading the file`, timings, works.whole);
      printTable(`The same beside exceljs streaming the file`, timings, works.streamed);
      for (const [work, name] of Object.entries(works)) {
        const own = runs.get(work) ?? [];
        const most = (of: 'restMb' | 'peakMb'): string => Math.max(...own.map((run) => run[of])).toFixed(0);
        process.stdout.write(`${name}: ${processorsOf(runs, work, 'whole')}, ${most('peakMb')} MB at most, ${most('restMb')} MB before it began\n`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

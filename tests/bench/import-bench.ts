import { mkdtempSync, openAsBlob, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import ExcelJS from 'exceljs';
import { incomingHeads, incomingRows } from '../fixtures/old-books.ts';
import { testEngine } from '../fixtures/test-engine.ts';
import { measureTogether, printTable, type Timing } from './measure.ts';

/** An old book of so many lines, ten columns, written by exceljs's streaming writer with shared texts, as Excel writes it. */
async function writeOldBook(path: string, amount: number): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true, useStyles: true });
  const sheet = workbook.addWorksheet('Sổ đến');
  sheet.getColumn(1).numFmt = 'dd/mm/yyyy';
  sheet.getColumn(5).numFmt = 'dd/mm/yyyy';
  sheet.addRow(['SỔ ĐĂNG KÝ VĂN BẢN ĐẾN NĂM 2019']).commit();
  sheet.addRow(incomingHeads).commit();
  for (let from = 1; from <= amount; from += 1000) for (const row of incomingRows(Math.min(1000, amount - from + 1), from)) sheet.addRow(row).commit();
  await workbook.commit();
}

/**
 * A whole import (read, checked, written, found again) beside exceljs reading the same file alone: whole at once and
 * streaming. Every import goes into a book of its own, which is made ready outside of what is measured.
 */
export async function importBench(sizes: readonly number[] = [10_000, 100_000], rounds = 3): Promise<Timing[]> {
  const folder = mkdtempSync(join(tmpdir(), 'so-cong-van-nhap-'));
  const all: Timing[] = [];
  try {
    for (const size of sizes) {
      const path = join(folder, `so-den-${size}.xlsx`);
      await writeOldBook(path, size);
      const engines = Array.from({ length: rounds + 1 }, (_, place) => testEngine(join(folder, `so-${size}-${place}`), { user: 'đo' }));
      let turn = 0;
      const timings = await measureTogether(
        {
          [`exceljs reads ${size} rows`]: async () => {
            const workbook = new ExcelJS.Workbook();
            await workbook.xlsx.readFile(path);
            if (workbook.worksheets[0]?.rowCount !== size + 2) throw new Error('exceljs read too little');
          },
          [`exceljs streams ${size} rows`]: async () => {
            let rows = 0;
            for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(path, {})) for await (const row of sheet) rows += row.number > 0 ? 1 : 0;
            if (rows !== size + 2) throw new Error('exceljs streamed too little');
          },
          [`import of ${size} rows`]: async () => {
            const engine = engines[turn];
            turn += 1;
            if (!engine) throw new Error('no book left to import into');
            const client = createRouterClient(engine.router, { context: engine.context });
            const { imported } = await client.import.apply({ book: 'incoming', file: new File([await openAsBlob(path)], 'so-den.xlsx') });
            if (imported !== size) throw new Error(`${imported} rows imported`);
          },
        },
        { rounds, warmup: 1 },
      );
      for (const engine of engines) await engine.close();
      const [whole, streamed] = timings;
      printTable(`import.apply beside exceljs, ${size} rows, 10 columns`, timings, (whole?.median ?? 0) < (streamed?.median ?? 0) ? `exceljs reads ${size} rows` : `exceljs streams ${size} rows`);
      all.push(...timings);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return all;
}

import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import ExcelJS from 'exceljs';
import { bookForm } from '../../shared/report/book-form.ts';
import { testEngine } from '../fixtures/test-engine.ts';
import { spending } from './measure.ts';

// One export in a process of its own, so that its memory is its own: prints {ms, cpuMs, peakMb, size} as JSON.
const [folder = '', work = ''] = process.argv.slice(2);
const year = 2026;

interface Done {
  ms: number;
  cpuMs: number;
  size: number;
}

/** The program's export of the incoming book, drawn in its thread as in the window, or where it is called as from a script. */
async function byTheProgram(drawInThread: boolean): Promise<Done> {
  const engine = testEngine(folder, { user: 'đo', drawInThread });
  try {
    const client = createRouterClient(engine.router, { context: engine.context });
    const spent = spending();
    const file = await client.register.export({ book: 'incoming', year, format: 'xlsx' });
    return { ...spent(), size: file.size };
  } finally {
    await engine.close();
  }
}

/** The streaming writer alone with the same cells in the same styles: reading them is not counted. */
async function byTheWriterAlone(): Promise<Done> {
  const rows = await cells();
  const path = join(folder, 'tran.xlsx');
  const spent = spending();
  const stream = createWriteStream(path);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet('Sổ');
  const line = { style: 'thin' } as const;
  const style = (horizontal: 'left' | 'center', numFmt?: string): Partial<ExcelJS.Style> => ({ font: { name: 'Times New Roman', family: 1, size: 11 }, alignment: { horizontal, vertical: 'middle', wrapText: true }, border: { top: line, bottom: line, left: line, right: line }, ...(numFmt ? { numFmt } : {}) });
  const styles = bookForm('incoming').columns.map(({ kind }) => style(kind === 'text' ? 'left' : 'center', kind === 'date' ? 'dd/mm/yyyy' : kind === 'number' ? '0' : undefined));
  for (const values of rows) {
    const row = sheet.addRow(values);
    styles.forEach((own, at) => (row.getCell(at + 1).style = own));
    row.height = 30;
    row.commit();
  }
  await workbook.commit();
  return { ...spent(), size: stream.bytesWritten };
}

async function cells(): Promise<ExcelJS.CellValue[][]> {
  const engine = testEngine(folder, { user: 'đo' });
  try {
    const client = createRouterClient(engine.router, { context: engine.context });
    const { columns } = bookForm('incoming');
    const rows: ExcelJS.CellValue[][] = [];
    for (;;) {
      const part = await client.register.read({ book: 'incoming', year, offset: rows.length, limit: 5000 });
      for (const row of part.rows) rows.push(row.cells.map((text, at) => valueOf(columns[at]?.kind ?? 'text', text)));
      if (rows.length >= part.total) return rows;
    }
  } finally {
    await engine.close();
  }
}

function valueOf(kind: string, text: string): ExcelJS.CellValue {
  if (text === '') return null;
  const [, day, month, fullYear] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text) ?? [];
  if (kind === 'date' && fullYear !== undefined) return new Date(Date.UTC(Number(fullYear), Number(month) - 1, Number(day)));
  return kind === 'number' ? Number(text) : text;
}

const done = work === 'alone' ? await byTheWriterAlone() : await byTheProgram(work === 'thread');
process.stdout.write(JSON.stringify({ ...done, peakMb: process.resourceUsage().maxRSS / 1024 }));

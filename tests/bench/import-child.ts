import { openAsBlob } from 'node:fs';
import { createRouterClient } from '@orpc/server';
import ExcelJS from 'exceljs';
import { testEngine } from '../fixtures/test-engine.ts';
import { spending } from './measure.ts';

// One reading or import in a process of its own, so that its memory is its own: prints {ms, cpuMs, rows, restMb, peakMb} as JSON.
const [work = '', path = '', folder = ''] = process.argv.slice(2);

const megabytes = (): number => process.resourceUsage().maxRSS / 1024;

async function whole(): Promise<object> {
  const restMb = megabytes();
  const spent = spending();
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return { ...spent(), rows: workbook.worksheets.reduce((sum, { rowCount }) => sum + rowCount - 2, 0), restMb };
}

async function streamed(): Promise<object> {
  const restMb = megabytes();
  const spent = spending();
  let rows = 0;
  for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(path, {})) {
    rows -= 2;
    for await (const row of sheet) rows += row.number > 0 ? 1 : 0;
  }
  return { ...spent(), rows, restMb };
}

/** A whole import into a book without lines: read, checked, written, its index made. */
async function imported(): Promise<object> {
  const engine = testEngine(folder, { user: 'đo' });
  try {
    const client = createRouterClient(engine.router, { context: engine.context });
    await client.settings.get();
    const restMb = megabytes();
    const spent = spending();
    const { imported: rows } = await client.import.apply({ book: 'incoming', file: new File([await openAsBlob(path)], 'so-den.xlsx') });
    return { ...spent(), rows, restMb };
  } finally {
    await engine.close();
  }
}

const done = await (work === 'whole' ? whole() : work === 'streamed' ? streamed() : imported());
process.stdout.write(JSON.stringify({ ...done, peakMb: megabytes() }));

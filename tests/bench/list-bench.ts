import BetterSqlite3 from 'better-sqlite3';
import { join } from 'node:path';
import { databaseFileName } from '../../electron/engine/storage/open-database.ts';
import { foldVietnamese } from '../../shared/domain/vietnamese-text.ts';
import type { Client } from '../fixtures/open-engine.ts';
import { defaultLetterForm } from '../../shared/letter/office.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';
import { measureTogether, printTable, type Timing } from './measure.ts';

const topics = ['phòng cháy rừng', 'giải ngân đầu tư công', 'an toàn thực phẩm', 'trụ sở dôi dư', 'chuyển đổi số', 'tiếp công dân', 'lịch trực Tết', 'đường giao thông'];

/** Adds issued letters until the book holds `until`; every number in 2026 stands for 40 days before the next. */
export function fillRegister(folder: string, from: number, until: number): void {
  const database = new BetterSqlite3(join(folder, databaseFileName));
  const insert = database.prepare(
    "INSERT INTO outgoing (id, status, series, year, codeNumber, codeNotation, typeName, issuedDate, subject, priority, addressees, signerName, appendixCount, content, issuedAs, position, updatedAt) VALUES (?, 'issued', 'đo', ?, ?, 'ĐO-VP', 'Công văn', ?, ?, 0, 'Các sở, ban, ngành tỉnh; UBND các xã, phường', 'Trần Minh Khôi', 0, ?, ?, ?, '2026-11-20T09:00:00')",
  );
  const index = database.prepare('INSERT INTO outgoingIndex (rowid, words) VALUES (?, ?)');
  const content = JSON.stringify(sampleLetter({ body: 'nội dung '.repeat(300), appendices: [] }));
  const issuedAs = JSON.stringify({ office: sampleOffice, letterForm: defaultLetterForm });
  database.transaction(() => {
    for (let turn = from + 1; turn <= until; turn += 1) {
      const year = 2026 - (turn % 25);
      const day = `${year}-${String((turn % 12) + 1).padStart(2, '0')}-${String((turn % 28) + 1).padStart(2, '0')}`;
      const subject = `${topics[turn % topics.length] ?? ''} năm ${year} đợt ${turn % 97}`;
      insert.run(1_000_000 + turn, year, turn, day, subject, content, issuedAs, `${day}#${String(turn).padStart(8, '0')}`);
      index.run(1_000_000 + turn, foldVietnamese(`${turn}/ĐO-VP Công văn ${subject} Các sở, ban, ngành tỉnh Trần Minh Khôi \uE000issued \uE000${year}`));
    }
  })();
  database.close();
}

/** The first page of the list at growing sizes; the search words grow rarer as registers do. */
export async function listBench(client: Client, folder: string): Promise<void> {
  let held = 0;
  const all: Timing[] = [];
  for (const size of [1_000, 10_000, 100_000]) {
    fillRegister(folder, held, size);
    held = size;
    const timings = await measureTogether(
      {
        [`first page at ${size}`]: () => client.outgoing.list({ limit: 100 }),
        [`one year at ${size}`]: () => client.outgoing.list({ limit: 100, year: 2025 }),
        [`issued ones of a month at ${size}`]: () => client.outgoing.list({ limit: 100, status: 'issued', from: '2026-03-01', to: '2026-03-31' }),
        [`one number at ${size}`]: () => client.outgoing.list({ limit: 100, text: `${size - 7}` }),
        [`a common word at ${size}`]: () => client.outgoing.list({ limit: 100, text: 'chay rung' }),
      },
      { rounds: 80, warmup: 10 },
    );
    all.push(...timings);
  }
  printTable('outgoing.list, 100 rows', all, 'first page at 1000');
}

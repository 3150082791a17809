import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRouterClient } from '@orpc/server';
import BetterSqlite3 from 'better-sqlite3';
import { incomingTexts } from '../../electron/engine/storage/indexed-texts.ts';
import { databaseFileName } from '../../electron/engine/storage/open-database.ts';
import { indexRow } from '../../electron/engine/storage/index-row.ts';
import { incomingKey } from '../../electron/engine/storage/sort-key.ts';
import { sampleLetter } from '../fixtures/sample-letters.ts';
import { fillRegister } from '../fixtures/fill-register.ts';
import { testEngine } from '../fixtures/test-engine.ts';
import { measureTogether, printTable, type Timing } from './measure.ts';

/** A dispatch from the same agency, each with a number of its own. */
const dispatchOf = (number: number) => ({ ...dispatch, code: `${number}/STC-QLNS` });
const dispatch = { organName: 'Sở Tài chính', issuedDate: '2026-11-18', typeName: 'Công văn', subject: 'phương án phân bổ dự toán bổ sung quý IV', signer: { fullName: 'Lê Thị Đường', position: 'GIÁM ĐỐC' }, toPlaces: 'Phòng Kinh tế', dueDate: '2026-11-27' };

/** The register at growing sizes, each beside bare better-sqlite3 doing the same work on the same kind of file. */
export async function registerBench(sizes: readonly { lines: number; years: number }[]): Promise<void> {
  for (const { lines, years } of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'so-cong-van-do-so-'));
    try {
      await testEngine(folder).close();
      const begun = performance.now();
      fillRegister(folder, { incoming: Math.round((lines * 2) / 3), outgoing: Math.round(lines / 3), years });
      const megabytes = statSync(join(folder, databaseFileName)).size / 2 ** 20;
      process.stdout.write(`\n${lines.toLocaleString('vi')} lines over ${years} years: ${megabytes.toFixed(0)} MB, filled in ${((performance.now() - begun) / 1000).toFixed(0)} s\n`);
      await entryBench(folder, lines);
      await searchBench(folder, lines);
      await textBench(folder, lines);
      const memory = execFileSync(process.execPath, [fileURLToPath(new URL('engine-memory.ts', import.meta.url)), folder], { encoding: 'utf8' });
      process.stdout.write(`Memory of an engine process at ${lines.toLocaleString('vi')} lines after lists, searches and entries: ${memory.trim()}\n`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

async function entryBench(folder: string, lines: number): Promise<void> {
  const engine = testEngine(folder);
  const client = createRouterClient(engine.router, { context: engine.context });
  const bare = bareEntry(folder);
  // numbers no dispatch has yet, even ones for the engine, odd ones for bare SQLite
  const fresh = 1_000_000;
  const entered = await measureTogether({ [`incoming.register at ${lines}`]: (turn) => client.incoming.register(dispatchOf(fresh + 2 * turn)), 'bare SQLite, the same rows': (turn) => bare.enter(fresh + 2 * turn + 1) }, { rounds: 500, warmup: 200 });
  const doubles = await measureTogether({ [`incoming.register of a double at ${lines}`]: () => client.incoming.register(dispatchOf(fresh)), 'bare SQLite, the same rows': () => bare.enter(fresh) }, { rounds: 100, warmup: 20 });
  bare.close();
  await engine.close();
  printTable('Entering one incoming dispatch', entered, 'bare SQLite, the same rows');
  printTable('Entering one that is there already, told of ten doubles', doubles, 'bare SQLite, the same rows');
}

/** The rows of one entry through prepared statements: line, index, history, number, doubles and values looked up and kept. */
function bareEntry(folder: string): { enter: (number: number) => void; close: () => void } {
  const database = new BetterSqlite3(join(folder, databaseFileName));
  for (const pragma of ['synchronous = FULL', 'foreign_keys = ON', 'busy_timeout = 5000']) database.pragma(pragma);
  const next = database.prepare("SELECT next FROM book WHERE kind = 'incoming' AND series = 'chung' AND year = 2026").pluck();
  const last = database.prepare("SELECT arrivalDate FROM incoming WHERE series = 'chung' AND year = 2026 ORDER BY arrivalNumber DESC LIMIT 1").pluck();
  // the plus keeps the plan: without it SQLite plans the statement anew at every call
  const doubles = database.prepare("SELECT id FROM incoming WHERE codeKey = +? AND organKey = +? AND codeKey <> '' AND (issuedDate = +? OR issuedDate IS NULL) ORDER BY sortKey DESC LIMIT 10");
  const take = database.prepare("UPDATE book SET next = next + 1 WHERE kind = 'incoming' AND series = 'chung' AND year = 2026 AND next = ?");
  const insert = database.prepare(
    "INSERT INTO incoming (status, series, year, arrivalNumber, arrivalDate, organName, code, codeNumber, codeNotation, issuedDate, typeName, subject, signerName, signerPosition, priority, toPlaces, dueDate, handling, sortKey, organKey, codeKey, updatedAt) VALUES ('registered', 'chung', 2026, ?, '2026-11-20', ?, ?, ?, 'STC-QLNS', ?, ?, ?, ?, ?, 0, ?, ?, 'waiting', ?, 'so tai chinh', ?, '2026-11-20T09:30:00')",
  );
  const index = database.prepare('INSERT INTO incomingIndex (rowid, organ, code, subject, people, rest, toned) VALUES (?, ?, ?, ?, ?, ?, ?)');
  const history = database.prepare("INSERT INTO incomingHistory (incomingId, at, who, act) VALUES (?, '2026-11-20T09:30:00', 'vanthu', 'register')");
  const used = database.prepare("INSERT INTO usedValue VALUES (?, ?, 1, '2026-11-20T09:30:00') ON CONFLICT DO UPDATE SET amount = amount + 1, lastAt = excluded.lastAt");
  const { signer } = dispatch;
  const enter = database.transaction((codeNumber: number) => {
    const { code } = dispatchOf(codeNumber);
    const codeKey = code.toLowerCase();
    const number = next.get() as number;
    last.get();
    doubles.all(codeKey, 'so tai chinh', dispatch.issuedDate);
    take.run(number);
    const sortKey = incomingKey(2026, number, 0);
    const { lastInsertRowid } = insert.run(number, dispatch.organName, code, String(codeNumber), dispatch.issuedDate, dispatch.typeName, dispatch.subject, signer.fullName, signer.position, dispatch.toPlaces, dispatch.dueDate, sortKey, codeKey);
    const texts = incomingTexts({ ...dispatch, code, handedTo: null, signerName: signer.fullName, signerPosition: signer.position, note: null, receipt: null, arrivalNumber: number, numberSuffix: '' }, []);
    index.run(sortKey, ...indexRow(texts, 'registered', 2026));
    history.run(lastInsertRowid);
    for (const [field, value] of [['organName', dispatch.organName], ['signer', signer.fullName], ['position', signer.position], ['typeName', dispatch.typeName], ['toPlaces', dispatch.toPlaces]]) used.run(field, value);
  });
  return { enter: (number) => enter.immediate(number), close: () => database.close() };
}

async function searchBench(folder: string, lines: number): Promise<void> {
  const engine = testEngine(folder);
  const client = createRouterClient(engine.router, { context: engine.context });
  const database = new BetterSqlite3(join(folder, databaseFileName), { readonly: true });
  const columns = 'id, status, series, year, arrivalNumber, numberSuffix, arrivalDate, organName, incoming.code, codeNumber, codeNotation, issuedDate, typeName, incoming.subject, signerName, priority, pages, copies, toPlaces, handedDate, handedTo, receipt, dueDate, handling, needsReply, replyId, note, cancelReason, backdated, fileCount, updatedAt, revision, sortKey';
  const found = database.prepare(`SELECT ${columns} FROM incomingIndex CROSS JOIN incoming ON incoming.sortKey = incomingIndex.rowid AND incomingIndex MATCH ? ORDER BY incomingIndex.rowid DESC LIMIT 101`);
  const counted = database.prepare('SELECT count(*) FROM (SELECT rowid FROM incomingIndex WHERE incomingIndex MATCH ? LIMIT 10001)').pluck();
  const first = database.prepare(`SELECT ${columns} FROM incoming ORDER BY sortKey DESC LIMIT 101`);
  const amounts = database.prepare('SELECT status, sum(amount) FROM incomingCount GROUP BY status');
  const folders = '{organ code subject people rest}';
  // the same question twice over: beginnings of words as they are typed, and, quicker and finding less, whole words
  const query = (words: readonly string[], toned: readonly string[], sign: string): string => [...words.map((word) => `${folders} : "${word}"${sign}`), ...toned.map((word) => `toned : "${word}"${sign}`)].join(' AND ');
  const search = (text: string, words: readonly string[], toned: readonly string[] = [], against: 'whole words' | 'beginnings' = 'whole words'): [string, Record<string, () => unknown>] => {
    const bare = (sign: string) => {
      const [page, count] = [query(words, toned, sign), query(words, [], sign)];
      return () => [found.all(page), counted.get(count)];
    };
    return [`bare «${text}», ${against}`, { [`search «${text}» at ${lines}`]: () => client.incoming.list({ text, exact: false }), [`bare «${text}», whole words`]: bare(''), [`bare «${text}», beginnings`]: bare('*') }];
  };
  const pairs: [string, Record<string, () => unknown>][] = [
    ['bare first page', { [`first page at ${lines}`]: () => client.incoming.list({ exact: false }), 'bare first page': () => [first.all(), amounts.all()] }],
    search('2953', ['2953']),
    search('phong chay rung', ['phong', 'chay', 'rung']),
    search('duong', ['duong']),
    search('đường', ['duong'], ['đường']),
    search('so tai chinh', ['so', 'tai', 'chinh']),
    search('tr', ['tr'], [], 'beginnings'),
    search('12', ['12'], [], 'beginnings'),
  ];
  const rows: Timing[] = [];
  for (const [against, works] of pairs) {
    const timings = await measureTogether(works, { rounds: 100, warmup: 15 });
    const base = timings.find(({ name }) => name === against)?.median ?? Number.NaN;
    rows.push(...timings.map((timing) => ({ ...timing, name: `${timing.name}${timing.name === against ? '' : `  = ${(timing.median / base).toFixed(2)} × bare`}` })));
  }
  printTable(`Searching ${lines.toLocaleString('vi')} lines, first 100 hits and their count`, rows, rows[0]?.name ?? '');
  const others = await measureTogether(
    {
      [`lines from the middle (offset) at ${lines}`]: () => client.incoming.list({ offset: Math.round(lines / 3), exact: false }),
      [`exact count of «duong» at ${lines}`]: () => client.incoming.list({ text: 'duong', limit: 1 }),
      [`views with their counts at ${lines}`]: () => client.incoming.views(),
      [`search.all «đường» at ${lines}`]: () => client.search.all({ text: 'đường' }),
      [`outgoing.list, first page at ${lines}`]: () => client.outgoing.list({ exact: false }),
      [`outgoing.list, a month at ${lines}`]: () => client.outgoing.list({ from: '2026-03-01', to: '2026-03-31' }),
      [`outgoing.list, «duong» at ${lines}`]: () => client.outgoing.list({ text: 'duong', exact: false }),
    },
    { rounds: 30, warmup: 5 },
  );
  printTable('Other reads', others, others[0]?.name ?? '');
  database.close();
  await engine.close();
}

/** Letters with texts of their own beside the lines of the register. */
const lettersWithTexts = 2000;

/** Searching everywhere with what stands inside letters, against the same book in which no text is known. */
async function textBench(folder: string, lines: number): Promise<void> {
  const begun = testEngine(folder);
  const writer = createRouterClient(begun.router, { context: begun.context });
  for (let turn = 0; turn < lettersWithTexts; turn += 1) {
    const body = `Rà soát tuyến đường số ${turn} qua cụm công nghiệp.\nĐơn vị thứ ${turn % 97} báo cáo kết quả giải phóng mặt bằng.`;
    await writer.outgoing.draft(sampleLetter({ subject: `văn bản ${turn}`, body }));
  }
  await begun.close();
  const without = mkdtempSync(join(tmpdir(), 'so-cong-van-do-so-'));
  try {
    cpSync(folder, without, { recursive: true });
    const book = new BetterSqlite3(join(without, databaseFileName));
    book.exec('DELETE FROM outgoingTextIndex; DELETE FROM incomingTextIndex');
    book.close();
    const engines = [testEngine(folder), testEngine(without)] as const;
    const [own, bare] = engines.map((engine) => createRouterClient(engine.router, { context: engine.context }));
    const rows: Timing[] = [];
    for (const text of ['giai phong mat bang', 'cụm công nghiệp', 'đường', '1931']) {
      const works = { [`search.all «${text}» with texts at ${lines}`]: () => own?.search.all({ text, limit: 40 }), [`search.all «${text}» without texts`]: () => bare?.search.all({ text, limit: 40 }) };
      const timings = await measureTogether(works, { rounds: 60, warmup: 10 });
      const base = timings.find(({ name }) => name.includes('without'))?.median ?? Number.NaN;
      rows.push(...timings.map((timing) => ({ ...timing, name: `${timing.name}${timing.name.includes('without') ? '' : `  = ${(timing.median / base).toFixed(2)} × without`}` })));
    }
    printTable(`Searching everywhere, ${lettersWithTexts} letters with texts among ${lines.toLocaleString('vi')} lines`, rows, rows[0]?.name ?? '');
    for (const engine of engines) await engine.close();
  } finally {
    rmSync(without, { recursive: true, force: true });
  }
}

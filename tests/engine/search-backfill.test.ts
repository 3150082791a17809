import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { words } from '../../electron/engine/storage/migrations/0007-words.ts';
import { databaseFileName } from '../../electron/engine/storage/open-database.ts';
import { indexFaults } from '../fixtures/index-audit.ts';
import { officeWithLetters } from '../fixtures/office-with-letters.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { sampleLetter } from '../fixtures/sample-letters.ts';
import { textDocx } from '../fixtures/text-files.ts';

/** The book as it was before its texts could be found: with its letters and files, without anything of migration 0007. */
async function formerBook(letters: number): Promise<string> {
  const { client, engine, folder, issue } = await officeWithLetters(0);
  await issue('có tệp');
  await client.outgoing.attach({ id: 1, files: [textDocx(['Danh sách thửa đất thu hồi.'], 'phu-bieu.docx')] });
  await client.incoming.register({ organName: 'Sở Y tế', code: '1/SYT', subject: 'gửi tệp', files: [new File(['Lịch tiêm phòng dại'], 'lich.txt')] });
  await engine.close();
  const book = new BetterSqlite3(join(folder, databaseFileName));
  book.exec(`
    DELETE FROM outgoingTextIndex; DELETE FROM incomingTextIndex; DELETE FROM fileText;
    DROP TABLE outgoingTextIndex; DROP TABLE incomingTextIndex; DROP TABLE fileText; DROP TABLE textBackfill;
    DROP TRIGGER incoming_file_is_to_be_read; DROP TRIGGER outgoing_file_is_to_be_read;`);
  const columns = (book.pragma('table_info(outgoing)') as { name: string }[]).map(({ name }) => name).filter((name) => !['id', 'sortKey'].includes(name));
  const copied = columns.map((name) => (name === 'codeNumber' ? 'NULL' : name === 'status' ? "'draft'" : name === 'fileCount' ? '0' : name === 'issuedAs' ? 'NULL' : name));
  const copy = book.prepare(`INSERT INTO outgoing (sortKey, ${columns.join(', ')}) SELECT ?, ${copied.join(', ')} FROM outgoing WHERE id = 1`);
  const highest = book.prepare('SELECT max(sortKey) FROM outgoing').pluck().get() as number;
  book.transaction(() => {
    for (let turn = 1; turn < letters; turn += 1) copy.run(highest + turn);
  })();
  // what the migration does to a book that holds data
  book.exec(words);
  book.close();
  return folder;
}

const left = (folder: string): unknown => {
  const book = new BetterSqlite3(join(folder, databaseFileName), { readonly: true });
  try {
    return book.prepare('SELECT doneId, lastId FROM textBackfill').get() ?? null;
  } finally {
    book.close();
  }
};

test('sổ có từ trước: mở ra cấp số được ngay, nói còn bao nhiêu chưa đọc; đọc xong thì tìm thấy chữ trong thư cũ và tệp cũ', async () => {
  const folder = await formerBook(60);
  const { client, engine } = openEngine({ dataFolder: folder });
  expect((await client.search.all({ text: 'x' })).unread).toEqual({ letters: 60, files: 2 });
  const { id } = await client.outgoing.draft(sampleLetter({ body: 'Thư mới về cây xanh.' }));
  expect((await client.outgoing.issue({ id })).codeNumber).toBe(2);
  expect((await client.search.all({ text: 'cây xanh' })).hits.map((hit) => hit.id)).toEqual([id]);
  await engine.context.texts.settle();
  expect((await client.search.all({ text: 'trụ sở đang quản lý', limit: 100 })).hits.filter(({ found }) => found?.where === 'trong thư')).toHaveLength(60);
  expect((await client.search.all({ text: 'thửa đất' })).hits.map(({ id: line, found }) => [line, found?.where])).toEqual([[1, 'tệp đính kèm phu-bieu.docx']]);
  expect((await client.search.all({ text: 'tiêm phòng' })).hits.map(({ kind, found }) => [kind, found?.where])).toEqual([['incoming', 'tệp đính kèm lich.txt']]);
  expect((await client.search.all({ text: 'x' })).unread).toEqual({ letters: 0, files: 0 });
});

test('tắt giữa chừng nhiều lần: lần mở sau đọc tiếp, cuối cùng không sót chữ nào', async () => {
  const folder = await formerBook(400);
  let kills = 0;
  for (let turn = 0; turn < 4 && left(folder) !== null; turn += 1) {
    const child = spawn(process.execPath, [fileURLToPath(new URL('../fixtures/read-texts.ts', import.meta.url)), folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    await new Promise((resolve) => setTimeout(resolve, 20 + 40 * turn));
    kills += Number(child.kill('SIGKILL'));
    await once(child, 'exit');
  }
  expect(kills).toBeGreaterThan(1);
  const { engine } = openEngine({ dataFolder: folder });
  await engine.context.texts.settle();
  expect(left(folder)).toBeNull();
  await engine.close();
  const book = new BetterSqlite3(join(folder, databaseFileName));
  // the lines were copied by hand: the index of their fields knows nothing of them
  expect(indexFaults(book).filter((fault) => fault.includes('index of texts'))).toEqual([]);
  expect(book.prepare('SELECT count(*) FROM outgoingTextIndex_docsize').pluck().get()).toBe(400);
  book.close();
});

test('chương trình đóng giữa lúc đọc: đóng được ngay, không chờ hết sổ', async () => {
  const folder = await formerBook(400);
  const { engine } = openEngine({ dataFolder: folder });
  const reading = engine.context.texts.settle();
  await engine.close();
  await reading;
  expect(left(folder)).toMatchObject({ lastId: 400 });
});

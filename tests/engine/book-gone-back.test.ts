import { cpSync, copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backUpOnceADay } from '../../electron/engine/backup/daily-backup.ts';
import { databaseFileName } from '../../electron/engine/storage/open-database.ts';
import { markFileName } from '../../electron/engine/storage/high-water-mark.ts';
import { refusalOf } from '../contract/suite.ts';
import { type Client, openEngine } from '../fixtures/open-engine.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const paper = { organName: 'Sở Y tế', subject: 'lịch trực Tết' };
const issue = async (client: Client): Promise<number> => (await client.outgoing.issue(await client.outgoing.draft(sampleLetter()))).codeNumber;

/** A folder copied while the program ran, without the `-wal`: five numbers of each book were acknowledged and are not in it. */
async function copiedWithoutLog() {
  const opened = openEngine();
  const { client, folder, engine } = opened;
  await client.settings.update({ office: sampleOffice });
  for (let turn = 0; turn < 2; turn += 1) await issue(client);
  await client.incoming.register(paper);
  engine.context.book.database().sqlite.pragma('wal_checkpoint(TRUNCATE)');
  for (let turn = 0; turn < 5; turn += 1) await issue(client);
  for (let turn = 0; turn < 5; turn += 1) await client.incoming.register(paper);
  const copy = join(temporaryFolder(), 'bản chép');
  cpSync(folder, copy, { recursive: true });
  rmSync(join(copy, `${databaseFileName}-wal`));
  rmSync(join(copy, `${databaseFileName}-shm`), { force: true });
  return { ...opened, copy };
}

test('thiếu tệp -wal: sổ chỉ đọc, nói thiếu số nào và lấy lại ra sao, không cấp số nào', async () => {
  const { copy, folder } = await copiedWithoutLog();
  const { client, engine } = openEngine({ dataFolder: copy });
  expect((await client.outgoing.list({ view: 'numbered' })).total).toBe(2);
  const missing = [{ kind: 'incoming', series: 'chung', year: 2026, from: 2, to: 6 }, { kind: 'outgoing', series: 'chung', year: 2026, from: 3, to: 7 }];
  expect((await client.books.missing()).rows).toEqual(missing);
  for (const call of [client.incoming.register(paper), client.outgoing.draft(sampleLetter()), client.outgoing.register({ codeNotation: 'UBND-VP', subject: 'khác' }), client.outgoing.reserve({ codeNotation: 'UBND-VP', reason: 'chờ ký' })]) {
    expect(await refusalOf(call)).toMatchObject({ code: 'NUMBERS_MISSING', message: expect.stringMatching(/văn bản đến năm 2026: 02–06; văn bản đi năm 2026: 03–07.*«-wal».*khôi phục/) as string, data: { missing } });
  }
  await engine.close();
  // the log comes back: everything is as it was
  copyFileSync(join(folder, `${databaseFileName}-wal`), join(copy, `${databaseFileName}-wal`));
  rmSync(join(copy, `${databaseFileName}-shm`), { force: true });
  const again = openEngine({ dataFolder: copy });
  expect((await again.client.books.missing()).rows).toEqual([]);
  expect(await issue(again.client)).toBe(8);
});

test.each<['after' | 'again', number, number]>([['after', 8, 7], ['again', 3, 2]])('người quyết định dùng tiếp, %s: số kế tiếp là %i và %i, quyết định nằm trong lịch sử', async (how, outgoing, incoming) => {
  const { copy } = await copiedWithoutLog();
  const { client, engine } = openEngine({ dataFolder: copy });
  await client.books.goOn({ how, reason: 'ổ cứng cũ hỏng, không còn tệp -wal' });
  expect(await issue(client)).toBe(outgoing);
  expect((await client.incoming.register(paper)).arrivalNumber).toBe(incoming);
  const kept = await client.outgoing.list({ view: 'reserved' });
  expect(kept.rows.map(({ codeNumber }) => codeNumber)).toEqual(how === 'after' ? [7, 6, 5, 4, 3] : []);
  const acts = (await client.books.years()).rows.flatMap((row) => row.acts);
  expect(acts.map(({ act, reason }) => [act, reason])).toEqual([[how === 'after' ? 'skip' : 'again', 'chung 2–6: ổ cứng cũ hỏng, không còn tệp -wal'], [how === 'after' ? 'skip' : 'again', 'chung 3–7: ổ cứng cũ hỏng, không còn tệp -wal']]);
  expect((await refusalOf(client.books.goOn({ how, reason: 'lần nữa' }))).code).toBe('NOT_ALLOWED');
  await engine.close();
  expect((await openEngine({ dataFolder: copy }).client.books.missing()).rows).toEqual([]);
});

test('tệp sổ cũ hơn đặt đè lên: cũng thấy; khôi phục bản sao lưu và lui lại thì không bị hỏi', async () => {
  const opened = openEngine();
  await opened.client.settings.update({ office: sampleOffice });
  await issue(opened.client);
  const backups = temporaryFolder();
  const { path } = await opened.client.backup.create({ to: backups });
  await opened.engine.close();
  const older = join(temporaryFolder(), 'cũ.sqlite');
  copyFileSync(join(opened.folder, databaseFileName), older);
  const middle = openEngine({ dataFolder: opened.folder });
  for (let turn = 0; turn < 3; turn += 1) await issue(middle.client);
  await middle.client.backup.restore({ path });
  expect(await issue(middle.client)).toBe(2);
  await middle.client.backup.undoRestore();
  expect(await issue(middle.client)).toBe(5);
  await middle.engine.close();
  copyFileSync(older, join(opened.folder, databaseFileName));
  const last = openEngine({ dataFolder: opened.folder });
  expect((await last.client.books.missing()).rows).toEqual([{ kind: 'outgoing', series: 'chung', year: 2026, from: 2, to: 5 }]);
});

test('mất cả -wal lẫn dấu: giấy tờ trong kho vẫn nói số nào đã cấp, ở dãy nào; sổ trọn vẹn mà mất dấu thì không bị hỏi', async () => {
  const { client, folder, engine } = openEngine();
  await client.settings.update({ office: sampleOffice, series: [{ name: 'kế hoạch', typeNames: ['Kế hoạch'] }] });
  await issue(client);
  engine.context.book.database().sqlite.pragma('wal_checkpoint(TRUNCATE)');
  for (let turn = 0; turn < 3; turn += 1) await issue(client);
  const plan = await client.outgoing.draft(sampleLetter({ typeName: 'Kế hoạch', codeNotation: 'KH-UBND', addressees: [] }));
  await client.outgoing.issue(plan);
  const copy = join(temporaryFolder(), 'bản chép');
  cpSync(folder, copy, { recursive: true });
  const whole = join(temporaryFolder(), 'trọn vẹn');
  cpSync(folder, whole, { recursive: true });
  for (const name of [`${databaseFileName}-wal`, `${databaseFileName}-shm`, markFileName]) rmSync(join(copy, name), { force: true });
  const { client: less } = openEngine({ dataFolder: copy });
  expect((await less.books.missing()).rows).toEqual([{ kind: 'outgoing', series: 'chung', year: 2026, from: 2, to: 4 }, { kind: 'outgoing', series: 'kế hoạch', year: 2026, from: 1, to: 1 }]);
  expect((await refusalOf(less.outgoing.draft(sampleLetter()))).code).toBe('NUMBERS_MISSING');
  await less.books.goOn({ how: 'after', reason: 'chép thiếu tệp' });
  expect(await issue(less)).toBe(5);
  rmSync(join(whole, markFileName));
  expect((await openEngine({ dataFolder: whole }).client.books.missing()).rows).toEqual([]);
});

test('dấu chậm hơn sổ, dấu bị cắt cụt, chưa có dấu: sổ mở bình thường và dấu được ghi cho kịp', async () => {
  const { client, folder, engine } = openEngine();
  await client.settings.update({ office: sampleOffice });
  for (let turn = 0; turn < 3; turn += 1) await issue(client);
  await engine.close();
  const mark = join(folder, markFileName);
  for (const text of ['outgoing\t2026\tchung\t1\n', 'outgoing\t2026\tchu', 'không phải dấu\n\u0000', null]) {
    if (text === null) rmSync(mark);
    else writeFileSync(mark, text);
    const again = openEngine({ dataFolder: folder });
    expect((await again.client.books.missing()).rows).toEqual([]);
    expect(readFileSync(mark, 'utf8')).toContain('outgoing\t2026\tchung\t3\n');
    await again.engine.close();
  }
  expect(existsSync(`${mark}.moi`)).toBe(false);
});

test('hai tiến trình cùng cấp số: dấu được bắt đầu lại ở tiến trình kia vẫn nhận số của tiến trình này', async () => {
  const { client, folder, engine } = openEngine();
  await client.settings.update({ office: sampleOffice });
  await issue(client);
  rmSync(join(folder, markFileName));
  await openEngine({ dataFolder: folder }).engine.close();
  await issue(client);
  expect(readFileSync(join(folder, markFileName), 'utf8')).toContain('outgoing\t2026\tchung\t2\n');
  await engine.close();
});

test('một dự thảo bỏ dở, một việc bị từ chối không để lại dấu', async () => {
  const { client, folder } = openEngine();
  await client.settings.update({ office: sampleOffice });
  await client.outgoing.draft(sampleLetter());
  await refusalOf(client.outgoing.register({ codeNotation: 'UBND-VP', subject: 'x', issuedDate: '2002-01-01' }));
  expect(readFileSync(join(folder, markFileName), 'utf8')).toBe('');
});

test('sổ thiếu số không tự sao lưu đè các bản tốt; có người quyết định rồi thì lại sao lưu mỗi ngày', async () => {
  const { copy } = await copiedWithoutLog();
  const { client, engine } = openEngine({ dataFolder: copy });
  expect(await backUpOnceADay(engine.context)).toBe(false);
  expect((await client.backup.list()).rows).toEqual([]);
  await client.books.goOn({ how: 'after', reason: 'không còn tệp cũ' });
  expect(await backUpOnceADay(engine.context)).toBe(true);
});

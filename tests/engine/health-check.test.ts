import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { databaseFileName } from '../../electron/engine/storage/open-database.ts';
import { withDemonstration } from '../fixtures/demonstration.ts';
import { officeWithLetters } from '../fixtures/office-with-letters.ts';
import { type Client, openEngine } from '../fixtures/open-engine.ts';
import { preparedOffice } from '../fixtures/prepared-office.ts';
import { sampleLetter } from '../fixtures/sample-letters.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

/** Every act the register knows, so that none of them looks like a fault. */
async function busyYear(client: Client): Promise<void> {
  const arrived = await client.incoming.register({ arrivalDate: '2026-11-02', organName: 'Sở Tài chính', code: '05/STC-NS', issuedDate: '2026-10-30', subject: 'dự toán năm 2027', files: [new File(['bản quét'], 'quét.pdf')] });
  await client.incoming.register({ arrivalDate: '2026-11-03', organName: 'Bộ Nội vụ', code: '12/BNV', subject: 'Đề án vị trí việc làm' });
  const wrong = await client.incoming.register({ arrivalDate: '2026-11-04', organName: 'Sở Y tế', code: '7/SYT', subject: 'nhập nhầm' });
  await client.incoming.cancel({ id: wrong.id, reason: 'nhập nhầm sổ' });
  await client.incoming.register({ arrivalDate: '2026-11-01', organName: 'Sở Y tế', code: '8/SYT', subject: 'đến sau, ghi lùi', backdateReason: 'văn thư nghỉ' });
  await client.incoming.update({ id: arrived.id, note: 'đã sửa ghi chú' });
  const issued = [];
  for (let turn = 0; turn < 4; turn += 1) issued.push(await client.outgoing.issue({ id: (await client.outgoing.draft(sampleLetter({ subject: `việc ${turn}` }))).id, issuedDate: '2026-11-10' }));
  await client.outgoing.cancel({ id: issued[0]!.id, reason: 'sai nội dung' });
  await client.outgoing.cancel({ id: issued[1]!.id, reason: 'nhầm' });
  await client.outgoing.restore({ id: issued[1]!.id });
  const kept = await client.outgoing.reserve({ codeNotation: 'UBND-VP', issuedDate: '2026-11-12', amount: 2, reason: 'họp kín' });
  await client.outgoing.register({ issuedDate: '2026-11-15', codeNotation: 'UBND-VP', subject: 'làm ở nơi khác', addressees: ['Sở Xây dựng'] });
  await client.outgoing.register({ issuedDate: '2026-11-18', codeNotation: 'UBND-VP', subject: 'dùng số giữ', reserved: kept.rows[0]!.id });
  await client.outgoing.mark({ ids: [issued[2]!.id], status: 'sent' });
  await client.outgoing.mark({ ids: [issued[2]!.id], status: 'replaced', by: issued[3]!.id, reason: 'thay nội dung' });
  await client.outgoing.draft(sampleLetter({ subject: 'còn đang soạn' }));
  await client.outgoing.draft(sampleLetter({ subject: '', incomplete: true } as never));
}

test('văn phòng mẫu khỏe mạnh', async () => {
  const { engine, client } = openEngine();
  await withDemonstration(engine);
  const { findings, checked } = await client.health.check();
  expect(findings).toEqual([]);
  expect(checked.outgoing).toBeGreaterThan(10);
  expect(checked.files).toBeGreaterThan(10);
});

test('một năm đủ mọi việc: hủy, khôi phục, giữ số, lùi ngày có lý do, thay thế; không báo động nhầm', async () => {
  const { client } = await officeWithLetters(0);
  await busyYear(client);
  const report = await client.health.check();
  expect(report.findings).toEqual([]);
  expect(report.checked).toMatchObject({ incoming: 4, files: 4 * 3 + 1 });
  expect(report.checked.searched).toBeGreaterThan(8);
});

test('mở sổ giữa năm không phải là thiếu số', async () => {
  const { client, issue } = await officeWithLetters(0);
  await client.books.start({ kind: 'outgoing', year: 2026, next: 146 });
  await client.books.start({ kind: 'incoming', year: 2026, next: 1247 });
  expect((await client.health.check()).findings).toEqual([]);
  await issue('số đầu tiên');
  await client.incoming.register({ arrivalDate: '2026-11-20', organName: 'Sở Tài chính', code: '1/STC', subject: 'x' });
  expect((await client.health.check()).findings).toEqual([]);
});

test('khôi phục bản cũ rồi kiểm tra: tệp còn thừa chỉ là điều nên biết', async () => {
  const { client, folder, issue } = await officeWithLetters(1);
  const { path } = await client.backup.create({ to: temporaryFolder() });
  const id = await issue('sau khi sao lưu');
  const files = (await client.outgoing.get({ id })).files.map(({ sha256 }) => join(folder, 'tep', sha256.slice(0, 2), sha256));
  for (const file of files) utimesSync(file, new Date(2020, 1, 1), new Date(2020, 1, 1));
  await client.backup.restore({ path });
  const { findings } = await client.health.check();
  expect(findings).toEqual([{ rule: 'file-orphan', severity: 'info', message: expect.stringMatching(/^3 tệp trong kho .* Sổ đã từng được khôi phục/) as string, where: expect.objectContaining({ kind: 'file' }) as object }]);
});

/** The data folder's database harmed by hand, its guards taken away first. */
function harm(folder: string, work: (book: BetterSqlite3.Database) => void): void {
  const book = new BetterSqlite3(join(folder, databaseFileName));
  book.pragma('foreign_keys = OFF');
  for (const { name } of book.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all() as { name: string }[]) book.exec(`DROP TRIGGER "${name}"`);
  work(book);
  book.close();
}
const run = (...statements: string[]) => (folder: string): void => harm(folder, (book) => statements.forEach((statement) => book.exec(statement)));
/** An index over other columns than its rows were made of: what opens without a word and only a whole check sees. */
function otherIndex(book: BetterSqlite3.Database): void {
  book.unsafeMode();
  book.pragma('writable_schema = ON');
  book.exec("UPDATE sqlite_master SET sql = replace(sql, 'arrivalDate', 'organName') WHERE name = 'incoming_by_day'");
}
const deleteOutgoing = (id: number) => [`DELETE FROM outgoingFile WHERE outgoingId = ${id}`, `DELETE FROM outgoingHistory WHERE outgoingId = ${id}`, `DELETE FROM outgoingIndex WHERE rowid = (SELECT sortKey FROM outgoing WHERE id = ${id})`, `DELETE FROM outgoing WHERE id = ${id}`];

const smallOffice = preparedOffice(async () => {
  const opened = await officeWithLetters(3);
  const { client } = opened;
  for (const [organName, day] of [['Sở Tài chính', '2026-11-02'], ['Bộ Nội vụ', '2026-11-03']] as const) await client.incoming.register({ arrivalDate: day, organName, code: '5/CV', issuedDate: '2026-10-30', subject: `văn bản của ${organName}` });
  expect((await client.health.check()).findings).toEqual([]);
  return opened;
});

test.each<[string, (folder: string) => void, string, RegExp, object]>([
  ['một số bị xóa mất giữa sổ', run(...deleteOutgoing(2)), 'number-gap', /^Sổ văn bản đi năm 2026 thiếu số 2:/, { kind: 'book', book: 'outgoing', year: 2026, number: 2 }],
  ['số cuối sổ bị xóa mất', run(...deleteOutgoing(3)), 'number-gap', /thiếu số 3:/, { number: 3 }],
  ['cả sổ đến mất dòng', run('DELETE FROM incomingFile', 'DELETE FROM incomingHistory', 'DELETE FROM incomingIndex', 'DELETE FROM incoming', 'DELETE FROM incomingCount'), 'number-gap', /^Sổ văn bản đến năm 2026 thiếu các số từ 1 đến 2:/, { book: 'incoming' }],
  ['hai dòng cùng một số', run('DROP INDEX outgoing_number', 'DROP INDEX outgoing_code', 'UPDATE outgoing SET codeNumber = 1 WHERE id = 3'), 'number-double', /^Văn bản đi số 01\/UBND-VP năm 2026 có hai dòng/, { kind: 'outgoing' }],
  ['sổ sẽ cấp lại số đã cấp', run("UPDATE book SET next = 2 WHERE kind = 'outgoing'"), 'number-beyond-book', /sẽ cấp số 2 nhưng đã có Văn bản đi số 03\/UBND-VP năm 2026/, { kind: 'outgoing', id: 3 }],
  ['số đếm của danh sách sai', run('UPDATE outgoingCount SET amount = 9'), 'counter', /ghi 9 dòng, trong sổ có 3/, { kind: 'book', year: 2026 }],
  ['số tệp đính kèm sai', run('UPDATE incoming SET fileCount = 4 WHERE id = 2'), 'counter', /^Số đến 2 năm 2026 ghi có 4 tệp/, { kind: 'incoming', id: 2 }],
  ['văn bản đã cấp số không nối tệp', run('DELETE FROM outgoingFile WHERE outgoingId = 1'), 'file-missing', /^Văn bản đi số 01\/UBND-VP năm 2026 đã cấp số mà không nối/, { kind: 'outgoing', id: 1 }],
  ['lịch sử trỏ tới dòng không có', run("INSERT INTO incomingHistory (incomingId, at, who, act) VALUES (99, '2026-01-01T00:00:00', 'ai', 'register')"), 'references', /incomingHistory.*mã 99/, { kind: 'incoming', id: 99 }],
  ['thay thế bởi không ai cả', run("UPDATE outgoing SET status = 'replaced' WHERE id = 1"), 'link', /^Văn bản đi số 01/, { kind: 'outgoing', id: 1 }],
  ['mất dòng trong chỉ mục', run('DELETE FROM outgoingIndex WHERE rowid = (SELECT sortKey FROM outgoing WHERE id = 2)'), 'search-index', /^Văn bản đi số 02\/UBND-VP năm 2026 không có trong chỉ mục/, { kind: 'outgoing', id: 2 }],
  ['chỉ mục nói khác sổ', run("UPDATE incoming SET subject = 'trích yếu hoàn toàn khác' WHERE id = 1"), 'search-index', /^Số đến 1 năm 2026 không tìm thấy được bằng trích yếu/, { kind: 'incoming', id: 1 }],
  ['ngày không có trong lịch', run("UPDATE incoming SET dueDate = '2026-02-30' WHERE id = 1"), 'date-range', /^Số đến 1 năm 2026: hạn «2026-02-30» không có trong lịch/, { kind: 'incoming', id: 1 }],
  ['ngày đến thuộc năm khác', run("UPDATE incoming SET arrivalDate = '2025-11-02' WHERE id = 1"), 'date-range', /không thuộc năm 2026 của sổ/, { id: 1 }],
  ['văn bản đề ngày sau ngày đến', run("UPDATE incoming SET issuedDate = '2026-12-01' WHERE id = 1"), 'date-range', /sau ngày đến 02\/11\/2026/, { id: 1 }],
  ['số sau đề ngày trước mà không ghi lý do', run("UPDATE outgoing SET issuedDate = '2026-01-01' WHERE id = 3"), 'date-order', /^Văn bản đi số 03.* ngày 01\/01\/2026, trước ngày 20\/11\/2026/, { kind: 'outgoing', id: 3 }],
  ['mất lịch sử cấp số', run("DELETE FROM outgoingHistory WHERE outgoingId = 2 AND act = 'issue'"), 'history', /^Văn bản đi số 02\/UBND-VP năm 2026 đã cấp số mà không có ghi chép ai cấp/, { id: 2 }],
  ['hủy mà không ai hủy', run("UPDATE incoming SET status = 'cancelled', cancelReason = 'x' WHERE id = 1"), 'history', /^Số đến 1 năm 2026 đã hủy mà không có ghi chép/, { id: 1 }],
  ['sổ đóng mà không ai đóng', run("UPDATE bookYear SET state = 'closed' WHERE kind = 'incoming'"), 'book-years', /^Sổ văn bản đến năm 2026 đã đóng mà không có ghi chép/, { kind: 'book', book: 'incoming', year: 2026 }],
  ['sổ đã đóng mà vẫn mở', run("INSERT INTO bookYearAct (at, who, kind, year, act) VALUES ('2026-11-30T08:00:00', 'ai', 'outgoing', 2026, 'close')"), 'book-years', /^Sổ văn bản đi năm 2026 có ghi chép đã đóng mà vẫn nhận số/, { book: 'outgoing' }],
  ['số vào sổ sau khi đóng', run("INSERT INTO bookYearAct (at, who, kind, year, act) VALUES ('2026-01-01T08:00:00', 'ai', 'outgoing', 2026, 'close')", "UPDATE bookYear SET state = 'closed' WHERE kind = 'outgoing'"), 'book-years', /^Văn bản đi số 03\/UBND-VP năm 2026 vào sổ ngày .*, sau khi sổ năm 2026 đã đóng ngày 01\/01\/2026/, { kind: 'outgoing', id: 3 }],
])('%s: báo đúng luật, đúng dòng', async (_, spoil, rule, message, where) => {
  const folder = await smallOffice();
  spoil(folder);
  const again = openEngine({ dataFolder: folder });
  const { findings } = await again.client.health.check();
  const found = findings.filter((finding) => finding.rule === rule);
  expect(found.map((finding) => finding.message)).toContainEqual(expect.stringMatching(message));
  expect(found.map((finding) => finding.where)).toContainEqual(expect.objectContaining(where));
});

test('chỉ mục của bảng lệch, trigger bị gỡ: mở sổ là lập lại, sổ lại khỏe', async () => {
  const folder = await smallOffice();
  harm(folder, otherIndex);
  const again = openEngine({ dataFolder: folder });
  expect((await again.client.health.check()).findings).toEqual([]);
});

const trackingOffice = preparedOffice(async () => {
  const opened = await officeWithLetters(0);
  const { client } = opened;
  for (const name of ['Sở Y tế', 'Sở Nội vụ']) await client.agencies.save({ name });
  const { days } = await client.calendar.get({ year: 2026 });
  await client.calendar.save({ year: 2026, days, confirmed: true, source: 'Thông báo' });
  const { id } = await client.outgoing.draft(sampleLetter({ addressees: ['Sở Y tế', 'Sở Nội vụ'], obligations: [{ agencies: ['Sở Y tế', 'Sở Nội vụ'], what: 'báo cáo số hộ', due: '2026-11-17', time: null, recurrence: 'daily', until: '2026-11-18', reportTo: null }] }));
  await client.outgoing.issue({ id, issuedDate: '2026-11-10' });
  const [kept] = (await client.owed.of({ dispatch: id })).rows;
  await client.incoming.register({ organName: 'Sở Y tế', subject: 'báo cáo', arrivalDate: '2026-11-18', reports: [(kept?.duties[0]?.id ?? 0) * 10_000 + 1] });
  const [recipient] = (await client.recipients.list({ dispatch: id })).rows;
  await client.recipients.mark({ ids: [recipient?.id ?? 0], set: { how: 'post', sentDate: '2026-11-11' } });
  expect((await client.health.check()).findings).toEqual([]);
  return opened;
});

test.each<[string, (folder: string) => void, string, RegExp]>([
  ['số đếm báo cáo của một đơn vị sai', run('UPDATE duty SET settled = 0 WHERE id = 1'), 'counter', /^Việc «báo cáo số hộ» của văn bản đi mã 1 có số đếm báo cáo/],
  ['số đếm báo cáo của việc sai', run('UPDATE obligation SET settledLate = 7'), 'counter', /có số đếm báo cáo/],
  ['số đơn vị sai', run('UPDATE obligation SET agencies = 9'), 'counter', /ghi số đơn vị khác/],
  ['mất một ngày báo cáo', run('DELETE FROM obligationDay WHERE n = 1'), 'counter', /có ngày báo cáo trùng, thiếu hoặc không theo thứ tự/],
  ['một đơn vị hai lần', run('UPDATE duty SET agencyId = NULL, name = (SELECT name FROM duty WHERE id = 1)'), 'counter', /có một đơn vị đứng hai lần/],
  ['báo cáo của một ngày khác', run("UPDATE owed SET instant = '2020-01-01T24:00'"), 'link', /có báo cáo ghi cho một ngày không phải ngày báo cáo/],
  ['giao việc theo dự thảo', run("UPDATE outgoing SET codeNumber = NULL, status = 'draft' WHERE id = 1"), 'link', /giao theo một văn bản chưa có số/],
  ['phần việc không thuộc việc nào', run('UPDATE duty SET obligationId = 99 WHERE id = 1'), 'references', /Bảng «duty» nối tới một dòng không còn trong bảng «obligation»/],
  ['báo cáo không ai ghi', run("DELETE FROM trackingHistory WHERE subject = 'owed'"), 'history', /không có ghi chép ai ghi/],
  ['nơi nhận của văn bản không có', run('UPDATE recipient SET outgoingId = 99 WHERE id = 1'), 'references', /Bảng «recipient».*«outgoing»/],
  ['nơi nhận của dự thảo', run("UPDATE outgoing SET codeNumber = NULL, status = 'draft' WHERE id = 1"), 'link', /chưa có số mà đã có nơi nhận/],
  ['một nơi nhận hai lần', run("UPDATE recipient SET agencyId = NULL, name = 'Sở Y tế'"), 'link', /^Văn bản đi số 01\/UBND-VP năm 2026 có nơi nhận «Sở Y tế» hai lần/],
  ['ký nhận trước khi gửi', run("UPDATE recipient SET acknowledgedDate = '2026-11-01' WHERE sentDate IS NOT NULL"), 'date-order', /ký nhận hoặc trả lại ngày 01\/11\/2026, trước ngày gửi 11\/11\/2026/],
  ['gửi mà không ai ghi', run("DELETE FROM trackingHistory WHERE subject = 'recipient'"), 'history', /ghi đã gửi «.*» mà không có ghi chép ai ghi/],
  ['văn bản báo cáo đã hủy', run("UPDATE incoming SET status = 'cancelled', cancelReason = 'nhầm' WHERE id = 1"), 'link', /^Số đến 1 năm 2026 đã hủy, mà «Sở Y tế» được ghi là đã báo cáo «báo cáo số hộ» hạn 17\/11\/2026/],
  ['hai mục danh bạ gộp vào nhau', run('UPDATE agency SET mergedInto = 3 - id WHERE id < 3'), 'link', /^Danh bạ: «.*» gộp vào một mục mà cuối cùng lại gộp vào chính nó/],
  ['ngày nghỉ của năm khác', run("UPDATE calendarDay SET day = '2025-02-03' WHERE day = (SELECT max(day) FROM calendarDay)"), 'date-range', /^Lịch nghỉ năm 2026 có «.*» ngày 2025-02-03, không thuộc năm ấy/],
  ['ngày nghỉ không có trong lịch', run("UPDATE calendarDay SET day = '2026-02-30' WHERE day = (SELECT max(day) FROM calendarDay)"), 'date-range', /^Lịch nghỉ năm 2026: ngày của «.*» «2026-02-30» không có trong lịch/],
])('việc theo dõi, %s: báo đúng luật', async (_, spoil, rule, message) => {
  const folder = await trackingOffice();
  spoil(folder);
  const again = openEngine({ dataFolder: folder });
  const found = (await again.client.health.check()).findings.filter((finding) => finding.rule === rule);
  expect(found.map((finding) => finding.message)).toContainEqual(expect.stringMatching(message));
});

test('tệp mất và tệp bị sửa: nêu tên tệp và dòng của nó', async () => {
  const { client, folder } = await officeWithLetters(1);
  const { files } = await client.outgoing.get({ id: 1 });
  const path = (sha256: string): string => join(folder, 'tep', sha256.slice(0, 2), sha256);
  rmSync(path(files[0]!.sha256));
  writeFileSync(path(files[1]!.sha256), 'bị sửa');
  const { findings } = await client.health.check();
  expect(findings.toSorted((one, other) => (one.rule < other.rule ? 1 : -1))).toEqual([
    { rule: 'file-missing', severity: 'error', message: expect.stringContaining(`Văn bản đi số 01/UBND-VP năm 2026: tệp «${files[0]!.name}» không còn`) as string, where: { kind: 'outgoing', id: 1, sha256: files[0]!.sha256 } },
    { rule: 'file-changed', severity: 'error', message: expect.stringContaining(`tệp «${files[1]!.name}» đã bị thay đổi`) as string, where: { kind: 'outgoing', id: 1, sha256: files[1]!.sha256 } },
  ]);
});

test('kiểm tra trong lúc đang nhập: không báo động nhầm', async () => {
  const { client, issue } = await officeWithLetters(2);
  let going = true;
  const writing = (async () => {
    for (let turn = 0; going; turn += 1) await issue(`trong lúc kiểm tra ${turn}`);
  })();
  for (let turn = 0; turn < 5; turn += 1) expect((await client.health.check()).findings).toEqual([]);
  going = false;
  await writing;
});

test('sổ cũ chỉ giải thích những số nó mang vào: số mất ở dãy khác, ở chỗ sau nó đều được báo; gỡ sổ cũ ra không thành báo nhầm', async () => {
  const { client, folder } = openEngine();
  await client.settings.update({ office: { name: 'SỞ NỘI VỤ', place: 'An Bình' } });
  const heads = 'Số đến,Ngày đến,Tác giả,Số ký hiệu,Ngày văn bản,Tên loại và trích yếu nội dung\n';
  const rows = ['1', '2', '3-5'].map((number) => `${number},02/01/2026,Sở Y tế,${number.slice(0, 1)}/SYT,01/01/2026,Công văn số ${number} về tiêm chủng\n`);
  const { batch, imported } = await client.import.apply({ book: 'incoming', file: new File([heads, ...rows], 'sổ.csv') });
  expect(imported).toBe(3);
  const enter = async (arrivalDate: string, code: string) => client.incoming.register({ arrivalDate, organName: 'Bộ Nội vụ', code, subject: 'đề án', confirm: ['year:2025'] });
  const missing = async () => (await client.health.check()).findings.filter(({ rule }) => rule === 'number-gap').map(({ message }) => message.replace(/:.*/, ''));
  expect(await missing()).toEqual([]);
  const six = await enter('2026-11-02', '6/BNV');
  expect(six.arrivalNumber).toBe(6);
  await enter('2025-12-30', '1/BNV');
  await enter('2025-12-30', '2/BNV');
  expect(await missing()).toEqual([]);
  // what the program itself would never do: lines lost from under it
  const lose = (sql: string): void => {
    const book = new BetterSqlite3(join(folder, databaseFileName));
    book.pragma('foreign_keys = OFF');
    book.exec(`DROP TRIGGER IF EXISTS incoming_is_never_deleted; ${sql}`);
    book.close();
  };
  await client.import.undo({ batch: batch ?? 0 });
  expect(await missing()).toEqual([]);
  // a book whose batch was taken out before it was noted how far it had brought the series
  lose("DELETE FROM saved WHERE kind = 'import-next'");
  expect((await client.health.check()).findings.filter(({ rule }) => rule === 'number-gap').map(({ message }) => message)).toEqual([
    expect.stringMatching(/^Sổ văn bản đến năm 2026 thiếu các số từ 1 đến 5: không còn dòng nào\. Có thể đó là số của lần nhập «sổ\.csv» đã gỡ ngày \d{2}\/\d{2}\/2026; không phải thì tìm trong bản sao lưu gần nhất\.$/),
  ]);
  lose('DELETE FROM incoming WHERE year = 2025 AND arrivalNumber = 1');
  expect(await missing()).toEqual(['Sổ văn bản đến năm 2025 thiếu số 1', 'Sổ văn bản đến năm 2026 thiếu các số từ 1 đến 5']);
});

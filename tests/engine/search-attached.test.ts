import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { databaseFileName } from '../../electron/engine/storage/open-database.ts';
import { hostilePdfs } from '../fixtures/hostile-pdfs.ts';
import { type Client, openEngine } from '../fixtures/open-engine.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';
import { textDocx, textPdf } from '../fixtures/text-files.ts';

async function office() {
  const opened = openEngine();
  await opened.client.settings.update({ office: sampleOffice });
  return opened;
}

const arrived = (client: Client, files: File[], changes: object = {}) =>
  client.incoming.register({ organName: 'Sở Tài chính', code: '15/STC-NS', subject: 'gửi tài liệu', issuedDate: '2026-11-19', files, ...changes });

const found = async (client: Client, text: string) => (await client.search.all({ text })).hits.map((hit) => [hit.kind, hit.id, hit.found?.where, hit.found?.sentence]);

const states = (folder: string): unknown[] => {
  const book = new BetterSqlite3(join(folder, databaseFileName), { readonly: true });
  try {
    return book.prepare('SELECT state, reason FROM fileText ORDER BY state').all();
  } finally {
    book.close();
  }
};

test('PDF có lớp chữ, .docx, .txt của văn bản đến: vào sổ ngay, đọc sau, tìm thấy câu trong từng tệp', async () => {
  const { client, engine } = await office();
  const pdf = await textPdf([['ỦY BAN NHÂN DÂN TỈNH', 'Về việc nâng cấp trạm bơm'], ['Giao Sở Xây dựng thẩm tra hồ sơ thiết kế trạm', 'bơm Cống Mới, hoàn thành trong quý I. Kinh phí do', 'ngân sách tỉnh bảo đảm.']], 'du-an.pdf');
  const docx = textDocx(['Báo cáo tình hình.', 'Diện tích lúa bị ngập là 1.250 ha. Thiệt hại đang thống kê.'], 'báo cáo.docx');
  const txt = new File(['Ghi chú bàn giao:\r\nchìa khóa phòng hồ sơ để ở tủ số 3\r\n'], 'ghi-chu.txt');
  const { id } = await arrived(client, [pdf, docx, txt]);
  expect((await client.search.all({ text: 'Cống Mới' })).unread.files).toBe(3);
  await engine.context.texts.settle();
  expect((await client.search.all({ text: 'Cống Mới' })).unread).toEqual({ letters: 0, files: 0 });
  expect(await found(client, 'cong moi')).toEqual([['incoming', id, 'tệp đính kèm du-an.pdf', 'Giao Sở Xây dựng thẩm tra hồ sơ thiết kế trạm bơm Cống Mới, hoàn thành trong quý I.']]);
  expect(await found(client, 'ngập 1250')).toEqual([['incoming', id, 'tệp đính kèm báo cáo.docx', 'Diện tích lúa bị ngập là 1.250 ha.']]);
  expect(await found(client, 'chia khoa')).toEqual([['incoming', id, 'tệp đính kèm ghi-chu.txt', 'chìa khóa phòng hồ sơ để ở tủ số 3']]);
  // words of the line and of its file at once
  expect((await found(client, 'sở tài chính chìa khóa'))[0]?.slice(0, 3)).toEqual(['incoming', id, 'tệp đính kèm ghi-chu.txt']);
});

test('đính thêm, gỡ ra, đính lại: chữ trong tệp theo đúng tệp; cùng tệp ở hai dòng thì cả hai tìm thấy', async () => {
  const { client, engine } = await office();
  const file = () => textDocx(['Quy chế trực đêm của nhà khách.'], 'quy-che.docx');
  const incoming = await arrived(client, []);
  const { id } = await client.outgoing.draft(sampleLetter({ appendices: [] }));
  await client.outgoing.issue({ id });
  await client.incoming.attach({ id: incoming.id, files: [file()] });
  await engine.context.texts.settle();
  expect(await found(client, 'trực đêm')).toEqual([['incoming', incoming.id, 'tệp đính kèm quy-che.docx', 'Quy chế trực đêm của nhà khách.']]);
  // the same content again: known at once, in the transaction that links it
  const { files } = await client.outgoing.attach({ id, files: [file()] });
  expect((await found(client, 'trực đêm')).map(([kind]) => kind).sort()).toEqual(['incoming', 'outgoing']);
  const ordinal = files.find(({ role }) => role === 'attached')?.ordinal ?? 0;
  await client.outgoing.detach({ id, ordinal, reason: 'nhầm' });
  await client.incoming.detach({ id: incoming.id, ordinal: 1, reason: 'nhầm' });
  expect(await found(client, 'trực đêm')).toEqual([]);
  await client.incoming.attach({ id: incoming.id, files: [file()] });
  expect((await found(client, 'trực đêm')).map(([kind]) => kind)).toEqual(['incoming']);
  const again = await arrived(client, [file()], { code: '16/STC-NS' });
  expect((await found(client, 'trực đêm')).map(([, line]) => line).sort()).toEqual([incoming.id, again.id].sort());
});

test('tệp mang độ mật, ảnh quét, tệp hỏng: không tìm được bằng chữ bên trong, lý do được ghi lại', async () => {
  const { client, engine, folder } = await office();
  await arrived(client, [
    textDocx(['TỐI MẬT', 'Phương án bố trí lực lượng.'], 'phuong-an.docx'),
    await textPdf([[]], 'scan.pdf'),
    new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0])], 'anh.jpg'),
    new File(['%PDF-1.7 hỏng'], 'hong.pdf'),
  ]);
  await engine.context.texts.settle();
  expect(await found(client, 'bố trí lực lượng')).toEqual([]);
  expect(states(folder)).toEqual([
    { state: 'none', reason: expect.stringContaining('không') as string },
    { state: 'none', reason: expect.stringContaining('không') as string },
    { state: 'secret', reason: expect.stringContaining('«Tối mật»') as string },
    { state: 'unreadable', reason: expect.stringContaining('«hong.pdf»') as string },
  ]);
});

test('PDF ác ý không giữ được số: vào sổ và cấp số đi ngay, từng tệp có kết luận', async () => {
  const { client, engine, folder } = await office();
  const files = hostilePdfs.map(([, make], at) => new File([new Uint8Array(make())], `tep-${at}.pdf`));
  const { id } = await arrived(client, files);
  const reading = engine.context.texts.settle();
  const draft = await client.outgoing.draft(sampleLetter());
  expect((await client.outgoing.issue({ id: draft.id })).codeNumber).toBe(1);
  await reading;
  expect(states(folder)).not.toContainEqual(expect.objectContaining({ state: 'waiting' }));
  expect((await client.incoming.get({ id })).files).toHaveLength(files.length);
});

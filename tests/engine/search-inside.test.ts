import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsIn } from '../../electron/engine/storage/index-row.ts';
import { foldVietnamese } from '../../shared/domain/vietnamese-text.ts';
import { readBody } from '../../shared/letter/rich-text.ts';
import { type Client, openEngine } from '../fixtures/open-engine.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { textDocx } from '../fixtures/text-files.ts';

const body = [
  'Thực hiện chỉ đạo của tỉnh, Sở yêu cầu các đơn vị kiểm kê **máy phát điện** dự phòng. Kết quả gửi trước ngày 15/12/2026.',
  '1. Rà soát kho lưu trữ bị dột.',
].join('\n');

async function office() {
  const opened = openEngine();
  await opened.client.settings.update({ office: sampleOffice });
  const draft = await opened.client.outgoing.draft(sampleLetter({ subject: 'kiểm kê tài sản', body, appendices: [] }));
  return { ...opened, id: draft.id };
}

const inside = async (client: Client, text: string) => (await client.search.all({ text })).hits.filter(({ found }) => found !== null);

test('chữ trong thư: tìm thấy có dấu và không dấu, kèm câu và chữ được đánh dấu', async () => {
  const { client, id } = await office();
  for (const text of ['máy phát điện', 'may phat dien', 'MAY PHAT']) {
    const [hit, ...others] = await inside(client, text);
    expect(others).toEqual([]);
    expect(hit).toMatchObject({ kind: 'outgoing', id, matched: ['body'], found: { where: 'trong thư', sentence: 'Thực hiện chỉ đạo của tỉnh, Sở yêu cầu các đơn vị kiểm kê máy phát điện dự phòng.' } });
    const marked = hit?.found?.marks.map(([start, end]) => hit.found?.sentence.slice(start, end));
    expect(marked).toEqual(text === 'MAY PHAT' ? ['máy', 'phát'] : ['máy', 'phát', 'điện']);
  }
  expect((await inside(client, 'kho luu tru dot'))[0]?.found?.sentence).toBe('1. Rà soát kho lưu trữ bị dột.');
});

test('dòng của sổ đứng trước chữ trong thư; dòng đã khớp ở sổ không hiện hai lần', async () => {
  const { client, id } = await office();
  const other = await client.outgoing.draft(sampleLetter({ subject: 'máy phát điện', body: 'Về máy phát điện của cơ quan.' }));
  const { hits } = await client.search.all({ text: 'máy phát điện' });
  expect(hits.map((hit) => [hit.id, hit.found?.where ?? null])).toEqual([[other.id, null], [id, 'trong thư']]);
  // a mixture of both: words of the subject and of the body
  expect((await inside(client, 'kiểm kê tài sản dột'))[0]).toMatchObject({ id, found: { sentence: '1. Rà soát kho lưu trữ bị dột.' } });
  expect((await client.search.all({ text: 'máy phát điện', limit: 1 })).hits.map((hit) => hit.id)).toEqual([other.id]);
});

test('đúng dấu đứng trước khi cả hai đều ở trong thư', async () => {
  const { client } = await office();
  const toned = await client.outgoing.draft(sampleLetter({ subject: 'một', body: 'Tuyến đường gom qua cụm.', issuedDate: '2026-01-05' }));
  const plain = await client.outgoing.draft(sampleLetter({ subject: 'hai', body: 'Sản lượng đương quy năm nay.', issuedDate: '2026-11-05' }));
  expect((await inside(client, 'đường')).map((hit) => [hit.id, hit.exact])).toEqual([[toned.id, true], [plain.id, false]]);
  expect((await inside(client, 'duong')).map((hit) => hit.id)).toEqual([plain.id, toned.id]);
});

test('phụ lục: tên, đầu cột, ô chữ, số viết có chấm hay liền; hai phụ lục thì nói phụ lục nào', async () => {
  const { client } = await office();
  const columns = [{ header: 'STT', kind: 'ordinal' as const }, { header: 'Công trình', kind: 'text' as const }, { header: 'Dự toán', kind: 'number' as const, total: true }];
  const { id } = await client.outgoing.draft(
    sampleLetter({
      body: 'Kèm theo hai bảng.',
      appendices: [
        { title: 'Công trình khởi công', columns, rows: [['Hồ chứa Suối Sâu', 1705059], ['Kè Bến Gỗ', 12]] },
        { title: 'Công trình hoãn', columns, rows: [['Chợ Phú Lộc', 250.5]] },
      ],
    }),
  );
  const where = async (text: string) => (await inside(client, text)).map((hit) => [hit.id, hit.matched, hit.found?.where, hit.found?.sentence]);
  expect(await where('suoi sau')).toEqual([[id, ['appendix'], 'Phụ lục I', '1 · Hồ chứa Suối Sâu · 1.705.059']]);
  expect(await where('1705059')).toEqual(await where('1.705.059'));
  expect((await inside(client, '1705059'))[0]?.found?.marks).toEqual([[23, 32]]);
  expect(await where('chợ phú')).toEqual([[id, ['appendix'], 'Phụ lục II', '1 · Chợ Phú Lộc · 250,5']]);
});

test('mọi việc trên thư đều giữ chữ theo kịp: sửa, cấp số, hủy, khôi phục, dùng số giữ', async () => {
  const { client, id } = await office();
  const ids = async (text: string) => (await inside(client, text)).map((hit) => hit.id);
  await client.outgoing.update({ id, ...sampleLetter({ subject: 'kiểm kê tài sản', body: 'Thay bằng máy bơm nước.', appendices: [] }) });
  expect([await ids('máy phát điện'), await ids('bơm nước')]).toEqual([[], [id]]);
  await client.outgoing.issue({ id });
  expect((await inside(client, 'bơm nước')).map((hit) => [hit.id, hit.code, hit.status])).toEqual([[id, '01/UBND-VP', 'issued']]);
  const cancelled = await client.outgoing.cancel({ id, reason: 'sai thể thức' });
  expect((await inside(client, 'bơm nước')).map((hit) => hit.status)).toEqual([cancelled.status]);
  await client.outgoing.restore({ id });
  expect(await ids('bơm nước')).toEqual([id]);
  // a draft that is cancelled goes to another place of the list, and back
  const draft = await client.outgoing.draft(sampleLetter({ body: 'Lắp đèn hành lang.' }));
  await client.outgoing.cancel({ id: draft.id, reason: 'thôi' });
  expect(await ids('đèn hành lang')).toEqual([draft.id]);
  await client.outgoing.restore({ id: draft.id });
  expect(await ids('đèn hành lang')).toEqual([draft.id]);
  const { rows } = await client.outgoing.reserve({ typeName: 'Công văn', codeNotation: 'UBND-VP', reason: 'chờ ký' });
  await client.outgoing.issue({ id: draft.id, reserved: rows[0]?.id ?? 0 });
  expect(await ids('đèn hành lang')).toEqual([draft.id]);
});

test('bất cứ chữ nào trong nội dung thư cũng tìm thấy thư ấy, có dấu hay không', async () => {
  const { client } = openEngine();
  await client.settings.update({ office: sampleOffice });
  const syllables = ['nghị', 'quyết', 'đường', 'ở', 'ý', 'khoản', 'Xã', '15/11/2026', '2.500.000', '12a', 'TP.HCM', 'e-mail', '**đậm**', '*nghiêng*', 'Ủy', 'ban', '50%', 'm²', 'Nguyễn', 'O’Neil', '№5', 'Đắk Lắk', 'qui', 'quý', '20*30'];
  const letters = fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵĐƠƯÁỆ0123456789.,-/()*«»"\'&%');
  const word = fc.oneof(fc.constantFrom(...syllables), fc.string({ unit: letters, minLength: 1, maxLength: 8 }));
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 30 }), fc.nat(), async (parts, pick) => {
      const text = parts.join(' ').replace(/[\n|]/g, ' ');
      const draft = await client.outgoing.draft(sampleLetter({ subject: 'x', body: `Mở đầu. ${text}`, appendices: [] })).catch(() => null);
      // refused by the form: a secrecy mark, nothing visible
      if (!draft) return;
      const { body: stored } = await client.outgoing.get({ id: draft.id });
      const printed = readBody(stored).flatMap(({ text: runs }) => wordsIn(runs.map((run) => run.text).join('')));
      const wanted = printed[pick % printed.length] ?? '';
      for (const typed of [wanted, foldVietnamese(wanted), wanted.toUpperCase()]) {
        if (wordsIn(typed).length !== 1 || foldVietnamese(typed) !== foldVietnamese(wanted)) continue;
        const { hits } = await client.search.all({ text: typed.slice(0, 200), limit: 100 });
        const hit = hits.find(({ id }) => id === draft.id);
        // the newest of a hundred drafts, unless a field of the register has the word too
        expect(hit, `«${typed}» trong «${text}»`).toBeDefined();
        if (hit?.found) expect(hit.found.marks.length).toBeGreaterThan(0);
      }
      await client.outgoing.update({ id: draft.id, ...sampleLetter({ subject: 'x', body: 'Trống.', appendices: [] }) });
    }),
    { numRuns: 25, seed: 20261120, endOnFailure: true },
  );
});

test('bản sao lưu khôi phục lại thì chữ trong thư và tệp cũng trở lại, kể cả tệp chưa kịp đọc lúc sao lưu', async () => {
  const { client, engine, id } = await office();
  await client.outgoing.attach({ id, files: [textDocx(['Biên bản bàn giao chìa khóa kho.'], 'bb.docx')] });
  const { path } = await client.backup.create({ to: temporaryFolder() });
  await client.outgoing.update({ id, ...sampleLetter({ subject: 'kiểm kê tài sản', body: 'Không còn gì.', appendices: [] }) });
  await client.outgoing.detach({ id, ordinal: 1, reason: 'nhầm' });
  await engine.context.texts.settle();
  expect([await inside(client, 'máy phát'), await inside(client, 'chìa khóa')]).toEqual([[], []]);
  await client.backup.restore({ path });
  await engine.context.texts.settle();
  expect((await inside(client, 'máy phát')).map((hit) => hit.id)).toEqual([id]);
  expect((await inside(client, 'chìa khóa')).map((hit) => hit.found?.where)).toEqual(['tệp đính kèm bb.docx']);
});

test('gỡ lần nhập sổ cũ không để lại chữ nào; sổ có chữ trong thư vẫn lành', async () => {
  const { client, engine } = await office();
  const file = new File(['Số;Ký hiệu;Ngày;Tên loại;Trích yếu\n7;UBND-VP;05/01/2026;Công văn;xác nhận hồ sơ\n'], 'so-di-2026.csv');
  const { batch } = await client.import.apply({ book: 'outgoing', file });
  await client.import.undo({ batch: batch ?? 0 });
  await client.incoming.register({ organName: 'Sở Y tế', code: '1/SYT', subject: 'gửi tệp', files: [textDocx(['TUYỆT MẬT', 'Nội dung.'], 'a.docx'), new File(['%PDF-1.4 cụt'], 'b.pdf')] });
  await engine.context.texts.settle();
  const { findings } = await client.health.check({});
  expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['file-text', 'warning'], ['file-text', 'info']]);
  expect(findings[0]?.message).toContain('mang độ mật «Tuyệt mật»');
});

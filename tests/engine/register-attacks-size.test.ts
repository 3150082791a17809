import { expect, test } from 'vitest';
import { fillRegister } from '../fixtures/fill-register.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { auditRegister } from '../fixtures/register-audit.ts';

test('đổi và hoàn tác hàng nghìn dòng không bắt người khác chờ đến hết; chỉ mục theo kịp', async () => {
  const { client, folder, engine } = openEngine();
  fillRegister(folder, { incoming: 2000, outgoing: 2000, years: 1 });
  const done: string[] = [];
  const { rows } = await engine.context.database.selectFrom('incoming').select('id').where('status', '=', 'registered').execute().then((lines) => ({ rows: lines }));
  const changing = client.incoming.change({ ids: rows.map(({ id }) => id), set: { toPlaces: 'Phòng Ngoại vụ' } }).then((changed) => (done.push('đổi'), changed));
  await client.incoming.list({ text: 'rung' }).then(() => done.push('tìm'));
  const { act, changed } = await changing;
  expect([done, changed]).toEqual([['tìm', 'đổi'], rows.length]);
  expect((await client.incoming.list({ columns: { people: 'ngoai vu' } })).total).toBe(rows.length);
  expect((await client.register.undo({ act: act ?? 0 })).changed).toBe(rows.length);
  expect((await client.incoming.list({ columns: { people: 'ngoai vu' } })).total).toBe(0);
  await engine.close();
  expect(auditRegister(folder).faults.filter((fault) => /index|counted/.test(fault))).toEqual([]);
});

test('câu dài dán vào ô tìm: chữ lặp lại, trăm chữ cái rời hay cả câu đều trả lời, chữ cuối còn dở vẫn ra', async () => {
  const { client } = openEngine();
  await client.incoming.register({ organName: 'Sở Tài chính', subject: 'đề nghị thẩm định dự toán kinh phí sửa chữa đường giao thông nông thôn' });
  await client.incoming.register({ organName: 'Sở Tài chính', subject: 'đề nghị thẩm định dự toán kinh phí sửa chữa dương cầm' });
  const found = async (text: string): Promise<number> => (await client.incoming.list({ text })).total;
  expect(await found('đề nghị thẩm định dự toán kinh phí sửa chữa đường giao thông nông th')).toBe(1);
  expect(await found('de nghi tham dinh du toan kinh phi sua chua duong')).toBe(2);
  expect(await found('đ '.repeat(100))).toBe(2);
  expect(await found('a b c d e g h i k l m n o p q r s t u v x y '.repeat(5).slice(0, 199))).toBe(0);
  expect((await client.incoming.list({ text: 'đề nghị thẩm định dự toán kinh phí sửa chữa đường' })).rows[0]?.subject).toContain('đường giao thông');
});

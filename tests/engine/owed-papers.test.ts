import { describe, expect, it } from 'vitest';
import ExcelJS from 'exceljs';
import { refusalOf } from '../contract/suite.ts';
import { fillOwed } from '../fixtures/fill-owed.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { readCalendarFile } from '../fixtures/read-calendar-file.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';
import { all, readPackage, rootOf } from '../documents/read-package.ts';

const communes = ['UBND xã Bình Hòa', 'UBND phường Tân An', 'UBND xã An Sơn'];

/** An office that asked three communes for a report by 18/11, on 20/11/2026. */
async function askedOffice() {
  const { client } = openEngine();
  await client.settings.update({ office: sampleOffice });
  await client.groups.save({ name: 'UBND các xã, phường', members: communes });
  const { id } = await client.outgoing.draft(sampleLetter({ addressees: ['UBND các xã, phường'], obligations: [{ agencies: ['UBND các xã, phường'], what: 'báo cáo số trụ sở', due: '2026-11-18', time: null, recurrence: null, reportTo: 'Sở Tài chính', columns: [{ header: 'Số trụ sở', kind: 'number', total: true }] }] }));
  await client.outgoing.issue({ id, issuedDate: '2026-11-10' });
  const [obligation] = (await client.owed.of({ dispatch: id })).rows;
  if (!obligation) throw new Error('no obligation');
  return { client, id, obligation };
}

const wordOf = async (file: File) => rootOf(readPackage(new Uint8Array(await file.arrayBuffer())).get('word/document.xml'));

describe('giấy tờ của việc theo dõi', () => {
  it('danh sách quá hạn ra Word nằm ngang, ra Excel đúng tổng', async () => {
    const { client } = await askedOffice();
    const word = await wordOf(await client.owed.lateList({ format: 'docx' }));
    expect(word.text).toContain('3 cơ quan, đơn vị chưa gửi 3 báo cáo theo 1 văn bản');
    expect(all(word, 'w:pgSz')[0]?.attributes['w:orient']).toBe('landscape');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await (await client.owed.lateList({ format: 'xlsx' })).arrayBuffer());
    const sheet = workbook.worksheets[0];
    expect(sheet?.getRow(sheet.rowCount).getCell(7).result).toBe(3);
  });

  it('một cơ quan hai văn bản ghi hai cách vẫn là một nơi nhận của công văn đôn đốc', async () => {
    const { client } = await askedOffice();
    const { id } = await client.outgoing.draft(sampleLetter({ addressees: ['Ủy ban nhân dân xã Bình Hòa'], obligations: [{ agencies: ['Ủy ban nhân dân xã Bình Hòa'], what: 'báo cáo giải trình', due: '2026-11-17', time: null, recurrence: null }] }));
    await client.outgoing.issue({ id, issuedDate: '2026-11-11' });
    const late = (await client.owed.list({ state: 'late' })).rows;
    expect(new Set(late.filter(({ agency }) => agency.includes('Bình Hòa')).map(({ agencyId }) => agencyId)).size).toBe(1);
    const { draft } = await client.owed.remind({ ids: late.map((row) => row.id) });
    expect((await client.outgoing.get({ id: draft })).addressees.filter((name) => name.includes('Bình Hòa'))).toHaveLength(1);
  });

  it('tệp lịch có hạn còn nợ, tải lại lần nữa vẫn là mục ấy', async () => {
    const { client, id } = await askedOffice();
    const read = async () => readCalendarFile(await (await client.owed.ics({ from: '2026-11-01', to: '2026-11-30', dispatch: id })).text()).events;
    const [event] = await read();
    expect(event).toMatchObject({ 'DTSTART;VALUE=DATE': '20261118' });
    expect((await read())[0]?.UID).toBe(event?.UID);
  });

  it('bảng Word và bảng dán vào cho cùng số liệu; việc không có thì từ chối bằng lời', async () => {
    const { client, obligation } = await askedOffice();
    const text = 'TT\tĐơn vị\tSố trụ sở\n1\tXã Bình Hòa\t12\n2\tP. Tân An\tkhoảng 5\n3\tXã Lạ\t7';
    const found = await client.owed.read({ obligation: obligation.id, text });
    expect(found.rows.map(({ agency, figures }) => [agency, figures])).toEqual([['UBND xã Bình Hòa', [12]]]);
    expect(found.unknown.join(' ')).toContain('Xã Lạ');
    expect(found.missing.map(({ agency }) => agency)).toContain('UBND xã An Sơn');
    expect((await client.owed.list({ dispatch: obligation.dispatch, state: 'done' })).total).toBe(0);
    await expect(client.owed.read({ obligation: obligation.id })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    const table = await client.appendix.docx({ id: obligation.dispatch, appendix: 1 });
    expect((await client.owed.read({ obligation: obligation.id, file: table })).rows.map(({ agency, figures }) => [agency, figures])).toContainEqual(['UBND phường Tân An', [1250]]);
  });

  it('câu hẹn ngày trong thư được đưa ra thành việc với dòng kính gửi của nó', async () => {
    const { client } = await askedOffice();
    const text = 'UBND các xã, phường báo cáo kết quả về Sở Tài chính trước ngày 15/12/2026.';
    const { rows } = await client.owed.phrases({ text, issuedDate: '2026-11-10', addressees: ['UBND các xã, phường', 'Các sở, ban, ngành tỉnh'] });
    expect(rows).toHaveLength(1);
    expect(rows[0]?.obligation).toMatchObject({ agencies: ['UBND các xã, phường'], due: '2026-12-14', bound: 'before', reportTo: 'Sở Tài chính' });
    expect(text.slice(rows[0]?.start, rows[0]?.end)).toBe(rows[0]?.phrase);
  });

  it('cơ quan tính cả ngày ấy thì «trước ngày» ra hạn đến hết ngày ấy và nói theo nếp đã đặt; giờ hẹn không đổi', async () => {
    const { client } = await askedOffice();
    const read = async (text: string) => {
      const [row] = (await client.owed.phrases({ text, issuedDate: '2026-11-10', addressees: [] })).rows;
      return { due: row?.obligation.due, bound: row?.obligation.bound, said: row?.notices.find((notice) => notice.includes('«Trước')) ?? null };
    };
    const [day, hour] = ['Các xã, phường báo cáo kết quả trước ngày 15/12/2026.', 'Các xã, phường báo cáo kết quả trước 16h00 ngày 15/12/2026.'];
    expect((await client.settings.get()).beforeMeans).toBe('day-before');
    expect(await read(day)).toEqual({ due: '2026-12-14', bound: 'before', said: '«Trước ngày 15/12/2026»: ngày cuối còn kịp là 14/12/2026.' });
    const atHour = await read(hour);
    expect((await client.settings.update({ beforeMeans: 'same-day' })).beforeMeans).toBe('same-day');
    expect(await read(day)).toEqual({ due: '2026-12-15', bound: 'through', said: '«Trước ngày 15/12/2026»: cơ quan tính cả ngày ấy (đặt ở Cài đặt), ngày cuối còn kịp là 15/12/2026.' });
    expect(await read(hour)).toEqual(atHour);
    expect(atHour).toEqual({ due: '2026-12-15', bound: 'before', said: null });
    await expect(client.settings.update({ beforeMeans: 'hôm sau' as 'same-day' })).rejects.toThrow(/beforeMeans là/u);
  });

  it.each<[string, string, string[], string[]]>([
    ['nhóm gọi ngắn ra dòng kính gửi của nhóm', 'Các xã, phường báo cáo kết quả trước ngày 15/12/2026.', ['UBND các xã, phường', 'Các sở, ban, ngành tỉnh'], ['UBND các xã, phường']],
    ['chữ viết tắt ra dòng kính gửi viết đủ', 'Sở TC báo cáo kết quả trước ngày 15/12/2026.', ['Sở Tài chính', 'Sở Xây dựng'], ['Sở Tài chính']],
    ['hai sở, một không ở kính gửi, không sở nào bị bỏ', 'Sở Tài chính, Sở Xây dựng báo cáo kết quả trước ngày 15/12/2026.', ['Sở Tài chính'], ['Sở Tài chính', 'Sở Xây dựng']],
    ['nhóm không ở kính gửi ra tên nhóm trong danh bạ', 'Các xã, phường báo cáo kết quả trước ngày 15/12/2026.', ['Sở Tài chính'], ['UBND các xã, phường']],
    ['nơi không ai biết giữ như viết', 'Hội Chữ thập xanh báo cáo kết quả trước ngày 15/12/2026.', ['Sở Tài chính'], ['Hội Chữ thập xanh']],
  ])('ai phải làm theo danh bạ: %s', async (_, text, addressees, agencies) => {
    const { client } = await askedOffice();
    for (const name of ['Sở Tài chính', 'Sở Xây dựng']) await client.agencies.save({ name });
    const { rows } = await client.owed.phrases({ text, issuedDate: '2026-11-10', addressees });
    expect(rows.map(({ obligation }) => obligation.agencies)).toEqual([agencies]);
  });

  it('không việc nào quá hạn thì không đôn đốc; hạn mới đã qua thì nói', async () => {
    const { client, obligation } = await askedOffice();
    const ids = obligation.duties.map(({ id }) => id * 10_000 + 1);
    await expect(client.owed.remind({ ids, asOf: '2026-11-15' })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(client.owed.remind({ ids, newDue: '2026-11-01' })).rejects.toThrow(/đã qua/u);
    await expect(client.owed.remind({ ids, newDue: '2026-11-25' })).resolves.toMatchObject({ notices: [] });
  });
});

describe('nơi nhận', () => {
  it('ghi gửi cả ba nơi một lần, xem trước không ghi gì, hoàn tác trả lại; danh sách giao nhận có chỗ ký', async () => {
    const { client, id } = await askedOffice();
    const { rows } = await client.recipients.list({ dispatch: id });
    const ids = rows.filter(({ role }) => role === 'addressee').map((row) => row.id);
    expect(ids).toHaveLength(3);
    const set = { how: 'post', sentDate: '2026-11-11', copies: 1 } as const;
    expect(await client.recipients.mark({ ids, set, preview: true })).toMatchObject({ changed: 3, act: null });
    expect((await client.recipients.list({ dispatch: id })).rows.every(({ how }) => how === null)).toBe(true);
    const { act } = await client.recipients.mark({ ids, set });
    const word = await wordOf(await client.recipients.sheet({ dispatch: id, how: 'post', format: 'docx' }));
    expect(word.text).toContain('DANH SÁCH GIAO NHẬN VĂN BẢN');
    expect(all(word, 'w:tr').filter(({ text }) => text.includes('Bưu điện'))).toHaveLength(3);
    await client.recipients.mark({ ids: ids.slice(0, 1), set: { receipt: 'EA1' } });
    expect(await client.recipients.undo({ act: act ?? 0 })).toMatchObject({ changed: 3, kept: 0 });
    await expect(client.recipients.undo({ act: act ?? 0 })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(client.recipients.mark({ ids, set: { sentDate: '2026-12-30' } })).rejects.toThrow(/còn ở phía trước/u);
    await expect(client.recipients.sheet({ from: '2026-11-11', format: 'docx' })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('thêm nơi nhận sót; nơi đã có không thêm lần nữa', async () => {
    const { client, id } = await askedOffice();
    const { rows, notices } = await client.recipients.add({ dispatch: id, lines: ['Sở Nội vụ', 'UBND xã An Sơn'] });
    expect(rows.map(({ name }) => name)).toEqual(['Sở Nội vụ']);
    expect(notices.join(' ')).toContain('1 nơi đã có');
  });
});

it('danh sách quá hạn dài: hơn một lượt đọc vẫn đủ báo cáo, bảo dừng thì dừng', async () => {
  const { client, folder } = openEngine();
  await client.settings.update({ office: sampleOffice });
  fillOwed(folder, { dispatches: 25, agencies: 30, days: 30 });
  const late = (await client.owed.list({ state: 'late', limit: 1 })).total;
  expect(late).toBeGreaterThan(2_000);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await (await client.owed.lateList({ format: 'xlsx' })).arrayBuffer());
  const sheet = workbook.worksheets[0];
  expect(sheet?.getRow(sheet.rowCount).getCell(7).result).toBe(late);
  const stopped = refusalOf(client.owed.lateList({ format: 'docx', job: 'danh sách' }));
  await expect.poll(() => client.jobs.get({ job: 'danh sách' }), { interval: 1 }).not.toBeNull();
  expect(await client.jobs.cancel({ job: 'danh sách' })).toEqual({ asked: true });
  expect((await stopped).code).toBe('CANCELLED');
});

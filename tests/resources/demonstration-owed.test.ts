import { afterAll, describe, expect, it } from 'vitest';
import { clientOf } from '../fixtures/demonstration.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { newFolder, removeFolder } from '../fixtures/temporary-folder.ts';
import { testEngine } from '../fixtures/test-engine.ts';
import { cellsOf } from '../../shared/letter/letter.ts';

// the demonstration on 20/11/2026 at 09:30, read by all tests; the one that writes only writes what is there
const folder = newFolder();
const engine = testEngine(folder);
const client = clientOf(engine);
await client.demo.load();
const { rows: dispatches } = await client.outgoing.list({ limit: 500 });
const idOf = (code: string): number => dispatches.find((row) => row.code === code)?.id ?? 0;

afterAll(async () => {
  await engine.close();
  removeFolder(folder);
});

describe('báo cáo của văn phòng mẫu, ngày 20/11/2026', () => {
  it('mười báo cáo chậm của bảy cơ quan, chậm từ 1 đến 4 ngày; trước đó không sót gì', async () => {
    const { rows } = await client.owed.list({ state: 'late' });
    expect(rows.map(({ code, agency, lateDays }) => `${code} ${agency.replace('Ủy ban nhân dân', 'UBND')} ${lateDays}`)).toEqual([
      '32/UBND-VP UBND xã Yên Trạch 4',
      '33/UBND-KT UBND xã Hải Lộc 4',
      '33/UBND-KT UBND xã Đại Lâm 4',
      '33/UBND-KT UBND xã Yên Trạch 4',
      '34/UBND-VX Sở Công Thương 3',
      '34/UBND-VX UBND xã Hải Lộc 3',
      '2141/QĐ-UBND Ban Quản lý dự án đầu tư xây dựng tỉnh 3',
      '2143/QĐ-UBND UBND xã Gia Lạc 2',
      '2143/QĐ-UBND UBND xã Gia Lạc 1',
      '2146/QĐ-UBND Sở Xây dựng 1',
    ]);
    expect((await client.owed.list({ to: '2026-11-15', limit: 20_000 })).rows.filter(({ state }) => state !== 'done')).toEqual([]);
    expect((await client.owed.summary({})).owed).toEqual({ late: 10, today: 8, soon: 19 });
  });

  it('bảng theo dõi: tám văn bản còn phải chờ báo cáo, văn bản cũ đã đủ mà vẫn có báo cáo đến chậm', async () => {
    const open = await client.owed.board({});
    expect(open.columns.map(({ code }) => code)).toEqual(['2141/QĐ-UBND', '2143/QĐ-UBND', '34/UBND-VX', '2142/QĐ-UBND', '2146/QĐ-UBND', '32/UBND-VP', '18/UBND-KSTT', '33/UBND-KT']);
    const whole = await client.owed.board({ open: false });
    const old = whole.columns.filter(({ issuedDate }) => (issuedDate ?? '') < '2026-05-01');
    expect(old.map(({ counts }) => [counts.open, counts.late])).toEqual(old.map(() => [0, 0]));
    expect(old.every(({ counts }) => counts.onTime > counts.doneLate && counts.doneLate > 0)).toBe(true);
  });

  it('xin lùi hạn, miễn, báo cáo một phần, báo cáo kèm văn bản đến: mỗi việc có lịch sử đúng ngày', async () => {
    const of = async (code: string, agency: string) => {
      const { rows } = await client.owed.list({ dispatch: idOf(code), limit: 500 });
      return client.owed.get({ id: rows.find((row) => row.agency.endsWith(agency))?.id ?? 0 });
    };
    expect(await of('32/UBND-VP', 'xã Khe Sậy')).toMatchObject({ state: 'open', due: '2026-11-20', extendedFrom: '2026-10-30', history: [{ act: 'extend', who: 'Hà Thị Thanh Vân', at: expect.stringMatching(/^2026-10-29/) as string }] });
    expect(await of('32/UBND-VP', 'Sở Dân tộc và Tôn giáo')).toMatchObject({ state: 'done', settled: 'excused' });
    expect(await of('2141/QĐ-UBND', 'xây dựng tỉnh')).toMatchObject({ state: 'late', report: { partial: true, receivedDate: '2026-11-16' } });
    const withPaper = (await client.owed.list({ dispatch: idOf('33/UBND-KT'), limit: 500 })).rows.find(({ report }) => report?.incoming);
    expect(withPaper).toMatchObject({ agency: 'Sở Tài chính', settled: 'late', lateDays: 4, report: { incoming: { code: '3561/STC-ĐT' } } });
  });

  it('báo cáo trước 16 giờ hằng ngày: chiều 18/11 một xã chưa có, mỗi sáng sáu nơi còn trong hạn', async () => {
    const board = await client.owed.board({ dispatch: idOf('2143/QĐ-UBND'), asOf: '2026-11-18T16:30' });
    expect([board.columns.length, board.rows.length, board.counts.late]).toEqual([19, 6, 1]);
    expect((await client.owed.agenda({ from: '2026-11-20', to: '2026-11-20' })).days[0]?.items[0]).toMatchObject({ code: '2143/QĐ-UBND', time: '16:00', open: 6 });
  });

  it('số liệu gom lại: tổng bằng tổng các đơn vị, kế hoạch vốn đúng bằng kế hoạch của tỉnh', async () => {
    for (const [code, n, agencies] of [['33/UBND-KT', 1, 20], ['33/UBND-KT', 2, 17], ['18/UBND-KSTT', 6, 25], ['2143/QĐ-UBND', 9, 6]] as const) {
      const [obligation] = (await client.owed.of({ dispatch: idOf(code) })).rows;
      const { appendix, missing } = await client.owed.collect({ obligation: obligation?.id ?? 0, n });
      const reported = (await client.owed.list({ obligation: obligation?.id ?? 0, limit: 500 })).rows.filter((row) => row.n === n && row.report?.figures);
      expect([code, reported.length, missing.length], code).toEqual([code, agencies, (obligation?.duties.length ?? 0) - agencies]);
      const figures = appendix.columns.filter(({ kind }) => kind !== 'ordinal');
      for (const [at, column] of figures.entries()) {
        if (column.kind !== 'number') continue;
        const shown = appendix.rows.map((row) => cellsOf(row)[at]).filter((cell) => typeof cell === 'number').reduce((sum, cell) => sum + cell, 0);
        const inReports = reported.reduce((sum, row) => sum + Number(row.report?.figures?.[at - 1] ?? NaN), 0);
        expect(shown, `${code} ${column.header}`).toBe(inReports);
        expect(shown, `${code} ${column.header}`).toBeGreaterThan(0);
        if (code === '33/UBND-KT' && n === 1 && at === 1) expect(shown).toBe(4_562_700);
      }
      if (code !== '2143/QĐ-UBND') for (const row of reported) expect(Number(row.report?.figures?.[1]), row.agency).toBeLessThan(Number(row.report?.figures?.[0]));
    }
  });

  it('nạp muộn một tháng: chỉ những báo cáo đã chậm từ trước là còn chậm', async () => {
    const later = openEngine({ clock: () => new Date(2026, 11, 22, 9, 0) }).client;
    await later.demo.load();
    expect((await later.owed.list({ state: 'late' })).rows.map(({ due }) => due)).toEqual(['2026-11-16', '2026-11-16', '2026-11-16', '2026-11-16', '2026-11-17', '2026-11-17', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-19']);
  });

  it('văn bản còn hiệu lực đã gửi hết các nơi; văn bản gần đây có nơi chưa báo nhận', async () => {
    for (const { id, status, code } of dispatches.filter((row) => ['issued', 'sent', 'corrected', 'replaced'].includes(row.status))) {
      const sent = (await client.recipients.list({ dispatch: id })).rows;
      expect(sent.length, code ?? '').toBeGreaterThan(0);
      expect(sent.filter(({ how, sentDate }) => how === null || sentDate === null).map(({ name }) => name), `${code} ${status}`).toEqual([]);
    }
    const notice = (await client.recipients.list({ dispatch: idOf('35/TB-UBND') })).rows;
    expect(notice.filter(({ how, agencyId, acknowledgedDate }) => how === 'network' && agencyId !== null && acknowledgedDate === null).map(({ name }) => name.replace(/^.* xã /, ''))).toEqual(['Khe Sậy', 'Sơn Thủy', 'Thượng Lâm']);
  });
});

describe('danh bạ của văn phòng mẫu', () => {
  it('năm cơ quan đã thôi hoạt động có nơi kế thừa, không còn trong danh sách hôm nay mà có ở ngày cũ', async () => {
    const all = (await client.agencies.list({ all: true })).rows;
    const closed = all.filter(({ validTo }) => validTo !== null);
    const nameOf = (id: number | null) => all.find((agency) => agency.id === id)?.shortName;
    expect(closed.map(({ shortName, validTo, succeededBy }) => [shortName, validTo, nameOf(succeededBy)])).toEqual(
      expect.arrayContaining([['Sở KH&ĐT', '2025-02-28', 'Sở TC'], ['UBND huyện Khê Giang', '2025-06-30', 'UBND xã Bình Khê'], ['UBND huyện Lâm Sơn', '2025-06-30', 'UBND xã Đại Lâm'], ['UBND huyện Hải Lạc', '2025-06-30', 'UBND xã Hải Lộc'], ['UBND thành phố An Bình', '2025-06-30', 'UBND phường An Đông']]),
    );
    const today = (await client.agencies.list({})).rows.map(({ name }) => name);
    expect(closed.filter(({ name }) => today.includes(name))).toEqual([]);
    expect((await client.agencies.list({ asOf: '2025-06-30', kind: 'district' })).rows).toHaveLength(4);
  });

  it('mười tám cơ quan có chi tiết; lưu lại nguyên như vậy không bị từ chối, mã định danh không trùng', async () => {
    const { rows } = await client.agencies.list({ all: true });
    const details = await Promise.all(rows.map(({ id }) => client.agencies.get({ id })));
    const filled = details.filter(({ contacts, signers, codes, formerNames }) => contacts.length + signers.length + codes.length + formerNames.length > 0);
    expect([filled.length, details.filter(({ contacts }) => contacts.length > 0).length, details.filter(({ formerNames }) => formerNames.length > 0).length]).toEqual([23, 15, 4]);
    for (const { id, name, codes, contacts, signers, formerNames, validFrom, validTo, succeededBy } of filled) {
      expect((await client.agencies.save({ id, name, codes, contacts, signers, formerNames, validFrom, validTo, succeededBy })).notices, name).toEqual([]);
    }
  });
});

import { describe, expect, test } from 'vitest';
import type { Obligation } from '../../shared/letter/letter.ts';
import { refusalOf } from '../contract/suite.ts';
import { type Client, openEngine } from '../fixtures/open-engine.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';
import { inThreeZones } from '../fixtures/zones.ts';

const everyone = 'UBND các xã, phường';
const communes = ['UBND xã Bình Hòa', 'UBND phường Tân An', 'UBND xã An Sơn'];

const duty = (changes: Partial<Obligation> = {}): Obligation => ({ agencies: [everyone], what: 'báo cáo số hộ', due: '2026-11-18', time: null, recurrence: null, until: null, reportTo: null, ...changes });

async function issued(client: Client, obligation: Obligation, issuedDate = '2026-11-10') {
  await client.settings.update({ office: sampleOffice });
  const { id } = await client.outgoing.draft(sampleLetter({ appendices: [], obligations: [obligation] }));
  const { notices } = await client.outgoing.issue({ id, issuedDate });
  const [kept] = (await client.owed.of({ dispatch: id })).rows;
  if (!kept) throw new Error('no obligation');
  return { id, notices, kept };
}

const namesOf = async (client: Client, dispatch: number): Promise<string[]> => ((await client.owed.of({ dispatch })).rows[0]?.duties ?? []).map(({ name }) => name);

describe('tách dòng gọi chung', () => {
  test('danh bạ chưa biết thì một dòng; lập nhóm rồi tách thì từng đơn vị, đứng đúng chỗ của dòng ấy', async () => {
    const { client } = openEngine();
    const { id, kept } = await issued(client, duty({ agencies: ['Sở Y tế', everyone, 'UBND xã An Sơn', 'Báo An Bình'] }));
    const line = kept.duties[1]?.id ?? 0;
    expect((await refusalOf(client.owed.split({ duty: line }))).message).toContain('Danh bạ chưa biết «UBND các xã, phường» gồm những đơn vị nào');
    await client.groups.save({ name: everyone, members: communes });
    const answer = await client.owed.split({ duty: line });
    expect(answer).toMatchObject({ changed: 3, kept: 0 });
    expect(await namesOf(client, id)).toEqual(['Sở Y tế', ...communes, 'UBND xã An Sơn', 'Báo An Bình']);
    expect((await client.owed.list({ dispatch: id, asOf: '2026-11-20' })).rows.map(({ agency, state }) => [agency, state])).toEqual((await namesOf(client, id)).map((name) => [name, 'late']));
    expect((await refusalOf(client.owed.undo({ act: answer.act ?? 0 }))).message).toContain('không gộp lại được');
    expect((await client.health.check()).findings).toEqual([]);
  });

  test('đơn vị đã đứng trong việc ấy không thêm lần nữa; dòng đã có báo cáo thì không tách', async () => {
    const { client } = openEngine();
    const { id, kept } = await issued(client, duty({ agencies: [everyone, 'Báo An Bình'] }));
    const [first, second] = kept.duties.map((each) => each.id) as [number, number];
    const { changed, notices } = await client.owed.split({ duty: first, agencies: ['Đài An Bình', 'Báo An Bình'] });
    expect([changed, notices]).toEqual([1, ['1 đơn vị đã có sẵn trong việc này nên không thêm lần nữa.']]);
    expect(await namesOf(client, id)).toEqual(['Đài An Bình', 'Báo An Bình']);
    await client.owed.report({ id: second * 10_000 + 1, receivedDate: '2026-11-17' });
    expect((await refusalOf(client.owed.split({ duty: second, agencies: communes }))).message).toContain('hoàn tác các việc ấy trước');
  });
});

describe('nhập cả bảng', () => {
  test('mỗi dòng một đơn vị, ghi một lần; ghi lại y như cũ thì không đổi; số khác thì phải nói là ghi lại; hoàn tác trả lại cả bảng', async () => {
    const { client } = openEngine();
    const { id, kept } = await issued(client, duty({ agencies: communes, columns: [{ header: 'Số hộ', kind: 'number', total: true }] }));
    const rows = kept.duties.map((each, index) => ({ id: each.id * 10_000 + 1, figures: [`1.${index}00`] }));
    const given = { obligation: kept.id, receivedDate: '2026-11-19', rows };
    const entered = await client.owed.enter(given);
    expect(entered).toMatchObject({ changed: 3, kept: 0, notices: ['3 báo cáo đến sau hạn 18/11/2026.'] });
    expect((await client.owed.list({ dispatch: id })).rows.map(({ report, settled, lateDays }) => [report?.figures, settled, lateDays])).toEqual([[[1000], 'late', 1], [[1100], 'late', 1], [[1200], 'late', 1]]);
    expect(await client.owed.enter(given)).toMatchObject({ changed: 0, kept: 3, act: null });
    const other = { ...given, rows: rows.map((row) => ({ ...row, figures: [7] })) };
    expect((await refusalOf(client.owed.enter(other))).message).toContain('đã báo cáo ngày 19/11/2026');
    expect(await client.owed.enter({ ...other, again: true })).toMatchObject({ changed: 3 });
    expect((await refusalOf(client.owed.undo({ act: entered.act ?? 0 }))).code).toBe('CHANGED_MEANWHILE');
  });

  test('một ô không phải số thì không dòng nào được ghi; dòng của lần khác, hai dòng một đơn vị bị từ chối', async () => {
    const { client } = openEngine();
    const { id, kept } = await issued(client, duty({ agencies: communes, columns: [{ header: 'Số hộ', kind: 'number' }], recurrence: 'daily', until: '2026-11-20' }));
    const [first = 0, second = 0] = kept.duties.map((each) => each.id);
    const enter = (rows: { id: number; figures: (string | number)[] }[]) => client.owed.enter({ obligation: kept.id, receivedDate: '2026-11-18', rows });
    expect((await refusalOf(enter([{ id: first * 10_000 + 1, figures: [4] }, { id: second * 10_000 + 1, figures: ['khoảng 5'] }]))).message).toMatch(/UBND phường Tân An: Cột «Số hộ»/);
    expect((await refusalOf(enter([{ id: first * 10_000 + 2, figures: [4] }]))).message).toContain('không thuộc lần báo cáo thứ 1');
    expect((await refusalOf(enter([{ id: first * 10_000 + 1, figures: [4] }, { id: first * 10_000 + 1, figures: [5] }]))).message).toContain('mỗi đơn vị chỉ một dòng');
    expect((await client.owed.list({ dispatch: id, state: 'done' })).total).toBe(0);
  });
});

describe('lịch việc', () => {
  inThreeZones(() => {
    test('việc đứng ở ngày của nó, gia hạn thì sang ngày mới; ngày nghỉ có tên; chậm trước khoảng vẫn thấy', async () => {
      const { client } = openEngine();
      const { id, kept } = await issued(client, duty({ agencies: communes, time: '16:00', recurrence: 'daily', until: '2026-11-19' }));
      const [first = 0, second = 0] = kept.duties.map((each) => each.id);
      await client.owed.report({ id: first * 10_000 + 2, receivedDate: '2026-11-19' });
      await client.owed.extend({ id: second * 10_000 + 2, due: '2026-11-23', time: '10:00', reason: 'mưa lũ' });
      const { days, late } = await client.owed.agenda({ from: '2026-11-19', to: '2026-11-23' });
      expect(days.map(({ day, working, items }) => [day, working, items.map((item) => [item.id, item.time, item.open, item.late, item.done, item.who, item.state])])).toEqual([
        ['2026-11-19', true, [[id, '16:00', 0, 1, 1, '2 đơn vị', 'late']]],
        ['2026-11-20', true, []],
        ['2026-11-21', false, []],
        ['2026-11-22', false, []],
        ['2026-11-23', true, [[id, '10:00', 1, 0, 0, '1 đơn vị', 'open']]],
      ]);
      expect(late.map((item) => [item.kind, item.id, item.due, item.late, item.open, item.done])).toEqual([['owed', id, '2026-11-18', 4, 1, 1]]);
      expect((await client.owed.agenda({ from: '2026-09-02', to: '2026-09-02' })).days[0]).toMatchObject({ working: false, name: expect.stringContaining('Quốc khánh') as string });
      expect((await refusalOf(client.owed.agenda({ from: '2026-11-23', to: '2026-11-19' }))).message).toContain('ngược');
    });

    test('đồng hồ đặt xa về sau hay về trước: chậm bấy nhiêu ngày, chưa đến hạn thì chưa chậm, không lỗi nào', async () => {
      const { client, engine, folder } = openEngine();
      const { id, kept } = await issued(client, duty({ agencies: communes, time: '16:00' }));
      await engine.close();
      const far = openEngine({ dataFolder: folder, clock: () => new Date(2126, 10, 18, 16, 1) });
      expect((await far.client.owed.list({ dispatch: id })).rows.map(({ state, lateDays }) => [state, lateDays])).toEqual(communes.map(() => ['late', 36_524]));
      expect((await far.client.owed.summary()).owed).toEqual({ late: 3, today: 0, soon: 0 });
      expect((await far.client.owed.board()).counts).toMatchObject({ late: 3, open: 0 });
      expect((await far.client.owed.agenda({ from: '2126-11-16', to: '2126-11-22' })).late).toHaveLength(1);
      await far.engine.close();
      const early = openEngine({ dataFolder: folder, clock: () => new Date(1999, 11, 31, 23, 59) });
      expect((await early.client.owed.board()).counts).toMatchObject({ late: 0, open: 3 });
      expect((await early.client.owed.summary()).owed).toEqual({ late: 0, today: 0, soon: 0 });
      expect((await refusalOf(early.client.owed.report({ id: (kept.duties[0]?.id ?? 0) * 10_000 + 1, receivedDate: '2026-11-18' }))).message).toContain('đồng hồ của máy');
    });
  });
});

test('cơ quan đã giải thể vẫn đứng tên cũ, kèm nơi kế thừa; trước ngày ấy thì chưa', async () => {
  const { client } = openEngine();
  const ids: number[] = [];
  for (const name of communes) ids.push((await client.agencies.save({ name })).id);
  const [, successor = 0, closed = 0] = ids;
  const { id } = await issued(client, duty({ agencies: communes }));
  await client.agencies.save({ id: closed, name: 'UBND xã An Sơn', validTo: '2026-11-15', succeededBy: successor, reason: 'sắp xếp đơn vị hành chính' });
  for (const dispatch of [id, undefined]) {
    const shown = async (asOf: string) => (await client.owed.board({ asOf, ...(dispatch !== undefined && { dispatch }) })).rows.map((row) => [row.agency, row.closed]);
    expect(await shown('2026-11-20')).toContainEqual(['UBND xã An Sơn (kế thừa: UBND phường Tân An)', true]);
    expect(await shown('2026-11-15')).toContainEqual(['UBND xã An Sơn', false]);
  }
  expect((await client.owed.list({ dispatch: id })).rows.map(({ agency, agencyId }) => [agency, agencyId])).toEqual(communes.map((name, index) => [name, ids[index]]));
});

test('hạn đếm ngày làm việc sang năm chưa xác nhận lịch nghỉ thì cấp số vẫn được, và nói hạn có thể đổi', async () => {
  const { client } = openEngine();
  const { notices, kept } = await issued(client, duty({ agencies: communes, due: null, within: { amount: 40, unit: 'working-days' } }), '2026-11-19');
  expect(notices.find((notice) => notice.includes('chưa được xác nhận'))).toContain('lịch nghỉ năm 2027');
  expect(kept.due > '2027-01-01').toBe(true);
  const near = await issued(client, duty({ agencies: communes, due: null, within: { amount: 3, unit: 'working-days' } }), '2026-11-19');
  expect(near.notices.filter((notice) => notice.includes('chưa được xác nhận'))).toEqual([]);
  // 24/11 là Ngày Văn hóa Việt Nam
  expect(near.kept.due).toBe('2026-11-25');
});

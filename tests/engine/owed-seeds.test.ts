import { describe, expect, test } from 'vitest';
import { type Client, openEngine } from '../fixtures/open-engine.ts';
import { noSeeds, type Seed, seeds } from '../fixtures/seeds.ts';
import { inThreeZones } from '../fixtures/zones.ts';
import { cellsOf } from '../../shared/letter/letter.ts';

const seedNumbered = (number: number): Seed => {
  const seed = seeds.find(({ name }) => name.startsWith(`${number}-`));
  if (!seed) throw new Error(`no seed ${number}`);
  return seed;
};

/** Enters a real dispatch and gives it its number on a day. */
async function issueSeed(client: Client, { office, letter }: Seed, issuedDate: string): Promise<{ id: number; notices: string[] }> {
  await client.settings.update({ office });
  const { id } = await client.outgoing.draft(letter);
  return { id, notices: (await client.outgoing.issue({ id, issuedDate, confirm: [`year:${issuedDate.slice(0, 4)}`] })).notices };
}

const late = async (client: Client, asOf: string) => (await client.owed.list({ asOf, state: 'late' })).rows.map(({ agency, due, time, lateDays, n }) => [agency, due, time, lateDays, n]);

describe.skipIf(seeds.length === 0)(`văn bản thật: ai còn phải báo cáo${seeds.length === 0 ? ` (${noSeeds})` : ''}`, () => {
  inThreeZones(() => {
    test('văn bản 3 chưa có danh bạ: tên giữ như ghi, quá hạn từng ngày', async () => {
      const { client } = openEngine();
      const seed = seedNumbered(3);
      await issueSeed(client, seed, '2020-08-14');
      const [departments = '', districts = ''] = seed.letter.addressees;
      const daily = (until: string, today: number): unknown[] => ['15', '16', '17', '18', '19', '20'].filter((day) => day <= until).map((day, index) => [districts, `2020-08-${day}`, '16:00', today - Number(day), index + 1]);
      const expected = (until: string, today: number): unknown[] => [...daily('17', today).filter((_, index) => index < 3), [departments, '2020-08-17', null, today - 17, 1], ...daily(until, today).slice(3)];
      expect(await late(client, '2020-08-18')).toEqual(expected('18', 18));
      expect(await late(client, '2020-08-18T15:59')).toEqual(expected('17', 18));
      expect(await late(client, '2020-08-20')).toEqual(expected('20', 20));
      const longAfter = await client.owed.list({ asOf: '2021-09-20' });
      expect(longAfter.rows.map(({ state, lateDays, due }) => [state, due, lateDays])).toEqual([['late', '2020-08-15', 401], ['late', '2020-08-16', 400], ['late', '2020-08-17', 399], ['late', '2020-08-17', 399], ['late', '2020-08-18', 398], ['late', '2020-08-19', 397], ['late', '2020-08-20', 396]]);
      expect((await client.owed.list({ asOf: '2020-08-14', state: 'late' })).total).toBe(0);
    });

    test('văn bản 3 với mười hai UBND và các Sở trong danh bạ: từng báo cáo đến thì rời danh sách chậm', async () => {
      const { client } = openEngine();
      const seed = seedNumbered(3);
      const [departments = '', districts = ''] = seed.letter.addressees;
      const figures = (seed.letter.appendices[0]?.rows ?? []).map(cellsOf).map(([name, amount]) => ({ name: `UBND ${String(name).toLowerCase().replace(/^(thành phố|thị xã|huyện) .*/, (all) => all.split(' ').slice(0, all.startsWith('huyện') ? 1 : 2).join(' '))} ${String(name).replace(/^(Thành phố|Thị xã|Huyện) /, '')}`, amount: amount as number }));
      expect(figures).toHaveLength(12);
      await client.groups.save({ name: districts, members: figures.map(({ name }) => name), reason: 'lập danh bạ' });
      await client.groups.save({ name: departments, members: ['Sở Tài chính', 'Sở Y tế', 'Sở Nội vụ'], reason: 'lập danh bạ' });
      const { id } = await issueSeed(client, seed, '2020-08-14');
      expect((await client.owed.of({ dispatch: id })).rows.map(({ duties, days }) => [duties.length, days.length])).toEqual([[3, 1], [12, 6]]);
      expect((await client.owed.list({ asOf: '2020-08-14' })).total).toBe(3 + 12 * 6);
      // đến hết 18/8: bốn ngày của mười hai huyện và ba Sở
      const first = await late(client, '2020-08-18');
      expect(first).toHaveLength(12 * 4 + 3);
      expect(first.filter(([, due]) => due === '2020-08-15')).toEqual(figures.map(({ name }) => [name, '2020-08-15', '16:00', 3, 1]));
      expect(first.filter(([agency]) => String(agency).startsWith('Sở'))).toEqual(['Sở Tài chính', 'Sở Y tế', 'Sở Nội vụ'].map((name) => [name, '2020-08-17', null, 1, 1]));
      let left = 12 * 6 + 3;
      for (const [index, { name, amount }] of figures.entries()) {
        const { rows } = await client.owed.list({ asOf: '2020-08-20', text: name.replace('UBND ', ''), from: '2020-08-18', to: '2020-08-18' });
        const row = rows.find(({ agency }) => agency === name);
        const answer = await client.owed.report({ id: row?.id ?? 0, receivedDate: '2020-08-18', receivedTime: index % 2 === 0 ? '15:00' : '17:30', figures: amount });
        expect([answer.state, answer.settled, answer.lateDays]).toEqual(['done', index % 2 === 0 ? 'on-time' : 'late', 0]);
        left -= 1;
        expect((await client.owed.list({ asOf: '2020-08-20', state: 'late' })).total).toBe(left);
      }
      const done = (await client.owed.list({ asOf: '2020-08-20', state: 'done' })).rows;
      expect(done.reduce((sum, { report }) => sum + Number(report?.figures?.[0]), 0)).toBe(285_228);
      expect((await client.owed.of({ dispatch: id })).rows[1]?.columns).toEqual([seed.letter.appendices[0]?.columns[2]]);
      // trước giờ đến thì báo cáo ấy vẫn còn chậm
      expect((await client.owed.list({ asOf: '2020-08-18T17:00', state: 'done' })).total).toBe(6);
      const board = await client.owed.board({ asOf: '2020-08-20', dispatch: id });
      expect([board.rows.length, board.columns.length, board.cells.length]).toEqual([15, 7, 75]);
      expect(board.counts).toEqual({ open: 0, late: left, onTime: 6, doneLate: 6, excused: 0 });
      expect((await late(client, '2021-09-20')).slice(0, 1)).toEqual([[figures[0]?.name, '2020-08-15', '16:00', 401, 1]]);
      expect((await client.owed.list({ asOf: '2021-09-20', state: 'late' })).total).toBe(left);
    });

    test('văn bản 5: hạn đến hết 14/9 và 17/9 thì ngày 20/9/2021 chậm sáu và ba ngày', async () => {
      const { client } = openEngine();
      const seed = seedNumbered(5);
      const { notices } = await issueSeed(client, seed, '2021-08-27');
      expect(notices.filter((notice) => notice.startsWith('Việc'))).toEqual([]);
      const obligations = seed.letter.obligations;
      const names = (await client.owed.list({ asOf: '2021-09-20' })).rows;
      expect(names.map(({ due, state }) => [due, state])).toEqual(obligations.flatMap(({ agencies, due }) => agencies.map(() => [due, 'late'])).sort());
      for (const { due, lateDays } of names) expect(lateDays).toBe(20 - Number(due.slice(8)));
      expect((await client.owed.list({ asOf: '2020-08-18', state: 'late' })).total).toBe(0);
      const firstDue = obligations.map(({ due }) => due ?? '').sort()[0] ?? '';
      expect((await client.owed.list({ asOf: firstDue, state: 'late' })).total).toBe(0);
    });
  });
});

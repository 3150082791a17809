import { expect, test } from 'vitest';
import { refusalOf } from '../contract/suite.ts';
import { openEngine, type Client } from '../fixtures/open-engine.ts';

/** Waiting with a unit, waiting without, handed on before, cancelled, settled. */
async function fiveLines(client: Client): Promise<number[]> {
  const enter = async (turn: number, more: object): Promise<number> =>
    (await client.incoming.register({ organName: 'Sở Nội vụ', code: `${turn}/SNV`, issuedDate: '2026-11-18', subject: `mời họp lần ${turn}`, ...more })).id;
  const ids = [
    await enter(1, { toPlaces: 'Phòng Kinh tế' }),
    await enter(2, {}),
    await enter(3, { toPlaces: 'Phòng Nội chính', handedDate: '2026-11-19' }),
    await enter(4, { toPlaces: 'Phòng Tổng hợp' }),
    await enter(5, { toPlaces: 'Phòng Tổng hợp' }),
  ];
  await client.incoming.cancel({ id: ids[3] ?? 0, reason: 'vào nhầm' });
  return ids;
}

test('chuyển mỗi văn bản cho đơn vị đã ghi: dòng chưa ghi đơn vị, đã chuyển, đã hủy giữ nguyên và nói vì sao', async () => {
  const { client } = openEngine();
  const ids = await fiveLines(client);
  const wanted = { ids, set: { handedDate: '2026-11-20' }, toWritten: true };
  const foreseen = await client.incoming.change({ ...wanted, preview: true, lines: true });
  expect(foreseen).toMatchObject({ changed: 2, kept: 3, act: null });
  expect(foreseen.notices).toEqual(['1 dòng đã hủy hoặc đã thu hồi giữ nguyên.', '1 dòng chưa ghi đơn vị hoặc người nhận nên không chuyển.']);
  expect(foreseen.lines?.map(({ number, toPlaces, kept }) => [number, toPlaces, kept])).toEqual([
    ['01', 'Phòng Kinh tế', null],
    ['02', '', 'chưa ghi đơn vị hoặc người nhận'],
    ['03', 'Phòng Nội chính', 'đã chuyển ngày 19/11/2026'],
    ['04', 'Phòng Tổng hợp', 'đã hủy'],
    ['05', 'Phòng Tổng hợp', null],
  ]);
  expect(foreseen.lines?.[0]?.changes).toEqual({ handedDate: [null, '2026-11-20'], handling: ['waiting', 'handed'] });

  const { act, changed } = await client.incoming.change(wanted);
  expect(changed).toBe(2);
  const state = async (): Promise<unknown[]> => Promise.all(ids.map(async (id) => Object.values(await client.incoming.get({ id }).then(({ handling, toPlaces, handedDate }) => ({ handling, toPlaces, handedDate })))));
  expect(await state()).toEqual([
    ['handed', 'Phòng Kinh tế', '2026-11-20'],
    ['waiting', '', null],
    ['handed', 'Phòng Nội chính', '2026-11-19'],
    ['waiting', 'Phòng Tổng hợp', null],
    ['handed', 'Phòng Tổng hợp', '2026-11-20'],
  ]);
  await client.register.undo({ act: act ?? 0 });
  expect((await state()).map((line) => (line as unknown[])[0])).toEqual(['waiting', 'waiting', 'handed', 'waiting', 'waiting']);
});

test('chuyển tất cả cho một nơi: từng dòng nói đơn vị trước và sau, đúng điều sẽ ghi', async () => {
  const { client } = openEngine();
  const ids = await fiveLines(client);
  const wanted = { ids, set: { toPlaces: 'Phòng Kinh tế', handedDate: '2026-11-20' } };
  const { lines = [] } = await client.incoming.change({ ...wanted, preview: true, lines: true });
  expect(lines.map(({ changes, kept }) => [changes.toPlaces ?? null, kept])).toEqual([
    [null, null],
    [['', 'Phòng Kinh tế'], null],
    [['Phòng Nội chính', 'Phòng Kinh tế'], null],
    [null, 'đã hủy'],
    [['Phòng Tổng hợp', 'Phòng Kinh tế'], null],
  ]);
  await client.incoming.change(wanted);
  for (const { id, changes } of lines) {
    const line = await client.incoming.get({ id });
    for (const [field, [, after]] of Object.entries(changes)) expect(line[field as keyof typeof line]).toEqual(after);
  }
});

test('«cho đơn vị đã ghi» cùng với một đơn vị khác bị từ chối; nhiều dòng thì kể 200 dòng đầu', async () => {
  const { client } = openEngine();
  const ids = await fiveLines(client);
  const refused = await refusalOf(client.incoming.change({ ids, set: { toPlaces: 'Phòng Kinh tế' }, toWritten: true }));
  expect([refused.code, refused.message]).toEqual(['INPUT_INVALID', expect.stringContaining('toWritten')]);
  for (let turn = 0; turn < 200; turn += 1) ids.push((await client.incoming.register({ organName: 'Sở Y tế', subject: `báo cáo ${turn}` })).id);
  const { lines, changed, kept } = await client.incoming.change({ ids, set: { handedDate: '2026-11-20' }, preview: true, lines: true });
  expect([lines?.length, changed + kept]).toEqual([200, 205]);
});

import { expect, test } from 'vitest';
import { addDays } from '../../shared/domain/dates.ts';
import type { Obligation } from '../../shared/letter/letter.ts';
import { refusalOf } from '../contract/suite.ts';
import { type Client, openEngine } from '../fixtures/open-engine.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const duty = (changes: Partial<Obligation> = {}): Obligation => ({ agencies: ['Sở Y tế', 'Sở Tài chính'], what: 'báo cáo tuần', due: '2026-11-13', time: null, recurrence: 'weekly', until: null, reportTo: null, ...changes });

async function issued(client: Client, ...obligations: Obligation[]): Promise<{ id: number; notices: string[] }> {
  await client.settings.update({ office: sampleOffice });
  const { id } = await client.outgoing.draft(sampleLetter({ appendices: [], obligations }));
  return { id, notices: (await client.outgoing.issue({ id, issuedDate: '2026-11-10' })).notices };
}

const daysOf = async (client: Client, dispatch: number, at = 0) => (await client.owed.of({ dispatch })).rows[at]?.days.map(({ day }) => day) ?? [];

/** A clock that a test moves on. */
function movingClock() {
  let day = 20;
  return { clock: () => new Date(2026, 10, day, 9, 30, 0), to: (days: number) => (day = 20 + days) };
}

test('chưa có ngày cuối: nói rõ khi cấp số, có ngày đến một tháng tới, ai nợ và chậm vẫn đếm đúng', async () => {
  const { client } = openEngine();
  const { id, notices } = await issued(client, duty());
  expect(notices).toContain('Việc «báo cáo tuần» lặp lại, chưa có ngày cuối: theo dõi tiếp từng kỳ cho đến khi định ngày thôi.');
  expect(await daysOf(client, id)).toEqual(['2026-11-13', '2026-11-20', '2026-11-27', '2026-12-04', '2026-12-11', '2026-12-18']);
  const { rows } = await client.owed.list({ dispatch: id, state: 'late' });
  expect(rows.map(({ agency, due, lateDays, recurrence }) => [agency, due, lateDays, recurrence])).toEqual([['Sở Y tế', '2026-11-13', 7, 'weekly'], ['Sở Tài chính', '2026-11-13', 7, 'weekly']]);
  const details = await client.owed.get({ id: rows[0]?.id ?? 0 });
  expect([details.until, details.recurrence]).toEqual([null, 'weekly']);
  const board = await client.owed.board({ dispatch: id });
  expect(board.counts).toEqual({ open: 10, late: 2, onTime: 0, doneLate: 0, excused: 0 });
  expect((await client.owed.agenda({ from: '2026-11-20', to: '2026-12-31' })).days.flatMap(({ items }) => items.map(({ due }) => due))).toEqual(['2026-11-20', '2026-11-27', '2026-12-04', '2026-12-11', '2026-12-18']);
});

test('ngày qua thì có ngày mới, cả khi chương trình vẫn mở và khi mở lại; ngày đã có giữ nguyên', async () => {
  const folder = temporaryFolder();
  const { clock, to } = movingClock();
  const { client, engine } = openEngine({ dataFolder: folder, clock });
  const { id } = await issued(client, duty(), duty({ what: 'báo cáo năm', recurrence: 'yearly', due: '2026-11-30' }), duty({ what: 'báo cáo nửa năm', recurrence: 'half-yearly', due: '2026-06-15' }));
  const first = await daysOf(client, id);
  expect(await daysOf(client, id, 1)).toEqual(['2026-11-30']);
  expect(await daysOf(client, id, 2)).toEqual(['2026-06-15', '2026-12-15']);
  const row = (await client.owed.list({ dispatch: id })).rows.find(({ what, due }) => what === 'báo cáo tuần' && due === '2026-11-13');
  await client.owed.report({ id: row?.id ?? 0, receivedDate: '2026-11-13' });

  to(7);
  expect(await daysOf(client, id)).toEqual([...first, '2026-12-25']);
  expect((await client.owed.list({ dispatch: id, state: 'done' })).total).toBe(1);
  await engine.close();

  to(60);
  const { client: again } = openEngine({ dataFolder: folder, clock });
  const later = await daysOf(again, id);
  expect(later.slice(0, first.length)).toEqual(first);
  expect(later.at(-1)).toBe('2027-02-19');
  expect(await daysOf(again, id, 1)).toEqual(['2026-11-30', '2027-11-30']);
  expect(await daysOf(again, id, 2)).toEqual(['2026-06-15', '2026-12-15', '2027-06-15']);
  // days that were never asked after meanwhile are owed all the same
  expect((await again.owed.list({ dispatch: id, state: 'late' })).rows.filter(({ what, agency }) => what === 'báo cáo tuần' && agency === 'Sở Tài chính')).toHaveLength(10);
  expect((await again.health.check()).findings).toEqual([]);
});

test('định ngày thôi, hoàn tác, bỏ ngày thôi: các ngày theo đúng', async () => {
  const { client } = openEngine();
  const { id } = await issued(client, duty());
  const open = await daysOf(client, id);
  const obligation = (await client.owed.of({ dispatch: id })).rows[0]?.id ?? 0;
  const ended = await client.owed.change({ obligation, until: '2026-11-30' });
  expect(await daysOf(client, id)).toEqual(['2026-11-13', '2026-11-20', '2026-11-27']);
  await client.owed.undo({ act: ended.act ?? 0 });
  expect(await daysOf(client, id)).toEqual(open);
  expect((await client.owed.of({ dispatch: id })).rows[0]?.until).toBeNull();
  await client.owed.change({ obligation, until: '2026-12-31' });
  expect((await client.owed.of({ dispatch: id })).rows[0]?.until).toBe('2026-12-31');
  await client.owed.change({ obligation, until: null });
  expect(await daysOf(client, id)).toEqual([...open, '2026-12-25']);
  const once = await issued(client, duty({ recurrence: null }));
  const single = (await client.owed.of({ dispatch: once.id })).rows[0]?.id ?? 0;
  expect((await refusalOf(client.owed.change({ obligation: single, until: null }))).message).toContain('chỉ phải báo cáo một lần');
});

test('thôi yêu cầu hoặc văn bản bị hủy thì không thêm ngày; khôi phục thì thêm đủ', async () => {
  const { clock, to } = movingClock();
  const { client } = openEngine({ clock });
  const { id } = await issued(client, duty(), duty({ what: 'báo cáo ngày', recurrence: 'daily', due: '2026-11-18' }));
  const [weekly = 0] = (await client.owed.of({ dispatch: id })).rows.map((each) => each.id);
  const before = await daysOf(client, id);
  await client.owed.withdraw({ obligation: weekly, reason: 'đã đủ số liệu' });
  to(30);
  expect(await daysOf(client, id)).toEqual(before);
  expect((await daysOf(client, id, 1)).at(-1)).toBe('2027-01-20');
  await client.outgoing.cancel({ id, reason: 'ký nhầm' });
  to(40);
  expect((await daysOf(client, id, 1)).at(-1)).toBe('2027-01-20');
  await client.outgoing.restore({ id });
  to(41);
  expect((await daysOf(client, id, 1)).at(-1)).toBe('2027-01-31');
});

test('lần đầu lâu quá về trước: một câu nói làm gì tiếp, không đếm bừa', async () => {
  const { client } = openEngine();
  const { id } = await issued(client, duty());
  expect((await refusalOf(client.owed.add({ dispatch: id, obligations: [duty({ recurrence: 'daily', due: addDays('2026-11-20', -5001) })] }))).message).toContain('ghi lần đầu muộn hơn');
});

test('«trước ngày 01 hằng tháng»: ngày cuối mỗi tháng, dài ngắn không trôi; đọc từ câu của văn bản', async () => {
  const { client } = openEngine();
  await client.settings.update({ office: sampleOffice });
  const { rows } = await client.owed.phrases({ text: 'Sở Y tế gửi báo cáo trước ngày 01 hằng tháng về Sở Nội vụ.', issuedDate: '2026-11-10' });
  const offered = rows[0]?.obligation ?? duty();
  expect([offered.due, offered.recurrence, offered.bound]).toEqual(['2026-11-30', 'monthly', 'before']);
  expect(rows[0]?.notices).toContain('Hạn là ngày cuối mỗi tháng, tháng dài hay ngắn cũng vậy.');
  const { id } = await issued(client, { ...offered, until: '2027-04-30' });
  expect(await daysOf(client, id)).toEqual(['2026-11-30', '2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']);
});

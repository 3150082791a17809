import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueNotices, type DueFacts, type DueItem, type ToldMarks } from '../../shared/domain/due-notices.ts';

const today = '2026-11-20';
const nothing = { late: 0, today: 0 };
const report = (time: string | null, open: number, more: Partial<DueItem> = {}): DueItem => ({ kind: 'owed', id: 1, code: '05/UBND-VP', what: 'báo cáo mưa lũ', due: today, time, open, done: 2, ...more });
const facts = (time: string, more: Partial<DueFacts> = {}): DueFacts => ({ moment: `${today}T${time}`, owed: nothing, incoming: nothing, items: [], ...more });
const titles = (of: DueFacts, told: ToldMarks = [], opening = true): string[] => dueNotices(of, told, opening).notices.map(({ title }) => title);

test.each<[string, DueFacts, string[]]>([
  ['ngày không có gì thì không báo', facts('08:00'), []],
  ['chỉ có việc quá hạn', facts('08:00', { owed: { late: 4, today: 0 }, incoming: { late: 2, today: 0 } }), ['Quá hạn 6']],
  ['chỉ có việc hôm nay', facts('08:00', { incoming: { late: 0, today: 1 } }), ['Hôm nay đến hạn 1']],
  ['cả hai', facts('08:00', { owed: { late: 1204, today: 3 }, incoming: { late: 0, today: 2 } }), ['Quá hạn 1.204, hôm nay đến hạn 5']],
  ['hạn 16:00 còn hơn một giờ', facts('14:59', { items: [report('16:00', 3)] }), []],
  ['hạn 16:00 còn đúng một giờ', facts('15:00', { items: [report('16:00', 3)] }), ['Hạn 16:00 hôm nay: còn chờ 3 báo cáo']],
  ['đúng giờ hạn', facts('16:00', { items: [report('16:00', 3)] }), ['Hạn 16:00 hôm nay: còn chờ 3 báo cáo']],
  ['đã qua giờ hạn', facts('16:01', { items: [report('16:00', 0)] }), []],
  ['đã qua giờ hạn, số liệu chưa kịp đọc lại', facts('16:01', { items: [report('16:00', 3)] }), []],
  ['đã nhận đủ', facts('15:30', { items: [report('16:00', 0)] }), []],
  ['hạn cả ngày không có giờ', facts('15:30', { items: [report(null, 3)] }), []],
  ['hạn sau nửa đêm', facts('23:40', { items: [report('00:30', 1, { due: '2026-11-21' })] }), ['Hạn 00:30 ngày mai: còn chờ 1 báo cáo']],
  ['nhiều văn bản cùng giờ là một lời', facts('15:30', { items: [report('16:00', 3), report('16:00', 2, { id: 2 })] }), ['Hạn 16:00 hôm nay: còn chờ 5 báo cáo']],
  ['mỗi giờ một lời', facts('15:30', { items: [report('16:00', 3), report('16:30', 2, { id: 2 })] }), ['Hạn 16:00 hôm nay: còn chờ 3 báo cáo', 'Hạn 16:30 hôm nay: còn chờ 2 báo cáo']],
  ['lời của ngày trước lời của giờ', facts('15:30', { owed: { late: 0, today: 3 }, items: [report('16:00', 3)] }), ['Hôm nay đến hạn 3', 'Hạn 16:00 hôm nay: còn chờ 3 báo cáo']],
])('%s', (_, given, wanted) => expect(titles(given)).toEqual(wanted));

test('lời báo nói rõ của ai, mở đúng chỗ', () => {
  const { notices } = dueNotices(facts('15:30', { owed: { late: 4, today: 3 }, incoming: { late: 2, today: 0 }, items: [report('16:00', 3)] }), [], true);
  expect(notices).toEqual([
    { title: 'Quá hạn 6, hôm nay đến hạn 3', body: 'Quá hạn: 4 báo cáo của đơn vị, 2 văn bản đến.\nHôm nay: 3 báo cáo của đơn vị.', about: 'late' },
    { title: 'Hạn 16:00 hôm nay: còn chờ 3 báo cáo', body: '05/UBND-VP · báo cáo mưa lũ · đã nhận 2/5', about: { dispatch: 1 } },
  ]);
  const many = dueNotices(facts('15:30', { items: [1, 2, 3, 4, 5].map((id) => report('16:00', 1, { id, code: `0${id}/UBND-VP` })) }), [], false).notices;
  expect(many).toEqual([{ title: 'Hạn 16:00 hôm nay: còn chờ 5 báo cáo', body: [1, 2, 3].map((id) => `0${id}/UBND-VP · báo cáo mưa lũ · đã nhận 2/3`).join('\n').concat('\nvà 2 việc nữa'), about: 'days' }]);
});

test('cửa sổ mở qua đêm: lời của ngày mới chờ đến 7 giờ sáng; mở sớm hơn thì báo ngay', () => {
  const late = { owed: { late: 1, today: 0 } };
  expect(titles(facts('00:05', late), [], false)).toEqual([]);
  expect(titles(facts('06:59', late), [], false)).toEqual([]);
  expect(titles(facts('07:00', late), [], false)).toEqual(['Quá hạn 1']);
  expect(titles(facts('05:30', late), [], true)).toEqual(['Quá hạn 1']);
});

test('sáng không có gì thì việc tự mình vào sổ sau đó không được báo lại', () => {
  const { told } = dueNotices(facts('08:00'), [], true);
  expect(titles(facts('10:00', { incoming: { late: 0, today: 1 } }), told, false)).toEqual([]);
  expect(titles({ ...facts('08:00', { incoming: { late: 1, today: 0 } }), moment: '2026-11-21T08:00' }, told, true)).toEqual(['Quá hạn 1']);
});

test('đã báo một giờ rồi thì thôi, văn bản khác cùng giờ ấy vẫn được báo', () => {
  const { told } = dueNotices(facts('15:30', { items: [report('16:00', 3)] }), [], true);
  expect(titles(facts('15:31', { items: [report('16:00', 2)] }), told, false)).toEqual([]);
  expect(titles(facts('15:31', { items: [report('16:00', 2), report('16:00', 1, { id: 2 })] }), told, false)).toEqual(['Hạn 16:00 hôm nay: còn chờ 1 báo cáo']);
});

test('gia hạn sang giờ khác thì giờ mới được báo', () => {
  const { told } = dueNotices(facts('15:30', { items: [report('16:00', 3)] }), [], true);
  expect(titles(facts('15:40', { items: [report('16:30', 3)] }), told, false)).toEqual(['Hạn 16:30 hôm nay: còn chờ 3 báo cáo']);
});

const someDay = fc.constantFrom('2026-12-31', '2027-01-01');
// few hours, close to each other: what is told of once comes near again and again
const someTime = fc.constantFrom('06:50', '15:20', '15:45', '16:00', '16:10', '23:40');
const someHour = fc.constantFrom('16:00', '16:30', '00:10');
const sums = fc.record({ late: fc.integer({ min: 0, max: 2 }), today: fc.integer({ min: 0, max: 2 }) });
const item = fc
  .record({ kind: fc.constant('owed' as const), id: fc.integer({ min: 1, max: 4 }), due: someDay, time: fc.option(someHour, { freq: 8 }), open: fc.integer({ min: 0, max: 3 }), done: fc.integer({ min: 0, max: 3 }) })
  // a dispatch has one line in a notice, to be counted by its code
  .map((each) => ({ ...each, code: `${each.id}/VP`, what: 'báo cáo' }));
const look = fc.record({ moment: fc.tuple(someDay, someTime).map(([day, time]) => `${day}T${time}`), owed: sums, incoming: sums, items: fc.uniqueArray(item, { maxLength: 3, selector: ({ id }) => id }), opening: fc.boolean() });

test('không bao giờ báo hai lần, dù đồng hồ chạy lui, dù mở lại cửa sổ', () => {
  fc.assert(
    fc.property(fc.array(look, { maxLength: 40 }), (looks) => {
      let told: ToldMarks = [];
      const said: string[] = [];
      for (const { opening, ...given } of looks) {
        const answer = dueNotices(given, told, opening);
        // as a window opened anew reads them
        told = JSON.parse(JSON.stringify(answer.told)) as string[];
        for (const { title, body } of answer.notices) {
          if (!title.startsWith('Hạn')) said.push(`ngày ${given.moment.slice(0, 10)}`);
          else for (const line of body.split('\n')) said.push(`${dueOf(given, title)} ${line.split(' · ')[0]}`);
        }
      }
      expect(said).toEqual([...new Set(said)]);
    }),
  );
});

/** The day and hour a title speaks of. */
function dueOf({ moment, items }: DueFacts, title: string): string {
  const [, time = '', when] = /^Hạn (\S+) (hôm nay|ngày mai)/.exec(title) ?? [];
  const day = when === 'hôm nay' ? moment.slice(0, 10) : items.find((each) => each.due > moment.slice(0, 10) && each.time === time)?.due;
  return `${day}T${time}`;
}

test('giờ nào đến gần mà còn thiếu thì đã được báo', () => {
  fc.assert(
    fc.property(fc.array(look, { maxLength: 20 }), (looks) => {
      let told: ToldMarks = [];
      for (const { opening, ...given } of looks) {
        told = dueNotices(given, told, opening).told;
        for (const { due, time, open, id } of given.items) {
          const left = time === null ? Number.NaN : (Date.parse(`${due}T${time}Z`) - Date.parse(`${given.moment}Z`)) / 60_000;
          if (open > 0 && left >= 0 && left <= 60) expect(told.some((mark) => mark.startsWith(`${due}T${time} `) && mark.endsWith(` ${id}`))).toBe(true);
        }
      }
    }),
  );
});

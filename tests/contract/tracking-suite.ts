import type { ContractProcedure } from '@orpc/contract';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { contract } from '../../shared/contract/contract.ts';
import { readPackage, rootOf } from '../documents/read-package.ts';
import type { Client } from '../fixtures/open-engine.ts';
import { readCalendarFile } from '../fixtures/read-calendar-file.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';
import { refusalOf } from './suite.ts';

const sections = ['owed', 'recipients'] as const;
type Procedures = Record<string, ContractProcedure<z.ZodType, z.ZodType, never, never>>;

/** The client with every answer of these sections held to the contract's form, and `called` told of each procedure that answered. */
function heldToForm(client: Client, called: Set<string>): Client {
  const held = (name: (typeof sections)[number]): unknown =>
    new Proxy(client[name], {
      get: (section, procedure: string) => async (input: unknown) => {
        const answer: unknown = await (Reflect.get(section, procedure) as (input: unknown) => Promise<unknown>)(input);
        const form = (contract[name] as unknown as Procedures)[procedure]?.['~orpc'].outputSchema;
        // nothing of another form, and nothing the contract does not name
        expect(form?.parse(answer)).toEqual(answer);
        called.add(`${name}.${procedure}`);
        return answer;
      },
    });
  return new Proxy(client, { get: (whole, name: string): unknown => (sections.includes(name as 'owed') ? held(name as 'owed') : Reflect.get(whole, name)) });
}

const communes = ['UBND xã Bình Hòa', 'UBND phường Tân An', 'UBND xã An Sơn'];
const everyone = 'UBND các xã, phường';
/** All in the past: over the command line the clock is the machine's own. */
const asOf = '2020-08-20';

const wordOf = async (file: File) => rootOf(readPackage(new Uint8Array(await file.arrayBuffer())).get('word/document.xml')).text;
async function rowsOf(file: File): Promise<string[][]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await file.arrayBuffer());
  const rows: string[][] = [];
  workbook.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map(String)));
  return rows;
}

/** What every carrier must carry alike of recipients and of who owes what. `open` gives a client on a new, empty data folder. */
export function trackingSuite(carrier: string, open: () => Promise<Client>): void {
  describe(`tracking over ${carrier}`, () => {
    test('a dispatch is sent, its reports come in, are counted and collected; every procedure answers in its form', async () => {
      await trackOneDispatch(await open());
    });
  });
}

/** Calls every procedure of the sections for one dispatch, from its sending to its collected figures. */
async function trackOneDispatch(opened: Client): Promise<void> {
  const called = new Set<string>();
  const client = heldToForm(opened, called);
  const { owed, recipients } = client;
  await client.settings.update({ office: sampleOffice });
  await client.groups.save({ name: everyone, members: communes });
  const obligation = { agencies: [everyone, 'Báo An Bình'], what: 'báo cáo số hộ', due: '2020-08-16', time: '16:00', recurrence: 'daily' as const, until: '2020-08-17', reportTo: 'Sở Y tế', columns: [{ header: 'Số hộ', kind: 'number' as const, total: true }] };
  const { id: dispatch } = await client.outgoing.draft(sampleLetter({ addressees: [everyone], appendices: [], obligations: [obligation] }));
  await client.outgoing.issue({ id: dispatch, issuedDate: '2020-08-14', confirm: ['year:2020'] });

  // where it went
  const sent = (await recipients.list({ dispatch })).rows;
  expect(sent.map(({ role, name }) => [role, name])).toEqual([...communes.map((name) => ['addressee', name]), ['recipient', 'Chủ tịch UBND tỉnh']]);
  expect((await recipients.add({ dispatch, lines: ['Sở Nội vụ'] })).rows).toMatchObject([{ role: 'recipient', name: 'Sở Nội vụ', how: null }]);
  const marked = await recipients.mark({ ids: sent.map(({ id }) => id), set: { how: 'post', sentDate: '2020-08-14', copies: 1 }, reason: 'gửi cùng chuyến' });
  expect(marked).toMatchObject({ changed: 4, kept: 0 });
  expect(await wordOf(await recipients.sheet({ dispatch, how: 'post', format: 'docx' }))).toContain('UBND phường Tân An');
  expect((await rowsOf(await recipients.sheet({ from: '2020-08-14', to: '2020-08-14', format: 'xlsx' }))).flat()).toEqual(expect.arrayContaining(communes));
  expect(await recipients.undo({ act: marked.act ?? 0 })).toMatchObject({ changed: 4, kept: 0 });

  // who owes what, and what came of it
  const [kept] = (await owed.of({ dispatch })).rows;
  const duties = kept?.duties.map(({ id }) => id) ?? [];
  const [hoa = 0, tan = 0, son = 0, bao = 0] = duties;
  const day = (duty: number, n: number): number => duty * 10_000 + n;
  expect(kept).toMatchObject({ what: 'báo cáo số hộ', until: '2020-08-17', days: [{ n: 1, day: '2020-08-16' }, { n: 2, day: '2020-08-17' }] });
  const added = await owed.add({ dispatch, obligations: [{ agencies: ['Các hội'], what: 'gửi danh sách', due: '2020-08-19', time: null, recurrence: null }] });
  const [second = 0] = added.obligations;
  const [line = 0] = (await owed.of({ dispatch })).rows[1]?.duties.map(({ id }) => id) ?? [];
  expect(await owed.split({ duty: line, agencies: ['Hội Nông dân', 'Hội Phụ nữ'] })).toMatchObject({ changed: 2 });
  expect(await owed.change({ obligation: second, what: 'gửi danh sách hội viên' })).toMatchObject({ changed: 1 });
  expect(await owed.withdraw({ obligation: second, reason: 'đã có danh sách' })).toMatchObject({ changed: 1 });
  const read = await owed.read({ obligation: kept?.id ?? 0, file: new File(['Đơn vị;Số hộ\nXã Bình Hòa;1.200\nTân An;lạ\nXã Lạ;3\n'], 'số liệu.csv') });
  expect([read.rows.map(({ id, figures }) => [id, figures]), read.rows.length + read.missing.length]).toEqual([expect.arrayContaining([[day(hoa, 1), [1200]]]) as unknown, 4]);
  expect(await owed.enter({ obligation: kept?.id ?? 0, receivedDate: '2020-08-16', rows: [{ id: day(hoa, 1), figures: [1200] }, { id: day(tan, 1), figures: { 'Số hộ': '1.705' } }] })).toMatchObject({ changed: 2 });
  const paper = await client.incoming.register({ organName: 'UBND xã An Sơn', subject: 'báo cáo số hộ', arrivalDate: '2020-08-18', confirm: ['year:2020'] });
  expect((await owed.offers({ organName: 'UBND xã An Sơn', text: 'Theo Công văn 01/UBND-VP', arrivalDate: '2020-08-18' })).rows.map(({ id, cited }) => [id, cited])).toEqual([[day(son, 1), true], [day(son, 2), true]]);
  expect(await owed.report({ id: day(son, 1), receivedDate: '2020-08-18', receivedTime: '08:30', incoming: paper.id, figures: 95 })).toMatchObject({ state: 'done', settled: 'late', lateDays: 2 });
  expect(await owed.extend({ id: day(hoa, 2), due: '2020-08-25', reason: 'mưa lũ' })).toMatchObject({ changed: 1 });
  const excused = await owed.excuse({ ids: [day(bao, 1), day(bao, 2)], reason: 'không phát sinh' });
  expect(await owed.undo({ act: excused.act ?? 0 })).toMatchObject({ changed: 2, kept: 0 });
  expect(await owed.excuse({ id: day(bao, 1), reason: 'không phát sinh' })).toMatchObject({ changed: 1 });

  // everybody says the same of it: one open, three late, four done; reading may go on side by side
  const [whole, page, one, board, days, summary, agenda, progress, lateRows] = await Promise.all([
    owed.list({ asOf, dispatch }),
    owed.list({ asOf, state: 'late', limit: 2 }),
    owed.get({ id: day(son, 1), asOf }),
    owed.board({ asOf }),
    owed.board({ asOf, dispatch }),
    owed.summary({ asOf }),
    owed.agenda({ asOf, from: '2020-08-17', to: '2020-08-25' }),
    owed.progress({ asOf, from: '2020-08-16', to: '2020-08-18' }),
    owed.late({ asOf }),
  ]);
  expect(whole.rows.map(({ id, state, settled, lateDays }) => [id, state, settled, lateDays])).toEqual([
    [day(hoa, 1), 'done', 'on-time', 0], [day(tan, 1), 'done', 'on-time', 0], [day(son, 1), 'done', 'late', 2], [day(bao, 1), 'done', 'excused', 0],
    [day(tan, 2), 'late', null, 3], [day(son, 2), 'late', null, 3], [day(bao, 2), 'late', null, 3], [day(hoa, 2), 'open', null, 0],
  ]);
  expect([page.total, page.rows.map(({ id }) => id)]).toEqual([3, [day(tan, 2), day(son, 2)]]);
  expect((await owed.list({ asOf, state: 'late', limit: 2, cursor: page.nextCursor ?? '' })).rows.map(({ id }) => id)).toEqual([day(bao, 2)]);
  expect(one).toMatchObject({ agency: 'UBND xã An Sơn', report: { figures: [95], incoming: { id: paper.id } }, history: [{ act: 'report' }] });
  expect([lateRows.total, lateRows.owed, lateRows.incoming]).toEqual([3, 3, 0]);
  expect(lateRows.rows.map(({ owed: id, who, due, lateDays }) => [id, who, due, lateDays])).toEqual([
    [day(tan, 2), 'UBND phường Tân An', '2020-08-17', 3], [day(son, 2), 'UBND xã An Sơn', '2020-08-17', 3], [day(bao, 2), 'Báo An Bình', '2020-08-17', 3],
  ]);
  const counts = { open: 1, late: 3, onTime: 2, doneLate: 1, excused: 1 };
  expect([board.columns.map((column) => [column.dispatch, column.counts]), days.counts, summary.owed]).toEqual([[[dispatch, counts]], counts, { late: 3, today: 0, soon: 0 }]);
  expect([agenda.days.flatMap(({ items }) => items.map(({ due, open, late }) => [due, open, late])), agenda.late.map(({ late }) => late)]).toEqual([[['2020-08-17', 0, 3], ['2020-08-25', 1, 0]], [3]]);
  expect(progress.days.map(({ due, received, late }) => [due, received, late])).toEqual([[4, 2, 1], [3, 0, 4], [0, 1, 3]]);

  // the papers
  const late = whole.rows.filter(({ state }) => state === 'late').map(({ id }) => id);
  const { draft } = await owed.remind({ ids: late, newDue: '2020-08-24', asOf });
  const collected = await owed.collect({ obligation: kept?.id ?? 0, n: 1, share: true, into: draft, asOf });
  expect([collected.missing, collected.appendix.rows.map((row) => row.slice(0, 2))]).toEqual([[], [['UBND xã Bình Hòa', 1200], ['UBND phường Tân An', 1705], ['UBND xã An Sơn', 95], ['Báo An Bình', null]]]);
  const [letter, word, sheet, calendar, phrases] = await Promise.all([
    client.outgoing.get({ id: draft }),
    owed.lateList({ asOf, format: 'docx' }),
    owed.lateList({ asOf, format: 'xlsx' }),
    owed.ics({ from: '2020-08-01', to: '2020-08-31', asOf }),
    owed.phrases({ text: 'UBND các xã, phường báo cáo trước ngày 15/9/2020.', issuedDate: '2020-08-14', addressees: [everyone] }),
  ]);
  expect([letter.addressees, letter.appendices.at(-1)?.rows]).toEqual([['UBND phường Tân An', 'UBND xã An Sơn', 'Báo An Bình'], collected.appendix.rows]);
  expect(await wordOf(word)).toContain('Báo An Bình');
  expect((await rowsOf(sheet)).flat()).toContain('UBND phường Tân An');
  expect(readCalendarFile(await calendar.text()).events.map((event) => event.DTSTART)).toEqual(['20200817T160000', '20200825T160000']);
  expect(phrases.rows.map((row) => row.obligation.due)).toEqual(['2020-09-14']);

  await refuseAll([
    [() => recipients.list({ dispatch: 999 }), 'NOT_FOUND', 'Không có văn bản đi mã 999'],
    [() => recipients.add({ dispatch: draft, lines: ['Sở Y tế'] }), 'NOT_ALLOWED', 'chưa cấp số'],
    [() => recipients.mark({ ids: [9999], set: { copies: 1 } }), 'NOT_FOUND', 'Không có nơi nhận mã 9999'],
    [() => recipients.undo({ act: marked.act ?? 0 }), 'NOT_ALLOWED', 'đã được hoàn tác'],
    [() => recipients.sheet({ from: '2019-01-01', format: 'docx' }), 'NOT_ALLOWED', 'Không có văn bản nào ghi là gửi'],
    [() => owed.list({ asOf: '2020-02-30' }), 'INPUT_INVALID', 'không có trong lịch'],
    [() => owed.report({ id: day(hoa, 1), receivedDate: '2020-08-17' }), 'NOT_ALLOWED', 'đã báo cáo ngày 16/08/2020'],
    [() => owed.add({ dispatch, obligations: [{ ...obligation, agencies: [] }] }), 'INPUT_INVALID', 'chưa ghi cơ quan nào'],
    [() => owed.withdraw({ obligation: second, reason: 'lần nữa' }), 'NOT_ALLOWED', 'đã thôi yêu cầu'],
    [() => owed.undo({ act: 9999 }), 'NOT_FOUND', 'Không có việc theo dõi mã 9999'],
    [() => owed.remind({ ids: [day(hoa, 1)], asOf }), 'NOT_ALLOWED', 'không có gì để đôn đốc'],
  ]);
  expect([...called].sort()).toEqual(sections.flatMap((name) => Object.keys(contract[name]).map((procedure) => `${name}.${procedure}`)).sort());
}

async function refuseAll(calls: readonly [call: () => Promise<unknown>, code: string, sentence: string][]): Promise<void> {
  // two at a time: over the command line each is a process of its own
  for (let at = 0; at < calls.length; at += 2) {
    await Promise.all(calls.slice(at, at + 2).map(async ([call, code, sentence]) => {
      const refusal = await refusalOf(call());
      expect([refusal.code, refusal.message]).toEqual([code, expect.stringContaining(sentence)]);
    }));
  }
}

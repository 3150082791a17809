import { readFileSync } from 'node:fs';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { dueAsSeenFrom } from '../../electron/engine/handlers/demonstration-lines.ts';
import { readDemonstration } from '../../electron/engine/handlers/demonstration-files.ts';
import { isRealDate, weekdayOf } from '../../shared/domain/dates.ts';
import { documentTypeNames } from '../../shared/domain/document-types.ts';
import { refusalOf } from '../contract/suite.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { auditRegister } from '../fixtures/register-audit.ts';

const folder = new URL('../../resources/demonstration/', import.meta.url);
const { incoming, acts, agencies, directory, groups, office, files } = await readDemonstration(folder);
const isWeekend = (day: string): boolean => ['Thứ Bảy', 'Chủ Nhật'].includes(weekdayOf(day));

/** Agencies outside the province that write to it and that the directory leaves out. */
const outside = ['Bộ Văn hóa, Thể thao và Du lịch', 'Bộ Y tế'];

describe('sổ văn bản đến của văn phòng mẫu', () => {
  it('gồm chừng sáu mươi văn bản tháng 10 và 11, không hai trích yếu nào như nhau ngoài bản gửi hai lần', () => {
    expect(incoming.length).toBeGreaterThanOrEqual(58);
    expect(incoming.length).toBeLessThanOrEqual(66);
    expect(new Set(incoming.map(({ arrivalDate }) => arrivalDate.slice(0, 7)))).toEqual(new Set(['2026-10', '2026-11']));
    const subjects = incoming.filter(({ doubleReason }) => !doubleReason).map(({ subject }) => subject);
    expect(new Set(subjects).size).toBe(subjects.length);
    expect(incoming.filter(({ doubleReason }) => doubleReason).length).toBe(1);
  });

  it('ngày nào cũng có thật, là ngày làm việc, theo thứ tự: ký, đến, chuyển, xong', () => {
    for (const line of incoming) {
      const days = [line.issuedDate, line.arrivalDate, line.handed?.date ?? line.arrivalDate, line.done ?? line.reply?.date ?? line.handed?.date ?? line.arrivalDate];
      expect(days.every((day) => isRealDate(day) && !isWeekend(day)), line.code).toBe(true);
      expect(days, line.code).toEqual([...days].sort());
      if (line.dueDate) expect(line.dueDate >= line.arrivalDate && !isWeekend(line.dueDate) && line.dueDate !== '2026-11-24', line.code).toBe(true);
    }
    const early = incoming.filter(({ arrivalDate }, index) => index > 0 && arrivalDate < (incoming[index - 1]?.arrivalDate ?? ''));
    expect(early.map(({ backdateReason }) => typeof backdateReason)).toEqual(['string']);
  });

  it('cơ quan gửi có trong danh bạ, ký hiệu hợp với cơ quan, loại văn bản thuộc Nghị định 30', () => {
    const known = new Set([...agencies, ...groups].map(({ name }) => name).concat(outside));
    expect([...new Set(incoming.map(({ organName }) => organName))].filter((name) => !known.has(name))).toEqual([]);
    // a conclusion of an inspection is a document of its own law, not one of the 29 types
    const types = new Set<string>([...documentTypeNames, 'Kết luận']);
    expect([...new Set(incoming.map(({ typeName }) => typeName))].filter((name) => !types.has(name))).toEqual([]);
    for (const { code, organName, typeName } of incoming) {
      expect(code, organName).toMatch(/^\d+(\/|-CV\/|-)\p{Lu}/u);
      const notation = { 'Tờ trình': 'TTr', 'Báo cáo': 'BC', 'Giấy mời': 'GM', 'Kết luận': 'KL', 'Công điện': 'CĐ' }[typeName];
      if (notation) expect(code, organName).toContain(`/${notation}-`);
    }
    const recipients = acts.flatMap((act) => (act.act === 'register' ? act.given.recipients : []));
    expect([...new Set(recipients)].filter((name) => !known.has(name))).toEqual([]);
  });

  it('người ký nào cũng có chức vụ; một cơ quan không có hai người đứng đầu', () => {
    const heads = new Map<string, Set<string>>();
    for (const { organName, signer } of incoming) {
      expect(signer.position).not.toBe('');
      if (signer.fullName && signer.competence === null) heads.set(organName, (heads.get(organName) ?? new Set()).add(signer.fullName));
    }
    expect([...heads].filter(([, names]) => names.size > 1)).toEqual([]);
    expect(incoming.filter(({ signer }) => signer.fullName === null)).toHaveLength(1);
  });

  it('chữ ghép sẵn, không dấu cách lạc, không câu thừa', () => {
    for (const name of ['incoming.json', 'outgoing-acts.json', 'reports.json', 'directory.json', 'sendings.json']) {
      const text = readFileSync(new URL(name, folder), 'utf8');
      expect(text).toBe(text.normalize('NFC'));
      // laid out by lines or not, what is between the quotes counts
      expect(JSON.stringify(JSON.parse(text))).not.toMatch(/[\u00A0\u200B\uFEFF\t]| {2}[^"{]|"[^"]* "[,}]|undefined/);
    }
    for (const { subject } of incoming) expect(subject).toMatch(/^\S.*[^\s.,;]$/);
  });

  it('tệp kèm theo là PDF thật, một trang, nhỏ', async () => {
    expect(files.size).toBeGreaterThanOrEqual(4);
    for (const [name, bytes] of files) {
      expect(bytes.length, name).toBeLessThan(60_000);
      expect((await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount(), name).toBe(1);
    }
  });
});

describe('nạp văn phòng mẫu', () => {
  it('vào sổ, sổ không có gì sai; lần thứ hai bị từ chối', async () => {
    const { client, engine, folder: data } = openEngine();
    const answer = await client.demo.load();
    expect(answer).toEqual({ office: office.office.name, outgoing: 50, incoming: incoming.length, agencies: agencies.length + directory.closed.length });
    expect((await client.outgoing.list({})).total).toBe(answer.outgoing);
    expect((await refusalOf(client.demo.load())).code).toBe('DATA_NOT_EMPTY');
    await engine.close();
    expect(auditRegister(data).faults).toEqual([]);
  });

  it('ngày 20/11/2026: khung nhìn nào cũng có dòng để xem', async () => {
    const { client } = openEngine();
    await client.demo.load();
    expect(await client.incoming.views({ year: 2026 })).toEqual({ all: 63, views: { today: 4, waiting: 6, 'due-soon': 6, late: 4, unanswered: 8, cancelled: 1, 'without-files': 56 } });
    const { rows } = await client.incoming.list({ limit: 500 });
    expect(rows.at(-1)).toMatchObject({ arrivalNumber: 3418, arrivalDate: '2026-10-01' });
    expect(rows.filter(({ backdated }) => backdated).map(({ code }) => code)).toEqual(['1176/BCH-TM']);
    expect(rows.filter(({ status }) => status !== 'registered').map(({ status, cancelReason }) => [status, typeof cancelReason])).toEqual([['recalled', 'string'], ['cancelled', 'string']]);
    const answered = rows.filter(({ replyId }) => replyId !== null);
    expect(answered.map(({ code, handling }) => [code, handling])).toEqual([['5480/BVHTTDL-CDL', 'done'], ['15264/BTC-ĐT', 'done']]);
    expect(await client.incoming.get({ id: answered[0]?.id ?? 0 })).toMatchObject({ reply: { code: '34/UBND-VX', issuedDate: '2026-10-22' }, files: [{ name: '5480_BVHTTDL-CDL.pdf' }] });
    const double = rows.find(({ code, handling }) => code === '2301/SNV-TCBC' && handling === 'done');
    const history = (await client.incoming.get({ id: double?.id ?? 0 })).history;
    expect(history.map(({ at, act, who }) => [at.slice(0, 10), act, who])).toEqual([['2026-11-11', 'register', 'Hà Thị Thanh Vân'], ['2026-11-11', 'update', 'Hà Thị Thanh Vân'], ['2026-11-11', 'update', 'Hà Thị Thanh Vân']]);
  });

  it('sổ văn bản đi có số giữ, đính chính, thay thế, thu hồi, lùi ngày và dãy số riêng', async () => {
    const { client } = openEngine();
    await client.demo.load();
    const { rows, counts } = await client.outgoing.list({ limit: 500 });
    expect(counts).toMatchObject({ draft: 5, cancelled: 2, reserved: 2, corrected: 1, replaced: 1, recalled: 1, issued: 0, sent: 38 });
    const of = (code: string) => rows.find((row) => row.code === code);
    expect(of('34/UBND-VX')).toMatchObject({ status: 'corrected', byId: of('36/UBND-VX')?.id });
    expect(of('2144/QĐ-UBND')).toMatchObject({ status: 'replaced', byId: of('2146/QĐ-UBND')?.id, sentDate: '2026-11-04' });
    expect(of('2148/QĐ-UBND')).toMatchObject({ series: 'Quyết định', backdated: expect.stringContaining('19/11/2026') as string });
    expect((await client.books.list({ year: 2026 })).rows.map(({ kind, series, next }) => [kind, series, next])).toEqual([['outgoing', 'Quyết định', 2149], ['outgoing', 'chung', 38], ['incoming', 'chung', 3481]]);
  });

  it.each([['2026-11-19', '2026-11-20', '2026-11-19'], ['2026-11-20', '2026-11-20', '2026-11-20'], ['2026-11-23', '2026-11-21', '2026-11-24'], ['2026-11-20', '2026-11-21', '2026-11-23'], ['2026-11-20', '2027-03-15', '2027-03-15'], ['2026-11-20', '2026-10-02', '2026-11-20']])('hạn %s, nạp ngày %s, thành %s', (due, today, wanted) => {
    expect(dueAsSeenFrom(due, today)).toBe(wanted);
  });
});

import { describe, expect, it } from 'vitest';
import ExcelJS from 'exceljs';
import { openEngine } from '../fixtures/open-engine.ts';
import { seeds, whySkipped } from '../fixtures/seeds.ts';
import { all, readPackage, rootOf } from '../documents/read-package.ts';
import { cellsOf } from '../../shared/letter/letter.ts';

const seed = seeds.find(({ letter }) => letter.appendices.length > 0 && letter.obligations.length > 0);
const day = (at: number, hour = 9): (() => Date) => () => new Date(2020, 7, at, hour, 0, 0);


describe.skipIf(!seed)(`số liệu mười hai huyện của văn bản thật${whySkipped}`, () => {
  it('mười hai báo cáo tới từng cái một, bảng tổng hợp đúng phụ lục đã ban hành, vào dự thảo, ra Word và Excel', async () => {
    if (!seed) return;
    let now = day(14);
    const opened = openEngine({ clock: () => now() });
    const { client } = opened;
    const { letter } = seed;
    const [table] = letter.appendices;
    if (!table) throw new Error('no appendix');
    await client.settings.update({ office: seed.office });
    const group = letter.obligations[1]?.agencies[0] ?? '';
    const names = table.rows.map(cellsOf).map(([name]) => `UBND ${String(name).charAt(0).toLocaleLowerCase('vi')}${String(name).slice(1)}`);
    await client.groups.save({ name: group, members: names });
    const { id } = await client.outgoing.draft(letter);
    await client.outgoing.issue({ id });
    const { rows: obligations } = await client.owed.of({ dispatch: id });
    const daily = obligations[1];
    expect(daily?.duties.map(({ name }) => name)).toEqual(names);
    if (!daily) return;

    now = day(15, 15);
    for (const [at, [, figure]] of table.rows.map(cellsOf).entries()) {
      const collected = await client.owed.collect({ obligation: daily.id });
      expect(collected.missing).toHaveLength(12 - at);
      await client.owed.report({ id: (daily.duties[at]?.id ?? 0) * 10_000 + 1, receivedDate: '2020-08-15', receivedTime: '10:00', figures: figure });
    }
    const { appendix, missing, notices } = await client.owed.collect({ obligation: daily.id });
    expect(missing).toEqual([]);
    expect(notices).toEqual([]);
    expect(appendix).toEqual(table);
    expect(appendix.rows.reduce((sum, [, figure]) => sum + Number(figure), 0)).toBe(285_228);

    const next = await client.outgoing.draft({ ...letter, appendices: [], obligations: [] });
    await client.owed.collect({ obligation: daily.id, share: true, rank: true, into: next.id, title: 'Kết quả cài đặt' });
    const draft = await client.outgoing.get({ id: next.id });
    expect(draft.appendices[0]?.columns.map(({ header }) => header)).toEqual([...table.columns.map(({ header }) => header), 'Tỷ lệ (%)', 'Xếp thứ']);
    const word = rootOf(readPackage(new Uint8Array(await (await client.appendix.docx({ id: next.id, appendix: 1 })).arrayBuffer())).get('word/document.xml'));
    const lastRow = all(word, 'w:tr').at(-1);
    expect(lastRow && all(lastRow, 'w:tc').map(({ text }) => text)).toEqual(['', 'Tổng cộng', '285.228', '100', '']);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await (await client.appendix.xlsx({ id: next.id, appendix: 1 })).arrayBuffer());
    const sheet = workbook.worksheets[0];
    const total = sheet?.getRow(sheet.rowCount);
    expect([total?.getCell(3).result, total?.getCell(4).result]).toEqual([285_228, 100]);
  });

  it('đến hết ngày 18/8/2020 đôn đốc đúng những nơi chậm, công văn không thiếu gì để cấp số', async () => {
    if (!seed) return;
    const opened = openEngine({ clock: day(19) });
    const { client } = opened;
    await client.settings.update({ office: seed.office });
    await client.groups.save({ name: seed.letter.obligations[1]?.agencies[0] ?? '', members: ['UBND huyện Nam Sách', 'UBND huyện Kim Thành'] });
    const { id } = await client.outgoing.draft(seed.letter);
    const issued = await client.outgoing.issue({ id, issuedDate: '2020-08-14' });
    const { rows } = await client.owed.list({ asOf: '2020-08-18', state: 'late', limit: 100 });
    const { draft } = await client.owed.remind({ ids: rows.map((row) => row.id), newDue: '2020-08-21', asOf: '2020-08-18' });
    const letter = await client.outgoing.get({ id: draft });
    expect(letter.subject).toBe(`đôn đốc báo cáo kết quả triển khai Công văn số ${issued.code}`);
    expect(letter.body).toContain(`Công văn số ${issued.code} ngày 14 tháng 8 năm 2020 của Ủy ban nhân dân tỉnh Hải Dương về việc ${seed.letter.subject}`);
    expect(letter.body).toContain('chậm nhất ngày 21 tháng 8 năm 2020');
    expect(letter.signer).toEqual(seed.letter.signer);
    expect(letter.appendices[0]?.rows.map(cellsOf).filter(([agency]) => agency === 'UBND huyện Nam Sách')).toEqual([['UBND huyện Nam Sách', `Công văn số ${issued.code} ngày 14/8/2020`, 'Báo cáo kết quả triển khai', '16 giờ 00 từ ngày 15/8 đến ngày 18/8/2020', 3]]);
    expect(letter.obligations.every(({ due }) => due === '2020-08-21')).toBe(true);
    await expect(client.outgoing.issue({ id: draft })).resolves.toMatchObject({ issuedDate: '2020-08-19' });
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openBookBytes, type OldBookFile } from '../../electron/engine/import/open-old-book.ts';
import type { ImportReading } from '../../electron/engine/import/read-import.ts';
import { readWholeBook } from '../../electron/engine/import/read-whole-book.ts';
import { wholeSheet } from '../../electron/engine/import/workbook-reader.ts';
import type { Cell, Sheet } from '../../shared/domain/import/cell.ts';
import { cleanLine } from '../../shared/domain/import/clean-cell.ts';

const heads = ['Số đến', 'Ngày đến', 'Tác giả', 'Số, ký hiệu', 'Ngày văn bản', 'Trích yếu', 'Nơi nhận'];
const read = (opened: OldBookFile): Promise<ImportReading> => readWholeBook(opened, { book: 'incoming' }, 2026, { step: () => Promise.resolve() });
const sheetFile = (rows: readonly (readonly Cell[])[]): OldBookFile => {
  const sheet: Sheet = { name: 'Sheet1', hidden: false, rows: [heads, ...rows].map((cells, at) => ({ row: at + 1, cells: [...cells], hidden: false })), merged: [], fonts: new Map() };
  return { name: 'so.xlsx', sha256: '', sheets: [{ name: sheet.name, hidden: false }], read: () => Promise.resolve(sheet), begin: () => Promise.resolve(wholeSheet(sheet)) };
};

const pair = fc.tuple(fc.integer({ min: 0, max: 32 }), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 2017, max: 2023 }));
const dayCell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 5, arbitrary: pair.map(([day, month, year]): Cell => `${day}/${month}/${year}`) },
  pair.map(([day, month]): Cell => `${day}-${month}`),
  pair.map(([day, month, year]): Cell => `${day} tháng ${month} năm ${year}`),
  pair.map(([day, month, year]): Cell => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`),
  fc.integer({ min: 0, max: 900 }).map((days): Cell => ({ date: new Date(Date.UTC(2019, 0, 1 + days)).toISOString().slice(0, 10) })),
  fc.constantFrom<Cell>(null, '"', 'hôm qua', '43831', 20200814),
);
const numberCell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 2500 }).map((number): Cell => number) },
  fc.constantFrom<Cell>('7.', '1 235', '1.236', '12a', '12-15', '4 5', '03\n(hỏa tốc)', '14 2 bản', 'VBD', null, '—', '12/5/1/2021', '(9)', { fault: 'ô báo lỗi #N/A' }),
);
const organ = fc.constantFrom<Cell>('Sở Y tế', 'UBND huyện Tứ Kỳ', '"', null, 'Sở Nông nghiệp &amp; Môi trường');
const code = fc.constantFrom<Cell>('12/SYT-NV', '12/SYT-NV ngày 4/3/2021', '15/2023/NĐ-CP', null, 15);
const subject = fc.constantFrom<Cell>('V/v tiêm chủng', 'Công văn về dự toán', 'Kế hoạch (Tối mật)', null, 'THÁNG 3');
const places = fc.constantFrom<Cell>('Phòng Tổng hợp', null, null, 'Mật');
const row = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(numberCell, dayCell, organ, code, dayCell, subject, places) },
  fc.constantFrom<Cell[]>(['THÁNG 02'], [null, null, null, null, null, 'Văn bản của HĐND'], ['Tổng cộng', 5], [null, null, 'Sở Tài chính', null, null, 'Công văn'], ['Người lập sổ']),
);

/** The figures of a text, run together. */
const figures = (text: string): string => text.replace(/\D/g, '');
const textOf = (cell: Cell | undefined): string => (cell == null ? '' : typeof cell === 'object' ? ('date' in cell ? cell.date.split('-').reverse().join('/') : '') : String(cell));

describe('đọc dòng nào cũng vậy', () => {
  test('mỗi dòng của tệp vào sổ hoặc ra ngoài với lý do, không mất, không hai lần, đúng thứ tự', async () => {
    const sums = { entered: 0, leftOut: 0 };
    await fc.assert(fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 25 }), async (given) => {
      // a row with nothing in it is no row, one with receivers alone goes on with the row above
      const rows = given.map((cells) => (cells.every((cell) => cell === null) || cells.slice(0, 6).every((cell) => cell == null) ? ['Người lập sổ'] : cells));
      const { lines, leftOut, problems } = await read(sheetFile(rows));
      const entered = lines.filter(({ keptApart }) => !keptApart);
      expect(entered.length + leftOut).toBe(rows.length);
      sums.entered += entered.length;
      sums.leftOut += leftOut;
      const places_ = lines.map((line) => line.row);
      expect(places_).toEqual([...new Set(places_)].toSorted((one, other) => one - other));
      for (const { row: at, keptApart } of lines) expect(problems.some((problem) => problem.row === at && problem.leftOut)).toBe(keptApart);
    }), { seed: 31, numRuns: 250 });
    // both ends of the property have been seen
    expect([sums.entered > 300, sums.leftOut > 300]).toEqual([true, true]);
  });

  test('điều chắc chắn thì có từng chữ trong dòng của nó', async () => {
    await fc.assert(fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
      const { lines } = await read(sheetFile(rows));
      for (const line of lines.filter(({ keptApart }) => !keptApart)) {
        const cells = rows[line.row - 2] ?? [];
        const [number, arrival, agency, symbol, issued, about] = cells.map(textOf);
        if (!line.unsure.includes('number')) expect(figures(number ?? '')).toContain(String(line.number));
        for (const [field, date, cell] of [['arrivalDate', line.arrivalDate, arrival], ['issuedDate', line.issuedDate, issued]] as const) {
          // a day from the row above is said; Excel's own count is no text
          if (date === null || line.unsure.includes(field) || !cell || /^\d{5}$|^"$/.test(cell)) continue;
          const [year = '', month = '', day = ''] = date.split('-');
          for (const part of [year, String(Number(month)), String(Number(day))]) expect(field === 'issuedDate' && !/\d/.test(cell) ? figures(symbol ?? '') : figures(cell)).toContain(part);
        }
        if (agency !== '"' && line.organName !== '') expect(agency?.replace('&amp;', '&')).toBe(line.organName);
        if (line.code !== '') expect(cleanLine(symbol ?? '')).toContain(line.code);
        expect(about ?? '').toContain(line.subject);
      }
    }), { seed: 32, numRuns: 250 });
  });

  test('CSV có ô nào không đặt trong ngoặc: dòng không đúng số ô thì ra ngoài hoặc không ô nào chắc', async () => {
    const cell = fc.constantFrom('Sở Y tế', 'V/v a, b', '1/SYT', '', '3/2/2023', 'x;y');
    const line = fc.tuple(fc.integer({ min: 1, max: 99 }), fc.constantFrom('3/2/2023', '13/2/2023'), fc.array(cell, { minLength: 3, maxLength: 7 })).map(([number, day, rest]) => [number, day, ...rest].join(','));
    await fc.assert(fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 3 }), async (given) => {
      const bytes = new TextEncoder().encode([heads.map((head) => `"${head}"`).join(','), ...given].join('\n'));
      const { lines, problems, leftOut } = await read(await openBookBytes('so.csv', bytes, () => undefined));
      expect(lines.length + leftOut).toBe(given.length);
      for (const [at, text] of given.entries()) {
        const amount = text.split(',').length;
        if (amount === heads.length) continue;
        expect(problems.some((problem) => problem.row === at + 2)).toBe(true);
        for (const { unsure } of lines.filter((each) => each.row === at + 2)) expect(unsure).toEqual(expect.arrayContaining(['number', 'arrivalDate', 'subject']));
      }
    }), { seed: 33, numRuns: 250 });
  });
});

import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { buildRegisterXlsx } from '../../electron/engine/documents/register-xlsx.ts';
import { bookForm, type BookKind } from '../../shared/report/book-form.ts';
import type { RegisterLine } from '../../shared/report/register-line.ts';
import { incomingLine, outgoingLine } from '../fixtures/book-lines.ts';
import { bookDrawing, inParts } from '../fixtures/draw-book.ts';
import { all, readPackage, rootOf } from './read-package.ts';

async function build(book: BookKind, lines: readonly RegisterLine[]) {
  const bytes = await buildRegisterXlsx(bookDrawing(book), inParts(book, lines));
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  const [cover, sheet] = workbook.worksheets;
  if (!cover || !sheet) throw new Error('cần hai trang tính');
  return { bytes, cover, sheet, parts: readPackage(bytes) };
}

const valuesOf = (sheet: ExcelJS.Worksheet, row: number, columns: number) => Array.from({ length: columns }, (_, at) => sheet.getCell(row, at + 1).value);

describe('sổ in ra Excel', () => {
  it.each(['outgoing', 'post', 'archive-use', 'incoming', 'handling'] as const)('sổ %s: tên cột, hàng (1)…(n), bề rộng theo tỉ lệ của mẫu', async (book) => {
    const { sheet } = await build(book, []);
    const { columns } = bookForm(book);
    expect(valuesOf(sheet, 1, columns.length)).toEqual(columns.map(({ header }) => header));
    expect(valuesOf(sheet, 2, columns.length)).toEqual(columns.map((_, at) => `(${at + 1})`));
    expect(sheet.getCell(1, 1).font).toMatchObject({ bold: true, name: 'Times New Roman' });
    const widths = columns.map((_, at) => sheet.getColumn(at + 1).width ?? 0);
    const total = widths.reduce((sum, width) => sum + width, 0);
    const printed = columns.reduce((sum, { printedMm }) => sum + printedMm, 0);
    widths.forEach((width, at) => expect(width / total).toBeCloseTo((columns[at]?.printedMm ?? 0) / printed, 3));
  });

  it('A4 nằm ngang, vừa một trang ngang, hai hàng đầu lặp lại mỗi trang, đánh số trang từ 1', async () => {
    const { sheet, cover, parts } = await build('incoming', [incomingLine()]);
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, printTitlesRow: '1:2', firstPageNumber: 1 });
    expect(all(rootOf(parts.get('xl/worksheets/sheet2.xml')), 'pageSetup')[0]?.attributes).toMatchObject({ fitToHeight: '0', useFirstPageNumber: '1' });
    expect(all(rootOf(parts.get('xl/worksheets/sheet2.xml')), 'oddFooter')[0]?.text).toBe('&C&"Times New Roman,Regular"&13&P');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 });
    expect(cover.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9 });
  });

  it('bìa: các dòng của Phụ lục IV trong khung kép 90 × 96 mm', async () => {
    const { cover } = await build('incoming', []);
    const texts: unknown[] = [];
    let heightPt = 0;
    cover.eachRow({ includeEmpty: true }, (row, at) => {
      const cell = row.getCell(2);
      if (cell.value !== null) texts.push(cell.value);
      if (at > 1) heightPt += row.height;
    });
    expect(texts).toEqual(['UBND TỈNH AN BÌNH', 'SỞ TÀI CHÍNH', 'SỔ ĐĂNG KÝ VĂN BẢN ĐẾN', 'Năm: 2026', 'Từ ngày 01/01/2026 đến ngày 31/12/2026', 'Từ số 01 đến số 60', 'Quyển số: 1']);
    expect((heightPt / 72) * 25.4).toBeCloseTo(96, 1);
    const last = cover.rowCount;
    expect(cover.getCell(2, 2).border).toMatchObject({ top: { style: 'double' }, left: { style: 'double' }, right: { style: 'double' } });
    expect(cover.getCell(last, 2).border).toMatchObject({ bottom: { style: 'double' } });
  });

  it('ngày là ngày thật, số đến là số, chữ bắt đầu bằng = + - @ vẫn là chữ', async () => {
    const lines = ['=1+1', '+84 220', '-15/UBND', '@ai'].map((code) => incomingLine({ code }));
    const { sheet } = await build('incoming', [...lines, incomingLine({ number: '12a', issuedDate: null, handedDate: null })]);
    expect(sheet.getCell('A3').value).toEqual(new Date(Date.UTC(2026, 10, 20)));
    expect(sheet.getCell('A3').numFmt).toBe('dd/mm/yyyy');
    expect([sheet.getCell('B3').value, sheet.getCell('B7').value, sheet.getCell('E7').value]).toEqual([1247, '12a', null]);
    expect(lines.map((_, at) => sheet.getCell(3 + at, 4).value)).toEqual(['=1+1', '+84 220', '-15/UBND', '@ai']);
    expect(lines.map((_, at) => [sheet.getCell(3 + at, 4).type, sheet.getCell(3 + at, 4).numFmt])).toEqual(Array(4).fill([ExcelJS.ValueType.String, '@']));
    expect(Object.keys(sheet.getCell('E7').border ?? {}).sort()).toEqual(['bottom', 'left', 'right', 'top']);
  });

  it('dòng hủy gạch ngang trừ ghi chú; dòng dài được tính chiều cao', async () => {
    const { sheet } = await build('outgoing', [outgoingLine(), outgoingLine({ status: 'cancelled', cancelReason: 'trùng số' }), outgoingLine({ subject: 'rà soát trụ sở dôi dư sau sắp xếp đơn vị hành chính. '.repeat(8) })]);
    expect([1, 3, 9].map((at) => sheet.getCell(4, at).font.strike)).toEqual([true, true, true]);
    expect(sheet.getCell(4, 10)).toMatchObject({ value: 'Hủy: trùng số' });
    expect([sheet.getCell(4, 10).font.strike ?? false, sheet.getCell(3, 1).font.strike ?? false]).toEqual([false, false]);
    expect(sheet.getRow(5).height).toBeGreaterThan(4 * sheet.getRow(1).height);
    expect(sheet.getRow(5).height).toBeLessThanOrEqual(409);
  });

  it('dòng cao hơn sức chứa của một hàng Excel viết tiếp ở hàng sau: không chữ nào bị che, không chữ nào mất', async () => {
    const many = Array.from({ length: 150 }, (_, at) => `UBND xã thứ ${at + 1}`).join('; ');
    const { sheet } = await build('outgoing', [outgoingLine({ addressees: many, status: 'cancelled', cancelReason: 'trùng' }), outgoingLine({ code: '147/UBND-VP' })]);
    const last = sheet.rowCount;
    expect(last).toBeGreaterThan(2 + 2);
    expect(sheet.getCell(last, 1).value).toBe('147/UBND-VP');
    const parts = Array.from({ length: last - 3 }, (_, at) => at + 3);
    expect(parts.map((row) => sheet.getCell(row, 5).text).join(' ').replaceAll('\n', ' ')).toBe(many);
    expect(parts.map((row) => [sheet.getCell(row, 1).value, sheet.getCell(row, 2).value, sheet.getCell(row, 7).value])).toEqual([['146/UBND-VP', new Date(Date.UTC(2026, 10, 20)), 7], ...parts.slice(1).map(() => [null, null, null])]);
    for (const row of parts) {
      expect(sheet.getCell(row, 5).font.strike).toBe(true);
      // a line of Times 10 takes at least its own 11.5 pt
      const lines = sheet.getCell(row, 5).text.split('\n').length;
      expect(sheet.getRow(row).height).toBeGreaterThanOrEqual(Math.min(lines, 31) * 11.5);
      expect(sheet.getRow(row).height).toBeLessThanOrEqual(409);
    }
    expect(sheet.getCell(3, 5).alignment).toMatchObject({ vertical: 'top', wrapText: true });
  });

  it('mọi kiểu chữ là Times New Roman, mọi phần là XML đúng, nghìn dòng đủ cả và đúng thứ tự', async () => {
    const { sheet, parts } = await build('incoming', Array.from({ length: 1003 }, (_, at) => incomingLine({ number: String(at + 1), subject: 'a & b < c "d" \u0001' })));
    const fonts = all(rootOf(parts.get('xl/styles.xml')), 'fonts')[0];
    expect(new Set(all(fonts ?? { name: '', attributes: {}, children: [], text: '' }, 'name').map((name) => name.attributes.val))).toEqual(new Set(['Times New Roman']));
    expect(sheet.rowCount).toBe(1005);
    expect([3, 500, 1005].map((row) => sheet.getCell(row, 2).value)).toEqual([1, 498, 1003]);
    expect(sheet.getCell(3, 6).value).toBe('Công văn: a & b < c "d" ');
  });
});

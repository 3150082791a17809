import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { buildAppendixXlsx } from '../../electron/engine/documents/appendix-xlsx.ts';
import { appendixSheet, sheetName } from '../../shared/letter/appendix-sheet.ts';
import type { Appendix } from '../../shared/letter/letter.ts';
import { textWidthMm } from '../../shared/letter/text-width.ts';
import { sheetNumberFormat } from '../../shared/letter/sheet-number-format.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';
import { seeds, whySkipped } from '../fixtures/seeds.ts';
import { all, readPackage, rootOf } from './read-package.ts';

const meta = { title: 'Phụ lục', author: 'UBND tỉnh An Bình', created: new Date('2026-11-20T01:02:03Z') };

async function build(appendix?: Partial<Appendix>, office = sampleOffice) {
  const letter = sampleLetter({ issuedDate: '2026-11-20' });
  const [own] = letter.appendices;
  if (!own) throw new Error('văn bản mẫu phải có phụ lục');
  const bytes = await buildAppendixXlsx(appendixSheet({ ...letter, appendices: [{ ...own, ...appendix }] }, 0, office, { codeNumber: 146 }, '2026-11-20'), meta);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('no sheet');
  const rows = Array.from({ length: sheet.rowCount }, (_, at) => sheet.getRow(at + 1));
  const head = rows.find((row) => row.getCell(1).value === 'STT') ?? rows[0];
  if (!head) throw new Error('no head');
  return { bytes, sheet, rows, head: head.number };
}

describe('tệp Excel của phụ lục', () => {
  it('cơ quan, Phụ lục, tên in hoa, dòng kèm theo, rồi bảng', async () => {
    const { rows, head } = await build({}, { ...sampleOffice, parentName: 'UBND tỉnh An Bình', name: 'Sở Tài chính' });
    expect(rows.slice(0, head - 1).map((row) => row.getCell(1).value).filter((value) => value !== null)).toEqual([
      'UBND TỈNH AN BÌNH', 'SỞ TÀI CHÍNH', 'Phụ lục', 'DIỆN TÍCH TRỤ SỞ DÔI DƯ', '(Kèm theo Công văn số 146/UBND-VP ngày 20 tháng 11 năm 2026 của Sở Tài chính)',
    ]);
  });

  it('số là số, chữ bắt đầu bằng = + - @ vẫn là chữ, dòng cộng là công thức có sẵn kết quả', async () => {
    const rows = [['Phường Tân An', 1250], ['=1+1', 680], ['+84 220', 1.5], ['-15/UBND', null], ['@ai', 0], ['_x0041_', -3]];
    const { sheet, head, bytes } = await build({ rows });
    expect(rows.map((_, at) => sheet.getCell(head + 1 + at, 2).value)).toEqual(['Phường Tân An', '=1+1', '+84 220', '-15/UBND', '@ai', '_x0041_']);
    expect(sheet.getCell(head + 2, 2).type).toBe(ExcelJS.ValueType.String);
    expect(rows.map((_, at) => sheet.getCell(head + 1 + at, 3).value)).toEqual([1250, 680, 1.5, null, 0, -3]);
    const total = sheet.getCell(head + 1 + rows.length, 3);
    expect(total.value).toEqual({ formula: `SUM(C${head + 1}:C${head + rows.length})`, result: 1928.5 });
    expect(sheet.getCell(head + 1 + rows.length, 2).value).toBe('Tổng cộng');
    expect(all(rootOf(readPackage(bytes).get('xl/worksheets/sheet1.xml')), 'f').map((node) => node.text)).toEqual([`SUM(C${head + 1}:C${head + rows.length})`]);
  });

  it('bảng không có dòng nào vẫn mở được', async () => {
    const { sheet, head } = await build({ rows: [] });
    expect(sheet.getCell(head + 1, 3).value).toBe(0);
  });

  it('dòng đầu bảng đứng yên khi cuộn và lặp khi in; A4, vừa một trang ngang, lề và số trang theo nghị định', async () => {
    const { sheet, head, bytes } = await build();
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: head });
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `${head}:${head}` });
    expect((sheet.pageSetup.margins?.left ?? 0) * 25.4).toBeCloseTo(30, 3);
    expect((sheet.pageSetup.margins?.top ?? 0) * 25.4).toBeCloseTo(20, 3);
    const root = rootOf(readPackage(bytes).get('xl/worksheets/sheet1.xml'));
    expect(all(root, 'headerFooter')[0]?.attributes.differentFirst).toBe('1');
    expect(all(root, 'oddHeader')[0]?.text).toBe('&C&"Times New Roman,Regular"&14&P');
  });

  it('mọi phần là XML đúng, mọi kiểu chữ là Times New Roman, ô bảng có khung', async () => {
    const { bytes, sheet, head } = await build();
    const fonts = all(rootOf(readPackage(bytes).get('xl/styles.xml')), 'fonts')[0];
    expect(new Set(all(fonts ?? { name: '', attributes: {}, children: [], text: '' }, 'name').map((name) => name.attributes.val))).toEqual(new Set(['Times New Roman']));
    expect(Object.keys(sheet.getCell(head + 1, 3).border ?? {}).sort()).toEqual(['bottom', 'left', 'right', 'top']);
  });

  it('dòng dài được tính chiều cao cho mọi dòng chữ', async () => {
    const { sheet, head } = await build({ rows: [['Ngắn', 1], ['Rà soát trụ sở dôi dư sau sắp xếp. '.repeat(12), 2]] });
    expect(sheet.getRow(head + 2).height).toBeGreaterThan(3 * sheet.getRow(head + 1).height);
  });

  it('bảng rộng nằm ngang', async () => {
    const columns = [{ header: 'STT', kind: 'ordinal' as const }, ...Array.from({ length: 12 }, (_, at) => ({ header: `Chỉ tiêu ${at}`, kind: 'number' as const }))];
    const { sheet } = await build({ columns, rows: [columns.slice(1).map(() => 1_234_567_890)] });
    expect(sheet.pageSetup.orientation).toBe('landscape');
  });
});

describe('dạng số', () => {
  it.each([
    [0, false, '[>=1000000]#\\.###\\.##0;[>=1000]#\\.##0;0'],
    [70635, false, '[>=1000000]#\\.###\\.##0;[>=1000]#\\.##0;0'],
    [999_999_999, false, '[>=1000000]#\\.###\\.##0;[>=1000]#\\.##0;0'],
    [1e9, false, '[>=1000000000]#\\.###\\.###\\.##0;[>=1000000]#\\.###\\.##0;#\\.##0'],
    [1e12, false, '#\\.###\\.###\\.###\\.##0'],
    [-5, false, '0'],
    [-999, false, '0'],
    [-1000, false, '#\\.##0'],
    [-70635, false, '#\\.##0'],
    [-1_000_000, false, '#\\.###\\.##0'],
    [16.73, true, '[$-42A]#,##0.00'],
    [3, true, '[$-42A]#,##0'],
  ])('%d (bảng có phần lẻ: %s)', (value, parts, format) => {
    expect(sheetNumberFormat(value, parts)).toBe(format);
  });
});

describe('tên trang tính', () => {
  it.each([['Phụ lục II', 'Phụ lục II'], ['a/b:c*[d]?\\e', 'a b c d e'], ["'nháy'", 'nháy'], ['', 'Bảng'], ['x'.repeat(40), 'x'.repeat(31)]])('%s', (wanted, name) => {
    expect(sheetName(wanted)).toBe(name);
  });
});

describe(`văn bản thật${whySkipped}`, () => {
  const seed = seeds.find((one) => one.letter.appendices.length > 0);
  it.skipIf(!seed)('phụ lục của văn bản 2953: mười hai dòng, cộng 285.228', () => {
    if (!seed) return;
    const sheet = appendixSheet(seed.letter, 0, seed.office, { codeNumber: seed.codeNumber }, '2021-05-20');
    expect(sheet.rows).toHaveLength(12);
    expect(sheet.total?.cells.at(-1)).toMatchObject({ kind: 'sum', value: 285_228 });
  });
});

describe('bảng khó', () => {
  const wideColumns = Array.from({ length: 12 }, (_, at) => ({ header: `Chỉ tiêu ${at + 1}`, kind: 'number' as const, total: true }));
  const wide: Appendix = {
    title: 'Số liệu',
    columns: [{ header: 'STT', kind: 'ordinal' }, { header: 'Đơn vị', kind: 'text' }, ...wideColumns],
    rows: ['Xã Tân Hòa', 'Xã An Phú', 'Phường Đông'].map((name) => [name, ...wideColumns.map(() => 123_456_789)]),
  };

  it('mười hai cột số chín chữ số: cột nào cũng rộng hơn số của nó, không có ###', async () => {
    const { sheet, head } = await build(wide);
    for (let column = 3; column <= 14; column += 1) {
      const style = sheet.getCell(head + 1, column).style;
      const total = textWidthMm('370.370.367', { sizePt: style.font?.size ?? 0, bold: true });
      // seven pixels a figure and five around, at 96 dots an inch
      const roomMm = (((sheet.getColumn(column).width ?? 0) * 7 + 5) / 96) * 25.4;
      expect(roomMm).toBeGreaterThan(total + 2);
    }
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1 });
  });

  it('ô dài hàng nghìn chữ sang dòng dưới: không dòng nào quá 409 pt, không mất chữ, tổng không đổi', async () => {
    const words = Array.from({ length: 2500 }, (_, at) => `chữ${at}`).join(' ');
    const { rows, head, sheet } = await build({ columns: [{ header: 'STT', kind: 'ordinal' }, { header: 'Nội dung', kind: 'text' }, { header: 'Số', kind: 'number', total: true }], rows: [[words, 5], ['ngắn', 7]] });
    const body = rows.slice(head);
    expect(Math.max(...body.map((row) => row.height))).toBeLessThanOrEqual(409);
    const lines = body.map((row) => row.getCell(2).value).filter((value): value is string => typeof value === 'string');
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.slice(0, -2).join(' ')).toBe(words);
    expect(body.slice(1, lines.length - 2).map((row) => row.getCell(1).value)).toEqual(Array.from({ length: lines.length - 3 }, () => '(tiếp)'));
    expect(sheet.getCell(rows.length, 3).value).toMatchObject({ result: 12 });
  });

  it('cột nhiều chữ cạnh những cột hẹp được rộng nhất', async () => {
    const long = 'Rà soát, hướng dẫn, đôn đốc các đơn vị thực hiện nhiệm vụ được giao. '.repeat(14).trim();
    const narrow = ['Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời hạn', 'Ghi chú thêm'].map((header) => ({ header, kind: 'text' as const }));
    const { sheet, rows } = await build({ columns: [...narrow.slice(0, 2), { header: 'Nội dung', kind: 'text' }, ...narrow.slice(2)], rows: Array.from({ length: 4 }, () => ['Sở Kế hoạch và Đầu tư', 'Sở Tài chính; Sở Nội vụ', long, 'Quý IV năm 2026', 'Báo cáo hằng tháng']) });
    const widths = [1, 2, 3, 4, 5].map((at) => sheet.getColumn(at).width ?? 0);
    expect(widths[2] ?? 0).toBeGreaterThan(0.4 * widths.reduce((sum, width) => sum + width, 0));
    expect(Math.max(...rows.map((row) => row.height))).toBeLessThan(409);
    expect(rows.some((row) => row.getCell(1).value === '(tiếp)')).toBe(false);
  });

  it('dòng «Cộng mục I» in đậm và không nằm trong công thức của tổng', async () => {
    const { sheet, head } = await build({ rows: [['Xã A', 1], ['Xã B', 2], ['Cộng mục I', 3], ['Xã C', 4]] });
    expect(sheet.getCell(head + 5, 3).value).toEqual({ formula: `SUM(C${head + 1}:C${head + 2},C${head + 4}:C${head + 4})`, result: 7 });
    expect(sheet.getCell(head + 3, 3).style.font?.bold).toBe(true);
  });
});

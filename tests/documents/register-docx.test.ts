import { describe, expect, it } from 'vitest';
import { buildRegisterDocx, wordRowsMax } from '../../electron/engine/documents/register-docx.ts';
import { bookForm, type BookKind } from '../../shared/report/book-form.ts';
import type { RegisterLine } from '../../shared/report/register-line.ts';
import { incomingLine, outgoingLine } from '../fixtures/book-lines.ts';
import { bookDrawing, inParts } from '../fixtures/draw-book.ts';
import { all, child, readPackage, rootOf, type Node } from './read-package.ts';

async function build(book: BookKind, lines: readonly RegisterLine[]) {
  const parts = readPackage(await buildRegisterDocx(bookDrawing(book), inParts(book, lines)));
  const document = rootOf(parts.get('word/document.xml'));
  const [cover, table] = all(document, 'w:tbl');
  if (!cover || !table) throw new Error('cần bìa và bảng');
  return { parts, document, cover, table, rows: all(table, 'w:tr') };
}

const texts = (row: Node | undefined): string[] => (row ? all(row, 'w:tc').map((cell) => cell.text) : []);
const strikes = (row: Node | undefined): number[] => (row ? all(row, 'w:tc').map((cell) => all(cell, 'w:strike').length) : []);
const mm = (twips: string | undefined): number => (Number(twips) / 1440) * 25.4;

describe('sổ in ra Word', () => {
  it.each(['outgoing', 'post', 'archive-use', 'incoming', 'handling'] as const)('sổ %s: hai hàng đầu lặp lại, bề rộng theo tỉ lệ của mẫu', async (book) => {
    const { table, rows } = await build(book, []);
    const { columns } = bookForm(book);
    expect(texts(rows[0])).toEqual(columns.map(({ header }) => header));
    expect(texts(rows[1])).toEqual(columns.map((_, at) => `(${at + 1})`));
    expect(rows.slice(0, 2).every((row) => all(row, 'w:tblHeader').length === 1)).toBe(true);
    const widths = all(table, 'w:gridCol').map((column) => mm(column.attributes['w:w']));
    const printed = columns.reduce((sum, { printedMm }) => sum + printedMm, 0);
    widths.forEach((width, at) => expect(width).toBeCloseTo(((columns[at]?.printedMm ?? 0) * 260) / printed, 1));
  });

  it('A4 nằm ngang cả bìa lẫn sổ; số trang ở chân trang, đếm từ 1; bìa không có số', async () => {
    const { document, parts } = await build('incoming', [incomingLine()]);
    const sections = all(document, 'w:sectPr');
    expect(sections.map((section) => child(section, 'w:pgSz')?.attributes)).toEqual(Array(2).fill({ 'w:w': '16838', 'w:h': '11906', 'w:orient': 'landscape' }));
    expect(sections.map((section) => all(section, 'w:footerReference').length)).toEqual([0, 1]);
    expect(child(sections[1], 'w:pgNumType')?.attributes['w:start']).toBe('1');
    expect([...parts].some(([name, text]) => name.startsWith('word/footer') && text.includes('PAGE'))).toBe(true);
  });

  it('bìa: khung kép 90 × 96 mm, các dòng của Phụ lục IV', async () => {
    const { cover } = await build('handling', []);
    expect(all(cover, 'w:tblBorders')[0]?.children.slice(0, 4).map((edge) => edge.attributes['w:val'])).toEqual(Array(4).fill('double'));
    expect(mm(all(cover, 'w:gridCol')[0]?.attributes['w:w'])).toBeCloseTo(90, 1);
    expect(all(cover, 'w:trHeight')[0]?.attributes).toMatchObject({ 'w:hRule': 'atLeast' });
    expect(mm(all(cover, 'w:trHeight')[0]?.attributes['w:val'])).toBeCloseTo(96, 1);
    expect(all(cover, 'w:p').map((paragraph) => paragraph.text)).toEqual(['UBND TỈNH AN BÌNH', 'SỞ TÀI CHÍNH', 'SỔ THEO DÕI GIẢI QUYẾT VĂN BẢN ĐẾN', 'Năm: 2026', 'Từ ngày 01/01/2026 đến ngày 31/12/2026', 'Quyển số: 1']);
  });

  it('dòng ngắn đứng trọn trong trang, dòng nhiều nơi nhận viết tiếp sang trang sau, mọi ô bắt đầu từ mép trên', async () => {
    const many = Array.from({ length: 30 }, (_, at) => `UBND xã thứ ${at + 1}`).join('; ');
    const { rows } = await build('outgoing', [outgoingLine(), outgoingLine({ recipients: many })]);
    expect(rows.map((row) => all(row, 'w:cantSplit').length)).toEqual([1, 1, 1, 0]);
    expect(texts(rows[3])[4]).toBe(`UBND các xã, phường; ${many}`);
    expect(rows.map((row) => all(row, 'w:vAlign').length)).toEqual([10, 10, 0, 0]);
  });

  it('cơ quan kẻ cột theo nếp của mình thì Word theo bề rộng ấy', async () => {
    const own = [26, 19, 50, 19, 56, 17, 14, 19, 19, 21];
    const parts = readPackage(await buildRegisterDocx({ ...bookDrawing('outgoing'), form: bookForm('outgoing', own) }, inParts('outgoing', [])));
    const table = all(rootOf(parts.get('word/document.xml')), 'w:tbl')[1];
    expect(table && all(table, 'w:gridCol').map((column) => Math.round(mm(column.attributes['w:w'])))).toEqual(own);
  });

  it('dòng hủy gạch ngang trừ ghi chú, ngày đọc được', async () => {
    const { rows } = await build('outgoing', [outgoingLine({ subject: 'a & b < c' }), outgoingLine({ status: 'cancelled', cancelReason: 'trùng số' })]);
    expect(texts(rows[2])).toEqual(['146/UBND-VP', '20/11/2026', 'Công văn: a & b < c', 'Trần Minh Khôi', 'UBND các xã, phường', 'VT, TH', '7', '20/11/2026', '', '']);
    expect(strikes(rows[2])).toEqual(Array(10).fill(0));
    // the empty signature cell has no text to strike
    expect(strikes(rows[3])).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 0, 0]);
    expect(texts(rows[3]).at(-1)).toBe('Hủy: trùng số');
  });

  it('sổ dài quá sức Word bị từ chối bằng một câu chỉ việc nên làm', async () => {
    const lines = Array.from({ length: wordRowsMax + 1 }, () => incomingLine());
    await expect(buildRegisterDocx(bookDrawing('incoming'), inParts('incoming', lines, 5000))).rejects.toMatchObject({ code: 'NOT_ALLOWED', message: expect.stringContaining('20.000 dòng') as string });
  });
});

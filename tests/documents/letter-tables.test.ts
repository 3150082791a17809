import { existsSync, readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { buildAppendixXlsx } from '../../electron/engine/documents/appendix-xlsx.ts';
import { buildLetterDocx } from '../../electron/engine/documents/letter-docx.ts';
import { Letter } from '../../shared/contract/letter-schema.ts';
import { appendixSheet } from '../../shared/letter/appendix-sheet.ts';
import { layoutLetter } from '../../shared/letter/layout-letter.ts';
import type { Appendix, Row } from '../../shared/letter/letter.ts';
import { defaultLetterForm } from '../../shared/letter/office.ts';
import { sheetBreaks } from '../../shared/letter/sheet-pages.ts';
import { textWidthMm } from '../../shared/letter/text-width.ts';
import { casesFolder } from '../fixtures/cases.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';
import { wordParagraphs } from '../fixtures/word-paragraphs.ts';
import { all, child, type Node, readPackage, rootOf } from './read-package.ts';

/** Every row of the table "Letters and tables" of the cases, read back from the Word file and, for tables, the Excel file. */
const meta = { title: 'Văn bản', author: 'UBND tỉnh An Bình', created: new Date('2026-11-20T01:02:03Z') };
const numbering = { codeNumber: 5 };
const day = '2026-11-20';

const word = (letter: Letter): Promise<Uint8Array> => buildLetterDocx(layoutLetter(letter, sampleOffice, defaultLetterForm, numbering, day), meta);
const lines = async (changes: Partial<Letter>): Promise<string[]> => wordParagraphs(await word(Letter.parse(sampleLetter({ appendices: [], ...changes }))));
const lettersOf = (appendix: Appendix): Letter => Letter.parse(sampleLetter({ issuedDate: day, appendices: [appendix] }));

async function excel(letter: Letter) {
  const bytes = await buildAppendixXlsx(appendixSheet(letter, 0, sampleOffice, numbering, day), meta);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('no sheet');
  const rows = Array.from({ length: sheet.rowCount }, (_, at) => sheet.getRow(at + 1));
  const head = Number(/^(\d+):/.exec(sheet.pageSetup.printTitlesRow ?? '')?.[1]);
  return { bytes, sheet, rows, head };
}

interface WordRow {
  texts: string[];
  bold: boolean;
  keepsNext: boolean;
  whole: boolean;
}

async function wordTable(letter: Letter): Promise<{ rows: WordRow[]; table: Node }> {
  const root = rootOf(readPackage(await word(letter)).get('word/document.xml'));
  const table = all(root, 'w:tbl').find((one) => all(one, 'w:tblHeader').length > 0);
  if (!table) throw new Error('no table');
  const rows = all(table, 'w:tr').map((row): WordRow => ({
    texts: all(row, 'w:tc').map((cell) => all(cell, 'w:t').map((text) => text.text).join('').replaceAll('\u00A0', ' ')),
    bold: all(row, 'w:r').filter((run) => all(run, 'w:t').length > 0).every((run) => all(run, 'w:b').length > 0),
    keepsNext: all(row, 'w:p').every((paragraph) => child(child(paragraph, 'w:pPr'), 'w:keepNext') !== undefined),
    whole: all(row, 'w:cantSplit').length > 0,
  }));
  return { rows, table };
}

const columns: Appendix['columns'] = [{ header: 'STT', kind: 'ordinal' }, { header: 'Đơn vị', kind: 'text' }, { header: 'Số', kind: 'number', total: true }];
const table = (rows: Row[]): Appendix => ({ title: 'Số liệu', columns, rows });

describe('dấu sao trong nội dung (Word)', () => {
  it.each([
    ['20*30 m, sân 15*40 m; mức chi 3*2*5', '20*30 m, sân 15*40 m; mức chi 3*2*5./.'],
    ['tỷ lệ 10%*5%*2%, khối 2m²*3m²*4', 'tỷ lệ 10%*5%*2%, khối 2m²*3m²*4./.'],
    ['“a”*“b”*“c” và **Điều 3**2026', '“a”*“b”*“c” và Điều 32026./.'],
    ['tệp *.docx, *.xlsx (*)', 'tệp *.docx, *.xlsx (*)./.'],
  ])('%s', async (body, printed) => {
    expect(await lines({ body })).toContain(printed);
  });
});

describe('bảng mười hai cột số chín chữ số: số nguyên vẹn trên giấy', () => {
  const twelve = casesFolder === null ? null : new URL('bang-12-cot.json', casesFolder);
  const own = (count: number, digits: number): Letter =>
    lettersOf({
      title: 'Số liệu',
      columns: [{ header: 'STT', kind: 'ordinal' }, { header: 'Đơn vị', kind: 'text' }, ...Array.from({ length: count }, (_, at) => ({ header: `Chỉ tiêu ${at + 1}`, kind: 'number' as const, total: true }))],
      rows: ['Xã Tân Hòa', 'Phường Tân An', 'Xã An Phú'].map((name) => [name, ...Array.from({ length: count }, () => Number('123456789012'.slice(0, digits)))]),
    });

  const whole = async (letter: Letter): Promise<void> => {
    const numbers = letter.appendices[0]?.columns.filter(({ kind }) => kind === 'number').length ?? 0;
    const { sheet, head, rows } = await excel(letter);
    for (let column = 3; column < 3 + numbers; column += 1) {
      const cell = sheet.getCell(rows.length, column);
      const { result } = cell.value as { result: number };
      const total = textWidthMm(result.toLocaleString('de-DE'), { sizePt: cell.style.font?.size ?? 0, bold: true });
      // seven pixels a figure and five around, at 96 dots an inch: a narrower column shows ###
      expect((((sheet.getColumn(column).width ?? 0) * 7 + 5) / 96) * 25.4, `cột ${column}, dòng ${head}`).toBeGreaterThan(total + 2);
    }
    const root = rootOf(readPackage(await word(letter)).get('word/document.xml'));
    const tables = all(root, 'w:tbl').filter((one) => all(one, 'w:tblHeader').length > 0);
    let seen = 0;
    for (const one of tables) {
      const widths = all(one, 'w:gridCol').map((column) => (Number(column.attributes['w:w']) / 1440) * 25.4);
      for (const row of all(one, 'w:tr')) {
        all(row, 'w:tc').forEach((cell, at) => {
          const text = all(cell, 'w:t').map((part) => part.text).join('');
          if (!/^[\d.]{5,}$/.test(text)) return;
          seen += 1;
          const margins = all(one, 'w:tblCellMar')[0];
          const padding = ((Number(child(margins, 'w:left')?.attributes['w:w'] ?? child(margins, 'w:start')?.attributes['w:w'] ?? 0) * 2) / 1440) * 25.4;
          const size = Number(all(cell, 'w:sz')[0]?.attributes['w:val']) / 2;
          expect(textWidthMm(text, { sizePt: size, bold: all(cell, 'w:b').length > 0 })).toBeLessThanOrEqual((widths[at] ?? 0) - padding + 0.1);
        });
      }
    }
    expect(seen).toBe(numbers * ((letter.appendices[0]?.rows.length ?? 0) + 1));
  };

  it.skipIf(twelve === null || !existsSync(twelve))('bang-12-cot.json', async () => {
    if (twelve) await whole(Letter.parse(JSON.parse(readFileSync(twelve, 'utf8'))));
  });
  it.each([[12, 9], [9, 12], [16, 9], [5, 6]])('%d cột %d chữ số', async (count, digits) => whole(own(count, digits)));
});

describe('dòng nhóm, dòng cộng', () => {
  const rows: Row[] = [{ group: 'I', cells: ['Khối sở', 30] }, ['Sở A', 10], ['Sở B', 20], { subtotal: true, cells: ['Cộng khối sở', 30] }, { group: 'II', cells: ['Khối xã'] }, ['Xã A', 5]];
  const bodyOf = [['I', 'Khối sở', '30'], ['1', 'Sở A', '10'], ['2', 'Sở B', '20'], ['', 'Cộng khối sở', '30'], ['II', 'Khối xã', ''], ['1', 'Xã A', '5'], ['', 'Tổng cộng', '35']];

  it('Word: in đậm, số của nhóm ở cột STT, đếm lại từ 1, không cộng hai lần', async () => {
    const { rows: printed } = await wordTable(lettersOf(table(rows)));
    expect(printed.slice(1).map(({ texts }) => texts)).toEqual(bodyOf);
    expect(printed.slice(1).map(({ bold }) => bold)).toEqual([true, false, false, true, true, false, true]);
    expect(printed.every(({ whole }) => whole)).toBe(true);
    // a head goes with its first row, a row before a sum with it
    expect(printed.slice(1).map(({ keepsNext }) => keepsNext)).toEqual([true, false, true, false, true, true, false]);
  });

  it('Excel: in đậm, ngoài công thức của tổng', async () => {
    const { sheet, head } = await excel(lettersOf(table(rows)));
    expect(bodyOf.map((_, at) => [1, 2, 3].map((column) => sheet.getCell(head + 1 + at, column).text))).toEqual(bodyOf);
    expect(bodyOf.map((_, at) => sheet.getCell(head + 1 + at, 2).style.font?.bold ?? false)).toEqual([true, false, false, true, true, false, true]);
    expect(sheet.getCell(head + 7, 3).value).toEqual({ formula: `SUM(C${head + 2}:C${head + 3},C${head + 6}:C${head + 6})`, result: 35 });
  });

  it.each<[string, Row[], number]>([
    ['I. trong tên', [['I. Khối sở', 30], ['Sở A', 10], ['Sở B', 20], ['II. Khối xã', 5], ['Xã A', 5]], 35],
    ['in đậm bằng dấu sao', [['**Khối sở**', 30], ['Sở A', 10], ['Sở B', 20], ['**Khối xã**', 5], ['Xã A', 5]], 35],
    ['Cộng mục', [['Xã A', 1], ['Xã B', 2], ['Cộng mục I', 3], ['Xã C', 4], ['Cộng mục II', 4]], 7],
    ['Toàn tỉnh ở đầu', [['Toàn tỉnh', 7], ['Xã A', 3], ['Xã B', 4]], 7],
  ])('%s: Word và Excel ra cùng một tổng', async (_, typed, sum) => {
    const letter = lettersOf(table(typed));
    const { rows: printed } = await wordTable(letter);
    expect(printed.at(-1)?.texts).toEqual(['', 'Tổng cộng', String(sum)]);
    expect(printed.flatMap(({ texts }) => texts).join('')).not.toContain('*');
    const { sheet, rows: written } = await excel(letter);
    const { formula, result } = sheet.getCell(written.length, 3).value as { formula: string; result: number };
    expect(result).toBe(sum);
    // the formula itself comes to the sum
    const cells = [...formula.matchAll(/C(\d+):C(\d+)/g)].flatMap(([, from, to]) => Array.from({ length: Number(to) - Number(from) + 1 }, (__, at) => Number(sheet.getCell(Number(from) + at, 3).value)));
    expect(cells.reduce((all, one) => all + one, 0)).toBe(sum);
  });
});

describe('dòng cộng không đứng một mình trên trang in của Excel', () => {
  const contentPt = ((297 - 40) / 25.4) * 72;

  it('ở mọi số dòng: trang cuối có ít nhất một dòng trước dòng cộng, trang nào cũng vừa giấy, nhóm không đứng cuối trang', async () => {
    for (let count = 20; count < 120; count += 7) {
      const rows: Row[] = Array.from({ length: count }, (_, at) => (at % 11 === 0 ? { group: 'A', cells: [`Khối ${at}`, null] } : [`Xã ${at}`, at]));
      const { sheet, rows: written, head, bytes } = await excel(lettersOf(table(rows)));
      const breaks = all(rootOf(readPackage(bytes).get('xl/worksheets/sheet1.xml')), 'brk').map((one) => Number(one.attributes.id));
      const ends = [...breaks, written.length];
      let from = 1;
      for (const [page, end] of ends.entries()) {
        const heights = written.slice(from - 1, end).reduce((sum, row) => sum + row.height, page === 0 ? 0 : (written[head - 1]?.height ?? 0));
        expect(heights, `${count} dòng, trang ${page + 1}`).toBeLessThanOrEqual(contentPt);
        if (end < written.length) expect(sheet.getCell(end, 2).text).not.toMatch(/^Khối/);
        from = end + 1;
      }
      expect(written.length - (breaks.at(-1) ?? 0), `${count} dòng`).toBeGreaterThanOrEqual(2);
      expect(breaks.length > 0, `${count} dòng`).toBe(written.reduce((sum, row) => sum + row.height, 0) > contentPt * 0.94);
    }
  });

  it('Word: dòng trước dòng cộng đi với dòng cộng, cũng khi dòng cộng do người gõ', async () => {
    const typed = [{ ...columns[1], header: 'Đơn vị' }, { header: 'Số', kind: 'number' }] as Appendix['columns'];
    const { rows } = await wordTable(lettersOf({ title: 'x', columns: typed, rows: [['Xã A', 1], ['Xã B', 2], ['Tổng cộng', 3]] }));
    expect(rows.slice(1).map(({ keepsNext }) => keepsNext)).toEqual([false, true, false]);
    const { rows: computed } = await wordTable(lettersOf(table([['Xã A', 1], ['Xã B', 2]])));
    expect(computed.slice(1).map(({ keepsNext }) => keepsNext)).toEqual([false, true, false]);
  });

  it('dòng dài hơn một trang không làm hỏng việc ngắt trang', () => {
    const page = { widthMm: 210, heightMm: 297, topMm: 20, bottomMm: 20, leftMm: 30, rightMm: 15, headerMm: 10, footerMm: 10, pageNumberPt: 14 };
    const common = { page, widthsMm: [20, 145], pagesWide: 1, repeatedColumns: 1, linesPt: 100, headPt: 20 };
    expect(sheetBreaks({ ...common, rows: [] })).toEqual([]);
    expect(sheetBreaks({ ...common, rows: Array.from({ length: 90 }, () => ({ heightPt: 20 })) })).toEqual([]);
    expect(sheetBreaks({ ...common, rows: Array.from({ length: 6 }, () => ({ heightPt: 400, keepWithNext: true })) })).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('những dòng khác của trang (Word)', () => {
  it.each(['Thành phố Hồ Chí Minh', 'Phường Nguyễn Thị Minh Khai', 'Thành phố Phan Rang - Tháp Chàm'])('địa danh %s: ngày tháng năm đi liền', async (place) => {
    const root = rootOf(readPackage(await word(lettersOf(table([['Xã A', 1]])))).get('word/document.xml'));
    expect(all(root, 'w:p').some((paragraph) => paragraph.text.includes('An Bình, ngày 20 tháng 11 năm 2026'))).toBe(true);
    const long = rootOf(readPackage(await word(Letter.parse(sampleLetter({ place, issuedDate: day, appendices: [] })))).get('word/document.xml'));
    const texts = all(long, 'w:p').map(({ text }) => text).filter((text) => text.includes(`${place}, `));
    // on one line, or held together so that it breaks before «ngày»
    expect(texts).toHaveLength(1);
    const held = texts[0] === `${place}, ngày\u00A020\u00A0tháng\u00A011\u00A0năm\u00A02026`;
    const fits = textWidthMm(texts[0] ?? '', { sizePt: 13, italic: true }) <= 97;
    expect(held || fits).toBe(true);
  });

  it.each([['', '- Lưu: VT.'], ['Lưu: VT', '- Lưu: VT.'], ['- Lưu; VT', '- Lưu: VT.'], ['Lưu VT, KT', '- Lưu: VT, KT.']])('đơn vị lưu «%s»', async (units, printed) => {
    const found = await lines({ archive: { units, drafter: null, copies: null } });
    expect(found.filter((line) => line.includes('Lưu'))).toEqual([printed]);
  });

  it.each([['nghỉ Tết./.', 'nghỉ Tết'], ['V/v: triển khai.', 'triển khai'], ['Vv triển khai', 'triển khai'], ['Về việc: triển khai ./.', 'triển khai']])('trích yếu «%s»', async (subject, printed) => {
    expect((await lines({ subject })).filter((line) => line.startsWith('V/v'))).toEqual([`V/v ${printed}`]);
    expect(await lines({ subject, typeName: 'Thông báo' })).toContain(/^v/i.test(subject) ? `Về việc ${printed}` : `N${printed.slice(1)}`);
  });

  it('ô của phụ lục, Kính gửi: dấu không tách có trong Word, chữ gõ giữ nguyên trong Excel', async () => {
    const text = 'Chỉ thị số 12/CT-UBND ngày 25 tháng 11 năm 2026 của Chủ tịch Ủy ban nhân dân tỉnh theo Điều 3 và khoản 2, thực hiện trong Quý IV năm 2026';
    const letter = Letter.parse(sampleLetter({ addressees: [text, 'Sở Nội vụ'], appendices: [{ title: 'x', columns: [columns[0], columns[1]] as Appendix['columns'], rows: [[text], ['12/CT-UBND']] }] }));
    const root = rootOf(readPackage(await word(letter)).get('word/document.xml'));
    const held = all(root, 'w:p').filter((paragraph) => all(paragraph, 'w:noBreakHyphen').length > 0 && paragraph.text.includes('Chỉ thị'));
    expect(held).toHaveLength(2);
    for (const paragraph of held) for (const unit of ['ngày\u00A025\u00A0tháng\u00A011', 'Điều\u00A03', 'khoản\u00A02', 'Quý\u00A0IV', 'năm\u00A02026']) expect(paragraph.text).toContain(unit);
    const { sheet, head } = await excel(letter);
    expect([sheet.getCell(head + 1, 2).value, sheet.getCell(head + 2, 2).value]).toEqual([text, '12/CT-UBND']);
  });

  it('họ tên hai dòng in liền; chức vụ khác đứng riêng, in hoa', async () => {
    const found = await lines({ signer: { competence: null, position: 'TRƯỞNG BAN', otherPosition: 'Phó Chủ tịch UBND tỉnh', fullName: 'Lê An\nBình' } });
    expect(found.slice(-3)).toEqual(['TRƯỞNG BAN', 'PHÓ CHỦ TỊCH UBND TỈNH', 'Lê An Bình']);
  });
});

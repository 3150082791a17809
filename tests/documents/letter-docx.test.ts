import { describe, expect, it } from 'vitest';
import { buildLetterDocx } from '../../electron/engine/documents/letter-docx.ts';
import { layoutLetter } from '../../shared/letter/layout-letter.ts';
import type { Letter } from '../../shared/letter/letter.ts';
import { defaultLetterForm } from '../../shared/letter/office.ts';
import { readBody } from '../../shared/letter/rich-text.ts';
import { plainSigns } from '../fixtures/plain-signs.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';
import { seedLayout, testEachSeed } from '../fixtures/seeds.ts';
import { all, child, readPackage, rootOf, type Node } from './read-package.ts';

const meta = { title: 'rà soát <trụ sở> & "đất"', author: 'ỦY BAN NHÂN DÂN\nTỈNH AN BÌNH', created: new Date('2026-11-20T01:02:03Z') };
const build = async (changes: Partial<Letter> = {}, showContacts = false) =>
  readPackage(await buildLetterDocx(layoutLetter(sampleLetter(changes), { ...sampleOffice, address: 'Số 1 đường Hòa Bình' }, { ...defaultLetterForm, showContacts }, { codeNumber: 5 }, '2026-11-20'), meta));
const bodyOf = (parts: Map<string, string>): Node => {
  const body = child(rootOf(parts.get('word/document.xml')), 'w:body');
  if (!body) throw new Error('no body');
  return body;
};
/** What stands in a paragraph, a hyphen that does not break as the hyphen it is. */
const textsOf = (node: Node): string[] =>
  node.children.flatMap((one) => (one.name === 'w:t' ? [plainSigns(one.text)] : one.name === 'w:noBreakHyphen' ? ['-'] : textsOf(one)));
const paragraphs = (parts: Map<string, string>): string[] => all(bodyOf(parts), 'w:p').map((paragraph) => textsOf(paragraph).join(''));

/** Whether the children of an element come in the order its schema (ISO 29500-1, wml.xsd) demands. */
function expectOrder(node: Node, order: readonly string[]): void {
  const places = node.children.map((one) => order.indexOf(one.name));
  expect(places, `${node.name}: ${node.children.map((one) => one.name).join(' ')}`).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
}

const pPr = ['w:pStyle', 'w:keepNext', 'w:keepLines', 'w:pageBreakBefore', 'w:widowControl', 'w:numPr', 'w:pBdr', 'w:shd', 'w:tabs', 'w:spacing', 'w:ind', 'w:contextualSpacing', 'w:jc', 'w:outlineLvl', 'w:rPr', 'w:sectPr'];
const rPr = ['w:rStyle', 'w:rFonts', 'w:b', 'w:bCs', 'w:i', 'w:iCs', 'w:caps', 'w:strike', 'w:color', 'w:spacing', 'w:kern', 'w:position', 'w:sz', 'w:szCs', 'w:lang'];
const tblPr = ['w:tblStyle', 'w:tblW', 'w:jc', 'w:tblCellSpacing', 'w:tblInd', 'w:tblBorders', 'w:shd', 'w:tblLayout', 'w:tblCellMar', 'w:tblLook'];
const tcPr = ['w:tcW', 'w:gridSpan', 'w:vMerge', 'w:tcBorders', 'w:shd', 'w:noWrap', 'w:tcMar', 'w:vAlign'];
const sectPr = ['w:headerReference', 'w:footerReference', 'w:type', 'w:pgSz', 'w:pgMar', 'w:pgBorders', 'w:pgNumType', 'w:cols', 'w:titlePg', 'w:docGrid'];

describe('tệp Word', () => {
  it('mọi phần là XML đúng, được khai kiểu, và mọi liên kết có đích', async () => {
    const parts = await build({ priority: 3 }, true);
    const types = rootOf(parts.get('[Content_Types].xml'));
    const overrides = new Set(all(types, 'Override').map((one) => one.attributes.PartName));
    const defaults = new Set(all(types, 'Default').map((one) => one.attributes.Extension));
    for (const name of parts.keys()) expect(overrides.has(`/${name}`) || defaults.has(name.split('.').at(-1) ?? ''), name).toBe(true);
    for (const name of overrides) expect(parts.has(name?.slice(1) ?? ''), name).toBe(true);
    const links = all(rootOf(parts.get('word/_rels/document.xml.rels')), 'Relationship');
    for (const link of links) expect(parts.has(`word/${link.attributes.Target?.replace(/^\//, '')}`), link.attributes.Target).toBe(true);
    const ids = new Set(links.map((link) => link.attributes.Id));
    for (const reference of [...all(bodyOf(parts), 'w:headerReference'), ...all(bodyOf(parts), 'w:footerReference')]) expect(ids.has(reference.attributes['r:id'])).toBe(true);
  });

  it('thứ tự các phần tử đúng lược đồ của Word, ô nào cũng kết thúc bằng đoạn văn', async () => {
    const body = bodyOf(await build({ priority: 2 }, true));
    for (const [name, order] of [['w:pPr', pPr], ['w:rPr', rPr], ['w:tblPr', tblPr], ['w:tcPr', tcPr], ['w:sectPr', sectPr]] as const) {
      const found = all(body, name);
      expect(found.length, name).toBeGreaterThan(0);
      for (const node of found) expectOrder(node, order);
    }
    for (const cell of all(body, 'w:tc')) expect(cell.children.at(-1)?.name).toBe('w:p');
    expect(body.children.at(-2)?.name).toBe('w:p');
  });

  it('chữ nằm trong w:t giữ khoảng trắng, mỗi đoạn một lần, đúng thứ tự', async () => {
    const parts = await build();
    for (const text of all(bodyOf(parts), 'w:t')) expect(text.attributes['xml:space']).toBe('preserve');
    const lines = paragraphs(parts).filter((line) => line !== '');
    expect(lines).toEqual([
      'ỦY BAN NHÂN DÂN', 'TỈNH AN BÌNH', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Số: 05/UBND-VP', 'V/v rà soát trụ sở dôi dư sau sắp xếp',
      expect.stringMatching(/^An Bình, ngày \u00A0+ tháng \u00A0+ năm 2026$/), 'Kính gửi:', '- Các sở, ban, ngành tỉnh;', '- UBND các xã, phường.',
      'Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:', '1. Các sở, ban, ngành tỉnh rà soát trụ sở đang quản lý.', 'a) Lập danh mục theo phụ lục.', '- Ghi rõ diện tích, hiện trạng.', '2. Báo cáo trước ngày 15/12/2026./.',
      'Nơi nhận:', '- Như trên;', '- Chủ tịch UBND tỉnh (để b/c);', '- Lưu: VT, KT, Hoa (8).', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Trần Minh Khôi',
      'Phụ lục', 'DIỆN TÍCH TRỤ SỞ DÔI DƯ', expect.stringMatching(/^\(Kèm theo Công văn số 05\/UBND-VP ngày/), 'STT', 'Đơn vị', 'Diện tích (m2)', '1', 'Phường Tân An', '1.250', '2', '=Xã Bình Hòa', '680', 'Tổng cộng', '1.930',
    ]);
  });

  it('A4, lề 20/20/30/15, trang đầu không số, phụ lục đánh số lại', async () => {
    const parts = await build();
    const sections = all(bodyOf(parts), 'w:sectPr');
    expect(sections).toHaveLength(2);
    for (const section of sections) {
      expect(child(section, 'w:pgSz')?.attributes).toMatchObject({ 'w:w': '11906', 'w:h': '16838' });
      expect(child(section, 'w:pgMar')?.attributes).toMatchObject({ 'w:top': '1134', 'w:bottom': '1134', 'w:left': '1701', 'w:right': '850', 'w:header': '567' });
      expect(child(section, 'w:pgNumType')?.attributes['w:start']).toBe('1');
      expect(child(section, 'w:titlePg')).toBeDefined();
    }
    const heads = [...parts].filter(([name]) => /^word\/header\d+\.xml$/.test(name));
    expect(heads.length).toBeGreaterThan(0);
    for (const [, text] of heads) expect(text).toContain('PAGE');
  });

  it('phụ lục nằm ngang: khổ giấy xoay, không đảo hai lần', async () => {
    const columns = Array.from({ length: 12 }, (_, at) => ({ header: `Chỉ tiêu ${at}`, kind: 'number' as const }));
    const parts = await build({ appendices: [{ title: 'Thu', columns, rows: [columns.map(() => 1_234_567_890)] }] });
    expect(child(all(bodyOf(parts), 'w:sectPr').at(-1), 'w:pgSz')?.attributes).toMatchObject({ 'w:w': '16838', 'w:h': '11906', 'w:orient': 'landscape' });
  });

  it('bảng khai bề rộng DXA ở lưới và ở ô, cố định, đầu trang không đường kẻ, không đệm', async () => {
    const [head, , appendix] = all(bodyOf(await build()), 'w:tbl');
    for (const table of all(bodyOf(await build()), 'w:tbl')) {
      const grid = all(table, 'w:gridCol').map((column) => column.attributes['w:w']);
      expect(child(child(table, 'w:tblPr'), 'w:tblLayout')?.attributes['w:type']).toBe('fixed');
      for (const row of all(table, 'w:tr')) {
        expect(all(row, 'w:tcW').map((width) => [width.attributes['w:w'], width.attributes['w:type']])).toEqual(grid.map((width) => [width, 'dxa']));
        expect(all(row, 'w:cantSplit')).toHaveLength(1);
      }
    }
    expect(all(head as Node, 'w:gridCol').map((column) => column.attributes['w:w'])).toEqual(['3855', '5499']);
    const borders = child(child(head, 'w:tblPr'), 'w:tblBorders');
    expect(borders?.children.map((edge) => edge.attributes['w:val'])).toEqual(Array(6).fill('none'));
    expect(all(child(head, 'w:tblPr') as Node, 'w:tblCellMar')[0]?.children.map((side) => side.attributes['w:w'])).toEqual(['0', '0', '0', '0']);
    expect(all(appendix as Node, 'w:tblHeader')).toHaveLength(1);
    expect(all(child(appendix, 'w:tr') as Node, 'w:tblHeader')).toHaveLength(1);
  });

  it('Times New Roman cho mọi hệ chữ, tiếng Việt, không gạch dưới thay đường kẻ', async () => {
    const parts = await build();
    const fonts = all(rootOf(parts.get('word/styles.xml')), 'w:docDefaults').flatMap((one) => all(one, 'w:rFonts'))[0]?.attributes;
    expect(fonts).toMatchObject({ 'w:ascii': 'Times New Roman', 'w:hAnsi': 'Times New Roman', 'w:cs': 'Times New Roman', 'w:eastAsia': 'Times New Roman' });
    expect(parts.get('word/styles.xml')).toContain('w:val="vi-VN"');
    expect(paragraphs(parts).join('')).not.toContain('__');
    expect(parts.get('word/document.xml')).not.toContain('w:rFonts');
  });

  it('đoạn cuối nội dung giữ cùng chữ ký', async () => {
    const body = bodyOf(await build());
    const last = all(body, 'w:p').find((paragraph) => paragraph.text.endsWith('./.'));
    expect(child(child(last, 'w:pPr'), 'w:keepNext')).toBeDefined();
  });

  it('lời khai của tệp lấy giờ đã cho; cùng văn bản cho cùng tệp từng byte', async () => {
    const layout = layoutLetter(sampleLetter(), sampleOffice, defaultLetterForm, { codeNumber: 5 }, '2026-11-20');
    const first = await buildLetterDocx(layout, meta);
    expect(Buffer.compare(first, await buildLetterDocx(layout, meta))).toBe(0);
    const core = rootOf(readPackage(first).get('docProps/core.xml'));
    expect(child(core, 'dc:title')?.text).toBe('rà soát <trụ sở> & "đất"');
    expect(child(core, 'dc:creator')?.text).toBe('ỦY BAN NHÂN DÂN TỈNH AN BÌNH');
    expect(child(core, 'dcterms:created')?.text).toBe('2026-11-20T01:02:03Z');
  });

  it('địa chỉ ở chân trang đầu của văn bản, không sang phụ lục', async () => {
    const parts = await build({}, true);
    const feet = [...parts].filter(([name]) => /^word\/footer\d+\.xml$/.test(name)).map(([, text]) => rootOf(text).text);
    expect(feet).toEqual(['Địa chỉ: Số 1 đường Hòa Bình', '']);
    expect(all(bodyOf(parts), 'w:sectPr').map((section) => all(section, 'w:footerReference').map((reference) => reference.attributes['w:type']))).toEqual([['first'], ['first']]);
  });

  it('phụ lục 20.000 dòng: mỗi dòng một lần, đầu bảng và dòng cộng một lần', async () => {
    const [one] = sampleLetter().appendices;
    if (!one) throw new Error('văn bản mẫu phải có phụ lục');
    const rows = Array.from({ length: 20_000 }, (_, at) => [`Xã số ${at}\n<phía Bắc>`, at]);
    const parts = await build({ appendices: [{ ...one, rows }] });
    const xml = parts.get('word/document.xml') ?? '';
    expect(xml.match(/<w:tr>/g)).toHaveLength(2 + 1 + 1 + 20_000 + 1);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    for (const at of [0, 9_999, 19_999]) expect(xml.match(new RegExp(`>Xã số ${at}</w:t>`, 'g'))).toHaveLength(1);
    expect(xml.match(/<w:br\/><w:t xml:space="preserve">&lt;phía Bắc&gt;</g)).toHaveLength(20_000);
  });

  it('ký tự XML và chữ lạ qua được', async () => {
    expect(paragraphs(await build({ body: 'A < B & C > "D" \' 𠀋 😀 ]]> &amp; hết\u0007' }))).toContain('A < B & C > "D" \' 𠀋 😀 ]]> &amp; hết./.');
  });
});

describe('văn bản thật', () => {
  testEachSeed('$name: mọi đoạn có một lần, đúng thứ tự', async (seed) => {
    const lines = paragraphs(readPackage(await buildLetterDocx(seedLayout(seed), meta)));
    const typed = readBody(seed.letter.body).map((paragraph) => paragraph.text.map((run) => run.text).join(''));
    const first = lines.indexOf(typed[0] ?? '');
    expect(lines.slice(first, first + typed.length)).toEqual(typed);
    for (const line of typed) expect(lines.filter((one) => one === line)).toHaveLength(1);
  });
});

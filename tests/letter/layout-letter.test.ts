import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Columns, LetterLayout, Paragraph, Rule } from '../../shared/letter/layout-model.ts';
import { layoutAppendix, layoutLetter } from '../../shared/letter/layout-letter.ts';
import type { Letter } from '../../shared/letter/letter.ts';
import { defaultLetterForm, type Office } from '../../shared/letter/office.ts';
import { measures, typeRules } from '../../shared/letter/page-rules.ts';
import { paginate } from '../../shared/letter/paginate.ts';
import { readBody } from '../../shared/letter/rich-text.ts';
import { textWidthMm } from '../../shared/letter/text-width.ts';
import { plainSigns } from '../fixtures/plain-signs.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';
import { seedLayout, testEachSeed } from '../fixtures/seeds.ts';

const today = '2026-11-20';
const layout = (changes: Partial<Letter> = {}, codeNumber: number | null = 5, office: Office = sampleOffice, showContacts = false): LetterLayout =>
  layoutLetter(sampleLetter(changes), office, { ...defaultLetterForm, showContacts }, { codeNumber }, today);

const blocksOf = (of: LetterLayout, section = 0) => of.sections[section]?.blocks ?? [];
/** Every paragraph and rule of a section, cells included, in the order they are drawn. */
const pieces = (of: LetterLayout, section = 0): (Paragraph | Rule)[] =>
  blocksOf(of, section).flatMap((block) => (block.kind === 'columns' ? block.rows.flat(2) : block.kind === 'table' ? [] : [block]));
const paragraphs = (of: LetterLayout, source: string, section = 0): Paragraph[] =>
  pieces(of, section).filter((piece): piece is Paragraph => piece.kind === 'paragraph' && (piece.source === source || piece.source.startsWith(`${source}.`)));
const textOf = (paragraph: Paragraph | undefined): string => plainSigns(paragraph?.runs.map((run) => run.text).join('') ?? '');
const texts = (of: LetterLayout, source: string, section = 0): string[] => paragraphs(of, source, section).map(textOf);
const ruleOf = (of: LetterLayout, source: string, section = 0): Rule | undefined => pieces(of, section).find((piece): piece is Rule => piece.kind === 'rule' && piece.source === source);
const head = (of: LetterLayout): Columns => blocksOf(of)[0] as Columns;
const spaces = (text: string): string => text.replace(/\u00A0+/g, '…');

describe('đầu trang', () => {
  it('hai cột 68 và 97 mm, Quốc hiệu trên một dòng', () => {
    const [left, right] = head(layout()).widthsMm;
    expect([left, right]).toEqual([68, 97]);
    const [nation, motto] = paragraphs(layout(), 'nation');
    expect(textWidthMm(textOf(nation), { ...typeRules.nation, sizePt: nation?.runs[0]?.sizePt ?? 0 })).toBeLessThan(97);
    expect(textOf(motto)).toBe('Độc lập - Tự do - Hạnh phúc');
  });

  it('đường kẻ dưới Tiêu ngữ dài bằng dòng chữ', () => {
    expect(ruleOf(layout(), 'nation')?.lengthMm).toBeCloseTo(textWidthMm('Độc lập - Tự do - Hạnh phúc', { sizePt: 14, bold: true }), 5);
  });

  it.each(['ỦY BAN NHÂN DÂN TỈNH AN BÌNH', 'SỞ TÀI CHÍNH', 'SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN'])('đường kẻ dưới %s dài từ 1/3 đến 1/2 dòng chữ', (name) => {
    const of = layout({}, 5, { ...sampleOffice, name });
    const lines = paragraphs(of, 'office.name');
    const last = lines.at(-1);
    const share = (ruleOf(of, 'office.name')?.lengthMm ?? 0) / textWidthMm(textOf(last), last?.runs[0] ?? { sizePt: 0 });
    expect(share).toBeGreaterThanOrEqual(1 / 3);
    expect(share).toBeLessThanOrEqual(1 / 2);
  });

  it('dòng cuối ngắn hơn dòng trên: đường kẻ vẫn từ 1/3 đến 1/2 của cả hai', () => {
    const of = layout();
    const lengths = paragraphs(of, 'office.name').map((line) => textWidthMm(textOf(line), line.runs[0] ?? { sizePt: 0 }));
    const length = ruleOf(of, 'office.name')?.lengthMm ?? 0;
    expect(lengths).toHaveLength(2);
    for (const line of lengths) {
      expect(length / line).toBeGreaterThanOrEqual(1 / 3);
      expect(length / line).toBeLessThanOrEqual(1 / 2);
    }
  });

  it.each(['X'.repeat(200), `SỞ ${'Ủ'.repeat(150)}`])('tên %s không có chỗ ngắt: đường kẻ và dòng chữ vẫn trong cột', (name) => {
    const of = layout({}, 5, { ...sampleOffice, name });
    expect(ruleOf(of, 'office.name')?.lengthMm).toBeLessThanOrEqual(68);
    for (const line of paragraphs(of, 'office.name')) expect(textWidthMm(textOf(line), line.runs[0] ?? { sizePt: 0 })).toBeLessThanOrEqual(68);
  });

  it('cơ quan chủ quản đứng trên, không đậm; cơ quan ban hành đậm', () => {
    const of = layout({}, 5, { ...sampleOffice, parentName: 'UBND tỉnh An Bình', name: 'Sở Tài chính' });
    expect(texts(of, 'office.parentName')).toEqual(['UBND TỈNH AN BÌNH']);
    expect(paragraphs(of, 'office.parentName')[0]?.runs[0]?.bold).toBeUndefined();
    expect(paragraphs(of, 'office.name')[0]?.runs[0]?.bold).toBe(true);
  });

  it('số và ngày cùng một hàng của bảng', () => {
    const row = head(layout({ issuedDate: '2026-03-05' })).rows[1];
    expect(textOf(row?.[0]?.[0] as Paragraph)).toBe('Số: 05/UBND-VP');
    expect(textOf(row?.[1]?.[0] as Paragraph)).toBe('An Bình, ngày 05 tháng 3 năm 2026');
  });

  it('chưa có số, chưa có ngày thì để chỗ trống, năm là năm nay', () => {
    const of = layout({}, null);
    expect(texts(of, 'codeNotation').map(spaces)).toEqual(['Số: …/UBND-VP']);
    expect(texts(of, 'issuedDate').map(spaces)).toEqual(['An Bình, ngày … tháng … năm 2026']);
    const blank = /\u00A0+/.exec(texts(of, 'codeNotation')[0] ?? '')?.[0] ?? '';
    expect(textWidthMm(blank, { sizePt: 13 })).toBeGreaterThan(measures.codeBlankMm.from);
  });

  it('V/v dưới số, cách 6 pt; V/v gõ sẵn không thành hai', () => {
    expect(texts(layout(), 'subject')).toEqual(['V/v rà soát trụ sở dôi dư sau sắp xếp']);
    expect(texts(layout({ subject: 'V/v họp' }), 'subject')).toEqual(['V/v họp']);
    expect(paragraphs(layout(), 'subject')[0]?.spaceBeforePt).toBe(6);
  });

  it.each([
    ['Về việc họp', 'V/v họp'],
    ['V/v: họp', 'V/v họp'],
    ['v/v Về việc họp', 'V/v họp'],
    ['việc họp', 'V/v việc họp'],
  ])('trích yếu gõ «%s» in là «%s»', (subject, printed) => expect(texts(layout({ subject }), 'subject')).toEqual([printed]));

  it.each(['V/v', 'Về việc', ' ', '\u200B'])('trích yếu chỉ có «%s»: không in', (subject) => expect(texts(layout({ subject }), 'subject')).toEqual([]));

  it.each(['An Bình,', 'An Bình, ngày 05 tháng 3', 'An Bình, ngày', 'An Bình ngày 05 tháng 3 năm 2026', ' ', 'ngày 05'])('địa danh gõ «%s»: một dấu phẩy, một ngày', (place) => {
    expect(texts(layout({ place, issuedDate: '2026-03-05' }), 'issuedDate')).toEqual(['An Bình, ngày 05 tháng 3 năm 2026']);
  });

  it.each([[1, 'KHẨN', 20], [2, 'THƯỢNG KHẨN', 40], [3, 'HỎA TỐC', 30]] as const)('độ khẩn %i: khung %s rộng %i mm, cao 8 mm', (priority, word, widthMm) => {
    const [mark] = paragraphs(layout({ priority }), 'priority');
    expect(textOf(mark)).toBe(word);
    expect(mark?.frame).toEqual({ widthMm, heightMm: 8, color: 'FF0000' });
  });

  it('độ thường không có khung', () => {
    expect(paragraphs(layout(), 'priority')).toEqual([]);
  });
});

describe('kính gửi', () => {
  it('một nơi: cùng dòng', () => {
    expect(texts(layout({ addressees: ['Sở Nội vụ'] }), 'addressees')).toEqual(['Kính gửi: Sở Nội vụ']);
  });

  it('nhiều nơi: mỗi nơi một dòng, gạch thẳng hàng dưới dấu hai chấm', () => {
    const of = layout({ addressees: ['Sở Nội vụ;', 'Sở Tài chính.', 'UBND các xã'] });
    expect(texts(of, 'addressees')).toEqual(['Kính gửi:', '- Sở Nội vụ;', '- Sở Tài chính;', '- UBND các xã.']);
    const [words, ...dashes] = paragraphs(of, 'addressees');
    const places = dashes.map((line) => line.indentLeftMm + line.firstLineMm);
    expect(new Set(places.map((mm) => mm.toFixed(3))).size).toBe(1);
    expect(places[0]).toBeCloseTo((words?.indentLeftMm ?? 0) + textWidthMm('Kính gửi', { sizePt: 14 }), 3);
  });
});

describe('tên gõ kèm dấu', () => {
  it.each(['- Sở C', '– Sở C;', '• Sở C.', '-Sở C ;', '+ Sở C,'])('«%s»: gạch và dấu do trang đặt', (typed) => {
    expect(texts(layout({ addressees: [typed] }), 'addressees')).toEqual(['Kính gửi: Sở C']);
    expect(texts(layout({ addressees: ['Sở B', typed] }), 'addressees')).toEqual(['Kính gửi:', '- Sở B;', '- Sở C.']);
    expect(texts(layout({ recipients: [{ name: typed }, { name: typed, purpose: '(để b/c);' }] }), 'recipients')).toEqual(['Nơi nhận:', '- Sở C;', '- Sở C (để b/c);']);
  });

  it('dòng không còn gì thì không in; dòng còn lại vẫn chỉ về đúng chỗ của mình', () => {
    const of = layout({ addressees: ['Sở B', ';', '\u200B', '-', 'Sở C'], recipients: [{ name: '- ' }, { name: '\u3164' }, { name: 'Như trên' }] });
    expect(texts(of, 'addressees')).toEqual(['Kính gửi:', '- Sở B;', '- Sở C.']);
    expect(texts(of, 'recipients')).toEqual(['Nơi nhận:', '- Như trên;']);
    expect(paragraphs(of, 'addressees.4')).toHaveLength(1);
    expect(paragraphs(of, 'recipients.2')).toHaveLength(1);
  });
});

describe('nội dung', () => {
  it.each(['Hết.\n-', 'Hết\n./.', 'Hết.\n\\|', 'Hết:\n-\n*\n\u200B'])('dấu gõ thừa ở cuối (%j) không thành đoạn', (body) => expect(texts(layout({ body }), 'body')).toEqual(['Hết./.']));

  it('canh đều, lùi đầu dòng 10 mm, cách đoạn ít nhất 6 pt, dòng từ đơn đến 1,5', () => {
    for (const paragraph of paragraphs(layout(), 'body')) {
      expect(paragraph.align).toBe('both');
      expect(paragraph.firstLineMm).toBe(10);
      expect(paragraph.spaceBeforePt).toBeGreaterThanOrEqual(6);
      expect(paragraph.lineSpacing).toBeGreaterThanOrEqual(1);
      expect(paragraph.lineSpacing).toBeLessThanOrEqual(1.5);
    }
  });

  it('dấu 1. a) - giữ nguyên như gõ, chữ đậm còn đậm, kết thúc ./.', () => {
    expect(texts(layout(), 'body')).toEqual(['Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:', '1. Các sở, ban, ngành tỉnh rà soát trụ sở đang quản lý.', 'a) Lập danh mục theo phụ lục.', '- Ghi rõ diện tích, hiện trạng.', '2. Báo cáo trước ngày 15/12/2026./.']);
    expect(paragraphs(layout(), 'body').at(-1)?.runs.filter((run) => run.bold).map((run) => plainSigns(run.text))).toEqual(['trước ngày 15/12/2026']);
  });

  it('mỗi đoạn gõ vào có đúng một lần, đúng thứ tự', () => {
    const line = fc.array(fc.constantFrom('1. ', 'a) ', '- ', 'rà soát', ' ', '**', '*', 'trụ sở', '.', ';', 'Đ')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const body = lines.join('\n');
        const drawn = texts(layout({ body }), 'body');
        const typed = readBody(body).map((paragraph) => paragraph.text.map((run) => run.text).join(''));
        // marks left over at the end are not a paragraph
        while (typed.length > 0 && /^[-.;* ]*$/.test(typed.at(-1) ?? '')) typed.pop();
        expect(drawn.slice(0, -1)).toEqual(typed.slice(0, -1));
        expect(drawn.length).toBe(typed.length);
      }),
    );
  });
});

describe('nơi nhận và chữ ký', () => {
  it('mỗi nơi một dòng, mục đích trong ngoặc, dòng Lưu cuối cùng', () => {
    expect(texts(layout(), 'recipients')).toEqual(['Nơi nhận:', '- Như trên;', '- Chủ tịch UBND tỉnh (để b/c);']);
    expect(texts(layout(), 'archive')).toEqual(['- Lưu: VT, KT, Hoa (8).']);
  });

  it('quyền hạn nhiều dòng, chức vụ in hoa, chừa chỗ ký, rồi họ tên', () => {
    const of = layout({ signer: { competence: 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH', position: 'Phó Chủ tịch', fullName: 'Trần Minh Khôi' } });
    expect(texts(of, 'signer')).toEqual(['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Trần Minh Khôi']);
    expect(paragraphs(of, 'signer.position')[0]?.spaceAfterPt).toBeGreaterThanOrEqual(measures.signatureGapPt.from);
  });

  it('chữ ký đi cùng đoạn cuối của nội dung', () => {
    const blocks = blocksOf(layout());
    expect(blocks.at(-1)).toMatchObject({ kind: 'columns', keepWithPrevious: true });
    expect(blocks.at(-2)).toMatchObject({ kind: 'paragraph', keepWithNext: true });
  });

  it('địa chỉ cơ quan ở chân trang 1 khi được chọn', () => {
    const office = { ...sampleOffice, address: 'Số 1 đường Hòa Bình', phone: '0220 000 111' };
    expect(layout({}, 5, office).sections[0]?.firstPageFoot).toEqual([]);
    const [rule, line] = layout({}, 5, office, true).sections[0]?.firstPageFoot ?? [];
    expect(rule).toMatchObject({ kind: 'rule', lengthMm: 165 });
    expect(textOf(line as Paragraph)).toBe('Địa chỉ: Số 1 đường Hòa Bình; Điện thoại: 0220 000 111');
  });
});

describe('loại văn bản khác', () => {
  it('có tên loại, trích yếu đậm và đường kẻ; không có V/v', () => {
    const of = layout({ typeName: 'Báo cáo', codeNotation: 'BC-UBND', subject: 'kết quả rà soát', addressees: [] });
    expect(texts(of, 'typeName')).toEqual(['BÁO CÁO']);
    expect(texts(of, 'subject')).toEqual(['Kết quả rà soát']);
    const share = (ruleOf(of, 'subject')?.lengthMm ?? 0) / textWidthMm('Kết quả rà soát', { sizePt: 14, bold: true });
    expect(share).toBeGreaterThanOrEqual(1 / 3);
    expect(share).toBeLessThanOrEqual(1 / 2);
    expect(texts(of, 'addressees')).toEqual([]);
  });

  it('căn cứ của quyết định in nghiêng', () => {
    const of = layout({ typeName: 'Quyết định', codeNotation: 'QĐ-UBND', body: 'Căn cứ Luật Tổ chức chính quyền địa phương;\nTheo đề nghị của Giám đốc Sở Nội vụ.\nĐiều 1. Thành lập Tổ công tác.' });
    expect(paragraphs(of, 'body').map((paragraph) => paragraph.runs[0]?.italic ?? false)).toEqual([true, true, false]);
  });
});

describe('phụ lục', () => {
  const one = sampleLetter().appendices[0];
  if (!one) throw new Error('văn bản mẫu phải có phụ lục');

  it('một phụ lục không đánh số; hai phụ lục đánh số La Mã, trang tính riêng', () => {
    expect(texts(layout(), 'appendices.0', 1)[0]).toBe('Phụ lục');
    const two = layout({ appendices: [one, one] });
    expect(two.sections.map((section) => [section.kind, section.ordinal])).toEqual([['letter', 0], ['appendix', 1], ['appendix', 2]]);
    expect(texts(two, 'appendices.1', 2)[0]).toBe('Phụ lục II');
  });

  it('dòng kèm theo lấy từ văn bản, chưa có thì để trống', () => {
    expect(texts(layout({ issuedDate: '2026-11-20' }, 146), 'appendices.0.reference', 1)).toEqual(['(Kèm theo Công văn số 146/UBND-VP ngày 20 tháng 11 năm 2026 của Ủy ban nhân dân tỉnh An Bình)']);
    expect(texts(layout({}, null), 'appendices.0.reference', 1).map(spaces)).toEqual(['(Kèm theo Công văn số …/UBND-VP ngày … tháng … năm 2026 của Ủy ban nhân dân tỉnh An Bình)']);
  });

  it('bảng: số chấm hàng nghìn sát phải, số thứ tự giữa, dòng cộng tính ra', () => {
    const table = blocksOf(layout(), 1).find((block) => block.kind === 'table');
    if (table?.kind !== 'table') throw new Error('phụ lục phải có bảng');
    const shown = (cells: typeof table.head): string[][] => cells.map((cell) => [cell.runs.map((run) => run.text).join(''), cell.align]);
    expect(shown(table.rows[0] ?? [])).toEqual([['1', 'center'], ['Phường Tân An', 'left'], ['1.250', 'right']]);
    expect(shown(table.total ?? [])).toEqual([['', 'center'], ['Tổng cộng', 'center'], ['1.930', 'right']]);
    expect(table.widthsMm.reduce((sum, width) => sum + width, 0)).toBeCloseTo(165, 3);
  });

  it('bảng rộng nằm ngang, bảng hẹp đứng', () => {
    const columns = Array.from({ length: 12 }, (_, at) => ({ header: `Chỉ tiêu ${at}`, kind: 'number' as const }));
    const wide = layout({ appendices: [{ title: 'Thu', columns, rows: [columns.map(() => 1_234_567_890)] }] });
    expect(wide.sections[1]?.page).toMatchObject({ widthMm: 297, heightMm: 210 });
    expect(layout().sections[1]?.page).toMatchObject({ widthMm: 210, heightMm: 297 });
  });

  it.each([
    ['30 cột chữ', Array.from({ length: 30 }, (_, at) => `Chỉ tiêu ${at}`), 'Nghiêng'],
    ['30 cột, một từ rất dài', Array.from({ length: 30 }, (_, at) => `Cột ${at}`), 'X'.repeat(400)],
  ])('%s: nằm ngang, không chữ nào ra khỏi ô', (_, heads, text) => {
    const columns = heads.map((header) => ({ header, kind: 'text' as const }));
    const of = layout({ appendices: [{ title: 'Rộng', columns, rows: [columns.map((__, at) => (at === 3 ? text : 'đã rà soát'))] }] });
    expect(of.sections[1]?.page.widthMm).toBe(297);
    for (const page of paginate(of).filter((one) => one.section.kind === 'appendix')) {
      for (const line of page.lines.filter((one) => /columns|rows/.test(one.source))) {
        const box = page.boxes.find((one) => one.source === line.source);
        expect(line.xMm).toBeGreaterThan(box?.xMm ?? Infinity);
        expect(line.xMm + line.widthMm).toBeLessThan((box?.xMm ?? 0) + (box?.widthMm ?? 0));
      }
    }
  });

  it('vẽ riêng giống hệt khi ở trong văn bản', () => {
    expect(layoutAppendix(sampleLetter(), 0, sampleOffice, { codeNumber: 5 }, today).sections[0]).toEqual(layout().sections[1]);
  });
});

describe('văn bản thật', () => {
  testEachSeed('$name: mọi đoạn có một lần, đúng thứ tự, kết thúc ./. một lần', (seed) => {
    const of = seedLayout(seed);
    const typed = readBody(seed.letter.body).map((paragraph) => paragraph.text.map((run) => run.text).join(''));
    expect(texts(of, 'body')).toEqual(typed);
    expect(texts(of, 'body').join('\n').match(/\.\/\./g)).toHaveLength(1);
  });
});

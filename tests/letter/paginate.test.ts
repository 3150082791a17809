import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from '../../shared/letter/line-break.ts';
import { layoutLetter } from '../../shared/letter/layout-letter.ts';
import type { Block, LetterLayout } from '../../shared/letter/layout-model.ts';
import type { Letter } from '../../shared/letter/letter.ts';
import { defaultLetterForm } from '../../shared/letter/office.ts';
import { paginate } from '../../shared/letter/paginate.ts';
import type { PaperPage } from '../../shared/letter/paper-page.ts';
import { textWidthMm } from '../../shared/letter/text-width.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';
import { seedLayout, testEachSeed } from '../fixtures/seeds.ts';

const layout = (changes: Partial<Letter> = {}, showContacts = false): LetterLayout =>
  layoutLetter(sampleLetter(changes), { ...sampleOffice, address: 'Số 1 đường Hòa Bình' }, { ...defaultLetterForm, showContacts }, { codeNumber: 5 }, '2026-11-20');

/** A text without its spaces: lines are broken at spaces, which then print nothing. */
const letters = (text: string): string => text.replace(/[\s\u00A0]/g, '').replaceAll('\u2011', '-');
const drawn = (pages: PaperPage[], source: (name: string) => boolean): string =>
  letters(pages.flatMap((page) => page.lines.filter((line) => source(line.source)).map((line) => line.pieces.map((piece) => piece.text).join(''))).join(''));

const runsOf = (block: Block): { source: string; text: string }[] => {
  const text = (runs: { text: string }[]): string => runs.map((run) => run.text).join('');
  switch (block.kind) {
    case 'paragraph':
      return [{ source: block.source, text: text(block.runs) }];
    case 'rule':
      return [];
    case 'columns':
      return block.rows.flat(2).flatMap(runsOf);
    case 'table':
      return [...block.rows.flat(), ...(block.total ?? [])].map((cell) => ({ source: cell.source, text: text(cell.runs) }));
  }
};

/** Every text of the layout stands on the pages, once and in order, source by source. */
function expectNothingLost(of: LetterLayout): void {
  const pages = paginate(of);
  const wanted = new Map<string, string>();
  for (const { source, text } of of.sections.flatMap((section) => section.blocks.flatMap(runsOf))) wanted.set(source, (wanted.get(source) ?? '') + letters(text));
  for (const [source, text] of wanted) expect(drawn(pages, (name) => name === source) === text, `${source} đứng trên trang đúng một lần`).toBe(true);
}

/** Nothing stands outside the text area but the page number and the foot. */
function expectInside(pages: PaperPage[]): void {
  for (const page of pages) {
    for (const line of page.lines) {
      if (line.source === 'page' || line.source.startsWith('office.address')) continue;
      expect(line.topMm).toBeGreaterThanOrEqual(20 - 0.01);
      // a line's own spacing beyond single may hang
      expect(line.topMm + line.heightMm / 1.1).toBeLessThanOrEqual(page.heightMm - 20 + 0.05);
      expect(line.xMm).toBeGreaterThanOrEqual(30 - 0.01);
      expect(line.xMm + line.widthMm).toBeLessThanOrEqual(page.widthMm - 15 + 0.05);
    }
  }
}

const words = fc.array(fc.constantFrom('rà', 'soát', 'trụ', 'sở', 'dôi', 'dư,', 'Covid-19', 'https://vidu.vn/rat-dai/khong-co-cho-nao-de-ngat-dong-ca-nen-phai-cat-giua-chung-cho-vua-dong', '**đậm**'), { minLength: 1, maxLength: 160 }).map((list) => list.join(' '));
const bodies = fc.array(words, { minLength: 1, maxLength: 25 }).map((lines) => lines.join('\n'));

describe('ngắt dòng', () => {
  it('ngắt ở khoảng trắng và sau gạch nối, khoảng trắng cuối dòng không in', () => {
    const run = { text: 'phòng, chống dịch Covid-19', sizePt: 14 };
    const width = textWidthMm('phòng, chống dịch Covid-', { sizePt: 14 });
    expect(breakLines([run], width, width).map((line) => line.pieces.map((piece) => piece.text).join(''))).toEqual(['phòng, chống dịch Covid-', '19']);
    expect(breakLines([run], width - 1, width - 1).map((line) => line.pieces.map((piece) => piece.text).join(''))).toEqual(['phòng, chống dịch', 'Covid-19']);
  });

  it('chỗ trống để điền tay không bị ngắt', () => {
    const blank = '\u00A0'.repeat(9);
    expect(breakLines([{ text: `ngày ${blank} tháng`, sizePt: 14 }], 20, 20).map((line) => line.pieces.map((piece) => piece.text).join(''))).toContain(blank);
  });

  it('từ dài hơn dòng bị cắt, không mất chữ', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.double({ min: 5, max: 60, noNaN: true }), (text, width) => {
        const lines = breakLines([{ text, sizePt: 14 }], width, width);
        expect(lines.map((line) => line.pieces.map((piece) => piece.text).join('')).join('').replace(/[ \n]/g, '')).toBe(text.replace(/[ \n]/g, ''));
      }),
    );
  });
});

describe('dàn trang', () => {
  it('không mất chữ nào, không tràn lề, ở mọi độ dài', () => {
    fc.assert(
      fc.property(bodies, fc.boolean(), (body, contacts) => {
        const of = layout({ body }, contacts);
        expectNothingLost(of);
        expectInside(paginate(of));
      }),
      { numRuns: 40 },
    );
  });

  it('chữ ký không đứng một mình trên trang: luôn có ít nhất hai dòng nội dung, hoặc cả đoạn cuối', () => {
    for (let count = 1; count < 60; count += 1) {
      const body = Array.from({ length: count }, (_, at) => `${at + 1}. ${'Rà soát trụ sở dôi dư sau sắp xếp. '.repeat((at % 4) + 1)}`).join('\n');
      const pages = paginate(layout({ body })).filter((page) => page.section.kind === 'letter');
      const page = pages.find((one) => one.lines.some((line) => line.source.startsWith('signer')));
      const last = page?.lines.filter((line) => line.source === `body.${count - 1}`).length ?? 0;
      const whole = pages.flatMap((one) => one.lines).filter((line) => line.source === `body.${count - 1}`).length;
      expect(last).toBeGreaterThanOrEqual(Math.min(2, whole));
    }
  });

  it('không dòng nào lẻ loi ở đầu hay cuối trang', () => {
    const long = 'Rà soát trụ sở dôi dư sau sắp xếp đơn vị hành chính. '.repeat(9);
    for (let lines = 0; lines < 12; lines += 1) {
      const body = [...Array.from({ length: lines }, () => 'Một dòng.'), ...Array.from({ length: 8 }, () => long), 'Hết'].join('\n');
      const pages = paginate(layout({ body })).filter((page) => page.section.kind === 'letter');
      for (const page of pages) {
        for (let at = lines; at < lines + 8; at += 1) expect(page.lines.filter((line) => line.source === `body.${at}`).length).not.toBe(1);
      }
    }
  });

  it('số trang giữa lề trên từ trang 2, mỗi phụ lục đếm lại từ 1', () => {
    const rows = Array.from({ length: 90 }, (_, at) => [`Xã số ${at}`, at]);
    const columns = [{ header: 'Đơn vị', kind: 'text' as const }, { header: 'Số', kind: 'number' as const, total: true }];
    const pages = paginate(layout({ body: 'Rà soát trụ sở.\n'.repeat(60), appendices: [{ title: 'Danh sách', columns, rows }] }));
    const numbers = pages.map((page) => [page.section.kind, page.pageNumber, page.lines.find((line) => line.source === 'page')?.pieces[0]?.text ?? null]);
    expect(numbers.filter(([kind]) => kind === 'letter').slice(0, 2)).toEqual([['letter', 1, null], ['letter', 2, '2']]);
    expect(numbers.filter(([kind]) => kind === 'appendix').slice(0, 2)).toEqual([['appendix', 1, null], ['appendix', 2, '2']]);
    const number = pages[1]?.lines.find((line) => line.source === 'page');
    expect((number?.xMm ?? 0) + (number?.widthMm ?? 0) / 2).toBeCloseTo(30 + 165 / 2, 3);
    expect(number?.topMm).toBe(10);
    for (const page of pages.filter((one) => one.section.kind === 'appendix')) expect(page.lines.some((line) => line.source === 'appendices.0.columns.0')).toBe(true);
  });

  it('Số và ngày tháng đứng trên cùng một dòng chữ, Nơi nhận ngang với quyền hạn', () => {
    const [page] = paginate(layout({ body: 'Một câu.' }));
    const baseline = (source: string) => page?.lines.find((line) => line.source === source)?.baselineMm ?? Number.NaN;
    expect(baseline('codeNotation')).toBeCloseTo(baseline('issuedDate'), 2);
    expect(baseline('recipients')).toBeCloseTo(baseline('signer.competence'), 2);
  });

  it('ô dài hơn một trang chảy sang trang sau, không mất chữ', () => {
    const of = layout({ appendices: [{ title: 'Dài', columns: [{ header: 'Nội dung', kind: 'text' }, { header: 'Số', kind: 'number' }], rows: [['Rà soát trụ sở dôi dư sau sắp xếp. '.repeat(500), 1], ['Hết', 2]] }] });
    expectNothingLost(of);
    expectInside(paginate(of));
    expect(paginate(of).filter((page) => page.section.kind === 'appendix').length).toBeGreaterThan(3);
  });

  it('nơi nhận rất dài chảy sang trang sau', () => {
    const of = layout({ recipients: Array.from({ length: 150 }, (_, at) => ({ name: `Ủy ban nhân dân xã số ${at}` })) });
    expectNothingLost(of);
    expectInside(paginate(of));
  });

  it('hai trăm nghìn ký tự vẫn dàn xong', () => {
    const of = (paragraphs: number) => layout({ body: 'Rà soát trụ sở dôi dư sau sắp xếp đơn vị hành chính các cấp. '.repeat(16).concat('\n').repeat(paragraphs) });
    expect(of(205).sections[0]?.blocks.length).toBeGreaterThan(200);
    expect(paginate(of(205)).length).toBeGreaterThan(40);
    const one = paginate(layout({ body: 'Rà soát trụ sở dôi dư. '.repeat(9000) }));
    expect(one.length).toBeGreaterThan(40);
  });
});

describe('văn bản thật', () => {
  testEachSeed('$name: không mất chữ, không tràn lề', (seed) => {
    expectNothingLost(seedLayout(seed));
    expectInside(paginate(seedLayout(seed)));
  });
});

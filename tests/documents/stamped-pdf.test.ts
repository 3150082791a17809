import { decodePDFRawStream, degrees, PDFArray, PDFDocument, PDFName, PDFNumber, PDFRawStream, type PDFPage } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildArrivalStampPdf, stampPapers, type StampPaper } from '../../electron/engine/documents/arrival-stamp-pdf.ts';
import type { StampFacts } from '../../electron/engine/documents/arrival-stamp.ts';
import { buildStampedPdf } from '../../electron/engine/documents/stamped-pdf.ts';
import { stampFonts } from '../../electron/engine/files/stamp-fonts.ts';

const facts: StampFacts = { agency: 'Ủy ban nhân dân tỉnh An Bình', number: '1247', date: '20/11/2026', toPlaces: 'Phòng Khoa giáo - Văn xã', fileNotation: '' };
const meta = { title: 'Dấu đến', author: 'UBND tỉnh An Bình', created: new Date('2026-11-20T01:02:03Z') };
const perMm = 72 / 25.4;

/** The operators of the last content stream of a page: the stamp's own. */
function stampOperators(page: PDFPage): string {
  const contents = page.node.Contents();
  if (!(contents instanceof PDFArray)) throw new Error('trang không có nội dung');
  const streams = contents.asArray().map((ref) => page.doc.context.lookup(ref));
  const texts = streams.map((stream) => (stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1') : ''));
  const found = texts.findLast((text) => / re\s/.test(text));
  if (!found) throw new Error('không thấy khung dấu');
  return found;
}

const numbersBefore = (operators: string, operator: string): number[] => (new RegExp(`((?:-?[\\d.]+(?:e-?\\d+)?\\s+)+)${operator}\\b`).exec(operators)?.[1] ?? '').trim().split(/\s+/).map(Number);

/** Where the stamp's outer edges are seen on the page: left, top, width, height in mm, computed the way a reader turns pages. */
function seenAt(page: PDFPage): [number, number, number, number] {
  const operators = stampOperators(page);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbersBefore(operators, 'cm');
  const [x = 0, y = 0, width = 0, height = 0] = numbersBefore(operators, 're');
  const thick = numbersBefore(operators, 'w')[0] ?? 0;
  const corners = [[x - thick / 2, y - thick / 2], [x + width + thick / 2, y + height + thick / 2]].map(([p = 0, q = 0]) => [a * p + c * q + e, b * p + d * q + f] as const);
  const box = page.getCropBox();
  // the page as seen, turned by quarter after quarter
  let points = corners.map(([px, py]) => [px - box.x, py - box.y] as const);
  let [boxWidth, boxHeight] = [box.width, box.height];
  for (let turned = 0; turned < page.getRotation().angle; turned += 90) {
    points = points.map(([px, py]) => [py, boxWidth - px] as const);
    [boxWidth, boxHeight] = [boxHeight, boxWidth];
  }
  const unit = page.node.lookupMaybe(PDFName.of('UserUnit'), PDFNumber)?.asNumber() ?? 1;
  const left = Math.min(...points.map(([px]) => px));
  const right = Math.max(...points.map(([px]) => px));
  const bottom = Math.min(...points.map(([, py]) => py));
  const top = Math.max(...points.map(([, py]) => py));
  return [left, boxHeight - top, right - left, top - bottom].map((length) => (length * unit) / perMm) as [number, number, number, number];
}

async function paperPdf(change: (page: PDFPage) => void = () => undefined, useObjectStreams = true): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let at = 0; at < 3; at += 1) {
    const page = document.addPage([595, 842]);
    page.drawRectangle({ x: 50, y: 50, width: 100, height: 100 });
    change(page);
  }
  return document.save({ useObjectStreams });
}

const pageOf = async (bytes: Uint8Array, number: number): Promise<PDFPage> => (await PDFDocument.load(bytes)).getPage(number - 1);

describe('tờ dấu «ĐẾN» in chồng', () => {
  it.each([['A4', 30, 45], ['A5', 0, 0], ['A3', 247, 385]] as [StampPaper, number, number][])('khổ %s, cách trái %d mm, cách trên %d mm: khung đúng 50 × 35 mm', async (paper, xMm, yMm) => {
    const page = await pageOf(await buildArrivalStampPdf(facts, paper, { xMm, yMm }, stampFonts(), meta), 1);
    const { width, height } = page.getSize();
    expect([width / perMm, height / perMm]).toEqual([expect.closeTo(stampPapers[paper].widthMm, 3), expect.closeTo(stampPapers[paper].heightMm, 3)]);
    expect(seenAt(page)).toEqual([xMm, yMm, 50, 35].map((length) => expect.closeTo(length, 2) as number));
  });

  it('dấu ra ngoài giấy bị từ chối', async () => {
    await expect(buildArrivalStampPdf(facts, 'A5', { xMm: 99, yMm: 10 }, stampFonts(), meta)).rejects.toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining('148 × 210 mm') as string });
  });

  it('cùng dữ liệu cho cùng kiểu chữ nhúng, chữ Việt không thành ô vuông', async () => {
    const document = await PDFDocument.load(await buildArrivalStampPdf(facts, 'A4', { xMm: 30, yMm: 45 }, stampFonts(), meta));
    const operators = stampOperators(document.getPage(0));
    // glyph 0 is the box a font draws for what it does not know
    const shown = [...operators.matchAll(/<([0-9A-F]+)> Tj/g)].map((match) => match[1] ?? '');
    expect(shown.length).toBeGreaterThan(8);
    expect(shown.flatMap((hex) => hex.match(/.{4}/g) ?? [])).not.toContain('0000');
  });
});

describe('dấu đóng vào bản sao của PDF', () => {
  it('bản sao bắt đầu bằng đúng từng byte của bản gốc, bản gốc không đổi', async () => {
    for (const useObjectStreams of [true, false]) {
      const original = await paperPdf(undefined, useObjectStreams);
      const before = Buffer.from(original);
      const copy = await buildStampedPdf(original, 1, { xMm: 20, yMm: 10 }, facts, stampFonts());
      expect(Buffer.compare(Buffer.from(original), before)).toBe(0);
      expect(Buffer.compare(Buffer.from(copy.subarray(0, original.length)), before)).toBe(0);
      const document = await PDFDocument.load(copy);
      expect(document.getPageCount()).toBe(3);
      expect(seenAt(document.getPage(0))).toEqual([20, 10, 50, 35].map((length) => expect.closeTo(length, 2) as number));
      expect(() => stampOperators(document.getPage(1))).toThrow('không thấy khung dấu');
    }
  });

  it('đúng chỗ người đọc thấy: trang xoay, trang cắt mép, đơn vị lớn', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(0, 90, 180, 270), fc.boolean(), fc.constantFrom(1, 2), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 80 }), async (turn, cut, unit, xMm, yMm) => {
        const original = await paperPdf((page) => {
          page.setRotation(degrees(turn));
          if (cut) page.setCropBox(40, 60, 480, 700);
          if (unit !== 1) page.node.set(PDFName.of('UserUnit'), PDFNumber.of(unit));
        });
        const copy = await buildStampedPdf(original, 2, { xMm, yMm }, facts, stampFonts());
        expect(seenAt(await pageOf(copy, 2))).toEqual([xMm, yMm, 50, 35].map((length) => expect.closeTo(length, 2) as number));
      }),
      { numRuns: 12 },
    );
  });

  it.each([
    ['không phải PDF', () => Promise.resolve(new Uint8Array(Buffer.from('PK văn bản khác'))), 'FILE_UNREADABLE', 'hỏng'],
    ['cụt còn một nửa', async () => (await paperPdf()).subarray(0, 300), 'FILE_UNREADABLE', 'hỏng'],
    ['chỉ có đầu và đuôi', () => Promise.resolve(new Uint8Array(Buffer.from('%PDF-1.7\nrác\nstartxref\n9\n%%EOF'))), 'FILE_UNREADABLE', 'hỏng'],
    ['rỗng', () => Promise.resolve(new Uint8Array()), 'FILE_UNREADABLE', 'hỏng'],
    [
      'đặt mật khẩu',
      async () => {
        const document = await PDFDocument.load(await paperPdf());
        document.encrypt({ userPassword: 'mo', ownerPassword: 'sua' });
        return document.save();
      },
      'NOT_ALLOWED',
      'mật khẩu',
    ],
  ] as const)('tệp %s bị từ chối bằng một câu', async (_, make, code, word) => {
    await expect(buildStampedPdf(await make(), 1, { xMm: 20, yMm: 10 }, facts, stampFonts())).rejects.toMatchObject({ code, message: expect.stringContaining(word) as string });
  });

  it('trang không có, chỗ đặt ra ngoài trang: từ chối và nói vì sao', async () => {
    const original = await paperPdf();
    await expect(buildStampedPdf(original, 4, { xMm: 20, yMm: 10 }, facts, stampFonts())).rejects.toMatchObject({ code: 'INPUT_INVALID', message: 'Tệp PDF có 3 trang, không có trang 4.' });
    await expect(buildStampedPdf(original, 1, { xMm: 170, yMm: 10 }, facts, stampFonts())).rejects.toMatchObject({ code: 'INPUT_INVALID', data: { problems: [{ field: 'xMm' }] } });
  });
});

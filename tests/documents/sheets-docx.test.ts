import { describe, expect, it } from 'vitest';
import { buildEnvelopeDocx, envelope, type EnvelopeFacts } from '../../electron/engine/documents/envelope-docx.ts';
import { handlingSlip, type HandlingSlipFacts } from '../../electron/engine/documents/handling-slip.ts';
import { buildLetterDocx } from '../../electron/engine/documents/letter-docx.ts';
import { paginate } from '../../shared/letter/paginate.ts';
import { sampleOffice } from '../fixtures/sample-letters.ts';
import { all, child, readPackage, rootOf, type Node } from './read-package.ts';

const meta = { title: 'Bì', author: 'UBND tỉnh An Bình', created: new Date('2026-11-20T01:02:03Z') };
const office = { ...sampleOffice, address: 'Số 45 đường Hùng Vương', phone: '0220.3853.456', email: 'vp@anbinh.gov.vn' };
const linesOf = (node: Node): string[] => all(node, 'w:p').map((paragraph) => paragraph.text).filter((text) => text !== '');

describe('bì văn bản theo mẫu II', () => {
  const build = async (rest: Partial<EnvelopeFacts> = {}) => rootOf(readPackage(await buildEnvelopeDocx({ office, code: '146/UBND-VP', priority: 0, addressees: ['Sở Tài chính', 'UBND phường Tân An'], ...rest }, meta)).get('word/document.xml'));

  it('mỗi nơi nhận một bì: người gửi, liên hệ đã biết, số ký hiệu, kính gửi', async () => {
    const document = await build();
    const one = ['ỦY BAN NHÂN DÂN TỈNH AN BÌNH', 'Địa chỉ: Số 45 đường Hùng Vương', 'Điện thoại: 0220.3853.456', 'E-Mail: vp@anbinh.gov.vn', 'Số/ký hiệu văn bản: 146/UBND-VP', 'Kính gửi:'];
    expect(linesOf(document)).toEqual([...one, 'Sở Tài chính', ...one, 'UBND phường Tân An']);
    expect(all(document, 'w:pageBreakBefore')).toHaveLength(1);
    const size = child(all(document, 'w:sectPr')[0], 'w:pgSz')?.attributes;
    expect([Number(size?.['w:w']), Number(size?.['w:h'])].map((twips) => Math.round((twips / 1440) * 25.4))).toEqual([envelope.widthMm, envelope.heightMm]);
    const addressed = all(document, 'w:p').find((paragraph) => paragraph.text === 'Kính gửi:');
    expect(addressed && [all(addressed, 'w:b').length, all(addressed, 'w:i').length]).toEqual([1, 1]);
  });

  it('văn bản khẩn có dấu độ khẩn trên bì; dự thảo để chấm cho số', async () => {
    expect(linesOf(await build({ priority: 3, addressees: ['Sở Y tế'] }))).toContain('HỎA TỐC');
    expect(linesOf(await build({ code: '' }))).toContain('Số/ký hiệu văn bản: ………………………');
  });
});

describe('phiếu giải quyết văn bản đến theo mẫu VII', () => {
  const facts = (rest: Partial<HandlingSlipFacts> = {}): HandlingSlipFacts => ({
    office, date: '2026-11-20', arrivalNumber: '1247', arrivalDate: '2026-11-20', typeName: 'Công văn', code: '2841/BKHCN-CĐS', issuedDate: '2026-11-05', organName: 'Bộ Khoa học và Công nghệ', subject: 'đôn đốc thực hiện kế hoạch chuyển đổi số', toPlaces: '', dueDate: null, ...rest,
  });

  it('đầu trang không có số, tên phiếu, văn bản đến, ba mục ý kiến đúng chữ của mẫu', async () => {
    const document = rootOf(readPackage(await buildLetterDocx(handlingSlip(facts()), meta)).get('word/document.xml'));
    const lines = linesOf(document).map((line) => line.replace(/\s?\.{5,}$/, '').replaceAll('\u00A0', ' ')).filter((line) => line !== '');
    expect(lines).toEqual([
      'ỦY BAN NHÂN DÂN', 'TỈNH AN BÌNH', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'An Bình, ngày 20 tháng 11 năm 2026',
      'PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN',
      'Công văn số 2841/BKHCN-CĐS ngày 05 tháng 11 năm 2026 của Bộ Khoa học và Công nghệ về việc đôn đốc thực hiện kế hoạch chuyển đổi số',
      '(Số đến: 1247; ngày đến: 20 tháng 11 năm 2026)',
      '1. Ý kiến của lãnh đạo cơ quan, tổ chức', '- Giao đơn vị, cá nhân chủ trì:', '- Giao các đơn vị, cá nhân tham gia phối hợp giải quyết văn bản đến (nếu có):', '- Thời hạn giải quyết đối với mỗi đơn vị, cá nhân (nếu có):', '- Ngày tháng cho ý kiến phân phối, giải quyết: ngày …… tháng …… năm ………',
      '2. Ý kiến của lãnh đạo đơn vị', '- Giao cho cá nhân; thời hạn giải quyết đối với cá nhân (nếu có):', '- Ngày, tháng, năm cho ý kiến: ngày …… tháng …… năm ………',
      '3. Ý kiến đề xuất của người giải quyết', '- Ý kiến đề xuất giải quyết văn bản đến của cá nhân:', '- Ngày, tháng, năm đề xuất ý kiến: ngày …… tháng …… năm ………',
    ]);
  });

  it('điều sổ đã biết được ghi sẵn; phiếu thường gọn trong một trang', () => {
    const layout = handlingSlip(facts({ toPlaces: 'Phòng Khoa giáo - Văn xã', dueDate: '2026-12-05' }));
    const text = JSON.stringify(layout);
    expect(text).toContain('- Giao đơn vị, cá nhân chủ trì: Phòng Khoa giáo - Văn xã.');
    expect(text).toContain('(nếu có): ngày 05 tháng 12 năm 2026.');
    expect(paginate(layout)).toHaveLength(1);
    expect(paginate(handlingSlip(facts({ subject: 'đôn đốc thực hiện kế hoạch chuyển đổi số '.repeat(5) })))).toHaveLength(1);
  });

  it.each([
    ['V/v góp ý dự thảo', 'về việc góp ý dự thảo'],
    ['Về việc góp ý', 'về việc góp ý'],
  ])('trích yếu «%s» không lặp chữ về việc', (subject, end) => {
    expect(JSON.stringify(handlingSlip(facts({ subject })))).toContain(`Công nghệ ${end}"`);
  });
});

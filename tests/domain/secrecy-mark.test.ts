import { describe, expect, test } from 'vitest';
import { secrecyMark, secrecyProblems, stampedSecrecy } from '../../shared/domain/secrecy-mark.ts';

describe('dấu độ mật', () => {
  test.each([
    ['Mật', 'Mật'],
    ['mật', 'Mật'],
    ['  MẬT. ', 'Mật'],
    ['(Tối mật)', 'Tối mật'],
    ['TUYỆT MẬT', 'Tuyệt mật'],
    ['Độ mật: Mật', 'Mật'],
    ['mức độ mật: tối mật', 'Tối mật'],
    ['đóng dấu Mật', 'Mật'],
    ['Mật', 'Mật'],
    ['MẬT: kế hoạch phòng thủ khu vực', 'Mật'],
    ['Mật: kế hoạch phòng thủ khu vực', 'Mật'],
    ['TỐI MẬT - phương án bảo vệ', 'Tối mật'],
    ['[MẬT] về việc điều động', 'Mật'],
    ['Kế hoạch diễn tập (mật)', 'Mật'],
    ['Kế hoạch diễn tập; độ mật: tuyệt mật; 05 bản', 'Tuyệt mật'],
    ['Hỏa tốc, MẬT', 'Mật'],
  ])('«%s» là dấu %s', (text, mark) => expect(secrecyMark(text)).toBe(mark));

  test.each([
    'bảo mật thông tin',
    'BẢO MẬT',
    'tăng cường an toàn, bảo mật',
    'CÔNG TÁC AN TOÀN, BẢO MẬT',
    'mật độ xây dựng khu đô thị',
    'MẬT ĐỘ XÂY DỰNG',
    'mật khẩu tài khoản một cửa',
    'Mật ong hoa nhãn',
    'hướng dẫn xử lý tài liệu tối mật',
    'quy định quản lý tài liệu đóng dấu MẬT tại bộ phận một cửa',
    'danh mục bí mật nhà nước',
    'KẾ HOẠCH BẢO VỆ BÍ MẬT NHÀ NƯỚC',
    'theo dõi ở sổ văn bản mật',
    'báo cáo công tác cơ mật',
    'xác định độ mật của văn bản',
    'độ mật: thường',
    'độ mật: mậtt',
    'mất mát, mặt bằng, mát',
    '',
  ])('«%s» là chữ thường gặp, không phải dấu', (text) => expect(secrecyMark(text)).toBeNull());

  test('chữ đang gõ dở trong thư không bị coi là dấu, dấu đóng thì có', () => {
    expect(['mật', 'Mật', 'tối mật'].map(stampedSecrecy)).toEqual([null, null, null]);
    expect(['MẬT', 'Tối mật: phương án', 'phương án (mật)'].map(stampedSecrecy)).toEqual(['Mật', 'Tối mật', 'Mật']);
  });

  test('chỗ mang dấu được chỉ đúng ô, mỗi chỗ một câu', () => {
    const problems = secrecyProblems({ subject: 'mời họp', note: 'Mật', priority: 2, signer: { position: 'GIÁM ĐỐC (MẬT)' }, addressees: ['Sở Y tế', 'TỐI MẬT'] });
    expect(problems.map(({ field }) => field)).toEqual(['note', 'signer.position', 'addressees.1']);
    expect(problems[0]?.message).toContain('độ mật «Mật»: văn bản mật theo dõi ở sổ riêng');
  });
});

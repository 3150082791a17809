import { describe, expect, it } from 'vitest';
import { agencyInText } from '../../shared/letter/agency-in-text.ts';
import { agencyLines } from '../../shared/letter/agency-name.ts';
import { textWidthMm } from '../../shared/letter/text-width.ts';

const style = { sizePt: 13, bold: true };

describe('tên cơ quan ở đầu trang', () => {
  it.each([
    ['ỦY BAN NHÂN DÂN TỈNH AN BÌNH', ['ỦY BAN NHÂN DÂN', 'TỈNH AN BÌNH']],
    ['Ủy ban nhân dân tỉnh An Bình', ['ỦY BAN NHÂN DÂN', 'TỈNH AN BÌNH']],
    ['UỶ BAN NHÂN DÂN TỈNH THANH HOÁ', ['UỶ BAN NHÂN DÂN', 'TỈNH THANH HOÁ']],
    ['Hội đồng nhân dân thành phố Tân Bình', ['HỘI ĐỒNG NHÂN DÂN', 'THÀNH PHỐ TÂN BÌNH']],
    ['Ủy ban nhân dân xã Hòa An', ['ỦY BAN NHÂN DÂN', 'XÃ HÒA AN']],
    ['Ủy ban nhân dân phường Bến Gỗ', ['ỦY BAN NHÂN DÂN', 'PHƯỜNG BẾN GỖ']],
    ['Ủy ban nhân dân đặc khu Đảo Nam', ['ỦY BAN NHÂN DÂN', 'ĐẶC KHU ĐẢO NAM']],
    ['SỞ TÀI CHÍNH', ['SỞ TÀI CHÍNH']],
    ['Sở Nông nghiệp và Phát triển nông thôn', ['SỞ NÔNG NGHIỆP', 'VÀ PHÁT TRIỂN NÔNG THÔN']],
    ['Sở Tài nguyên\nvà Môi trường', ['SỞ TÀI NGUYÊN', 'VÀ MÔI TRƯỜNG']],
    ['Văn phòng Ủy ban nhân dân tỉnh', ['VĂN PHÒNG', 'ỦY BAN NHÂN DÂN TỈNH']],
  ])('%s', (name, lines) => {
    expect(agencyLines(name, 68, style)).toEqual(lines);
  });

  it('tên rất dài xuống dòng mà không mất chữ nào', () => {
    const name = 'BAN CHỈ ĐẠO PHÒNG, CHỐNG THIÊN TAI, TÌM KIẾM CỨU NẠN VÀ PHÒNG THỦ DÂN SỰ TỈNH AN BÌNH';
    const lines = agencyLines(name, 68, style);
    expect(lines.join(' ')).toBe(name);
    expect(lines.every((line) => textWidthMm(line, style) <= 68)).toBe(true);
  });
});

describe('tên cơ quan lạ', () => {
  it('một trăm từ ngắn và một từ rộng hơn cột: vẫn có câu trả lời, không mất chữ', () => {
    const name = `${'AN '.repeat(60)}${'X'.repeat(80)}`;
    expect(agencyLines(name, 68, style).join('').replaceAll(' ', '')).toBe(name.replaceAll(' ', ''));
  });
});

describe('tên không có chỗ để xuống dòng', () => {
  it.each([['X'.repeat(200)], [`SỞ ${'Ủ'.repeat(150)} AN BÌNH`], [`${'X'.repeat(200)}\nAN BÌNH`]])('%s bị ngắt cho vừa cột', (name) => {
    const lines = agencyLines(name, 68, style);
    for (const line of lines) expect(textWidthMm(line, style)).toBeLessThanOrEqual(68);
    expect(lines.join('').replace(/\s/g, '')).toBe(name.replace(/\s/g, ''));
  });
});

describe('tên cơ quan trong câu', () => {
  it.each([
    ['ỦY BAN NHÂN DÂN TỈNH AN BÌNH', 'Ủy ban nhân dân tỉnh An Bình'],
    ['UỶ BAN NHÂN DÂN TỈNH THANH HOÁ', 'Uỷ ban nhân dân tỉnh Thanh Hoá'],
    ['ỦY BAN NHÂN DÂN\nTỈNH AN BÌNH', 'Ủy ban nhân dân tỉnh An Bình'],
    ['HỘI ĐỒNG NHÂN DÂN XÃ HÒA AN', 'Hội đồng nhân dân xã Hòa An'],
    ['ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI', 'Ủy ban nhân dân thành phố Hà Nội'],
    ['ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH', 'Ủy ban nhân dân Thành phố Hồ Chí Minh'],
    ['VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH AN BÌNH', 'Văn phòng Ủy ban nhân dân tỉnh An Bình'],
    ['VĂN PHÒNG TỈNH ỦY AN BÌNH', 'Văn phòng Tỉnh ủy An Bình'],
    ['SỞ TÀI CHÍNH', 'Sở Tài chính'],
    ['SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN', 'Sở Nông nghiệp và Phát triển nông thôn'],
    ['SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH', 'Sở Văn hóa, Thể thao và Du lịch'],
    ['SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI', 'Sở Lao động - Thương binh và Xã hội'],
    ['ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH AN BÌNH', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh An Bình'],
    ['BAN QUẢN LÝ KHU KINH TẾ', 'Ban Quản lý khu kinh tế'],
    ['Sở Y tế tỉnh An Bình', 'Sở Y tế tỉnh An Bình'],
  ])('%s', (name, inText) => {
    expect(agencyInText({ name, nameInText: null })).toBe(inText);
  });

  it('lời cơ quan tự ghi được giữ nguyên', () => {
    expect(agencyInText({ name: 'ỦY BAN NHÂN DÂN TỈNH AN BÌNH', nameInText: 'UBND tỉnh An Bình' })).toBe('UBND tỉnh An Bình');
  });
});

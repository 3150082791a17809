import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { agencyKey, foldedAgencyKey } from '../../shared/domain/directory/agency-key.ts';
import { type AgencyKind, guessAgencyKind } from '../../shared/domain/directory/agency-kind.ts';
import { indexDirectory } from '../../shared/domain/directory/directory-index.ts';
import { expandLine } from '../../shared/domain/directory/expand-line.ts';
import { closesCircle, followed, type KnownAgency, type KnownGroup } from '../../shared/domain/directory/known-agency.ts';
import { kindsMeant } from '../../shared/domain/directory/line-meaning.ts';
import { proposeAbbreviation, proposeShortName } from '../../shared/domain/directory/propose-names.ts';

let nextId = 0;
const agency = (name: string, more: Partial<KnownAgency> = {}): KnownAgency => {
  nextId += 1;
  return { id: nextId, name, shortName: proposeShortName(name), abbreviation: proposeAbbreviation(name), kind: guessAgencyKind(name), rank: nextId, parentId: null, validFrom: null, validTo: null, succeededBy: null, mergedInto: null, formerNames: [], ...more };
};
const agencies = [
  agency('Sở Nội vụ'),
  agency('Sở Tài chính'),
  agency('Sở Xây dựng'),
  agency('Sở Nông nghiệp và Môi trường'),
  agency('Sở Khoa học và Công nghệ'),
  agency('Sở Văn hóa, Thể thao và Du lịch'),
  agency('Công an tỉnh'),
  agency('Tỉnh Đoàn An Bình'),
  agency('Hội Nông dân tỉnh'),
  agency('UBND huyện Kim Sơn', { validTo: '2025-06-30' }),
  agency('UBND thành phố An Đông', { validTo: '2025-06-30' }),
  agency('Ủy ban nhân dân xã Dương Lâm', { validFrom: '2025-07-01' }),
  agency('Ủy ban nhân dân xã Hòa Lộc', { validFrom: '2025-07-01' }),
  agency('Ủy ban nhân dân phường An Đông', { validFrom: '2025-07-01' }),
];
const [, , , agriculture, science] = agencies;
const transport = agency('Sở Thông tin và Truyền thông', { validTo: '2025-02-28', succeededBy: science?.id ?? 0 });
const renamed = agency('Thuế tỉnh An Bình', { formerNames: [{ name: 'Cục Thuế tỉnh An Bình', from: null, to: '2025-02-28' }] });
const twin = agency('Sở NNMT', { mergedInto: agriculture?.id ?? 0, abbreviation: 'SONONG' });
const investors: KnownGroup = { id: 2, name: 'Các chủ đầu tư', shortName: 'Các chủ đầu tư', abbreviation: 'CĐT', aliases: [], rule: null, validFrom: null, validTo: null, listed: [{ agencyId: 3, from: null, to: null }, { agencyId: transport.id, from: null, to: null }, { agencyId: 5, from: null, to: '2025-12-31' }] };
const departments: KnownGroup = { id: 1, name: 'Các sở, ban, ngành tỉnh', shortName: 'Các sở, ngành', abbreviation: 'SBN', aliases: ['Các cơ quan chuyên môn'], rule: { kinds: ['department'], parent: null, except: [] }, validFrom: null, validTo: null, listed: [] };
const directory = indexDirectory([...agencies, transport, renamed, twin], [departments, investors]);
const names = (line: string, day = '2026-11-20'): string[] => expandLine(line, directory, day, 'An Bình').agencies.map(({ id, name }) => (id === null ? `? ${name}` : name));
const all = ['Sở Nội vụ', 'Sở Tài chính', 'Sở Xây dựng', 'Sở Nông nghiệp và Môi trường', 'Sở Khoa học và Công nghệ', 'Sở Văn hóa, Thể thao và Du lịch', 'Công an tỉnh'];

describe('một dòng nơi nhận là những cơ quan nào', () => {
  test.each([
    ['Sở Tài chính', ['Sở Tài chính']],
    ['- Sở Tài chính (để t/h);', ['Sở Tài chính']],
    ['SỞ TÀI CHÍNH', ['SỞ TÀI CHÍNH']],
    ['STC', ['Sở Tài chính']],
    ['Sở TC', ['Sở TC']],
    ['Sở NN&MT', ['Sở NN&MT']],
    ['Sở Văn hoá, Thể thao và Du lịch', ['Sở Văn hoá, Thể thao và Du lịch']],
    ['Sở VH, TT & DL', ['Sở VH, TT & DL']],
    ['Sở VHTTDL', ['Sở Văn hóa, Thể thao và Du lịch']],
    ['Sở Tài chính tỉnh An Bình', ['Sở Tài chính']],
    ['so tai chinh', ['so tai chinh']],
    ['UBND xã Dương Lâm', ['UBND xã Dương Lâm']],
    ['UBND xã Hoà Lộc', ['UBND xã Hoà Lộc']],
    // tones tell one commune from another
    ['UBND xã Đường Lâm', ['? UBND xã Đường Lâm']],
    ['SONONG', ['Sở Nông nghiệp và Môi trường']],
    ['Sở Tài chính; Sở Xây dựng', ['Sở Tài chính', 'Sở Xây dựng']],
    ['Các sở: Tài chính, Xây dựng', ['Sở Tài chính', 'Sở Xây dựng']],
    ['Các Sở Tài chính, Xây dựng và Nội vụ', ['Sở Tài chính', 'Sở Xây dựng', 'Sở Nội vụ']],
    ['Các sở: Nông nghiệp và Môi trường, Khoa học và Công nghệ; Công an tỉnh', ['Sở Nông nghiệp và Môi trường', 'Sở Khoa học và Công nghệ', 'Công an tỉnh']],
    ['Sở Tài chính, Văn hóa, Thể thao và Du lịch, Xây dựng', ['Sở Tài chính', 'Sở Văn hóa, Thể thao và Du lịch', 'Sở Xây dựng']],
    ['Các sở: Y tế, Tài chính', ['? Sở Y tế', 'Sở Tài chính']],
    ['UBND các xã Dương Lâm, Hòa Lộc và phường An Đông', ['UBND xã Dương Lâm', 'UBND xã Hòa Lộc', 'UBND phường An Đông']],
    ['Giám đốc Sở Tài chính', ['Sở Tài chính']],
    ['Các sở, ban, ngành tỉnh', [...all, 'Thuế tỉnh An Bình']],
    ['Các Sở, ngành', [...all, 'Thuế tỉnh An Bình']],
    ['Các Sở, ngành, đoàn thể tỉnh', [...all, 'Thuế tỉnh An Bình', 'Hội Nông dân tỉnh', 'Tỉnh Đoàn An Bình']],
    ['UBND các xã, phường', ['Ủy ban nhân dân phường An Đông', 'Ủy ban nhân dân xã Dương Lâm', 'Ủy ban nhân dân xã Hòa Lộc']],
    ['Chủ tịch Ủy ban nhân dân các xã, phường, đặc khu', ['Ủy ban nhân dân phường An Đông', 'Ủy ban nhân dân xã Dương Lâm', 'Ủy ban nhân dân xã Hòa Lộc']],
    ['Như trên', []],
    ['Như Điều 3', []],
    ['Lưu: VT, TH', []],
    ['', []],
    ['Chủ tịch, các Phó Chủ tịch UBND tỉnh', ['? Chủ tịch, các Phó Chủ tịch UBND tỉnh']],
    ['Các đơn vị có liên quan', ['? Các đơn vị có liên quan']],
    ['Ban Tuyên giáo và Dân vận Tỉnh ủy', ['? Ban Tuyên giáo và Dân vận Tỉnh ủy']],
    ['Sở Tài chính; Sở Tài chính', ['Sở Tài chính']],
  ])('«%s»', (line, wanted) => {
    expect(names(line).sort()).toEqual([...wanted].sort());
  });

  test('nhóm ngày nào thì cơ quan của ngày ấy, tên của ngày ấy', () => {
    expect(names('UBND các huyện, thị xã, thành phố', '2024-05-10')).toEqual(['UBND huyện Kim Sơn', 'UBND thành phố An Đông']);
    expect(names('UBND các xã, phường', '2024-05-10')).toEqual(['? UBND các xã, phường']);
    expect(names('Các sở, ban, ngành tỉnh', '2024-05-10')).toEqual(expect.arrayContaining(['Sở Thông tin và Truyền thông', 'Cục Thuế tỉnh An Bình']));
    const closed = expandLine('UBND các huyện, thị xã, thành phố', directory, '2026-11-20');
    expect(closed).toMatchObject({ agencies: [{ id: null, name: 'UBND các huyện, thị xã, thành phố' }], notices: [expect.stringContaining('không có cơ quan nào') as string] });
  });

  test('thành viên đã kết thúc hoạt động thì tính cơ quan kế thừa, và nói ra; hết hạn trong nhóm thì thôi', () => {
    expect(names('Các chủ đầu tư', '2024-05-10')).toEqual(['Sở Xây dựng', 'Sở Thông tin và Truyền thông', 'Sở Khoa học và Công nghệ']);
    expect(expandLine('Các chủ đầu tư', directory, '2026-11-20')).toMatchObject({ group: 2, agencies: [{ name: 'Sở Xây dựng' }, { name: 'Sở Khoa học và Công nghệ' }], notices: [expect.stringContaining('tính «Sở Khoa học và Công nghệ» kế thừa') as string] });
  });

  test('thư gửi cơ quan đã kết thúc hoạt động: giữ tên, nói ai kế thừa', () => {
    expect(expandLine('Sở TT&TT', directory, '2026-11-20')).toMatchObject({ agencies: [{ id: transport.id }], notices: ['Sở Thông tin và Truyền thông đã kết thúc hoạt động từ ngày 28/02/2025, kế thừa bởi Sở Khoa học và Công nghệ.'] });
    expect(expandLine('Sở TT&TT', directory, '2024-11-20').notices).toEqual([]);
  });

  test('danh bạ trống: dòng nào cũng giữ như đã viết, danh sách các sở vẫn tách được', () => {
    const empty = indexDirectory([], []);
    expect(expandLine('Các Sở, ngành, đoàn thể tỉnh', empty, '2020-08-14').agencies).toEqual([{ id: null, name: 'Các Sở, ngành, đoàn thể tỉnh' }]);
    expect(expandLine('Các sở: Tài chính, Văn hóa, Thể thao và Du lịch', empty, '2020-08-14').agencies.map(({ name }) => name)).toEqual(['Sở Tài chính', 'Sở Văn hóa, Thể thao và Du lịch']);
  });

  test('chữ gì cũng không làm hỏng, không mất, không hai lần một cơ quan', () => {
    const words = fc.constantFrom('Các', 'sở', 'Sở', 'Tài chính', 'Xây dựng', 'UBND', 'xã', 'phường', 'và', ',', ';', ':', 'An Đông', 'Như trên', '(để b/c)', '', '.', '🙂', 'ỷ\u0301');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), fc.integer({ min: 2019, max: 2030 }), (parts, year) => {
        const line = parts.join(' ');
        const found = expandLine(line, directory, `${year}-06-15`);
        const ids = found.agencies.flatMap(({ id }) => id ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        expect(found.line).toBe(line);
        if (/\p{L}/u.test(line) && !/như|^[\s-]*lưu/iu.test(line) && !/\(để/.test(line)) expect(found.agencies.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});

test.each([
  ['Ủy ban nhân dân xã Hoà Lộc', 'UBND xã Hòa Lộc', true],
  ['Uỷ ban nhân dân tỉnh', 'UBND tỉnh', true],
  ['Sở Giáo dục và Đào tạo', 'SỞ GIÁO DỤC & ĐÀO TẠO', true],
  ['UBND TP. An Đông', 'UBND thành phố An Đông', true],
  ['UBND xã Dương Lâm', 'UBND xã Đường Lâm', false],
  ['UBND xã An Đông', 'UBND phường An Đông', false],
])('«%s» và «%s» là một: %s', (one, other, same) => {
  expect(agencyKey(one) === agencyKey(other)).toBe(same);
});

test('khóa so tên không đổi khi đổi dạng chữ, bỏ dấu thì bằng nhau khi có dấu bằng nhau', () => {
  const syllable = fc.constantFrom('hòa', 'hoà', 'thủy', 'thuỷ', 'Dương', 'đường', 'UBND', 'xã', 'quý', 'Ất');
  fc.assert(fc.property(fc.array(syllable, { minLength: 1, maxLength: 5 }), (parts) => {
    const name = parts.join(' ');
    expect(agencyKey(name.normalize('NFD'))).toBe(agencyKey(name));
    expect(agencyKey(name.toLocaleUpperCase('vi'))).toBe(agencyKey(name));
    expect(foldedAgencyKey(name)).toBe(foldedAgencyKey(name.normalize('NFD')));
  }));
});

test.each<[string, AgencyKind]>([
  ['Sở Tài chính', 'department'], ['Thanh tra tỉnh', 'department'], ['Công an tỉnh', 'department'], ['Bộ Chỉ huy Quân sự tỉnh', 'department'], ['Ban Quản lý các khu công nghiệp tỉnh', 'department'], ['Văn phòng UBND tỉnh', 'department'],
  ['Bộ Tài chính', 'superior'], ['Văn phòng Chính phủ', 'superior'], ['UBND thành phố Hà Nội', 'superior'], ['Thường trực HĐND tỉnh', 'superior'],
  ['Thường trực Tỉnh ủy', 'party'], ['Ban Tuyên giáo và Dân vận Tỉnh ủy', 'party'], ['Đảng ủy xã Hòa Lộc', 'party'],
  ['UBND huyện Kim Sơn', 'district'], ['UBND thành phố An Đông', 'district'], ['UBND TX. Cửa Lạch', 'district'],
  ['Ủy ban nhân dân xã Hòa Lộc', 'commune'], ['UBND phường An Đông', 'commune'], ['UBND thị trấn Gôi', 'commune'], ['UBND đặc khu Cô Tô', 'commune'],
  ['Ủy ban MTTQ Việt Nam tỉnh', 'mass'], ['Tỉnh Đoàn An Bình', 'mass'], ['Hội Liên hiệp Phụ nữ tỉnh', 'mass'], ['Liên đoàn Lao động tỉnh', 'mass'],
  ['Báo và Phát thanh, Truyền hình An Bình', 'press'], ['Cổng Thông tin điện tử tỉnh', 'press'], ['Bảo hiểm xã hội tỉnh', 'department'],
  ['Ban Chỉ huy Phòng thủ dân sự tỉnh', 'committee'], ['Ủy ban bầu cử tỉnh', 'committee'], ['Công ty Điện lực An Bình', 'enterprise'],
  ['Chi cục Kiểm lâm', 'unit'], ['Trung tâm Phục vụ hành chính công tỉnh', 'unit'], ['Ban Quản lý dự án đầu tư xây dựng tỉnh', 'unit'], ['Phòng Kinh tế', 'unit'],
])('«%s» là loại %s', (name, kind) => {
  expect(guessAgencyKind(name)).toBe(kind);
});

test.each([['Các Sở, ngành, đoàn thể tỉnh', ['department', 'mass']], ['UBND các huyện, thị xã, thành phố', ['district']], ['UBND cấp xã', ['commune']], ['Giám đốc các sở; Thủ trưởng các ban, ngành; Chủ tịch UBND các xã, phường', ['department', 'commune']], ['UBND xã', null], ['UBND tỉnh', null], ['Sở Tài chính', null], ['Các doanh nghiệp viễn thông', null]])('«%s» gọi chung %j', (line, kinds) => {
  expect(kindsMeant(line)).toEqual(kinds);
});

test.each([['Sở Nông nghiệp và Môi trường', 'Sở NN&MT', 'SNNMT'], ['Sở Văn hóa, Thể thao và Du lịch', 'Sở VH,TT&DL', 'SVHTTDL'], ['Ủy ban nhân dân xã An Thượng', 'UBND xã An Thượng', 'UBNDXAT'], ['Công an tỉnh', 'Công an tỉnh', 'CAT']])('«%s» gợi ý «%s», «%s»', (name, short, initials) => {
  expect([proposeShortName(name), proposeAbbreviation(name)]).toEqual([short, initials]);
});

test('nối vòng tròn thì vẫn dừng, và vòng nào cũng được nhận ra', () => {
  fc.assert(fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 8 }), { nil: null }), { minLength: 8, maxLength: 8 }), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }), (links, from, to) => {
    const list = links.map((mergedInto, at) => ({ ...agency('x'), id: at + 1, mergedInto }));
    const byId = new Map(list.map((each) => [each.id, each]));
    for (const each of list) expect(byId.has(followed(each, 'mergedInto', byId).id)).toBe(true);
    let reached = false;
    for (let at: number | null = to, steps = 0; at !== null && steps < 20; at = byId.get(at)?.mergedInto ?? null, steps += 1) if (at === from) reached = true;
    expect(closesCircle(from, to, 'mergedInto', byId)).toBe(reached);
  }));
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { agencyKey } from '../../shared/domain/directory/agency-key.ts';
import { refusalOf } from '../contract/suite.ts';
import { type Client, openEngine } from '../fixtures/open-engine.ts';

const anBinh = { province: 'An Bình', level: 'tỉnh' } as const;
const names = async (client: Client, input: Parameters<Client['agencies']['list']>[0] = {}): Promise<string[]> => (await client.agencies.list(input)).rows.map(({ name }) => name);
const bodiesOf = async (client: Client, input: Parameters<Client['agencies']['offered']>[0] = anBinh) => (await client.agencies.offered(input)).groups.flatMap(({ bodies }) => bodies);
const usual = async (client: Client) => (await bodiesOf(client)).filter(({ usual: is, known }) => is && known === null).map(({ id }) => ({ id }));

describe('danh sách cơ quan của một tỉnh để chọn', () => {
  test('tỉnh, thành phố lấy từ cơ quan: tên, cơ quan chủ quản, địa danh; của xã thì để trống', async () => {
    const { client } = openEngine();
    const guess = async (office: { name: string; parentName?: string; place: string }) => {
      await client.settings.update({ office });
      const { province, level } = await client.agencies.offered();
      return [province, level];
    };
    expect((await client.agencies.offered()).province).toBe('');
    expect(await guess({ name: 'ỦY BAN NHÂN DÂN\nTỈNH AN BÌNH', place: 'An Bình' })).toEqual(['An Bình', 'tỉnh']);
    expect(await guess({ name: 'SỞ Y TẾ', parentName: 'UBND TỈNH ĐỒNG THÁP', place: 'Mỹ Tho' })).toEqual(['Đồng Tháp', 'tỉnh']);
    expect(await guess({ name: 'Văn phòng UBND thành phố Hải Phòng', place: 'Hải Phòng' })).toEqual(['Hải Phòng', 'thành phố']);
    expect(await guess({ name: 'SỞ NỘI VỤ', place: 'Cần Thơ' })).toEqual(['Cần Thơ', 'thành phố']);
    expect(await guess({ name: 'UBND XÃ AN THƯỢNG', place: 'An Thượng' })).toEqual(['', 'tỉnh']);
  });

  test('tên theo tỉnh hay thành phố; cơ quan của mình không chọn sẵn; không cơ quan nào của cấp huyện', async () => {
    const { client } = openEngine();
    await client.settings.update({ office: { name: 'ỦY BAN NHÂN DÂN TỈNH AN BÌNH', place: 'An Bình' } });
    const tinh = await bodiesOf(client);
    const called = (bodies: typeof tinh, id: string) => bodies.find((body) => body.id === id)?.name;
    expect(['ubnd', 'tt-tu', 'doan', 'bchqs', 'thue', 'ca'].map((id) => called(tinh, id))).toEqual(['Ủy ban nhân dân tỉnh An Bình', 'Thường trực Tỉnh ủy', 'Tỉnh Đoàn', 'Bộ Chỉ huy Quân sự tỉnh', 'Thuế tỉnh An Bình', 'Công an tỉnh']);
    expect(tinh.filter(({ own }) => own).map(({ id, usual: is }) => [id, is])).toEqual([['ubnd', false]]);
    const haNoi = await bodiesOf(client, { province: 'Hà Nội', level: 'thành phố' });
    expect(['ubnd', 'tt-tu', 'doan', 'bchqs', 'ca'].map((id) => called(haNoi, id))).toEqual(['Ủy ban nhân dân thành phố Hà Nội', 'Thường trực Thành ủy', 'Thành Đoàn', 'Bộ Tư lệnh Thủ đô Hà Nội', 'Công an thành phố']);
    for (const bodies of [tinh, haNoi]) {
      expect(bodies.filter(({ name, shortName, abbreviation }) => /[{}]/.test(name + shortName + abbreviation) || abbreviation === '')).toEqual([]);
      expect(bodies.filter(({ name }) => /huyện|quận|thị xã|thị trấn/i.test(name))).toEqual([]);
    }
  });

  test('tệp của chương trình: mã, tên không trùng; đủ sở, ngành sau năm 2025 và không còn sở đã sáp nhập', async () => {
    const { client } = openEngine();
    const bodies = await bodiesOf(client);
    expect(new Set(bodies.map(({ id }) => id)).size).toBe(bodies.length);
    expect(new Set(bodies.map(({ name }) => agencyKey(name))).size).toBe(bodies.length);
    const wanted = ['Sở Nội vụ', 'Sở Tài chính', 'Sở Xây dựng', 'Sở Nông nghiệp và Môi trường', 'Sở Khoa học và Công nghệ', 'Sở Văn hóa, Thể thao và Du lịch', 'Sở Giáo dục và Đào tạo', 'Sở Y tế', 'Sở Tư pháp', 'Sở Công Thương', 'Sở Dân tộc và Tôn giáo', 'Sở Ngoại vụ', 'Thanh tra tỉnh', 'Văn phòng Ủy ban nhân dân tỉnh'];
    expect(wanted.filter((name) => !bodies.some((body) => body.name === name))).toEqual([]);
    const gone = /Kế hoạch và Đầu tư|Giao thông vận tải|Thông tin và Truyền thông|Tài nguyên và Môi trường|Lao động - Thương binh|Phát triển nông thôn/;
    expect(bodies.filter(({ name }) => gone.test(name))).toEqual([]);
    expect(bodies.filter(({ name }) => /^Bộ (?!Chỉ huy)/.test(name))).toHaveLength(14);
    expect(readFileSync(new URL('../../resources/province-bodies.json', import.meta.url), 'utf8')).toBe(readFileSync(new URL('../../resources/province-bodies.json', import.meta.url), 'utf8').normalize('NFC'));
  });
});

describe('chọn vào danh bạ', () => {
  test('một việc thêm cả sở, ngành và xã, phường; «stc» ra Sở Tài chính; một lần hoàn tác gỡ hết', async () => {
    const { client } = openEngine();
    const bodies = await usual(client);
    const input = { ...anBinh, bodies, communes: 'Xã An Thượng\nPhường An Đông\nBình Khê' };
    const seen = await client.agencies.choose({ ...input, preview: true });
    expect(seen).toMatchObject({ added: bodies.length + 2, same: 0, leftOut: 1, act: null });
    expect(await names(client)).toEqual([]);
    const done = await client.agencies.choose(input);
    expect(done).toMatchObject({ added: bodies.length + 2, leftOut: 1 });
    expect(done.rows.at(-1)).toMatchObject({ name: 'Bình Khê', becomes: 'left-out', problem: expect.stringContaining('xã hay phường') as string });
    expect(await names(client, { text: 'stc' })).toContain('Sở Tài chính');
    expect((await names(client, { text: 'stc' }))[0]).toBe('Sở Tài chính');
    expect((await client.agencies.list({ text: 'ubnd an thuong' })).rows[0]).toMatchObject({ name: 'Ủy ban nhân dân xã An Thượng', shortName: 'UBND xã An Thượng', kind: 'commune' });
    expect((await client.groups.expand({ lines: ['Các Sở: Tài chính, Nội vụ', 'UBND các xã, phường'] })).rows[0]?.agencies.map(({ id }) => id === null)).toEqual([false, false]);
    expect(await client.agencies.choose(input)).toMatchObject({ added: 0, same: bodies.length + 2, act: null });
    expect(await client.agencies.undo({ act: done.act ?? 0 })).toMatchObject({ changed: bodies.length + 2, kept: 0 });
    expect(await names(client, { all: true })).toEqual([]);
  });

  test('không ghi đôi: tên đã có dưới cách viết khác, tên cũ, mục đã gộp, tên có tỉnh ở cuối', async () => {
    const { client } = openEngine();
    await client.agencies.save({ name: 'Sở Giáo dục & Đào tạo', shortName: 'Sở GDĐT' });
    await client.agencies.save({ name: 'Công an tỉnh An Bình' });
    await client.agencies.save({ name: 'UBND tỉnh' });
    const police = await client.agencies.save({ name: 'Thanh tra Nhà nước tỉnh', formerNames: [{ name: 'Thanh tra tỉnh', from: null, to: null }] });
    const kept = await client.agencies.save({ name: 'Sở Y tế tỉnh An Bình' });
    const twin = await client.agencies.save({ name: 'Sở Ytế' });
    await client.agencies.merge({ keep: kept.id, merge: [twin.id] });
    await client.agencies.save({ name: 'UBND xã Hoà Lộc' });
    const before = (await client.agencies.list({ all: true })).rows;
    const done = await client.agencies.choose({ ...anBinh, bodies: ['sgddt', 'ca', 'ubnd', 'ttr', 'syt', 'snv'].map((id) => ({ id })), communes: 'xã Hòa Lộc' });
    expect(done.rows.map(({ becomes, problem }) => [becomes, problem])).toEqual([
      ['same', 'Danh bạ đã có «Sở Giáo dục & Đào tạo».'],
      ['same', 'Danh bạ đã có «Công an tỉnh An Bình».'],
      ['same', 'Danh bạ đã có «UBND tỉnh».'],
      ['same', `Danh bạ đã có «${police.name}».`],
      ['same', 'Danh bạ đã có «Sở Y tế tỉnh An Bình».'],
      ['added', null],
      ['same', 'Danh bạ đã có «UBND xã Hoà Lộc».'],
    ]);
    expect((await client.agencies.list({ all: true })).rows.filter(({ name }) => name !== 'Sở Nội vụ')).toEqual(before);
    expect((await bodiesOf(client)).filter(({ known }) => known !== null).map(({ id }) => id).sort()).toEqual(['ca', 'sgddt', 'snv', 'syt', 'ttr', 'ubnd'].sort());
  });

  test('xã cũ cùng tên đã thôi ngày 30/06/2025: xã mới là mục khác, từ ngày sau; thư trước ngày ấy vẫn ra mục cũ', async () => {
    const { client } = openEngine();
    await client.agencies.save({ name: 'UBND xã An Thượng', validTo: '2025-06-30' });
    const done = await client.agencies.choose({ ...anBinh, communes: 'xã An Thượng' });
    expect(done.rows).toMatchObject([{ becomes: 'added', problem: 'Mục cũ cùng tên thôi từ 01/07/2025; lập mục mới từ ngày ấy.' }]);
    expect(await names(client)).toEqual(['Ủy ban nhân dân xã An Thượng']);
    expect(await names(client, { asOf: '2025-06-30' })).toEqual(['UBND xã An Thượng']);
  });

  test('tên cần điền thì chưa điền không vào; thiếu tỉnh thì tên cần tỉnh không vào; mã lạ bị từ chối, không ghi gì', async () => {
    const { client } = openEngine();
    const done = await client.agencies.choose({ ...anBinh, bodies: [{ id: 'kbnn' }, { id: 'hai-quan', fill: 'VII' }, { id: 'stc' }, { id: 'stc' }] });
    expect(done.rows.map(({ name, becomes, problem }) => [name, becomes, problem])).toEqual([
      ['Kho bạc Nhà nước khu vực', 'left-out', 'Chưa ghi khu vực số mấy.'],
      ['Chi cục Hải quan khu vực VII', 'added', null],
      ['Sở Tài chính', 'added', null],
      ['Sở Tài chính', 'left-out', 'Trùng tên với mục 3.'],
    ]);
    expect((await client.agencies.choose({ province: '', level: 'tỉnh', bodies: [{ id: 'ubnd' }, { id: 'ca' }], preview: true })).rows.map(({ becomes }) => becomes)).toEqual(['left-out', 'added']);
    const refused = await refusalOf(client.agencies.choose({ ...anBinh, bodies: [{ id: 'sxd' }, { id: 'khong-co' }] }));
    expect([refused.code, refused.message]).toEqual(['INPUT_INVALID', expect.stringContaining('không có mục «khong-co»')]);
    expect(await names(client)).toEqual(['Sở Tài chính', 'Chi cục Hải quan khu vực VII']);
  });

  test('danh sách xã, phường từ tệp: loại ở cột riêng, đề mục, dòng không rõ nói ra với số dòng của tệp', async () => {
    const { client } = openEngine();
    const file = new File(['DANH SÁCH\nSTT,Loại,Tên xã phường\n1,Xã,An Thượng\n2,Phường,An Đông\n,,CÁC XÃ\n3,,Bình Khê\n4,,Thị trấn Gia Lạc\n'], 'xã.csv', { type: 'text/csv' });
    expect(await client.agencies.communes({ file })).toEqual({ lines: ['xã An Thượng', 'phường An Đông', 'xã Bình Khê'], leftOut: [{ row: 7, text: 'Thị trấn Gia Lạc', problem: expect.stringContaining('thôi hoạt động') as string }] });
    expect((await client.agencies.communes({ file: new File(['STT,Xã\n1,An Thượng\n'], 'xã.csv') })).lines).toEqual(['xã An Thượng']);
    expect((await refusalOf(client.agencies.communes({ file: new File(['Mặt hàng,Giá\nGạo,2\n'], 'x.csv') }))).message).toContain('«Tên xã, phường»');
  });
});

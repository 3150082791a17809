import { describe, expect, test } from 'vitest';
import { refusalOf } from '../contract/suite.ts';
import { openEngine } from '../fixtures/open-engine.ts';

describe('nhóm cơ quan', () => {
  test('nhóm theo danh sách nhận tên và mã, tên chưa có thì thêm vào danh bạ; một hoàn tác gỡ cả nhóm và tên mới', async () => {
    const { client } = openEngine();
    const { id } = await client.agencies.save({ name: 'UBND huyện Kim Sơn' });
    const group = await client.groups.save({ name: 'UBND các huyện, thị xã, thành phố', members: ['UBND thành phố An Đông', id, 'UBND thị xã Cửa Lạch', 'UBND Huyện Kim Sơn'] });
    expect(group.members.map(({ name }) => name)).toEqual(['UBND thành phố An Đông', 'UBND huyện Kim Sơn', 'UBND thị xã Cửa Lạch']);
    expect(group.notices).toEqual(['«UBND huyện Kim Sơn» ghi hai lần trong nhóm; giữ một.', 'Đã thêm vào danh bạ: UBND thành phố An Đông; UBND thị xã Cửa Lạch.']);
    expect((await client.groups.expand({ lines: ['UBND các huyện, thị xã, thành phố', 'Như trên'] })).rows.map(({ group: of, agencies }) => [of, agencies.length])).toEqual([[group.id, 3], [null, 0]]);
    expect((await client.agencies.get({ id })).groups).toEqual([{ id: group.id, name: group.name }]);
    expect(await client.agencies.undo({ act: group.act ?? 0 })).toMatchObject({ changed: 3, kept: 0 });
    expect((await client.groups.list()).rows).toEqual([]);
    expect((await client.agencies.list()).rows.map(({ name }) => name)).toEqual(['UBND huyện Kim Sơn']);
  });

  test('thư năm 2024 giữ nơi nhận năm 2024: thành viên có ngày, nhóm có ngày', async () => {
    const { client } = openEngine();
    await client.groups.save({ name: 'Các chủ đầu tư', members: ['Sở Xây dựng', { agency: 'Sở Giao thông vận tải', to: '2025-02-28' }, { agency: 'Sở Tài chính', from: '2026-01-01' }] });
    await client.groups.save({ name: 'Ban Chỉ đạo 123', validFrom: '2024-01-01', validTo: '2024-12-31', members: ['Sở Xây dựng'] }).then(({ id }) => client.groups.save({ id, name: 'Các thành viên Ban Chỉ đạo 123' }));
    const on = async (asOf: string) => (await client.groups.expand({ lines: ['Các chủ đầu tư'], asOf })).rows[0]?.agencies.map(({ name }) => name);
    expect(await on('2024-06-01')).toEqual(['Sở Xây dựng', 'Sở Giao thông vận tải']);
    expect(await on('2026-06-01')).toEqual(['Sở Xây dựng', 'Sở Tài chính']);
    expect((await client.groups.list()).rows.map(({ name }) => name)).toEqual(['Các chủ đầu tư']);
    expect((await client.groups.list({ asOf: '2024-06-01' })).rows.map(({ name }) => name)).toEqual(['Các chủ đầu tư', 'Các thành viên Ban Chỉ đạo 123']);
    expect((await client.groups.list({ all: true })).rows).toHaveLength(2);
  });

  test('nhóm theo quy tắc: loại, trực thuộc (cả qua cấp giữa), trừ ai; thêm cơ quan là có ngay', async () => {
    const { client } = openEngine();
    const province = await client.agencies.save({ name: 'UBND tỉnh An Bình' });
    const region = await client.agencies.save({ name: 'Khu vực phía Bắc', kind: 'unit', parentId: province.id });
    const one = await client.agencies.save({ name: 'UBND xã Hòa Lộc', parentId: region.id });
    const two = await client.agencies.save({ name: 'UBND xã Cẩm Sơn', parentId: province.id });
    await client.agencies.save({ name: 'UBND xã Ngoài Tỉnh' });
    const group = await client.groups.save({ name: 'UBND các xã của tỉnh', rule: { kinds: ['commune'], parent: province.id, except: [two.id] } });
    expect(group.members.map(({ agencyId }) => agencyId)).toEqual([one.id]);
    await client.agencies.save({ name: 'UBND phường An Đông', parentId: province.id });
    expect((await client.groups.list()).rows[0]?.members.map(({ name }) => name)).toEqual(['UBND phường An Đông', 'UBND xã Hòa Lộc']);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['quy tắc không có loại', { name: 'N', rule: { kinds: [] } }, 'chưa chọn loại cơ quan nào'],
    ['quy tắc kèm danh sách', { name: 'N', rule: { kinds: ['unit'] }, members: ['Sở Y tế'] }, 'bỏ danh sách, hoặc bỏ quy tắc'],
    ['ngày ngược', { name: 'N', validFrom: '2026-02-01', validTo: '2026-01-01', members: [] }, 'trước ngày đầu'],
    ['ngày của thành viên ngược', { name: 'N', members: [{ agency: 'Sở Y tế', from: '2026-02-01', to: '2026-01-01' }] }, 'Thành viên thứ 1'],
    ['mã không có', { name: 'N', members: [41] }, 'không có cơ quan mã 41'],
    ['trùng tên nhóm', { name: 'các SỞ, ngành' }, 'đã có nhóm «Các sở, ngành»'],
    ['trùng tên cơ quan', { name: 'Sở Tài chính', members: [] }, 'là một cơ quan trong danh bạ'],
    ['nhóm không có', { id: 9, name: 'N' }, 'không có nhóm mã 9'],
    ['chủ quản không có', { name: 'N', rule: { kinds: ['unit'], parent: 50 } }, 'không có cơ quan mã 50'],
  ])('từ chối %s', async (_, input, message) => {
    const { client } = openEngine();
    await client.agencies.save({ name: 'Sở Tài chính' });
    await client.groups.save({ name: 'Các sở, ngành', rule: { kinds: ['department'], parent: null, except: [] } });
    expect((await refusalOf(client.groups.save(input as never))).message).toContain(message);
    expect((await client.agencies.list()).rows).toHaveLength(1);
  });

  test('nhóm chưa có ai thì nói ra, và mở rộng thành một nơi', async () => {
    const { client } = openEngine();
    const { notices } = await client.groups.save({ name: 'Các đặc khu', rule: { kinds: ['commune'], parent: null, except: [] } });
    expect(notices).toEqual([expect.stringContaining('hiện không có cơ quan nào')]);
    expect((await client.groups.expand({ lines: ['Các đặc khu'] })).rows[0]).toMatchObject({ agencies: [{ id: null, name: 'Các đặc khu' }] });
  });

  test('văn phòng mẫu: mọi dòng gọi chung của thư mở ra được từng cơ quan', async () => {
    const { client } = openEngine();
    await client.demo.load();
    const { rows } = await client.groups.expand({ lines: ['Các sở, ban, ngành tỉnh', 'UBND các xã, phường', 'Các chủ đầu tư sử dụng vốn đầu tư công', 'UBND xã Đại Lâm'] });
    expect(rows.map(({ agencies, notices }) => [agencies.length, agencies.every(({ id }) => id !== null), notices])).toEqual([[17, true, []], [25, true, []], [20, true, []], [1, true, []]]);
  });
});

import { describe, expect, test } from 'vitest';
import { refusalOf } from '../contract/suite.ts';
import { type Client, openEngine } from '../fixtures/open-engine.ts';

const csv = (text: string, name = 'danh bạ.csv'): File => new File([text], name, { type: 'text/csv' });
const names = async (client: Client, input: Parameters<Client['agencies']['list']>[0] = {}): Promise<string[]> => (await client.agencies.list(input)).rows.map(({ name }) => name);

describe('ghi một cơ quan', () => {
  test('tên ngắn, chữ viết tắt, loại được gợi ý; sửa gì ghi nấy; lịch sử kể lại; hoàn tác trả lại', async () => {
    const { client } = openEngine();
    const made = await client.agencies.save({ name: 'Sở  Nông nghiệp và Môi trường' });
    expect(made).toMatchObject({ name: 'Sở Nông nghiệp và Môi trường', shortName: 'Sở NN&MT', abbreviation: 'SNNMT', kind: 'department', notices: [] });
    const changed = await client.agencies.save({ id: made.id, name: made.name, phone: '0220 3853 001', codes: [{ code: 'H23.14' }], signers: [{ fullName: 'Trần Văn Minh', position: 'Giám đốc', from: '2025-03-01' }] });
    expect((await client.agencies.save({ id: made.id, name: made.name, phone: '0220 3853 001' })).act).toBeNull();
    const details = await client.agencies.get({ id: made.id });
    expect(details).toMatchObject({ phone: '0220 3853 001', codes: [{ code: 'H23.14', from: null, to: null }], signers: [{ fullName: 'Trần Văn Minh', position: 'Giám đốc', competence: null, from: '2025-03-01', to: null }] });
    expect(details.history.map(({ act, changes }) => [act, Object.keys(changes)])).toEqual([['agency', expect.arrayContaining(['id', 'name']) as string[]], ['agency-change', ['phone', 'codes', 'signers']]]);
    expect(details.history[1]?.changes.codes).toEqual([[], [{ code: 'H23.14', from: null, to: null }]]);
    expect(await client.agencies.undo({ act: changed.act ?? 0 })).toEqual({ changed: 1, kept: 0, notices: [] });
    expect(await client.agencies.get({ id: made.id })).toMatchObject({ phone: null, codes: [] });
    expect((await refusalOf(client.agencies.undo({ act: changed.act ?? 0 }))).message).toContain('đã được hoàn tác rồi');
    expect(await client.agencies.undo({ act: made.act ?? 0 })).toMatchObject({ changed: 1 });
    expect(await names(client)).toEqual([]);
  });

  test('đổi tên từ một ngày: tên cũ giữ lại với ngày của nó, tìm vẫn thấy; chữa chính tả thì không thành tên cũ', async () => {
    const { client } = openEngine();
    const { id } = await client.agencies.save({ name: 'Cục Thuế tỉnh An Bình', validFrom: '1990-10-01' });
    await client.agencies.save({ id, name: 'Thuế tỉnh An Bình', renamedOn: '2025-03-01' });
    const { formerNames, shortName } = await client.agencies.save({ id, name: 'Thuế tỉnh An bình' });
    expect([formerNames, shortName]).toEqual([[{ name: 'Cục Thuế tỉnh An Bình', from: '1990-10-01', to: '2025-02-28' }], 'Thuế tỉnh An bình']);
    expect(await names(client, { text: 'cuc thue' })).toEqual(['Thuế tỉnh An bình']);
    expect((await refusalOf(client.agencies.save({ id, name: 'Thuế An Bình', renamedOn: '2025-03-01' }))).message).toContain('không sau ngày 01/03/2025');
    expect((await refusalOf(client.agencies.save({ id, name: 'Thuế An Bình', renamedOn: '2025-02-30' }))).message).toContain('không có trong lịch');
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['tên chỉ khác chỗ đặt dấu', { name: 'UBND xã Hoà Lộc' }, 'Danh bạ đã có «Ủy ban nhân dân xã Hòa Lộc»'],
    ['ngày ngược', { name: 'Sở Y tế', validFrom: '2026-01-01', validTo: '2025-01-01' }, 'ngày cuối 01/01/2025 trước ngày đầu 01/01/2026'],
    ['ngày không có', { name: 'Sở Y tế', validTo: '2025-02-29' }, 'không có trong lịch'],
    ['mã dài', { name: 'Sở Y tế', codes: [{ code: 'X'.repeat(36) }] }, 'dài quá 35 ký tự'],
    ['mã của cơ quan khác', { name: 'Sở Y tế', codes: [{ code: 'H23.01' }] }, 'đang là của «Sở Tài chính»'],
    ['mã ghi hai lần', { name: 'Sở Y tế', codes: [{ code: 'H23.09' }, { code: 'H23.09' }] }, 'ghi hai lần'],
    ['chủ quản không có', { name: 'Sở Y tế', parentId: 99 }, 'không có cơ quan mã 99'],
    ['kế thừa chính mình', { id: 1, name: 'Sở Tài chính', succeededBy: 1 }, 'chính nó'],
    ['chủ quản thành vòng', { id: 1, name: 'Sở Tài chính', parentId: 3 }, 'thành vòng'],
    ['chữ trắng', { name: ' \u200B ' }, 'Chưa ghi tên cơ quan.'],
    ['mã không có', { id: 77, name: 'Sở Y tế' }, 'không có cơ quan mã 77'],
  ])('từ chối %s', async (_, input, message) => {
    const { client } = openEngine();
    await client.agencies.save({ name: 'Sở Tài chính', codes: [{ code: 'H23.01' }] });
    await client.agencies.save({ name: 'Ủy ban nhân dân xã Hòa Lộc' });
    await client.agencies.save({ name: 'Chi cục Tài chính doanh nghiệp', parentId: 1 });
    expect((await refusalOf(client.agencies.save(input as never))).message).toContain(message);
  });

  test('mã cũ hết hạn thì cơ quan khác dùng được; tên chỉ khác dấu thì báo; cơ quan cũ đã đóng thì lập lại tên ấy được', async () => {
    const { client } = openEngine();
    await client.agencies.save({ name: 'UBND xã Dương Lâm', codes: [{ code: 'H23.40', to: '2025-06-30' }], validTo: '2025-06-30' });
    expect((await client.agencies.save({ name: 'UBND xã Đường Lâm', codes: [{ code: 'H23.40', from: '2025-07-01' }] })).notices).toEqual(['Danh bạ còn có «UBND xã Dương Lâm», chỉ khác dấu; gộp hai mục nếu là một.']);
    await client.agencies.save({ name: 'UBND xã Dương Lâm', validFrom: '2025-07-01' });
    expect(await names(client, { asOf: '2024-01-01' })).toEqual(['UBND xã Dương Lâm', 'UBND xã Đường Lâm']);
    expect((await client.agencies.list({ all: true })).rows).toHaveLength(3);
    expect((await refusalOf(client.agencies.list({ asOf: '2024-13-01' }))).message).toContain('không có trong lịch');
  });
});

describe('gộp mục trùng', () => {
  test('mục gộp trỏ về mục giữ, tìm và thư cũ ra mục giữ; không gộp vào chính mình, vào mục đã gộp; hoàn tác được', async () => {
    const { client } = openEngine();
    const kept = await client.agencies.save({ name: 'Sở Tài chính' });
    const twin = await client.agencies.save({ name: 'Sở Tài chánh' });
    const other = await client.agencies.save({ name: 'Sở Tài chính - Vật giá' });
    const { act } = await client.agencies.merge({ keep: kept.id, merge: [twin.id] });
    expect(await names(client)).toEqual(['Sở Tài chính', 'Sở Tài chính - Vật giá']);
    expect((await client.groups.expand({ lines: ['Sở Tài chánh'] })).rows[0]?.agencies).toEqual([{ id: kept.id, name: 'Sở Tài chánh' }]);
    expect((await refusalOf(client.agencies.merge({ keep: kept.id, merge: [kept.id] }))).message).toContain('không gộp vào chính nó');
    expect((await refusalOf(client.agencies.merge({ keep: twin.id, merge: [kept.id] }))).message).toContain('đã gộp vào «Sở Tài chính»');
    expect((await refusalOf(client.agencies.merge({ keep: other.id, merge: [twin.id] }))).message).toContain('hoàn tác lần gộp ấy trước');
    expect((await refusalOf(client.agencies.merge({ keep: kept.id, merge: [twin.id] }))).message).toContain('gộp rồi');
    expect((await refusalOf(client.agencies.save({ id: twin.id, name: 'Sở khác' }))).message).toContain('sửa mục ấy');
    // a chain: what was merged is merged on
    await client.agencies.merge({ keep: other.id, merge: [kept.id] });
    expect((await client.groups.expand({ lines: ['Sở Tài chánh'] })).rows[0]?.agencies[0]?.id).toBe(other.id);
    expect(await client.agencies.undo({ act })).toMatchObject({ changed: 1 });
    expect(await names(client)).toEqual(['Sở Tài chánh', 'Sở Tài chính - Vật giá']);
  });
});

describe('nhập và xuất danh bạ', () => {
  const sheet = 'DANH BẠ\nTT,Tên cơ quan,Viết tắt,Cơ quan chủ quản,Mã định danh,Từ ngày,Đến ngày,Kế thừa bởi\n1,Chi cục Kiểm lâm,CCKL,Sở Nông nghiệp và Môi trường,H23.14.02,,,\n2,Sở Nông nghiệp và Môi trường,,,H23.14,01/03/2025,,\n3,Sở Tài nguyên và Môi trường,,,,,28/02/2025,Sở Nông nghiệp và Môi trường\n4,Sở Tài nguyên và Môi trường,,,,,,\n5,,,,,,,\n6,Sở Y tế,,Sở Không có,,31/02/2026,,\n7,Sở Y tế,,Sở Không có,,,,\n';

  test('xem trước không ghi gì; nhập thì nối chủ quản, kế thừa; nhập lần hai không thêm; một lần hoàn tác gỡ hết', async () => {
    const { client } = openEngine();
    const seen = await client.agencies.import({ file: csv(sheet), preview: true });
    expect(seen.rows.map(({ row, name, becomes, problem }) => [row, name, becomes, problem])).toEqual([
      [3, 'Chi cục Kiểm lâm', 'added', null],
      [4, 'Sở Nông nghiệp và Môi trường', 'added', null],
      [5, 'Sở Tài nguyên và Môi trường', 'added', null],
      [6, 'Sở Tài nguyên và Môi trường', 'left-out', 'trùng tên với dòng 5'],
      [8, 'Sở Y tế', 'left-out', expect.stringContaining('từ ngày') as string],
      [9, 'Sở Y tế', 'added', 'Cơ quan chủ quản «Sở Không có» không có trong danh bạ hay trong tệp; bỏ trống.'],
    ]);
    expect(await names(client, { all: true })).toEqual([]);
    const done = await client.agencies.import({ file: csv(sheet) });
    expect([done.added, done.changed, done.leftOut]).toEqual([4, 0, 2]);
    const rows = (await client.agencies.list({ all: true })).rows;
    const of = (name: string) => rows.find((row) => row.name === name);
    expect(of('Chi cục Kiểm lâm')).toMatchObject({ abbreviation: 'CCKL', kind: 'unit', parentId: of('Sở Nông nghiệp và Môi trường')?.id });
    expect(of('Sở Tài nguyên và Môi trường')).toMatchObject({ validTo: '2025-02-28', succeededBy: of('Sở Nông nghiệp và Môi trường')?.id });
    const again = await client.agencies.import({ file: csv(sheet) });
    expect([again.added, again.changed, again.act]).toEqual([0, 0, null]);
    expect(await client.agencies.undo({ act: done.act ?? 0 })).toEqual({ changed: 4, kept: 0, notices: [] });
    expect(await names(client, { all: true })).toEqual([]);
  });

  test('tệp xuất ra nhập lại được, không đổi gì', async () => {
    const { client } = openEngine();
    await client.agencies.import({ file: csv(sheet) });
    const file = await client.agencies.export();
    expect(file.name).toBe('Danh bạ cơ quan.xlsx');
    const back = await client.agencies.import({ file });
    expect(back.rows.map(({ becomes }) => becomes)).toEqual(['same', 'same', 'same', 'same']);
    const { client: elsewhere } = openEngine();
    await elsewhere.agencies.import({ file });
    const plain = async (from: Client) => (await from.agencies.list({ all: true })).rows.map(({ name, kind, validTo, shortName }) => [name, kind, validTo, shortName]);
    expect(await plain(elsewhere)).toEqual(await plain(client));
  });

  test.each([
    ['bảng tính loại khác', csv('Mặt hàng,Giá\nGạo,20000\n'), 'không có dòng tiêu đề với cột «Tên cơ quan»'],
    ['tệp PDF', new File(['%PDF-1.4'], 'ds.pdf'), 'là tệp PDF'],
    ['tệp trống', new File([''], 'ds.xlsx'), 'trống'],
  ])('từ chối %s bằng một câu', async (_, file, message) => {
    const { client } = openEngine();
    expect((await refusalOf(client.agencies.import({ file }))).message).toContain(message);
  });

  test('34 tỉnh, thành phố năm 2026 cùng những tỉnh cũ đã sáp nhập vào danh bạ', async () => {
    const { client } = openEngine();
    const { added, leftOut } = await client.agencies.import({ shipped: 'provinces-2026' });
    expect([leftOut, added]).toEqual([0, 64]);
    expect((await client.agencies.list()).rows).toHaveLength(34);
    for (const asOf of ['2024-06-30', '2025-06-30']) expect((await client.agencies.list({ asOf })).rows).toHaveLength(63);
    expect((await client.groups.expand({ lines: ['UBND tỉnh Hải Dương'] })).rows[0]?.notices).toEqual(['UBND tỉnh Hải Dương đã kết thúc hoạt động từ ngày 30/06/2025, kế thừa bởi UBND thành phố Hải Phòng.']);
    expect(await names(client, { text: 'tinh dong nai' })).toEqual(['UBND thành phố Đồng Nai']);
    expect((await client.agencies.import({ shipped: 'provinces-2026' })).act).toBeNull();
  });
});

test('hoàn tác giữ lại mục đã sửa tiếp hoặc đã có nhóm dùng; hoàn tác của hoàn tác làm lại', async () => {
  const { client } = openEngine();
  const { act } = await client.agencies.import({ file: csv('Tên cơ quan\nSở Y tế\nSở Nội vụ\nSở Tư pháp\n') });
  const [health, home] = (await client.agencies.list()).rows.map(({ id }) => id);
  await client.agencies.save({ id: health ?? 0, name: (await client.agencies.get({ id: health ?? 0 })).name, phone: '113' });
  await client.groups.save({ name: 'Tổ công tác 12', members: [home ?? 0] });
  const undone = await client.agencies.undo({ act: act ?? 0 });
  expect(undone).toEqual({ changed: 1, kept: 2, notices: ['2 mục đã được sửa hoặc dùng đến sau đó nên giữ nguyên.'] });
  expect((await client.agencies.list()).rows).toHaveLength(2);
  expect((await refusalOf(client.agencies.undo({ act: 999 }))).code).toBe('NOT_FOUND');
});

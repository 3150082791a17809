import { describe, expect, test } from 'vitest';
import { changedGiven, overNewest } from '../../renderer/features/incoming/entry/changed-given.ts';
import { blankForm, formOf, isBlank, likePrevious, modelOf, withField, withGuessedType, withModel } from '../../renderer/features/incoming/entry/entry-form.ts';
import { readEntry } from '../../renderer/features/incoming/entry/read-entry.ts';
import { registerOnce } from '../../renderer/features/incoming/entry/register-once.ts';
import type { SaveTry } from '../../renderer/components/entry/form-shelf.ts';
import { openEngine } from '../fixtures/open-engine.ts';

const today = '2026-11-20';
const blank = blankForm(today);
const filled = { ...blank, organName: 'Sở Tài chính', code: ' 2953 / STC – QLNS', issuedDate: '18', subject: 'báo cáo', dueDate: '+10n', pages: '1.200', signerName: 'Nguyễn Văn An', toPlaces: 'Phòng Kinh tế ngành' };
const read = (form: typeof blank, lastArrival: string | null = null) => readEntry(form, { today, lastArrival });

test('phiếu mới: ngày đến là hôm nay, ngày của văn bản để trống', () => {
  expect(blank).toMatchObject({ arrivalDate: '20/11/2026', issuedDate: '', priority: '0' });
  expect(isBlank(blank)).toBe(true);
  expect(isBlank({ ...blank, note: 'x' })).toBe(false);
});

test('phiếu đọc thành dòng sổ', () => {
  expect(read(filled)).toMatchObject({ problems: {}, backdated: false, given: { organName: 'Sở Tài chính', code: '2953/STC-QLNS', issuedDate: '2026-11-18', arrivalDate: today, dueDate: '2026-11-30', pages: 1200, copies: null, signer: { fullName: 'Nguyễn Văn An', position: '' } } });
});

describe('điều được nhắc', () => {
  test.each([
    [{ issuedDate: '25/11/2026' }, 'issuedDate', 'sau ngày đến 20/11/2026'],
    [{ issuedDate: '1/10/2025' }, 'issuedDate', 'hơn một năm'],
    [{ issuedDate: '18/11/2020' }, 'issuedDate', '6 năm'],
    [{ arrivalDate: '21/11/2026' }, 'arrivalDate', 'còn ở phía trước'],
    [{ arrivalDate: '19/11/2026' }, 'arrivalDate', 'Không phải hôm nay'],
    [{ dueDate: '19/11/2026' }, 'dueDate', 'Hạn ở trước ngày đến'],
    [{ dueDate: '22/11/2026' }, 'dueDate', 'Chủ Nhật'],
  ] as const)('%o', (change, field, said) => {
    expect(read({ ...filled, ...change }).remarks[field]).toContain(said);
  });
  test.each([
    [{ organName: ' ' }, 'organName'],
    [{ subject: '' }, 'subject'],
    [{ issuedDate: '45' }, 'issuedDate'],
    [{ dueDate: 'mai' }, 'dueDate'],
    [{ arrivalDate: '' }, 'arrivalDate'],
    [{ pages: 'ba' }, 'pages'],
    [{ copies: '9999999' }, 'copies'],
    [{ code: 'x'.repeat(61) }, 'code'],
  ] as const)('%o thì chưa vào sổ được', (change, field) => {
    expect(read({ ...filled, ...change }).problems[field]).toBeTruthy();
  });
  test('ngày lùi đòi lý do, năm khác là sổ khác', () => {
    expect(read({ ...filled, arrivalDate: '18/11/2026' }, '2026-11-19')).toMatchObject({ backdated: true, problems: { backdateReason: 'Ghi vì sao vào sổ với ngày lùi.' } });
    expect(read({ ...filled, arrivalDate: '18/11/2026', backdateReason: 'nghỉ ốm' }, '2026-11-19').problems).toEqual({});
    expect(read({ ...filled, arrivalDate: '31/12/2025' }, '2026-11-19').backdated).toBe(false);
  });
});

describe('loại đoán từ ký hiệu', () => {
  test('đoán khi chưa ai ghi, đổi theo ký hiệu, bỏ được', () => {
    const guessed = withGuessedType({ ...blank, code: '1/QĐ-UBND' });
    expect(guessed).toMatchObject({ typeName: 'Quyết định', typeGuess: 'QĐ' });
    expect(withGuessedType({ ...guessed, code: '1/TTr-STC' })).toMatchObject({ typeName: 'Tờ trình', typeGuess: 'TTr' });
    const declined = withField(guessed, 'typeName', '');
    expect(withGuessedType(declined)).toMatchObject({ typeName: '', typeGuess: '-' });
    expect(withGuessedType(withField(guessed, 'typeName', 'Báo cáo'))).toMatchObject({ typeName: 'Báo cáo', typeGuess: '' });
  });
});

test('nhập giống văn bản trước: trừ số, ngày, trích yếu; ô đã ghi thì giữ', () => {
  const next = likePrevious({ ...blank, organName: 'Sở Nội vụ' }, { ...filled, priority: '2' });
  expect(next).toMatchObject({ organName: 'Sở Nội vụ', code: '', issuedDate: '', subject: '', toPlaces: 'Phòng Kinh tế ngành', priority: '2', signerName: 'Nguyễn Văn An' });
});

test('mẫu giữ hạn theo số ngày sau ngày đến, không giữ số và ngày', () => {
  const model = modelOf(filled, today);
  expect(model).toMatchObject({ organName: 'Sở Tài chính', subject: 'báo cáo', dueDate: '+10n' });
  expect(model).not.toHaveProperty('code');
  const used = withModel(blankForm('2026-12-01'), { ...model, xau: 'bỏ qua', code: '9/X' });
  expect(used).toMatchObject({ code: '', organName: 'Sở Tài chính', dueDate: '+10n' });
  expect(readEntry(used, { today: '2026-12-01', lastArrival: null }).given.dueDate).toBe('2026-12-11');
});

describe('với sổ thật', () => {
  const registration = { given: read(filled).given, files: [], doubleReason: '', backdateReason: '' };

  test('sửa chỉ gửi ô đã đổi, quyền hạn ký ở lại với tên, phần của người khác không bị đè', async () => {
    const { client } = openEngine();
    const { id } = await client.incoming.register({ organName: 'Sở Nội vụ', subject: 'một', arrivalDate: today, signer: { competence: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC', fullName: 'Trần Thị Bình' } });
    const line = await client.incoming.get({ id });
    const form = { ...formOf(line), signerPosition: 'QUYỀN GIÁM ĐỐC' };
    expect(changedGiven(line, formOf(line), today)).toEqual({});
    expect(changedGiven(line, form, today)).toEqual({ signer: { fullName: 'Trần Thị Bình', position: 'QUYỀN GIÁM ĐỐC', competence: 'KT. GIÁM ĐỐC' } });
    await client.incoming.update({ id, note: 'người khác ghi' });
    expect(overNewest(formOf(line), form, formOf(await client.incoming.get({ id })))).toMatchObject({ note: 'người khác ghi', signerPosition: 'QUYỀN GIÁM ĐỐC' });
  });

  test('câu trả lời thất lạc: lần sau tìm ra dòng đã vào; dòng giống thế từ trước thì không bị nhận nhầm', async () => {
    const { client } = openEngine();
    await client.incoming.register(registration.given);
    const { nextNumber } = await client.incoming.check({ arrivalDate: today });
    let tried: SaveTry | null = null;
    const remember = (next: SaveTry | null): void => void (tried = next);
    const losing = { list: client.incoming.list, register: async (input: Parameters<typeof client.incoming.register>[0]) => (await client.incoming.register(input), Promise.reject(new TypeError('Failed to fetch'))) };
    await expect(registerOnce(losing as unknown as typeof client.incoming, registration, nextNumber, tried, remember)).rejects.toThrow('Failed to fetch');
    expect(tried).toEqual({ from: 2, year: 2026 });
    const again = await registerOnce(client.incoming, registration, 3, tried, remember);
    expect(again).toMatchObject({ arrivalNumber: 2 });
    expect((await client.incoming.list({ limit: 10 })).total).toBe(2);
    const other = await registerOnce(client.incoming, { ...registration, given: { ...registration.given, subject: 'khác' } }, 3, tried, remember);
    expect(other.arrivalNumber).toBe(3);
  });
});

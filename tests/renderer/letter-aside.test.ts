// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { asideShelf, deskMark } from '../../renderer/features/letter/letter-aside.ts';
import { emptyLetter, type Letter } from '../../shared/letter/letter.ts';

beforeEach(() => localStorage.clear());

const aside = (letter: Partial<Letter>, mark = 'ban-1', at = 1) => ({ mark, letter: { ...emptyLetter('UBND-VP'), ...letter }, revision: 3, at });

test.each<[string, Partial<Letter>]>([
  ['kính gửi 501 ký tự', { addressees: ['x'.repeat(501)] }],
  ['người soạn 61 ký tự', { archive: { units: 'VT', drafter: 'x'.repeat(61), copies: null } }],
  ['mục đích gửi 101 ký tự', { recipients: [{ name: 'Như trên', purpose: 'x'.repeat(101) }] }],
  ['tên phụ lục 501 ký tự', { appendices: [{ title: 'x'.repeat(501), columns: [{ header: 'STT', kind: 'ordinal' }, { header: 'Số', kind: 'number', total: true }], rows: [['12'], [7], [null]] }] }],
  ['chức vụ khác của người ký, ép vừa trang', { signer: { competence: null, position: 'GIÁM ĐỐC', otherPosition: 'Trưởng Ban Chỉ đạo', fullName: 'Trần Minh Đức' }, fitPage: true }],
  [
    'dòng nhóm, dòng cộng, dòng thường của bảng',
    { appendices: [{ title: '', columns: [{ header: 'Đơn vị', kind: 'text' }], rows: [{ group: 'I', cells: ['Khối sở'] }, { item: true, cells: ['Cộng đồng'] }, { subtotal: true, cells: ['Cộng'] }, ['Xã A']] }] },
  ],
  ['ngày không có trong lịch', { issuedDate: '2026-02-31' }],
])('chữ sổ từ chối vẫn đọc lại được nguyên vẹn: %s', (_name, letter) => {
  const shelf = asideShelf(localStorage, 'a');
  shelf.put(5, aside(letter));
  expect(shelf.find(5)).toEqual(aside(letter));
});

test('mỗi thư mục dữ liệu một ngăn: chữ của cơ quan này không mở ra ở cơ quan khác', () => {
  asideShelf(localStorage, 'a').put(5, aside({ subject: 'của a' }));
  expect(asideShelf(localStorage, 'b').find(5)).toBeNull();
  expect(asideShelf(localStorage, 'a').find(5)?.letter.subject).toBe('của a');
  expect(asideShelf(localStorage, 'a').find(55)).toBeNull();
  expect(asideShelf(localStorage, 'a').find(null)).toBeNull();
});

test('mỗi bàn một chỗ: văn bản mới này không đè văn bản mới kia, lấy bản mới nhất trước, bỏ chỉ bỏ của mình', () => {
  const shelf = asideShelf(localStorage, 'a');
  shelf.put(null, aside({ subject: 'trước' }, 'ban-1', 10));
  shelf.put(null, aside({ subject: 'sau' }, 'ban-2', 20));
  expect(shelf.find(null)?.letter.subject).toBe('sau');
  expect(shelf.find(null, 'ban-1')?.letter.subject).toBe('trước');
  shelf.drop(null, 'ban-2');
  expect(shelf.find(null)?.letter.subject).toBe('trước');
  shelf.drop(null, 'ban-1');
  expect(shelf.find(null)).toBeNull();
});

test('ngăn hỏng thì coi như không có, không chặn việc mở văn bản', () => {
  localStorage.setItem('letter-aside/a/5/ban-1', '{"letter":');
  localStorage.setItem('letter-aside/a/5/ban-2', '{"letter":{"subject":5},"revision":1,"at":1}');
  expect(asideShelf(localStorage, 'a').find(5)).toBeNull();
});

test('hết chỗ chứa thì không ném lỗi', () => {
  const full = { ...localStorage, setItem: () => { throw new DOMException('full', 'QuotaExceededError'); } } as Storage;
  expect(() => asideShelf(full, 'a').put(5, aside({}))).not.toThrow();
});

test('hai bàn không bao giờ chung dấu', () => {
  expect(new Set(Array.from({ length: 1000 }, deskMark)).size).toBe(1000);
});

import { expect, test } from 'vitest';
import { emptyLetter, type Letter } from '../../shared/letter/letter.ts';
import { isUnwritten } from '../../shared/letter/unwritten.ts';

const bare = emptyLetter('UBND-VP');
const table: Letter['appendices'][number] = { title: '', columns: [{ header: 'Đơn vị', kind: 'text' }], rows: [[null]] };
const duty: Letter['obligations'][number] = { agencies: [], what: '', due: null, time: null, recurrence: null };

test.each<[string, Partial<Letter>]>([
  ['như lúc mở', {}],
  ['chỉ chọn loại, ký hiệu, ngày, độ khẩn', { typeName: 'Quyết định', codeNotation: 'QĐ-UBND', issuedDate: '2026-11-20', priority: 2 }],
  ['xóa «Như trên», để lại dòng trống', { recipients: [{ name: ' ' }] }],
  ['chỉ có khoảng trắng và dấu cách không ngắt', { subject: '  ', body: '\n \n', addressees: ['', '  '] }],
  ['bảng phụ lục chưa điền', { appendices: [table] }],
  ['việc chưa ghi gì', { obligations: [duty] }],
  ['bỏ cả VT', { archive: { units: '', drafter: null, copies: null } }],
])('chưa viết gì: %s', (_, patch) => {
  expect(isUnwritten({ ...bare, ...patch })).toBe(true);
});

test.each<[string, Partial<Letter>]>([
  ['trích yếu', { subject: 'v' }],
  ['nội dung chỉ có dấu', { body: '…' }],
  ['kính gửi', { addressees: ['', 'Sở Y tế'] }],
  ['nơi nhận', { recipients: [{ name: 'Như trên' }, { name: 'Sở Y tế' }] }],
  ['mục đích gửi', { recipients: [{ name: 'Như trên', purpose: 'để b/c' }] }],
  ['người ký', { signer: { ...bare.signer, fullName: 'Trần Minh Đức' } }],
  ['chức vụ khác', { signer: { ...bare.signer, otherPosition: 'Trưởng ban' } }],
  ['người soạn', { archive: { units: 'VT', drafter: 'Lan', copies: null } }],
  ['số bản', { archive: { units: 'VT', drafter: null, copies: 0 } }],
  ['nơi lưu khác', { archive: { units: 'VT, TH', drafter: null, copies: null } }],
  ['tên phụ lục', { appendices: [{ ...table, title: 'Danh sách' }] }],
  ['một số không trong bảng', { appendices: [{ ...table, rows: [[0]] }] }],
  ['hạn của một việc', { obligations: [{ ...duty, due: '2026-11-30' }] }],
])('đã viết: %s', (_, patch) => {
  expect(isUnwritten({ ...bare, ...patch })).toBe(false);
});

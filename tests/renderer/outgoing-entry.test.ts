import { describe, expect, test } from 'vitest';
import { blankOutgoing, isBlankOutgoing, likePreviousOutgoing } from '../../renderer/features/outgoing-entry/outgoing-form.ts';
import { readOutgoing, type OutgoingContext } from '../../renderer/features/outgoing-entry/read-outgoing.ts';

const context: OutgoingContext = {
  today: '2026-11-20',
  rules: [{ name: 'Quyết định', typeNames: ['Quyết định'] }, { name: 'tư vấn', typeNames: [] }],
  books: [
    { series: 'chung', year: 2026, next: 146, open: true, lastDate: '2026-11-19' },
    { series: 'Quyết định', year: 2026, next: 9, open: true, lastDate: null },
  ],
  reserved: [{ id: 7, codeNumber: 140, codeNotation: 'UBND-VP', series: 'chung', year: 2026, reservedReason: 'chờ ký' }],
};
const form = { ...blankOutgoing('2026-11-20', 'UBND-VP'), subject: 'báo cáo' };

test.each([
  [{}, '146/UBND-VP', 'chung', 'Công văn'],
  [{ codeNotation: 'QĐ-UBND' }, '09/QĐ-UBND', 'Quyết định', 'Quyết định'],
  [{ typeName: 'quyet dinh' }, '09/UBND-VP', 'Quyết định', 'Quyết định'],
  [{ series: 'tư vấn' }, '01/UBND-VP', 'tư vấn', 'Công văn'],
  [{ reserved: '7' }, '140/UBND-VP', 'chung', 'Công văn'],
  [{ codeNotation: 'BC – UBND' }, '146/BC-UBND', 'chung', 'Báo cáo'],
])('%o sẽ lấy số %s', (change, code, series, typeName) => {
  const read = readOutgoing({ ...form, ...change }, context);
  expect(read).toMatchObject({ code, series, problems: {}, given: { typeName } });
});

describe('chưa cấp số được', () => {
  test.each([
    [{ codeNotation: '' }, 'codeNotation'],
    [{ codeNotation: 'UBND VP' }, 'codeNotation'],
    [{ subject: ' ' }, 'subject'],
    [{ issuedDate: '' }, 'issuedDate'],
    [{ issuedDate: '30/2' }, 'issuedDate'],
    [{ issuedDate: '1/1/2062' }, 'issuedDate'],
    [{ copies: 'bảy' }, 'copies'],
    [{ reserved: '99' }, 'reserved'],
    [{ reserved: '7', issuedDate: '3/2/2025' }, 'reserved'],
    [{ issuedDate: '18/11' }, 'backdateReason'],
  ] as const)('%o', (change, field) => {
    expect(readOutgoing({ ...form, ...change }, context).problems[field]).toBeTruthy();
  });
});

test('ngày lùi có lý do thì được, dùng số giữ thì không phải ngày lùi', () => {
  expect(readOutgoing({ ...form, issuedDate: '18/11', backdateReason: 'ký hôm trước' }, context)).toMatchObject({ backdated: true, problems: {} });
  expect(readOutgoing({ ...form, issuedDate: '18/11', reserved: '7' }, context)).toMatchObject({ backdated: false, problems: {}, given: { reserved: 7 } });
});

test('nhập giống văn bản trước: trừ ngày, trích yếu và số giữ', () => {
  const before = { ...form, addressees: 'Sở Tài chính\nSở Nội vụ', reserved: '7', codeNotation: 'BQLDA-KT', signerName: 'Ngô Văn Lâm' };
  expect(likePreviousOutgoing(blankOutgoing('2026-11-20', 'UBND-VP'), before)).toMatchObject({ codeNotation: 'BQLDA-KT', addressees: 'Sở Tài chính\nSở Nội vụ', reserved: '', subject: '', signerName: 'Ngô Văn Lâm' });
  expect(isBlankOutgoing(blankOutgoing('2026-11-20', 'UBND-VP'))).toBe(true);
});

import { describe, expect, test } from 'vitest';
import { issueNumber } from '../../renderer/features/letter/issue-number.ts';

const today = '2026-11-20';
const book = { kind: 'outgoing', series: 'chung', year: 2026, next: 146, open: true, lastDate: '2026-11-19' } as const;
const kept = { status: 'reserved', series: 'chung', year: 2026, codeNumber: 140, codeNotation: 'UBND-VP' };
const wanted = { day: today, today, codeNotation: 'UBND-VP', series: 'chung', books: [book], kept: null };

describe('số của văn bản sắp cấp', () => {
  test.each([
    ['số kế tiếp, đúng thứ tự ngày', {}, { code: '146/UBND-VP', backdated: false, refused: null, warnings: [] }],
    ['cùng ngày với số liền trước', { day: '2026-11-19' }, { code: '146/UBND-VP', backdated: false }],
    ['trước ngày số liền trước thì là lùi ngày', { day: '2026-11-18' }, { code: '146/UBND-VP', backdated: true, refused: null, warnings: [expect.stringMatching(/trước ngày 19\/11\/2026/) as string] }],
    ['số giữ trước ngày ấy không phải lùi ngày', { day: '2026-11-18', kept }, { code: '140/UBND-VP', next: '146/UBND-VP', backdated: false, refused: null, warnings: [] }],
    ['số giữ của năm khác', { day: '2027-01-05', kept }, { refused: expect.stringMatching(/giữ trong sổ năm 2026, văn bản lại đề năm 2027/) as string }],
    ['số giữ đã dùng nơi khác', { kept: { ...kept, status: 'cancelled' } }, { refused: expect.stringMatching(/đã dùng hoặc đã hủy/) as string }],
    ['số giữ của dãy khác, ký hiệu khác thì nhắc', { kept: { ...kept, series: 'Quyết định', codeNotation: 'QĐ-UBND' } }, { code: '140/UBND-VP', refused: null, warnings: [expect.stringMatching(/dãy «Quyết định»/) as string, expect.stringMatching(/ký hiệu QĐ-UBND/) as string] }],
    ['năm gõ nhầm', { day: '2062-11-20' }, { refused: expect.stringMatching(/còn quá xa/) as string }],
    ['sổ chưa đọc xong', { books: undefined }, { code: null, backdated: false, warnings: [] }],
    ['năm sau, sổ chưa có số nào', { day: '2027-01-05', today: '2027-01-05' }, { code: '01/UBND-VP', backdated: false, warnings: [] }],
  ])('%s', (_, change, expected) => {
    expect(issueNumber({ ...wanted, ...change })).toMatchObject(expected);
  });
});

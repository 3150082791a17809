import { describe, expect, it } from 'vitest';
import { Letter } from '../../shared/contract/letter-schema.ts';
import { layoutLetter } from '../../shared/letter/layout-letter.ts';
import type { Columns } from '../../shared/letter/layout-model.ts';
import { letterNotices, mayPointBack } from '../../shared/letter/letter-notices.ts';
import { defaultLetterForm } from '../../shared/letter/office.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

const fields = (changes: Parameters<typeof sampleLetter>[0]): string[] => letterNotices(sampleLetter(changes)).map(({ field }) => field);

describe('điều cần hỏi lại trước khi phát hành', () => {
  it.each(['Công văn', 'Tờ trình', 'Báo cáo', 'Quyết định'])('%s không có Kính gửi: «Như trên» không được mời và được hỏi lại', (typeName) => {
    expect(mayPointBack({ typeName, addressees: ['', ' '] })).toBe(false);
    expect(fields({ typeName, addressees: [] })).toEqual(['recipients.0']);
    expect(fields({ typeName, addressees: ['Sở Nội vụ'] })).toEqual([]);
    expect(fields({ typeName, addressees: [], recipients: [{ name: 'Sở Nội vụ' }] })).toEqual([]);
  });

  it.each(['Giấy giới thiệu', 'Công điện', 'Giấy mời'])('%s có nơi nhận riêng nên «Như trên» đúng', (typeName) => {
    expect(fields({ typeName, addressees: [] })).toEqual([]);
  });

  const signed = (fullName: string) => ({ signer: { competence: null, position: 'GIÁM ĐỐC', fullName } });
  it.each([['PGS.TS. NGUYỄN VĂN AN', 1], ['TS Nguyễn Văn An', 1], ['BSCKII. Trần Hà', 1], ['ông Lê An', 1], ['Đ/c Nguyễn Văn An', 1], ['đồng chí Nguyễn Văn An', 1], ['Đại tá Lê Hà', 1], ['Thiếu tướng, TS. Lê Hà', 1], ['Th.S Lê Hà', 1], ['Thạc sỹ Lê Hà', 1], ['B.S CKII Lê Hà', 1], ['Nhà giáo Lê Hà', 1], ['Trung Tá Lâm', 1], ['Đại Thị Hà', 0], ['Bàng Bá Lân', 0], ['Thượng Văn Úy', 0], ['Nguyễn Văn An', 0], ['Tạ Thị Sen', 0], ['Tsering Bà Na', 0], ['Lê An\nPHÓ CHỦ TỊCH UBND TỈNH', 1]])('họ tên «%s»: %d điều', (fullName, count) => {
    expect(fields(signed(fullName))).toEqual(Array.from({ length: count }, () => 'signer.fullName'));
  });

  it('họ tên hai dòng được giữ như gõ, in liền một dòng; chức vụ khác in in hoa trên họ tên', () => {
    const read = Letter.parse({ ...sampleLetter(), signer: { position: 'TRƯỞNG BAN', otherPosition: 'Phó Chủ tịch UBND tỉnh', fullName: 'Lê  An\nBình' } });
    expect(read.signer.fullName).toBe('Lê An\nBình');
    const foot = layoutLetter(read, sampleOffice, defaultLetterForm, { codeNumber: 5 }, '2026-11-20').sections[0]?.blocks.at(-1) as Columns;
    expect(foot.rows[0]?.[1]?.map((line) => (line.kind === 'paragraph' ? line.runs.map((run) => run.text).join('') : ''))).toEqual(['TRƯỞNG BAN', 'PHÓ CHỦ TỊCH UBND TỈNH', 'Lê An Bình']);
  });
});

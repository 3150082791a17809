import { describe, expect, it } from 'vitest';
import { totalsOf, placesOfRows } from '../../shared/letter/appendix-rows.ts';
import { layoutLetter } from '../../shared/letter/layout-letter.ts';
import type { Appendix } from '../../shared/letter/letter.ts';
import { letterNotices } from '../../shared/letter/letter-notices.ts';
import { defaultLetterForm } from '../../shared/letter/office.ts';
import { paginate } from '../../shared/letter/paginate.ts';
import { rowKind } from '../../shared/letter/row-kind.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

const columns: Appendix['columns'] = [{ header: 'STT', kind: 'ordinal' }, { header: 'Đơn vị', kind: 'text' }, { header: 'Số', kind: 'number', total: true }];
const table = (rows: Appendix['rows']): Appendix => ({ title: 'Số liệu', columns, rows });
const asked = (rows: Appendix['rows']): string[] => letterNotices(sampleLetter({ appendices: [table(rows)] })).map(({ field }) => field);

describe('dòng cộng trong bảng', () => {
  it.each([
    ['Cộng mục I', 'subtotal'], ['Cộng', 'subtotal'], ['CỘNG:', 'subtotal'], ['Cộng (I)', 'subtotal'], ['- Cộng nhóm A', 'subtotal'], ['Tổng cộng', 'total'], ['TỔNG CỘNG:', 'total'], ['Tổng số', 'total'], ['Tổng I + II', 'total'],
    ['Cộng đồng dân cư', 'item'], ['Cộng tác viên', 'item'], ['Tổng cục Thuế', 'item'], ['Tổng công ty Điện lực', 'item'], ['Xã Cộng Hòa', 'item'], ['Công an tỉnh', 'item'],
    ['Tổng số học sinh', 'unsure'],
  ])('«%s»', (label, kind) => {
    expect(rowKind(columns, [label, 5])).toBe(kind);
  });

  it('không cộng lại vào tổng, không mang số thứ tự', () => {
    const appendix = table([['Xã A', 1], ['Xã B', 2], ['Cộng mục I', 3], ['Xã C', 4], ['Cộng mục II', 4]]);
    expect(totalsOf(appendix)).toEqual([null, null, 7]);
    expect(placesOfRows(appendix).map(([first]) => (first?.kind === 'ordinal' ? first.value : null))).toEqual([1, 2, null, 3, null]);
    expect(asked(appendix.rows)).toEqual([]);
  });

  it('cộng sai, dòng có thể là dòng cộng, tổng gõ thêm trên tổng tự tính thì được hỏi lại', () => {
    expect(asked([['Xã A', 1], ['Cộng mục I', 2]])).toEqual(['appendices.0.rows.1']);
    expect(asked([['Xã A', 1], ['Tổng số học sinh', 2]])).toEqual(['appendices.0.rows.1']);
    expect(asked([['Xã A', 1], ['Tổng cộng', 1]])).toEqual(['appendices.0.rows.1']);
  });

  it('dòng tổng không đứng một mình ở trang sau, ở mọi số dòng', () => {
    for (let count = 1; count < 90; count += 1) {
      const appendices = [table(Array.from({ length: count }, (_, at) => [`Xã ${at}`, at]))];
      const pages = paginate(layoutLetter(sampleLetter({ appendices }), sampleOffice, defaultLetterForm, { codeNumber: 5 }, '2026-11-20'));
      const last = pages.find((page) => page.lines.some((line) => line.source === 'appendices.0.total'));
      expect(last?.lines.some((line) => line.source.startsWith(`appendices.0.rows.${count - 1}`))).toBe(true);
    }
  });
});

import { describe, expect, test } from 'vitest';
import { copiedTable } from '../../renderer/components/register-grid/copied-table.ts';
import type { GridColumn } from '../../renderer/components/register-grid/grid-column.ts';

interface Line {
  code: string;
  day: string;
  subject: string;
}
const columns: readonly GridColumn<Line>[] = [
  { id: 'code', head: 'Số, ký hiệu', width: 100, text: (row) => row.code },
  { id: 'day', head: 'Ngày', width: 100, kind: 'day', text: (row) => row.day },
  { id: 'subject', head: 'Trích yếu', width: 100, text: (row) => row.subject },
];
const line = (change: Partial<Line> = {}): Line => ({ code: '05/UBND-VP', day: '2026-03-05', subject: 'Về việc họp', ...change });
const plainRow = (change: Partial<Line>): string => copiedTable(columns, [line(change)]).plain.split('\r\n')[1] ?? '';

describe('chép dòng thành bảng', () => {
  test('có đầu cột, ngày viết dd/mm/yyyy, mỗi dòng một hàng', () => {
    expect(copiedTable(columns, [line(), line({ code: '06/UBND-VP', day: '' })]).plain).toBe('Số, ký hiệu\tNgày\tTrích yếu\r\n05/UBND-VP\t05/03/2026\tVề việc họp\r\n06/UBND-VP\t\tVề việc họp');
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+84 912 345 678', "'+84 912 345 678"],
    ['-15/UBND', "'-15/UBND"],
    ['@ong.lam', "'@ong.lam"],
    ['0912345678', "'0912345678"],
    ['123456789012345678', "'123456789012345678"],
    ['2953', '2953'],
  ])('«%s» dán vào đâu cũng là chữ', (code, cell) => {
    expect(plainRow({ code }).split('\t')[0]).toBe(cell);
  });

  test('xuống dòng và tab trong trích yếu không làm vỡ bảng', () => {
    expect(plainRow({ subject: 'dòng một\ndòng\thai' }).split('\t')).toEqual(['05/UBND-VP', '05/03/2026', 'dòng một dòng hai']);
  });

  test('bảng HTML có kẻ ô; ô chữ được khai là chữ, ô ngày mang số ngày của Excel', () => {
    const { html } = copiedTable(columns, [line({ subject: '<b>&"', day: '2026-03-05' })]);
    expect(html).toContain('&lt;b&gt;&amp;&quot;');
    expect(html).toContain(`x:num="46086"`);
    expect(html).toContain('05/03/2026');
    expect(html.match(/mso-number-format:'\\@'/g)).toHaveLength(5);
    expect(html.match(/border:0\.5pt solid/g)).toHaveLength(6);
  });

  test('số ngày của Excel: 01/01/1900 là 1, sau 28/02/1900 lệch thêm một', () => {
    const serial = (day: string): string | undefined => /x:num="(\d+)"/.exec(copiedTable(columns, [line({ day })]).html)?.[1];
    expect([serial('1900-01-01'), serial('1900-02-28'), serial('1900-03-01'), serial('2026-11-20')]).toEqual(['1', '59', '61', '46346']);
  });
});

import { describe, expect, it } from 'vitest';
import { archiveLine } from '../../shared/letter/archive-line.ts';
import { defaultLetterForm } from '../../shared/letter/office.ts';
import { afterVv, subjectNotice, titleOnPage } from '../../shared/letter/subject-on-page.ts';

describe('trích yếu trên trang', () => {
  it.each([
    ['nghỉ Tết./.', 'nghỉ Tết', 'nghỉ Tết'],
    ['V/v: triển khai.', 'triển khai', 'Về việc triển khai'],
    ['V/v nghỉ Tết ./.', 'nghỉ Tết', 'Về việc nghỉ Tết'],
    ['Về việc nghỉ Tết', 'nghỉ Tết', 'Về việc nghỉ Tết'],
    ['V/v Về việc nghỉ Tết;', 'nghỉ Tết', 'Về việc nghỉ Tết'],
    ['giống cây, con...', 'giống cây, con...', 'giống cây, con...'],
    ['điện, nước v.v.', 'điện, nước v.v.', 'điện, nước v.v.'],
    ['nghỉ Tết', 'nghỉ Tết', 'nghỉ Tết'],
    ['./.', '', ''],
  ])('«%s»', (typed, letter, title) => {
    expect([afterVv(typed), titleOnPage(typed)]).toEqual([letter, title]);
    expect(afterVv(letter)).toBe(letter);
  });

  it('điều được bỏ đi thì được nói, gõ sạch thì không', () => {
    expect(subjectNotice('V/v: triển khai.')).toBe('Trích yếu được gõ kèm «V/v» ở đầu và dấu kết thúc ở cuối; trang in và dòng trong sổ không lặp lại phần ấy: «triển khai».');
    expect([subjectNotice('triển khai'), subjectNotice('giống cây...'), subjectNotice('Về việc nghỉ Tết')]).toEqual([null, null, null]);
  });
});

describe('dòng Lưu', () => {
  it.each([['', 'Lưu: VT'], ['Lưu: VT', 'Lưu: VT'], ['Lưu VT', 'Lưu: VT'], ['- Lưu: VT.', 'Lưu: VT'], ['lưu:VT, KGVX', 'Lưu: VT, KGVX'], ['Lưu', 'Lưu: VT'], ['Lưu: Lưu: VT', 'Lưu: VT'], ['.', 'Lưu: VT'], ['VT, Lưu trữ', 'Lưu: VT, Lưu trữ'], ['Lưu trữ', 'Lưu: Lưu trữ']])('«%s» in ra «%s»', (units, line) => {
    expect(archiveLine({ units, drafter: null, copies: null }, defaultLetterForm.archivePattern)).toBe(line);
  });

  it('mẫu dòng Lưu của cơ quan đã ghi VT thì không ghi hai lần', () => {
    const pattern = 'Lưu: VT[, {units}]';
    expect(['', 'VT', 'VT, KT', 'KT'].map((units) => archiveLine({ units, drafter: null, copies: null }, pattern))).toEqual(['Lưu: VT', 'Lưu: VT', 'Lưu: VT, KT', 'Lưu: VT, KT']);
  });
});

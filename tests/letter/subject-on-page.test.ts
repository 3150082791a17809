import { describe, expect, it } from 'vitest';
import { appendixTitle } from '../../shared/letter/appendix-heading.ts';
import { archiveLine } from '../../shared/letter/archive-line.ts';
import { layoutLetter } from '../../shared/letter/layout-letter.ts';
import { letterNotices } from '../../shared/letter/letter-notices.ts';
import { defaultLetterForm } from '../../shared/letter/office.ts';
import { paginate } from '../../shared/letter/paginate.ts';
import { afterVv, subjectNotice, titleOnPage } from '../../shared/letter/subject-on-page.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

describe('trích yếu trên trang', () => {
  it.each([
    ['nghỉ Tết./.', 'nghỉ Tết', 'nghỉ Tết'],
    ['V/v: triển khai.', 'triển khai', 'Về việc triển khai'],
    ['V/v nghỉ Tết ./.', 'nghỉ Tết', 'Về việc nghỉ Tết'],
    ['Về việc nghỉ Tết', 'nghỉ Tết', 'Về việc nghỉ Tết'],
    ['V/v Về việc nghỉ Tết;', 'nghỉ Tết', 'Về việc nghỉ Tết'],
    ['Vv nghỉ Tết', 'nghỉ Tết', 'Về việc nghỉ Tết'],
    ['V/V: nghỉ Tết', 'nghỉ Tết', 'Về việc nghỉ Tết'],
    ['V.v nghỉ Tết', 'nghỉ Tết', 'Về việc nghỉ Tết'],
    ['v / v nghỉ Tết.', 'nghỉ Tết', 'Về việc nghỉ Tết'],
    ['V/v: V/v: nghỉ Tết', 'nghỉ Tết', 'Về việc nghỉ Tết'],
    ['V/v - nghỉ Tết', 'nghỉ Tết', 'Về việc nghỉ Tết'],
    ['Về việc: nghỉ Tết./.', 'nghỉ Tết', 'Về việc nghỉ Tết'],
    ['Về việc về việc nghỉ Tết', 'nghỉ Tết', 'Về việc nghỉ Tết'],
    ['(V/v nghỉ Tết)', 'nghỉ Tết', 'Về việc nghỉ Tết'],
    ['Trích yếu: V/v nghỉ Tết', 'nghỉ Tết', 'Về việc nghỉ Tết'],
    ['Trích yếu: nghỉ Tết', 'nghỉ Tết', 'nghỉ Tết'],
    ['- V/v nghỉ Tết ../.', 'nghỉ Tết', 'Về việc nghỉ Tết'],
    ['vva nghỉ Tết', 'vva nghỉ Tết', 'vva nghỉ Tết'],
    ['Vui Tết (V/v khác)', 'Vui Tết (V/v khác)', 'Vui Tết (V/v khác)'],
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
    expect(subjectNotice('Vv nghỉ Tết')).toContain('«Vv» ở đầu');
    expect(subjectNotice('Về việc: nghỉ Tết')).toContain('«Về việc» ở đầu');
    expect(subjectNotice('Về việc về việc nghỉ Tết')).toContain('«Về việc về việc» ở đầu');
    expect([subjectNotice('triển khai'), subjectNotice('giống cây...'), subjectNotice('Về việc nghỉ Tết')]).toEqual([null, null, null]);
  });
});

describe('dòng Lưu', () => {
  it.each([['', 'Lưu: VT'], ['Lưu: VT', 'Lưu: VT'], ['Lưu VT', 'Lưu: VT'], ['- Lưu: VT.', 'Lưu: VT'], ['lưu:VT, KGVX', 'Lưu: VT, KGVX'], ['Lưu', 'Lưu: VT'], ['Lưu: Lưu: VT', 'Lưu: VT'], ['.', 'Lưu: VT'], ['VT, Lưu trữ', 'Lưu: VT, Lưu trữ'], ['Lưu trữ', 'Lưu: Lưu trữ'], ['- Lưu; VT', 'Lưu: VT'], ['Lưu - VT', 'Lưu: VT'], ['Lưu. VT./.', 'Lưu: VT'], ['- Lưu; VT; TH', 'Lưu: VT; TH'], [': VT', 'Lưu: VT'], ['LƯU: VT, NC', 'Lưu: VT, NC']])('«%s» in ra «%s»', (units, line) => {
    expect(archiveLine({ units, drafter: null, copies: null }, defaultLetterForm.archivePattern)).toBe(line);
  });

  it('mẫu dòng Lưu của cơ quan đã ghi VT thì không ghi hai lần', () => {
    const pattern = 'Lưu: VT[, {units}]';
    expect(['', 'VT', 'VT, KT', 'KT'].map((units) => archiveLine({ units, drafter: null, copies: null }, pattern))).toEqual(['Lưu: VT', 'Lưu: VT', 'Lưu: VT, KT', 'Lưu: VT, KT']);
  });
});

describe('dòng Lưu gõ trong Nơi nhận, Kính gửi gõ trong tên nơi gửi', () => {
  const shown = (changes: Parameters<typeof sampleLetter>[0]): string[] => {
    const pages = paginate(layoutLetter(sampleLetter({ appendices: [], ...changes }), sampleOffice, defaultLetterForm, { codeNumber: 5 }, '2026-11-20'));
    return pages.flatMap((page) => page.lines.filter((line) => /^(?:recipients|archive|addressees)/.test(line.source))).map((line) => line.pieces.map((piece) => piece.text).join(''));
  };
  const plain = { units: 'VT', drafter: null, copies: null };

  it.each<[string, string, typeof plain, string[]]>([
    ['là dòng Lưu của văn bản', '- Lưu: VT, NC.', plain, ['- Lưu: VT, NC.']],
    ['chấm phẩy', 'Lưu; VT', plain, ['- Lưu: VT.']],
    ['trùng dòng Lưu', 'Lưu: VT, NC', { ...plain, units: 'VT, NC' }, ['- Lưu: VT, NC.']],
    ['khác dòng Lưu: in cả hai và hỏi', 'Lưu: VT, NC', { ...plain, units: 'VT, TH' }, ['- Lưu: VT, NC;', '- Lưu: VT, TH.']],
  ])('%s', (_, name, archive, lines) => {
    const recipients = [{ name: 'Như trên' }, { name }];
    expect(shown({ addressees: ['Sở Nội vụ'], recipients, archive })).toEqual(['Kính gửi: Sở Nội vụ', 'Nơi nhận:', '- Như trên;', ...lines]);
    expect(letterNotices(sampleLetter({ recipients, archive })).map(({ field }) => field)).toEqual(['archive']);
  });

  it('Kính gửi, dấu ./. gõ kèm tên không in hai lần', () => {
    expect(shown({ addressees: ['Kính gửi: Sở Nội vụ./.', 'kính gửi: - Sở Y tế;'], recipients: [{ name: 'Nơi nhận: Như trên./.' }], archive: plain })).toEqual(['Kính gửi:', '- Sở Nội vụ;', '- Sở Y tế.', 'Nơi nhận:', '- Như trên;', '- Lưu: VT.']);
  });
});

describe('tên phụ lục', () => {
  it.each([['Danh sách trụ sở./.', 'Danh sách trụ sở'], ['Phụ lục I: Danh sách trụ sở', 'Danh sách trụ sở'], ['PHỤ LỤC 02. Danh sách', 'Danh sách'], ['Phụ lục thống kê', 'Phụ lục thống kê'], ['Danh sách', 'Danh sách']])('«%s» in ra «%s»', (typed, title) => {
    expect(appendixTitle(typed)).toBe(title);
    const [own] = sampleLetter().appendices;
    const appendices = own ? [{ ...own, title: typed }] : [];
    expect(letterNotices(sampleLetter({ appendices })).map(({ field }) => field)).toEqual(typed === title ? [] : ['appendices.0.title']);
  });
});

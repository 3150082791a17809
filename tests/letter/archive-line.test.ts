import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveLine, archivePatternProblem, patternAsStored, patternInVietnamese } from '../../shared/letter/archive-line.ts';
import { defaultLetterForm } from '../../shared/letter/office.ts';

const usual = defaultLetterForm.archivePattern;

describe('dòng Lưu', () => {
  it.each([
    [{ units: 'VT, KGVX', drafter: 'Nam', copies: 7 }, usual, 'Lưu: VT, KGVX, Nam (7)'],
    [{ units: 'VT', drafter: null, copies: null }, usual, 'Lưu: VT'],
    [{ units: 'VT', drafter: 'Trinh', copies: null }, usual, 'Lưu: VT, Trinh'],
    [{ units: 'VT, HC', drafter: null, copies: 2 }, usual, 'Lưu: VT, HC (2)'],
    [{ units: 'VT', drafter: 'Nam', copies: 55 }, 'Lưu: {units}.[({copies})[{drafter}]]', 'Lưu: VT.(55)Nam'],
    [{ units: 'VT', drafter: 'Nam', copies: null }, 'Lưu: {units}[ ({copies})[{drafter}]]', 'Lưu: VT'],
    [{ units: 'VT', drafter: null, copies: 3 }, 'Lưu: {units}[, [{drafter} ]{copies}b]', 'Lưu: VT, 3b'],
    [{ units: 'VT', drafter: 'Nam', copies: 1 }, 'Lưu: {units} [chưa đóng {drafter}', 'Lưu: VT [chưa đóng Nam'],
    [{ units: 'VT', drafter: null, copies: null }, 'Lưu: {units}, {đơnvị}]', 'Lưu: VT, {đơnvị}]'],
    [{ units: 'VT', drafter: null, copies: null }, 'Lưu: {units}.', 'Lưu: VT'],
    [{ units: 'VT', drafter: null, copies: 0 }, 'Lưu: {units} ({copies})', 'Lưu: VT'],
    [{ units: 'VT', drafter: null, copies: 0 }, usual, 'Lưu: VT'],
  ])('%j theo %s', (archive, pattern, line) => {
    expect(archiveLine(archive, pattern)).toBe(line);
  });

  it('mẫu nào cũng cho một dòng, không còn dấu chấm cuối để bố cục thêm vào', () => {
    const pattern = fc.array(fc.constantFrom('[', ']', '{units}', '{drafter}', '{copies}', ', ', ' ', 'Lưu: ', '(', ')', '.', ';')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(pattern, fc.option(fc.constantFrom('Nam', 'Hoa')), fc.option(fc.nat(200)), (text, drafter, copies) => {
        const line = archiveLine({ units: 'VT', drafter, copies }, text);
        expect(line).not.toMatch(/[.;,\s]$|\n| {2}|\{(?:units|drafter|copies)\}/);
      }),
    );
  });
});

describe('mẫu dòng Lưu', () => {
  it.each([usual, 'Lưu: {units}.[({copies})[{drafter}]]', 'Lưu: VT', ''])('«%s» dùng được', (pattern) => expect(archivePatternProblem(pattern)).toBeNull());

  it.each([
    ['Lưu: {xyz}', '«{xyz}»'],
    ['Lưu: {}', '«{}»'],
    ['Lưu: {Units}', '«{Units}»'],
    ['Lưu: {units', '«{units» thiếu'],
    ['Lưu: {units[, {drafter}]', '«{units» thiếu'],
    ['Lưu: units}', '«}»'],
    ['[[{units}]', '«[» chưa'],
    ['Lưu]', '«]»'],
    ['Lưu: ]{units}[', '«]»'],
  ])('«%s»: nói %s', (pattern, said) => expect(archivePatternProblem(pattern)).toContain(said));

  it('mẫu dùng được thì không in ra dấu ngoặc nào của mẫu', () => {
    const pattern = fc.array(fc.constantFrom('[', ']', '{', '}', '{units}', '{drafter}', '{copies}', ', ', 'Lưu: ')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(pattern, (text) => {
        fc.pre(archivePatternProblem(text) === null);
        expect(archiveLine({ units: 'VT', drafter: 'Nam', copies: 2 }, text)).not.toMatch(/[{}[\]]/);
      }),
      { numRuns: 2000 },
    );
  });
});

it('chỗ điền viết bằng tiếng Việt cũng là nó; lưu lại theo một tên, hiện ra bằng tiếng Việt', () => {
  const written = 'Lưu: {đơn vị}[, {người soạn}][ ({số bản})]';
  expect(patternInVietnamese(usual)).toBe(written);
  expect(patternAsStored(written.normalize('NFD'))).toBe(usual.normalize('NFC'));
  expect(archivePatternProblem(written)).toBeNull();
  expect(archiveLine({ units: 'VT, KGVX', drafter: 'Nam', copies: 7 }, written)).toBe('Lưu: VT, KGVX, Nam (7)');
  expect(archivePatternProblem('Lưu: {phòng}')).toContain('{đơn vị}, {người soạn}, {số bản}');
});

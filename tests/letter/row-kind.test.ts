import { describe, expect, it } from 'vitest';
import { placesOfRows, totalsOf } from '../../shared/letter/appendix-rows.ts';
import { layoutLetter } from '../../shared/letter/layout-letter.ts';
import type { Appendix, Row } from '../../shared/letter/letter.ts';
import { letterNotices } from '../../shared/letter/letter-notices.ts';
import { wrongSums } from '../../shared/letter/letter-problems.ts';
import { defaultLetterForm } from '../../shared/letter/office.ts';
import { paginate } from '../../shared/letter/paginate.ts';
import { readTable } from '../../shared/letter/row-kind.ts';
import { rowWord } from '../../shared/letter/row-words.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

const columns: Appendix['columns'] = [{ header: 'STT', kind: 'ordinal' }, { header: 'Đơn vị', kind: 'text' }, { header: 'Số', kind: 'number', total: true }];
const table = (rows: Row[], own = columns): Appendix => ({ title: 'Số liệu', columns: own, rows });
/** STT typed by hand, as a table pasted from a sheet has it. */
const typedColumns: Appendix['columns'] = [{ header: 'STT', kind: 'text' }, ...columns.slice(1)];
const typed = (rows: Row[]): Appendix => table(rows, typedColumns);

const kinds = (appendix: Appendix): string => readTable(appendix).rows.map(({ kind }) => kind).join(' ');
const total = (appendix: Appendix): number | null | undefined => totalsOf(appendix)?.at(-1);
const wrong = (appendix: Appendix): number[] => readTable(appendix).wrong.map(({ row }) => row);
const asked = (appendix: Appendix): number[] => readTable(appendix).asked.map(({ row }) => row);
const clean = (appendix: Appendix): void => expect({ wrong: readTable(appendix).wrong, asked: readTable(appendix).asked }).toEqual({ wrong: [], asked: [] });

describe('chữ của dòng nói nó là dòng gì', () => {
  it.each([
    ['Cộng mục I', 'subtotal'], ['Cộng', 'subtotal'], ['CỘNG:', 'subtotal'], ['Cộng (I)', 'subtotal'], ['- Cộng nhóm A', 'subtotal'], ['Cộng các xã', 'subtotal'],
    ['Tổng cộng', 'total'], ['TỔNG CỘNG:', 'total'], ['Tổng số', 'total'], ['Tổng I + II', 'total'], ['Tổng các mục', 'total'], ['III. Tổng cộng (I + II)', 'total'],
    ['Toàn tỉnh', 'summary'], ['Cả tỉnh', 'summary'], ['TOÀN TỈNH AN BÌNH', 'summary'], ['Chung toàn ngành', 'summary'], ['Cả năm 2026', 'summary'],
    ['Lũy kế', 'running'], ['Luỹ kế từ đầu năm', 'running'], ['Cộng dồn', 'running'], ['Bình quân chung', 'average'], ['Trong đó: nữ', 'part'],
    ['Tổng số học sinh', 'perhaps'], ['Tổng diện tích', 'perhaps'], ['Cộng tiền hàng', 'perhaps'], ['Mang sang', 'perhaps'],
    ['Khối sở', 'group'], ['II. Các xã, phường', 'group'],
    ['Cộng đồng dân cư', null], ['Cộng tác viên', null], ['Tổng cục Thuế', null], ['Tổng công ty Điện lực', null], ['Tổng đài 1022', null], ['Xã Cộng Hòa', null], ['Công an tỉnh', null], ['Trung bình', null],
  ])('«%s»: %s', (label, word) => {
    expect(rowWord(columns, [label, 5])).toBe(word);
  });
});

describe('dòng nhóm có số của mình không cộng hai lần', () => {
  it.each<[string, Appendix, number, string]>([
    ['số La Mã trước tên', table([['I. Khối sở', 30], ['Sở A', 10], ['Sở B', 20], ['II. Khối xã', 12], ['Xã A', 5], ['Xã B', 7]]), 42, 'group item item group item item'],
    ['chữ hoa trước tên', table([['A. Khối sở', 30], ['1. Sở A', 10], ['2. Sở B', 20], ['B. Khối xã', 7], ['1. Xã B', 7]]), 37, 'group item item group item'],
    ['STT gõ tay', typed([['I', 'Khối sở', 30], ['1', 'Sở A', 10], ['2', 'Sở B', 20], ['II', 'Khối xã', 12], ['1', 'Xã A', 5], ['2', 'Xã B', 7]]), 42, 'group item item group item item'],
    ['hai tầng', typed([['A', 'Cấp tỉnh', 30], ['I', 'Khối sở', 20], ['1', 'Sở A', 20], ['II', 'Khối ban', 10], ['1', 'Ban A', 10], ['B', 'Cấp xã', 5], ['1', 'Xã A', 5]]), 35, 'group group item group item group item'],
    ['nhóm không có STT, đứng trên 1, 2, 3', typed([[null, 'Khối sở', 30], ['1', 'Sở A', 10], ['2', 'Sở B', 20], [null, 'Khối xã', 5], ['3', 'Xã A', 5]]), 35, 'group item item group item'],
    ['nhóm in đậm', table([['**Khối sở**', 30], ['Sở A', 10], ['Sở B', 20], ['**Khối xã**', 5], ['Xã A', 5]]), 35, 'group item item group item'],
    ['không số nào cả, tên gọi nhiều đơn vị và số khớp', table([['Khối sở', 30], ['Sở A', 10], ['Sở B', 20], ['Các xã', 12], ['Xã A', 5], ['Xã B', 7]]), 42, 'group item item group item item'],
    ['dòng nhóm nói rõ', table([{ group: 'I', cells: ['Khối sở', 30] }, ['Sở A', 10], ['Sở B', 20], { group: 'II', cells: ['Khối xã', null] }, ['Xã A', 5]]), 35, 'group item item group item'],
    ['1 gồm 1.1, 1.2', typed([['1', 'Sở A', 30], ['1.1', 'Phòng X', 10], ['1.2', 'Phòng Y', 20], ['2', 'Sở B', 5]]), 35, 'item part part item'],
    ['gạch đầu dòng là chi tiết của dòng trên', table([['Sở A', 30], ['- Phòng X', 10], ['- Phòng Y', 20], ['Sở B', 5]]), 35, 'item part part item'],
    ['trong đó', table([['Sở A', 30], ['Trong đó: nữ', 12], ['Sở B', 5], ['- Trong đó: nữ', 2], ['- Đảng viên', 1]]), 35, 'item part item part part'],
    ['mục không có số', table([['I. Khối sở', null], ['Sở A', 10], ['II. Khối xã', null], ['Xã A', 5]]), 15, 'group item group item'],
    ['I. Tổng số học sinh trên 1, 2', typed([['I', 'Tổng số học sinh', 30], ['1', 'Nam', 10], ['2', 'Nữ', 20]]), 30, 'group item item'],
  ])('%s', (_, appendix, sum, wanted) => {
    expect(kinds(appendix)).toBe(wanted);
    expect(total(appendix)).toBe(sum);
    clean(appendix);
  });

  it.each<[string, Appendix]>([
    ['La Mã không có dòng nào ở dưới', table([['I. Sở A', 10], ['II. Sở B', 20]])],
    ['P., X., H. là chữ viết tắt', table([['P. Tân An', 30], ['X. Tân Hòa', 10], ['H. Kim Sơn', 20]])],
    ['ba khối ngang hàng, khối đầu bằng hai khối sau', table([['Khối Đảng', 30], ['Khối Nhà nước', 10], ['Khối Đoàn thể', 20]])],
    ['dòng thường nói rõ', table([{ item: true, cells: ['Khối sở', 30] }, ['Sở A', 10], ['Sở B', 20]])],
    ['Tổng đài, Cộng đồng', table([['Tổng đài 1022', 3], ['Cộng đồng dân cư', 4]])],
  ])('%s: mọi dòng đều được cộng', (_, appendix) => {
    expect(readTable(appendix).rows.every(({ kind, counted }) => kind === 'item' && counted)).toBe(true);
    clean(appendix);
  });

  it('số thứ tự: dòng nhóm mang số của mình, các dòng thuộc nó đếm lại từ 1', () => {
    const first = (appendix: Appendix) => placesOfRows(appendix).map(([place]) => (place?.kind === 'ordinal' || place?.kind === 'mark' ? place.value : null));
    expect(first(table([{ group: 'I', cells: ['Khối sở', 30] }, ['Sở A', 10], ['Sở B', 20], { subtotal: true, cells: ['Cộng I', 30] }, { group: 'II', cells: ['Khối xã'] }, ['Xã A', 5]]))).toEqual(['I', 1, 2, null, 'II', 1]);
    expect(first(table([['Xã A', 1], ['Xã B', 2], ['Cộng mục I', 3], ['Xã C', 4], ['Cộng mục II', 4]]))).toEqual([1, 2, null, 3, null]);
  });

  it('không có cột STT thì số của nhóm đứng trước tên; cột STT gõ tay thì đứng ở cột ấy', () => {
    const shown = (appendix: Appendix) => placesOfRows(appendix)[0]?.map((place) => (place.kind === 'empty' ? '' : place.value));
    expect(shown(table([{ group: 'I', cells: ['Khối sở', 30] }, ['Sở A', 30]], columns.slice(1)))).toEqual(['I. Khối sở', 30]);
    expect(shown(typed([{ group: 'I', cells: [null, 'Khối sở', 30] }, ['1', 'Sở A', 30]]))).toEqual(['I', 'Khối sở', 30]);
    expect(shown(table([{ group: 'Khối sở', cells: [null, 30] }, ['Sở A', 30]]))).toEqual(['', 'Khối sở', 30]);
  });
});

describe('điều không chắc thì hỏi, số sai thì báo lỗi', () => {
  it.each<[string, Appendix, number]>([
    ['dòng nhóm ghi 31, các dòng của nó được 30', table([['I. Khối sở', 31], ['Sở A', 10], ['Sở B', 20]]), 0],
    ['STT gõ tay', typed([['I', 'Khối sở', 29], ['1', 'Sở A', 10], ['2', 'Sở B', 20]]), 0],
    ['dòng nhóm nói rõ', table([{ group: 'A', cells: ['Khối sở', 31] }, ['Sở A', 10], ['Sở B', 20]]), 0],
    ['Cộng mục I', table([['Xã A', 1], ['Cộng mục I', 2]]), 1],
    ['Cộng bằng số dòng cuối', table([['Xã A', 1], ['Xã B', 2], ['Cộng', 2]]), 2],
    ['dòng cộng nói rõ', table([['Xã A', 1], ['Xã B', 2], { subtotal: true, cells: ['Số của mục', 4] }]), 2],
    ['Tổng cộng ở đầu bảng', table([['Tổng số', 4], ['Xã A', 1], ['Xã B', 2]]), 0],
    ['1.1 và 1.2 không đủ 1', typed([['1', 'Sở A', 30], ['1.1', 'Phòng X', 10], ['1.2', 'Phòng Y', 19]]), 0],
    ['bảng không tự cộng', table([['Xã A', 1], ['Xã B', 2], ['Tổng cộng', 4]], [columns[1], { header: 'Số', kind: 'number' }] as Appendix['columns']), 2],
    ['công thức ghi trong tên', typed([['I', 'Thu', 30], ['II', 'Chi', 20], [null, 'Tổng (I + II)', 51]]), 2],
  ])('%s: lỗi', (_, appendix, row) => {
    expect(wrong(appendix)).toEqual([row]);
    expect(wrongSums(sampleLetter({ appendices: [appendix] })).map(({ field }) => field)).toEqual([`appendices.0.rows.${row}`]);
  });

  it.each<[string, Appendix, number[], number]>([
    ['Tổng số học sinh không bằng tổng nào', table([['Số lớp', 3], ['Tổng số học sinh', 90]]), [1], 93],
    ['gạch đầu dòng không đủ dòng trên', table([['Sở A', 30], ['- Phòng X', 10], ['- Phòng Y', 15]]), [0], 30],
    ['một dòng bằng tổng các dòng dưới nó', table([['Văn phòng', 100], ['Sở A', 40], ['Sở B', 60], ['Sở C', 7]]), [0], 207],
    ['huyện trên xã của nó, bảng chia hết thành nhóm', table([['Huyện A', 30], ['Xã A', 10], ['Xã B', 20], ['Huyện B', 15], ['Xã C', 7], ['Xã D', 8]]), [0], 45],
    ['số nhỏ khớp ngẫu nhiên: vẫn cộng mọi dòng', table([['Sở A', 2], ['Sở B', 1], ['Sở C', 1], ['Sở D', 2], ['Sở E', 1], ['Sở F', 1]]), [0], 8],
    ['hai dòng liền nhau đều bằng tổng dòng dưới, còn thừa một dòng', table([['Huyện A', 30], ['Xã A', 10], ['Xã B', 20], ['Huyện B', 15], ['Xã C', 7], ['Xã D', 8], ['Thị xã E', 2]]), [0], 92],
    ['Trong đó: rồi dòng không gạch đầu dòng', table([['Sở A', 30], ['Trong đó:', null], ['Nữ', 12], ['Sở B', 7]]), [1], 49],
    ['dòng cuối bằng tổng các dòng trên', table([['Sở A', 40], ['Sở B', 60], ['An Bình', 100]]), [2], 200],
    ['Khối … không khớp', table([['Khối sở', 31], ['Sở A', 10], ['Sở B', 20], ['Khối xã', 6], ['Xã A', 5]]), [0, 3], 72],
    ['Lũy kế', table([['Sở A', 40], ['Sở B', 60], ['Lũy kế từ đầu năm', 900]]), [2], 100],
    ['Toàn tỉnh không khớp', table([['Sở A', 40], ['Sở B', 60], ['Toàn tỉnh', 900]]), [2, 2], 100],
    ['tổng gõ thêm trên tổng tự tính', table([['Xã A', 1], ['Tổng cộng', 1]]), [1], 1],
    ['nhóm không có dòng nào', table([{ group: 'I', cells: ['Khối sở', 30] }]), [0], 30],
  ])('%s: hỏi lại', (_, appendix, rows, sum) => {
    expect(wrong(appendix)).toEqual([]);
    expect(asked(appendix)).toEqual(rows);
    expect(total(appendix)).toBe(sum);
    expect(letterNotices(sampleLetter({ appendices: [appendix] })).map(({ field }) => field)).toEqual(rows.map((row) => `appendices.0.rows.${row}`));
  });

  const silent = [columns[1], { header: 'Số', kind: 'number' }] as Appendix['columns'];
  it.each<[string, Appendix]>([
    ['Cộng từng mục rồi tổng', table([['Xã A', 1], ['Xã B', 2], ['Cộng mục I', 3], ['Xã C', 4], ['Cộng mục II', 4], ['Tổng các mục', 7]], silent)],
    ['Cộng phần gồm nhiều mục', table([['a1', 1], ['Cộng mục 1', 1], ['a2', 2], ['Cộng mục 2', 2], ['Cộng phần A', 3], ['b1', 4], ['Cộng mục 1', 4], ['b2', 5], ['Cộng mục 2', 5], ['Cộng phần B', 9], ['Tổng cộng', 12]], silent)],
    ['Toàn tỉnh ở đầu', table([['Toàn tỉnh', 7], ['Xã A', 3], ['Xã B', 4]], silent)],
    ['Cả tỉnh ở cuối', table([['Xã A', 3], ['Xã B', 4], ['Cả tỉnh', 7]], silent)],
    ['Tổng diện tích bằng tổng', table([['Xã A', 3], ['Xã B', 4], ['Tổng diện tích', 7]], silent)],
    ['Bình quân không phải số cộng', table([['Xã A', 3], ['Xã B', 5], ['Tổng cộng', 8], ['Bình quân', 4]], silent)],
    ['I, II rồi Tổng (I + II)', table([['I. Khối sở', 30], ['Sở A', 10], ['Sở B', 20], ['II. Khối xã', 7], ['Xã A', 7], ['Tổng cộng (I + II)', 37]], silent)],
    ['Chênh lệch theo công thức', typed([['I', 'Thu', 30], ['II', 'Chi', 20], [null, 'Cộng (I - II)', 10]])],
    ['tỷ lệ không phải số cộng', table([['Xã A', 50], ['Xã B', 70], ['Tổng cộng', 60]], [columns[1], { header: 'Tỷ lệ (%)', kind: 'number' }] as Appendix['columns'])],
  ])('%s: đúng, không hỏi', (_, appendix) => {
    clean(appendix);
  });

  it('lệch ở phần làm tròn thì hỏi, không phải lỗi', () => {
    const appendix = table([['a', 33.3], ['b', 33.3], ['c', 33.3], ['Tổng cộng', 100]], silent);
    expect([wrong(appendix), asked(appendix)]).toEqual([[], [3]]);
    expect(wrong(table([['a', 33.3], ['b', 33.3], ['c', 33.3], ['Tổng cộng', 101]], silent))).toEqual([3]);
  });

  it('hai vạn dòng đọc xong', () => {
    for (const name of ['Cộng', 'Sở A', 'I. Khối', '- Phòng', 'Tổng số máy']) {
      const rows = Array.from({ length: 20_000 }, (_, at): Row => [at % 3 === 0 ? name : `Xã ${at}`, at % 97]);
      expect(readTable(table(rows)).rows).toHaveLength(20_000);
    }
  });
});

it('dòng tổng không đứng một mình ở trang sau, ở mọi số dòng', () => {
  for (let count = 1; count < 90; count += 1) {
    const appendices = [table(Array.from({ length: count }, (_, at) => [`Xã ${at}`, at]))];
    const pages = paginate(layoutLetter(sampleLetter({ appendices }), sampleOffice, defaultLetterForm, { codeNumber: 5 }, '2026-11-20'));
    const last = pages.find((page) => page.lines.some((line) => line.source === 'appendices.0.total'));
    expect(last?.lines.some((line) => line.source.startsWith(`appendices.0.rows.${count - 1}`))).toBe(true);
  }
});

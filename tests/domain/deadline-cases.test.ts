import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type DeadlinePhrase, readDeadlines } from '../../shared/domain/deadline-phrases.ts';
import { casesFolder } from '../fixtures/cases.ts';

interface Expected {
  due: string | null;
  time: string | null;
  recurrence: string | null;
  reportTo?: string;
  agency?: string;
  until?: string;
  /** Days the first day may differ. */
  slack?: number;
}
interface Case {
  text: string;
  expect: Expected[];
}

const { cases, issuedDate }: { cases: Case[]; issuedDate: string } = casesFolder
  ? (JSON.parse(readFileSync(new URL('deadlines.json', casesFolder), 'utf8')) as { cases: Case[]; issuedDate: string })
  : { cases: [], issuedDate: '2026-11-26' };

const daysApart = (one: string, other: string): number => Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
/** `yearly?` may as well be empty, `?` is anything. */
const fits = (read: string | null, wanted: string | null | undefined): boolean =>
  wanted === undefined || wanted === '?' || read === wanted || (wanted?.endsWith('?') === true && (read === null || read === wanted.slice(0, -1)));

function faultsOf(row: DeadlinePhrase, wanted: Expected): string[] {
  const due = row.due === wanted.due || (wanted.slack !== undefined && row.due !== null && wanted.due !== null && daysApart(row.due, wanted.due) <= wanted.slack);
  return [
    due ? '' : `hạn ${row.due}`,
    fits(row.time, wanted.time) ? '' : `giờ ${row.time}`,
    fits(row.recurrence, wanted.recurrence) ? '' : `chu kỳ ${row.recurrence}`,
    fits(row.reportTo, wanted.reportTo) ? '' : `nơi nhận ${row.reportTo}`,
    fits(row.until, wanted.until) ? '' : `đến ${row.until}`,
    wanted.agency === undefined || (row.who ?? '').includes(wanted.agency) ? '' : `ai ${row.who}`,
    wanted.due === null && row.certain ? 'chắc chắn về một ngày không ai biết' : '',
  ].filter(Boolean);
}

describe('các câu đã từng đọc sai', () => {
  if (cases.length === 0) test.skip('(bỏ qua: thư mục ../shared/cases không có ở đây)', () => {});
  for (const { text, expect: wanted } of cases) {
    test(text, () => {
      const rows = readDeadlines(text, { issuedDate });
      expect(rows.map((row, at) => (wanted[at] ? faultsOf(row, wanted[at]) : ['thừa']))).toEqual(wanted.map(() => []));
    });
  }
});

type Row = [due: string | null, certain: boolean, rest?: Partial<DeadlinePhrase>];
describe('các câu cùng loại', () => {
  test.each<[string, Row[]]>([
    // a period that the letter does not tell
    ['Các xã nộp số liệu chậm nhất ngày 10 tháng đầu kỳ.', [[null, false, { recurrence: null }]]],
    ['Các phòng gửi báo cáo về Sở Y tế trước ngày 20 của tháng cuối mỗi quý.', [['2026-12-19', true, { recurrence: 'quarterly', reportTo: 'Sở Y tế' }]]],
    ['Các sở báo cáo Sở Nội vụ chậm nhất ngày 05 của tháng đầu quý.', [['2027-01-05', true, { recurrence: 'quarterly' }]]],
    // several days in one sentence
    ['Các xã gửi báo cáo về Sở Nội vụ trước ngày 15/01/2027, và ngày 15/7/2027.', [['2027-01-14', true], ['2027-07-14', true, { reportTo: 'Sở Nội vụ' }]]],
    ['Các phòng nộp số liệu vào ngày 05, ngày 15 và ngày 25 hằng tháng về Sở Công Thương.', [['2026-12-05', true], ['2026-12-15', true], ['2026-12-25', true, { recurrence: 'monthly' }]]],
    ['Các sở báo cáo đợt 1 trước ngày 01/3/2027, đợt 2 trước ngày 01/9/2027 về Sở Tư pháp.', [['2027-02-28', true], ['2027-08-31', true, { reportTo: 'Sở Tư pháp', who: 'Các sở' }]]],
    // the day or the hour after the word that repeats
    ['Các xã báo cáo hằng tháng chậm nhất ngày 28 về Sở Y tế.', [['2026-11-28', true, { recurrence: 'monthly', bound: 'through' }]]],
    ['Hằng ngày trước 9 giờ 30, các bệnh viện gửi số liệu về Sở Y tế.', [['2026-11-27', true, { recurrence: 'daily', time: '09:30', reportTo: 'Sở Y tế' }]]],
    // a line that was broken for want of room
    ['Đề nghị các xã gửi danh sách về\nSở Nội vụ trước\nngày 10/12/2026.', [['2026-12-09', true, { reportTo: 'Sở Nội vụ' }]]],
    ['Các sở gửi báo cáo trước ngày 10/12/\n2026 về Sở Y tế.', [['2026-12-09', true]]],
    // A to B, B to C
    ['Các phường gửi số liệu về Sở Xây dựng trước ngày 08/12/2026 để Sở Xây dựng tổng hợp, báo cáo UBND tỉnh trước ngày 15/12/2026.', [['2026-12-07', true, { reportTo: 'Sở Xây dựng', who: 'Các phường' }], ['2026-12-14', true, { who: 'Sở Xây dựng', reportTo: 'UBND tỉnh' }]]],
    // of a cited letter, of a meeting
    ['Theo Công văn số 55/BNV-VP ngày 01/11/2026 đề nghị gửi số liệu trước ngày 20/12/2026, giao các phòng gửi về Sở Nội vụ trước ngày 10/12/2026.', [['2026-12-09', true, { reportTo: 'Sở Nội vụ' }]]],
    ['Cuộc họp bắt đầu lúc 14 giờ 00 ngày 04/12/2026; các đơn vị gửi ý kiến về Văn phòng trước ngày 02/12/2026.', [['2026-12-01', true, { reportTo: 'Văn phòng' }]]],
    ['Theo Công văn số 55/BNV-VP, yêu cầu các sở gửi số liệu về Sở Nội vụ trước ngày 20/12/2026.', [['2026-12-19', true, { reportTo: 'Sở Nội vụ' }]]],
    // before a period begins, within a span, half a day, this week
    ['Các sở hoàn thành rà soát trước quý II/2027, báo cáo Sở Nội vụ.', [['2027-03-31', true]]],
    ['Báo cáo tình hình từ ngày 01/11/2026 đến hết ngày 30/11/2026.', []],
    ['Các xã gửi danh sách về Sở Nội vụ trước chiều ngày 10/12/2026.', [['2026-12-10', false]]],
    ['Các xã gửi danh sách về Sở Nội vụ trước sáng ngày 10/12/2026.', [['2026-12-09', false]]],
    ['Các xã gửi danh sách về Sở Nội vụ chậm nhất thứ Tư tuần sau.', [['2026-12-02', false]]],
    ['Các phòng gửi số liệu cho Phòng Tổng hợp cho đến hết ngày 20/12/2026.', [['2026-12-20', true, { reportTo: 'Phòng Tổng hợp' }]]],
  ])('%s', (text, wanted) => {
    const rows = readDeadlines(text, { issuedDate });
    expect(rows.map(({ due, certain }) => [due, certain])).toEqual(wanted.map(([due, certain]) => [due, certain]));
    wanted.forEach(([, , rest], at) => expect(rows[at]).toMatchObject(rest ?? {}));
  });
});

const read = (text: string) => readDeadlines(text, { issuedDate });
const seen = (text: string, fields: readonly (keyof DeadlinePhrase)[]) => read(text).map((row) => fields.map((field) => row[field]));

describe('lời của văn bản khác không phải việc mình giao', () => {
  test.each<[string, [due: string, who: string | null, certain: boolean][]]>([
    ['Tại Công văn số 55/BNV-TL, Bộ Nội vụ yêu cầu báo cáo trước ngày 15/12/2026; đề nghị các sở gửi số liệu trước ngày 10/12/2026.', [['2026-12-09', 'các sở', true]]],
    ['Tại Công văn số 120/STC-NS ngày 02/11/2026, Sở Tài chính đề nghị báo cáo trước ngày 10/12/2026; UBND xã yêu cầu các thôn gửi về Văn phòng trước ngày 05/12/2026.', [['2026-12-04', 'các thôn', true]]],
    ['Thực hiện Công văn số 88/BYT-KCB, Bộ Y tế yêu cầu UBND tỉnh báo cáo trước ngày 15/12/2026, đề nghị các bệnh viện gửi về Sở Y tế trước ngày 10/12/2026.', [['2026-12-09', 'các bệnh viện', true]]],
    ['Tại Công văn số 55/BNV-TL, Bộ Nội vụ yêu cầu báo cáo trước ngày 15/12/2026, các sở gửi số liệu về Sở Nội vụ trước ngày 10/12/2026.', [['2026-12-09', 'các sở', true]]],
    ['Ngày 12/11/2026, Bộ Nội vụ có Công văn số 55/BNV-TL yêu cầu UBND tỉnh báo cáo trước ngày 15/12/2026.', []],
    ['Tại Công văn số 55/BNV-TL, Bộ Nội vụ yêu cầu UBND các tỉnh báo cáo đợt 1 trước ngày 15/12/2026, đợt 2 trước ngày 15/01/2027.', []],
    ['Thực hiện chỉ đạo của Bộ Nội vụ tại Công văn số 55/BNV-TL về việc báo cáo trước ngày 15/12/2026, UBND tỉnh đề nghị các sở gửi số liệu trước ngày 10/12/2026.', [['2026-12-09', 'các sở', true]]],
    // the letter's own order stays, also after a paper is cited
    ['Thực hiện Công văn số 55/UBND-NC, UBND tỉnh yêu cầu các sở gửi báo cáo về Sở Nội vụ trước ngày 10/12/2026.', [['2026-12-09', 'các sở', true]]],
    ['Theo Kế hoạch số 12/KH-BCH, Bộ Chỉ huy Quân sự tỉnh đề nghị các xã gửi danh sách trước ngày 10/12/2026.', [['2026-12-09', 'các xã', true]]],
    ['Căn cứ Công văn số 55/BNV-TL, các sở gửi báo cáo về Sở Nội vụ trước ngày 10/12/2026.', [['2026-12-09', 'các sở', true]]],
    // without a paper it may be the ministry's own letter: offered, to be looked at, and who asks does not owe
    ['Bộ Nội vụ yêu cầu báo cáo trước ngày 15/12/2026; đề nghị các sở gửi số liệu trước ngày 10/12/2026.', [['2026-12-14', null, false], ['2026-12-09', 'các sở', true]]],
  ])('%s', (text, wanted) => expect(seen(text, ['due', 'who', 'certain'])).toEqual(wanted));
});

describe('ngày của một tháng nào đó không phải ngày của mọi tháng', () => {
  test.each<[string, due: string | null, recurrence: string | null, certain: boolean]>([
    ['Các xã báo cáo chậm nhất ngày 10 của tháng tiếp theo kỳ báo cáo.', null, null, false],
    ['Các xã gửi báo cáo chậm nhất ngày 15 của tháng liền kề sau kỳ báo cáo.', null, null, false],
    ['Các xã gửi báo cáo trước ngày 10 của tháng tiếp theo.', null, null, false],
    ['Các xã báo cáo chậm nhất ngày 05 của tháng sau.', '2026-12-05', null, false],
    ['Các xã gửi báo cáo chậm nhất ngày 05 của tháng kế tiếp tháng báo cáo.', '2026-12-05', 'monthly', true],
    ['Hằng tháng, chậm nhất ngày 05 của tháng tiếp theo, các xã gửi báo cáo về Sở Y tế.', '2026-12-05', 'monthly', true],
    ['Các xã gửi báo cáo chậm nhất ngày 25 của tháng báo cáo.', '2026-12-25', 'monthly', false],
    ['Các xã gửi báo cáo chậm nhất ngày 05 tháng tiếp theo quý báo cáo.', '2027-01-05', 'quarterly', false],
    ['Hằng quý, chậm nhất ngày 10 của tháng đầu quý sau, các xã báo cáo Sở Y tế.', '2027-01-10', 'quarterly', true],
    ['Các xã báo cáo trước ngày 10 của tháng đầu quý sau.', '2027-01-09', 'quarterly', false],
    ['Các xã gửi báo cáo trước ngày 15 tháng cuối quý IV/2026.', '2026-12-14', null, true],
    ['Các xã báo cáo chậm nhất vào ngày 25 của tháng cuối cùng trong quý.', '2026-12-25', 'quarterly', true],
    ['Các xã gửi báo cáo ngày 10 của tháng về Sở Y tế.', '2026-12-10', 'monthly', true],
  ])('%s', (text, ...wanted) => expect(seen(text, ['due', 'recurrence', 'certain'])).toEqual([wanted]));
});

describe('ai nhận để làm tiếp thì người ấy có hạn sau', () => {
  test.each<[string, ...[who: string | null, reportTo: string | null, certain: boolean][]]>([
    ['Các phòng gửi hồ sơ về Văn phòng trước ngày 05/12/2026, Văn phòng tổng hợp, báo cáo UBND tỉnh trước ngày 10/12/2026.', ['Các phòng', 'Văn phòng', true], ['Văn phòng', 'UBND tỉnh', true]],
    ['Các phòng gửi hồ sơ trước ngày 05/12/2026, Văn phòng tổng hợp, báo cáo UBND tỉnh trước ngày 10/12/2026.', ['Các phòng', null, true], ['Văn phòng', 'UBND tỉnh', true]],
    ['Các xã gửi số liệu cho Phòng Tài chính trước ngày 05/12/2026 để phòng tổng hợp, trình Chủ tịch UBND huyện trước ngày 08/12/2026.', ['Các xã', 'Phòng Tài chính', true], ['Phòng Tài chính', 'Chủ tịch UBND huyện', true]],
    ['Các sở gửi ý kiến về Văn phòng trước ngày 05/12/2026; văn phòng tổng hợp, trình UBND tỉnh trước ngày 08/12/2026.', ['Các sở', 'Văn phòng', true], ['Văn phòng', 'UBND tỉnh', true]],
    ['Các xã gửi hồ sơ về Sở Xây dựng trước ngày 05/12/2026, sau đó Sở Xây dựng tổng hợp, báo cáo UBND tỉnh trước ngày 09/12/2026.', ['Các xã', 'Sở Xây dựng', true], ['Sở Xây dựng', 'UBND tỉnh', true]],
    ['Các xã gửi số liệu về Sở Nội vụ trước ngày 05/12/2026 để tổng hợp, báo cáo UBND tỉnh trước ngày 10/12/2026.', ['Các xã', 'Sở Nội vụ', true], ['Sở Nội vụ', 'UBND tỉnh', true]],
    ['Các xã gửi số liệu trước ngày 05/12/2026 về Sở Nội vụ để tổng hợp, báo cáo UBND tỉnh trước ngày 10/12/2026.', ['Các xã', 'Sở Nội vụ', true], ['Sở Nội vụ', 'UBND tỉnh', true]],
    ['Các xã gửi về Phòng Nội vụ trước ngày 05/12/2026 để phòng Nội vụ tổng hợp, trình UBND huyện trước ngày 08/12/2026.', ['Các xã', 'Phòng Nội vụ', true], ['Phòng Nội vụ', 'UBND huyện', true]],
    ['Sở Y tế tổng hợp, gửi UBND tỉnh trước ngày 10/12/2026, đồng gửi Sở Nội vụ.', ['Sở Y tế', 'UBND tỉnh', true]],
    // nobody is named who could be meant
    ['Các xã gửi số liệu trước ngày 05/12/2026 để tổng hợp, báo cáo UBND tỉnh trước ngày 10/12/2026.', ['Các xã', null, true], [null, 'UBND tỉnh', false]],
    ['Các xã gửi số liệu về Sở Nội vụ để tổng hợp, báo cáo UBND tỉnh trước ngày 10/12/2026.', ['Các xã', 'Sở Nội vụ', false]],
    ['Các phòng nộp kế hoạch trước ngày 05/12/2026 để cơ quan này tổng hợp, trình lãnh đạo trước ngày 09/12/2026.', ['Các phòng', null, true], ['cơ quan này', null, false]],
  ])('%s', (text, ...wanted) => expect(seen(text, ['who', 'reportTo', 'certain'])).toEqual(wanted));
});

describe('kỳ được báo cáo không phải hạn báo cáo', () => {
  test.each<[string, ...[due: string, certain: boolean][]]>([
    ['Các sở báo cáo kết quả thực hiện trong năm 2026 về Sở Nội vụ trước ngày 10/12/2026.', ['2026-12-09', true]],
    ['Các sở báo cáo kết quả thực hiện trong quý IV năm 2026, gửi về Sở Nội vụ trước ngày 10/12/2026.', ['2026-12-09', true]],
    ['Trước ngày 10/12/2026, các sở báo cáo kết quả thực hiện trong năm 2026 về Sở Nội vụ.', ['2026-12-09', true]],
    ['Báo cáo tình hình đến hết tháng 11/2026 gửi về Sở Nội vụ trước ngày 10/12/2026.', ['2026-12-09', true]],
    ['Các sở báo cáo kết quả thực hiện nhiệm vụ trong năm 2026 về Sở Nội vụ.', ['2026-12-31', false]],
    ['Các sở hoàn thành việc rà soát trong quý I/2027, báo cáo Sở Nội vụ trước ngày 10/4/2027.', ['2027-03-31', true], ['2027-04-09', true]],
  ])('%s', (text, ...wanted) => expect(seen(text, ['due', 'certain'])).toEqual(wanted));
});

describe('nhiều ngày trong một câu: đủ cả, hoặc nói là chưa chắc', () => {
  test.each<[string, ...[due: string, time: string | null, certain: boolean][]]>([
    ['Các sở gửi báo cáo về Sở Tài chính trước ngày 10/5/2027, 10/8/2027 và 10/11/2027.', ['2027-05-09', null, true], ['2027-08-09', null, true], ['2027-11-09', null, true]],
    ['Các sở gửi báo cáo trước ngày 10, 15 và 20/12/2026 về Sở Nội vụ.', ['2026-12-09', null, true], ['2026-12-14', null, true], ['2026-12-19', null, true]],
    ['Các sở gửi báo cáo trước ngày 10 và ngày 25 tháng 12 năm 2026.', ['2026-12-09', null, true], ['2026-12-24', null, true]],
    ['Các sở gửi báo cáo trước các ngày 10/5, 10/8 và 10/11/2027.', ['2027-05-09', null, false], ['2027-08-09', null, false], ['2027-11-09', null, false]],
    ['Các sở báo cáo trước ngày 10/5/2027; trước ngày 10/8/2027; trước ngày 10/11/2027 về Sở Tài chính.', ['2027-05-09', null, true], ['2027-08-09', null, true], ['2027-11-09', null, true]],
    ['Các sở gửi báo cáo trước 16h00 ngày 05/12/2026 và 10h00 ngày 08/12/2026.', ['2026-12-05', '16:00', true], ['2026-12-08', '10:00', true]],
    ['Các sở gửi báo cáo trước 16h00 ngày 05/12/2026 và ngày 08/12/2026.', ['2026-12-05', '16:00', false], ['2026-12-08', '16:00', false]],
    ['Các phòng gửi báo cáo vào thứ Ba và thứ Năm hằng tuần về Văn phòng.', ['2026-12-01', null, true], ['2026-12-03', null, true]],
    ['Hằng tuần vào thứ 2, thứ 4 và thứ 6, các phòng gửi báo cáo về Văn phòng.', ['2026-11-30', null, true], ['2026-12-02', null, true], ['2026-11-27', null, true]],
    ['Các phòng báo cáo trước 10h00, 14h00 và 16h00 hằng ngày.', ['2026-11-27', '10:00', true], ['2026-11-27', '14:00', true], ['2026-11-27', '16:00', true]],
    ['Các sở gửi báo cáo vào các ngày 5, 15 và 25 hằng tháng về Sở Tài chính.', ['2026-12-05', null, true], ['2026-12-15', null, true], ['2026-12-25', null, true]],
    // what cannot be taken in is said
    ['Các sở gửi báo cáo trước ngày 10/12/2026 (đối với cấp tỉnh) và trước ngày 15/12/2026 (đối với cấp xã).', ['2026-12-09', null, false], ['2026-12-14', null, false]],
    ['Báo cáo tuần gửi trước 15 giờ thứ Năm; báo cáo tháng gửi trước ngày 20 hằng tháng về Văn phòng.', ['2026-12-19', null, false]],
    ['Các sở gửi báo cáo trước ngày 10/12/2026 hoặc ngày 15/12/2026.', ['2026-12-09', null, false]],
    ['Các sở gửi báo cáo trước ngày 10/12/2026, ngày 12/12/2026 UBND tỉnh họp.', ['2026-12-09', null, false]],
  ])('%s', (text, ...wanted) => expect(seen(text, ['due', 'time', 'certain'])).toEqual(wanted));
});

describe('ngày cuối tháng', () => {
  test.each<[string, due: string, monthEnd: boolean, certain: boolean]>([
    ['Các xã gửi báo cáo trước ngày 01 hằng tháng về Sở Y tế.', '2026-11-30', true, true],
    ['Các xã gửi báo cáo chậm nhất ngày 31 hằng tháng về Sở Y tế.', '2026-11-30', true, true],
    ['Các xã gửi báo cáo vào ngày cuối cùng hằng tháng về Sở Y tế.', '2026-11-30', true, true],
    ['Các xã gửi báo cáo trước ngày 01 của tháng đầu quý về Sở Y tế.', '2026-12-31', true, true],
    ['Các xã gửi báo cáo chậm nhất ngày 30 hằng tháng về Sở Y tế.', '2026-11-30', false, true],
    ['Các xã gửi báo cáo trước ngày 31 hằng tháng về Sở Y tế.', '2026-12-30', false, false],
    ['Các xã gửi báo cáo trước 16h00 ngày 31 hằng tháng về Sở Y tế.', '2026-12-31', false, false],
  ])('%s', (text, ...wanted) => expect(seen(text, ['due', 'monthEnd', 'certain'])).toEqual([wanted]));
});

describe('tên không kéo theo chữ đứng cạnh', () => {
  test.each<[string, who: string, what: string, reportTo: string]>([
    ['Đề nghị các sở gửi báo cáo về Sở Nội vụ ngay trước ngày 10/12/2026.', 'các sở', 'gửi báo cáo ngay', 'Sở Nội vụ'],
    ['Đề nghị các sở gửi Sở Tài chính gấp trước ngày 10/12/2026.', 'các sở', 'gửi gấp', 'Sở Tài chính'],
    ['Các xã gửi báo cáo về Sở Văn hóa, Thể thao và Du lịch đợt 1 trước ngày 10/12/2026.', 'Các xã', 'gửi báo cáo đợt 1', 'Sở Văn hóa, Thể thao và Du lịch'],
    ['Đề nghị các đơn vị hoàn chỉnh hồ sơ, gửi Sở Tài chính trước ngày 10/12/2026.', 'các đơn vị', 'hoàn chỉnh hồ sơ, gửi', 'Sở Tài chính'],
    ['Các đơn vị bổ sung hồ sơ, gửi Sở Tài chính trước ngày 10/12/2026.', 'Các đơn vị', 'bổ sung hồ sơ, gửi', 'Sở Tài chính'],
    ['Các đơn vị sự nghiệp công lập rà soát, báo cáo Sở Nội vụ trước ngày 10/12/2026.', 'Các đơn vị sự nghiệp công lập', 'rà soát, báo cáo', 'Sở Nội vụ'],
    // what looks like such a word and is part of the name
    ['Các xã gửi danh sách về Chi cục Kiểm lâm trước ngày 10/12/2026.', 'Các xã', 'gửi danh sách', 'Chi cục Kiểm lâm'],
  ])('%s', (text, ...wanted) => expect(seen(text, ['who', 'what', 'reportTo'])).toEqual([wanted]));
});

describe('nửa năm và năm', () => {
  test.each<[string, ...[due: string | null, recurrence: string, certain: boolean][]]>([
    ['Các sở báo cáo Sở Tài chính trước ngày 15/6 và ngày 15/12 hằng năm.', ['2027-06-14', 'yearly', true], ['2026-12-14', 'yearly', true]],
    ['Định kỳ hằng năm, trước ngày 30/11, các sở báo cáo Sở Tài chính.', ['2026-11-29', 'yearly', true]],
    ['Hằng năm, chậm nhất ngày 15 tháng 12, các sở báo cáo Sở Tài chính.', ['2026-12-15', 'yearly', true]],
    ['Các sở gửi báo cáo hằng năm về Sở Tài chính trước ngày 30/11.', ['2026-11-29', 'yearly', true]],
    ['Các sở báo cáo trước ngày 20 của tháng cuối mỗi năm.', ['2026-12-19', 'yearly', true]],
    ['Các sở báo cáo trước ngày 01/01 hằng năm.', ['2026-12-31', 'yearly', true]],
    ['Định kỳ 6 tháng một lần, trước ngày 15/6 và ngày 15/12, các sở gửi báo cáo về Sở Tài chính.', ['2026-12-14', 'half-yearly', true]],
    // not half a year apart: two days of every year
    ['Định kỳ 6 tháng một lần, trước ngày 15/6 và ngày 30/11, các sở gửi báo cáo về Sở Tài chính.', ['2027-06-14', 'yearly', true], ['2026-11-29', 'yearly', true]],
    ['6 tháng một lần, trước ngày 15/6, các sở gửi báo cáo về Sở Tài chính.', ['2026-12-14', 'half-yearly', false]],
    ['Các sở báo cáo định kỳ 6 tháng và hằng năm về Sở Tài chính.', [null, 'half-yearly', false]],
    ['Các sở báo cáo Sở Tài chính mỗi năm hai lần.', [null, 'half-yearly', false]],
    ['Các sở gửi báo cáo 6 tháng trước ngày 15/6 và báo cáo năm trước ngày 15/12 hằng năm.', ['2027-06-14', 'yearly', false], ['2026-12-14', 'yearly', true]],
  ])('%s', (text, ...wanted) => expect(seen(text, ['due', 'recurrence', 'certain'])).toEqual(wanted));

  test.each(['Người dân được khám sức khỏe mỗi năm một lần.', 'Tiền thưởng hằng năm của các đơn vị báo cáo Sở Nội vụ.'])('không có hạn nào: «%s»', (text) => expect(read(text)).toEqual([]));
});

describe('ngày đứng xa chữ định kỳ, khoảng ngày, dòng trống', () => {
  test.each<[string, ...[due: string, recurrence: string | null, what: string, certain: boolean][]]>([
    ['Hằng tuần, trước thứ Sáu, các xã gửi báo cáo về Sở Y tế.', ['2026-12-03', 'weekly', 'gửi báo cáo', true]],
    ['Hằng tuần, các xã gửi báo cáo về Sở Y tế trước thứ Sáu.', ['2026-12-03', 'weekly', 'gửi báo cáo', true]],
    ['Định kỳ hằng tháng, các xã gửi báo cáo về Sở Y tế trước ngày 25.', ['2026-12-24', 'monthly', 'gửi báo cáo', true]],
    ['Hằng quý, các sở báo cáo Sở Y tế chậm nhất ngày 20 tháng cuối quý.', ['2026-12-20', 'quarterly', 'báo cáo', true]],
    ['Các xã nộp hồ sơ về Sở Nội vụ từ ngày 01/12/2026 đến ngày 05/12/2026.', ['2026-12-05', null, 'nộp hồ sơ', false]],
    ['Các phòng nộp báo cáo cho Văn phòng từ ngày 01 đến ngày 05 hằng tháng.', ['2026-12-05', 'monthly', 'nộp báo cáo', true]],
    ['Các sở gửi báo cáo trước ngày\n\n05/12/2026 về Sở Nội vụ.', ['2026-12-04', null, 'gửi báo cáo', true]],
    ['Các sở gửi báo cáo trước 16 giờ\n\n00 ngày 05/12/2026.', ['2026-12-05', null, 'gửi báo cáo', true]],
  ])('%s', (text, ...wanted) => expect(seen(text, ['due', 'recurrence', 'what', 'certain'])).toEqual(wanted));

  test.each(['Triển khai chiến dịch từ ngày 01/12/2026 đến ngày 05/12/2026.', 'Các sở gửi báo cáo số liệu từ ngày 01/12/2026 đến ngày 05/12/2026 cho thấy dịch giảm.', 'Tính đến ngày 15/11/2026, toàn tỉnh có 120 đơn vị gửi báo cáo.'])('không có hạn nào: «%s»', (text) => expect(read(text)).toEqual([]));
});
